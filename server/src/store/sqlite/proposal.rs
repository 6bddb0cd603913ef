//! Proposals: drafts, their versions, sign-offs, and the keys of their entries.

use std::collections::BTreeSet;

use domain::canonical;
use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::register::RecordedAt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::{Connection as _, SqliteConnection};

use super::account::still_acts;
use super::read::digest;
use super::{BEGIN_IMMEDIATE, Sqlite, audit};
use crate::account::{AccountId, PersonId};
use crate::proposal::{Proposal, ProposalId, Recorded, Returned, Side, State};
use crate::store::Error;
use crate::store::head::to_sql;
use crate::store::proposal::{
    By, Change, ChangeError, Closing, LONGEST_LIST, NewFile, NewProposal, NewVersion, What,
};

/// Proposals in their current version.
macro_rules! select_proposals {
    ($which:literal) => {
        concat!(
            "SELECT id, proposal.version, state, instrument, participant, occasion, author, author_office, \
             created_at, updated_at, returned_reason, returned_by, returned_at, published_idx, \
             fields, statement, hash \
             FROM proposal JOIN proposal_version \
             ON proposal_version.proposal = proposal.id AND proposal_version.version = proposal.version ",
            $which
        )
    };
}

const SELECT_PROPOSAL: &str = select_proposals!("WHERE id = $1");

const SELECT_OF_SIDE: &str =
    select_proposals!("WHERE side = $1 ORDER BY updated_at DESC, id LIMIT $2");

const SELECT_OPEN: &str = select_proposals!(
    "WHERE state IN ('submitted', 'countersigned') AND (updated_at, id) > ($1, $2) \
     ORDER BY updated_at, id LIMIT $3"
);

const COUNT_OPEN_OF_SIDE: &str = "SELECT count(*) FROM proposal WHERE side = $1 \
     AND state IN ('draft', 'returned', 'submitted', 'countersigned')";

const SELECT_SIGN_OFFS: &str = "SELECT step, office, account, person, at, digest FROM sign_off \
     WHERE proposal = $1 AND version = $2 ORDER BY step, at";

const SELECT_WRITERS: &str = "SELECT DISTINCT person FROM proposal_version WHERE proposal = $1";

const INSERT_PROPOSAL: &str = "INSERT INTO proposal \
     (id, version, state, instrument, participant, occasion, author, author_office, side, created_at, updated_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

const INSERT_VERSION: &str = "INSERT INTO proposal_version \
     (proposal, version, fields, statement, hash, account, person, at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

const INSERT_SIGN_OFF: &str = "INSERT INTO sign_off \
     (proposal, version, step, office, account, person, at, digest) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// The trigger that speaks before the unique index `sign_off_person_key`.
const SIGN_OFF_ONCE: &str = "sign_off_once";

const INSERT_KEY: &str = "INSERT INTO entry_key (proposal, key) VALUES ($1, $2)";

const MOVE_PROPOSAL: &str = "UPDATE proposal SET state = $1, version = $2, updated_at = $3 \
     WHERE id = $4 AND version = $5 AND state = $6";

const RETURN_PROPOSAL: &str = "UPDATE proposal SET state = $1, version = $2, updated_at = $3, \
     returned_reason = $7, returned_by = $8, returned_at = $3 \
     WHERE id = $4 AND version = $5 AND state = $6";

const CLOSE_PROPOSAL: &str = "UPDATE proposal SET state = 'published', published_idx = $1, updated_at = $2 \
     WHERE id = $3 AND version = $4 AND state = $5";

const NUMBER_KEY: &str =
    "UPDATE entry_key SET entry_idx = $1 WHERE proposal = $2 AND entry_idx IS NULL";

const SELECT_KEY: &str = "SELECT key FROM entry_key WHERE proposal = $1";

const SELECT_UNMOVED: &str = "SELECT 1 FROM proposal WHERE id = $1 AND version = $2 AND state = $3";

const INSERT_ATTACHMENT: &str = "INSERT INTO attachment (proposal, hash, bytes, account, at) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (proposal, hash) DO NOTHING";

const SELECT_ATTACHMENT: &str = "SELECT bytes FROM attachment WHERE proposal = $1 AND hash = $2";

