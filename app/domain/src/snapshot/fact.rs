//! A fact: a published statement, with when it happened and when the register said so.

use std::sync::Arc;

use crate::act::Act;
use crate::consent::{Ordered, ordered};
use crate::day::Day;
use crate::digest::Digest;
use crate::legal_date::LegalDate;
use crate::register::RecordedAt;
use crate::statement::Statement;

/// A published statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The entry that published it.
    pub index: u64,
    /// When that entry was recorded.
    pub recorded_at: RecordedAt,
    /// Its hash.
    pub hash: Digest,
    /// The statement.
    pub statement: Arc<Statement>,
    /// The date of receipt and the index of the entry that gave it, once accepted in due form.
    pub received: Option<(LegalDate, u64)>,
    /// The entry that replaced or retracted it.
    pub superseded_at: Option<u64>,
}

impl Fact {
    /// The act, if it is known.
    pub fn act(&self) -> Option<&Act> {
        self.statement.act()
    }

    /// The date that counts: that of receipt by the depositary, where there is one.
    pub fn date(&self) -> &LegalDate {
        self.received
            .as_ref()
            .map_or(&self.statement.date, |(date, _)| date)
    }

    /// The latest possible day, with its place among the participant's acts of that day.
    pub fn ordered(&self) -> Option<Ordered> {
        ordered(self.date(), self.statement.sequence)
    }

    /// Whether the register said so at this size, and still did.
    pub fn is_said_at(&self, size: u64) -> bool {
        self.index < size && self.superseded_at.is_none_or(|index| size <= index)
    }

    /// The fact as the register knew it at this size: without an acceptance that came later.
    #[must_use]
    pub fn as_said_at(&self, size: u64) -> Self {
        let mut fact = self.clone();
        fact.received = fact.received.filter(|(_, index)| *index < size);
        fact
    }

    /// Whether it had happened by the end of this day; an unknown date counts as happened.
    pub fn had_happened(&self, day: Day) -> bool {
        self.date().latest().is_none_or(|latest| latest <= day)
    }
}
