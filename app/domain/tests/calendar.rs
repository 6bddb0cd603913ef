//! Counting by calendars: against a naive counter, forward and backward, with calendars that are
//! published late; and the clocks of a participant, from what is on record.

#![cfg(feature = "procedures")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::BTreeSet;
use std::num::NonZeroU32;
use std::sync::Arc;

use domain::act::{
    Act, ClockExtended, ClockStarted, Outcome, SittingCalendarPublished, StepBegun, StepConcluded,
};
use domain::calendar::{
    Calendars, Clock, ClockState, Elapsed, End, Gap, Measure, MeasureError, NotPublished, Reckoned,
    Sits, SittingCalendar, StartedBy, Term, clocks, started_by,
};
use domain::day::{Day, DayError};
use domain::legal_date::LegalDate;
use domain::procedure::{
    Followed, Library, PeriodUnit, Procedure, Refusal, StartDay, check_act, library,
};
use domain::register::RecordedAt;
use domain::snapshot::Fact;
use domain::statement::Statement;
use proptest::prelude::*;
use support::{code, day, key, of};

/// The first day of the made-up calendars.
fn origin() -> Day {
    day("2026-01-01")
}

fn after(days: u32) -> Day {
    origin().plus_days(days).unwrap()
}

fn published(chamber: &str, from: Day, until: Day, days: &[Day]) -> SittingCalendarPublished {
    SittingCalendarPublished {
        chamber: key(chamber),
        from,
        until,
        sitting_days: days.iter().copied().collect(),
    }
}

fn term(units: u32, measure: Measure) -> Term {
    Term {
        units,
        measure,
        start_day: StartDay::NotCounted,
    }
}

fn of_one() -> Measure {
    Measure::SittingDays(key("one"))
}

fn of_both() -> Measure {
    Measure::JointSittingDays {
        lower: key("one"),
        upper: key("two"),
    }
}

// What a calendar knows.

#[test]
fn of_a_day_in_no_run_a_calendar_knows_nothing() {
    let mut calendar = SittingCalendar::default();
    calendar.publish(&published("one", after(5), after(9), &[after(5), after(7)]));
    assert_eq!(calendar.on(after(4)), Sits::NotPublished);
    assert_eq!(calendar.on(after(5)), Sits::Yes);
    assert_eq!(calendar.on(after(6)), Sits::No);
    assert_eq!(calendar.on(after(9)), Sits::No);
    assert_eq!(calendar.on(after(10)), Sits::NotPublished);
    assert_eq!(calendar.published_before(after(5)), None);
    assert_eq!(calendar.published_before(after(8)), Some(after(7)));
    assert_eq!(calendar.published_before(after(30)), Some(after(9)));
}

#[test]
fn runs_that_touch_or_overlap_are_one_and_others_are_not() {
    let mut calendar = SittingCalendar::default();
    for (from, until) in [(10, 12), (20, 22), (13, 14), (30, 31), (21, 25)] {
        calendar.publish(&published("one", after(from), after(until), &[]));
    }
    let runs: Vec<(Day, Day)> = calendar.runs().collect();
    let expected = [(10, 14), (20, 25), (30, 31)].map(|(from, until)| (after(from), after(until)));
    assert_eq!(runs, expected);
    calendar.publish(&published("one", after(14), after(30), &[]));
    assert_eq!(
        calendar.runs().collect::<Vec<_>>(),
        [(after(10), after(31))]
    );
}

#[test]
fn the_later_word_replaces_the_earlier_one_for_the_days_of_which_it_speaks() {
    let mut calendar = SittingCalendar::default();
    calendar.publish(&published(
        "one",
        after(0),
        after(9),
        &[after(1), after(5), after(9)],
    ));
    calendar.publish(&published("one", after(4), after(6), &[after(6)]));
    let days: Vec<Day> = calendar.sitting_days().collect();
    assert_eq!(days, [after(1), after(6), after(9)]);
}

#[test]
fn a_calendar_that_is_not_well_formed_adds_nothing_it_should_not() {
    let mut calendar = SittingCalendar::default();
    calendar.publish(&published("one", after(9), after(5), &[after(7)]));
    assert_eq!(calendar, SittingCalendar::default());
    calendar.publish(&published(
        "one",
        after(5),
        after(6),
        &[after(4), after(6), after(7)],
    ));
    assert_eq!(calendar.sitting_days().collect::<Vec<_>>(), [after(6)]);
}

// What counts.

