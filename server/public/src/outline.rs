//! What has to be known of the register to find a page in the cache: next to nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use arc_swap::ArcSwap;
use domain::act::Act;
use domain::legal_date::ZoneName;
use domain::name::Slug;
use domain::snapshot::InstrumentRecord;

use crate::{Published, Source};

/// The last entry about each instrument, and whose midnight counts for it.
#[derive(Debug)]
pub(crate) struct Outline {
    /// What it is an outline of.
    pub(crate) published: Arc<Published>,
    instruments: BTreeMap<Slug, Known>,
}

/// What is known of an instrument.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// The index of the last entry about it.
    pub(crate) last: u64,
    /// The time zone of its depositary's seat. `None` where its definition is not understood.
    pub(crate) zone: Option<ZoneName>,
}

impl Outline {
    /// The outline of a register; what did not change is taken from the one before.
    fn of(published: Arc<Published>, before: Option<&Self>) -> Self {
        let instruments = published
            .snapshot
            .instruments()
            .map(|(slug, record)| {
                let known = before
                    .and_then(|before| before.unchanged(slug, record))
                    .unwrap_or_else(|| Known::of(record));
                (slug.clone(), known)
            })
            .collect();
        Self {
            published,
            instruments,
        }
    }

    /// Records are shared between snapshots: the same place in memory is the same record.
    fn unchanged(&self, slug: &Slug, record: &InstrumentRecord) -> Option<Known> {
        let before = self.published.snapshot.instrument(slug)?;
        if std::ptr::eq(before, record) {
            self.instruments.get(slug).cloned()
        } else {
            None
        }
    }

    /// What is known of this instrument.
    pub(crate) fn instrument(&self, slug: &Slug) -> Option<&Known> {
        self.instruments.get(slug)
    }

    /// Every instrument.
    pub(crate) fn instruments(&self) -> impl Iterator<Item = (&Slug, &Known)> {
        self.instruments.iter()
    }
}

impl Known {
    fn of(record: &InstrumentRecord) -> Self {
        // Facts stand in the order of their entries: the last of each list is enough.
        let last = std::iter::once(record.facts())
            .chain(record.participants().map(|code| record.facts_about(code)))
            .filter_map(|facts| facts.last().map(|fact| fact.index))
            .max()
            .unwrap_or(0);
        let zone = record
            .facts()
            .iter()
            .rev()
            .filter(|fact| fact.superseded_at.is_none())
            .find_map(|fact| match fact.act() {
                Some(Act::InstrumentOpened(defined) | Act::InstrumentAmended(defined)) => {
                    Some(defined.instrument.seat.zone.clone())
                }
                _ => None,
            });
        Self { last, zone }
    }
}

/// The outline of the register as it is now.
#[derive(Debug)]
pub(crate) struct Outlines {
    source: Arc<dyn Source>,
    latest: ArcSwap<Outline>,
}

impl Outlines {
    /// Outlines of this register.
    pub(crate) fn new(source: Arc<dyn Source>) -> Self {
        let first = Outline::of(source.current(), None);
        Self {
            source,
            latest: ArcSwap::from_pointee(first),
        }
    }

    /// The present one. Made once for each state of the register.
    pub(crate) fn current(&self) -> Arc<Outline> {
        let published = self.source.current();
        let latest = self.latest.load_full();
        if Arc::ptr_eq(&latest.published, &published) {
            return latest;
        }
        let outline = Arc::new(Outline::of(published, Some(&latest)));
        self.latest.store(Arc::clone(&outline));
        outline
    }
}
