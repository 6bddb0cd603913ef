//! In what a period is measured, and whose calendar that takes.

use crate::calendar::calendars::Calendars;
use crate::calendar::sitting::Sits;
use crate::day::Day;
use crate::name::Key;
use crate::procedure::{ChamberRole, PeriodUnit, Procedure, Stage};

/// In what a period is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// Days of the calendar.
    Days,
    /// Weeks: to the same day of the week.
    Weeks,
    /// Months: to the same day of the month, or to its last day where it is shorter.
    Months,
    /// Days other than Sundays.
    DaysExceptSundays,
    /// Days on which one chamber sits, by its calendar.
    SittingDays(Key),
    /// Days on which two chambers both sit, by the calendars of both.
    JointSittingDays {
        /// The lower house.
        lower: Key,
        /// The upper house.
        upper: Key,
    },
    /// Days outside a recess, by the calendar of the chamber that has to act.
    DaysOutsideRecess(Key),
}

/// Why it cannot be said whose calendar a unit takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MeasureError {
    /// The stage names no chamber, and the procedure has several.
    #[error("sitting days need the chamber of the stage, or a parliament of one chamber")]
    NoChamber,
    /// The procedure has not one lower and one upper house.
    #[error("days on which both Houses sit need two chambers, one lower and one upper")]
    NotTwoHouses,
}

impl Measure {
    /// The measure of a period at a stage.
    ///
    /// # Errors
    /// [`MeasureError`] if the procedure does not say whose calendar counts.
    pub fn of(
        unit: PeriodUnit,
        stage: &Stage,
        procedure: &Procedure,
    ) -> Result<Self, MeasureError> {
        Ok(match unit {
            PeriodUnit::CalendarDays => Self::Days,
            PeriodUnit::Weeks => Self::Weeks,
            PeriodUnit::Months => Self::Months,
            PeriodUnit::DaysExcludingSundays => Self::DaysExceptSundays,
            PeriodUnit::SittingDays => Self::SittingDays(own_chamber(stage, procedure)?),
            PeriodUnit::CalendarDaysExcludingRecess => {
                Self::DaysOutsideRecess(own_chamber(stage, procedure)?)
            }
            PeriodUnit::SittingDaysBothHouses | PeriodUnit::JointSittingDays => {
                let one = |role| only_chamber(role, procedure).ok_or(MeasureError::NotTwoHouses);
                Self::JointSittingDays {
                    lower: one(ChamberRole::Lower)?,
                    upper: one(ChamberRole::Upper)?,
                }
            }
        })
    }

    /// The chambers whose calendars it takes.
    pub fn chambers(&self) -> Vec<&Key> {
        match self {
            Self::Days | Self::Weeks | Self::Months | Self::DaysExceptSundays => vec![],
            Self::SittingDays(chamber) | Self::DaysOutsideRecess(chamber) => vec![chamber],
            Self::JointSittingDays { lower, upper } => vec![lower, upper],
        }
    }

    /// Whether a day is one of those that count. Weeks and months are made of days.
    pub(super) fn counts(&self, day: Day, calendars: &Calendars) -> Counts<'_> {
        match self {
            Self::DaysExceptSundays if day.is_sunday() => Counts::No,
            Self::Days | Self::Weeks | Self::Months | Self::DaysExceptSundays => Counts::Yes,
            Self::SittingDays(_) | Self::JointSittingDays { .. } | Self::DaysOutsideRecess(_) => {
                self.counts_by_calendar(day, calendars)
            }
        }
    }

    /// Where one house is known not to sit, the other's calendar is not asked for.
    fn counts_by_calendar(&self, day: Day, calendars: &Calendars) -> Counts<'_> {
        let mut counts = Counts::Yes;
        for chamber in self.chambers() {
            match calendars.on(chamber, day) {
                Sits::No => return Counts::No,
                Sits::NotPublished if counts == Counts::Yes => {
                    counts = Counts::NotPublished(chamber);
                }
                Sits::Yes | Sits::NotPublished => {}
            }
        }
        counts
    }
}

/// Whether a day counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts<'m> {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// That hangs on a day of this chamber's calendar that is not published.
    NotPublished(&'m Key),
}

fn own_chamber(stage: &Stage, procedure: &Procedure) -> Result<Key, MeasureError> {
    stage
        .chamber
        .clone()
        .or_else(|| only_chamber(ChamberRole::Unicameral, procedure))
        .ok_or(MeasureError::NoChamber)
}

/// The chamber with this role, if there is exactly one.
fn only_chamber(role: ChamberRole, procedure: &Procedure) -> Option<Key> {
    let mut with_role = procedure
        .chambers
        .iter()
        .filter(|chamber| chamber.role == role);
    match (with_role.next(), with_role.next()) {
        (Some(chamber), None) => Some(chamber.key.clone()),
        _ => None,
    }
}
