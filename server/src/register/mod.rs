//! The live register: the fold of all entries in memory, swapped as a whole when it grows.
//!
//! Everything that is published goes through [`Register::publish`]; everybody who shows something
//! reads [`Register::current`].

mod legal_day;
mod source;

use std::fmt;
use std::sync::Arc;

use arc_swap::ArcSwap;
use domain::act::Act;
use domain::canonical::CanonicalError;
use domain::day::Day;
use domain::digest::Digest;
use domain::legal_date::ZoneName;
use domain::procedure::{Library, Procedure};
use domain::register::merkle::empty_root;
use domain::register::{Entry, HashedEntry, RecordedAt};
use domain::snapshot::{FoldError, OnUnknown, Snapshot};
use public::Published;
use tokio::sync::{Mutex, watch};

use crate::clock::Clock;
use crate::store::{
    AppendError, Error, IdempotencyKey, LONGEST_PAGE, Publication, Receipt, Store, StoredBlob,
};

/// The register as it is at this moment.
pub struct Register {
    store: Store,
    clock: Arc<dyn Clock>,
    published: ArcSwap<Published>,
    size: watch::Sender<u64>,
    /// Held by whoever catches up: two at once would read the same entries twice.
    catching_up: Mutex<()>,
}

/// Why the register cannot be shown as it is stored.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The store could not be read.
    #[error(transparent)]
    Store(#[from] Error),
    /// The bytes of an entry cannot be read.
    #[error("entry {0} cannot be read ({1}); run `assent verify`")]
    Unreadable(u64, #[source] CanonicalError),
    /// An entry does not follow those before it.
    #[error("{0}; run `assent verify`")]
    AgainstTheRules(#[from] Box<FoldError>),
    /// The store holds fewer entries than were read from it.
    #[error("the store has fewer than the {0} entries read from it; was it restored? Restart")]
    Shorter(u64),
}

impl Register {
    /// Opens the register of a node that publishes: it stops at what it does not understand.
    ///
    /// # Errors
    /// [`RegisterError`] says why nothing can be shown.
    pub async fn open(store: Store, clock: Arc<dyn Clock>) -> Result<Arc<Self>, RegisterError> {
        Self::open_as(store, clock, OnUnknown::Stop).await
    }

    /// Opens the register of a node that only shows it: what it does not understand is shown as unknown.
    ///
    /// # Errors
    /// [`RegisterError`] says why nothing can be shown.
    pub async fn open_to_read(
        store: Store,
        clock: Arc<dyn Clock>,
    ) -> Result<Arc<Self>, RegisterError> {
        Self::open_as(store, clock, OnUnknown::Show).await
    }

    async fn open_as(
        store: Store,
        clock: Arc<dyn Clock>,
        on_unknown: OnUnknown,
    ) -> Result<Arc<Self>, RegisterError> {
        let empty = Published {
            snapshot: Snapshot::new(on_unknown),
            library: Library::new(),
            root: empty_root(),
        };
        let register = Self {
            store,
            clock,
            published: ArcSwap::from_pointee(empty),
            size: watch::Sender::new(0),
            catching_up: Mutex::new(()),
        };
        register.catch_up().await?;
        Ok(Arc::new(register))
    }

    /// What the register amounts to now.
    pub fn current(&self) -> Arc<Published> {
        self.published.load_full()
    }

    /// Changes when the register grows; holds its size.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.size.subscribe()
    }

    /// Where it is stored.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The present instant; that of the last entry while the clock cannot tell.
    pub fn now(&self) -> RecordedAt {
        self.clock.now().unwrap_or_else(|error| {
            tracing::error!(%error, "the clock cannot be read");
            let last = self.published.load().snapshot.recorded_at();
            last.unwrap_or(RecordedAt::UNIX_EPOCH)
        })
    }

    /// The day that it is now in a time zone; in UTC if the zone is not known.
    pub fn legal_day(&self, zone: &ZoneName) -> Day {
        legal_day::legal_day(self.now(), zone)
    }

    /// Appends a publication, and shows it.
    ///
    /// It goes on to its end even when the one who asked no longer waits: what is in the store is
    /// shown, whoever hears of it.
    ///
    /// # Errors
    /// [`AppendError`]: for every variant but one, nothing was written. After
    /// [`AppendError::Unknown`] ask again with the same key.
    pub async fn publish<R: Send + 'static>(
        self: &Arc<Self>,
        publication: Publication<R>,
        key: IdempotencyKey,
    ) -> Result<Receipt, AppendError<R>> {
        let register = Arc::clone(self);
        let publishing = tokio::spawn(async move {
            let appended = register.store.append(publication, &key).await;
            // Whatever the answer: what it was decided on may have moved.
            if let Err(error) = register.catch_up().await {
                tracing::error!(%error, "what was published cannot be shown yet");
            }
            appended
        });
        // It ends early only when the whole program does; then nobody knows.
        publishing.await.unwrap_or_else(|stopped| {
            Err(AppendError::Unknown(sqlx::Error::Io(
                std::io::Error::other(stopped),
            )))
        })
    }

    /// Reads what the store holds beyond what is shown, and shows it. Another process may have
    /// published.
    ///
    /// # Errors
    /// [`RegisterError`]: what was shown before goes on being shown.
    pub async fn catch_up(&self) -> Result<(), RegisterError> {
        let _turn = self.catching_up.lock().await;
        let before = self.current();
        let mut after = Published::clone(&before);
        loop {
            let from = after.snapshot.size();
            let page = self.store.entries(from, LONGEST_PAGE).await?;
            let Some(last) = page.last() else {
                break;
            };
            after.root = last.root_after;
            for stored in &page {
                let entry = HashedEntry::read(&stored.bytes)
                    .map_err(|error| RegisterError::Unreadable(stored.index, error))?;
                after.snapshot = after
                    .snapshot
                    .followed_by_hashed(&entry)
                    .map_err(Box::new)?;
                for file in adopted(entry.entry()) {
                    after.library = self.with_adopted(after.library, file).await?;
                }
            }
        }
        let size = after.snapshot.size();
        if size > before.snapshot.size() {
            self.published.store(Arc::new(after));
            self.size.send_replace(size);
        } else if self.store.head().await?.size() < size {
            return Err(RegisterError::Shorter(size));
        }
        Ok(())
    }

    /// The library with this file, if its bytes are there and are a procedure. Those who submit one
    /// have it checked; a file that was withdrawn since, or that a later program wrote, is not shown.
    async fn with_adopted(&self, library: Library, file: Digest) -> Result<Library, RegisterError> {
        if library.find(file).is_some() {
            return Ok(library);
        }
        let Some(StoredBlob::Present(bytes)) = self.store.blob(&file).await? else {
            return Ok(library);
        };
        Ok(match Procedure::read(&bytes) {
            Ok(procedure) => library.with_adopted(file, procedure),
            Err(error) => {
                tracing::warn!(%file, %error, "an adopted procedure cannot be read");
                library
            }
        })
    }
}

/// The procedure files that an entry adopts.
fn adopted(entry: &Entry) -> impl Iterator<Item = Digest> {
    entry
        .statements
        .iter()
        .filter_map(|statement| match statement.act() {
            Some(Act::ProcedureAdopted(adopted)) => Some(adopted.file),
            Some(_) | None => None,
        })
}

impl fmt::Debug for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Register")
            .field("size", &self.published.load().snapshot.size())
            .finish_non_exhaustive()
    }
}
