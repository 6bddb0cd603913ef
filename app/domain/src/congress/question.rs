//! What Congress votes on, and what that needs.

use serde::{Deserialize, Serialize};

use crate::congress::chamber::Chamber;
use crate::congress::threshold::{Base, Part, Threshold};
use crate::day::Day;

/// A question put to a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// A committee orders the measure reported.
    OrderReported(Chamber),
    /// Ending the debate in the Senate.
    Cloture,
    /// An amendment, a motion to proceed, to discharge, to table: what is not the measure itself.
    Procedure(Chamber),
    /// The measure: *passed*, or *agreed to* for a resolution that becomes no law.
    Passage(Chamber),
    /// The other chamber's amendments or the conference report.
    Differences(Chamber),
    /// The resolution of advice and consent to ratification.
    AdviceAndConsent,
    /// Passing the measure over the President's veto.
    Override(Chamber),
}

/// Since when three fifths of the Senators end a debate (S.Res. 4, 94th Congress).
const THREE_FIFTHS_SINCE: &str = "1975-03-07";
/// Since when again two thirds of those voting did (S.Res. 5, 86th Congress).
const TWO_THIRDS_OF_VOTING_SINCE: &str = "1959-01-12";
/// Since when two thirds of all Senators were needed (S.Res. 15, 81st Congress).
const TWO_THIRDS_OF_ALL_SINCE: &str = "1949-03-17";

impl Question {
    /// The chamber that votes, as a whole or by its committee.
    pub fn chamber(self) -> Chamber {
        match self {
            Self::OrderReported(chamber)
            | Self::Procedure(chamber)
            | Self::Passage(chamber)
            | Self::Differences(chamber)
            | Self::Override(chamber) => chamber,
            Self::Cloture | Self::AdviceAndConsent => Chamber::Senate,
        }
    }

    /// What it needs on a day; the law of today where the day is not known.
    pub fn threshold(self, on: Option<Day>) -> Threshold {
        match self {
            Self::OrderReported(_) => Threshold::MAJORITY_OF_COMMITTEE,
            Self::Cloture => cloture(on),
            Self::Procedure(_) | Self::Passage(_) | Self::Differences(_) => {
                Threshold::SIMPLE_MAJORITY
            }
            Self::AdviceAndConsent => Threshold::TWO_THIRDS_OF_SENATORS_PRESENT,
            Self::Override(_) => Threshold::TWO_THIRDS_OF_MEMBERS_VOTING,
        }
    }

    /// Whether it can need this on a day: what it needs as a rule, or by the way in which it was taken up.
    ///
    /// The House passes under suspension of the rules by two thirds of those voting (Rule XV(1)). The Senate
    /// agrees by unanimous consent that a question needs sixty. Cloture needs more on a change of the
    /// Standing Rules and fewer on a nomination, but neither is a measure of this module.
    pub fn can_need(self, threshold: Threshold, on: Option<Day>) -> bool {
        if threshold == self.threshold(on) {
            return true;
        }
        match self {
            Self::Passage(Chamber::House)
            | Self::Differences(Chamber::House)
            | Self::Procedure(Chamber::House) => {
                threshold == Threshold::TWO_THIRDS_OF_MEMBERS_VOTING
            }
            Self::Passage(Chamber::Senate)
            | Self::Differences(Chamber::Senate)
            | Self::Procedure(Chamber::Senate) => threshold == Threshold::THREE_FIFTHS_DULY_CHOSEN,
            Self::OrderReported(_) => {
                threshold == Threshold::SIMPLE_MAJORITY
                    || threshold == Threshold::new(Part::Majority, Base::Present)
            }
            Self::Cloture | Self::AdviceAndConsent | Self::Override(_) => false,
        }
    }
}

/// Senate Rule XXII, as it stood on a day. It exists since 8 March 1917.
fn cloture(on: Option<Day>) -> Threshold {
    let since = |from: &str| on.is_none_or(|on| from.parse().is_ok_and(|from: Day| from <= on));
    if since(THREE_FIFTHS_SINCE) {
        Threshold::THREE_FIFTHS_DULY_CHOSEN
    } else if !since(TWO_THIRDS_OF_VOTING_SINCE) && since(TWO_THIRDS_OF_ALL_SINCE) {
        Threshold::TWO_THIRDS_DULY_CHOSEN
    } else {
        Threshold::TWO_THIRDS_OF_MEMBERS_VOTING
    }
}
