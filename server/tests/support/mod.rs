//! A register to test on: signed entries about one made-up treaty, some with a blob.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::act::{Act, DeclarationMade, ParticipantListed, Standing};
use domain::day::Day;
use domain::digest::Digest;
use domain::legal_date::LegalDate;
use domain::office::Office;
use domain::policy::Occasion;
use domain::register::{Draft, RecordedAt};
use domain::sign_off::{Evidence, SignOff};
use domain::statement::Statement;
use domain::text::Text;
use server::clock::{Clock, SetClock, SystemClock};
use server::store::{Address, IdempotencyKey, Publication, Store};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Executor as _, Row as _};
use tempfile::TempDir;

/// The program of `examples/writer.rs`, which cargo builds with the tests.
pub fn writer() -> PathBuf {
    let mut path = std::env::current_exe().unwrap();
    // From target/debug/deps/TEST to target/debug/examples/writer.
    path.pop();
    path.pop();
    path.push("examples");
    path.push("writer");
    assert!(
        path.exists(),
        "{} is missing; build it: cargo build -p server --examples",
        path.display()
    );
    path
}

/// How many writers `writer forever` has at once.
pub const WRITERS: usize = 8;

/// What `writer forever` asks for: every other one has a blob.
pub fn asked(text: &str) -> Publication {
    if text.ends_with(['0', '2', '4', '6', '8']) {
        publication_with_blob(text)
    } else {
        publication(text)
    }
}

/// A database that is gone with the test.
pub struct Database {
    folder: TempDir,
}

impl Database {
    /// A place for one; it is made when it is opened.
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Its file.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("assent.db")
    }

    /// A file beside it.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Its address.
    pub fn address(&self) -> Address {
        Address::from(self.file().as_path())
    }

    /// Opens it.
    pub async fn open(&self) -> Store {
        self.open_at(Arc::new(SystemClock)).await
    }

    /// Opens it with this clock.
    pub async fn open_at(&self, clock: Arc<dyn Clock>) -> Store {
        Store::open(&self.address(), clock).await.unwrap()
    }

    /// A connection that may do anything, past the store.
    pub async fn raw(&self) -> SqliteConnection {
        raw(&self.file()).await
    }
}

/// A connection that may do anything, past the store.
pub async fn raw(file: &Path) -> SqliteConnection {
    SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(false)
        .connect()
        .await
        .unwrap()
}

/// A clock that stands at this many seconds after the beginning of 2026.
pub fn clock(seconds: i64) -> Arc<SetClock> {
    Arc::new(SetClock::at(second(seconds)))
}

/// So many seconds after the beginning of 2026.
pub fn second(seconds: i64) -> RecordedAt {
    RecordedAt::from_unix_micros((1_767_225_600 + seconds) * 1_000_000).unwrap()
}

/// The opening of the made-up treaty, and France's listing: what declarations rest on.
pub fn founding() -> Publication {
    let [opened, listed] = founding_drafts(&[]);
    Publication::new(Digest::of(b"founding"), opened).and(listed)
}

/// The same, with blobs that the opening names.
pub fn founding_drafts(blobs: &[Digest]) -> [Draft; 2] {
    let golden = include_str!("../../../app/domain/golden/instrument_opened.v1.json");
    let golden: Statement = serde_json::from_str(golden).unwrap();
    let mut defined = match golden.act() {
        Some(Act::InstrumentOpened(defined)) => Some(defined.clone()),
        _ => None,
    }
    .unwrap();
    defined.instrument.texts.clear();
    for depositary in &mut defined.instrument.depositaries {
        depositary.authority = "depositary".parse().unwrap();
    }
    let listed = Act::ParticipantListed(ParticipantListed {
        standing: Standing::Listed,
        ground: None,
    });
    let about = |act| Statement::new("made-up-treaty".parse().unwrap(), on_paper(), act);
    let mut opened = about(Act::InstrumentOpened(defined));
    opened.blobs = blobs.iter().copied().collect();
    [
        signed(opened),
        signed(about(listed).of("FRA".parse().unwrap())),
    ]
}

fn on_paper() -> LegalDate {
    LegalDate::on(Day::new(2026, 1, 6).unwrap())
}

/// A declaration of France with this text, naming these blobs, received on paper and signed off by
/// two officers of the depositary.
pub fn declaration(text: &str, blobs: &[Digest]) -> Draft {
    let act = Act::DeclarationMade(DeclarationMade {
        text: Text::english(text).unwrap(),
    });
    let mut statement = Statement::new("made-up-treaty".parse().unwrap(), on_paper(), act)
        .of("FRA".parse().unwrap());
    statement.blobs = blobs.iter().copied().collect();
    signed(statement)
}

/// The entry with this statement, received on paper and signed off by two officers.
fn signed(statement: Statement) -> Draft {
    let hash = statement.hash().unwrap();
    let sign_offs = (0..2_u32)
        .map(|step| {
            SignOff::new(
                hash,
                Occasion::OnPaper,
                step,
                Office::DepositaryOfficer("depositary".parse().unwrap()),
                Evidence::PasswordStepUp,
                Digest::of(&step.to_be_bytes()),
            )
        })
        .collect();
    Draft {
        occasion: Occasion::OnPaper,
        sign_offs,
        statements: vec![statement],
    }
}

/// The publication of such a declaration, without a blob.
pub fn publication(text: &str) -> Publication {
    Publication::new(Digest::of(text.as_bytes()), declaration(text, &[]))
}

/// The publication of such a declaration, with its text as a blob too.
pub fn publication_with_blob(text: &str) -> Publication {
    let blob = blob_of(text);
    let draft = declaration(text, &[Digest::of(&blob)]);
    Publication::new(Digest::of(text.as_bytes()), draft).with_blob(blob)
}

/// The blob of [`publication_with_blob`].
pub fn blob_of(text: &str) -> Vec<u8> {
    format!("The long text of {text}.").into_bytes()
}

/// An idempotency key made from a text.
pub fn key(text: &str) -> IdempotencyKey {
    IdempotencyKey::try_from(text.replace(' ', "-")).unwrap()
}

/// Runs SQL that changes the tables behind the store's back: the triggers are taken away, and put
/// back as they were, as somebody would do who wants to go unseen.
pub async fn tamper(connection: &mut SqliteConnection, edits: &[String]) {
    run(
        connection,
        "PRAGMA ignore_check_constraints = ON; BEGIN".to_owned(),
    )
    .await;
    let triggers: Vec<(String, String)> = connection
        .fetch_all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .await
        .unwrap()
        .iter()
        .map(|row| (row.get("name"), row.get("sql")))
        .collect();
    for (name, _) in &triggers {
        run(connection, format!("DROP TRIGGER {name}")).await;
    }
    for edit in edits {
        run(connection, edit.clone()).await;
    }
    for (_, sql) in triggers {
        run(connection, sql).await;
    }
    run(connection, "COMMIT".to_owned()).await;
}

/// Runs SQL that a test made.
pub async fn run(connection: &mut SqliteConnection, sql: String) {
    try_to_run(connection, sql).await.unwrap();
}

/// Runs SQL that a test made, and that may be refused.
pub async fn try_to_run(connection: &mut SqliteConnection, sql: String) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
        .execute(connection)
        .await
        .map(|_| ())
}
