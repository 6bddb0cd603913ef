//! Offices: in which capacity a person signs off a statement.

use serde::{Deserialize, Serialize};

use crate::entity::EntityCode;
use crate::name::Key;

/// An office, with what it is bound to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// A national liaison officer of this participant.
    Liaison(EntityCode),
    /// A national verifier (legal adviser) of this participant.
    Verifier(EntityCode),
    /// An officer of this depositary authority.
    DepositaryOfficer(Key),
}

impl Office {
    /// Whether the office acts for the depositary, not for a participant.
    pub fn is_of_depositary(&self) -> bool {
        matches!(self, Self::DepositaryOfficer(_))
    }
}
