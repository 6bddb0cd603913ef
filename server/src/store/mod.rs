//! The store: an append-only public register, the blobs it names, and private tables beside it.
//!
//! One face, native backends. Each operation has the same name and meaning on each; what they write
//! is decided once, in `plan`, and what they hold is checked once, in [`mod@verify`].
mod account;
mod address;
mod audit;
mod error;
mod head;
mod plan;
pub(crate) mod proposal;
mod publication;
mod session;
mod sqlite;
mod throttle;
pub mod verify;

use std::path::Path;
use std::sync::Arc;

pub(crate) use account::{AccountRow, AccountWithPassword, AddAccountError, PasswordOrigin};
pub use address::{Address, AddressError};
use domain::digest::Digest;
use domain::register::RecordedAt;
pub use error::{AppendError, Error, WithdrawError};
pub use head::Head;
pub use publication::{IdempotencyKey, NotAKey, Publication, Receipt, StoredBlob, StoredEntry};
pub(crate) use session::{Begun, NewSession, OpenSessionRow, SessionRow};
use sqlite::Sqlite;
pub use sqlite::{BackupError, RestoreError, Restored, Unplaced};
pub(crate) use throttle::Settlement;

use crate::clock::Clock;

/// The most entries that [`Store::entries`] returns at once, and that a decision is shown.
pub const LONGEST_PAGE: u16 = 1_000;

/// An open database, cheap to clone.
#[derive(Debug, Clone)]
pub enum Store {
    /// The embedded default.
    Sqlite(Sqlite),
}

impl Store {
    /// Opens the database, and makes it if there is none.
    ///
    /// # Errors
    /// [`Error`] says why it cannot be opened.
    pub async fn open(address: &Address, clock: Arc<dyn Clock>) -> Result<Self, Error> {
        match address {
            Address::Sqlite(file) => Ok(Self::Sqlite(Sqlite::open(file, clock).await?)),
        }
    }

    /// Closes all connections. Dropping the store does so too, but does not wait.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(sqlite) => sqlite.close().await,
        }
    }

    /// Says that the demonstration made this database: no real register is kept in it.
    ///
    /// # Errors
    /// [`Error`] if it could not be written.
    pub async fn mark_as_demonstration(&self) -> Result<(), Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.mark_as_demonstration().await,
        }
    }

    /// Whether the demonstration made this database.
    ///
    /// # Errors
    /// [`Error`] if the database cannot be read.
    pub async fn is_demonstration(&self) -> Result<bool, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.is_demonstration().await,
        }
    }

    /// Appends the entries of a publication in one transaction: all or nothing, numbered without a
    /// gap, each recorded later than the one before, durable when this returns.
    ///
    /// # Errors
    /// [`AppendError`]: for every variant but one, nothing was written. [`AppendError::Unknown`]
    /// means that nobody knows: ask again with the same key.
    pub async fn append<R: Send>(
        &self,
        publication: Publication<R>,
        key: &IdempotencyKey,
    ) -> Result<Receipt, AppendError<R>> {
        match self {
            Self::Sqlite(sqlite) => sqlite.append(publication, key).await,
        }
    }

    /// Where the register ends.
    ///
    /// # Errors
    /// [`Error::DamagedHead`] if the row contradicts itself.
    pub async fn head(&self) -> Result<Head, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.head().await,
        }
    }

    /// One entry, if the register is that long.
    ///
    /// # Errors
    /// [`Error`] if the database cannot be read.
    pub async fn entry(&self, index: u64) -> Result<Option<StoredEntry>, Error> {
        Ok(self
            .entries(index, 1)
            .await?
            .into_iter()
            .find(|entry| entry.index == index))
    }

    /// The entries from an index on, in order, at most `limit` and at most [`LONGEST_PAGE`].
    ///
    /// # Errors
    /// [`Error`] if the database cannot be read.
    pub async fn entries(&self, from: u64, limit: u16) -> Result<Vec<StoredEntry>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.entries(from, limit.min(LONGEST_PAGE)).await,
        }
    }

    /// A blob by its hash, if an entry names it.
    ///
    /// # Errors
    /// [`Error`] if the database cannot be read.
    pub async fn blob(&self, hash: &Digest) -> Result<Option<StoredBlob>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.blob(hash).await,
        }
    }

    /// Erases the bytes of a blob. Its hash stays, with the reason, because entries name it.
    ///
    /// # Errors
    /// [`WithdrawError`]: the bytes are still there, except after [`WithdrawError::Unknown`].
    pub async fn withdraw_blob(&self, hash: &Digest, reason: &str) -> Result<(), WithdrawError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.withdraw_blob(hash, reason).await,
        }
    }
}

/// Whether there is something at this address.
///
/// # Errors
/// [`Error::File`] if it cannot be told.
pub async fn exists(address: &Address) -> Result<bool, Error> {
    match address {
        Address::Sqlite(file) => sqlite::exists(file).await,
    }
}

/// A place for a database that is made beside its own, and given it when it is whole.
///
/// # Errors
/// [`Error::File`] if what an earlier attempt left there cannot be removed.
pub async fn unplaced(address: &Address) -> Result<Unplaced, Error> {
    match address {
        Address::Sqlite(file) => Unplaced::beside(file).await,
    }
}

/// Recomputes everything from the stored bytes, without changing anything. The database may be in
/// use. `witnesses` are roots remembered elsewhere.
///
/// # Errors
/// [`Error`] if there is nothing to read. Everything else is a finding in the report.
pub async fn verify(
    address: &Address,
    witnesses: &[verify::Witness],
) -> Result<verify::Report, Error> {
    match address {
        Address::Sqlite(file) => sqlite::verify(file, witnesses).await,
    }
}

/// The first entry that cannot follow those before it by the rules of the register: its number, its
/// instant, its participants, its sign-offs against the policy of the time, what it corrects.
/// `None` if all follow. Acts of a later program are kept and not judged.
///
/// # Errors
/// [`Error`] if the entries cannot be read; [`verify`](verify()) says why.
pub async fn first_breach(address: &Address) -> Result<Option<verify::Breach>, Error> {
    match address {
        Address::Sqlite(file) => sqlite::first_breach(file).await,
    }
}

/// Writes a copy of the database, which may be in use, and verifies the copy.
///
/// # Errors
/// [`BackupError`]: then there is no copy.
pub async fn backup(address: &Address, to: &Path) -> Result<verify::Report, BackupError> {
    match address {
        Address::Sqlite(file) => sqlite::backup(file, to).await,
    }
}

/// Puts a verified copy of a backup in the place of the database.
///
/// An existing database is moved aside if `moved_aside_at` is given, and otherwise refused.
///
/// # Errors
/// [`RestoreError`]: then the database is as it was.
pub async fn restore(
    address: &Address,
    from: &Path,
    witnesses: &[verify::Witness],
    moved_aside_at: Option<RecordedAt>,
) -> Result<Restored, RestoreError> {
    match address {
        Address::Sqlite(file) => sqlite::restore(file, from, witnesses, moved_aside_at).await,
    }
}
