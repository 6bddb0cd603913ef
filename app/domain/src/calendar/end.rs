//! What the end of a period means.

use crate::calendar::calendars::Calendars;
use crate::calendar::measure::Measure;
use crate::calendar::reckoned::Reckoned;
use crate::calendar::term::Term;
use crate::day::{Day, DayError};
use crate::procedure::{Opening, Period, PeriodKind};

/// The end of a period, by what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Nothing may happen before its end.
    MinimumWait {
        /// The last day of the period.
        last_day: Day,
        /// The first day on which it may happen.
        free_from: Day,
    },
    /// Somebody must act by its end.
    Deadline {
        /// The last day on which that is in time.
        last_day: Day,
    },
    /// Silence to its end is a yes.
    DeemedConsent {
        /// The last day on which the silence can be broken.
        last_day: Day,
        /// The day on which silence has become consent.
        deemed_on: Day,
    },
    /// Somebody may act while it runs.
    Window {
        /// The last day on which they may.
        last_day: Day,
    },
    /// By custom it is done by then; nothing follows if not.
    Target {
        /// The last day of the period.
        last_day: Day,
    },
}

impl End {
    /// The end of a period whose last day is this one.
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] if what follows is after the year 9999.
    pub fn of(period: &Period, last_day: Day) -> Result<Self, DayError> {
        Ok(match period.kind {
            PeriodKind::MinimumWait => Self::MinimumWait {
                last_day,
                free_from: match period.opens {
                    Opening::AfterLastDay => last_day.plus_days(1)?,
                    Opening::OnLastDay => last_day,
                },
            },
            PeriodKind::Deadline => Self::Deadline { last_day },
            PeriodKind::DeemedConsent => Self::DeemedConsent {
                last_day,
                deemed_on: last_day.plus_days(1)?,
            },
            PeriodKind::Window => Self::Window { last_day },
            PeriodKind::Target => Self::Target { last_day },
        })
    }

    /// The last day of the period.
    pub fn last_day(self) -> Day {
        match self {
            Self::MinimumWait { last_day, .. }
            | Self::Deadline { last_day }
            | Self::DeemedConsent { last_day, .. }
            | Self::Window { last_day }
            | Self::Target { last_day } => last_day,
        }
    }

    /// The first day on which the period no longer runs: what waited may happen, what was due is late,
    /// silence is consent.
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] after the year 9999.
    pub fn over_from(self) -> Result<Day, DayError> {
        match self {
            Self::MinimumWait { free_from, .. } => Ok(free_from),
            Self::DeemedConsent { deemed_on, .. } => Ok(deemed_on),
            Self::Deadline { last_day } | Self::Window { last_day } | Self::Target { last_day } => {
                last_day.plus_days(1)
            }
        }
    }
}

/// When a period that an event on `start` began ends, and what that means.
///
/// # Errors
/// [`DayError::OutOfRange`] after the year 9999.
pub fn count(
    period: &Period,
    measure: &Measure,
    start: Day,
    calendars: &Calendars,
) -> Result<Reckoned<End>, DayError> {
    let term = Term {
        units: period.value,
        measure: measure.clone(),
        start_day: period.start_day,
    };
    end_of(period, &term, start, calendars)
}

/// The same for a term that was extended.
pub(super) fn end_of(
    period: &Period,
    term: &Term,
    start: Day,
    calendars: &Calendars,
) -> Result<Reckoned<End>, DayError> {
    Ok(match term.last_day(start, calendars)? {
        Reckoned::On(last_day) => Reckoned::On(End::of(period, last_day)?),
        Reckoned::NotComputableYet { at_best, gap } => Reckoned::NotComputableYet {
            at_best: End::of(period, at_best)?,
            gap,
        },
    })
}
