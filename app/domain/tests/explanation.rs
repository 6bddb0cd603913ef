//! Explanations: computed and confirmed days apart with their reason, what has become of each
//! alternative, and the day that counts for one participant.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::BTreeMap;

use domain::act::{
    Act, ConsentExpressed, ConsentForm, ConsentMode, EntryIntoForceNotified, EventRecorded,
    ParticipantRemoved, WithdrawalNotified, WithdrawalOf,
};
use domain::clause::own_effect::OwnRule;
use domain::explanation::clause::{Cause, Fewest};
use domain::explanation::dates::Reason;
use domain::explanation::{
    AlternativeStanding, Article, Basis, Explanation, Outcome, PartyExplained, preview,
};
use domain::legal_date::LegalDate;
use domain::snapshot::View;
use domain::statement::Statement;
use support::{
    Register, clause, code, codes, day, instrument, key, listed, of, opening, ratification,
    ratified, slug, text,
};

const BOTH: &str =
    r#"{"first_of":[{"when":{"named":["FRA","USA"]},"then":{"days":30}}],"later":{"days":10}}"#;
const BOTH_HELD: &str = r#"{"first_of":[{"when":{"named":["FRA","USA"]},"then":{"days":30}}],"must_hold_until_entry_into_force":true}"#;

/// A register with this clause and France, Poland and the United States on the list.
fn register(rule: &str) -> Register {
    let mut register = Register::new();
    let on = day("2026-01-01");
    register.add(vec![opening(on, instrument(clause(rule), BTreeMap::new()))]);
    for name in ["FRA", "POL", "USA"] {
        register.add(vec![listed(code(name), on)]);
    }
    register
}

fn view(register: &Register, on: &str) -> View {
    register
        .fold()
        .view(&slug(), day(on), register.size())
        .unwrap()
}

fn explained(register: &Register, on: &str) -> Explanation {
    view(register, on).explain()
}

fn party(register: &Register, on: &str, who: &str) -> PartyExplained {
    let view = view(register, on);
    view.explain_party(&view.explain(), code(who)).unwrap()
}

fn consents(register: &mut Register, who: &str, on: &str) {
    register.add(vec![ratified(code(who), day(on))]);
}

fn notified(register: &mut Register, on: &str, in_force: &str) {
    let act = Act::EntryIntoForceNotified(EntryIntoForceNotified {
        in_force: day(in_force),
        number: None,
    });
    register.add(vec![Statement::new(slug(), LegalDate::on(day(on)), act)]);
}

fn withdraws(register: &mut Register, who: &str, on: &str) {
    let act = Act::WithdrawalNotified(WithdrawalNotified {
        of: WithdrawalOf::Consent,
        effective: LegalDate::on(day(on)),
    });
    register.add(vec![of(code(who), day(on), act)]);
}

// Computed and confirmed.

#[test]
fn a_day_confirmed_as_computed_differs_in_nothing() {
    let mut register = register(BOTH);
    consents(&mut register, "FRA", "2026-02-01");
    consents(&mut register, "USA", "2026-03-01");
    let dates = explained(&register, "2026-03-02").dates;
    assert!(dates.confirmed.is_empty() && dates.difference.is_none());
    let computed = dates.computed.unwrap();
    assert_eq!(
        (computed.met_on, computed.in_force),
        (day("2026-03-01"), day("2026-03-31"))
    );
    // Entries from 0: the instrument, three listings, two consents.
    assert_eq!(computed.last_act_in, Some(5));

    notified(&mut register, "2026-03-05", "2026-03-31");
    let dates = explained(&register, "2026-03-06").dates;
    assert_eq!(dates.difference, None);
    assert_eq!(dates.confirmed[0].recorded_in, 6);
    assert_eq!(
        dates.confirmed[0].notified_on,
        LegalDate::on(day("2026-03-05"))
    );
}

#[test]
fn a_day_notified_that_nothing_explains_is_another_day() {
    let mut register = register(BOTH);
    consents(&mut register, "FRA", "2026-02-01");
    consents(&mut register, "USA", "2026-03-01");
    notified(&mut register, "2026-03-05", "2026-04-02");
    let difference = explained(&register, "2026-03-06").dates.difference.unwrap();
    assert_eq!(
        (difference.days, difference.reason),
        (Some(2), Reason::AnotherDay)
    );
    assert_eq!(
        difference.bases,
        [Basis::Article(Article::DifferenceWithDepositary)]
    );
}

