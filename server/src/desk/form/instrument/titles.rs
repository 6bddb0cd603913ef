//! The titles of an instrument: one, and further ones in other languages.

use app::desk::{Control, Misdefined, Wrong};
use app::say;
use domain::name::Lang;
use domain::text::Text;

use super::super::ask;
use super::super::case::Case;
use super::super::reader::{Reader, text};
use crate::proposal::Fields;

/// The questions.
pub fn controls(case: &Case, typed: &Fields) -> Vec<Control> {
    let words = case.words;
    vec![
        ask::line(typed, "title", say!(words, "act-instrument-title"), None),
        ask::line(
            typed,
            "title-lang",
            say!(words, "act-instrument-title-lang"),
            Some(say!(words, "act-language-hint")),
        ),
        ask::area(
            typed,
            "titles",
            say!(words, "act-instrument-titles"),
            Some(say!(words, "act-instrument-titles-hint")),
        ),
    ]
}

/// The titles, the first one first.
pub fn read(reader: &mut Reader<'_>) -> Option<Vec<Text>> {
    let first = reader.needed_text_in("title", "title-lang");
    let mut others = Vec::new();
    for line in reader.lines("titles") {
        let parsed = line.split_once(':').and_then(|(lang, title)| {
            let lang: Lang = lang.trim().parse().ok()?;
            let title = text(reader.case.words, title.trim()).ok()?;
            Some(Text {
                lang,
                body: title.body,
            })
        });
        let Some(title) = parsed else {
            reader.wrong("titles", Wrong::NotALine(line));
            return None;
        };
        others.push(title);
    }
    let mut titles = vec![first?];
    for title in others {
        if titles.iter().any(|one| one.lang == title.lang) {
            let lang = title.lang.to_string();
            reader.wrong("titles", Misdefined::TitleTwice(lang));
            return None;
        }
        titles.push(title);
    }
    Some(titles)
}

/// How they would have been typed.
pub fn typed(titles: &[Text], fields: &mut Fields) {
    let Some((first, others)) = titles.split_first() else {
        return;
    };
    ask::put_text_in(fields, "title", "title-lang", first);
    let lines: Vec<String> = others
        .iter()
        .map(|title| format!("{}: {}", title.lang, title.body.as_str()))
        .collect();
    ask::put(fields, "titles", lines.join("\n"));
}

/// The language of the desk, until another is typed.
pub fn offered(case: &Case, fields: &mut Fields) {
    ask::put(fields, "title-lang", case.words.tag());
}
