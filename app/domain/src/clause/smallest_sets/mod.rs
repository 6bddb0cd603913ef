//! The smallest sets of participants whose consent would meet a clause.
//!
//! "To go" is the size of a smallest such set, never *n* minus *k*: with a weight in the clause one
//! large participant may do what twenty small ones cannot.
//!
//! # How it is found
//! A condition is spread out into *paths*: each a list of requirements that must all hold. On a
//! path, participants that serve exactly the same requirements form a *class*; within a class the
//! heaviest are always at least as good. So the smallest size is found by trying how many to take
//! from each class, and every smallest set is one such choice.
//!
//! # Bounds
//! [`MOST_PATHS`] paths, [`MOST_WORK`] of search and [`MOST_LISTED`] choices are followed.
//! Beyond them the answer says so ([`ToGo::Bounded`], [`Way::complete`]); it is never a guess.

mod path;
mod search;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::clause::condition::Condition;
use crate::clause::evaluate;
use crate::clause::record::Record;
use crate::clause::rule::Clause;
use crate::day::Day;
use crate::entity::{self, EntityCode};
use crate::name::Key;
use path::Ground;
use search::{Search, Solved};

/// The most paths a clause is spread out into.
pub const MOST_PATHS: usize = 64;
/// The most work of search over all paths, in requirements compared with classes.
pub const MOST_WORK: u32 = 6_000_000;
/// The most choices listed for one way.
pub const MOST_LISTED: usize = 100;

/// What is still lacking for a clause to be met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ToGo {
    /// The clause is met already.
    Met,
    /// The smallest sets, for each way that is still open. The first has the fewest to go.
    Ways(Vec<Way>),
    /// The clause is too intricate to answer exactly: at least so many participants are needed.
    Bounded {
        /// Fewer cannot be enough.
        at_least: u32,
        /// So many are enough, if such a set was found.
        at_most: Option<u32>,
    },
    /// No set of the participants recorded would meet it.
    OutOfReach,
}

/// One way to meet a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Way {
    /// The alternative of the clause, by its position.
    pub alternative: usize,
    /// How many participants are needed.
    pub size: u32,
    /// A day before which it cannot be met in any case.
    pub not_before: Option<Day>,
    /// Events that have to happen besides.
    pub awaits: BTreeSet<Key>,
    /// The choices, each of `size` participants.
    pub choices: Vec<Choice>,
    /// Whether all smallest sets are among the choices; otherwise there are more.
    pub complete: bool,
}

/// A family of sets: from each pick, take that many.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Choice(pub Vec<Pick>);

/// Any `take` of these.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Pick {
    /// How many to take.
    pub take: u32,
    /// From these.
    pub from: BTreeSet<EntityCode>,
}

impl ToGo {
    /// The size of a smallest set, over all ways, if it is known exactly.
    pub fn size(&self) -> Option<u32> {
        match self {
            Self::Met => Some(0),
            Self::Ways(ways) => ways.iter().map(|way| way.size).min(),
            Self::Bounded { .. } | Self::OutOfReach => None,
        }
    }
}

/// Who could still consent at the end of `day`: everybody recorded, or named in the clause, who
/// has not, and still exists.
pub(crate) fn candidates(
    clause: &Clause,
    record: &Record,
    day: Day,
    consenting: &BTreeSet<EntityCode>,
) -> BTreeSet<EntityCode> {
    let mut candidates = clause.mentioned();
    candidates.extend(record.participants.keys());
    candidates.retain(|code| !consenting.contains(code) && still_exists(*code, day));
    candidates
}

pub(super) fn still_exists(code: EntityCode, day: Day) -> bool {
    entity::find(code)
        .and_then(|entity| entity.valid_to)
        .is_none_or(|last| day <= last)
}

