//! The form to record that another participant's reservation was accepted.

use app::desk::Control;
use domain::act::{Act, ReservationAccepted};

use super::Form;
use super::case::Case;
use super::reader::Reader;
use super::reservation::{self, Whose};
use crate::proposal::Fields;

/// The participant accepted another's reservation.
pub(super) struct ReservationAcceptedForm;

impl Form for ReservationAcceptedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        vec![reservation::control(case, typed, Whose::Others)]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let (of, reservation) = reservation::read(reader, Whose::Others)?;
        Some(Act::ReservationAccepted(ReservationAccepted {
            of,
            reservation,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ReservationAccepted(accepted) = act {
            reservation::typed(fields, accepted.of, &accepted.reservation);
        }
    }
}
