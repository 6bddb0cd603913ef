//! How many votes in favour a rule asks for, all else being as it was.

use crate::majority::expression::{Compared, Comparison, Expression, Measure};
use crate::majority::figures::Figures;
use crate::majority::interval::Interval;
use crate::majority::variable::Variable;

/// The votes in favour that a rule asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Needed {
    /// Which votes: one each, or weighted.
    pub figure: Variable,
    /// The fewest with which the rule holds, its base being as it is. `None` if the base is not known.
    pub votes: Option<u64>,
}

/// What the rule asks for; `None` where it does not ask for a number of votes in favour.
///
/// Where several conditions have to hold, the largest number; conditions on cantons or populations
/// come on top and are not in it.
pub(super) fn needed(rule: &Expression, figures: &Figures<'_>) -> Option<Needed> {
    match rule {
        Expression::Compare(comparison) => of_comparison(comparison, figures),
        Expression::All(rules) => rules
            .iter()
            .filter_map(|rule| needed(rule, figures))
            .reduce(
                |one, other| match (one.figure == other.figure, one.votes, other.votes) {
                    (true, Some(a), Some(b)) => Needed {
                        votes: Some(a.max(b)),
                        ..one
                    },
                    (true, _, _) => Needed { votes: None, ..one },
                    (false, _, _) => one,
                },
            ),
        Expression::Any(_)
        | Expression::Not(_)
        | Expression::EachGroup(..)
        | Expression::Always(_) => None,
    }
}

fn of_comparison(comparison: &Comparison, figures: &Figures<'_>) -> Option<Needed> {
    let figure @ (Variable::Yes | Variable::YesWeight | Variable::YesStates) = comparison.figure
    else {
        return None;
    };
    let more = match comparison.compared {
        Compared::Ge => 0,
        Compared::Gt => 1,
        Compared::Eq => return None,
    };
    let votes = match comparison.measure {
        Measure::Count(count) => u64::from(count).checked_add(more),
        Measure::Of(fraction) => {
            let numerator = i128::from(fraction.numerator);
            let denominator = i128::from(fraction.denominator);
            let least = |base: u64| {
                let goal = numerator * i128::from(base) + denominator * i128::from(fraction.plus);
                // The smallest whole number that is at least, or more than, goal / denominator.
                let votes = if more == 1 {
                    goal.div_euclid(denominator) + 1
                } else {
                    -((-goal).div_euclid(denominator))
                };
                u64::try_from(votes.max(0)).ok()
            };
            let Interval { low, high } = figures.figure(fraction.base);
            // A base that is only bounded can still ask for one number alone.
            high.and_then(least)
                .filter(|most| least(low) == Some(*most))
        }
    };
    Some(Needed { figure, votes })
}
