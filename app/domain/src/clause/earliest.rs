//! The earliest day on which a clause could be met, if everybody who still can consented as early as
//! their own procedure lets them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::act::ConsentMode;
use crate::clause::condition::Condition;
use crate::clause::evaluate::{self, Met};
use crate::clause::progress::Progress;
use crate::clause::record::{Consent, Record};
use crate::clause::rule::Clause;
use crate::clause::smallest_sets::{candidates, still_exists};
use crate::day::{Day, DayError};
use crate::entity::EntityCode;
use crate::name::Key;

/// The earliest day on which a clause could be met, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Earliest {
    /// The day, the alternative that would decide, and the day of entry into force that follows.
    pub met: Met,
    /// What was assumed.
    pub assumptions: Vec<Assumption>,
    /// Those of the assumed consents without which it could not be that day, with the events assumed.
    pub decisive: BTreeSet<EntityCode>,
}

/// Something that has not happened and that the earliest day rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Assumption {
    /// The participant consents on this day: the earliest by the periods of its procedure.
    Consents {
        /// Who.
        who: EntityCode,
        /// When.
        on: Day,
    },
    /// No earliest day is known for the participant: it is taken to consent on the next day.
    ConsentsNextDay {
        /// Who.
        who: EntityCode,
    },
    /// The participant has consented with a reservation, which others accept on the next day.
    ReservationAccepted {
        /// Who.
        who: EntityCode,
    },
    /// The event happens on the next day: no law sets a period for it.
    Event {
        /// Which.
        event: Key,
    },
}

/// The earliest day on which the clause could be met after `day`, with everything recorded by then;
/// `None` if not even everybody together could meet it. If it is met already, nothing is assumed.
///
/// `floors` holds, for participants whose procedures have statutory periods that still run, the
/// earliest day of their consent. Who has none can consent on the next day.
///
/// # Errors
/// [`DayError`] if a day would lie after the year 9999.
pub fn earliest_possible(
    clause: &Clause,
    record: &Record,
    day: Day,
    floors: &BTreeMap<EntityCode, Day>,
) -> Result<Option<Earliest>, DayError> {
    // What is met on the day and, by a withdrawal that is notified, will not hold until entry into force
    // has to be met again.
    let by_record = evaluate::evaluate(clause, record, Day::LAST)?.met;
    if let Some(met) = by_record.filter(|met| met.on <= day) {
        return Ok(Some(Earliest {
            met,
            assumptions: Vec::new(),
            decisive: BTreeSet::new(),
        }));
    }
    let next = day.plus_days(1)?;
    let supposed = Supposed::new(clause, record, day, next, floors);
    let events = supposed.open_events(clause);
    let with_all = supposed.with(&events, next);
    let Some(mut met) = evaluate::evaluate(clause, &with_all, Day::LAST)?.met else {
        return Ok(None);
    };
    // Only the events are named without which it would be later.
    let needed = supposed.needed_events(clause, &events, next, met.on)?;
    let with_needed = supposed.with(&needed, next);
    if let Some(same) = evaluate::evaluate(clause, &with_needed, Day::LAST)?.met {
        met = same;
    }
    let decisive = supposed.decisive(clause, &with_needed, &met);
    let mut assumptions: Vec<Assumption> = supposed
        .consents
        .iter()
        .filter(|(_, on)| **on <= met.on)
        .map(|(who, on)| supposed.assumption(*who, *on, floors))
        .collect();
    assumptions.extend(needed.into_iter().map(|event| Assumption::Event { event }));
    Ok(Some(Earliest {
        met,
        assumptions,
        decisive,
    }))
}

/// A record in which everybody who can has consented as early as possible.
struct Supposed {
    record: Record,
    /// Who is supposed to consent, and when.
    consents: BTreeMap<EntityCode, Day>,
}

impl Supposed {
    fn new(
        clause: &Clause,
        record: &Record,
        day: Day,
        next: Day,
        floors: &BTreeMap<EntityCode, Day>,
    ) -> Self {
        let mut supposed = Self {
            record: record.clone(),
            consents: BTreeMap::new(),
        };
        for who in candidates(clause, record, day, &record.consenting(day)) {
            let on = floors.get(&who).map_or(next, |floor| (*floor).max(next));
            if !still_exists(who, on) {
                continue;
            }
            let participation = supposed.record.participants.entry(who).or_default();
            participation.consents.push(Consent {
                begin: on,
                exact: true,
                end: None,
                mode: ConsentMode::NotToldApart,
            });
            supposed.consents.insert(who, on);
        }
        supposed
    }

    /// The events of the clause that are not on record.
    fn open_events(&self, clause: &Clause) -> BTreeSet<Key> {
        clause
            .conditions()
            .into_iter()
            .filter_map(|condition| match condition {
                Condition::Event(event) if !self.record.events.contains_key(event) => {
                    Some(event.clone())
                }
                _ => None,
            })
            .collect()
    }

    fn with(&self, events: &BTreeSet<Key>, on: Day) -> Record {
        let mut record = self.record.clone();
        let assumed = events.iter().map(|event| (event.clone(), on));
        record.events.extend(assumed);
        record
    }

    /// A smallest set of these events that gives the same day: each is left out if it can be.
    fn needed_events(
        &self,
        clause: &Clause,
        events: &BTreeSet<Key>,
        next: Day,
        met_on: Day,
    ) -> Result<BTreeSet<Key>, DayError> {
        let mut needed = events.clone();
        for event in events {
            let mut fewer = needed.clone();
            fewer.remove(event);
            let met = evaluate::evaluate(clause, &self.with(&fewer, next), Day::LAST)?.met;
            if met.is_some_and(|met| met.on == met_on) {
                needed = fewer;
            }
        }
        Ok(needed)
    }

    /// Those without whom no alternative would be met on that day.
    fn decisive(&self, clause: &Clause, record: &Record, met: &Met) -> BTreeSet<EntityCode> {
        let consenting = record.consenting(met.on);
        self.consents
            .iter()
            .filter(|(_, on)| **on <= met.on)
            .map(|(who, _)| *who)
            .filter(|who| {
                let mut others = consenting.clone();
                others.remove(who);
                !clause.alternatives.iter().any(|alternative| {
                    alternative.by.is_none_or(|by| met.on <= by)
                        && Progress::measure(&alternative.when, record, met.on, &others).met
                })
            })
            .collect()
    }

    fn assumption(
        &self,
        who: EntityCode,
        on: Day,
        floors: &BTreeMap<EntityCode, Day>,
    ) -> Assumption {
        if self.record.waiting.contains(&who) {
            Assumption::ReservationAccepted { who }
        } else if floors.contains_key(&who) {
            Assumption::Consents { who, on }
        } else {
            Assumption::ConsentsNextDay { who }
        }
    }
}
