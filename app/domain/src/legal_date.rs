//! A date as a source gives it: with its precision, and with the place whose calendar counts.

use serde::{Deserialize, Serialize};

use crate::day::Day;

/// What is known of the day on which something happened.
///
/// "Unknown" is a value of its own, never a made-up day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Precision {
    /// On this day.
    Day(Day),
    /// In the month in which this day falls; the day is the first of that month.
    Month(FirstOfMonth),
    /// In this year.
    Year(Year),
    /// On this day or earlier; nothing else is known.
    NotLaterThan(Day),
    /// On one of the days from `from` to `to`, both included.
    Between(Span),
    /// Nothing is known of the day.
    Unknown(Unknown),
}

/// A month, written as its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Day", into = "Day")]
pub struct FirstOfMonth(Day);

/// A calendar year, 1600 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
pub struct Year(i32);

/// Two days, the first not after the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "SpanFields", into = "SpanFields")]
pub struct Span {
    from: Day,
    to: Day,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpanFields {
    from: Day,
    to: Day,
}

/// The marker of an unknown date. In JSON it is `{"unknown": "no_source"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// No source consulted gives the date.
    NoSource,
}

/// Whose calendar a date belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Calendar {
    /// The seat of the instrument's depositary: where an act of consent is received.
    Seat,
    /// A place, by its IANA time zone name, such as `Europe/Paris`.
    Zone(ZoneName),
}

/// An IANA time zone name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ZoneName(String);

/// A date with its precision and the place whose calendar counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalDate {
    /// What is known of the day.
    pub precision: Precision,
    /// Whose calendar.
    pub calendar: Calendar,
}

/// Why a date with a precision was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LegalDateError {
    /// A month must be written as its first day.
    #[error("a month is written as its first day, not as {0}")]
    NotFirstOfMonth(Day),
    /// The year is outside 1600 to 9999.
    #[error("the year {0} lies outside 1600 to 9999")]
    Year(i32),
    /// The span ends before it begins.
    #[error("the dates {0} to {1} are in the wrong order")]
    Span(Day, Day),
    /// The zone name is not of the form `Area/Place`.
    #[error(
        "“{0}” is not the name of a time zone; write it as Area/Place, for example Europe/Paris"
    )]
    Zone(String),
}

impl LegalDate {
    /// Exactly this day, in the calendar of the depositary's seat.
    pub fn on(day: Day) -> Self {
        Self::at_seat(Precision::Day(day))
    }

    /// Some day not after this one, in the calendar of the depositary's seat.
    pub fn not_later_than(day: Day) -> Self {
        Self::at_seat(Precision::NotLaterThan(day))
    }

    /// Some day from `from` to `to`; if they are in the wrong order, a day not later than `to`.
    pub fn between(from: Day, to: Day) -> Self {
        match Span::new(from, to) {
            Ok(span) => Self::at_seat(Precision::Between(span)),
            Err(_) => Self::not_later_than(to),
        }
    }

    /// Unknown.
    pub fn unknown() -> Self {
        Self::at_seat(Precision::Unknown(Unknown::NoSource))
    }

    fn at_seat(precision: Precision) -> Self {
        Self {
            precision,
            calendar: Calendar::Seat,
        }
    }

    /// The latest day on which it can have happened: the day that counting uses.
    /// `None` if nothing is known.
    pub fn latest(&self) -> Option<Day> {
        match self.precision {
            Precision::Day(day) | Precision::NotLaterThan(day) => Some(day),
            Precision::Month(month) => Some(month.0.last_of_month()),
            Precision::Year(year) => Day::new(year.0, 12, 31),
            Precision::Between(span) => Some(span.to),
            Precision::Unknown(_) => None,
        }
    }

    /// The earliest day on which it can have happened, if one is known.
    pub fn earliest(&self) -> Option<Day> {
        match self.precision {
            Precision::Day(day) => Some(day),
            Precision::Month(month) => Some(month.0),
            Precision::Year(year) => Day::new(year.0, 1, 1),
            Precision::Between(span) => Some(span.from),
            Precision::NotLaterThan(_) | Precision::Unknown(_) => None,
        }
    }

    /// Whether the source gives exactly one day.
    pub fn is_exact(&self) -> bool {
        matches!(self.precision, Precision::Day(_))
    }
}

impl Span {
    /// The span from `from` to `to`, both included.
    ///
    /// # Errors
    /// [`LegalDateError::Span`] if `to` is before `from`.
    pub fn new(from: Day, to: Day) -> Result<Self, LegalDateError> {
        if from <= to {
            Ok(Self { from, to })
        } else {
            Err(LegalDateError::Span(from, to))
        }
    }
}

impl TryFrom<SpanFields> for Span {
    type Error = LegalDateError;

    fn try_from(fields: SpanFields) -> Result<Self, LegalDateError> {
        Self::new(fields.from, fields.to)
    }
}

impl From<Span> for SpanFields {
    fn from(span: Span) -> Self {
        Self {
            from: span.from,
            to: span.to,
        }
    }
}

impl TryFrom<Day> for FirstOfMonth {
    type Error = LegalDateError;

    fn try_from(day: Day) -> Result<Self, LegalDateError> {
        if day.day_of_month() == 1 {
            Ok(Self(day))
        } else {
            Err(LegalDateError::NotFirstOfMonth(day))
        }
    }
}

impl From<FirstOfMonth> for Day {
    fn from(month: FirstOfMonth) -> Self {
        month.0
    }
}

impl TryFrom<i32> for Year {
    type Error = LegalDateError;

    fn try_from(year: i32) -> Result<Self, LegalDateError> {
        if Day::new(year, 1, 1).is_some() {
            Ok(Self(year))
        } else {
            Err(LegalDateError::Year(year))
        }
    }
}

impl From<Year> for i32 {
    fn from(year: Year) -> Self {
        year.0
    }
}

impl ZoneName {
    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ZoneName {
    type Error = LegalDateError;

    fn try_from(name: String) -> Result<Self, LegalDateError> {
        let part_is_fine = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'))
        };
        if name.len() <= 64
            && (name == "UTC" || name.contains('/'))
            && name.split('/').all(part_is_fine)
        {
            Ok(Self(name))
        } else {
            Err(LegalDateError::Zone(name.chars().take(64).collect()))
        }
    }
}

impl From<ZoneName> for String {
    fn from(zone: ZoneName) -> Self {
        zone.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn counting_uses_the_latest_possible_day() {
        let feb = LegalDate {
            precision: Precision::Month(FirstOfMonth::try_from(day("2024-02-01")).unwrap()),
            calendar: Calendar::Seat,
        };
        assert_eq!(feb.latest(), Some(day("2024-02-29")));
        assert_eq!(
            LegalDate::between(day("2022-07-05"), day("2024-03-07")).latest(),
            Some(day("2024-03-07"))
        );
        assert_eq!(LegalDate::unknown().latest(), None);
    }

    #[test]
    fn a_span_in_the_wrong_order_is_refused() {
        let json = r#"{"between":{"from":"2024-02-02","to":"2024-02-01"}}"#;
        assert!(serde_json::from_str::<Precision>(json).is_err());
    }

    #[test]
    fn each_precision_has_one_spelling() {
        for json in [
            r#"{"day":"2024-03-07"}"#,
            r#"{"month":"2024-03-01"}"#,
            r#"{"year":2024}"#,
            r#"{"not_later_than":"2024-03-07"}"#,
            r#"{"between":{"from":"2022-07-05","to":"2024-03-07"}}"#,
            r#"{"unknown":"no_source"}"#,
        ] {
            let precision: Precision = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&precision).unwrap(), json);
        }
    }
}
