//! Backups are made while the database is in use, hold all that was there, and are restored only if
//! they verify; nothing is overwritten.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use server::clock::SystemClock;
use server::store::verify::Witness;
use server::store::{Address, BackupError, Error, RestoreError, Store, backup, restore, verify};
use support::{Database, key, publication, publication_with_blob, raw, run, second, tamper};

async fn with_entries(count: u64) -> (Database, Store) {
    let database = Database::new();
    let store = database.open().await;
    for number in 0..count {
        let text = format!("number {number}");
        store
            .append(publication_with_blob(&text), &key(&text))
            .await
            .unwrap();
    }
    (database, store)
}

async fn is_clean(file: &Path) -> bool {
    verify(&Address::from(file), &[]).await.unwrap().is_clean()
}

/// The names in the folder of the database.
fn names(database: &Database) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(database.beside(""))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.ends_with("-wal") && !name.ends_with("-shm"))
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_backup_is_restored_with_everything_in_it() {
    let (database, store) = with_entries(20).await;
    let to = database.beside("backup.db");
    let report = backup(&database.address(), &to).await.unwrap();
    assert_eq!(report.entries, 20);
    assert_eq!(
        std::fs::metadata(&to).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert_eq!(names(&database), ["assent.db", "backup.db"]);

    let elsewhere = Database::new();
    let restored = restore(&elsewhere.address(), &to, &[], None).await.unwrap();
    assert_eq!((&restored.report, restored.moved_aside), (&report, None));
    assert_eq!(names(&elsewhere), ["assent.db"]);
    assert_eq!(
        std::fs::metadata(elsewhere.file())
            .unwrap()
            .permissions()
            .mode()
            & 0o777,
        0o600
    );

    // It goes on where it was, and still knows who asked for what.
    let again = elsewhere.open().await;
    assert_eq!(
        again.entries(0, 100).await.unwrap(),
        store.entries(0, 100).await.unwrap()
    );
    let replayed = again
        .append(publication_with_blob("number 7"), &key("number 7"))
        .await
        .unwrap();
    assert!(replayed.replayed);
    assert_eq!(
        again
            .append(publication("new"), &key("new"))
            .await
            .unwrap()
            .index,
        20
    );
    assert!(is_clean(&elsewhere.file()).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn backups_made_during_writes_hold_what_was_acknowledged_before() {
    let (database, store) = with_entries(1).await;
    let stop = Arc::new(AtomicBool::new(false));
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..4 {
        let (store, stop) = (store.clone(), Arc::clone(&stop));
        writers.spawn(async move {
            for number in 0_u64.. {
                if stop.load(Ordering::SeqCst) {
                    return;
                }
                let text = format!("writer {writer} number {number}");
                store
                    .append(publication_with_blob(&text), &key(&text))
                    .await
                    .unwrap();
            }
        });
    }
    let mut sizes = Vec::new();
    for turn in 0..10 {
        let acknowledged = store.head().await.unwrap();
        let to = database.beside(&format!("backup-{turn}.db"));
        let report = backup(&database.address(), &to).await.unwrap();
        let witness = Witness {
            size: acknowledged.size(),
            root: acknowledged.root(),
        };
        assert!(
            verify(&Address::from(to.as_path()), &[witness])
                .await
                .unwrap()
                .is_clean(),
            "backup {turn}"
        );
        sizes.push(report.entries);
    }
    stop.store(true, Ordering::SeqCst);
    writers.join_all().await;
    assert!(
        sizes.is_sorted_by(|earlier, later| earlier < later),
        "nothing was written meanwhile: {sizes:?}"
    );
    assert!(is_clean(&database.file()).await);
}

#[tokio::test]
async fn a_backup_overwrites_nothing_and_leaves_nothing_behind() {
    let (database, _store) = with_entries(3).await;
    let to = database.beside("notes.txt");
    std::fs::write(&to, "keep me").unwrap();
    let refused = backup(&database.address(), &to).await;
    assert!(
        matches!(refused, Err(BackupError::Exists(_))),
        "{refused:?}"
    );
    assert_eq!(std::fs::read(&to).unwrap(), b"keep me");

    let missing = Address::from(database.beside("none.db").as_path());
    let refused = backup(&missing, &database.beside("backup.db")).await;
    assert!(
        matches!(refused, Err(BackupError::Store(Error::NotFound(_)))),
        "{refused:?}"
    );
    let nowhere = backup(&database.address(), &database.beside("no-folder/backup.db")).await;
    assert!(
        matches!(nowhere, Err(BackupError::Store(Error::File { .. }))),
        "{nowhere:?}"
    );
    assert_eq!(names(&database), ["assent.db", "notes.txt"]);
}

#[tokio::test]
async fn a_copy_that_a_crash_left_half_done_is_not_in_the_way() {
    let (database, _store) = with_entries(3).await;
    let half_done = format!("backup.db.half-done-{}", std::process::id());
    std::fs::write(database.beside(&half_done), "half").unwrap();
    backup(&database.address(), &database.beside("backup.db"))
        .await
        .unwrap();
    assert_eq!(names(&database), ["assent.db", "backup.db"]);
}

#[tokio::test]
async fn a_damaged_database_is_not_backed_up_as_if_it_were_whole() {
    let (database, _store) = with_entries(3).await;
    tamper(
        &mut database.raw().await,
        &["UPDATE entry SET bytes = x'00' WHERE idx = 1".to_owned()],
    )
    .await;
    let refused = backup(&database.address(), &database.beside("backup.db")).await;
    let Err(BackupError::Damaged(report)) = refused else {
        panic!("{refused:?}")
    };
    assert!(!report.is_clean());
    assert_eq!(names(&database), ["assent.db"]);
}

#[tokio::test]
async fn a_damaged_backup_is_not_restored() {
    let (database, _store) = with_entries(30).await;
    let to = database.beside("backup.db");
    let report = backup(&database.address(), &to).await.unwrap();
    let whole = std::fs::read(&to).unwrap();

    let elsewhere = Database::new();
    let refuse = async |what: &str| {
        let refused = restore(&elsewhere.address(), &to, &[], None).await;
        assert!(refused.is_err(), "{what}: {refused:?}");
        assert_eq!(names(&elsewhere), Vec::<String>::new(), "{what}");
    };
    std::fs::write(&to, &whole[..whole.len() / 2]).unwrap();
    refuse("cut in half").await;
    std::fs::write(&to, b"").unwrap();
    refuse("empty").await;
    std::fs::write(&to, b"a letter, not a database".repeat(100)).unwrap();
    refuse("a letter").await;
    std::fs::remove_file(&to).unwrap();
    refuse("not there").await;

    std::fs::write(&to, &whole).unwrap();
    tamper(
        &mut raw(&to).await,
        &["DELETE FROM entry WHERE idx = 29".to_owned()],
    )
    .await;
    let refused = restore(&elsewhere.address(), &to, &[], None).await;
    assert!(
        matches!(refused, Err(RestoreError::Damaged { .. })),
        "{refused:?}"
    );

    // A backup that agrees with itself, but not with what is remembered.
    std::fs::write(&to, &whole).unwrap();
    let witness = Witness {
        size: 31,
        root: report.root,
    };
    let refused = restore(&elsewhere.address(), &to, &[witness], None).await;
    assert!(
        matches!(refused, Err(RestoreError::Damaged { .. })),
        "{refused:?}"
    );
    assert_eq!(names(&elsewhere), Vec::<String>::new());
    restore(&elsewhere.address(), &to, &[report.witness()], None)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_restore_overwrites_nothing_unasked_and_moves_the_old_aside_when_asked() {
    let (database, store) = with_entries(5).await;
    let to = database.beside("backup.db");
    backup(&database.address(), &to).await.unwrap();
    store
        .append(publication("after the backup"), &key("after"))
        .await
        .unwrap();

    let refused = restore(&database.address(), &to, &[], None).await;
    assert!(
        matches!(refused, Err(RestoreError::Exists(_))),
        "{refused:?}"
    );
    let in_use = restore(&database.address(), &to, &[], Some(second(0))).await;
    assert!(matches!(in_use, Err(RestoreError::InUse(_))), "{in_use:?}");
    let itself = restore(&database.address(), &database.file(), &[], Some(second(0))).await;
    assert!(
        matches!(itself, Err(RestoreError::SameFile(_))),
        "{itself:?}"
    );
    assert_eq!(store.head().await.unwrap().size(), 6);
    assert_eq!(names(&database), ["assent.db", "backup.db"]);

    store.close().await;
    let restored = restore(&database.address(), &to, &[], Some(second(0)))
        .await
        .unwrap();
    assert_eq!(restored.report.entries, 5);
    let aside = restored.moved_aside.unwrap();
    assert_eq!(
        names(&database),
        [
            "assent.db",
            "assent.db.replaced-2026-01-01T00-00-00-000000Z",
            "backup.db"
        ]
    );
    assert_eq!(
        verify(&Address::from(aside.as_path()), &[])
            .await
            .unwrap()
            .entries,
        6
    );
    assert_eq!(database.open().await.head().await.unwrap().size(), 5);
}

#[tokio::test]
async fn a_database_too_damaged_to_open_can_be_replaced() {
    let (database, store) = with_entries(5).await;
    let to = database.beside("backup.db");
    backup(&database.address(), &to).await.unwrap();
    store.close().await;
    std::fs::write(database.file(), b"a letter, not a database".repeat(100)).unwrap();
    let restored = restore(&database.address(), &to, &[], Some(second(0)))
        .await
        .unwrap();
    assert_eq!(
        std::fs::read(restored.moved_aside.unwrap()).unwrap(),
        b"a letter, not a database".repeat(100)
    );
    assert_eq!(database.open().await.head().await.unwrap().size(), 5);
}

/// SQLite plays a log that lies beside a database into it, whosever log it is.
#[tokio::test]
async fn a_log_without_its_database_is_not_played_into_the_restored_one() {
    let (database, store) = with_entries(5).await;
    let to = database.beside("backup.db");
    backup(&database.address(), &to).await.unwrap();
    store
        .append(publication("in the log"), &key("in the log"))
        .await
        .unwrap();
    let log = std::fs::read(database.beside("assent.db-wal")).unwrap();
    assert!(!log.is_empty());

    let elsewhere = Database::new();
    std::fs::write(elsewhere.beside("assent.db-wal"), &log).unwrap();
    let refused = restore(&elsewhere.address(), &to, &[], None).await;
    assert!(
        matches!(refused, Err(RestoreError::Exists(_))),
        "{refused:?}"
    );
    let restored = restore(&elsewhere.address(), &to, &[], Some(second(0)))
        .await
        .unwrap();
    assert_eq!(restored.report.entries, 5);
    assert!(!elsewhere.beside("assent.db-wal").exists());
    let store = Store::open(&elsewhere.address(), Arc::new(SystemClock))
        .await
        .unwrap();
    assert_eq!(store.head().await.unwrap().size(), 5);
}

#[tokio::test]
async fn what_is_no_register_is_told_apart_from_a_damaged_one() {
    let database = Database::new();
    let missing = verify(&database.address(), &[]).await;
    assert!(matches!(missing, Err(Error::NotFound(_))), "{missing:?}");
    assert_eq!(names(&database), Vec::<String>::new());
    let mut connection = {
        std::fs::write(database.file(), b"").unwrap();
        database.raw().await
    };
    run(&mut connection, "CREATE TABLE notes (text TEXT)".to_owned()).await;
    let foreign = verify(&database.address(), &[]).await;
    assert!(
        matches!(foreign, Err(Error::NotARegister { .. })),
        "{foreign:?}"
    );
}
