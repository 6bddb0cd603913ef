//! The form to record that a reservation was withdrawn.

use app::desk::Control;
use domain::act::{Act, ReservationWithdrawn};

use super::case::Case;
use super::reader::Reader;
use super::reservation::{self, Whose};
use super::{Form, ask};
use crate::proposal::Fields;

/// The participant withdrew its reservation.
pub(super) struct ReservationWithdrawnForm;

impl Form for ReservationWithdrawnForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        vec![reservation::control(case, typed, Whose::Own)]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let (_, reservation) = reservation::read(reader, Whose::Own)?;
        Some(Act::ReservationWithdrawn(ReservationWithdrawn {
            reservation,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        // The act says only which one; whose it is stands beside it.
        if let (Act::ReservationWithdrawn(withdrawn), Ok(of)) =
            (act, ask::typed(fields, "participant").parse())
        {
            reservation::typed(fields, of, &withdrawn.reservation);
        }
    }
}
