//! What a vote of Congress needs: a part of a base.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::majority::{Compared, Comparison, Expression, Fraction, Measure, Variable};

/// A part of a base, as `two_thirds_of_senators_present`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Threshold {
    /// Which part is needed.
    pub part: Part,
    /// Of what.
    pub base: Base,
}

/// Which part of the base has to vote in favour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// More than half.
    Majority,
    /// At least three fifths.
    ThreeFifths,
    /// At least two thirds.
    TwoThirds,
    /// At least three quarters.
    ThreeQuarters,
}

/// Whose part is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Base {
    /// Those who vote yea or nay. Who answers *present* is no part of it.
    Voting,
    /// Those who answer: yea, nay, or *present*.
    Present,
    /// The members duly chosen and sworn.
    ChosenAndSworn,
    /// All seats in law.
    Seats,
    /// Those who vote in a committee of which a majority is there.
    Committee,
}

/// The text names no threshold of Congress.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a threshold; use simple_majority, two_thirds_of_senators_present, two_thirds_of_members_voting, three_fifths_duly_chosen, majority_of_committee, or another part of another base"
)]
pub struct UnknownThreshold(pub String);

impl Threshold {
    /// More yeas than nays.
    pub const SIMPLE_MAJORITY: Self = Self::new(Part::Majority, Base::Voting);
    /// More than half of a committee of which a majority is there (Senate Rule XXVI(7), House Rule XI(2)(h)).
    pub const MAJORITY_OF_COMMITTEE: Self = Self::new(Part::Majority, Base::Committee);
    /// Two thirds of the Senators present (Art. II s. 2 cl. 2).
    pub const TWO_THIRDS_OF_SENATORS_PRESENT: Self = Self::new(Part::TwoThirds, Base::Present);
    /// Two thirds of those who vote (Art. I s. 7 cl. 2; House Rule XV(1)).
    pub const TWO_THIRDS_OF_MEMBERS_VOTING: Self = Self::new(Part::TwoThirds, Base::Voting);
    /// Two thirds of all Senators.
    pub const TWO_THIRDS_DULY_CHOSEN: Self = Self::new(Part::TwoThirds, Base::ChosenAndSworn);
    /// Three fifths of the Senators duly chosen and sworn (Senate Rule XXII(2)).
    pub const THREE_FIFTHS_DULY_CHOSEN: Self = Self::new(Part::ThreeFifths, Base::ChosenAndSworn);

    /// A part of a base.
    pub const fn new(part: Part, base: Base) -> Self {
        Self { part, base }
    }

    /// As the majority module counts it, in exact integers.
    pub fn expression(self) -> Expression {
        let (numerator, denominator, compared) = match self.part {
            Part::Majority => (1, 2, Compared::Gt),
            Part::ThreeFifths => (3, 5, Compared::Ge),
            Part::TwoThirds => (2, 3, Compared::Ge),
            Part::ThreeQuarters => (3, 4, Compared::Ge),
        };
        let base = match self.base {
            Base::Voting | Base::Committee => Variable::Cast,
            Base::Present => Variable::Present,
            Base::ChosenAndSworn => Variable::MembersInOffice,
            Base::Seats => Variable::Members,
        };
        Expression::Compare(Comparison {
            figure: Variable::Yes,
            compared,
            measure: Measure::Of(Fraction {
                numerator,
                denominator,
                base,
                plus: 0,
            }),
        })
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match (self.part, self.base) {
            (Part::Majority, Base::Voting) => return f.write_str("simple_majority"),
            (Part::Majority, _) => "majority",
            (Part::ThreeFifths, _) => "three_fifths",
            (Part::TwoThirds, _) => "two_thirds",
            (Part::ThreeQuarters, _) => "three_quarters",
        };
        let base = match self.base {
            Base::Voting => "_of_members_voting",
            Base::Present => "_of_senators_present",
            Base::ChosenAndSworn => "_duly_chosen",
            Base::Seats => "_of_all_members",
            Base::Committee => "_of_committee",
        };
        write!(f, "{part}{base}")
    }
}

impl FromStr for Threshold {
    type Err = UnknownThreshold;

    /// Reads a threshold by its words, in any of the ways in which sources put them:
    /// `three_fifths_of_senators_duly_chosen_and_sworn`, `2/3 of Members present and voting`.
    fn from_str(text: &str) -> Result<Self, UnknownThreshold> {
        let refuse = || UnknownThreshold(text.chars().take(60).collect());
        let text = text.to_ascii_lowercase();
        let mut words = text
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| {
                !matches!(
                    *word,
                    "" | "of" | "the" | "and" | "those" | "who" | "a" | "an"
                )
            });
        let first = words.next().ok_or_else(refuse)?;
        let part = match first {
            "majority" => Part::Majority,
            "simple" | "absolute" => match words.next() {
                Some("majority") => Part::Majority,
                _ => return Err(refuse()),
            },
            "three" | "3" => match words.next() {
                Some("fifths" | "5") => Part::ThreeFifths,
                Some("quarters" | "fourths" | "4") => Part::ThreeQuarters,
                _ => return Err(refuse()),
            },
            "two" | "2" => match words.next() {
                Some("thirds" | "3") => Part::TwoThirds,
                _ => return Err(refuse()),
            },
            _ => return Err(refuse()),
        };
        let mut base = (first == "absolute").then_some(Base::Seats);
        for word in words {
            base = Some(match (word, base) {
                // “Present and voting” are those who vote.
                ("voting" | "votes" | "voted" | "cast" | "vote", _)
                | ("present", Some(Base::Voting)) => Base::Voting,
                ("present", _) => Base::Present,
                ("chosen" | "sworn" | "duly" | "elected" | "serving" | "office" | "in", _) => {
                    Base::ChosenAndSworn
                }
                ("committee", _) => Base::Committee,
                ("seats" | "membership" | "all" | "entire" | "full" | "total", None) => Base::Seats,
                // These say whose, and leave the base to the other words.
                (
                    "senators" | "members" | "representatives" | "senate" | "house" | "both"
                    | "houses" | "each" | "seats" | "membership",
                    Some(base),
                ) => base,
                (
                    "senators" | "members" | "representatives" | "senate" | "house" | "both"
                    | "houses" | "each",
                    None,
                ) => continue,
                _ => return Err(refuse()),
            });
        }
        match (part, base) {
            (part, Some(base)) => Ok(Self { part, base }),
            (Part::Majority, None) => Ok(Self::SIMPLE_MAJORITY),
            (_, None) => Err(refuse()),
        }
    }
}

impl TryFrom<String> for Threshold {
    type Error = UnknownThreshold;

    fn try_from(text: String) -> Result<Self, UnknownThreshold> {
        text.parse()
    }
}

impl From<Threshold> for String {
    fn from(threshold: Threshold) -> Self {
        threshold.to_string()
    }
}
