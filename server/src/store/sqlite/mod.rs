//! The SQLite backend: one writer connection, several readers, write-ahead log, every commit
//! synced before it is acknowledged.
mod account;
mod append;
mod audit;
mod backup;
mod blob;
mod demonstration;
mod files;
mod open;
mod proposal;
mod read;
mod restore;
mod rules;
mod session;
mod throttle;
mod unplaced;
mod verify;

use std::sync::Arc;

pub use backup::{BackupError, backup};
pub(super) use files::exists;
pub use restore::{RestoreError, Restored, restore};
pub use rules::first_breach;
use sqlx::SqlitePool;
pub use unplaced::Unplaced;
pub use verify::verify;

use crate::clock::Clock;

/// An open SQLite database.
#[derive(Debug, Clone)]
pub struct Sqlite {
    /// One connection: writers wait for each other here, not on the file's lock.
    writer: SqlitePool,
    /// Connections that cannot write.
    readers: SqlitePool,
    clock: Arc<dyn Clock>,
}

/// How every write begins. A transaction that reads first and asks for the write lock later is
/// told "busy" at once, without waiting; this one takes the lock at the start.
const BEGIN_IMMEDIATE: &str = "BEGIN IMMEDIATE";

#[cfg(test)]
impl Sqlite {
    /// Lets every commit fail from now on, for tests of lost answers; or no longer.
    pub(crate) async fn refuse_commits(&self, refuse: bool) {
        let mut writer = self.writer.acquire().await.unwrap();
        let mut handle = writer.lock_handle().await.unwrap();
        if refuse {
            handle.set_commit_hook(|| false);
        } else {
            handle.remove_commit_hook();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use domain::act::{Act, DeclarationMade};
    use domain::digest::Digest;
    use domain::legal_date::LegalDate;
    use domain::office::Office;
    use domain::policy::Occasion;
    use domain::register::Draft;
    use domain::sign_off::{Evidence, SignOff};
    use domain::statement::Statement;
    use domain::text::Text;

    use super::*;
    use crate::clock::SystemClock;
    use crate::store::{AppendError, IdempotencyKey, Publication};

    async fn open(folder: &Path) -> Sqlite {
        Sqlite::open(&folder.join("assent.db"), Arc::new(SystemClock))
            .await
            .unwrap()
    }

    fn publication() -> Publication {
        let act = Act::DeclarationMade(DeclarationMade {
            text: Text::english("x").unwrap(),
        });
        let statement =
            Statement::new("made-up-treaty".parse().unwrap(), LegalDate::unknown(), act);
        let hash = statement.hash().unwrap();
        let officer = Office::DepositaryOfficer("depositary".parse().unwrap());
        let sign_off = SignOff::new(
            hash,
            Occasion::OnPaper,
            0,
            officer,
            Evidence::PasswordStepUp,
            Digest::of(b"somebody"),
        );
        let draft = Draft {
            occasion: Occasion::OnPaper,
            sign_offs: vec![sign_off],
            statements: vec![statement],
        };
        Publication::new(Digest::of(b"x"), draft)
    }

    #[tokio::test]
    async fn a_commit_waits_for_the_disk_and_a_reader_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let sqlite = open(folder.path()).await;
        let full = 2;
        let synchronous: i64 = sqlx::query_scalar("PRAGMA synchronous")
            .fetch_one(&sqlite.writer)
            .await
            .unwrap();
        assert_eq!(synchronous, full);
        for pragma in ["PRAGMA foreign_keys", "PRAGMA secure_delete"] {
            let on: i64 = sqlx::query_scalar(pragma)
                .fetch_one(&sqlite.writer)
                .await
                .unwrap();
            assert_eq!(on, 1, "{pragma}");
        }
        let written = sqlx::query("INSERT INTO blob (hash, length) VALUES (zeroblob(32), 0)");
        let error = written
            .execute(&sqlite.readers)
            .await
            .unwrap_err()
            .to_string();
        assert!(error.contains("readonly"), "{error}");
    }

    #[tokio::test]
    async fn an_error_of_the_commit_is_not_a_no_and_the_question_can_be_asked_again() {
        let folder = tempfile::tempdir().unwrap();
        let sqlite = open(folder.path()).await;
        let key = IdempotencyKey::try_from("key".to_owned()).unwrap();
        {
            let mut writer = sqlite.writer.acquire().await.unwrap();
            writer
                .lock_handle()
                .await
                .unwrap()
                .set_commit_hook(|| false);
        }
        let unknown = sqlite.append(publication(), &key).await;
        assert!(
            matches!(unknown, Err(AppendError::Unknown(_))),
            "{unknown:?}"
        );
        {
            let mut writer = sqlite.writer.acquire().await.unwrap();
            writer.lock_handle().await.unwrap().remove_commit_hook();
        }
        let asked_again = sqlite.append(publication(), &key).await.unwrap();
        assert_eq!((asked_again.index, asked_again.replayed), (0, false));
        let and_again = sqlite.append(publication(), &key).await.unwrap();
        assert_eq!((and_again.index, and_again.replayed), (0, true));
    }

    /// A statement that reads a whole table gets slower with every row that anybody can make.
    #[tokio::test]
    async fn no_statement_beside_the_register_reads_a_whole_table() {
        let folder = tempfile::tempdir().unwrap();
        let sqlite = open(folder.path()).await;
        let statements = [
            account::STATEMENTS,
            audit::STATEMENTS,
            proposal::STATEMENTS,
            session::STATEMENTS,
            throttle::STATEMENTS,
        ];
        for statement in statements.concat() {
            let explain: &'static str = String::leak(["EXPLAIN QUERY PLAN ", statement].concat());
            let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(explain)
                .fetch_all(&sqlite.writer)
                .await
                .unwrap();
            for (_, _, _, step) in plan {
                assert!(!step.starts_with("SCAN"), "{statement}: {step}");
            }
        }
    }
}
