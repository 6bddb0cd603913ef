//! One condition explained: what it counts, who counted, who is missing, and whether it can be met.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::clause::condition::Condition;
use crate::clause::grammar::Place;
use crate::clause::progress::{Measure, Progress};
use crate::clause::record::Record;
use crate::clause::rule::Clause;
use crate::clause::smallest_sets;
use crate::day::Day;
use crate::entity::EntityCode;
use crate::share::Share;

/// A condition with what is behind its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionExplained {
    /// Where it stands in the rule, such as `first_of[0].when.and[1]`.
    pub place: String,
    /// Whether it is met at the end of the day.
    pub met: bool,
    /// Whether it is met, or could still be in time: by those on record or named in the clause who
    /// have not consented and still exist, once every event has happened and every day has come.
    pub within_reach: bool,
    /// What it says.
    #[serde(flatten)]
    pub told: Told,
}

/// What a condition says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// All of these.
    And(Vec<ConditionExplained>),
    /// At least one of these.
    Or(Vec<ConditionExplained>),
    /// A condition without others inside it.
    One(Leaf),
}

/// A condition without others inside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Leaf {
    /// The condition.
    pub rule: Condition,
    /// Its numbers, and whose consent it counts.
    pub measure: Measure,
    /// By how much it is missed; `None` if it is met, or waits for a day or an event.
    pub shortfall: Option<Shortfall>,
    /// Those who have not consented and whose consent it would count; nobody once it is met.
    pub awaited: BTreeSet<EntityCode>,
}

/// By how much a condition is missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shortfall {
    /// So many consents.
    Consents(u32),
    /// A share of so many percent.
    Share(Share),
}

/// What a condition is explained by: the record at the end of a day.
pub(super) struct Ground<'a> {
    pub(super) record: &'a Record,
    pub(super) day: Day,
    /// Those who have consented, and those who still could.
    pub(super) everybody: BTreeSet<EntityCode>,
    /// Those who still could.
    pub(super) candidates: BTreeSet<EntityCode>,
}

impl<'a> Ground<'a> {
    /// The record at the end of a day, for this clause.
    pub(super) fn new(clause: &Clause, record: &'a Record, day: Day) -> Self {
        let consenting = record.consenting(day);
        let candidates = smallest_sets::candidates(clause, record, day, &consenting);
        Self {
            record,
            day,
            everybody: consenting.union(&candidates).copied().collect(),
            candidates,
        }
    }
}

impl ConditionExplained {
    /// A condition beside the clause, such as the one on activation, with how far it is.
    pub(super) fn beside(
        clause: &Clause,
        condition: &Condition,
        progress: &Progress,
        record: &Record,
        day: Day,
    ) -> Self {
        let ground = Ground::new(clause, record, day);
        let place = Place::default().key("activation");
        Self::new(&ground, condition, progress, None, &place)
    }

    /// A condition and its progress, which has the same shape.
    ///
    /// `by` is the last day on which meeting it counts.
    pub(super) fn new(
        ground: &Ground<'_>,
        condition: &Condition,
        progress: &Progress,
        by: Option<Day>,
        place: &Place,
    ) -> Self {
        let inner = |key: &str, conditions: &[Condition], parts: &[Progress]| -> Vec<Self> {
            let at = place.key(key);
            conditions
                .iter()
                .zip(parts)
                .enumerate()
                .map(|(i, (condition, part))| Self::new(ground, condition, part, by, &at.index(i)))
                .collect()
        };
        let told = match (condition, &progress.of) {
            (Condition::And(conditions), Measure::And(parts)) => {
                Told::And(inner("and", conditions, parts))
            }
            (Condition::Or(conditions), Measure::Or(parts)) => {
                Told::Or(inner("or", conditions, parts))
            }
            (leaf, measure) => Told::One(Leaf::new(ground, leaf, measure, progress.met)),
        };
        let within_reach = progress.met
            || smallest_sets::holds_in_time(
                condition,
                by,
                ground.record,
                ground.day,
                &ground.everybody,
            );
        Self {
            place: place.to_string(),
            met: progress.met,
            within_reach,
            told,
        }
    }

    /// The conditions without others inside them, this one or those inside it, in order.
    pub fn leaves(&self) -> Vec<(&Self, &Leaf)> {
        match &self.told {
            Told::And(parts) | Told::Or(parts) => parts.iter().flat_map(Self::leaves).collect(),
            Told::One(leaf) => vec![(self, leaf)],
        }
    }

    /// What this condition lacks, without what lies inside one that is met: in an *or*, one that
    /// another has made needless.
    pub fn open_leaves(&self) -> Vec<&Leaf> {
        if self.met {
            return Vec::new();
        }
        match &self.told {
            Told::And(parts) | Told::Or(parts) => {
                parts.iter().flat_map(Self::open_leaves).collect()
            }
            Told::One(leaf) => vec![leaf],
        }
    }
}

impl Leaf {
    fn new(ground: &Ground<'_>, rule: &Condition, measure: &Measure, met: bool) -> Self {
        Self {
            rule: rule.clone(),
            measure: measure.clone(),
            shortfall: if met { None } else { shortfall(measure) },
            awaited: if met {
                BTreeSet::new()
            } else {
                awaited(ground, rule, measure)
            },
        }
    }

    /// Whether it counts this participant's consent now.
    pub fn counts(&self, code: EntityCode) -> bool {
        match &self.measure {
            Measure::Named { counted, .. }
            | Measure::All { counted, .. }
            | Measure::Count { counted, .. }
            | Measure::Fraction { counted, .. }
            | Measure::Weight { counted, .. } => counted.contains(&code),
            Measure::And(_) | Measure::Or(_) | Measure::FromDate { .. } | Measure::Event { .. } => {
                false
            }
        }
    }
}

/// By how much a condition that is not met is missed.
fn shortfall(measure: &Measure) -> Option<Shortfall> {
    let consents = |need: u32, counted: &BTreeSet<EntityCode>| {
        let have = u32::try_from(counted.len()).unwrap_or(u32::MAX);
        Some(Shortfall::Consents(need.saturating_sub(have))).filter(|_| have < need)
    };
    match measure {
        Measure::Named { missing, .. } | Measure::All { missing, .. } => {
            let missing = u32::try_from(missing.len()).unwrap_or(u32::MAX);
            // On an empty list nobody is missing, and nobody has consented.
            (missing > 0).then_some(Shortfall::Consents(missing))
        }
        Measure::Count { need, counted } | Measure::Fraction { need, counted, .. } => {
            consents(*need, counted)
        }
        Measure::Weight { need, have, .. } => {
            Some(Shortfall::Share(have.missing_to(*need).normalised()))
        }
        Measure::And(_) | Measure::Or(_) | Measure::FromDate { .. } | Measure::Event { .. } => None,
    }
}

/// Those who still could consent and whose consent this condition would count.
fn awaited(ground: &Ground<'_>, rule: &Condition, measure: &Measure) -> BTreeSet<EntityCode> {
    let candidates = ground.candidates.iter().copied();
    match (rule, measure) {
        (_, Measure::Named { missing, .. } | Measure::All { missing, .. }) => {
            candidates.filter(|code| missing.contains(code)).collect()
        }
        (Condition::Count(count), _) => candidates.filter(|code| count.counts(*code)).collect(),
        (_, Measure::Fraction { base, .. }) => {
            candidates.filter(|code| base.contains(code)).collect()
        }
        (Condition::Weight(weight), _) => candidates
            .filter(|code| {
                weight.organisations.admit(*code) && Share::default() < ground.record.weight(*code)
            })
            .collect(),
        (_, _) => BTreeSet::new(),
    }
}
