//! The form to record a declaration.

use app::desk::Control;
use app::say;
use domain::act::{Act, DeclarationMade};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// The participant made a declaration.
pub(super) struct DeclarationMadeForm;

impl Form for DeclarationMadeForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        vec![
            ask::area(
                typed,
                "text",
                say!(words, "act-text"),
                Some(say!(words, "act-text-hint")),
            ),
            ask::language(case, typed),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let text = reader.needed_text_in("text", "lang")?;
        Some(Act::DeclarationMade(DeclarationMade { text }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::DeclarationMade(declaration) = act {
            ask::put_text_in(fields, "text", "lang", &declaration.text);
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        ask::put(fields, "lang", case.words.tag());
    }
}