#[test]
fn a_day_on_which_one_house_does_not_sit_needs_no_calendar_of_the_other() {
    let mut calendars = Calendars::default();
    calendars.publish(&published("one", after(1), after(9), &[after(3), after(4)]));
    calendars.publish(&published(
        "two",
        after(3),
        after(9),
        &[after(3), after(4), after(5)],
    ));
    let two = term(2, of_both()).last_day(after(0), &calendars);
    assert_eq!(two, Ok(Reckoned::On(after(4))));
}

#[test]
fn the_chamber_whose_calendar_gives_out_first_is_named() {
    let mut calendars = Calendars::default();
    calendars.publish(&published(
        "one",
        after(1),
        after(9),
        &[after(2), after(4), after(6)],
    ));
    calendars.publish(&published("two", after(1), after(4), &[after(2), after(4)]));
    assert_eq!(
        term(4, of_both()).last_day(after(0), &calendars),
        Ok(Reckoned::NotComputableYet {
            at_best: after(10),
            gap: Gap {
                chamber: key("two"),
                published_until: Some(after(5).previous().unwrap()),
                counted: 2,
            },
        })
    );
    assert_eq!(
        term(1, of_one()).last_day(after(0), &Calendars::default()),
        Ok(Reckoned::NotComputableYet {
            at_best: after(1),
            gap: Gap {
                chamber: key("one"),
                published_until: None,
                counted: 0,
            },
        })
    );
}

#[test]
fn a_term_that_leaves_the_range_of_days_is_refused() {
    for measure in [
        Measure::Days,
        Measure::Weeks,
        Measure::Months,
        Measure::DaysExceptSundays,
        of_one(),
    ] {
        let last_day = term(3, measure).last_day(Day::LAST, &Calendars::default());
        assert_eq!(last_day, Err(DayError::OutOfRange(Day::LAST)));
    }
    let weeks = term(u32::MAX, Measure::Weeks).last_day(origin(), &Calendars::default());
    assert_eq!(weeks, Err(DayError::OutOfRange(origin())));
}

#[test]
fn a_term_whose_first_day_is_that_of_the_event_ends_a_day_earlier() {
    let counted = Term {
        start_day: StartDay::Counted,
        ..term(30, Measure::Days)
    };
    let none = Calendars::default();
    assert_eq!(
        counted.last_day(after(1), &none),
        Ok(Reckoned::On(after(30)))
    );
    assert_eq!(
        counted.last_day(Day::FIRST, &none),
        Err(DayError::OutOfRange(Day::FIRST))
    );
    assert_eq!(
        counted.starts(after(30), &none),
        Ok(Some(after(1)..=after(1)))
    );
}

#[test]
fn a_unit_takes_the_calendars_of_the_chambers_that_the_file_names() {
    let measure = |iso2: &str, stage: &str, unit| {
        let procedure = procedure(iso2);
        let stages = procedure.routes.iter().flat_map(|route| &route.stages);
        let stage = stages.into_iter().find(|one| one.key == key(stage));
        Measure::of(unit, stage.unwrap(), procedure)
    };
    let joint = |lower: &str, upper: &str| {
        Ok(Measure::JointSittingDays {
            lower: key(lower),
            upper: key(upper),
        })
    };
    assert_eq!(
        measure("GB", "laying", PeriodUnit::SittingDaysBothHouses),
        joint("commons", "lords")
    );
    assert_eq!(
        measure("AU", "tabling", PeriodUnit::JointSittingDays),
        joint("house", "senate")
    );
    assert_eq!(
        measure("CA", "tabling", PeriodUnit::SittingDays),
        Ok(Measure::SittingDays(key("commons")))
    );
    assert_eq!(
        measure("JP", "hoc_vote", PeriodUnit::CalendarDaysExcludingRecess),
        Ok(Measure::DaysOutsideRecess(key("hoc")))
    );
    // A parliament of one chamber needs no chamber at the stage.
    assert_eq!(
        measure("EE", "promulgation", PeriodUnit::SittingDays),
        Ok(Measure::SittingDays(key("riigikogu")))
    );
    assert_eq!(
        measure("AU", "tabling", PeriodUnit::SittingDays),
        Err(MeasureError::NoChamber)
    );
    assert_eq!(
        measure("EE", "promulgation", PeriodUnit::JointSittingDays),
        Err(MeasureError::NotTwoHouses)
    );
    let chambers = measure("GB", "laying", PeriodUnit::SittingDaysBothHouses).unwrap();
    assert_eq!(chambers.chambers(), [&key("commons"), &key("lords")]);
    assert_eq!(Measure::Months.chambers(), Vec::<&domain::name::Key>::new());
}

// Backward.

