//! Bytes as the files of a history: each begins with a line `=== NAME`.
#![no_main]

use std::collections::BTreeMap;

use domain::day::Day;
use libfuzzer_sys::fuzz_target;
use server::history::problem::Problem;
use server::replay::{self, print};

fn files(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut current: Option<&mut Vec<u8>> = None;
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        if let Some(name) = line.strip_prefix(b"=== ") {
            let name = String::from_utf8_lossy(name.trim_ascii()).into_owned();
            current = Some(files.entry(name).or_insert_with(Vec::new));
        } else if let Some(file) = &mut current {
            file.extend_from_slice(line);
        }
    }
    files
}

/// A problem names a file of a history, a line in it if it names one, and says something.
fn is_told_well(problem: &Problem, files: &BTreeMap<String, Vec<u8>>) {
    assert!(problem.file.ends_with(".csv"), "no file: {problem:?}");
    assert!(!problem.reason.is_empty(), "no reason: {problem:?}");
    if let Some(line) = problem.line {
        let file = files
            .get(&problem.file)
            .expect("a line of a file that is not there");
        let lines = file.split(|b| matches!(b, b'\n' | b'\r')).count();
        assert!(
            line >= 1 && line <= lines as u64,
            "no such line: {problem:?}"
        );
    }
}

fuzz_target!(|bytes: &[u8]| {
    let files = files(bytes);
    match replay::replay(&files, None) {
        Err(findings) => {
            assert!(!findings.errors.is_empty(), "refused without a reason");
            for problem in findings.errors.iter().chain(&findings.warnings) {
                is_told_well(problem, &files);
            }
        }
        Ok(report) => {
            assert!(!report.cases.is_empty());
            report
                .warnings
                .iter()
                .for_each(|problem| is_told_well(problem, &files));
            serde_json::to_vec(&report).unwrap();
            report.cases.iter().map(print::lines).for_each(drop);
            let earlier = Day::new(2012, 10, 8);
            match replay::replay(&files, earlier) {
                Ok(earlier) => {
                    assert_eq!(earlier.root, report.root, "the day changes the register")
                }
                Err(findings) => assert!(!findings.errors.is_empty()),
            }
        }
    }
});
