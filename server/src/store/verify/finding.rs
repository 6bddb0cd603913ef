//! What can be wrong with a register, and where.

use std::fmt;

use domain::digest::Digest;
use domain::register::RecordedAt;

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The bytes are no entry, or not in canonical form.
    Undecodable {
        /// Where they are.
        index: u64,
        /// Why.
        reason: String,
    },
    /// The entry says it has another index.
    WrongIndex {
        /// Where it is.
        index: u64,
        /// What it says.
        written: u64,
    },
    /// The entry was not recorded later than the one before it.
    NotLater {
        /// Where it is.
        index: u64,
        /// When it says it was recorded.
        recorded_at: RecordedAt,
        /// When the one before it was.
        previous: RecordedAt,
    },
    /// A sign-off does not belong to what it signs, or a statement has none.
    SignOff {
        /// The entry.
        index: u64,
        /// Why.
        reason: String,
    },
    /// The stored leaf hash is not that of the stored bytes.
    LeafHash {
        /// The entry.
        index: u64,
    },
    /// The stored root is not that of the entries up to this one.
    RootAfter {
        /// The first entry of which this is so.
        index: u64,
        /// Of how many entries it is so.
        entries: u64,
    },
    /// Entries are missing before others.
    Gap {
        /// The first that is missing.
        index: u64,
        /// How many are.
        entries: u64,
    },
    /// An entry has a number that is none.
    NoIndex {
        /// The number.
        number: i64,
    },
    /// The end of the register is not recorded.
    NoHead,
    /// The end of the register is recorded more than once.
    TwoHeads,
    /// The head gives another size than there are entries.
    HeadSize {
        /// What it says.
        head: i64,
        /// How many entries there are.
        entries: u64,
    },
    /// The head gives another root than the entries have.
    HeadRoot {
        /// What it says, as stored.
        head: String,
        /// What the entries have.
        computed: Digest,
    },
    /// The head gives another frontier than the entries have.
    HeadFrontier,
    /// The head gives another time for the last entry.
    HeadRecordedAt {
        /// What it says, in microseconds after 1970.
        head: Option<i64>,
        /// What the last entry says.
        entry: Option<RecordedAt>,
    },
    /// An entry names a blob that is not stored.
    BlobMissing {
        /// The first entry that names it.
        index: u64,
        /// The blob.
        hash: Digest,
    },
    /// The bytes of a blob have another hash.
    BlobAltered {
        /// The first entry that names it, if one does.
        index: Option<u64>,
        /// The blob.
        hash: Digest,
        /// What its bytes have.
        computed: Digest,
    },
    /// A blob contradicts itself: its length, or its withdrawal without a reason.
    BlobDamaged {
        /// The first entry that names it, if one does.
        index: Option<u64>,
        /// The blob, as stored.
        hash: String,
        /// How.
        reason: String,
    },
    /// No entry names the blob.
    BlobNotNamed {
        /// The blob.
        hash: Digest,
    },
    /// The register is shorter than remembered.
    WitnessShorter {
        /// The size remembered.
        size: u64,
        /// How many entries there are.
        entries: u64,
    },
    /// The register had another root at a remembered size: entries before it were changed, and
    /// everything after was computed again to hide it.
    WitnessRoot {
        /// The size remembered.
        size: u64,
        /// The root remembered.
        remembered: Digest,
        /// The root the entries have.
        computed: Digest,
    },
    /// A guard of the tables is missing or was changed.
    Guard {
        /// Its name.
        name: String,
        /// What became of it.
        problem: GuardProblem,
    },
    /// The database says that its own file is damaged.
    DatabaseDamaged {
        /// What it says.
        message: String,
    },
    /// Rows could not be read.
    Unreadable {
        /// The entry from which on nothing could be read, if these rows are entries.
        index: Option<u64>,
        /// Of which table.
        table: &'static str,
        /// What the database says.
        message: String,
    },
}

/// What became of a table or trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuardProblem {
    /// It is not there.
    Missing,
    /// It is not as this program makes it.
    Changed,
    /// This program does not make it.
    Added,
}

