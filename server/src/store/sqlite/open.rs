//! Opening a SQLite database.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::Connection as _;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};

use super::{BEGIN_IMMEDIATE, Sqlite};
use crate::clock::Clock;
use crate::store::Error;

/// The tables, embedded.
pub(super) static TABLES: Migrator = sqlx::migrate!("../migrations/sqlite");

/// How long a writer waits for writers of other processes, and a reader for a free connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a writer waits for the writers of this process.
const QUEUE: Duration = Duration::from_secs(30);
const READERS: u32 = 4;

impl Sqlite {
    /// Opens the database in `file`, makes it if there is none, and brings its tables up to date.
    pub(in crate::store) async fn open(file: &Path, clock: Arc<dyn Clock>) -> Result<Self, Error> {
        // NORMAL would lose the last acknowledged entries when the power fails.
        Self::open_with(file, SqliteSynchronous::Full, clock).await
    }

    /// The same, with another care for what the power can take away.
    pub(super) async fn open_with(
        file: &Path,
        synchronous: SqliteSynchronous,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Error> {
        make_private(file)?;
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(QUEUE)
            .idle_timeout(None)
            .max_lifetime(None)
            // When SQLite ends a transaction by itself (a full disk, a failed commit), the driver
            // goes on counting it as open and would refuse every later one. Open another connection.
            .before_acquire(|connection, _| {
                let usable = !connection.is_in_transaction();
                Box::pin(async move { Ok(usable) })
            })
            .connect_with(writing(file).synchronous(synchronous))
            .await
            .map_err(|error| not_a_register(file, error))?;
        bring_up_to_date(&writer).await?;
        // After the writer: readers cannot make the shared memory of a new write-ahead log.
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(PATIENCE)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(reading(file))
            .await?;
        Ok(Self {
            writer,
            readers,
            clock,
        })
    }

    /// Closes all connections; the last one folds the write-ahead log into the file.
    pub(in crate::store) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// A connection that writes.
fn writing(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .busy_timeout(PATIENCE)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        // The bytes of a withdrawn blob are overwritten, not only unlinked.
        .pragma("secure_delete", "ON")
}

/// A connection that cannot write.
fn reading(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .busy_timeout(PATIENCE)
        .foreign_keys(true)
        .read_only(true)
}

/// A single read-only connection to a database that exists, whatever state it is in.
pub(super) async fn connect_to_read(file: &Path) -> Result<SqliteConnection, Error> {
    match file.metadata() {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(Error::NotFound(file.to_path_buf()));
        }
        Err(source) => {
            return Err(Error::File {
                file: file.to_path_buf(),
                source,
            });
        }
    }
    SqliteConnection::connect_with(&reading(file))
        .await
        .map_err(|error| not_a_register(file, error))
}

/// The database also holds accounts, so a new one is for its owner only. SQLite gives the files
/// beside it the same mode.
fn make_private(file: &Path) -> Result<(), Error> {
    match OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
    {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(source) => Err(Error::File {
            file: file.to_path_buf(),
            source,
        }),
    }
}

/// Runs the migrations that are missing, all in one transaction, so that two processes may start at
/// the same time.
async fn bring_up_to_date(writer: &SqlitePool) -> Result<(), Error> {
    let mut tx = writer.begin_with(BEGIN_IMMEDIATE).await?;
    TABLES.run(&mut *tx).await.map_err(|error| match error {
        MigrateError::Execute(error) => Error::from(error),
        other => Error::Tables(other),
    })?;
    tx.commit().await?;
    Ok(())
}

/// Tells a file that is no database from a database that does not answer.
pub(super) fn not_a_register(file: &Path, error: sqlx::Error) -> Error {
    // SQLITE_NOTADB
    let code = error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code);
    match code.as_deref() {
        Some("26") => Error::NotARegister {
            file: file.to_path_buf(),
            reason: "it is not an SQLite database".to_owned(),
        },
        Some(_) | None => error.into(),
    }
}
