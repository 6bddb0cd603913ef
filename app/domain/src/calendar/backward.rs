//! Counting back: on which days the event can have been, for a term to end on a day.

use std::ops::RangeInclusive;

use crate::calendar::calendars::Calendars;
use crate::calendar::measure::{Counts, Measure};
use crate::calendar::term::{DAYS_OF_WEEK, Term};
use crate::day::Day;
use crate::name::Key;
use crate::procedure::StartDay;

/// The calendar of a chamber does not reach back far enough.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the calendar of {chamber} is not published for {day}")]
pub struct NotPublished {
    /// The chamber.
    pub chamber: Key,
    /// The day of which nothing is known.
    pub day: Day,
}

impl Term {
    /// The days of the event from which the term ends on `last_day`: from the first to the last of
    /// them, since they have no gaps. `None` if it can end on that day from no day at all: because that
    /// day does not count, or, in months, because the clamp at the end of a month passes it over.
    ///
    /// # Errors
    /// [`NotPublished`] if that hangs on a day of which nothing is published.
    pub fn starts(
        &self,
        last_day: Day,
        calendars: &Calendars,
    ) -> Result<Option<RangeInclusive<Day>>, NotPublished> {
        let anchors = match self.measure {
            _ if self.units == 0 => Some(last_day..=last_day),
            Measure::Months => self.months_back(last_day),
            Measure::Weeks => {
                self.days_back(last_day, self.units.saturating_mul(DAYS_OF_WEEK), calendars)?
            }
            Measure::Days
            | Measure::DaysExceptSundays
            | Measure::SittingDays(_)
            | Measure::JointSittingDays { .. }
            | Measure::DaysOutsideRecess(_) => self.days_back(last_day, self.units, calendars)?,
        };
        Ok(anchors.and_then(|anchors| self.events(anchors)))
    }

    /// The days of the event, where the day before the first that can count is one of these.
    fn events(&self, anchors: RangeInclusive<Day>) -> Option<RangeInclusive<Day>> {
        match self.start_day {
            StartDay::NotCounted => Some(anchors),
            StartDay::Counted => {
                let (first, last) = anchors.into_inner();
                Some(first.plus_days(1).ok()?..=last.plus_days(1).ok()?)
            }
        }
    }

    fn days_back(
        &self,
        last_day: Day,
        units: u32,
        calendars: &Calendars,
    ) -> Result<Option<RangeInclusive<Day>>, NotPublished> {
        let counts = |day: Day| match self.measure.counts(day, calendars) {
            Counts::Yes => Ok(true),
            Counts::No => Ok(false),
            Counts::NotPublished(chamber) => Err(NotPublished {
                chamber: chamber.clone(),
                day,
            }),
        };
        if !counts(last_day)? {
            return Ok(None);
        }
        let mut first = last_day;
        for _ in 1..units {
            loop {
                let Some(before) = first.previous() else {
                    return Ok(None);
                };
                first = before;
                if counts(first)? {
                    break;
                }
            }
        }
        let Some(last_anchor) = first.previous() else {
            return Ok(None);
        };
        let mut first_anchor = last_anchor;
        while !counts(first_anchor)? {
            match first_anchor.previous() {
                Some(before) => first_anchor = before,
                None => break,
            }
        }
        Ok(Some(first_anchor..=last_anchor))
    }

    /// All of them are in one month.
    fn months_back(&self, last_day: Day) -> Option<RangeInclusive<Day>> {
        let months = i64::from(last_day.year()) * 12 + i64::from(last_day.month())
            - 1
            - i64::from(self.units);
        let year = i32::try_from(months.div_euclid(12)).ok()?;
        let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
        let leads_there = |day: &Day| day.plus_months(self.units) == Ok(last_day);
        let mut days = (1..=31)
            .filter_map(|day| Day::new(year, month, day))
            .filter(leads_there);
        let first = days.next()?;
        let last = days.next_back().unwrap_or(first);
        Some(first..=last)
    }
}
