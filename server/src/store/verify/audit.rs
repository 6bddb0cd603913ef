//! The check itself: fed row by row, in order, by any backend.
//!
//! Entries are not kept. What is kept grows only with the number of different blobs: their hashes.

use std::collections::BTreeMap;

use domain::digest::Digest;
use domain::register::merkle::{Frontier, leaf_hash};
use domain::register::{Entry, RecordedAt};

use super::sign_offs::sign_offs_belong;
use super::{Capped, Finding, Notice, Report, Witness};
use crate::store::head::{Head, HeadRow};

/// An entry as it is stored, believed in nothing.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in crate::store) struct EntryRow {
    pub idx: i64,
    pub bytes: Vec<u8>,
    pub leaf_hash: Vec<u8>,
    pub root_after: Vec<u8>,
}

/// A blob as it is stored, believed in nothing.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in crate::store) struct BlobRow {
    pub hash: Vec<u8>,
    pub bytes: Option<Vec<u8>>,
    pub length: i64,
    pub withdrawn_reason: Option<String>,
}

/// A blob that an entry names.
#[derive(Debug)]
struct Named {
    /// The first entry that does.
    index: u64,
    /// Whether it is stored.
    stored: bool,
}

/// A verification under way.
#[derive(Debug)]
pub(in crate::store) struct Audit {
    witnesses: Vec<Witness>,
    /// Computed from the stored bytes alone.
    frontier: Frontier,
    next_index: u64,
    recorded_at: Option<RecordedAt>,
    /// The first entry with a wrong root, and how many have one.
    wrong_roots: Option<(u64, u64)>,
    named: BTreeMap<Digest, Named>,
    blobs: u64,
    withdrawn_blobs: u64,
    whole: Vec<Finding>,
    of_entries: Capped<Finding>,
    of_blobs: Capped<Finding>,
    unnamed_blobs: Capped<Digest>,
    unknown_kinds: bool,
    notices: Capped<Notice>,
}

impl Audit {
    /// Begins.
    pub fn new(witnesses: &[Witness]) -> Self {
        let mut audit = Self {
            witnesses: witnesses.to_vec(),
            frontier: Frontier::new(),
            next_index: 0,
            recorded_at: None,
            wrong_roots: None,
            named: BTreeMap::new(),
            blobs: 0,
            withdrawn_blobs: 0,
            whole: Vec::new(),
            of_entries: Capped::new(),
            of_blobs: Capped::new(),
            unnamed_blobs: Capped::new(),
            unknown_kinds: false,
            notices: Capped::new(),
        };
        audit.hear_the_witnesses();
        audit
    }

    /// The index the next entry should have.
    pub fn next_index(&self) -> u64 {
        self.next_index
    }

    /// Something about the register as a whole. Of these there are only ever a few.
    pub fn whole(&mut self, finding: Finding) {
        self.whole.push(finding);
    }

    /// The next entry, in order of its number.
    pub fn entry(&mut self, row: &EntryRow) {
        let Ok(index) = u64::try_from(row.idx) else {
            return self.of_entries.push(Finding::NoIndex { number: row.idx });
        };
        if index > self.next_index {
            self.of_entries.push(Finding::Gap {
                index: self.next_index,
                entries: index - self.next_index,
            });
        }
        self.next_index = index.saturating_add(1);

        let leaf = leaf_hash(&row.bytes);
        if row.leaf_hash != leaf.as_bytes() {
            self.of_entries.push(Finding::LeafHash { index });
        }
        self.frontier.push(leaf);
        if row.root_after != self.frontier.root().as_bytes() {
            let (first, entries) = self.wrong_roots.unwrap_or((index, 0));
            self.wrong_roots = Some((first, entries.saturating_add(1)));
        }
        self.hear_the_witnesses();

        match Entry::decode(&row.bytes) {
            Err(error) => self.of_entries.push(Finding::Undecodable {
                index,
                reason: error.to_string(),
            }),
            Ok(entry) => self.decoded(index, &entry),
        }
    }

    /// What the entry at `index` says.
    fn decoded(&mut self, index: u64, entry: &Entry) {
        if entry.index != index {
            self.of_entries.push(Finding::WrongIndex {
                index,
                written: entry.index,
            });
        }
        let recorded_at = entry.recorded_at;
        if let Some(previous) = self.recorded_at
            && recorded_at <= previous
        {
            self.of_entries.push(Finding::NotLater {
                index,
                recorded_at,
                previous,
            });
        }
        self.recorded_at = Some(recorded_at);
        for hash in entry.blobs() {
            self.named.entry(hash).or_insert(Named {
                index,
                stored: false,
            });
        }
        for (kind, version) in entry.unknown_kinds() {
            self.unknown_kinds = true;
            self.notices.push(Notice::UnknownKind {
                index,
                kind: kind.to_owned(),
                version,
            });
        }
        if let Err(reason) = sign_offs_belong(entry) {
            self.of_entries.push(Finding::SignOff { index, reason });
        }
    }

