//! The days of entry into force: computed, recorded and confirmed, apart.
//!
//! The treaty determines, the engine computes, the depositary notifies (VCLT art. 77(1)(f)). A
//! difference is given its reason where the record shows one, and is resolved by nobody here: it is
//! for the States (art. 77(2)).

use serde::Serialize;

use crate::act::Act;
use crate::clause::evaluate;
use crate::clause::rule::{Clause, Persistence};
use crate::day::Day;
use crate::explanation::basis::{Article, Basis};
use crate::legal_date::LegalDate;
use crate::snapshot::{Fact, View};

/// The days of entry into force of an instrument as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dates {
    /// What follows from the acts on record.
    pub computed: Option<Computed>,
    /// What the depositary notified, in order.
    pub confirmed: Vec<Confirmed>,
    /// Why the last day confirmed is not the one computed; `None` where they agree, or where
    /// nothing is confirmed.
    pub difference: Option<Difference>,
}

/// What follows from the acts on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Computed {
    /// The day at whose end the conditions were met.
    pub met_on: Day,
    /// Whether that is only the latest possible day.
    pub at_the_latest: bool,
    /// The day of entry into force.
    pub in_force: Day,
    /// The last entry that recorded an act of the day on which the conditions were met, or the
    /// acceptance that dated it.
    pub last_act_in: Option<u64>,
    /// The rules behind it.
    pub bases: Vec<Basis>,
}

/// A day that the depositary notified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Confirmed {
    /// The day of entry into force.
    pub in_force: Day,
    /// The date of the notification.
    pub notified_on: LegalDate,
    /// The entry that recorded it.
    pub recorded_in: u64,
    /// The rule by which the depositary notifies.
    pub bases: Vec<Basis>,
}

/// A day confirmed that is not the day computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// By how many days the one confirmed is later; negative if it is earlier. `None` if no day
    /// follows from the acts on record.
    pub days: Option<i64>,
    /// The reason, as far as the record shows it.
    pub reason: Reason,
    /// Who settles it.
    pub bases: Vec<Basis>,
}

/// Why a day confirmed is not the one computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A date that counts is known only within bounds and was used at its latest, so that the
    /// conditions may have been met earlier.
    BoundedDate,
    /// By the rule in the register the conditions have to hold until entry into force, and did not;
    /// if once met were enough, the day confirmed would follow.
    Persistence,
    /// By the acts on record the conditions are not met.
    NotMet,
    /// The depositary notified another day, and nothing on record tells why.
    AnotherDay,
}

impl Dates {
    /// The days that a view knows.
    pub fn of(view: &View) -> Self {
        let computed = view.evaluation.met.as_ref().map(|met| Computed {
            met_on: met.on,
            at_the_latest: met.at_the_latest,
            in_force: met.in_force,
            last_act_in: last_act(view, met.on),
            bases: vec![
                Basis::Alternative(met.alternative),
                Basis::Article(Article::EntryIntoForce),
            ],
        });
        let confirmed: Vec<Confirmed> = view.facts.iter().filter_map(Confirmed::of).collect();
        let difference = confirmed
            .last()
            .and_then(|last| Difference::of(view, computed.as_ref(), last.in_force));
        Self {
            computed,
            confirmed,
            difference,
        }
    }
}

impl Confirmed {
    fn of(fact: &Fact) -> Option<Self> {
        match fact.act() {
            Some(Act::EntryIntoForceNotified(notified)) => Some(Self {
                in_force: notified.in_force,
                notified_on: fact.date().clone(),
                recorded_in: fact.index,
                bases: vec![Basis::Article(Article::DepositaryInforms)],
            }),
            Some(_) | None => None,
        }
    }
}

impl Difference {
    fn of(view: &View, computed: Option<&Computed>, confirmed: Day) -> Option<Self> {
        let days = computed.map(|computed| computed.in_force.days_until(confirmed));
        if days == Some(0) {
            return None;
        }
        let reason = match computed {
            _ if follows_if_once_met(view, confirmed) => Reason::Persistence,
            None => Reason::NotMet,
            Some(computed) if computed.at_the_latest && confirmed < computed.in_force => {
                Reason::BoundedDate
            }
            Some(_) => Reason::AnotherDay,
        };
        Some(Self {
            days,
            reason,
            bases: vec![Basis::Article(Article::DifferenceWithDepositary)],
        })
    }
}

/// Whether the day confirmed would follow if conditions once met could not be lost again.
fn follows_if_once_met(view: &View, confirmed: Day) -> bool {
    let clause = &view.instrument.clause;
    if clause.persistence == Persistence::OnceMet {
        return false;
    }
    let once_met = Clause {
        persistence: Persistence::OnceMet,
        ..clause.clone()
    };
    evaluate::evaluate(&once_met, &view.record, view.day)
        .ok()
        .and_then(|evaluation| evaluation.met)
        .is_some_and(|met| met.in_force == confirmed)
}

/// The last entry that recorded an act of the day on which the conditions were met, or the
/// acceptance that dated it.
fn last_act(view: &View, met_on: Day) -> Option<u64> {
    let of_participants = view
        .participants
        .values()
        .flat_map(|participant| &participant.facts);
    view.facts
        .iter()
        .chain(of_participants)
        .filter(|fact| counts(fact) && fact.date().latest() == Some(met_on))
        .map(|fact| {
            fact.receipts
                .last()
                .map_or(fact.index, |receipt| receipt.index)
        })
        .max()
}

/// Whether a clause looks at such an act.
fn counts(fact: &Fact) -> bool {
    matches!(
        fact.act(),
        Some(
            Act::ConsentExpressed(_)
                | Act::Signed(_)
                | Act::EventRecorded(_)
                | Act::ParticipantRemoved(_)
        )
    )
}
