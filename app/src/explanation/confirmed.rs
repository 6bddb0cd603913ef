//! What the depositary notified beside what is computed, in sentences.

use domain::explanation::Dates;
use domain::explanation::dates::{Difference, Reason};

use super::{Sentence, Several};
use crate::say;
use crate::words::Words;

/// The day confirmed and the day computed, apart; nothing as long as there is neither.
pub(super) fn sentences(words: Words, dates: &Dates, has_no_depositary: bool) -> Vec<Sentence> {
    let Some(last) = dates.confirmed.last() else {
        return match &dates.computed {
            None => Vec::new(),
            Some(_) if has_no_depositary => {
                vec![Sentence::plain(say!(words, "explain-no-depositary"))]
            }
            Some(_) => vec![Sentence::plain(say!(words, "explain-not-confirmed"))],
        };
    };
    let day = words.day(last.in_force);
    let sentence = |text: String, bases| Sentence::with(words, text, Several::No, bases);
    match &dates.difference {
        None => vec![sentence(
            say!(words, "explain-confirmed", day = day),
            &last.bases,
        )],
        Some(difference) => {
            let notified = say!(words, "explain-confirmed-other", day = day);
            let by = days(words, difference).map_or_else(String::new, |days| format!(" {days}"));
            vec![
                sentence(format!("{notified}{by}"), &last.bases),
                sentence(reason(words, difference.reason), &difference.bases),
            ]
        }
    }
}

fn days(words: Words, difference: &Difference) -> Option<String> {
    let days = difference.days?;
    Some(if days > 0 {
        say!(words, "explain-confirmed-later", count = days)
    } else {
        say!(
            words,
            "explain-confirmed-earlier",
            count = days.unsigned_abs()
        )
    })
}

/// Why a day confirmed is not the day computed.
pub(super) fn reason(words: Words, reason: Reason) -> String {
    match reason {
        Reason::BoundedDate => say!(words, "explain-reason-bounded"),
        Reason::Persistence => say!(words, "explain-reason-persistence"),
        Reason::NotMet => say!(words, "explain-reason-not-met"),
        Reason::AnotherDay => say!(words, "explain-reason-another-day"),
    }
}
