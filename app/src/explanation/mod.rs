//! Why an instrument is in force or not, in sentences made of a structured explanation.
//!
//! Each sentence says one thing and names what it rests on. What is behind it is in
//! [`domain::explanation`]; nothing is found out here.

mod basis;
mod choice;
mod condition;
mod confirmed;
mod earliest;
mod effect;
mod lacking;
mod met;
mod names;
mod party;
mod preview;
mod procedure;

use domain::clause::Clause;
use domain::clause::progress::Measure;
use domain::explanation::{
    AlternativeStanding, Basis, ClauseExplained, ConditionExplained, Explanation, Outcome, Told,
};
use domain::instrument::Instrument;
use serde::Serialize;

use crate::say;
use crate::words::Words;

pub(crate) use choice::choice_in_words;
pub(crate) use condition::{in_words, state_in_words, told_in_words};
pub use earliest::{EarliestInWords, earliest};
pub use effect::{From, effect};
pub(crate) use names::{Length, listed, names};
pub use party::of_party;
pub use preview::findings;
pub(crate) use procedure::{
    Known, Put, Shown, clock_in_words, end_of_congress, majorities, remarks, vote,
};
pub use procedure::{ProcedureInWords, StageInWords, procedure};

/// A sentence with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// What it says.
    pub text: String,
    /// The rules that it rests on, each in words.
    pub bases: Vec<String>,
}

/// A condition in words, with those inside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionInWords {
    /// What has to be the case.
    pub text: String,
    /// Whether it is.
    pub met: bool,
    /// How far it is, and who is missing; nothing for one that only holds others together.
    pub state: Option<String>,
    /// The conditions inside it.
    pub parts: Vec<ConditionInWords>,
}

/// An alternative in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlternativeInWords {
    /// The condition.
    pub when: ConditionInWords,
    /// Until when it counts, when it takes effect, and what has become of it.
    pub rules: String,
}

impl Sentence {
    fn plain(text: String) -> Self {
        Self {
            text,
            bases: Vec::new(),
        }
    }

    fn with(words: Words, text: String, several: Several, bases: &[Basis]) -> Self {
        Self {
            text,
            bases: basis::in_words(words, bases, several),
        }
    }
}

/// Whether a clause has several alternatives, which then have numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Several {
    Yes,
    No,
}

impl Several {
    fn of(clause: &ClauseExplained) -> Self {
        if clause.alternatives.len() > 1 {
            Self::Yes
        } else {
            Self::No
        }
    }
}

/// Why an instrument is in force, will be, or is not.
pub fn why(words: Words, explanation: &Explanation, instrument: &Instrument) -> Vec<Sentence> {
    let mut sentences = of_clause(words, &explanation.clause, &explanation.rule);
    sentences.extend(lacking::uncertain(words, explanation));
    sentences.extend(confirmed::sentences(
        words,
        &explanation.dates,
        instrument.depositaries.is_empty(),
    ));
    sentences
}

/// The same of a clause by itself, that of no instrument.
pub fn of_clause(words: Words, clause: &ClauseExplained, rule: &Clause) -> Vec<Sentence> {
    match &clause.outcome {
        Outcome::Met(met) => met::sentences(words, clause, rule, met),
        Outcome::NotMet(lacking) => lacking::sentences(words, clause, lacking),
    }
}

/// The alternatives of a clause, with their conditions and how far each is.
pub fn alternatives(words: Words, clause: &ClauseExplained) -> Vec<AlternativeInWords> {
    clause
        .alternatives
        .iter()
        .map(|alternative| {
            let by = alternative
                .by
                .map(|day| say!(words, "clause-by", day = words.day(day)));
            let then = say!(
                words,
                "clause-then",
                effect = effect(words, &alternative.then, From::Met)
            );
            let standing = match alternative.standing {
                AlternativeStanding::Decided if clause.alternatives.len() > 1 => {
                    Some(say!(words, "clause-decided"))
                }
                AlternativeStanding::Lapsed => Some(say!(words, "clause-lapsed")),
                AlternativeStanding::Decided
                | AlternativeStanding::OtherDecided
                | AlternativeStanding::OutOfReach
                | AlternativeStanding::Open => None,
            };
            let rules: Vec<String> = by.into_iter().chain([then]).chain(standing).collect();
            AlternativeInWords {
                when: ConditionInWords::new(words, &alternative.when),
                rules: rules.join(" "),
            }
        })
        .collect()
}

impl ConditionInWords {
    fn new(words: Words, condition: &ConditionExplained) -> Self {
        let (missing, parts) = match &condition.told {
            Told::And(parts) | Told::Or(parts) => (
                None,
                parts.iter().map(|part| Self::new(words, part)).collect(),
            ),
            Told::One(leaf) => match &leaf.measure {
                Measure::Named { missing, .. } | Measure::All { missing, .. }
                    if !missing.is_empty() =>
                {
                    let names = listed(words, missing.iter().copied(), Length::Short);
                    (
                        Some(say!(words, "explain-missing", names = names)),
                        Vec::new(),
                    )
                }
                _ => (None, Vec::new()),
            },
        };
        let state: Vec<String> = state_in_words(words, condition)
            .into_iter()
            .chain(missing)
            .collect();
        Self {
            text: told_in_words(words, condition, Length::Short),
            met: condition.met,
            state: (!state.is_empty()).then(|| state.join(" ")),
            parts,
        }
    }
}
