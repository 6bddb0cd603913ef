//! Conditions in words, each with its numbers.

use domain::clause::Condition;
use domain::clause::condition::{Base, Compared, Count, Fraction, Organisations, Weight};
use domain::clause::progress::{Measure, Progress};
use leptos::prelude::*;
use serde::Serialize;

use crate::say;
use crate::tracker::party::{self, Party, names, parties};
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
    /// A condition and its progress, which has the same shape.
    pub fn new(seen: &Seen<'_>, condition: &Condition, progress: &Progress) -> Self {
        let words = seen.words;
        let inner = |conditions: &[Condition], parts: &[Progress]| -> Vec<Self> {
            conditions
                .iter()
                .zip(parts)
                .map(|(condition, part)| Self::new(seen, condition, part))
                .collect()
        };
        let mut node = Self {
            text: in_words(words, condition),
            met: progress.met,
            numbers: numbers(words, &progress.of),
            missing: Vec::new(),
            measure: Some(progress.of.clone()),
            parts: Vec::new(),
        };
        match (condition, &progress.of) {
            (Condition::And(conditions), Measure::And(parts))
            | (Condition::Or(conditions), Measure::Or(parts)) => {
                node.parts = inner(conditions, parts);
                node.measure = None;
            }
            (_, Measure::Named { missing, .. } | Measure::All { missing, .. }) => {
                node.missing = parties(seen, missing.iter().copied());
            }
            (_, _) => {}
        }
        node
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

/// What has to be the case.
pub(super) fn in_words(words: Words, condition: &Condition) -> String {
    match condition {
        Condition::And(_) => say!(words, "clause-and"),
        Condition::Or(_) => say!(words, "clause-or"),
        Condition::Named(codes) => say!(
            words,
            "clause-named",
            names = words.list(&names(words, codes.iter().copied()))
        ),
        Condition::All => say!(words, "clause-all"),
        Condition::Count(count) => of_count(words, count),
        Condition::Fraction(fraction) => of_fraction(words, fraction),
        Condition::Weight(Weight {
            need,
            organisations,
        }) => with_organisations(
            words,
            say!(words, "clause-weight", need = need.to_string()),
            *organisations,
        ),
        Condition::FromDate(day) => say!(words, "clause-from-date", day = words.day(*day)),
        Condition::Event(event) => say!(words, "clause-event", event = event.as_str()),
    }
}

fn of_count(words: Words, count: &Count) -> String {
    let text = match &count.of {
        None => say!(words, "clause-count", need = count.need),
        Some(of) => say!(
            words,
            "clause-count-of",
            need = count.need,
            size = of.len(),
            names = words.list(&names(words, of.iter().copied()))
        ),
    };
    let text = if count.other_than.is_empty() {
        text
    } else {
        say!(
            words,
            "clause-other-than",
            text = text,
            names = words.list(&names(words, count.other_than.iter().copied()))
        )
    };
    with_organisations(words, text, count.organisations)
}

fn of_fraction(words: Words, fraction: &Fraction) -> String {
    let share = say!(
        words,
        "clause-share",
        known = format!("s{}-{}", fraction.numerator, fraction.denominator),
        share = format!("{}/{}", fraction.numerator, fraction.denominator)
    );
    let base = match &fraction.base {
        Base::Listed => say!(words, "clause-base-listed"),
        Base::Signatories => say!(words, "clause-base-signatories"),
        Base::These(codes) => say!(
            words,
            "clause-base-these",
            size = codes.len(),
            names = words.list(&names(words, codes.iter().copied()))
        ),
    };
    let text = match fraction.compared {
        Compared::AtLeast => say!(
            words,
            "clause-fraction-at-least",
            share = share,
            base = base
        ),
        Compared::MoreThan => say!(
            words,
            "clause-fraction-more-than",
            share = share,
            base = base
        ),
    };
    let text = match fraction.base_on {
        Some(day) => say!(words, "clause-base-on", text = text, day = words.day(day)),
        None => text,
    };
    with_organisations(words, text, fraction.organisations)
}

fn with_organisations(words: Words, text: String, organisations: Organisations) -> String {
    match organisations {
        Organisations::Counted => text,
        Organisations::NotCounted => say!(words, "clause-no-organisations", text = text),
    }
}

/// The numbers of a condition; nothing for one that only holds others together.
fn numbers(words: Words, measure: &Measure) -> Option<String> {
    match measure {
        Measure::And(_) | Measure::Or(_) | Measure::FromDate { .. } => None,
        Measure::Named { counted, missing } | Measure::All { counted, missing } => Some(say!(
            words,
            "clause-numbers",
            have = counted.len(),
            need = counted.len().saturating_add(missing.len())
        )),
        Measure::Count { need, counted } => Some(say!(
            words,
            "clause-numbers",
            have = counted.len(),
            need = *need
        )),
        Measure::Fraction {
            need,
            base,
            counted,
        } => Some(say!(
            words,
            "clause-numbers-fraction",
            have = counted.len(),
            need = *need,
            base = base.len()
        )),
        Measure::Weight {
            need,
            have,
            without_weight,
            ..
        } => {
            let text = say!(
                words,
                "clause-numbers-weight",
                have = have.to_string(),
                need = need.to_string()
            );
            Some(if without_weight.is_empty() {
                text
            } else {
                let names = names(words, without_weight.iter().copied());
                say!(
                    words,
                    "clause-without-weight",
                    text = text,
                    names = words.list(&names)
                )
            })
        }
        Measure::Event { on, .. } => Some(on.map_or_else(
            || say!(words, "clause-event-awaited"),
            |day| say!(words, "clause-event-on", day = words.day(day)),
        )),
    }
}
