//! The sessions of `tower-sessions`, in our own table.
//!
//! The store that comes with it writes a session back when a request ends, whether or not it was
//! ended meanwhile, and keeps ids in the clear. This one does neither.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use domain::digest::Digest;
use domain::register::RecordedAt;
use serde::{Deserialize, Serialize};
use tower_sessions::cookie::time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};
use tower_sessions::{ExpiredDeletion, SessionStore};

use super::limits::{NOTED_EVERY, limits};
use crate::account::{AccountId, Admitted, Caller, PersonId, Role};
use crate::clock::{Clock, later};
use crate::randomness::Randomness;
use crate::store::{Begun, NewSession, PasswordOrigin, SessionRow, Store};

/// Under which name a session that begins says whose it is.
pub(super) const BEGINNING: &str = "beginning";
/// Under which name a session that was loaded says whose it is.
pub(super) const SIGNED_IN: &str = "signed_in";

/// What is said of a session that may not begin: `tower-sessions` passes on nothing but a text.
pub(super) const REFUSED: &str = "the password was changed, or the account closed, meanwhile";

/// How often an id that is taken is made again.
const TRIES: usize = 8;
/// The most characters kept of what a browser calls itself.
const USER_AGENT: usize = 200;

/// What a session begins with.
#[derive(Serialize, Deserialize)]
pub(super) struct Beginning {
    account: AccountId,
    /// In microseconds since 1970 began.
    password_since: i64,
    role: Role,
    address: String,
    user_agent: Option<String>,
}

impl Beginning {
    pub(super) fn new(admitted: &Admitted, from: &Caller, user_agent: Option<&str>) -> Self {
        let actor = &admitted.actor;
        let user_agent: Option<String> =
            user_agent.map(|text| text.chars().take(USER_AGENT).collect());
        Self {
            account: actor.account.clone(),
            password_since: admitted.password_since.unix_micros(),
            role: actor.role.clone(),
            address: from.address.to_string(),
            user_agent,
        }
    }
}

/// Whose session it is, as the tables say at this request.
#[derive(Serialize, Deserialize)]
pub(super) struct SignedIn {
    pub(super) account: AccountId,
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) must_change_password: bool,
}

/// The table of sessions, as `tower-sessions` uses it.
#[derive(Clone)]
pub struct SessionRows {
    store: Store,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Randomness>,
}

impl SessionRows {
    pub(super) fn new(store: Store, clock: Arc<dyn Clock>, random: Arc<dyn Randomness>) -> Self {
        Self {
            store,
            clock,
            random,
        }
    }

    fn now(&self) -> Result<RecordedAt> {
        self.clock.now().map_err(backend)
    }

    fn new_id(&self) -> Result<Id> {
        let mut bytes = [0_u8; 16];
        self.random.fill(&mut bytes).map_err(backend)?;
        Ok(Id(i128::from_le_bytes(bytes)))
    }
}

/// The key of a session: SHA-256 of its id.
pub(super) fn key(id: Id) -> Digest {
    Digest::of(&id.0.to_le_bytes())
}

#[async_trait]
impl SessionStore for SessionRows {
    /// Begins a session under a new id that is nobody else's.
    async fn create(&self, record: &mut Record) -> Result<()> {
        let beginning = record
            .data
            .get(BEGINNING)
            .cloned()
            .ok_or_else(|| Error::Encode("a session begins with a sign-in".to_owned()))?;
        let beginning: Beginning =
            serde_json::from_value(beginning).map_err(|e| Error::Encode(e.to_string()))?;
        let now = self.now()?;
        let password_since = RecordedAt::from_unix_micros(beginning.password_since)
            .ok_or_else(|| Error::Encode("since when it is the password".to_owned()))?;
        let limits = limits(&beginning.role);
        for _ in 0..TRIES {
            record.id = self.new_id()?;
            let new = NewSession {
                key: &key(record.id),
                account: &beginning.account,
                password_since,
                created_at: now,
                expires_at: later(now, limits.absolute),
                address: &beginning.address,
                user_agent: beginning.user_agent.as_deref(),
                at_once: limits.at_once,
            };
            match self.store.begin_session(&new).await.map_err(backend)? {
                Begun::Done => return Ok(()),
                Begun::KeyTaken => {}
                Begun::Refused => return Err(Error::Backend(REFUSED.to_owned())),
            }
        }
        Err(Error::Backend(
            "every id that was made is taken: the random numbers repeat".to_owned(),
        ))
    }

    /// Notes a use. A session that has ended is not written: that is an error.
    async fn save(&self, record: &Record) -> Result<()> {
        let now = self.now()?;
        if self
            .store
            .touch_session(&key(record.id), now)
            .await
            .map_err(backend)?
        {
            Ok(())
        } else {
            Err(Error::Backend("the session has ended".to_owned()))
        }
    }

    /// The session, if it still is one.
    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let key = key(*id);
        let now = self.now()?;
        let Some(row) = self.store.session(&key).await.map_err(backend)? else {
            return Ok(None);
        };
        let idle_until = later(row.last_seen_at, limits(&row.account.role).idle);
        if now >= row.expires_at || now >= idle_until {
            return Ok(None);
        }
        let is_noted = now < later(row.last_seen_at, NOTED_EVERY);
        if !is_noted && !self.store.touch_session(&key, now).await.map_err(backend)? {
            return Ok(None);
        }
        record(*id, row).map(Some)
    }

    /// Ends the session.
    async fn delete(&self, id: &Id) -> Result<()> {
        let now = self.now()?;
        self.store
            .end_session(&key(*id), None, now)
            .await
            .map_err(backend)
    }
}

#[async_trait]
impl ExpiredDeletion for SessionRows {
    /// Removes the rows of sessions that have expired.
    async fn delete_expired(&self) -> Result<()> {
        let now = self.now()?;
        self.store
            .remove_sessions_expired_before(now)
            .await
            .map(|_| ())
            .map_err(backend)
    }
}

/// What `tower-sessions` holds of a session during a request.
fn record(id: Id, row: SessionRow) -> Result<Record> {
    let account = row.account;
    let signed_in = SignedIn {
        account: account.id,
        person: account.person,
        name: account.name.to_string(),
        role: account.role,
        must_change_password: match row.origin {
            PasswordOrigin::Initial { .. } => true,
            PasswordOrigin::Own => false,
        },
    };
    let signed_in = serde_json::to_value(&signed_in).map_err(|e| Error::Decode(e.to_string()))?;
    let nanos = i128::from(row.expires_at.unix_micros()).saturating_mul(1_000);
    Ok(Record {
        id,
        data: HashMap::from([(SIGNED_IN.to_owned(), signed_in)]),
        expiry_date: OffsetDateTime::from_unix_timestamp_nanos(nanos)
            .map_err(|e| Error::Decode(e.to_string()))?,
    })
}

fn backend(error: impl fmt::Display) -> Error {
    Error::Backend(error.to_string())
}

impl fmt::Debug for SessionRows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionRows").finish_non_exhaustive()
    }
}
