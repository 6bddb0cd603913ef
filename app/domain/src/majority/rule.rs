//! What a procedure file says of a majority and a quorum.

use serde::{Deserialize, Serialize};

use crate::majority::expression::Expression;
use crate::majority::label::Label;
use crate::text::Body;

/// A majority rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name.
    pub label: Label,
    /// Its formula, for people.
    pub formula: Body,
    /// Its machine form.
    pub expr: Expression,
    /// The votes that are needed with every seat filled, or with everybody there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes_needed: Option<u32>,
    /// The fewest votes with which it can be carried at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_votes: Option<u32>,
    /// What a tie does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tie: Option<Body>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Body>,
}

/// How many must be there for a vote to count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quorum {
    /// Its formula, for people.
    pub formula: Body,
    /// Its machine form.
    pub expr: Expression,
    /// When it is looked at.
    pub checked: Checked,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Body>,
    /// The articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<Vec<Body>>,
}

/// When a quorum is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Checked {
    /// At every vote: without it nothing is decided.
    Always,
    /// Only if somebody raises it: without it a vote stands all the same.
    OnChallenge,
}