/// The smallest sets of participants whose consent, given on `day`, would meet the clause.
pub fn to_go(clause: &Clause, record: &Record, day: Day) -> ToGo {
    match evaluate::evaluate(clause, record, day) {
        Ok(evaluation) if evaluation.met.is_some() => return ToGo::Met,
        _ => {}
    }
    let consenting = record.consenting(day);
    let candidates = candidates(clause, record, day, &consenting);
    let ground = Ground {
        record,
        day,
        consenting: &consenting,
        candidates: &candidates,
    };
    let mut search = Search {
        record,
        work_left: MOST_WORK,
    };
    let mut ways: Vec<Way> = Vec::new();
    let mut bounds: Option<(u32, Option<u32>)> = None;
    for (position, alternative) in clause.alternatives.iter().enumerate() {
        if alternative.by.is_some_and(|by| by < day) {
            continue;
        }
        let Ok(paths) = ground.spread(&alternative.when) else {
            bounds = Some(widen(bounds, 0, None));
            continue;
        };
        for path in paths {
            if path
                .not_before
                .is_some_and(|from| alternative.by.is_some_and(|by| by < from))
            {
                continue;
            }
            match search.solve(&path, &candidates) {
                Solved::Exactly {
                    size,
                    choices,
                    complete,
                } => merge(
                    &mut ways,
                    Way {
                        alternative: position,
                        size,
                        not_before: path.not_before,
                        awaits: path.awaits,
                        choices,
                        complete,
                    },
                ),
                Solved::Between { at_least, at_most } => {
                    bounds = Some(widen(bounds, at_least, at_most));
                }
                Solved::Never => {}
            }
        }
    }
    ways.sort_by(|a, b| {
        (a.size, a.awaits.len(), a.not_before, a.alternative).cmp(&(
            b.size,
            b.awaits.len(),
            b.not_before,
            b.alternative,
        ))
    });
    let smallest = ways.iter().map(|way| way.size).min();
    match (bounds, smallest) {
        // A path that was not followed to the end might need fewer than the ways that were.
        (Some((at_least, at_most)), smallest) if smallest.is_none_or(|size| at_least < size) => {
            ToGo::Bounded {
                at_least,
                at_most: [at_most, smallest].into_iter().flatten().min(),
            }
        }
        (_, Some(_)) => ToGo::Ways(ways),
        (_, None) => ToGo::OutOfReach,
    }
}

/// The participants without whom the clause cannot be met, even if everybody else consented.
pub fn indispensable(clause: &Clause, record: &Record, day: Day) -> BTreeSet<EntityCode> {
    let consenting = record.consenting(day);
    let candidates = candidates(clause, record, day, &consenting);
    let everybody: BTreeSet<EntityCode> = consenting.union(&candidates).copied().collect();
    let is_enough = |set: &BTreeSet<EntityCode>| {
        clause
            .alternatives
            .iter()
            .filter(|alternative| alternative.by.is_none_or(|by| day <= by))
            .any(|alternative| holds_in_time(&alternative.when, alternative.by, record, day, set))
    };
    if !is_enough(&everybody) {
        return BTreeSet::new();
    }
    candidates
        .into_iter()
        .filter(|code| {
            let mut others = everybody.clone();
            others.remove(code);
            !is_enough(&others)
        })
        .collect()
}

/// Whether a condition would hold with these consents, once its events have happened and its days
/// have come, as far as they come by the last day that counts.
pub(crate) fn holds_in_time(
    condition: &Condition,
    by: Option<Day>,
    record: &Record,
    day: Day,
    set: &BTreeSet<EntityCode>,
) -> bool {
    match condition {
        Condition::And(children) => children
            .iter()
            .all(|child| holds_in_time(child, by, record, day, set)),
        Condition::Or(children) => children
            .iter()
            .any(|child| holds_in_time(child, by, record, day, set)),
        Condition::FromDate(from) => by.is_none_or(|by| *from <= by),
        Condition::Event(_) => true,
        Condition::Fraction(fraction) => {
            let in_time = match (fraction.base_is_frozen(day), fraction.base_on, by) {
                (false, Some(frozen), Some(by)) => frozen <= by,
                _ => true,
            };
            in_time && fraction.is_satisfied(&record.base(fraction, day), set)
        }
        Condition::Named(_) | Condition::All | Condition::Count(_) | Condition::Weight(_) => {
            crate::clause::progress::Progress::measure(condition, record, day, set).met
        }
    }
}

/// Puts a way beside the others: of ways that differ only in their choices, the smallest remains.
fn merge(ways: &mut Vec<Way>, new: Way) {
    let same = |way: &&mut Way| {
        way.alternative == new.alternative
            && way.not_before == new.not_before
            && way.awaits == new.awaits
    };
    match ways.iter_mut().find(same) {
        None => ways.push(new),
        Some(way) if way.size < new.size => {}
        Some(way) if way.size > new.size => *way = new,
        Some(way) => {
            let joined: BTreeSet<Choice> = way.choices.drain(..).chain(new.choices).collect();
            way.complete = way.complete && new.complete && joined.len() <= MOST_LISTED;
            way.choices = joined.into_iter().take(MOST_LISTED).collect();
        }
    }
}

fn widen(
    bounds: Option<(u32, Option<u32>)>,
    at_least: u32,
    at_most: Option<u32>,
) -> (u32, Option<u32>) {
    match bounds {
        None => (at_least, at_most),
        Some((low, high)) => (
            low.min(at_least),
            [high, at_most].into_iter().flatten().min(),
        ),
    }
}
