//! A date function, chosen from the usual ones or written as text.

use app::desk::{Control, Offered, Wrong};
use app::say;
use app::words::Words;
use domain::clause::Effect;
use serde_json::{Value, json};

use super::super::ask;
use super::super::reader::{Reader, Unread};
use super::json;
use crate::proposal::Fields;

/// The functions of one number, as they are submitted and as the grammar names them.
const OF_A_NUMBER: [(&str, &str); 5] = [
    ("days", "days"),
    ("months", "months"),
    ("first-after-months", "first_of_month_after_months"),
    ("first-after-days", "first_of_month_after_days"),
    ("first-of-nth-month", "first_of_nth_month_after"),
];
const SAME_DAY: &str = "same-day";
const RULE: &str = "rule";
/// The answer that there is no such rule.
const NONE: &str = "none";

/// The questions: which function, and its number. `none` is what it means to have no such rule, where
/// an instrument can have none.
pub fn controls(
    words: Words,
    fields: &Fields,
    name: &str,
    label: String,
    none: Option<String>,
) -> Vec<Control> {
    let mut offered = vec![Offered::new("", say!(words, "desk-choose"))];
    offered.extend(none.map(|none| Offered::new(NONE, none)));
    offered.extend([
        Offered::new(SAME_DAY, say!(words, "act-effect-same-day")),
        Offered::new("days", say!(words, "act-effect-days")),
        Offered::new("months", say!(words, "act-effect-months")),
        Offered::new(
            "first-after-months",
            say!(words, "act-effect-first-after-months"),
        ),
        Offered::new(
            "first-after-days",
            say!(words, "act-effect-first-after-days"),
        ),
        Offered::new(
            "first-of-nth-month",
            say!(words, "act-effect-first-of-nth-month"),
        ),
        Offered::new(RULE, say!(words, "act-effect-rule")),
    ]);
    let number = say!(words, "act-effect-number", label = label.as_str());
    vec![
        ask::select(fields, name, label, offered),
        ask::line(
            fields,
            &of(name),
            number,
            Some(say!(words, "act-effect-number-hint")),
        ),
    ]
}

/// The function that was chosen.
pub fn read(reader: &mut Reader<'_>, name: &str) -> Option<Effect> {
    let chosen = reader.typed(name);
    let number = of(name);
    match chosen.as_str() {
        "" => {
            reader.wrong(name, Wrong::NotChosen);
            None
        }
        SAME_DAY => Some(Effect::SameDay),
        RULE => json::rule(reader, &number, Effect::read),
        chosen => {
            let Some((_, key)) = OF_A_NUMBER.iter().find(|(value, _)| *value == chosen) else {
                reader.wrong(name, Wrong::NotOffered);
                return None;
            };
            if reader.typed(&number).is_empty() {
                reader.wrong(&number, Wrong::Missing);
                return None;
            }
            let count = reader.number(&number)?;
            json::from_value(reader, &number, &json!({ *key: count }), Effect::read)
        }
    }
}

/// The function that was chosen, where an instrument can have none.
///
/// # Errors
/// [`Unread`].
pub fn read_optional(reader: &mut Reader<'_>, name: &str) -> Result<Option<Effect>, Unread> {
    if reader.typed(name) == NONE {
        return Ok(None);
    }
    read(reader, name).map(Some).ok_or(Unread)
}

/// How it would have been chosen; `None` is that there is none.
pub fn typed(fields: &mut Fields, name: &str, effect: Option<&Effect>) {
    let put = |fields: &mut Fields, chosen: &str, number: String| {
        ask::put(fields, name, chosen);
        ask::put(fields, &of(name), number);
    };
    match effect {
        None => put(fields, NONE, String::new()),
        Some(Effect::SameDay) => put(fields, SAME_DAY, String::new()),
        Some(Effect::Days(n)) => put(fields, "days", n.to_string()),
        Some(Effect::Months(n)) => put(fields, "months", n.to_string()),
        Some(Effect::FirstOfMonthAfterMonths(n)) => {
            put(fields, "first-after-months", n.to_string());
        }
        Some(Effect::FirstOfMonthAfterDays(n)) => put(fields, "first-after-days", n.to_string()),
        Some(Effect::FirstOfNthMonthAfter(n)) => put(fields, "first-of-nth-month", n.to_string()),
        Some(effect @ (Effect::Fixed(_) | Effect::Latest(_))) => {
            put(fields, RULE, Value::from(effect.clone()).to_string());
        }
    }
}

/// The name of the answer that holds its number, or its text.
fn of(name: &str) -> String {
    format!("{name}-n")
}
