//! That proceedings ended with their Congress, in a sentence.

use domain::procedure::progress::{EndEffect, EndOfCongress};

use crate::say;
use crate::words::Words;

/// What the end of the Congress did.
pub(crate) fn end_of_congress(words: Words, end: EndOfCongress) -> String {
    let congress = end.congress.to_string();
    let day = words.day(end.congress.ends());
    match end.effect {
        EndEffect::BeginsAgain => say!(
            words,
            "tracker-congress-begins-again",
            congress = congress,
            day = day
        ),
        EndEffect::Died => say!(
            words,
            "tracker-congress-died",
            congress = congress,
            day = day
        ),
        EndEffect::PocketVeto => {
            say!(words, "tracker-congress-pocket-veto", congress = congress)
        }
    }
}
