//! The snapshot: what the register amounts to, as a pure fold over its entries.
//!
//! Records are shared between snapshots, so that one more entry costs what it changes, and a view
//! costs its instrument, whatever the length of the register.

mod course;
pub mod fact;
mod facts;
pub mod fold;
pub(crate) mod standing;
pub mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::entity::EntityCode;
use crate::name::Slug;
use crate::register::RecordedAt;
pub use crate::snapshot::course::{Course, Ending};
pub use crate::snapshot::fact::Fact;
use crate::snapshot::facts::Facts;
pub use crate::snapshot::fold::{FoldError, OnUnknown};
pub use crate::snapshot::view::{ParticipantView, View, ViewError};

/// The fold of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    size: u64,
    recorded_at: Option<RecordedAt>,
    on_unknown: OnUnknown,
    instruments: BTreeMap<Slug, Arc<InstrumentRecord>>,
}

/// What the register says of one instrument.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InstrumentRecord {
    /// Facts about the instrument as a whole, in the order of their entries.
    facts: Facts,
    participants: BTreeMap<EntityCode, Arc<ParticipantRecord>>,
}

/// What the register says of one participant in one instrument.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParticipantRecord {
    facts: Facts,
}

impl Snapshot {
    /// The snapshot of an empty register.
    pub fn new(on_unknown: OnUnknown) -> Self {
        Self {
            size: 0,
            recorded_at: None,
            on_unknown,
            instruments: BTreeMap::new(),
        }
    }

    /// How many entries it is the fold of.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// When the last entry was recorded.
    pub fn recorded_at(&self) -> Option<RecordedAt> {
        self.recorded_at
    }

    /// The instruments.
    pub fn instruments(&self) -> impl Iterator<Item = (&Slug, &InstrumentRecord)> {
        self.instruments
            .iter()
            .map(|(slug, record)| (slug, record.as_ref()))
    }

    /// One instrument.
    pub fn instrument(&self, slug: &Slug) -> Option<&InstrumentRecord> {
        self.instruments.get(slug).map(Arc::as_ref)
    }
}

impl InstrumentRecord {
    /// Facts about the instrument as a whole, superseded ones too.
    pub fn facts(&self) -> &[Fact] {
        self.facts.as_slice()
    }

    /// Facts about a participant, superseded ones too.
    pub fn facts_about(&self, code: EntityCode) -> &[Fact] {
        self.participants
            .get(&code)
            .map_or(&[], |record| record.facts.as_slice())
    }

    /// The participants on record.
    pub fn participants(&self) -> impl Iterator<Item = EntityCode> {
        self.participants.keys().copied()
    }
}
