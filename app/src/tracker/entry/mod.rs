//! One entry of the register: what it says, who signed it in which office, and how to check it.

mod statement;
mod view;

use domain::digest::Digest;
use domain::instrument::Nature;
use domain::name::Slug;
use domain::policy::Occasion;
use domain::register::{HashedEntry, RecordedAt};
use serde::Serialize;
use serde_json::Value;

use super::address::{Address, At};
use super::page::{NotFound, Table, TrackerPage};
use super::reading::{Reading, Seen};
use crate::layout::{self, Frame};
use crate::say;
use statement::Stated;

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct EntryPage {
    /// Its number.
    index: u64,
    /// When it was recorded.
    recorded_at: RecordedAt,
    /// How its facts reached the register.
    occasion: Occasion,
    /// What it says.
    statements: Vec<Stated>,
    /// The hash of its bytes in the tree.
    leaf_hash: Digest,
    /// The root over all entries up to and with it.
    root_after: Digest,
    /// The address of its bytes.
    bytes: String,
}

/// The page in its frame.
struct Framed {
    frame: Frame,
    slug: Option<Slug>,
    page: EntryPage,
    /// The entry itself: its data is what was recorded, nothing else.
    data: Value,
}

/// Opens the page.
pub(super) fn open(reading: &Reading<'_>, index: u64) -> Result<Box<dyn TrackerPage>, NotFound> {
    let words = reading.words;
    let found = reading.entry.ok_or(NotFound::Entry(index))?;
    // Bytes that are not an entry cannot be in the register.
    let hashed = HashedEntry::read(found.bytes).map_err(|_| NotFound::Entry(index))?;
    let entry = hashed.entry();
    let now = Reading {
        at: At::Now,
        day_ends: None,
        ..*reading
    };
    let statements: Vec<Stated> = entry
        .statements
        .iter()
        .zip(hashed.hashes())
        .map(|(statement, hash)| {
            // An instrument that this program cannot read is still in the register.
            let seen = now.see(&statement.instrument).ok();
            Stated::new(words, seen.as_ref(), entry, statement, *hash)
        })
        .collect();
    let page = EntryPage {
        index: entry.index,
        recorded_at: entry.recorded_at,
        occasion: entry.occasion,
        statements,
        leaf_hash: found.leaf_hash,
        root_after: found.root_after,
        bytes: Address::Entry(entry.index).json(words, At::Now),
    };
    // With several instruments, the one that is not real decides what the page warns of.
    let seen: Vec<Seen<'_>> = entry
        .statements
        .iter()
        .filter_map(|statement| now.see(&statement.instrument).ok())
        .collect();
    let subject = seen
        .iter()
        .find(|seen| seen.view.instrument.nature == Nature::Illustrative)
        .or_else(|| seen.first());
    let title = say!(words, "tracker-entry-title", index = page.index);
    let description = page
        .statements
        .first()
        .map(|stated| stated.sentence.clone())
        .unwrap_or_default();
    let frame = Frame {
        words,
        title: [Some(title), subject.map(Seen::title)]
            .into_iter()
            .flatten()
            .collect(),
        description,
        address: Address::Entry(page.index),
        at: At::Now,
        has_table: false,
        subject: subject.map(Seen::subject),
        register: now.register(),
    };
    Ok(Box::new(Framed {
        slug: frame.subject.as_ref().map(|subject| subject.slug.clone()),
        frame,
        page,
        data: serde_json::from_slice(found.bytes).unwrap_or_default(),
    }))
}

impl TrackerPage for Framed {
    fn html(&self) -> String {
        layout::public(&self.frame, || view::view(self.frame.words, &self.page))
    }

    fn json(&self) -> Value {
        self.data.clone()
    }

    fn table(&self) -> Option<Table> {
        None
    }

    fn instrument(&self) -> Option<&Slug> {
        self.slug.as_ref()
    }
}
