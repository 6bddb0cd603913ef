//! A comparison, for every possible value of the figures that are not known.

use crate::majority::expression::{Compared, Comparison, Fraction, Measure};
use crate::majority::figures::Figures;
use crate::majority::interval::Interval;
use crate::majority::truth::Truth;
use crate::majority::variable::Variable;

/// By how much a figure exceeds its measure, times the denominator: the bounds of a whole number.
#[derive(Debug, Clone, Copy)]
struct Excess {
    low: Option<i128>,
    high: Option<i128>,
}

/// Whether the comparison holds.
pub(super) fn holds(comparison: &Comparison, figures: &Figures<'_>) -> Truth {
    let excess = match comparison.measure {
        Measure::Count(count) => {
            let figure = figures.figure(comparison.figure);
            Excess::NONE
                .plus(1, figure)
                .plus(-1, Interval::exactly(u64::from(count)))
        }
        Measure::Of(fraction) => of_fraction(comparison.figure, &fraction, figures),
    };
    let (low, high) = (excess.low, excess.high);
    let at_least = |bound: Option<i128>, least: i128| bound.is_some_and(|bound| bound >= least);
    let at_most = |bound: Option<i128>, most: i128| bound.is_some_and(|bound| bound <= most);
    let (yes, no) = match comparison.compared {
        Compared::Ge => (at_least(low, 0), at_most(high, -1)),
        Compared::Gt => (at_least(low, 1), at_most(high, 0)),
        Compared::Eq => (
            at_least(low, 0) && at_most(high, 0),
            at_least(low, 1) || at_most(high, -1),
        ),
    };
    match (yes, no) {
        (true, _) => Truth::Yes,
        (false, true) => Truth::No,
        (false, false) => Truth::CannotBeTold,
    }
}

/// Multiplied across, so that nothing is rounded: denominator × figure − numerator × base − denominator × plus.
///
/// The figure is often part of its base. Bounds on both tell one thing, bounds on the parts of the
/// chamber, with the figure taken out of its base, another: both are right, so the narrower is taken.
fn of_fraction(figure: Variable, fraction: &Fraction, figures: &Figures<'_>) -> Excess {
    let numerator = i128::from(fraction.numerator);
    let denominator = i128::from(fraction.denominator);
    let plus = Excess::exactly(-denominator * i128::from(fraction.plus));
    let by_sums = plus
        .plus(denominator, figures.figure(figure))
        .plus(-numerator, figures.figure(fraction.base));
    let (Some(of_figure), Some(of_base)) = (parts(figure), parts(fraction.base)) else {
        return by_sums;
    };
    let all = figures.parts();
    let intervals = [
        all.yes,
        all.no,
        all.abstain,
        all.silent,
        all.absent,
        all.vacant,
    ];
    let by_parts = intervals.into_iter().zip(of_figure).zip(of_base).fold(
        plus,
        |sum, ((part, in_figure), in_base)| {
            sum.plus(denominator * in_figure - numerator * in_base, part)
        },
    );
    by_sums.and(by_parts)
}

/// How often each part of the chamber counts in a figure: yes, no, abstain, silent, absent, vacant.
fn parts(variable: Variable) -> Option<[i128; 6]> {
    match variable {
        Variable::Yes => Some([1, 0, 0, 0, 0, 0]),
        Variable::No => Some([0, 1, 0, 0, 0, 0]),
        Variable::Abstain => Some([0, 0, 1, 0, 0, 0]),
        Variable::Cast => Some([1, 1, 0, 0, 0, 0]),
        Variable::Voting => Some([1, 1, 1, 0, 0, 0]),
        Variable::Present => Some([1, 1, 1, 1, 0, 0]),
        Variable::MembersInOffice => Some([1, 1, 1, 1, 1, 0]),
        Variable::Members => Some([1, 1, 1, 1, 1, 1]),
        Variable::CommitteeMembers
        | Variable::RegisteredElectors
        | Variable::YesWeight
        | Variable::Weights
        | Variable::YesStates
        | Variable::States
        | Variable::YesPopulation
        | Variable::Population
        | Variable::YesCantons
        | Variable::Cantons
        | Variable::RequestsTk
        | Variable::RequestsEk => None,
    }
}

impl Excess {
    const NONE: Self = Self {
        low: Some(0),
        high: Some(0),
    };

    fn exactly(value: i128) -> Self {
        Self {
            low: Some(value),
            high: Some(value),
        }
    }

    /// With so many times a figure added.
    fn plus(self, times: i128, figure: Interval) -> Self {
        if times == 0 {
            return self;
        }
        let smallest = Some(times * i128::from(figure.low));
        let largest = figure.high.map(|high| times * i128::from(high));
        let (low, high) = if times > 0 {
            (smallest, largest)
        } else {
            (largest, smallest)
        };
        let add = |a: Option<i128>, b: Option<i128>| Some(a? + b?);
        Self {
            low: add(self.low, low),
            high: add(self.high, high),
        }
    }

    /// The narrower bounds of two.
    fn and(self, other: Self) -> Self {
        Self {
            // No lower bound is less than any.
            low: self.low.max(other.low),
            high: match (self.high, other.high) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (one, None) | (None, one) => one,
            },
        }
    }
}
