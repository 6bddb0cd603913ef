//! Reading everything for a verification.

use std::collections::BTreeMap;
use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection as _, SqliteConnection};
use tokio::sync::OnceCell;

use super::open::{TABLES, connect_to_read, not_a_register};
use crate::store::Error;
use crate::store::head::HeadRow;
use crate::store::verify::{Audit, BlobRow, EntryRow, Finding, GuardProblem, Report, Witness};

const SELECT_GUARDS: &str = "SELECT name, sql FROM sqlite_schema \
     WHERE tbl_name IN ('entry', 'blob', 'register_head') AND sql IS NOT NULL";

/// From any number on: a damaged table can hold numbers that no index has.
const SELECT_ENTRIES: &str =
    "SELECT idx, bytes, leaf_hash, root_after FROM entry WHERE idx >= $1 ORDER BY idx LIMIT $2";

/// One at a time: a blob can be large.
const SELECT_NEXT_BLOB: &str =
    "SELECT hash, bytes, length, withdrawn_reason FROM blob WHERE hash > $1 ORDER BY hash LIMIT 1";

const SELECT_HEADS: &str =
    "SELECT size, root, frontier, recorded_at FROM register_head ORDER BY id LIMIT 2";

/// SQLite's own check of its file; it says at most this much.
const CHECK_FILE: &str = "PRAGMA integrity_check(20)";

const ENTRIES_AT_ONCE: u16 = 256;

/// Recomputes everything from the stored bytes: see [`verify`](crate::store::verify()).
pub async fn verify(file: &Path, witnesses: &[Witness]) -> Result<Report, Error> {
    let mut connection = connect_to_read(file).await?;
    // One transaction: the picture stays the same while others write.
    let mut tx = connection.begin().await?;
    let mut audit = Audit::new(witnesses);
    let guards = guards(&mut tx)
        .await
        .map_err(|error| not_a_register(file, error))?;
    if guards.is_empty() {
        let reason = "it has no table of entries".to_owned();
        return Err(Error::NotARegister {
            file: file.to_path_buf(),
            reason,
        });
    }
    check_guards(&mut audit, &guards).await?;
    check_file(&mut audit, &mut tx).await;
    check_entries(&mut audit, &mut tx).await;
    check_blobs(&mut audit, &mut tx).await;
    match sqlx::query_as::<_, HeadRow>(SELECT_HEADS)
        .fetch_all(&mut *tx)
        .await
    {
        Ok(rows) => audit.heads(&rows),
        Err(error) => audit.whole(unreadable(None, "register_head", &error)),
    }
    Ok(audit.finish())
}

/// The tables and triggers of the register, by name, as they were made.
async fn guards(
    connection: &mut SqliteConnection,
) -> Result<BTreeMap<String, String>, sqlx::Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(SELECT_GUARDS).fetch_all(connection).await?;
    Ok(rows.into_iter().collect())
}

/// Compares the tables and triggers with those of a new database.
async fn check_guards(audit: &mut Audit, found: &BTreeMap<String, String>) -> Result<(), Error> {
    let expected = EXPECTED.get_or_try_init(of_a_new_database).await?;
    for (name, sql) in expected {
        let problem = match found.get(name) {
            None => GuardProblem::Missing,
            Some(found) if found != sql => GuardProblem::Changed,
            Some(_) => continue,
        };
        audit.whole(Finding::Guard {
            name: name.clone(),
            problem,
        });
    }
    for name in found.keys().filter(|name| !expected.contains_key(*name)) {
        audit.whole(Finding::Guard {
            name: name.clone(),
            problem: GuardProblem::Added,
        });
    }
    Ok(())
}

/// What a new database has: made once, for it takes every migration.
static EXPECTED: OnceCell<BTreeMap<String, String>> = OnceCell::const_new();

async fn of_a_new_database() -> Result<BTreeMap<String, String>, Error> {
    let mut new = SqliteConnection::connect_with(&SqliteConnectOptions::new()).await?;
    TABLES.run(&mut new).await.map_err(Error::Tables)?;
    Ok(guards(&mut new).await?)
}

/// What SQLite says of its own file.
async fn check_file(audit: &mut Audit, connection: &mut SqliteConnection) {
    match sqlx::query_scalar::<_, String>(CHECK_FILE)
        .fetch_all(connection)
        .await
    {
        Err(error) => audit.whole(Finding::DatabaseDamaged {
            message: error.to_string(),
        }),
        Ok(messages) => {
            for message in messages.into_iter().filter(|message| message != "ok") {
                audit.whole(Finding::DatabaseDamaged { message });
            }
        }
    }
}

/// Every entry, in order, a page at a time.
async fn check_entries(audit: &mut Audit, connection: &mut SqliteConnection) {
    let mut from = i64::MIN;
    let mut limit = ENTRIES_AT_ONCE;
    loop {
        let page: Result<Vec<EntryRow>, _> = sqlx::query_as(SELECT_ENTRIES)
            .bind(from)
            .bind(i64::from(limit))
            .fetch_all(&mut *connection)
            .await;
        match page {
            Ok(page) => {
                for row in &page {
                    audit.entry(row);
                }
                match page.last().and_then(|last| last.idx.checked_add(1)) {
                    Some(next) => from = next,
                    None => return,
                }
            }
            // One at a time, to find where the damage begins.
            Err(_) if limit > 1 => limit = 1,
            Err(error) => {
                return audit.whole(unreadable(Some(audit.next_index()), "entry", &error));
            }
        }
    }
}

/// Every blob, in the order of their hashes.
async fn check_blobs(audit: &mut Audit, connection: &mut SqliteConnection) {
    let mut after = Vec::new();
    loop {
        let next: Result<Option<BlobRow>, _> = sqlx::query_as(SELECT_NEXT_BLOB)
            .bind(after.as_slice())
            .fetch_optional(&mut *connection)
            .await;
        match next {
            Ok(Some(row)) => {
                audit.blob(&row);
                after = row.hash;
            }
            Ok(None) => return,
            Err(error) => return audit.whole(unreadable(None, "blob", &error)),
        }
    }
}

fn unreadable(index: Option<u64>, table: &'static str, error: &sqlx::Error) -> Finding {
    Finding::Unreadable {
        index,
        table,
        message: error.to_string(),
    }
}
