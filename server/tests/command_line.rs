//! `assent verify`, `backup` and `restore` as an operator runs them.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::process::Command;

use support::{Database, key, publication_with_blob, tamper};

/// Exit code, standard output and standard error, with the folder of the database written `DIR`.
fn assent(database: &Database, arguments: &[&str]) -> (i32, String, String) {
    let folder = database.beside("");
    let output = Command::new(env!("CARGO_BIN_EXE_assent"))
        .current_dir(&folder)
        .env_remove("ASSENT_DATABASE_URL")
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| {
        String::from_utf8(bytes)
            .unwrap()
            .replace(folder.to_str().unwrap(), "DIR/")
    };
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

async fn with_three_entries() -> (Database, String) {
    let database = Database::new();
    let store = database.open_at(support::clock(0)).await;
    for text in ["a", "b", "c"] {
        store
            .append(publication_with_blob(text), &key(text))
            .await
            .unwrap();
    }
    let root = store.head().await.unwrap().root().to_string();
    store.close().await;
    (database, root)
}

#[tokio::test]
async fn verify_says_that_nothing_is_wrong() {
    let (database, root) = with_three_entries().await;
    let expected = format!(
        "3 entries, root {root}; 3 blobs, 0 withdrawn\nassent.db: nothing is wrong with the bytes; the rules were not checked.\n"
    );
    assert_eq!(
        assent(&database, &["verify", "--bytes-only"]),
        (0, expected.clone(), String::new())
    );
    let remembered = [
        "verify",
        "--bytes-only",
        "--expect-size",
        "3",
        "--expect-root",
        &root,
    ];
    assert_eq!(assent(&database, &remembered), (0, expected, String::new()));
}

#[tokio::test]
async fn verify_says_what_is_wrong_and_where() {
    let (database, root) = with_three_entries().await;
    let zeros = "0".repeat(64);
    let (code, said, complained) = assent(
        &database,
        &["verify", "--expect-size", "3", "--expect-root", &zeros],
    );
    assert_eq!((code, complained.as_str()), (1, ""));
    assert_eq!(
        said.lines().next().unwrap(),
        format!(
            "witness: with 3 entries the root was {zeros}, now it is {root}: \
             an entry below 3 was changed and the rest computed again"
        )
    );

    tamper(
        &mut database.raw().await,
        &["UPDATE entry SET leaf_hash = zeroblob(32) WHERE idx = 1".to_owned()],
    )
    .await;
    let (code, said, _) = assent(&database, &["verify"]);
    assert_eq!(code, 1);
    assert_eq!(
        said.lines().next().unwrap(),
        "entry 1: the stored hash is not that of the stored bytes"
    );
}

#[tokio::test]
async fn what_cannot_be_done_says_so_and_ends_with_two() {
    let (database, _) = with_three_entries().await;
    for (arguments, says) in [
        (
            vec!["verify", "--database-url", "none.db"],
            "there is no database at none.db; check the address (--database-url)\n",
        ),
        (
            vec!["backup", "--to", "assent.db"],
            "assent.db is there already and is left as it is; choose another name\n",
        ),
        (
            vec!["restore", "--from", "none.db"],
            "assent.db is there already and is left as it is; to move it aside, say --replace\n",
        ),
    ] {
        assert_eq!(
            assent(&database, &arguments),
            (2, String::new(), says.to_owned()),
            "{arguments:?}"
        );
    }
    for arguments in [
        vec!["verify", "--expect-size", "3"],
        vec!["verify", "--expect-size", "3", "--expect-root", "XYZ"],
        vec!["verify", "--database-url", "postgres://host/name"],
    ] {
        assert_eq!(assent(&database, &arguments).0, 2, "{arguments:?}");
    }
}

#[tokio::test]
async fn a_backup_is_made_and_restored_by_command() {
    let (database, root) = with_three_entries().await;
    let (code, said, complained) = assent(&database, &["backup", "--to", "backup.db"]);
    assert_eq!((code, complained.as_str()), (0, ""));
    assert_eq!(
        said.lines().next().unwrap(),
        format!("backup.db: a verified backup: 3 entries, root {root}; 3 blobs, 0 withdrawn")
    );
    let (code, said, complained) =
        assent(&database, &["restore", "--from", "backup.db", "--replace"]);
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    assert!(
        said.contains("The database that was there is now assent.db.replaced-"),
        "{said}"
    );
    assert_eq!(
        assent(
            &database,
            &[
                "verify",
                "--bytes-only",
                "--expect-size",
                "3",
                "--expect-root",
                &root
            ]
        )
        .0,
        0
    );
}

/// The entries of these tests are declarations by a State, about an instrument that nobody opened:
/// right in every byte, and never to be published.
#[tokio::test]
async fn verify_says_which_entry_is_not_by_the_rules() {
    let (database, _) = with_three_entries().await;
    let (code, said, complained) = assent(&database, &["verify"]);
    assert_eq!((code, complained.as_str()), (1, ""));
    let first = said.lines().next().unwrap();
    assert!(
        first.starts_with("entry 0: not by the rules: entry 0: the instrument "),
        "{first}"
    );
}

/// The register that `docs/REGISTER.md` works through.
#[tokio::test]
async fn verify_finds_nothing_wrong_in_the_register_of_the_document() {
    let database = Database::new();
    let store = database.open_at(support::clock(0)).await;
    let example = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/register-example");
    for index in 0..3 {
        let bytes = std::fs::read(example.join(format!("entry-{index}.json"))).unwrap();
        let entry = domain::register::Entry::decode(&bytes).unwrap();
        let draft = domain::register::Draft {
            occasion: entry.occasion,
            sign_offs: entry.sign_offs,
            statements: entry.statements,
        };
        let mut publication: server::store::Publication =
            server::store::Publication::new(domain::digest::Digest::of(&bytes), draft);
        for blob in std::fs::read_dir(example.join(".")).unwrap() {
            let bytes = std::fs::read(blob.unwrap().path()).unwrap();
            if entry_names(&example, index, &bytes) {
                publication = publication.with_blob(bytes);
            }
        }
        store
            .append(publication, &key(&index.to_string()))
            .await
            .unwrap();
    }
    store.close().await;
    let (code, said, complained) = assent(&database, &["verify"]);
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    assert!(said.ends_with("nothing is wrong.\n"), "{said}");
}

/// Whether an entry of the example names a blob of these bytes.
fn entry_names(example: &std::path::Path, index: u32, bytes: &[u8]) -> bool {
    let entry = std::fs::read(example.join(format!("entry-{index}.json"))).unwrap();
    let entry = domain::register::Entry::decode(&entry).unwrap();
    entry.blobs().contains(&domain::digest::Digest::of(bytes))
}
