//! How far it is: consents counted, consents needed, and the size of a smallest set that is lacking.

use std::collections::BTreeSet;

use domain::act::ConsentForm;
use domain::clause::Condition;
use domain::clause::condition::Base;
use domain::clause::progress::{Measure, Progress};
use domain::clause::smallest_sets::ToGo;
use domain::day::Day;
use domain::entity::EntityCode;
use domain::name::Key;
use leptos::prelude::*;
use serde::Serialize;

use super::party::{Party, parties};
use super::reading::Seen;
use super::status;
use crate::say;
use crate::words::Words;

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct HowFar {
    /// How many consents count, in the way that has the fewest to go.
    pub counted: usize,
    /// How many consents that way needs, where it needs a plain number.
    pub needed: Option<u32>,
    /// How far each condition is, where several have to be met together and no one number says it.
    pub conditions: Vec<Part>,
    /// Those who are required by name and have not consented, where the conditions above say so.
    pub still_required: Vec<Party>,
    /// The size of a smallest set that is lacking; none if it is not known exactly, or if no set
    /// would do. Never a difference of the two above.
    pub to_go: Option<u32>,
    /// Whether the clause is met.
    pub met: bool,
    /// Whether some set of the participants recorded would meet it.
    pub within_reach: bool,
    /// At least so many are lacking, where the number is not known exactly.
    pub at_least: Option<u32>,
    /// Events that have to happen besides.
    pub awaits: Vec<Key>,
    /// A day before which it cannot be met.
    pub not_before: Option<Day>,
}

/// How far one of several conditions is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Part {
    /// Whether it is met.
    pub met: bool,
    /// In words.
    pub sentence: String,
}

impl HowFar {
    /// How far a view shows it to be.
    pub fn of(seen: &Seen<'_>, to_go: &ToGo) -> Self {
        let way = match to_go {
            ToGo::Ways(ways) => ways.first(),
            ToGo::Met | ToGo::Bounded { .. } | ToGo::OutOfReach => None,
        };
        let evaluation = &seen.view.evaluation;
        let open = || evaluation.alternatives.iter().position(|one| !one.lapsed);
        let position = evaluation
            .met
            .as_ref()
            .map(|met| met.alternative)
            .or_else(|| way.map(|way| way.alternative))
            .or_else(open)
            .unwrap_or_default();
        let progress = evaluation
            .alternatives
            .get(position)
            .map(|alternative| &alternative.progress);
        let condition = seen
            .view
            .instrument
            .clause
            .alternatives
            .get(position)
            .map(|alternative| &alternative.when);
        let conditions = condition
            .zip(progress)
            .and_then(|(condition, progress)| parts(seen, condition, progress))
            .unwrap_or_default();
        let still_required = match progress {
            Some(progress) if !conditions.is_empty() => parties(seen, named_missing(progress)),
            Some(_) | None => Vec::new(),
        };
        Self {
            conditions,
            still_required,
            counted: progress.map_or(0, |progress| progress.counted().len()),
            // An empty list is nobody's consent: it has no number.
            needed: progress.and_then(needed).filter(|needed| *needed > 0),
            to_go: to_go.size(),
            met: matches!(to_go, ToGo::Met),
            within_reach: !matches!(to_go, ToGo::OutOfReach),
            at_least: match to_go {
                ToGo::Bounded { at_least, .. } => Some(*at_least),
                ToGo::Met | ToGo::Ways(_) | ToGo::OutOfReach => None,
            },
            awaits: way.map_or_else(Vec::new, |way| way.awaits.iter().cloned().collect()),
            not_before: way.and_then(|way| way.not_before),
        }
    }

    /// Whether the sentences about the conditions name just these as still required.
    pub fn names(&self, parties: &[Party]) -> bool {
        self.still_required.len() <= MOST_NAMES && self.still_required == parties
    }