const SELECT_LIAISON: &str = "SELECT id FROM account \
     WHERE role = 'liaison' AND entity = $1 AND closed_at IS NULL LIMIT 1";

/// The statements that read or change rows which are there: each must have an index.
#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[
    SELECT_PROPOSAL,
    SELECT_OF_SIDE,
    SELECT_OPEN,
    COUNT_OPEN_OF_SIDE,
    SELECT_SIGN_OFFS,
    SELECT_WRITERS,
    MOVE_PROPOSAL,
    RETURN_PROPOSAL,
    CLOSE_PROPOSAL,
    NUMBER_KEY,
    SELECT_KEY,
    SELECT_UNMOVED,
    SELECT_ATTACHMENT,
    SELECT_LIAISON,
];

/// A proposal as SQLite gives it.
#[derive(sqlx::FromRow)]
struct ProposalRow {
    id: String,
    version: i64,
    state: String,
    instrument: String,
    participant: Option<String>,
    occasion: String,
    author: String,
    author_office: String,
    created_at: i64,
    updated_at: i64,
    returned_reason: Option<String>,
    returned_by: Option<String>,
    returned_at: Option<i64>,
    published_idx: Option<i64>,
    fields: String,
    statement: Option<Vec<u8>>,
    hash: Option<Vec<u8>>,
}

/// A sign-off as SQLite gives it.
#[derive(sqlx::FromRow)]
struct SignOffRow {
    step: i64,
    office: String,
    account: String,
    person: String,
    at: i64,
    digest: Vec<u8>,
}

impl Sqlite {
    /// Writes a proposal that is begun.
    pub(in crate::store) async fn begin_proposal(
        &self,
        new: NewProposal<'_>,
    ) -> Result<(), ChangeError> {
        let NewProposal {
            proposal,
            version,
            key,
            by,
        } = new;
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        acts(&mut tx, &by, proposal.created_at).await?;
        sqlx::query(INSERT_PROPOSAL)
            .bind(&proposal.id.0)
            .bind(i64::from(proposal.version))
            .bind(proposal.state.as_str())
            .bind(proposal.instrument.as_str())
            .bind(proposal.participant.as_ref().map(EntityCode::as_str))
            .bind(json(&proposal.occasion)?)
            .bind(&proposal.author.0)
            .bind(json(&proposal.author_office)?)
            .bind(json(&Side::of(&proposal.author_office))?)
            .bind(proposal.created_at.unix_micros())
            .bind(proposal.updated_at.unix_micros())
            .execute(&mut *tx)
            .await?;
        let (id, at) = (&proposal.id, proposal.created_at);
        insert_version(&mut tx, id, proposal.version, &version, at).await?;
        sqlx::query(INSERT_KEY)
            .bind(&proposal.id.0)
            .bind(key.as_slice())
            .execute(&mut *tx)
            .await?;
        tx.commit().await.map_err(ChangeError::Unknown)
    }

    /// A proposal in its current version.
    pub(in crate::store) async fn proposal(
        &self,
        id: &ProposalId,
    ) -> Result<Option<Proposal>, Error> {
        let mut reader = self.readers.acquire().await?;
        // One transaction: the row and its sign-offs are of one moment.
        let mut tx = reader.begin().await?;
        let row: Option<ProposalRow> = sqlx::query_as(SELECT_PROPOSAL)
            .bind(&id.0)
            .fetch_optional(&mut *tx)
            .await?;
        match row {
            None => Ok(None),
            Some(row) => Ok(Some(whole(&mut tx, row).await?)),
        }
    }

    /// The proposals that a side has begun.
    pub(in crate::store) async fn proposals_of(&self, side: &Side) -> Result<Vec<Proposal>, Error> {
        let mut reader = self.readers.acquire().await?;
        let mut tx = reader.begin().await?;
        let rows: Vec<ProposalRow> = sqlx::query_as(SELECT_OF_SIDE)
            .bind(json(side)?)
            .bind(i64::from(LONGEST_LIST))
            .fetch_all(&mut *tx)
            .await?;
        all(&mut tx, rows).await
    }

