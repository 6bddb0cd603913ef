//! A date function, chosen from the usual ones or written as text.

use app::desk::{Control, Misdefined, Offered, Wrong};
use app::say;
use app::words::Words;
use domain::clause::Effect;
use domain::clause::effect::{MOST_DAYS, MOST_MONTHS};
use serde_json::Value;

use super::super::ask;
use super::super::reader::{Reader, Unread};
use super::json;
use crate::proposal::Fields;

/// The functions of one number, as they are submitted, with what they take.
const OF_A_NUMBER: [(&str, OfNumber); 5] = [
    ("days", (Effect::Days, 0, MOST_DAYS)),
    ("months", (Effect::Months, 0, MOST_MONTHS)),
    (
        "first-after-months",
        (Effect::FirstOfMonthAfterMonths, 0, MOST_MONTHS),
    ),
    (
        "first-after-days",
        (Effect::FirstOfMonthAfterDays, 0, MOST_DAYS),
    ),
    (
        "first-of-nth-month",
        (Effect::FirstOfNthMonthAfter, 1, MOST_MONTHS),
    ),
];
/// A function of a number, with the least and the most.
type OfNumber = (fn(u32) -> Effect, u32, u32);
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
        SAME_DAY => {
            reader.unasked(&[&number]);
            Some(Effect::SameDay)
        }
        RULE => json::rule(reader, &number, Effect::read),
        chosen => {
            let Some((_, (effect, least, most))) =
                OF_A_NUMBER.iter().find(|(value, _)| *value == chosen)
            else {
                reader.wrong(name, Wrong::NotOffered);
                return None;
            };
            if reader.typed(&number).is_empty() {
                reader.wrong(&number, Wrong::Missing);
                return None;
            }
            let count = reader.number(&number)?;
            let (least, most) = (*least, *most);
            if !(least..=most).contains(&count) {
                reader.wrong(&number, Misdefined::OutOfRange { least, most });
                return None;
            }
            Some(effect(count))
        }
    }
}

/// The function that was chosen, where an instrument can have none.
///
/// # Errors
/// [`Unread`].
pub fn read_optional(reader: &mut Reader<'_>, name: &str) -> Result<Option<Effect>, Unread> {
    if reader.typed(name) == NONE {
        reader.unasked(&[&of(name)]);
        return Ok(None);
    }
    read(reader, name).map(Some).ok_or(Unread)
}

/// Whether one was chosen.
pub fn is_chosen(reader: &Reader<'_>, name: &str) -> bool {
    let chosen = reader.typed(name);
    !chosen.is_empty() && chosen != NONE
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
