//! The depositary's desk.

use leptos::prelude::*;

use super::frame::{Content, Frame};
use super::home::{self, Next, Published};
use super::listed::{self, Listed};
use crate::say;

/// The depositary's desk.
#[derive(Debug, Clone)]
pub struct DepositaryPage {
    /// Waiting for an officer: acts of States, and drafts of colleagues.
    pub queue: Vec<Listed>,
    /// Returned to the depositary's own officers.
    pub returned: Vec<Listed>,
    /// Drafts of the depositary's own officers.
    pub drafts: Vec<Listed>,
    /// Published lately.
    pub published: Vec<Listed>,
    /// The instruments kept here.
    pub instruments: Vec<Kept>,
    /// Where another one is opened.
    pub open: String,
}

/// An instrument that the authority keeps.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its title.
    pub title: String,
    /// What kind it is if it is not real.
    pub nature: Option<String>,
    /// Its answer in one sentence.
    pub answer: String,
    /// Its public page.
    pub public: String,
    /// The depositary's own acts.
    pub acts: Vec<Next>,
    /// Acts received on paper.
    pub on_paper: Vec<Next>,
    /// What is public and can be corrected.
    pub correct: Vec<Published>,
}

impl DepositaryPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let some = |heading: String, listed: Vec<Listed>| {
                (!listed.is_empty()).then(|| listed::list(words, heading, String::new(), listed))
            };
            let instruments = self
                .instruments
                .into_iter()
                .map(|kept| {
                    let nature = kept
                        .nature
                        .map(|nature| view! { <p class="desk-nature">{nature}</p> });
                    view! {
                        <section class="desk-section desk-instrument">
                            <h2><a href=kept.public>{kept.title}</a></h2>
                            {nature}
                            <p>{kept.answer}</p>
                            <h3>{say!(words, "desk-depositary-acts")}</h3>
                            {home::buttons(kept.acts)}
                            <details class="desk-more">
                                <summary>{say!(words, "desk-on-paper")}</summary>
                                <p>{say!(words, "desk-on-paper-help")}</p>
                                {home::links(kept.on_paper)}
                            </details>
                            {home::correct(frame, kept.correct)}
                        </section>
                    }
                })
                .collect::<Vec<_>>();
            let is_first = instruments.is_empty();
            let first = is_first.then(|| {
                view! {
                    <section class="desk-section">
                        <h2>{say!(words, "desk-first-instrument")}</h2>
                        <p>{say!(words, "desk-first-instrument-help")}</p>
                        {home::buttons(open(frame, &self.open))}
                    </section>
                }
            });
            let another = (!is_first).then(|| home::buttons(open(frame, &self.open)));
            let body = view! {
                {first}
                {listed::list(
                    words,
                    say!(words, "desk-depositary-queue"),
                    say!(words, "desk-queue-empty"),
                    self.queue,
                )}
                {some(say!(words, "desk-returned"), self.returned)}
                {some(say!(words, "desk-drafts"), self.drafts)}
                {instruments}
                {another}
                {some(say!(words, "desk-published"), self.published)}
            };
            Content::new(say!(words, "desk-depositary-title"), body.into_any())
        })
    }
}

/// The way to open an instrument.
fn open(frame: &Frame, href: &str) -> Vec<Next> {
    vec![Next {
        label: say!(frame.words, "desk-open-instrument"),
        href: href.to_owned(),
    }]
}
