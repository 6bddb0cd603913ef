//! Reading one proposal.

use domain::snapshot::Snapshot;

use super::error::{Conflict, NotFound};
use super::{Proposal, ProposalId, Proposals, sight};
use crate::account::Actor;

impl Proposals {
    /// A proposal that the actor may see.
    ///
    /// # Errors
    /// [`NotFound`], for one of another country as for one that does not exist.
    pub async fn get(&self, actor: &Actor, id: &ProposalId) -> Result<Proposal, NotFound> {
        self.find(actor, id, &self.register.current().snapshot)
            .await
    }

    /// A proposal that the actor may see by this fold of the register.
    pub(super) async fn find(
        &self,
        actor: &Actor,
        id: &ProposalId,
        snapshot: &Snapshot,
    ) -> Result<Proposal, NotFound> {
        self.register
            .store()
            .proposal(id)
            .await?
            .filter(|proposal| sight::sees(actor, proposal, snapshot))
            .ok_or(NotFound::NotHere)
    }
}

impl Proposal {
    /// What somebody is told who was shown something else.
    pub(super) fn conflict(&self) -> Conflict {
        Conflict {
            version: self.version,
            state: self.state,
            hash: self.hash,
        }
    }
}
