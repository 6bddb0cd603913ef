//! The form to announce a step.

use app::desk::Control;
use domain::act::{Act, StepScheduled};

use super::case::Case;
use super::reader::Reader;
use super::{Dated, Form, ask};
use crate::proposal::Fields;

/// Announces a step for a day.
pub(super) struct StepScheduledForm;

impl Form for StepScheduledForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        vec![ask::note(case, typed)]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        Some(Act::StepScheduled(StepScheduled {
            note: reader.text("note"),
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::StepScheduled(step) = act {
            ask::put_text(fields, "note", step.note.as_ref());
        }
    }

    fn dated(&self) -> Dated {
        Dated::Announced
    }
}
