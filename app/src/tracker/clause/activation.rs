//! The activation of the obligations: the condition, what follows from the record, what was determined.

use domain::activation::Activation as Computed;
use domain::explanation::ConditionExplained;
use leptos::prelude::*;
use serde::Serialize;

use super::condition::Node;
use crate::say;
use crate::tracker::four_facts::{ActivatedFact, activated};
use crate::tracker::reading::Seen;
use crate::words::Words;

/// Activation, on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Activation {
    /// The condition, with its numbers.
    condition: Node,
    /// What follows from the record.
    computed: Computed,
    /// The same in words.
    sentences: Vec<String>,
    /// What the instrument's own body determined.
    determined: Option<ActivatedFact>,
}

impl Activation {
    /// Nothing where the instrument knows no separate activation.
    pub fn of(seen: &Seen<'_>, condition: Option<&ConditionExplained>) -> Option<Self> {
        let condition = condition?;
        let computed = seen.view.activation.clone();
        Some(Self {
            condition: Node::new(seen, condition),
            sentences: sentences(seen.words, &computed),
            computed,
            determined: activated(seen),
        })
    }

    /// The section of the page.
    pub fn view(&self, words: Words) -> AnyView {
        let determined = self
            .determined
            .as_ref()
            .filter(|determined| determined.since.is_some())
            .map(|determined| {
                let since = determined.since.as_ref().map(|date| {
                    view! { <span class="a-muted">{say!(words, "tracker-since")} " " {date.view()}</span> }
                });
                view! {
                    <p>
                        {say!(words, "follows-activation-determined")} " "
                        <strong>{determined.label.clone()}</strong> " " {since}
                    </p>
                }
            });
        view! {
            <section class="a-section" aria-labelledby="activation">
                <h2 id="activation" class="a-heading">{say!(words, "tracker-activation")}</h2>
                <p>{say!(words, "clause-activation")}</p>
                <ul class="a-conditions a-conditions--outer">{self.condition.view(words)}</ul>
                <p>{self.sentences.join(" ")}</p>
                {determined}
            </section>
        }
        .into_any()
    }
}

fn sentences(words: Words, computed: &Computed) -> Vec<String> {
    let day = |day, at_the_latest: bool| {
        let day = words.day(day);
        if at_the_latest {
            say!(words, "follows-at-the-latest", day = day)
        } else {
            day
        }
    };
    match computed {
        Computed::NotProvidedFor => Vec::new(),
        Computed::AwaitingEntryIntoForce { .. } => {
            vec![say!(words, "follows-activation-awaiting-force")]
        }
        Computed::AwaitingCondition { .. } => vec![say!(words, "follows-activation-awaiting")],
        Computed::Activated {
            since,
            at_the_latest,
            can_end,
        } => {
            let since = say!(
                words,
                "follows-activation-since",
                day = day(*since, *at_the_latest)
            );
            let end = can_end.then(|| say!(words, "follows-activation-can-end"));
            std::iter::once(since).chain(end).collect()
        }
        Computed::Ended {
            activated,
            on,
            at_the_latest,
            ..
        } => vec![say!(
            words,
            "follows-activation-ended",
            since = words.day(*activated),
            day = day(*on, *at_the_latest)
        )],
    }
}
