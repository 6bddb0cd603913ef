//! Leaving a treaty, and what a withdrawal would change (VCLT art. 54 to 56, 68).

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::BTreeMap;

use domain::act::{Act, WithdrawalNotified, WithdrawalOf, WithdrawalRetracted};
use domain::clause::smallest_sets::ToGo;
use domain::clause::threshold::Threshold;
use domain::exit::{Exit, Finding};
use domain::instrument::{ExitNotice, ExitRule, Instrument};
use domain::legal_date::LegalDate;
use domain::snapshot::View;
use domain::statement::Statement;
use domain::withdrawal::Change;
use support::{Register, clause, code, day, instrument, listed, of, opening, ratified, slug};

fn register(defined: Instrument, listed_states: &[&str]) -> Register {
    let mut register = Register::new();
    register.add(vec![opening(day("1996-01-01"), defined)]);
    for who in listed_states {
        register.add(vec![listed(code(who), day("1996-01-01"))]);
    }
    register
}

/// The Paris Agreement as far as its art. 28 needs it: in force on 4 November 2016 (art. 21, with
/// two of its parties for all), notice not before three years, effect one year after.
fn paris() -> Register {
    let rule = r#"{"first_of":[{"when":{"count":2},"then":{"days":30}}],"later":{"days":30}}"#;
    let mut defined = instrument(clause(rule), BTreeMap::new());
    defined.exit = notice(r#"{"months":12}"#, Some(r#"{"months":36}"#));
    let mut register = register(defined, &["USA", "FRA"]);
    register.add(vec![ratified(code("USA"), day("2016-09-03"))]);
    register.add(vec![ratified(code("FRA"), day("2016-10-05"))]);
    register
}

fn notice(effect: &str, not_before: Option<&str>) -> ExitRule {
    ExitRule::Notice(ExitNotice {
        effect: serde_json::from_str(effect).unwrap(),
        not_before: not_before.map(|period| serde_json::from_str(period).unwrap()),
    })
}

fn view(register: &Register, on: &str) -> View {
    register
        .fold()
        .view(&slug(), day(on), register.size())
        .unwrap()
}

fn exit(register: &Register, who: &str, on: &str) -> Exit {
    view(register, on).exit(code(who)).unwrap().unwrap()
}

fn withdraws(who: &str, what: WithdrawalOf, notified: &str, effective: LegalDate) -> Statement {
    let act = Act::WithdrawalNotified(WithdrawalNotified {
        of: what,
        effective,
    });
    of(code(who), day(notified), act)
}

fn leaves(who: &str, notified: &str, effective: &str) -> Statement {
    withdraws(
        who,
        WithdrawalOf::Treaty,
        notified,
        LegalDate::on(day(effective)),
    )
}

fn change(register: &Register, who: &str, on: &str) -> Change {
    view(register, on)
        .withdrawal_today(code(who))
        .unwrap()
        .unwrap()
        .change
}

/// The United States gave notice on the first day that art. 28(1) allows, 4 November 2019, and left on
/// the first day that art. 28(2) allows, 4 November 2020.
#[test]
fn paris_art_28_the_united_states_left_on_the_earliest_day() {
    let mut register = paris();
    let first_notice = day("2019-11-04");
    for (on, notice, leaves) in [
        ("2016-11-04", "2019-11-04", "2020-11-04"),
        ("2019-11-03", "2019-11-04", "2020-11-04"),
        ("2019-11-04", "2019-11-04", "2020-11-04"),
        ("2019-11-05", "2019-11-05", "2020-11-05"),
        // The notice of 27 January 2025 took effect on 27 January 2026.
        ("2025-01-27", "2025-01-27", "2026-01-27"),
    ] {
        let by_notice = Exit::ByNotice {
            first_notice,
            notice: day(notice),
            leaves: day(leaves),
        };
        assert_eq!(exit(&register, "USA", on), by_notice, "on {on}");
    }
    register.add(vec![leaves_us()]);
    assert_eq!(
        view(&register, "2019-11-04")
            .exit_findings(code("USA"))
            .unwrap(),
        []
    );
    let given = Exit::NoticeGiven {
        leaves: day("2020-11-04"),
        at_the_latest: false,
        // Art. 68: on the day of effect it is too late.
        take_back_until: Some(day("2020-11-03")),
    };
    assert_eq!(exit(&register, "USA", "2020-11-03"), given);
    let left = Exit::Left {
        on: day("2020-11-04"),
        at_the_latest: false,
    };
    assert_eq!(exit(&register, "USA", "2020-11-04"), left);
}

fn leaves_us() -> Statement {
    leaves("USA", "2019-11-04", "2020-11-04")
}

#[test]
fn before_entry_into_force_there_is_no_notice_period_and_nothing_to_leave_without_consent() {
    let register = paris();
    assert_eq!(exit(&register, "USA", "2016-09-02"), Exit::NotBound);
    let free = Exit::BeforeEntryIntoForce {
        leaves: day("2016-11-03"),
    };
    assert_eq!(exit(&register, "USA", "2016-11-03"), free);
    assert_eq!(
        view(&register, "2016-11-03").exit(code("POL")).unwrap(),
        None
    );
}

#[test]
fn a_notice_given_too_early_or_taking_effect_too_early_is_a_finding() {
    let mut register = paris();
    register.add(vec![leaves("USA", "2019-11-03", "2020-11-02")]);
    let findings = view(&register, "2019-11-03")
        .exit_findings(code("USA"))
        .unwrap();
    let notified = day("2019-11-03");
    assert_eq!(
        findings,
        [
            Finding::TooEarly {
                notified,
                first: day("2019-11-04")
            },
            Finding::EffectTooEarly {
                notified,
                recorded: day("2020-11-02"),
                computed: day("2020-11-03"),
            },
        ]
    );
    // The recorded day counts all the same: nothing is resolved by software.
    let left = Exit::Left {
        on: day("2020-11-02"),
        at_the_latest: false,
    };
    assert_eq!(exit(&register, "USA", "2020-11-02"), left);
    // A later day than the earliest is the State's own choice (Paris Agreement, art. 28(2)).
    let mut register = paris();
    register.add(vec![leaves("USA", "2019-11-04", "2021-06-01")]);
    assert_eq!(
        view(&register, "2019-11-04")
            .exit_findings(code("USA"))
            .unwrap(),
        []
    );
}

#[test]
fn art_56_where_the_instrument_is_silent_withdrawal_is_never_simply_allowed() {
    let rule = clause(r#"{"first_of":[{"when":{"count":1},"then":{"same_day":1}}]}"#);
    let mut register = register(instrument(rule, BTreeMap::new()), &["FRA"]);
    register.add(vec![ratified(code("FRA"), day("2000-01-01"))]);
    let implied = Exit::OnlyIfImplied {
        leaves: day("2001-02-28"),
    };
    assert_eq!(exit(&register, "FRA", "2000-02-29"), implied);
    register.add(vec![leaves("FRA", "2000-02-29", "2000-06-01")]);
    let findings = view(&register, "2000-03-01")
        .exit_findings(code("FRA"))
        .unwrap();
    let not_provided = Finding::NotProvidedFor {
        notified: day("2000-02-29"),
        if_implied: day("2001-02-28"),
    };
    assert_eq!(findings, [not_provided]);
}

#[test]
fn a_bounded_day_of_withdrawal_is_an_at_the_latest() {
    let mut register = paris();
    let bounded = LegalDate::between(day("2020-11-04"), day("2020-11-30"));
    register.add(vec![withdraws(
        "USA",
        WithdrawalOf::Treaty,
        "2019-11-04",
        bounded,
    )]);
    let left = Exit::Left {
        on: day("2020-11-30"),
        at_the_latest: true,
    };
    assert_eq!(exit(&register, "USA", "2020-12-01"), left);
    let Exit::NoticeGiven { at_the_latest, .. } = exit(&register, "USA", "2020-11-10") else {
        panic!("the notice runs");
    };
    assert!(at_the_latest);
}

#[test]
fn art_68_a_notice_taken_back_leaves_the_way_out_open() {
    let mut register = paris();
    register.add(vec![leaves_us()]);
    let back = Act::WithdrawalRetracted(WithdrawalRetracted { note: None });
    register.add(vec![of(code("USA"), day("2020-01-15"), back)]);
    let by_notice = Exit::ByNotice {
        first_notice: day("2019-11-04"),
        notice: day("2020-01-15"),
        leaves: day("2021-01-15"),
    };
    assert_eq!(exit(&register, "USA", "2020-01-15"), by_notice);
    assert_eq!(
        view(&register, "2020-01-15").participants[&code("USA")].notices,
        []
    );
}

#[test]
fn withdrawing_the_consent_once_the_treaty_is_in_force_is_a_finding() {
    let mut register = paris();
    let effective = LegalDate::on(day("2017-01-01"));
    register.add(vec![withdraws(
        "USA",
        WithdrawalOf::Consent,
        "2017-01-01",
        effective,
    )]);
    let findings = view(&register, "2017-01-01")
        .exit_findings(code("USA"))
        .unwrap();
    let in_force = Finding::AlreadyInForce {
        notified: day("2017-01-01"),
        since: day("2016-11-04"),
    };
    assert_eq!(findings, [in_force]);
}

#[test]
fn art_55_below_the_threshold_after_entry_into_force_the_treaty_goes_on() {
    let mut register = paris();
    assert_eq!(view(&register, "2016-10-04").threshold(), Threshold::NotMet);
    assert_eq!(view(&register, "2020-11-03").threshold(), Threshold::Holds);
    // One of two leaves: what follows is said before it does.
    let gone = Threshold::LostSinceEntryIntoForce {
        since: day("2020-11-04"),
    };
    assert_eq!(
        change(&register, "USA", "2019-11-04"),
        Change::OnlyThisState {
            leaves: day("2020-11-04"),
            threshold: gone
        }
    );
    register.add(vec![leaves_us()]);
    let after = view(&register, "2025-01-01");
    assert_eq!(after.threshold(), gone);
    let met = after.evaluation.met.unwrap();
    assert_eq!(met.in_force, day("2016-11-04"));
    // It comes back: the conditions are met again, and the treaty had never ended.
    register.add(vec![ratified(code("USA"), day("2021-01-20"))]);
    assert_eq!(view(&register, "2021-01-20").threshold(), Threshold::Holds);
}

#[test]
fn on_the_day_of_entry_into_force_the_treaty_is_in_force() {
    let mut register = paris();
    let effective = LegalDate::on(day("2016-11-04"));
    register.add(vec![withdraws(
        "USA",
        WithdrawalOf::Consent,
        "2016-10-20",
        effective,
    )]);
    let since = day("2016-11-04");
    let threshold = view(&register, "2016-11-04").threshold();
    assert_eq!(threshold, Threshold::LostSinceEntryIntoForce { since });
}

#[test]
fn a_notice_that_cannot_be_given_today_changes_nothing() {
    let mut register = paris();
    assert_eq!(change(&register, "USA", "2019-11-03"), Change::Nothing);
    register.add(vec![leaves_us()]);
    for on in ["2019-11-04", "2020-11-04"] {
        assert_eq!(change(&register, "USA", on), Change::Nothing, "on {on}");
    }
}

/// A treaty whose conditions have to hold until it is in force, as UPC Agreement and CTBT were
/// treated: ratifications were withdrawn in 2020 and 2023.
fn must_hold() -> Register {
    let rule = r#"{"first_of":[{"when":{"count":2},"then":{"days":90}}],"later":{"days":90},
        "must_hold_until_entry_into_force":true}"#;
    let mut register = register(
        instrument(clause(rule), BTreeMap::new()),
        &["DEU", "FRA", "GBR"],
    );
    register.add(vec![ratified(code("FRA"), day("2020-01-01"))]);
    register.add(vec![ratified(code("GBR"), day("2020-03-01"))]);
    register
}

#[test]
fn before_entry_into_force_a_withdrawal_unmeets_conditions_that_must_hold() {
    let mut register = must_hold();
    let met = view(&register, "2020-03-01").evaluation.met.unwrap();
    assert_eq!(met.in_force, day("2020-05-30"));
    let Change::Unmet { was, to_go } = change(&register, "GBR", "2020-05-29") else {
        panic!("the day of entry into force is gone");
    };
    assert_eq!((was, to_go.size()), (met, Some(1)));
    // With a third consent on record two are left on every day: nothing is unmet.
    register.add(vec![ratified(code("DEU"), day("2020-04-01"))]);
    assert!(matches!(
        change(&register, "GBR", "2020-05-01"),
        Change::OnlyThisState {
            threshold: Threshold::Holds,
            ..
        }
    ));
    // On the day of entry into force it is too late to undo it.
    let Exit::OnlyIfImplied { .. } = exit(&register, "GBR", "2020-05-30") else {
        panic!("in force");
    };
    assert!(matches!(
        change(&register, "GBR", "2020-05-30"),
        Change::OnlyThisState {
            threshold: Threshold::Holds,
            ..
        }
    ));
}

#[test]
fn where_another_way_was_met_later_the_day_moves() {
    let rule = r#"{"first_of":[{"when":{"named":["FRA","GBR"]},"then":{"days":90}},
        {"when":{"named":["FRA","DEU"]},"then":{"days":90}}],"must_hold_until_entry_into_force":true}"#;
    let mut register = register(
        instrument(clause(rule), BTreeMap::new()),
        &["DEU", "FRA", "GBR"],
    );
    register.add(vec![ratified(code("FRA"), day("2020-01-01"))]);
    register.add(vec![ratified(code("GBR"), day("2020-03-01"))]);
    register.add(vec![ratified(code("DEU"), day("2020-04-01"))]);
    let Change::Moved { was, becomes } = change(&register, "GBR", "2020-05-01") else {
        panic!("it moves");
    };
    assert_eq!((was.on, becomes.on), (day("2020-03-01"), day("2020-04-01")));
    assert_eq!((was.alternative, becomes.alternative), (0, 1));
    assert_eq!(becomes.in_force, day("2020-06-30"));
}

