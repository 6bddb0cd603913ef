//! The form to take a published statement back. It stays visible, marked as taken back.

use app::desk::Control;
use domain::act::{Act, StatementRetracted};

use super::case::Case;
use super::reader::Reader;
use super::{Dated, Form};
use crate::proposal::Fields;

/// A statement is taken back. What is asked is what every correction asks.
pub(super) struct StatementRetractedForm;

impl Form for StatementRetractedForm {
    fn asks(&self, _case: &Case, _typed: &Fields) -> Vec<Control> {
        Vec::new()
    }

    fn act(&self, _reader: &mut Reader<'_>) -> Option<Act> {
        Some(Act::StatementRetracted(StatementRetracted {}))
    }

    fn typed(&self, _act: &Act, _fields: &mut Fields) {}

    fn dated(&self) -> Dated {
        Dated::Today
    }
}
