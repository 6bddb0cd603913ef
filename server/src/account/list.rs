//! Looking accounts up.

use domain::register::RecordedAt;

use super::{AccountId, AccountName, Accounts, Actor, Failure, PersonId, Role};
use crate::store::PasswordOrigin;

/// An account as an administrator sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The account.
    pub id: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// The name to sign in with.
    pub name: AccountName,
    /// What it is for.
    pub role: Role,
    /// When it was added.
    pub added_at: RecordedAt,
    /// When it was closed, if it was.
    pub closed_at: Option<RecordedAt>,
    /// Until when the password made by the program can be used; nothing if its holder chose one.
    pub initial_password_expires_at: Option<RecordedAt>,
}

impl Accounts {
    /// All accounts, the closed ones too, by name.
    ///
    /// # Errors
    /// [`Failure`] if they cannot be read.
    pub async fn list(&self) -> Result<Vec<Account>, Failure> {
        let stored = self.store.accounts().await?;
        Ok(stored
            .into_iter()
            .map(|(row, origin)| Account {
                id: row.id,
                person: row.person,
                name: row.name,
                role: row.role,
                added_at: row.added_at,
                closed_at: row.closed_at,
                initial_password_expires_at: match origin {
                    PasswordOrigin::Initial { expires_at } => Some(expires_at),
                    PasswordOrigin::Own => None,
                },
            })
            .collect())
    }

    /// Somebody who could act now; nobody if the account is closed.
    ///
    /// # Errors
    /// [`Failure`] if it cannot be read.
    pub async fn actor(&self, account: &AccountId) -> Result<Option<Actor>, Failure> {
        let found = self.store.account(account).await?;
        Ok(found
            .filter(|row| row.closed_at.is_none())
            .map(|row| row.actor()))
    }

    /// The open account of this name.
    ///
    /// # Errors
    /// [`Failure`] if it cannot be read.
    pub async fn named(&self, name: &AccountName) -> Result<Option<Actor>, Failure> {
        let found = self.store.open_account(&name.key()).await?;
        Ok(found.map(|found| found.account.actor()))
    }
}
