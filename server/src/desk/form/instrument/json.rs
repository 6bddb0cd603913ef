//! A rule written as text in the grammar of the register, with errors that say where.

use app::desk::{Misdefined, Wrong};
use domain::clause::grammar::{GrammarError, Place};
use serde_json::Value;

use super::super::reader::Reader;

/// The rule that stands in an answer, read by `read`.
pub fn rule<T>(
    reader: &mut Reader<'_>,
    control: &str,
    read: impl FnOnce(&Value, &Place) -> Result<T, GrammarError>,
) -> Option<T> {
    let typed = reader.typed(control);
    if typed.is_empty() {
        reader.wrong(control, Wrong::Missing);
        return None;
    }
    match serde_json::from_str(&typed) {
        Ok(value) => from_value(reader, control, &value, read),
        Err(error) => {
            let wrong = Misdefined::NotJson {
                line: error.line(),
                column: error.column(),
            };
            reader.wrong(control, wrong);
            None
        }
    }
}

/// The rule that a value says, with the mistake kept beside this control.
pub fn from_value<T>(
    reader: &mut Reader<'_>,
    control: &str,
    value: &Value,
    read: impl FnOnce(&Value, &Place) -> Result<T, GrammarError>,
) -> Option<T> {
    match read(value, &Place::default()) {
        Ok(rule) => Some(rule),
        Err(GrammarError { place, problem }) => {
            let place = place.to_string();
            reader.wrong(control, Misdefined::Grammar { place, problem });
            None
        }
    }
}

/// A rule as it would have been typed.
pub fn typed(rule: impl Into<Value>) -> String {
    let value: Value = rule.into();
    serde_json::to_string_pretty(&value).unwrap_or_else(|_| value.to_string())
}
