//! The public side cannot leak what it cannot reach.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

use std::process::Command;

/// What keeps sessions, passwords and private tables.
const PRIVATE: [&str; 3] = ["sqlx", "tower-sessions", "argon2"];

/// The names of the crates that are linked into a crate.
fn linked(package: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "-p", package, "-e", "normal", "--prefix", "none"])
        .args(["--format", "{p}", "--locked", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_public_listener_links_neither_sessions_nor_passwords_nor_a_database() {
    let linked = linked("public");
    assert!(linked.iter().any(|name| name == "axum"));
    for private in PRIVATE {
        let found: Vec<_> = linked
            .iter()
            .filter(|name| name.starts_with(private))
            .collect();
        assert!(found.is_empty(), "public links {found:?}");
    }
}

#[test]
fn the_check_finds_them_where_they_are() {
    let linked = linked("server");
    for private in PRIVATE {
        assert!(linked.iter().any(|name| name == private), "{private}");
    }
}
