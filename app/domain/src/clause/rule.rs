//! The final clause on entry into force: alternatives, and the rule for later joiners.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::clause::condition::{Base, Condition, Count, Fraction};
use crate::clause::effect::Effect;
use crate::clause::grammar::{self, Fields, GrammarError, Place};
use crate::day::Day;
use crate::entity::EntityCode;

/// A clause on entry into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub struct Clause {
    /// The ways to enter into force. The one met earliest decides; on a tie the first in this list.
    pub alternatives: Vec<Alternative>,
    /// The effect of a consent given after the clause was met; `None` is VCLT art. 24(3), the
    /// date of that consent. The general date is the floor.
    pub later: Option<Effect>,
    /// The same for those who accede, where the instrument has another rule for them.
    pub later_acceding: Option<Effect>,
    /// Who accedes, where the instrument names them; `None` goes by the kind of their consent.
    pub acceding: Option<BTreeSet<EntityCode>>,
    /// Further days on which the conditions are evaluated.
    pub check_days: BTreeSet<Day>,
    /// Whether conditions once met can be lost again before entry into force.
    pub persistence: Persistence,
}

/// One way to enter into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// The condition.
    pub when: Condition,
    /// The last day on which meeting the condition counts, itself included.
    pub by: Option<Day>,
    /// From the day the condition is met to the day of entry into force.
    pub then: Effect,
}

/// What a withdrawal between meeting the conditions and entry into force does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// It removes only that participant: once met, met.
    OnceMet,
    /// The conditions must hold until the day before entry into force, or are unmet again.
    UntilEntryIntoForce,
}

const MUST_HOLD: &str = "must_hold_until_entry_into_force";
const MOST_ALTERNATIVES: usize = 16;
/// More than any treaty has; with many more, telling what is lacking would take too long.
const MOST_CONDITIONS: usize = 256;

impl Clause {
    /// Reads a clause.
    ///
    /// # Errors
    /// [`GrammarError`] names the place and what is expected there.
    pub fn read(value: &Value, place: &Place) -> Result<Self, GrammarError> {
        let mut fields = Fields::of(value, place)?;
        let at = place.key("first_of");
        let alternatives = grammar::list(fields.get("first_of").unwrap_or(&Value::Null), &at)?;
        if alternatives.len() > MOST_ALTERNATIVES {
            return Err(at.error(format!("more than {MOST_ALTERNATIVES} alternatives")));
        }
        let alternatives = alternatives
            .iter()
            .enumerate()
            .map(|(i, item)| Alternative::read(item, &at.index(i)))
            .collect::<Result<_, _>>()?;
        let mut effect = |key: &'static str| {
            fields
                .get(key)
                .map(|value| Effect::read(value, &place.key(key)))
                .transpose()
        };
        let later = effect("later")?;
        let later_acceding = effect("later_acceding")?;
        let acceding = match fields.get("acceding") {
            None => None,
            Some(Value::Array(items)) if items.is_empty() => None,
            Some(value) => Some(grammar::codes(value, &place.key("acceding"))?),
        };
        let check_days = match fields.get("check_days") {
            None => BTreeSet::new(),
            Some(Value::Array(items)) => {
                let at = place.key("check_days");
                items
                    .iter()
                    .enumerate()
                    .map(|(i, item)| grammar::day(item, &at.index(i)))
                    .collect::<Result<_, _>>()?
            }
            Some(other) => {
                let problem = format!(
                    "a list of dates is expected, not {}",
                    grammar::kind_of(other)
                );
                return Err(place.key("check_days").error(problem));
            }
        };
        let persistence = if fields.mark(MUST_HOLD)? {
            Persistence::UntilEntryIntoForce
        } else {
            Persistence::OnceMet
        };
        fields.nothing_else()?;
        let clause = Self {
            alternatives,
            later,
            later_acceding,
            acceding,
            check_days,
            persistence,
        };
        if clause.conditions().len() > MOST_CONDITIONS {
            return Err(place.error(format!("more than {MOST_CONDITIONS} conditions")));
        }
        Ok(clause)
    }

    /// Every condition of every alternative, those inside others too.
    pub fn conditions(&self) -> Vec<&Condition> {
        let mut all = Vec::new();
        for alternative in &self.alternatives {
            alternative.when.walk(&mut |condition| all.push(condition));
        }
        all
    }

    /// Everybody whom a condition names, alone or in a list: who can help to meet the clause.
    pub fn mentioned(&self) -> BTreeSet<EntityCode> {
        let mut mentioned = BTreeSet::new();
        for condition in self.conditions() {
            match condition {
                Condition::Named(codes)
                | Condition::Count(Count {
                    of: Some(codes), ..
                })
                | Condition::Fraction(Fraction {
                    base: Base::These(codes),
                    ..
                }) => mentioned.extend(codes),
                Condition::And(_)
                | Condition::Or(_)
                | Condition::All
                | Condition::Count(_)
                | Condition::Fraction(_)
                | Condition::Weight(_)
                | Condition::FromDate(_)
                | Condition::Event(_) => {}
            }
        }
        mentioned
    }
}

