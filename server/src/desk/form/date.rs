//! Dates as people type them.

use app::desk::{DateTyped, Wrong};
use domain::day::Day;
use domain::legal_date::{Calendar, FirstOfMonth, LegalDate, Precision};

use super::ask::{put, typed as text};
use crate::proposal::Fields;

/// What was typed into a date.
pub fn of(fields: &Fields, name: &str) -> DateTyped {
    let part = |part: &str| text(fields, &format!("{name}-{part}"));
    DateTyped {
        known: part("known"),
        day: part("day"),
        month: part("month"),
        year: part("year"),
        until_day: part("until-day"),
        until_month: part("until-month"),
        until_year: part("until-year"),
    }
}

/// How a date would have been typed.
pub fn typed(fields: &mut Fields, name: &str, date: &LegalDate) {
    let mut put_day = |prefix: &str, day: Day| {
        put(
            fields,
            &format!("{name}-{prefix}day"),
            day.day_of_month().to_string(),
        );
        put(
            fields,
            &format!("{name}-{prefix}month"),
            day.month().to_string(),
        );
        put(
            fields,
            &format!("{name}-{prefix}year"),
            day.year().to_string(),
        );
    };
    let known = match date.precision {
        Precision::Day(day) => {
            put_day("", day);
            "on"
        }
        Precision::NotLaterThan(day) => {
            put_day("", day);
            "by"
        }
        Precision::Unknown(_) => "unknown",
        Precision::Month(_) | Precision::Year(_) | Precision::Between(_) => {
            if let (Some(from), Some(to)) = (date.earliest(), date.latest()) {
                put_day("", from);
                put_day("until-", to);
            }
            match date.precision {
                Precision::Month(_) => "month",
                _ => "between",
            }
        }
    };
    put(fields, &format!("{name}-known"), known);
}

/// What is wrong with a date, and in which of its fields.
pub type DateError = (&'static str, Wrong);

/// The day that was typed, into three fields or as a whole into the first.
///
/// # Errors
/// Which field, and what is wrong with it.
pub fn day(day: &str, month: &str, year: &str) -> Result<Day, DateError> {
    let (day, month, year) = (day.trim(), month.trim(), year.trim());
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Err(("day", Wrong::Missing));
    }
    if month.is_empty() && year.is_empty() {
        return whole(day).ok_or(("day", Wrong::DateIncomplete));
    }
    for (part, value) in [("day", day), ("month", month), ("year", year)] {
        if value.is_empty() {
            return Err((part, Wrong::DateIncomplete));
        }
    }
    let number = |part, text: &str| text.parse::<u32>().map_err(|_| (part, Wrong::NotADay));
    let (day, year) = (number("day", day)?, number("year", year)?);
    let month = self::month(month).ok_or(("month", Wrong::NotADay))?;
    let year = i32::try_from(year).map_err(|_| ("year", Wrong::NotADay))?;
    Day::new(year, month, day).ok_or(("day", Wrong::NotADay))
}

/// A day in one field, and nothing else: `2026-11-24`, `24 November 2026`, `Tue 24 Nov 2026`.
pub fn in_one(text: &str) -> Option<Day> {
    const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let text = text.trim();
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let first = first.to_lowercase();
    let is_weekday = WEEKDAYS.iter().any(|weekday| first.starts_with(weekday));
    whole(if is_weekday { rest } else { text })
}

/// A whole date in one field: `2026-11-24`, `24.11.2026`, `24/11/2026`, `24 November 2026`.
fn whole(text: &str) -> Option<Day> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = text
        .split(['.', '/', '-', ' ', '\u{a0}'])
        .filter(|part| !part.is_empty())
        .collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    Day::new(year.parse().ok()?, self::month(month)?, day.parse().ok()?)
}

/// A month by its number or its English name.
fn month(text: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if let Ok(number) = text.parse() {
        return (1..=12).contains(&number).then_some(number);
    }
    let name = text.trim_end_matches('.').to_ascii_lowercase();
    let at = (1_u32..)
        .zip(NAMES)
        .find(|(_, known)| name.len() >= 3 && known.starts_with(&name));
    at.map(|(number, _)| number)
}

/// The date that was typed, with what is known of it, in the calendar of the depositary's seat.
///
/// # Errors
/// Which field, and what is wrong with it.
pub fn date(typed: &DateTyped) -> Result<LegalDate, DateError> {
    let first = || day(&typed.day, &typed.month, &typed.year);
    match typed.known.as_str() {
        "" | "on" => first().map(LegalDate::on),
        "by" => first().map(LegalDate::not_later_than),
        "unknown" => Ok(LegalDate::unknown()),
        "between" => {
            let from = first()?;
            let until = day(&typed.until_day, &typed.until_month, &typed.until_year).map_err(
                |(part, wrong)| match part {
                    "month" => ("until-month", wrong),
                    "year" => ("until-year", wrong),
                    _ => ("until", wrong),
                },
            )?;
            if until < from {
                return Err(("until", Wrong::SpanBackwards));
            }
            Ok(LegalDate::between(from, until))
        }
        "month" => {
            // The day does not count: any of the month will do.
            let day = if typed.day.trim().is_empty() {
                "1"
            } else {
                &typed.day
            };
            let first = self::day(day, &typed.month, &typed.year)?.first_of_month();
            FirstOfMonth::try_from(first)
                .map(|month| LegalDate {
                    precision: Precision::Month(month),
                    calendar: Calendar::Seat,
                })
                .map_err(|_| ("day", Wrong::NotADay))
        }
        _ => Err(("known", Wrong::NotOffered)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let expected = "2026-11-24".parse().unwrap();
        for (first, month, year) in [
            ("24", "11", "2026"),
            (" 24 ", "nov", "2026"),
            ("24", "November", "2026"),
            ("2026-11-24", "", ""),
            ("24.11.2026", "", ""),
            ("24/11/2026", "", ""),
            ("24 November 2026", "", ""),
        ] {
            assert_eq!(
                day(first, month, year),
                Ok(expected),
                "{first} {month} {year}"
            );
        }
        for (first, month, year, at) in [
            ("", "", "", "day"),
            ("24", "", "2026", "month"),
            ("24", "13", "2026", "month"),
            ("30", "2", "2026", "day"),
            ("24", "11", "26", "day"),
            ("24", "", "", "day"),
            ("x", "11", "2026", "day"),
        ] {
            assert_eq!(
                day(first, month, year).unwrap_err().0,
                at,
                "{first} {month} {year}"
            );
        }
    }

    #[test]
    fn a_date_is_typed_as_it_is_read() {
        let days: (Day, Day) = ("2026-11-01".parse().unwrap(), "2026-11-30".parse().unwrap());
        let month = LegalDate {
            precision: Precision::Month(FirstOfMonth::try_from(days.0).unwrap()),
            calendar: Calendar::Seat,
        };
        for legal in [
            LegalDate::on(days.0),
            LegalDate::not_later_than(days.1),
            LegalDate::between(days.0, days.1),
            LegalDate::unknown(),
            month,
        ] {
            let mut fields = Fields::default();
            typed(&mut fields, "date", &legal);
            assert_eq!(date(&of(&fields, "date")), Ok(legal));
        }
    }
}
