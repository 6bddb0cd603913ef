//! Listing proposals: a desk's own, and those that wait for it.

use super::error::ListError;
use super::sight::Side;
use super::{Proposal, Proposals, decision};
use crate::account::Actor;

impl Proposals {
    /// The proposals that the actor's side has begun, those changed last first, at most 500.
    ///
    /// # Errors
    /// [`ListError`] if the store cannot be read.
    pub async fn of(&self, actor: &Actor) -> Result<Vec<Proposal>, ListError> {
        match actor.role.office() {
            None => Ok(Vec::new()),
            Some(office) => Ok(self
                .register
                .store()
                .proposals_of(&Side::of(&office))
                .await?),
        }
    }

    /// The proposals that the actor could sign off now, those waiting longest first.
    ///
    /// # Errors
    /// [`ListError`] if the store cannot be read.
    pub async fn queue(&self, actor: &Actor) -> Result<Vec<Proposal>, ListError> {
        if actor.role.office().is_none() {
            return Ok(Vec::new());
        }
        let published = self.register.current();
        let mut open = self.register.store().open_proposals().await?;
        open.retain(|proposal| decision::waits_for(proposal, actor, &published.snapshot));
        Ok(open)
    }
}
