//! The majorities that are or may be in force at a stage, in sentences.

use domain::procedure::{Case, InForce};

use crate::say;
use crate::tracker::status;
use crate::words::Words;

/// What is put to the vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Put {
    /// The stage itself.
    Stage,
    /// Whether what was said against the treaty is overcome.
    Override,
}

/// A sentence for each majority that is or may be in force, and one that says if nobody has determined
/// which it is. The first is of the one that is in force, or of the ordinary case.
pub(crate) fn majorities(words: Words, in_force: &InForce<'_>, put: Put) -> Vec<String> {
    let is_open = !in_force.possible.is_empty();
    let certain = in_force.certain.iter().map(|majority| {
        let label = status::majority(words, majority.rule.label);
        needed(words, &label, put)
    });
    let possible = in_force.possible.iter().map(|majority| {
        let label = status::majority(words, majority.rule.label);
        match majority.case {
            Case::Ordinary => needed(words, &label, put),
            Case::Trigger(when) => say!(
                words,
                "tracker-rule-if",
                when = when.text.as_str(),
                majority = label
            ),
            Case::Objection(rule) => say!(
                words,
                "tracker-rule-if-objection",
                had = status::majority(words, rule.label),
                majority = label
            ),
        }
    });
    certain
        .chain(possible)
        .chain(is_open.then(|| say!(words, "tracker-rule-open")))
        .collect()
}

fn needed(words: Words, label: &str, put: Put) -> String {
    match put {
        Put::Stage => say!(words, "tracker-rule", majority = label),
        Put::Override => say!(words, "tracker-rule-override", majority = label),
    }
}
