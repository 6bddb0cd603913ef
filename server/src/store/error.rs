//! What can go wrong in the store.

use std::path::PathBuf;

use domain::canonical::CanonicalError;
use domain::digest::Digest;
use domain::snapshot::FoldError;

use crate::clock::ClockError;
use crate::store::proposal::ChangeError;

/// Why the store could not be opened, read or copied.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no database there.
    #[error("there is no database at {}; check the address (--database-url)", .0.display())]
    NotFound(PathBuf),
    /// The file is no database of this program.
    #[error("{} is not a register of Assent: {reason}", .file.display())]
    NotARegister {
        /// The file.
        file: PathBuf,
        /// What is missing in it.
        reason: String,
    },
    /// The tables were made by a newer program, or changed by hand.
    #[error(
        "the tables are not those of this program: {0}; use the program that wrote them, or a newer one"
    )]
    Tables(#[source] sqlx::migrate::MigrateError),
    /// The head row contradicts itself, so nothing can follow it.
    #[error("the head of the register is damaged ({0}); run `assent verify`")]
    DamagedHead(String),
    /// A row that only this program writes does not read back.
    #[error("a stored row is damaged ({0}); run `assent verify`")]
    DamagedRow(String),
    /// Nobody knows what time it is. Nothing was written.
    #[error(transparent)]
    Clock(#[from] ClockError),
    /// Other writers held the database for too long. Nothing was written.
    #[error("the database is busy and nothing was written; try again")]
    Busy,
    /// The database said no. Nothing was written.
    #[error("the database refused: {0}")]
    Database(#[source] sqlx::Error),
    /// A file could not be read, written or moved.
    #[error("{}: {source}", .file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        if is_busy(&error) {
            Self::Busy
        } else {
            Self::Database(error)
        }
    }
}

/// Whether the database was only held by somebody else for too long.
fn is_busy(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::PoolTimedOut => true,
        // The low byte is SQLITE_BUSY (5); the others tell its kinds apart.
        sqlx::Error::Database(error) => error
            .code()
            .and_then(|code| code.parse::<i32>().ok())
            .is_some_and(|code| code & 0xff == 5),
        _ => false,
    }
}

/// Why a publication was not appended, or may not have been.
#[derive(Debug, thiserror::Error)]
pub enum AppendError<R> {
    /// Decided again at the head, the publication is refused. Nothing was written.
    #[error("refused at the head of the register")]
    Refused(R),
    /// The key was used before for something else. Nothing was written.
    #[error("the idempotency key was used before for another request; use a new key")]
    KeyUsedForAnotherRequest,
    /// The proposal that the publication closes is not in the version and state it was decided on.
    /// Nothing was written.
    #[error("the proposal has moved since; look at it and decide again")]
    ProposalMoved,
    /// The person signed this version of the proposal already. Nothing was written.
    #[error("this person has signed the proposal already; each sign-off is by another person")]
    SignedAlready,
    /// The account that signs was closed, or is no longer what it was. Nothing was written.
    #[error("the account that signs was closed")]
    AccountClosed,
    /// The caller decided too far behind the head. Nothing was written.
    #[error(
        "the register has grown to {size} entries since {decided_at}; catch up, decide again and ask again"
    )]
    TooFarBehind {
        /// Where the caller decided.
        decided_at: u64,
        /// Where the register is.
        size: u64,
    },
    /// The caller decided on a register that is longer than this one. Nothing was written.
    #[error(
        "the register has {size} entries, fewer than the {decided_at} this was decided on; was it restored?"
    )]
    RegisterIsShorter {
        /// Where the caller decided.
        decided_at: u64,
        /// Where the register is.
        size: u64,
    },
    /// An entry has no canonical form. Nothing was written.
    #[error("the entry cannot be written: {0}")]
    Unwritable(#[from] CanonicalError),
    /// An entry does not follow those before it by the rules of the register. Nothing was written.
    #[error("nothing was written: {0}")]
    AgainstTheRules(#[source] Box<FoldError>),
    /// The bytes of an entry would not verify. Nothing was written.
    #[error("the entry would not verify: {0}")]
    WouldNotVerify(String),
    /// An entry names a blob that is neither stored nor given. Nothing was written.
    #[error("the entry names the blob {0}, which is neither stored nor given with it")]
    BlobMissing(Digest),
    /// A blob was given that no entry of the publication names. Nothing was written.
    #[error("the blob {0} is given but no entry names it")]
    BlobNotNamed(Digest),
    /// The bytes of a withdrawn blob were given again. Nothing was written.
    #[error("the blob {0} was withdrawn and cannot be published again")]
    BlobWithdrawn(Digest),
    /// Nothing was written, for a reason of the store.
    #[error(transparent)]
    Store(#[from] Error),
    /// **The outcome is unknown**: the database failed while committing, and the entries may or may
    /// not be there. This is not a "no". Ask again with the same idempotency key: if they are there
    /// the first receipt comes back, if not they are appended now.
    #[error("the outcome is unknown; ask again with the same idempotency key")]
    Unknown(#[source] sqlx::Error),
}

impl<R> From<ChangeError> for AppendError<R> {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::Moved => Self::ProposalMoved,
            ChangeError::SignedAlready => Self::SignedAlready,
            ChangeError::AccountClosed => Self::AccountClosed,
            ChangeError::Store(error) => Self::Store(error),
            ChangeError::Unknown(error) => Self::Unknown(error),
        }
    }
}

impl<R> From<sqlx::Error> for AppendError<R> {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Why a blob was not withdrawn.
#[derive(Debug, thiserror::Error)]
pub enum WithdrawError {
    /// There is no such blob.
    #[error("there is no blob {0}")]
    NotFound(Digest),
    /// It was withdrawn before; the first reason stays.
    #[error("the blob {0} is withdrawn already")]
    AlreadyWithdrawn(Digest),
    /// A withdrawal says why.
    #[error("say why the blob is withdrawn")]
    NoReason,
    /// Nothing was changed, for a reason of the store.
    #[error(transparent)]
    Store(#[from] Error),
    /// **The outcome is unknown**: the database failed while committing. Read the blob, or ask again.
    #[error("the outcome is unknown; look whether the blob is withdrawn, or ask again")]
    Unknown(#[source] sqlx::Error),
}

impl From<sqlx::Error> for WithdrawError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}
