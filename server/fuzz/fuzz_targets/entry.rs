//! Lines of bytes as entries: written again as they are, and folded on a node that reads.
//!
//! Bytes that were changed break the sign-offs, so that the statements are also folded with
//! sign-offs made here, after an entry that opens their instrument.
#![no_main]

use std::sync::LazyLock;

use domain::act::Act;
use domain::canonical;
use domain::day::Day;
use domain::digest::Digest;
use domain::office::Office;
use domain::policy::Occasion;
use domain::register::{Draft, Entry, RecordedAt};
use domain::sign_off::{Evidence, SignOff};
use domain::snapshot::{OnUnknown, Snapshot};
use domain::statement::Statement;
use libfuzzer_sys::fuzz_target;

/// Opens the instrument of the golden statements and lists whom they concern.
static OPENING: LazyLock<Entry> = LazyLock::new(|| {
    let statement =
        |json: &[u8]| -> Statement { canonical::decode(json.trim_ascii_end()).unwrap() };
    let listed = include_bytes!("../../../app/domain/golden/participant_listed.v1.json");
    let opened = include_bytes!("../../../app/domain/golden/instrument_opened.v1.json");
    let mut statements = vec![statement(opened)];
    for code in [
        "DEU", "DNK", "FRA", "GBR", "IRL", "LTU", "NOR", "POL", "TUR", "UKR", "USA",
    ] {
        statements.push(statement(listed).of(code.parse().unwrap()));
    }
    signed(0, statements)
});

/// An entry of these statements with two sign-offs each, of the depositary they name.
fn signed(index: u64, statements: Vec<Statement>) -> Entry {
    let authority = statements
        .iter()
        .find_map(|statement| match statement.act() {
            Some(Act::InstrumentOpened(defined)) => defined.instrument.depositaries.first(),
            _ => None,
        })
        .map_or_else(
            || "illustrative-depositary".parse().unwrap(),
            |depositary| depositary.authority.clone(),
        );
    let sign_offs = statements
        .iter()
        .map(|statement| statement.hash().unwrap())
        .flat_map(|hash| {
            [0, 1].map(|step| {
                let occasion = Occasion::ImportOfHistory;
                let office = Office::DepositaryOfficer(authority.clone());
                let signer = Digest::of(&[u8::from(step == 1)]);
                SignOff::new(hash, occasion, step, office, Evidence::CommandLine, signer)
            })
        })
        .collect();
    let at = RecordedAt::from_unix_micros(i64::try_from(index).unwrap()).unwrap();
    Draft {
        occasion: Occasion::ImportOfHistory,
        sign_offs,
        statements,
    }
    .numbered(index, at)
}

fn show(snapshot: &Snapshot) {
    for (slug, record) in snapshot.instruments() {
        for size in 0..=snapshot.size() {
            for day in [Day::FIRST, Day::new(2026, 12, 1).unwrap(), Day::LAST] {
                if let Ok(view) = snapshot.view(slug, day, size) {
                    view.to_go();
                    view.indispensable();
                }
            }
        }
        record.whole_record(snapshot.size());
    }
}

fuzz_target!(|bytes: &[u8]| {
    let mut entries = Vec::new();
    for line in bytes.split(|b| *b == b'\n').take(8) {
        let read = Entry::decode(line);
        if let Ok(entry) = &read {
            assert_eq!(entry.encode().unwrap(), line, "other bytes");
        }
        entries.extend(read);
    }
    if let Ok(snapshot) = Snapshot::fold(&entries, OnUnknown::Show) {
        show(&snapshot);
    }
    let mut snapshot = Snapshot::new(OnUnknown::Show).with(&OPENING).unwrap();
    for entry in entries {
        entry.blobs();
        entry.unknown_kinds().count();
        let signed = signed(snapshot.size(), entry.statements);
        if let Ok(next) = snapshot.with(&signed) {
            assert_eq!(next.size(), snapshot.size() + 1);
            snapshot = next;
        }
    }
    if snapshot.size() > 1 {
        show(&snapshot);
    }
});
