//! From the day a clause is met, or a consent is given, to the day of its effect.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::clause::grammar::{self, Fields, GrammarError, Place};
use crate::day::{Day, DayError};

/// A date function. The day it is applied to is never counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub enum Effect {
    /// On the same day (North Atlantic Treaty, art. 11).
    SameDay,
    /// So many calendar days later (Paris Agreement, art. 21: the thirtieth day after).
    Days(u32),
    /// So many months later, clamped at the end of the month (UNCLOS, art. 308: twelve months).
    Months(u32),
    /// The first day of the month following the expiration of so many months (Council of Europe).
    FirstOfMonthAfterMonths(u32),
    /// The first day of the month following so many days (Rome Statute, art. 126: sixty).
    FirstOfMonthAfterDays(u32),
    /// The first day of the n-th month after that of the day (UPC Agreement, art. 89: the fourth).
    FirstOfNthMonthAfter(u32),
    /// A day that the instrument itself names.
    Fixed(Day),
    /// The latest of several (CTBT, art. XIV: in no case earlier than …).
    Latest(Vec<Effect>),
}

/// The most days that an effect counts: a century.
pub const MOST_DAYS: u32 = 36_525;
/// The most months that an effect counts: a century.
pub const MOST_MONTHS: u32 = 1_200;
const KEYS: [&str; 8] = [
    "same_day",
    "days",
    "months",
    "first_of_month_after_months",
    "first_of_month_after_days",
    "first_of_nth_month_after",
    "fixed",
    "latest",
];

impl Effect {
    /// The day of effect of something that happened on `day`.
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] after the year 9999.
    pub fn on(&self, day: Day) -> Result<Day, DayError> {
        match self {
            Self::SameDay => Ok(day),
            Self::Days(n) => day.plus_days(*n),
            Self::Months(n) => day.plus_months(*n),
            Self::FirstOfMonthAfterMonths(n) => day.plus_months(*n)?.first_of_next_month(),
            Self::FirstOfMonthAfterDays(n) => day.plus_days(*n)?.first_of_next_month(),
            Self::FirstOfNthMonthAfter(n) => day.first_of_month().plus_months(*n),
            Self::Fixed(fixed) => Ok(*fixed),
            Self::Latest(effects) => effects
                .iter()
                .try_fold(Day::FIRST, |latest, effect| Ok(latest.max(effect.on(day)?))),
        }
    }

    /// Reads an effect.
    ///
    /// # Errors
    /// [`GrammarError`] names the place and what is expected there.
    pub fn read(value: &Value, place: &Place) -> Result<Self, GrammarError> {
        let key = grammar::construct(value, place, &KEYS)?;
        let mut fields = Fields::of(value, place)?;
        let at = place.key(key);
        let inner = fields.get(key).unwrap_or(&Value::Null);
        let number = |least, most| grammar::whole_number(inner, &at, least, most);
        let effect = match key {
            "same_day" => {
                if !fields.mark("same_day")? {
                    return Err(at.error("only true or 1 can stand here"));
                }
                Self::SameDay
            }
            "days" => Self::Days(number(0, MOST_DAYS)?),
            "months" => Self::Months(number(0, MOST_MONTHS)?),
            "first_of_month_after_months" => Self::FirstOfMonthAfterMonths(number(0, MOST_MONTHS)?),
            "first_of_month_after_days" => Self::FirstOfMonthAfterDays(number(0, MOST_DAYS)?),
            "first_of_nth_month_after" => Self::FirstOfNthMonthAfter(number(1, MOST_MONTHS)?),
            "fixed" => Self::Fixed(grammar::day(inner, &at)?),
            _ => Self::Latest(
                grammar::list(inner, &at)?
                    .iter()
                    .enumerate()
                    .map(|(i, item)| Self::read(item, &at.index(i)))
                    .collect::<Result<_, _>>()?,
            ),
        };
        fields.nothing_else()?;
        Ok(effect)
    }
}

impl TryFrom<Value> for Effect {
    type Error = GrammarError;

    fn try_from(value: Value) -> Result<Self, GrammarError> {
        Self::read(&value, &Place::default())
    }
}

