//! Reading the head and the entries.

use domain::digest::Digest;
use sqlx::SqliteConnection;

use super::Sqlite;
use crate::store::head::{HeadRow, to_sql};
use crate::store::{Error, Head, StoredEntry};

const SELECT_HEAD: &str =
    "SELECT size, root, frontier, recorded_at FROM register_head WHERE id = 1";

const SELECT_ENTRIES: &str =
    "SELECT idx, bytes, leaf_hash, root_after FROM entry WHERE idx >= $1 ORDER BY idx LIMIT $2";

/// An entry as SQLite gives it.
#[derive(sqlx::FromRow)]
struct EntryRow {
    idx: i64,
    bytes: Vec<u8>,
    leaf_hash: Vec<u8>,
    root_after: Vec<u8>,
}

impl Sqlite {
    /// Where the register ends.
    pub(in crate::store) async fn head(&self) -> Result<Head, Error> {
        head(&mut *self.readers.acquire().await?).await
    }

    /// The entries from an index on.
    pub(in crate::store) async fn entries(
        &self,
        from: u64,
        limit: u16,
    ) -> Result<Vec<StoredEntry>, Error> {
        entries(&mut *self.readers.acquire().await?, from, limit).await
    }
}

/// Where the register ends, as this connection sees it.
pub(super) async fn head(connection: &mut SqliteConnection) -> Result<Head, Error> {
    let row: Option<HeadRow> = sqlx::query_as(SELECT_HEAD)
        .fetch_optional(connection)
        .await?;
    let row = row.ok_or_else(|| Error::DamagedHead("there is none".to_owned()))?;
    row.read().map_err(Error::DamagedHead)
}

/// The entries from an index on, as this connection sees them.
pub(super) async fn entries(
    connection: &mut SqliteConnection,
    from: u64,
    limit: u16,
) -> Result<Vec<StoredEntry>, Error> {
    let rows: Vec<EntryRow> = sqlx::query_as(SELECT_ENTRIES)
        .bind(to_sql(from))
        .bind(i64::from(limit))
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(stored_entry).collect()
}

fn stored_entry(row: EntryRow) -> Result<StoredEntry, Error> {
    Ok(StoredEntry {
        index: u64::try_from(row.idx)
            .map_err(|_| Error::DamagedRow(format!("entry {}", row.idx)))?,
        leaf_hash: digest(&row.leaf_hash, "the leaf hash of an entry")?,
        root_after: digest(&row.root_after, "the root after an entry")?,
        bytes: row.bytes,
    })
}

/// The digest in a column.
pub(super) fn digest(bytes: &[u8], what: &str) -> Result<Digest, Error> {
    <[u8; 32]>::try_from(bytes)
        .map(Digest::from_bytes)
        .map_err(|_| Error::DamagedRow(format!("{what} has {} bytes, not 32", bytes.len())))
}
