//! The form to record that a step, or the whole procedure, is not required.

use app::desk::Control;
use domain::act::{Act, StepNotRequired};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// A step is not required.
pub(super) struct StepNotRequiredForm;

impl Form for StepNotRequiredForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        vec![ask::ground(case, typed)]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let ground = reader.needed_text("ground")?;
        Some(Act::StepNotRequired(StepNotRequired { ground }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::StepNotRequired(step) = act {
            ask::put_text(fields, "ground", Some(&step.ground));
        }
    }
}
