//! Signing in with name and password.

use std::time::Duration;

use super::attempt::Checked;
use super::{Accounts, Admitted, Caller, Failure};
use crate::audit::{Action, Event};
use crate::password::Busy;
use crate::store::PasswordOrigin;

/// Why somebody was not signed in. Whether the name exists cannot be told from it.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Name and password do not fit, or the password expired, or too many wrong ones were tried:
    /// then wait.
    #[error("the name and the password do not fit")]
    Refused {
        /// How long to wait, if the password was not even looked at.
        retry_after: Option<Duration>,
    },
    /// Too many passwords are being checked just now.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// It could not be told.
    #[error(transparent)]
    Failed(#[from] Failure),
}

impl Accounts {
    /// Tells who signs in. The caller begins the session.
    ///
    /// # Errors
    /// [`SignInError`]: the same for a name that does not exist as for a wrong password.
    pub async fn sign_in(
        &self,
        name: &str,
        password: &str,
        from: impl Into<Caller> + Send,
    ) -> Result<Admitted, SignInError> {
        let from = from.into();
        let attempt = match self.attempt(name, password, &from).await? {
            Checked::Wait(left) => {
                return Err(SignInError::Refused {
                    retry_after: Some(left),
                });
            }
            Checked::Busy(busy) => return Err(busy.into()),
            Checked::Tried(attempt) => attempt,
        };
        let now = self.clock.now().map_err(Failure::from)?;
        let right = attempt.account().filter(|stored| match stored.origin {
            PasswordOrigin::Initial { expires_at } => now < expires_at,
            PasswordOrigin::Own => true,
        });
        let Some(right) = right else {
            let about = attempt.known().map_or("", |known| &known.account.id.0);
            let refused = Event::refused(Action::SignIn, None)
                .about(about)
                .in_request(from.request.as_deref());
            self.record(&refused).await?;
            return Err(SignInError::Refused { retry_after: None });
        };
        let done = Event::done(Action::SignIn, Some(right.account.id.clone()))
            .in_request(from.request.as_deref());
        self.settle(&attempt, password, done).await?;
        Ok(Admitted {
            actor: right.account.actor(),
            password_since: right.password_since,
        })
    }
}
