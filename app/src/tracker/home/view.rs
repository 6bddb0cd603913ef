//! The markup of an instrument's home.

use domain::instrument::Nature;
use leptos::prelude::*;

use super::provisional::Provisional;
use super::{Home, participants};
use crate::say;
use crate::tracker::four_facts::{ActivatedFact, ActivationFact};
use crate::tracker::party::{self, Party};
use crate::words::Words;

/// The most names that a sentence lists; beyond it, the table has them.
const MOST_NAMES: usize = 40;

/// The content of the page.
pub(super) fn view(words: Words, nature: Nature, home: &Home) -> AnyView {
    view! {
        {answer(words, nature, home)}
        {what_is_next(words, home)}
        <section class="a-section" aria-labelledby="participants">
            <h2 id="participants" class="a-heading">{say!(words, "tracker-participants")}</h2>
            {four_facts_note(words, home)}
            {participants::view(words, home)}
        </section>
    }
    .into_any()
}

/// What one screen has to show: the answer, how far, who.
fn answer(words: Words, nature: Nature, home: &Home) -> AnyView {
    let class = home.answer.class();
    let rest = home.answer.rest(words, nature);
    let rest = rest.map(|rest| view! { <p class="a-answer__lead">{rest} "."</p> });
    let progress = &home.progress;
    let how_far = (!progress.met).then(|| {
        view! {
            <p class="a-answer__lead">
                {progress.there(words, home.consent_form)} " "
                <strong>{progress.lacking(words)}</strong>
            </p>
            {progress.bar(words, home.consent_form)}
            {not_known(words, home)}
            {missing(words, home)}
        }
    });
    view! {
        <section class=class aria-labelledby="answer">
            <p class="a-answer__eyebrow"><bdi>{home.title.clone()}</bdi></p>
            <h1 id="answer" class="a-answer__heading">
                {home.answer.heading(words)}
            </h1>
            {rest}
            {how_far}
            {home.entry_into_force.view(words)}
        </section>
    }
    .into_any()
}

/// How many are not counted because the sources leave their day open.
fn not_known(words: Words, home: &Home) -> Option<AnyView> {
    let count = home.consent_not_known.len();
    (count > 0).then(|| {
        view! { <p>{say!(words, "tracker-consents-not-known", count = count)}</p> }.into_any()
    })
}

/// Who is missing; those without whom nothing goes are named first.
fn missing(words: Words, home: &Home) -> AnyView {
    // The numbers above may have named them already.
    let is_named = home.progress.names(&home.indispensable);
    let indispensable = (!is_named && !home.indispensable.is_empty()).then(|| {
        named(
            words,
            say!(words, "tracker-indispensable"),
            &home.indispensable,
        )
    });
    let others: Vec<Party> = home
        .missing
        .iter()
        .filter(|party| !home.indispensable.contains(party))
        .cloned()
        .collect();
    let others = (!others.is_empty()).then(|| {
        let label = if home.indispensable.is_empty() {
            say!(words, "tracker-missing-first")
        } else {
            say!(words, "tracker-missing")
        };
        named(words, label, &others)
    });
    view! { <dl class="a-summary a-summary--quiet">{indispensable} {others}</dl> }.into_any()
}

fn named(words: Words, label: String, parties: &[Party]) -> AnyView {
    let names = if parties.len() > MOST_NAMES {
        say!(words, "tracker-many-names", count = parties.len()).into_any()
    } else {
        party::sentence(words, parties).into_any()
    };
    view! {
        <div class="a-summary__row">
            <dt class="a-summary__key">{label}</dt>
            <dd class="a-summary__value">{names}</dd>
        </div>
    }
    .into_any()
}

/// What came last, what comes next, and what the instrument provides besides.
fn what_is_next(words: Words, home: &Home) -> AnyView {
    let none = || say!(words, "tracker-next-none");
    let (latest, last) = if home.has_passed {
        let last = home.latest.as_ref().map(|line| line.brief(words));
        (say!(words, "tracker-latest-happened"), last)
    } else {
        let last = home.latest.as_ref().map(|line| line.recorded(words));
        (say!(words, "tracker-latest"), last)
    };
    view! {
        <div class="a-tiles">
            <section class="a-tile" aria-labelledby="next">
                <h2 id="next" class="a-tile__heading">{say!(words, "tracker-next")}</h2>
                {match &home.next {
                    Some(line) => tile_line(line.brief(words)),
                    None => view! { <p class="a-tile__text">{none()}</p> }.into_any(),
                }}
            </section>
            <section class="a-tile" aria-labelledby="latest">
                <h2 id="latest" class="a-tile__heading">{latest}</h2>
                {last.map(tile_line)}
            </section>
            {home.provisional_application.as_ref().map(|provisional| {
                provisional_application(words, provisional)
            })}
            {home.activation.as_ref().map(|activated| activation(words, activated))}
        </div>
    }
    .into_any()
}

fn tile_line(line: AnyView) -> AnyView {
    view! { <ul class="a-events a-events--plain">{line}</ul> }.into_any()
}

fn provisional_application(words: Words, provisional: &Provisional) -> AnyView {
    let articles: Vec<String> = provisional
        .articles
        .iter()
        .map(ToString::to_string)
        .collect();
    let rule = if articles.is_empty() {
        say!(words, "tracker-provisional-whole")
    } else {
        say!(
            words,
            "tracker-provisional-articles",
            count = articles.len(),
            articles = words.list(&articles)
        )
    };
    let by = if provisional.applied_by.is_empty() {
        say!(words, "tracker-provisional-by-nobody").into_any()
    } else {
        view! {
            {say!(words, "tracker-provisional-by")}
            " "
            {party::sentence(words, &provisional.applied_by)}
        }
        .into_any()
    };
    view! {
        <section class="a-tile" aria-labelledby="provisional">
            <h2 id="provisional" class="a-tile__heading">{say!(words, "tracker-provisional")}</h2>
            <p class="a-tile__text">{rule}</p>
            <p class="a-tile__text">{by}</p>
        </section>
    }
    .into_any()
}

fn activation(words: Words, activated: &ActivatedFact) -> AnyView {
    let since = activated.since.as_ref().map(|since| {
        view! { " (" {say!(words, "tracker-since")} " " {since.view()} ")" }
    });
    view! {
        <section class="a-tile" aria-labelledby="activation">
            <h2 id="activation" class="a-tile__heading">{say!(words, "tracker-activation")}</h2>
            <p class="a-tile__text">{activated.label.clone()} {since}</p>
            <p class="a-tile__text a-muted">{say!(words, "tracker-activation-note")}</p>
        </section>
    }
    .into_any()
}

fn four_facts_note(words: Words, home: &Home) -> AnyView {
    let without_activation = home
        .activation
        .is_none()
        .then(|| say!(words, "tracker-no-activation"));
    view! {
        <p class="a-muted">
            {say!(words, "tracker-four-facts")} " " {without_activation}
        </p>
    }
    .into_any()
}

/// Whether obligations are activated, in a cell whose heading asks for it.
pub(super) fn yes_or_no(words: Words, activated: ActivationFact) -> String {
    match activated {
        ActivationFact::Activated => say!(words, "tracker-yes"),
        ActivationFact::NotActivated => say!(words, "tracker-no"),
        ActivationFact::Ended => say!(words, "tracker-activated-ended"),
    }
}
