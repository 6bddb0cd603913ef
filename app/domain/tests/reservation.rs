//! Reservations: the window of each State, what follows for the consent (VCLT art. 19 to 23).
//!
//! The States and days are illustrative.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::BTreeMap;

use domain::act::{
    Act, ObjectionEffect, ObjectionRaised, ObjectionWithdrawn, ReservationAccepted,
    ReservationFormulated, ReservationNotified, ReservationWithdrawn, WithdrawalNotified,
    WithdrawalOf,
};
use domain::day::Day;
use domain::instrument::{PendingReservation, Reservations};
use domain::legal_date::LegalDate;
use domain::reservation::answer::{Answer, AnswerState, last_day_to_object};
use domain::reservation::effect::{ConsentWithReservation, Ground};
use domain::reservation::{Finding, Permission, Reservation};
use domain::snapshot::View;
use domain::statement::Statement;
use domain::status::InternationalStatus;
use support::{
    Register, clause, code, codes, day, instrument, key, listed, of, opening, ratified, signed,
    slug, text,
};

const BY_TWO: &str =
    r#"{"first_of":[{"when":{"count":2},"then":{"days":30}}],"later":{"days":30}}"#;

/// A register of a treaty with this regime, four States listed.
fn register(permitted: Reservations, pending: PendingReservation) -> Register {
    let mut defined = instrument(clause(BY_TWO), BTreeMap::new());
    defined.reservations.permitted = permitted;
    defined.reservations.pending = pending;
    let mut register = Register::new();
    register.add(vec![opening(day("2020-01-01"), defined)]);
    for who in ["FRA", "POL", "TUR", "UKR"] {
        register.add(vec![listed(code(who), day("2020-01-01"))]);
    }
    register
}

fn by_each(pending: PendingReservation) -> Register {
    register(Reservations::AcceptedByEach, pending)
}

fn view(register: &Register, on: &str) -> View {
    register
        .fold()
        .view(&slug(), day(on), register.size())
        .unwrap()
}

