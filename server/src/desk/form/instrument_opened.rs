//! The form to open an instrument in the register.

use app::desk::{Control, Group};
use domain::act::{Act, InstrumentDefined};

use super::case::Case;
use super::reader::Reader;
use super::{Dated, Form, instrument};
use crate::proposal::Fields;

/// An instrument is opened.
pub(super) struct InstrumentOpenedForm;

impl Form for InstrumentOpenedForm {
    fn asks(&self, _case: &Case, _typed: &Fields) -> Vec<Control> {
        Vec::new()
    }

    fn more(&self, case: &Case, typed: &Fields) -> Vec<Group> {
        instrument::groups(case, typed)
    }

    fn reads(&self, case: &Case, act: &Act) -> Option<Vec<Control>> {
        match act {
            Act::InstrumentOpened(defined) => Some(instrument::lines(case, &defined.instrument)),
            _ => None,
        }
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let instrument = instrument::definition(reader)?;
        Some(Act::InstrumentOpened(InstrumentDefined {
            instrument: Box::new(instrument),
            reason: None,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::InstrumentOpened(defined) = act {
            instrument::typed(&defined.instrument, fields);
        }
    }

    fn dated(&self) -> Dated {
        Dated::From
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        instrument::offered(case, fields);
    }
}
