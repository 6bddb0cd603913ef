//! The counts that slow guessing down.

use std::time::Duration;

use domain::digest::Digest;
use domain::register::RecordedAt;
use sqlx::SqliteConnection;

use super::{BEGIN_IMMEDIATE, Sqlite, account, audit};
use crate::store::{Error, Settlement};
use crate::throttle::{ADDRESS, Admitted, FORGOTTEN_AFTER, Keys, Rate, Standing, admit, micros};

const SELECT_FAILURES: &str = "SELECT failures, last_at FROM throttle WHERE key = $1";

const SELECT_SPENT: &str = "SELECT spent_until FROM throttle_rate WHERE key = $1";

const SELECT_FAMILIAR: &str = "SELECT 1 FROM familiar_address f \
     JOIN account a ON a.id = f.account \
     WHERE a.name_key = $1 AND a.closed_at IS NULL AND f.address = $2";

const UPSERT_FAILURES: &str = "INSERT INTO throttle (key, failures, last_at) VALUES ($1, $2, $3) \
     ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at";

const UPSERT_SPENT: &str = "INSERT INTO throttle_rate (key, spent_until) VALUES ($1, $2) \
     ON CONFLICT (key) DO UPDATE SET spent_until = excluded.spent_until";

const PRUNE_FAILURES: &str = "DELETE FROM throttle WHERE last_at < $1";

const PRUNE_SPENT: &str = "DELETE FROM throttle_rate WHERE spent_until < $1";

const TAKE_BACK_FAILURE: &str =
    "UPDATE throttle SET failures = failures - 1 WHERE key = $1 AND failures > 0";

const FORGET_FAILURES: &str = "DELETE FROM throttle WHERE key = $1";

const GIVE_BACK: &str = "UPDATE throttle_rate SET spent_until = spent_until - $2 WHERE key = $1";

const UPSERT_FAMILIAR: &str = "INSERT INTO familiar_address (account, address, last_at) \
     VALUES ($1, $2, $3) \
     ON CONFLICT (account, address) DO UPDATE SET last_at = excluded.last_at";

const PRUNE_FAMILIAR: &str = "DELETE FROM familiar_address WHERE last_at < $1";

/// An address that was not used for so long is not familiar any more.
const FAMILIAR_FOR: Duration = Duration::from_hours(24 * 180);

impl Sqlite {
    pub(in crate::store) async fn admit(
        &self,
        keys: &Keys,
        now: RecordedAt,
    ) -> Result<Result<(), Duration>, Error> {
        // Most of a flood ends here, without asking for the write lock that entries need.
        let mut reader = self.readers.acquire().await?;
        if let Err(left) = admit(&standing(&mut reader, keys).await?, now) {
            return Ok(Err(left));
        }
        drop(reader);
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        let admitted = match admit(&standing(&mut tx, keys).await?, now) {
            Ok(admitted) => admitted,
            Err(left) => return Ok(Err(left)),
        };
        count(&mut tx, keys, &admitted, now).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }

