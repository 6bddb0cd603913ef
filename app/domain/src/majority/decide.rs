//! Whether a vote is carried by its rule, as far as the figures tell.

use serde::{Deserialize, Serialize};

use crate::act::Tally;
use crate::majority::compare;
use crate::majority::expression::Expression;
use crate::majority::figures::{Contradiction, Figures};
use crate::majority::rule::{Checked, Quorum, Rule};
use crate::majority::truth::Truth;
use crate::majority::variable::Variable;
use crate::majority::votes_needed;

/// What a rule makes of a tally.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arithmetic {
    /// Carried, lost, or cannot be told.
    pub decision: Decision,
    /// Whether enough were there.
    pub quorum: QuorumFinding,
    /// Whether the figures fit together.
    pub figures: FiguresFound,
    /// Which votes in favour are counted; `None` where the rule asks for no number of them.
    pub counted: Option<Variable>,
    /// How many of them are needed, all else being as it was. `None` if that cannot be told.
    pub needed: Option<u32>,
    /// How many there are.
    pub have: Option<u32>,
    /// How many are lacking; zero if none is.
    pub lacking: Option<u32>,
}

/// Whether what was put to the vote is carried: the treaty on a vote of approval, the objection on
/// an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Carried, whatever the figures are that are not known.
    Carried,
    /// Lost, whatever they are.
    Lost,
    /// It depends on figures that are not known.
    CannotBeTold,
}

/// Whether there was a quorum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuorumFinding {
    /// None is asked for, or none was read.
    NotAsked,
    /// There was.
    Met,
    /// There was none. Where it is only looked at on a challenge, the vote stands all the same.
    Missing(Checked),
    /// It cannot be told.
    CannotBeTold(Checked),
}

/// Whether the figures of a tally fit together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FiguresFound {
    /// They do.
    Consistent,
    /// There are more than the procedure file knows seats; the seats are left out of account.
    MoreThanSeats,
    /// They contradict each other, such as more votes than members in the room. Nothing can be told.
    Contradictory,
}

/// What a vote is counted by: a majority and a quorum in machine form, without the words about them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// When what is put to the vote is carried.
    pub majority: Expression,
    /// When enough are there, and when that is looked at.
    pub quorum: Option<(Expression, Checked)>,
}

impl Counting {
    /// That of a rule and a quorum.
    pub fn of(rule: Rule, quorum: Option<Quorum>) -> Self {
        Self {
            majority: rule.expr,
            quorum: quorum.map(|quorum| (quorum.expr, quorum.checked)),
        }
    }

    /// As [`decide`].
    pub fn decide(&self, tally: &Tally, seats: Option<u32>) -> Arithmetic {
        let quorum = self.quorum.as_ref();
        count(
            &self.majority,
            quorum.map(|(expr, checked)| (expr, *checked)),
            tally,
            seats,
        )
    }
}

/// Decides by a rule, in a body with so many seats if the tally does not give them itself.
///
/// A figure that is not known is never taken to be zero. The answer is given only if it is the same
/// for each value that the unknown figures can have. A quorum that is always looked at can keep a
/// vote from being carried; one that is looked at on a challenge cannot.
pub fn decide(
    rule: &Rule,
    quorum: Option<&Quorum>,
    tally: &Tally,
    seats: Option<u32>,
) -> Arithmetic {
    let quorum = quorum.map(|quorum| (&quorum.expr, quorum.checked));
    count(&rule.expr, quorum, tally, seats)
}

fn count(
    majority: &Expression,
    quorum: Option<(&Expression, Checked)>,
    tally: &Tally,
    seats: Option<u32>,
) -> Arithmetic {
    let (figures, found) = match Figures::of(tally, seats) {
        Ok(figures) => (figures, FiguresFound::Consistent),
        Err(Contradiction) => match Figures::of(tally, None) {
            Ok(figures) => (figures, FiguresFound::MoreThanSeats),
            Err(Contradiction) => return contradictory(quorum),
        },
    };
    let quorum = match quorum {
        None => QuorumFinding::NotAsked,
        Some((expr, checked)) => match holds(expr, &figures) {
            Truth::Yes => QuorumFinding::Met,
            Truth::No => QuorumFinding::Missing(checked),
            Truth::CannotBeTold => QuorumFinding::CannotBeTold(checked),
        },
    };
    let counts = match quorum {
        QuorumFinding::Missing(Checked::Always) => Truth::No,
        QuorumFinding::CannotBeTold(Checked::Always) => Truth::CannotBeTold,
        QuorumFinding::NotAsked
        | QuorumFinding::Met
        | QuorumFinding::Missing(Checked::OnChallenge)
        | QuorumFinding::CannotBeTold(Checked::OnChallenge) => Truth::Yes,
    };
    let decision = match Truth::all([holds(majority, &figures), counts].into_iter()) {
        Truth::Yes => Decision::Carried,
        Truth::No => Decision::Lost,
        Truth::CannotBeTold => Decision::CannotBeTold,
    };
    let asked = votes_needed::needed(majority, &figures);
    let number = |votes: Option<u64>| votes.and_then(|votes| u32::try_from(votes).ok());
    let needed = number(asked.and_then(|asked| asked.votes));
    let have = number(asked.and_then(|asked| figures.figure(asked.figure).value()));
    Arithmetic {
        decision,
        quorum,
        figures: found,
        counted: asked.map(|asked| asked.figure),
        needed,
        have,
        lacking: needed
            .zip(have)
            .map(|(needed, have)| needed.saturating_sub(have)),
    }
}

fn contradictory(quorum: Option<(&Expression, Checked)>) -> Arithmetic {
    Arithmetic {
        decision: Decision::CannotBeTold,
        quorum: quorum.map_or(QuorumFinding::NotAsked, |(_, checked)| {
            QuorumFinding::CannotBeTold(checked)
        }),
        figures: FiguresFound::Contradictory,
        counted: None,
        needed: None,
        have: None,
        lacking: None,
    }
}

/// Whether an expression holds.
fn holds(expression: &Expression, figures: &Figures<'_>) -> Truth {
    match expression {
        Expression::Compare(comparison) => compare::holds(comparison, figures),
        Expression::All(all) => Truth::all(all.iter().map(|one| holds(one, figures))),
        Expression::Any(any) => Truth::all(any.iter().map(|one| holds(one, figures).not())).not(),
        Expression::Not(other) => holds(other, figures).not(),
        Expression::EachGroup(_, rule) => in_each_group(rule, figures),
        Expression::Always(true) => Truth::Yes,
        Expression::Always(false) => Truth::No,
    }
}

/// Fewer than two groups are not all of them, so a single one can lose the vote but not carry it.
fn in_each_group(rule: &Expression, figures: &Figures<'_>) -> Truth {
    let Ok(groups) = figures.groups() else {
        return Truth::CannotBeTold;
    };
    let complete = if groups.len() < 2 {
        Truth::CannotBeTold
    } else {
        Truth::Yes
    };
    Truth::all(
        groups
            .iter()
            .map(|group| holds(rule, group))
            .chain([complete]),
    )
}
