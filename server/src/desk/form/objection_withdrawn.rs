//! The form to record that an objection was withdrawn.

use app::desk::Control;
use domain::act::{Act, ObjectionWithdrawn};

use super::Form;
use super::case::Case;
use super::reader::Reader;
use super::reservation::{self, Whose};
use crate::proposal::Fields;

/// The participant withdrew its objection.
pub(super) struct ObjectionWithdrawnForm;

impl Form for ObjectionWithdrawnForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        vec![reservation::control(case, typed, Whose::ObjectedTo)]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let (to, reservation) = reservation::read(reader, Whose::ObjectedTo)?;
        Some(Act::ObjectionWithdrawn(ObjectionWithdrawn {
            to,
            reservation,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ObjectionWithdrawn(withdrawn) = act {
            reservation::typed(fields, withdrawn.to, &withdrawn.reservation);
        }
    }
}
