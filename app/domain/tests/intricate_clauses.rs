//! Clauses more intricate than any treaty's are answered too, soon, and never by a guess.
//!
//! There is no clock in these tests: one that takes minutes is noticed by whoever waits for it.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

use std::collections::BTreeSet;

use domain::clause::progress::Progress;
use domain::clause::record::{Participation, Record};
use domain::clause::smallest_sets::{self, ToGo};
use domain::clause::{Clause, Condition};
use domain::day::Day;
use domain::entity::{self, EntityCode};
use serde_json::{Value, json};

fn codes(n: usize) -> Vec<EntityCode> {
    entity::all()
        .filter(|e| e.valid_to.is_none())
        .map(|e| e.code)
        .take(n)
        .collect()
}

fn record(n: usize) -> Record {
    Record {
        participants: codes(n)
            .into_iter()
            .map(|code| (code, Participation::default()))
            .collect(),
        ..Record::default()
    }
}

fn to_go(when: &Value, participants: usize) -> ToGo {
    let clause = json!({"first_of": [{"when": when, "then": {"same_day": true}}]});
    let clause: Clause = serde_json::from_value(clause).unwrap();
    let day = Day::new(2026, 1, 6).unwrap();
    let record = record(participants);
    smallest_sets::indispensable(&clause, &record, day);
    smallest_sets::to_go(&clause, &record, day)
}

/// Whether these consents meet the condition.
fn is_enough(when: &Value, set: &BTreeSet<EntityCode>) -> bool {
    let condition: Condition = serde_json::from_value(when.clone()).unwrap();
    Progress::measure(&condition, &Record::default(), Day::FIRST, set).met
}

/// So many conditions, each a number of a sample of the codes.
fn samples(conditions: usize, need: u32, of: usize, from: usize) -> Value {
    let codes = codes(from);
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut sample = || {
        let mut chosen: BTreeSet<EntityCode> = BTreeSet::new();
        while chosen.len() < of {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let index = usize::try_from(state % codes.len() as u64).unwrap();
            chosen.extend(codes.get(index));
        }
        json!({"count": need, "of": chosen})
    };
    json!({"and": (0..conditions).map(|_| sample()).collect::<Vec<_>>()})
}

#[test]
fn sixty_overlapping_numbers_are_bounded_or_exact() {
    for when in [samples(60, 3, 8, 30), samples(100, 8, 20, 100)] {
        match to_go(&when, 0) {
            ToGo::Bounded { at_least, at_most } => assert!(at_most.unwrap() >= at_least),
            ToGo::Ways(ways) => {
                let first = ways.first().unwrap().choices.first().unwrap();
                let set: BTreeSet<EntityCode> = first
                    .0
                    .iter()
                    .flat_map(|pick| pick.from.iter().copied().take(pick.take as usize))
                    .collect();
                assert!(is_enough(&when, &set), "{set:?}");
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_is_said_many_times_is_asked_once() {
    let either = json!({"or": [{"count": 1}, {"count": 2}]});
    let mut parts: Vec<Value> = std::iter::repeat_n(either, 6).collect();
    parts.extend(std::iter::repeat_n(json!({"count": 3}), 200));
    assert_eq!(to_go(&json!({"and": parts}), 200).size(), Some(3));
}

#[test]
fn a_clause_of_more_conditions_than_any_treaty_has_is_refused() {
    let parts: Vec<Value> = std::iter::repeat_n(json!({"count": 1}), 3_000).collect();
    let clause = json!({"first_of": [{"when": {"and": parts}, "then": {"same_day": true}}]});
    let error = serde_json::from_value::<Clause>(clause).unwrap_err();
    assert_eq!(error.to_string(), "the clause: more than 256 conditions");
}
