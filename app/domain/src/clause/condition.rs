//! What has to be the case for a treaty to enter into force.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::clause::grammar::{self, Fields, GrammarError, Place};
use crate::day::Day;
use crate::entity::EntityCode;
use crate::name::Key;
use crate::share::Share;

/// A condition, evaluated at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub enum Condition {
    /// All of these.
    And(Vec<Condition>),
    /// At least one of these.
    Or(Vec<Condition>),
    /// Each of these has expressed its consent (CTBT, art. XIV and Annex 2).
    Named(BTreeSet<EntityCode>),
    /// Everybody who is on the list of participants on that day (NATO accession protocols, art. II).
    All,
    /// At least so many have expressed their consent (Istanbul Convention, art. 75).
    Count(Count),
    /// At least a fraction, or more than a fraction, of a base (North Atlantic Treaty, art. 11).
    Fraction(Fraction),
    /// At least so large a share, by the instrument's table of weights (Paris Agreement, art. 21).
    Weight(Weight),
    /// Not before this day (Convention 108+, art. 37).
    FromDate(Day),
    /// Another event has been recorded, such as a ceasefire or another treaty's entry into force.
    Event(Key),
}

/// At least `need` participants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// How many, at least 1.
    pub need: u32,
    /// Only these are counted; `None` counts everybody.
    pub of: Option<BTreeSet<EntityCode>>,
    /// These are not counted.
    pub other_than: BTreeSet<EntityCode>,
    /// Whether organisations are counted on top of their members.
    pub organisations: Organisations,
}

/// Whether an organisation's consent counts on top of its members' (the REIO clause of UN treaties).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Organisations {
    /// It counts like a State's.
    Counted,
    /// It is not counted (`no_reio`).
    NotCounted,
}

/// A fraction of a base of participants. The members of the base are the ones counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fraction {
    /// The numerator, at least 1.
    pub numerator: u32,
    /// The denominator, not less than the numerator.
    pub denominator: u32,
    /// How the fraction is compared.
    pub compared: Compared,
    /// What it is a fraction of.
    pub base: Base,
    /// The day on which the base is frozen; `None` if it is taken anew each day.
    pub base_on: Option<Day>,
    /// Whether organisations belong to the base.
    pub organisations: Organisations,
}

/// How a number is compared with a fraction of its base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// The fraction itself is enough.
    AtLeast,
    /// It takes more than the fraction (`more_than`): a majority is more than one half.
    MoreThan,
}

/// What a fraction is a fraction of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Base {
    /// Everybody on the list of participants.
    Listed,
    /// Everybody who has signed.
    Signatories,
    /// These.
    These(BTreeSet<EntityCode>),
}

/// A share by weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weight {
    /// The share needed, in percent.
    pub need: Share,
    /// Whether an organisation's weight counts on top of its members'.
    pub organisations: Organisations,
}

const KEYS: [&str; 9] = [
    "and",
    "or",
    "named",
    "all",
    "count",
    "fraction",
    "weight_pct",
    "from_date",
    "event",
];
/// More than there are States; keeps arithmetic far from overflow.
pub const MOST_PARTICIPANTS: u32 = 10_000;
/// How deep conditions may be nested.
const DEEPEST: u32 = 24;

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// [`GrammarError`] names the place and what is expected there.
    pub fn read(value: &Value, place: &Place) -> Result<Self, GrammarError> {
        Self::read_at_depth(value, place, 0)
    }

    fn read_at_depth(value: &Value, place: &Place, depth: u32) -> Result<Self, GrammarError> {
        if depth > DEEPEST {
            return Err(place.error(format!("conditions are nested more than {DEEPEST} deep")));
        }
        let key = grammar::construct(value, place, &KEYS)?;
        let mut fields = Fields::of(value, place)?;
        let at = place.key(key);
        let inner = fields.get(key).unwrap_or(&Value::Null);
        let children = || {
            grammar::list(inner, &at)?
                .iter()
                .enumerate()
                .map(|(i, item)| Self::read_at_depth(item, &at.index(i), depth.saturating_add(1)))
                .collect::<Result<Vec<_>, _>>()
        };
        let condition = match key {
            "and" => Self::And(children()?),
            "or" => Self::Or(children()?),
            "named" => Self::Named(grammar::codes(inner, &at)?),
            "all" => {
                if !fields.mark("all")? {
                    return Err(at.error("only true can stand here"));
                }
                Self::All
            }
            "count" => Self::Count(Count {
                need: grammar::whole_number(inner, &at, 1, MOST_PARTICIPANTS)?,
                of: optional_codes(&mut fields, "of", place)?,
                other_than: optional_codes(&mut fields, "other_than", place)?.unwrap_or_default(),
                organisations: organisations(&mut fields)?,
            }),
            "fraction" => Self::Fraction(fraction(inner, &at, &mut fields, place)?),
            "weight_pct" => Self::Weight(Weight {
                need: share(inner, &at)?,
                organisations: organisations(&mut fields)?,
            }),
            "from_date" => Self::FromDate(grammar::day(inner, &at)?),
            _ => Self::Event(event(inner, &at)?),
        };
        fields.nothing_else()?;
        Ok(condition)
    }

    /// Calls `visit` with this condition and each one inside it.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        if let Self::And(children) | Self::Or(children) = self {
            for child in children {
                child.walk(visit);
            }
        }
    }
}

