//! Short ways to write controls.

use app::desk::{Bounds, Control, Kind, Offered};

use super::date;
use crate::proposal::Fields;

/// What was typed under this name.
pub fn typed(fields: &Fields, name: &str) -> String {
    fields.0.get(name).cloned().unwrap_or_default()
}

/// Puts an answer into a form.
pub fn put(fields: &mut Fields, name: &str, value: impl Into<String>) {
    fields.0.insert(name.to_owned(), value.into());
}

/// A line of text.
pub fn line(fields: &Fields, name: &str, label: String, hint: Option<String>) -> Control {
    control(name, label, hint, Kind::Line(typed(fields, name)))
}

/// A longer text.
pub fn area(fields: &Fields, name: &str, label: String, hint: Option<String>) -> Control {
    control(name, label, hint, Kind::Area(typed(fields, name)))
}

/// A whole number.
pub fn number(fields: &Fields, name: &str, label: String, hint: Option<String>) -> Control {
    control(name, label, hint, Kind::Number(typed(fields, name)))
}

/// One of a few.
pub fn choice(fields: &Fields, name: &str, label: String, offered: Vec<Offered>) -> Control {
    control(name, label, None, Kind::Choice(offered, typed(fields, name)))
}

/// One of many.
pub fn select(fields: &Fields, name: &str, label: String, offered: Vec<Offered>) -> Control {
    control(name, label, None, Kind::Select(offered, typed(fields, name)))
}

/// A day.
pub fn day(fields: &Fields, name: &str, label: String, hint: Option<String>) -> Control {
    control(name, label, hint, Kind::Date(Bounds::Exact, date::of(fields, name)))
}

/// What the form takes as given.
pub fn told(name: &str, label: String, text: String) -> Control {
    control(name, label, None, Kind::Told(text))
}

fn control(name: &str, label: String, hint: Option<String>, kind: Kind) -> Control {
    Control {
        name: name.to_owned(),
        label,
        hint,
        kind,
    }
}