    /// How many proposals of a side are not over.
    pub(in crate::store) async fn open_of_side(&self, side: &Side) -> Result<u64, Error> {
        let open: i64 = sqlx::query_scalar(COUNT_OPEN_OF_SIDE)
            .bind(json(side)?)
            .fetch_one(&self.readers)
            .await?;
        Ok(u64::try_from(open).unwrap_or_default())
    }

    /// The proposals that wait for sign-offs, after this one.
    pub(in crate::store) async fn open_proposals(
        &self,
        after: Option<&Proposal>,
    ) -> Result<Vec<Proposal>, Error> {
        let mut reader = self.readers.acquire().await?;
        let mut tx = reader.begin().await?;
        let rows: Vec<ProposalRow> = sqlx::query_as(SELECT_OPEN)
            .bind(after.map_or(i64::MIN, |last| last.updated_at.unix_micros()))
            .bind(after.map_or("", |last| last.id.0.as_str()))
            .bind(i64::from(LONGEST_LIST))
            .fetch_all(&mut *tx)
            .await?;
        all(&mut tx, rows).await
    }

    /// Changes a proposal that is still as it was decided on.
    pub(in crate::store) async fn change_proposal(
        &self,
        change: Change,
    ) -> Result<(), ChangeError> {
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        acts(&mut tx, &change.by, change.at).await?;
        let next = match change.what {
            What::Edit(_) => change.version.saturating_add(1),
            What::Sign(_) | What::SendBack(_) | What::Nothing => change.version,
        };
        let moves = match &change.what {
            What::SendBack(_) => RETURN_PROPOSAL,
            What::Edit(_) | What::Sign(_) | What::Nothing => MOVE_PROPOSAL,
        };
        let mut moves = sqlx::query(moves)
            .bind(change.to.as_str())
            .bind(i64::from(next))
            .bind(change.at.unix_micros())
            .bind(&change.id.0)
            .bind(i64::from(change.version))
            .bind(change.from.as_str());
        if let What::SendBack(returned) = &change.what {
            moves = moves
                .bind(json(&returned.reason)?)
                .bind(json(&returned.office)?);
        }
        must_move(moves.execute(&mut *tx).await?.rows_affected())?;
        match &change.what {
            What::Edit(version) => {
                insert_version(&mut tx, &change.id, next, version, change.at).await?;
            }
            What::Sign(sign_off) => {
                insert_sign_off(&mut tx, &change.id, change.version, sign_off).await?;
            }
            What::SendBack(_) | What::Nothing => {}
        }
        tx.commit().await.map_err(ChangeError::Unknown)
    }

    /// The key of the pseudonyms in a proposal's entry.
    pub(in crate::store) async fn entry_key(
        &self,
        id: &ProposalId,
    ) -> Result<Option<[u8; 32]>, Error> {
        let key: Option<Option<Vec<u8>>> = sqlx::query_scalar(SELECT_KEY)
            .bind(&id.0)
            .fetch_optional(&self.readers)
            .await?;
        key.flatten()
            .map(|key| {
                <[u8; 32]>::try_from(key.as_slice())
                    .map_err(|_| Error::DamagedRow("the key of an entry".to_owned()))
            })
            .transpose()
    }

    /// Keeps a file beside a proposal.
    pub(in crate::store) async fn attach(&self, new: NewFile<'_>) -> Result<Digest, ChangeError> {
        let hash = Digest::of(new.bytes);
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        acts(&mut tx, &new.by, new.at).await?;
        let unmoved: Option<i64> = sqlx::query_scalar(SELECT_UNMOVED)
            .bind(&new.id.0)
            .bind(i64::from(new.version))
            .bind(new.from.as_str())
            .fetch_optional(&mut *tx)
            .await?;
        unmoved.ok_or(ChangeError::Moved)?;
        let kept = sqlx::query(INSERT_ATTACHMENT)
            .bind(&new.id.0)
            .bind(hash.as_bytes().as_slice())
            .bind(new.bytes)
            .bind(&new.by.actor.account.0)
            .bind(new.at.unix_micros())
            .execute(&mut *tx)
            .await?;
        if kept.rows_affected() == 0 {
            // It is there already: nothing is done, so there is nothing to tell of.
            return Ok(hash);
        }
        tx.commit().await.map_err(ChangeError::Unknown)?;
        Ok(hash)
    }

