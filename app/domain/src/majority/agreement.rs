//! What the result of a vote means for the treaty, and whether it is the one that was announced.

use serde::{Deserialize, Serialize};

use crate::act::{Ruling, VoteOn};
use crate::majority::decide::Decision;

/// What is put to the vote at a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Approving the treaty: the rule says when it is approved.
    Approval,
    /// Objecting to it: the rule says when the objection is carried. The treaty passes if it is not.
    Objection,
}

impl From<Question> for VoteOn {
    fn from(question: Question) -> Self {
        match question {
            Question::Approval => Self::Approval,
            Question::Objection => Self::Objection,
        }
    }
}

/// What a vote means for the treaty at its stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// The stage is passed.
    Passed,
    /// It is not: approval was refused, or an objection carried.
    NotPassed,
    /// It cannot be told.
    CannotBeTold,
}

impl Question {
    /// What a decision on this question means for the treaty.
    pub fn meaning(self, decision: Decision) -> Meaning {
        match (self, decision) {
            (Self::Approval, Decision::Carried) | (Self::Objection, Decision::Lost) => {
                Meaning::Passed
            }
            (Self::Approval, Decision::Lost) | (Self::Objection, Decision::Carried) => {
                Meaning::NotPassed
            }
            (Self::Approval | Self::Objection, Decision::CannotBeTold) => Meaning::CannotBeTold,
        }
    }
}

/// Whether the arithmetic agrees with what the chair announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// Both say the same.
    Agrees,
    /// They differ: a figure, the rule or the ruling is not as recorded.
    Differs,
    /// One of them is not known.
    CannotBeTold,
}

/// Holds the arithmetic against the ruling, which it never overrules.
pub fn agreement(ruling: Ruling, decision: Decision) -> Agreement {
    match (ruling, decision) {
        (Ruling::NotKnown, _) | (_, Decision::CannotBeTold) => Agreement::CannotBeTold,
        (Ruling::Carried, Decision::Carried) | (Ruling::Lost, Decision::Lost) => Agreement::Agrees,
        (Ruling::Carried, Decision::Lost) | (Ruling::Lost, Decision::Carried) => Agreement::Differs,
    }
}
