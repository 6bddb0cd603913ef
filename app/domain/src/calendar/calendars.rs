//! The sitting calendars of a participant's chambers.

use std::collections::BTreeMap;

use crate::act::{Act, SittingCalendarPublished};
use crate::calendar::sitting::{Sits, SittingCalendar};
use crate::day::Day;
use crate::name::Key;
use crate::snapshot::Fact;

/// The sitting calendars of a participant's chambers, as far as they are published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendars {
    chambers: BTreeMap<Key, SittingCalendar>,
}

impl Calendars {
    /// The calendars that a participant's facts publish, in the order in which they happened: the
    /// later word replaces the earlier one for the days of which it speaks.
    pub fn of<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut calendars = Self::default();
        for fact in facts {
            if let Some(Act::SittingCalendarPublished(published)) = fact.act() {
                calendars.publish(published);
            }
        }
        calendars
    }

    /// Adds what is published of one chamber.
    pub fn publish(&mut self, published: &SittingCalendarPublished) {
        self.chambers
            .entry(published.chamber.clone())
            .or_default()
            .publish(published);
    }

    /// The calendar of a chamber, if any part of it is published.
    pub fn chamber(&self, key: &Key) -> Option<&SittingCalendar> {
        self.chambers.get(key)
    }

    /// Whether a chamber sits on a day.
    pub fn on(&self, chamber: &Key, day: Day) -> Sits {
        self.chamber(chamber)
            .map_or(Sits::NotPublished, |calendar| calendar.on(day))
    }
}