#[test]
fn a_day_notified_while_the_conditions_are_not_met_is_not_computed() {
    let mut register = register(BOTH);
    consents(&mut register, "FRA", "2026-02-01");
    notified(&mut register, "2026-03-05", "2026-04-02");
    let dates = explained(&register, "2026-03-06").dates;
    assert_eq!(dates.computed, None);
    let difference = dates.difference.unwrap();
    assert_eq!((difference.days, difference.reason), (None, Reason::NotMet));
}

#[test]
fn an_earlier_day_than_that_of_a_bounded_date_has_its_reason_there() {
    let mut register = register(BOTH);
    consents(&mut register, "FRA", "2026-02-01");
    let mut bounded = ratified(code("USA"), day("2026-03-01"));
    bounded.date = LegalDate::between(day("2026-02-20"), day("2026-03-01"));
    register.add(vec![bounded]);
    notified(&mut register, "2026-03-05", "2026-03-27");
    let dates = explained(&register, "2026-03-06").dates;
    assert!(dates.computed.unwrap().at_the_latest);
    let difference = dates.difference.unwrap();
    assert_eq!(
        (difference.days, difference.reason),
        (Some(-4), Reason::BoundedDate)
    );

    // A later day does not follow from the bounds.
    notified(&mut register, "2026-03-07", "2026-04-02");
    let difference = explained(&register, "2026-03-08").dates.difference.unwrap();
    assert_eq!(difference.reason, Reason::AnotherDay);
}

#[test]
fn a_day_that_would_follow_if_once_met_were_enough_has_its_reason_there() {
    let mut register = register(BOTH_HELD);
    consents(&mut register, "FRA", "2026-02-01");
    consents(&mut register, "USA", "2026-03-01");
    withdraws(&mut register, "USA", "2026-03-10");
    notified(&mut register, "2026-03-12", "2026-03-31");
    let dates = explained(&register, "2026-03-15").dates;
    assert_eq!(dates.computed, None);
    assert_eq!(dates.difference.unwrap().reason, Reason::Persistence);
}

#[test]
fn whose_consent_may_have_been_given_already_is_uncertain_until_the_latest_day() {
    let mut register = register(BOTH);
    let mut bounded = ratified(code("USA"), day("2026-03-01"));
    bounded.date = LegalDate::between(day("2026-02-20"), day("2026-03-01"));
    let bounds = bounded.date.clone();
    register.add(vec![bounded]);
    assert!(explained(&register, "2026-02-19").uncertain.is_empty());
    for on in ["2026-02-20", "2026-02-28"] {
        let uncertain = explained(&register, on).uncertain;
        assert_eq!(uncertain, BTreeMap::from([(code("USA"), bounds.clone())]));
    }
    assert!(explained(&register, "2026-03-01").uncertain.is_empty());
}

// The clause.

#[test]
fn what_met_a_clause_is_a_consent_an_event_a_day_or_another_circle() {
    let rule = r#"{"first_of":[{"when":{"and":[{"named":["FRA"]},{"event":"ceasefire"},{"from_date":"2026-03-01"}]},"then":{"same_day":true}}]}"#;
    let causes = |event: &str, consent: &str| {
        let mut register = register(rule);
        consents(&mut register, "FRA", consent);
        let act = Act::EventRecorded(EventRecorded {
            event: key("ceasefire"),
            text: None,
        });
        register.add(vec![Statement::new(slug(), LegalDate::on(day(event)), act)]);
        let clause = explained(&register, "2026-05-01").clause;
        clause.met().unwrap().causes.clone()
    };
    let of_france = Cause::Consents(codes(&["FRA"]));
    let ceasefire = Cause::Event(key("ceasefire"));
    assert_eq!(causes("2026-02-01", "2026-02-02"), [Cause::Day]);
    assert_eq!(
        causes("2026-04-01", "2026-02-02"),
        std::slice::from_ref(&ceasefire)
    );
    assert_eq!(
        causes("2026-02-01", "2026-04-02"),
        std::slice::from_ref(&of_france)
    );
    assert_eq!(causes("2026-04-02", "2026-04-02"), [of_france, ceasefire]);

    let all = r#"{"first_of":[{"when":{"all":true},"then":{"same_day":true}}]}"#;
    let mut register = register(all);
    consents(&mut register, "FRA", "2026-02-01");
    consents(&mut register, "USA", "2026-02-01");
    let act = Act::ParticipantRemoved(ParticipantRemoved {
        ground: text("Illustrative"),
    });
    register.add(vec![of(code("POL"), day("2026-02-10"), act)]);
    let clause = explained(&register, "2026-05-01").clause;
    assert_eq!(clause.met().unwrap().causes, [Cause::Circle]);
}

