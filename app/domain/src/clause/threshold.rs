//! What becomes of a treaty whose parties fall below the number it took to enter into force: nothing
//! (VCLT art. 55).

use serde::Serialize;

use crate::clause::evaluate::Met;
use crate::clause::progress::Progress;
use crate::clause::record::Record;
use crate::clause::rule::Clause;
use crate::day::Day;

/// Whether the conditions of entry into force would still be met, at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// They have not been met.
    NotMet,
    /// They are.
    Holds,
    /// Met, lost again before entry into force, which comes all the same: the instrument does not
    /// ask that they hold until then.
    LostBeforeEntryIntoForce {
        /// The first day on which they no longer were met.
        since: Day,
    },
    /// Lost after entry into force. The treaty does not end by that reason alone (art. 55).
    LostSinceEntryIntoForce {
        /// The first day on which they no longer were met.
        since: Day,
    },
}

/// Whether the alternative that decided would still be met at the end of `day`, by consents.
pub fn threshold(clause: &Clause, record: &Record, met: Option<&Met>, day: Day) -> Threshold {
    let Some((met, alternative)) =
        met.and_then(|met| Some((met, clause.alternatives.get(met.alternative)?)))
    else {
        return Threshold::NotMet;
    };
    let holds =
        |on: Day| Progress::measure(&alternative.when, record, on, &record.consenting(on)).met;
    if holds(day) {
        return Threshold::Holds;
    }
    // The last run of days on which they are not met.
    let mut since = day;
    for on in record.days_of_change(clause).into_iter().rev() {
        if day < on {
            continue;
        }
        if on < met.on || holds(on) {
            break;
        }
        since = on;
    }
    if since < met.in_force {
        Threshold::LostBeforeEntryIntoForce { since }
    } else {
        Threshold::LostSinceEntryIntoForce { since }
    }
}
