//! The audit trail: who did what about accounts, sessions and proposals, and what was refused. It only
//! grows.
//!
//! No secret is in it, nothing of what a proposal says, and no name that was typed and does not exist:
//! people type their password there.

use std::sync::Arc;

use domain::register::RecordedAt;

use crate::account::{AccountId, PersonId, Role};
use crate::clock::Clock;
use crate::store::{Error, Store};

/// What was done, or not allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Somebody signed in, or tried to.
    SignIn,
    /// Somebody signed out.
    SignOut,
    /// Somebody gave their password again for one act, or tried to.
    StepUp,
    /// Somebody changed their password, or tried to.
    PasswordChange,
    /// An account was added.
    AccountAdded,
    /// An account was closed.
    AccountClosed,
    /// Somebody asked for an act that their role does not allow.
    Act,
    /// Somebody began a proposal.
    ProposalBegun,
    /// Somebody wrote the next version of a proposal.
    ProposalEdited,
    /// Somebody put a file beside a proposal.
    FileAttached,
    /// Somebody submitted a proposal for sign-off.
    ProposalSubmitted,
    /// Somebody signed a proposal off.
    ProposalCountersigned,
    /// Somebody accepted an act in due form.
    ProposalAccepted,
    /// Somebody sent a proposal back.
    ProposalSentBack,
    /// Somebody withdrew a proposal.
    ProposalWithdrawn,
    /// A proposal was published with its last sign-off.
    ProposalPublished,
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::SignIn,
        Self::SignOut,
        Self::StepUp,
        Self::PasswordChange,
        Self::AccountAdded,
        Self::AccountClosed,
        Self::Act,
        Self::ProposalBegun,
        Self::ProposalEdited,
        Self::FileAttached,
        Self::ProposalSubmitted,
        Self::ProposalCountersigned,
        Self::ProposalAccepted,
        Self::ProposalSentBack,
        Self::ProposalWithdrawn,
        Self::ProposalPublished,
    ];

    /// Its name in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::SignOut => "sign_out",
            Self::StepUp => "step_up",
            Self::PasswordChange => "password_change",
            Self::AccountAdded => "account_added",
            Self::AccountClosed => "account_closed",
            Self::Act => "act",
            Self::ProposalBegun => "proposal_begun",
            Self::ProposalEdited => "proposal_edited",
            Self::FileAttached => "file_attached",
            Self::ProposalSubmitted => "proposal_submitted",
            Self::ProposalCountersigned => "proposal_countersigned",
            Self::ProposalAccepted => "proposal_accepted",
            Self::ProposalSentBack => "proposal_sent_back",
            Self::ProposalWithdrawn => "proposal_withdrawn",
            Self::ProposalPublished => "proposal_published",
        }
    }

    /// The action with this name in the table.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == name)
    }
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was refused.
    Refused,
}

impl Outcome {
    /// Its name in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }
}

/// A line of the audit trail, before it has its number and instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Who did it: nobody before a sign-in, and nobody on the command line.
    pub account: Option<AccountId>,
    /// What.
    pub action: Action,
    /// About what: the id of an account, of a proposal.
    pub subject: Option<String>,
    /// Which version of a proposal, as somebody saw it or made it.
    pub version: Option<u32>,
    /// How it ended.
    pub outcome: Outcome,
    /// The id of the request, as in the log.
    pub request: Option<String>,
}

impl Event {
    /// Somebody did this.
    pub fn done(action: Action, account: Option<AccountId>) -> Self {
        Self {
            account,
            action,
            subject: None,
            version: None,
            outcome: Outcome::Done,
            request: None,
        }
    }

    /// Somebody was not allowed this.
    pub fn refused(action: Action, account: Option<AccountId>) -> Self {
        Self {
            outcome: Outcome::Refused,
            ..Self::done(action, account)
        }
    }

    /// It is about this; at most 300 characters are kept.
    #[must_use]
    pub fn about(mut self, subject: &str) -> Self {
        let subject: String = subject.chars().take(300).collect();
        self.subject = (!subject.is_empty()).then_some(subject);
        self
    }

    /// It is about this version of its subject.
    #[must_use]
    pub fn of_version(mut self, version: u32) -> Self {
        self.version = Some(version);
        self
    }

    /// It came with this request; at most 100 characters are kept.
    #[must_use]
    pub fn in_request(mut self, request: Option<&str>) -> Self {
        self.request = request
            .map(|id| id.chars().take(100).collect::<String>())
            .filter(|id| !id.is_empty());
        self
    }
}

/// A line of the audit trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub id: i64,
    /// When.
    pub at: RecordedAt,
    /// What happened; nothing if a later program wrote an action that this one does not know.
    pub event: Option<Event>,
    /// Whose account it was.
    pub by: Option<By>,
}

/// Whose account a line names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    /// The person.
    pub person: PersonId,
    /// The name of the account.
    pub name: String,
    /// What the account is or was for: an account never changes its role.
    pub role: Role,
}

/// Which lines are asked for, the newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Only what happened at this instant or later.
    pub since: Option<RecordedAt>,
    /// Only what happened before this.
    pub before: Option<Place>,
    /// Only this action.
    pub action: Option<Action>,
}

/// A place between two lines. Lines of one instant follow their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The instant.
    pub at: RecordedAt,
    /// The number: what happened at the instant counts as before if its number is smaller.
    pub id: i64,
}

/// The audit trail of a database. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Audit {
    store: Store,
    clock: Arc<dyn Clock>,
}

impl Audit {
    /// The most lines that [`Audit::lines`] returns at once.
    pub const LONGEST_PAGE: u16 = 200;

    /// The audit trail of this database.
    pub fn new(store: Store, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock }
    }

    /// Adds a line. What happens inside the operations of accounts and proposals is recorded by them.
    ///
    /// # Errors
    /// [`Error`] if it was not written.
    pub async fn record(&self, event: &Event) -> Result<(), Error> {
        self.store.record_event(event, self.clock.now()?).await
    }

    /// When the account was signed in to the time before the last.
    ///
    /// # Errors
    /// [`Error`] if it cannot be read.
    pub async fn previous_sign_in(&self, account: &AccountId) -> Result<Option<RecordedAt>, Error> {
        self.store.previous_sign_in(account).await
    }

    /// The lines that are asked for, the newest first, at most so many and never more than
    /// [`Audit::LONGEST_PAGE`].
    ///
    /// # Errors
    /// [`Error`] if they cannot be read.
    pub async fn lines(&self, wanted: Wanted, most: u16) -> Result<Vec<Line>, Error> {
        let most = most.min(Self::LONGEST_PAGE);
        self.store.audit_lines(wanted, most).await
    }
}
