//! Sessions.

use domain::digest::Digest;
use domain::register::RecordedAt;
use sqlx::SqliteConnection;

use super::account::{AccountColumns, account_row, origin};
use super::{BEGIN_IMMEDIATE, Sqlite, audit};
use crate::account::AccountId;
use crate::audit::Event;
use crate::store::{Begun, Error, NewSession, OpenSessionRow, SessionRow};

/// Not for an account that was closed, or whose password is another since it was checked.
const INSERT_SESSION: &str = "INSERT INTO session \
     (key, account, created_at, last_seen_at, expires_at, revoked_at, address, user_agent) \
     SELECT $1, id, $3, $3, $4, NULL, $5, $6 FROM account WHERE id = $2 AND closed_at IS NULL \
     AND EXISTS (SELECT 1 FROM credential WHERE account = $2 AND changed_at = $7)";

const SELECT_SESSION_EXISTS: &str = "SELECT 1 FROM session WHERE key = $1";

const END_OLDEST: &str = "UPDATE session SET revoked_at = $2 WHERE key IN \
     (SELECT key FROM session WHERE account = $1 AND revoked_at IS NULL \
      ORDER BY created_at DESC, rowid DESC LIMIT -1 OFFSET $3)";

const SELECT_SESSION: &str = "SELECT a.id, a.person, a.name, a.role, a.entity, a.authority, \
     a.added_at, a.closed_at, c.must_change, c.expires_at AS password_expires_at, \
     s.last_seen_at, s.expires_at \
     FROM session s JOIN account a ON a.id = s.account JOIN credential c ON c.account = a.id \
     WHERE s.key = $1 AND s.revoked_at IS NULL AND a.closed_at IS NULL";

/// By `session_account_idx`; an account has few sessions at once.
const SELECT_SESSIONS_OF: &str = "SELECT key, created_at, last_seen_at, address FROM session \
     WHERE account = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY created_at DESC";

const TOUCH_SESSION: &str =
    "UPDATE session SET last_seen_at = max(last_seen_at, $2) WHERE key = $1 AND revoked_at IS NULL";

const END_SESSION: &str =
    "UPDATE session SET revoked_at = $2 WHERE key = $1 AND revoked_at IS NULL";

const END_SESSIONS_OF: &str =
    "UPDATE session SET revoked_at = $2 WHERE account = $1 AND revoked_at IS NULL";

const REMOVE_EXPIRED: &str = "DELETE FROM session WHERE expires_at < $1";

#[derive(sqlx::FromRow)]
struct SessionColumns {
    #[sqlx(flatten)]
    account: AccountColumns,
    must_change: bool,
    password_expires_at: Option<i64>,
    last_seen_at: i64,
    expires_at: i64,
}

#[derive(sqlx::FromRow)]
struct OpenSessionColumns {
    key: Vec<u8>,
    created_at: i64,
    last_seen_at: i64,
    address: String,
}

impl Sqlite {
    pub(in crate::store) async fn sessions_of(
        &self,
        account: &AccountId,
        now: RecordedAt,
    ) -> Result<Vec<OpenSessionRow>, Error> {
        let found: Vec<OpenSessionColumns> = sqlx::query_as(SELECT_SESSIONS_OF)
            .bind(&account.0)
            .bind(now.unix_micros())
            .fetch_all(&self.readers)
            .await?;
        found
            .into_iter()
            .map(|columns| {
                let damaged = || Error::DamagedRow("a session".to_owned());
                let instant = |micros| RecordedAt::from_unix_micros(micros).ok_or_else(damaged);
                let key: [u8; 32] = columns.key.try_into().map_err(|_| damaged())?;
                Ok(OpenSessionRow {
                    key: Digest::from_bytes(key),
                    created_at: instant(columns.created_at)?,
                    last_seen_at: instant(columns.last_seen_at)?,
                    address: columns.address,
                })
            })
            .collect()
    }

