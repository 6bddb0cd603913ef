//! The face of the private tables of accounts.

use domain::register::RecordedAt;

use super::{Error, Store};
use crate::account::{AccountId, AccountName, Actor, PersonId, Role};
use crate::audit::Event;
use crate::password::Hashed;

/// An account as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AccountRow {
    pub(crate) id: AccountId,
    pub(crate) person: PersonId,
    pub(crate) name: AccountName,
    pub(crate) role: Role,
    pub(crate) added_at: RecordedAt,
    pub(crate) closed_at: Option<RecordedAt>,
}

impl AccountRow {
    /// Its holder.
    pub(crate) fn actor(&self) -> Actor {
        Actor {
            account: self.id.clone(),
            person: self.person.clone(),
            name: self.name.as_str().to_owned(),
            role: self.role.clone(),
            request: None,
        }
    }
}

/// Who made a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PasswordOrigin {
    /// The program: it must be changed, and until then it expires.
    Initial { expires_at: RecordedAt },
    /// The holder of the account.
    Own,
}

/// An account with its password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AccountWithPassword {
    pub(crate) account: AccountRow,
    pub(crate) password: Hashed,
    pub(crate) origin: PasswordOrigin,
    /// Since when it is the password.
    pub(crate) password_since: RecordedAt,
}

/// Why an account was not added. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AddAccountError {
    #[error("the name is taken")]
    NameTaken,
    #[error("there is no such person")]
    NoSuchPerson,
    #[error("administrators sign nothing")]
    AdministratorsSignNothing,
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<sqlx::Error> for AddAccountError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Adds an account, with its person if that is new, its password and a line of the audit trail,
    /// all or nothing.
    pub(crate) async fn add_account(
        &self,
        account: &AccountRow,
        is_new_person: bool,
        password: &Hashed,
        origin: PasswordOrigin,
        event: &Event,
    ) -> Result<(), AddAccountError> {
        match self {
            Self::Sqlite(sqlite) => {
                sqlite
                    .add_account(account, is_new_person, password, origin, event)
                    .await
            }
        }
    }

    /// The open account with this folded name.
    pub(crate) async fn open_account(
        &self,
        name_key: &str,
    ) -> Result<Option<AccountWithPassword>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.open_account(name_key).await,
        }
    }

    /// An account, open or closed.
    pub(crate) async fn account(&self, id: &AccountId) -> Result<Option<AccountRow>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.account(id).await,
        }
    }

    /// All accounts, by name.
    pub(crate) async fn accounts(&self) -> Result<Vec<(AccountRow, PasswordOrigin)>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.accounts().await,
        }
    }

    /// Replaces the password that the account had since this instant and ends all its sessions. Says
    /// since when it has the new one; nothing if another was set meanwhile.
    pub(crate) async fn change_password(
        &self,
        account: &AccountId,
        replaced: RecordedAt,
        password: &Hashed,
        event: &Event,
        now: RecordedAt,
    ) -> Result<Option<RecordedAt>, Error> {
        match self {
            Self::Sqlite(sqlite) => {
                sqlite
                    .change_password(account, replaced, password, event, now)
                    .await
            }
        }
    }

    /// Closes an account and ends its sessions. Says whether it was open.
    pub(crate) async fn close_account(
        &self,
        account: &AccountId,
        event: &Event,
        now: RecordedAt,
    ) -> Result<bool, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.close_account(account, event, now).await,
        }
    }
}
