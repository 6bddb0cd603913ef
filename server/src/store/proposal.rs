//! Proposals in the store: what is written, whichever backend writes it.
//!
//! Each change says who makes it, and which version and state it was decided on. If the account was
//! closed since, or the proposal has moved, nothing is written.

use domain::digest::Digest;
use domain::entity::EntityCode;

use super::{Error, Store};
use crate::account::{AccountId, Actor, PersonId};
use crate::audit::Event;
use crate::proposal::{Proposal, ProposalId, Recorded, Returned, Side, State};
use domain::register::RecordedAt;

/// The most proposals that are listed at once.
pub const LONGEST_LIST: u16 = 500;

/// Who writes, which is asked again in the transaction, and what the audit trail then says of it.
#[derive(Debug, Clone)]
pub(crate) struct By {
    /// Who.
    pub actor: Actor,
    /// What is done: more than one thing if a sign-off publishes.
    pub events: Vec<Event>,
}

/// A version of a proposal, as it is written down.
#[derive(Debug, Clone)]
pub(crate) struct NewVersion {
    /// The form as typed, in JSON.
    pub fields: String,
    /// The canonical bytes of the statement and their hash, if the form parses.
    pub statement: Option<(Vec<u8>, Digest)>,
    /// By which account.
    pub account: AccountId,
    /// Whose account it is.
    pub person: PersonId,
}

/// A proposal that is begun: its first version, and the key of its entry.
#[derive(Debug)]
pub(crate) struct NewProposal<'a> {
    /// The proposal.
    pub proposal: &'a Proposal,
    /// Its first version.
    pub version: NewVersion,
    /// The key of the pseudonyms in its entry.
    pub key: [u8; 32],
    /// Who begins it.
    pub by: By,
}

/// A change of a proposal that publishes nothing.
#[derive(Debug)]
pub(crate) struct Change {
    /// The proposal.
    pub id: ProposalId,
    /// The version that was decided on.
    pub version: u32,
    /// The state that was decided on.
    pub from: State,
    /// The state after the change.
    pub to: State,
    /// When.
    pub at: RecordedAt,
    /// What changes besides.
    pub what: What,
    /// Who changes it.
    pub by: By,
}

/// A file that is kept beside a proposal.
#[derive(Debug)]
pub(crate) struct NewFile<'a> {
    /// The proposal.
    pub id: &'a ProposalId,
    /// The version that was decided on.
    pub version: u32,
    /// The state that was decided on.
    pub from: State,
    /// The file.
    pub bytes: &'a [u8],
    /// When.
    pub at: RecordedAt,
    /// Who keeps it there.
    pub by: By,
}

/// What changes besides the state.
#[derive(Debug)]
pub(crate) enum What {
    /// The next version is written.
    Edit(NewVersion),
    /// A sign-off is recorded.
    Sign(Recorded),
    /// A reason is given for sending it back.
    SendBack(Returned),
    /// Nothing.
    Nothing,
}

/// The proposal that a publication closes, in the transaction of its entry.
#[derive(Debug, Clone)]
pub(crate) struct Closing {
    /// The proposal.
    pub id: ProposalId,
    /// The version that was decided on.
    pub version: u32,
    /// The state that was decided on.
    pub from: State,
    /// The last sign-off.
    pub sign_off: Recorded,
    /// Who makes it.
    pub by: By,
}

/// Why a change of a proposal was not written, or may not have been.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ChangeError {
    /// The proposal is not in the version and state decided on. Nothing was written.
    #[error("the proposal has moved since")]
    Moved,
    /// The person has signed this version already. Nothing was written.
    #[error("this person signed the version already")]
    SignedAlready,
    /// The account is closed, or no longer what it was. Nothing was written.
    #[error("the account is closed")]
    AccountClosed,
    /// Nothing was written, for a reason of the store.
    #[error(transparent)]
    Store(#[from] Error),
    /// **The outcome is unknown**: the database failed while committing.
    #[error("the outcome is unknown; look at the proposal, or ask again")]
    Unknown(#[source] sqlx::Error),
}

impl From<sqlx::Error> for ChangeError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Writes a proposal that is begun.
    pub(crate) async fn begin_proposal(&self, new: NewProposal<'_>) -> Result<(), ChangeError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.begin_proposal(new).await,
        }
    }

    /// A proposal in its current version.
    pub(crate) async fn proposal(&self, id: &ProposalId) -> Result<Option<Proposal>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.proposal(id).await,
        }
    }

    /// The proposals that a side has begun, those changed last first, at most [`LONGEST_LIST`].
    pub(crate) async fn proposals_of(&self, side: &Side) -> Result<Vec<Proposal>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.proposals_of(side).await,
        }
    }

    /// How many proposals of a side are not over.
    pub(crate) async fn open_of_side(&self, side: &Side) -> Result<u64, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.open_of_side(side).await,
        }
    }

    /// The proposals that wait for sign-offs, those waiting longest first: the next of them after
    /// this one, at most [`LONGEST_LIST`].
    pub(crate) async fn open_proposals(
        &self,
        after: Option<&Proposal>,
    ) -> Result<Vec<Proposal>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.open_proposals(after).await,
        }
    }

    /// Changes a proposal that is still as it was decided on.
    pub(crate) async fn change_proposal(&self, change: Change) -> Result<(), ChangeError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.change_proposal(change).await,
        }
    }

    /// The key of the pseudonyms in a proposal's entry; `None` once it is destroyed.
    pub(crate) async fn entry_key(&self, id: &ProposalId) -> Result<Option<[u8; 32]>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.entry_key(id).await,
        }
    }

    /// Keeps a file beside a proposal. One that is there already stays.
    pub(crate) async fn attach(&self, new: NewFile<'_>) -> Result<Digest, ChangeError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.attach(new).await,
        }
    }

    /// A file kept beside a proposal.
    pub(crate) async fn attachment(
        &self,
        id: &ProposalId,
        hash: &Digest,
    ) -> Result<Option<Vec<u8>>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.attachment(id, hash).await,
        }
    }

    /// Whether a participant has a liaison officer here.
    pub(crate) async fn has_liaison(&self, code: EntityCode) -> Result<bool, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.has_liaison(code).await,
        }
    }
}
