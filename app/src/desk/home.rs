//! The liaison's desk: what is asked of me today.

use leptos::prelude::*;

use super::form::public_now;
use super::frame::{Content, Frame};
use super::listed::{self, Listed};
use crate::say;

/// The liaison's desk.
#[derive(Debug, Clone)]
pub struct DeskPage {
    /// The country.
    pub country: String,
    /// What waits for me: announced days that have passed, one sentence each with where to go.
    pub asked: Vec<Next>,
    /// Returned to me.
    pub returned: Vec<Listed>,
    /// My drafts and those of colleagues.
    pub drafts: Vec<Listed>,
    /// Waiting for others.
    pub waiting: Vec<Listed>,
    /// Published lately.
    pub published: Vec<Listed>,
    /// The instruments in which the country takes part.
    pub instruments: Vec<DeskInstrument>,
}

/// An instrument on the desk.
#[derive(Debug, Clone)]
pub struct DeskInstrument {
    /// Its title.
    pub title: String,
    /// What kind it is if it is not real.
    pub nature: Option<String>,
    /// Where the country stands, one fact each.
    pub standing: Vec<String>,
    /// The country's public page.
    pub public: String,
    /// What may come next: a link each.
    pub next: Vec<Next>,
    /// What else can be recorded.
    pub other: Vec<Next>,
    /// What is public and can be corrected.
    pub correct: Vec<Published>,
}

/// A link to something to do.
#[derive(Debug, Clone)]
pub struct Next {
    /// What.
    pub label: String,
    /// Where.
    pub href: String,
}

/// A published statement that can be corrected.
#[derive(Debug, Clone)]
pub struct Published {
    /// What it says.
    pub sentence: String,
    /// Where it is replaced, if there is a form for it.
    pub replace: Option<String>,
    /// Where it is taken back.
    pub retract: String,
}

impl DeskPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let nothing =
                self.asked.is_empty() && self.returned.is_empty() && self.drafts.is_empty();
            let calm = nothing
                .then(|| view! { <p class="desk-empty">{say!(words, "desk-nothing-asked")}</p> });
            let asked = (!self.asked.is_empty()).then(|| {
                view! {
                    <section class="desk-section">
                        <h2>{say!(words, "desk-asked")}</h2>
                        {links(self.asked)}
                    </section>
                }
            });
            let some = |heading: String, listed: Vec<Listed>| {
                (!listed.is_empty()).then(|| listed::list(words, heading, String::new(), listed))
            };
            let instruments = self
                .instruments
                .into_iter()
                .map(|instrument| self::instrument(frame, instrument))
                .collect_view();
            let body = view! {
                {calm}
                {some(say!(words, "desk-returned"), self.returned)}
                {asked}
                {some(say!(words, "desk-drafts"), self.drafts)}
                {instruments}
                {some(say!(words, "desk-waiting"), self.waiting)}
                {some(say!(words, "desk-published"), self.published)}
            };
            Content::new(
                say!(words, "desk-home-title", country = self.country),
                body.into_any(),
            )
        })
    }
}

fn instrument(frame: &Frame, instrument: DeskInstrument) -> AnyView {
    let words = frame.words;
    let nature = instrument
        .nature
        .map(|nature| view! { <p class="desk-nature">{nature}</p> });
    let standing = public_now(say!(words, "desk-standing"), instrument.standing);
    let next = (!instrument.next.is_empty()).then(|| {
        view! {
            <h3>{say!(words, "desk-may-come-next")}</h3>
            {buttons(instrument.next)}
        }
    });
    let other = (!instrument.other.is_empty()).then(|| {
        view! {
            <details class="desk-more">
                <summary>{say!(words, "desk-other-acts")}</summary>
                {links(instrument.other)}
            </details>
        }
    });
    view! {
        <section class="desk-section desk-instrument">
            <h2><a href=instrument.public>{instrument.title}</a></h2>
            {nature}
            {standing}
            {next}
            {other}
            {correct(frame, instrument.correct)}
        </section>
    }
    .into_any()
}

/// What is public, each with a way to correct it.
pub(super) fn correct(frame: &Frame, published: Vec<Published>) -> Option<AnyView> {
    let words = frame.words;
    if published.is_empty() {
        return None;
    }
    let lines = published
        .into_iter()
        .map(|one| {
            let which = one.sentence.clone();
            let replace = one.replace.map(|href| {
                view! {
                    <a href=href>
                        {say!(words, "desk-replace")}
                        <span class="visually-hidden">": " {which.clone()}</span>
                    </a>
                    " · "
                }
            });
            view! {
                <li>
                    <p>{one.sentence}</p>
                    <p class="desk-list__more">
                        {replace}
                        <a href=one.retract>
                            {say!(words, "desk-retract")}
                            <span class="visually-hidden">": " {which.clone()}</span>
                        </a>
                    </p>
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <details class="desk-more">
                <summary>{say!(words, "desk-correct")}</summary>
                <ul class="desk-list">{lines}</ul>
            </details>
        }
        .into_any(),
    )
}

/// Links, one under the other.
pub(super) fn links(next: Vec<Next>) -> AnyView {
    let lines = next
        .into_iter()
        .map(|one| view! { <li><a href=one.href>{one.label}</a></li> })
        .collect_view();
    view! { <ul class="desk-links">{lines}</ul> }.into_any()
}

/// The likeliest things to do, as buttons.
pub(super) fn buttons(next: Vec<Next>) -> AnyView {
    let lines = next
        .into_iter()
        .map(|one| view! { <li><a class="desk-button desk-button--second" href=one.href>{one.label}</a></li> })
        .collect_view();
    view! { <ul class="desk-buttons">{lines}</ul> }.into_any()
}
