//! Where somebody is signed in: seeing one's sessions, and ending one of them.

use domain::digest::Digest;
use domain::register::RecordedAt;
use tower_sessions::Session;

use super::limits::limits;
use super::{Sessions, rows};
use crate::account::{AccountId, Actor, Caller};
use crate::audit::{Action, Event};
use crate::clock::later;
use crate::store::Error;

/// A session that has not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// By which it can be ended: nobody can sign in with it.
    pub key: Digest,
    /// When it began.
    pub created_at: RecordedAt,
    /// When it was last used.
    pub last_seen_at: RecordedAt,
    /// From which address it began.
    pub address: String,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

impl Sessions {
    /// The sessions of somebody that have not ended, the newest first.
    ///
    /// # Errors
    /// [`Error`] if they cannot be read.
    pub async fn list_of(
        &self,
        actor: &Actor,
        session: &Session,
    ) -> Result<Vec<OpenSession>, Error> {
        let now = self.clock.now()?;
        let this = session.id().map(rows::key);
        let idle = limits(&actor.role).idle;
        let open = self.store.sessions_of(&actor.account, now).await?;
        Ok(open
            .into_iter()
            .filter(|row| now < later(row.last_seen_at, idle))
            .map(|row| OpenSession {
                is_this: this == Some(row.key),
                key: row.key,
                created_at: row.created_at,
                last_seen_at: row.last_seen_at,
                address: row.address,
            })
            .collect())
    }

    /// Ends one session of an account. Says whether there was one to end: another account's is as if
    /// it were not there.
    ///
    /// # Errors
    /// [`Error`]: then it may still last.
    pub async fn end_one(
        &self,
        account: &AccountId,
        key: &Digest,
        from: impl Into<Caller> + Send,
    ) -> Result<bool, Error> {
        let from = from.into();
        let now = self.clock.now()?;
        let open = self.store.sessions_of(account, now).await?;
        if open.iter().all(|row| row.key != *key) {
            return Ok(false);
        }
        let event =
            Event::done(Action::SignOut, Some(account.clone())).in_request(from.request.as_deref());
        self.store.end_session(key, Some(&event), now).await?;
        Ok(true)
    }
}
