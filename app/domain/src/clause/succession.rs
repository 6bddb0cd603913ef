//! Predecessor States whose place a successor has taken.
//!
//! Depositaries replace the entry of a predecessor by those of its successors when they notify their
//! succession, not when the predecessor ceases to exist: until then its consent goes on counting.

use std::collections::BTreeSet;

use crate::act::ConsentMode;
use crate::clause::record::Record;
use crate::day::Day;
use crate::entity::{self, EntityCode};

/// The predecessors of everybody who has notified a succession by the end of this day.
pub(super) fn replaced(record: &Record, day: Day) -> BTreeSet<EntityCode> {
    record
        .participants
        .iter()
        .filter(|(_, participation)| {
            participation
                .consents
                .iter()
                .any(|consent| consent.mode == ConsentMode::Succession && consent.begin <= day)
        })
        .filter_map(|(code, _)| entity::find(*code))
        .flat_map(|successor| successor.succeeds.iter().copied())
        .collect()
}
