//! Conditions on the page, each with its numbers.

use domain::clause::progress::Measure;
use domain::explanation::{ConditionExplained, Told};
use leptos::prelude::*;
use serde::Serialize;

use crate::explanation::{Length, state_in_words, told_in_words};
use crate::say;
use crate::tracker::party::{self, Party, parties};
use crate::tracker::reading::Seen;
use crate::words::Words;

/// A condition with its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Node {
    /// What has to be the case, in words.
    pub text: String,
    /// Whether it is.
    pub met: bool,
    /// Its numbers in words, where it has some.
    pub numbers: Option<String>,
    /// Those whom it awaits by name.
    pub missing: Vec<Party>,
    /// Its numbers, as the evaluation gives them.
    pub measure: Option<Measure>,
    /// The conditions inside it.
    pub parts: Vec<Node>,
}

impl Node {
    /// A condition explained.
    pub fn new(seen: &Seen<'_>, condition: &ConditionExplained) -> Self {
        let words = seen.words;
        let (measure, missing, parts) = match &condition.told {
            Told::And(parts) | Told::Or(parts) => (
                None,
                Vec::new(),
                parts.iter().map(|part| Self::new(seen, part)).collect(),
            ),
            Told::One(leaf) => {
                let missing = match &leaf.measure {
                    Measure::Named { missing, .. } | Measure::All { missing, .. } => {
                        parties(seen, missing.iter().copied())
                    }
                    _ => Vec::new(),
                };
                (Some(leaf.measure.clone()), missing, Vec::new())
            }
        };
        Self {
            text: told_in_words(words, condition, Length::Whole),
            met: condition.met,
            numbers: state_in_words(words, condition),
            missing,
            measure,
            parts,
        }
    }

    /// On a page, as an item of a list.
    pub fn view(&self, words: Words) -> AnyView {
        let (class, mark) = if self.met {
            ("a-mark a-mark--met", say!(words, "clause-met"))
        } else {
            ("a-mark a-mark--open", say!(words, "clause-open"))
        };
        let numbers = self
            .numbers
            .as_ref()
            .map(|numbers| view! { <p class="a-condition__numbers">{numbers.clone()}</p> });
        let missing = (!self.missing.is_empty()).then(|| {
            view! {
                <p class="a-condition__missing">
                    {say!(words, "clause-missing")} " " {party::sentence(words, &self.missing)}
                </p>
            }
        });
        let parts: Vec<AnyView> = self.parts.iter().map(|part| part.view(words)).collect();
        let parts = (!parts.is_empty()).then(|| view! { <ul class="a-conditions">{parts}</ul> });
        view! {
            <li class="a-condition">
                <p class="a-condition__text">
                    <span class=class>{mark}</span>
                    " "
                    {self.text.clone()}
                </p>
                {numbers}
                {missing}
                {parts}
            </li>
        }
        .into_any()
    }
}
