//! Withdrawing a proposal before it is published.

use super::decision::EditRefused;
use super::error::{WithdrawError, Written, written};
use super::{Proposal, ProposalId, Proposals, State, TRIES, decision};
use crate::account::Actor;
use crate::store::proposal::{Change, What};

impl Proposals {
    /// Withdraws a proposal. It stays as it is from then on.
    ///
    /// # Errors
    /// [`WithdrawError`]: nothing was written, except perhaps after [`WithdrawError::Unknown`].
    pub async fn withdraw(
        &self,
        actor: &Actor,
        id: &ProposalId,
        version: u32,
    ) -> Result<Proposal, WithdrawError> {
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
            };
            let changed = self.register.store().change_proposal(change).await;
            match written(changed, WithdrawError::Unknown) {
                Written::Done => return Ok(self.find(actor, id, &published.snapshot).await?),
                Written::LookAgain => {}
                Written::Failed(error) => return Err(error),
            }
        }
        Err(self.get(actor, id).await?.conflict().into())
    }
}

impl From<EditRefused> for WithdrawError {
    fn from(refused: EditRefused) -> Self {
        match refused {
            EditRefused::NotAllowed(error) => Self::NotAllowed(error),
            EditRefused::NotNow(error) => Self::NotNow(error),
        }
    }
}
