//! The form to record that a condition of the parliament's consent was met.

use std::collections::BTreeMap;

use app::desk::{Control, Offered};
use app::say;
use domain::act::{Act, ConditionMet};
use domain::name::Key;

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// A condition was met.
pub(super) struct ConditionMetForm;

/// The conditions that votes on record attached and that are not met yet, each with what it asks for.
fn conditions(case: &Case) -> BTreeMap<Key, String> {
    let mut conditions = BTreeMap::new();
    for fact in case.facts() {
        if let Some(Act::VoteTaken(vote)) = fact.act() {
            conditions.extend(vote.conditions.iter().map(|one| {
                let text = one.text.body.as_str().to_owned();
                (one.condition.clone(), text)
            }));
        }
    }
    let corrected = case.corrects.as_ref().map(|fact| fact.hash);
    for fact in case.facts() {
        if let Some(Act::ConditionMet(met)) = fact.act()
            && Some(fact.hash) != corrected
        {
            conditions.remove(&met.condition);
        }
    }
    conditions
}

impl Form for ConditionMetForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let offered: Vec<Offered> = conditions(case)
            .into_iter()
            .map(|(key, text)| Offered::new(key.as_str(), text))
            .collect();
        let label = say!(words, "act-condition");
        let which = if offered.is_empty() {
            ask::told("condition", label, say!(words, "act-condition-none"))
        } else {
            ask::choice(typed, "condition", label, offered)
        };
        vec![
            which,
            ask::area(
                typed,
                "how",
                say!(words, "act-condition-how"),
                Some(say!(words, "act-ground-hint")),
            ),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let keys: Vec<Key> = conditions(reader.case).into_keys().collect();
        let condition = reader.key_of("condition", &keys);
        let how = reader.needed_text("how");
        Some(Act::ConditionMet(ConditionMet {
            condition: condition?,
            how: how?,
            evidence: None,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ConditionMet(met) = act {
            ask::put(fields, "condition", met.condition.as_str());
            ask::put_text(fields, "how", Some(&met.how));
        }
    }
}
