//! The program that the tests of the store kill and starve of its disk: it appends to a database.
//!
//! `writer forever FILE RUN` appends as fast as it can, with several writers, and says each
//! acknowledged entry on a line. `writer once FILE` appends one entry and says how it was answered.

#![expect(
    clippy::unwrap_used,
    reason = "the tests that start it see how it ends"
)]

#[expect(dead_code, reason = "the tests use the other parts of it")]
#[path = "../tests/support/mod.rs"]
mod support;

use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use server::clock::SystemClock;
use server::store::{Address, AppendError, Store};
use support::{WRITERS, asked, founding, key, publication_with_blob};

#[tokio::main(worker_threads = 2)]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["forever", file, run] => forever(Path::new(file), run).await,
        ["once", file] => once(Path::new(file)).await,
        _ => say("usage: writer forever FILE RUN | writer once FILE"),
    }
}

async fn forever(file: &Path, run: &str) {
    let store = Store::open(&Address::from(file), Arc::new(SystemClock))
        .await
        .unwrap();
    store.append(founding(), &key("founding")).await.unwrap();
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..WRITERS {
        let (store, run) = (store.clone(), run.to_owned());
        writers.spawn(async move {
            for number in 0_u64.. {
                let text = format!("run {run} writer {writer} number {number}");
                say(&format!("ask {text}"));
                let receipt = store.append(asked(&text), &key(&text)).await.unwrap();
                say(&format!(
                    "ack {} {} {text}",
                    receipt.index, receipt.leaf_hash
                ));
            }
        });
    }
    writers.join_all().await;
}

async fn once(file: &Path) {
    let store = Store::open(&Address::from(file), Arc::new(SystemClock)).await;
    let answer = match &store {
        Err(_) => "no",
        Ok(store) => match store
            .append(publication_with_blob("asked"), &key("asked"))
            .await
        {
            Ok(_) => "yes",
            Err(AppendError::Unknown(_)) => "unknown",
            Err(_) => "no",
        },
    };
    say(&format!("answer {answer}"));
    // A program that closes its database tidies up. The next one meets more if this one does not.
    std::process::exit(0);
}

/// One line, whole or not at all.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}
