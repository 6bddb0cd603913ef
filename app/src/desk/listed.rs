//! Proposals in lists: what they say, where they stand, what to do.

use leptos::prelude::*;

use crate::say;
use crate::words::Words;

/// A proposal in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Its address.
    pub href: String,
    /// The act: "Record a vote".
    pub act: String,
    /// What it concerns: "Poland, vote of the Sejm".
    pub about: String,
    /// The instrument.
    pub instrument: String,
    /// Where it stands.
    pub waiting: Waiting,
    /// When it was last changed, in words.
    pub changed: String,
}

/// Where a proposal stands, as a list tells it.
#[derive(Debug, Clone)]
pub enum Waiting {
    /// Being written.
    Draft,
    /// For somebody's sign-off.
    For(String),
    /// Returned, with the reason.
    Returned(String),
    /// Published as the entry with this address.
    Published(String),
    /// Taken back by its author.
    Withdrawn,
}

/// A list under a heading; what to read if it is empty.
pub(super) fn list(words: Words, heading: String, empty: String, listed: Vec<Listed>) -> AnyView {
    let count = listed.len();
    let items = listed
        .into_iter()
        .map(|one| {
            let (tag, kind, more) = match one.waiting {
                Waiting::Draft => (say!(words, "desk-state-draft"), "draft", None),
                Waiting::For(whom) => (
                    say!(words, "desk-state-waiting"),
                    "waiting",
                    Some(view! { <p>{whom}</p> }.into_any()),
                ),
                Waiting::Returned(reason) => (
                    say!(words, "desk-state-returned"),
                    "returned",
                    Some(
                        view! {
                            <p>{say!(words, "desk-returned-because")}</p>
                            <blockquote class="desk-reason"><bdi>{reason}</bdi></blockquote>
                        }
                        .into_any(),
                    ),
                ),
                Waiting::Published(entry) => (
                    say!(words, "desk-state-published"),
                    "published",
                    Some(
                        view! { <p><a href=entry>{say!(words, "desk-see-entry")}</a></p> }
                            .into_any(),
                    ),
                ),
                Waiting::Withdrawn => (say!(words, "desk-state-withdrawn"), "withdrawn", None),
            };
            view! {
                <li class="desk-list__item">
                    <p class="desk-list__act">
                        <a href=one.href>{one.act} ": " {one.about}</a>
                        " "
                        <strong class=format!("desk-tag desk-tag--{kind}")>{tag}</strong>
                    </p>
                    <p class="desk-list__more">{one.instrument} " · " {one.changed}</p>
                    {more}
                </li>
            }
        })
        .collect_view();
    let inner = if count == 0 {
        view! { <p class="desk-empty">{empty}</p> }.into_any()
    } else {
        view! { <ul class="desk-list">{items}</ul> }.into_any()
    };
    view! {
        <section class="desk-section">
            <h2>{heading}</h2>
            {inner}
        </section>
    }
    .into_any()
}
