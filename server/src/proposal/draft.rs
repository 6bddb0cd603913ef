//! Beginning a proposal.

use std::collections::BTreeSet;

use domain::act::ActGroup;
use domain::canonical;
use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::name::Slug;
use domain::office::Office;
use domain::policy::Occasion;
use domain::snapshot::Snapshot;
use domain::statement::Statement;

use super::error::{DraftError, NotAllowed, Refusal};
use super::sight::Side;
use super::trail::by;
use super::{Fields, Proposal, ProposalId, Proposals, State, decision};
use crate::account::Actor;
use crate::audit::Action;
use crate::store::proposal::{ChangeError, NewProposal, NewVersion};
use crate::store::{Error, IdempotencyKey};

/// The most proposals of one side that are not over: what one side leaves lying costs all others.
pub const MOST_OPEN: u64 = 200;

/// What a proposal begins with.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The instrument it concerns; one that is not in the register yet, if it opens it.
    pub instrument: Slug,
    /// The participant it concerns, if it concerns one.
    pub participant: Option<EntityCode>,
    /// How the fact reaches the register.
    pub occasion: Occasion,
    /// The form as typed.
    pub fields: Fields,
    /// What the form says, if it parses.
    pub statement: Option<Statement>,
    /// Names the wish, so that the same form sent twice begins one proposal.
    pub key: Option<IdempotencyKey>,
}

impl Draft {
    /// The id that this draft has whenever it is asked for: the same only for the same account, key
    /// and answers, so that what was typed differently since is never taken for it.
    fn id(&self, actor: &Actor, key: &IdempotencyKey) -> Result<ProposalId, Refusal> {
        let wish = canonical::encode(&(
            (&actor.account, key.as_str()),
            (&self.instrument, self.participant, self.occasion),
            &self.fields,
        ))?;
        let id: String = Digest::of(&wish).to_string().chars().take(32).collect();
        Ok(ProposalId(id))
    }
}

impl Proposals {
    /// Begins a proposal. The form is kept even when it does not parse.
    ///
    /// # Errors
    /// [`DraftError`]: nothing was written, except perhaps after [`DraftError::Unknown`].
    pub async fn draft(&self, actor: &Actor, draft: Draft) -> Result<Proposal, DraftError> {
        let begun = self.draft_if_allowed(actor, draft).await;
        self.telling_refusals(actor, Action::ProposalBegun, None, begun)
            .await
    }

    async fn draft_if_allowed(&self, actor: &Actor, draft: Draft) -> Result<Proposal, DraftError> {
        let office = actor.role.office().ok_or(NotAllowed::NoOffice)?;
        let about = About {
            instrument: &draft.instrument,
            participant: draft.participant,
            occasion: draft.occasion,
        };
        if !about.is_of(draft.statement.as_ref()) {
            return Err(DraftError::AboutSomethingElse);
        }
        let published = self.register.current();
        about.is_for(&office, draft.statement.as_ref(), &published.snapshot)?;
        self.is_open_to_paper(&about, draft.statement.as_ref(), &published.snapshot)
            .await??;
        let id = match &draft.key {
            None => ProposalId(self.randomness.id()?),
            Some(key) => {
                let id = draft.id(actor, key)?;
                if let Some(begun) = self.register.store().proposal(&id).await? {
                    return Ok(begun);
                }
                id
            }
        };
        // Two at the same moment may both pass: it is a bound on work, not on what is lawful.
        let side = Side::of(&office);
        if self.register.store().open_of_side(&side).await? >= MOST_OPEN {
            return Err(DraftError::TooMany);
        }
        let now = self.clock.now()?;
        let (version, hash) = version(actor, &draft.fields, draft.statement.as_ref())?;
        let proposal = Proposal {
            id,
            version: 1,
            instrument: draft.instrument,
            participant: draft.participant,
            occasion: draft.occasion,
            state: State::Draft,
            fields: draft.fields,
            statement: draft.statement,
            hash,
            author: actor.account.clone(),
            author_office: office,
            writers: BTreeSet::from([actor.person.clone()]),
            created_at: now,
            updated_at: now,
            sign_offs: Vec::new(),
            returned: None,
            published: None,
        };
        let mut key = [0_u8; 32];
        self.randomness.fill(&mut key)?;
        let new = NewProposal {
            proposal: &proposal,
            version,
            key,
            by: by(
                actor,
                &[Action::ProposalBegun],
                &proposal.id,
                proposal.version,
            ),
        };
        match self.register.store().begin_proposal(new).await {
            Ok(()) => Ok(proposal),
            // Both of two at the same moment find nothing; the second finds the first one now.
            Err(ChangeError::Store(error)) => {
                match self.register.store().proposal(&proposal.id).await? {
                    Some(begun) => Ok(begun),
                    None => Err(error.into()),
                }
            }
            Err(ChangeError::Unknown(error)) => Err(DraftError::Unknown(error)),
            Err(ChangeError::AccountClosed) => Err(NotAllowed::AccountClosed.into()),
            // Nobody else knows the id yet.
            Err(error @ (ChangeError::Moved | ChangeError::SignedAlready)) => {
                Err(Error::DamagedRow(error.to_string()).into())
            }
        }
    }

