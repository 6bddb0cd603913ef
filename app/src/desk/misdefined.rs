//! What is wrong with the definition of an instrument, in words that say what to do.

use domain::day::Day;

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
    /// Instruments are exchanged, and there is a depositary.
    DepositaryOfExchange,
    /// The same authority twice.
    AuthorityTwice(String),
    /// More than one authority would be left out at once: the last to sign is of the one left out.
    SeveralLeftOut,
    /// Two titles in one language.
    TitleTwice(String),
    /// The signature itself binds, and there are other means of consent.
    NotBySignature,
    /// Definitive signature alone, and consent is not established by the signature.
    OnlyBySignature,
    /// A table of weights that the clause does not count.
    WeightsNotCounted,
    /// Not a share in percent.
    NotAShare,
    /// A number outside these bounds.
    OutOfRange {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// An answer that belongs to a choice which was not made.
    OfAnotherChoice,
    /// Dated before the newest definition in the register.
    BeforeDefinition(Day),
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
            Self::DepositaryOfExchange => {
                say!(words, "desk-error-depositary-of-exchange", label = label)
            }
            Self::AuthorityTwice(authority) => say!(
                words,
                "desk-error-authority-twice",
                label = label,
                authority = authority.as_str()
            ),
            Self::SeveralLeftOut => say!(words, "desk-error-several-left-out", label = label),
            Self::TitleTwice(lang) => say!(
                words,
                "desk-error-title-twice",
                label = label,
                lang = lang.as_str()
            ),
            Self::NotBySignature => say!(words, "desk-error-not-by-signature", label = label),
            Self::OnlyBySignature => say!(words, "desk-error-only-by-signature", label = label),
            Self::WeightsNotCounted => say!(words, "desk-error-weights-not-counted", label = label),
            Self::NotAShare => say!(words, "desk-error-not-a-share", label = label),
            Self::OutOfRange { least, most } => say!(
                words,
                "desk-error-out-of-range",
                label = label,
                least = *least,
                most = *most
            ),
            Self::OfAnotherChoice => say!(words, "desk-error-of-another-choice", label = label),
            Self::BeforeDefinition(day) => say!(
                words,
                "desk-error-before-definition",
                label = label,
                day = words.day(*day)
            ),
        }
    }
}
