//! How far each condition is met, with its numbers.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::clause::condition::{Base, Compared, Condition, Fraction, Organisations};
use crate::clause::record::Record;
use crate::day::Day;
use crate::entity::{self, EntityCode};
use crate::name::Key;
use crate::share::Share;

/// A condition's state at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Whether the condition is met.
    pub met: bool,
    /// Its numbers.
    pub of: Measure,
}

/// The numbers of one condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// All of several conditions.
    And(Vec<Progress>),
    /// One of several conditions.
    Or(Vec<Progress>),
    /// Named participants.
    Named {
        /// Those who have consented.
        counted: BTreeSet<EntityCode>,
        /// Those who have not.
        missing: BTreeSet<EntityCode>,
    },
    /// Everybody on the list of that day.
    All {
        /// Those on the list who have consented.
        counted: BTreeSet<EntityCode>,
        /// Those on the list who have not.
        missing: BTreeSet<EntityCode>,
    },
    /// A number of participants.
    Count {
        /// How many are needed.
        need: u32,
        /// Those counted.
        counted: BTreeSet<EntityCode>,
    },
    /// A fraction of a base.
    Fraction {
        /// The fewest that satisfy the fraction; more than the base where it never can be.
        need: u32,
        /// The base on that day.
        base: BTreeSet<EntityCode>,
        /// Those of the base who have consented.
        counted: BTreeSet<EntityCode>,
    },
    /// A share by weight.
    Weight {
        /// The share needed, in percent.
        need: Share,
        /// The share reached, in percent.
        have: Share,
        /// Those counted.
        counted: BTreeSet<EntityCode>,
        /// Those counted for whom the table has no weight: they add nothing.
        without_weight: BTreeSet<EntityCode>,
    },
    /// A day that has to come.
    FromDate {
        /// The day.
        day: Day,
    },
    /// An event that has to happen.
    Event {
        /// Its name.
        event: Key,
        /// The day on which it happened, if it has.
        on: Option<Day>,
    },
}

impl Progress {
    /// The state of a condition at the end of `day` if exactly `consenting` had consented.
    pub fn measure(
        condition: &Condition,
        record: &Record,
        day: Day,
        consenting: &BTreeSet<EntityCode>,
    ) -> Self {
        let all = |children: &[Condition]| -> Vec<Self> {
            children
                .iter()
                .map(|child| Self::measure(child, record, day, consenting))
                .collect()
        };
        match condition {
            Condition::And(children) => {
                let parts = all(children);
                Self {
                    met: parts.iter().all(|part| part.met),
                    of: Measure::And(parts),
                }
            }
            Condition::Or(children) => {
                let parts = all(children);
                Self {
                    met: parts.iter().any(|part| part.met),
                    of: Measure::Or(parts),
                }
            }
            Condition::Named(codes) => {
                let (counted, missing) = split(codes, consenting);
                Self {
                    met: missing.is_empty(),
                    of: Measure::Named { counted, missing },
                }
            }
            Condition::All => {
                let (counted, missing) = split(&record.listed(day), consenting);
                Self {
                    // An empty list is nobody's consent, not everybody's.
                    met: missing.is_empty() && !counted.is_empty(),
                    of: Measure::All { counted, missing },
                }
            }
            Condition::Count(count) => {
                let counted: BTreeSet<_> = consenting
                    .iter()
                    .copied()
                    .filter(|code| count.counts(*code))
                    .collect();
                Self {
                    met: at_least(&counted, count.need),
                    of: Measure::Count {
                        need: count.need,
                        counted,
                    },
                }
            }
            Condition::Fraction(fraction) => {
                let base = record.base(fraction, day);
                let (counted, _) = split(&base, consenting);
                let need = fraction.need(base.len());
                Self {
                    met: fraction.is_satisfied(&base, consenting) && fraction.base_is_frozen(day),
                    of: Measure::Fraction {
                        need,
                        base,
                        counted,
                    },
                }
            }
            Condition::Weight(weight) => {
                let counted: BTreeSet<_> = consenting
                    .iter()
                    .copied()
                    .filter(|code| weight.organisations.admit(*code))
                    .collect();
                let have: Share = counted.iter().map(|code| record.weight(*code)).sum();
                let without_weight = counted
                    .iter()
                    .copied()
                    .filter(|code| !record.weights.contains_key(code))
                    .collect();
                Self {
                    met: have >= weight.need,
                    of: Measure::Weight {
                        need: weight.need,
                        have: have.normalised(),
                        counted,
                        without_weight,
                    },
                }
            }
            Condition::FromDate(from) => Self {
                met: *from <= day,
                of: Measure::FromDate { day: *from },
            },
            Condition::Event(event) => {
                let on = record.events.get(event).copied().filter(|on| *on <= day);
                Self {
                    met: on.is_some(),
                    of: Measure::Event {
                        event: event.clone(),
                        on,
                    },
                }
            }
        }
    }

