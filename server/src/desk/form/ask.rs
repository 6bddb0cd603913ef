//! Short ways to write controls.

use app::desk::{Bounds, Control, Kind, Offered, several_name};
use app::say;
use domain::name::Key;
use domain::text::Text;

use super::case::Case;
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
    control(
        name,
        label,
        None,
        Kind::Choice(offered, typed(fields, name)),
    )
}

/// One of many.
pub fn select(fields: &Fields, name: &str, label: String, offered: Vec<Offered>) -> Control {
    control(
        name,
        label,
        None,
        Kind::Select(offered, typed(fields, name)),
    )
}

/// Any number of a few.
pub fn several(fields: &Fields, name: &str, label: String, offered: Vec<Offered>) -> Control {
    let chosen = offered
        .iter()
        .map(|one| one.value.clone())
        .filter(|value| !typed(fields, &several_name(name, value)).is_empty())
        .collect();
    control(name, label, None, Kind::Several(offered, chosen))
}

/// A day.
pub fn day(fields: &Fields, name: &str, label: String, hint: Option<String>) -> Control {
    control(
        name,
        label,
        hint,
        Kind::Date(Bounds::Exact, date::of(fields, name)),
    )
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

/// A remark, which may be left out.
pub fn note(case: &Case, fields: &Fields) -> Control {
    area(
        fields,
        "note",
        say!(case.words, "act-note"),
        Some(say!(case.words, "act-note-hint")),
    )
}

/// A ground, which has to be given.
pub fn ground(case: &Case, fields: &Fields) -> Control {
    area(
        fields,
        "ground",
        say!(case.words, "act-ground"),
        Some(say!(case.words, "act-ground-hint")),
    )
}

/// A ground, which may be left out.
pub fn optional_ground(case: &Case, fields: &Fields) -> Control {
    area(
        fields,
        "ground",
        say!(case.words, "act-ground-optional"),
        Some(say!(case.words, "act-ground-hint")),
    )
}

/// The articles concerned.
pub fn articles(case: &Case, fields: &Fields) -> Control {
    line(
        fields,
        "articles",
        say!(case.words, "act-articles"),
        Some(say!(case.words, "act-articles-hint")),
    )
}

/// The language in which a text is written.
pub fn language(case: &Case, fields: &Fields) -> Control {
    line(
        fields,
        "lang",
        say!(case.words, "act-language"),
        Some(say!(case.words, "act-language-hint")),
    )
}

/// Puts a text into a form, if there is one.
pub fn put_text(fields: &mut Fields, name: &str, text: Option<&Text>) {
    if let Some(text) = text {
        put(fields, name, text.body.as_str());
    }
}

/// Puts a text and its language into a form.
pub fn put_text_in(fields: &mut Fields, name: &str, language: &str, text: &Text) {
    put(fields, name, text.body.as_str());
    put(fields, language, text.lang.as_str());
}

/// Puts keys into a form, with commas between them.
pub fn put_keys(fields: &mut Fields, name: &str, keys: &[Key]) {
    let keys: Vec<&str> = keys.iter().map(Key::as_str).collect();
    put(fields, name, keys.join(", "));
}

/// Puts one of the answers offered into a form.
pub fn put_choice<T: PartialEq>(
    fields: &mut Fields,
    name: &str,
    offered: &[(&str, T)],
    answer: &T,
) {
    if let Some((value, _)) = offered.iter().find(|(_, one)| one == answer) {
        put(fields, name, *value);
    }
}