#[test]
fn in_months_several_days_of_the_event_can_lead_to_one_end_or_none() {
    let none = Calendars::default();
    let starts = |units, last| {
        term(units, Measure::Months)
            .starts(day(last), &none)
            .unwrap()
    };
    let span = |from: &str, to: &str| Some(day(from)..=day(to));
    assert_eq!(starts(1, "2026-02-28"), span("2026-01-28", "2026-01-31"));
    assert_eq!(starts(1, "2028-02-29"), span("2028-01-29", "2028-01-31"));
    assert_eq!(starts(1, "2026-03-31"), None);
    assert_eq!(starts(3, "2027-02-28"), span("2026-11-28", "2026-11-30"));
    assert_eq!(starts(14, "2026-01-15"), span("2024-11-15", "2024-11-15"));
}

#[test]
fn no_term_ends_on_a_day_that_does_not_count() {
    let none = Calendars::default();
    let sunday = day("1926-07-04");
    let term = term(10, Measure::DaysExceptSundays);
    assert_eq!(term.starts(sunday, &none), Ok(None));
    // From the Saturday on which a bill was presented and from the Sunday after it the ten days are the same.
    assert_eq!(
        term.starts(day("1926-07-08"), &none),
        Ok(Some(day("1926-06-26")..=day("1926-06-27")))
    );
}

#[test]
fn backward_too_what_is_not_published_is_said() {
    let mut calendars = Calendars::default();
    calendars.publish(&published(
        "one",
        after(4),
        after(9),
        &[after(4), after(6), after(8)],
    ));
    let starts = |units| term(units, of_one()).starts(after(8), &calendars);
    assert_eq!(starts(2), Ok(Some(after(4)..=after(5))));
    let not_published = NotPublished {
        chamber: key("one"),
        day: after(3),
    };
    assert_eq!(starts(3), Err(not_published.clone()));
    assert_eq!(starts(4), Err(not_published));
    assert_eq!(term(1, of_one()).starts(after(7), &calendars), Ok(None));
    assert_eq!(
        term(0, of_one()).starts(after(7), &calendars),
        Ok(Some(after(7)..=after(7)))
    );
}

// What a page says of a day.

#[test]
fn how_far_a_term_is_counts_today() {
    let mut calendars = Calendars::default();
    calendars.publish(&published(
        "one",
        after(0),
        after(9),
        &[after(1), after(3), after(6)],
    ));
    let three = term(3, of_one());
    let elapsed = |today| three.elapsed(after(0), after(today), &calendars).unwrap();
    let of_three = |counted| Some(Elapsed { counted, of: 3 });
    assert_eq!(elapsed(0), of_three(0));
    assert_eq!(elapsed(1), of_three(1));
    assert_eq!(elapsed(2), of_three(1));
    assert_eq!(elapsed(3), of_three(2));
    assert_eq!(elapsed(9), of_three(3));
    // All of it has passed: what comes after is not asked for.
    assert_eq!(elapsed(40), of_three(3));
    let five = term(5, of_one());
    assert_eq!(five.elapsed(after(0), after(10), &calendars), Ok(None));
    let month = term(1, Measure::Months).elapsed(day("2026-01-31"), day("2026-02-10"), &calendars);
    let days = Elapsed {
        counted: 10,
        of: 28,
    };
    assert_eq!(month, Ok(Some(days)));
    let weeks = term(6, Measure::Weeks).elapsed(after(0), after(50), &calendars);
    let days = Elapsed {
        counted: 42,
        of: 42,
    };
    assert_eq!(weeks, Ok(Some(days)));
}

// Properties.

/// Made-up calendars of two chambers: for each of 120 days whether they sit.
fn sitting() -> impl Strategy<Value = Vec<(bool, bool)>> {
    proptest::collection::vec((any::<bool>(), any::<bool>()), 120)
}

/// The calendars, published to a number of days.
fn published_to(sitting: &[(bool, bool)], days: usize) -> Calendars {
    let mut calendars = Calendars::default();
    let Some(until) = days
        .checked_sub(1)
        .and_then(|last| u32::try_from(last).ok())
    else {
        return calendars;
    };
    let days_of = |which: fn(&(bool, bool)) -> bool| -> Vec<Day> {
        (0..)
            .zip(&sitting[..days])
            .filter(|(_, sits)| which(sits))
            .map(|(n, _)| after(n))
            .collect()
    };
    calendars.publish(&published(
        "one",
        origin(),
        after(until),
        &days_of(|sits| sits.0),
    ));
    calendars.publish(&published(
        "two",
        origin(),
        after(until),
        &days_of(|sits| sits.1),
    ));
    calendars
}

