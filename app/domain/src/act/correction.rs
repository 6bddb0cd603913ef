//! Corrections and translations. What is corrected stays visible.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::digest::Digest;
use crate::name::{Key, Lang};
use crate::text::Text;

/// What a statement corrects: a whole statement, never a field of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrects {
    /// The statement corrected, by its hash.
    pub statement: Digest,
    /// Why.
    pub reason: Text,
}

/// A statement is taken back and nothing put in its place. Its `corrects` names the statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementRetracted {}

/// The depositary corrected one of its notifications.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotificationCorrected {
    /// The number of the notification corrected.
    pub number: Text,
    /// The number of the correction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Text>,
    /// What it now says.
    pub text: Text,
}

/// The treaty's text was rectified, or a rectification proposed (procès-verbal, VCLT art. 79).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextRectified {
    /// How far the rectification is.
    pub state: RectificationState,
    /// The authentic language whose text is rectified.
    pub text_lang: Lang,
    /// The articles concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Key>,
    /// The procès-verbal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Digest>,
    /// The last day for objections (art. 79(2)(b)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objections_until: Option<Day>,
}

/// The state of a rectification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RectificationState {
    /// Proposed to the signatory and contracting States.
    Proposed,
    /// Made: the corrected text replaces the defective one from the start (art. 79(4)).
    Made,
    /// Objected to; the depositary passed the objection on (art. 79(2)(b)).
    ObjectedTo,
}

/// A statement's text in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// The statement translated, by its hash.
    pub of: Digest,
    /// Which text of it: the path of the field, such as `payload.ground`.
    pub field: Key,
    /// The translation.
    pub text: Text,
}
