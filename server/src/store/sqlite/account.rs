//! Accounts, their persons and their passwords.

use domain::register::RecordedAt;
use sqlx::SqliteConnection;

use super::{BEGIN_IMMEDIATE, Sqlite, audit, session};
use crate::account::{AccountId, Actor, PersonId, Role};
use crate::audit::Event;
use crate::password::Hashed;
use crate::store::{AccountRow, AccountWithPassword, AddAccountError, Error, PasswordOrigin};

const INSERT_PERSON: &str = "INSERT INTO person (id, added_at) VALUES ($1, $2)";

const SELECT_PERSON: &str = "SELECT 1 FROM person WHERE id = $1";

const INSERT_ACCOUNT: &str = "INSERT INTO account \
     (id, person, name, name_key, role, entity, authority, added_at, closed_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)";

const INSERT_CREDENTIAL: &str = "INSERT INTO credential \
     (account, phc, pepper, changed_at, must_change, expires_at) VALUES ($1, $2, $3, $4, $5, $6)";

/// Somebody who has or had this name, other than a closed account of the same person.
const SELECT_NAME_TAKEN: &str = "SELECT 1 FROM account \
     WHERE name_key = $1 AND (closed_at IS NULL OR person <> $2) LIMIT 1";

const SELECT_ROLES_OF_PERSON: &str =
    "SELECT role, entity, authority FROM account WHERE person = $1 AND closed_at IS NULL";

const SELECT_OPEN_ACCOUNT: &str = "SELECT a.id, a.person, a.name, a.role, a.entity, a.authority, \
     a.added_at, a.closed_at, c.phc, c.pepper, c.changed_at, c.must_change, c.expires_at \
     FROM account a JOIN credential c ON c.account = a.id \
     WHERE a.name_key = $1 AND a.closed_at IS NULL";

const SELECT_ACCOUNT: &str = "SELECT id, person, name, role, entity, authority, added_at, closed_at \
     FROM account WHERE id = $1";

/// An account that is open and is still the same person's, for the same.
const SELECT_ACTING: &str = "SELECT 1 FROM account WHERE id = $1 AND person = $2 AND role = $3 \
     AND entity IS $4 AND authority IS $5 AND closed_at IS NULL";

const SELECT_ACCOUNTS: &str = "SELECT a.id, a.person, a.name, a.role, a.entity, a.authority, \
     a.added_at, a.closed_at, c.phc, c.pepper, c.changed_at, c.must_change, c.expires_at \
     FROM account a JOIN credential c ON c.account = a.id ORDER BY a.name_key, a.added_at";

/// Not if another was set since the old one was checked. Two that were set at the same instant by the
/// clock are told apart.
const UPDATE_CREDENTIAL: &str = "UPDATE credential SET phc = $2, pepper = $3, \
     changed_at = max($4, changed_at + 1), must_change = 0, expires_at = NULL \
     WHERE account = $1 AND changed_at = $5 RETURNING changed_at";

/// The same password hashed again: not if another was set meanwhile.
const REHASH_CREDENTIAL: &str =
    "UPDATE credential SET phc = $2, pepper = $3 WHERE account = $1 AND phc = $4";

const CLOSE_ACCOUNT: &str = "UPDATE account SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL";

const FORGET_ADDRESSES: &str = "DELETE FROM familiar_address WHERE account = $1";

/// The columns of an account.
#[derive(sqlx::FromRow)]
pub(super) struct AccountColumns {
    id: String,
    person: String,
    name: String,
    role: String,
    entity: Option<String>,
    authority: Option<String>,
    added_at: i64,
    closed_at: Option<i64>,
}

