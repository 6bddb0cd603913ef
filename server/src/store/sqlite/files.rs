//! Making and placing whole database files, so that a crash leaves the old or the new, never half.

use std::ffi::OsString;
use std::io::{Error as IoError, ErrorKind};
use std::path::{Path, PathBuf};

use tokio::fs;

use super::open::connect_to_read;
use crate::store::Error;

/// The files SQLite keeps beside a database.
pub(super) const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

const COPY: &str = "VACUUM INTO $1";

/// A path with something added to its last part.
pub(super) fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(suffix);
    PathBuf::from(name)
}

/// Where a copy is made before it is given its name: in the same folder, and not where another
/// program makes one.
pub(super) fn half_done(name: &Path) -> PathBuf {
    with_suffix(name, &format!(".half-done-{}", std::process::id()))
}

/// Copies a database, which may be in use, into a new file for its owner only. A file that an
/// earlier copy left half-done is overwritten.
pub(super) async fn copy_database(from: &Path, to: &Path) -> Result<(), Error> {
    let absolute = std::path::absolute(to).map_err(|source| Error::File {
        file: to.to_path_buf(),
        source,
    })?;
    let name = absolute.to_str().ok_or_else(|| Error::File {
        file: to.to_path_buf(),
        source: IoError::new(ErrorKind::InvalidFilename, "the name is not UTF-8"),
    })?;
    let mut connection = connect_to_read(from).await?;
    remove_if_there(to).await?;
    let mut options = fs::OpenOptions::new();
    options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(to)
        .await
        .map_err(in_file(to))?;
    sqlx::query(COPY)
        .bind(name)
        .execute(&mut connection)
        .await?;
    // SQLite leaves this to us.
    sync(to).await
}

/// Gives a finished file its name, in the same folder, unless the name is taken.
pub(super) async fn place(made: &Path, name: &Path) -> Result<(), Error> {
    // A link, unlike a rename, never takes the place of a file.
    fs::hard_link(made, name).await.map_err(in_file(name))?;
    fs::remove_file(made).await.map_err(in_file(made))?;
    sync_folder(name).await
}

/// Puts a finished file in the place of another, in the same folder. There is no moment without one.
pub(super) async fn replace(made: &Path, name: &Path) -> Result<(), Error> {
    fs::rename(made, name).await.map_err(in_file(name))?;
    sync_folder(name).await
}

/// Whether there is something of this name.
pub(in crate::store) async fn exists(file: &Path) -> Result<bool, Error> {
    match fs::symlink_metadata(file).await {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(source) => Err(Error::File {
            file: file.to_path_buf(),
            source,
        }),
    }
}

/// Removes a file if it is there.
pub(super) async fn remove_if_there(file: &Path) -> Result<(), Error> {
    match fs::remove_file(file).await {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Error::File {
            file: file.to_path_buf(),
            source: error,
        }),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Makes names given or taken in the folder of this file durable.
pub(super) async fn sync_folder(file: &Path) -> Result<(), Error> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => sync(folder).await,
        Some(_) | None => sync(Path::new(".")).await,
    }
}

pub(super) async fn sync(file: &Path) -> Result<(), Error> {
    let opened = fs::File::open(file).await.map_err(in_file(file))?;
    opened.sync_all().await.map_err(in_file(file))
}

/// Says in which file it happened.
pub(super) fn in_file(file: &Path) -> impl FnOnce(IoError) -> Error + use<> {
    let file = file.to_path_buf();
    move |source| Error::File { file, source }
}
