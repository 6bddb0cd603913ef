//! Where a fact can be read: up to three sources.

use app::desk::{Control, Kind, SourceTyped, Wrong};
use app::say;
use app::words::Words;
use domain::text::{Confidence, SafeUrl, Source};

use super::ask::{put, typed as text};
use super::case::Case;
use super::reader::FieldError;
use crate::proposal::Fields;

/// The most sources a form takes.
const MOST: usize = 3;
/// The name of the control.
pub const NAME: &str = "source";

/// The control.
pub fn control(case: &Case, typed: &Fields) -> Control {
    Control {
        name: NAME.to_owned(),
        label: say!(case.words, "desk-sources"),
        hint: Some(say!(case.words, "desk-sources-hint")),
        kind: Kind::Sources((0..MOST).map(|at| one(typed, at)).collect()),
    }
}

fn one(fields: &Fields, at: usize) -> SourceTyped {
    let part = |part: &str| text(fields, &format!("{NAME}-{at}-{part}"));
    SourceTyped {
        citation: part("citation"),
        url: part("url"),
        confidence: part("confidence"),
    }
}

/// How sources would have been typed.
pub fn typed(fields: &mut Fields, sources: &[Source]) {
    for (at, source) in sources.iter().take(MOST).enumerate() {
        put(
            fields,
            &format!("{NAME}-{at}-citation"),
            source.citation.body.as_str(),
        );
        if let Some(url) = &source.url {
            put(fields, &format!("{NAME}-{at}-url"), url.as_str());
        }
        let confidence = match source.confidence {
            Some(Confidence::High) => "high",
            Some(Confidence::Medium) => "medium",
            Some(Confidence::Low) => "low",
            None => "",
        };
        put(fields, &format!("{NAME}-{at}-confidence"), confidence);
    }
}

/// The sources that were typed. Empty ones are left out.
pub fn read(words: Words, fields: &Fields, errors: &mut Vec<FieldError>) -> Vec<Source> {
    let mut sources = Vec::new();
    for at in 0..MOST {
        let typed = one(fields, at);
        let (citation, url) = (typed.citation.trim(), typed.url.trim());
        if citation.is_empty() && url.is_empty() {
            continue;
        }
        let mut wrong = |part: &str, wrong: Wrong| {
            let at_input = if at == 0 && part == "citation" {
                NAME.to_owned()
            } else {
                format!("{NAME}-{at}-{part}")
            };
            errors.push(FieldError {
                control: format!("{NAME}-{at}"),
                at: at_input,
                wrong,
            });
        };
        if citation.is_empty() {
            wrong("citation", Wrong::CitationMissing);
            continue;
        }
        let citation = match super::reader::text(words, citation) {
            Ok(citation) => citation,
            Err(problem) => {
                wrong("citation", problem);
                continue;
            }
        };
        let url = if url.is_empty() {
            None
        } else if let Ok(url) = SafeUrl::try_from(url.to_owned()) {
            Some(url)
        } else {
            wrong("url", Wrong::NotAnAddress);
            continue;
        };
        let confidence = match typed.confidence.as_str() {
            "high" => Some(Confidence::High),
            "medium" => Some(Confidence::Medium),
            "low" => Some(Confidence::Low),
            "" => None,
            _ => {
                wrong("confidence", Wrong::NotOffered);
                continue;
            }
        };
        sources.push(Source {
            citation,
            url,
            confidence,
        });
    }
    sources
}

/// Whether anything was typed into any of them.
pub fn any_typed(fields: &Fields) -> bool {
    (0..MOST)
        .map(|at| one(fields, at))
        .any(|typed| !typed.citation.trim().is_empty() || !typed.url.trim().is_empty())
}
