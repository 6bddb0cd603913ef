//! What a reservation does to the consent that contains it (VCLT art. 20(2), 20(4)(c)).

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::clause::record::Consent;
use crate::day::Day;
use crate::entity::EntityCode;
use crate::instrument::PendingReservation;
use crate::reservation::answer::{Answer, AnswerState};
use crate::reservation::{Finding, Permission, Reservation, ReservingState};

/// A consent that contains a reservation, at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentWithReservation {
    /// The State has not consented.
    NotGiven,
    /// The consent is effective: the State is a contracting State.
    Effective {
        /// Since this day.
        since: Day,
        /// Why.
        ground: Ground,
    },
    /// It waits to be accepted.
    Pending {
        /// The day on which it is, if nobody who can still object does; `None` if silence is not enough.
        if_silent: Option<Day>,
        /// Who keeps it waiting by an objection: with acceptance by all, any one of them does.
        objected: BTreeSet<EntityCode>,
    },
    /// The reservation is not permitted: what becomes of the consent is for the States to say.
    NotResolved,
}

/// Why a consent is effective although it came with a reservation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The instrument permits the reservation expressly (art. 20(1)).
    Authorised,
    /// These contracting States accepted it first (art. 20(4)(c)).
    AcceptedBy(BTreeSet<EntityCode>),
    /// All contracting States accepted it (art. 20(2)).
    AcceptedByAll,
    /// It was withdrawn (art. 22(1)).
    ReservationWithdrawn,
    /// It was made before the consent and not confirmed (art. 23(2)).
    NotConfirmed,
    /// It was made after the consent had taken effect.
    ConsentCameFirst,
}

/// What is asked about one reservation.
pub(super) struct Question<'a> {
    pub permission: Permission,
    pub findings: &'a [Finding],
    /// The consent that it qualifies.
    pub consent: Option<Consent>,
    pub withdrawn: Option<Day>,
}

/// What follows from the answers for the consent.
pub(super) fn of_consent(
    question: &Question<'_>,
    answers: &BTreeMap<EntityCode, Answer>,
    states: &BTreeMap<EntityCode, ReservingState<'_>>,
    day: Day,
) -> ConsentWithReservation {
    let Some(consent) = question.consent.filter(|consent| consent.begin <= day) else {
        return ConsentWithReservation::NotGiven;
    };
    let at_once = |ground| ConsentWithReservation::Effective {
        since: consent.begin,
        ground,
    };
    let found = |finding| question.findings.contains(&finding);
    if found(Finding::NotConfirmed) {
        return at_once(Ground::NotConfirmed);
    }
    if found(Finding::MadeAfterConsent) {
        return at_once(Ground::ConsentCameFirst);
    }
    let accepted = match question.permission {
        Permission::Prohibited | Permission::NotAmongThoseNamed => {
            if question.withdrawn.is_some() {
                None
            } else {
                return ConsentWithReservation::NotResolved;
            }
        }
        Permission::Authorised => return at_once(Ground::Authorised),
        Permission::NeedsAll => by_all(consent, answers, states, day),
        Permission::NeedsOne | Permission::NotStated => by_one(consent, answers, states, day),
    };
    let withdrawn = question.withdrawn.map(|on| on.max(consent.begin));
    match (accepted, withdrawn) {
        (Some((since, ground)), None) => ConsentWithReservation::Effective { since, ground },
        (Some((since, ground)), Some(withdrawn)) if since <= withdrawn => {
            ConsentWithReservation::Effective { since, ground }
        }
        (_, Some(since)) => ConsentWithReservation::Effective {
            since,
            ground: Ground::ReservationWithdrawn,
        },
        (None, None) => pending(question.permission, answers),
    }
}

/// The contracting States that answer, each with the day from which its answer counts: not before
/// its own consent.
///
/// A State whose own consent waits for acceptance answers as well. Otherwise two States with
/// reservations would wait for each other for ever.
fn contracting<'a>(
    answers: &'a BTreeMap<EntityCode, Answer>,
    states: &'a BTreeMap<EntityCode, ReservingState<'_>>,
    day: Day,
) -> impl Iterator<Item = (EntityCode, &'a Answer, Consent)> {
    answers.iter().filter_map(move |(code, answer)| {
        let consents = states.get(code)?.consents;
        let since = answer.accepted_since().unwrap_or(day);
        let consent = consents.iter().copied().find(|consent| {
            consent.begin <= day && consent.end.is_none_or(|end| since.max(consent.begin) < end)
        })?;
        Some((*code, answer, consent))
    })
}

