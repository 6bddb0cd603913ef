//! The page of a form.

use leptos::prelude::*;

use super::control::{self, Group, Kind};
use super::frame::{Content, Frame};
use super::problem::Problem;
use crate::say;

/// A form to record an act.
#[derive(Debug, Clone)]
pub struct FormPage {
    /// What is recorded.
    pub title: String,
    /// What it concerns: instrument, participant, stage.
    pub about: Vec<String>,
    /// Why it was returned, if it was.
    pub returned: Option<String>,
    /// What is public on the same matter now.
    pub public_now: Vec<String>,
    /// Where it is sent.
    pub action: String,
    /// What is sent along unseen.
    pub hidden: Vec<(String, String)>,
    /// The questions.
    pub groups: Vec<Group>,
    /// What is wrong with what was sent.
    pub problems: Vec<Problem>,
    /// Where the same can be written under another name in addresses, if it can.
    pub renamed: Option<String>,
    /// Where to go without saving.
    pub back: String,
}

impl FormPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let has_island = self.groups.iter().any(|group| {
                group
                    .controls
                    .iter()
                    .any(|control| matches!(&control.kind, Kind::Vote(vote) if !vote.majorities.is_empty()))
            });
            let about = self.about.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            let returned = self.returned.map(|reason| {
                view! {
                    <div class="desk-notice desk-notice--returned">
                        <p>{say!(words, "desk-returned-because")}</p>
                        <blockquote class="desk-reason"><bdi>{reason}</bdi></blockquote>
                    </div>
                }
            });
            let renamed = self.renamed.map(|href| {
                view! {
                    <p class="desk-aside">
                        {say!(words, "desk-slug-wrong")}
                        " "
                        <a href=href>{say!(words, "desk-slug-again")}</a>
                    </p>
                }
            });
            let public_now = public_now(say!(words, "desk-public-now"), self.public_now);
            let hidden = self
                .hidden
                .into_iter()
                .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
                .collect_view();
            let groups = self
                .groups
                .into_iter()
                .map(|one| control::group(words, one, &self.problems))
                .collect_view();
            let body = view! {
                <ul class="desk-about">{about}</ul>
                {returned}
                {public_now}
                {renamed}
                <form class="desk-form" method="post" action=self.action novalidate>
                    {frame.token()}
                    {hidden}
                    {groups}
                    <div class="desk-actions">
                        <button class="desk-button" type="submit" name="then" value="check">
                            {say!(words, "desk-check-answers")}
                        </button>
                        <button class="desk-button desk-button--second" type="submit" name="then" value="save">
                            {say!(words, "desk-save-draft")}
                        </button>
                        <a href=self.back>{say!(words, "desk-cancel")}</a>
                    </div>
                </form>
            };
            Content {
                title: self.title,
                problems: self.problems,
                has_island,
                body: body.into_any(),
            }
        })
    }
}

/// What the register says on the same matter now.
pub(super) fn public_now(heading: String, sentences: Vec<String>) -> Option<AnyView> {
    if sentences.is_empty() {
        return None;
    }
    let lines = sentences
        .into_iter()
        .map(|sentence| view! { <li>{sentence}</li> })
        .collect_view();
    Some(
        view! {
            <section class="desk-public-now">
                <h2>{heading}</h2>
                <ul>{lines}</ul>
            </section>
        }
        .into_any(),
    )
}