fn reservation(register: &Register, on: &str) -> Reservation {
    let mut all = view(register, on).reservations;
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn answer(register: &Register, by: &str, on: &str) -> Answer {
    reservation(register, on).answers[&code(by)]
}

fn state(register: &Register, by: &str, on: &str) -> AnswerState {
    answer(register, by, on).state
}

fn consent(register: &Register, on: &str) -> ConsentWithReservation {
    reservation(register, on).consent
}

fn reserves(who: &str, on: &str) -> Statement {
    let act = Act::ReservationFormulated(ReservationFormulated {
        reservation: key("r-1"),
        articles: vec![key("art-7")],
        text: text("Article 7 does not apply to straits (illustrative)"),
    });
    let mut statement = of(code(who), day(on), act);
    statement.sequence = 1;
    statement
}

fn notified(who: &str, on: &str, to: &[&str]) -> Statement {
    let act = Act::ReservationNotified(ReservationNotified {
        reservation: key("r-1"),
        to: codes(to),
        number: None,
    });
    of(code(who), day(on), act)
}

fn accepts(who: &str, on: &str) -> Statement {
    let act = Act::ReservationAccepted(ReservationAccepted {
        of: code("TUR"),
        reservation: key("r-1"),
    });
    of(code(who), day(on), act)
}

fn objects(who: &str, on: &str, effect: ObjectionEffect) -> Statement {
    let act = Act::ObjectionRaised(ObjectionRaised {
        to: code("TUR"),
        reservation: key("r-1"),
        effect,
        text: None,
    });
    of(code(who), day(on), act)
}

fn takes_objection_back(who: &str, on: &str) -> Statement {
    let act = Act::ObjectionWithdrawn(ObjectionWithdrawn {
        to: code("TUR"),
        reservation: key("r-1"),
    });
    of(code(who), day(on), act)
}

fn withdraws_reservation(on: &str) -> Statement {
    let act = Act::ReservationWithdrawn(ReservationWithdrawn {
        reservation: key("r-1"),
    });
    of(code("TUR"), day(on), act)
}

/// Türkiye ratifies with a reservation, France had ratified before.
fn turkey_reserves(register: &mut Register) {
    register.add(vec![ratified(code("FRA"), day("2021-01-10"))]);
    register.add(vec![
        ratified(code("TUR"), day("2021-02-28")),
        reserves("TUR", "2021-02-28"),
    ]);
}

const SIMPLE: ObjectionEffect = ObjectionEffect::TreatyStillInForceBetween;
const PRECLUDES: ObjectionEffect = ObjectionEffect::PrecludesEntryIntoForce;

#[test]
fn art_20_5_the_period_ends_twelve_months_after_notice_or_with_the_own_consent_if_that_is_later() {
    for (notice, own, last) in [
        ("2021-03-15", None, "2022-03-15"),
        ("2021-03-15", Some("2020-01-01"), "2022-03-15"),
        ("2021-03-15", Some("2022-03-15"), "2022-03-15"),
        ("2021-03-15", Some("2022-03-16"), "2022-03-16"),
        // A month that is shorter a year later ends the period on its last day.
        ("2020-02-29", None, "2021-02-28"),
    ] {
        let last_day = last_day_to_object(day(notice), own.map(day)).unwrap();
        assert_eq!(last_day, day(last), "{notice} {own:?}");
    }
}

#[test]
fn art_20_5_a_contracting_state_can_object_on_the_last_day_and_accepts_by_silence_after_it() {
    let mut register = by_each(PendingReservation::Counts);
    turkey_reserves(&mut register);
    register.add(vec![notified("TUR", "2021-03-15", &[])]);
    let until = day("2022-03-15");
    for on in ["2021-03-15", "2022-03-14", "2022-03-15"] {
        assert_eq!(
            state(&register, "FRA", on),
            AnswerState::Open { until },
            "{on}"
        );
    }
    let since = day("2022-03-16");
    for on in ["2022-03-16", "2030-01-01"] {
        let silent = AnswerState::AcceptedBySilence { since };
        assert_eq!(state(&register, "FRA", on), silent, "{on}");
    }
    assert!(!answer(&register, "FRA", "2021-03-15").notice_assumed);
}

#[test]
fn without_a_notification_on_record_the_period_is_counted_from_the_reservation_and_says_so() {
    let mut register = by_each(PendingReservation::Counts);
    turkey_reserves(&mut register);
    let fra = answer(&register, "FRA", "2021-03-01");
    assert_eq!(
        fra.state,
        AnswerState::Open {
            until: day("2022-02-28")
        }
    );
    assert!(fra.notice_assumed);
    // A notification to others does not start the period of this State.
    register.add(vec![notified("TUR", "2021-03-15", &["POL"])]);
    assert!(answer(&register, "FRA", "2021-03-20").notice_assumed);
    assert!(!answer(&register, "POL", "2021-03-20").notice_assumed);
}

#[test]
fn art_20_5_a_state_that_has_not_consented_can_object_until_it_does() {
    let mut register = by_each(PendingReservation::Counts);
    turkey_reserves(&mut register);
    let open = AnswerState::OpenUntilItsConsent {
        not_before: day("2022-02-28"),
    };
    assert_eq!(state(&register, "POL", "2021-03-01"), open);
    assert_eq!(state(&register, "POL", "2025-01-01"), open);
    // It consents after the twelve months and says nothing: accepted.
    register.add(vec![ratified(code("POL"), day("2025-01-05"))]);
    let until = day("2025-01-05");
    assert_eq!(
        state(&register, "POL", "2025-01-05"),
        AnswerState::Open { until }
    );
    let since = day("2025-01-06");
    let silent = AnswerState::AcceptedBySilence { since };
    assert_eq!(state(&register, "POL", "2025-01-06"), silent);
    // One that consents within the twelve months has them all the same.
    register.add(vec![ratified(code("UKR"), day("2021-06-01"))]);
    let until = day("2022-02-28");
    assert_eq!(
        state(&register, "UKR", "2021-06-01"),
        AnswerState::Open { until }
    );
}

#[test]
fn art_20_4_b_an_objection_says_whether_the_treaty_is_in_force_between_the_two() {
    for effect in [SIMPLE, PRECLUDES] {
        let mut register = by_each(PendingReservation::Counts);
        turkey_reserves(&mut register);
        register.add(vec![objects("FRA", "2022-02-28", effect)]);
        let on = day("2022-02-28");
        for seen in ["2022-02-28", "2030-01-01"] {
            assert_eq!(
                state(&register, "FRA", seen),
                AnswerState::Objected { on, effect }
            );
        }
    }
}

#[test]
fn an_objection_on_the_day_after_the_period_is_shown_and_has_no_effect() {
    let mut register = by_each(PendingReservation::Counts);
    turkey_reserves(&mut register);
    register.add(vec![objects("FRA", "2022-03-01", PRECLUDES)]);
    let late = answer(&register, "FRA", "2022-03-01");
    assert_eq!(late.late_objection, Some(day("2022-03-01")));
    let silent = AnswerState::AcceptedBySilence {
        since: day("2022-03-01"),
    };
    assert_eq!(late.state, silent);
    assert!(late.was_given());
}

#[test]
fn what_was_accepted_in_words_stays_accepted() {
    let mut register = by_each(PendingReservation::Counts);
    turkey_reserves(&mut register);
    register.add(vec![accepts("FRA", "2021-05-01")]);
    register.add(vec![objects("FRA", "2021-06-01", SIMPLE)]);
    let accepted = AnswerState::Accepted {
        on: day("2021-05-01"),
    };
    assert_eq!(state(&register, "FRA", "2021-07-01"), accepted);
}

#[test]
fn art_22_2_an_objection_taken_back_leaves_silence() {
    let mut register = by_each(PendingReservation::Counts);
    turkey_reserves(&mut register);
    register.add(vec![objects("FRA", "2021-05-01", SIMPLE)]);
    register.add(vec![takes_objection_back("FRA", "2021-08-01")]);
    let until = day("2022-02-28");
    assert_eq!(
        state(&register, "FRA", "2021-08-01"),
        AnswerState::Open { until }
    );
    let since = day("2022-03-01");
    let silent = AnswerState::AcceptedBySilence { since };
    assert_eq!(state(&register, "FRA", "2022-03-01"), silent);
    // Taken back after the period, it is accepted from then on, art. 22(3)(b).
    let mut register = by_each(PendingReservation::Counts);
    turkey_reserves(&mut register);
    register.add(vec![objects("FRA", "2021-05-01", SIMPLE)]);
    register.add(vec![takes_objection_back("FRA", "2024-08-01")]);
    let since = day("2024-08-01");
    let silent = AnswerState::AcceptedBySilence { since };
    assert_eq!(state(&register, "FRA", "2024-08-01"), silent);
}

#[test]
fn art_20_4_c_a_consent_is_effective_once_one_other_contracting_state_accepts() {
    let mut register = by_each(PendingReservation::CountsOnceAccepted);
    turkey_reserves(&mut register);
    // France can object until 28 February 2022: on 1 March its silence accepts.
    let pending = ConsentWithReservation::Pending {
        if_silent: Some(day("2022-03-01")),
        objected: codes(&[]),
    };
    assert_eq!(consent(&register, "2021-03-01"), pending);
    // A signatory's acceptance is not that of a contracting State.
    register.add(vec![accepts("POL", "2021-04-01")]);
    assert_eq!(consent(&register, "2021-04-01"), pending);
    register.add(vec![ratified(code("POL"), day("2021-09-01"))]);
    let effective = ConsentWithReservation::Effective {
        since: day("2021-09-01"),
        ground: Ground::AcceptedBy(codes(&["POL"])),
    };
    assert_eq!(consent(&register, "2021-09-01"), effective);
    assert_eq!(consent(&register, "2025-09-01"), effective);
    // What was the case before stays what it was.
    assert_eq!(consent(&register, "2021-08-31"), pending);
}

#[test]
fn a_consent_that_counts_once_accepted_meets_the_clause_on_the_day_of_acceptance() {
    let mut counts = by_each(PendingReservation::Counts);
    turkey_reserves(&mut counts);
    let met = view(&counts, "2021-02-28").evaluation.met.unwrap();
    assert_eq!(
        (met.on, met.in_force),
        (day("2021-02-28"), day("2021-03-30"))
    );

    let mut waits = by_each(PendingReservation::CountsOnceAccepted);
    turkey_reserves(&mut waits);
    let before = view(&waits, "2021-06-01");
    assert_eq!(before.evaluation.met, None);
    assert_eq!(before.to_go().size(), Some(1));
    assert_eq!(before.record.waiting, codes(&["TUR"]));
    let earliest = before.earliest_possible(&BTreeMap::new()).unwrap().unwrap();
    assert_eq!(earliest.met.on, day("2021-06-02"));
    // What silence would do is no computed day.
    let (_, effect) = before.participants[&code("TUR")].consents[0];
    assert_eq!(effect, None);
    // Consent has been expressed all the same.
    let status = before.participants[&code("TUR")].status.international;
    assert_eq!(status, InternationalStatus::ConsentExpressed);
    waits.add(vec![accepts("FRA", "2021-07-01")]);
    let met = view(&waits, "2021-07-01").evaluation.met.unwrap();
    assert_eq!(
        (met.on, met.in_force),
        (day("2021-07-01"), day("2021-07-31"))
    );
    assert_eq!(met.by, codes(&["TUR"]));
    assert!(!met.at_the_latest);
    // Its own day is that of the treaty: it had consented, effectively, when the clause was met.
    let (given, effect) = view(&waits, "2021-08-01").participants[&code("TUR")].consents[0];
    assert_eq!(given.begin, day("2021-02-28"));
    assert_eq!(effect.unwrap().from, day("2021-07-31"));
}

#[test]
fn a_later_joiner_is_bound_from_the_acceptance_of_its_reservation() {
    let mut register = by_each(PendingReservation::CountsOnceAccepted);
    register.add(vec![ratified(code("FRA"), day("2021-01-10"))]);
    register.add(vec![ratified(code("POL"), day("2021-01-10"))]);
    register.add(vec![
        ratified(code("TUR"), day("2021-06-30")),
        reserves("TUR", "2021-06-30"),
    ]);
    let waiting = view(&register, "2022-06-30");
    assert_eq!(waiting.participants[&code("TUR")].consents[0].1, None);
    // By silence on 1 July 2022, and thirty days.
    let seen = view(&register, "2022-07-01");
    let (_, effect) = seen.participants[&code("TUR")].consents[0];
    assert_eq!(effect.unwrap().from, day("2022-07-31"));
    let day_before = view(&register, "2022-07-30").participants[&code("TUR")]
        .status
        .clone();
    assert_eq!(
        day_before.international,
        InternationalStatus::ConsentExpressed
    );
}

#[test]
fn a_consent_withdrawn_before_its_reservation_was_accepted_never_counted() {
    let mut register = by_each(PendingReservation::CountsOnceAccepted);
    turkey_reserves(&mut register);
    let act = Act::WithdrawalNotified(WithdrawalNotified {
        of: WithdrawalOf::Consent,
        effective: LegalDate::on(day("2021-06-01")),
    });
    register.add(vec![of(code("TUR"), day("2021-06-01"), act)]);
    register.add(vec![accepts("FRA", "2021-07-01")]);
    assert_eq!(view(&register, "2030-01-01").evaluation.met, None);
}

#[test]
fn art_20_4_c_if_all_object_no_silence_helps() {
    let mut register = by_each(PendingReservation::CountsOnceAccepted);
    turkey_reserves(&mut register);
    register.add(vec![objects("FRA", "2021-05-01", SIMPLE)]);
    let pending = ConsentWithReservation::Pending {
        if_silent: None,
        objected: codes(&["FRA"]),
    };
    assert_eq!(consent(&register, "2030-01-01"), pending);
    assert_eq!(view(&register, "2030-01-01").evaluation.met, None);
    // Art. 22(1): a reservation withdrawn leaves a consent without one.
    register.add(vec![withdraws_reservation("2030-02-01")]);
    let effective = ConsentWithReservation::Effective {
        since: day("2030-02-01"),
        ground: Ground::ReservationWithdrawn,
    };
    assert_eq!(consent(&register, "2030-02-01"), effective);
    let met = view(&register, "2030-02-01").evaluation.met.unwrap();
    assert_eq!(met.on, day("2030-02-01"));
}

#[test]
fn art_20_2_where_all_have_to_accept_one_objection_keeps_the_consent_waiting() {
    let mut register = register(
        Reservations::AcceptedByAll,
        PendingReservation::CountsOnceAccepted,
    );
    turkey_reserves(&mut register);
    register.add(vec![ratified(code("POL"), day("2021-03-01"))]);
    assert_eq!(
        reservation(&register, "2021-03-01").permission,
        Permission::NeedsAll
    );
    register.add(vec![accepts("FRA", "2021-05-01")]);
    let pending = ConsentWithReservation::Pending {
        if_silent: Some(day("2022-03-01")),
        objected: codes(&[]),
    };
    assert_eq!(consent(&register, "2021-05-01"), pending);
    let effective = ConsentWithReservation::Effective {
        since: day("2022-03-01"),
        ground: Ground::AcceptedByAll,
    };
    assert_eq!(consent(&register, "2022-03-01"), effective);
    register.add(vec![objects("POL", "2021-06-01", SIMPLE)]);
    let pending = ConsentWithReservation::Pending {
        if_silent: None,
        objected: codes(&["POL"]),
    };
    assert_eq!(consent(&register, "2030-01-01"), pending);
    register.add(vec![takes_objection_back("POL", "2030-02-01")]);
    let effective = ConsentWithReservation::Effective {
        since: day("2030-02-01"),
        ground: Ground::AcceptedByAll,
    };
    assert_eq!(consent(&register, "2030-02-01"), effective);
}

#[test]
fn art_20_2_the_first_to_consent_waits_for_another_contracting_state() {
    let mut register = register(
        Reservations::AcceptedByAll,
        PendingReservation::CountsOnceAccepted,
    );
    register.add(vec![
        ratified(code("TUR"), day("2021-02-28")),
        reserves("TUR", "2021-02-28"),
    ]);
    let pending = ConsentWithReservation::Pending {
        if_silent: None,
        objected: codes(&[]),
    };
    assert_eq!(consent(&register, "2024-01-01"), pending);
    register.add(vec![ratified(code("FRA"), day("2024-05-01"))]);
    // An objection on the day of its own consent would be in time.
    let effective = ConsentWithReservation::Effective {
        since: day("2024-05-02"),
        ground: Ground::AcceptedByAll,
    };
    assert_eq!(consent(&register, "2024-05-02"), effective);
}

#[test]
fn art_20_1_a_reservation_permitted_by_name_needs_no_acceptance() {
    let mut register = register(
        Reservations::Only(vec![key("r-1")]),
        PendingReservation::CountsOnceAccepted,
    );
    turkey_reserves(&mut register);
    let effective = ConsentWithReservation::Effective {
        since: day("2021-02-28"),
        ground: Ground::Authorised,
    };
    assert_eq!(consent(&register, "2021-02-28"), effective);
    assert!(view(&register, "2021-02-28").evaluation.met.is_some());
    let reservation = reservation(&register, "2021-02-28");
    assert_eq!(reservation.findings, []);
    assert!(reservation.answers.is_empty(), "nobody is asked");
}

#[test]
fn art_19_a_reservation_that_is_not_permitted_is_a_finding_and_the_consent_stands_as_given() {
    for (permitted, permission) in [
        (Reservations::Prohibited, Permission::Prohibited),
        (
            Reservations::Only(vec![key("r-2")]),
            Permission::NotAmongThoseNamed,
        ),
    ] {
        let mut register = register(permitted, PendingReservation::CountsOnceAccepted);
        turkey_reserves(&mut register);
        let seen = reservation(&register, "2021-02-28");
        assert_eq!(seen.permission, permission);
        assert_eq!(seen.findings, [Finding::NotPermitted]);
        assert_eq!(seen.consent, ConsentWithReservation::NotResolved);
        assert!(view(&register, "2021-02-28").evaluation.met.is_some());
        register.add(vec![objects("FRA", "2021-05-01", SIMPLE)]);
        let seen = reservation(&register, "2021-05-01");
        assert_eq!(
            seen.answers.keys().copied().collect::<Vec<_>>(),
            [code("FRA")]
        );
    }
}

#[test]
fn art_23_2_a_reservation_made_on_signing_has_to_be_confirmed() {
    let mut register = by_each(PendingReservation::CountsOnceAccepted);
    register.add(vec![ratified(code("FRA"), day("2021-01-10"))]);
    register.add(vec![
        signed(code("TUR"), day("2020-05-05")),
        reserves("TUR", "2020-05-05"),
    ]);
    let seen = reservation(&register, "2020-05-05");
    assert_eq!(seen.consent, ConsentWithReservation::NotGiven);
    assert_eq!(seen.findings, []);
    register.add(vec![ratified(code("TUR"), day("2021-02-28"))]);
    let seen = reservation(&register, "2021-02-28");
    assert_eq!(seen.findings, [Finding::NotConfirmed]);
    let effective = ConsentWithReservation::Effective {
        since: day("2021-02-28"),
        ground: Ground::NotConfirmed,
    };
    assert_eq!(seen.consent, effective);
    // Confirmed with the consent, it counts as made on that day.
    register.add(vec![reserves("TUR", "2021-02-28")]);
    let seen = reservation(&register, "2021-02-28");
    assert_eq!(
        (seen.made, seen.findings),
        (Some(day("2021-02-28")), vec![])
    );
    assert_eq!(
        state(&register, "FRA", "2021-02-28"),
        AnswerState::Open {
            until: day("2022-02-28")
        }
    );
}

#[test]
fn art_19_a_reservation_made_after_the_consent_does_not_delay_it() {
    let mut register = by_each(PendingReservation::CountsOnceAccepted);
    register.add(vec![ratified(code("FRA"), day("2021-01-10"))]);
    register.add(vec![ratified(code("TUR"), day("2021-02-28"))]);
    register.add(vec![reserves("TUR", "2021-03-05")]);
    let seen = reservation(&register, "2021-03-05");
    assert_eq!(seen.findings, [Finding::MadeAfterConsent]);
    let met = view(&register, "2021-03-05").evaluation.met.unwrap();
    assert_eq!(met.on, day("2021-02-28"));
}

#[test]
fn a_date_that_is_only_bounded_makes_the_day_an_at_the_latest() {
    let mut register = by_each(PendingReservation::CountsOnceAccepted);
    register.add(vec![ratified(code("FRA"), day("2021-01-10"))]);
    let between = LegalDate::between(day("2021-02-01"), day("2021-02-28"));
    let mut consent = ratified(code("TUR"), day("2021-02-28"));
    let mut made = reserves("TUR", "2021-02-28");
    consent.date = between.clone();
    made.date = between;
    register.add(vec![consent, made]);
    let met = view(&register, "2022-03-01").evaluation.met.unwrap();
    assert_eq!((met.on, met.at_the_latest), (day("2022-03-01"), true));
    // So does a bounded day of acceptance.
    let mut register = by_each(PendingReservation::CountsOnceAccepted);
    turkey_reserves(&mut register);
    let mut acceptance = accepts("FRA", "2021-07-01");
    acceptance.date = LegalDate::between(day("2021-06-01"), day("2021-07-01"));
    register.add(vec![acceptance]);
    let met = view(&register, "2021-07-01").evaluation.met.unwrap();
    assert_eq!((met.on, met.at_the_latest), (day("2021-07-01"), true));
}

#[test]
fn two_clocks_what_the_register_did_not_know_yet_it_does_not_say() {
    let mut register = by_each(PendingReservation::Counts);
    turkey_reserves(&mut register);
    let before = register.size();
    register.add(vec![objects("FRA", "2021-05-01", SIMPLE)]);
    let known = |size| {
        let view = register
            .fold()
            .view(&slug(), day("2021-06-01"), size)
            .unwrap();
        view.reservations[0].answers[&code("FRA")].state
    };
    assert_eq!(
        known(before),
        AnswerState::Open {
            until: day("2022-02-28")
        }
    );
    let on: Day = day("2021-05-01");
    assert_eq!(
        known(register.size()),
        AnswerState::Objected { on, effect: SIMPLE }
    );
}

/// One more contracting State never makes the consent of another wait longer (art. 20(4)(c)).
#[test]
fn one_more_consent_never_delays_a_consent_with_a_reservation() {
    for others in 0..8u32 {
        for joins in ["2021-03-01", "2021-12-01", "2022-06-01"] {
            let mut register = by_each(PendingReservation::CountsOnceAccepted);
            register.add(vec![
                ratified(code("TUR"), day("2021-02-28")),
                reserves("TUR", "2021-02-28"),
            ]);
            if others & 1 != 0 {
                register.add(vec![ratified(code("FRA"), day("2021-04-01"))]);
            }
            if others & 2 != 0 {
                register.add(vec![objects("FRA", "2021-05-01", SIMPLE)]);
            }
            if others & 4 != 0 {
                register.add(vec![accepts("POL", "2021-05-05")]);
            }
            let since = |register: &Register| match consent(register, "2025-01-01") {
                ConsentWithReservation::Effective { since, .. } => Some(since),
                _ => None,
            };
            let before = since(&register);
            register.add(vec![ratified(code("POL"), day(joins))]);
            let after = since(&register).unwrap();
            assert!(
                before.is_none_or(|before| after <= before),
                "{others} {joins}"
            );
        }
    }
}
