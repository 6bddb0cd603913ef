//! The catalogue says nothing that no page says.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

use std::fs;
use std::path::Path;

/// The files of messages looked at.
const AREAS: [&str; 5] = [
    "clause.ftl",
    "common.ftl",
    "explanation.ftl",
    "status.ftl",
    "tracker.ftl",
];

/// The sources in which messages are used.
const SOURCES: [&str; 2] = ["src", "../server/src"];

fn read_all(folder: &Path, ending: &str, into: &mut String) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            read_all(&path, ending, into);
        } else if path.to_string_lossy().ends_with(ending) {
            into.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_message_is_used() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = String::new();
    for folder in SOURCES {
        read_all(&here.join(folder), ".rs", &mut sources);
    }
    let mut messages = String::new();
    for area in AREAS {
        read_all(&here.join("messages/en"), area, &mut messages);
    }
    let unused: Vec<&str> = messages
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0))
        .filter(|id| !sources.contains(&format!("\"{id}\"")))
        .collect();
    assert_eq!(unused, Vec::<&str>::new());
}
