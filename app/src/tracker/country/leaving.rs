//! How a participant can leave, from when, and what that would change.

use domain::clause::threshold::Threshold;
use domain::entity::EntityCode;
use domain::exit::{Exit, Finding};
use domain::withdrawal::{Change, WithdrawalToday};
use leptos::prelude::*;
use serde::Serialize;

use crate::say;
use crate::tracker::reading::Seen;
use crate::words::Words;

/// Leaving, on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Leaving {
    /// What is computed.
    #[serde(flatten)]
    today: WithdrawalToday,
    /// What is out of order in a notice on record.
    findings: Vec<Finding>,
    /// The same in words.
    sentences: Vec<String>,
}

impl Leaving {
    /// How a participant can leave; nothing if it has not consented, or a day cannot be computed.
    pub fn of(seen: &Seen<'_>, code: EntityCode) -> Option<Self> {
        let words = seen.words;
        let today = seen.view.withdrawal_today(code).ok()??;
        let findings = seen.view.exit_findings(code).ok()?;
        let exit = exit(words, today.exit)?;
        let sentences = std::iter::once(exit)
            .chain(change(words, &today.change))
            .chain(findings.iter().map(|found| finding(words, *found)))
            .collect();
        Some(Self {
            today,
            findings,
            sentences,
        })
    }

    /// The section of the page.
    pub fn view(&self, words: Words) -> AnyView {
        let items: Vec<AnyView> = self
            .sentences
            .iter()
            .map(|text| view! { <p>{text.clone()}</p> }.into_any())
            .collect();
        view! {
            <section class="a-section" aria-labelledby="leaving">
                <h2 id="leaving" class="a-heading">{say!(words, "follows-leaving")}</h2>
                {items}
            </section>
        }
        .into_any()
    }
}

fn exit(words: Words, exit: Exit) -> Option<String> {
    let day = |day, at_the_latest: bool| {
        let day = words.day(day);
        if at_the_latest {
            say!(words, "follows-at-the-latest", day = day)
        } else {
            day
        }
    };
    match exit {
        Exit::NotBound => None,
        Exit::BeforeEntryIntoForce { .. } => Some(say!(words, "follows-exit-before")),
        Exit::ByNotice {
            first_notice,
            notice,
            leaves,
        } if first_notice < notice => Some(say!(
            words,
            "follows-exit-today",
            leaves = words.day(leaves)
        )),
        Exit::ByNotice { notice, leaves, .. } => Some(say!(
            words,
            "follows-exit-later",
            notice = words.day(notice),
            leaves = words.day(leaves)
        )),
        Exit::OnlyIfImplied { leaves } => Some(say!(
            words,
            "follows-exit-implied",
            leaves = words.day(leaves)
        )),
        Exit::NoticeGiven {
            leaves,
            at_the_latest,
            take_back_until: Some(until),
        } => Some(say!(
            words,
            "follows-exit-given-until",
            leaves = day(leaves, at_the_latest),
            until = words.day(until)
        )),
        Exit::NoticeGiven {
            leaves,
            at_the_latest,
            take_back_until: None,
        } => Some(say!(
            words,
            "follows-exit-given",
            leaves = day(leaves, at_the_latest)
        )),
        Exit::Left { on, at_the_latest } => Some(say!(
            words,
            "follows-exit-left",
            leaves = day(on, at_the_latest)
        )),
    }
}

fn change(words: Words, change: &Change) -> Option<String> {
    match change {
        Change::Nothing => None,
        Change::ToGo { before, after } => {
            let (before, after) = (before.size()?, after.size()?);
            (before != after).then(|| {
                say!(
                    words,
                    "follows-change-to-go",
                    before = before,
                    after = after
                )
            })
        }
        Change::Unmet { .. } => Some(say!(words, "follows-change-unmet")),
        Change::Moved { becomes, .. } => Some(say!(
            words,
            "follows-change-moved",
            day = words.day(becomes.on)
        )),
        Change::OnlyThisState { threshold, .. } => match threshold {
            Threshold::LostSinceEntryIntoForce { .. } => Some(say!(words, "follows-change-below")),
            Threshold::LostBeforeEntryIntoForce { .. } => {
                Some(say!(words, "follows-change-once-met"))
            }
            Threshold::Holds | Threshold::NotMet => None,
        },
    }
}

fn finding(words: Words, finding: Finding) -> String {
    match finding {
        Finding::TooEarly { notified, first } => say!(
            words,
            "follows-exit-too-early",
            notified = words.day(notified),
            first = words.day(first)
        ),
        Finding::EffectTooEarly {
            notified,
            recorded,
            computed,
        } => say!(
            words,
            "follows-exit-effect-too-early",
            notified = words.day(notified),
            recorded = words.day(recorded),
            computed = words.day(computed)
        ),
        Finding::NotProvidedFor {
            notified,
            if_implied,
        } => say!(
            words,
            "follows-exit-not-provided",
            notified = words.day(notified),
            computed = words.day(if_implied)
        ),
        Finding::AlreadyInForce { notified, since } => say!(
            words,
            "follows-exit-in-force",
            notified = words.day(notified),
            since = words.day(since)
        ),
    }
}
