//! A Congress: two years of both chambers, by its number.

use serde::{Deserialize, Serialize};

use crate::day::Day;

/// A Congress by its number, from the 1st in 1789.
///
/// It begins and ends at noon of 3 January of odd years (Twentieth Amendment, s. 1); until the 73rd it was
/// 4 March. A [`Day`] has no hours, so the day of the change belongs to both: what was done on it may have
/// been done by either. [`Congress::on`] names the one that begins, because at the end of the day that is
/// the one there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Congress(u16);

/// The year in which the 1st Congress began.
const FIRST_YEAR: i32 = 1789;
/// The first Congress that began on 3 January: the Twentieth Amendment took effect for the one after the 73rd.
const FIRST_IN_JANUARY: u16 = 74;
/// The last Congress whose first and last day are days this crate can hold.
const LAST: u16 = 4_000;

impl Congress {
    /// The first, of 1789.
    pub const FIRST: Self = Self(1);

    /// The Congress with this number.
    pub fn new(number: u16) -> Option<Self> {
        (1..=LAST).contains(&number).then_some(Self(number))
    }

    /// The Congress at the end of a day; `None` before 4 March 1789.
    pub fn on(day: Day) -> Option<Self> {
        let number = (day.year() - FIRST_YEAR).div_euclid(2) + 1;
        let this = Self::new(u16::try_from(number).ok()?)?;
        if this.begins() <= day {
            Some(this)
        } else {
            Self::new(this.0.checked_sub(1)?)
        }
    }

    /// Its number.
    pub fn number(self) -> u16 {
        self.0
    }

    /// Its first day, from noon on.
    pub fn begins(self) -> Day {
        let year = FIRST_YEAR + 2 * (i32::from(self.0) - 1);
        let (month, day) = if self.0 >= FIRST_IN_JANUARY {
            (1, 3)
        } else {
            (3, 4)
        };
        // Every number up to the last has such a day.
        Day::new(year, month, day).unwrap_or(Day::FIRST)
    }

    /// Its last day, until noon: the first day of the next.
    pub fn ends(self) -> Day {
        Self(self.0.saturating_add(1)).begins()
    }

    /// Whether it can have acted on a day: both days of change are among them.
    pub fn may_act_on(self, day: Day) -> bool {
        (self.begins()..=self.ends()).contains(&day)
    }

    /// Whether it is over at the end of a day.
    pub fn is_over_at_the_end_of(self, day: Day) -> bool {
        day >= self.ends()
    }
}

impl TryFrom<u16> for Congress {
    type Error = String;

    fn try_from(number: u16) -> Result<Self, String> {
        Self::new(number).ok_or_else(|| format!("there is no {number}th Congress"))
    }
}

impl From<Congress> for u16 {
    fn from(congress: Congress) -> Self {
        congress.0
    }
}

impl std::fmt::Display for Congress {
    /// As in “the 103rd Congress”: `103rd`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ending = match (self.0 % 10, self.0 % 100) {
            (_, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        };
        write!(f, "{}{ending}", self.0)
    }
}
