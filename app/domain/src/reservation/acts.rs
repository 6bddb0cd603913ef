//! What one State has said of reservations, its own and those of others.

use std::collections::{BTreeMap, BTreeSet};

use crate::act::ObjectionEffect;
use crate::consent::Ordered;
use crate::day::Day;
use crate::entity::EntityCode;
use crate::name::Key;

/// One State's acts about reservations, in any order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReservationActs {
    /// Reservations it made.
    pub formulated: Vec<Formulated>,
    /// Those of its reservations that it withdrew.
    pub withdrawn: Vec<(Key, Ordered)>,
    /// Notifications of its reservations to others by the depositary.
    pub notified: Vec<Notified>,
    /// What it said of the reservations of others.
    pub said: Vec<Said>,
}

/// A reservation as it was made, or confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formulated {
    /// Its key.
    pub reservation: Key,
    /// The articles it concerns.
    pub articles: Vec<Key>,
    /// When; `None` if that is unknown.
    pub at: Option<Ordered>,
    /// Whether the day is exact, not only the latest possible one.
    pub exact: bool,
}

/// A notification of a reservation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notified {
    /// The reservation's key.
    pub reservation: Key,
    /// When; `None` if that is unknown.
    pub on: Option<Day>,
    /// To whom; empty is all.
    pub to: BTreeSet<EntityCode>,
}

/// What a State said of another's reservation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Whose reservation.
    pub of: EntityCode,
    /// Its key.
    pub reservation: Key,
    /// When; `None` if that is unknown.
    pub at: Option<Ordered>,
    /// Whether the day is exact, not only the latest possible one.
    pub exact: bool,
    /// What.
    pub what: Saying,
}

/// An answer to a reservation, or the end of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saying {
    /// It is accepted.
    Accepts,
    /// It is objected to.
    Objects(ObjectionEffect),
    /// The objection is taken back (art. 22(2)).
    TakesObjectionBack,
}

/// From when the period for objections runs for one State.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// It was notified on this day.
    Recorded(Day),
    /// No notification is on record: the day on which the reservation was made has to do.
    Assumed(Day),
    /// Neither is known.
    Unknown,
}

impl ReservationActs {
    /// Whether the State made a reservation.
    pub fn has_reservations(&self) -> bool {
        !self.formulated.is_empty()
    }

    /// Each reservation as it was last made: a confirmation takes the place of what it confirms.
    pub fn last_of_each(&self) -> impl Iterator<Item = &Formulated> {
        let mut last: BTreeMap<&Key, &Formulated> = BTreeMap::new();
        for made in &self.formulated {
            let order = |made: &Formulated| (made.at, made.exact, made.articles.clone());
            let known = last.entry(&made.reservation).or_insert(made);
            if order(known) < order(made) {
                *known = made;
            }
        }
        last.into_values()
    }

    /// The day on which a reservation was withdrawn after it was made.
    pub fn withdrawn_on(&self, made: &Formulated) -> Option<Day> {
        self.withdrawn
            .iter()
            .filter(|(key, at)| *key == made.reservation && made.at.is_none_or(|made| made <= *at))
            .map(|(_, at)| at.day)
            .min()
    }

    /// From when `other` had notice of a reservation. A notice does not run before the reservation
    /// counts as made.
    pub fn notice(&self, made: &Formulated, other: EntityCode) -> Notice {
        let recorded = self
            .notified
            .iter()
            .filter(|notified| {
                notified.reservation == made.reservation
                    && (notified.to.is_empty() || notified.to.contains(&other))
            })
            .filter_map(|notified| notified.on)
            .min();
        match (recorded, made.at) {
            (Some(on), Some(at)) => Notice::Recorded(on.max(at.day)),
            (Some(on), None) => Notice::Recorded(on),
            (None, Some(at)) => Notice::Assumed(at.day),
            (None, None) => Notice::Unknown,
        }
    }
}
