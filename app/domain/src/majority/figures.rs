//! From a tally, in which figures may be missing, to what each figure can be at all.

use crate::act::{GroupTally, Tally};
use crate::majority::interval::Interval;
use crate::majority::variable::Variable;

/// The parts into which all seats fall at a vote. Every figure of the chamber is a sum of some of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    pub yes: Interval,
    pub no: Interval,
    pub abstain: Interval,
    /// In the room, but neither voted nor abstained.
    pub silent: Interval,
    pub absent: Interval,
    pub vacant: Interval,
}

/// What is known of the figures of a vote.
#[derive(Debug, Clone)]
pub(super) struct Figures<'a> {
    parts: Parts,
    cast: Interval,
    voting: Interval,
    present: Interval,
    in_office: Interval,
    members: Interval,
    tally: Option<&'a Tally>,
}

/// The figures contradict each other, such as more votes than members in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Contradiction;

/// More rounds than the longest chain of sums can need.
const ROUNDS: u32 = 16;

/// Groups that are not groups of members, but another way in which a vote is counted.
const COUNTS: [&str; 5] = [
    "cantons",
    "population",
    "states",
    "requests_tk",
    "requests_ek",
];

impl<'a> Figures<'a> {
    /// What a tally tells, in a body with so many seats.
    pub fn of(tally: &'a Tally, seats: Option<u32>) -> Result<Self, Contradiction> {
        let parts = Parts {
            yes: Interval::recorded(tally.yes),
            no: Interval::recorded(tally.no),
            abstain: Interval::recorded(tally.abstain),
            // Those who did not vote may have been in the room or not; the source does not tell.
            silent: tally.not_voting.map_or(Interval::ANY, |most| Interval {
                low: 0,
                high: Some(u64::from(most)),
            }),
            absent: Interval::ANY,
            vacant: Interval::ANY,
        };
        let mut figures = Self {
            parts,
            cast: Interval::ANY,
            voting: Interval::ANY,
            present: Interval::recorded(tally.present),
            in_office: Interval::recorded(tally.members_in_office),
            members: Interval::recorded(tally.members.or(seats)),
            tally: Some(tally),
        };
        figures.narrow()?;
        Ok(figures)
    }

    /// What the tally of a group tells.
    fn of_group(group: &GroupTally) -> Result<Figures<'static>, Contradiction> {
        let mut figures = Figures {
            parts: Parts {
                yes: Interval::recorded(group.yes),
                no: Interval::recorded(group.no),
                abstain: Interval::recorded(group.abstain),
                silent: Interval::ANY,
                absent: Interval::ANY,
                vacant: Interval::ANY,
            },
            cast: Interval::ANY,
            voting: Interval::ANY,
            present: Interval::ANY,
            in_office: Interval::ANY,
            members: Interval::ANY,
            tally: None,
        };
        figures.narrow()?;
        Ok(figures)
    }

    /// The figures of each group of members.
    pub fn groups(&self) -> Result<Vec<Figures<'static>>, Contradiction> {
        self.tally
            .iter()
            .flat_map(|tally| &tally.groups)
            .filter(|group| !COUNTS.contains(&group.group.as_str()))
            .map(Self::of_group)
            .collect()
    }

    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// What a figure can be.
    pub fn figure(&self, variable: Variable) -> Interval {
        match variable {
            Variable::Yes => self.parts.yes,
            Variable::No => self.parts.no,
            Variable::Abstain => self.parts.abstain,
            Variable::Cast => self.cast,
            Variable::Voting => self.voting,
            Variable::Present => self.present,
            Variable::Members => self.members,
            Variable::MembersInOffice => self.in_office,
            // All who are entitled to vote; the seats of a chamber say nothing of them.
            Variable::CommitteeMembers | Variable::RegisteredElectors => {
                let recorded = self.tally.and_then(|tally| tally.members);
                let at_least = Interval {
                    low: self.voting.low,
                    high: None,
                };
                Interval::recorded(recorded).and(at_least)
            }
            Variable::YesWeight => match self.weights() {
                Some((yes, _)) => Interval::recorded(yes),
                None => self.parts.yes,
            },
            Variable::Weights => match self.weights() {
                Some((_, all)) => Interval::recorded(all),
                None => self.members,
            },
            Variable::YesStates => self.group("states").map_or(self.parts.yes, yes),
            Variable::States => match self.group("states") {
                Some(group) if self.members == Interval::ANY => all_voting(group),
                Some(_) | None => self.members,
            },
            Variable::YesPopulation => self.group("population").map_or(Interval::ANY, yes),
            Variable::Population => self.group("population").map_or(Interval::ANY, all_voting),
            Variable::YesCantons => self.group("cantons").map_or(Interval::ANY, yes),
            Variable::Cantons => self.group("cantons").map_or(Interval::ANY, |group| {
                yes(group).plus(Interval::recorded(group.no))
            }),
            Variable::RequestsTk => self.group("requests_tk").map_or(Interval::ANY, yes),
            Variable::RequestsEk => self.group("requests_ek").map_or(Interval::ANY, yes),
        }
    }

    /// The weights, if any is recorded. Where none is, a body whose votes are weighted has recorded
    /// the weighted votes as its votes, as the German Bundesrat does.
    fn weights(&self) -> Option<(Option<u32>, Option<u32>)> {
        let tally = self.tally?;
        let weights = (tally.yes_weight, tally.weights);
        (weights != (None, None)).then_some(weights)
    }

    fn group(&self, name: &str) -> Option<&'a GroupTally> {
        let mut groups = self.tally?.groups.iter();
        groups.find(|group| group.group.as_str() == name)
    }

    /// Uses what is known of sums and parts on each other until nothing more follows.
    fn narrow(&mut self) -> Result<(), Contradiction> {
        for _ in 0..ROUNDS {
            let before = (
                self.parts,
                self.cast,
                self.voting,
                self.present,
                self.in_office,
                self.members,
            );
            let parts = &mut self.parts;
            sum(&mut self.cast, &mut parts.yes, &mut parts.no)?;
            sum(&mut self.voting, &mut self.cast, &mut parts.abstain)?;
            sum(&mut self.present, &mut self.voting, &mut parts.silent)?;
            sum(&mut self.in_office, &mut self.present, &mut parts.absent)?;
            sum(&mut self.members, &mut self.in_office, &mut parts.vacant)?;
            let after = (
                self.parts,
                self.cast,
                self.voting,
                self.present,
                self.in_office,
                self.members,
            );
            if before == after {
                break;
            }
        }
        Ok(())
    }
}

/// Narrows a whole and its two parts by each other.
fn sum(
    whole: &mut Interval,
    one: &mut Interval,
    other: &mut Interval,
) -> Result<(), Contradiction> {
    *whole = whole.and(one.plus(*other));
    *one = one.and(whole.minus(*other));
    *other = other.and(whole.minus(*one));
    if whole.is_empty() || one.is_empty() || other.is_empty() {
        return Err(Contradiction);
    }
    Ok(())
}

fn yes(group: &GroupTally) -> Interval {
    Interval::recorded(group.yes)
}

fn all_voting(group: &GroupTally) -> Interval {
    yes(group)
        .plus(Interval::recorded(group.no))
        .plus(Interval::recorded(group.abstain))
}
