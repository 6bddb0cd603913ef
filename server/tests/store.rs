//! The store: what is appended stays, in order, once, and nothing else gets in.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::digest::Digest;
use domain::register::merkle::{Frontier, leaf_hash};
use domain::register::{Entry, RecordedAt};
use domain::snapshot::{OnUnknown, Snapshot};
use server::store::{AppendError, Publication, StoredBlob, WithdrawError, verify};
use sqlx::Row as _;
use support::{
    Database, blob_of, clock, declaration, founding, key, publication, publication_with_blob, run,
    second, tamper, try_to_run,
};

#[tokio::test]
async fn an_entry_is_stored_verbatim_with_its_hash_and_root() {
    let database = Database::new();
    let store = database.open_at(clock(0)).await;
    let mut frontier = Frontier::new();
    for number in 0..20_u64 {
        let text = format!("number {number}");
        let receipt = store.append(publication(&text), &key(&text)).await.unwrap();
        let stored = store.entry(number).await.unwrap().unwrap();
        let expected = declaration(&text, &[])
            .numbered(number, receipt.recorded_at)
            .encode()
            .unwrap();
        frontier.push(leaf_hash(&expected));
        assert_eq!(stored.bytes, expected);
        assert_eq!(stored.leaf_hash, leaf_hash(&expected));
        assert_eq!(stored.root_after, frontier.root());
        assert_eq!(
            (receipt.index, receipt.count, receipt.size),
            (number, 1, number + 1)
        );
        assert_eq!(
            (receipt.leaf_hash, receipt.root),
            (stored.leaf_hash, stored.root_after)
        );
        assert!(!receipt.replayed);
        assert_eq!(store.head().await.unwrap().frontier, frontier);
    }
    assert_eq!(store.entry(20).await.unwrap(), None);
    assert!(verify(&database.address(), &[]).await.unwrap().is_clean());
}

#[tokio::test]
async fn the_register_is_there_when_it_is_opened_again() {
    let database = Database::new();
    let store = database.open().await;
    let receipt = store
        .append(publication_with_blob("first"), &key("first"))
        .await
        .unwrap();
    store.close().await;
    let store = database.open().await;
    assert_eq!(store.head().await.unwrap().root(), receipt.root);
    let second = store
        .append(publication("second"), &key("second"))
        .await
        .unwrap();
    assert_eq!(second.index, 1);
    assert!(second.recorded_at > receipt.recorded_at);
}

#[tokio::test]
async fn two_programs_may_open_a_new_database_at_the_same_time() {
    let database = Database::new();
    let (one, other) = tokio::join!(database.open(), database.open());
    one.append(publication("one"), &key("one")).await.unwrap();
    assert_eq!(
        other
            .append(publication("other"), &key("other"))
            .await
            .unwrap()
            .index,
        1
    );
}

#[tokio::test]
async fn the_order_of_entries_and_of_instants_never_differ() {
    let database = Database::new();
    let clock = clock(100);
    let store = database.open_at(clock.clone()).await;
    let recorded_at = async |text: &str| {
        store
            .append(publication(text), &key(text))
            .await
            .unwrap()
            .recorded_at
    };
    assert_eq!(recorded_at("a").await, second(100));
    assert_eq!(
        recorded_at("the clock stands still").await,
        a_microsecond_after(second(100))
    );
    clock.set(second(50));
    assert_eq!(
        recorded_at("the clock went back").await,
        a_microsecond_after(a_microsecond_after(second(100)))
    );
    clock.set(second(200));
    assert_eq!(recorded_at("the clock went on").await, second(200));
}

fn a_microsecond_after(instant: RecordedAt) -> RecordedAt {
    RecordedAt::from_unix_micros(instant.unix_micros() + 1).unwrap()
}

#[tokio::test]
async fn asking_again_is_not_asking_twice() {
    let database = Database::new();
    let clock = clock(0);
    let store = database.open_at(clock.clone()).await;
    let first = store
        .append(publication_with_blob("wish"), &key("k"))
        .await
        .unwrap();
    store
        .append(publication("another"), &key("another"))
        .await
        .unwrap();
    clock.set(second(60));
    let again = store
        .append(publication_with_blob("wish"), &key("k"))
        .await
        .unwrap();
    assert!(again.replayed);
    assert_eq!(
        server::store::Receipt {
            replayed: false,
            ..again
        },
        first
    );
    assert_eq!(store.head().await.unwrap().size(), 2);

    let other = store.append(publication("other wish"), &key("k")).await;
    assert!(
        matches!(other, Err(AppendError::KeyUsedForAnotherRequest)),
        "{other:?}"
    );
    assert_eq!(store.head().await.unwrap().size(), 2);
}

