//! Adding an account.

use std::time::Duration;

use super::{
    AccountId, AccountName, Accounts, Failure, Holder, InitialPassword, NewAccount, PersonId,
};
use crate::audit::{Action, Event};
use crate::clock::later;
use crate::password::PasswordError;
use crate::store::{AccountRow, AddAccountError, PasswordOrigin};

/// How long a password made by the program can be used.
const INITIAL_PASSWORD_LASTS: Duration = Duration::from_hours(24);

/// Why an account was not added.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// Another account has this name, or a name that differs in capitals only, or a closed one of
    /// somebody else had it.
    #[error("the name “{0}” is taken; choose another")]
    NameTaken(AccountName),
    /// There is no such person.
    #[error("there is no such person")]
    NoSuchPerson,
    /// Who administers accounts signs nothing, and the other way round.
    #[error(
        "one person cannot both administer accounts and sign entries; give the account to \
         somebody else"
    )]
    AdministratorsSignNothing,
    /// It could not be done.
    #[error(transparent)]
    Failed(#[from] Failure),
}

impl Accounts {
    /// Adds an account with a password made by the program, which its holder must change at the
    /// first sign-in, within a day.
    ///
    /// # Errors
    /// [`AddError`]: then nothing was added.
    pub async fn add(&self, new: NewAccount) -> Result<(AccountId, InitialPassword), AddError> {
        let NewAccount { name, holder, role } = new;
        let failed = |error: Failure| AddError::Failed(error);
        let password = InitialPassword::make(self.random.as_ref()).map_err(|e| failed(e.into()))?;
        let hashed = self
            .passwords
            .hash_text(password.reveal())
            .await
            .map_err(|error: PasswordError| failed(error.into()))?;
        let id = AccountId(self.random.id().map_err(|e| failed(e.into()))?);
        let (person, is_new_person) = match holder {
            Holder::New => {
                let id = self.random.id().map_err(|e| failed(e.into()))?;
                (PersonId(id), true)
            }
            Holder::Existing(person) => (person, false),
        };
        let now = self.clock.now().map_err(|e| failed(e.into()))?;
        let expires_at = later(now, INITIAL_PASSWORD_LASTS);
        let row = AccountRow {
            id: id.clone(),
            person,
            name,
            role,
            added_at: now,
            closed_at: None,
        };
        let event = Event::done(Action::AccountAdded, None).about(&id.0);
        let origin = PasswordOrigin::Initial { expires_at };
        let added = self
            .store
            .add_account(&row, is_new_person, &hashed, origin, &event)
            .await;
        match added {
            Ok(()) => Ok((id, password)),
            Err(AddAccountError::NameTaken) => Err(AddError::NameTaken(row.name)),
            Err(AddAccountError::NoSuchPerson) => Err(AddError::NoSuchPerson),
            Err(AddAccountError::AdministratorsSignNothing) => {
                Err(AddError::AdministratorsSignNothing)
            }
            Err(AddAccountError::Store(error)) => Err(failed(error.into())),
        }
    }
}