#[test]
fn each_alternative_has_its_standing() {
    let rule = r#"{"first_of":[
        {"when":{"named":["FRA","USA"]},"by":"2026-02-28","then":{"fixed":"2026-03-15"}},
        {"when":{"count":2},"then":{"days":30}},
        {"when":{"count":9},"then":{"same_day":true}}]}"#;
    let mut register = register(rule);
    let standings = |register: &Register, on: &str| -> Vec<AlternativeStanding> {
        let clause = explained(register, on).clause;
        clause.alternatives.iter().map(|it| it.standing).collect()
    };
    let [open, lapsed, never, decided, other] = [
        AlternativeStanding::Open,
        AlternativeStanding::Lapsed,
        AlternativeStanding::OutOfReach,
        AlternativeStanding::Decided,
        AlternativeStanding::OtherDecided,
    ];
    assert_eq!(standings(&register, "2026-02-28"), [open, open, never]);
    assert_eq!(standings(&register, "2026-03-01"), [lapsed, open, never]);

    consents(&mut register, "FRA", "2026-02-01");
    let mut second = register.clone();
    consents(&mut second, "POL", "2026-02-02");
    assert_eq!(standings(&second, "2026-06-01"), [other, decided, other]);
    let mut late = register.clone();
    consents(&mut late, "USA", "2026-03-20");
    assert_eq!(standings(&late, "2026-03-20"), [lapsed, decided, other]);
    consents(&mut register, "USA", "2026-02-28");
    assert_eq!(standings(&register, "2026-02-28"), [decided, other, other]);
    // A last day that passes after the clause was met takes nothing away.
    assert_eq!(standings(&register, "2026-06-01"), [decided, other, other]);
}

#[test]
fn what_is_lacking_has_its_last_day_and_the_earliest_day_that_would_follow() {
    let rule = r#"{"first_of":[{"when":{"and":[{"named":["FRA","USA"]},{"from_date":"2026-02-10"}]},"by":"2026-02-28","then":{"days":30}}]}"#;
    let register = register(rule);
    let lacking = |on: &str| match explained(&register, on).clause.outcome {
        Outcome::NotMet(lacking) => Some(lacking),
        Outcome::Met(_) => None,
    };
    let before = lacking("2026-02-01").unwrap();
    assert_eq!(before.to_go, Fewest::Exactly(2));
    assert_eq!(before.indispensable, codes(&["FRA", "USA"]));
    assert_eq!(before.ways[0].not_after, Some(day("2026-02-28")));
    assert_eq!(before.ways[0].earliest, Some(day("2026-03-12")));
    let after = lacking("2026-02-20").unwrap();
    assert_eq!(after.ways[0].earliest, Some(day("2026-03-22")));
    let lapsed = lacking("2026-03-01").unwrap();
    assert_eq!(lapsed.to_go, Fewest::Lapsed);
    assert!(lapsed.ways.is_empty() && lapsed.indispensable.is_empty());
}

// One participant.

#[test]
fn a_later_consent_has_its_own_day_with_the_general_one_as_floor() {
    let mut register = register(BOTH);
    consents(&mut register, "FRA", "2026-02-01");
    consents(&mut register, "USA", "2026-03-01");
    let mut floor = register.clone();
    // Ten days later is 15 March, before the general day, 31 March.
    consents(&mut floor, "POL", "2026-03-05");
    let effect = party(&floor, "2026-05-01", "POL").consents[0]
        .effect
        .unwrap();
    assert_eq!(
        (effect.from, effect.by_rule, effect.floor, effect.rule),
        (day("2026-03-31"), day("2026-03-15"), true, OwnRule::Later)
    );
    assert_eq!(effect.basis, Basis::LaterRule);

    let would = party(&register, "2026-04-20", "POL").if_now.unwrap();
    assert_eq!(
        (would.from, would.rule),
        (day("2026-04-30"), OwnRule::Later)
    );
    consents(&mut register, "POL", "2026-04-20");
    let own = party(&register, "2026-05-01", "POL");
    let effect = own.consents[0].effect.unwrap();
    assert_eq!((effect.from, effect.floor), (day("2026-04-30"), false));
    assert_eq!(own.if_now, None);

    let general = party(&register, "2026-05-01", "FRA");
    let effect = general.consents[0].effect.unwrap();
    assert_eq!(
        (effect.from, effect.rule, effect.floor),
        (day("2026-03-31"), OwnRule::General, false)
    );
    assert_eq!(effect.basis, Basis::Article(Article::EntryIntoForce));
    assert_eq!(general.bases, [Basis::Article(Article::Party)]);
}

