//! The earliest day on which a clause could be met, against brute force and by real clauses.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::BTreeMap;

use domain::act::ConsentMode;
use domain::clause::Clause;
use domain::clause::earliest::{Assumption, Earliest, earliest_possible};
use domain::clause::evaluate::{Met, evaluate};
use domain::clause::record::{Consent, Participation, Period, Record};
use domain::day::Day;
use domain::entity::EntityCode;
use proptest::prelude::*;
use support::{clause, code, codes, day, key};

fn consent(begin: Day) -> Consent {
    Consent {
        begin,
        exact: true,
        end: None,
        mode: ConsentMode::Ratification,
    }
}

/// A record of these, all listed; those with a day have consented.
fn record(of: &[(&str, Option<&str>)]) -> Record {
    let mut record = Record::default();
    for (who, consented) in of {
        let participation = Participation {
            listed: vec![Period {
                begin: None,
                end: None,
            }],
            signed: Some(day("2020-01-01")),
            consents: consented.map(|on| consent(day(on))).into_iter().collect(),
        };
        record.participants.insert(code(who), participation);
    }
    record
}

fn floors(of: &[(&str, &str)]) -> BTreeMap<EntityCode, Day> {
    of.iter().map(|(who, on)| (code(who), day(on))).collect()
}

fn earliest(json: &str, record: &Record, on: &str, of: &[(&str, &str)]) -> Option<Earliest> {
    earliest_possible(&clause(json), record, day(on), &floors(of)).unwrap()
}

#[test]
fn a_clause_that_is_met_rests_on_nothing() {
    let record = record(&[("FRA", Some("2026-01-10"))]);
    let met = earliest(
        r#"{"first_of":[{"when":{"count":1},"then":{"days":30}}]}"#,
        &record,
        "2026-02-01",
        &[],
    );
    let met = met.unwrap();
    assert_eq!(
        (met.met.on, met.met.in_force),
        (day("2026-01-10"), day("2026-02-09"))
    );
    assert!(met.assumptions.is_empty() && met.decisive.is_empty());
}

#[test]
fn who_has_no_floor_can_consent_on_the_next_day_and_the_last_floor_decides() {
    let by_two = r#"{"first_of":[{"when":{"count":3},"then":{"first_of_month_after_months":1}}]}"#;
    let record = record(&[
        ("FRA", Some("2026-01-10")),
        ("GBR", None),
        ("POL", None),
        ("DEU", None),
    ]);
    // The United Kingdom's 21 sitting days end on 3 March, Poland's fourteen days on 20 February (illustrative).
    let periods = [("GBR", "2026-03-03"), ("POL", "2026-02-20")];
    let found = earliest(by_two, &record, "2026-02-01", &periods).unwrap();
    // Germany tomorrow and Poland on 20 February are enough.
    assert_eq!(
        (found.met.on, found.met.in_force),
        (day("2026-02-20"), day("2026-04-01"))
    );
    assert_eq!(found.met.by, codes(&["POL"]));
    assert_eq!(
        found.assumptions,
        [
            Assumption::ConsentsNextDay { who: code("DEU") },
            Assumption::Consents {
                who: code("POL"),
                on: day("2026-02-20")
            },
        ]
    );
    assert_eq!(found.decisive, codes(&["DEU", "POL"]));
    // A floor that has passed is no reason to look back.
    let found = earliest(by_two, &record, "2026-05-01", &periods).unwrap();
    assert_eq!(found.met.on, day("2026-05-02"));
    assert_eq!(found.decisive, codes(&[]), "any two of three");
}

#[test]
fn a_named_participant_decides_however_early_the_others_are() {
    let json = r#"{"first_of":[{"when":{"and":[{"named":["USA"]},{"fraction":[1,2],"more_than":true,"of":"signatories"}]},"then":{"same_day":1}}]}"#;
    let record = record(&[("USA", None), ("FRA", None), ("GBR", None)]);
    let found = earliest(json, &record, "2026-02-01", &[("USA", "2026-09-01")]).unwrap();
    assert_eq!(found.met.on, day("2026-09-01"));
    assert_eq!(found.decisive, codes(&["USA"]));
}

