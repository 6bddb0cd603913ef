//! Checking a register against its own bytes, and against roots remembered elsewhere.
mod audit;
mod finding;
mod sign_offs;

use std::fmt;

pub(super) use audit::{Audit, BlobRow, EntryRow};
use domain::digest::Digest;
pub use finding::{Finding, GuardProblem};
pub(super) use sign_offs::sign_offs_belong;

/// The size and root of a register at some time, remembered outside of it.
///
/// Whoever can rewrite the whole database can make it agree with itself; it cannot be made to agree
/// with what others remember.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Witness {
    /// How many entries there were.
    pub size: u64,
    /// The root over them.
    pub root: Digest,
}

/// An entry that cannot follow those before it by the rules of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// The entry, by its place in the database.
    pub index: i64,
    /// Which rule it breaks.
    pub reason: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "entry {}: not by the rules: {}", self.index, self.reason)
    }
}

/// Something worth knowing that is not wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// An entry says something this program does not know. Its place in the register was checked.
    UnknownKind {
        /// The entry.
        index: u64,
        /// What it says.
        kind: String,
        /// In which version.
        version: u32,
    },
    /// No entry names the blob, as far as this program understands the entries.
    BlobNotNamed {
        /// The blob.
        hash: Digest,
    },
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKind {
                index,
                kind,
                version,
            } => write!(
                f,
                "entry {index}: “{kind}” version {version} is unknown to this program; \
                 its bytes were checked, its meaning not"
            ),
            Self::BlobNotNamed { hash } => {
                write!(
                    f,
                    "blob {hash}: no entry names it, unless one that this program does not know"
                )
            }
        }
    }
}

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How many entries were read.
    pub entries: u64,
    /// The root over them, computed.
    pub root: Digest,
    /// How many blobs have their bytes.
    pub blobs: u64,
    /// How many blobs are withdrawn.
    pub withdrawn_blobs: u64,
    /// What is wrong: all that concerns the register as a whole, and the first of what concerns
    /// single entries and single blobs.
    pub findings: Vec<Finding>,
    /// How many findings are not listed.
    pub more_findings: u64,
    /// The first of what is worth knowing.
    pub notices: Vec<Notice>,
    /// How many notices are not listed.
    pub more_notices: u64,
}

impl Report {
    /// Whether everything is as it was written.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// The end of the register, to be remembered elsewhere.
    pub fn witness(&self) -> Witness {
        Witness {
            size: self.entries,
            root: self.root,
        }
    }
}

/// The first items of a list, and how many more there were.
#[derive(Debug)]
struct Capped<T> {
    listed: Vec<T>,
    more: u64,
}

impl<T> Capped<T> {
    /// A damaged register can have as many findings as entries; a reader needs the first.
    const MOST: usize = 100;

    fn new() -> Self {
        Self {
            listed: Vec::new(),
            more: 0,
        }
    }

    fn push(&mut self, item: T) {
        if self.listed.len() < Self::MOST {
            self.listed.push(item);
        } else {
            self.more = self.more.saturating_add(1);
        }
    }
}
