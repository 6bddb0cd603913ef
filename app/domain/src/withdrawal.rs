//! What a withdrawal today would change: before entry into force perhaps everything, afterwards only
//! that State's own place (VCLT art. 55).

use serde::Serialize;

use crate::clause::evaluate::{self, Met};
use crate::clause::own_effect::OwnEffect;
use crate::clause::record::{Consent, Record};
use crate::clause::smallest_sets::{self, ToGo};
use crate::clause::threshold::{self, Threshold};
use crate::day::{Day, DayError};
use crate::entity::EntityCode;
use crate::exit::{self, Exit, Notice};
use crate::instrument::Instrument;

/// What a notice of withdrawal given today would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WithdrawalToday {
    /// How the State can leave. A notice that cannot be given today changes nothing.
    pub exit: Exit,
    /// What would become of entry into force.
    pub change: Change,
}

/// What would become of entry into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Nothing: the State is not bound, has left or given notice already, or cannot give notice today.
    Nothing,
    /// The clause is not met yet, and more would be lacking, or as much as before.
    ToGo {
        /// What it lacks.
        before: ToGo,
        /// What it would lack.
        after: ToGo,
    },
    /// The conditions would be unmet again: the day of entry into force would be gone.
    Unmet {
        /// When they were met.
        was: Met,
        /// What they would lack.
        to_go: ToGo,
    },
    /// They would count as met on another day.
    Moved {
        /// When they were met.
        was: Met,
        /// When they would have been.
        becomes: Met,
    },
    /// The treaty enters into force, or stays in force, without that State.
    OnlyThisState {
        /// The first day on which it is no longer bound.
        leaves: Day,
        /// Whether those who remain would still meet the conditions. If they do not, the treaty is
        /// not ended by that reason alone (art. 55).
        threshold: Threshold,
    },
}

/// What is on record of the State that would withdraw.
#[derive(Debug, Clone, Copy)]
pub struct Own<'a> {
    /// Its consents, each with its effect.
    pub consents: &'a [(Consent, Option<OwnEffect>)],
    /// Its notices of withdrawal.
    pub notices: &'a [Notice],
}

/// What a notice by this State, given on `day`, would change.
///
/// # Errors
/// [`DayError`] if a day would lie after the year 9999.
pub fn today(
    instrument: &Instrument,
    record: &Record,
    code: EntityCode,
    own: &Own<'_>,
    day: Day,
) -> Result<WithdrawalToday, DayError> {
    let clause = &instrument.clause;
    let exit = exit::exit(&instrument.exit, own.consents, own.notices, day)?;
    let leaves = match exit {
        Exit::BeforeEntryIntoForce { leaves } | Exit::OnlyIfImplied { leaves } => leaves,
        Exit::ByNotice { notice, leaves, .. } if notice == day => leaves,
        Exit::ByNotice { .. } | Exit::NotBound | Exit::NoticeGiven { .. } | Exit::Left { .. } => {
            return Ok(WithdrawalToday {
                exit,
                change: Change::Nothing,
            });
        }
    };
    let without = without(record, code, leaves);
    let before = evaluate::evaluate(clause, record, day)?.met;
    let after = evaluate::evaluate(clause, &without, day.max(leaves))?.met;
    let change = match (before, after) {
        (None, _) => Change::ToGo {
            before: smallest_sets::to_go(clause, record, day),
            after: smallest_sets::to_go(clause, &without, day),
        },
        (Some(was), None) => Change::Unmet {
            was,
            to_go: smallest_sets::to_go(clause, &without, day),
        },
        (Some(was), Some(becomes)) if was != becomes => Change::Moved { was, becomes },
        (Some(was), Some(_)) => Change::OnlyThisState {
            leaves,
            threshold: threshold::threshold(clause, &without, Some(&was), leaves.max(day)),
        },
    };
    Ok(WithdrawalToday { exit, change })
}

/// The record with the State's consent ended on that day.
fn without(record: &Record, code: EntityCode, leaves: Day) -> Record {
    let mut without = record.clone();
    if let Some(participation) = without.participants.get_mut(&code) {
        participation
            .consents
            .retain(|consent| consent.begin < leaves);
        for consent in &mut participation.consents {
            consent.end = Some(consent.end.map_or(leaves, |end| end.min(leaves)));
        }
    }
    without
}
