//! Reservations: what each other State has answered, until when it can, and what follows for the
//! consent of the State that made them (VCLT art. 19 to 23).
//!
//! The acts are in [`acts`], the window and the answer of one State in [`answer`], what follows for the
//! consent in [`effect`].

pub mod acts;
pub mod answer;
pub mod effect;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::clause::record::Consent;
use crate::day::{Day, DayError};
use crate::entity::EntityCode;
use crate::instrument::{ReservationRegime, Reservations};
use crate::name::Key;
use crate::reservation::acts::{Formulated, ReservationActs};
use crate::reservation::answer::Answer;
use crate::reservation::effect::ConsentWithReservation;

/// A State with what bears on reservations: its own acts, and its consents as they were given.
#[derive(Debug, Clone, Copy)]
pub struct ReservingState<'a> {
    /// Its acts.
    pub acts: &'a ReservationActs,
    /// Its consents, in the order in which they began.
    pub consents: &'a [Consent],
}

/// A reservation at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reservation {
    /// Whose.
    pub of: EntityCode,
    /// Its key.
    pub reservation: Key,
    /// The articles it concerns; none if it does not say.
    pub articles: Vec<Key>,
    /// The day on which it counts as made, at the latest; `None` if it has no date.
    pub made: Option<Day>,
    /// Whether that day is exact.
    pub exact: bool,
    /// Whether every answer has an exact day as well, so that the day of acceptance is exact.
    pub answers_exact: bool,
    /// Whether the instrument permits it, and what it needs.
    pub permission: Permission,
    /// What is out of order.
    pub findings: Vec<Finding>,
    /// The day on which it was withdrawn (art. 22(1)).
    pub withdrawn: Option<Day>,
    /// The other States, each with its answer. Where no acceptance is needed, or none can help, only
    /// those who answered.
    pub answers: BTreeMap<EntityCode, Answer>,
    /// The day of the consent that it qualifies, if that was given.
    pub qualifies: Option<Day>,
    /// What follows for that consent.
    pub consent: ConsentWithReservation,
}

/// Whether an instrument permits a reservation, and what it needs to take effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// The instrument permits none (art. 19(a)).
    Prohibited,
    /// It permits only others (art. 19(b)).
    NotAmongThoseNamed,
    /// It permits this one expressly: no acceptance is needed (art. 20(1)).
    Authorised,
    /// All have to accept it (art. 20(2)).
    NeedsAll,
    /// Each State answers for itself; one acceptance makes the consent effective (art. 20(4)).
    NeedsOne,
    /// The instrument is silent, so that art. 20(4) applies.
    NotStated,
}

/// Something that is out of order in a reservation. Nothing is resolved by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// It is not permitted (art. 19(a), (b)). Whether the consent stands without it is for the States
    /// to say; it is shown as given.
    NotPermitted,
    /// It was made before the consent and not confirmed with it (art. 23(2)): no reservation was made.
    NotConfirmed,
    /// It was made after the consent; art. 19 knows none such.
    MadeAfterConsent,
    /// Its date is unknown: no period can be computed.
    DateUnknown,
}

impl Permission {
    /// What a regime says of one reservation.
    pub fn of(regime: &Reservations, reservation: &Key) -> Self {
        match regime {
            Reservations::Prohibited => Self::Prohibited,
            Reservations::Only(named) if named.contains(reservation) => Self::Authorised,
            Reservations::Only(_) => Self::NotAmongThoseNamed,
            Reservations::AcceptedByAll => Self::NeedsAll,
            Reservations::AcceptedByEach => Self::NeedsOne,
            Reservations::NotStated => Self::NotStated,
        }
    }

    /// Whether the instrument forbids it.
    pub fn is_forbidden(self) -> bool {
        matches!(self, Self::Prohibited | Self::NotAmongThoseNamed)
    }

    /// Whether it takes effect by the acceptance of others, so that their silence tells (art. 20(5)).
    pub fn needs_acceptance(self) -> bool {
        matches!(self, Self::NeedsAll | Self::NeedsOne | Self::NotStated)
    }
}

/// Every reservation on record at the end of `day`, in the order of States and keys.
///
/// `states` holds everybody who takes part, with acts that had happened by then.
///
/// # Errors
/// [`DayError`] if a period would end after the year 9999.
pub fn reservations(
    regime: &ReservationRegime,
    states: &BTreeMap<EntityCode, ReservingState<'_>>,
    day: Day,
) -> Result<Vec<Reservation>, DayError> {
    let mut all = Vec::new();
    for (of, state) in states {
        for made in state.acts.last_of_each() {
            all.push(one(regime, states, *of, *state, made, day)?);
        }
    }
    Ok(all)
}

fn one(
    regime: &ReservationRegime,
    states: &BTreeMap<EntityCode, ReservingState<'_>>,
    of: EntityCode,
    state: ReservingState<'_>,
    made: &Formulated,
    day: Day,
) -> Result<Reservation, DayError> {
    let key = &made.reservation;
    let permission = Permission::of(&regime.permitted, key);
    let qualified = qualified_consent(state.consents, made);
    let mut findings = Vec::new();
    if permission.is_forbidden() {
        findings.push(Finding::NotPermitted);
    }
    match (made.at, qualified) {
        (None, _) => findings.push(Finding::DateUnknown),
        (Some(at), Some(consent)) if at.day < consent.begin => {
            findings.push(Finding::NotConfirmed);
        }
        (Some(at), Some(consent)) if consent.begin < at.day => {
            findings.push(Finding::MadeAfterConsent);
        }
        (Some(_), _) => {}
    }
    let withdrawn = state.acts.withdrawn_on(made);
    let mut answers = BTreeMap::new();
    for (other, by) in states.iter().filter(|(other, _)| **other != of) {
        let notice = state.acts.notice(made, *other);
        let answer = answer::answer(of, key, notice, *by, day)?;
        if permission.needs_acceptance() || answer.was_given() {
            answers.insert(*other, answer);
        }
    }
    let consent = effect::of_consent(
        &effect::Question {
            permission,
            findings: &findings,
            consent: qualified,
            withdrawn,
        },
        &answers,
        states,
        day,
    );
    Ok(Reservation {
        of,
        reservation: key.clone(),
        articles: made.articles.clone(),
        made: made.at.map(|at| at.day),
        exact: made.exact,
        answers_exact: states
            .values()
            .flat_map(|state| &state.acts.said)
            .filter(|said| said.of == of && said.reservation == *key)
            .all(|said| said.exact),
        permission,
        findings,
        withdrawn,
        answers,
        qualifies: qualified.map(|consent| consent.begin),
        consent,
    })
}

/// The consent that a reservation qualifies: the first one that had not ended when it was made.
fn qualified_consent(consents: &[Consent], made: &Formulated) -> Option<Consent> {
    let Some(at) = made.at else {
        return consents.last().copied();
    };
    consents
        .iter()
        .copied()
        .find(|consent| consent.end.is_none_or(|end| at.day < end))
}
