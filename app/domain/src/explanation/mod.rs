//! Why a clause is met or not, on which day and by whose consent: as values, with their legal bases.
//!
//! An explanation says nothing that evaluation does not: it puts the answers of [`clause`](crate::clause)
//! side by side, with the numbers behind them. Sentences are made of it elsewhere; what is shown as JSON
//! is this. [`clause`] explains the clause, [`dates`] the days of entry into force that are on record,
//! [`party`] one participant, and [`preview()`] a clause that nobody has adopted yet.

pub mod basis;
pub mod clause;
pub mod condition;
pub mod dates;
pub mod party;
pub mod preview;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::activation::Activation;
use crate::clause::progress::Progress;
use crate::clause::{Clause, Condition};
use crate::day::Day;
use crate::entity::EntityCode;
use crate::legal_date::LegalDate;
use crate::snapshot::View;

pub use basis::{Article, Basis};
pub use clause::{AlternativeExplained, AlternativeStanding, ClauseExplained, Outcome};
pub use condition::{ConditionExplained, Leaf, Shortfall, Told};
pub use dates::Dates;
pub use party::PartyExplained;
pub use preview::{Preview, preview};

/// An instrument's entry into force explained, on a day, by what the register said at a size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The day, at whose end the conditions are looked at.
    pub day: Day,
    /// The size of the register.
    pub size: u64,
    /// What follows from the clause and the acts on record.
    pub clause: ClauseExplained,
    /// The days of entry into force that are computed and confirmed, apart.
    pub dates: Dates,
    /// What activates the obligations once the instrument is in force, if that is a condition of
    /// its own. It is looked at beside the clause and never meets it.
    pub activation: Option<ConditionExplained>,
    /// Those of whom it is not known whether they had consented by the day, with the bounds of the
    /// date. They are not counted.
    pub uncertain: BTreeMap<EntityCode, LegalDate>,
    /// The rule by which it was computed.
    pub rule: Clause,
}

impl View {
    /// Why the instrument is in force or not.
    pub fn explain(&self) -> Explanation {
        let rule = &self.instrument.clause;
        Explanation {
            day: self.day,
            size: self.size,
            clause: ClauseExplained::new(rule, &self.record, &self.evaluation),
            dates: Dates::of(self),
            activation: self.instrument.activation.as_ref().map(|condition| {
                let progress = self.activation_progress(condition);
                ConditionExplained::beside(rule, condition, &progress, &self.record, self.day)
            }),
            uncertain: self.consent_not_known.clone(),
            rule: rule.clone(),
        }
    }

    /// How far the condition on activation is. Before the treaty is in force, and once it was met, it
    /// is measured as the clause's own conditions are.
    fn activation_progress(&self, condition: &Condition) -> Progress {
        match &self.activation {
            Activation::AwaitingCondition { progress } | Activation::Ended { progress, .. } => {
                progress.clone()
            }
            Activation::NotProvidedFor
            | Activation::AwaitingEntryIntoForce { .. }
            | Activation::Activated { .. } => {
                let consenting = self.record.consenting(self.day);
                Progress::measure(condition, &self.record, self.day, &consenting)
            }
        }
    }
}