    /// A file kept beside a proposal.
    pub(in crate::store) async fn attachment(
        &self,
        id: &ProposalId,
        hash: &Digest,
    ) -> Result<Option<Vec<u8>>, Error> {
        Ok(sqlx::query_scalar(SELECT_ATTACHMENT)
            .bind(&id.0)
            .bind(hash.as_bytes().as_slice())
            .fetch_optional(&self.readers)
            .await?)
    }

    /// Whether a participant has a liaison officer here.
    pub(in crate::store) async fn has_liaison(&self, code: EntityCode) -> Result<bool, Error> {
        let liaison: Option<String> = sqlx::query_scalar(SELECT_LIAISON)
            .bind(code.as_str())
            .fetch_optional(&self.readers)
            .await?;
        Ok(liaison.is_some())
    }
}

/// Closes the proposal of a publication whose entry will have this index, with its last sign-off.
pub(super) async fn close(
    tx: &mut SqliteConnection,
    closing: &Closing,
    index: u64,
) -> Result<(), ChangeError> {
    acts(tx, &closing.by, closing.sign_off.at).await?;
    let moved = sqlx::query(CLOSE_PROPOSAL)
        .bind(to_sql(index))
        .bind(closing.sign_off.at.unix_micros())
        .bind(&closing.id.0)
        .bind(i64::from(closing.version))
        .bind(closing.from.as_str())
        .execute(&mut *tx)
        .await?;
    must_move(moved.rows_affected())?;
    insert_sign_off(tx, &closing.id, closing.version, &closing.sign_off).await?;
    let numbered = sqlx::query(NUMBER_KEY)
        .bind(to_sql(index))
        .bind(&closing.id.0)
        .execute(tx)
        .await?;
    must_move(numbered.rows_affected())
}

/// Whoever writes still may, and the audit trail tells of it: the beginning of every transaction that
/// writes. What is told goes with the transaction if nothing comes of it.
async fn acts(tx: &mut SqliteConnection, by: &By, at: RecordedAt) -> Result<(), ChangeError> {
    if !still_acts(tx, &by.actor).await? {
        return Err(ChangeError::AccountClosed);
    }
    for event in &by.events {
        audit::insert(tx, event, at).await?;
    }
    Ok(())
}

/// A change is of one proposal that is as it was decided on, or it is not made.
fn must_move(rows: u64) -> Result<(), ChangeError> {
    if rows == 1 {
        Ok(())
    } else {
        Err(ChangeError::Moved)
    }
}

async fn insert_version(
    tx: &mut SqliteConnection,
    id: &ProposalId,
    number: u32,
    version: &NewVersion,
    at: RecordedAt,
) -> Result<(), ChangeError> {
    let statement = version.statement.as_ref();
    sqlx::query(INSERT_VERSION)
        .bind(&id.0)
        .bind(i64::from(number))
        .bind(&version.fields)
        .bind(statement.map(|(bytes, _)| bytes.as_slice()))
        .bind(statement.map(|(_, hash)| hash.as_bytes().as_slice()))
        .bind(&version.account.0)
        .bind(&version.person.0)
        .bind(at.unix_micros())
        .execute(tx)
        .await?;
    Ok(())
}

async fn insert_sign_off(
    tx: &mut SqliteConnection,
    id: &ProposalId,
    version: u32,
    sign_off: &Recorded,
) -> Result<(), ChangeError> {
    let inserted = sqlx::query(INSERT_SIGN_OFF)
        .bind(&id.0)
        .bind(i64::from(version))
        .bind(i64::from(sign_off.step))
        .bind(json(&sign_off.office)?)
        .bind(&sign_off.account.0)
        .bind(&sign_off.person.0)
        .bind(sign_off.at.unix_micros())
        .bind(sign_off.digest.as_bytes().as_slice())
        .execute(tx)
        .await;
    match inserted {
        Ok(_) => Ok(()),
        Err(error) if is_of(&error, SIGN_OFF_ONCE) => Err(ChangeError::SignedAlready),
        Err(error) => Err(error.into()),
    }
}

