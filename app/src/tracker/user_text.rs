//! Text that a person wrote: shown as it is, in its own language and direction.

use domain::text::{Source, Text};
use leptos::prelude::*;

use crate::say;
use crate::words::Words;

/// A text, inside a sentence or a cell.
pub(crate) fn inline(text: &Text) -> AnyView {
    view! {
        <bdi lang=text.lang.to_string()>{text.body.as_str().to_owned()}</bdi>
    }
    .into_any()
}

/// A text as a block of its own, with its line breaks.
pub(crate) fn block(text: &Text) -> AnyView {
    view! {
        <p class="a-quote" lang=text.lang.to_string() dir="auto">
            {text.body.as_str().to_owned()}
        </p>
    }
    .into_any()
}

/// Where a fact comes from, as a list; nothing if no source is given.
pub(crate) fn sources(words: Words, sources: &[Source]) -> Option<AnyView> {
    if sources.is_empty() {
        return None;
    }
    let items: Vec<AnyView> = sources.iter().map(|one| source(words, one)).collect();
    Some(
        view! { <ul class="a-sources" aria-label=say!(words, "tracker-sources")>{items}</ul> }
            .into_any(),
    )
}

fn source(words: Words, source: &Source) -> AnyView {
    let citation = inline(&source.citation);
    // The address was checked to be one of the web when it was read: see `SafeUrl`.
    let citation = match &source.url {
        Some(url) => view! {
            <a href=url.as_str().to_owned() rel="noopener noreferrer">{citation}</a>
        }
        .into_any(),
        None => citation,
    };
    let confidence = source.confidence.map(|confidence| {
        view! {
            <span class="a-muted">" (" {super::status::confidence(words, confidence)} ")"</span>
        }
    });
    view! { <li>{citation} {confidence}</li> }.into_any()
}
