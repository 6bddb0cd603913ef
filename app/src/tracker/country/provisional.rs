//! Provisional application by one participant: which articles, from when until when.

use domain::entity::EntityCode;
use domain::name::Key;
use domain::provisional::{Application, EndedBy, Finding, Provisional};
use serde::Serialize;

use crate::say;
use crate::tracker::reading::Seen;
use crate::words::Words;

/// Provisional application, on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct ProvisionalModel {
    /// What is computed.
    #[serde(flatten)]
    computed: Provisional,
    /// The same in words, with what is out of order.
    pub sentences: Vec<String>,
}

impl ProvisionalModel {
    /// What a participant declared; nothing if it declared nothing.
    pub fn of(seen: &Seen<'_>, code: EntityCode) -> Option<Self> {
        let words = seen.words;
        let computed = seen.view.participants.get(&code)?.provisional.clone();
        let sentences: Vec<String> = computed
            .applications
            .iter()
            .map(|run| application(words, run))
            .chain(computed.findings.iter().map(|found| finding(words, found)))
            .collect();
        (!sentences.is_empty()).then_some(Self {
            computed,
            sentences,
        })
    }
}

fn articles<'a>(articles: impl IntoIterator<Item = &'a Key>) -> Vec<String> {
    articles.into_iter().map(Key::to_string).collect()
}

fn application(words: Words, run: &Application) -> String {
    let from = if run.at_the_latest {
        say!(words, "follows-at-the-latest", day = words.day(run.from))
    } else {
        words.day(run.from)
    };
    let what = if run.articles.is_empty() {
        say!(words, "follows-provisional-whole", from = from)
    } else {
        say!(
            words,
            "follows-provisional-articles",
            count = run.articles.len(),
            articles = words.list(&articles(&run.articles)),
            from = from
        )
    };
    match run.end {
        None => say!(words, "follows-provisional-runs", what = what),
        Some(end) => {
            let day = words.day(end.on);
            match end.by {
                EndedBy::EntryIntoForce => say!(
                    words,
                    "follows-provisional-in-force",
                    what = what,
                    day = day
                ),
                EndedBy::Notice => {
                    say!(words, "follows-provisional-notice", what = what, day = day)
                }
                EndedBy::Withdrawal => say!(
                    words,
                    "follows-provisional-withdrawal",
                    what = what,
                    day = day
                ),
            }
        }
    }
}

fn finding(words: Words, finding: &Finding) -> String {
    match finding {
        Finding::NotProvidedFor => say!(words, "follows-provisional-not-provided"),
        Finding::OutsideTheRule(outside) => say!(
            words,
            "follows-provisional-outside",
            count = outside.len(),
            articles = words.list(&articles(outside))
        ),
        Finding::DateUnknown => say!(words, "follows-provisional-date-unknown"),
        Finding::NothingToEnd => say!(words, "follows-provisional-nothing-to-end"),
    }
}
