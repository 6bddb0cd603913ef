//! Putting a backup in the place of a database.

use std::path::{Path, PathBuf};

use domain::register::RecordedAt;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _};
use tokio::fs;

use super::files::{
    BESIDE, copy_database, exists, half_done, in_file, place, remove_if_there, replace,
    sync_folder, with_suffix,
};
use super::verify::verify;
use crate::store::Error;
use crate::store::verify::{Report, Witness};

/// Ends the write-ahead log, which only the last user of a database can do.
const END_THE_LOG: &str = "PRAGMA journal_mode = DELETE";

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The verification of the database restored.
    pub report: Report,
    /// Where the database is that was there before.
    pub moved_aside: Option<PathBuf>,
}

/// Why nothing was restored. The database is as it was.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The backup does not verify.
    #[error("{} does not verify, so nothing was restored; try an older backup", .file.display())]
    Damaged {
        /// The backup.
        file: PathBuf,
        /// What is wrong with it.
        report: Box<Report>,
    },
    /// There is a database, or what is left of one.
    #[error("{} is there already and is left as it is; to move it aside, say --replace", .0.display())]
    Exists(PathBuf),
    /// The backup is the database.
    #[error("{} is the database itself", .0.display())]
    SameFile(PathBuf),
    /// A program uses the database.
    #[error("a program uses {}; stop it first", .0.display())]
    InUse(PathBuf),
    /// The store or a file stands in the way.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Restores the backup `from` to `file`: see [`restore`](crate::store::restore).
pub async fn restore(
    file: &Path,
    from: &Path,
    witnesses: &[Witness],
    moved_aside_at: Option<RecordedAt>,
) -> Result<Restored, RestoreError> {
    let in_the_way = in_the_way(file).await?;
    if let (Some(first), None) = (in_the_way.first(), moved_aside_at) {
        return Err(RestoreError::Exists(first.clone()));
    }
    if let (Ok(one), Ok(other)) = (fs::canonicalize(file).await, fs::canonicalize(from).await)
        && one == other
    {
        return Err(RestoreError::SameFile(file.to_path_buf()));
    }
    must_verify(from, witnesses).await?;

    let half_done = half_done(file);
    let restored = copy_and_place(file, from, witnesses, &half_done, moved_aside_at).await;
    if restored.is_err() {
        remove_if_there(&half_done).await?;
    }
    restored
}

/// Copies the backup beside the database, verifies the copy, and gives it its name.
async fn copy_and_place(
    file: &Path,
    from: &Path,
    witnesses: &[Witness],
    half_done: &Path,
    moved_aside_at: Option<RecordedAt>,
) -> Result<Restored, RestoreError> {
    copy_database(from, half_done).await?;
    // The backup may have changed since it was verified: what counts is the copy.
    let report = must_verify(half_done, witnesses).await?;
    match moved_aside_at {
        None => {
            place(half_done, file).await?;
            Ok(Restored {
                report,
                moved_aside: None,
            })
        }
        Some(now) => {
            let moved_aside = move_aside(file, now).await?;
            replace(half_done, file).await?;
            Ok(Restored {
                report,
                moved_aside,
            })
        }
    }
}

/// A database from which nothing is restored unless it is whole.
async fn must_verify(file: &Path, witnesses: &[Witness]) -> Result<Report, RestoreError> {
    let report = verify(file, witnesses).await?;
    if report.is_clean() {
        Ok(report)
    } else {
        Err(RestoreError::Damaged {
            file: file.to_path_buf(),
            report: Box::new(report),
        })
    }
}

/// The database and what SQLite keeps beside it. A log without its database counts: SQLite would
/// play it into the restored one.
async fn in_the_way(file: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut there = Vec::new();
    for suffix in ["", BESIDE[0], BESIDE[1], BESIDE[2]] {
        let path = with_suffix(file, suffix);
        if exists(&path).await? {
            there.push(path);
        }
    }
    Ok(there)
}

/// Gives the old database a second name, and takes the files beside it away.
async fn move_aside(file: &Path, now: RecordedAt) -> Result<Option<PathBuf>, RestoreError> {
    if in_the_way(file).await?.is_empty() {
        return Ok(None);
    }
    let aside = with_suffix(
        file,
        &format!(".replaced-{}", now.to_string().replace([':', '.'], "-")),
    );
    if exists(file).await? {
        end_the_log(file).await?;
        fs::hard_link(file, &aside).await.map_err(in_file(&aside))?;
    }
    for suffix in BESIDE {
        let beside = with_suffix(file, suffix);
        if exists(&beside).await? {
            let aside = with_suffix(&aside, suffix);
            fs::rename(&beside, &aside).await.map_err(in_file(&aside))?;
        }
    }
    sync_folder(file).await?;
    Ok(Some(aside))
}

/// Folds the log into the old database, and so finds out whether a program uses it.
async fn end_the_log(file: &Path) -> Result<(), RestoreError> {
    let in_use = || RestoreError::InUse(file.to_path_buf());
    match try_to_end_the_log(file).await {
        Ok(mode) if mode == "wal" => Err(in_use()),
        Ok(_) => Ok(()),
        Err(error) => match Error::from(error) {
            Error::Busy => Err(in_use()),
            // A database too damaged to be opened is what restoring is for: its files move as they are.
            _ => Ok(()),
        },
    }
}

async fn try_to_end_the_log(file: &Path) -> Result<String, sqlx::Error> {
    let mut connection: SqliteConnection =
        SqliteConnectOptions::new().filename(file).connect().await?;
    let mode = sqlx::query_scalar(END_THE_LOG)
        .fetch_one(&mut connection)
        .await?;
    connection.close().await?;
    Ok(mode)
}
