//! Appending to the register.

use domain::digest::Digest;
use domain::register::{HashedEntry, RecordedAt};
use domain::snapshot::Snapshot;
use sqlx::SqliteConnection;

use super::read::{digest, entries, head};
use super::{BEGIN_IMMEDIATE, Sqlite, blob, proposal};
use crate::clock::Clock;
use crate::store::head::{HeadRow, to_sql};
use crate::store::plan::{Plan, plan};
use crate::store::publication::Decision;
use crate::store::{
    AppendError, Error, Head, IdempotencyKey, LONGEST_PAGE, Publication, Receipt, StoredEntry,
};

const SELECT_EARLIER: &str = "SELECT request_digest, first_index, entry_count, first_recorded_at FROM idempotency WHERE key = $1";

const INSERT_ENTRY: &str =
    "INSERT INTO entry (idx, bytes, leaf_hash, root_after) VALUES ($1, $2, $3, $4)";

const INSERT_IDEMPOTENCY: &str = "INSERT INTO idempotency \
     (key, request_digest, first_index, entry_count, first_recorded_at) VALUES ($1, $2, $3, $4, $5)";

const UPDATE_HEAD: &str =
    "UPDATE register_head SET size = $1, root = $2, frontier = $3, recorded_at = $4 WHERE id = 1";

/// The answer an idempotency key was given before.
#[derive(sqlx::FromRow)]
struct Earlier {
    request_digest: Vec<u8>,
    first_index: i64,
    entry_count: i64,
    first_recorded_at: i64,
}

impl Sqlite {
    /// Appends the entries of a publication: see [`Store::append`](crate::store::Store::append).
    pub(in crate::store) async fn append<R: Send>(
        &self,
        publication: Publication<R>,
        key: &IdempotencyKey,
    ) -> Result<Receipt, AppendError<R>> {
        // A transaction that is dropped, for whatever reason, is rolled back.
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        let earlier: Option<Earlier> = sqlx::query_as(SELECT_EARLIER)
            .bind(key.as_str())
            .fetch_optional(&mut *tx)
            .await?;
        if let Some(earlier) = earlier {
            return replay(&mut tx, &earlier, publication.request).await;
        }
        let request = publication.request;
        let head = head(&mut tx).await?;
        // First: a proposal that somebody else has moved is told so, not why its entry cannot follow.
        if let Some(closing) = &publication.closing {
            proposal::close(&mut tx, closing, head.size()).await?;
        }
        let plan = decide_at_the_head(&mut tx, publication, &head, self.clock.as_ref()).await?;
        let receipt = receipt(&plan)?;
        write(&mut tx, &plan).await?;
        sqlx::query(INSERT_IDEMPOTENCY)
            .bind(key.as_str())
            .bind(request.as_bytes().as_slice())
            .bind(to_sql(receipt.index))
            .bind(to_sql(receipt.count))
            .bind(receipt.recorded_at.unix_micros())
            .execute(&mut *tx)
            .await?;
        // An error here is not a "no": the entries may be there all the same.
        tx.commit().await.map_err(AppendError::Unknown)?;
        Ok(receipt)
    }
}

/// Takes the decision again, with the entries since it was taken, and gives the entries their places.
async fn decide_at_the_head<R>(
    tx: &mut SqliteConnection,
    mut publication: Publication<R>,
    head: &Head,
    clock: &dyn Clock,
) -> Result<Plan, AppendError<R>> {
    if let Some(Decision { decided_at, decide }) = publication.decision.take() {
        let since = entries_since(tx, head, decided_at).await?;
        decide(head, &since).map_err(AppendError::Refused)?;
    }
    if let Some(snapshot) = publication.following.take() {
        let since = entries_since(tx, head, snapshot.size()).await?;
        publication.following = Some(caught_up(snapshot, &since)?);
    }
    plan(publication, head, clock.now().map_err(Error::from)?)
}