    /// What is there: "3 of the 19 instruments needed have been deposited."
    pub fn there(&self, words: Words, form: ConsentForm) -> String {
        if !self.conditions.is_empty() {
            let parts: Vec<&str> = self
                .conditions
                .iter()
                .map(|part| part.sentence.as_str())
                .collect();
            return say!(
                words,
                "tracker-there-parts",
                consent = status::consent(words, form),
                parts = parts.join(" ")
            );
        }
        let have = self.counted;
        match (self.needed, form) {
            (Some(need), ConsentForm::Deposit) => {
                say!(words, "tracker-there-deposit", have = have, need = need)
            }
            (Some(need), ConsentForm::Notification) => {
                say!(
                    words,
                    "tracker-there-notification",
                    have = have,
                    need = need
                )
            }
            (Some(need), ConsentForm::Exchange) => {
                say!(words, "tracker-there-exchange", have = have, need = need)
            }
            (Some(need), ConsentForm::Signature) => {
                say!(words, "tracker-there-signature", have = have, need = need)
            }
            (None, _) => say!(words, "tracker-there-counted", have = have),
        }
    }

    /// What is lacking.
    pub fn lacking(&self, words: Words) -> String {
        let consents = match (self.to_go, self.at_least) {
            (Some(0), _) if self.met => say!(words, "tracker-to-go-met"),
            (Some(0), _) => say!(words, "tracker-to-go-none"),
            (Some(count), _) => say!(words, "tracker-to-go", count = count),
            (None, Some(count)) => say!(words, "tracker-to-go-at-least", count = count),
            (None, None) => say!(words, "tracker-to-go-out-of-reach"),
        };
        let events: Vec<String> = self
            .awaits
            .iter()
            .map(|event| say!(words, "tracker-awaits-event", event = event.as_str()))
            .collect();
        let day = self
            .not_before
            .map(|day| say!(words, "tracker-not-before", day = words.day(day)));
        [consents]
            .into_iter()
            .chain(events)
            .chain(day)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The few words for a title: "3 of 19 instruments deposited".
    pub fn short(&self, words: Words, form: ConsentForm) -> String {
        let have = self.counted;
        match (self.needed, form) {
            (Some(need), ConsentForm::Deposit) => {
                say!(words, "tracker-short-deposit", have = have, need = need)
            }
            (Some(need), ConsentForm::Notification) => {
                say!(
                    words,
                    "tracker-short-notification",
                    have = have,
                    need = need
                )
            }
            (Some(need), ConsentForm::Exchange) => {
                say!(words, "tracker-short-exchange", have = have, need = need)
            }
            (Some(need), ConsentForm::Signature) => {
                say!(words, "tracker-short-signature", have = have, need = need)
            }
            (None, _) => self.to_go.map_or_else(
                || say!(words, "tracker-there-counted", have = have),
                |count| say!(words, "tracker-short-to-go", count = count),
            ),
        }
    }

    /// The bar: consents counted of those that a smallest way would have. Nothing where the number
    /// is not known.
    pub fn bar(&self, words: Words, form: ConsentForm) -> Option<AnyView> {
        let to_go = usize::try_from(self.to_go?).ok()?;
        let most = match self.needed {
            Some(needed) => usize::try_from(needed).ok()?,
            None => self.counted.saturating_add(to_go),
        };
        let there = self.there(words, form);
        Some(
            view! {
                <progress
                    class="a-progress"
                    max=most.max(1).to_string()
                    value=self.counted.min(most).to_string()
                    aria-label=say!(words, "tracker-progress-label")
                >
                    {there}
                </progress>
            }
            .into_any(),
        )
    }
}

/// How many consents a condition needs, where it needs a plain number of them. Dates and events
/// beside it do not change the number.
fn needed(progress: &Progress) -> Option<u32> {
    match &progress.of {
        Measure::Named { counted, missing } | Measure::All { counted, missing } => {
            u32::try_from(counted.len().saturating_add(missing.len())).ok()
        }
        Measure::Count { need, .. } | Measure::Fraction { need, .. } => Some(*need),
        Measure::And(parts) => {
            let mut counting = parts.iter().filter(|part| {
                !matches!(part.of, Measure::FromDate { .. } | Measure::Event { .. })
            });
            match (counting.next(), counting.next()) {
                (Some(only), None) => needed(only),
                (_, _) => None,
            }
        }
        Measure::Or(_)
        | Measure::Weight { .. }
        | Measure::FromDate { .. }
        | Measure::Event { .. } => None,
    }
}

/// The most names in a sentence about those who are required.
const MOST_NAMES: usize = 8;

/// How far each of several conditions is that have to be met together; `None` where one number says
/// it, or where one of them is a choice. A day or an event that is awaited is said elsewhere.
fn parts(seen: &Seen<'_>, condition: &Condition, progress: &Progress) -> Option<Vec<Part>> {
    let (Condition::And(conditions), Measure::And(measured)) = (condition, &progress.of) else {
        return None;
    };
    if needed(progress).is_some() {
        return None;
    }
    let mut parts = Vec::new();
    let is_named = |progress: &Progress| matches!(progress.of, Measure::Named { .. });
    let mut each: Vec<(&Condition, &Progress)> = conditions.iter().zip(measured).collect();
    // The numbers first, then the names.
    each.sort_by_key(|(_, progress)| is_named(progress));
    for (condition, progress) in each {
        match &progress.of {
            Measure::FromDate { .. } | Measure::Event { .. } => {}
            _ => parts.push(Part {
                met: progress.met,
                sentence: part(seen, condition, progress)?,
            }),
        }
    }
    Some(parts)
}

fn part(seen: &Seen<'_>, condition: &Condition, progress: &Progress) -> Option<String> {
    let words = seen.words;
    match &progress.of {
        Measure::Named { counted, missing } if missing.is_empty() => {
            Some(say!(words, "tracker-part-all-named", count = counted.len()))
        }
        Measure::Named { missing, .. } if missing.len() > MOST_NAMES => Some(say!(
            words,
            "tracker-part-many-named",
            count = missing.len()
        )),
        Measure::Named { missing, .. } => {
            let names: Vec<String> = missing.iter().map(|code| words.entity(*code)).collect();
            Some(say!(
                words,
                "tracker-part-named",
                names = words.list(&names)
            ))
        }
        Measure::All { counted, missing } => {
            let base = counted.len().saturating_add(missing.len());
            Some(say!(
                words,
                "tracker-part-listed",
                have = counted.len(),
                base = base,
                need = base
            ))
        }
        Measure::Count { need, counted } => Some(say!(
            words,
            "tracker-part-count",
            have = counted.len(),
            need = *need
        )),
        Measure::Fraction {
            need,
            base,
            counted,
        } => {
            let Condition::Fraction(fraction) = condition else {
                return None;
            };
            let (have, base, need) = (counted.len(), base.len(), *need);
            Some(match fraction.base {
                Base::Listed => say!(
                    words,
                    "tracker-part-listed",
                    have = have,
                    base = base,
                    need = need
                ),
                Base::Signatories => say!(
                    words,
                    "tracker-part-signatories",
                    have = have,
                    base = base,
                    need = need
                ),
                Base::These(_) => say!(
                    words,
                    "tracker-part-these",
                    have = have,
                    base = base,
                    need = need
                ),
            })
        }
        Measure::Weight { need, have, .. } => Some(say!(
            words,
            "tracker-part-weight",
            have = have.to_string(),
            need = need.to_string()
        )),
        Measure::And(_) | Measure::Or(_) | Measure::FromDate { .. } | Measure::Event { .. } => None,
    }
}

/// Those who are required by name and have not consented.
fn named_missing(progress: &Progress) -> BTreeSet<EntityCode> {
    match &progress.of {
        Measure::And(parts) => parts.iter().flat_map(named_missing).collect(),
        Measure::Named { missing, .. } => missing.clone(),
        _ => BTreeSet::new(),
    }
}
