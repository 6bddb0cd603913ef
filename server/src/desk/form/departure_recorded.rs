//! The form to record that reality departed from the procedure.

use app::desk::Control;
use app::say;
use domain::act::{Act, DepartureRecorded};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// A departure from the procedure.
pub(super) struct DepartureRecordedForm;

impl Form for DepartureRecordedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        vec![
            ask::ground(case, typed),
            ask::area(
                typed,
                "course",
                say!(case.words, "act-departure-course"),
                None,
            ),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let ground = reader.needed_text("ground");
        let course = reader.needed_text("course");
        Some(Act::DepartureRecorded(DepartureRecorded {
            ground: ground?,
            course: course?,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::DepartureRecorded(departure) = act {
            ask::put_text(fields, "ground", Some(&departure.ground));
            ask::put_text(fields, "course", Some(&departure.course));
        }
    }
}