/// The first acceptance by another contracting State (art. 20(4)(c)).
fn by_one(
    consent: Consent,
    answers: &BTreeMap<EntityCode, Answer>,
    states: &BTreeMap<EntityCode, ReservingState<'_>>,
    day: Day,
) -> Option<(Day, Ground)> {
    let mut first: Option<(Day, BTreeSet<EntityCode>)> = None;
    for (code, answer, own) in contracting(answers, states, day) {
        let Some(accepted) = answer.accepted_since() else {
            continue;
        };
        let since = accepted.max(own.begin).max(consent.begin);
        match &mut first {
            Some((on, by)) if *on == since => {
                by.insert(code);
            }
            Some((on, _)) if *on < since => {}
            Some(_) | None => first = Some((since, BTreeSet::from([code]))),
        }
    }
    first.map(|(since, by)| (since, Ground::AcceptedBy(by)))
}

/// Acceptance by all contracting States (art. 20(2)): effective on the first day at whose end there
/// is another contracting State and each of them has accepted. Who joins later joins a treaty with the
/// reservation in it.
fn by_all(
    consent: Consent,
    answers: &BTreeMap<EntityCode, Answer>,
    states: &BTreeMap<EntityCode, ReservingState<'_>>,
    day: Day,
) -> Option<(Day, Ground)> {
    let mut days = BTreeSet::from([consent.begin]);
    for (code, answer) in answers {
        days.extend(answer.accepted_since());
        let consents = states.get(code).map_or(&[][..], |state| state.consents);
        days.extend(consents.iter().map(|consent| consent.begin));
        days.extend(consents.iter().filter_map(|consent| consent.end));
    }
    let accepted_by_all_on = |on: Day| {
        let mut contracting = answers
            .iter()
            .filter(|(code, _)| {
                let consents = states.get(code).map_or(&[][..], |state| state.consents);
                consents.iter().any(|consent| consent.holds(on))
            })
            .peekable();
        contracting.peek().is_some()
            && contracting
                .all(|(_, answer)| answer.accepted_since().is_some_and(|since| since <= on))
    };
    days.into_iter()
        .filter(|on| consent.begin <= *on && *on <= day)
        .find(|on| accepted_by_all_on(*on))
        .map(|on| (on, Ground::AcceptedByAll))
}

fn pending(
    permission: Permission,
    answers: &BTreeMap<EntityCode, Answer>,
) -> ConsentWithReservation {
    let objected: BTreeSet<EntityCode> = answers
        .iter()
        .filter(|(_, answer)| matches!(answer.state, AnswerState::Objected { .. }))
        .map(|(code, _)| *code)
        .collect();
    let silent = || answers.values().filter_map(Answer::accepted_if_silent);
    let if_silent = match permission {
        Permission::NeedsAll if objected.is_empty() => silent().max(),
        Permission::NeedsAll => None,
        _ => silent().min(),
    };
    ConsentWithReservation::Pending {
        if_silent,
        objected,
    }
}

/// The consents of a State as the clause counts them, each beside the one that was given: later
/// where it waited for acceptance, `None` while it does.
pub fn counted(
    consents: &[Consent],
    own: &[&Reservation],
    pending: PendingReservation,
) -> Vec<Option<Consent>> {
    consents
        .iter()
        .map(|consent| match pending {
            PendingReservation::Counts => Some(*consent),
            PendingReservation::CountsOnceAccepted => {
                own.iter().try_fold(*consent, |counted, reservation| {
                    delayed(counted, *consent, reservation)
                })
            }
        })
        .collect()
}

/// A consent as one of its reservations delays it.
fn delayed(counted: Consent, given: Consent, reservation: &Reservation) -> Option<Consent> {
    if reservation.qualifies != Some(given.begin) {
        return Some(counted);
    }
    let (since, exact) = match &reservation.consent {
        ConsentWithReservation::Effective { since, .. } => {
            (*since, reservation.exact && reservation.answers_exact)
        }
        // What silence would do is no fact yet.
        ConsentWithReservation::Pending { .. } => return None,
        ConsentWithReservation::NotGiven | ConsentWithReservation::NotResolved => {
            return Some(counted);
        }
    };
    let delayed = Consent {
        begin: counted.begin.max(since),
        exact: counted.exact && (exact || since <= counted.begin),
        ..counted
    };
    delayed
        .end
        .is_none_or(|end| delayed.begin < end)
        .then_some(delayed)
}
