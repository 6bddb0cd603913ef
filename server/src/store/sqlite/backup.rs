//! Copying a database that is in use.

use std::path::{Path, PathBuf};

use super::files::{copy_database, exists, half_done, place, remove_if_there};
use super::open::connect_to_read;
use super::read::head;
use super::verify::verify;
use crate::store::Error;
use crate::store::verify::{Report, Witness};

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is a file of that name.
    #[error("{} is there already and is left as it is; choose another name", .0.display())]
    Exists(PathBuf),
    /// The copy does not verify, so it is not kept.
    #[error("the copy does not verify, so it is not kept; run `assent verify` on the database")]
    Damaged(Box<Report>),
    /// The store or a file stands in the way.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Copies the database in `file` to a new file `to`: see [`backup`](crate::store::backup).
pub async fn backup(file: &Path, to: &Path) -> Result<Report, BackupError> {
    if exists(to).await? {
        return Err(BackupError::Exists(to.to_path_buf()));
    }
    let half_done = half_done(to);
    let made = copy_and_place(file, &half_done, to).await;
    if made.is_err() {
        remove_if_there(&half_done).await?;
    }
    made
}

async fn copy_and_place(file: &Path, half_done: &Path, to: &Path) -> Result<Report, BackupError> {
    let report = copy_and_verify(file, half_done).await?;
    if !report.is_clean() {
        return Err(BackupError::Damaged(Box::new(report)));
    }
    place(half_done, to).await?;
    Ok(report)
}

/// The copy holds all that was there before copying began, and is whole.
async fn copy_and_verify(file: &Path, to: &Path) -> Result<Report, Error> {
    let before = head(&mut connect_to_read(file).await?).await?;
    copy_database(file, to).await?;
    verify(
        to,
        &[Witness {
            size: before.size(),
            root: before.root(),
        }],
    )
    .await
}
