//! When a clause was met, by which acts, and from which day the treaty is in force.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::clause::condition::Condition;
use crate::clause::progress::Progress;
use crate::clause::record::Record;
use crate::clause::rule::{Alternative, Clause, Persistence};
use crate::day::{Day, DayError};
use crate::entity::EntityCode;

/// The day on which a clause was met, and what follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Met {
    /// Which alternative decided, by its position.
    pub alternative: usize,
    /// The day at whose end the conditions were met.
    pub on: Day,
    /// The day of entry into force.
    pub in_force: Day,
    /// The participants whose consents of that day were counted. There may be several, and none
    /// where a date or another event was the last thing lacking.
    pub by: BTreeSet<EntityCode>,
    /// Whether a consent that counted, or an event, has a bounded date only, so that its latest
    /// possible day was used: the conditions may then have been met earlier.
    pub at_the_latest: bool,
}

/// The state of a clause at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evaluation {
    /// The day.
    pub day: Day,
    /// When the clause was met, if it was, by the end of that day.
    pub met: Option<Met>,
    /// Each alternative's progress at the end of the day.
    pub alternatives: Vec<AlternativeState>,
}

/// The state of one alternative at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlternativeState {
    /// Its progress.
    pub progress: Progress,
    /// Whether its last day has passed without it.
    pub lapsed: bool,
}

/// Evaluates a clause at the end of `day`.
///
/// # Errors
/// [`DayError`] if the day of entry into force would lie after the year 9999.
pub fn evaluate(clause: &Clause, record: &Record, day: Day) -> Result<Evaluation, DayError> {
    let consenting = record.consenting(day);
    let met = find_met(clause, record, day)?;
    let alternatives = clause
        .alternatives
        .iter()
        .map(|alternative| AlternativeState {
            progress: Progress::measure(&alternative.when, record, day, &consenting),
            lapsed: met.is_none() && alternative.by.is_some_and(|by| by < day),
        })
        .collect();
    Ok(Evaluation {
        day,
        met,
        alternatives,
    })
}

/// The last day on which anything that bears on the clause is recorded or named.
pub fn horizon(clause: &Clause, record: &Record) -> Option<Day> {
    record.days_of_change(clause).last().copied()
}

/// The first day, up to `until`, at whose end an alternative is met.
fn find_met(clause: &Clause, record: &Record, until: Day) -> Result<Option<Met>, DayError> {
    let days: Vec<Day> = record
        .days_of_change(clause)
        .into_iter()
        .filter(|day| *day <= until)
        .collect();
    let mut previous = BTreeSet::new();
    for day in &days {
        let consenting = record.consenting(*day);
        for (position, alternative) in clause.alternatives.iter().enumerate() {
            if !is_met(alternative, record, *day, &consenting) {
                continue;
            }
            let in_force = alternative.then.on(*day)?;
            if clause.persistence == Persistence::UntilEntryIntoForce
                && is_lost_before(alternative, record, *day, in_force, &days)
            {
                continue;
            }
            let mut met = explain(
                alternative,
                position,
                record,
                *day,
                in_force,
                &consenting,
                &previous,
            );
            met.at_the_latest &= !is_certain(clause, record, *day, &consenting);
            return Ok(Some(met));
        }
        previous = consenting;
    }
    Ok(None)
}

fn is_met(
    alternative: &Alternative,
    record: &Record,
    day: Day,
    consenting: &BTreeSet<EntityCode>,
) -> bool {
    alternative.by.is_none_or(|by| day <= by)
        && Progress::measure(&alternative.when, record, day, consenting).met
}

/// Whether conditions met on `met` fail at the end of a later day before entry into force.
fn is_lost_before(
    alternative: &Alternative,
    record: &Record,
    met: Day,
    in_force: Day,
    days: &[Day],
) -> bool {
    days.iter()
        .filter(|day| met < **day && **day < in_force)
        .any(|day| {
            !Progress::measure(&alternative.when, record, *day, &record.consenting(*day)).met
        })
}

/// Whether the day is certain although some dates are bounded: without the consents that were given
/// exactly then, nothing would be met even now, so that nothing can have been met before.
fn is_certain(
    clause: &Clause,
    record: &Record,
    day: Day,
    consenting: &BTreeSet<EntityCode>,
) -> bool {
    let rests_on_bounded_event = clause.conditions().into_iter().any(
        |condition| matches!(condition, Condition::Event(event) if record.bounded_events.contains(event)),
    );
    let without: BTreeSet<EntityCode> = consenting
        .iter()
        .copied()
        .filter(|code| {
            let consent = record
                .participants
                .get(code)
                .and_then(|participation| participation.consent_on(day));
            !consent.is_some_and(|consent| consent.exact && consent.begin == day)
        })
        .collect();
    !rests_on_bounded_event
        && !clause
            .alternatives
            .iter()
            .any(|alternative| Progress::measure(&alternative.when, record, day, &without).met)
}

fn explain(
    alternative: &Alternative,
    position: usize,
    record: &Record,
    on: Day,
    in_force: Day,
    consenting: &BTreeSet<EntityCode>,
    previous: &BTreeSet<EntityCode>,
) -> Met {
    let counted = Progress::measure(&alternative.when, record, on, consenting).counted();
    let consent_of = |code: &EntityCode| {
        record
            .participants
            .get(code)
            .and_then(|participation| participation.consent_on(on))
    };
    let by = counted
        .iter()
        .copied()
        .filter(|code| {
            !previous.contains(code) && consent_of(code).is_some_and(|consent| consent.begin == on)
        })
        .collect();
    let mut rests_on_a_bounded_event = false;
    alternative.when.walk(&mut |condition| {
        if let Condition::Event(event) = condition {
            rests_on_a_bounded_event |= record.bounded_events.contains(event);
        }
    });
    let at_the_latest = rests_on_a_bounded_event
        || counted.iter().any(|code| {
            consent_of(code).is_some_and(|consent| !consent.exact && consent.begin == on)
        });
    Met {
        alternative: position,
        on,
        in_force,
        by,
        at_the_latest,
    }
}

/// The alternatives, by position, that could not be met if everybody recorded or named in the
/// clause consented, every event happened, and every day came.
pub fn impossible_alternatives(clause: &Clause, record: &Record) -> Vec<usize> {
    let mut everything = record.clone();
    for code in clause.mentioned() {
        everything.participants.entry(code).or_default();
    }
    never_met_by_participants(clause, &everything)
}

/// The same where nobody consents who is not on record.
pub fn never_met_by_participants(clause: &Clause, record: &Record) -> Vec<usize> {
    let mut everything = record.clone();
    for condition in clause.conditions() {
        if let Condition::Event(event) = condition {
            everything.events.entry(event.clone()).or_insert(Day::FIRST);
        }
    }
    let everybody: BTreeSet<EntityCode> = everything.participants.keys().copied().collect();
    let days = everything.days_of_change(clause);
    clause
        .alternatives
        .iter()
        .enumerate()
        .filter(|(_, alternative)| {
            // The list and the signatories may change: any day on which it would be met is enough.
            !days
                .iter()
                .copied()
                .chain([alternative.by.unwrap_or(Day::LAST)])
                .any(|day| is_met(alternative, &everything, day, &everybody))
        })
        .map(|(position, _)| position)
        .collect()
}