    /// Whether an act of another State may come on paper: only if it has no liaison officer here.
    pub(super) async fn is_open_to_paper(
        &self,
        about: &About<'_>,
        statement: Option<&Statement>,
        snapshot: &Snapshot,
    ) -> Result<Result<(), NotAllowed>, Error> {
        let group = statement
            .and_then(|statement| decision::course_of(statement, about.occasion, snapshot).ok())
            .map(|course| course.group);
        match (about.occasion, group, about.participant) {
            (Occasion::OnPaper, Some(ActGroup::International), Some(code))
                if self.register.store().has_liaison(code).await? =>
            {
                Ok(Err(NotAllowed::HasALiaison))
            }
            (_, _, _) => Ok(Ok(())),
        }
    }
}

/// What a proposal is about from its beginning to its end.
pub(super) struct About<'a> {
    pub instrument: &'a Slug,
    pub participant: Option<EntityCode>,
    pub occasion: Occasion,
}

impl<'a> About<'a> {
    /// What this proposal is about.
    pub fn of(proposal: &'a Proposal) -> Self {
        Self {
            instrument: &proposal.instrument,
            participant: proposal.participant,
            occasion: proposal.occasion,
        }
    }

    /// Whether a statement is about it.
    pub fn is_of(&self, statement: Option<&Statement>) -> bool {
        statement.is_none_or(|statement| {
            statement.instrument == *self.instrument && statement.participant == self.participant
        })
    }

    /// Whether it is for this office to propose. A statement that the register cannot take yet is
    /// kept all the same: it is not submitted.
    pub fn is_for(
        &self,
        office: &Office,
        statement: Option<&Statement>,
        snapshot: &Snapshot,
    ) -> Result<(), NotAllowed> {
        let course = statement
            .and_then(|statement| decision::course_of(statement, self.occasion, snapshot).ok());
        decision::proposes(office, self.participant, course.as_ref())?;
        let record = snapshot.instrument(self.instrument);
        let fits = match (office, self.occasion) {
            (Office::Liaison(_), Occasion::Regular | Occasion::Exchange) => true,
            (
                Office::DepositaryOfficer(authority),
                Occasion::Regular | Occasion::OnPaper | Occasion::ImportOfHistory,
            ) => record.is_none_or(|record| record.is_kept_by(authority)),
            (Office::Liaison(_) | Office::Verifier(_) | Office::DepositaryOfficer(_), _) => false,
        };
        if fits {
            Ok(())
        } else {
            Err(NotAllowed::NotForThisOffice)
        }
    }
}

/// A version as it is written down, with the hash of its statement.
pub(super) fn version(
    actor: &Actor,
    fields: &Fields,
    statement: Option<&Statement>,
) -> Result<(NewVersion, Option<Digest>), Refusal> {
    let bytes = statement.map(canonical::encode).transpose()?;
    let statement = bytes.map(|bytes| {
        let hash = Digest::of(&bytes);
        (bytes, hash)
    });
    let hash = statement.as_ref().map(|(_, hash)| *hash);
    let version = NewVersion {
        fields: serde_json::to_string(fields)
            .map_err(|error| Refusal::Unwritable(error.to_string()))?,
        statement,
        account: actor.account.clone(),
        person: actor.person.clone(),
    };
    Ok((version, hash))
}
