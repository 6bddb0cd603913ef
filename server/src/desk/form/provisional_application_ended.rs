//! The form to record that provisional application ends.

use app::desk::Control;
use app::say;
use domain::act::{Act, ProvisionalApplicationEnded};
use domain::legal_date::LegalDate;

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask, date};
use crate::proposal::Fields;

/// The participant ends its provisional application.
pub(super) struct ProvisionalApplicationEndedForm;

impl Form for ProvisionalApplicationEndedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        vec![ask::day(
            typed,
            "from",
            say!(words, "act-provisional-until"),
            Some(say!(words, "desk-date-hint")),
        )]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let from = reader.day("from").map(LegalDate::on)?;
        Some(Act::ProvisionalApplicationEnded(
            ProvisionalApplicationEnded { from },
        ))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ProvisionalApplicationEnded(ended) = act {
            date::typed(fields, "from", &ended.from);
        }
    }
}
