//! The head of a document.

use domain::instrument::Nature;
use leptos::prelude::*;

use super::Frame;
use crate::asset;
use crate::say;
use crate::tracker::At;
use crate::words::Words;

/// The head of a public page.
pub(super) fn head(frame: &Frame) -> AnyView {
    let words = frame.words;
    let path = frame.address.path(words, frame.at);
    let json = frame.address.json(words, frame.at);
    let csv = frame
        .has_table
        .then(|| frame.address.csv(words, frame.at))
        .map(|href| view! { <link rel="alternate" type="text/csv" href=href/> });
    // A view of another day or size is one of very many: search engines are led to the present.
    let is_now = frame.at == At::Now;
    let robots = (!is_now || is_illustrative(frame))
        .then(|| view! { <meta name="robots" content="noindex"/> });
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{title(frame)}</title>
            <meta name="description" content=frame.description.clone()/>
            <meta name="color-scheme" content="light dark"/>
            {robots}
            <link rel="canonical" href=path/>
            <link rel="alternate" type="application/json" href=json/>
            {csv}
            <link rel="stylesheet" href=asset::style().path.clone()/>
            <link rel="icon" type="image/svg+xml" href=asset::icon().path.clone()/>
            {live(frame)}
        </head>
    }
    .into_any()
}

/// The head of a page that has no address of its own.
pub(super) fn bare(words: Words, title: &str) -> AnyView {
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{format!("{title} – {}", say!(words, "product-name"))}</title>
            <meta name="color-scheme" content="light dark"/>
            <meta name="robots" content="noindex"/>
            <link rel="stylesheet" href=asset::style().path.clone()/>
            <link rel="icon" type="image/svg+xml" href=asset::icon().path.clone()/>
        </head>
    }
    .into_any()
}

/// The title: the most specific part first, the product last.
fn title(frame: &Frame) -> String {
    let mut parts = frame.title.clone();
    parts.push(say!(frame.words, "product-name"));
    parts.join(" – ")
}

fn is_illustrative(frame: &Frame) -> bool {
    frame
        .subject
        .as_ref()
        .is_some_and(|subject| subject.nature == Nature::Illustrative)
}

/// The script that tells of news, where a page speaks of the present.
fn live(frame: &Frame) -> Option<AnyView> {
    let subject = frame.subject.as_ref()?;
    let last = subject.last?;
    let is_of_instrument = frame.address.slug().is_some();
    (is_of_instrument && frame.at == At::Now).then(|| {
        view! {
            <script
                type="module"
                src=asset::live().path.clone()
                data-instrument=subject.slug.to_string()
                data-last=last.index.to_string()
            ></script>
        }
        .into_any()
    })
}