/// The columns of a password.
#[derive(sqlx::FromRow)]
struct CredentialColumns {
    phc: String,
    pepper: String,
    changed_at: i64,
    must_change: bool,
    expires_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Both {
    #[sqlx(flatten)]
    account: AccountColumns,
    #[sqlx(flatten)]
    credential: CredentialColumns,
}

impl Sqlite {
    pub(in crate::store) async fn add_account(
        &self,
        account: &AccountRow,
        is_new_person: bool,
        password: &Hashed,
        origin: PasswordOrigin,
        event: &Event,
    ) -> Result<(), AddAccountError> {
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        if is_new_person {
            sqlx::query(INSERT_PERSON)
                .bind(&account.person.0)
                .bind(account.added_at.unix_micros())
                .execute(&mut *tx)
                .await?;
        }
        may_be_added(&mut tx, account).await?;
        insert_account(&mut tx, account).await?;
        let (must_change, expires_at) = origin_columns(origin);
        sqlx::query(INSERT_CREDENTIAL)
            .bind(&account.id.0)
            .bind(&password.phc)
            .bind(password.pepper.to_string())
            .bind(account.added_at.unix_micros())
            .bind(must_change)
            .bind(expires_at)
            .execute(&mut *tx)
            .await?;
        audit::insert(&mut tx, event, account.added_at).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(in crate::store) async fn open_account(
        &self,
        name_key: &str,
    ) -> Result<Option<AccountWithPassword>, Error> {
        let found: Option<Both> = sqlx::query_as(SELECT_OPEN_ACCOUNT)
            .bind(name_key)
            .fetch_optional(&self.readers)
            .await?;
        found.map(with_password).transpose()
    }

    pub(in crate::store) async fn account(
        &self,
        id: &AccountId,
    ) -> Result<Option<AccountRow>, Error> {
        let found: Option<AccountColumns> = sqlx::query_as(SELECT_ACCOUNT)
            .bind(&id.0)
            .fetch_optional(&self.readers)
            .await?;
        found.map(account_row).transpose()
    }

    pub(in crate::store) async fn accounts(
        &self,
    ) -> Result<Vec<(AccountRow, PasswordOrigin)>, Error> {
        let found: Vec<Both> = sqlx::query_as(SELECT_ACCOUNTS)
            .fetch_all(&self.readers)
            .await?;
        found
            .into_iter()
            .map(|both| {
                let found = with_password(both)?;
                Ok((found.account, found.origin))
            })
            .collect()
    }

    pub(in crate::store) async fn change_password(
        &self,
        account: &AccountId,
        replaced: RecordedAt,
        password: &Hashed,
        event: &Event,
        now: RecordedAt,
    ) -> Result<Option<RecordedAt>, Error> {
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        let changed: Option<i64> = sqlx::query_scalar(UPDATE_CREDENTIAL)
            .bind(&account.0)
            .bind(&password.phc)
            .bind(password.pepper.to_string())
            .bind(now.unix_micros())
            .bind(replaced.unix_micros())
            .fetch_optional(&mut *tx)
            .await?;
        let Some(changed) = changed else {
            return Ok(None);
        };
        let since = RecordedAt::from_unix_micros(changed)
            .ok_or_else(|| Error::DamagedRow("the instant of a password".to_owned()))?;
        session::end_all_of(&mut tx, account, now).await?;
        audit::insert(&mut tx, event, now).await?;
        tx.commit().await?;
        Ok(Some(since))
    }

    pub(in crate::store) async fn close_account(
        &self,
        account: &AccountId,
        event: &Event,
        now: RecordedAt,
    ) -> Result<bool, Error> {
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        let closed = sqlx::query(CLOSE_ACCOUNT)
            .bind(&account.0)
            .bind(now.unix_micros())
            .execute(&mut *tx)
            .await?;
        if closed.rows_affected() != 1 {
            return Ok(false);
        }
        session::end_all_of(&mut tx, account, now).await?;
        sqlx::query(FORGET_ADDRESSES)
            .bind(&account.0)
            .execute(&mut *tx)
            .await?;
        audit::insert(&mut tx, event, now).await?;
        tx.commit().await?;
        Ok(true)
    }
}

/// Whether the account may be added beside those that are there.
async fn may_be_added(
    tx: &mut SqliteConnection,
    account: &AccountRow,
) -> Result<(), AddAccountError> {
    let person: Option<i64> = sqlx::query_scalar(SELECT_PERSON)
        .bind(&account.person.0)
        .fetch_optional(&mut *tx)
        .await?;
    if person.is_none() {
        return Err(AddAccountError::NoSuchPerson);
    }
    let taken: Option<i64> = sqlx::query_scalar(SELECT_NAME_TAKEN)
        .bind(account.name.key())
        .bind(&account.person.0)
        .fetch_optional(&mut *tx)
        .await?;
    if taken.is_some() {
        return Err(AddAccountError::NameTaken);
    }
    let roles: Vec<(String, Option<String>, Option<String>)> =
        sqlx::query_as(SELECT_ROLES_OF_PERSON)
            .bind(&account.person.0)
            .fetch_all(tx)
            .await?;
    for (name, entity, authority) in roles {
        let held = role(&name, entity.as_deref(), authority.as_deref())?;
        if held.excludes(&account.role) {
            return Err(AddAccountError::AdministratorsSignNothing);
        }
    }
    Ok(())
}

async fn insert_account(
    tx: &mut SqliteConnection,
    account: &AccountRow,
) -> Result<(), sqlx::Error> {
    let (role, entity, authority) = role_columns(&account.role);
    sqlx::query(INSERT_ACCOUNT)
        .bind(&account.id.0)
        .bind(&account.person.0)
        .bind(account.name.as_str())
        .bind(account.name.key())
        .bind(role)
        .bind(entity)
        .bind(authority)
        .bind(account.added_at.unix_micros())
        .execute(tx)
        .await?;
    Ok(())
}

/// Replaces a hash by another of the same password, unless another password was set meanwhile.
pub(super) async fn rehash(
    tx: &mut SqliteConnection,
    account: &AccountId,
    replaced: &Hashed,
    hashed: &Hashed,
) -> Result<(), sqlx::Error> {
    sqlx::query(REHASH_CREDENTIAL)
        .bind(&account.0)
        .bind(&hashed.phc)
        .bind(hashed.pepper.to_string())
        .bind(&replaced.phc)
        .execute(tx)
        .await?;
    Ok(())
}

/// Whether an actor still is what they were when they were let in: asked in the transaction of what
/// they do, so that nothing is done with an account that was closed meanwhile.
pub(super) async fn still_acts(
    tx: &mut SqliteConnection,
    actor: &Actor,
) -> Result<bool, sqlx::Error> {
    let (role, entity, authority) = role_columns(&actor.role);
    let acting: Option<i64> = sqlx::query_scalar(SELECT_ACTING)
        .bind(&actor.account.0)
        .bind(&actor.person.0)
        .bind(role)
        .bind(entity)
        .bind(authority)
        .fetch_optional(tx)
        .await?;
    Ok(acting.is_some())
}

/// An account from its columns.
pub(super) fn account_row(columns: AccountColumns) -> Result<AccountRow, Error> {
    let damaged = |what: &str| Error::DamagedRow(format!("{what} of account {}", columns.id));
    let name = columns.name.parse().map_err(|_| damaged("the name"))?;
    let role = role(
        &columns.role,
        columns.entity.as_deref(),
        columns.authority.as_deref(),
    )?;
    let instant =
        |micros| RecordedAt::from_unix_micros(micros).ok_or_else(|| damaged("an instant"));
    let added_at = instant(columns.added_at)?;
    let closed_at = columns.closed_at.map(instant).transpose()?;
    Ok(AccountRow {
        id: AccountId(columns.id),
        person: PersonId(columns.person),
        name,
        role,
        added_at,
        closed_at,
    })
}

fn with_password(both: Both) -> Result<AccountWithPassword, Error> {
    let account = account_row(both.account)?;
    let credential = both.credential;
    let damaged = || Error::DamagedRow(format!("the password of account {}", account.id.0));
    let pepper = credential.pepper.parse().map_err(|_| damaged())?;
    let origin = origin(credential.must_change, credential.expires_at).ok_or_else(damaged)?;
    let since = RecordedAt::from_unix_micros(credential.changed_at).ok_or_else(damaged)?;
    Ok(AccountWithPassword {
        account,
        password: Hashed {
            phc: credential.phc,
            pepper,
        },
        origin,
        password_since: since,
    })
}

/// Who made a password, from its columns.
pub(super) fn origin(must_change: bool, expires_at: Option<i64>) -> Option<PasswordOrigin> {
    match (must_change, expires_at) {
        (false, None) => Some(PasswordOrigin::Own),
        (true, Some(micros)) => Some(PasswordOrigin::Initial {
            expires_at: RecordedAt::from_unix_micros(micros)?,
        }),
        (false, Some(_)) | (true, None) => None,
    }
}

fn origin_columns(origin: PasswordOrigin) -> (bool, Option<i64>) {
    match origin {
        PasswordOrigin::Own => (false, None),
        PasswordOrigin::Initial { expires_at } => (true, Some(expires_at.unix_micros())),
    }
}

/// A role from its columns.
pub(super) fn role(
    name: &str,
    entity: Option<&str>,
    authority: Option<&str>,
) -> Result<Role, Error> {
    let damaged = || Error::DamagedRow(format!("an account with the role {name}"));
    match (name, entity, authority) {
        ("liaison", Some(of), None) => of.parse().map(Role::Liaison).map_err(|_| damaged()),
        ("verifier", Some(of), None) => of.parse().map(Role::Verifier).map_err(|_| damaged()),
        ("depositary_officer", None, Some(authority)) => authority
            .parse()
            .map(Role::DepositaryOfficer)
            .map_err(|_| damaged()),
        ("leader", None, None) => Ok(Role::Leader),
        ("administrator", None, None) => Ok(Role::Administrator),
        ("auditor", None, None) => Ok(Role::Auditor),
        _ => Err(damaged()),
    }
}

fn role_columns(role: &Role) -> (&'static str, Option<String>, Option<String>) {
    match role {
        Role::Liaison(of) => ("liaison", Some(of.to_string()), None),
        Role::Verifier(of) => ("verifier", Some(of.to_string()), None),
        Role::DepositaryOfficer(authority) => {
            ("depositary_officer", None, Some(authority.to_string()))
        }
        Role::Leader => ("leader", None, None),
        Role::Administrator => ("administrator", None, None),
        Role::Auditor => ("auditor", None, None),
    }
}

/// The statements that anybody can cause, for the test that each has an index.
#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[
    SELECT_PERSON,
    SELECT_NAME_TAKEN,
    SELECT_ROLES_OF_PERSON,
    SELECT_OPEN_ACCOUNT,
    SELECT_ACCOUNT,
    SELECT_ACTING,
    UPDATE_CREDENTIAL,
    REHASH_CREDENTIAL,
    CLOSE_ACCOUNT,
    FORGET_ADDRESSES,
];
