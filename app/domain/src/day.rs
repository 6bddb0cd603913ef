//! A calendar day, and the only arithmetic on days the law needs.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// A calendar day in the proleptic Gregorian calendar, years 1600 to 9999.
///
/// A `Day` has no time and no zone. Whose calendar it belongs to is said by the
/// [`LegalDate`](crate::legal_date::LegalDate) that holds it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(NaiveDate);

/// Why a text is not a [`Day`], or a computation left the range of days.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// The text is not a date written `YYYY-MM-DD`, or names no real day.
    #[error("“{0}” is not a date; write it as YYYY-MM-DD, for example 2026-01-06")]
    NotADate(String),
    /// The result lies outside the years 1600 to 9999.
    #[error("the date computed from {0} lies outside the years 1600 to 9999")]
    OutOfRange(Day),
}

const FIRST_YEAR: i32 = 1600;
const LAST_YEAR: i32 = 9999;

impl Day {
    /// The first day of the range.
    pub const FIRST: Self = Self(match NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });
    /// The last day of the range.
    pub const LAST: Self = Self(match NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31) {
        Some(date) => date,
        None => NaiveDate::MAX,
    });

    /// The day with this year, month (1 to 12) and day of the month (from 1), if there is one.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::in_range)
    }

    /// The year, 1600 to 9999.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month of the year, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The day `n` calendar days later; the day itself is not counted.
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] after the year 9999.
    pub fn plus_days(self, n: u32) -> Result<Self, DayError> {
        self.0
            .checked_add_days(Days::new(u64::from(n)))
            .and_then(Self::in_range)
            .ok_or(DayError::OutOfRange(self))
    }

    /// The same day of the month `n` calendar months later, or the last day of that month
    /// where it is shorter: 31 January and one month is 28 or 29 February.
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] after the year 9999.
    pub fn plus_months(self, n: u32) -> Result<Self, DayError> {
        self.0
            .checked_add_months(Months::new(n))
            .and_then(Self::in_range)
            .ok_or(DayError::OutOfRange(self))
    }

    /// The first day of the month in which this day falls.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self(self.0.with_day(1).unwrap_or(self.0))
    }

    /// The last day of the month in which this day falls.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        let length = u32::from(self.0.num_days_in_month());
        Self(self.0.with_day(length).unwrap_or(self.0))
    }

    /// The first day of the next month, also for a day that is itself the first.
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] after the year 9999.
    pub fn first_of_next_month(self) -> Result<Self, DayError> {
        self.first_of_month().plus_months(1)
    }

    /// Whether it is a Sunday.
    pub fn is_sunday(self) -> bool {
        self.0.weekday() == Weekday::Sun
    }

    /// The day before, if it lies within the range of days.
    pub fn previous(self) -> Option<Self> {
        self.0.pred_opt().and_then(Self::in_range)
    }

    /// Whole calendar days from this day to `later`; negative if `later` is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        later.0.signed_duration_since(self.0).num_days()
    }

    fn in_range(date: NaiveDate) -> Option<Self> {
        (FIRST_YEAR..=LAST_YEAR)
            .contains(&date.year())
            .then_some(Self(date))
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let refuse = || DayError::NotADate(text.chars().take(40).collect());
        // chrono also reads "2024-3-7" and signed years: the register has one spelling only.
        let bytes = text.as_bytes();
        let shape_is_right = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| match i {
                4 | 7 => *b == b'-',
                _ => b.is_ascii_digit(),
            });
        if !shape_is_right {
            return Err(refuse());
        }
        NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .ok()
            .and_then(Self::in_range)
            .ok_or_else(refuse)
    }
}

impl TryFrom<String> for Day {
    type Error = DayError;

    fn try_from(text: String) -> Result<Self, DayError> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day_of_month()
        )
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn months_clamp_at_the_end_of_the_month() {
        assert_eq!(day("2024-01-31").plus_months(1), Ok(day("2024-02-29")));
        assert_eq!(day("2023-01-31").plus_months(1), Ok(day("2023-02-28")));
        assert_eq!(day("2023-11-30").plus_months(3), Ok(day("2024-02-29")));
    }

    #[test]
    fn only_one_spelling_of_a_date_is_read() {
        for wrong in [
            "2024-3-07",
            "2024-02-30",
            "2023-02-29",
            "20240307",
            "+2024-03-07",
            "2024-03-07 ",
            "",
            "0000-01-01",
            "1599-12-31",
            "2024-13-01",
            "２０２４-03-07",
        ] {
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
        assert_eq!(day("2024-02-29").to_string(), "2024-02-29");
    }

    #[test]
    fn arithmetic_stops_at_the_last_day() {
        assert_eq!(
            day("9999-12-31").plus_days(1),
            Err(DayError::OutOfRange(day("9999-12-31")))
        );
        assert!(day("9999-12-31").first_of_next_month().is_err());
        assert!(day("1600-01-01").plus_days(u32::MAX).is_err());
        assert_eq!(day("1600-01-01").previous(), None);
    }
}
