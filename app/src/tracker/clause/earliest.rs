//! The earliest day on which the clause could be met, with what was assumed.

use std::collections::BTreeMap;

use domain::clause::earliest::{Assumption, Earliest};
use domain::clause::threshold::Threshold;
use serde::Serialize;

use crate::explanation::names;
use crate::say;
use crate::tracker::reading::Seen;
use crate::words::Words;

/// How many decisive participants a sentence names at most; the data has them all.
const MOST_NAMED: usize = 12;

/// The earliest day, on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct EarliestModel {
    /// What is computed.
    #[serde(flatten)]
    computed: Earliest,
    /// The same in words.
    pub sentences: Vec<String>,
}

impl EarliestModel {
    /// The earliest day of a clause that is not met; nothing if it is out of reach or met.
    pub fn of(seen: &Seen<'_>) -> Option<Self> {
        if seen.view.evaluation.met.is_some() {
            return None;
        }
        let computed = seen.view.earliest_possible(&BTreeMap::new()).ok()??;
        let sentences = sentences(seen.words, &computed);
        Some(Self {
            computed,
            sentences,
        })
    }
}

fn sentences(words: Words, computed: &Earliest) -> Vec<String> {
    let mut sentences = vec![
        say!(
            words,
            "follows-earliest-day",
            met = words.day(computed.met.on),
            day = words.day(computed.met.in_force)
        ),
        say!(words, "follows-earliest-assumed"),
    ];
    for assumption in &computed.assumptions {
        match assumption {
            Assumption::Event { event } => sentences.push(say!(
                words,
                "follows-earliest-event",
                event = event.as_str()
            )),
            Assumption::ReservationAccepted { who } => sentences.push(say!(
                words,
                "follows-earliest-accepted",
                who = words.entity(*who)
            )),
            // They are too many to name, and the sentence before says it of all.
            Assumption::Consents { .. } | Assumption::ConsentsNextDay { .. } => {}
        }
    }
    let decisive = names(words, computed.decisive.iter().copied());
    match decisive.as_slice() {
        [] => {}
        [one] => sentences.push(say!(
            words,
            "follows-earliest-decisive-one",
            names = one.as_str()
        )),
        several if several.len() <= MOST_NAMED => sentences.push(say!(
            words,
            "follows-earliest-decisive",
            names = words.list(several)
        )),
        _ => {}
    }
    sentences
}

/// What is to be said of a treaty whose parties fell below the number it took.
pub(super) fn threshold(seen: &Seen<'_>) -> Option<String> {
    let words = seen.words;
    match seen.view.threshold() {
        Threshold::NotMet | Threshold::Holds => None,
        Threshold::LostBeforeEntryIntoForce { since } => Some(say!(
            words,
            "follows-threshold-lost-before",
            day = words.day(since)
        )),
        Threshold::LostSinceEntryIntoForce { since } => Some(say!(
            words,
            "follows-threshold-lost",
            day = words.day(since)
        )),
    }
}
