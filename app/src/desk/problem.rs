//! What is wrong with a field, in words that say what to do.

use domain::day::Day;
use domain::text::LONGEST_TEXT;

use super::miscalendared::Miscalendared;
use super::misdefined::Misdefined;
use crate::say;
use crate::words::Words;

/// What is wrong with what was typed into a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing was typed, and something is needed.
    Missing,
    /// Nothing was chosen, and something must be.
    NotChosen,
    /// None of several was chosen, and at least one must be.
    NoneChosen,
    /// Not one of the choices offered.
    NotOffered,
    /// A part of a date is missing.
    DateIncomplete,
    /// No such day.
    NotADay,
    /// The day has not come yet: what has not happened cannot be recorded.
    InFuture(Day),
    /// The second day of a span is before the first.
    SpanBackwards,
    /// Wrong about the sitting days of a chamber.
    Miscalendared(Miscalendared),
    /// Not a whole number.
    NotANumber,
    /// Longer than an entry can hold.
    TooLong,
    /// Holds a character that is not allowed.
    Forbidden,
    /// Not a web address.
    NotAnAddress,
    /// Not a key: letters, digits and a few signs.
    NotAKey,
    /// Not a language tag.
    NotALanguage,
    /// A line that does not hold what each line has to hold.
    NotALine(String),
    /// A part of the definition of an instrument does not hold.
    Misdefined(Misdefined),
    /// Fewer than have to sign.
    TooFew(u8),
    /// More than can be asked to sign.
    TooMany(u8),
    /// A source was given an address or a confidence, and no citation.
    CitationMissing,
    /// No source was given.
    SourceMissing,
    /// The figures of a vote contradict each other.
    FiguresContradict,
    /// A vote with no figure and no result.
    NothingKnown,
    /// The password is wrong.
    WrongPassword,
    /// The new password is too short.
    PasswordTooShort(usize),
    /// The new password is too long.
    PasswordTooLong(usize),
    /// The new password is one that is easily guessed.
    PasswordCommon,
    /// The new password is the old one.
    PasswordUnchanged,
    /// The two entries of the new password differ.
    PasswordsDiffer,
    /// The short name of a condition that another vote attached.
    KeyTaken(String),
    /// More persons than have an account for it: nothing could be published any more.
    NotSoMany {
        /// How many were asked for.
        asked: u8,
        /// How many there are.
        there: usize,
    },
    /// The participant has a liaison here, who records its acts.
    HasLiaison,
    /// Something not in order is accepted, and nothing says why.
    GroundMissing,
}

impl Wrong {
    /// The sentence, for the field with this label.
    pub fn text(&self, words: Words, label: &str) -> String {
        match self {
            Self::Missing => say!(words, "desk-error-missing", label = label),
            Self::NotChosen => say!(words, "desk-error-not-chosen", label = label),
            Self::NoneChosen => say!(words, "desk-error-none-chosen", label = label),
            Self::NotOffered => say!(words, "desk-error-not-offered", label = label),
            Self::DateIncomplete => say!(words, "desk-error-date-incomplete", label = label),
            Self::NotADay => say!(words, "desk-error-not-a-day", label = label),
            Self::InFuture(today) => {
                say!(
                    words,
                    "desk-error-in-future",
                    label = label,
                    today = words.day(*today)
                )
            }
            Self::SpanBackwards => say!(words, "desk-error-span-backwards", label = label),
            Self::Miscalendared(wrong) => wrong.text(words, label),
            Self::NotANumber => say!(words, "desk-error-not-a-number", label = label),
            Self::TooLong => {
                say!(
                    words,
                    "desk-error-too-long",
                    label = label,
                    most = LONGEST_TEXT.to_string()
                )
            }
            Self::Forbidden => say!(words, "desk-error-forbidden", label = label),
            Self::NotAnAddress => say!(words, "desk-error-not-an-address", label = label),
            Self::NotAKey => say!(words, "desk-error-not-a-key", label = label),
            Self::NotALanguage => say!(words, "desk-error-not-a-language", label = label),
            Self::NotALine(line) => say!(
                words,
                "desk-error-not-a-line",
                label = label,
                line = line.as_str()
            ),
            Self::Misdefined(wrong) => wrong.text(words, label),
            Self::TooFew(least) => {
                say!(words, "desk-error-too-few", label = label, least = *least)
            }
            Self::TooMany(most) => {
                say!(
                    words,
                    "desk-error-too-many-signers",
                    label = label,
                    most = *most
                )
            }
            Self::CitationMissing => say!(words, "desk-error-citation-missing"),
            Self::SourceMissing => say!(words, "desk-error-source-missing"),
            Self::FiguresContradict => say!(words, "desk-error-figures-contradict"),
            Self::NothingKnown => say!(words, "desk-error-nothing-known"),
            Self::WrongPassword => say!(words, "desk-error-wrong-password"),
            Self::PasswordTooShort(least) => {
                say!(
                    words,
                    "desk-error-password-too-short",
                    least = least.to_string()
                )
            }
            Self::PasswordTooLong(most) => {
                say!(
                    words,
                    "desk-error-password-too-long",
                    most = most.to_string()
                )
            }
            Self::PasswordCommon => say!(words, "desk-error-password-common"),
            Self::PasswordUnchanged => say!(words, "desk-error-password-unchanged"),
            Self::PasswordsDiffer => say!(words, "desk-error-passwords-differ"),
            Self::KeyTaken(key) => say!(
                words,
                "desk-error-key-taken",
                label = label,
                key = key.as_str()
            ),
            Self::NotSoMany { asked, there } => say!(
                words,
                "desk-error-not-so-many",
                label = label,
                asked = *asked,
                there = *there
            ),
            Self::HasLiaison => say!(words, "desk-error-has-liaison"),
            Self::GroundMissing => say!(words, "desk-error-ground-missing"),
        }
    }
}

/// A problem as a page shows it: at the top with a link, and beside the field in the same words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The control it belongs to.
    pub control: String,
    /// The id of the input to go to.
    pub at: String,
    /// The sentence.
    pub text: String,
}

impl Problem {
    /// A problem of a control that is a single input.
    pub fn new(control: &str, wrong: &Wrong, words: Words, label: &str) -> Self {
        Self {
            control: control.to_owned(),
            at: control.to_owned(),
            text: wrong.text(words, label),
        }
    }
}
