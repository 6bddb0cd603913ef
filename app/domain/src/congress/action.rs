//! What happens to a measure.

use serde::{Deserialize, Serialize};

use crate::congress::chamber::Chamber;
use crate::congress::question::Question;
use crate::congress::vote::Vote;

/// An action: a vote, or something else that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// A vote was taken, perhaps without a count.
    Voted(Question, Vote),
    /// Something else happened.
    Happened(Event),
}

/// What can happen without a vote, in the order in which it usually comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Introduced.
    Introduced(Chamber),
    /// The President sent the treaty to the Senate.
    Transmitted,
    /// The agreement was laid before Congress for review.
    LaidForReview,
    /// The injunction of secrecy was removed from the treaty.
    SecrecyRemoved,
    /// Referred to a committee.
    Referred(Chamber),
    /// A hearing was held.
    Hearing(Chamber),
    /// The report was filed.
    Reported(Chamber),
    /// The committee was discharged.
    Discharged(Chamber),
    /// Placed on a calendar; a treaty on the Executive Calendar.
    PlacedOnCalendar(Chamber),
    /// The chambers are resolving differences.
    ResolvingDifferences,
    /// The treaty was divided; its parts go on as measures of their own, as 114-13A.
    Partitioned,
    /// The Senate returned the treaty to the President.
    ReturnedToPresident,
    /// The President withdrew the treaty, which the Senate then returned.
    Withdrawn,
    /// The period of review ended.
    ReviewEnded,
    /// Presented to the President.
    Presented,
    /// The President signed the measure: a law.
    Signed,
    /// Ten days went by without a signature, Congress being in session: a law.
    LawWithoutSignature,
    /// The President returned the measure with objections.
    Vetoed,
    /// The President did not sign, and could not return it because Congress had adjourned.
    PocketVetoed,
    /// The President signed the instrument: for a treaty, this is the ratification.
    InstrumentSigned,
    /// The President declined to ratify what the Senate had consented to.
    RatificationDeclined,
    /// The instrument was deposited.
    Deposited,
    /// Instruments were exchanged, or each side notified the other.
    Exchanged,
    /// The agreement entered into force.
    EnteredIntoForce,
    /// Proclaimed.
    Proclaimed,
    /// The President or on his behalf somebody signed an agreement that needs no vote.
    Concluded,
    /// Transmitted to Congress under the Case-Zablocki Act (1 U.S.C. 112b).
    ReportedUnderCaseAct,
}

impl Event {
    /// The chamber in which it happens, for what happens in one.
    pub fn chamber(self) -> Option<Chamber> {
        match self {
            Self::Introduced(chamber)
            | Self::Referred(chamber)
            | Self::Hearing(chamber)
            | Self::Reported(chamber)
            | Self::Discharged(chamber)
            | Self::PlacedOnCalendar(chamber) => Some(chamber),
            Self::Transmitted
            | Self::SecrecyRemoved
            | Self::Partitioned
            | Self::ReturnedToPresident => Some(Chamber::Senate),
            Self::LaidForReview
            | Self::ResolvingDifferences
            | Self::Withdrawn
            | Self::ReviewEnded
            | Self::Presented
            | Self::Signed
            | Self::LawWithoutSignature
            | Self::Vetoed
            | Self::PocketVetoed
            | Self::InstrumentSigned
            | Self::RatificationDeclined
            | Self::Deposited
            | Self::Exchanged
            | Self::EnteredIntoForce
            | Self::Proclaimed
            | Self::Concluded
            | Self::ReportedUnderCaseAct => None,
        }
    }

    /// Whether it can still happen shortly after the end of the Congress that passed the measure: the
    /// President has ten days.
    pub(super) fn is_of_the_president(self) -> bool {
        matches!(self, Self::Presented | Self::Signed | Self::PocketVetoed)
    }
}
