//! A participant's standing through signature, consent, withdrawal, return and its own end.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::BTreeMap;

use domain::act::{
    Act, DepartureRecorded, EventRecorded, Outcome, ParticipantRemoved, ProcedureConcluded,
    StepNotRequired, StepScheduled, WithdrawalNotified, WithdrawalOf,
};
use domain::legal_date::LegalDate;
use domain::register::RecordedAt;
use domain::snapshot::View;
use domain::statement::Statement;
use domain::status::{InternationalStatus, NationalStatus};
use support::{
    Register, clause, code, day, instrument, key, listed, of, opening, ratified, signed, slug, text,
};

/// One consent is enough; the treaty is in force thirty days later, and for others after theirs.
fn register(listed_on: &[(&str, &str)]) -> Register {
    let rule =
        clause(r#"{"first_of":[{"when":{"count":1},"then":{"days":30}}],"later":{"days":30}}"#);
    let mut register = Register::new();
    register.add(vec![opening(
        day("1980-01-01"),
        instrument(rule, BTreeMap::new()),
    )]);
    for (who, on) in listed_on {
        register.add(vec![listed(code(who), day(on))]);
    }
    register
}

fn view(register: &Register, on: &str) -> View {
    register
        .fold()
        .view(&slug(), day(on), register.size())
        .unwrap()
}

fn international(register: &Register, who: &str, on: &str) -> InternationalStatus {
    view(register, on).participants[&code(who)]
        .status
        .international
}

fn withdrawal(who: &str, notified: &str, effective: &str) -> Statement {
    let act = Act::WithdrawalNotified(WithdrawalNotified {
        of: WithdrawalOf::Treaty,
        effective: LegalDate::on(day(effective)),
    });
    of(code(who), day(notified), act)
}

#[test]
fn a_state_signs_consents_becomes_party_leaves_and_comes_back() {
    let mut register = register(&[("FRA", "2000-01-01")]);
    register.add(vec![signed(code("FRA"), day("2000-02-01"))]);
    register.add(vec![ratified(code("FRA"), day("2001-01-01"))]);
    register.add(vec![withdrawal("FRA", "2002-01-01", "2003-01-01")]);
    register.add(vec![ratified(code("FRA"), day("2004-01-01"))]);
    let since = day("2001-01-31");
    for (on, status) in [
        ("2000-01-15", InternationalStatus::None),
        ("2000-02-01", InternationalStatus::Signed),
        ("2001-01-01", InternationalStatus::ConsentExpressed),
        ("2001-01-30", InternationalStatus::ConsentExpressed),
        ("2001-01-31", InternationalStatus::Party { since }),
        (
            "2002-01-01",
            InternationalStatus::WithdrawalNotified {
                since,
                until: day("2003-01-01"),
            },
        ),
        (
            "2003-01-01",
            InternationalStatus::FormerParty {
                since: day("2003-01-01"),
            },
        ),
        ("2004-01-01", InternationalStatus::ConsentExpressed),
        (
            "2004-01-31",
            InternationalStatus::Party {
                since: day("2004-01-31"),
            },
        ),
    ] {
        assert_eq!(international(&register, "FRA", on), status, "on {on}");
    }
}

#[test]
fn consent_given_again_while_a_notice_runs_keeps_a_party_a_party() {
    let mut register = register(&[("FRA", "2000-01-01")]);
    register.add(vec![ratified(code("FRA"), day("2001-01-01"))]);
    register.add(vec![withdrawal("FRA", "2002-01-01", "2003-01-01")]);
    register.add(vec![ratified(code("FRA"), day("2002-06-01"))]);
    let party = InternationalStatus::Party {
        since: day("2001-01-31"),
    };
    for on in ["2002-06-02", "2003-01-01", "2010-01-01"] {
        assert_eq!(international(&register, "FRA", on), party, "on {on}");
    }
}

#[test]
fn consent_withdrawn_before_the_treaty_is_in_force_is_said_to_be_so() {
    let mut register = register(&[("FRA", "2000-01-01")]);
    register.add(vec![ratified(code("FRA"), day("2001-01-01"))]);
    register.add(vec![withdrawal("FRA", "2001-01-10", "2001-01-20")]);
    let status = InternationalStatus::ConsentWithdrawn {
        since: day("2001-01-20"),
    };
    assert_eq!(international(&register, "FRA", "2001-02-15"), status);
}

#[test]
fn a_state_that_ceased_to_exist_is_a_party_no_more() {
    let mut register = register(&[("CSK", "1980-01-01")]);
    register.add(vec![ratified(code("CSK"), day("1985-01-01"))]);
    let party = InternationalStatus::Party {
        since: day("1985-01-31"),
    };
    assert_eq!(international(&register, "CSK", "1992-12-31"), party);
    let former = InternationalStatus::FormerParty {
        since: day("1993-01-01"),
    };
    assert_eq!(international(&register, "CSK", "1993-01-01"), former);
}

#[test]
fn an_announced_step_is_seen_before_its_day() {
    let mut register = register(&[("FRA", "2000-01-01")]);
    let act = Act::StepScheduled(StepScheduled { note: None });
    register.add(vec![of(code("FRA"), day("2030-01-01"), act)]);
    let france = view(&register, "2020-01-01").participants[&code("FRA")].clone();
    assert_eq!(france.status.national, NationalStatus::NotBegun);
    assert!(
        france
            .facts
            .iter()
            .any(|fact| fact.date() == &LegalDate::on(day("2030-01-01")))
    );
}

#[test]
fn an_announcement_is_not_known_before_it_was_recorded() {
    let mut register = register(&[("FRA", "2000-01-01")]);
    let act = Act::StepScheduled(StepScheduled { note: None });
    register.add(vec![of(code("FRA"), day("2030-01-01"), act)]);
    let snapshot = register.fold();
    let announced = snapshot.instrument(&slug()).unwrap();
    let recorded = announced.facts_about(code("FRA"))[1].recorded_at;
    let national = |end: RecordedAt| {
        let view = view(&register, "2000-06-01").without_later_announcements(end);
        view.participants[&code("FRA")].status.national.clone()
    };
    // A day that ends at the instant of the announcement was over when it was made.
    assert_eq!(national(recorded), NationalStatus::NoInformation);
    let later = RecordedAt::from_unix_micros(recorded.unix_micros() + 1).unwrap();
    assert_eq!(national(later), NationalStatus::NotBegun);
}

#[test]
fn a_departure_recorded_after_the_end_does_not_reopen_the_procedure() {
    let departure = || {
        Act::DepartureRecorded(DepartureRecorded {
            course: text("The committee met after it"),
            ground: text("The second reading was held without its committee"),
        })
    };
    let national = |end: Option<Act>| {
        let mut register = register(&[("FRA", "2000-01-01")]);
        if let Some(end) = end {
            register.add(vec![of(code("FRA"), day("2000-02-01"), end)]);
        }
        register.add(vec![of(code("FRA"), day("2000-03-01"), departure())]);
        let view = view(&register, "2000-04-01");
        view.participants[&code("FRA")].status.national.clone()
    };
    let concluded = |outcome| {
        Act::ProcedureConcluded(ProcedureConcluded {
            outcome,
            note: None,
        })
    };
    assert_eq!(
        national(Some(concluded(Outcome::Completed))),
        NationalStatus::Completed
    );
    assert_eq!(
        national(Some(Act::StepNotRequired(StepNotRequired {
            ground: text("An executive agreement"),
        }))),
        NationalStatus::NotRequired
    );
    // After one that failed it is a beginning, and so it is where nothing was.
    for before in [Some(concluded(Outcome::Failed)), None] {
        assert_eq!(national(before), NationalStatus::UnderWay(None));
    }
}

#[test]
fn a_removal_ends_what_was_listed_before_it_and_one_without_a_date_everything() {
    let removal = || {
        Act::ParticipantRemoved(ParticipantRemoved {
            ground: text("It never signed"),
        })
    };
    let listed_on = |register: &Register, on: &str| {
        view(register, on)
            .record
            .listed(day(on))
            .contains(&code("FRA"))
    };
    let mut dated = register(&[("FRA", "2000-01-01"), ("FRA", "2005-01-01")]);
    dated.add(vec![of(code("FRA"), day("2002-01-01"), removal())]);
    let answers = ["2001-12-31", "2002-01-01", "2005-01-01"].map(|on| listed_on(&dated, on));
    assert_eq!(answers, [true, false, true]);
    let mut undated = register(&[("FRA", "2000-01-01"), ("FRA", "2005-01-01")]);
    let mut statement = of(code("FRA"), day("2002-01-01"), removal());
    statement.date = LegalDate::unknown();
    undated.add(vec![statement]);
    let answers = ["2001-12-31", "2002-01-01", "2005-01-01"].map(|on| listed_on(&undated, on));
    assert_eq!(answers, [false, false, false]);
}

#[test]
fn an_event_known_by_its_month_meets_a_clause_at_the_latest() {
    let rule = clause(r#"{"first_of":[{"when":{"event":"ceasefire"},"then":{"same_day":true}}]}"#);
    let met = |date: LegalDate| {
        let mut register = Register::new();
        register.add(vec![opening(
            day("2026-01-01"),
            instrument(rule.clone(), BTreeMap::new()),
        )]);
        let act = Act::EventRecorded(EventRecorded {
            event: key("ceasefire"),
            text: None,
        });
        register.add(vec![Statement::new(slug(), date, act)]);
        let met = view(&register, "2026-12-31").evaluation.met.unwrap();
        (met.on, met.at_the_latest)
    };
    let on = day("2026-06-30");
    assert_eq!(met(LegalDate::on(on)), (on, false));
    assert_eq!(met(LegalDate::not_later_than(on)), (on, true));
}
