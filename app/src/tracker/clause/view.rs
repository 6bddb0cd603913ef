//! The markup of the page about the clause.

use leptos::prelude::*;

use super::{Alternative, ClausePage};
use crate::say;
use crate::tracker::{party, user_text};
use crate::words::Words;

/// The content of the page.
pub(super) fn view(words: Words, page: &ClausePage) -> AnyView {
    view! {
        <h1 class="a-title">{say!(words, "clause-title")}</h1>
        <p class="a-lead">{page.sentence.clone()} ". " {lacking(page)}</p>
        {page.below_threshold.as_ref().map(|text| view! { <p>{text.clone()}</p> })}
        {why(words, page)}
        {own_words(words, page)}
        {conditions(words, page)}
        {still_lacking(words, page)}
        {earliest(words, page)}
        {dates(words, page)}
        {rules(words, page)}
        {page.activation.as_ref().map(|activation| activation.view(words))}
    }
    .into_any()
}

fn lacking(page: &ClausePage) -> Option<String> {
    (!page.progress.met).then(|| page.lacking.clone())
}

fn why(words: Words, page: &ClausePage) -> AnyView {
    let sentences: Vec<AnyView> = page
        .why
        .iter()
        .map(|sentence| {
            let bases = (!sentence.bases.is_empty()).then(|| {
                view! { <span class="a-muted">" " {sentence.bases.join("; ")} "."</span> }
            });
            view! { <li>{sentence.text.clone()} {bases}</li> }.into_any()
        })
        .collect();
    view! {
        <section class="a-section" aria-labelledby="why">
            <h2 id="why" class="a-heading">{say!(words, "clause-why")}</h2>
            <ul>{sentences}</ul>
        </section>
    }
    .into_any()
}

fn own_words(words: Words, page: &ClausePage) -> Option<AnyView> {
    let text = page.own_words.as_ref()?;
    Some(
        view! {
            <section class="a-section" aria-labelledby="own-words">
                <h2 id="own-words" class="a-heading">{say!(words, "clause-own-words")}</h2>
                <blockquote class="a-blockquote">{user_text::block(text)}</blockquote>
            </section>
        }
        .into_any(),
    )
}

fn conditions(words: Words, page: &ClausePage) -> AnyView {
    let has_several = page.alternatives.len() > 1;
    let alternatives: Vec<AnyView> = page
        .alternatives
        .iter()
        .enumerate()
        .map(|(position, one)| {
            alternative(words, one, has_several.then(|| position.saturating_add(1)))
        })
        .collect();
    let note = has_several.then(|| view! { <p>{say!(words, "clause-first-of")}</p> });
    view! {
        <section class="a-section" aria-labelledby="conditions">
            <h2 id="conditions" class="a-heading">{say!(words, "clause-conditions")}</h2>
            <p class="a-muted">{say!(words, "clause-in-words")}</p>
            {note}
            {alternatives}
        </section>
    }
    .into_any()
}

fn alternative(words: Words, one: &Alternative, number: Option<usize>) -> AnyView {
    let heading = number.map(|number| {
        view! {
            <h3 class="a-subheading">{say!(words, "clause-alternative", number = number)}</h3>
        }
    });
    let by = one
        .by
        .map(|day| say!(words, "clause-by", day = words.day(day)));
    let state = if one.decided {
        Some(say!(words, "clause-decided"))
    } else if one.lapsed {
        Some(say!(words, "clause-lapsed"))
    } else {
        None
    };
    view! {
        <div class="a-alternative">
            {heading}
            <ul class="a-conditions a-conditions--outer">{one.when.view(words)}</ul>
            <p>
                {by} " " {say!(words, "clause-then", effect = one.then.as_str())} " "
                {state.map(|state| view! { <strong>{state}</strong> })}
            </p>
        </div>
    }
    .into_any()
}

fn still_lacking(words: Words, page: &ClausePage) -> Option<AnyView> {
    if page.progress.met {
        return None;
    }
    let has_several = page.alternatives.len() > 1;
    let ways: Vec<AnyView> = page
        .ways
        .iter()
        .map(|way| way.view(words, has_several))
        .collect();
    let indispensable = (!page.indispensable.is_empty()).then(|| {
        view! {
            <p>
                {say!(words, "tracker-indispensable")} ": "
                {party::sentence(words, &page.indispensable)} "."
            </p>
        }
    });
    let ways = if ways.is_empty() {
        view! { <p>{page.lacking.clone()}</p> }.into_any()
    } else {
        view! { <ul class="a-ways">{ways}</ul> }.into_any()
    };
    Some(
        view! {
            <section class="a-section" aria-labelledby="lacking">
                <h2 id="lacking" class="a-heading">{say!(words, "clause-lacking")}</h2>
                {indispensable}
                {ways}
            </section>
        }
        .into_any(),
    )
}

fn earliest(words: Words, page: &ClausePage) -> Option<AnyView> {
    let earliest = page.earliest.as_ref()?;
    Some(
        view! {
            <section class="a-section" aria-labelledby="earliest">
                <h2 id="earliest" class="a-heading">{say!(words, "follows-earliest")}</h2>
                <p>{earliest.sentences.join(" ")}</p>
            </section>
        }
        .into_any(),
    )
}

fn dates(words: Words, page: &ClausePage) -> Option<AnyView> {
    let dates = page.entry_into_force.view(words)?;
    Some(
        view! {
            <section class="a-section" aria-labelledby="dates">
                <h2 id="dates" class="a-heading">{say!(words, "clause-dates")}</h2>
                {dates}
            </section>
        }
        .into_any(),
    )
}

fn rules(words: Words, page: &ClausePage) -> AnyView {
    let rules: Vec<AnyView> = page
        .rules
        .iter()
        .map(|rule| view! { <li>{rule.clone()}</li> }.into_any())
        .collect();
    view! {
        <section class="a-section" aria-labelledby="rules">
            <h2 id="rules" class="a-heading">{say!(words, "clause-rules")}</h2>
            <ul>{rules}</ul>
        </section>
    }
    .into_any()
}