    pub(in crate::store) async fn begin_session(
        &self,
        new: &NewSession<'_>,
    ) -> Result<Begun, Error> {
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        let taken: Option<i64> = sqlx::query_scalar(SELECT_SESSION_EXISTS)
            .bind(new.key.as_bytes().as_slice())
            .fetch_optional(&mut *tx)
            .await?;
        if taken.is_some() {
            return Ok(Begun::KeyTaken);
        }
        let begun = sqlx::query(INSERT_SESSION)
            .bind(new.key.as_bytes().as_slice())
            .bind(&new.account.0)
            .bind(new.created_at.unix_micros())
            .bind(new.expires_at.unix_micros())
            .bind(new.address)
            .bind(new.user_agent)
            .bind(new.password_since.unix_micros())
            .execute(&mut *tx)
            .await?;
        if begun.rows_affected() != 1 {
            return Ok(Begun::Refused);
        }
        sqlx::query(END_OLDEST)
            .bind(&new.account.0)
            .bind(new.created_at.unix_micros())
            .bind(i64::from(new.at_once))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(Begun::Done)
    }

    pub(in crate::store) async fn session(
        &self,
        key: &Digest,
    ) -> Result<Option<SessionRow>, Error> {
        let found: Option<SessionColumns> = sqlx::query_as(SELECT_SESSION)
            .bind(key.as_bytes().as_slice())
            .fetch_optional(&self.readers)
            .await?;
        found
            .map(|columns| {
                let damaged = || Error::DamagedRow("a session".to_owned());
                let instant = |micros| RecordedAt::from_unix_micros(micros).ok_or_else(damaged);
                Ok(SessionRow {
                    account: account_row(columns.account)?,
                    origin: origin(columns.must_change, columns.password_expires_at)
                        .ok_or_else(damaged)?,
                    last_seen_at: instant(columns.last_seen_at)?,
                    expires_at: instant(columns.expires_at)?,
                })
            })
            .transpose()
    }

    pub(in crate::store) async fn touch_session(
        &self,
        key: &Digest,
        now: RecordedAt,
    ) -> Result<bool, Error> {
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        let touched = sqlx::query(TOUCH_SESSION)
            .bind(key.as_bytes().as_slice())
            .bind(now.unix_micros())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(touched.rows_affected() == 1)
    }

    pub(in crate::store) async fn end_session(
        &self,
        key: &Digest,
        event: Option<&Event>,
        now: RecordedAt,
    ) -> Result<(), Error> {
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        let ended = sqlx::query(END_SESSION)
            .bind(key.as_bytes().as_slice())
            .bind(now.unix_micros())
            .execute(&mut *tx)
            .await?;
        if let (1, Some(event)) = (ended.rows_affected(), event) {
            audit::insert(&mut tx, event, now).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    pub(in crate::store) async fn end_sessions_of(
        &self,
        account: &AccountId,
        now: RecordedAt,
    ) -> Result<u64, Error> {
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        let ended = end_all_of(&mut tx, account, now).await?;
        tx.commit().await?;
        Ok(ended)
    }

    pub(in crate::store) async fn remove_sessions_expired_before(
        &self,
        instant: RecordedAt,
    ) -> Result<u64, Error> {
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        let removed = sqlx::query(REMOVE_EXPIRED)
            .bind(instant.unix_micros())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(removed.rows_affected())
    }
}

/// Ends all sessions of an account, in the transaction of the reason for it.
pub(super) async fn end_all_of(
    tx: &mut SqliteConnection,
    account: &AccountId,
    now: RecordedAt,
) -> Result<u64, sqlx::Error> {
    let ended = sqlx::query(END_SESSIONS_OF)
        .bind(&account.0)
        .bind(now.unix_micros())
        .execute(tx)
        .await?;
    Ok(ended.rows_affected())
}

/// The statements that anybody can cause, for the test that each has an index.
#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[
    SELECT_SESSION_EXISTS,
    END_OLDEST,
    SELECT_SESSION,
    TOUCH_SESSION,
    END_SESSION,
    END_SESSIONS_OF,
    REMOVE_EXPIRED,
];
