//! What is wrong with the sitting days of a chamber, in words that say what to do.

use domain::day::Day;

use super::problem::Wrong;
use crate::say;
use crate::words::Words;

/// What is wrong with a sitting calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Miscalendared {
    /// A line that is no day.
    LineNotADay(String),
    /// A day that is not one of those of which the calendar speaks.
    Outside(Day),
    /// It ends before it begins.
    Backwards,
    /// It speaks of more days than this.
    TooLong(u32),
}

impl Miscalendared {
    /// The sentence, for the field with this label.
    pub(super) fn text(&self, words: Words, label: &str) -> String {
        match self {
            Self::LineNotADay(line) => say!(
                words,
                "desk-error-line-not-a-day",
                label = label,
                line = line.as_str()
            ),
            Self::Outside(day) => say!(
                words,
                "desk-error-outside-calendar",
                label = label,
                day = words.day(*day)
            ),
            Self::Backwards => say!(words, "desk-error-calendar-backwards", label = label),
            Self::TooLong(most) => say!(
                words,
                "desk-error-calendar-too-long",
                label = label,
                most = most.to_string()
            ),
        }
    }
}

impl From<Miscalendared> for Wrong {
    fn from(wrong: Miscalendared) -> Self {
        Self::Miscalendared(wrong)
    }
}
