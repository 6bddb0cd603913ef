//! The form to record that a period that runs was prolonged.

use std::num::NonZeroU32;

use app::desk::{Control, Wrong};
use app::say;
use domain::act::{Act, ClockExtended};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask, period};
use crate::proposal::Fields;

/// A period was prolonged.
pub(super) struct ClockExtendedForm;

impl Form for ClockExtendedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        vec![
            period::control(case, typed),
            ask::number(
                typed,
                "by",
                say!(words, "act-extended-by"),
                Some(say!(words, "act-extended-by-hint")),
            ),
            ask::note(case, typed),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let note = reader.text("note");
        let period = period::read(reader);
        let by = match reader.number("by") {
            Some(by) => {
                let by = NonZeroU32::new(by);
                if by.is_none() {
                    reader.wrong("by", Wrong::NotANumber);
                }
                by
            }
            None if reader.typed("by").is_empty() => {
                reader.wrong("by", Wrong::Missing);
                None
            }
            None => None,
        };
        let (period, by) = (period?, by?);
        Some(Act::ClockExtended(ClockExtended { period, by, note }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ClockExtended(extended) = act {
            period::put(fields, extended.period);
            ask::put(fields, "by", extended.by.to_string());
            ask::put_text(fields, "note", extended.note.as_ref());
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        period::offer(case, fields);
    }
}
