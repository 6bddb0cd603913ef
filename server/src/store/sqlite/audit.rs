//! The audit trail.

use domain::register::RecordedAt;
use sqlx::SqliteConnection;

use super::account::role;
use super::{BEGIN_IMMEDIATE, Sqlite};
use crate::account::{AccountId, PersonId};
use crate::audit::{Action, By, Event, Line, Outcome, Wanted};
use crate::store::Error;

const INSERT_EVENT: &str = "INSERT INTO audit (at, account, action, subject, version, outcome, request) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";

/// Lines from an instant on and before a place, the newest first: by an index, however long the trail.
macro_rules! select_lines {
    ($which:literal) => {
        concat!(
            "SELECT audit.id, at, account, action, subject, version, outcome, request, \
             person, name, role, entity, authority \
             FROM audit LEFT JOIN account ON account.id = audit.account \
             WHERE (at, audit.id) < ($1, $2) AND at >= $3",
            $which,
            " ORDER BY at DESC, audit.id DESC LIMIT $4"
        )
    };
}

const SELECT_LINES: &str = select_lines!("");

const SELECT_LINES_OF: &str = select_lines!(" AND action = $5");

const SELECT_PREVIOUS_SIGN_IN: &str = "SELECT at FROM audit \
     WHERE account = $1 AND action = $2 AND outcome = $3 ORDER BY at DESC, id DESC LIMIT 1 OFFSET 1";

#[derive(sqlx::FromRow)]
struct AuditRow {
    id: i64,
    at: i64,
    account: Option<String>,
    action: String,
    subject: Option<String>,
    version: Option<i64>,
    outcome: String,
    request: Option<String>,
    person: Option<String>,
    name: Option<String>,
    role: Option<String>,
    entity: Option<String>,
    authority: Option<String>,
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

    pub(in crate::store) async fn previous_sign_in(
        &self,
        account: &AccountId,
    ) -> Result<Option<RecordedAt>, Error> {
        let at: Option<i64> = sqlx::query_scalar(SELECT_PREVIOUS_SIGN_IN)
            .bind(&account.0)
            .bind(Action::SignIn.as_str())
            .bind(Outcome::Done.as_str())
            .fetch_optional(&self.readers)
            .await?;
        at.map(|micros| {
            RecordedAt::from_unix_micros(micros)
                .ok_or_else(|| Error::DamagedRow("the instant of a sign-in".to_owned()))
        })
        .transpose()
    }

    pub(in crate::store) async fn audit_lines(
        &self,
        wanted: Wanted,
        most: u16,
    ) -> Result<Vec<Line>, Error> {
        let select = match wanted.action {
            None => SELECT_LINES,
            Some(_) => SELECT_LINES_OF,
        };
        let before = wanted.before;
        let mut select = sqlx::query_as(select)
            .bind(before.map_or(i64::MAX, |place| place.at.unix_micros()))
            .bind(before.map_or(i64::MAX, |place| place.id))
            .bind(wanted.since.map_or(i64::MIN, RecordedAt::unix_micros))
            .bind(i64::from(most));
        if let Some(action) = wanted.action {
            select = select.bind(action.as_str());
        }
        let rows: Vec<AuditRow> = select.fetch_all(&self.readers).await?;
        rows.into_iter().map(line).collect()
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
        .bind(event.version.map(i64::from))
        .bind(event.outcome.as_str())
        .bind(event.request.as_deref())
        .execute(tx)
        .await?;
    Ok(())
}

fn line(row: AuditRow) -> Result<Line, Error> {
    let damaged = |what: &str| Error::DamagedRow(format!("{what} of audit line {}", row.id));
    let at = RecordedAt::from_unix_micros(row.at).ok_or_else(|| damaged("the instant"))?;
    let version = row.version.map(u32::try_from).transpose();
    let version = version.map_err(|_| damaged("the version"))?;
    let by = match (row.person, row.name, row.role) {
        (Some(person), Some(name), Some(of)) => Some(By {
            person: PersonId(person),
            name,
            role: role(&of, row.entity.as_deref(), row.authority.as_deref())?,
        }),
        (_, _, _) => None,
    };
    let outcome = [Outcome::Done, Outcome::Refused]
        .into_iter()
        .find(|o| o.as_str() == row.outcome);
    let event = Action::named(&row.action)
        .zip(outcome)
        .map(|(action, outcome)| Event {
            account: row.account.map(AccountId),
            action,
            subject: row.subject,
            version,
            outcome,
            request: row.request,
        });
    Ok(Line {
        id: row.id,
        at,
        event,
        by,
    })
}

/// The statements that anybody can cause, for the test that each has an index.
#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[SELECT_LINES, SELECT_LINES_OF, SELECT_PREVIOUS_SIGN_IN];
