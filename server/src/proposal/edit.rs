//! Writing the next version of a proposal. The sign-offs of the version before are void.

use domain::statement::Statement;

use super::draft::{About, version};
use super::error::{EditError, Written, written};
use super::trail::by;
use super::{Fields, Proposal, ProposalId, Proposals, TRIES, decision};
use crate::account::Actor;
use crate::audit::Action;
use crate::store::proposal::{Change, What};

impl Proposals {
    /// Writes the next version, which begins as a draft. Asking again for what was just written
    /// gives the same answer.
    ///
    /// # Errors
    /// [`EditError`]: nothing was written, except perhaps after [`EditError::Unknown`].
    pub async fn edit(
        &self,
        actor: &Actor,
        id: &ProposalId,
        number: u32,
        fields: Fields,
        statement: Option<Statement>,
    ) -> Result<Proposal, EditError> {
        let edited = self
            .edit_if_allowed(actor, id, number, fields, statement)
            .await;
        let (action, about) = (Action::ProposalEdited, Some((id, number)));
        self.telling_refusals(actor, action, about, edited).await
    }

    async fn edit_if_allowed(
        &self,
        actor: &Actor,
        id: &ProposalId,
        number: u32,
        fields: Fields,
        statement: Option<Statement>,
    ) -> Result<Proposal, EditError> {
        for _ in 0..TRIES {
            let published = self.register.current();
            let proposal = self.find(actor, id, &published.snapshot).await?;
            if was_written(&proposal, number, &fields, statement.as_ref()) {
                return Ok(proposal);
            }
            if proposal.version != number {
                return Err(proposal.conflict().into());
            }
            let to = decision::edit(&proposal, actor)?;
            let about = About::of(&proposal);
            if !about.is_of(statement.as_ref()) {
                return Err(EditError::AboutSomethingElse);
            }
            about.is_for(
                &proposal.author_office,
                statement.as_ref(),
                &published.snapshot,
            )?;
            self.is_open_to_paper(&about, statement.as_ref(), &published.snapshot)
                .await??;
            let (next, _) = version(actor, &fields, statement.as_ref())?;
            let by = by(
                actor,
                &[Action::ProposalEdited],
                id,
                number.saturating_add(1),
            );
            let change = Change {
                id: id.clone(),
                version: number,
                from: proposal.state,
                to,
                at: self.clock.now()?,
                what: What::Edit(next),
                by,
            };
            let changed = self.register.store().change_proposal(change).await;
            match written(changed, EditError::Unknown) {
                Written::Done => return Ok(self.find(actor, id, &published.snapshot).await?),
                Written::LookAgain => {}
                Written::Failed(error) => return Err(error),
            }
        }
        Err(self.get(actor, id).await?.conflict().into())
    }
}

/// Whether the version after this one is what is asked for: the answer was lost.
fn was_written(
    proposal: &Proposal,
    number: u32,
    fields: &Fields,
    statement: Option<&Statement>,
) -> bool {
    proposal.version == number.saturating_add(1)
        && proposal.fields == *fields
        && proposal.statement.as_ref() == statement
}
