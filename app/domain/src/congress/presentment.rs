//! The President's ten days (Constitution, Art. I s. 7 cl. 2).

use serde::{Deserialize, Serialize};

use crate::day::{Day, DayError};

/// A measure was presented to the President.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presentment {
    /// The day of presentment, which does not count.
    pub on: Day,
    /// The tenth day after it, Sundays excepted: the last for a signature or a veto.
    pub last_day: Day,
}

/// So many days.
const DAYS: u32 = 10;

impl Presentment {
    /// Counts the ten days.
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] at the end of all days.
    pub fn on(on: Day) -> Result<Self, DayError> {
        let mut last_day = on;
        let mut counted = 0;
        while counted < DAYS {
            last_day = last_day.plus_days(1)?;
            if !is_sunday(last_day) {
                counted += 1;
            }
        }
        Ok(Self { on, last_day })
    }

    /// The day on which it is a law without a signature, if Congress is still there to have it returned.
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] at the end of all days.
    pub fn law_without_signature(&self) -> Result<Day, DayError> {
        self.last_day.plus_days(1)
    }
}

fn is_sunday(day: Day) -> bool {
    // The first day there is, 1 January 1600, was a Saturday.
    Day::FIRST.days_until(day) % 7 == 1
}