fn measures() -> impl Strategy<Value = Measure> {
    prop_oneof![
        Just(Measure::Days),
        Just(Measure::Weeks),
        Just(Measure::Months),
        Just(Measure::DaysExceptSundays),
        Just(of_one()),
        Just(of_both()),
        Just(Measure::DaysOutsideRecess(key("one"))),
    ]
}

/// Those that are made of days of the same kind.
fn counts_naively(measure: &Measure, n: u32, sitting: &[(bool, bool)]) -> bool {
    let (one, two) = sitting[usize::try_from(n).unwrap()];
    match measure {
        Measure::Days => true,
        // 1 January 2026 was a Thursday.
        Measure::DaysExceptSundays => n % 7 != 3,
        Measure::SittingDays(_) | Measure::DaysOutsideRecess(_) => one,
        Measure::JointSittingDays { .. } => one && two,
        Measure::Weeks | Measure::Months => unreachable!("not counted day by day"),
    }
}

proptest! {
    #[test]
    fn a_day_by_day_counter_says_the_same(
        sitting in sitting(), measure in measures(), start in 0_u32..60, units in 1_u32..20,
    ) {
        prop_assume!(!matches!(measure, Measure::Weeks | Measure::Months));
        let calendars = published_to(&sitting, 120);
        let naive = (start + 1..120)
            .filter(|n| counts_naively(&measure, *n, &sitting))
            .nth(usize::try_from(units - 1).unwrap());
        let reckoned = term(units, measure).last_day(after(start), &calendars).unwrap();
        prop_assert_eq!(reckoned.known().copied(), naive.map(after));
    }

    #[test]
    fn forward_and_backward_agree(
        sitting in sitting(), measure in measures(), start in 1_u32..60, units in 1_u32..9,
        counted in any::<bool>(),
    ) {
        let calendars = published_to(&sitting, 120);
        let start_day = if counted { StartDay::Counted } else { StartDay::NotCounted };
        let term = Term { units, measure, start_day };
        let reckoned = term.last_day(after(start), &calendars).unwrap();
        if let Reckoned::On(last) = reckoned
            && let Ok(starts) = term.starts(last, &calendars)
        {
            let starts = starts.unwrap();
            prop_assert!(starts.contains(&after(start)));
            // All of them lead there, and the days next to them do not.
            let (first, final_one) = starts.clone().into_inner();
            let mut one = first;
            while one <= final_one {
                prop_assert_eq!(&term.last_day(one, &calendars), &Ok(Reckoned::On(last)));
                one = one.plus_days(1).unwrap();
            }
            for outside in [first.previous(), final_one.plus_days(1).ok()].into_iter().flatten() {
                prop_assert_ne!(&term.last_day(outside, &calendars), &Ok(Reckoned::On(last)));
            }
        }
    }

    #[test]
    fn a_later_start_or_a_longer_term_never_ends_earlier(
        sitting in sitting(), measure in measures(), start in 0_u32..40, units in 1_u32..9,
        to in 0_usize..120,
    ) {
        let calendars = published_to(&sitting, to);
        let last = |units, start: u32| {
            let term = term(units, measure.clone());
            *term.last_day(after(start), &calendars).unwrap().at_best()
        };
        prop_assert!(last(units, start) <= last(units, start + 1));
        prop_assert!(last(units, start) < last(units + 1, start));
        prop_assert!(after(start) < last(units, start));
        let extended = term(units, measure.clone()).extended_by(1);
        prop_assert_eq!(
            extended.last_day(after(start), &calendars),
            term(units + 1, measure.clone()).last_day(after(start), &calendars)
        );
    }

    #[test]
    fn a_calendar_published_further_never_contradicts_what_was_said_before(
        sitting in sitting(), measure in measures(), start in 0_u32..40, units in 1_u32..9,
        early in 0_usize..120, late in 0_usize..120,
    ) {
        let (early, late) = (early.min(late), early.max(late));
        let term = term(units, measure);
        let before = term.last_day(after(start), &published_to(&sitting, early)).unwrap();
        let since = term.last_day(after(start), &published_to(&sitting, late)).unwrap();
        match before {
            Reckoned::On(day) => prop_assert_eq!(since, Reckoned::On(day)),
            Reckoned::NotComputableYet { at_best, gap } => {
                prop_assert!(at_best <= *since.at_best());
                prop_assert!(gap.counted < units);
                let last = early.checked_sub(1).map(|last| after(u32::try_from(last).unwrap()));
                prop_assert_eq!(gap.published_until, last);
            }
        }
    }

    #[test]
    fn what_has_passed_grows_to_the_whole_on_the_last_day(
        sitting in sitting(), measure in measures(), start in 0_u32..40, units in 1_u32..9,
    ) {
        let calendars = published_to(&sitting, 120);
        let term = term(units, measure);
        if let Reckoned::On(last) = term.last_day(after(start), &calendars).unwrap() {
            let mut passed = Elapsed { counted: 0, of: 0 };
            let mut today = after(start);
            while today < last {
                let elapsed = term.elapsed(after(start), today, &calendars).unwrap().unwrap();
                prop_assert!(passed.counted <= elapsed.counted && elapsed.counted < elapsed.of);
                passed = elapsed;
                today = today.plus_days(1).unwrap();
            }
            let whole = term.elapsed(after(start), last, &calendars).unwrap().unwrap();
            prop_assert_eq!(whole.counted, whole.of);
        }
    }

    #[test]
    fn the_order_in_which_parts_of_a_calendar_are_published_does_not_matter(
        sitting in sitting(), cuts in proptest::collection::btree_set(1_u32..119, 0..5),
        by_rotation in 0_usize..6,
    ) {
        let mut ends: Vec<u32> = cuts.into_iter().collect();
        ends.push(119);
        let mut from = 0;
        let mut parts = Vec::new();
        for until in ends {
            let days: Vec<Day> = (from..=until)
                .filter(|n| sitting[usize::try_from(*n).unwrap()].0)
                .map(after)
                .collect();
            parts.push(published("one", after(from), after(until), &days));
            from = until + 1;
        }
        let mut in_order = SittingCalendar::default();
        for part in &parts {
        in_order.publish(part);
}
        let rotation = by_rotation % parts.len();
        parts.rotate_left(rotation);
        let mut rotated = SittingCalendar::default();
        for part in &parts {
        rotated.publish(part);
}
        prop_assert_eq!(in_order.runs().collect::<Vec<_>>(), vec![(origin(), after(119))]);
        prop_assert_eq!(in_order, rotated);
    }
}

