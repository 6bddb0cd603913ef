//! What a clause looks at: who takes part, who has signed, who has consented, and when.

use std::collections::{BTreeMap, BTreeSet};

use crate::act::ConsentMode;
use crate::clause::condition::{Base, Condition, Fraction, Organisations};
use crate::clause::rule::Clause;
use crate::clause::succession;
use crate::day::Day;
use crate::entity::{self, EntityCode};
use crate::name::Key;
use crate::share::Share;

/// The facts of one instrument that bear on its entry into force.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// Everybody who takes part or may take part.
    pub participants: BTreeMap<EntityCode, Participation>,
    /// The instrument's table of weights.
    pub weights: BTreeMap<EntityCode, Share>,
    /// The days on which other events happened.
    pub events: BTreeMap<Key, Day>,
    /// Those of them whose day is only the latest possible one.
    pub bounded_events: BTreeSet<Key>,
    /// Those whose consent is given and does not count yet: it waits for the acceptance of a reservation.
    pub waiting: BTreeSet<EntityCode>,
}

/// One participant's facts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Participation {
    /// When it was on the list of those whose consent the instrument awaits.
    pub listed: Vec<Period>,
    /// The day of its first signature.
    pub signed: Option<Day>,
    /// Its consents, in the order in which they began.
    pub consents: Vec<Consent>,
}

/// A run of days: from the first day, to the day before `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day; `None` is always.
    pub begin: Option<Day>,
    /// The first day on which it no longer holds.
    pub end: Option<Day>,
}

/// A consent to be bound, for as long as it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consent {
    /// The day on which it was established: the latest possible one, where the date is bounded only.
    pub begin: Day,
    /// Whether `begin` is the exact day.
    pub exact: bool,
    /// The first day on which it no longer holds.
    pub end: Option<Day>,
    /// By what means.
    pub mode: ConsentMode,
}

impl Period {
    /// Whether this day is in the period.
    pub fn covers(self, day: Day) -> bool {
        self.begin.is_none_or(|begin| begin <= day) && self.end.is_none_or(|end| day < end)
    }
}

impl Consent {
    /// Whether the consent holds at the end of this day.
    pub fn holds(self, day: Day) -> bool {
        self.begin <= day && self.end.is_none_or(|end| day < end)
    }
}

impl Participation {
    /// The consent that holds at the end of this day, if there is one.
    pub fn consent_on(&self, day: Day) -> Option<Consent> {
        let begun = self
            .consents
            .partition_point(|consent| consent.begin <= day);
        self.consents
            .iter()
            .take(begun)
            .copied()
            .rfind(|consent| consent.holds(day))
    }

    /// The days on which what a condition counts of it can change.
    pub fn days_of_change(&self) -> impl Iterator<Item = Day> {
        let listed = self.listed.iter();
        let consents = self.consents.iter();
        self.signed
            .into_iter()
            .chain(
                listed
                    .flat_map(|period| [period.begin, period.end])
                    .flatten(),
            )
            .chain(
                consents
                    .flat_map(|consent| [Some(consent.begin), consent.end].into_iter().flatten()),
            )
    }

    /// Whether it is on the list at the end of this day.
    pub fn listed_on(&self, day: Day) -> bool {
        self.listed.iter().any(|period| period.covers(day))
    }
}

impl Record {
    /// Who has consented at the end of this day, and counts: not a predecessor whose place a
    /// successor has taken.
    pub fn consenting(&self, day: Day) -> BTreeSet<EntityCode> {
        let mut consenting = self.codes(|participation| participation.consent_on(day).is_some());
        for predecessor in succession::replaced(self, day) {
            consenting.remove(&predecessor);
        }
        consenting
    }

    /// Who is on the list at the end of this day.
    pub fn listed(&self, day: Day) -> BTreeSet<EntityCode> {
        self.codes(|participation| participation.listed_on(day))
    }

    /// Who has signed by the end of this day.
    pub fn signatories(&self, day: Day) -> BTreeSet<EntityCode> {
        self.codes(|participation| participation.signed.is_some_and(|signed| signed <= day))
    }

    /// The members of a fraction's base at the end of this day.
    pub fn base(&self, fraction: &Fraction, day: Day) -> BTreeSet<EntityCode> {
        let on = fraction.base_on.map_or(day, |frozen| frozen.min(day));
        let mut base = match &fraction.base {
            Base::Listed => self.listed(on),
            Base::Signatories => self.signatories(on),
            Base::These(codes) => codes.clone(),
        };
        if fraction.organisations == Organisations::NotCounted {
            base.retain(|code| !entity::is_organisation(*code));
        }
        base
    }

    /// The weight of one participant; zero if the table has none.
    pub fn weight(&self, code: EntityCode) -> Share {
        self.weights.get(&code).copied().unwrap_or_default()
    }

    /// The days on which the answer of this clause can change, in order.
    pub fn days_of_change(&self, clause: &Clause) -> BTreeSet<Day> {
        let mut days = clause.check_days.clone();
        days.extend(
            self.participants
                .values()
                .flat_map(Participation::days_of_change),
        );
        days.extend(self.events.values());
        days.extend(
            clause
                .alternatives
                .iter()
                .filter_map(|alternative| alternative.by),
        );
        for condition in clause.conditions() {
            match condition {
                Condition::FromDate(day) => {
                    days.insert(*day);
                }
                Condition::Fraction(fraction) => days.extend(fraction.base_on),
                Condition::And(_)
                | Condition::Or(_)
                | Condition::Named(_)
                | Condition::All
                | Condition::Count(_)
                | Condition::Weight(_)
                | Condition::Event(_) => {}
            }
        }
        days
    }

    fn codes(&self, keep: impl Fn(&Participation) -> bool) -> BTreeSet<EntityCode> {
        self.participants
            .iter()
            .filter(|(_, participation)| keep(participation))
            .map(|(code, _)| *code)
            .collect()
    }
}
