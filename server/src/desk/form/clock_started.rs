//! The form to record that a period set by law began to run.

use app::desk::{Control, Offered, Wrong};
use app::say;
use domain::act::{Act, ClockStarted};
use domain::procedure::PeriodUnit;

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// A period began to run.
pub(super) struct ClockStartedForm;

impl Form for ClockStartedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
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
        vec![
            ask::select(typed, "period", say!(words, "act-period"), offered),
            ask::note(case, typed),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let note = reader.text("note");
        let periods = reader.case.stage().map_or(0, |stage| stage.periods.len());
        if reader.typed("period").is_empty() {
            reader.wrong("period", Wrong::NotChosen);
            return None;
        }
        let period = reader.number("period")?;
        if usize::try_from(period).is_ok_and(|period| period < periods) {
            Some(Act::ClockStarted(ClockStarted { period, note }))
        } else {
            reader.wrong("period", Wrong::NotOffered);
            None
        }
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ClockStarted(clock) = act {
            ask::put(fields, "period", clock.period.to_string());
            ask::put_text(fields, "note", clock.note.as_ref());
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        if case.stage().is_some_and(|stage| stage.periods.len() == 1) {
            ask::put(fields, "period", "0");
        }
    }
}
