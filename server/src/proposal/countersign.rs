//! Countersigning: the next sign-off that the policy asks for. The last one publishes.

use domain::digest::Digest;

use super::error::SignError;
use super::sign::With;
use super::{Advanced, Proposals, Signing};
use crate::account::Actor;

impl Proposals {
    /// Signs a proposal off. `shown` is the digest of the effect that the officer was shown, if one
    /// was: if it is no longer the effect, or one was to be shown and was not, nothing is written.
    /// Asking again gives the same answer.
    ///
    /// # Errors
    /// [`SignError`]: nothing was written, except perhaps after [`SignError::Unknown`].
    pub async fn countersign(
        &self,
        actor: &Actor,
        signing: Signing,
        shown: Option<Digest>,
    ) -> Result<Advanced, SignError> {
        self.sign(actor, signing, With::SignOff { effect: shown })
            .await
    }
}