impl From<Effect> for Value {
    fn from(effect: Effect) -> Self {
        match effect {
            Effect::SameDay => json!({"same_day": true}),
            Effect::Days(n) => json!({"days": n}),
            Effect::Months(n) => json!({"months": n}),
            Effect::FirstOfMonthAfterMonths(n) => json!({"first_of_month_after_months": n}),
            Effect::FirstOfMonthAfterDays(n) => json!({"first_of_month_after_days": n}),
            Effect::FirstOfNthMonthAfter(n) => json!({"first_of_nth_month_after": n}),
            Effect::Fixed(day) => json!({"fixed": day.to_string()}),
            Effect::Latest(effects) => {
                json!({"latest": effects.into_iter().map(Value::from).collect::<Vec<_>>()})
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn effect(json: &str) -> Effect {
        serde_json::from_str(json).unwrap()
    }

    /// Each row is a real case, named in `app/histories`, or a trap of `docs/REPLAY.md`.
    #[test]
    fn effects_give_the_days_on_record() {
        for (json, from, to) in [
            (r#"{"same_day":1}"#, "1949-08-24", "1949-08-24"),
            (r#"{"days":30}"#, "2016-10-05", "2016-11-04"),
            (r#"{"days":90}"#, "2020-10-02", "2020-12-31"),
            (r#"{"months":12}"#, "1993-11-16", "1994-11-16"),
            (r#"{"months":1}"#, "2024-01-31", "2024-02-29"),
            (
                r#"{"first_of_month_after_months":3}"#,
                "2014-04-22",
                "2014-08-01",
            ),
            // A deposit on the first still waits into the fourth month.
            (
                r#"{"first_of_month_after_months":3}"#,
                "2024-07-01",
                "2024-11-01",
            ),
            (
                r#"{"first_of_month_after_months":3}"#,
                "2023-11-30",
                "2024-03-01",
            ),
            (
                r#"{"first_of_month_after_months":0}"#,
                "2009-11-13",
                "2009-12-01",
            ),
            (
                r#"{"first_of_month_after_days":60}"#,
                "2002-04-11",
                "2002-07-01",
            ),
            (
                r#"{"first_of_nth_month_after":4}"#,
                "2023-02-17",
                "2023-06-01",
            ),
            (
                r#"{"first_of_nth_month_after":6}"#,
                "1998-09-16",
                "1999-03-01",
            ),
            (r#"{"fixed":"2013-07-01"}"#, "2013-06-21", "2013-07-01"),
            (
                r#"{"latest":[{"days":180},{"fixed":"1998-09-24"}]}"#,
                "1997-01-01",
                "1998-09-24",
            ),
            (
                r#"{"latest":[{"days":180},{"fixed":"1998-09-24"}]}"#,
                "1999-01-01",
                "1999-06-30",
            ),
        ] {
            assert_eq!(
                effect(json).on(day(from)),
                Ok(day(to)),
                "{json} from {from}"
            );
        }
    }

    #[test]
    fn a_malformed_effect_is_refused_with_its_place() {
        for (json, text) in [
            (
                r#"{"days":-1}"#,
                "days: a whole number from 0 to 36525 is expected, not the number -1",
            ),
            (
                r#"{"days":1.5}"#,
                "days: a whole number from 0 to 36525 is expected, not the number 1.5",
            ),
            (
                r#"{"first_of_nth_month_after":0}"#,
                "first_of_nth_month_after: a whole number from 1 to 1200 is expected, not the number 0",
            ),
            (
                r#"{"same_day":0}"#,
                "same_day: true is expected, not the number 0",
            ),
            (
                r#"{"same_day":false}"#,
                "same_day: only true or 1 can stand here",
            ),
            (r#"{"latest":[]}"#, "latest: the list is empty"),
            (
                r#"{"latest":[{"fixed":"2024-02-30"}]}"#,
                "latest[0].fixed: “2024-02-30” is not a date; write it as YYYY-MM-DD, for example 2026-01-06",
            ),
            (
                r#"{"days":1,"months":1}"#,
                "the clause: “days” and “months” cannot stand together in one object",
            ),
            (
                r#"{"days":1,"x":1}"#,
                "the clause: “x” is not known here; known are days",
            ),
            ("[]", "the clause: an object is expected, not a list"),
        ] {
            let error = Effect::read(&serde_json::from_str(json).unwrap(), &Place::default());
            assert_eq!(error.unwrap_err().to_string(), text);
        }
    }

    #[test]
    fn an_effect_is_written_as_it_was_read() {
        for json in [
            r#"{"same_day":true}"#,
            r#"{"latest":[{"days":180},{"fixed":"1998-09-24"},{"first_of_nth_month_after":6}]}"#,
            r#"{"first_of_month_after_days":60}"#,
        ] {
            assert_eq!(serde_json::to_string(&effect(json)).unwrap(), json);
        }
    }
}
