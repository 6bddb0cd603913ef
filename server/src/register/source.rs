//! The register as the public pages see it.

use std::sync::Arc;

use async_trait::async_trait;
use domain::day::Day;
use domain::digest::Digest;
use domain::legal_date::ZoneName;
use domain::register::RecordedAt;
use public::{Published, PublishedBlob, PublishedEntry, Source, SourceError};
use tokio::sync::watch;

use super::Register;
use crate::store::{Error, StoredBlob};

#[async_trait]
impl Source for Register {
    fn current(&self) -> Arc<Published> {
        Self::current(self)
    }

    fn changes(&self) -> watch::Receiver<u64> {
        Self::changes(self)
    }

    async fn entry(&self, index: u64) -> Result<Option<PublishedEntry>, SourceError> {
        // What is not shown yet is not there yet: a page and its entries are of one size.
        if index >= self.current().snapshot.size() {
            return Ok(None);
        }
        let entry = self
            .store()
            .entry(index)
            .await
            .map_err(|error| unread(&error))?;
        Ok(entry.map(|entry| PublishedEntry {
            index: entry.index,
            bytes: entry.bytes,
            leaf_hash: entry.leaf_hash,
            root_after: entry.root_after,
        }))
    }

    async fn blob(&self, hash: &Digest) -> Result<Option<PublishedBlob>, SourceError> {
        let blob = self
            .store()
            .blob(hash)
            .await
            .map_err(|error| unread(&error))?;
        Ok(blob.map(|blob| match blob {
            StoredBlob::Present(bytes) => PublishedBlob::Present(bytes),
            StoredBlob::Withdrawn { reason, .. } => PublishedBlob::Withdrawn(reason),
        }))
    }

    fn now(&self) -> RecordedAt {
        Self::now(self)
    }

    fn legal_day(&self, zone: &ZoneName) -> Day {
        Self::legal_day(self, zone)
    }

    fn day_ends(&self, day: Day, zone: Option<&ZoneName>) -> Option<RecordedAt> {
        super::legal_day::ends(day, zone)
    }
}

fn unread(error: &Error) -> SourceError {
    SourceError(error.to_string())
}
