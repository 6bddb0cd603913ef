//! The two chambers, and how many seats they have.

use serde::{Deserialize, Serialize};

use crate::day::Day;

/// A chamber of Congress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chamber {
    /// The House of Representatives.
    House,
    /// The Senate.
    Senate,
}

/// Seats of the Senate from a day on: two for each State (Constitution, Art. I s. 3).
const SENATE: [(&str, u32); 3] = [
    // Arizona became the 48th State.
    ("1912-02-14", 96),
    // Alaska.
    ("1959-01-03", 98),
    // Hawaii.
    ("1959-08-21", 100),
];

/// Seats of the House from a day on (2 U.S.C. 2a; one each for Alaska and Hawaii until the next census).
const HOUSE: [(&str, u32); 4] = [
    ("1913-03-04", 435),
    ("1959-01-03", 436),
    ("1959-08-21", 437),
    ("1963-01-03", 435),
];

impl Chamber {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::House => Self::Senate,
            Self::Senate => Self::House,
        }
    }

    /// Its seats in law on a day; `None` before 1912 (Senate) and 1913 (House), which nobody has entered.
    pub fn seats(self, on: Day) -> Option<u32> {
        let table: &[(&str, u32)] = match self {
            Self::House => &HOUSE,
            Self::Senate => &SENATE,
        };
        let since = |from: &str| from.parse::<Day>().is_ok_and(|from| from <= on);
        table
            .iter()
            .rev()
            .find(|(from, _)| since(from))
            .map(|(_, seats)| *seats)
    }
}

impl std::fmt::Display for Chamber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::House => "House",
            Self::Senate => "Senate",
        })
    }
}