    pub(in crate::store) async fn give_back(&self, keys: &Keys) -> Result<(), Error> {
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        sqlx::query(TAKE_BACK_FAILURE)
            .bind(keys.pair.as_bytes().as_slice())
            .execute(&mut *tx)
            .await?;
        give_back(&mut tx, &keys.address, ADDRESS).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(in crate::store) async fn settle(
        &self,
        settlement: &Settlement<'_>,
        now: RecordedAt,
    ) -> Result<(), Error> {
        let Settlement {
            account,
            keys,
            replaced,
            rehashed,
            event,
        } = *settlement;
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        sqlx::query(FORGET_FAILURES)
            .bind(keys.pair.as_bytes().as_slice())
            .execute(&mut *tx)
            .await?;
        give_back(&mut tx, &keys.address, ADDRESS).await?;
        if let Some(address) = keys.familiar.first() {
            sqlx::query(UPSERT_FAMILIAR)
                .bind(&account.0)
                .bind(address.as_bytes().as_slice())
                .bind(now.unix_micros())
                .execute(&mut *tx)
                .await?;
        }
        prune(&mut tx, PRUNE_FAMILIAR, now, FAMILIAR_FOR).await?;
        if let Some(hashed) = rehashed {
            account::rehash(&mut tx, account, replaced, hashed).await?;
        }
        audit::insert(&mut tx, event, now).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// What is stored about an attempt.
async fn standing(connection: &mut SqliteConnection, keys: &Keys) -> Result<Standing, Error> {
    let failures: Option<(u32, i64)> = sqlx::query_as(SELECT_FAILURES)
        .bind(keys.pair.as_bytes().as_slice())
        .fetch_optional(&mut *connection)
        .await?;
    let mut familiar = false;
    for address in &keys.familiar {
        let found: Option<i64> = sqlx::query_scalar(SELECT_FAMILIAR)
            .bind(&keys.name_key)
            .bind(address.as_bytes().as_slice())
            .fetch_optional(&mut *connection)
            .await?;
        familiar |= found.is_some();
    }
    Ok(Standing {
        failures: failures.map_or(0, |(failures, _)| failures),
        last_at: failures.and_then(|(_, last_at)| RecordedAt::from_unix_micros(last_at)),
        address_spent_until: spent_until(connection, &keys.address).await?,
        everywhere_spent_until: spent_until(connection, &keys.everywhere).await?,
        familiar,
    })
}

async fn spent_until(
    connection: &mut SqliteConnection,
    key: &Digest,
) -> Result<Option<RecordedAt>, Error> {
    let spent: Option<i64> = sqlx::query_scalar(SELECT_SPENT)
        .bind(key.as_bytes().as_slice())
        .fetch_optional(connection)
        .await?;
    Ok(spent.and_then(RecordedAt::from_unix_micros))
}

/// Writes that an attempt is made, and forgets what is old.
async fn count(
    tx: &mut SqliteConnection,
    keys: &Keys,
    admitted: &Admitted,
    now: RecordedAt,
) -> Result<(), Error> {
    prune(tx, PRUNE_FAILURES, now, FORGOTTEN_AFTER).await?;
    prune(tx, PRUNE_SPENT, now, Duration::ZERO).await?;
    sqlx::query(UPSERT_FAILURES)
        .bind(keys.pair.as_bytes().as_slice())
        .bind(i64::from(admitted.failures))
        .bind(now.unix_micros())
        .execute(&mut *tx)
        .await?;
    let spent = [
        (&keys.address, Some(admitted.address_spent_until)),
        (&keys.everywhere, admitted.everywhere_spent_until),
    ];
    for (key, until) in spent {
        let Some(until) = until else { continue };
        sqlx::query(UPSERT_SPENT)
            .bind(key.as_bytes().as_slice())
            .bind(until.unix_micros())
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}

async fn give_back(tx: &mut SqliteConnection, key: &Digest, rate: Rate) -> Result<(), sqlx::Error> {
    sqlx::query(GIVE_BACK)
        .bind(key.as_bytes().as_slice())
        .bind(micros(rate.period))
        .execute(tx)
        .await?;
    Ok(())
}

/// Removes what is older than this.
async fn prune(
    tx: &mut SqliteConnection,
    statement: &'static str,
    now: RecordedAt,
    older_than: Duration,
) -> Result<(), sqlx::Error> {
    sqlx::query(statement)
        .bind(now.unix_micros().saturating_sub(micros(older_than)))
        .execute(tx)
        .await?;
    Ok(())
}

/// The statements that anybody can cause, for the test that each has an index.
#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[
    SELECT_FAILURES,
    SELECT_SPENT,
    SELECT_FAMILIAR,
    PRUNE_FAILURES,
    PRUNE_SPENT,
    TAKE_BACK_FAILURE,
    FORGET_FAILURES,
    GIVE_BACK,
    PRUNE_FAMILIAR,
];
