//! Closing an account.

use super::{AccountId, Accounts, Failure};
use crate::audit::{Action, Event};

/// Why an account was not closed.
#[derive(Debug, thiserror::Error)]
pub enum CloseError {
    /// There is none, or it is closed already.
    #[error("there is no open account of this name")]
    NotOpen,
    /// It could not be done.
    #[error(transparent)]
    Failed(#[from] Failure),
}

impl Accounts {
    /// Closes an account and ends its sessions at once. It stays, so that what was done with it can
    /// be read.
    ///
    /// # Errors
    /// [`CloseError`]: then it is as it was.
    pub async fn close(&self, account: &AccountId) -> Result<(), CloseError> {
        let now = self.clock.now().map_err(Failure::from)?;
        let event = Event::done(Action::AccountClosed, None).about(&account.0);
        let closed = self
            .store
            .close_account(account, &event, now)
            .await
            .map_err(Failure::from)?;
        if closed {
            Ok(())
        } else {
            Err(CloseError::NotOpen)
        }
    }
}
