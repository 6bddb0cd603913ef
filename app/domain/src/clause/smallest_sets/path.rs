//! Spreading a condition out into paths: lists of requirements that must all hold.

use std::collections::BTreeSet;

use crate::clause::condition::{Condition, Fraction, Weight};
use crate::clause::record::Record;
use crate::clause::smallest_sets::{MOST_PATHS, still_exists};
use crate::day::Day;
use crate::entity::EntityCode;
use crate::name::Key;
use crate::share::Share;

/// What a path still requires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Requirement {
    /// At least so many of these.
    Number { need: u32, of: BTreeSet<EntityCode> },
    /// At least so large a share of these.
    Share {
        need: Share,
        of: BTreeSet<EntityCode>,
    },
}

/// Requirements that must all hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Path {
    /// Those without whom the path cannot be met.
    pub(super) forced: BTreeSet<EntityCode>,
    /// What the others have to satisfy.
    pub(super) requirements: Vec<Requirement>,
    /// A day before which it cannot be met.
    pub(super) not_before: Option<Day>,
    /// Events that have to happen.
    pub(super) awaits: BTreeSet<Key>,
}

/// Too many paths.
pub(super) struct TooMany;

/// What the paths are spread out over: the record at the end of a day.
pub(super) struct Ground<'a> {
    /// The record.
    pub(super) record: &'a Record,
    /// The day.
    pub(super) day: Day,
    /// Who has consented by then.
    pub(super) consenting: &'a BTreeSet<EntityCode>,
    /// Who still could.
    pub(super) candidates: &'a BTreeSet<EntityCode>,
}

impl Ground<'_> {
    /// The paths of a condition, without those that need somebody who cannot consent any more.
    pub(super) fn spread(&self, condition: &Condition) -> Result<Vec<Path>, TooMany> {
        match condition {
            Condition::And(children) => self.all_of(children),
            Condition::Or(children) => self.one_of(children),
            Condition::Named(codes) => Ok(self.named(codes)),
            Condition::All => {
                let listed = self.record.listed(self.day);
                Ok(if listed.is_empty() {
                    Vec::new()
                } else {
                    self.named(&listed)
                })
            }
            Condition::Count(count) => {
                Ok(vec![self.number(count.need, &|code| count.counts(code))])
            }
            Condition::Fraction(fraction) => Ok(self.fraction(fraction)),
            Condition::Weight(weight) => Ok(vec![self.share(weight)]),
            Condition::FromDate(from) => Ok(vec![Path {
                not_before: (self.day < *from).then_some(*from),
                ..Path::default()
            }]),
            Condition::Event(event) => {
                let on = self.record.events.get(event);
                let happened = on.is_some_and(|on| *on <= self.day);
                Ok(vec![Path {
                    awaits: (!happened).then(|| event.clone()).into_iter().collect(),
                    ..Path::default()
                }])
            }
        }
    }

    fn all_of(&self, children: &[Condition]) -> Result<Vec<Path>, TooMany> {
        let mut paths = vec![Path::default()];
        for child in children {
            let more = self.spread(child)?;
            if paths.len().saturating_mul(more.len()) > MOST_PATHS {
                return Err(TooMany);
            }
            paths = paths
                .iter()
                .flat_map(|path| more.iter().map(|other| path.joined(other)))
                .collect();
        }
        Ok(paths)
    }

    fn one_of(&self, children: &[Condition]) -> Result<Vec<Path>, TooMany> {
        let mut paths = Vec::new();
        for child in children {
            paths.extend(self.spread(child)?);
            if paths.len() > MOST_PATHS {
                return Err(TooMany);
            }
        }
        Ok(paths)
    }

    fn named(&self, codes: &BTreeSet<EntityCode>) -> Vec<Path> {
        let forced: BTreeSet<_> = codes.difference(self.consenting).copied().collect();
        // A named State without a row is still awaited; one that has ceased to exist never comes.
        if forced.iter().any(|code| !still_exists(*code, self.day)) {
            return Vec::new();
        }
        vec![Path {
            forced,
            ..Path::default()
        }]
    }

    fn fraction(&self, fraction: &Fraction) -> Vec<Path> {
        let base = self.record.base(fraction, self.day);
        if base.is_empty() {
            return Vec::new();
        }
        let mut path = self.number(fraction.need(base.len()), &|code| base.contains(&code));
        if !fraction.base_is_frozen(self.day) {
            path.not_before = fraction.base_on;
        }
        vec![path]
    }

    fn number(&self, need: u32, counts: &dyn Fn(EntityCode) -> bool) -> Path {
        let have = self.consenting.iter().filter(|code| counts(**code)).count();
        let have = u32::try_from(have).unwrap_or(u32::MAX);
        Path {
            requirements: vec![Requirement::Number {
                need: need.saturating_sub(have),
                of: self.candidates_that(counts),
            }],
            ..Path::default()
        }
    }

    fn share(&self, weight: &Weight) -> Path {
        let have: Share = self
            .consenting
            .iter()
            .filter(|code| weight.organisations.admit(**code))
            .map(|code| self.record.weight(*code))
            .sum();
        let adds =
            |code| weight.organisations.admit(code) && self.record.weight(code) > Share::ZERO;
        Path {
            requirements: vec![Requirement::Share {
                need: have.missing_to(weight.need),
                of: self.candidates_that(&adds),
            }],
            ..Path::default()
        }
    }

    fn candidates_that(&self, keep: &dyn Fn(EntityCode) -> bool) -> BTreeSet<EntityCode> {
        self.candidates
            .iter()
            .copied()
            .filter(|code| keep(*code))
            .collect()
    }
}

impl Requirement {
    fn is_satisfied(&self) -> bool {
        match self {
            Self::Number { need, .. } => *need == 0,
            Self::Share { need, .. } => *need == Share::ZERO,
        }
    }
}

impl Path {
    /// The path on which both hold. What is satisfied or said twice is not carried on.
    fn joined(&self, other: &Self) -> Self {
        let mut requirements = self.requirements.clone();
        for requirement in &other.requirements {
            if !requirement.is_satisfied() && !requirements.contains(requirement) {
                requirements.push(requirement.clone());
            }
        }
        Self {
            forced: self.forced.union(&other.forced).copied().collect(),
            requirements,
            not_before: self.not_before.max(other.not_before),
            awaits: self.awaits.union(&other.awaits).cloned().collect(),
        }
    }
}
