//! The published sitting days of one chamber.

use std::collections::{BTreeMap, BTreeSet};

use crate::act::SittingCalendarPublished;
use crate::day::Day;

/// What is published of a chamber's sitting days.
///
/// It knows runs of days, each to its last day; of a day in no run it knows nothing. For a period that
/// leaves out a recess (Japan, Constitution art. 60(2)) the days listed are those outside a recess.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SittingCalendar {
    /// From the first day of a run to its last; runs neither overlap nor touch.
    runs: BTreeMap<Day, Day>,
    sitting_days: BTreeSet<Day>,
}

/// Whether a chamber sits on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sits {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// No calendar for that day is published.
    NotPublished,
}

impl SittingCalendar {
    /// Adds a run of days. Where something was published before, the later word replaces it.
    ///
    /// A sitting day outside the run is not taken over, and a run that ends before it begins says nothing.
    pub fn publish(&mut self, published: &SittingCalendarPublished) {
        let (from, until) = (published.from, published.until);
        if until < from {
            return;
        }
        self.sitting_days
            .retain(|day| !(from..=until).contains(day));
        self.sitting_days
            .extend(published.sitting_days.range(from..=until));
        self.know(from, until);
    }

    /// Joins a run with those that it overlaps or touches.
    fn know(&mut self, from: Day, until: Day) {
        let touches = |run: &Day, last: &Day| {
            run.previous().is_none_or(|before| before <= until)
                && from.previous().is_none_or(|before| before <= *last)
        };
        let mut joined = (from, until);
        self.runs.retain(|run, last| {
            let joins = touches(run, last);
            if joins {
                joined = (joined.0.min(*run), joined.1.max(*last));
            }
            !joins
        });
        self.runs.insert(joined.0, joined.1);
    }

    /// Whether the chamber sits on a day.
    pub fn on(&self, day: Day) -> Sits {
        let run = self.runs.range(..=day).next_back();
        if run.is_none_or(|(_, last)| *last < day) {
            Sits::NotPublished
        } else if self.sitting_days.contains(&day) {
            Sits::Yes
        } else {
            Sits::No
        }
    }

    /// The last day before this one of which something is published.
    pub fn published_before(&self, day: Day) -> Option<Day> {
        let before = day.previous()?;
        let (_, last) = self.runs.range(..=before).next_back()?;
        Some((*last).min(before))
    }

    /// The runs of days of which something is published, in order, each with its first and last day.
    pub fn runs(&self) -> impl Iterator<Item = (Day, Day)> {
        self.runs.iter().map(|(from, until)| (*from, *until))
    }

    /// The sitting days.
    pub fn sitting_days(&self) -> impl Iterator<Item = Day> {
        self.sitting_days.iter().copied()
    }
}
