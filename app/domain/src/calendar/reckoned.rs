//! A day of the law that is computed, or cannot be yet.

use crate::day::Day;
use crate::name::Key;

/// What was reckoned, or why it cannot be yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reckoned<T> {
    /// This.
    On(T),
    /// Not computable yet: a calendar is not published far enough.
    NotComputableYet {
        /// The earliest that it can be: as if every day not published yet counted. It holds as long as
        /// what is published is not replaced.
        at_best: T,
        /// What is missing.
        gap: Gap,
    },
}

/// Where the calendars give out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The chamber whose calendar gives out first.
    pub chamber: Key,
    /// The last day before that of which something is published; `None` if nothing is.
    pub published_until: Option<Day>,
    /// How many units are counted before that.
    pub counted: u32,
}

impl<T> Reckoned<T> {
    /// The same of something else.
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> Reckoned<U> {
        match self {
            Self::On(on) => Reckoned::On(of(on)),
            Self::NotComputableYet { at_best, gap } => Reckoned::NotComputableYet {
                at_best: of(at_best),
                gap,
            },
        }
    }

    /// What was reckoned; `None` if it cannot be yet.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::On(on) => Some(on),
            Self::NotComputableYet { .. } => None,
        }
    }

    /// What was reckoned, or the earliest that it can be.
    pub fn at_best(&self) -> &T {
        match self {
            Self::On(on) => on,
            Self::NotComputableYet { at_best, .. } => at_best,
        }
    }
}
