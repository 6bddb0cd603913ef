//! Listing proposals: a desk's own, and those that wait for it.

use super::error::ListError;
use super::sight::Side;
use super::{Proposal, Proposals, decision};
use crate::account::Actor;
use crate::store::proposal::LONGEST_LIST;

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

    /// The proposals that the actor could sign off now, those waiting longest first, at most 500.
    ///
    /// # Errors
    /// [`ListError`] if the store cannot be read.
    pub async fn queue(&self, actor: &Actor) -> Result<Vec<Proposal>, ListError> {
        if actor.role.office().is_none() {
            return Ok(Vec::new());
        }
        let published = self.register.current();
        let longest = usize::from(LONGEST_LIST);
        let mut waiting = Vec::new();
        let mut last: Option<Proposal> = None;
        // Until the list is full or nothing is left: what others have begun must not hide what waits here.
        while waiting.len() < longest {
            let page = self.register.store().open_proposals(last.as_ref()).await?;
            let is_last = page.len() < longest;
            last = page.last().cloned();
            waiting.extend(
                page.into_iter()
                    .filter(|one| decision::waits_for(one, actor, &published.snapshot)),
            );
            if is_last {
                break;
            }
        }
        waiting.truncate(longest);
        Ok(waiting)
    }
}
