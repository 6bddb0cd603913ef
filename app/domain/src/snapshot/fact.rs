//! A fact: a published statement, with when it happened and when the register said so.

use std::sync::Arc;

use crate::act::Act;
use crate::consent::{Ordered, ordered};
use crate::day::Day;
use crate::digest::Digest;
use crate::legal_date::LegalDate;
use crate::office::Office;
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
    /// The offices that signed it, each once, in the order of the policy's steps.
    pub offices: Arc<[Office]>,
    /// Its acceptances in due form, in the order of their entries. The last one that stands counts.
    pub receipts: Vec<Receipt>,
    /// The entry that replaced or retracted it.
    pub superseded_at: Option<u64>,
}

/// What an acceptance in due form says of the day of receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The date of receipt.
    pub date: LegalDate,
    /// The hash of the acceptance.
    pub acceptance: Digest,
    /// The entry that published the acceptance.
    pub index: u64,
    /// The entry that replaced or retracted the acceptance.
    pub superseded_at: Option<u64>,
}

impl Receipt {
    /// Whether the register said so at this size, and still did.
    fn is_said_at(&self, size: u64) -> bool {
        self.index < size && self.superseded_at.is_none_or(|index| size <= index)
    }
}

impl Fact {
    /// The act, if it is known.
    pub fn act(&self) -> Option<&Act> {
        self.statement.act()
    }

    /// The date that counts: that of receipt by the depositary, where there is one.
    pub fn date(&self) -> &LegalDate {
        self.receipts
            .iter()
            .rfind(|receipt| receipt.superseded_at.is_none())
            .map_or(&self.statement.date, |receipt| &receipt.date)
    }

    /// The latest possible day, with its place among the participant's acts of that day.
    pub fn ordered(&self) -> Option<Ordered> {
        ordered(self.date(), self.statement.sequence)
    }

    /// Whether the register said so at this size, and still did.
    pub fn is_said_at(&self, size: u64) -> bool {
        self.index < size && self.superseded_at.is_none_or(|index| size <= index)
    }

    /// The fact as the register knew it at this size: with the acceptances that stood then.
    #[must_use]
    pub fn as_said_at(&self, size: u64) -> Self {
        let mut fact = self.clone();
        fact.receipts.retain(|receipt| receipt.is_said_at(size));
        for receipt in &mut fact.receipts {
            receipt.superseded_at = None;
        }
        fact
    }

    /// Whether it had happened by the end of this day; an unknown date counts as happened.
    pub fn had_happened(&self, day: Day) -> bool {
        // An announcement is dated with the day it announces; what matters is that it was made.
        if matches!(self.act(), Some(Act::StepScheduled(_))) {
            return true;
        }
        self.date().latest().is_none_or(|latest| latest <= day)
    }
}