/// The snapshot with the entries published since.
fn caught_up<R>(snapshot: Snapshot, since: &[StoredEntry]) -> Result<Snapshot, AppendError<R>> {
    since.iter().try_fold(snapshot, |snapshot, stored| {
        let entry = HashedEntry::read(&stored.bytes)
            .map_err(|error| Error::DamagedRow(error.to_string()))?;
        snapshot
            .followed_by_hashed(&entry)
            .map_err(|error| AppendError::AgainstTheRules(Box::new(error)))
    })
}

/// The entries a decision taken at `decided_at` has not seen.
async fn entries_since<R>(
    tx: &mut SqliteConnection,
    head: &Head,
    decided_at: u64,
) -> Result<Vec<StoredEntry>, AppendError<R>> {
    let size = head.size();
    match size.checked_sub(decided_at) {
        None => Err(AppendError::RegisterIsShorter { decided_at, size }),
        Some(0) => Ok(Vec::new()),
        Some(behind) if behind > u64::from(LONGEST_PAGE) => {
            Err(AppendError::TooFarBehind { decided_at, size })
        }
        Some(_) => Ok(entries(tx, decided_at, LONGEST_PAGE).await?),
    }
}

/// Writes the blobs, the entries and the head.
async fn write<R>(tx: &mut SqliteConnection, plan: &Plan) -> Result<(), AppendError<R>> {
    for (hash, bytes) in &plan.blobs {
        blob::store(tx, hash, bytes.as_deref()).await?;
    }
    for entry in &plan.entries {
        sqlx::query(INSERT_ENTRY)
            .bind(to_sql(entry.index))
            .bind(entry.bytes.as_slice())
            .bind(entry.leaf_hash.as_bytes().as_slice())
            .bind(entry.root_after.as_bytes().as_slice())
            .execute(&mut *tx)
            .await?;
    }
    let row = HeadRow::of(&plan.head);
    let moved = sqlx::query(UPDATE_HEAD)
        .bind(row.size)
        .bind(row.root)
        .bind(row.frontier)
        .bind(row.recorded_at)
        .execute(tx)
        .await?;
    match moved.rows_affected() {
        1 => Ok(()),
        other => Err(Error::DamagedHead(format!("{other} rows instead of one")).into()),
    }
}

/// The receipt of what is about to be written.
fn receipt(plan: &Plan) -> Result<Receipt, Error> {
    let first = plan
        .entries
        .first()
        .ok_or_else(|| Error::DamagedRow("a publication without entries".to_owned()))?;
    Ok(Receipt {
        index: first.index,
        count: plan.head.size().saturating_sub(first.index),
        recorded_at: plan.recorded_at,
        leaf_hash: first.leaf_hash,
        root: plan.head.root(),
        size: plan.head.size(),
        replayed: false,
    })
}

/// The receipt the key was given before, if it asked for the same.
async fn replay<R>(
    tx: &mut SqliteConnection,
    earlier: &Earlier,
    request: Digest,
) -> Result<Receipt, AppendError<R>> {
    if digest(&earlier.request_digest, "the digest of a request")? != request {
        return Err(AppendError::KeyUsedForAnotherRequest);
    }
    let damaged = || Error::DamagedRow("the receipt of an idempotency key".to_owned());
    let index = u64::try_from(earlier.first_index).map_err(|_| damaged())?;
    let count = u64::try_from(earlier.entry_count).map_err(|_| damaged())?;
    let last = index.saturating_add(count).saturating_sub(1);
    let first = entries(tx, index, 1)
        .await?
        .pop()
        .filter(|entry| entry.index == index)
        .ok_or_else(damaged)?;
    let last = entries(tx, last, 1)
        .await?
        .pop()
        .filter(|entry| entry.index == last)
        .ok_or_else(damaged)?;
    Ok(Receipt {
        index,
        count,
        recorded_at: RecordedAt::from_unix_micros(earlier.first_recorded_at).ok_or_else(damaged)?,
        leaf_hash: first.leaf_hash,
        root: last.root_after,
        size: last.index.saturating_add(1),
        replayed: true,
    })
}
