//! The face of the private table of sessions.

use domain::digest::Digest;
use domain::register::RecordedAt;

use super::{AccountRow, Error, PasswordOrigin, Store};
use crate::account::AccountId;
use crate::audit::Event;

/// A session that begins.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewSession<'a> {
    /// SHA-256 of its id.
    pub(crate) key: &'a Digest,
    pub(crate) account: &'a AccountId,
    /// Since when the account had the password that was checked.
    pub(crate) password_since: RecordedAt,
    pub(crate) created_at: RecordedAt,
    /// Until when it lasts at the longest.
    pub(crate) expires_at: RecordedAt,
    pub(crate) address: &'a str,
    pub(crate) user_agent: Option<&'a str>,
    /// How many sessions the account may have; the oldest beyond that are ended.
    pub(crate) at_once: u32,
}

/// Whether a session began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Begun {
    Done,
    /// Another session has this key.
    KeyTaken,
    /// Since the password was checked it was changed, or the account closed.
    Refused,
}

/// A session as it is stored, with its account.
#[derive(Debug, Clone)]
pub(crate) struct SessionRow {
    pub(crate) account: AccountRow,
    pub(crate) origin: PasswordOrigin,
    pub(crate) last_seen_at: RecordedAt,
    pub(crate) expires_at: RecordedAt,
}

/// A session that has not ended, as its holder sees it.
#[derive(Debug, Clone)]
pub(crate) struct OpenSessionRow {
    pub(crate) key: Digest,
    pub(crate) created_at: RecordedAt,
    pub(crate) last_seen_at: RecordedAt,
    pub(crate) address: String,
}

impl Store {
    /// The sessions of an account that were not ended and have not expired, the newest first.
    pub(crate) async fn sessions_of(
        &self,
        account: &AccountId,
        now: RecordedAt,
    ) -> Result<Vec<OpenSessionRow>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.sessions_of(account, now).await,
        }
    }

    /// Begins a session, if it may.
    pub(crate) async fn begin_session(&self, new: &NewSession<'_>) -> Result<Begun, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.begin_session(new).await,
        }
    }

    /// A session that was not ended, of an account that is open.
    pub(crate) async fn session(&self, key: &Digest) -> Result<Option<SessionRow>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.session(key).await,
        }
    }

    /// Notes that a session is in use. Says whether it still is one.
    pub(crate) async fn touch_session(&self, key: &Digest, now: RecordedAt) -> Result<bool, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.touch_session(key, now).await,
        }
    }

    /// Ends a session, with a line of the audit trail if it had not ended yet.
    pub(crate) async fn end_session(
        &self,
        key: &Digest,
        event: Option<&Event>,
        now: RecordedAt,
    ) -> Result<(), Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.end_session(key, event, now).await,
        }
    }

    /// Ends all sessions of an account. Says how many.
    pub(crate) async fn end_sessions_of(
        &self,
        account: &AccountId,
        now: RecordedAt,
    ) -> Result<u64, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.end_sessions_of(account, now).await,
        }
    }

    /// Removes the rows of sessions that expired before an instant.
    pub(crate) async fn remove_sessions_expired_before(
        &self,
        instant: RecordedAt,
    ) -> Result<u64, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.remove_sessions_expired_before(instant).await,
        }
    }
}
