//! The smallest sets that would meet the clause, in words, and the earliest day that would follow.

use domain::clause::smallest_sets::Choice;
use domain::day::Day;
use domain::explanation::Outcome;
use domain::explanation::clause::WayExplained;
use domain::name::Key;
use leptos::prelude::*;
use serde::Serialize;

use crate::explanation::choice_in_words;
use crate::say;
use crate::words::Words;

/// The most choices that a page lists; the data has them all.
const MOST_SHOWN: usize = 12;

/// One way to meet the clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct WayInWords {
    /// The alternative of the clause, by its position from 0.
    pub alternative: usize,
    /// How many consents are needed.
    pub size: u32,
    /// The smallest sets.
    pub choices: Vec<Choice>,
    /// Each of them in words.
    pub text: Vec<String>,
    /// Whether these are all smallest sets.
    pub complete: bool,
    /// Events that have to happen besides.
    pub awaits: Vec<Key>,
    /// A day before which it cannot be met.
    pub not_before: Option<Day>,
    /// The earliest day of entry into force, if those consents were given on the page's day and the
    /// events had happened.
    pub earliest: Option<Day>,
}

/// The ways that are open.
pub(super) fn ways(words: Words, outcome: &Outcome) -> Vec<WayInWords> {
    match outcome {
        Outcome::Met(_) => Vec::new(),
        Outcome::NotMet(lacking) => lacking
            .ways
            .iter()
            .map(|way| WayInWords::new(words, way))
            .collect(),
    }
}

impl WayInWords {
    fn new(words: Words, explained: &WayExplained) -> Self {
        let way = &explained.way;
        Self {
            alternative: way.alternative,
            size: way.size,
            choices: way.choices.clone(),
            text: way
                .choices
                .iter()
                .map(|choice| choice_in_words(words, choice))
                .collect(),
            complete: way.complete,
            awaits: way.awaits.iter().cloned().collect(),
            not_before: way.not_before,
            earliest: explained.earliest,
        }
    }

    /// On a page, as an item of a list.
    pub fn view(&self, words: Words, has_alternatives: bool) -> AnyView {
        let head = match self.size {
            0 => say!(words, "clause-way-none"),
            size => say!(words, "clause-way", size = size),
        };
        let alternative = has_alternatives.then(|| {
            let number = self.alternative.saturating_add(1);
            view! { <span class="a-muted">{say!(words, "clause-way-alternative", number = number)} " "</span> }
        });
        let choices = (self.size > 0).then(|| self.choices(words));
        view! {
            <li class="a-way">
                <p class="a-way__head">{alternative} <strong>{head}</strong></p>
                {choices}
                <p class="a-way__besides">{self.besides(words)}</p>
            </li>
        }
        .into_any()
    }

    fn choices(&self, words: Words) -> AnyView {
        let more = self.text.len() > MOST_SHOWN || !self.complete;
        let more = more.then(|| view! { <li>{say!(words, "clause-more-choices")}</li> });
        match self.text.as_slice() {
            [one] if self.complete => view! { <p>{one.clone()}</p> }.into_any(),
            [one, two] if self.complete && one.len().saturating_add(two.len()) < 120 => {
                view! { <p>{say!(words, "clause-or-else", one = one.as_str(), two = two.as_str())}</p> }
                    .into_any()
            }
            all => {
                let items: Vec<AnyView> = all
                    .iter()
                    .take(MOST_SHOWN)
                    .map(|choice| view! { <li>{choice.clone()}</li> }.into_any())
                    .collect();
                view! {
                    <p>{say!(words, "clause-one-of-these")}</p>
                    <ul>{items} {more}</ul>
                }
                .into_any()
            }
        }
    }

    /// What is needed besides consents, and what would follow.
    fn besides(&self, words: Words) -> String {
        let events = self
            .awaits
            .iter()
            .map(|event| say!(words, "tracker-awaits-event", event = event.as_str()));
        let day = self
            .not_before
            .map(|day| say!(words, "tracker-not-before", day = words.day(day)));
        let earliest = self.earliest.map(|day| {
            if self.awaits.is_empty() {
                say!(words, "clause-earliest", day = words.day(day))
            } else {
                say!(words, "clause-earliest-with-events", day = words.day(day))
            }
        });
        events
            .chain(day)
            .chain(earliest)
            .collect::<Vec<_>>()
            .join(" ")
    }
}
