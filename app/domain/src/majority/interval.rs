//! A figure that may be known, bounded, or not known at all.

/// Every value that a figure can have: from `low` to `high`, or without an upper bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    pub low: u64,
    pub high: Option<u64>,
}

impl Interval {
    /// Nothing is known.
    pub const ANY: Self = Self { low: 0, high: None };

    /// Exactly this.
    pub fn exactly(value: u64) -> Self {
        Self {
            low: value,
            high: Some(value),
        }
    }

    /// What is recorded, or nothing known.
    pub fn recorded(value: Option<u32>) -> Self {
        value.map_or(Self::ANY, |value| Self::exactly(u64::from(value)))
    }

    /// The value, if there is only one.
    pub fn value(self) -> Option<u64> {
        self.high.filter(|high| *high == self.low)
    }

    /// The sum of two figures.
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low.saturating_add(other.low),
            high: match (self.high, other.high) {
                (Some(a), Some(b)) => Some(a.saturating_add(b)),
                _ => None,
            },
        }
    }

    /// What is left of a whole without a part of it: never below zero.
    pub fn minus(self, part: Self) -> Self {
        Self {
            low: part.high.map_or(0, |high| self.low.saturating_sub(high)),
            high: self.high.map(|high| high.saturating_sub(part.low)),
        }
    }

    /// The values that lie in both.
    pub fn and(self, other: Self) -> Self {
        Self {
            low: self.low.max(other.low),
            high: match (self.high, other.high) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (one, None) | (None, one) => one,
            },
        }
    }

    /// Whether no value is left: the figures contradict each other.
    pub fn is_empty(self) -> bool {
        self.high.is_some_and(|high| high < self.low)
    }
}
