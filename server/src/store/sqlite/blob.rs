//! Blobs: long texts and files, by hash.

use domain::digest::Digest;
use sqlx::SqliteConnection;

use super::{BEGIN_IMMEDIATE, Sqlite};
use crate::store::{AppendError, Error, StoredBlob, WithdrawError};

const SELECT_BLOB: &str = "SELECT bytes, length, withdrawn_reason FROM blob WHERE hash = $1";

const SELECT_IS_WITHDRAWN: &str = "SELECT bytes IS NULL FROM blob WHERE hash = $1";

const INSERT_BLOB: &str =
    "INSERT INTO blob (hash, bytes, length, withdrawn_reason) VALUES ($1, $2, length($2), NULL)";

const WITHDRAW_BLOB: &str = "UPDATE blob SET bytes = NULL, withdrawn_reason = $2 WHERE hash = $1";

/// Folds the write-ahead log into the file and empties it: old pages stay in it otherwise.
const EMPTY_THE_LOG: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

#[derive(sqlx::FromRow)]
struct BlobRow {
    bytes: Option<Vec<u8>>,
    length: i64,
    withdrawn_reason: Option<String>,
}

impl Sqlite {
    /// A blob by its hash.
    pub(in crate::store) async fn blob(&self, hash: &Digest) -> Result<Option<StoredBlob>, Error> {
        let row: Option<BlobRow> = sqlx::query_as(SELECT_BLOB)
            .bind(hash.as_bytes().as_slice())
            .fetch_optional(&self.readers)
            .await?;
        row.map(|row| match row {
            BlobRow {
                bytes: Some(bytes), ..
            } => Ok(StoredBlob::Present(bytes)),
            BlobRow {
                withdrawn_reason: Some(reason),
                length,
                ..
            } => Ok(StoredBlob::Withdrawn {
                reason,
                length: u64::try_from(length)
                    .map_err(|_| Error::DamagedRow(format!("blob {hash}")))?,
            }),
            BlobRow { .. } => Err(Error::DamagedRow(format!("blob {hash}"))),
        })
        .transpose()
    }

    /// Erases the bytes of a blob: see [`Store::withdraw_blob`](crate::store::Store::withdraw_blob).
    pub(in crate::store) async fn withdraw_blob(
        &self,
        hash: &Digest,
        reason: &str,
    ) -> Result<(), WithdrawError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(WithdrawError::NoReason);
        }
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        match is_withdrawn(&mut tx, hash).await? {
            None => return Err(WithdrawError::NotFound(*hash)),
            Some(true) => return Err(WithdrawError::AlreadyWithdrawn(*hash)),
            Some(false) => {}
        }
        sqlx::query(WITHDRAW_BLOB)
            .bind(hash.as_bytes().as_slice())
            .bind(reason)
            .execute(&mut *tx)
            .await?;
        tx.commit().await.map_err(WithdrawError::Unknown)?;
        // Readers may hold the log; then it is emptied when the database is closed. Not an error.
        let _held = sqlx::query(EMPTY_THE_LOG).execute(&self.writer).await;
        Ok(())
    }
}

/// Whether a blob is withdrawn; nothing, if there is none.
async fn is_withdrawn(
    tx: &mut SqliteConnection,
    hash: &Digest,
) -> Result<Option<bool>, sqlx::Error> {
    sqlx::query_scalar(SELECT_IS_WITHDRAWN)
        .bind(hash.as_bytes().as_slice())
        .fetch_optional(tx)
        .await
}

/// Stores a blob that an entry names, if it is not there yet.
pub(super) async fn store<R>(
    tx: &mut SqliteConnection,
    hash: &Digest,
    bytes: Option<&[u8]>,
) -> Result<(), AppendError<R>> {
    match (is_withdrawn(tx, hash).await?, bytes) {
        (None, None) => Err(AppendError::BlobMissing(*hash)),
        (Some(true), Some(_)) => Err(AppendError::BlobWithdrawn(*hash)),
        (Some(false), _) | (Some(true), None) => Ok(()),
        (None, Some(bytes)) => {
            sqlx::query(INSERT_BLOB)
                .bind(hash.as_bytes().as_slice())
                .bind(bytes)
                .execute(tx)
                .await?;
            Ok(())
        }
    }
}