#[test]
fn before_the_conditions_are_met_a_withdrawal_adds_to_what_is_lacking() {
    let register = must_hold();
    let Change::ToGo { before, after } = change(&register, "FRA", "2020-02-01") else {
        panic!("not met yet");
    };
    assert_eq!((before.size(), after.size()), (Some(1), Some(2)));
    assert!(matches!(after, ToGo::Ways(_)));
    // Who has not consented has nothing to withdraw.
    assert_eq!(change(&register, "DEU", "2020-02-01"), Change::Nothing);
}

#[test]
fn once_met_a_withdrawal_before_entry_into_force_takes_only_that_state_out() {
    let rule = r#"{"first_of":[{"when":{"count":2},"then":{"days":90}}]}"#;
    let mut register = register(instrument(clause(rule), BTreeMap::new()), &["FRA", "GBR"]);
    register.add(vec![ratified(code("FRA"), day("2020-01-01"))]);
    register.add(vec![ratified(code("GBR"), day("2020-03-01"))]);
    let lost = Threshold::LostBeforeEntryIntoForce {
        since: day("2020-04-01"),
    };
    assert_eq!(
        change(&register, "GBR", "2020-04-01"),
        Change::OnlyThisState {
            leaves: day("2020-04-01"),
            threshold: lost
        }
    );
    // On the very day it is unmet: conditions are looked at when the day ends.
    assert!(matches!(
        change(&register, "GBR", "2020-03-01"),
        Change::Unmet { .. }
    ));
}