#[test]
fn events_days_and_deadlines_are_honoured() {
    let record = record(&[("FRA", None), ("GBR", None)]);
    let event = r#"{"first_of":[{"when":{"and":[{"count":1},{"event":"ceasefire"}]},"then":{"same_day":1}}]}"#;
    let found = earliest(event, &record, "2026-02-01", &[]).unwrap();
    assert_eq!(found.met.on, day("2026-02-02"));
    assert!(found.assumptions.contains(&Assumption::Event {
        event: key("ceasefire")
    }));
    // An event that would not make it earlier is not assumed.
    let either = r#"{"first_of":[{"when":{"or":[{"count":1},{"event":"ceasefire"}]},"then":{"same_day":1}}]}"#;
    let found = earliest(either, &record, "2026-02-01", &[]).unwrap();
    assert!(
        !found
            .assumptions
            .iter()
            .any(|it| matches!(it, Assumption::Event { .. }))
    );
    // Convention 108+, art. 37: all, or 38 after 11 October 2023; here two, or one from a day on.
    let dated = r#"{"first_of":[{"when":{"count":2},"then":{"months":3}},
        {"when":{"and":[{"count":1},{"from_date":"2026-10-11"}]},"then":{"months":3}}]}"#;
    let found = earliest(dated, &record, "2026-02-01", &[("GBR", "2027-01-01")]).unwrap();
    assert_eq!(
        (found.met.on, found.met.alternative),
        (day("2026-10-11"), 1)
    );
    // Too late for its last day, nothing is left.
    let by =
        r#"{"first_of":[{"when":{"count":2},"by":"2026-12-31","then":{"fixed":"2027-01-01"}}]}"#;
    assert_eq!(
        earliest(by, &record, "2026-02-01", &[("GBR", "2027-01-01")]),
        None
    );
    let found = earliest(by, &record, "2026-02-01", &[("GBR", "2026-12-31")]).unwrap();
    assert_eq!(found.met.in_force, day("2027-01-01"));
}

#[test]
fn a_state_that_no_longer_exists_consents_no_more_and_nobody_is_invented() {
    let two = r#"{"first_of":[{"when":{"count":2},"then":{"days":30}}]}"#;
    let record = record(&[("FRA", None), ("CSK", None)]);
    assert_eq!(earliest(two, &record, "2026-02-01", &[]), None);
    // Known to leave again: it does not count on the day on which the other can come.
    let mut leaving = self::record(&[("FRA", Some("2025-01-01")), ("POL", None)]);
    let consents = &mut leaving.participants.get_mut(&code("FRA")).unwrap().consents;
    consents[0].end = Some(day("2026-03-01"));
    assert_eq!(
        earliest(two, &leaving, "2026-02-01", &[("POL", "2026-03-01")]),
        None
    );
    let found = earliest(two, &leaving, "2026-02-01", &[("POL", "2026-02-28")]).unwrap();
    assert_eq!(found.met.on, day("2026-02-28"));
}

#[test]
fn a_consent_that_waits_for_acceptance_is_said_to_wait() {
    let two = r#"{"first_of":[{"when":{"count":2},"then":{"days":30}}]}"#;
    let mut waiting = record(&[("FRA", Some("2026-01-01")), ("TUR", None)]);
    waiting.waiting = codes(&["TUR"]);
    let found = earliest(two, &waiting, "2026-02-01", &[]).unwrap();
    assert_eq!(found.met.on, day("2026-02-02"));
    let accepted = Assumption::ReservationAccepted { who: code("TUR") };
    assert_eq!(found.assumptions, [accepted]);
}

// Conditions that have to hold until entry into force are not met for good by a consent that is known to
// end before it.
#[test]
fn what_a_notified_withdrawal_will_undo_is_not_met() {
    let json = r#"{"first_of":[{"when":{"count":1},"then":{"days":6}}],"must_hold_until_entry_into_force":true}"#;
    let mut record = Record::default();
    for (who, ends) in [("FRA", Some("2026-02-02")), ("POL", None)] {
        let consents = ends.map(|end| Consent {
            end: Some(day(end)),
            ..consent(day("2026-01-30"))
        });
        let participation = Participation {
            listed: vec![Period {
                begin: None,
                end: None,
            }],
            signed: None,
            consents: consents.into_iter().collect(),
        };
        record.participants.insert(code(who), participation);
    }
    let found = earliest(json, &record, "2026-02-01", &[("POL", "2026-02-03")]).unwrap();
    assert_eq!(found.met.on, day("2026-02-03"));
}

// ---- Against brute force ----

const WHO: [&str; 4] = ["FRA", "GBR", "POL", "EUU"];

fn at(offset: u32) -> Day {
    day("2026-02-01").plus_days(offset).unwrap()
}