// The clocks of a participant.

fn procedure(iso2: &str) -> &'static Procedure {
    let filed = library::all().find(|filed| filed.procedure.iso2 == iso2);
    &filed.unwrap().procedure
}

/// Facts of a participant.
struct Record {
    who: &'static str,
    facts: Vec<Fact>,
}

impl Record {
    fn of(who: &'static str) -> Self {
        Self {
            who,
            facts: Vec::new(),
        }
    }

    fn statement(&self, when: LegalDate, stage: Option<&str>, act: Act) -> Statement {
        let mut statement = of(code(self.who), origin(), act);
        statement.date = when;
        statement.stage = stage.map(key);
        statement
    }

    fn dated(mut self, when: LegalDate, stage: Option<&str>, act: Act) -> Self {
        let statement = self.statement(when, stage, act);
        self.facts.push(Fact {
            index: u64::try_from(self.facts.len()).unwrap(),
            recorded_at: RecordedAt::from_unix_micros(1_767_690_000_000_000).unwrap(),
            offices: Arc::default(),
            hash: statement.hash().unwrap(),
            statement: Arc::new(statement),
            receipts: Vec::new(),
            superseded_at: None,
        });
        self
    }

    fn at(self, when: &str, stage: &str, act: Act) -> Self {
        self.dated(LegalDate::on(day(when)), Some(stage), act)
    }

    fn calendar(self, when: &str, published: SittingCalendarPublished) -> Self {
        let act = Act::SittingCalendarPublished(published);
        self.dated(LegalDate::on(day(when)), None, act)
    }

    fn followed(&self) -> Followed {
        Library::new()
            .followed(code(self.who), &self.facts)
            .unwrap()
    }

    fn check(&self, when: &str, stage: Option<&str>, act: Act) -> Result<(), Refusal> {
        let statement = self.statement(LegalDate::on(day(when)), stage, act);
        check_act(&self.followed(), &self.facts, &statement)
    }

