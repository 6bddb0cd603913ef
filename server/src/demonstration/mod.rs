//! The demonstration: a register to try the product on.
//!
//! Two instruments. The *historical* one is the protocol on Sweden's accession to NATO, imported from
//! the histories of the repository, as any history is. The *illustrative* one is a guarantee for
//! Ukraine that does not exist: everything in it was drafted, countersigned and accepted by the same
//! operations that officers use, each with a password given again. The days on which things happen
//! are made up; when they were recorded is when the demonstration was loaded.
//!
//! Afterwards all accounts but five are closed. Those five get new passwords at each start, printed
//! once: see [`renew`].

mod cast;
mod guarantee;
mod load;
mod scenario;
mod sign_ins;
mod sweden;

use std::path::Path;
use std::sync::Arc;

pub use sign_ins::{SignIn, renew};
use tokio_util::sync::CancellationToken;

use crate::account::{Accounts, AddError, ChangePasswordError, CloseError, Failure, StepUpError};
use crate::clock::Clock;
use crate::password::{Cost, Passwords};
use crate::proposal::{DraftError, EditError, Refusal, SignError};
use crate::randomness::{NoRandomness, Randomness};
use crate::register::RegisterError;
use crate::secret::{Secrets, SecretsError};
use crate::store::{self, Address, AppendError, Error, Store, Unplaced};

/// Why the demonstration could not be loaded or used. Nothing is left of a load that failed.
#[derive(Debug, thiserror::Error)]
pub enum Unloadable {
    /// There is a database that the demonstration did not make.
    #[error(
        "{0} holds a register that the demonstration did not make, and is left as it is; name another \
         database with --database-url, or leave out --demo"
    )]
    NotOurs(Address),
    /// It was told to stop.
    #[error("told to stop while the demonstration was being loaded")]
    Stopped,
    /// Its own data is wrong, which a test would have shown.
    #[error("the demonstration's data: {0}")]
    Data(String),
    /// The secrets.
    #[error(transparent)]
    Secrets(#[from] SecretsError),
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
    /// The register.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// A step of it was refused, which a test would have shown.
    #[error("a step of the demonstration: {0}")]
    Step(#[source] Box<dyn std::error::Error + Send + Sync>),
}

macro_rules! wrong_data {
    ($($error:ty),+ $(,)?) => {
        $(impl From<$error> for Unloadable {
            fn from(error: $error) -> Self {
                Self::Data(error.to_string())
            }
        })+
    };
}

macro_rules! step {
    ($($error:ty),+ $(,)?) => {
        $(impl From<$error> for Unloadable {
            fn from(error: $error) -> Self {
                Self::Step(Box::new(error))
            }
        })+
    };
}

// The data is part of the program: none of these happens in one whose tests pass.
wrong_data!(
    crate::account::NotAnAccountName,
    crate::store::NotAKey,
    domain::canonical::CanonicalError,
    domain::entity::NotACode,
    domain::legal_date::LegalDateError,
    domain::name::NameError,
    domain::text::TextError,
    serde_json::Error,
);

step!(
    AddError,
    AppendError<std::convert::Infallible>,
    ChangePasswordError,
    CloseError,
    DraftError,
    EditError,
    Failure,
    NoRandomness,
    Refusal,
    SignError,
    StepUpError,
);

/// Makes what the demonstration needs and does not find: the secrets, and the database with all that
/// is in it. The database gets its name only when it is whole.
///
/// # Errors
/// [`Unloadable`].
pub async fn prepare(
    address: &Address,
    secrets: &Path,
    clock: &Arc<dyn Clock>,
    random: &Arc<dyn Randomness>,
    shutdown: &CancellationToken,
) -> Result<(), Unloadable> {
    let found = find(address, clock).await?;
    make_secrets(secrets, random.as_ref())?;
    if found == Found::Demonstration {
        return Ok(());
    }
    tracing::info!("loading the demonstration; this is done once");
    let unplaced = store::unplaced(address).await?;
    // Passwords that nobody sees and that are forgotten at the end: the least cost that is accepted.
    let passwords = Passwords::new(Secrets::load(secrets)?, Cost::FLOOR, Arc::clone(random));
    let loaded = tokio::select! {
        loaded = make(&unplaced, passwords, clock, random) => loaded,
        () = shutdown.cancelled() => Err(Unloadable::Stopped),
    };
    match (loaded, found) {
        (Ok(()), Found::Nothing) => Ok(unplaced.place().await?),
        (Ok(()), Found::Empty | Found::Demonstration) => Ok(unplaced.replace().await?),
        (Err(error), _) => {
            unplaced.discard().await?;
            Err(error)
        }
    }
}

/// What is at the address of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Nothing,
    /// A database with neither an entry nor an account.
    Empty,
    Demonstration,
}

async fn find(address: &Address, clock: &Arc<dyn Clock>) -> Result<Found, Unloadable> {
    if !store::exists(address).await? {
        return Ok(Found::Nothing);
    }
    let store = Store::open(address, Arc::clone(clock)).await?;
    let found = look_into(&store, address).await;
    store.close().await;
    found
}

async fn look_into(store: &Store, address: &Address) -> Result<Found, Unloadable> {
    if store.is_demonstration().await? {
        Ok(Found::Demonstration)
    } else if store.head().await?.size() == 0 && store.accounts().await?.is_empty() {
        Ok(Found::Empty)
    } else {
        Err(Unloadable::NotOurs(address.clone()))
    }
}

fn make_secrets(folder: &Path, random: &dyn Randomness) -> Result<(), Unloadable> {
    match Secrets::load(folder) {
        Ok(_) => Ok(()),
        Err(SecretsError::NotThere(_)) => {
            Secrets::init(folder, random)?;
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

/// Makes the database and closes it, so that it is one file.
async fn make(
    unplaced: &Unplaced,
    passwords: Passwords,
    clock: &Arc<dyn Clock>,
    random: &Arc<dyn Randomness>,
) -> Result<(), Unloadable> {
    let store = unplaced.open(Arc::clone(clock)).await?;
    let accounts = Accounts::new(
        store.clone(),
        passwords,
        Arc::clone(clock),
        Arc::clone(random),
    );
    let loaded = load::load(&store, &accounts, Arc::clone(clock), Arc::clone(random)).await;
    store.close().await;
    loaded
}
