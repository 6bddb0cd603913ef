//! What activates the obligations of an instrument that is in force, where that is a separate condition.

use app::desk::{Control, Offered};
use app::say;
use app::words::Words;
use domain::clause::Condition;

use super::super::ask;
use super::super::reader::{Reader, Unread};
use super::json;
use crate::proposal::Fields;

/// How the condition is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    None,
    Event,
    Rule,
}

const GIVEN: [(&str, Given); 3] = [
    ("none", Given::None),
    ("event", Given::Event),
    ("rule", Given::Rule),
];
const TEXT: &str = "activation-text";

/// The questions.
pub fn controls(words: Words, typed: &Fields) -> Vec<Control> {
    let offered = vec![
        Offered::new("none", say!(words, "act-activation-none")),
        Offered::new("event", say!(words, "act-activation-event")),
        Offered::new("rule", say!(words, "act-activation-rule")),
    ];
    vec![
        ask::choice(typed, "activation", say!(words, "act-activation"), offered),
        ask::area(
            typed,
            TEXT,
            say!(words, "act-activation-text"),
            Some(say!(words, "act-activation-text-hint")),
        ),
    ]
}

/// The condition, if there is one.
///
/// # Errors
/// [`Unread`].
pub fn read(reader: &mut Reader<'_>) -> Result<Option<Condition>, Unread> {
    let read = match reader.choice("activation", &GIVEN).ok_or(Unread)? {
        Given::None => {
            reader.unasked(&[TEXT]);
            return Ok(None);
        }
        Given::Event => reader.key(TEXT).map(Condition::Event),
        Given::Rule => json::rule(reader, TEXT, Condition::read),
    };
    read.map(Some).ok_or(Unread)
}

/// How it would have been given.
pub fn typed(condition: Option<&Condition>, fields: &mut Fields) {
    let given = match condition {
        None => Given::None,
        Some(Condition::Event(event)) => {
            ask::put(fields, TEXT, event.as_str());
            Given::Event
        }
        Some(condition) => {
            ask::put(fields, TEXT, json::typed(condition.clone()));
            Given::Rule
        }
    };
    ask::put_choice(fields, "activation", &GIVEN, &given);
}