/// Whether the database refused by this constraint or trigger.
fn is_of(error: &sqlx::Error, name: &str) -> bool {
    error
        .as_database_error()
        .is_some_and(|error| error.message().starts_with(name))
}

/// The proposals of these rows, each with its sign-offs. A desk has tens of them.
async fn all(
    connection: &mut SqliteConnection,
    rows: Vec<ProposalRow>,
) -> Result<Vec<Proposal>, Error> {
    let mut proposals = Vec::with_capacity(rows.len());
    for row in rows {
        proposals.push(whole(connection, row).await?);
    }
    Ok(proposals)
}

/// The proposal of this row, with its sign-offs and writers.
async fn whole(connection: &mut SqliteConnection, row: ProposalRow) -> Result<Proposal, Error> {
    let sign_offs: Vec<SignOffRow> = sqlx::query_as(SELECT_SIGN_OFFS)
        .bind(&row.id)
        .bind(row.version)
        .fetch_all(&mut *connection)
        .await?;
    let writers: Vec<String> = sqlx::query_scalar(SELECT_WRITERS)
        .bind(&row.id)
        .fetch_all(connection)
        .await?;
    let sign_offs = sign_offs
        .into_iter()
        .map(recorded)
        .collect::<Result<_, _>>()?;
    let writers = writers.into_iter().map(PersonId).collect();
    proposal(row, sign_offs, writers)
}

fn proposal(
    row: ProposalRow,
    sign_offs: Vec<Recorded>,
    writers: BTreeSet<PersonId>,
) -> Result<Proposal, Error> {
    let damaged = |what: &str| Error::DamagedRow(format!("{what} of proposal {}", row.id));
    let hash = row
        .hash
        .as_deref()
        .map(|hash| digest(hash, "the hash of a statement"))
        .transpose()?;
    let statement = match (&row.statement, hash) {
        (None, None) => None,
        (Some(bytes), Some(hash)) if Digest::of(bytes) == hash => {
            Some(canonical::decode(bytes).map_err(|_| damaged("the statement"))?)
        }
        (Some(_) | None, _) => return Err(damaged("the statement")),
    };
    let returned = match (&row.returned_reason, &row.returned_by, row.returned_at) {
        (Some(reason), Some(office), Some(at)) => Some(Returned {
            reason: from_json(reason)?,
            office: from_json(office)?,
            at: instant(at)?,
        }),
        (_, _, _) => None,
    };
    let published = row.published_idx.map(u64::try_from).transpose();
    Ok(Proposal {
        version: u32::try_from(row.version).map_err(|_| damaged("the version"))?,
        instrument: row
            .instrument
            .parse()
            .map_err(|_| damaged("the instrument"))?,
        participant: row
            .participant
            .as_deref()
            .map(str::parse)
            .transpose()
            .map_err(|_| damaged("the participant"))?,
        occasion: from_json(&row.occasion)?,
        state: State::named(&row.state).ok_or_else(|| damaged("the state"))?,
        fields: from_json(&row.fields)?,
        statement,
        hash,
        author_office: from_json(&row.author_office)?,
        writers,
        created_at: instant(row.created_at)?,
        updated_at: instant(row.updated_at)?,
        sign_offs,
        returned,
        published: published.map_err(|_| damaged("the index"))?,
        author: AccountId(row.author),
        id: ProposalId(row.id),
    })
}

fn recorded(row: SignOffRow) -> Result<Recorded, Error> {
    Ok(Recorded {
        step: u32::try_from(row.step)
            .map_err(|_| Error::DamagedRow("the step of a sign-off".to_owned()))?,
        office: from_json(&row.office)?,
        account: AccountId(row.account),
        person: PersonId(row.person),
        at: instant(row.at)?,
        digest: digest(&row.digest, "the digest of a sign-off")?,
    })
}

fn instant(micros: i64) -> Result<RecordedAt, Error> {
    RecordedAt::from_unix_micros(micros)
        .ok_or_else(|| Error::DamagedRow(format!("an instant of {micros} µs after 1970")))
}

/// A small value in a column of text.
fn json<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::DamagedRow(error.to_string()))
}

fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::DamagedRow(error.to_string()))
}