fn optional_codes(
    fields: &mut Fields<'_>,
    key: &'static str,
    place: &Place,
) -> Result<Option<BTreeSet<EntityCode>>, GrammarError> {
    fields
        .get(key)
        .map(|value| grammar::codes(value, &place.key(key)))
        .transpose()
}

fn organisations(fields: &mut Fields<'_>) -> Result<Organisations, GrammarError> {
    Ok(if fields.mark("no_reio")? {
        Organisations::NotCounted
    } else {
        Organisations::Counted
    })
}

fn fraction(
    inner: &Value,
    at: &Place,
    fields: &mut Fields<'_>,
    place: &Place,
) -> Result<Fraction, GrammarError> {
    let [numerator, denominator] = grammar::list(inner, at)? else {
        return Err(at.error("two whole numbers are expected, such as [3, 4]"));
    };
    let denominator = grammar::whole_number(denominator, &at.index(1), 1, MOST_PARTICIPANTS)?;
    let numerator = grammar::whole_number(numerator, &at.index(0), 1, denominator)?;
    let base_place = place.key("of");
    let base = match fields.get("of") {
        Some(Value::String(text)) if text == "listed" => Base::Listed,
        Some(Value::String(text)) if text == "signatories" => Base::Signatories,
        Some(list @ Value::Array(_)) => Base::These(grammar::codes(list, &base_place)?),
        _ => {
            return Err(base_place.error(
                "“listed”, “signatories” or a list of codes is expected: a fraction needs to say of what",
            ));
        }
    };
    Ok(Fraction {
        numerator,
        denominator,
        compared: if fields.mark("more_than")? {
            Compared::MoreThan
        } else {
            Compared::AtLeast
        },
        base,
        base_on: fields
            .get("base_on")
            .map(|value| grammar::day(value, &place.key("base_on")))
            .transpose()?,
        organisations: organisations(fields)?,
    })
}

/// A share written as a text, or as a JSON number short enough to have been read exactly.
fn share(value: &Value, at: &Place) -> Result<Share, GrammarError> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        other => {
            return Err(at.error(format!(
                "a share in percent is expected, not {}",
                grammar::kind_of(other)
            )));
        }
    };
    let share: Share = text
        .parse()
        .map_err(|e: crate::share::NotAShare| at.error(e.to_string()))?;
    if share == Share::ZERO {
        return Err(at.error("the share must be more than zero"));
    }
    Ok(share.normalised())
}

fn event(value: &Value, at: &Place) -> Result<Key, GrammarError> {
    match value {
        Value::String(text) => text
            .parse()
            .map_err(|e: crate::name::NameError| at.error(e.to_string())),
        other => Err(at.error(format!(
            "the name of an event is expected, not {}",
            grammar::kind_of(other)
        ))),
    }
}

impl TryFrom<Value> for Condition {
    type Error = GrammarError;

    fn try_from(value: Value) -> Result<Self, GrammarError> {
        Self::read(&value, &Place::default())
    }
}

impl From<Condition> for Value {
    fn from(condition: Condition) -> Self {
        let list =
            |children: Vec<Condition>| children.into_iter().map(Value::from).collect::<Vec<_>>();
        match condition {
            Condition::And(children) => json!({"and": list(children)}),
            Condition::Or(children) => json!({"or": list(children)}),
            Condition::Named(codes) => json!({"named": grammar::codes_to_json(&codes)}),
            Condition::All => json!({"all": true}),
            Condition::Count(count) => count_to_json(&count),
            Condition::Fraction(fraction) => fraction_to_json(&fraction),
            Condition::Weight(weight) => {
                let mut map = Map::new();
                map.insert("weight_pct".to_owned(), json!(weight.need.to_string()));
                put_organisations(&mut map, weight.organisations);
                Value::Object(map)
            }
            Condition::FromDate(day) => json!({"from_date": day.to_string()}),
            Condition::Event(key) => json!({"event": key.as_str()}),
        }
    }
}

