//! What one State has answered to another's reservation, and until when it can (VCLT art. 20(5)).

use serde::Serialize;

use crate::act::ObjectionEffect;
use crate::consent::Ordered;
use crate::day::{Day, DayError};
use crate::entity::EntityCode;
use crate::name::Key;
use crate::reservation::ReservingState;
use crate::reservation::acts::{Notice, Said, Saying};

/// Months in which a State can object, from its notification (art. 20(5)).
const MONTHS_TO_OBJECT: u32 = 12;

/// The answer of one State to a reservation, at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The answer.
    pub state: AnswerState,
    /// The day of an objection that came too late. It is shown and has no effect.
    pub late_objection: Option<Day>,
    /// Whether no notification is on record, so that the period is counted from the day on which the
    /// reservation was made: it may then end later.
    pub notice_assumed: bool,
}

/// What a State has answered, in words or by silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerState {
    /// Accepted in words.
    Accepted {
        /// Since this day.
        on: Day,
    },
    /// Objected, in time.
    Objected {
        /// On this day.
        on: Day,
        /// Whether the treaty is kept from entering into force between the two.
        effect: ObjectionEffect,
    },
    /// Accepted by silence, or by taking an objection back after the period (art. 20(5), 22(2)).
    AcceptedBySilence {
        /// The first day on which no objection is possible any more.
        since: Day,
    },
    /// It can still object.
    Open {
        /// The last day on which an objection is in time.
        until: Day,
    },
    /// It has not consented itself: it can object until it does, and in any case until this day.
    OpenUntilItsConsent {
        /// The last day of the twelve months.
        not_before: Day,
    },
    /// It is to be notified on a day to come.
    NotNotified {
        /// That day.
        from: Day,
    },
    /// Neither the reservation nor its notification has a date: no period can be computed.
    NotComputable,
}

impl Answer {
    /// Whether the State said something.
    pub fn was_given(&self) -> bool {
        self.late_objection.is_some()
            || matches!(
                self.state,
                AnswerState::Accepted { .. } | AnswerState::Objected { .. }
            )
    }

    /// The day from which the reservation is accepted by this State, if it is by now.
    pub fn accepted_since(&self) -> Option<Day> {
        match self.state {
            AnswerState::Accepted { on } => Some(on),
            AnswerState::AcceptedBySilence { since } => Some(since),
            AnswerState::Objected { .. }
            | AnswerState::Open { .. }
            | AnswerState::OpenUntilItsConsent { .. }
            | AnswerState::NotNotified { .. }
            | AnswerState::NotComputable => None,
        }
    }

    /// The day from which it will be accepted if the State, which has consented, says nothing more.
    pub fn accepted_if_silent(&self) -> Option<Day> {
        match self.state {
            AnswerState::Open { until } => until.plus_days(1).ok(),
            _ => None,
        }
    }
}

/// The last day on which an objection is in time: twelve months after the notification, or the day of
/// the State's own consent, whichever is later (art. 20(5)). Months clamp at the end of the month.
///
/// # Errors
/// [`DayError`] if it would lie after the year 9999.
pub fn last_day_to_object(notified: Day, own_consent: Option<Day>) -> Result<Day, DayError> {
    let twelve_months = notified.plus_months(MONTHS_TO_OBJECT)?;
    Ok(own_consent.map_or(twelve_months, |consent| consent.max(twelve_months)))
}

/// The answer of the State `by` to the reservation `key` of `of`, at the end of `day`.
pub(super) fn answer(
    of: EntityCode,
    key: &Key,
    notice: Notice,
    by: ReservingState<'_>,
    day: Day,
) -> Result<Answer, DayError> {
    let (notified, notice_assumed) = match notice {
        Notice::Recorded(on) => (Some(on), false),
        Notice::Assumed(on) => (Some(on), true),
        Notice::Unknown => (None, true),
    };
    // The consent by which the State is, or becomes, one to which the reservation can be opposed.
    let own_consent = by
        .consents
        .iter()
        .find(|consent| {
            consent
                .end
                .is_none_or(|end| notified.is_none_or(|on| on < end))
        })
        .map(|consent| consent.begin)
        .filter(|begin| *begin <= day);
    let twelve_months = notified
        .map(|on| last_day_to_object(on, None))
        .transpose()?;
    let last_day = match (notified, own_consent) {
        (Some(on), Some(_)) => Some(last_day_to_object(on, own_consent)?),
        (None, _) | (_, None) => None,
    };
    let spoken = Spoken::of(of, key, by, last_day);
    let silence = match (notified, twelve_months, last_day) {
        (Some(from), _, _) if day < from => AnswerState::NotNotified { from },
        (_, _, Some(last)) if last < day => {
            let after = last.plus_days(1)?;
            AnswerState::AcceptedBySilence {
                since: spoken.taken_back.map_or(after, |back| back.max(after)),
            }
        }
        (_, _, Some(until)) => AnswerState::Open { until },
        (_, Some(not_before), None) => AnswerState::OpenUntilItsConsent { not_before },
        (_, None, None) => AnswerState::NotComputable,
    };
    Ok(Answer {
        state: spoken.state.unwrap_or(silence),
        late_objection: spoken.late,
        notice_assumed,
    })
}

/// What a State said in words.
#[derive(Default)]
struct Spoken {
    state: Option<AnswerState>,
    late: Option<Day>,
    /// When an objection was taken back.
    taken_back: Option<Day>,
}

impl Spoken {
    fn of(of: EntityCode, key: &Key, by: ReservingState<'_>, last_day: Option<Day>) -> Self {
        let mut said: Vec<(Ordered, &Said)> = by
            .acts
            .said
            .iter()
            .filter(|said| said.of == of && said.reservation == *key)
            .filter_map(|said| said.at.map(|at| (at, said)))
            .collect();
        said.sort_by_key(|(at, said)| (*at, rank(said.what)));
        let mut spoken = Self::default();
        for (at, said) in said {
            match (said.what, spoken.state) {
                // What was accepted stays accepted.
                (_, Some(AnswerState::Accepted { .. })) => {}
                (Saying::Accepts, _) => spoken.state = Some(AnswerState::Accepted { on: at.day }),
                (Saying::Objects(effect), _) => {
                    if last_day.is_some_and(|last| last < at.day) {
                        spoken.late = Some(at.day);
                    } else {
                        spoken.state = Some(AnswerState::Objected { on: at.day, effect });
                    }
                }
                (Saying::TakesObjectionBack, Some(AnswerState::Objected { .. })) => {
                    spoken.state = None;
                    spoken.taken_back = Some(at.day);
                }
                (Saying::TakesObjectionBack, _) => spoken.late = None,
            }
        }
        spoken
    }
}

/// The order of what is said at one place of a day, which nobody should do: by content, so that no
/// order of arrival matters.
fn rank(saying: Saying) -> u8 {
    match saying {
        Saying::Objects(ObjectionEffect::TreatyStillInForceBetween) => 0,
        Saying::Objects(ObjectionEffect::PrecludesEntryIntoForce) => 1,
        Saying::TakesObjectionBack => 2,
        Saying::Accepts => 3,
    }
}
