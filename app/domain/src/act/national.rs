//! Acts of a participant's own constitutional procedure.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::name::Key;
use crate::text::Text;

/// A step is announced for the statement's date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepScheduled {
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A step began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepBegun {
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A body voted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoteTaken {
    /// The chamber, by its key in the procedure file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chamber: Option<Key>,
    /// What was put to the vote.
    pub on: VoteOn,
    /// The figures that are known.
    pub tally: Tally,
    /// What the chair announced. The arithmetic never overrules it; it only warns.
    pub ruling: Ruling,
    /// The official number of the vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text>,
    /// Conditions attached to the consent, such as those of a US resolution of advice and consent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<ConsentCondition>,
}

/// What a vote is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoteOn {
    /// Approving the treaty.
    Approval,
    /// Objecting to it: the treaty passes if the objection is lost.
    Objection,
    /// Ending the debate.
    Cloture,
    /// Overriding a veto or an objection.
    Override,
}

/// The announced result of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// Carried.
    Carried,
    /// Lost.
    Lost,
    /// No announcement is known.
    NotKnown,
}

/// The figures of a vote. A figure that is not known is left out, never zero.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Votes in favour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yes: Option<u32>,
    /// Votes against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no: Option<u32>,
    /// Abstentions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstain: Option<u32>,
    /// Members in the room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// Members who did not vote, in the room or not: sources count either way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_voting: Option<u32>,
    /// Seats in law on the day; all who may vote in a committee or a referendum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// Seats filled on the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members_in_office: Option<u32>,
    /// Weighted votes in favour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yes_weight: Option<u32>,
    /// All weights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<u32>,
    /// The figures of each group, where a majority is needed in each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupTally>,
}

/// The figures of one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupTally {
    /// The group, such as a language group, or `population` and `cantons` of a referendum.
    pub group: Key,
    /// Votes in favour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yes: Option<u32>,
    /// Votes against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no: Option<u32>,
    /// Abstentions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstain: Option<u32>,
}

/// A condition attached to the consent of a parliament.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentCondition {
    /// Its key, by which it is later reported met.
    pub condition: Key,
    /// What it asks for.
    pub text: Text,
    /// What it gates.
    pub gates: Gate,
}

/// What cannot happen before a condition is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// The deposit of the instrument.
    Deposit,
    /// Nothing: it is to be observed afterwards.
    Nothing,
}

/// A step of the procedure ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepConcluded {
    /// How.
    pub outcome: Outcome,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The national procedure as a whole ended, where a source says so without its steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcedureConcluded {
    /// How.
    pub outcome: Outcome,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// How a step or a procedure ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// As the treaty needs it.
    Completed,
    /// The treaty was stopped.
    Failed,
}

/// A step, or the whole procedure where no stage is named, is not required.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepNotRequired {
    /// On which ground.
    pub ground: Text,
}

/// A period set by law began to run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockStarted {
    /// Which period of the stage, by its position in the procedure file, from 0.
    pub period: u32,
    /// What started it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A period that runs was prolonged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockExtended {
    /// Which period of the stage, by its position in the procedure file, from 0.
    pub period: u32,
    /// By how many of its units, at least one (CRaG s. 21: up to 21 further sitting days).
    pub by: NonZeroU32,
    /// By whom, how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The matter was referred to a court.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CourtReferral {
    /// Which court.
    pub court: Text,
    /// What it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Text>,
}

/// The route was chosen or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteChosen {
    /// The route, by its key in the procedure file.
    pub route: Key,
    /// On which ground.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Text>,
}

/// A condition attached to the consent was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionMet {
    /// Its key.
    pub condition: Key,
    /// How it was met.
    pub how: Text,
    /// The paper that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Digest>,
}