    /// Everybody whose consent is counted by this condition or by one inside it.
    pub fn counted(&self) -> BTreeSet<EntityCode> {
        match &self.of {
            Measure::And(parts) | Measure::Or(parts) => {
                parts.iter().flat_map(Self::counted).collect()
            }
            Measure::Named { counted, .. }
            | Measure::All { counted, .. }
            | Measure::Count { counted, .. }
            | Measure::Fraction { counted, .. }
            | Measure::Weight { counted, .. } => counted.clone(),
            Measure::FromDate { .. } | Measure::Event { .. } => BTreeSet::new(),
        }
    }

    /// Everybody whose consent a condition on named or listed participants still lacks.
    pub fn missing(&self) -> BTreeSet<EntityCode> {
        match &self.of {
            Measure::And(parts) | Measure::Or(parts) => {
                parts.iter().flat_map(Self::missing).collect()
            }
            Measure::Named { missing, .. } | Measure::All { missing, .. } => missing.clone(),
            Measure::Count { .. }
            | Measure::Fraction { .. }
            | Measure::Weight { .. }
            | Measure::FromDate { .. }
            | Measure::Event { .. } => BTreeSet::new(),
        }
    }
}

impl Organisations {
    /// Whether this participant's consent is counted.
    pub fn admit(self, code: EntityCode) -> bool {
        match self {
            Self::Counted => true,
            Self::NotCounted => !entity::is_organisation(code),
        }
    }
}

impl crate::clause::condition::Count {
    /// Whether this participant's consent is counted.
    pub fn counts(&self, code: EntityCode) -> bool {
        self.of.as_ref().is_none_or(|of| of.contains(&code))
            && !self.other_than.contains(&code)
            && self.organisations.admit(code)
    }
}

impl Fraction {
    /// Whether enough of the base have consented. An empty base is nobody's consent.
    pub fn is_satisfied(
        &self,
        base: &BTreeSet<EntityCode>,
        consenting: &BTreeSet<EntityCode>,
    ) -> bool {
        let (counted, _) = split(base, consenting);
        !base.is_empty() && at_least(&counted, self.need(base.len()))
    }

    /// Whether the base is known at the end of this day: a fraction of what the base will be on a
    /// later day cannot be reached before that day.
    pub fn base_is_frozen(&self, day: Day) -> bool {
        match self.base {
            Base::These(_) => true,
            Base::Listed | Base::Signatories => self.base_on.is_none_or(|frozen| frozen <= day),
        }
    }

    /// The fewest members of a base of this size that satisfy the fraction, in exact integers.
    pub fn need(&self, base: usize) -> u32 {
        let base = u64::try_from(base)
            .unwrap_or(u64::MAX)
            .min(u64::from(u32::MAX));
        let product = base.saturating_mul(u64::from(self.numerator));
        let denominator = u64::from(self.denominator.max(1));
        let need = match self.compared {
            Compared::AtLeast => product.div_ceil(denominator),
            Compared::MoreThan => (product / denominator).saturating_add(1),
        };
        u32::try_from(need).unwrap_or(u32::MAX)
    }
}

fn at_least(counted: &BTreeSet<EntityCode>, need: u32) -> bool {
    u32::try_from(counted.len()).is_ok_and(|have| have >= need)
}

/// Those of `codes` who have consented, and those who have not.
fn split(
    codes: &BTreeSet<EntityCode>,
    consenting: &BTreeSet<EntityCode>,
) -> (BTreeSet<EntityCode>, BTreeSet<EntityCode>) {
    codes
        .iter()
        .copied()
        .partition(|code| consenting.contains(code))
}
