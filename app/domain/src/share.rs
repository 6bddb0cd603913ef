//! Exact decimal shares, for clauses that count a weight.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A share in percent: an exact decimal from 0 to 1000 with at most 20 decimal places.
///
/// A table of weights may sum to more than 100, where an organisation repeats its members, so a
/// sum of shares may exceed 100. Never a float: 66.666… and 0.1 have traps that a treaty has not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Share(Decimal);

/// The text is not a share.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a share; write a decimal number in percent such as 55 or 17.89, with at most 20 decimal places"
)]
pub struct NotAShare(String);

/// More than any table of weights sums to.
const LARGEST: i64 = 1_000;

impl Share {
    /// No share at all.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The whole: 100 per cent.
    pub const WHOLE: Self = Self(Decimal::ONE_HUNDRED);

    /// The sum of two shares.
    ///
    /// Exact up to 792 million per cent: a table would need 792,000 shares of the largest kind.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// What is missing to reach `goal`; zero if nothing is.
    #[must_use]
    pub fn missing_to(self, goal: Self) -> Self {
        if self >= goal {
            Self::ZERO
        } else {
            Self(goal.0.saturating_sub(self.0))
        }
    }

    /// This share rounded to as many decimal places as `pattern` is written with; halves away from zero.
    #[must_use]
    pub fn rounded_like(self, pattern: Self) -> Self {
        let places = pattern.0.scale();
        Self(
            self.0.round_dp_with_strategy(
                places,
                rust_decimal::RoundingStrategy::MidpointAwayFromZero,
            ),
        )
    }

    /// Whether both are the same number, however many zeros they are written with.
    #[must_use]
    pub fn same_number(self, other: Self) -> bool {
        self.0 == other.0
    }

    /// The share written without superfluous zeros.
    #[must_use]
    pub fn normalised(self) -> Self {
        Self(self.0.normalize())
    }
}

impl std::iter::Sum for Share {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Self::plus)
    }
}

impl FromStr for Share {
    type Err = NotAShare;

    fn from_str(text: &str) -> Result<Self, NotAShare> {
        let refuse = || NotAShare(text.chars().take(40).collect());
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let shape_is_right = !whole.is_empty()
            && whole.len() <= 4
            && digits(whole)
            && digits(fraction)
            && fraction.len() <= 20
            && !(text.contains('.') && fraction.is_empty());
        if !shape_is_right {
            return Err(refuse());
        }
        let value = Decimal::from_str_exact(text).map_err(|_| refuse())?;
        if value > Decimal::from(LARGEST) {
            return Err(refuse());
        }
        Ok(Self(value))
    }
}

/// In an entry a share has one spelling: without superfluous zeros.
impl TryFrom<String> for Share {
    type Error = NotAShare;

    fn try_from(text: String) -> Result<Self, NotAShare> {
        let share: Self = text.parse()?;
        if share.normalised().to_string() == text {
            Ok(share)
        } else {
            Err(NotAShare(text))
        }
    }
}

impl From<Share> for String {
    fn from(share: Share) -> Self {
        share.normalised().to_string()
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(text: &str) -> Share {
        text.parse().unwrap()
    }

    #[test]
    fn shares_add_exactly() {
        let tenths: Share = std::iter::repeat_n(share("0.1"), 10).sum();
        assert!(tenths.same_number(share("1")));
        assert!(
            share("33.333333333333")
                .plus(share("66.666666666667"))
                .same_number(share("100"))
        );
    }

    #[test]
    fn a_table_of_the_longest_shares_is_summed_exactly() {
        let sum: Share = std::iter::repeat_n(share("999.99999999999999999999"), 10_000).sum();
        assert_eq!(sum.to_string(), "9999999.99999999999999990000");
    }

    #[test]
    fn only_plain_decimals_are_shares() {
        for wrong in [
            "",
            ".5",
            "5.",
            "-1",
            "1e3",
            "1,5",
            "1001",
            "0.123456789012345678901",
            "NaN",
            "٥٥",
        ] {
            assert!(wrong.parse::<Share>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn in_an_entry_a_share_has_one_spelling() {
        for (text, right) in [
            ("55", true),
            ("55.0", false),
            ("055", false),
            ("0.5", true),
            ("0", true),
        ] {
            let json = format!("\"{text}\"");
            assert_eq!(
                serde_json::from_str::<Share>(&json).is_ok(),
                right,
                "{text}"
            );
        }
    }

    #[test]
    fn a_share_is_compared_at_the_precision_given() {
        assert!(
            share("52.114")
                .rounded_like(share("52.11"))
                .same_number(share("52.11"))
        );
        assert!(
            share("52.115")
                .rounded_like(share("52.11"))
                .same_number(share("52.12"))
        );
        assert!(
            share("89.6")
                .rounded_like(share("90"))
                .same_number(share("90"))
        );
    }
}
