//! The form to remove a participant from the list.

use app::desk::Control;
use domain::act::{Act, ParticipantRemoved};

use super::case::Case;
use super::reader::Reader;
use super::{Dated, Form, ask};
use crate::proposal::Fields;

/// A participant is taken off the list.
pub(super) struct ParticipantRemovedForm;

impl Form for ParticipantRemovedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        vec![ask::ground(case, typed)]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let ground = reader.needed_text("ground")?;
        Some(Act::ParticipantRemoved(ParticipantRemoved { ground }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ParticipantRemoved(removed) = act {
            ask::put_text(fields, "ground", Some(&removed.ground));
        }
    }

    fn dated(&self) -> Dated {
        Dated::From
    }
}