impl Alternative {
    fn read(value: &Value, place: &Place) -> Result<Self, GrammarError> {
        let mut fields = Fields::of(value, place)?;
        let Some(when) = fields.get("when") else {
            return Err(place.error("“when” is missing"));
        };
        let Some(then) = fields.get("then") else {
            return Err(place.error("“then” is missing"));
        };
        let alternative = Self {
            when: Condition::read(when, &place.key("when"))?,
            by: fields
                .get("by")
                .map(|value| grammar::day(value, &place.key("by")))
                .transpose()?,
            then: Effect::read(then, &place.key("then"))?,
        };
        fields.nothing_else()?;
        Ok(alternative)
    }
}

impl TryFrom<Value> for Clause {
    type Error = GrammarError;

    fn try_from(value: Value) -> Result<Self, GrammarError> {
        Self::read(&value, &Place::default())
    }
}

impl From<Clause> for Value {
    fn from(clause: Clause) -> Self {
        let mut map = Map::new();
        let alternatives: Vec<Value> = clause
            .alternatives
            .into_iter()
            .map(|alternative| {
                let mut map = Map::new();
                map.insert("when".to_owned(), alternative.when.into());
                if let Some(by) = alternative.by {
                    map.insert("by".to_owned(), json!(by.to_string()));
                }
                map.insert("then".to_owned(), alternative.then.into());
                Self::Object(map)
            })
            .collect();
        map.insert("first_of".to_owned(), Self::Array(alternatives));
        if let Some(effect) = clause.later {
            map.insert("later".to_owned(), effect.into());
        }
        if let Some(effect) = clause.later_acceding {
            map.insert("later_acceding".to_owned(), effect.into());
        }
        if let Some(codes) = clause.acceding {
            map.insert("acceding".to_owned(), grammar::codes_to_json(&codes));
        }
        if !clause.check_days.is_empty() {
            let days: Vec<String> = clause.check_days.iter().map(Day::to_string).collect();
            map.insert("check_days".to_owned(), json!(days));
        }
        if clause.persistence == Persistence::UntilEntryIntoForce {
            map.insert(MUST_HOLD.to_owned(), Self::Bool(true));
        }
        Self::Object(map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_written_as_it_was_read() {
        let json = r#"{"acceding":["HRV"],"check_days":["2009-01-01"],"first_of":[{"by":"2008-12-31","then":{"fixed":"2009-01-01"},"when":{"all":true}},{"then":{"same_day":true},"when":{"weight_pct":"90"}}],"later":{"days":1},"later_acceding":{"days":20},"must_hold_until_entry_into_force":true}"#;
        let clause: Clause = serde_json::from_str(json).unwrap();
        let again = crate::canonical::encode(&clause).unwrap();
        assert_eq!(String::from_utf8(again).unwrap(), json);
    }

    #[test]
    fn a_malformed_clause_is_refused_with_its_place() {
        for (json, text) in [
            (r#"{"first_of":[]}"#, "first_of: the list is empty"),
            ("{}", "first_of: a list is expected, not null"),
            (
                r#"{"first_of":[{"when":{"all":true}}]}"#,
                "first_of[0]: “then” is missing",
            ),
            (
                r#"{"first_of":[{"when":{"all":true},"then":{"days":1},"by":"soon"}]}"#,
                "first_of[0].by: “soon” is not a date; write it as YYYY-MM-DD, for example 2026-01-06",
            ),
            (
                r#"{"first_of":[{"when":{"all":true},"then":{"days":1}}],"latr":{"days":1}}"#,
                "the clause: “latr” is not known here; known are acceding, check_days, first_of, later, later_acceding, must_hold_until_entry_into_force",
            ),
        ] {
            let error = Clause::read(&serde_json::from_str(json).unwrap(), &Place::default());
            assert_eq!(error.unwrap_err().to_string(), text);
        }
    }
}
