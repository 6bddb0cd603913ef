//! A hundred times: a program that appends as fast as it can is killed at a random moment. Every
//! entry it was told was there is there, once, and the register verifies.
//!
//! `ASSENT_KILL_SEED=n` repeats the moments of an earlier run, as far as a machine repeats itself.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher as _, RandomState};
use std::io::{BufRead as _, BufReader};
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use domain::digest::Digest;
use domain::register::merkle::leaf_hash;
use server::store::{LONGEST_PAGE, Store, verify};
use support::{Database, WRITERS, asked, founding, key};

const RUNS: u64 = 100;
/// So many runs go on where the killed one left the database.
const RUNS_ON_ONE: u64 = 10;

/// What a writer said before it was killed.
#[derive(Default)]
struct Said {
    asked: BTreeSet<String>,
    /// By text: index and leaf hash.
    acknowledged: BTreeMap<String, (u64, Digest)>,
}

impl Said {
    fn hear(&mut self, line: &str) {
        let words: Vec<&str> = line.splitn(2, ' ').collect();
        match words.as_slice() {
            ["ask", text] => {
                self.asked.insert((*text).to_owned());
            }
            ["ack", rest] => {
                let mut words = rest.splitn(3, ' ');
                let mut next = || words.next().unwrap();
                let (index, leaf, text) = (next(), next(), next());
                let receipt = (index.parse().unwrap(), leaf.parse().unwrap());
                assert_eq!(
                    self.acknowledged.insert(text.to_owned(), receipt),
                    None,
                    "{text} twice"
                );
            }
            other => panic!("the writer said {other:?}"),
        }
    }
}

/// Starts a writer and kills it after `delay`, counted from its start or from its first word.
fn write_and_kill(file: &Path, run: u64, delay: Duration, from_first_word: bool) -> Said {
    let mut child = Command::new(support::writer())
        .arg("forever")
        .arg(file)
        .arg(run.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let (first_word, heard) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut said = Said::default();
        for line in out.lines() {
            let line = line.unwrap();
            if line.starts_with("ask") {
                let _nobody_waits = first_word.send(());
            }
            said.hear(&line);
        }
        said
    });
    if from_first_word {
        heard.recv_timeout(Duration::from_secs(30)).unwrap();
    }
    // Nothing comes after the first word has been waited for: a pause.
    let end = std::sync::mpsc::channel::<()>();
    let _timed_out = end.1.recv_timeout(delay);
    child.kill().unwrap();
    // A writer that ended by itself had met an error.
    assert_eq!(
        child.wait().unwrap().signal(),
        Some(9),
        "run {run}: not killed"
    );
    reader.join().unwrap()
}

/// Every text in the register, with where it is.
async fn stored(store: &Store) -> BTreeMap<String, Vec<(u64, Digest)>> {
    let mut texts: BTreeMap<String, Vec<(u64, Digest)>> = BTreeMap::new();
    let mut next = 0;
    loop {
        let page = store.entries(next, LONGEST_PAGE).await.unwrap();
        let Some(last) = page.last() else {
            return texts;
        };
        next = last.index + 1;
        for entry in page {
            let bytes = String::from_utf8(entry.bytes).unwrap();
            if !bytes.contains("\"kind\":\"declaration_made\"") {
                continue;
            }
            let text = bytes
                .split("\"body\":\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .to_owned();
            texts
                .entry(text)
                .or_default()
                .push((entry.index, leaf_hash(bytes.as_bytes())));
        }
    }
}

/// A small generator of random numbers, the same for the same seed (`SplitMix64`).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acknowledged_entry_survives_a_hundred_kills() {
    let seed = match std::env::var("ASSENT_KILL_SEED") {
        Ok(seed) => seed.parse().unwrap(),
        Err(_) => RandomState::new().hash_one("kill"),
    };
    println!("ASSENT_KILL_SEED={seed}");
    let mut random = Random(seed);
    let mut database = Database::new();
    let (mut acknowledged, mut unanswered, mut unanswered_but_there) = (0, 0, 0);
    for run in 0..RUNS {
        if run % RUNS_ON_ONE == 0 {
            database = Database::new();
        }
        // One in four is killed while it starts, recovers from the last kill, or makes the tables.
        let from_first_word = random.below(4) > 0;
        let delay =
            Duration::from_micros(random.below(if from_first_word { 250_000 } else { 100_000 }));
        let said = write_and_kill(&database.file(), run, delay, from_first_word);
        let name = format!("run {run} of seed {seed}, killed after {delay:?}");
        let (acks, open) = (
            said.acknowledged.len(),
            said.asked.len() - said.acknowledged.len(),
        );
        println!("{name}: {acks} acknowledged, {open} without an answer");
        assert!(open <= WRITERS, "{name}");
        if !from_first_word && said.asked.is_empty() && run % RUNS_ON_ONE == 0 {
            // Killed before there was a database, perhaps; opening makes one or completes it.
            database.open().await.close().await;
        }

        let report = verify(&database.address(), &[]).await.unwrap();
        assert!(report.is_clean(), "{name}: {report:#?}");

        let store = database.open().await;
        store.append(founding(), &key("founding")).await.unwrap();
        let texts = stored(&store).await;
        for (text, receipt) in &said.acknowledged {
            assert_eq!(texts.get(text), Some(&vec![*receipt]), "{name}: {text}");
        }
        for (text, places) in &texts {
            assert_eq!(places.len(), 1, "{name}: {text} is there more than once");
        }

        // Who had no answer asks again, and then it is there once, too.
        for text in said
            .asked
            .iter()
            .filter(|text| !said.acknowledged.contains_key(*text))
        {
            let receipt = store.append(asked(text), &key(text)).await.unwrap();
            assert_eq!(receipt.replayed, texts.contains_key(text), "{name}: {text}");
            unanswered_but_there += u32::from(receipt.replayed);
        }
        let texts = stored(&store).await;
        for text in &said.asked {
            assert_eq!(
                texts.get(text).map(Vec::len),
                Some(1),
                "{name}: {text} asked again"
            );
        }
        store.close().await;
        let verified = Command::new(env!("CARGO_BIN_EXE_assent"))
            .args(["verify", "--database-url"])
            .arg(database.file())
            .output()
            .unwrap();
        assert_eq!(verified.status.code(), Some(0), "{name}: {verified:?}");
        acknowledged += acks;
        unanswered += open;
    }
    println!(
        "{acknowledged} acknowledged entries; {unanswered} without an answer, {unanswered_but_there} of them there"
    );
    assert!(
        acknowledged > 1_000,
        "only {acknowledged} entries: the writers were killed too early to prove anything"
    );
    assert!(
        unanswered > 0,
        "no writer was killed while it waited for an answer"
    );
}
