//! Acts that found an instrument in the register: what it is, who takes part, by which rules.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::digest::Digest;
use crate::instrument::Instrument;
use crate::name::Key;
use crate::policy::SignOffPolicy;
use crate::text::Text;

/// An instrument is opened in the register, or its definition replaced from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentDefined {
    /// The whole definition.
    pub instrument: Box<Instrument>,
    /// Why it was amended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// The statement's participant takes part, from the statement's date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParticipantListed {
    /// Whether the instrument awaits its consent.
    pub standing: Standing,
    /// On which ground.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Text>,
}

/// How a participant stands to the instrument before its consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// On the list of those whose consent the instrument awaits: a negotiating State.
    Listed,
    /// May become a party by accession, but is not on that list.
    MayAccede,
}

/// The statement's participant is taken off the list, from the statement's date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParticipantRemoved {
    /// On which ground.
    pub ground: Text,
}

/// The rules of sign-off for the instrument, from this entry on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOffPolicyAdopted {
    /// The whole policy.
    pub policy: SignOffPolicy,
}

/// A participant's procedure is adopted: the whole file is a blob.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcedureAdopted {
    /// The file, as `app/domain/procedures/SCHEMA.md` describes it.
    pub file: Digest,
    /// The route followed, if not the file's default route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<Key>,
    /// Whether the participant itself confirms the procedure.
    pub standing: ProcedureStanding,
}

/// On whose word a procedure rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProcedureStanding {
    /// Research, not confirmed by this State.
    Research,
    /// Adopted by the participant's own liaison and verifier.
    ConfirmedByParticipant,
}

/// A fact about the text on which a participant's procedure depends is settled for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TriggerDetermined {
    /// The trigger's name in the procedure file, such as `treaty_transfers_powers`.
    pub trigger: Key,
    /// Whether it applies.
    pub applies: Applies,
    /// On which ground, by whom.
    pub ground: Text,
}

/// Whether a trigger applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Applies {
    /// It does.
    Yes,
    /// It does not.
    No,
}

/// The sitting days of a chamber for a run of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SittingCalendarPublished {
    /// The chamber, by its key in the procedure file.
    pub chamber: Key,
    /// The first day that the calendar speaks of.
    pub from: Day,
    /// The last day that the calendar speaks of. Beyond it nothing is known.
    pub until: Day,
    /// The days in between on which the chamber sits.
    pub sitting_days: BTreeSet<Day>,
}

/// Reality departed from the adopted procedure at the statement's stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DepartureRecorded {
    /// On which ground, such as *Constitutional Reform and Governance Act 2010, s. 22*.
    pub ground: Text,
    /// What was done instead.
    pub course: Text,
}
