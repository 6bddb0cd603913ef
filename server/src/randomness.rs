//! Randomness. This is the only file that asks the system for it; everything else is given it.

use std::fmt;

/// Gives bytes nobody can guess.
pub trait Randomness: fmt::Debug + Send + Sync {
    /// Fills the bytes.
    ///
    /// # Errors
    /// [`NoRandomness`] if the system has none to give.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness>;

    /// A new opaque id of 128 bits, in small hexadecimal digits.
    ///
    /// # Errors
    /// [`NoRandomness`] if the system has none to give.
    fn id(&self) -> Result<String, NoRandomness> {
        let mut bytes = [0_u8; 16];
        self.fill(&mut bytes)?;
        Ok(hex::encode(bytes))
    }
}

/// The system gave no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system gave no random bytes; nothing that must be unguessable can be made")]
pub struct NoRandomness;

/// The system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the system for randomness"
    )]
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        getrandom::fill(bytes).map_err(|_| NoRandomness)
    }
}
