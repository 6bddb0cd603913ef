//! Withdrawing a proposal before it is published.

use super::error::{MoveError, Written, written};
use super::trail::by;
use super::{Proposal, ProposalId, Proposals, State, TRIES, decision};
use crate::account::Actor;
use crate::audit::Action;
use crate::store::proposal::{Change, What};

impl Proposals {
    /// Withdraws a proposal. It stays as it is from then on.
    ///
    /// # Errors
    /// [`MoveError`]: nothing was written, except perhaps after [`MoveError::Unknown`].
    pub async fn withdraw(
        &self,
        actor: &Actor,
        id: &ProposalId,
        version: u32,
    ) -> Result<Proposal, MoveError> {
        let withdrawn = self.withdraw_if_allowed(actor, id, version).await;
        let (action, about) = (Action::ProposalWithdrawn, Some((id, version)));
        self.telling_refusals(actor, action, about, withdrawn).await
    }

    async fn withdraw_if_allowed(
        &self,
        actor: &Actor,
        id: &ProposalId,
        version: u32,
    ) -> Result<Proposal, MoveError> {
        for _ in 0..TRIES {
            let published = self.register.current();
            let proposal = self.find(actor, id, &published.snapshot).await?;
            if proposal.version != version {
                return Err(proposal.conflict().into());
            }
            if proposal.state == State::Withdrawn {
                return Ok(proposal);
            }
            let change = Change {
                id: id.clone(),
                version,
                from: proposal.state,
                to: decision::withdraw(&proposal, actor)?,
                at: self.clock.now()?,
                what: What::Nothing,
                by: by(actor, &[Action::ProposalWithdrawn], id, version),
            };
            let changed = self.register.store().change_proposal(change).await;
            match written(changed, MoveError::Unknown) {
                Written::Done => return Ok(self.find(actor, id, &published.snapshot).await?),
                Written::LookAgain => {}
                Written::Failed(error) => return Err(error),
            }
        }
        Err(self.get(actor, id).await?.conflict().into())
    }
}
