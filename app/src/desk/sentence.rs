//! What a statement says, in the words in which the public reads it.

use domain::legal_date::LegalDate;
use domain::statement::Statement;

use crate::say;
use crate::tracker;
use crate::words::Words;

/// What a statement says, without its date.
pub fn said(words: Words, statement: &Statement, stage: Option<&str>) -> String {
    tracker::sentence(words, statement, stage)
}

/// What a statement says, with its date. `stage` is the title of its stage, if that is known, and
/// `date` the one that counts.
pub fn sentence(
    words: Words,
    statement: &Statement,
    date: &LegalDate,
    stage: Option<&str>,
) -> String {
    say!(
        words,
        "desk-sentence",
        date = words.legal_date(date),
        sentence = said(words, statement, stage)
    )
}
