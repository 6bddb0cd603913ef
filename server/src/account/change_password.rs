//! Changing one's own password.

use std::time::Duration;

use super::attempt::Checked;
use super::{Accounts, Actor, Admitted, Caller, Failure};
use crate::audit::{Action, Event};
use crate::password::{Busy, NewPassword, PasswordError, Weak};

/// Why a password was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangePasswordError {
    /// The old password is wrong, or too many wrong ones were tried: then wait.
    #[error("this is not your present password")]
    Refused {
        /// How long to wait, if the password was not even looked at.
        retry_after: Option<Duration>,
    },
    /// The new password may not be used.
    #[error("choose another password: {0}")]
    Weak(#[from] Weak),
    /// The new password is the old one.
    #[error("the new password is the old one; choose another")]
    Same,
    /// Too many passwords are being checked just now.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// It could not be done.
    #[error(transparent)]
    Failed(#[from] Failure),
}

impl Accounts {
    /// Changes the password of the account and ends **all** its sessions, this one too: the caller
    /// begins a new one, so that the id of the session changes with the password.
    ///
    /// # Errors
    /// [`ChangePasswordError`]: then the old password is still the password.
    pub async fn change_password(
        &self,
        actor: &Actor,
        old: &str,
        new: &str,
        from: impl Into<Caller> + Send,
    ) -> Result<Admitted, ChangePasswordError> {
        let from = from.into();
        let new_password = NewPassword::choose(new, &actor.name)?;
        let attempt = match self.attempt(&actor.name, old, &from).await? {
            Checked::Wait(left) => {
                return Err(ChangePasswordError::Refused {
                    retry_after: Some(left),
                });
            }
            Checked::Busy(busy) => return Err(busy.into()),
            Checked::Tried(attempt) => attempt,
        };
        let event = |event: Event| event.in_request(from.request.as_deref());
        let own = Some(actor.account.clone());
        let refused = event(Event::refused(Action::PasswordChange, own.clone()));
        let Some(right) = attempt
            .account()
            .filter(|stored| stored.account.id == actor.account)
        else {
            self.record(&refused).await?;
            return Err(ChangePasswordError::Refused { retry_after: None });
        };
        let stepped_up = event(Event::done(Action::StepUp, own.clone()));
        self.settle(&attempt, old, stepped_up).await?;
        if old == new {
            return Err(ChangePasswordError::Same);
        }
        let hashed = match self.passwords.hash(&new_password).await {
            Ok(hashed) => hashed,
            Err(PasswordError::Busy(busy)) => return Err(busy.into()),
            Err(error) => return Err(Failure::from(error).into()),
        };
        let now = self.clock.now().map_err(Failure::from)?;
        let done = event(Event::done(Action::PasswordChange, own));
        let changed = self
            .store
            .change_password(&actor.account, right.password_since, &hashed, &done, now)
            .await
            .map_err(Failure::from)?;
        let Some(password_since) = changed else {
            // Another request changed it meanwhile: the old one is no longer right.
            self.record(&refused).await?;
            return Err(ChangePasswordError::Refused { retry_after: None });
        };
        Ok(Admitted {
            actor: actor.clone(),
            password_since,
        })
    }
}
