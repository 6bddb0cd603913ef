//! Whose officers sign for the depositary, and how that changes.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::BTreeMap;

use domain::act::{Act, InstrumentDefined};
use domain::instrument::{Depositary, Instrument};
use domain::legal_date::LegalDate;
use domain::office::Office;
use domain::policy::{Occasion, PolicyError, Taken};
use domain::register::Entry;
use domain::snapshot::{FoldError, OnUnknown, Snapshot};
use domain::statement::Statement;
use support::{clause, day, instrument, key, numbered, opening, retracting, sign_off, slug, text};

fn officer(of: &str) -> Office {
    Office::DepositaryOfficer(key(of))
}

/// A definition with these depositaries.
fn kept_by(authorities: &[&str]) -> Instrument {
    let rule = clause(r#"{"first_of":[{"when":{"count":2},"then":{"same_day":true}}]}"#);
    Instrument {
        depositaries: authorities
            .iter()
            .map(|authority| Depositary {
                authority: key(authority),
                name: text(authority),
            })
            .collect(),
        ..instrument(rule, BTreeMap::new())
    }
}

fn opened(authorities: &[&str]) -> Statement {
    opening(day("2026-01-06"), kept_by(authorities))
}

fn amended(authorities: &[&str]) -> Statement {
    let defined = InstrumentDefined {
        instrument: Box::new(kept_by(authorities)),
        reason: Some(text("A decision")),
    };
    let on = LegalDate::on(day("2026-01-07"));
    Statement::new(slug(), on, Act::InstrumentAmended(defined))
}

/// An entry that two officers have signed, of these authorities.
fn entry(index: u64, statement: Statement, first: &str, second: &str) -> Entry {
    let sign_offs = (0..)
        .zip([first, second])
        .map(|(step, of)| sign_off(&statement, Occasion::Regular, step, officer(of), step))
        .collect();
    numbered(index, Occasion::Regular, vec![statement], sign_offs)
}

fn register(entries: &[Entry]) -> Result<Snapshot, FoldError> {
    Snapshot::fold(entries, OnUnknown::Stop)
}

#[test]
fn an_instrument_without_a_depositary_is_kept_by_the_authority_that_opened_it() {
    let snapshot = register(&[entry(0, opened(&[]), "a", "a")]).unwrap();
    let record = snapshot.instrument(&slug()).unwrap();
    assert!(record.is_kept_by(&key("a")));
    assert!(!record.is_kept_by(&key("b")));
    let taken_over = [
        entry(0, opened(&[]), "a", "a"),
        entry(1, amended(&["b"]), "b", "b"),
    ];
    assert!(matches!(
        register(&taken_over),
        Err(FoldError::Policy(1, PolicyError::NotTheDepositary(authority))) if authority == key("b")
    ));
    let named_later = [
        entry(0, opened(&[]), "a", "a"),
        entry(1, amended(&["a", "b"]), "a", "a"),
        entry(2, amended(&["b", "a"]), "b", "b"),
    ];
    assert!(register(&named_later).is_ok());
}

#[test]
fn two_authorities_do_not_open_an_instrument_that_names_neither() {
    let refused = register(&[entry(0, opened(&[]), "a", "b")]);
    assert!(matches!(
        refused,
        Err(FoldError::Policy(0, PolicyError::NotTheDepositary(_)))
    ));
    let snapshot = Snapshot::new(OnUnknown::Stop);
    let statement = opened(&[]);
    let course = snapshot.course(&statement, Occasion::Regular).unwrap();
    let (one, other) = (officer("a"), officer("b"));
    let taken = [Taken {
        step: 0,
        office: &one,
    }];
    assert!(course.awaited_of(&one, &taken).is_some());
    assert!(course.awaited_of(&other, &taken).is_none());
}

#[test]
fn no_depositary_is_left_out_unasked() {
    let founded = || entry(0, opened(&["a", "b"]), "a", "b");
    let unasked = register(&[founded(), entry(1, amended(&["a"]), "a", "a")]);
    assert!(matches!(
        unasked,
        Err(FoldError::LeavesUnasked(1, authority)) if authority == key("b")
    ));
    let to_none = register(&[founded(), entry(1, amended(&[]), "b", "b")]);
    // Both opened it, so both keep it where it names nobody.
    assert!(to_none.is_ok());
    assert!(register(&[founded(), entry(1, amended(&["a"]), "a", "b")]).is_ok());

    let snapshot = register(&[founded()]).unwrap();
    let statement = amended(&["a"]);
    let course = snapshot.course(&statement, Occasion::Regular).unwrap();
    let (one, other) = (officer("a"), officer("b"));
    assert!(course.awaited_of(&one, &[]).is_some());
    let taken = [Taken {
        step: 0,
        office: &one,
    }];
    assert!(course.awaited_of(&one, &taken).is_none());
    assert!(course.awaited_of(&other, &taken).is_some());
}

#[test]
fn taking_an_amendment_back_leaves_nobody_out_unasked_either() {
    let named = amended(&["a", "b"]);
    let back = retracting(None, day("2026-01-08"), named.hash().unwrap());
    let with = |second: &str| {
        register(&[
            entry(0, opened(&["a"]), "a", "a"),
            entry(1, named.clone(), "a", "a"),
            entry(2, back.clone(), "a", second),
        ])
    };
    assert!(matches!(
        with("a"),
        Err(FoldError::LeavesUnasked(2, authority)) if authority == key("b")
    ));
    assert!(with("b").is_ok());
}
