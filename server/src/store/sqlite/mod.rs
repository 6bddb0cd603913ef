//! The SQLite backend: one writer connection, several readers, write-ahead log, every commit
//! synced before it is acknowledged.
mod append;
mod backup;
mod blob;
mod files;
mod open;
mod read;
mod restore;
mod verify;

use std::sync::Arc;

pub use backup::{BackupError, backup};
pub use restore::{RestoreError, Restored, restore};
use sqlx::SqlitePool;
pub use verify::verify;

use crate::clock::Clock;

/// An open SQLite database.
#[derive(Debug, Clone)]
pub struct Sqlite {
    /// One connection: writers wait for each other here, not on the file's lock.
    writer: SqlitePool,
    /// Connections that cannot write.
    readers: SqlitePool,
    clock: Arc<dyn Clock>,
}

/// How every write begins. A transaction that reads first and asks for the write lock later is
/// told "busy" at once, without waiting; this one takes the lock at the start.
const BEGIN_IMMEDIATE: &str = "BEGIN IMMEDIATE";