fn put_organisations(map: &mut Map<String, Value>, organisations: Organisations) {
    if organisations == Organisations::NotCounted {
        map.insert("no_reio".to_owned(), Value::Bool(true));
    }
}

fn count_to_json(count: &Count) -> Value {
    let mut map = Map::new();
    map.insert("count".to_owned(), json!(count.need));
    if let Some(of) = &count.of {
        map.insert("of".to_owned(), grammar::codes_to_json(of));
    }
    if !count.other_than.is_empty() {
        map.insert(
            "other_than".to_owned(),
            grammar::codes_to_json(&count.other_than),
        );
    }
    put_organisations(&mut map, count.organisations);
    Value::Object(map)
}

fn fraction_to_json(fraction: &Fraction) -> Value {
    let mut map = Map::new();
    map.insert(
        "fraction".to_owned(),
        json!([fraction.numerator, fraction.denominator]),
    );
    if fraction.compared == Compared::MoreThan {
        map.insert("more_than".to_owned(), Value::Bool(true));
    }
    let base = match &fraction.base {
        Base::Listed => json!("listed"),
        Base::Signatories => json!("signatories"),
        Base::These(codes) => grammar::codes_to_json(codes),
    };
    map.insert("of".to_owned(), base);
    if let Some(day) = fraction.base_on {
        map.insert("base_on".to_owned(), json!(day.to_string()));
    }
    put_organisations(&mut map, fraction.organisations);
    Value::Object(map)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_construct_is_written_as_it_was_read() {
        for json in [
            r#"{"and":[{"named":["BEL","USA"]},{"count":7,"of":["BEL","CAN","USA"]}]}"#,
            r#"{"or":[{"all":true},{"from_date":"2023-10-11"},{"event":"ceasefire"}]}"#,
            r#"{"count":3,"no_reio":true,"other_than":["USA"]}"#,
            r#"{"base_on":"2012-12-08","fraction":[3,4],"more_than":true,"no_reio":true,"of":"signatories"}"#,
            r#"{"fraction":[1,2],"of":["FRA","GBR"]}"#,
            r#"{"no_reio":true,"weight_pct":"55.5"}"#,
        ] {
            let condition: Condition = serde_json::from_str(json).unwrap();
            let again = crate::canonical::encode(&condition).unwrap();
            assert_eq!(String::from_utf8(again).unwrap(), json);
        }
    }

    #[test]
    fn a_malformed_condition_is_refused_with_its_place() {
        for (json, text) in [
            (
                r#"{"count":0}"#,
                "count: a whole number from 1 to 10000 is expected, not the number 0",
            ),
            (
                r#"{"and":[{"count":1},{"cuont":2}]}"#,
                "and[1]: one of and, or, named, all, count, fraction, weight_pct, from_date, event is expected",
            ),
            (
                r#"{"named":["FRA","FRA"]}"#,
                "named[1]: FRA stands twice in the list",
            ),
            (
                r#"{"named":["fra"]}"#,
                "named[0]: “fra” is not a code of a State or organisation; write three capital letters, for example UKR",
            ),
            (
                r#"{"fraction":[3,2],"of":"listed"}"#,
                "fraction[0]: a whole number from 1 to 2 is expected, not the number 3",
            ),
            (
                r#"{"fraction":[1,2]}"#,
                "of: “listed”, “signatories” or a list of codes is expected: a fraction needs to say of what",
            ),
            (
                r#"{"fraction":[1,2],"of":"parties"}"#,
                "of: “listed”, “signatories” or a list of codes is expected: a fraction needs to say of what",
            ),
            (
                r#"{"weight_pct":0}"#,
                "weight_pct: the share must be more than zero",
            ),
            (
                r#"{"weight_pct":1e30}"#,
                "weight_pct: “1e+30” is not a share; write a decimal number in percent such as 55 or 17.89, with at most 20 decimal places",
            ),
            (
                r#"{"count":3,"off":["FRA"]}"#,
                "the clause: “off” is not known here; known are count, no_reio, of, other_than",
            ),
            (r#"{"all":false}"#, "all: only true can stand here"),
        ] {
            let error = Condition::read(&serde_json::from_str(json).unwrap(), &Place::default());
            assert_eq!(error.unwrap_err().to_string(), text);
        }
    }

    #[test]
    fn a_condition_nested_too_deep_is_refused_not_followed() {
        let nested = |depth: u32| {
            let mut json = r#"{"count":1}"#.to_owned();
            for _ in 0..depth {
                json = format!(r#"{{"and":[{json}]}}"#);
            }
            serde_json::from_str::<Condition>(&json)
        };
        assert!(nested(DEEPEST).is_ok());
        assert!(nested(DEEPEST + 1).is_err());
    }
}
