//! The table of weights, where the clause counts one.

use std::collections::BTreeMap;

use app::desk::{Control, Misdefined, Wrong};
use app::say;
use app::words::Words;
use domain::clause::{Clause, Condition};
use domain::entity::EntityCode;
use domain::share::Share;

use super::super::ask;
use super::super::reader::Reader;
use super::entities;
use crate::proposal::Fields;

const NAME: &str = "weights";

/// The question.
pub fn control(words: Words, typed: &Fields) -> Control {
    ask::area(
        typed,
        NAME,
        say!(words, "act-weights"),
        Some(say!(words, "act-weights-hint")),
    )
}

/// The table: a State and its share on each line.
pub fn read(
    reader: &mut Reader<'_>,
    clause: Option<&Clause>,
) -> Option<BTreeMap<EntityCode, Share>> {
    let mut weights = BTreeMap::new();
    for line in reader.lines(NAME) {
        let parsed = line
            .rsplit_once(char::is_whitespace)
            .and_then(|(who, share)| {
                let code = entities::find(who.trim().trim_end_matches(':'))?;
                let share: Share = super::share(share.trim_end_matches('%'))?;
                Some((code, share))
            });
        match parsed {
            Some((code, share)) if weights.insert(code, share).is_none() => {}
            Some(_) | None => {
                reader.wrong(NAME, Wrong::NotALine(line));
                return None;
            }
        }
    }
    let counts_a_weight = clause.is_some_and(|clause| {
        let conditions = clause.conditions();
        conditions
            .into_iter()
            .any(|condition| matches!(condition, Condition::Weight(_)))
    });
    if counts_a_weight && weights.is_empty() {
        reader.wrong(NAME, Misdefined::WeightsMissing);
        return None;
    }
    // Whether an unread clause counts one is not known yet.
    if clause.is_some() && !counts_a_weight && !weights.is_empty() {
        reader.wrong(NAME, Misdefined::WeightsNotCounted);
        return None;
    }
    Some(weights)
}

/// How it would have been typed.
pub fn typed(weights: &BTreeMap<EntityCode, Share>, fields: &mut Fields) {
    let lines: Vec<String> = weights
        .iter()
        .map(|(code, share)| format!("{code} {share}"))
        .collect();
    ask::put(fields, NAME, lines.join("\n"));
}
