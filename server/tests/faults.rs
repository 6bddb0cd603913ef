//! Disks fail, too. Each write and each sync of an append is made to fail, one after the other, until
//! none is left to fail. "Yes" means that the entry is there, "no" that it is not, "unknown" that
//! asking again puts it there once; the register verifies in every case.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use server::store::verify;
use support::{Database, key, publication_with_blob};

/// The writer's answer while the `when`-th call fails, and whether that many calls were made.
fn ask_while_failing(fault: &Fault, file: &Path) -> (String, bool) {
    let log = file.with_extension("strace");
    let Fault { call, error, when } = fault;
    let output = Command::new("strace")
        .args(["-f", "-qq", "-e", &format!("trace={call}")])
        .args(["-e", &format!("inject={call}:error={error}:when={when}")])
        .arg("-o")
        .arg(&log)
        .arg(support::writer())
        .arg("once")
        .arg(file)
        .stderr(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let answer = said.lines().find_map(|line| line.strip_prefix("answer "));
    let injected = std::fs::read_to_string(&log)
        .unwrap()
        .contains("(INJECTED)");
    (answer.unwrap_or("no answer").to_owned(), injected)
}

fn strace_works() -> bool {
    let tried = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .status();
    tried.is_ok_and(|status| status.success())
}

/// One call that fails.
struct Fault {
    call: &'static str,
    error: &'static str,
    when: usize,
}

#[tokio::test]
async fn no_failing_write_or_sync_makes_an_answer_untrue() {
    if !strace_works() {
        let why = "install strace, and allow tracing, to let disk calls fail";
        assert!(std::env::var("CI").is_err(), "CI skips nothing: {why}");
        println!("skipped: {why}");
        return;
    }
    let mut answers = BTreeMap::new();
    for (call, error) in [
        ("fsync", "EIO"),
        ("fdatasync", "EIO"),
        ("pwrite64", "EIO"),
        ("pwrite64", "ENOSPC"),
    ] {
        for when in 1.. {
            let fault = Fault { call, error, when };
            let (answer, injected) = ask_once(&fault).await;
            *answers.entry(answer).or_insert(0) += 1;
            if !injected {
                break;
            }
            assert!(when < 200, "{error} at {call}: it never ends");
        }
    }
    println!("{answers:?}");
    for there in [true, false] {
        let unknown = ("unknown".to_owned(), there);
        assert!(
            answers.contains_key(&unknown),
            "not seen: unknown and there: {there}"
        );
    }
}

/// A register of one entry.
async fn with_one_entry() -> Database {
    let database = Database::new();
    let store = database.open().await;
    store
        .append(publication_with_blob("before"), &key("before"))
        .await
        .unwrap();
    store.close().await;
    database
}

/// The answer, and whether the entry is there; and whether there was a call to fail.
async fn ask_once(fault: &Fault) -> ((String, bool), bool) {
    let name = format!("{} at {} number {}", fault.error, fault.call, fault.when);
    let database = with_one_entry().await;
    let (answer, injected) = ask_while_failing(fault, &database.file());
    let report = verify(&database.address(), &[]).await.unwrap();
    assert!(report.is_clean(), "{name}: {report:#?}");
    let there = report.entries == 2;
    match answer.as_str() {
        "yes" => assert_eq!(report.entries, 2, "{name}"),
        "no" => assert_eq!(report.entries, 1, "{name}"),
        other => assert!(
            other == "unknown" && (1..=2).contains(&report.entries),
            "{name}: {other}"
        ),
    }
    println!(
        "{name}: {answer}, {}",
        if there { "there" } else { "not there" }
    );

    // Whoever asks again gets a yes, and the entry is there once.
    let store = database.open().await;
    let receipt = store
        .append(publication_with_blob("asked"), &key("asked"))
        .await
        .unwrap();
    assert_eq!((receipt.index, receipt.replayed), (1, there), "{name}");
    assert!(
        verify(&database.address(), &[]).await.unwrap().is_clean(),
        "{name}"
    );
    ((answer, there), injected)
}