#[tokio::test]
async fn several_entries_of_a_publication_are_appended_together() {
    let database = Database::new();
    let store = database.open_at(clock(0)).await;
    store
        .append(publication("before"), &key("before"))
        .await
        .unwrap();
    let history = || {
        let texts = ["a", "b", "c"];
        let first = Publication::<std::convert::Infallible>::new(
            Digest::of(b"history"),
            declaration(texts[0], &[]),
        );
        texts[1..].iter().fold(first, |publication, text| {
            publication.and(declaration(text, &[]))
        })
    };
    let receipt = store.append(history(), &key("history")).await.unwrap();
    assert_eq!((receipt.index, receipt.count, receipt.size), (1, 3, 4));
    let instants: Vec<RecordedAt> = store
        .entries(0, 10)
        .await
        .unwrap()
        .iter()
        .map(|stored| Entry::decode(&stored.bytes).unwrap().recorded_at)
        .collect();
    assert_eq!(instants[1], receipt.recorded_at);
    assert!(instants.is_sorted_by(|earlier, later| earlier < later));
    let again = store.append(history(), &key("history")).await.unwrap();
    assert_eq!(
        again,
        server::store::Receipt {
            replayed: true,
            ..receipt
        }
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_writers_leave_no_gap_and_no_doubt_about_the_order() {
    let database = Database::new();
    // Two stores stand for two programs on one file.
    let stores = [database.open().await, database.open().await];
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..8_usize {
        let store = stores[writer % 2].clone();
        writers.spawn(async move {
            let mut receipts = Vec::new();
            for number in 0..25 {
                let text = format!("writer {writer} number {number}");
                receipts.push(store.append(publication(&text), &key(&text)).await.unwrap());
            }
            receipts
        });
    }
    let receipts: Vec<_> = writers.join_all().await.into_iter().flatten().collect();
    let indexes: BTreeSet<u64> = receipts.iter().map(|receipt| receipt.index).collect();
    assert_eq!(indexes, (0..200).collect());
    let mut in_order = receipts.clone();
    in_order.sort_by_key(|receipt| receipt.index);
    assert!(in_order.is_sorted_by(|earlier, later| earlier.recorded_at < later.recorded_at));
    assert!(verify(&database.address(), &[]).await.unwrap().is_clean());
}

#[derive(Debug, PartialEq, Eq)]
struct TheEffectIsAnother;

#[tokio::test]
async fn a_decision_is_taken_again_at_the_head_and_may_refuse() {
    let database = Database::new();
    let store = database.open().await;
    for text in ["a", "b", "c"] {
        store.append(publication(text), &key(text)).await.unwrap();
    }
    let decided = |decided_at, refuse: bool| {
        Publication::new(Digest::of(b"d"), declaration("d", &[Digest::of(b"blob")]))
            .with_blob(b"blob".to_vec())
            .decided_again(decided_at, move |head, since| {
                assert_eq!(head.size(), 3);
                let seen: Vec<u64> = since.iter().map(|entry| entry.index).collect();
                assert_eq!(seen, (decided_at..3).collect::<Vec<_>>());
                if refuse {
                    Err(TheEffectIsAnother)
                } else {
                    Ok(())
                }
            })
    };
    let before = store.head().await.unwrap();

    let refused = store.append(decided(1, true), &key("d")).await;
    assert!(
        matches!(refused, Err(AppendError::Refused(TheEffectIsAnother))),
        "{refused:?}"
    );
    assert_eq!(store.head().await.unwrap(), before);
    assert_eq!(store.entry(3).await.unwrap(), None);
    assert_eq!(store.blob(&Digest::of(b"blob")).await.unwrap(), None);

    let shorter = store.append(decided(4, false), &key("d")).await;
    assert!(
        matches!(
            shorter,
            Err(AppendError::RegisterIsShorter {
                decided_at: 4,
                size: 3
            })
        ),
        "{shorter:?}"
    );

    // The key was not used up.
    assert_eq!(
        store
            .append(decided(1, false), &key("d"))
            .await
            .unwrap()
            .index,
        3
    );
    assert!(verify(&database.address(), &[]).await.unwrap().is_clean());
}

#[tokio::test]
async fn blobs_and_entries_name_each_other_or_nothing_is_written() {
    let database = Database::new();
    let store = database.open().await;
    let named = Digest::of(b"named");
    let missing = Publication::<()>::new(named, declaration("x", &[named]));
    let missing = store.append(missing, &key("x")).await;
    assert!(
        matches!(missing, Err(AppendError::BlobMissing(hash)) if hash == named),
        "{missing:?}"
    );

    let unnamed = Publication::<()>::new(named, declaration("x", &[])).with_blob(b"named".to_vec());
    let unnamed = store.append(unnamed, &key("x")).await;
    assert!(
        matches!(unnamed, Err(AppendError::BlobNotNamed(hash)) if hash == named),
        "{unnamed:?}"
    );
    assert_eq!(store.head().await.unwrap().size(), 0);

    let good =
        Publication::<()>::new(named, declaration("x", &[named])).with_blob(b"named".to_vec());
    store.append(good, &key("x")).await.unwrap();
    assert_eq!(
        store.blob(&named).await.unwrap(),
        Some(StoredBlob::Present(b"named".to_vec()))
    );
    let again = Publication::<()>::new(named, declaration("y", &[named]));
    store.append(again, &key("y")).await.unwrap();
}

#[tokio::test]
async fn an_unsigned_entry_is_never_stored() {
    let database = Database::new();
    let store = database.open().await;
    let mut draft = declaration("x", &[]);
    draft.sign_offs.clear();
    let unsigned = store
        .append(Publication::<()>::new(Digest::of(b"x"), draft), &key("x"))
        .await;
    assert!(
        matches!(unsigned, Err(AppendError::WouldNotVerify(_))),
        "{unsigned:?}"
    );

    let mut draft = declaration("x", &[]);
    draft.sign_offs = declaration("y", &[]).sign_offs;
    let foreign = store
        .append(Publication::<()>::new(Digest::of(b"x"), draft), &key("x"))
        .await;
    assert!(
        matches!(foreign, Err(AppendError::WouldNotVerify(_))),
        "{foreign:?}"
    );
    assert_eq!(store.head().await.unwrap().size(), 0);
}

#[tokio::test]
async fn a_blob_is_withdrawn_and_its_hash_stays() {
    let database = Database::new();
    let store = database.open().await;
    let text = "withdrawn because it names a person";
    let blob = blob_of(text);
    let hash = Digest::of(&blob);
    store
        .append(publication_with_blob(text), &key("a"))
        .await
        .unwrap();

    assert!(matches!(
        store.withdraw_blob(&hash, "  ").await,
        Err(WithdrawError::NoReason)
    ));
    let other = Digest::of(b"other");
    assert!(
        matches!(store.withdraw_blob(&other, "why").await, Err(WithdrawError::NotFound(found)) if found == other)
    );

    store
        .withdraw_blob(&hash, "personal data, order 7/2026")
        .await
        .unwrap();
    let reason = "personal data, order 7/2026".to_owned();
    let length = u64::try_from(blob.len()).unwrap();
    assert_eq!(
        store.blob(&hash).await.unwrap(),
        Some(StoredBlob::Withdrawn { reason, length })
    );
    let again = store.withdraw_blob(&hash, "again").await;
    assert!(
        matches!(again, Err(WithdrawError::AlreadyWithdrawn(_))),
        "{again:?}"
    );
    let published_again =
        Publication::<()>::new(hash, declaration("again", &[hash])).with_blob(blob.clone());
    let published_again = store.append(published_again, &key("again")).await;
    assert!(
        matches!(published_again, Err(AppendError::BlobWithdrawn(_))),
        "{published_again:?}"
    );
    // It can be named still: a correction repeats what it corrects.
    store
        .append(
            Publication::<()>::new(hash, declaration("correction", &[hash])),
            &key("correction"),
        )
        .await
        .unwrap();

    let report = verify(&database.address(), &[]).await.unwrap();
    assert!(report.is_clean(), "{report:?}");
    assert_eq!((report.blobs, report.withdrawn_blobs), (0, 1));
}

#[tokio::test]
async fn the_bytes_of_a_withdrawn_blob_are_gone_from_the_disk() {
    let database = Database::new();
    let store = database.open().await;
    // Longer than a page, so that some of it lies on pages of its own.
    let blob = b"the name of a person, ".repeat(1_000);
    let hash = Digest::of(&blob);
    let publication = Publication::<()>::new(hash, declaration("x", &[hash])).with_blob(blob);
    store.append(publication, &key("x")).await.unwrap();
    assert!(on_disk(&database, b"the name of a person"));
    store.withdraw_blob(&hash, "personal data").await.unwrap();
    assert!(!on_disk(&database, b"the name of a person"));
}

fn on_disk(database: &Database, needle: &[u8]) -> bool {
    ["assent.db", "assent.db-wal"].iter().any(|name| {
        let bytes = std::fs::read(database.beside(name)).unwrap();
        bytes.windows(needle.len()).any(|window| window == needle)
    })
}

/// What each guard refuses. Three entries are there; HASH is the blob of the first, withdrawn.
const REFUSED: &[(&str, &str)] = &[
    (
        "entry_no_update",
        "UPDATE entry SET bytes = x'00' WHERE idx = 1",
    ),
    ("entry_no_update", "UPDATE entry SET idx = 3 WHERE idx = 2"),
    (
        "entry_no_update",
        "UPDATE OR REPLACE entry SET idx = 1 WHERE idx = 2",
    ),
    ("entry_no_delete", "DELETE FROM entry WHERE idx = 2"),
    ("entry_no_delete", "DELETE FROM entry"),
    (
        "entry_no_gap",
        "INSERT INTO entry VALUES (4, x'00', ZEROS, ZEROS)",
    ),
    (
        "entry_no_gap",
        "INSERT INTO entry VALUES (-1, x'00', ZEROS, ZEROS)",
    ),
    (
        "entry_no_gap",
        "INSERT INTO entry VALUES (NULL, x'00', ZEROS, ZEROS)",
    ),
    (
        "entry_no_gap",
        "INSERT OR REPLACE INTO entry VALUES (1, x'00', ZEROS, ZEROS)",
    ),
    (
        "entry_no_gap",
        "REPLACE INTO entry VALUES (2, x'00', ZEROS, ZEROS)",
    ),
    (
        "entry_no_gap",
        "INSERT OR IGNORE INTO entry VALUES (1, x'00', ZEROS, ZEROS)",
    ),
    (
        "entry_leaf_hash_check",
        "INSERT INTO entry VALUES (3, x'00', x'00', ZEROS)",
    ),
    (
        "entry_root_after_check",
        "INSERT INTO entry VALUES (3, x'00', ZEROS, x'00')",
    ),
    (
        "entry_bytes_check",
        "INSERT INTO entry VALUES (3, x'', ZEROS, ZEROS)",
    ),
    (
        "register_head_no_insert",
        "INSERT INTO register_head VALUES (2, 1, ZEROS, x'', 1)",
    ),
    (
        "register_head_no_insert",
        "REPLACE INTO register_head VALUES (1, 1, ZEROS, x'', 1)",
    ),
    ("register_head_no_delete", "DELETE FROM register_head"),
    (
        "register_head_only_grows",
        "UPDATE register_head SET size = size - 1",
    ),
    (
        "register_head_only_grows",
        "UPDATE register_head SET size = size",
    ),
    (
        "register_head_only_grows",
        "UPDATE register_head SET root = ZEROS",
    ),
    (
        "register_head_only_grows",
        "UPDATE register_head SET size = 4",
    ),
    (
        "register_head_is_the_last_entry",
        "UPDATE register_head SET size = 4, recorded_at = recorded_at + 1",
    ),
    ("blob_no_delete", "DELETE FROM blob"),
    (
        "blob_no_second_insert",
        "REPLACE INTO blob VALUES (HASH, x'00', 1, NULL)",
    ),
    (
        "blob_only_withdrawn",
        "UPDATE blob SET bytes = x'00', length = 1",
    ),
    (
        "blob_only_withdrawn",
        "UPDATE blob SET bytes = NULL, withdrawn_reason = 'other'",
    ),
    (
        "blob_only_withdrawn",
        "UPDATE blob SET hash = ZEROS, bytes = NULL, withdrawn_reason = 'why'",
    ),
    (
        "blob_present_or_withdrawn_check",
        "UPDATE blob SET bytes = NULL WHERE hash <> HASH",
    ),
    (
        "blob_withdrawn_reason_check",
        "UPDATE blob SET bytes = NULL, withdrawn_reason = ' ' WHERE hash <> HASH",
    ),
];

/// Each statement is tried on a connection of its own, with nothing between it and the tables.
#[tokio::test]
async fn the_tables_refuse_what_the_store_never_does() {
    let database = Database::new();
    let store = database.open_at(clock(0)).await;
    for text in ["a", "b", "c"] {
        store
            .append(publication_with_blob(text), &key(text))
            .await
            .unwrap();
    }
    let hash = Digest::of(&blob_of("a"));
    store.withdraw_blob(&hash, "why").await.unwrap();
    let before = verify(&database.address(), &[]).await.unwrap();
    assert!(before.is_clean(), "{before:?}");
    for (guard, sql) in REFUSED {
        let sql = sql
            .replace("ZEROS", "zeroblob(32)")
            .replace("HASH", &format!("x'{hash}'"));
        let mut connection = database.raw().await;
        let error = try_to_run(&mut connection, sql.clone())
            .await
            .expect_err(&sql)
            .to_string();
        assert!(error.contains(guard), "{sql}: {error}, not {guard}");
    }
    assert_eq!(verify(&database.address(), &[]).await.unwrap(), before);
}

#[tokio::test]
async fn a_damaged_head_stops_a_writer() {
    for damage in [
        "UPDATE register_head SET root = zeroblob(32)",
        "UPDATE register_head SET size = 2",
        "UPDATE register_head SET frontier = zeroblob(32)",
        "DELETE FROM register_head",
    ] {
        let database = Database::new();
        let store = database.open().await;
        store.append(publication("a"), &key("a")).await.unwrap();
        tamper(&mut database.raw().await, &[damage.to_owned()]).await;
        let stopped = store.append(publication("b"), &key("b")).await;
        assert!(
            matches!(stopped, Err(AppendError::Store(_))),
            "{damage}: {stopped:?}"
        );
        assert_eq!(store.entry(1).await.unwrap(), None, "{damage}");
    }
}

#[tokio::test]
async fn every_commit_is_synced_and_every_table_is_strict() {
    let database = Database::new();
    let store = database.open().await;
    store.append(publication("a"), &key("a")).await.unwrap();
    let mut connection = database.raw().await;
    let journal: String = sqlx::query_scalar("PRAGMA journal_mode")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(journal, "wal");
    let loose: Vec<String> = sqlx::query(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main' \
         AND name NOT LIKE 'sqlite_%' AND name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap()
    .iter()
    .map(|row| row.get("name"))
    .collect();
    assert_eq!(loose, Vec::<String>::new());
}

#[tokio::test]
async fn a_program_that_holds_the_lock_is_waited_for() {
    let database = Database::new();
    let store = database.open().await;
    let mut other = database.raw().await;
    run(&mut other, "BEGIN IMMEDIATE".to_owned()).await;
    let waiting = tokio::spawn({
        let store = store.clone();
        async move { store.append(publication("a"), &key("a")).await }
    });
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert!(!waiting.is_finished());
    run(&mut other, "COMMIT".to_owned()).await;
    assert_eq!(waiting.await.unwrap().unwrap().index, 0);
}

#[tokio::test]
async fn an_append_that_nobody_waits_for_is_whole_or_not_there() {
    let database = Database::new();
    let store = database.open().await;
    for number in 0..60_u32 {
        let text = format!("number {number}");
        let key = key(&text);
        let append = store.append(publication_with_blob(&text), &key);
        // Given up after a moment that differs from one to the next.
        let _given_up = tokio::time::timeout(
            std::time::Duration::from_micros(u64::from(number) * 60),
            append,
        )
        .await;
    }
    let report = verify(&database.address(), &[]).await.unwrap();
    assert!(report.is_clean(), "{report:?}");
    // The writer is free again.
    for number in 0..60_u32 {
        let text = format!("number {number}");
        store
            .append(publication_with_blob(&text), &key(&text))
            .await
            .unwrap();
    }
    assert_eq!(store.head().await.unwrap().size(), 60);
    let store = Arc::new(store);
    assert_eq!(store.entries(0, u16::MAX).await.unwrap().len(), 60);
}

#[tokio::test]
async fn an_entry_that_breaks_a_rule_at_the_head_is_never_stored() {
    let database = Database::new();
    let store = database.open().await;
    let empty = || Snapshot::new(OnUnknown::Stop);
    // Nothing is opened yet, so there is nothing to declare about.
    let early = store
        .append(publication("early").following(empty()), &key("early"))
        .await;
    assert!(
        matches!(&early, Err(AppendError::AgainstTheRules(why)) if why.to_string().contains("has not been opened")),
        "{early:?}"
    );
    assert_eq!(store.head().await.unwrap().size(), 0);
    store
        .append(founding().following(empty()), &key("founding"))
        .await
        .unwrap();
    // What was decided on the empty register is caught up with the entries since.
    let receipt = store
        .append(publication("a").following(empty()), &key("a"))
        .await
        .unwrap();
    assert_eq!(receipt.index, 2);
    let again = store
        .append(publication("a").following(empty()), &key("the same again"))
        .await;
    assert!(
        matches!(&again, Err(AppendError::AgainstTheRules(why)) if why.to_string().contains("already")),
        "{again:?}"
    );
    assert_eq!(store.head().await.unwrap().size(), 3);
}