    /// Runs a check on the clocks of a day.
    fn on<T>(&self, today: &str, of: impl FnOnce(&[Clock<'_>]) -> T) -> T {
        of(&clocks(&self.followed(), &self.facts, day(today)).unwrap())
    }

    /// The state of the only clock.
    fn state(&self, today: &str) -> ClockState {
        self.on(today, |clocks| {
            let [clock] = clocks else {
                panic!("{clocks:?}");
            };
            clock.state.clone()
        })
    }
}

fn begun() -> Act {
    Act::StepBegun(StepBegun { note: None })
}

fn started(period: u32) -> Act {
    Act::ClockStarted(ClockStarted { period, note: None })
}

fn extended(period: u32, by: u32) -> Act {
    Act::ClockExtended(ClockExtended {
        period,
        by: NonZeroU32::new(by).unwrap(),
        note: None,
    })
}

fn waited(last_day: &str, free_from: &str) -> End {
    End::MinimumWait {
        last_day: day(last_day),
        free_from: day(free_from),
    }
}

/// Illustrative: both Houses sit on every day from a Thursday in January, to a day.
fn every_day(chamber: &str, until: &str) -> SittingCalendarPublished {
    let (from, until) = (day("2026-01-01"), day(until));
    let days = u32::try_from(from.days_until(until)).unwrap();
    let days: Vec<Day> = (0..=days).map(|n| from.plus_days(n).unwrap()).collect();
    published(chamber, from, until, &days)
}

/// A treaty laid on 10 January, with calendars to a day.
fn laid(until: &str) -> Record {
    Record::of("GBR")
        .calendar("2026-01-02", every_day("commons", until))
        .calendar("2026-01-02", every_day("lords", until))
        .at("2026-01-10", "laying", begun())
}

#[test]
fn a_treaty_laid_starts_period_a_by_itself() {
    let record = laid("2026-03-31");
    record.on("2026-01-09", |clocks| assert_eq!(clocks, []));
    let end = waited("2026-01-31", "2026-02-01");
    let running = |counted| ClockState::Running {
        elapsed: Elapsed { counted, of: 21 },
        end,
    };
    assert_eq!(record.state("2026-01-10"), running(0));
    assert_eq!(record.state("2026-01-19"), running(9));
    assert_eq!(record.state("2026-01-31"), running(21));
    assert_eq!(record.state("2026-02-01"), ClockState::Ended(end));
}

#[test]
fn a_calendar_that_is_published_later_makes_the_end_computable() {
    let record = laid("2026-01-20");
    let not_yet = ClockState::NotComputableYet {
        elapsed: Some(Elapsed { counted: 5, of: 21 }),
        at_best: waited("2026-01-31", "2026-02-01"),
        gap: Gap {
            chamber: key("commons"),
            published_until: Some(day("2026-01-20")),
            counted: 10,
        },
    };
    assert_eq!(record.state("2026-01-15"), not_yet);
    let (elapsed, today) = match record.state("2026-01-25") {
        ClockState::NotComputableYet { elapsed, .. } => (elapsed, "2026-01-25"),
        other => panic!("{other:?}"),
    };
    assert_eq!((elapsed, today), (None, "2026-01-25"));
    let recess = |chamber| {
        let days: Vec<Day> = (0..40)
            .map(|n| day("2026-02-01").plus_days(n).unwrap())
            .collect();
        published(chamber, day("2026-01-21"), day("2026-03-31"), &days)
    };
    let record = record
        .calendar("2026-01-18", recess("commons"))
        .calendar("2026-01-19", recess("lords"));
    // On the 15th it was not published yet, and the page of that day says so.
    assert_eq!(record.state("2026-01-15"), not_yet);
    assert_eq!(
        record.state("2026-01-25"),
        ClockState::Running {
            elapsed: Elapsed {
                counted: 10,
                of: 21
            },
            end: waited("2026-02-11", "2026-02-12"),
        }
    );
}

/// CRaG s. 21: by up to 21 further sitting days, more than once.
#[test]
fn crag_s_21_an_extended_clock_is_the_same_clock_with_more_days() {
    let record = laid("2026-04-30")
        .at("2026-01-20", "laying", extended(0, 21))
        .at("2026-02-15", "laying", extended(0, 7));
    record.on("2026-02-20", |clocks| {
        let [clock] = clocks else {
            panic!("{clocks:?}");
        };
        assert_eq!(clock.term.units, 49);
        assert_eq!(clock.start(), Some(day("2026-01-10")));
        let acts: Vec<u64> = clock.extensions.iter().map(|one| one.fact.index).collect();
        assert_eq!(acts, [3, 4]);
        assert_eq!(
            clock.state,
            ClockState::Running {
                elapsed: Elapsed {
                    counted: 41,
                    of: 49
                },
                end: waited("2026-02-28", "2026-03-01"),
            }
        );
    });
    // Before the second statement it was shorter.
    record.on("2026-02-14", |clocks| assert_eq!(clocks[0].term.units, 42));
}

/// CRaG s. 21(3): before period A expires.
#[test]
fn crag_s_21_a_clock_is_extended_while_it_runs() {
    let record = laid("2026-04-30");
    let check = |when, stage, period| record.check(when, Some(stage), extended(period, 7));
    assert_eq!(check("2026-01-31", "laying", 0), Ok(()));
    assert_eq!(check("2026-02-01", "laying", 0), Err(Refusal::RunOut(0)));
    assert_eq!(
        check("2026-01-31", "laying", 1),
        Err(Refusal::UnknownPeriod(1))
    );
    let not_laid = Record::of("GBR").at(
        "2026-01-05",
        "government_decision",
        Act::StepConcluded(StepConcluded {
            outcome: Outcome::Completed,
            note: None,
        }),
    );
    assert_eq!(
        not_laid.check("2026-01-31", Some("laying"), extended(0, 7)),
        Err(Refusal::NothingToExtend(0))
    );
    // Where the end is not known, nothing says that it is too late.
    let unknown = laid("2026-01-15");
    assert_eq!(
        unknown.check("2026-02-10", Some("laying"), extended(0, 7)),
        Ok(())
    );
}

/// CRaG s. 20(4) to (6): each ministerial statement starts another 21 sitting days.
#[test]
fn crag_s_20_6_period_b_begins_again_with_each_statement() {
    let record = laid("2026-06-30")
        .at("2026-02-01", "objection", started(0))
        .at("2026-02-10", "objection", extended(0, 5))
        .at("2026-03-10", "objection", started(0));
    record.on("2026-03-15", |clocks| {
        let [a, b] = clocks else {
            panic!("{clocks:?}");
        };
        assert_eq!(
            a.state,
            ClockState::Ended(waited("2026-01-31", "2026-02-01"))
        );
        assert_eq!(b.stage.key, key("objection"));
        assert_eq!((b.started.index, b.index), (5, 0));
        let before: Vec<u64> = b.earlier_starts.iter().map(|fact| fact.index).collect();
        assert_eq!(before, [3]);
        // What prolonged the first does not prolong the second.
        assert_eq!((b.term.units, b.extensions.len()), (21, 0));
        assert_eq!(
            b.state,
            ClockState::Running {
                elapsed: Elapsed { counted: 5, of: 21 },
                end: waited("2026-03-31", "2026-04-01"),
            }
        );
    });
}

#[test]
fn what_says_expressly_when_a_period_began_goes_before_what_implies_it() {
    let record = laid("2026-04-30").at("2026-01-12", "laying", started(0));
    assert_eq!(
        record.state("2026-03-01"),
        ClockState::Ended(waited("2026-02-02", "2026-02-03"))
    );
}

#[test]
fn only_a_tabling_is_a_start_by_itself() {
    let mut by_stage = BTreeSet::new();
    for filed in library::all() {
        for route in &filed.procedure.routes {
            for stage in &route.stages {
                for period in &stage.periods {
                    if started_by(stage, period) == StartedBy::StageBegun {
                        by_stage.insert(format!("{} {}", filed.procedure.iso2, stage.key));
                    }
                }
            }
        }
    }
    let expected = [
        "AU tabling",
        "CA tabling",
        "GB laying",
        "NL laying",
        "NZ tabling",
        "US layover",
    ];
    assert_eq!(by_stage, expected.map(str::to_owned).into());
    // A Bundesrat that began to deal with it says nothing of the day of receipt.
    let german = Record::of("DEU").at("2026-03-02", "bundesrat_second", begun());
    german.on("2026-03-10", |clocks| assert_eq!(clocks, []));
    // That the laying is over does not start it.
    let done = Act::StepConcluded(StepConcluded {
        outcome: Outcome::Completed,
        note: None,
    });
    let over = Record::of("GBR").at("2026-03-02", "laying", done);
    over.on("2026-03-10", |clocks| assert_eq!(clocks, []));
}

#[test]
fn each_period_of_a_stage_has_its_own_clock() {
    let record = Record::of("DEU")
        .at("2026-05-15", "bundesrat_second", started(0))
        .at("2026-06-19", "bundesrat_second", started(1));
    record.on("2026-06-20", |clocks| {
        let [three_weeks, two_weeks] = clocks else {
            panic!("{clocks:?}");
        };
        let deadline = |last_day| End::Deadline {
            last_day: day(last_day),
        };
        assert_eq!(three_weeks.state, ClockState::Ended(deadline("2026-06-05")));
        assert_eq!(
            two_weeks.state,
            ClockState::Running {
                elapsed: Elapsed { counted: 1, of: 14 },
                end: deadline("2026-07-03"),
            }
        );
        assert_eq!((three_weeks.index, two_weeks.index), (0, 1));
        // A deadline can be met on its last day.
        assert_eq!(
            ClockState::on(
                day("2026-07-03"),
                two_weeks.start(),
                two_weeks.period,
                &two_weeks.term,
                &Calendars::default()
            ),
            Ok(ClockState::Running {
                elapsed: Elapsed {
                    counted: 14,
                    of: 14
                },
                end: deadline("2026-07-03"),
            })
        );
    });
}

#[test]
fn a_start_that_is_not_exact_counts_from_its_latest_day_and_says_so() {
    let between = LegalDate::between(day("2026-03-01"), day("2026-03-05"));
    let record = Record::of("UKR").dated(between, Some("assent"), started(0));
    record.on("2026-03-04", |clocks| assert_eq!(clocks, []));
    record.on("2026-03-21", |clocks| {
        assert!(!clocks[0].start_is_exact());
        assert_eq!(clocks[0].start(), Some(day("2026-03-05")));
        let end = End::Deadline {
            last_day: day("2026-03-20"),
        };
        assert_eq!(clocks[0].state, ClockState::Ended(end));
    });
    let record = Record::of("UKR").dated(LegalDate::unknown(), Some("assent"), started(0));
    assert_eq!(record.state("2026-03-21"), ClockState::StartNotKnown);
    let exact = Record::of("UKR").at("2026-03-05", "assent", started(0));
    exact.on("2026-03-06", |clocks| assert!(clocks[0].start_is_exact()));
}

/// Latvia, Constitution art. 69: on the tenth day the wait is over.
#[test]
fn a_wait_that_opens_on_its_last_day_is_over_on_it() {
    let record = Record::of("LVA").at("2026-06-04", "promulgation", started(0));
    let end = waited("2026-06-14", "2026-06-14");
    assert!(matches!(
        record.state("2026-06-13"),
        ClockState::Running { .. }
    ));
    assert_eq!(record.state("2026-06-14"), ClockState::Ended(end));
}

#[test]
fn the_end_of_a_period_says_from_when_it_no_longer_runs() {
    let last_day = day("2026-06-14");
    let next = day("2026-06-15");
    let deemed = End::DeemedConsent {
        last_day,
        deemed_on: next,
    };
    for (end, over_from) in [
        (waited("2026-06-14", "2026-06-14"), last_day),
        (waited("2026-06-14", "2026-06-15"), next),
        (deemed, next),
        (End::Deadline { last_day }, next),
        (End::Window { last_day }, next),
        (End::Target { last_day }, next),
    ] {
        assert_eq!(end.over_from(), Ok(over_from), "{end:?}");
        assert_eq!(end.last_day(), last_day);
    }
}

#[test]
fn a_calendar_that_does_not_hold_together_is_refused() {
    let record = Record::of("GBR");
    let check =
        |published| record.check("2026-01-02", None, Act::SittingCalendarPublished(published));
    let (from, until) = (day("2026-01-05"), day("2026-01-09"));
    assert_eq!(
        check(published("commons", from, until, &[from, until])),
        Ok(())
    );
    assert_eq!(check(published("commons", from, from, &[])), Ok(()));
    assert_eq!(
        check(published("diet", from, until, &[])),
        Err(Refusal::UnknownChamber(key("diet")))
    );
    assert_eq!(
        check(published("commons", until, from, &[])),
        Err(Refusal::EndsBeforeItBegins(from))
    );
    for outside in [day("2026-01-04"), day("2026-01-10")] {
        assert_eq!(
            check(published("commons", from, until, &[outside])),
            Err(Refusal::OutsideCalendar(outside))
        );
    }
}

#[test]
fn a_file_in_which_it_is_not_clear_whose_days_count_is_refused() {
    let (_, bytes) = library::files()
        .find(|(name, _)| *name == "AU.json")
        .unwrap();
    let text = std::str::from_utf8(bytes).unwrap();
    let refused = |from: &str, to: &str| {
        assert!(text.contains(from));
        let error = Procedure::read(text.replace(from, to).as_bytes()).unwrap_err();
        error.to_string()
    };
    assert!(
        refused("joint_sitting_days", "sitting_days").contains("need the chamber of the stage"),
    );
    assert!(
        refused("\"role\": \"upper\"", "\"role\": \"lower\"").contains("one lower and one upper"),
    );
    let opens = "\"kind\": \"target\", \"opens\": \"on_last_day\"";
    assert!(refused("\"kind\": \"target\"", opens).contains("only a minimum wait"));
}

#[test]
fn the_clock_of_a_term_that_leaves_the_range_of_days_is_an_error() {
    let record = Record::of("UKR").at("2026-03-05", "assent", started(0)).at(
        "2026-03-06",
        "assent",
        extended(0, u32::MAX),
    );
    assert!(clocks(&record.followed(), &record.facts, day("2026-03-07")).is_err());
}

#[test]
fn what_is_known_of_a_term_is_what_was_reckoned() {
    let mapped = Reckoned::On(origin()).map(Day::year);
    assert_eq!(mapped.known(), Some(&2026));
}
