//! The due-form check of the depositary, and the effect of accepting.

use leptos::prelude::*;

use super::check::{self, Line};
use super::control::{self, Group};
use super::frame::{Content, Frame};
use super::problem::Problem;
use crate::say;

/// The due-form check of an act: one question for each item, the date of receipt, the number.
#[derive(Debug, Clone)]
pub struct DueFormPage {
    /// What is accepted: the sentence.
    pub sentence: String,
    /// What it concerns.
    pub about: Vec<String>,
    /// The questions.
    pub groups: Vec<Group>,
    /// The address of the proposal.
    pub address: String,
    /// What is sent along unseen.
    pub hidden: Vec<(String, String)>,
    /// What is wrong with what was sent.
    pub problems: Vec<Problem>,
}

/// What accepting would do, shown before it is done.
#[derive(Debug, Clone)]
pub struct EffectPage {
    /// What is accepted: the sentence.
    pub sentence: String,
    /// What it concerns.
    pub about: Vec<String>,
    /// The effect in one sentence.
    pub effect: String,
    /// More about it, one sentence each.
    pub details: Vec<String>,
    /// Whether it is another effect than the one shown before, because the register has grown.
    pub has_changed: bool,
    /// What was found in the due-form check.
    pub lines: Vec<Line>,
    /// The address of the proposal.
    pub address: String,
    /// What is sent along unseen.
    pub hidden: Vec<(String, String)>,
    /// What is wrong with what was sent.
    pub problems: Vec<Problem>,
}

impl DueFormPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let about = self.about.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            let groups = self
                .groups
                .into_iter()
                .map(|one| control::group(words, one, &self.problems))
                .collect_view();
            let body = view! {
                <ul class="desk-about">{about}</ul>
                <p class="desk-sentence">{self.sentence}</p>
                <form class="desk-form" method="post" action=format!("{}/effect", self.address) novalidate>
                    {frame.token()}
                    {check::hidden(self.hidden)}
                    {groups}
                    <div class="desk-actions">
                        <button class="desk-button" type="submit">{say!(words, "desk-show-effect")}</button>
                        <a href=self.address.clone()>{say!(words, "desk-cancel")}</a>
                    </div>
                </form>
            };
            Content {
                title: say!(words, "desk-due-form-title"),
                problems: self.problems,
                has_island: false,
                body: body.into_any(),
            }
        })
    }
}

impl EffectPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let about = self.about.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            let details = self.details.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            let changed = self.has_changed.then(|| {
                view! { <p class="desk-notice" role="alert">{say!(words, "desk-effect-changed")}</p> }
            });
            let body = view! {
                {changed}
                <ul class="desk-about">{about}</ul>
                <p class="desk-sentence">{self.sentence}</p>
                <section class="desk-effect">
                    <h2>{say!(words, "desk-effect-heading")}</h2>
                    <p class="desk-effect__answer">{self.effect}</p>
                    <ul>{details}</ul>
                </section>
                {check::answers(words, say!(words, "desk-due-form-found"), self.lines)}
                <form class="desk-form desk-form--narrow" method="post" action=format!("{}/accept", self.address.clone()) novalidate>
                    {frame.token()}
                    {check::hidden(self.hidden)}
                    {frame.holder()}
                    {check::password(words, &self.problems)}
                    <div class="desk-actions">
                        <button class="desk-button" type="submit">{say!(words, "desk-accept")}</button>
                        <button
                            class="desk-button desk-button--quiet"
                            type="submit"
                            name="then"
                            value="back"
                            formaction=format!("{}/effect", self.address)
                        >
                            {say!(words, "desk-effect-back")}
                        </button>
                    </div>
                </form>
            };
            Content {
                title: say!(words, "desk-effect-title"),
                problems: self.problems,
                has_island: false,
                body: body.into_any(),
            }
        })
    }
}
