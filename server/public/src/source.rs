//! The one way from the public pages to the register.

use std::sync::Arc;

use async_trait::async_trait;
use domain::day::Day;
use domain::digest::Digest;
use domain::legal_date::ZoneName;
use domain::register::RecordedAt;
use tokio::sync::watch;

use crate::Published;

/// An entry as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedEntry {
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
pub enum PublishedBlob {
    /// Its bytes.
    Present(Vec<u8>),
    /// Its bytes were withdrawn, for this reason.
    Withdrawn(String),
}

/// The register could not be read just now.
#[derive(Debug, thiserror::Error)]
#[error("the register could not be read: {0}")]
pub struct SourceError(pub String);

/// Gives the public pages what they may see: the public tables, the time, and nothing else.
#[async_trait]
pub trait Source: std::fmt::Debug + Send + Sync {
    /// What the register amounts to now. Cheap.
    fn current(&self) -> Arc<Published>;

    /// Changes when the register grows; holds its size.
    fn changes(&self) -> watch::Receiver<u64>;

    /// An entry, if the register is that long.
    async fn entry(&self, index: u64) -> Result<Option<PublishedEntry>, SourceError>;

    /// A blob by its hash, if an entry names it.
    async fn blob(&self, hash: &Digest) -> Result<Option<PublishedBlob>, SourceError>;

    /// The present instant.
    fn now(&self) -> RecordedAt;

    /// The day that it is now in a time zone; in UTC if the zone is not known.
    fn legal_day(&self, zone: &ZoneName) -> Day;

    /// The first instant after a day in a time zone; in UTC if the zone is not given or not known.
    /// `None` for the last day that there is.
    fn day_ends(&self, day: Day, zone: Option<&ZoneName>) -> Option<RecordedAt>;
}
