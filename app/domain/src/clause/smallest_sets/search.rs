//! The search for the smallest sets along one path.

use std::collections::{BTreeMap, BTreeSet};

use crate::clause::record::Record;
use crate::clause::smallest_sets::path::{Path, Requirement};
use crate::clause::smallest_sets::{Choice, MOST_LISTED, Pick};
use crate::entity::EntityCode;
use crate::share::Share;

/// The answer for one path.
pub(super) enum Solved {
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

/// The search, with the steps it has left over all paths.
pub(super) struct Search<'a> {
    pub(super) record: &'a Record,
    pub(super) work_left: u32,
}

impl Search<'_> {
    /// Pays for one step, whose cost is that of comparing each requirement with each class.
    /// Returns whether there was enough left.
    fn charge(&mut self, need: &Need, classes: &[Class]) -> bool {
        let requirements = need.numbers.len().saturating_add(need.shares.len());
        let work = requirements.saturating_mul(classes.len()).saturating_add(1);
        let left = u32::try_from(work)
            .ok()
            .and_then(|work| self.work_left.checked_sub(work));
        if let Some(left) = left {
            self.work_left = left;
        }
        left.is_some()
    }

    /// The smallest sets along one path.
    pub(super) fn solve(&mut self, path: &Path, candidates: &BTreeSet<EntityCode>) -> Solved {
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
        if !self.charge(need, classes) {
            return false;
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
        if !self.charge(&need, free.classes) {
            return false;
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
