//! The conditions that a parliament attached to its consent with a vote.

use std::collections::BTreeSet;

use app::desk::{Control, Wrong};
use app::say;
use app::words::Words;
use domain::act::{Act, ConsentCondition, Gate};
use domain::name::Key;

use super::ask;
use super::case::Case;
use super::reader::{Reader, text};
use crate::proposal::Fields;

/// The questions, by what the conditions gate.
const QUESTIONS: [(&str, Gate); 2] = [
    ("conditions", Gate::Deposit),
    ("conditions-after", Gate::Nothing),
];

/// The questions.
pub fn controls(words: Words, typed: &Fields) -> Vec<Control> {
    QUESTIONS
        .iter()
        .map(|(name, gate)| {
            let label = match gate {
                Gate::Deposit => say!(words, "act-vote-conditions"),
                Gate::Nothing => say!(words, "act-vote-conditions-after"),
            };
            ask::area(
                typed,
                name,
                label,
                Some(say!(words, "act-vote-conditions-hint")),
            )
        })
        .collect()
}

/// The conditions, those that gate the deposit first.
pub fn read(reader: &mut Reader<'_>) -> Option<Vec<ConsentCondition>> {
    let elsewhere = of_other_votes(reader.case);
    let mut conditions: Vec<ConsentCondition> = Vec::new();
    for (name, gates) in QUESTIONS {
        for line in reader.lines(name) {
            let parsed = line.split_once(':').and_then(|(key, asked)| {
                Some(ConsentCondition {
                    condition: key.trim().parse().ok()?,
                    text: text(reader.case.words, asked.trim()).ok()?,
                    gates,
                })
            });
            if let Some(taken) = parsed
                .as_ref()
                .filter(|new| elsewhere.contains(&new.condition))
            {
                reader.wrong(name, Wrong::KeyTaken(taken.condition.to_string()));
                return None;
            }
            // It is reported met by its short name, which therefore stands for one only.
            let new =
                parsed.filter(|new| conditions.iter().all(|one| one.condition != new.condition));
            let Some(condition) = new else {
                reader.wrong(name, Wrong::NotALine(line));
                return None;
            };
            conditions.push(condition);
        }
    }
    Some(conditions)
}

/// The short names of the conditions that other votes on record attached.
fn of_other_votes(case: &Case) -> BTreeSet<Key> {
    let corrected = case.corrects.as_ref().map(|fact| fact.hash);
    case.facts()
        .iter()
        .filter(|fact| Some(fact.hash) != corrected)
        .filter_map(|fact| match fact.act() {
            Some(Act::VoteTaken(vote)) => Some(&vote.conditions),
            Some(_) | None => None,
        })
        .flatten()
        .map(|one| one.condition.clone())
        .collect()
}

/// How they would have been typed.
pub fn typed(conditions: &[ConsentCondition], fields: &mut Fields) {
    for (name, gates) in QUESTIONS {
        let lines: Vec<String> = conditions
            .iter()
            .filter(|one| one.gates == gates)
            .map(|one| format!("{}: {}", one.condition, one.text.body.as_str()))
            .collect();
        ask::put(fields, name, lines.join("\n"));
    }
}
