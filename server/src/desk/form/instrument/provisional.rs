//! The rules on provisional application (VCLT art. 25).

use app::desk::{Control, Offered};
use app::say;
use app::words::Words;
use domain::instrument::ProvisionalApplicationRule;

use super::super::ask;
use super::super::reader::Reader;
use crate::proposal::Fields;

const PROVIDED: [(&str, bool); 2] = [("no", false), ("yes", true)];

/// The questions.
pub fn controls(words: Words, typed: &Fields) -> Vec<Control> {
    let offered = vec![
        Offered::new("no", say!(words, "act-provisional-no")),
        Offered::new("yes", say!(words, "act-provisional-yes")),
    ];
    vec![
        ask::choice(
            typed,
            "provisional",
            say!(words, "act-provisional"),
            offered,
        ),
        ask::line(
            typed,
            "provisional-of",
            say!(words, "act-provisional-of"),
            Some(say!(words, "act-provisional-of-hint")),
        ),
    ]
}

/// The rule.
pub fn read(reader: &mut Reader<'_>) -> Option<ProvisionalApplicationRule> {
    if reader.choice("provisional", &PROVIDED)? {
        Some(ProvisionalApplicationRule::Of(
            reader.keys("provisional-of"),
        ))
    } else {
        reader.unasked(&["provisional-of"]);
        Some(ProvisionalApplicationRule::NotProvided)
    }
}

/// How it would have been chosen.
pub fn typed(rule: &ProvisionalApplicationRule, fields: &mut Fields) {
    let is_provided = matches!(rule, ProvisionalApplicationRule::Of(_));
    ask::put_choice(fields, "provisional", &PROVIDED, &is_provided);
    if let ProvisionalApplicationRule::Of(articles) = rule {
        ask::put_keys(fields, "provisional-of", articles);
    }
}

/// The rule in words.
pub fn line(words: Words, rule: &ProvisionalApplicationRule) -> String {
    match rule {
        ProvisionalApplicationRule::NotProvided => say!(words, "act-provisional-no"),
        ProvisionalApplicationRule::Of(articles) if articles.is_empty() => {
            say!(words, "act-provisional-whole")
        }
        ProvisionalApplicationRule::Of(articles) => {
            let articles: Vec<String> = articles.iter().map(ToString::to_string).collect();
            say!(
                words,
                "act-provisional-articles",
                articles = words.list(&articles)
            )
        }
    }
}
