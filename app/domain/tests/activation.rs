//! Activation: a separate condition after entry into force.
//!
//! The days are illustrative. That a guarantee is activated by a ceasefire is in the Paris
//! Declaration of 6 January 2026.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::BTreeMap;

use domain::act::{Act, EventEnded, EventRecorded};
use domain::activation::Activation;
use domain::clause::Condition;
use domain::clause::progress::Measure;
use domain::legal_date::LegalDate;
use domain::snapshot::View;
use domain::statement::Statement;
use support::{Register, clause, code, day, instrument, key, listed, opening, ratified, slug};

/// In force on 1 March 2026 with one consent; activated under this condition.
fn register(condition: Option<&str>) -> Register {
    let rule = r#"{"first_of":[{"when":{"count":1},"then":{"days":28}}],"later":{"days":30}}"#;
    let mut defined = instrument(clause(rule), BTreeMap::new());
    defined.activation = condition.map(|json| serde_json::from_str::<Condition>(json).unwrap());
    let mut register = Register::new();
    register.add(vec![opening(day("2026-01-06"), defined)]);
    for who in ["FRA", "UKR"] {
        register.add(vec![listed(code(who), day("2026-01-06"))]);
    }
    register.add(vec![ratified(code("UKR"), day("2026-02-01"))]);
    register
}

const CEASEFIRE: &str = r#"{"event":"ceasefire"}"#;

fn happens(event: &str, date: LegalDate) -> Statement {
    let act = Act::EventRecorded(EventRecorded {
        event: key(event),
        text: None,
    });
    Statement::new(slug(), date, act)
}

fn is_over(event: &str, date: LegalDate) -> Statement {
    let act = Act::EventEnded(EventEnded {
        event: key(event),
        text: None,
    });
    Statement::new(slug(), date, act)
}

fn on(date: &str) -> LegalDate {
    LegalDate::on(day(date))
}

fn view(register: &Register, on: &str) -> View {
    register
        .fold()
        .view(&slug(), day(on), register.size())
        .unwrap()
}

fn seen(register: &Register, on: &str) -> Activation {
    view(register, on).activation
}

fn since(day_of: &str) -> Activation {
    Activation::Activated {
        since: day(day_of),
        at_the_latest: false,
        can_end: true,
    }
}

#[test]
fn where_the_instrument_knows_none_nothing_is_awaited() {
    assert_eq!(
        seen(&register(None), "2026-06-01"),
        Activation::NotProvidedFor
    );
}

#[test]
fn the_condition_is_looked_at_from_entry_into_force_on() {
    let mut register = register(Some(CEASEFIRE));
    // A ceasefire that came first does not activate a treaty that is not in force.
    register.add(vec![happens("ceasefire", on("2026-01-20"))]);
    let awaiting = |in_force| Activation::AwaitingEntryIntoForce { in_force };
    assert_eq!(seen(&register, "2026-01-31"), awaiting(None));
    assert_eq!(
        seen(&register, "2026-02-28"),
        awaiting(Some(day("2026-03-01")))
    );
    assert_eq!(seen(&register, "2026-03-01"), since("2026-03-01"));
}

#[test]
fn a_ceasefire_activates_ends_and_activates_again() {
    let mut register = register(Some(CEASEFIRE));
    let Activation::AwaitingCondition { progress } = seen(&register, "2026-03-01") else {
        panic!("nothing has happened");
    };
    assert_eq!(
        progress.of,
        Measure::Event {
            event: key("ceasefire"),
            on: None
        }
    );
    register.add(vec![happens("ceasefire", on("2026-04-10"))]);
    assert!(matches!(
        seen(&register, "2026-04-09"),
        Activation::AwaitingCondition { .. }
    ));
    assert_eq!(seen(&register, "2026-04-10"), since("2026-04-10"));
    register.add(vec![is_over("ceasefire", on("2026-05-09"))]);
    assert_eq!(seen(&register, "2026-05-08"), since("2026-04-10"));
    let Activation::Ended {
        activated,
        on: ended,
        at_the_latest,
        progress,
    } = seen(&register, "2026-05-09")
    else {
        panic!("it broke down");
    };
    assert_eq!((activated, ended), (day("2026-04-10"), day("2026-05-09")));
    assert!(!at_the_latest && !progress.met);
    register.add(vec![happens("ceasefire", on("2026-06-01"))]);
    assert_eq!(seen(&register, "2026-06-01"), since("2026-06-01"));
    // Recorded again while it lasts, it began before.
    register.add(vec![happens("ceasefire", on("2026-07-01"))]);
    assert_eq!(seen(&register, "2026-07-01"), since("2026-06-01"));
}