fn some_condition() -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        (1..5u32).prop_map(|n| format!(r#"{{"count":{n}}}"#)),
        (1..4u32).prop_map(|n| format!(r#"{{"count":{n},"no_reio":true}}"#)),
        (0..4usize).prop_map(|at| format!(r#"{{"named":["{}"]}}"#, WHO[at])),
        (1..12u32).prop_map(|n| format!(r#"{{"weight_pct":"{}"}}"#, n * 10)),
        Just(r#"{"all":true}"#.to_owned()),
        (1..4u32)
            .prop_map(|n| format!(r#"{{"fraction":[{n},4],"of":"signatories","more_than":true}}"#)),
        (1..4u32).prop_map(|n| format!(
            r#"{{"fraction":[{n},4],"of":"listed","base_on":"2026-02-05"}}"#
        )),
        (0..12u32).prop_map(|n| format!(r#"{{"from_date":"{}"}}"#, at(n))),
        Just(r#"{"event":"ceasefire"}"#.to_owned()),
    ];
    leaf.prop_recursive(2, 6, 2, |inner| {
        (any::<bool>(), prop::collection::vec(inner, 2)).prop_map(|(and, parts)| {
            let key = if and { "and" } else { "or" };
            format!(r#"{{"{key}":[{}]}}"#, parts.join(","))
        })
    })
    .boxed()
}

fn some_clause() -> BoxedStrategy<Clause> {
    let alternative =
        (some_condition(), prop::option::of(0..14u32), 0..20u32).prop_map(|(when, by, days)| {
            let by = by
                .map(|by| format!(r#""by":"{}","#, at(by)))
                .unwrap_or_default();
            format!(r#"{{"when":{when},{by}"then":{{"days":{days}}}}}"#)
        });
    (prop::collection::vec(alternative, 1..3), any::<bool>())
        .prop_map(|(alternatives, hold)| {
            let hold = if hold {
                r#","must_hold_until_entry_into_force":true"#
            } else {
                ""
            };
            clause(&format!(
                r#"{{"first_of":[{}]{hold}}}"#,
                alternatives.join(",")
            ))
        })
        .boxed()
}

/// Whether a State has consented and until when, and its floor.
type State = (Option<Option<u32>>, Option<u32>);

fn some_states() -> BoxedStrategy<Vec<State>> {
    let consented = prop::option::weighted(0.4, prop::option::weighted(0.3, 1..9u32));
    prop::collection::vec((consented, prop::option::of(0..10u32)), 4).boxed()
}

/// Every course that events and consents can take: each of the four on one of these days, or never.
fn courses(record: &Record, floors: &[Option<u32>], event: bool) -> Vec<Record> {
    let mut courses = vec![record.clone()];
    for (who, floor) in WHO.iter().zip(floors) {
        if record.participants[&code(who)]
            .consents
            .iter()
            .any(|it| it.begin <= at(0) && it.holds(at(0)))
        {
            continue;
        }
        let first = floor.unwrap_or(1).max(1);
        courses = courses
            .iter()
            .flat_map(|course| {
                let later = [first, first + 1, first + 5].map(|on| {
                    let mut course = course.clone();
                    let own = course.participants.get_mut(&code(who)).unwrap();
                    own.consents.push(consent(at(on)));
                    course
                });
                later.into_iter().chain([course.clone()])
            })
            .collect();
    }
    if event {
        let on = |course: &Record, n| {
            let mut course = course.clone();
            course.events.insert(key("ceasefire"), at(n));
            course
        };
        courses = courses
            .iter()
            .flat_map(|course| [on(course, 1), on(course, 4), course.clone()])
            .collect();
    }
    courses
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(debug_assertions) { 200 } else { 4_000 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// No course that events can take meets the clause earlier, and one of them meets it on that day.
    #[test]
    fn the_earliest_day_is_the_earliest_of_all_courses(
        clause in some_clause(),
        states in some_states(),
    ) {
        let mut record = Record::default();
        let mut floors = BTreeMap::new();
        for (who, (consented, floor)) in WHO.iter().zip(&states) {
            let mut participation = Participation {
                listed: vec![Period { begin: None, end: None }],
                signed: Some(day("2026-01-01")),
                consents: vec![],
            };
            if let Some(until) = consented {
                let end = until.map(at);
                participation.consents.push(Consent { end, ..consent(day("2026-01-15")) });
            }
            record.participants.insert(code(who), participation);
            record.weights.insert(code(who), "30".parse().unwrap());
            if let Some(floor) = floor {
                floors.insert(code(who), at(*floor));
            }
        }
        let floor_days: Vec<Option<u32>> = states.iter().map(|(_, floor)| *floor).collect();
        let by_hand: Option<Met> = courses(&record, &floor_days, true)
            .iter()
            .filter_map(|course| evaluate(&clause, course, Day::LAST).unwrap().met)
            .min_by_key(|met| met.on);
        let found = earliest_possible(&clause, &record, at(0), &floors).unwrap();
        prop_assert_eq!(
            found.as_ref().map(|found| found.met.on),
            by_hand.map(|met| met.on)
        );
        // Without one that is decisive, that day is out of reach, with the events that were assumed.
        let Some(found) = found else { return Ok(()) };
        let happens = found
            .assumptions
            .iter()
            .any(|it| matches!(it, Assumption::Event { .. }));
        for who in &found.decisive {
            let mut barred = record.clone();
            barred.participants.get_mut(who).unwrap().consents.clear();
            let position = WHO.iter().position(|one| code(one) == *who).unwrap();
            let mut floor_days = floor_days.clone();
            floor_days[position] = Some(3_000);
            let earlier = courses(&barred, &floor_days, happens)
                .iter()
                .filter_map(|course| evaluate(&clause, course, Day::LAST).unwrap().met)
                .any(|met| met.on <= found.met.on);
            prop_assert!(!earlier, "{} is not decisive", who);
        }
    }
}
