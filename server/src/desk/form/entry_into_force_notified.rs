//! The form with which the depositary notifies entry into force.

use app::desk::Control;
use app::say;
use domain::act::{Act, EntryIntoForceNotified};
use domain::legal_date::LegalDate;

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask, date};
use crate::proposal::Fields;

/// The depositary notified entry into force.
pub(super) struct EntryIntoForceNotifiedForm;

impl Form for EntryIntoForceNotifiedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        vec![
            ask::day(
                typed,
                "in-force",
                say!(words, "act-in-force"),
                Some(say!(words, "desk-date-hint")),
            ),
            ask::line(
                typed,
                "number",
                say!(words, "act-number"),
                Some(say!(words, "act-number-hint")),
            ),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let number = reader.text("number");
        let in_force = reader.day("in-force")?;
        Some(Act::EntryIntoForceNotified(EntryIntoForceNotified {
            in_force,
            number,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::EntryIntoForceNotified(notified) = act {
            date::typed(fields, "in-force", &LegalDate::on(notified.in_force));
            ask::put_text(fields, "number", notified.number.as_ref());
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        // The day that the clause gives, to be confirmed by whoever notifies it.
        if let Some(met) = case.view().and_then(|view| view.evaluation.met.as_ref()) {
            date::typed(fields, "in-force", &LegalDate::on(met.in_force));
        }
    }
}
