//! The clause on entry into force: in words, with its numbers, and with what is still lacking.

mod activation;
mod condition;
mod smallest;
mod threshold;
mod view;
mod words;

use domain::clause::rule::{Clause as Rule, Persistence};
use domain::day::Day;
use domain::explanation::{AlternativeStanding, Explanation, Outcome};
use domain::name::Slug;
use domain::text::Text;
use serde::Serialize;
use serde_json::Value;

use super::address::Address;
use super::answer::{Answer, EntryIntoForce};
use super::page::{NotFound, Table, TrackerPage, document};
use super::party::{Party, parties};
use super::reading::{Reading, Seen};
use super::to_go::HowFar;
use crate::explanation::{EarliestInWords, From, Length, Sentence, earliest, effect, listed, why};
use crate::layout::{self, Frame};
use crate::say;
use crate::words::Words;
use activation::Activation;
use condition::Node;
use smallest::{WayInWords, ways};
pub use words::{clause as clause_in_words, condition as condition_in_words};

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct ClausePage {
    /// The instrument's title.
    title: String,
    /// Whether it is in force.
    answer: Answer,
    /// The answer in words.
    sentence: String,
    /// The clause's own words, or a summary of them.
    own_words: Option<Text>,
    /// The ways to enter into force.
    alternatives: Vec<Alternative>,
    /// When a later consent takes effect, in words, and other rules beside the conditions.
    rules: Vec<String>,
    /// The dates that are on record.
    entry_into_force: EntryIntoForce,
    /// How far it is.
    progress: HowFar,
    /// How far it is, in words.
    lacking: String,
    /// Those without whom the conditions cannot be met.
    indispensable: Vec<Party>,
    /// The smallest sets that would meet the clause.
    ways: Vec<WayInWords>,
    /// The clause as the register holds it.
    clause: Rule,
    /// What activates the obligations, if that is a separate condition.
    activation: Option<Activation>,
    /// The earliest day on which the clause could be met.
    earliest: Option<EarliestInWords>,
    /// What is to be said if fewer are bound than it took.
    below_threshold: Option<String>,
    /// Why it is so, in sentences.
    why: Vec<Sentence>,
    /// What the sentences are made of.
    explanation: Explanation,
}

/// A way to enter into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Alternative {
    /// The condition.
    when: Node,
    /// The last day on which meeting it counts.
    by: Option<Day>,
    /// When it takes effect, in words.
    then: String,
    /// Whether its last day has passed.
    lapsed: bool,
    /// Whether it was the one that decided.
    decided: bool,
}

/// The page in its frame.
struct Framed {
    frame: Frame,
    slug: Slug,
    page: ClausePage,
}

/// Opens the page.
pub(super) fn open(reading: &Reading<'_>, slug: &Slug) -> Result<Box<dyn TrackerPage>, NotFound> {
    let seen = reading.see(slug)?;
    let words = reading.words;
    let page = ClausePage::of(&seen);
    let frame = Frame {
        words,
        title: vec![say!(words, "clause-title"), page.title.clone()],
        description: say!(
            words,
            "clause-description",
            title = page.title.as_str(),
            lacking = page.lacking.as_str()
        ),
        address: Address::Clause(slug.clone()),
        at: reading.at,
        has_table: false,
        subject: Some(seen.subject()),
        register: None,
    };
    Ok(Box::new(Framed {
        frame,
        slug: slug.clone(),
        page,
    }))
}

impl ClausePage {
    fn of(seen: &Seen<'_>) -> Self {
        let words = seen.words;
        let instrument = &seen.view.instrument;
        let explanation = seen.view.explain();
        let clause = &explanation.clause;
        let progress = HowFar::of(seen, &seen.view.to_go());
        let answer = Answer::of(&seen.view);
        let alternatives = clause
            .alternatives
            .iter()
            .map(|alternative| Alternative {
                when: Node::new(seen, &alternative.when),
                by: alternative.by,
                then: effect(words, &alternative.then, From::Met),
                lapsed: alternative.standing == AlternativeStanding::Lapsed,
                decided: alternative.standing == AlternativeStanding::Decided,
            })
            .collect();
        let indispensable = match &clause.outcome {
            Outcome::Met(_) => Vec::new(),
            Outcome::NotMet(lacking) => parties(seen, lacking.indispensable.iter().copied()),
        };
        Self {
            title: seen.title(),
            answer,
            sentence: answer.sentence(words, instrument.nature),
            own_words: instrument.clause_text.clone(),
            alternatives,
            rules: rules(words, &instrument.clause),
            entry_into_force: EntryIntoForce::of(seen),
            lacking: progress.lacking(words),
            progress,
            indispensable,
            ways: ways(words, &clause.outcome),
            clause: instrument.clause.clone(),
            activation: Activation::of(seen, explanation.activation.as_ref()),
            earliest: earliest(words, &seen.view, seen.library),
            below_threshold: threshold::threshold(seen),
            why: why(words, &explanation, instrument),
            explanation,
        }
    }
}

/// The rules beside the conditions, each as a sentence.
fn rules(words: Words, clause: &Rule) -> Vec<String> {
    let later = clause.later.as_ref().map_or_else(
        || say!(words, "clause-later-none"),
        |later| {
            say!(
                words,
                "clause-later",
                effect = effect(words, later, From::Consent)
            )
        },
    );
    let mut rules = vec![later];
    if let Some(later) = &clause.later_acceding {
        rules.push(say!(
            words,
            "clause-later-acceding",
            effect = effect(words, later, From::Consent)
        ));
    }
    if let Some(acceding) = &clause.acceding {
        rules.push(say!(
            words,
            "clause-acceding",
            names = listed(words, acceding.iter().copied(), Length::Whole)
        ));
    }
    if !clause.check_days.is_empty() {
        let days: Vec<String> = clause
            .check_days
            .iter()
            .map(|day| words.day(*day))
            .collect();
        rules.push(say!(words, "clause-check-days", days = words.list(&days)));
    }
    rules.push(match clause.persistence {
        Persistence::OnceMet => say!(words, "clause-once-met"),
        Persistence::UntilEntryIntoForce => say!(words, "clause-must-hold"),
    });
    rules
}

impl TrackerPage for Framed {
    fn html(&self) -> String {
        layout::public(&self.frame, || view::view(self.frame.words, &self.page))
    }

    fn json(&self) -> Value {
        document(&self.frame, "clause", &self.page)
    }

    fn table(&self) -> Option<Table> {
        None
    }

    fn instrument(&self) -> Option<&Slug> {
        Some(&self.slug)
    }
}
