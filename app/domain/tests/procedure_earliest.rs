//! The earliest day of a consent by the minimum periods of each procedure. The days are illustrative.

#![cfg(feature = "procedures")]
#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use domain::act::{Act, Outcome, SittingCalendarPublished};
use domain::day::Day;
use domain::procedure::earliest::{Floor, Known, Silence, floor};
use domain::status::InternationalStatus;
use support::course::{Course, begun, departure};
use support::{day, key};

/// The floor at the end of the day of the last fact, or of 1 January 2026.
fn of(facts: &Course) -> Option<Floor> {
    on(facts, today(facts))
}

fn today(facts: &Course) -> Day {
    let last = facts.facts.iter().filter_map(|fact| fact.date().latest());
    last.max().unwrap_or(day("2026-01-01"))
}

fn on(facts: &Course, today: Day) -> Option<Floor> {
    told(
        facts,
        today,
        InternationalStatus::None,
        Silence::NothingHappened,
    )
}

fn told(
    facts: &Course,
    today: Day,
    international: InternationalStatus,
    silence: Silence,
) -> Option<Floor> {
    let followed = facts.followed();
    let progress =
        domain::procedure::progress::progress(&followed, &facts.facts, international, today);
    floor(&progress, &facts.facts, silence).unwrap()
}

fn plus(day: Day, days: u32) -> Day {
    day.plus_days(days).unwrap()
}

// CRaG 2010, s. 20(1)-(2), (9).
#[test]
fn twenty_one_sitting_days_that_run_are_waited_for() {
    let mut facts = Course::of("GBR");
    facts
        .sits_daily("commons")
        .sits_daily("lords")
        .done("government_decision")
        .at("laying", begun());
    let laid = today(&facts);
    let found = of(&facts).unwrap();
    assert_eq!(found.not_before, plus(laid, 22));
    assert_eq!(found.waits.len(), 1);
    assert_eq!(found.waits[0].stage, key("laying"));
    assert_eq!(found.waits[0].known, Known::Running);
    // On the last of them nothing has to be waited for after the next day.
    assert_eq!(
        on(&facts, plus(laid, 20)).unwrap().not_before,
        plus(laid, 22)
    );
    assert_eq!(on(&facts, plus(laid, 21)), None);
}

#[test]
fn without_a_calendar_each_day_counts_so_that_the_day_is_a_lower_bound() {
    let mut facts = Course::of("GBR");
    facts.done("government_decision").at("laying", begun());
    let laid = today(&facts);
    let found = of(&facts).unwrap();
    assert_eq!(found.not_before, plus(laid, 22));
    assert_eq!(found.waits[0].known, Known::RunningAtBest);
}

#[test]
fn what_has_not_begun_is_counted_from_the_next_day() {
    let mut facts = Course::of("GBR");
    facts.done("government_decision");
    let next = plus(today(&facts), 1);
    let found = of(&facts).unwrap();
    assert_eq!(found.not_before, plus(next, 22));
    assert_eq!(found.waits[0].known, Known::From(next));
    // By a calendar with a recess it takes longer: neither House sits in the first 20 days.
    for chamber in ["commons", "lords"] {
        let from = today(&facts);
        facts.whole(Act::SittingCalendarPublished(SittingCalendarPublished {
            chamber: key(chamber),
            from,
            until: plus(from, 200),
            sitting_days: (20..=200).map(|n| plus(from, n)).collect(),
        }));
    }
    let found = of(&facts).unwrap();
    assert!(found.not_before > plus(next, 22 + 15), "{found:?}");
}

#[test]
fn of_a_silent_procedure_a_history_counts_no_period() {
    let facts = Course::of("GBR");
    let today = today(&facts);
    assert_eq!(of(&facts).unwrap().not_before, plus(today, 23));
    let not_told = told(&facts, today, InternationalStatus::None, Silence::NotTold);
    assert_eq!(not_told, None);
}

#[test]
fn nothing_is_waited_for_where_consent_was_expressed_or_the_procedure_is_over() {
    let mut facts = Course::of("GBR");
    facts.at("laying", begun());
    let bound = told(
        &facts,
        today(&facts),
        InternationalStatus::ConsentExpressed,
        Silence::NothingHappened,
    );
    assert_eq!(bound, None);
    // CRaG 2010, s. 22: a departure passes the stage.
    facts.at("laying", departure());
    assert_eq!(of(&facts), None);
}

// Constitution of Latvia, art. 69: not earlier than the tenth day after the adoption, which is on record
// or not.
#[test]
fn a_period_begun_by_an_event_elsewhere_may_have_begun_with_what_came_before() {
    let mut facts = Course::of("LVA");
    let followed = facts.followed();
    let before: Vec<String> = followed
        .route
        .stages
        .iter()
        .take_while(|stage| stage.key != key("promulgation"))
        .filter(|stage| !stage.optional)
        .map(|stage| stage.key.to_string())
        .collect();
    let (last, rest) = before.split_last().unwrap();
    for stage in rest {
        facts.pass(&[stage.as_str()]);
    }
    // Before the adoption: from the next day at the earliest, on the tenth day of it.
    let next = plus(today(&facts), 1);
    let found = of(&facts).unwrap();
    assert_eq!(found.not_before, plus(next, 10));
    assert_eq!(found.waits[0].known, Known::From(next));
    // After it: from the day of the adoption.
    facts.pass(&[last.as_str()]);
    let adopted = today(&facts);
    assert_eq!(of(&facts).unwrap().not_before, plus(adopted, 10));
    assert_eq!(on(&facts, plus(adopted, 9)), None);
}

// A stage that takes place in some cases only is not waited for: the second vote of Luxembourg, from
// which the Council of State dispenses.
#[test]
fn what_may_not_take_place_is_not_waited_for() {
    assert_eq!(of(&Course::of("LUX")), None);
}

#[test]
fn a_procedure_that_was_stopped_has_no_earliest_day() {
    let mut facts = Course::of("CAN");
    facts.done("government_decision");
    assert!(of(&facts).is_some());
    facts.whole(Act::ProcedureConcluded(domain::act::ProcedureConcluded {
        outcome: Outcome::Failed,
        note: None,
    }));
    assert_eq!(of(&facts), None);
}
