//! Participants in sentences: with their article, and shortened where there are many.

use domain::entity::EntityCode;

use crate::say;
use crate::words::Words;

/// How many names a sentence gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// All of them.
    Whole,
    /// All of a few; of many the first, and how many more there are. The data has them all.
    Short,
}

/// The most names that a short list gives in full.
const A_FEW: usize = 12;
/// How many names a short list gives of more than that.
const FIRST: usize = 8;

/// Their names in the order of the alphabet, each as it stands in a sentence.
pub(crate) fn names(words: Words, codes: impl IntoIterator<Item = EntityCode>) -> Vec<String> {
    let mut codes: Vec<(String, EntityCode)> = codes
        .into_iter()
        .map(|code| (words.entity(code), code))
        .collect();
    codes.sort();
    codes
        .into_iter()
        .map(|(_, code)| words.entity_in_sentence(code))
        .collect()
}

/// Their names as a list in a sentence: "France, Spain and the United States".
pub(crate) fn listed(
    words: Words,
    codes: impl IntoIterator<Item = EntityCode>,
    length: Length,
) -> String {
    let names = names(words, codes);
    match names.get(..FIRST) {
        Some(first) if length == Length::Short && names.len() > A_FEW => say!(
            words,
            "list-and-more",
            first = first.join(&say!(words, "list-comma")),
            count = names.len().saturating_sub(FIRST)
        ),
        _ => words.list(&names),
    }
}
