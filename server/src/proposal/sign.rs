//! Putting one's name to a proposal: what countersigning and accepting have in common.

use domain::digest::Digest;
use domain::register::{Entry, RecordedAt};
use domain::sign_off::{Evidence, SignOff};
use domain::snapshot::Ending;

use super::decision::{self, Shown, ToSign};
use super::draft::About;
use super::error::{SignError, Written, written};
use super::publish::{Published, ToPublish};
use super::trail::by;
use super::{Acceptance, Advanced, Proposal, Proposals, Recorded, Signing, State, TRIES};
use crate::account::Actor;
use crate::audit::Action;
use crate::store::proposal::{Change, What};
use crate::store::{Error, Receipt};

/// What a sign-off comes with.
pub(super) enum With {
    /// Nothing but the effect that was shown, if one was.
    SignOff { effect: Option<Digest> },
    /// The acceptance in due form, and the effect that was shown.
    Acceptance {
        acceptance: Box<Acceptance>,
        effect: Digest,
    },
}

/// Which sign-off is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// The one that comes with the submission.
    Submission,
    /// A later one.
    SignOff,
}

impl With {
    fn ending(&self) -> Ending {
        match self {
            Self::SignOff { .. } => Ending::SignOff,
            Self::Acceptance { .. } => Ending::Acceptance,
        }
    }

    /// As the audit trail names it.
    fn action(&self) -> Action {
        match self {
            Self::SignOff { .. } => Action::ProposalCountersigned,
            Self::Acceptance { .. } => Action::ProposalAccepted,
        }
    }

    /// The acceptance, if it comes with one.
    pub fn acceptance(&self) -> Option<&Acceptance> {
        match self {
            Self::SignOff { .. } => None,
            Self::Acceptance { acceptance, .. } => Some(acceptance),
        }
    }

    /// The digest of the effect that was shown.
    pub fn effect(&self) -> Option<Digest> {
        match self {
            Self::SignOff { effect } => *effect,
            Self::Acceptance { effect, .. } => Some(*effect),
        }
    }
}

impl Proposals {
    /// Records a sign-off, and publishes if it is the last one.
    pub(super) async fn sign(
        &self,
        actor: &Actor,
        signing: Signing,
        with: With,
    ) -> Result<Advanced, SignError> {
        let signed = self.sign_if_allowed(actor, &signing, &with).await;
        let about = Some((&signing.id, signing.version));
        self.telling_refusals(actor, with.action(), about, signed)
            .await
    }

    async fn sign_if_allowed(
        &self,
        actor: &Actor,
        signing: &Signing,
        with: &With,
    ) -> Result<Advanced, SignError> {
        signing.is_by(actor)?;
        let shown = signing.shown();
        for _ in 0..TRIES {
            let published = self.register.current();
            let snapshot = &published.snapshot;
            let proposal = self.find(actor, &signing.id, snapshot).await?;
            if let Some(answer) = self
                .repeated(actor, &proposal, shown, Asked::SignOff)
                .await?
            {
                self.is_the_same(&proposal, with).await?;
                return Ok(answer);
            }
            // A liaison may have come since it was submitted: then the State speaks for itself.
            self.is_open_to_paper(&About::of(&proposal), proposal.statement.as_ref(), snapshot)
                .await??;
            let signature = decision::sign(&proposal, actor, shown, snapshot, with.ending())?;
            let at = self.clock.now()?;
            let sign_off = signature.sign_off.by(actor, &proposal, shown.hash, at);
            if signature.to == State::Published {
                let to_publish = ToPublish {
                    proposal: &proposal,
                    sign_off,
                    with,
                    by: by(
                        actor,
                        &[with.action(), Action::ProposalPublished],
                        &proposal.id,
                        shown.version,
                    ),
                    published: &published,
                };
                match self.publish(to_publish, signing).await? {
                    Published::Done(receipt) => return Ok(Advanced::Published(receipt)),
                    Published::LookAgain => continue,
                }
            }
            let change = Change {
                id: proposal.id.clone(),
                version: shown.version,
                from: proposal.state,
                to: signature.to,
                at,
                what: What::Sign(sign_off),
                by: by(actor, &[with.action()], &proposal.id, shown.version),
            };
            let changed = self.register.store().change_proposal(change).await;
            match written(changed, SignError::Unknown) {
                Written::Done => return Ok(Advanced::Waiting(signature.to)),
                Written::LookAgain => {}
                Written::Failed(error) => return Err(error),
            }
        }
        Err(self.get(actor, &signing.id).await?.conflict().into())
    }

