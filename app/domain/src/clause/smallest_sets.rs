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
//! [`MOST_PATHS`] paths, [`MOST_STEPS`] steps of search and [`MOST_LISTED`] choices are followed.
//! Beyond them the answer says so ([`ToGo::Bounded`], [`Way::complete`]); it is never a guess.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::clause::condition::Condition;
use crate::clause::evaluate;
use crate::clause::record::Record;
use crate::clause::rule::Clause;
use crate::day::Day;
use crate::entity::{self, EntityCode};
use crate::name::Key;
use crate::share::Share;

/// The most paths a clause is spread out into.
pub const MOST_PATHS: usize = 64;
/// The most steps of search, over all paths.
pub const MOST_STEPS: u32 = 400_000;
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

/// What a path still requires.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Requirement {
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
struct Path {
    forced: BTreeSet<EntityCode>,
    requirements: Vec<Requirement>,
    not_before: Option<Day>,
    awaits: BTreeSet<Key>,
}

/// Too many paths.
struct TooMany;

/// Who could still consent at the end of `day`: everybody recorded, or named in the clause, who
/// has not, and still exists.
fn candidates(
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

fn still_exists(code: EntityCode, day: Day) -> bool {
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
    let mut search = Search {
        record,
        steps_left: MOST_STEPS,
    };
    let mut ways: Vec<Way> = Vec::new();
    let mut bounds: Option<(u32, Option<u32>)> = None;
    for (position, alternative) in clause.alternatives.iter().enumerate() {
        if alternative.by.is_some_and(|by| by < day) {
            continue;
        }
        let Ok(paths) = spread(&alternative.when, record, day, &consenting, &candidates) else {
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
fn holds_in_time(
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
        Condition::Named(_)
        | Condition::All
        | Condition::Count(_)
        | Condition::Fraction(_)
        | Condition::Weight(_) => {
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
            let before = way.choices.len().saturating_add(new.choices.len());
            let joined: BTreeSet<Choice> = way.choices.drain(..).chain(new.choices).collect();
            way.complete = way.complete && new.complete && before <= MOST_LISTED.saturating_mul(2);
            way.choices = joined.into_iter().collect();
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

/// The paths of a condition, without those that need somebody who cannot consent any more.
fn spread(
    condition: &Condition,
    record: &Record,
    day: Day,
    consenting: &BTreeSet<EntityCode>,
    candidates: &BTreeSet<EntityCode>,
) -> Result<Vec<Path>, TooMany> {
    let one = |path: Path| Ok(vec![path]);
    let named = |codes: &BTreeSet<EntityCode>| {
        let forced: BTreeSet<_> = codes.difference(consenting).copied().collect();
        // A named State without a row is still awaited; one that has ceased to exist never comes.
        if forced.iter().any(|code| !still_exists(*code, day)) {
            return Ok(Vec::new());
        }
        one(Path {
            forced,
            ..Path::default()
        })
    };
    let number = |need: u32, of: &dyn Fn(EntityCode) -> bool| {
        let have = consenting.iter().filter(|code| of(**code)).count();
        let have = u32::try_from(have).unwrap_or(u32::MAX);
        one(Path {
            requirements: vec![Requirement::Number {
                need: need.saturating_sub(have),
                of: candidates
                    .iter()
                    .copied()
                    .filter(|code| of(*code))
                    .collect(),
            }],
            ..Path::default()
        })
    };
    match condition {
        Condition::And(children) => {
            let mut paths = vec![Path::default()];
            for child in children {
                let more = spread(child, record, day, consenting, candidates)?;
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
        Condition::Or(children) => {
            let mut paths = Vec::new();
            for child in children {
                paths.extend(spread(child, record, day, consenting, candidates)?);
                if paths.len() > MOST_PATHS {
                    return Err(TooMany);
                }
            }
            Ok(paths)
        }
        Condition::Named(codes) => named(codes),
        Condition::All => {
            let listed = record.listed(day);
            if listed.is_empty() {
                Ok(Vec::new())
            } else {
                named(&listed)
            }
        }
        Condition::Count(count) => number(count.need, &|code| count.counts(code)),
        Condition::Fraction(fraction) => {
            let base = record.base(fraction, day);
            if base.is_empty() {
                return Ok(Vec::new());
            }
            number(fraction.need(base.len()), &|code| base.contains(&code))
        }
        Condition::Weight(weight) => {
            let have: Share = consenting
                .iter()
                .filter(|code| weight.organisations.admit(**code))
                .map(|code| record.weight(*code))
                .sum();
            one(Path {
                requirements: vec![Requirement::Share {
                    need: have.missing_to(weight.need),
                    of: candidates
                        .iter()
                        .copied()
                        .filter(|code| {
                            weight.organisations.admit(*code) && record.weight(*code) > Share::ZERO
                        })
                        .collect(),
                }],
                ..Path::default()
            })
        }
        Condition::FromDate(from) => one(Path {
            not_before: (day < *from).then_some(*from),
            ..Path::default()
        }),
        Condition::Event(event) => {
            let happened = record.events.get(event).is_some_and(|on| *on <= day);
            one(Path {
                awaits: (!happened).then(|| event.clone()).into_iter().collect(),
                ..Path::default()
            })
        }
    }
}

impl Path {
    fn joined(&self, other: &Self) -> Self {
        Self {
            forced: self.forced.union(&other.forced).copied().collect(),
            requirements: self
                .requirements
                .iter()
                .chain(&other.requirements)
                .cloned()
                .collect(),
            not_before: self.not_before.max(other.not_before),
            awaits: self.awaits.union(&other.awaits).cloned().collect(),
        }
    }
}

/// The answer for one path.
enum Solved {
    Exactly {
        size: u32,
        choices: Vec<Choice>,
        complete: bool,
    },
    Between {
        at_least: u32,
        at_most: Option<u32>,
    },
    Never,
}

/// Participants that serve the same requirements, the heaviest first.
struct Class {
    /// The requirements served, by position.
    serves: BTreeSet<usize>,
    /// Members and their weights.
    members: Vec<(EntityCode, Share)>,
}

impl Class {
    fn len(&self) -> u32 {
        u32::try_from(self.members.len()).unwrap_or(u32::MAX)
    }

    fn weight_of_heaviest(&self, n: u32) -> Share {
        self.members
            .iter()
            .take(n as usize)
            .map(|(_, weight)| *weight)
            .sum()
    }

    fn weight_of_lightest(&self, n: u32) -> Share {
        self.members
            .iter()
            .rev()
            .take(n as usize)
            .map(|(_, weight)| *weight)
            .sum()
    }
}

/// What remains to be satisfied while choosing.
#[derive(Clone)]
struct Need {
    numbers: BTreeMap<usize, u32>,
    shares: BTreeMap<usize, Share>,
}

impl Need {
    fn is_satisfied(&self) -> bool {
        self.numbers.values().all(|n| *n == 0)
            && self.shares.values().all(|share| *share == Share::ZERO)
    }

    fn after(&self, class: &Class, taken: u32, weight: Share) -> Self {
        let mut need = self.clone();
        for (position, n) in &mut need.numbers {
            if class.serves.contains(position) {
                *n = n.saturating_sub(taken);
            }
        }
        for (position, share) in &mut need.shares {
            if class.serves.contains(position) {
                *share = weight.missing_to(*share);
            }
        }
        need
    }

    /// Whether `left` more, taken from these classes at their best, could satisfy each requirement
    /// taken by itself.
    fn is_within_reach(&self, classes: &[Class], left: u32) -> bool {
        let serving = |position: usize| {
            classes
                .iter()
                .filter(move |class| class.serves.contains(&position))
        };
        self.numbers.iter().all(|(position, need)| {
            let available =
                serving(*position).fold(0_u32, |sum, class| sum.saturating_add(class.len()));
            *need <= left.min(available)
        }) && self.shares.iter().all(|(position, need)| {
            let best: Share = serving(*position)
                .map(|class| class.weight_of_heaviest(left))
                .sum();
            let heaviest = serving(*position)
                .map(|class| class.weight_of_heaviest(1))
                .max()
                .unwrap_or_default();
            *need <= best && !(left == 0 && *need > Share::ZERO) && *need <= times(heaviest, left)
        })
    }
}

fn times(share: Share, n: u32) -> Share {
    std::iter::repeat_n(share, n as usize).sum()
}

struct Search<'a> {
    record: &'a Record,
    steps_left: u32,
}

impl Search<'_> {
    fn solve(&mut self, path: &Path, candidates: &BTreeSet<EntityCode>) -> Solved {
        let (classes, need) = self.classes(path, candidates);
        let forced = u32::try_from(path.forced.len()).unwrap_or(u32::MAX);
        let total = classes
            .iter()
            .fold(0_u32, |sum, class| sum.saturating_add(class.len()));
        if !need.is_within_reach(&classes, total) {
            return Solved::Never;
        }
        for more in 0..=total {
            if !need.is_within_reach(&classes, more) {
                continue;
            }
            let mut found = Vec::new();
            let finished = self.takes(&classes, &need, more, &mut Vec::new(), &mut found);
            if found.is_empty() {
                if finished {
                    continue;
                }
                return Solved::Between {
                    at_least: forced.saturating_add(more),
                    at_most: Some(forced.saturating_add(total)),
                };
            }
            let (choices, listed_all) = self.list(path, &classes, &need, &found);
            return Solved::Exactly {
                size: forced.saturating_add(more),
                choices,
                complete: finished && listed_all,
            };
        }
        Solved::Never
    }

    /// The classes of those who are free to choose, and what remains after the forced ones.
    fn classes(&self, path: &Path, candidates: &BTreeSet<EntityCode>) -> (Vec<Class>, Need) {
        let mut need = Need {
            numbers: BTreeMap::new(),
            shares: BTreeMap::new(),
        };
        let mut serves: BTreeMap<EntityCode, BTreeSet<usize>> = BTreeMap::new();
        for (position, requirement) in path.requirements.iter().enumerate() {
            let of = match requirement {
                Requirement::Number { need: n, of } => {
                    let forced = of.intersection(&path.forced).count();
                    let rest = n.saturating_sub(u32::try_from(forced).unwrap_or(u32::MAX));
                    if rest == 0 {
                        continue;
                    }
                    need.numbers.insert(position, rest);
                    of
                }
                Requirement::Share { need: share, of } => {
                    let forced: Share = of
                        .intersection(&path.forced)
                        .map(|code| self.record.weight(*code))
                        .sum();
                    let rest = forced.missing_to(*share);
                    if rest == Share::ZERO {
                        continue;
                    }
                    need.shares.insert(position, rest);
                    of
                }
            };
            for code in of.difference(&path.forced) {
                if candidates.contains(code) {
                    serves.entry(*code).or_default().insert(position);
                }
            }
        }
        let mut classes: BTreeMap<BTreeSet<usize>, Vec<(EntityCode, Share)>> = BTreeMap::new();
        for (code, serves) in serves {
            classes
                .entry(serves)
                .or_default()
                .push((code, self.record.weight(code)));
        }
        let mut classes: Vec<Class> = classes
            .into_iter()
            .map(|(serves, mut members)| {
                members.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
                Class { serves, members }
            })
            .collect();
        // Those who serve the most requirements first: they satisfy soonest.
        classes.sort_by_key(|class| std::cmp::Reverse(class.serves.len()));
        (classes, need)
    }

    /// All ways to take exactly `left` from the classes so that the heaviest of each would do.
    /// Returns whether the search was finished within its steps.
    fn takes(
        &mut self,
        classes: &[Class],
        need: &Need,
        left: u32,
        taken: &mut Vec<u32>,
        found: &mut Vec<Vec<u32>>,
    ) -> bool {
        match self.steps_left.checked_sub(1) {
            None => return false,
            Some(steps) => self.steps_left = steps,
        }
        let Some((class, rest)) = classes.split_first() else {
            if left == 0 && need.is_satisfied() {
                found.push(taken.clone());
            }
            return found.len() <= MOST_LISTED;
        };
        if !need.is_within_reach(classes, left) {
            return true;
        }
        for n in (0..=left.min(class.len())).rev() {
            taken.push(n);
            let after = need.after(class, n, class.weight_of_heaviest(n));
            let finished = self.takes(rest, &after, left.saturating_sub(n), taken, found);
            taken.pop();
            if !finished {
                return false;
            }
        }
        true
    }

    /// The choices behind the numbers taken from each class, and whether they are all.
    fn list(
        &mut self,
        path: &Path,
        classes: &[Class],
        need: &Need,
        found: &[Vec<u32>],
    ) -> (Vec<Choice>, bool) {
        let mut choices = Vec::new();
        let mut all = true;
        for takes in found {
            let lightest_do = {
                let mut rest = need.clone();
                for (class, n) in classes.iter().zip(takes) {
                    rest = rest.after(class, *n, class.weight_of_lightest(*n));
                }
                rest.is_satisfied()
            };
            if lightest_do {
                // Whoever is taken from each class, the weights suffice.
                choices.push(Choice(picks(
                    path,
                    classes.iter().zip(takes).map(|(class, n)| {
                        (*n, class.members.iter().map(|(code, _)| *code).collect())
                    }),
                )));
            } else {
                let free = FreeChoice {
                    classes,
                    takes,
                    path,
                };
                all &= self.pick_members(
                    &free,
                    0,
                    0,
                    *takes.first().unwrap_or(&0),
                    need.clone(),
                    &mut Vec::new(),
                    &mut choices,
                );
            }
            if choices.len() >= MOST_LISTED {
                choices.truncate(MOST_LISTED);
                return (choices, false);
            }
        }
        (choices, all)
    }

    /// Every set with these numbers from each class whose weights suffice. Returns whether all were listed.
    #[expect(
        clippy::too_many_arguments,
        reason = "the state of one recursive search, used nowhere else"
    )]
    fn pick_members(
        &mut self,
        free: &FreeChoice<'_>,
        class_index: usize,
        from: usize,
        left: u32,
        need: Need,
        picked: &mut Vec<EntityCode>,
        choices: &mut Vec<Choice>,
    ) -> bool {
        match self.steps_left.checked_sub(1) {
            None => return false,
            Some(steps) => self.steps_left = steps,
        }
        let Some(class) = free.classes.get(class_index) else {
            if need.is_satisfied() {
                if choices.len() >= MOST_LISTED {
                    return false;
                }
                let set = picked.iter().copied().collect::<BTreeSet<_>>();
                let size = u32::try_from(set.len()).unwrap_or(u32::MAX);
                choices.push(Choice(picks(free.path, [(size, set)].into_iter())));
            }
            return true;
        };
        if left == 0 {
            let next = class_index.saturating_add(1);
            let takes = free.takes.get(next).copied().unwrap_or(0);
            return self.pick_members(free, next, 0, takes, need, picked, choices);
        }
        // The heaviest that remain in this class, and the heaviest of the later ones, must suffice.
        let best = {
            let here: Share = class
                .members
                .iter()
                .skip(from)
                .take(left as usize)
                .map(|(_, w)| *w)
                .sum();
            let mut rest = need.after(class, left, here);
            for (class, n) in free
                .classes
                .iter()
                .zip(free.takes)
                .skip(class_index.saturating_add(1))
            {
                rest = rest.after(class, *n, class.weight_of_heaviest(*n));
            }
            rest.is_satisfied()
        };
        if !best {
            return true;
        }
        for (i, (code, weight)) in class.members.iter().enumerate().skip(from) {
            if class.members.len().saturating_sub(i) < left as usize {
                break;
            }
            picked.push(*code);
            let after = need.after(class, 1, *weight);
            let listed = self.pick_members(
                free,
                class_index,
                i.saturating_add(1),
                left.saturating_sub(1),
                after,
                picked,
                choices,
            );
            picked.pop();
            if !listed {
                return false;
            }
        }
        true
    }
}

struct FreeChoice<'a> {
    classes: &'a [Class],
    takes: &'a [u32],
    path: &'a Path,
}

/// The forced participants and the free picks, with picks of everybody joined into one set.
fn picks(path: &Path, free: impl Iterator<Item = (u32, BTreeSet<EntityCode>)>) -> Vec<Pick> {
    let mut everybody = path.forced.clone();
    let mut choices = Vec::new();
    for (take, from) in free {
        if take == 0 {
            continue;
        }
        if from.len() == take as usize {
            everybody.extend(from);
        } else {
            choices.push(Pick { take, from });
        }
    }
    if !everybody.is_empty() {
        let take = u32::try_from(everybody.len()).unwrap_or(u32::MAX);
        choices.insert(
            0,
            Pick {
                take,
                from: everybody,
            },
        );
    }
    choices
}
