//! Pages for what is not there, and for what went wrong.

use leptos::prelude::*;

use super::address::{Address, At};
use super::page::NotFound;
use crate::layout;
use crate::say;
use crate::words::Words;

/// The page that says that nothing stands at an address, and where to go from there. `request_id`
/// finds the request in the logs.
pub fn not_found(words: Words, not_found: &NotFound, request_id: &str) -> String {
    let id = request_id.to_owned();
    let (text, href, label) = match not_found {
        NotFound::Page => (
            say!(words, "tracker-not-found-page"),
            Address::Instruments.path(words, At::Now),
            say!(words, "tracker-to-instruments"),
        ),
        NotFound::Instrument(slug) => (
            say!(words, "tracker-not-found-instrument", slug = slug.as_str()),
            Address::Instruments.path(words, At::Now),
            say!(words, "tracker-to-instruments"),
        ),
        NotFound::Participant(slug, code) => (
            say!(words, "tracker-not-found-participant", code = code.as_str()),
            Address::Home(slug.clone()).path(words, At::Now),
            say!(words, "tracker-to-participants"),
        ),
        NotFound::Entry(index) => (
            say!(words, "tracker-not-found-entry", index = *index),
            Address::Instruments.path(words, At::Now),
            say!(words, "tracker-to-instruments"),
        ),
        NotFound::Size(size) => (
            say!(words, "tracker-not-found-size", size = *size),
            Address::Instruments.path(words, At::Now),
            say!(words, "tracker-to-instruments"),
        ),
    };
    let title = say!(words, "tracker-not-found");
    layout::bare(words, &title, || {
        view! {
            <h1 class="a-title">{title.clone()}</h1>
            <p class="a-lead">{text}</p>
            {request(words, id)}
            <p>
                <a href=href>{label}</a>
            </p>
        }
        .into_any()
    })
}

/// The page that says that something went wrong. `request_id` finds it in the logs.
pub fn error_page(words: Words, status: u16, request_id: &str) -> String {
    let (title, text) = match status {
        400 | 405 | 406 | 413 | 414 | 421 | 431 => (
            say!(words, "tracker-error-request"),
            say!(words, "tracker-error-request-text"),
        ),
        429 => (
            say!(words, "tracker-error-often"),
            say!(words, "tracker-error-often-text"),
        ),
        503 => (
            say!(words, "tracker-error-busy"),
            say!(words, "tracker-error-busy-text"),
        ),
        _ => (
            say!(words, "tracker-error"),
            say!(words, "tracker-error-text"),
        ),
    };
    page(words, &title, text, None, request_id)
}

/// The page that says that a file was withdrawn, for the reason that was given.
pub fn withdrawn(words: Words, reason: &str, request_id: &str) -> String {
    let title = say!(words, "tracker-error-gone");
    let text = say!(words, "tracker-error-gone-text");
    page(words, &title, text, Some(reason), request_id)
}

fn page(words: Words, title: &str, text: String, reason: Option<&str>, id: &str) -> String {
    let id = id.to_owned();
    let reason = reason.map(|reason| {
        view! {
            <p>
                {say!(words, "tracker-error-gone-reason")} " " <bdi>{reason.to_owned()}</bdi>
            </p>
        }
    });
    layout::bare(words, title, || {
        view! {
            <h1 class="a-title">{title.to_owned()}</h1>
            <p class="a-lead">{text}</p>
            {reason}
            {request(words, id)}
            <p>
                <a href=Address::Instruments.path(words, At::Now)>
                    {say!(words, "tracker-to-instruments")}
                </a>
            </p>
        }
        .into_any()
    })
}

/// The line that names the request.
fn request(words: Words, id: String) -> impl IntoView {
    view! {
        <p class="a-muted">
            {say!(words, "tracker-error-id")} " " <code class="a-hash">{id}</code>
        </p>
    }
}