#[test]
fn without_a_rule_for_later_consents_the_day_of_the_consent_counts() {
    let mut register = register(BOTH_HELD);
    consents(&mut register, "FRA", "2026-02-01");
    consents(&mut register, "USA", "2026-03-01");
    let acceding = Act::ConsentExpressed(ConsentExpressed {
        mode: ConsentMode::Accession,
        form: ConsentForm::Deposit,
        instrument: None,
        note: None,
    });
    register.add(vec![of(code("POL"), day("2026-05-05"), acceding)]);
    let effect = party(&register, "2026-06-01", "POL").consents[0]
        .effect
        .unwrap();
    assert_eq!(
        (effect.from, effect.rule),
        (day("2026-05-05"), OwnRule::OwnConsent)
    );
    assert_eq!(effect.basis, Basis::Article(Article::LaterConsent));
}

#[test]
fn what_the_clause_makes_of_a_participant() {
    let rule = r#"{"first_of":[{"when":{"and":[{"named":["FRA"]},{"count":2}]},"then":{"same_day":true}}]}"#;
    let mut register = register(rule);
    let part = |register: &Register, who: &str| party(register, "2026-06-01", who).part;
    assert!(part(&register, "FRA").indispensable);
    assert!(!part(&register, "POL").indispensable);
    assert_eq!(
        part(&register, "POL").awaited_in,
        ["first_of[0].when.and[1]"]
    );
    consents(&mut register, "POL", "2026-02-01");
    let france = part(&register, "FRA");
    assert!(france.alone && france.indispensable);
    assert_eq!(
        france.awaited_in,
        ["first_of[0].when.and[0]", "first_of[0].when.and[1]"]
    );
    assert!(!part(&register, "USA").alone);
    let poland = part(&register, "POL");
    assert_eq!(poland.counted_in, ["first_of[0].when.and[1]"]);
    assert!(poland.awaited_in.is_empty() && !poland.alone);
}

#[test]
fn a_day_notified_for_one_participant_differs_with_its_reason() {
    let mut register = register(BOTH);
    consents(&mut register, "FRA", "2026-02-01");
    consents(&mut register, "USA", "2026-03-01");
    let notify = |register: &mut Register, who: &str, in_force: &str| {
        let act = Act::EntryIntoForceNotified(EntryIntoForceNotified {
            in_force: day(in_force),
            number: None,
        });
        register.add(vec![of(code(who), day("2026-04-01"), act)]);
    };
    notify(&mut register, "FRA", "2026-03-31");
    notify(&mut register, "USA", "2026-03-30");
    notify(&mut register, "POL", "2026-03-31");
    let difference = |who: &str| party(&register, "2026-05-01", who).difference;
    assert_eq!(difference("FRA"), None);
    assert_eq!(difference("USA"), Some(Reason::AnotherDay));
    assert_eq!(difference("POL"), Some(Reason::NotMet));
}

// A clause tried.

#[test]
fn a_preview_says_what_the_participants_cannot_meet() {
    let rule = clause(
        r#"{"first_of":[{"when":{"named":["FRA","JPN"]},"then":{"days":1}},{"when":{"count":2,"other_than":["DEU"]},"then":{"days":1}},{"when":{"weight_pct":"60"},"then":{"days":1}}]}"#,
    );
    let participants = [("FRA", Some("40")), ("POL", Some("20")), ("USA", None)]
        .map(|(who, share)| (code(who), share.map(|share| share.parse().unwrap())))
        .into();
    let tried = preview(&rule, &participants, day("2026-01-01")).unwrap();
    assert_eq!(tried.never, [0]);
    assert_eq!(tried.not_participants, codes(&["DEU", "JPN"]));
    assert_eq!(tried.without_weight, codes(&["USA"]));
    assert!(tried.has_findings());

    let rule = clause(r#"{"first_of":[{"when":{"all":true},"then":{"days":1}}]}"#);
    let tried = preview(&rule, &participants, day("2026-01-01")).unwrap();
    assert!(!tried.has_findings());
    match tried.clause.outcome {
        Outcome::NotMet(lacking) => assert_eq!(lacking.to_go, Fewest::Exactly(3)),
        Outcome::Met(_) => assert!(tried.clause.met().is_none()),
    }
}

#[test]
fn an_unmet_ratification_is_no_party() {
    let mut register = register(BOTH);
    register.add(vec![of(code("FRA"), day("2026-02-01"), ratification())]);
    let france = party(&register, "2026-02-02", "FRA");
    assert_eq!(france.consents[0].effect, None);
    assert_eq!(
        france.bases,
        [Article::ContractingState, Article::ContractingStateDuty].map(Basis::Article)
    );
}
