//! That the parties fell below the number it took.

use domain::clause::threshold::Threshold;

use crate::say;
use crate::tracker::reading::Seen;

/// What is to be said of a treaty whose parties fell below the number it took.
pub(super) fn threshold(seen: &Seen<'_>) -> Option<String> {
    let words = seen.words;
    match seen.view.threshold() {
        Threshold::NotMet | Threshold::Holds => None,
        Threshold::LostBeforeEntryIntoForce { since } => Some(say!(
            words,
            "follows-threshold-lost-before",
            day = words.day(since)
        )),
        Threshold::LostSinceEntryIntoForce { since } => Some(say!(
            words,
            "follows-threshold-lost",
            day = words.day(since)
        )),
    }
}
