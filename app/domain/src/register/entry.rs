//! Entries: what the register holds, one after the other.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::canonical::{self, CanonicalError};
use crate::digest::Digest;
use crate::policy::Occasion;
use crate::register::recorded_at::RecordedAt;
use crate::sign_off::SignOff;
use crate::statement::{Content, Statement};

/// An entry of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The name and version of this format.
    pub format: EntryFormat,
    /// Its number in the register, from 0, without gaps.
    pub index: u64,
    /// How its facts reached the register.
    pub occasion: Occasion,
    /// When it was recorded.
    pub recorded_at: RecordedAt,
    /// The sign-offs of its statements.
    pub sign_offs: Vec<SignOff>,
    /// Its statements, at least one.
    pub statements: Vec<Statement>,
}

/// The format of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntryFormat {
    /// The first, described in `docs/REGISTER.md`.
    #[serde(rename = "assent-entry/1")]
    V1,
}

/// An entry before it has its number and instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// How its facts reached the register.
    pub occasion: Occasion,
    /// The sign-offs of its statements.
    pub sign_offs: Vec<SignOff>,
    /// Its statements.
    pub statements: Vec<Statement>,
}

impl Draft {
    /// The entry with this number and instant.
    pub fn numbered(self, index: u64, recorded_at: RecordedAt) -> Entry {
        Entry {
            format: EntryFormat::V1,
            index,
            occasion: self.occasion,
            recorded_at,
            sign_offs: self.sign_offs,
            statements: self.statements,
        }
    }
}

impl Entry {
    /// The canonical bytes: what is stored, verbatim, and hashed.
    ///
    /// # Errors
    /// [`CanonicalError`] if an unknown payload has no canonical form.
    pub fn encode(&self) -> Result<Vec<u8>, CanonicalError> {
        canonical::encode(self)
    }

    /// Reads an entry and proves that the bytes are canonical: for bytes that are not our own.
    ///
    /// # Errors
    /// [`CanonicalError`] says which.
    pub fn decode(bytes: &[u8]) -> Result<Self, CanonicalError> {
        canonical::decode(bytes)
    }

    /// Every blob that its statements name.
    pub fn blobs(&self) -> BTreeSet<Digest> {
        self.statements
            .iter()
            .flat_map(Statement::named_blobs)
            .collect()
    }

    /// The kinds and versions in it that this program does not know.
    pub fn unknown_kinds(&self) -> impl Iterator<Item = (&str, u32)> {
        self.statements
            .iter()
            .filter(|statement| matches!(statement.content, Content::Unknown(_)))
            .map(|statement| (statement.kind(), statement.version()))
    }
}

/// An entry read from our own store, with the hashes of its statements taken from the stored bytes
/// themselves, which is quicker than writing each statement again.
///
/// The bytes were proved canonical when they were written, and `assent verify` proves it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HashedEntry {
    entry: Entry,
    hashes: Vec<Digest>,
}

/// The statements of an entry, as they stand in its bytes.
#[derive(Deserialize)]
struct RawStatements<'a> {
    #[serde(borrow)]
    statements: Vec<&'a RawValue>,
}

impl HashedEntry {
    /// Reads an entry from stored bytes.
    ///
    /// # Errors
    /// [`CanonicalError::Unreadable`].
    pub fn read(bytes: &[u8]) -> Result<Self, CanonicalError> {
        let raw: RawStatements<'_> = serde_json::from_slice(bytes)?;
        Ok(Self {
            entry: serde_json::from_slice(bytes)?,
            hashes: raw
                .statements
                .iter()
                .map(|statement| Digest::of(statement.get().as_bytes()))
                .collect(),
        })
    }

    /// The entry.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// The hashes of its statements, in their order.
    pub fn hashes(&self) -> &[Digest] {
        &self.hashes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hashes_taken_from_stored_bytes_are_those_of_the_statements() {
        let bytes = include_bytes!("../../golden/entry.v1.json");
        let stored = HashedEntry::read(bytes).unwrap();
        let computed: Vec<Digest> = stored
            .entry()
            .statements
            .iter()
            .map(|statement| statement.hash().unwrap())
            .collect();
        assert_eq!(stored.hashes(), computed);
        assert_eq!(stored.entry(), &Entry::decode(bytes).unwrap());
        assert!(computed.len() > 1);
    }
}
