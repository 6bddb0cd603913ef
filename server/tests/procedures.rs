//! `assent procedures check` as an operator runs it.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

use std::path::Path;
use std::process::Command;

/// Exit code, standard output and standard error of a check in this folder.
fn check(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_assent"))
        .current_dir(folder)
        .env_remove("ASSENT_PROCEDURE_FILE")
        .args(["procedures", "check"])
        .args(arguments)
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

fn poland() -> String {
    let file = domain::procedure::library::of("POL".parse().unwrap()).unwrap();
    String::from_utf8(file.bytes.to_vec()).unwrap()
}

#[test]
fn every_file_of_the_program_has_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let (code, said, complained) = check(folder.path(), &[]);
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 43);
    assert_eq!(lines.last(), Some(&"42 read, nothing is wrong"));
    let hash = domain::digest::Digest::of(poland().as_bytes());
    let expected = format!("PL.json: Poland, consent_statute of 10 stages; {hash}");
    assert!(lines.contains(&expected.as_str()), "{said}");
}

#[test]
fn a_file_that_is_wrong_is_named_with_the_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new.json");
    let with = |text: &str| {
        std::fs::write(&file, text).unwrap();
        check(folder.path(), &["--file", "new.json"])
    };
    assert_eq!(with(&poland()).0, 0);
    for (text, found) in [
        (
            poland().replacen("\"order\": 3", "\"order\": 4", 1),
            "route consent_statute, stage sejm_vote, order: 3 comes next, not 4",
        ),
        (
            poland().replacen("\"default\": true", "\"default\": false", 1),
            "routes: exactly one route is the default; here 0 are",
        ),
        (
            poland().replacen("\"chamber\": \"sejm\"", "\"chamber\": \"duma\"", 1),
            "route consent_statute, stage committee_sejm, chamber: the file has no chamber duma",
        ),
        (
            poland().replacen("yes > 1/2 * cast", "yes >= 1/2 * cast", 1),
            "route consent_statute, stage sejm_vote, rule: this majority has the formula “yes > 1/2 * cast”, not “yes >= 1/2 * cast”",
        ),
        (
            poland().replacen("\"op\": \"gt\"", "\"op\": \"ge\"", 1),
            "route consent_statute, stage sejm_vote, rule: the machine form says “yes >= 1/2 * cast”, not “yes > 1/2 * cast”",
        ),
        (
            poland().replacen("\"iso3\": \"POL\"", "\"iso3\": \"DEU\"", 1),
            "iso2 and iso3: PL and DEU do not name the same State or organisation in the table of entities",
        ),
    ] {
        let expected = format!("new.json: {found}\n1 read, 1 wrong\n");
        assert_eq!(with(&text), (1, expected, String::new()));
    }
    let (code, said, _) =
        with(&poland().replacen("\"kind\": \"committee\"", "\"kind\": \"meeting\"", 1));
    assert_eq!(code, 1);
    assert!(
        said.starts_with("new.json: line ") && said.contains("unknown variant `meeting`"),
        "{said}"
    );
}

#[test]
fn a_file_that_is_not_there_cannot_be_checked() {
    let folder = tempfile::tempdir().unwrap();
    let (code, said, complained) = check(folder.path(), &["--file", "none.json"]);
    assert_eq!((code, said.as_str()), (2, ""));
    assert!(
        complained.starts_with("none.json could not be opened: "),
        "{complained}"
    );
}
