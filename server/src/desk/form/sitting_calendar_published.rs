//! The form to record on which days a chamber sits.

use std::collections::BTreeSet;

use app::desk::{Control, Miscalendared, Offered, Wrong};
use app::say;
use domain::act::{Act, SittingCalendarPublished};
use domain::day::Day;
use domain::legal_date::LegalDate;
use domain::name::Key;
use domain::procedure::{Chamber, PeriodUnit};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask, date};
use crate::proposal::Fields;

/// A sitting calendar is published.
pub(super) struct SittingCalendarPublishedForm;

/// More days than any chamber plans ahead: three years.
const MOST_DAYS: u32 = 1_100;
/// What is typed where the chamber does not sit at all.
const NONE: &str = "none";

impl Form for SittingCalendarPublishedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let mut offered: Vec<Offered> = chambers(case)
            .iter()
            .map(|chamber| {
                let name = say!(
                    words,
                    "act-chamber-line",
                    name = chamber.name_en.as_str(),
                    official = chamber.official_name.as_str()
                );
                Offered::new(chamber.key.as_str(), name)
            })
            .collect();
        offered.insert(0, Offered::new("", say!(words, "desk-choose")));
        let days = if leaves_out_recess(case) {
            say!(words, "act-calendar-days-outside-recess")
        } else {
            say!(words, "act-calendar-days")
        };
        vec![
            ask::select(
                typed,
                "chamber",
                say!(words, "act-calendar-chamber"),
                offered,
            ),
            ask::day(typed, "from", say!(words, "act-calendar-from"), None),
            ask::day(
                typed,
                "until",
                say!(words, "act-calendar-until"),
                Some(say!(words, "act-calendar-until-hint")),
            ),
            ask::area(
                typed,
                "days",
                days,
                Some(say!(words, "act-calendar-days-hint")),
            ),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let keys: Vec<Key> = chambers(reader.case)
            .iter()
            .map(|chamber| chamber.key.clone())
            .collect();
        let chamber = reader.key_of("chamber", &keys);
        let (from, until) = (reader.day("from"), reader.day("until"));
        let span = from.zip(until);
        let typed = reader.typed("days");
        if let Some(wrong) = span.and_then(|(from, until)| wrong_span(from, until)) {
            reader.wrong("until", wrong);
            return None;
        }
        let sitting_days = match days(&typed, span) {
            Ok(days) => Some(days),
            Err(wrong) => {
                reader.wrong("days", wrong);
                None
            }
        };
        Some(Act::SittingCalendarPublished(SittingCalendarPublished {
            chamber: chamber?,
            from: from?,
            until: until?,
            sitting_days: sitting_days?,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::SittingCalendarPublished(published) = act {
            ask::put(fields, "chamber", published.chamber.as_str());
            date::typed(fields, "from", &LegalDate::on(published.from));
            date::typed(fields, "until", &LegalDate::on(published.until));
            ask::put(fields, "days", lines(&published.sitting_days));
        }
    }
}

fn chambers(case: &Case) -> &[Chamber] {
    case.followed
        .as_ref()
        .map_or(&[], |followed| &followed.procedure.chambers)
}

/// Whether the calendar is one of days outside a recess (Japan).
fn leaves_out_recess(case: &Case) -> bool {
    case.followed.as_ref().is_some_and(|followed| {
        let mut periods = followed
            .route
            .stages
            .iter()
            .flat_map(|stage| &stage.periods);
        periods.any(|period| period.unit == PeriodUnit::CalendarDaysExcludingRecess)
    })
}

fn wrong_span(from: Day, until: Day) -> Option<Miscalendared> {
    if until < from {
        Some(Miscalendared::Backwards)
    } else if from.days_until(until) >= i64::from(MOST_DAYS) {
        Some(Miscalendared::TooLong(MOST_DAYS))
    } else {
        None
    }
}

/// The days typed, one a line or with commas between them, also as runs.
///
/// # Errors
/// The first that is no day, or is not in the calendar.
fn days(typed: &str, span: Option<(Day, Day)>) -> Result<BTreeSet<Day>, Wrong> {
    let mut days = BTreeSet::new();
    if typed.is_empty() {
        return Err(Wrong::Missing);
    }
    if typed.eq_ignore_ascii_case(NONE) {
        return Ok(days);
    }
    let parts = typed
        .split(['\n', ',', ';'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    for part in parts {
        let (first, last) = run(part)?;
        for end in [first, last] {
            if span.is_some_and(|(from, until)| end < from || until < end) {
                return Err(Miscalendared::Outside(end).into());
            }
        }
        // Without a calendar to be in, a run can be of any length: its ends are enough to go on.
        let run = if span.is_some() {
            first.days_until(last)
        } else {
            0
        };
        days.extend((0..=run).filter_map(|n| first.plus_days(u32::try_from(n).ok()?).ok()));
    }
    Ok(days)
}

/// A day, or a run of days.
fn run(part: &str) -> Result<(Day, Day), Miscalendared> {
    let not_a_day = || Miscalendared::LineNotADay(part.chars().take(40).collect());
    let ends = part.split_once(" to ").or_else(|| part.split_once(".."));
    let (first, last) = ends.unwrap_or((part, part));
    let (first, last) = date::in_one(first)
        .zip(date::in_one(last))
        .ok_or_else(not_a_day)?;
    if first <= last {
        Ok((first, last))
    } else {
        Err(not_a_day())
    }
}

/// The days as they would be typed: a run for those that follow each other.
fn lines(days: &BTreeSet<Day>) -> String {
    let mut runs: Vec<(Day, Day)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if last.plus_days(1) == Ok(*day) => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    if runs.is_empty() {
        return NONE.to_owned();
    }
    let lines: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first} to {last}")
            }
        })
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn january() -> (Day, Day) {
        (day("2026-01-01"), day("2026-01-31"))
    }

    #[test]
    fn days_are_read_one_a_line_with_commas_and_in_runs() {
        let typed = "2026-01-12 to 2026-01-14\r\nMonday 19 January 2026, 20.1.2026\n\n26/01/2026..27/01/2026";
        let read = days(typed, Some(january())).unwrap();
        let expected = [12, 13, 14, 19, 20, 26, 27].map(|n| Day::new(2026, 1, n).unwrap());
        assert_eq!(read, BTreeSet::from(expected));
        assert_eq!(days(&lines(&read), Some(january())), Ok(read));
    }

    #[test]
    fn that_a_chamber_does_not_sit_is_said_expressly() {
        assert_eq!(days("None", Some(january())), Ok(BTreeSet::new()));
        assert_eq!(days("", Some(january())), Err(Wrong::Missing));
        assert_eq!(lines(&BTreeSet::new()), "none");
    }

    #[test]
    fn what_is_no_day_or_not_in_the_calendar_is_named() {
        let wrong = |typed| days(typed, Some(january())).unwrap_err();
        assert_eq!(
            wrong("2026-01-12\n30 February 2026"),
            Miscalendared::LineNotADay("30 February 2026".to_owned()).into()
        );
        assert_eq!(
            wrong("2026-01-14 to 2026-01-12"),
            Miscalendared::LineNotADay("2026-01-14 to 2026-01-12".to_owned()).into()
        );
        assert_eq!(
            wrong("2026-01-30 to 2026-02-02"),
            Miscalendared::Outside(day("2026-02-02")).into()
        );
        assert_eq!(
            wrong("2025-12-31"),
            Miscalendared::Outside(day("2025-12-31")).into()
        );
    }

    #[test]
    fn a_calendar_ends_after_it_begins_and_within_three_years() {
        let (from, until) = january();
        assert_eq!(wrong_span(from, until), None);
        assert_eq!(wrong_span(from, from), None);
        assert_eq!(wrong_span(until, from), Some(Miscalendared::Backwards));
        assert_eq!(
            wrong_span(from, from.plus_days(MOST_DAYS).unwrap()),
            Some(Miscalendared::TooLong(MOST_DAYS))
        );
        assert_eq!(
            wrong_span(from, from.plus_days(MOST_DAYS - 1).unwrap()),
            None
        );
    }
}
