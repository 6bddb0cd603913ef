//! Accounts: who may sign in, as which person, in which role.
//!
//! A person is not an account: one person may have several accounts, and counts once wherever two
//! persons are asked for.

mod step_up;

use std::fmt;

use domain::entity::EntityCode;
use domain::name::Key;
use domain::office::Office;
use serde::{Deserialize, Serialize};
pub use step_up::StepUp;

/// An account, by an opaque id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AccountId(pub String);

/// A natural person, by an opaque id. It never leaves the private tables.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PersonId(pub String);

impl fmt::Debug for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Pseudonyms in entries are made of it: it has no place in a log.
        f.write_str("PersonId(…)")
    }
}

/// What an account is for, with what it is bound to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// National liaison officer: drafts for its own country.
    Liaison(EntityCode),
    /// National verifier (legal adviser): countersigns for its own country.
    Verifier(EntityCode),
    /// Officer of a depositary authority.
    DepositaryOfficer(Key),
    /// Coalition leader: reads the coalition view.
    Leader,
    /// Administrator: accounts only, never entries.
    Administrator,
    /// Auditor: reads the audit trail.
    Auditor,
}

impl Role {
    /// The office in which its holder signs off statements, if it has one.
    pub fn office(&self) -> Option<Office> {
        match self {
            Self::Liaison(of) => Some(Office::Liaison(*of)),
            Self::Verifier(of) => Some(Office::Verifier(*of)),
            Self::DepositaryOfficer(authority) => {
                Some(Office::DepositaryOfficer(authority.clone()))
            }
            Self::Leader | Self::Administrator | Self::Auditor => None,
        }
    }
}

/// Somebody who is signed in: made from a session that is valid at this moment, never from a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub account: AccountId,
    /// Whose account it is.
    pub person: PersonId,
    /// The name to show: the one used to sign in.
    pub name: String,
    /// What the account is for.
    pub role: Role,
}
