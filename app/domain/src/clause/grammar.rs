//! Reading and writing clauses as JSON, with errors that say where and why.
//!
//! The grammar is that of `docs/REGISTER.md`. It is read by hand rather than derived, since
//! each construct is an object whose one key names it, and a person who writes a clause needs to be
//! told which part is wrong.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::{Map, Value};

use crate::day::Day;
use crate::entity::EntityCode;

/// A part of a clause that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct GrammarError {
    /// Where in the clause, such as `first_of[0].when.and[1]`.
    pub place: Place,
    /// What is wrong there, and what is expected.
    pub problem: String,
}

/// A place in a clause.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place(String);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() {
            "the clause"
        } else {
            &self.0
        })
    }
}

impl Place {
    /// The place of the value under `key`.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        Self(if self.0.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.0)
        })
    }

    /// The place of the item at `index`.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}[{index}]", self.0))
    }

    /// An error here.
    pub fn error(&self, problem: impl Into<String>) -> GrammarError {
        GrammarError {
            place: self.clone(),
            problem: problem.into(),
        }
    }
}

/// A JSON object being read: every key must be asked for, or it is refused as unknown.
pub struct Fields<'a> {
    map: &'a Map<String, Value>,
    place: &'a Place,
    asked: BTreeSet<&'static str>,
}

impl<'a> Fields<'a> {
    /// The object at this place.
    ///
    /// # Errors
    /// If the value is not an object.
    pub fn of(value: &'a Value, place: &'a Place) -> Result<Self, GrammarError> {
        match value {
            Value::Object(map) => Ok(Self {
                map,
                place,
                asked: BTreeSet::new(),
            }),
            other => Err(place.error(format!("an object is expected, not {}", kind_of(other)))),
        }
    }

    /// The value under `key`, if it is there.
    pub fn get(&mut self, key: &'static str) -> Option<&'a Value> {
        self.asked.insert(key);
        self.map.get(key)
    }

    /// Whether the mark `key` is set: absent or `false` is no, `true` or `1` is yes.
    ///
    /// # Errors
    /// If it is anything else.
    pub fn mark(&mut self, key: &'static str) -> Result<bool, GrammarError> {
        match self.get(key) {
            None | Some(Value::Bool(false)) => Ok(false),
            Some(Value::Bool(true)) => Ok(true),
            Some(Value::Number(n)) if n.as_u64() == Some(1) => Ok(true),
            Some(other) => Err(self
                .place
                .key(key)
                .error(format!("true is expected, not {}", kind_of(other)))),
        }
    }

    /// Refuses keys that were not asked for.
    ///
    /// # Errors
    /// Names the first of them.
    pub fn nothing_else(self) -> Result<(), GrammarError> {
        match self
            .map
            .keys()
            .find(|key| !self.asked.contains(key.as_str()))
        {
            None => Ok(()),
            Some(key) => {
                let known: Vec<_> = self.asked.iter().copied().collect();
                let key: String = key.chars().take(40).collect();
                Err(self.place.error(format!(
                    "“{key}” is not known here; known are {}",
                    known.join(", ")
                )))
            }
        }
    }
}

/// The kind of a JSON value, for error texts.
pub fn kind_of(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(b) => b.to_string(),
        Value::Number(n) => format!("the number {n}"),
        Value::String(s) => format!("the text “{}”", s.chars().take(40).collect::<String>()),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// A whole number from `least` to `most`.
///
/// # Errors
/// If the value is anything else.
pub fn whole_number(
    value: &Value,
    place: &Place,
    least: u32,
    most: u32,
) -> Result<u32, GrammarError> {
    value
        .as_u64()
        .and_then(|n| u32::try_from(n).ok())
        .filter(|n| (least..=most).contains(n))
        .ok_or_else(|| {
            place.error(format!(
                "a whole number from {least} to {most} is expected, not {}",
                kind_of(value)
            ))
        })
}

/// A day.
///
/// # Errors
/// If the value is not a text that names one.
pub fn day(value: &Value, place: &Place) -> Result<Day, GrammarError> {
    match value {
        Value::String(text) => text
            .parse()
            .map_err(|e: crate::day::DayError| place.error(e.to_string())),
        other => Err(place.error(format!("a date is expected, not {}", kind_of(other)))),
    }
}

/// A list.
///
/// # Errors
/// If the value is not a list, or is empty.
pub fn list<'a>(value: &'a Value, place: &Place) -> Result<&'a [Value], GrammarError> {
    match value {
        Value::Array(items) if items.is_empty() => Err(place.error("the list is empty")),
        Value::Array(items) => Ok(items),
        other => Err(place.error(format!("a list is expected, not {}", kind_of(other)))),
    }
}

/// A set of codes of entities, each named once.
///
/// # Errors
/// If the value is not such a list.
pub fn codes(value: &Value, place: &Place) -> Result<BTreeSet<EntityCode>, GrammarError> {
    let mut set = BTreeSet::new();
    for (i, item) in list(value, place)?.iter().enumerate() {
        let place = place.index(i);
        let code: EntityCode = match item {
            Value::String(text) => text
                .parse()
                .map_err(|e: crate::entity::NotACode| place.error(e.to_string()))?,
            other => return Err(place.error(format!("a code is expected, not {}", kind_of(other)))),
        };
        if !set.insert(code) {
            return Err(place.error(format!("{code} stands twice in the list")));
        }
    }
    Ok(set)
}

/// Codes as a JSON list.
pub fn codes_to_json(codes: &BTreeSet<EntityCode>) -> Value {
    codes.iter().map(EntityCode::as_str).collect()
}

/// The one key of an object that names a construct.
///
/// # Errors
/// If none or several of the `known` keys are there.
pub fn construct(
    value: &Value,
    place: &Place,
    known: &[&'static str],
) -> Result<&'static str, GrammarError> {
    let Value::Object(map) = value else {
        return Err(place.error(format!("an object is expected, not {}", kind_of(value))));
    };
    let mut found = known.iter().copied().filter(|key| map.contains_key(*key));
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(place.error(format!("one of {} is expected", known.join(", ")))),
        (Some(one), Some(two)) => Err(place.error(format!(
            "“{one}” and “{two}” cannot stand together in one object"
        ))),
    }
}