#[test]
fn an_end_before_any_beginning_ends_nothing_and_a_new_beginning_on_the_day_of_the_end_goes_on() {
    let mut register = register(Some(CEASEFIRE));
    register.add(vec![is_over("ceasefire", on("2026-03-10"))]);
    assert!(matches!(
        seen(&register, "2026-03-10"),
        Activation::AwaitingCondition { .. }
    ));
    register.add(vec![happens("ceasefire", on("2026-04-01"))]);
    register.add(vec![is_over("ceasefire", on("2026-05-01"))]);
    register.add(vec![happens("ceasefire", on("2026-05-01"))]);
    // It never stopped at the end of a day.
    assert_eq!(seen(&register, "2026-05-01"), since("2026-04-01"));
}

#[test]
fn a_ceasefire_that_ended_before_entry_into_force_activates_nothing() {
    let mut register = register(Some(CEASEFIRE));
    register.add(vec![happens("ceasefire", on("2026-01-20"))]);
    register.add(vec![is_over("ceasefire", on("2026-02-20"))]);
    assert!(matches!(
        seen(&register, "2026-03-01"),
        Activation::AwaitingCondition { .. }
    ));
}

#[test]
fn a_bounded_day_of_the_event_is_an_at_the_latest() {
    let mut register = register(Some(CEASEFIRE));
    let bounded = LegalDate::between(day("2026-04-01"), day("2026-04-10"));
    register.add(vec![happens("ceasefire", bounded)]);
    let latest = Activation::Activated {
        since: day("2026-04-10"),
        at_the_latest: true,
        can_end: true,
    };
    assert_eq!(seen(&register, "2026-05-01"), latest);
    register.add(vec![is_over(
        "ceasefire",
        LegalDate::not_later_than(day("2026-06-01")),
    )]);
    let Activation::Ended { at_the_latest, .. } = seen(&register, "2026-06-01") else {
        panic!("over");
    };
    assert!(at_the_latest);
}

#[test]
fn it_may_rest_on_consents_and_on_days_and_says_whether_it_can_end() {
    let condition = r#"{"and":[{"named":["FRA"]},{"from_date":"2026-05-01"}]}"#;
    let mut both = register(Some(condition));
    both.add(vec![ratified(code("FRA"), day("2026-04-01"))]);
    assert!(matches!(
        seen(&both, "2026-04-30"),
        Activation::AwaitingCondition { .. }
    ));
    assert_eq!(seen(&both, "2026-05-01"), since("2026-05-01"));
    for (condition, can_end) in [
        (r#"{"from_date":"2026-03-02"}"#, false),
        (
            r#"{"or":[{"from_date":"2026-03-02"},{"event":"ceasefire"}]}"#,
            false,
        ),
        (r#"{"or":[{"named":["UKR"]},{"event":"ceasefire"}]}"#, true),
        (r#"{"and":[{"from_date":"2026-03-02"},{"count":1}]}"#, true),
    ] {
        let Activation::Activated { can_end: found, .. } =
            seen(&register(Some(condition)), "2026-04-01")
        else {
            panic!("{condition} is met");
        };
        assert_eq!(found, can_end, "{condition}");
    }
}

/// A clause on entry into force asks whether the event has happened: what is in force stays so.
#[test]
fn the_end_of_an_event_does_not_undo_entry_into_force() {
    let rule = r#"{"first_of":[{"when":{"and":[{"count":1},{"event":"ceasefire"}]},"then":{"same_day":1}}]}"#;
    let mut register = Register::new();
    register.add(vec![opening(
        day("2026-01-06"),
        instrument(clause(rule), BTreeMap::new()),
    )]);
    register.add(vec![listed(code("UKR"), day("2026-01-06"))]);
    register.add(vec![happens("ceasefire", on("2026-02-01"))]);
    register.add(vec![is_over("ceasefire", on("2026-03-01"))]);
    register.add(vec![ratified(code("UKR"), day("2026-04-01"))]);
    assert_eq!(
        view(&register, "2026-04-01").evaluation.met.unwrap().on,
        day("2026-04-01")
    );
}

#[test]
fn two_clocks_an_end_that_was_not_known_is_not_said() {
    let mut register = register(Some(CEASEFIRE));
    register.add(vec![happens("ceasefire", on("2026-04-10"))]);
    let before = register.size();
    register.add(vec![is_over("ceasefire", on("2026-05-09"))]);
    let known = register
        .fold()
        .view(&slug(), day("2026-06-01"), before)
        .unwrap();
    assert_eq!(known.activation, since("2026-04-10"));
}
