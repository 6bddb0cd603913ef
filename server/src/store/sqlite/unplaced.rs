//! A database made beside its place, so that a failure on the way leaves nothing in it.
//!
//! Until it stands in its place nobody relies on it: its commits do not wait for the disk, the
//! placing does.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sqlx::sqlite::SqliteSynchronous;

use super::Sqlite;
use super::files::{BESIDE, half_done, place, remove_if_there, replace, sync, with_suffix};
use crate::clock::Clock;
use crate::store::{Error, Store};

/// A database that does not stand in its place yet.
#[derive(Debug)]
pub struct Unplaced {
    name: PathBuf,
    made: PathBuf,
}

impl Unplaced {
    /// Names a place to make it in: beside its own, with nothing there.
    pub(in crate::store) async fn beside(name: &Path) -> Result<Self, Error> {
        let unplaced = Self {
            name: name.to_path_buf(),
            made: half_done(name),
        };
        unplaced.clear().await?;
        Ok(unplaced)
    }

    /// Opens it where it is made.
    ///
    /// # Errors
    /// [`Error`] says why it cannot be opened.
    pub async fn open(&self, clock: Arc<dyn Clock>) -> Result<Store, Error> {
        let opened = Sqlite::open_with(&self.made, SqliteSynchronous::Off, clock).await?;
        Ok(Store::Sqlite(opened))
    }

    /// Gives it its place, once it is closed, unless there is something.
    ///
    /// # Errors
    /// [`Error::File`] if something is there; what was made is gone.
    pub async fn place(self) -> Result<(), Error> {
        sync(&self.made).await?;
        let placed = place(&self.made, &self.name).await;
        if placed.is_err() {
            self.clear().await?;
        }
        placed
    }

    /// Gives it its place, once it is closed, instead of the database that is there.
    ///
    /// # Errors
    /// [`Error::File`]: the one that was there is there still.
    pub async fn replace(self) -> Result<(), Error> {
        sync(&self.made).await?;
        let replaced = replace(&self.made, &self.name).await;
        if replaced.is_err() {
            self.clear().await?;
        }
        replaced
    }

    /// Removes what was made.
    ///
    /// # Errors
    /// [`Error::File`] if it cannot be removed.
    pub async fn discard(self) -> Result<(), Error> {
        self.clear().await
    }

    async fn clear(&self) -> Result<(), Error> {
        remove_if_there(&self.made).await?;
        for suffix in BESIDE {
            remove_if_there(&with_suffix(&self.made, suffix)).await?;
        }
        Ok(())
    }
}