    /// Compares the root with what is remembered of this size.
    fn hear_the_witnesses(&mut self) {
        let size = self.frontier.size();
        if self.witnesses.iter().all(|witness| witness.size != size) {
            return;
        }
        let computed = self.frontier.root();
        for witness in &self.witnesses {
            if witness.size == size && witness.root != computed {
                self.whole.push(Finding::WitnessRoot {
                    size,
                    remembered: witness.root,
                    computed,
                });
            }
        }
    }

    /// A blob, after all entries.
    pub fn blob(&mut self, row: &BlobRow) {
        let Ok(hash) = <[u8; 32]>::try_from(row.hash.as_slice()).map(Digest::from_bytes) else {
            let reason = format!("its hash has {} bytes, not 32", row.hash.len());
            return self.of_blobs.push(Finding::BlobDamaged {
                index: None,
                hash: hex::encode(&row.hash),
                reason,
            });
        };
        let index = self.named.get_mut(&hash).map(|named| {
            named.stored = true;
            named.index
        });
        if index.is_none() {
            self.unnamed_blobs.push(hash);
        }
        let mut damaged = |reason: &str| {
            self.of_blobs.push(Finding::BlobDamaged {
                index,
                hash: hash.to_string(),
                reason: reason.to_owned(),
            });
        };
        match (&row.bytes, &row.withdrawn_reason) {
            (Some(_), Some(_)) => damaged("it has both its bytes and a reason for its withdrawal"),
            (None, None) => damaged("its bytes are gone without a reason"),
            (Some(_), None) | (None, Some(_)) => {}
        }
        match &row.bytes {
            None => self.withdrawn_blobs = self.withdrawn_blobs.saturating_add(1),
            Some(bytes) => {
                self.blobs = self.blobs.saturating_add(1);
                if u64::try_from(row.length).ok() != u64::try_from(bytes.len()).ok() {
                    damaged("its length is not that of its bytes");
                }
                let computed = Digest::of(bytes);
                if computed != hash {
                    self.of_blobs.push(Finding::BlobAltered {
                        index,
                        hash,
                        computed,
                    });
                }
            }
        }
    }

    /// The head, after all entries.
    pub fn heads(&mut self, rows: &[HeadRow]) {
        match rows {
            [] => self.whole(Finding::NoHead),
            [row] => self.head(row),
            [_, _, ..] => self.whole(Finding::TwoHeads),
        }
    }

    fn head(&mut self, row: &HeadRow) {
        let head = Head {
            frontier: self.frontier.clone(),
            recorded_at: self.recorded_at,
        };
        let computed = HeadRow::of(&head);
        if row.size != computed.size {
            self.whole(Finding::HeadSize {
                head: row.size,
                entries: head.size(),
            });
        }
        if row.root != computed.root {
            self.whole(Finding::HeadRoot {
                head: hex::encode(&row.root),
                computed: head.root(),
            });
        }
        if row.frontier != computed.frontier {
            self.whole(Finding::HeadFrontier);
        }
        if row.recorded_at != computed.recorded_at {
            self.whole(Finding::HeadRecordedAt {
                head: row.recorded_at,
                entry: head.recorded_at,
            });
        }
    }

    /// Ends, after all entries, all blobs and the head.
    pub fn finish(mut self) -> Report {
        let entries = self.frontier.size();
        if let Some((index, entries)) = self.wrong_roots {
            self.whole(Finding::RootAfter { index, entries });
        }
        for witness in &self.witnesses {
            if witness.size > entries {
                self.whole.push(Finding::WitnessShorter {
                    size: witness.size,
                    entries,
                });
            }
        }
        let mut missing: Vec<_> = self
            .named
            .iter()
            .filter(|(_, named)| !named.stored)
            .map(|(hash, named)| (named.index, *hash))
            .collect();
        missing.sort_unstable();
        for (index, hash) in missing {
            self.of_blobs.push(Finding::BlobMissing { index, hash });
        }
        for hash in self.unnamed_blobs.listed {
            // What an unknown kind names, only a later program can tell.
            if self.unknown_kinds {
                self.notices.push(Notice::BlobNotNamed { hash });
            } else {
                self.of_blobs.push(Finding::BlobNotNamed { hash });
            }
        }
        let more_unnamed = if self.unknown_kinds {
            &mut self.notices.more
        } else {
            &mut self.of_blobs.more
        };
        *more_unnamed = more_unnamed.saturating_add(self.unnamed_blobs.more);

        let mut findings = self.whole;
        findings.append(&mut self.of_entries.listed);
        findings.append(&mut self.of_blobs.listed);
        Report {
            entries,
            root: self.frontier.root(),
            blobs: self.blobs,
            withdrawn_blobs: self.withdrawn_blobs,
            findings,
            more_findings: self.of_entries.more.saturating_add(self.of_blobs.more),
            notices: self.notices.listed,
            more_notices: self.notices.more,
        }
    }
}
