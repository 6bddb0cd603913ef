//! Sessions: who is signed in, from one request to the next.
//!
//! The browser holds an id, the database its SHA-256. A session lasts until it is ended, until it
//! was not used for a while, or at the longest a working day; shorter for those who sign off. It
//! holds nothing but the account: what a page needs to remember stands in its form.
//!
//! A session that ended stays ended. A request that was under way at the sign-out cannot bring it
//! back: saving only ever touches a session that still is one.

mod cookie;
mod csrf;
mod limits;
mod list;
mod local_path;
mod rows;
mod signed;

use std::sync::Arc;
use std::time::Duration;

pub use cookie::{SessionLayer, Transport};
pub use csrf::CsrfToken;
pub use list::OpenSession;
pub use local_path::{LocalPath, NotALocalPath};
use rows::{Beginning, SessionRows, SignedIn};
pub use signed::{CHANGE_PASSWORD, NotSigned, SIGN_IN, SIGN_OUT, Signed};
pub use tower_sessions::Session;
use tower_sessions::{session, session_store};

use crate::account::{AccountId, Admitted, Caller};
use crate::audit::{Action, Event};
use crate::clock::{Clock, earlier};
use crate::randomness::Randomness;
use crate::store::{Error, Store};

/// How long the row of an expired session is kept.
const KEPT_FOR: Duration = Duration::from_hours(24 * 30);

/// The sessions of an installation. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Sessions {
    store: Store,
    rows: SessionRows,
    clock: Arc<dyn Clock>,
    transport: Transport,
}

/// Why a session did not begin or end.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
    /// Since the password was checked it was changed, or the account closed.
    #[error("{}", rows::REFUSED)]
    Refused,
    /// The session.
    #[error("the session: {0}")]
    Session(#[from] tower_sessions::session::Error),
}

impl Sessions {
    /// The sessions in this database, over this transport.
    pub fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Randomness>,
        transport: Transport,
    ) -> Self {
        let rows = SessionRows::new(store.clone(), Arc::clone(&clock), random);
        Self {
            store,
            rows,
            clock,
            transport,
        }
    }

    /// The layer that reads and writes the cookie. It stands around every route that asks for a
    /// [`Session`] or for [`Signed`].
    pub fn layer(&self) -> SessionLayer {
        cookie::layer(self.rows.clone(), self.transport)
    }

    /// Begins a session of somebody who just gave their password, at a sign-in or after changing it.
    /// The id is a new one, whatever the browser sent.
    ///
    /// # Errors
    /// [`SessionError`]: then nobody is signed in.
    pub async fn begin(
        &self,
        session: &Session,
        admitted: &Admitted,
        from: impl Into<Caller> + Send,
        user_agent: Option<&str>,
    ) -> Result<(), SessionError> {
        let from = from.into();
        // Ends the session of the browser, if it had one, and forgets its id.
        session.cycle_id().await?;
        session.clear().await;
        let beginning = Beginning::new(admitted, &from, user_agent);
        session.insert(rows::BEGINNING, &beginning).await?;
        // Now and not after the response: who is told that they are signed in, is.
        match session.save().await {
            Err(session::Error::Store(session_store::Error::Backend(why)))
                if why == rows::REFUSED =>
            {
                // Or it would be tried again after the answer.
                session.clear().await;
                Err(SessionError::Refused)
            }
            saved => Ok(saved?),
        }
    }

    /// Ends a session: the sign-out.
    ///
    /// # Errors
    /// [`SessionError`]: then it may still last.
    pub async fn end(
        &self,
        session: &Session,
        from: impl Into<Caller> + Send,
    ) -> Result<(), SessionError> {
        let from = from.into();
        let signed: Option<SignedIn> = session.get(rows::SIGNED_IN).await?;
        if let (Some(signed), Some(id)) = (signed, session.id()) {
            let event = Event::done(Action::SignOut, Some(signed.account))
                .in_request(from.request.as_deref());
            let now = self.clock.now().map_err(Error::from)?;
            self.store
                .end_session(&rows::key(id), Some(&event), now)
                .await?;
        }
        session.flush().await?;
        Ok(())
    }

    /// Ends all sessions of an account. Says how many there were.
    ///
    /// # Errors
    /// [`Error`]: then they may still last.
    pub async fn end_all_of(&self, account: &AccountId) -> Result<u64, Error> {
        self.store.end_sessions_of(account, self.clock.now()?).await
    }

    /// Removes what is left of sessions that expired a month ago. To be called now and then.
    ///
    /// # Errors
    /// [`Error`] if nothing was removed.
    pub async fn prune(&self) -> Result<u64, Error> {
        let now = self.clock.now()?;
        let instant = earlier(now, KEPT_FOR);
        self.store.remove_sessions_expired_before(instant).await
    }
}
