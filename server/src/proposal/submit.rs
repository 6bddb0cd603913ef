//! Submitting a proposal: the first sign-off, where the policy asks the author's office for it.

use domain::policy::Occasion;
use public::Published;

use super::decision::Shown;
use super::draft::About;
use super::error::{Refusal, SignError, Written, written};
use super::sign::Asked;
use super::trail::by;
use super::{Advanced, Proposal, Proposals, Signing, TRIES, decision, procedure};
use crate::account::Actor;
use crate::audit::Action;
use crate::store::proposal::{Change, What};

impl Proposals {
    /// Submits a proposal for sign-off. Asking again gives the same answer.
    ///
    /// # Errors
    /// [`SignError`]: nothing was written, except perhaps after [`SignError::Unknown`].
    pub async fn submit(&self, actor: &Actor, signing: Signing) -> Result<Advanced, SignError> {
        let submitted = self.submit_if_allowed(actor, &signing).await;
        let about = Some((&signing.id, signing.version));
        self.telling_refusals(actor, Action::ProposalSubmitted, about, submitted)
            .await
    }

    async fn submit_if_allowed(
        &self,
        actor: &Actor,
        signing: &Signing,
    ) -> Result<Advanced, SignError> {
        signing.is_by(actor)?;
        let shown = signing.shown();
        for _ in 0..TRIES {
            let published = self.register.current();
            let snapshot = &published.snapshot;
            let proposal = self.find(actor, &signing.id, snapshot).await?;
            if let Some(answer) = self.answered(actor, &proposal, shown).await? {
                return Ok(answer);
            }
            let submission = decision::submit(&proposal, actor, shown, snapshot)?;
            self.is_open_to_paper(&About::of(&proposal), proposal.statement.as_ref(), snapshot)
                .await??;
            self.could_follow(&proposal, &published).await?;
            let at = self.clock.now()?;
            let what = match submission.sign_off {
                Some(to_sign) => What::Sign(to_sign.by(actor, &proposal, shown.hash, at)),
                None => What::Nothing,
            };
            let change = Change {
                id: proposal.id.clone(),
                version: shown.version,
                from: proposal.state,
                to: submission.to,
                at,
                what,
                by: by(
                    actor,
                    &[Action::ProposalSubmitted],
                    &proposal.id,
                    shown.version,
                ),
            };
            let changed = self.register.store().change_proposal(change).await;
            match written(changed, SignError::Unknown) {
                Written::Done => return Ok(Advanced::Waiting(submission.to)),
                Written::LookAgain => {}
                Written::Failed(error) => return Err(error),
            }
        }
        Err(self.get(actor, &signing.id).await?.conflict().into())
    }

    /// The answer to a submission that was made already: by the same account, or, where the policy
    /// does not ask the author's office for a sign-off, by the office.
    async fn answered(
        &self,
        actor: &Actor,
        proposal: &Proposal,
        shown: Shown,
    ) -> Result<Option<Advanced>, SignError> {
        if let Some(answer) = self
            .repeated(actor, proposal, shown, Asked::Submission)
            .await?
        {
            return Ok(Some(answer));
        }
        let is_same = proposal.state.is_open()
            && decision::is_as_shown(proposal, shown).is_ok()
            && actor.role.office().as_ref() == Some(&proposal.author_office)
            && !proposal
                .sign_offs
                .iter()
                .any(|sign_off| sign_off.office == proposal.author_office);
        Ok(is_same.then_some(Advanced::Waiting(proposal.state)))
    }

    /// Nobody is asked to sign what could never be published: the statement follows what is in the
    /// register and the participant's own procedure, and the files it names are there.
    async fn could_follow(
        &self,
        proposal: &Proposal,
        published: &Published,
    ) -> Result<(), SignError> {
        let statement = proposal.statement.as_ref().ok_or(Refusal::NoStatement)?;
        let occasion: Occasion = proposal.occasion;
        published
            .snapshot
            .supposing(std::slice::from_ref(statement), occasion)
            .map_err(|error| Refusal::Rules(Box::new(error)))?;
        procedure::allows(statement, &published.snapshot, &published.library)?;
        self.files(proposal).await?;
        Ok(())
    }
}
