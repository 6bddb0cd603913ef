//! The step-up: giving the password again for one act.

use std::time::Duration;

use super::attempt::Checked;
use super::{AccountId, Accounts, Actor, Caller, Failure};
use crate::audit::{Action, Event};
use crate::password::Busy;
use crate::store::PasswordOrigin;

/// Shows that the holder of an account gave their password again, just now, for one act.
///
/// An operation that puts somebody's name to a statement takes it by value, so that one step-up
/// serves one act.
#[derive(Debug)]
pub struct StepUp {
    account: AccountId,
}

/// Why a step-up failed.
#[derive(Debug, thiserror::Error)]
pub enum StepUpError {
    /// It is not the password of the account, or too many wrong ones were tried: then wait.
    #[error("this is not your password")]
    Refused {
        /// How long to wait before the next attempt.
        retry_after: Option<Duration>,
    },
    /// The password was made by the program, so others have seen it. Its holder changes it first.
    #[error("change your password first: the one you have was made for you")]
    MustChangePassword,
    /// Too many passwords are being checked just now.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// It could not be told.
    #[error(transparent)]
    Failed(#[from] Failure),
}

impl Accounts {
    /// Checks the password again, for one act.
    ///
    /// # Errors
    /// [`StepUpError`]; wrong passwords are slowed down as at the sign-in.
    pub async fn step_up(
        &self,
        actor: &Actor,
        password: &str,
        from: impl Into<Caller> + Send,
    ) -> Result<StepUp, StepUpError> {
        let from = from.into();
        let attempt = match self.attempt(&actor.name, password, &from).await? {
            Checked::Wait(left) => {
                return Err(StepUpError::Refused {
                    retry_after: Some(left),
                });
            }
            Checked::Busy(busy) => return Err(busy.into()),
            Checked::Tried(attempt) => attempt,
        };
        let event = |event: Event| event.in_request(from.request.as_deref());
        let right = attempt
            .account()
            .filter(|stored| stored.account.id == actor.account);
        match right {
            None => {
                self.record(&event(Event::refused(
                    Action::StepUp,
                    Some(actor.account.clone()),
                )))
                .await?;
                Err(StepUpError::Refused { retry_after: None })
            }
            Some(stored) if matches!(stored.origin, PasswordOrigin::Initial { .. }) => {
                let refused = Event::refused(Action::StepUp, Some(actor.account.clone()));
                self.settle(&attempt, password, event(refused)).await?;
                Err(StepUpError::MustChangePassword)
            }
            Some(stored) => {
                let account = stored.account.id.clone();
                let done = event(Event::done(Action::StepUp, Some(account.clone())));
                self.settle(&attempt, password, done).await?;
                Ok(StepUp { account })
            }
        }
    }
}

impl StepUp {
    /// Whose step-up it is.
    pub fn account(&self) -> &AccountId {
        &self.account
    }

    /// One without a password, for tests of what follows it.
    #[cfg(test)]
    pub(crate) fn for_tests(account: AccountId) -> Self {
        Self { account }
    }
}
