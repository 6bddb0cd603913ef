//! The choice of one of the periods that the law sets for a stage.

use app::desk::{Control, Offered, Wrong};
use app::say;
use domain::procedure::PeriodUnit;

use super::ask;
use super::case::Case;
use super::reader::Reader;
use crate::proposal::Fields;

const NAME: &str = "period";

/// The question which period it is.
pub(super) fn control(case: &Case, typed: &Fields) -> Control {
    let words = case.words;
    let periods = case.stage().map_or(&[][..], |stage| &stage.periods);
    let mut offered = vec![Offered::new("", say!(words, "desk-choose"))];
    offered.extend(periods.iter().enumerate().map(|(at, period)| {
        let unit = match period.unit {
            PeriodUnit::CalendarDays => say!(words, "act-unit-days"),
            PeriodUnit::Weeks => say!(words, "act-unit-weeks"),
            PeriodUnit::Months => say!(words, "act-unit-months"),
            PeriodUnit::SittingDays => say!(words, "act-unit-sitting-days"),
            PeriodUnit::SittingDaysBothHouses | PeriodUnit::JointSittingDays => {
                say!(words, "act-unit-sitting-days-both")
            }
            PeriodUnit::DaysExcludingSundays => say!(words, "act-unit-days-no-sundays"),
            PeriodUnit::CalendarDaysExcludingRecess => say!(words, "act-unit-days-no-recess"),
        };
        let line = say!(
            words,
            "act-period-line",
            value = period.value,
            unit = unit,
            starts = period.starts.as_str()
        );
        Offered::new(&at.to_string(), line)
    }));
    ask::select(typed, NAME, say!(words, "act-period"), offered)
}

/// The period chosen, by its place among those of the stage.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<u32> {
    let periods = reader.case.stage().map_or(0, |stage| stage.periods.len());
    if reader.typed(NAME).is_empty() {
        reader.wrong(NAME, Wrong::NotChosen);
        return None;
    }
    let period = reader.number(NAME)?;
    if usize::try_from(period).is_ok_and(|period| period < periods) {
        Some(period)
    } else {
        reader.wrong(NAME, Wrong::NotOffered);
        None
    }
}

/// Puts the only period of the stage into a new form.
pub(super) fn offer(case: &Case, fields: &mut Fields) {
    if case.stage().is_some_and(|stage| stage.periods.len() == 1) {
        put(fields, 0);
    }
}

/// Puts a period into a form.
pub(super) fn put(fields: &mut Fields, period: u32) {
    ask::put(fields, NAME, period.to_string());
}
