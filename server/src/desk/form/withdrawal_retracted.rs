//! The form to record that a notice of withdrawal was taken back.

use app::desk::Control;
use domain::act::{Act, WithdrawalRetracted};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// The participant took its notice of withdrawal back.
pub(super) struct WithdrawalRetractedForm;

impl Form for WithdrawalRetractedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        vec![ask::note(case, typed)]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        Some(Act::WithdrawalRetracted(WithdrawalRetracted {
            note: reader.text("note"),
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::WithdrawalRetracted(retracted) = act {
            ask::put_text(fields, "note", retracted.note.as_ref());
        }
    }
}
