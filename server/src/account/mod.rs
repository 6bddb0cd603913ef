//! Accounts: who may sign in, as which person, in which role.
//!
//! A person is not an account: one person may have several accounts, and counts once wherever two
//! persons are asked for. A role never changes: an account is closed and another is added.

mod add;
mod attempt;
mod caller;
mod change_password;
mod close;
mod failure;
mod initial_password;
mod list;
mod name;
mod role;
mod sign_in;
mod step_up;

use std::fmt;
use std::sync::Arc;

pub use add::AddError;
pub use caller::Caller;
pub use change_password::ChangePasswordError;
pub use close::CloseError;
use domain::register::RecordedAt;
pub use failure::Failure;
pub use initial_password::InitialPassword;
pub use list::Account;
pub(crate) use name::fold;
pub use name::{AccountName, NotAnAccountName};
pub use role::{NotARole, Role};
use serde::{Deserialize, Serialize};
pub use sign_in::SignInError;
pub use step_up::{StepUp, StepUpError};

use crate::audit::Event;
use crate::clock::Clock;
use crate::password::Passwords;
use crate::randomness::Randomness;
use crate::store::Store;

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
    /// The id of the request in which they act, as in the log; none on the command line.
    pub request: Option<String>,
}

/// Somebody who gave their password just now: what a session begins with.
///
/// It serves only while that password is the password of the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admitted {
    /// Who it is.
    pub actor: Actor,
    /// Since when it is the password.
    pub(crate) password_since: RecordedAt,
}

/// An account to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// The name to sign in with.
    pub name: AccountName,
    /// Whose it is.
    pub holder: Holder,
    /// What it is for.
    pub role: Role,
}

/// Whose account it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// Somebody who has no account yet.
    New,
    /// Somebody who has one already.
    Existing(PersonId),
}

/// The accounts of an installation. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Accounts {
    store: Store,
    passwords: Passwords,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Randomness>,
}

impl Accounts {
    /// The accounts in this database.
    pub fn new(
        store: Store,
        passwords: Passwords,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Randomness>,
    ) -> Self {
        Self {
            store,
            passwords,
            clock,
            random,
        }
    }

    /// Adds a line to the audit trail.
    async fn record(&self, event: &Event) -> Result<(), Failure> {
        let now = self.clock.now()?;
        Ok(self.store.record_event(event, now).await?)
    }
}
