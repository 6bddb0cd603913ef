//! The golden files: one published statement of every kind of act, and two entries.
//!
//! They are what a register written today holds. If one of these tests fails, it is the program
//! that is wrong, not the file.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use domain::act::Act;
use domain::canonical;
use domain::digest::Digest;
use domain::office::Office;
use domain::register::Entry;
use domain::snapshot::{FoldError, OnUnknown, Snapshot};
use domain::statement::{Content, Statement};
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use support::{Register, code, day, key, slug};

const NEVER_CHANGES: &str = "a published format never changes: add a version, see docs/REGISTER.md";
const ENTRIES: [&str; 2] = ["entry.v1.json", "entry.unknown-kind.json"];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden")
}

fn read(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap_or_else(|e| {
        panic!(
            "{name}: {e}; `cargo run -q -p domain --example golden` writes a missing golden file"
        )
    })
}

fn file_of(kind: &str) -> String {
    format!("{kind}.v1.json")
}

/// Every JSON file there is.
fn files() -> BTreeSet<String> {
    fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "hashes.txt")
        .collect()
}

/// The pinned hashes, in the form that `sha256sum --check hashes.txt` reads too.
fn pinned() -> BTreeMap<String, Digest> {
    String::from_utf8(read("hashes.txt"))
        .unwrap()
        .lines()
        .map(|line| {
            let (hash, name) = line.split_once("  ").unwrap();
            (name.to_owned(), hash.parse().unwrap())
        })
        .collect()
}

#[test]
fn every_kind_has_a_golden_file_and_every_golden_file_a_kind() {
    let wanted: BTreeSet<String> = Act::KINDS
        .iter()
        .map(|kind| file_of(kind))
        .chain(ENTRIES.map(str::to_owned))
        .collect();
    let there = files();
    let missing: Vec<_> = wanted.difference(&there).collect();
    assert!(
        missing.is_empty(),
        "no golden file for {missing:?}: write its statement into examples/golden.rs and run it"
    );
    let extra: Vec<_> = there.difference(&wanted).collect();
    assert!(
        extra.is_empty(),
        "golden files without a kind: {extra:?}; a kind once published is never taken away"
    );
}

#[test]
fn a_published_format_never_changes() {
    let pinned = pinned();
    let there = files();
    assert_eq!(
        pinned.keys().collect::<Vec<_>>(),
        there.iter().collect::<Vec<_>>(),
        "hashes.txt names other files than there are"
    );
    for name in there {
        assert_eq!(
            Digest::of(&read(&name)),
            pinned[&name],
            "{name} is not the file that was published: {NEVER_CHANGES}"
        );
    }
}

#[test]
fn every_kind_is_read_and_written_byte_for_byte() {
    for kind in Act::KINDS {
        let name = file_of(kind);
        let bytes = read(&name);
        let statement: Statement = canonical::decode(&bytes)
            .unwrap_or_else(|e| panic!("{name} is no longer read ({e}): {NEVER_CHANGES}"));
        assert!(
            matches!(statement.content, Content::Known(_)),
            "{name} is no longer known: {NEVER_CHANGES}"
        );
        assert_eq!(
            (statement.kind(), statement.version()),
            (*kind, 1),
            "{name}"
        );
        assert_eq!(
            String::from_utf8(canonical::encode(&statement).unwrap()).unwrap(),
            String::from_utf8(bytes).unwrap(),
            "{name} is written otherwise than it was: {NEVER_CHANGES}"
        );
        assert_eq!(statement.hash().unwrap(), pinned()[&name], "{name}");
    }
}

/// The fields that an object may have, as its reader names them when it is given another.
fn fields_wanted(error: &str) -> Option<Vec<String>> {
    let (_, list) = error.split_once("unknown field `zz_no_such_field`, ")?;
    let names = list.split('`').skip(1).step_by(2);
    Some(names.map(str::to_owned).collect())
}

/// The places of all objects in a value, and the keys found there; items of a list share a place.
fn objects(value: &Value, pointer: &str, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            found.push((pointer.to_owned(), place.to_owned()));
            for (key, inner) in map {
                objects(
                    inner,
                    &format!("{pointer}/{key}"),
                    &format!("{place}.{key}"),
                    found,
                );
            }
        }
        Value::Array(items) => {
            for (i, inner) in items.iter().enumerate() {
                objects(
                    inner,
                    &format!("{pointer}/{i}"),
                    &format!("{place}[]"),
                    found,
                );
            }
        }
        _ => {}
    }
}

/// A golden file that leaves an optional field out would let that field change unnoticed.
#[test]
fn every_field_of_every_payload_is_in_its_golden_file() {
    /// At each place, the fields there may be and the fields there are.
    type Places = BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)>;
    let mut asked: Places = BTreeMap::new();
    for kind in Act::KINDS {
        let whole: Value = serde_json::from_slice(&read(&file_of(kind))).unwrap();
        let mut found = Vec::new();
        objects(&whole, "", "", &mut found);
        for (pointer, place) in found {
            let mut changed = whole.clone();
            let object = changed.pointer_mut(&pointer).unwrap();
            let object = object.as_object_mut().unwrap();
            let there: BTreeSet<String> = object.keys().cloned().collect();
            object.insert("zz_no_such_field".to_owned(), Value::Null);
            let error = serde_json::from_str::<Statement>(&changed.to_string())
                .expect_err(&format!("{kind}{place} accepts an unknown field"))
                .to_string();
            // A place in a clause names what it knows in its own words: the clause has its own tests.
            if let Some(fields) = fields_wanted(&error) {
                // What every kind shares need be in one file only.
                let of_this_kind = place.starts_with(".payload");
                let place = if of_this_kind {
                    format!("{kind}{place}")
                } else {
                    place
                };
                let (wanted, present) = asked.entry(place).or_default();
                wanted.extend(fields);
                present.extend(there);
            }
        }
    }
    assert!(
        asked.len() > Act::KINDS.len(),
        "only {} places",
        asked.len()
    );
    for (place, (wanted, present)) in asked {
        let missing: Vec<_> = wanted.difference(&present).collect();
        assert!(
            missing.is_empty(),
            "no golden file has {missing:?} at {place}"
        );
    }
}

