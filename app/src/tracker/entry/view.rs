//! The markup of the page of an entry.

use leptos::prelude::*;

use super::EntryPage;
use crate::say;
use crate::tracker::date::instant;
use crate::tracker::status;
use crate::words::Words;

/// The content of the page.
pub(super) fn view(words: Words, page: &EntryPage) -> AnyView {
    let statements: Vec<AnyView> = page
        .statements
        .iter()
        .enumerate()
        .map(|(position, stated)| stated.view(words, position.saturating_add(1), page.recorded_at))
        .collect();
    view! {
        <h1 class="a-title">{say!(words, "tracker-entry-title", index = page.index)}</h1>
        <p class="a-lead">
            {say!(words, "tracker-line-recorded")} " " {instant(words, page.recorded_at)} ". "
            {status::occasion(words, page.occasion)} "."
        </p>
        {statements}
        {proof(words, page)}
    }
    .into_any()
}

/// What is needed to check the entry.
fn proof(words: Words, page: &EntryPage) -> AnyView {
    view! {
        <section class="a-section a-proof" aria-labelledby="proof">
            <h2 id="proof" class="a-heading">{say!(words, "tracker-entry-proof")}</h2>
            <dl class="a-summary">
                <div class="a-summary__row">
                    <dt class="a-summary__key">{say!(words, "tracker-entry-leaf")}</dt>
                    <dd class="a-summary__value">
                        <code class="a-hash">{page.leaf_hash.to_string()}</code>
                    </dd>
                </div>
                <div class="a-summary__row">
                    <dt class="a-summary__key">
                        {say!(words, "tracker-entry-root", size = page.index.saturating_add(1))}
                    </dt>
                    <dd class="a-summary__value">
                        <code class="a-hash">{page.root_after.to_string()}</code>
                    </dd>
                </div>
                <div class="a-summary__row">
                    <dt class="a-summary__key">{say!(words, "tracker-entry-bytes")}</dt>
                    <dd class="a-summary__value">
                        <a href=page.bytes.clone()>{page.bytes.clone()}</a>
                    </dd>
                </div>
            </dl>
        </section>
    }
    .into_any()
}