    /// The answer that this account was given before for this version, if it made this sign-off.
    pub(super) async fn repeated(
        &self,
        actor: &Actor,
        proposal: &Proposal,
        shown: Shown,
        asked: Asked,
    ) -> Result<Option<Advanced>, SignError> {
        let submission = proposal.submission();
        let made = proposal
            .sign_offs
            .iter()
            .filter(|sign_off| sign_off.account == actor.account)
            .any(|sign_off| (Some(sign_off) == submission) == (asked == Asked::Submission));
        if !made || decision::is_as_shown(proposal, shown).is_err() {
            return Ok(None);
        }
        match (proposal.state, proposal.published) {
            (State::Published, Some(index)) => {
                Ok(Some(Advanced::Published(self.receipt(index).await?)))
            }
            (State::Submitted | State::Countersigned, _) => {
                Ok(Some(Advanced::Waiting(proposal.state)))
            }
            (State::Draft | State::Returned | State::Withdrawn | State::Published, _) => Ok(None),
        }
    }

    /// Whoever accepts again what was published must mean the same acceptance.
    async fn is_the_same(&self, proposal: &Proposal, with: &With) -> Result<(), SignError> {
        let (Some(acceptance), Some(index)) = (with.acceptance(), proposal.published) else {
            return Ok(());
        };
        let (entry, _) = self.entry(index).await?;
        let is_in = |statement| acceptance.is_in(statement);
        if entry.statements.iter().any(is_in) {
            Ok(())
        } else {
            Err(proposal.conflict().into())
        }
    }

    /// The receipt of an entry that was published before.
    async fn receipt(&self, index: u64) -> Result<Receipt, Error> {
        let (entry, stored) = self.entry(index).await?;
        Ok(Receipt {
            index,
            count: 1,
            recorded_at: entry.recorded_at,
            leaf_hash: stored.leaf_hash,
            root: stored.root_after,
            size: index.saturating_add(1),
            replayed: true,
        })
    }

    /// An entry that is there.
    async fn entry(&self, index: u64) -> Result<(Entry, crate::store::StoredEntry), Error> {
        let damaged = || Error::DamagedRow(format!("entry {index}"));
        let stored = self.register.store().entry(index).await?;
        let stored = stored.ok_or_else(damaged)?;
        let entry = Entry::decode(&stored.bytes).map_err(|_| damaged())?;
        Ok((entry, stored))
    }
}

impl Proposal {
    /// The sign-off that came with the submission, if one did: the first, by the author's office.
    fn submission(&self) -> Option<&Recorded> {
        self.sign_offs
            .iter()
            .min_by_key(|sign_off| (sign_off.step, sign_off.at))
            .filter(|first| first.office == self.author_office)
    }
}

impl Signing {
    /// The step-up is the signer's own.
    pub(super) fn is_by(&self, actor: &Actor) -> Result<(), SignError> {
        if *self.step_up.account() == actor.account {
            Ok(())
        } else {
            Err(SignError::StepUpOfAnother)
        }
    }

    /// What the signer was shown.
    pub(super) fn shown(&self) -> Shown {
        Shown {
            version: self.version,
            hash: self.hash,
        }
    }
}

impl ToSign {
    /// The sign-off by this actor.
    pub(super) fn by(
        self,
        actor: &Actor,
        proposal: &Proposal,
        hash: Digest,
        at: RecordedAt,
    ) -> Recorded {
        let Self { step, office } = self;
        let evidence = Evidence::PasswordStepUp;
        let digest = SignOff::covered(hash, proposal.occasion, step, &office, evidence);
        Recorded {
            step,
            office,
            account: actor.account.clone(),
            person: actor.person.clone(),
            at,
            digest,
        }
    }
}
