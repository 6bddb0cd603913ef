//! The form to record that a period set by law began to run.

use app::desk::Control;
use domain::act::{Act, ClockStarted};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask, period};
use crate::proposal::Fields;

/// A period began to run.
pub(super) struct ClockStartedForm;

impl Form for ClockStartedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        vec![period::control(case, typed), ask::note(case, typed)]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let note = reader.text("note");
        let period = period::read(reader)?;
        Some(Act::ClockStarted(ClockStarted { period, note }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ClockStarted(clock) = act {
            period::put(fields, clock.period);
            ask::put_text(fields, "note", clock.note.as_ref());
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        period::offer(case, fields);
    }
}
