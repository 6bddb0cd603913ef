//! How long a period runs, and the counting of its days.

use crate::calendar::calendars::Calendars;
use crate::calendar::measure::{Counts, Measure, MeasureError};
use crate::calendar::reckoned::{Gap, Reckoned};
use crate::day::{Day, DayError};
use crate::procedure::{Period, Procedure, Stage, StartDay};

/// How long a period runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// How many units.
    pub units: u32,
    /// Of what.
    pub measure: Measure,
    /// Whether the day of the event that starts it is its first.
    pub start_day: StartDay,
}

/// How many of a period's days have passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elapsed {
    /// How many days that count have passed, today included.
    pub counted: u32,
    /// Of how many: of days for a period in weeks or months.
    pub of: u32,
}

impl Term {
    /// How long a period at a stage of a procedure runs.
    ///
    /// # Errors
    /// [`MeasureError`] if the procedure does not say whose calendar counts. [`Procedure::read`] refuses
    /// such a file.
    pub fn of(period: &Period, stage: &Stage, procedure: &Procedure) -> Result<Self, MeasureError> {
        Ok(Self {
            units: period.value,
            measure: Measure::of(period.unit, stage, procedure)?,
            start_day: period.start_day,
        })
    }

    /// The same with so many units more.
    #[must_use]
    pub fn extended_by(mut self, units: u32) -> Self {
        self.units = self.units.saturating_add(units);
        self
    }

    /// The last day of the term, if the event that starts it is on `start`. A term of no units ends
    /// before it begins.
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] if it ends after the year 9999.
    pub fn last_day(&self, start: Day, calendars: &Calendars) -> Result<Reckoned<Day>, DayError> {
        let anchor = self.anchor(start)?;
        let by_everybody = match self.measure {
            Measure::Days => Some(anchor.plus_days(self.units)?),
            Measure::Weeks => {
                let days = self.units.checked_mul(DAYS_OF_WEEK);
                Some(anchor.plus_days(days.ok_or(DayError::OutOfRange(start))?)?)
            }
            Measure::Months => Some(anchor.plus_months(self.units)?),
            Measure::DaysExceptSundays
            | Measure::SittingDays(_)
            | Measure::JointSittingDays { .. }
            | Measure::DaysOutsideRecess(_) => None,
        };
        match by_everybody {
            Some(day) => Ok(Reckoned::On(day)),
            None => self.walk(anchor, calendars),
        }
    }

    /// Counts day by day from the day after `anchor`.
    fn walk(&self, anchor: Day, calendars: &Calendars) -> Result<Reckoned<Day>, DayError> {
        let mut day = anchor;
        let mut counted: u32 = 0;
        let mut gap: Option<Gap> = None;
        while counted < self.units {
            day = day.plus_days(1)?;
            match self.measure.counts(day, calendars) {
                Counts::No => continue,
                Counts::NotPublished(chamber) if gap.is_none() => {
                    gap = Some(Gap {
                        chamber: chamber.clone(),
                        published_until: calendars
                            .chamber(chamber)
                            .and_then(|calendar| calendar.published_before(day)),
                        counted,
                    });
                }
                // At best it counts.
                Counts::Yes | Counts::NotPublished(_) => {}
            }
            counted += 1;
        }
        Ok(match gap {
            None => Reckoned::On(day),
            Some(gap) => Reckoned::NotComputableYet { at_best: day, gap },
        })
    }

    /// How far the term is on a day, if it began on `start`; `None` if the calendars do not reach so
    /// far. After its last day all of it has passed.
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] if it ends after the year 9999.
    pub fn elapsed(
        &self,
        start: Day,
        today: Day,
        calendars: &Calendars,
    ) -> Result<Option<Elapsed>, DayError> {
        let anchor = self.anchor(start)?;
        let of = match &self.measure {
            Measure::Weeks | Measure::Months => {
                let last = self.last_day(start, calendars)?;
                days_between(anchor, *last.at_best())
            }
            _ => self.units,
        };
        let mut counted: u32 = 0;
        let mut day = anchor;
        while day < today && counted < of {
            day = day.plus_days(1)?;
            match self.measure.counts(day, calendars) {
                Counts::Yes => counted += 1,
                Counts::No => {}
                Counts::NotPublished(_) => return Ok(None),
            }
        }
        Ok(Some(Elapsed { counted, of }))
    }

    /// The day before the first day that can count.
    fn anchor(&self, start: Day) -> Result<Day, DayError> {
        match self.start_day {
            StartDay::NotCounted => Ok(start),
            StartDay::Counted => start.previous().ok_or(DayError::OutOfRange(start)),
        }
    }
}

/// Days of a week.
pub(super) const DAYS_OF_WEEK: u32 = 7;

fn days_between(from: Day, to: Day) -> u32 {
    u32::try_from(from.days_until(to)).unwrap_or(0)
}
