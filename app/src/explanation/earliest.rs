//! The earliest day on which the clause could be met, with what was assumed.

use std::collections::BTreeMap;

use domain::clause::earliest::{Assumption, Earliest};
use domain::entity::EntityCode;
use domain::procedure::earliest::{Floor, Known, Silence, Wait, floors};
use domain::procedure::{Library, PeriodUnit};
use domain::snapshot::View;
use serde::Serialize;

use super::names;
use crate::say;
use crate::tracker::status;
use crate::words::Words;

/// How many decisive participants, or periods, sentences name at most; the data has them all.
const MOST_NAMED: usize = 12;

/// The earliest day, as data and in sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EarliestInWords {
    /// What is computed.
    #[serde(flatten)]
    pub computed: Earliest,
    /// The earliest consents by the minimum periods of each procedure, where there are any to wait for.
    pub floors: BTreeMap<EntityCode, Floor>,
    /// The same in words.
    pub sentences: Vec<String>,
}

/// The earliest day of a clause that is not met; nothing if it is out of reach or met.
pub fn earliest(words: Words, view: &View, library: &Library) -> Option<EarliestInWords> {
    if view.evaluation.met.is_some() {
        return None;
    }
    // Periods that leave the range of days have no end to count with.
    let floors = floors(view, library).unwrap_or_default();
    let days = floors
        .iter()
        .map(|(code, floor)| (*code, floor.not_before))
        .collect();
    let computed = view.earliest_possible(&days).ok()??;
    let sentences = sentences(words, view, &computed, &floors);
    Some(EarliestInWords {
        computed,
        floors,
        sentences,
    })
}

fn sentences(
    words: Words,
    view: &View,
    computed: &Earliest,
    floors: &BTreeMap<EntityCode, Floor>,
) -> Vec<String> {
    let mut sentences = vec![say!(
        words,
        "follows-earliest-day",
        met = words.day(computed.met.on),
        day = words.day(computed.met.in_force)
    )];
    // Those whose consent is assumed to come as early as its procedure lets it, the last first.
    let mut waiting: Vec<(EntityCode, &Floor)> = computed
        .assumptions
        .iter()
        .filter_map(|assumption| match assumption {
            Assumption::Consents { who, .. } => Some((*who, floors.get(who)?)),
            _ => None,
        })
        .collect();
    waiting.sort_by_key(|(who, floor)| (std::cmp::Reverse(floor.not_before), *who));
    sentences.push(if waiting.is_empty() {
        say!(words, "follows-earliest-assumed")
    } else {
        say!(words, "follows-earliest-assumed-periods")
    });
    sentences.push(match Silence::of(view.instrument.nature) {
        Silence::NothingHappened => say!(words, "follows-earliest-nothing-happened"),
        Silence::NotTold => say!(words, "follows-earliest-not-told"),
    });
    sentences.extend(
        waiting
            .iter()
            .take(MOST_NAMED)
            .flat_map(|(who, floor)| floor.waits.iter().map(|one| (*who, one)))
            .map(|(who, one)| wait(words, who, one)),
    );
    if waiting
        .iter()
        .any(|(_, floor)| floor.waits.iter().any(takes_a_calendar))
    {
        sentences.push(say!(words, "follows-earliest-unpublished"));
    }
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
            // Those with a period are named; the others are too many, and a sentence says it of all.
            Assumption::Consents { .. } | Assumption::ConsentsNextDay { .. } => {}
        }
    }
    sentences.extend(decisive(words, computed));
    sentences
}

/// "United Kingdom: not before 14 July 2026: 21 sitting days (CRaG s. 20)".
fn wait(words: Words, who: EntityCode, wait: &Wait) -> String {
    let bases: Vec<&str> = wait
        .period
        .legal_basis
        .iter()
        .flatten()
        .map(domain::text::Body::as_str)
        .collect();
    let mut length = status::period(words, wait.period.value, wait.period.unit);
    if !bases.is_empty() {
        length = say!(
            words,
            "follows-earliest-period",
            length = length,
            bases = bases.join("; ")
        );
    }
    let (who, day) = (words.entity(who), words.day(wait.free_from));
    match wait.known {
        Known::Running => say!(
            words,
            "follows-earliest-runs",
            who = who,
            day = day,
            length = length
        ),
        Known::RunningAtBest => say!(
            words,
            "follows-earliest-runs-at-best",
            who = who,
            day = day,
            length = length
        ),
        Known::From(from) => say!(
            words,
            "follows-earliest-from",
            who = who,
            day = day,
            length = length,
            from = words.day(from)
        ),
    }
}

/// Whether an end that has not been computed takes the calendar of a chamber.
fn takes_a_calendar(wait: &Wait) -> bool {
    let by_calendar = match wait.period.unit {
        PeriodUnit::SittingDays
        | PeriodUnit::SittingDaysBothHouses
        | PeriodUnit::JointSittingDays
        | PeriodUnit::CalendarDaysExcludingRecess => true,
        PeriodUnit::CalendarDays
        | PeriodUnit::Weeks
        | PeriodUnit::Months
        | PeriodUnit::DaysExcludingSundays => false,
    };
    by_calendar && wait.known != Known::Running
}

fn decisive(words: Words, computed: &Earliest) -> Option<String> {
    let decisive = names::names(words, computed.decisive.iter().copied());
    match decisive.as_slice() {
        [] => None,
        [one] => Some(say!(
            words,
            "follows-earliest-decisive-one",
            names = one.as_str()
        )),
        several if several.len() <= MOST_NAMED => Some(say!(
            words,
            "follows-earliest-decisive",
            names = words.list(several)
        )),
        _ => None,
    }
}
