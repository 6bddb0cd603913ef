//! Accepting an act between States in due form: the depositary's sign-off, which publishes it.

use domain::digest::Digest;

use super::error::SignError;
use super::sign::With;
use super::{Acceptance, Advanced, Proposals, Signing};
use crate::account::Actor;

impl Proposals {
    /// Accepts a proposal in due form: signs the act and its acceptance, and publishes both in one
    /// entry. `shown` is the digest of the effect that the officer was shown: if it is no longer the
    /// effect, nothing is written and the new effect comes back. Asking again gives the same answer.
    ///
    /// # Errors
    /// [`SignError`]: nothing was written, except perhaps after [`SignError::Unknown`].
    pub async fn accept(
        &self,
        actor: &Actor,
        signing: Signing,
        acceptance: Acceptance,
        shown: Digest,
    ) -> Result<Advanced, SignError> {
        let with = With::Acceptance {
            acceptance: Box::new(acceptance),
            effect: shown,
        };
        self.sign(actor, signing, with).await
    }
}
