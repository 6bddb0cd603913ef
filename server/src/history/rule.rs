//! The column `rule_json`: the clause, and what is known of the history's completeness.

use std::collections::BTreeSet;
use std::fmt;

use domain::clause::grammar::{self, Place};
use domain::clause::{Clause, Condition};
use domain::day::Day;
use domain::entity::EntityCode;
use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::history::table::known_code;

/// A clause with what a history adds to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The clause.
    pub clause: Clause,
    /// All listed without a deposit date are known to have deposited by this day.
    pub known_complete_on: Option<Day>,
    /// All but these.
    pub never: BTreeSet<EntityCode>,
}

/// More significant digits than a JSON number is sure to carry through a reader.
const MOST_DIGITS: usize = 15;

/// Reads a rule.
///
/// # Errors
/// What is wrong with it, and where.
pub fn read(text: &str) -> Result<Rule, String> {
    let NoRepeatedKey(mut value) =
        serde_json::from_str(text).map_err(|e| format!("not valid JSON: {e}"))?;
    if let Some(number) = too_long_number(text) {
        return Err(format!(
            "the number {number} has more than {MOST_DIGITS} digits; write it as a text, in quotation marks"
        ));
    }
    let place = Place::default();
    let Value::Object(map) = &mut value else {
        return Err(format!(
            "an object is expected, not {}",
            grammar::kind_of(&value)
        ));
    };
    let known_complete_on = match map.remove("known_complete_on") {
        None | Some(Value::Null) => None,
        Some(day) => {
            Some(grammar::day(&day, &place.key("known_complete_on")).map_err(|e| e.to_string())?)
        }
    };
    let never = match map.remove("never") {
        None | Some(Value::Null) => BTreeSet::new(),
        Some(Value::Array(codes)) if codes.is_empty() => BTreeSet::new(),
        Some(codes) => grammar::codes(&codes, &place.key("never")).map_err(|e| e.to_string())?,
    };
    let clause = Clause::read(&value, &place).map_err(|e| e.to_string())?;
    let rule = Rule {
        clause,
        known_complete_on,
        never,
    };
    match rule
        .codes()
        .into_iter()
        .find_map(|code| known_code(code.as_str()).err())
    {
        Some(problem) => Err(problem),
        None => Ok(rule),
    }
}

impl Rule {
    /// The participants whose consent the clause asks for by name.
    pub fn named(&self) -> BTreeSet<EntityCode> {
        let mut named = BTreeSet::new();
        for condition in self.clause.conditions() {
            if let Condition::Named(codes) = condition {
                named.extend(codes);
            }
        }
        named
    }

    fn codes(&self) -> BTreeSet<EntityCode> {
        let mut codes = self.clause.mentioned();
        codes.extend(&self.never);
        codes.extend(self.clause.acceding.iter().flatten());
        for condition in self.clause.conditions() {
            if let Condition::Count(count) = condition {
                codes.extend(&count.other_than);
            }
        }
        codes
    }
}

/// A JSON value in which no object has the same key twice: which one was meant is not known.
struct NoRepeatedKey(Value);

impl<'de> Deserialize<'de> for NoRepeatedKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON value")
            }

            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
                Ok(value.into())
            }

            fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
                Ok(value.into())
            }

            fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
                Ok(value.into())
            }

            fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
                Ok(value.into())
            }

            fn visit_str<E>(self, value: &str) -> Result<Value, E> {
                Ok(value.into())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
                let mut list = Vec::new();
                while let Some(NoRepeatedKey(item)) = items.next_element()? {
                    list.push(item);
                }
                Ok(Value::Array(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
                let mut map = serde_json::Map::new();
                while let Some((key, NoRepeatedKey(value))) = fields.next_entry::<String, _>()? {
                    if map.contains_key(&key) {
                        let key: String = key.chars().take(40).collect();
                        return Err(A::Error::custom(format!("the key “{key}” stands twice")));
                    }
                    map.insert(key, value);
                }
                Ok(Value::Object(map))
            }
        }

        deserializer.deserialize_any(Reader).map(NoRepeatedKey)
    }
}

/// The first number outside of texts that is too long to be carried exactly.
fn too_long_number(json: &str) -> Option<String> {
    let mut in_text = false;
    let mut escaped = false;
    let mut number = String::new();
    for c in json.chars().chain([' ']) {
        if in_text {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => in_text = false,
                _ => {}
            }
            continue;
        }
        if c.is_ascii_digit() || (!number.is_empty() && matches!(c, '.' | 'e' | 'E' | '+' | '-')) {
            number.push(c);
            continue;
        }
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if digits > MOST_DIGITS {
            return Some(number);
        }
        number.clear();
        in_text = c == '"';
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_read_exactly_or_refused() {
        let rule = |share: &str| {
            read(&format!(
                r#"{{"first_of":[{{"when":{{"weight_pct":{share}}},"then":{{"days":1}}}}]}}"#
            ))
        };
        assert!(rule("66.666666666667").is_ok());
        assert!(
            rule("55.00000000000000001")
                .unwrap_err()
                .contains("more than 15 digits")
        );
        assert!(rule("\"55.000000000001\"").is_ok());
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (json, part) in [
            ("{", "not valid JSON"),
            (
                r#"{"first_of":[{"when":{"count":1,"count":2},"then":{"days":1}}]}"#,
                "the key “count” stands twice",
            ),
            ("[]", "an object is expected, not a list"),
            (
                r#"{"first_of":[{"when":{"named":["XYZ"]},"then":{"days":1}}]}"#,
                "no State or organisation with the code XYZ",
            ),
            (
                r#"{"first_of":[{"when":{"all":true},"then":{"days":1}}],"known_complete_on":"2020-13-01"}"#,
                "known_complete_on: “2020-13-01” is not a date",
            ),
            (
                r#"{"first_of":[{"when":{"all":true},"then":{"days":1}}],"never":["usa"]}"#,
                "never[0]: “usa” is not a code",
            ),
        ] {
            let error = read(json).unwrap_err();
            assert!(error.contains(part), "{json}: {error}");
        }
    }
}
