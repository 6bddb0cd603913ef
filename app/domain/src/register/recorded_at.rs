//! The instant at which an entry was recorded.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, NaiveDate, Timelike};
use serde::{Deserialize, Serialize};

use crate::day::Day;

/// An instant in UTC, to the microsecond, years 1600 to 9999.
///
/// Written `2026-01-06T12:00:00.000000Z`, always with six decimals. It is `max(now, the previous
/// entry's instant + 1 µs)`, so that the order of entries and of instants never differ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RecordedAt(i64);

/// The text is not an instant in the one spelling used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an instant; write it as 2026-01-06T12:00:00.000000Z")]
pub struct NotAnInstant(String);

impl RecordedAt {
    /// When 1970 began.
    pub const UNIX_EPOCH: Self = Self(0);

    /// The instant so many microseconds after 1970 began, if it lies in the range.
    pub fn from_unix_micros(micros: i64) -> Option<Self> {
        let instant = DateTime::from_timestamp_micros(micros)?;
        (1600..=9999)
            .contains(&instant.year())
            .then_some(Self(micros))
    }

    /// Microseconds since 1970 began.
    pub fn unix_micros(self) -> i64 {
        self.0
    }

    /// The instant for a new entry: now, or just after the previous entry if the clock went back.
    pub fn next(previous: Option<Self>, now: Self) -> Self {
        match previous {
            Some(previous) if previous >= now => Self(previous.0.saturating_add(1)),
            Some(_) | None => now,
        }
    }

    /// The day in UTC.
    pub fn utc_day(self) -> Day {
        DateTime::from_timestamp_micros(self.0)
            .and_then(|instant| Day::new(instant.year(), instant.month(), instant.day()))
            .unwrap_or(Day::FIRST)
    }
}

impl FromStr for RecordedAt {
    type Err = NotAnInstant;

    fn from_str(text: &str) -> Result<Self, NotAnInstant> {
        let refuse = || NotAnInstant(text.chars().take(40).collect());
        let parse = || -> Option<Self> {
            let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
            let day: Day = day.parse().ok()?;
            let (time, micros) = time.split_once('.')?;
            let mut parts = time.split(':').map(two_digits);
            let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
            if parts.next().is_some()
                || micros.len() != 6
                || !micros.bytes().all(|b| b.is_ascii_digit())
            {
                return None;
            }
            let instant = NaiveDate::from_ymd_opt(day.year(), day.month(), day.day_of_month())?
                .and_hms_micro_opt(hour, minute, second, micros.parse().ok()?)?;
            Self::from_unix_micros(instant.and_utc().timestamp_micros())
        };
        parse().ok_or_else(refuse)
    }
}

fn two_digits(text: &str) -> Option<u32> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl TryFrom<String> for RecordedAt {
    type Error = NotAnInstant;

    fn try_from(text: String) -> Result<Self, NotAnInstant> {
        text.parse()
    }
}

impl From<RecordedAt> for String {
    fn from(instant: RecordedAt) -> Self {
        instant.to_string()
    }
}

impl fmt::Display for RecordedAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let instant = DateTime::from_timestamp_micros(self.0).unwrap_or_default();
        write!(
            f,
            "{}T{:02}:{:02}:{:02}.{:06}Z",
            self.utc_day(),
            instant.hour(),
            instant.minute(),
            instant.second(),
            instant.nanosecond() / 1_000
        )
    }
}

impl fmt::Debug for RecordedAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_has_one_spelling() {
        let text = "2026-01-06T12:34:56.000789Z";
        assert_eq!(text.parse::<RecordedAt>().unwrap().to_string(), text);
        for wrong in [
            "2026-01-06T12:34:56Z",
            "2026-01-06T12:34:56.789Z",
            "2026-01-06T12:34:56.000789+00:00",
            "2026-01-06 12:34:56.000789Z",
            "2026-01-06T24:00:00.000000Z",
            "2026-01-06T12:34:60.000000Z",
            "2026-01-06T1:34:56.000000Z",
        ] {
            assert!(wrong.parse::<RecordedAt>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_clock_that_goes_back_does_not_turn_the_order() {
        let at = |micros| RecordedAt::from_unix_micros(micros).unwrap();
        assert_eq!(RecordedAt::next(None, at(5)), at(5));
        assert_eq!(RecordedAt::next(Some(at(9)), at(5)), at(10));
        assert_eq!(RecordedAt::next(Some(at(5)), at(5)), at(6));
        assert_eq!(RecordedAt::next(Some(at(4)), at(5)), at(5));
    }
}