/// A register of two entries, in which the golden entries are the third.
fn register_before() -> Register {
    let statement = |kind| canonical::decode::<Statement>(&read(&file_of(kind))).unwrap();
    let mut register = Register::new();
    register.add(vec![statement("instrument_opened")]);
    register.add(vec![statement("participant_listed")]);
    register
}

#[test]
fn the_golden_entry_is_read_written_and_satisfies_the_standard_policy() {
    let bytes = read("entry.v1.json");
    let entry = Entry::decode(&bytes).unwrap_or_else(|e| panic!("{e}: {NEVER_CHANGES}"));
    assert_eq!(entry.encode().unwrap(), bytes, "{NEVER_CHANGES}");
    assert_eq!(entry.statements.len(), 2);
    for statement in &entry.statements {
        let hash = statement.hash().unwrap();
        let offices: Vec<&Office> = entry
            .sign_offs
            .iter()
            .filter(|sign_off| sign_off.statement == hash)
            .map(|sign_off| &sign_off.office)
            .collect();
        assert!(
            matches!(
                offices[..],
                [
                    Office::Liaison(_),
                    Office::Verifier(_),
                    Office::DepositaryOfficer(_)
                ]
            ),
            "{offices:?}"
        );
    }
    let snapshot = register_before().fold().with(&entry).unwrap();
    let view = snapshot.view(&slug(), day("2026-03-02"), 3).unwrap();
    assert_eq!(view.participants[&code("UKR")].consents.len(), 1);
}

#[test]
fn an_unknown_kind_is_kept_shown_by_a_reader_and_stops_a_writer() {
    let bytes = read("entry.unknown-kind.json");
    let entry = Entry::decode(&bytes).unwrap_or_else(|e| panic!("{e}: {NEVER_CHANGES}"));
    assert_eq!(entry.encode().unwrap(), bytes, "{NEVER_CHANGES}");
    assert!(
        entry
            .statements
            .iter()
            .all(|statement| matches!(statement.content, Content::Unknown(_)))
    );
    assert_eq!(
        entry.unknown_kinds().collect::<Vec<_>>(),
        [("guarantor_consulted", 1), ("signed", 2)]
    );

    let before = register_before();
    match before.fold().with(&entry) {
        Err(FoldError::Unknown {
            index: 2,
            kind,
            version: 1,
        }) => assert_eq!(kind, "guarantor_consulted"),
        other => panic!("{other:?}"),
    }
    let mut second_alone = entry.clone();
    second_alone.statements.remove(0);
    assert!(
        matches!(
            before.fold().with(&second_alone),
            Err(FoldError::Unknown { version: 2, .. })
        ),
        "a known kind in a version that is not known"
    );

    let reading = Snapshot::fold(before.entries(), OnUnknown::Show)
        .unwrap()
        .with(&entry)
        .unwrap();
    let view = reading.view(&slug(), day("2026-03-02"), 3).unwrap();
    let shown: Vec<_> = view.participants[&code("UKR")]
        .facts
        .iter()
        .filter(|fact| fact.act().is_none())
        .map(|fact| (fact.statement.kind(), fact.statement.version()))
        .collect();
    assert_eq!(shown, [("guarantor_consulted", 1), ("signed", 2)]);
    assert_eq!(
        reading
            .instrument(&slug())
            .unwrap()
            .facts_about(code("UKR"))[1]
            .statement
            .stage,
        Some(key("consultation"))
    );
}

/// Nothing in an entry is passed over: whatever is read is written again exactly as it was.
#[test]
fn a_changed_byte_is_refused_or_kept() {
    let files: Vec<(String, Vec<u8>)> = files()
        .into_iter()
        .map(|name| (name.clone(), read(&name)))
        .collect();
    let mut runner = TestRunner::new(Config {
        cases: 30_000,
        failure_persistence: None,
        ..Config::default()
    });
    let changes = (
        0..files.len(),
        proptest::num::usize::ANY,
        proptest::num::u8::ANY,
    );
    let kept = std::cell::Cell::new(0_u32);
    runner
        .run(&changes, |(file, position, byte)| {
            let (name, golden) = &files[file];
            let mut bytes = golden.clone();
            let position = position % bytes.len();
            // Half of the changes are to printable characters: they go deeper than the first look.
            let byte = if byte % 2 == 0 {
                byte
            } else {
                0x20 + byte % 0x5f
            };
            if bytes[position] == byte {
                return Ok(());
            }
            bytes[position] = byte;
            let again = if ENTRIES.contains(&name.as_str()) {
                Entry::decode(&bytes)
                    .ok()
                    .map(|entry| entry.encode().unwrap())
            } else {
                canonical::decode::<Statement>(&bytes)
                    .ok()
                    .map(|statement| canonical::encode(&statement).unwrap())
            };
            if let Some(again) = again {
                kept.set(kept.get() + 1);
                assert!(
                    again == bytes,
                    "{name}: read at byte {position} what is written otherwise:\n{}\n{}",
                    String::from_utf8_lossy(&bytes),
                    String::from_utf8_lossy(&again)
                );
            }
            Ok(())
        })
        .unwrap();
    assert!(kept.get() > 100, "hardly a change was read: {}", kept.get());
}
