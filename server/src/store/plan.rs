//! Turns a publication and the head into the rows to write. Pure: every backend writes the same.

use std::collections::BTreeSet;

use domain::digest::Digest;
use domain::register::merkle::leaf_hash;
use domain::register::{Entry, RecordedAt};

use super::error::AppendError;
use super::head::Head;
use super::publication::{Publication, StoredEntry};
use super::verify::sign_offs_belong;

/// The rows a publication becomes.
#[derive(Debug)]
pub(super) struct Plan {
    /// The entries, in order.
    pub entries: Vec<StoredEntry>,
    /// The blobs they name, each with its bytes if they were given.
    pub blobs: Vec<(Digest, Option<Vec<u8>>)>,
    /// When the first entry is recorded.
    pub recorded_at: RecordedAt,
    /// The head after them.
    pub head: Head,
}

/// Gives each entry its place after `head` and takes its bytes.
///
/// The bytes are read back as `assent verify` reads them: an entry that would not verify, or that a
/// reader of this version would not understand, is never stored.
pub(super) fn plan<R>(
    mut publication: Publication<R>,
    head: &Head,
    now: RecordedAt,
) -> Result<Plan, AppendError<R>> {
    let mut after = head.clone();
    let mut entries = Vec::with_capacity(publication.entries.len());
    let mut named = BTreeSet::new();
    let mut following = publication.following.take();
    for draft in publication.entries {
        let index = after.size();
        let recorded_at = RecordedAt::next(after.recorded_at, now);
        let bytes = draft.numbered(index, recorded_at).encode()?;
        let entry = Entry::decode(&bytes)
            .map_err(|error| AppendError::WouldNotVerify(error.to_string()))?;
        if let Some((kind, version)) = entry.unknown_kinds().next() {
            return Err(AppendError::WouldNotVerify(format!(
                "its kind “{kind}” version {version} is unknown here"
            )));
        }
        sign_offs_belong(&entry).map_err(AppendError::WouldNotVerify)?;
        if let Some(snapshot) = following.take() {
            let next = snapshot
                .followed_by(&entry)
                .map_err(|error| AppendError::AgainstTheRules(Box::new(error)))?;
            following = Some(next);
        }
        named.extend(entry.blobs());
        let leaf_hash = leaf_hash(&bytes);
        after.frontier.push(leaf_hash);
        after.recorded_at = Some(recorded_at);
        entries.push(StoredEntry {
            index,
            bytes,
            leaf_hash,
            root_after: after.root(),
        });
    }
    let mut given = publication.blobs;
    let blobs = named
        .into_iter()
        .map(|hash| (hash, given.remove(&hash)))
        .collect();
    match given.into_keys().next() {
        Some(unnamed) => Err(AppendError::BlobNotNamed(unnamed)),
        None => Ok(Plan {
            entries,
            blobs,
            recorded_at: RecordedAt::next(head.recorded_at, now),
            head: after,
        }),
    }
}
