//! The audit trail: who did what about accounts, sessions and refused acts. It only grows.
//!
//! No secret is in it, and no name that was typed and does not exist: people type their password
//! there.

use std::sync::Arc;

use domain::register::RecordedAt;

use crate::account::AccountId;
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
    /// Somebody asked for an act that their role or its state does not allow.
    Act,
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::SignIn,
        Self::SignOut,
        Self::StepUp,
        Self::PasswordChange,
        Self::AccountAdded,
        Self::AccountClosed,
        Self::Act,
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
        }
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
}

/// The audit trail of a database. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Audit {
    store: Store,
    clock: Arc<dyn Clock>,
}

impl Audit {
    /// The most lines that [`Audit::before`] returns at once.
    pub const LONGEST_PAGE: u16 = 200;

    /// The audit trail of this database.
    pub fn new(store: Store, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock }
    }

    /// Adds a line. What happens inside the operations of accounts is recorded by them.
    ///
    /// # Errors
    /// [`Error`] if it was not written.
    pub async fn record(&self, event: &Event) -> Result<(), Error> {
        self.store.record_event(event, self.clock.now()?).await
    }

    /// The lines before a number, the newest first; from the end if there is no number.
    ///
    /// # Errors
    /// [`Error`] if they cannot be read.
    pub async fn before(&self, id: Option<i64>) -> Result<Vec<Line>, Error> {
        self.store.audit_lines(id, Self::LONGEST_PAGE).await
    }
}
