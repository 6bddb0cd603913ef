//! Sending a proposal back to its author's office, with a reason.

use domain::text::Text;

use super::error::{MoveError, Written, written};
use super::trail::by;
use super::{Proposal, ProposalId, Proposals, Returned, State, TRIES, decision};
use crate::account::Actor;
use crate::audit::Action;
use crate::store::proposal::{Change, What};

impl Proposals {
    /// Sends a proposal back. Its author's office writes the next version, or withdraws it.
    ///
    /// # Errors
    /// [`MoveError`]: nothing was written, except perhaps after [`MoveError::Unknown`].
    pub async fn send_back(
        &self,
        actor: &Actor,
        id: &ProposalId,
        version: u32,
        reason: Text,
    ) -> Result<Proposal, MoveError> {
        let returned = self.send_back_if_allowed(actor, id, version, reason).await;
        let (action, about) = (Action::ProposalSentBack, Some((id, version)));
        self.telling_refusals(actor, action, about, returned).await
    }

    async fn send_back_if_allowed(
        &self,
        actor: &Actor,
        id: &ProposalId,
        version: u32,
        reason: Text,
    ) -> Result<Proposal, MoveError> {
        for _ in 0..TRIES {
            let published = self.register.current();
            let proposal = self.find(actor, id, &published.snapshot).await?;
            if proposal.version != version {
                return Err(proposal.conflict().into());
            }
            if was_returned(&proposal, actor, &reason) {
                return Ok(proposal);
            }
            let (office, to) = decision::send_back(&proposal, actor, &published.snapshot)?;
            let at = self.clock.now()?;
            let returned = Returned {
                reason: reason.clone(),
                office,
                at,
            };
            let change = Change {
                id: id.clone(),
                version,
                from: proposal.state,
                to,
                at,
                what: What::SendBack(returned),
                by: by(actor, &[Action::ProposalSentBack], id, version),
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

/// Whether it was sent back just so: the answer was lost.
fn was_returned(proposal: &Proposal, actor: &Actor, reason: &Text) -> bool {
    proposal.state == State::Returned
        && proposal.returned.as_ref().is_some_and(|returned| {
            returned.reason == *reason && Some(&returned.office) == actor.role.office().as_ref()
        })
}
