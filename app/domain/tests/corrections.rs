//! What is recorded wrongly is put right by a new entry; and what cannot follow is refused.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use domain::act::{Act, EventRecorded, StepBegun, Translation};
use domain::day::Day;
use domain::digest::Digest;
use domain::instrument::{Depositary, Instrument, Nature};
use domain::legal_date::LegalDate;
use domain::office::Office;
use domain::policy::{Occasion, PolicyError};
use domain::register::{Entry, RecordedAt};
use domain::sign_off::{Evidence, SignOff, pseudonym};
use domain::snapshot::fold::{CorrectionProblem, ParticipantProblem};
use domain::snapshot::{FoldError, OnUnknown, Snapshot, View};
use domain::statement::{Content, Statement, UnknownAct};
use domain::status::{InternationalStatus, NationalStatus};
use serde_json::json;
use support::{
    Register, accepting, clause, code, correcting, day, imported, instrument, key, liaison, listed,
    numbered, of, officer, opening, ratification, ratified, retracting, sign_off, signed, slug,
    text, verifier,
};

const OPENED: &str = "2026-01-06";

/// Two consents are needed; the treaty is in force on the day the second is received.
fn opened() -> Statement {
    let two = clause(r#"{"first_of":[{"when":{"count":2},"then":{"same_day":true}}]}"#);
    opening(day(OPENED), instrument(two, BTreeMap::new()))
}

/// A register with the instrument, France and Ukraine: two entries.
fn founded() -> Register {
    let mut register = Register::new();
    register.add(vec![opened()]);
    register.add(vec![
        listed(code("FRA"), day(OPENED)),
        listed(code("UKR"), day(OPENED)),
    ]);
    register
}

fn view(snapshot: &Snapshot, on: &str, size: u64) -> View {
    snapshot.view(&slug(), day(on), size).unwrap()
}

/// The day of the participant's consent, by what the register said at a size.
fn consented(snapshot: &Snapshot, who: &str, size: u64) -> Option<Day> {
    let view = view(snapshot, "2026-12-31", size);
    let consents = &view.participants[&code(who)].consents;
    consents.first().map(|(consent, _)| consent.begin)
}

/// The entry that follows this register, refused.
fn refused(register: &Register, statement: Statement) -> FoldError {
    let entry = imported(register.size(), vec![statement]);
    let before = register.fold();
    let error = before.with(&entry).unwrap_err();
    assert_eq!(before, register.fold(), "a refusal changes nothing");
    error
}

#[test]
fn a_correction_replaces_a_whole_statement_and_the_old_one_stays_visible_at_the_old_size() {
    let mut register = founded();
    let mut first = ratified(code("UKR"), day("2026-03-02"));
    first.stage = Some(key("deposit"));
    let wrong = register.add(vec![first]);
    let right = ratified(code("UKR"), day("2026-03-20"));
    register.add(vec![correcting(right, wrong)]);
    let snapshot = register.fold();

    assert_eq!(consented(&snapshot, "UKR", 4), Some(day("2026-03-20")));
    assert_eq!(consented(&snapshot, "UKR", 3), Some(day("2026-03-02")));
    assert_eq!(consented(&snapshot, "UKR", 2), None);
    let on_day = |size| view(&snapshot, "2026-03-10", size).participants[&code("UKR")].clone();
    assert_eq!(
        on_day(3).status.international,
        InternationalStatus::ConsentExpressed
    );
    assert_eq!(on_day(4).status.international, InternationalStatus::None);

    // The whole statement is replaced: nothing of the old one shines through.
    let facts = snapshot
        .instrument(&slug())
        .unwrap()
        .facts_about(code("UKR"));
    let [_, old, new] = facts else {
        panic!("{facts:?}")
    };
    assert_eq!((old.hash, old.superseded_at), (wrong, Some(3)));
    assert_eq!((&new.statement.stage, new.superseded_at), (&None, None));
    assert_eq!(
        new.statement.corrects.as_ref().map(|c| c.statement),
        Some(wrong)
    );
}

#[test]
fn a_corrected_definition_counts_from_its_own_entry_on() {
    let mut register = founded();
    register.add(vec![ratified(code("UKR"), day("2026-03-02"))]);
    let amended = |need: u32| {
        let json =
            format!(r#"{{"first_of":[{{"when":{{"count":{need}}},"then":{{"days":10}}}}]}}"#);
        let defined = domain::act::InstrumentDefined {
            instrument: Box::new(instrument(clause(&json), BTreeMap::new())),
            reason: None,
        };
        let date = LegalDate::on(day("2026-02-01"));
        Statement::new(slug(), date, Act::InstrumentAmended(defined))
    };
    let wrong = register.add(vec![amended(3)]);
    register.add(vec![correcting(amended(1), wrong)]);
    let snapshot = register.fold();
    let met = |size| view(&snapshot, "2026-06-01", size).evaluation.met;
    assert_eq!(met(3), None);
    assert_eq!(met(4), None);
    assert_eq!(met(5).map(|met| met.in_force), Some(day("2026-03-12")));
}

#[test]
fn a_retraction_takes_a_statement_back_and_puts_nothing_in_its_place() {
    let mut register = founded();
    let consent = register.add(vec![ratified(code("UKR"), day("2026-03-02"))]);
    let begun = Act::StepBegun(StepBegun { note: None });
    let step = register.add(vec![of(code("UKR"), day("2026-02-01"), begun)]);
    let back = |hash| retracting(Some(code("UKR")), day("2026-04-01"), hash);
    register.add(vec![back(consent)]);
    register.add(vec![back(step)]);
    let snapshot = register.fold();
    assert_eq!(consented(&snapshot, "UKR", 4), Some(day("2026-03-02")));
    assert_eq!(consented(&snapshot, "UKR", 5), None);
    let national = |size| {
        let view = view(&snapshot, "2026-12-31", size);
        view.participants[&code("UKR")].status.national.clone()
    };
    assert_eq!(national(5), NationalStatus::UnderWay(None));
    assert_eq!(national(6), NationalStatus::NoInformation);
}

#[test]
fn a_statement_is_corrected_once_and_then_its_correction_is() {
    let mut register = founded();
    let on = |on: &str| ratified(code("UKR"), day(on));
    let first = register.add(vec![on("2026-03-02")]);
    let second = register.add(vec![correcting(on("2026-03-03"), first)]);
    for again in [
        correcting(on("2026-03-04"), first),
        retracting(Some(code("UKR")), day("2026-04-01"), first),
    ] {
        assert!(matches!(
            refused(&register, again),
            FoldError::Correction(4, CorrectionProblem::Superseded(hash, 3)) if hash == first
        ));
    }
    register.add(vec![correcting(on("2026-03-05"), second)]);
    let snapshot = register.fold();
    let said = [2, 3, 4, 5].map(|size| consented(&snapshot, "UKR", size));
    assert_eq!(
        said,
        [
            None,
            Some(day("2026-03-02")),
            Some(day("2026-03-03")),
            Some(day("2026-03-05"))
        ]
    );
}

#[test]
fn only_a_statement_of_this_participant_in_this_instrument_is_corrected() {
    let mut register = founded();
    let consent = register.add(vec![ratified(code("UKR"), day("2026-03-02"))]);
    let mut elsewhere = opened();
    elsewhere.instrument = "another-guarantee".parse().unwrap();
    register.add(vec![elsewhere]);
    let nowhere = Digest::of(b"nothing of the kind");
    let mut in_another = retracting(None, day("2026-04-01"), consent);
    in_another.instrument = "another-guarantee".parse().unwrap();
    for (statement, named) in [
        (
            correcting(ratified(code("UKR"), day("2026-03-03")), nowhere),
            nowhere,
        ),
        (
            retracting(Some(code("UKR")), day("2026-04-01"), nowhere),
            nowhere,
        ),
        (
            correcting(ratified(code("FRA"), day("2026-03-03")), consent),
            consent,
        ),
        (
            retracting(Some(code("FRA")), day("2026-04-01"), consent),
            consent,
        ),
        (retracting(None, day("2026-04-01"), consent), consent),
        (in_another, consent),
        (
            accepting(
                Some(code("FRA")),
                day("2026-04-01"),
                consent,
                LegalDate::on(day("2026-04-01")),
            ),
            consent,
        ),
    ] {
        assert!(
            matches!(
                refused(&register, statement.clone()),
                FoldError::Correction(_, CorrectionProblem::NotFound(hash)) if hash == named
            ),
            "{statement:?}"
        );
    }
}

/// Otherwise those who may report a step could undo a consent without the depositary.
#[test]
fn a_statement_is_replaced_by_one_of_its_own_kind_only() {
    let mut register = founded();
    let consent = register.add(vec![ratified(code("UKR"), day("2026-03-02"))]);
    let begun = Act::StepBegun(StepBegun { note: None });
    let step = correcting(of(code("UKR"), day("2026-03-02"), begun), consent);
    let entry = regular(3, step, &[(0, liaison("UKR"), 1), (1, verifier("UKR"), 2)]);
    assert!(matches!(
        register.fold().with(&entry).unwrap_err(),
        FoldError::Correction(3, CorrectionProblem::OtherKind { hash, .. }) if hash == consent
    ));
    // Nor by a translation of something that needs fewer sign-offs.
    let begun = Act::StepBegun(StepBegun { note: None });
    let step = register.add(vec![of(code("UKR"), day("2026-03-02"), begun)]);
    let translation = Act::Translation(Translation {
        of: step,
        field: key("payload.note"),
        text: text("The bill was tabled"),
    });
    let translation = correcting(of(code("UKR"), day("2026-03-02"), translation), consent);
    let signers = [(0, liaison("UKR"), 1), (1, verifier("UKR"), 2)];
    assert!(matches!(
        register.fold().with(&regular(4, translation, &signers)).unwrap_err(),
        FoldError::Correction(4, CorrectionProblem::OtherKind { hash, .. }) if hash == consent
    ));
}

/// The same officer cannot hide an acceptance that replaces another in an entry of others.
#[test]
fn nobody_replaces_an_acceptance_alone() {
    let mut register = founded();
    let consent = ratified(code("UKR"), day("2026-03-02"));
    let accepted_on = |on: &str, of: &Statement| {
        accepting(
            Some(code("UKR")),
            day(on),
            of.hash().unwrap(),
            LegalDate::on(day(on)),
        )
    };
    let acceptance = accepted_on("2026-03-09", &consent);
    let by_officer =
        |statement: &Statement| sign_off(statement, Occasion::Regular, 0, officer(), 3);
    let mut entry = consent_signed();
    entry.sign_offs.push(by_officer(&acceptance));
    entry.statements.push(acceptance.clone());
    register.push(entry);
    let step = of(
        code("UKR"),
        day("2026-04-01"),
        Act::StepBegun(StepBegun { note: None }),
    );
    let replacing = correcting(accepted_on("2026-04-01", &step), acceptance.hash().unwrap());
    let mut entry = regular(3, step, &[(0, liaison("UKR"), 1), (1, verifier("UKR"), 2)]);
    entry.sign_offs.push(by_officer(&replacing));
    entry.statements.push(replacing);
    assert!(matches!(
        register.fold().with(&entry),
        Err(FoldError::Policy(3, PolicyError::StepLacks { step: 1, .. }))
    ));
}

/// One officer accepts an act beside those who signed it, but does nothing alone.
#[test]
fn nobody_takes_an_acceptance_back_alone() {
    let mut register = founded();
    let consent = ratified(code("UKR"), day("2026-03-02"));
    let on = LegalDate::on(day("2026-03-09"));
    let acceptance = accepting(
        Some(code("UKR")),
        day("2026-03-09"),
        consent.hash().unwrap(),
        on,
    );
    let mut entry = consent_signed();
    let sign = |statement, person| sign_off(statement, Occasion::Regular, 0, officer(), person);
    entry.sign_offs.push(sign(&acceptance, 3));
    entry.statements.push(acceptance.clone());
    register.push(entry);
    assert_eq!(
        consented(&register.fold(), "UKR", 3),
        Some(day("2026-03-09"))
    );
    let accepted = acceptance.hash().unwrap();
    let retraction = retracting(Some(code("UKR")), day("2026-04-01"), accepted);
    let translation = Act::Translation(Translation {
        of: accepted,
        field: key("payload.number"),
        text: text("Number 1"),
    });
    let translation = of(code("UKR"), day("2026-04-01"), translation);
    for statement in [retraction, translation] {
        let alone = regular(3, statement.clone(), &[(0, officer(), 3)]);
        assert!(matches!(
            register.fold().with(&alone),
            Err(FoldError::Policy(3, PolicyError::StepLacks { step: 1, .. }))
        ));
        let together = regular(3, statement, &[(0, officer(), 3), (1, officer(), 4)]);
        assert!(register.fold().with(&together).is_ok());
    }
}

#[test]
fn the_opening_cannot_be_taken_back_nor_made_again() {
    let register = founded();
    let opening = opened().hash().unwrap();
    assert!(matches!(
        refused(&register, retracting(None, day("2026-04-01"), opening)),
        FoldError::Correction(2, CorrectionProblem::OfOpening)
    ));
    let mut again = opened();
    again.date = LegalDate::on(day("2026-01-07"));
    for statement in [again.clone(), correcting(again, opening)] {
        assert!(matches!(
            refused(&register, statement),
            FoldError::InstrumentExists(2, _)
        ));
    }
}

#[test]
fn acceptance_in_due_form_gives_the_date_of_receipt_that_counts() {
    let mut register = founded();
    register.add(vec![ratified(code("FRA"), day("2026-02-02"))]);
    let consent = register.add(vec![ratified(code("UKR"), day("2026-03-02"))]);
    let received = |on: &str| {
        accepting(
            Some(code("UKR")),
            day("2026-04-30"),
            consent,
            LegalDate::on(day(on)),
        )
    };
    let first = register.add(vec![received("2026-03-09")]);
    let second = register.add(vec![correcting(received("2026-03-16"), first)]);
    register.add(vec![retracting(
        Some(code("UKR")),
        day("2026-04-30"),
        second,
    )]);
    let snapshot = register.fold();
    for (size, on) in [
        (4, "2026-03-02"),
        (5, "2026-03-09"),
        (6, "2026-03-16"),
        (7, "2026-03-02"),
    ] {
        assert_eq!(
            consented(&snapshot, "UKR", size),
            Some(day(on)),
            "at size {size}"
        );
        let met = view(&snapshot, "2026-12-31", size).evaluation.met.unwrap();
        assert_eq!((met.on, met.in_force), (day(on), day(on)), "at size {size}");
        // On the day before it was received nothing had been consented.
        let before = day(on).previous().unwrap().to_string();
        let view = view(&snapshot, &before, size);
        assert_eq!(
            view.participants[&code("UKR")].status.international,
            InternationalStatus::None
        );
    }
}

#[test]
fn an_acceptance_of_one_consent_is_not_one_of_its_correction() {
    let mut register = founded();
    let consent = register.add(vec![ratified(code("UKR"), day("2026-03-02"))]);
    register.add(vec![accepting(
        Some(code("UKR")),
        day("2026-03-10"),
        consent,
        LegalDate::on(day("2026-03-09")),
    )]);
    let corrected = correcting(ratified(code("UKR"), day("2026-03-04")), consent);
    register.add(vec![corrected]);
    let snapshot = register.fold();
    assert_eq!(consented(&snapshot, "UKR", 4), Some(day("2026-03-09")));
    assert_eq!(consented(&snapshot, "UKR", 5), Some(day("2026-03-04")));
}

// ---- Sign-offs ----

/// An entry through the desks, with these sign-offs: step, office, person.
fn regular(index: u64, statement: Statement, signers: &[(u32, Office, u32)]) -> Entry {
    let occasion = Occasion::Regular;
    let sign_offs = signers
        .iter()
        .map(|(step, office, person)| {
            sign_off(&statement, occasion, *step, office.clone(), *person)
        })
        .collect();
    numbered(index, occasion, vec![statement], sign_offs)
}

/// A consent of Ukraine, signed as the standard policy asks.
fn consent_signed() -> Entry {
    let signers = [
        (0, liaison("UKR"), 1),
        (1, verifier("UKR"), 2),
        (2, officer(), 3),
    ];
    regular(2, ratified(code("UKR"), day("2026-03-02")), &signers)
}

/// What the fold makes of that entry after a change to it.
fn after(change: impl FnOnce(&mut Entry)) -> Result<Snapshot, FoldError> {
    let mut entry = consent_signed();
    change(&mut entry);
    founded().fold().with(&entry)
}

#[test]
fn a_signed_consent_is_accepted_and_no_sign_off_can_be_missing() {
    assert!(after(|_| ()).is_ok());
    for step in 0..3 {
        let result = after(|entry| {
            entry.sign_offs.remove(step);
        });
        assert!(
            matches!(
                result,
                Err(FoldError::Policy(2, PolicyError::StepLacks { step: lacking, .. })) if lacking == step
            ),
            "{result:?}"
        );
    }
    assert!(after(|entry| entry.sign_offs.clear()).is_err());
}

#[test]
fn nobody_signs_for_another_or_twice() {
    let person = |number: u32| pseudonym(&[7; 32], &number.to_string());
    let resigned = |step: u32, office: Office, number: u32| {
        move |entry: &mut Entry| {
            let hash = entry.statements[0].hash().unwrap();
            entry.sign_offs[step as usize] = SignOff::new(
                hash,
                Occasion::Regular,
                step,
                office,
                Evidence::PasswordStepUp,
                person(number),
            );
        }
    };
    let policy = |result: Result<Snapshot, FoldError>| match result {
        Err(FoldError::Policy(2, error)) => error,
        other => panic!("{other:?}"),
    };
    // Another country's verifier, another depositary's officer.
    let foreign = policy(after(resigned(1, verifier("FRA"), 2)));
    assert!(matches!(foreign, PolicyError::NotForeseen(1)), "{foreign}");
    let elsewhere = Office::DepositaryOfficer(key("another-depositary"));
    let foreign = policy(after(resigned(2, elsewhere, 3)));
    assert!(
        matches!(foreign, PolicyError::NotTheDepositary(_)),
        "{foreign}"
    );
    // One person twice: in one office, or in two.
    assert_eq!(
        policy(after(resigned(1, verifier("UKR"), 1))),
        PolicyError::TwoOffices
    );
    let mut twice = consent_signed();
    twice.occasion = Occasion::ImportOfHistory;
    let statement = twice.statements[0].clone();
    let by = |step| sign_off(&statement, Occasion::ImportOfHistory, step, officer(), 1);
    twice.sign_offs = vec![by(0), by(1)];
    assert_eq!(
        policy(founded().fold().with(&twice)),
        PolicyError::SamePerson
    );
}

/// A change to one field of a sign-off.
type Edit = fn(&mut SignOff);

#[test]
fn an_edit_after_signing_voids_every_sign_off() {
    // Of the statement: none of the sign-offs is one of it any more.
    let result = after(|entry| entry.statements[0].date = LegalDate::on(day("2026-03-03")));
    assert!(
        matches!(
            result,
            Err(FoldError::Policy(2, PolicyError::StepLacks { step: 0, .. }))
        ),
        "{result:?}"
    );
    // Of a sign-off itself.
    let edits: [Edit; 4] = [
        |sign_off| sign_off.step = 1,
        |sign_off| sign_off.office = verifier("UKR"),
        |sign_off| sign_off.evidence = Evidence::CommandLine,
        |sign_off| sign_off.digest = Digest::of(b"another"),
    ];
    for (i, edit) in edits.into_iter().enumerate() {
        let result = after(|entry| edit(&mut entry.sign_offs[0]));
        assert!(
            matches!(result, Err(FoldError::Policy(2, PolicyError::WrongDigest))),
            "edit {i}: {result:?}"
        );
    }
    // Of the occasion, for which the rules are others.
    for occasion in [Occasion::Exchange, Occasion::OnPaper] {
        let result = after(|entry| entry.occasion = occasion);
        assert!(
            matches!(result, Err(FoldError::Policy(2, PolicyError::WrongDigest))),
            "{result:?}"
        );
    }
}

#[test]
fn a_sign_off_of_a_statement_that_is_not_there_is_refused() {
    let other = signed(code("UKR"), day("2026-01-06"));
    let foreign = sign_off(&other, Occasion::Regular, 0, liaison("UKR"), 1);
    let hash = other.hash().unwrap();
    let result = after(|entry| entry.sign_offs.push(foreign.clone()));
    assert!(
        matches!(result, Err(FoldError::ForeignSignOff(2, of)) if of == hash),
        "{result:?}"
    );
    // A sign-off of one statement is none of another in the same entry.
    let result = after(|entry| entry.statements.push(other));
    assert!(matches!(result, Err(FoldError::Policy(2, _))), "{result:?}");
}

#[test]
fn a_history_is_not_imported_into_a_real_instrument() {
    let mut statement = opened();
    if let Content::Known(act) = &mut statement.content
        && let Act::InstrumentOpened(defined) = act.as_mut()
    {
        defined.instrument.nature = Nature::Real;
    }
    let result = Snapshot::fold(&[imported(0, vec![statement])], OnUnknown::Stop);
    assert!(
        matches!(
            result,
            Err(FoldError::Policy(0, PolicyError::ImportIntoReal))
        ),
        "{result:?}"
    );
}

#[test]
fn an_occasion_without_a_rule_is_refused() {
    let begun = Act::StepBegun(StepBegun { note: None });
    let statement = of(code("UKR"), day("2026-02-01"), begun);
    let sign_offs = (0..2)
        .map(|step| sign_off(&statement, Occasion::Exchange, step, officer(), step))
        .collect();
    let entry = numbered(2, Occasion::Exchange, vec![statement], sign_offs);
    let result = founded().fold().with(&entry);
    assert!(
        matches!(
            result,
            Err(FoldError::Policy(2, PolicyError::NoRule { .. }))
        ),
        "{result:?}"
    );
}

// ---- Every refusal ----

/// The name of a refusal, so that a new one is a new row below.
fn name(error: &FoldError) -> &'static str {
    match error {
        FoldError::Index { .. } => "index",
        FoldError::RecordedAt { .. } => "recorded at",
        FoldError::Empty(_) => "empty",
        FoldError::Unknown { .. } => "unknown",
        // Whatever was read from JSON has a canonical form: this one cannot be brought about.
        FoldError::NotCanonical(..) => "not canonical",
        FoldError::NoInstrument(..) => "no instrument",
        FoldError::InstrumentExists(..) => "instrument exists",
        FoldError::NatureChanged(..) => "nature changed",
        FoldError::Participant(_, ParticipantProblem::Missing(_)) => "participant missing",
        FoldError::Participant(_, ParticipantProblem::NotExpected(..)) => {
            "participant not expected"
        }
        FoldError::Participant(_, ParticipantProblem::NotListed(_)) => "participant not listed",
        FoldError::UnknownEntity(..) => "unknown entity",
        FoldError::LeavesUnasked(..) => "leaves unasked",
        FoldError::Policy(..) => "policy",
        FoldError::ForeignSignOff(..) => "foreign sign-off",
        FoldError::Correction(_, CorrectionProblem::NotFound(_)) => "not found",
        FoldError::Correction(_, CorrectionProblem::Superseded(..)) => "superseded",
        FoldError::Correction(_, CorrectionProblem::OtherKind { .. }) => "other kind",
        FoldError::Correction(_, CorrectionProblem::NamesNothing) => "names nothing",
        FoldError::Correction(_, CorrectionProblem::OfOpening) => "of opening",
        FoldError::Repeated(..) => "repeated",
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table of all refusals")]
fn every_refusal_is_met_and_says_which_entry() {
    let mut register = founded();
    let consent = register.add(vec![ratified(code("UKR"), day("2026-03-02"))]);
    let snapshot = register.fold();
    let next = |statement: Statement| imported(3, vec![statement]);
    let anew = || ratified(code("FRA"), day("2026-03-02"));
    let changed = |change: &dyn Fn(&mut Entry)| {
        let mut entry = next(anew());
        change(&mut entry);
        entry
    };
    let event = || {
        let event = key("ceasefire");
        let act = Act::EventRecorded(EventRecorded { event, text: None });
        Statement::new(slug(), LegalDate::on(day("2026-03-02")), act)
    };
    let without_participant =
        Statement::new(slug(), LegalDate::on(day("2026-03-02")), ratification());
    let mut unknown = anew();
    unknown.content = Content::Unknown(UnknownAct {
        kind: key("guarantor_consulted"),
        version: 1,
        payload: json!({}),
    });
    let mut elsewhere = anew();
    elsewhere.instrument = "another-guarantee".parse().unwrap();
    let mut names_nothing = retracting(Some(code("UKR")), day("2026-04-01"), consent);
    names_nothing.corrects = None;
    let mut corrected = register.clone();
    corrected.add(vec![correcting(
        ratified(code("UKR"), day("2026-03-03")),
        consent,
    )]);
    let again = correcting(ratified(code("UKR"), day("2026-03-04")), consent);
    let amended = |change: &dyn Fn(&mut Instrument)| {
        let mut statement = opened();
        if let Content::Known(act) = &mut statement.content
            && let Act::InstrumentOpened(defined) = act.as_ref()
        {
            let mut defined = defined.clone();
            change(&mut defined.instrument);
            **act = Act::InstrumentAmended(defined);
        }
        statement
    };
    let real = amended(&|instrument| instrument.nature = Nature::Real);
    let mut two_depositaries = register.clone();
    two_depositaries.add(vec![amended(&|instrument| {
        let other = Depositary {
            authority: key("another-depositary"),
            name: text("Another"),
        };
        instrument.depositaries.push(other);
    })]);
    let one_again = amended(&|_| ());
    let nothing = Digest::of(b"nothing");
    let rows = [
        ("index", snapshot.with(&imported(4, vec![anew()]))),
        ("index", snapshot.with(&imported(2, vec![anew()]))),
        ("nature changed", snapshot.with(&next(real))),
        (
            "leaves unasked",
            two_depositaries.fold().with(&imported(4, vec![one_again])),
        ),
        (
            "recorded at",
            snapshot.with(&changed(&|entry| {
                entry.recorded_at = snapshot.recorded_at().unwrap();
            })),
        ),
        (
            "recorded at",
            snapshot.with(&changed(&|entry| {
                entry.recorded_at = RecordedAt::from_unix_micros(0).unwrap();
            })),
        ),
        (
            "empty",
            snapshot.with(&changed(&|entry| entry.statements.clear())),
        ),
        ("unknown", snapshot.with(&next(unknown))),
        ("no instrument", snapshot.with(&next(elsewhere))),
        ("instrument exists", snapshot.with(&next(opened()))),
        (
            "participant missing",
            snapshot.with(&next(without_participant)),
        ),
        (
            "participant not expected",
            snapshot.with(&next(event().of(code("FRA")))),
        ),
        (
            "participant not listed",
            snapshot.with(&next(ratified(code("POL"), day("2026-03-02")))),
        ),
        (
            "unknown entity",
            snapshot.with(&next(listed(code("QQQ"), day("2026-03-02")))),
        ),
        (
            "policy",
            snapshot.with(&changed(&|entry| entry.sign_offs.clear())),
        ),
        (
            "foreign sign-off",
            snapshot.with(&changed(&|entry| {
                let foreign = sign_off(&event(), Occasion::ImportOfHistory, 0, officer(), 0);
                entry.sign_offs.push(foreign);
            })),
        ),
        (
            "not found",
            snapshot.with(&next(correcting(anew(), nothing))),
        ),
        (
            "superseded",
            corrected.fold().with(&imported(4, vec![again])),
        ),
        (
            "other kind",
            snapshot.with(&next(correcting(
                signed(code("UKR"), day("2026-03-02")),
                consent,
            ))),
        ),
        ("names nothing", snapshot.with(&next(names_nothing))),
        (
            "of opening",
            snapshot.with(&next(retracting(
                None,
                day("2026-04-01"),
                opened().hash().unwrap(),
            ))),
        ),
        (
            "repeated",
            snapshot.with(&next(ratified(code("UKR"), day("2026-03-02")))),
        ),
    ];
    let mut met = BTreeSet::new();
    for (expected, result) in rows {
        let error = result.expect_err(expected);
        assert_eq!(name(&error), expected, "{error}");
        assert!(error.to_string().contains("entry "), "{error}");
        met.insert(expected);
    }
    assert_eq!(met.len(), 20);
    assert_eq!(snapshot, register.fold(), "refusals change nothing");
    // One statement twice in one entry is a repetition too.
    let mut twice = next(anew());
    twice.statements.push(anew());
    assert!(snapshot.with(&twice).is_err());
}

/// A reading node shows what a later program wrote, under whatever policy that was.
#[test]
fn a_reading_node_goes_on_where_a_writing_one_stops() {
    let register = founded();
    let mut unknown = ratified(code("UKR"), day("2026-03-02"));
    unknown.content = Content::Unknown(UnknownAct {
        kind: key("consent_expressed"),
        version: 2,
        payload: json!({"mode": "acclamation"}),
    });
    let entry = imported(2, vec![unknown]);
    assert!(register.fold().with(&entry).is_err());
    let reading = Snapshot::fold(register.entries(), OnUnknown::Show).unwrap();
    let reading = reading.with(&entry).unwrap();
    // What is not understood has no effect, and is shown.
    let view = view(&reading, "2026-12-31", 3);
    let ukraine = &view.participants[&code("UKR")];
    assert_eq!(ukraine.status.international, InternationalStatus::None);
    assert_eq!(ukraine.facts.len(), 2);
}

#[test]
fn who_is_no_longer_listed_can_do_nothing_more() {
    let mut register = founded();
    let listing = listed(code("UKR"), day(OPENED)).hash().unwrap();
    register.add(vec![retracting(
        Some(code("UKR")),
        day("2026-02-01"),
        listing,
    )]);
    let consent = ratified(code("UKR"), day("2026-03-01"));
    assert!(matches!(
        refused(&register, consent.clone()),
        FoldError::Participant(3, ParticipantProblem::NotListed(who)) if who == code("UKR")
    ));
    register.add(vec![listed(code("UKR"), day("2026-02-15"))]);
    register.add(vec![consent]);
    assert_eq!(
        consented(&register.fold(), "UKR", 5),
        Some(day("2026-03-01"))
    );
}

#[test]
fn a_verifier_of_a_state_that_takes_no_part_cannot_sign_an_exchange() {
    let statement = ratified(code("FRA"), day("2026-03-01"));
    let signed_by = |other: &str| {
        let offices = [liaison("FRA"), verifier("FRA"), verifier(other)];
        let sign_offs = (0..)
            .zip(offices)
            .map(|(step, office)| sign_off(&statement, Occasion::Exchange, step, office, step))
            .collect();
        let entry = numbered(2, Occasion::Exchange, vec![statement.clone()], sign_offs);
        founded().fold().with(&entry)
    };
    assert!(signed_by("UKR").is_ok());
    assert!(matches!(
        signed_by("BRA"),
        Err(FoldError::Participant(2, ParticipantProblem::NotListed(who))) if who == code("BRA")
    ));
}

#[test]
fn a_reading_node_keeps_an_instrument_opened_in_a_way_it_does_not_know() {
    let mut unknown = opened();
    unknown.content = Content::Unknown(UnknownAct {
        kind: key("instrument_opened"),
        version: 2,
        payload: json!({"instrument": "of a later version"}),
    });
    let entries = [
        imported(0, vec![unknown]),
        imported(1, vec![listed(code("FRA"), day(OPENED))]),
    ];
    let snapshot = Snapshot::fold(&entries, OnUnknown::Show).unwrap();
    let record = snapshot.instrument(&slug()).unwrap();
    assert_eq!(record.facts().len(), 1);
    assert_eq!(record.facts_about(code("FRA")).len(), 1);
    assert!(snapshot.view(&slug(), day(OPENED), 2).is_err());
    assert!(Snapshot::fold(&entries, OnUnknown::Stop).is_err());
}
