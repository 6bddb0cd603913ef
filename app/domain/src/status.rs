//! What a participant's situation is: the national and the international side apart.

use serde::Serialize;

use crate::day::Day;
use crate::name::Key;

/// A participant's status on a day: a product of independent facts, never one word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Status {
    /// Its own constitutional procedure.
    pub national: NationalStatus,
    /// Its standing under the treaty.
    pub international: InternationalStatus,
    /// Whether it applies the treaty provisionally.
    pub provisional_application: ProvisionalStatus,
}

/// How far the national procedure is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NationalStatus {
    /// Nobody has told the register anything.
    NoInformation,
    /// A procedure or a step is known to lie ahead; none has begun.
    NotBegun,
    /// Under way; the stage last reported, if a stage was named.
    UnderWay(Option<Key>),
    /// Completed.
    Completed,
    /// Not required.
    NotRequired,
    /// Failed.
    Failed,
}

/// The standing under the treaty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InternationalStatus {
    /// Neither signature nor consent.
    None,
    /// Signed, not consented.
    Signed,
    /// Consent to be bound expressed: a contracting State (VCLT art. 2(1)(f)).
    ConsentExpressed,
    /// Party: consented, and in force for it (art. 2(1)(g)).
    Party {
        /// Since this day.
        since: Day,
    },
    /// Party, withdrawal notified.
    WithdrawalNotified {
        /// Since this day.
        since: Day,
        /// No longer party from this day on.
        until: Day,
    },
    /// Former party.
    FormerParty {
        /// Since this day.
        since: Day,
    },
    /// Consent withdrawn before the treaty was in force for it.
    ConsentWithdrawn {
        /// Since this day.
        since: Day,
    },
}

/// Provisional application (VCLT art. 25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProvisionalStatus {
    /// None on record.
    None,
    /// Applied provisionally.
    Applied,
    /// Was applied provisionally; ended by notice.
    Ended,
    /// Was applied provisionally; ended as the treaty is in force.
    Overtaken,
}
