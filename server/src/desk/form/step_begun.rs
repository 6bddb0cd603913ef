//! The form to record that a step began.

use app::desk::Control;
use domain::act::{Act, StepBegun};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// A step began.
pub(super) struct StepBegunForm;

impl Form for StepBegunForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        vec![ask::note(case, typed)]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        Some(Act::StepBegun(StepBegun {
            note: reader.text("note"),
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::StepBegun(step) = act {
            ask::put_text(fields, "note", step.note.as_ref());
        }
    }
}
