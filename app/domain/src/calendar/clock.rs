//! A period that began, and how it stands on a day.

use crate::act::ClockExtended;
use crate::calendar::calendars::Calendars;
use crate::calendar::end::{End, end_of};
use crate::calendar::reckoned::{Gap, Reckoned};
use crate::calendar::term::{Elapsed, Term};
use crate::day::{Day, DayError};
use crate::procedure::{Period, Stage};
use crate::snapshot::Fact;

/// A period that began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock<'a> {
    /// The stage for which the law sets it.
    pub stage: &'a Stage,
    /// The period.
    pub period: &'a Period,
    /// Its place among the periods of the stage, from 0.
    pub index: u32,
    /// How long it runs, with its extensions.
    pub term: Term,
    /// The act that started it: the last one, if it was started again.
    pub started: &'a Fact,
    /// The acts that had started it before, in order; what they started is void.
    pub earlier_starts: Vec<&'a Fact>,
    /// What prolonged it since, in order.
    pub extensions: Vec<Extension<'a>>,
    /// How it stands.
    pub state: ClockState,
}

/// A prolongation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extension<'a> {
    /// The act that says so.
    pub fact: &'a Fact,
    /// What it says.
    pub extended: &'a ClockExtended,
}

/// How a clock stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClockState {
    /// It runs.
    Running {
        /// How far it is.
        elapsed: Elapsed,
        /// Its end.
        end: End,
    },
    /// It has run out.
    Ended(End),
    /// Its end is not computable yet.
    NotComputableYet {
        /// How far it is; `None` if the calendars do not reach the day.
        elapsed: Option<Elapsed>,
        /// The earliest that it can end.
        at_best: End,
        /// What is missing.
        gap: Gap,
    },
    /// It began on a day that is not known.
    StartNotKnown,
}

impl ClockState {
    /// How a period stands on `today`.
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] if it ends after the year 9999.
    pub fn on(
        today: Day,
        start: Option<Day>,
        period: &Period,
        term: &Term,
        calendars: &Calendars,
    ) -> Result<Self, DayError> {
        let Some(start) = start else {
            return Ok(Self::StartNotKnown);
        };
        let elapsed = term.elapsed(start, today, calendars)?;
        Ok(match (end_of(period, term, start, calendars)?, elapsed) {
            (Reckoned::On(end), _) if end.over_from()? <= today => Self::Ended(end),
            (Reckoned::On(end), Some(elapsed)) => Self::Running { elapsed, end },
            // What reaches to the end reaches to a day before it.
            (Reckoned::On(end), None) => Self::Ended(end),
            (Reckoned::NotComputableYet { at_best, gap }, elapsed) => Self::NotComputableYet {
                elapsed,
                at_best,
                gap,
            },
        })
    }
}

impl Clock<'_> {
    /// The day of the event that started it: the latest possible one.
    pub fn start(&self) -> Option<Day> {
        self.started.date().latest()
    }

    /// Whether that day is exact.
    pub fn start_is_exact(&self) -> bool {
        self.started.date().is_exact()
    }
}
