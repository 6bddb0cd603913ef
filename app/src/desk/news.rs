//! What was published since somebody was last here.

use leptos::prelude::*;

use super::home::Next;
use crate::say;
use crate::words::Words;

/// What was published since somebody was last here.
#[derive(Debug, Clone)]
pub struct News {
    /// When they were last here, in words.
    pub since: String,
    /// A line for each instrument with new entries, with where they can be read.
    pub lines: Vec<Next>,
}

impl News {
    /// A line for an instrument.
    pub fn line(words: Words, title: &str, count: usize) -> String {
        say!(words, "desk-news-entries", title = title, count = count)
    }

    /// Under the heading of a page.
    pub(super) fn view(self, words: Words) -> AnyView {
        if self.lines.is_empty() {
            return view! {
                <p class="desk-aside">{say!(words, "desk-news-none", when = self.since)}</p>
            }
            .into_any();
        }
        let lines = self
            .lines
            .into_iter()
            .map(|one| view! { <li><a href=one.href>{one.label}</a></li> })
            .collect_view();
        view! {
            <section class="desk-section" aria-labelledby="news">
                <h2 id="news">{say!(words, "desk-news", when = self.since)}</h2>
                <ul class="desk-links">{lines}</ul>
            </section>
        }
        .into_any()
    }
}
