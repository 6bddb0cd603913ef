//! What is handed to the store to be appended, and what comes back.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt;

use domain::digest::Digest;
use domain::register::{Draft, RecordedAt};
use domain::snapshot::Snapshot;

use super::head::Head;
use super::proposal::Closing;

/// Decides again at the head; `Err` refuses, and then nothing is written.
type DecideAgain<R> = Box<dyn FnOnce(&Head, &[StoredEntry]) -> Result<(), R> + Send>;

/// Entries to be appended in one transaction, with the blobs they name.
///
/// `R` is why the publication may be refused when it is decided again at the head.
pub struct Publication<R = Infallible> {
    pub(super) request: Digest,
    pub(super) entries: Vec<Draft>,
    pub(super) blobs: BTreeMap<Digest, Vec<u8>>,
    pub(super) decision: Option<Decision<R>>,
    /// What the register amounted to when the publication was decided.
    pub(super) following: Option<Snapshot>,
    /// The proposal whose publication this is.
    pub(super) closing: Option<Closing>,
}

/// A decision that is taken again inside the lock.
pub(super) struct Decision<R> {
    /// The size of the register the caller decided at.
    pub decided_at: u64,
    /// Is given the head and the entries since.
    pub decide: DecideAgain<R>,
}

impl<R> Publication<R> {
    /// A publication of one entry.
    ///
    /// `request` is the digest of what was asked for: the same idempotency key with another digest
    /// is refused.
    pub fn new(request: Digest, entry: Draft) -> Self {
        Self {
            request,
            entries: vec![entry],
            blobs: BTreeMap::new(),
            decision: None,
            following: None,
            closing: None,
        }
    }

    /// One more entry, in the same transaction, after the others.
    #[must_use]
    pub fn and(mut self, entry: Draft) -> Self {
        self.entries.push(entry);
        self
    }

    /// A blob that one of the entries names. One that is stored already may be given again.
    #[must_use]
    pub fn with_blob(mut self, bytes: Vec<u8>) -> Self {
        self.blobs.insert(Digest::of(&bytes), bytes);
        self
    }

    /// The entries must follow this snapshot, and the entries since, by the rules of the register.
    /// Inside the lock each is folded at the head; if one does not follow, nothing is written.
    ///
    /// Every publication of the product says this. Without it the store takes the caller's word,
    /// which only its own tests give.
    #[must_use]
    pub fn following(mut self, snapshot: Snapshot) -> Self {
        self.following = Some(snapshot);
        self
    }

    /// The publication closes this proposal, in the same transaction: its last sign-off is recorded,
    /// it moves to published with the index of the first entry, and so does the key of that entry.
    /// If it is no longer in the version and state decided on, nothing is written.
    #[must_use]
    pub(crate) fn closing(mut self, closing: Closing) -> Self {
        self.closing = Some(closing);
        self
    }

    /// The publication was decided when the register had `decided_at` entries. Inside the lock,
    /// `decide` is given the head and the entries since then, and may refuse.
    #[must_use]
    pub fn decided_again(
        mut self,
        decided_at: u64,
        decide: impl FnOnce(&Head, &[StoredEntry]) -> Result<(), R> + Send + 'static,
    ) -> Self {
        self.decision = Some(Decision {
            decided_at,
            decide: Box::new(decide),
        });
        self
    }
}

impl<R> fmt::Debug for Publication<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Publication")
            .field("request", &self.request)
            .field("entries", &self.entries.len())
            .field("blobs", &self.blobs.keys())
            .field(
                "decided_at",
                &self.decision.as_ref().map(|decision| decision.decided_at),
            )
            .field("closing", &self.closing.as_ref().map(|closing| &closing.id))
            .field("following", &self.following.as_ref().map(Snapshot::size))
            .finish()
    }
}

/// Names one wish of one caller, so that asking again is not asking twice.
///
/// The caller makes it unguessable for others, for example from a form's random number.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct IdempotencyKey(String);

/// The text cannot be an idempotency key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "an idempotency key has 1 to {} characters from ! to ~",
    IdempotencyKey::LONGEST
)]
pub struct NotAKey;

impl IdempotencyKey {
    /// The most characters a key may have.
    pub const LONGEST: usize = 200;

    /// The key, for the database.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for IdempotencyKey {
    type Error = NotAKey;

    fn try_from(text: String) -> Result<Self, NotAKey> {
        let fits = (1..=Self::LONGEST).contains(&text.len());
        if fits && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            Ok(Self(text))
        } else {
            Err(NotAKey)
        }
    }
}

impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Whoever reads a key in a log could use it up.
        f.write_str("IdempotencyKey(…)")
    }
}

/// What was appended: proof for the caller, the same each time the same key asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The index of the first entry; the others follow without a gap.
    pub index: u64,
    /// How many entries were appended.
    pub count: u64,
    /// When the first entry was recorded; each further one a microsecond later.
    pub recorded_at: RecordedAt,
    /// The leaf hash of the first entry.
    pub leaf_hash: Digest,
    /// The root after the last of them.
    pub root: Digest,
    /// The size of the register after the last of them.
    pub size: u64,
    /// Whether this is the receipt of an earlier request with the same key.
    pub replayed: bool,
}

/// An entry as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEntry {
    /// Its index.
    pub index: u64,
    /// Its canonical bytes, verbatim.
    pub bytes: Vec<u8>,
    /// The hash of its bytes in the tree.
    pub leaf_hash: Digest,
    /// The root over all entries up to and with it.
    pub root_after: Digest,
}

/// A blob as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoredBlob {
    /// Its bytes.
    Present(Vec<u8>),
    /// Its bytes were withdrawn.
    Withdrawn {
        /// Why.
        reason: String,
        /// How many bytes it had.
        length: u64,
    },
}
