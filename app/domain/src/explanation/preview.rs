//! A clause that nobody has adopted yet, tried on a list of participants.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::clause::condition::{Condition, Count};
use crate::clause::evaluate;
use crate::clause::record::{Participation, Period, Record};
use crate::clause::rule::Clause;
use crate::day::{Day, DayError};
use crate::entity::EntityCode;
use crate::explanation::clause::ClauseExplained;
use crate::share::Share;

/// What a clause would say of these participants before any of them has consented.
///
/// All are taken as on the list and as having signed, from the beginning; no event has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// The clause explained on the day.
    pub clause: ClauseExplained,
    /// Those whom the clause names and who are not among the participants.
    pub not_participants: BTreeSet<EntityCode>,
    /// Participants without a weight, where the clause counts one.
    pub without_weight: BTreeSet<EntityCode>,
    /// The alternatives, by position, that these participants cannot meet on any day, whatever
    /// happens.
    pub never: Vec<usize>,
    /// The rule.
    pub rule: Clause,
}

impl Preview {
    /// Whether somebody should look at the clause again.
    pub fn has_findings(&self) -> bool {
        !self.not_participants.is_empty()
            || !self.without_weight.is_empty()
            || !self.never.is_empty()
    }
}

/// Tries a clause on participants, each with its weight if it has one.
///
/// # Errors
/// [`DayError`] if a day of entry into force would lie after the year 9999.
pub fn preview(
    clause: &Clause,
    participants: &BTreeMap<EntityCode, Option<Share>>,
    day: Day,
) -> Result<Preview, DayError> {
    let always = Period {
        begin: None,
        end: None,
    };
    let record = Record {
        participants: participants
            .keys()
            .map(|code| {
                let participation = Participation {
                    listed: vec![always],
                    signed: Some(Day::FIRST),
                    consents: Vec::new(),
                };
                (*code, participation)
            })
            .collect(),
        weights: participants
            .iter()
            .filter_map(|(code, weight)| weight.map(|weight| (*code, weight)))
            .collect(),
        ..Record::default()
    };
    let evaluation = evaluate::evaluate(clause, &record, day)?;
    let counts_a_weight = clause
        .conditions()
        .iter()
        .any(|condition| matches!(condition, Condition::Weight(_)));
    Ok(Preview {
        clause: ClauseExplained::new(clause, &record, &evaluation),
        not_participants: named(clause)
            .into_iter()
            .filter(|code| !participants.contains_key(code))
            .collect(),
        without_weight: if counts_a_weight {
            participants
                .iter()
                .filter(|(_, weight)| weight.is_none())
                .map(|(code, _)| *code)
                .collect()
        } else {
            BTreeSet::new()
        },
        never: evaluate::never_met_by_participants(clause, &record),
        rule: clause.clone(),
    })
}

/// Everybody whom the clause names, those whom it leaves out and those who accede too.
fn named(clause: &Clause) -> BTreeSet<EntityCode> {
    let mut named = clause.mentioned();
    named.extend(clause.acceding.iter().flatten());
    for condition in clause.conditions() {
        if let Condition::Count(Count { other_than, .. }) = condition {
            named.extend(other_than);
        }
    }
    named
}
