//! What is wrong with the definition of an instrument, in words that say what to do.

use super::problem::Wrong;
use crate::say;
use crate::words::Words;

/// What is wrong with a part of a definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misdefined {
    /// No name of an instrument in addresses: small letters, digits and single hyphens.
    NotASlug,
    /// Another instrument has this name in addresses, or the site itself.
    SlugTaken,
    /// Not a time zone.
    NotAZone,
    /// No State or organisation is known by this code or name.
    NotAnEntity(String),
    /// The clause counts a weight and the table has none.
    WeightsMissing,
    /// A rule that is not JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// A rule that does not follow the grammar.
    Grammar {
        /// Where in the rule.
        place: String,
        /// What is expected there.
        problem: String,
    },
    /// The authority of whoever writes it is not among the depositaries.
    OwnAuthorityMissing(String),
    /// Instruments are deposited, and there is no depositary.
    DepositaryMissing,
}

impl From<Misdefined> for Wrong {
    fn from(wrong: Misdefined) -> Self {
        Self::Misdefined(wrong)
    }
}

impl Misdefined {
    /// The sentence, for the field with this label.
    pub(super) fn text(&self, words: Words, label: &str) -> String {
        match self {
            Self::NotASlug => say!(words, "desk-error-not-a-slug", label = label),
            Self::SlugTaken => say!(words, "desk-error-slug-taken", label = label),
            Self::NotAZone => say!(words, "desk-error-not-a-zone", label = label),
            Self::NotAnEntity(name) => say!(
                words,
                "desk-error-not-an-entity",
                label = label,
                name = name.as_str()
            ),
            Self::WeightsMissing => say!(words, "desk-error-weights-missing", label = label),
            Self::NotJson { line, column } => say!(
                words,
                "desk-error-not-json",
                label = label,
                line = *line,
                column = *column
            ),
            Self::Grammar { place, problem } => say!(
                words,
                "desk-error-grammar",
                label = label,
                place = place.as_str(),
                problem = problem.as_str()
            ),
            Self::OwnAuthorityMissing(authority) => say!(
                words,
                "desk-error-own-authority",
                label = label,
                authority = authority.as_str()
            ),
            Self::DepositaryMissing => say!(words, "desk-error-depositary-missing", label = label),
        }
    }
}
