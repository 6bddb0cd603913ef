//! What can go wrong with an account that is nobody's mistake.

use crate::clock::ClockError;
use crate::password::PasswordError;
use crate::randomness::NoRandomness;
use crate::store::Error;

/// Something of this installation does not work. Nobody is told more than that; the log is.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
    /// The passwords.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// Nothing unguessable could be made.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

impl From<ClockError> for Failure {
    fn from(error: ClockError) -> Self {
        Self::Store(error.into())
    }
}
