//! The audit trail.

use domain::register::RecordedAt;
use sqlx::{SqliteConnection, SqliteExecutor};

use super::{BEGIN_IMMEDIATE, Sqlite};
use crate::account::AccountId;
use crate::audit::{Action, Event, Line, Outcome};
use crate::store::Error;

const INSERT_EVENT: &str = "INSERT INTO audit (at, account, action, subject, outcome, request) \
     VALUES ($1, $2, $3, $4, $5, $6)";

const SELECT_LINES: &str = "SELECT id, at, account, action, subject, outcome, request FROM audit \
     WHERE id < $1 ORDER BY id DESC LIMIT $2";

#[derive(sqlx::FromRow)]
struct AuditRow {
    id: i64,
    at: i64,
    account: Option<String>,
    action: String,
    subject: Option<String>,
    outcome: String,
    request: Option<String>,
}

impl Sqlite {
    pub(in crate::store) async fn record_event(
        &self,
        event: &Event,
        now: RecordedAt,
    ) -> Result<(), Error> {
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        insert(&mut tx, event, now).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(in crate::store) async fn audit_lines(
        &self,
        before: Option<i64>,
        limit: u16,
    ) -> Result<Vec<Line>, Error> {
        lines(&self.readers, before, limit).await
    }
}

/// Adds a line, in the transaction of what it tells.
pub(super) async fn insert(
    tx: &mut SqliteConnection,
    event: &Event,
    now: RecordedAt,
) -> Result<(), sqlx::Error> {
    sqlx::query(INSERT_EVENT)
        .bind(now.unix_micros())
        .bind(event.account.as_ref().map(|account| account.0.as_str()))
        .bind(event.action.as_str())
        .bind(event.subject.as_deref())
        .bind(event.outcome.as_str())
        .bind(event.request.as_deref())
        .execute(tx)
        .await?;
    Ok(())
}

async fn lines(
    executor: impl SqliteExecutor<'_>,
    before: Option<i64>,
    limit: u16,
) -> Result<Vec<Line>, Error> {
    let rows: Vec<AuditRow> = sqlx::query_as(SELECT_LINES)
        .bind(before.unwrap_or(i64::MAX))
        .bind(i64::from(limit))
        .fetch_all(executor)
        .await?;
    rows.into_iter().map(line).collect()
}

fn line(row: AuditRow) -> Result<Line, Error> {
    let at = RecordedAt::from_unix_micros(row.at)
        .ok_or_else(|| Error::DamagedRow(format!("the instant of audit line {}", row.id)))?;
    let action = Action::ALL.into_iter().find(|a| a.as_str() == row.action);
    let outcome = [Outcome::Done, Outcome::Refused]
        .into_iter()
        .find(|o| o.as_str() == row.outcome);
    let event = action.zip(outcome).map(|(action, outcome)| Event {
        account: row.account.map(AccountId),
        action,
        subject: row.subject,
        outcome,
        request: row.request,
    });
    Ok(Line {
        id: row.id,
        at,
        event,
    })
}

/// The statements that anybody can cause, for the test that each has an index.
#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[SELECT_LINES];
