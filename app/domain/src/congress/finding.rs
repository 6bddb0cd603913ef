//! An action that could not come where the record has it.

use serde::{Deserialize, Serialize};

use crate::congress::action::Action;
use crate::congress::chamber::Chamber;
use crate::congress::status::Status;
use crate::congress::term::Congress;
use crate::day::Day;
use crate::name::Key;

/// A finding. The action was not followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The action; `None` where the measure itself is the trouble.
    pub action: Option<Action>,
    /// When it is said to have been.
    pub on: Option<Day>,
    /// Why it could not come there.
    pub obstacle: Obstacle,
}

/// Why an action cannot come.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// The form of the measure does not take the route.
    #[error("a measure of this form does not take this route")]
    WrongForm,
    /// The action belongs to another route or chamber.
    #[error("this action is no part of this route")]
    NotOfThisRoute,
    /// An earlier action is dated later.
    #[error("an earlier action is of {0}")]
    EarlierActionIsLater(Day),
    /// The Congress of the measure had not begun.
    #[error("the {0} Congress began on {begins}", begins = .0.begins())]
    BeforeItsCongress(Congress),
    /// Nothing more can come of it in Congress, or at all.
    #[error("the measure is over: {0}")]
    Over(Status),
    /// The record of it had begun already.
    #[error("the measure is before Congress already")]
    BegunAlready,
    /// This chamber has voted for it already.
    #[error("the {0} has passed it already")]
    PassedAlready(Chamber),
    /// This chamber refused it.
    #[error("the {0} did not pass it")]
    Refused(Chamber),
    /// The Senate refused its consent.
    #[error("the Senate has not consented")]
    NoConsent,
    /// It lies before the President.
    #[error("it is before the President")]
    BeforePresident,
    /// It is no law yet.
    #[error("it was vetoed, and the veto stands")]
    VetoStands,
    /// The chamber in which the measure began votes first on passing it over a veto (Art. I s. 7 cl. 2).
    #[error("the {0} votes first on passing it over the veto")]
    OtherChamberFirst(Chamber),
    /// The ten days, Sundays excepted, were over.
    #[error("the President's ten days ended on {0}")]
    TenDaysAreOver(Day),
    /// They were not over.
    #[error("the President's ten days ended only on {0}")]
    TenDaysRun(Day),
    /// Its Congress was over: a measure can then be neither returned nor become law without a signature.
    #[error("the {0} Congress was over")]
    CongressIsGone(Congress),
    /// Conditions of the consent that gate the deposit are open.
    #[error("conditions of the Senate's consent are open: {}", keys(.0))]
    ConditionsOpen(Vec<Key>),
}

fn keys(keys: &[Key]) -> String {
    let keys: Vec<&str> = keys.iter().map(Key::as_str).collect();
    keys.join(", ")
}