impl Finding {
    /// The entry it concerns, or the first of them, if it concerns one.
    pub fn index(&self) -> Option<u64> {
        match self {
            Self::Undecodable { index, .. }
            | Self::WrongIndex { index, .. }
            | Self::NotLater { index, .. }
            | Self::SignOff { index, .. }
            | Self::LeafHash { index }
            | Self::RootAfter { index, .. }
            | Self::Gap { index, .. }
            | Self::BlobMissing { index, .. } => Some(*index),
            Self::BlobAltered { index, .. }
            | Self::BlobDamaged { index, .. }
            | Self::Unreadable { index, .. } => *index,
            Self::NoIndex { .. }
            | Self::NoHead
            | Self::TwoHeads
            | Self::HeadSize { .. }
            | Self::HeadRoot { .. }
            | Self::HeadFrontier
            | Self::HeadRecordedAt { .. }
            | Self::BlobNotNamed { .. }
            | Self::WitnessShorter { .. }
            | Self::WitnessRoot { .. }
            | Self::Guard { .. }
            | Self::DatabaseDamaged { .. } => None,
        }
    }
}

impl fmt::Display for Finding {
    #[expect(clippy::too_many_lines, reason = "one sentence for each finding")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undecodable { index, reason } => {
                write!(f, "entry {index}: the stored bytes are no entry: {reason}")
            }
            Self::WrongIndex { index, written } => {
                write!(f, "entry {index}: it says that it is entry {written}")
            }
            Self::NotLater {
                index,
                recorded_at,
                previous,
            } => {
                write!(
                    f,
                    "entry {index}: recorded at {recorded_at}, not after the entry before it ({previous})"
                )
            }
            Self::SignOff { index, reason } => write!(f, "entry {index}: {reason}"),
            Self::LeafHash { index } => write!(
                f,
                "entry {index}: the stored hash is not that of the stored bytes"
            ),
            Self::RootAfter { index, entries: 1 } => {
                write!(
                    f,
                    "entry {index}: the stored root is not that of the entries up to here"
                )
            }
            Self::RootAfter { index, entries } => {
                write!(
                    f,
                    "entry {index}: from here on the stored root is wrong, at {entries} entries in all"
                )
            }
            Self::Gap { index, entries: 1 } => write!(f, "entry {index}: it is missing"),
            Self::Gap { index, entries } => write!(
                f,
                "entry {index}: it and {} after it are missing",
                entries - 1
            ),
            Self::NoIndex { number } => write!(f, "register: an entry has the number {number}"),
            Self::NoHead => write!(f, "head: there is none"),
            Self::TwoHeads => write!(f, "head: there is more than one"),
            Self::HeadSize { head, entries } => {
                write!(f, "head: it says {head} entries, there are {entries}")
            }
            Self::HeadRoot { head, computed } => write!(
                f,
                "head: its root is {head}, that of the entries {computed}"
            ),
            Self::HeadFrontier => write!(f, "head: its frontier is not that of the entries"),
            Self::HeadRecordedAt { head, entry } => {
                let head = head.map(|micros| RecordedAt::from_unix_micros(micros).ok_or(micros));
                write!(
                    f,
                    "head: it has {head:?} for the last entry, the entry says {entry:?}"
                )
            }
            Self::BlobMissing { index, hash } => write!(
                f,
                "entry {index}: it names the blob {hash}, which is missing"
            ),
            Self::BlobAltered {
                index,
                hash,
                computed,
            } => {
                write!(
                    f,
                    "{}: the bytes of the blob {hash} have the hash {computed}",
                    by(*index)
                )
            }
            Self::BlobDamaged {
                index,
                hash,
                reason,
            } => write!(f, "{}: the blob {hash}: {reason}", by(*index)),
            Self::BlobNotNamed { hash } => write!(f, "blobs: no entry names the blob {hash}"),
            Self::WitnessShorter { size, entries } => {
                write!(
                    f,
                    "witness: the register had {size} entries and has only {entries}"
                )
            }
            Self::WitnessRoot {
                size,
                remembered,
                computed,
            } => write!(
                f,
                "witness: with {size} entries the root was {remembered}, now it is {computed}: \
                 an entry below {size} was changed and the rest computed again"
            ),
            Self::Guard { name, problem } => match problem {
                GuardProblem::Missing => write!(f, "tables: {name} is missing"),
                GuardProblem::Changed => write!(f, "tables: {name} was changed"),
                GuardProblem::Added => write!(f, "tables: {name} was added"),
            },
            Self::DatabaseDamaged { message } => write!(f, "file: {message}"),
            Self::Unreadable {
                index: Some(index),
                message,
                ..
            } => {
                write!(
                    f,
                    "entry {index}: from here on no entry can be read: {message}"
                )
            }
            Self::Unreadable {
                index: None,
                table,
                message,
            } => write!(f, "{table}: cannot be read: {message}"),
        }
    }
}

/// Where a blob is named, in words.
fn by(index: Option<u64>) -> String {
    index.map_or_else(|| "blobs".to_owned(), |index| format!("entry {index}"))
}
