//! `assent secrets` and `assent account` as an operator runs them.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

/// Exit code, standard output and standard error.
fn assent(folder: &Path, arguments: &str) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_assent"))
        .current_dir(folder)
        .env_remove("ASSENT_DATABASE_URL")
        .env_remove("ASSENT_SECRETS")
        .env_remove("ASSENT_PASSWORD_PASSES")
        .env("ASSENT_PASSWORD_MEMORY_KIB", "12288")
        .args(arguments.split_whitespace())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

/// What it said; it was done.
fn done(folder: &Path, arguments: &str) -> String {
    let (code, said, complained) = assent(folder, arguments);
    assert_eq!((code, complained.as_str()), (0, ""), "{arguments}");
    said
}

/// Why it was not done.
fn not_done(folder: &Path, arguments: &str) -> String {
    let (code, said, complained) = assent(folder, arguments);
    assert_eq!((code, said.as_str()), (2, ""), "{arguments}: {complained}");
    complained
}

#[test]
fn accounts_are_added_listed_and_closed() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let says = not_done(folder, "account add --name anna --role liaison:POL");
    assert!(
        says.contains("assent secrets init --secrets assent-secrets"),
        "{says}"
    );
    assert!(!folder.join("assent.db").exists());
    done(folder, "secrets init");
    let says = not_done(folder, "account list");
    assert!(
        says.starts_with("there is no database at assent.db"),
        "{says}"
    );

    let said = done(
        folder,
        "account add --name Anna.Kowalska --role liaison:POL",
    );
    let password = said.lines().last().unwrap().trim().to_owned();
    assert_eq!(password.len(), 34, "{said}");
    done(
        folder,
        "account add --name anna.dep --role depositary:authority --same-person-as anna.kowalska",
    );
    let says = not_done(folder, "account add --name ANNA.KOWALSKA --role leader");
    assert_eq!(says, "the name “ANNA.KOWALSKA” is taken; choose another\n");
    let says = not_done(
        folder,
        "account add --name boris --role leader --same-person-as nobody",
    );
    assert!(
        says.starts_with("there is no open account “nobody”"),
        "{says}"
    );

    let said = done(folder, "account close anna.dep");
    assert_eq!(said, "anna.dep: closed; its sessions have ended.\n");
    not_done(folder, "account close anna.dep");
    let said = done(folder, "account list");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    assert!(
        lines[0].starts_with("anna.dep  depositary:authority  closed 20"),
        "{said}"
    );
    assert!(
        lines[0].ends_with("  same person as Anna.Kowalska"),
        "{said}"
    );
    assert_eq!(
        lines[1],
        "Anna.Kowalska  liaison:POL  first password not changed yet  same person as anna.dep"
    );
    assert!(!said.contains(&password));
}

#[test]
fn what_would_not_protect_anybody_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    done(folder, "secrets init");
    not_done(folder, "secrets init");
    let said = done(folder, "secrets rotate");
    assert!(said.starts_with("assent-secrets: the pepper 2-"), "{said}");
    let add = "account add --name anna --role auditor";
    let says = not_done(folder, &format!("{add} --password-memory-kib 12287"));
    assert!(
        says.starts_with("12287 KiB with 3 passes is too cheap"),
        "{says}"
    );
    let secrets = folder.join("assent-secrets");
    fs::set_permissions(&secrets, Permissions::from_mode(0o755)).unwrap();
    let says = not_done(folder, add);
    assert!(says.ends_with("chmod 700 assent-secrets\n"), "{says}");
    let (code, _, says) = assent(folder, "account add --name anna --role king");
    assert_eq!(code, 2);
    assert!(says.contains("“king” is not a role"), "{says}");
}
