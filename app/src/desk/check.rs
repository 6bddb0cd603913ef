//! *Check your answers*: what was typed, what it will say in public, and who signs next.

use leptos::prelude::*;

use super::frame::{Content, Frame};
use super::problem::Problem;
use crate::say;
use crate::words::Words;

/// The page on which a draft is checked and submitted.
#[derive(Debug, Clone)]
pub struct CheckPage {
    /// What is recorded.
    pub act: String,
    /// What it concerns.
    pub about: Vec<String>,
    /// The answers.
    pub lines: Vec<Line>,
    /// What will be said in public.
    pub shown: Shown,
    /// What looks odd; none of it keeps the draft from being submitted.
    pub warnings: Vec<String>,
    /// What is wrong and keeps it from being submitted.
    pub incomplete: bool,
    /// Who signs next, in words.
    pub then: String,
    /// The address of the proposal, under which its forms are.
    pub address: String,
    /// What is sent along unseen.
    pub hidden: Vec<(String, String)>,
    /// The text of the button: what submitting does.
    pub submit: String,
    /// What is wrong with what was sent.
    pub problems: Vec<Problem>,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Line {
    /// The question.
    pub label: String,
    /// The answer, one paragraph each.
    pub value: Vec<String>,
    /// Where it can be changed.
    pub change: Option<String>,
}

/// What a proposal changes in public.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// The sentence as it will appear.
    pub sentence: String,
    /// What stands there now.
    pub before: Vec<String>,
    /// What will stand there.
    pub after: Vec<String>,
    /// What will be marked as replaced or taken back.
    pub struck: Vec<String>,
}

impl CheckPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let about = self.about.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            let submit = if self.incomplete {
                view! {
                    <p class="desk-notice">{say!(words, "desk-check-incomplete")}</p>
                    <p><a class="desk-button" href=format!("{}/edit", self.address)>{say!(words, "desk-go-on-writing")}</a></p>
                }
                .into_any()
            } else {
                let hidden = hidden(self.hidden.clone());
                view! {
                    <form class="desk-form desk-form--narrow" method="post" action=format!("{}/submit", self.address) novalidate>
                        {frame.token()}
                        {hidden}
                        {frame.holder()}
                        {password(words, &self.problems)}
                        <button class="desk-button" type="submit">{self.submit}</button>
                    </form>
                }
                .into_any()
            };
            let body = view! {
                <ul class="desk-about"><li><strong>{self.act}</strong></li>{about}</ul>
                {warnings(words, self.warnings)}
                {answers(words, say!(words, "desk-answers"), self.lines)}
                {shown(words, self.shown)}
                <section class="desk-section">
                    <h2>{say!(words, "desk-then")}</h2>
                    <p>{self.then}</p>
                    {submit}
                </section>
                <form class="desk-withdraw" method="post" action=format!("{}/withdraw", self.address)>
                    {frame.token()}
                    {hidden(self.hidden)}
                    <button class="desk-button desk-button--quiet" type="submit">{say!(words, "desk-withdraw-draft")}</button>
                </form>
            };
            Content {
                title: say!(words, "desk-check-title"),
                problems: self.problems,
                has_island: false,
                body: body.into_any(),
            }
        })
    }
}

/// Fields that are sent along unseen.
pub(super) fn hidden(fields: Vec<(String, String)>) -> AnyView {
    fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect_view()
        .into_any()
}

/// The field for the password with which somebody puts their name to something.
pub(super) fn password(words: Words, problems: &[Problem]) -> AnyView {
    let problem = problems
        .iter()
        .find(|problem| problem.control == "password");
    let describedby = if problem.is_some() {
        "password-hint password-error"
    } else {
        "password-hint"
    };
    let class = if problem.is_some() {
        "desk-field desk-field--wrong"
    } else {
        "desk-field"
    };
    let invalid = problem.map(|_| "true");
    let problem = problem.map(|problem| {
        view! { <p class="desk-field__error" id="password-error">{problem.text.clone()}</p> }
    });
    view! {
        <div class=class>
            <label class="desk-field__label" for="password">{say!(words, "desk-password")}</label>
            <p class="desk-field__hint" id="password-hint">{say!(words, "desk-password-hint")}</p>
            {problem}
            <input
                class="desk-field__input"
                type="password"
                id="password"
                name="password"
                autocomplete="current-password"
                aria-describedby=describedby
                aria-invalid=invalid
            />
        </div>
    }
    .into_any()
}

/// The answers, each with a link to change it.
pub(super) fn answers(words: Words, heading: String, lines: Vec<Line>) -> AnyView {
    let rows = lines
        .into_iter()
        .map(|line| {
            let change = line.change.map(|href| {
                view! {
                    <dd class="desk-summary__change">
                        <a href=href>
                            {say!(words, "desk-change")}
                            <span class="visually-hidden">" " {line.label.clone()}</span>
                        </a>
                    </dd>
                }
            });
            let value = line
                .value
                .into_iter()
                .map(|paragraph| view! { <p><bdi>{paragraph}</bdi></p> })
                .collect_view();
            view! {
                <div class="desk-summary__row">
                    <dt>{line.label}</dt>
                    <dd class="desk-summary__value">{value}</dd>
                    {change}
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="desk-section">
            <h2>{heading}</h2>
            <dl class="desk-summary">{rows}</dl>
        </section>
    }
    .into_any()
}

/// What looks odd.
pub(super) fn warnings(words: Words, warnings: Vec<String>) -> Option<AnyView> {
    if warnings.is_empty() {
        return None;
    }
    let lines = warnings
        .into_iter()
        .map(|warning| view! { <li>{warning}</li> })
        .collect_view();
    Some(
        view! {
            <section class="desk-warnings">
                <h2>{say!(words, "desk-warnings")}</h2>
                <ul>{lines}</ul>
                <p>{say!(words, "desk-warnings-help")}</p>
            </section>
        }
        .into_any(),
    )
}

/// What will be said in public, beside what is said now.
pub(super) fn shown(words: Words, shown: Shown) -> AnyView {
    let list = |sentences: Vec<String>| {
        if sentences.is_empty() {
            view! { <p class="desk-empty">{say!(words, "desk-diff-nothing")}</p> }.into_any()
        } else {
            let lines = sentences
                .into_iter()
                .map(|sentence| view! { <li>{sentence}</li> })
                .collect_view();
            view! { <ul>{lines}</ul> }.into_any()
        }
    };
    // What is published already is compared with nothing.
    let is_compared = !shown.before.is_empty() || !shown.after.is_empty();
    let struck = shown
        .struck
        .into_iter()
        .map(|sentence| {
            view! {
                <li>
                    <span class="visually-hidden">{say!(words, "desk-diff-struck")} " "</span>
                    <del>{sentence}</del>
                </li>
            }
        })
        .collect_view();
    let added = shown.sentence.clone();
    let after = shown
        .after
        .into_iter()
        .map(|sentence| {
            if sentence == added {
                view! {
                    <li>
                        <span class="visually-hidden">{say!(words, "desk-diff-added")} " "</span>
                        <ins>{sentence}</ins>
                    </li>
                }
                .into_any()
            } else {
                view! { <li>{sentence}</li> }.into_any()
            }
        })
        .collect_view();
    let diff = is_compared.then(|| {
        view! {
        <div class="desk-diff">
            <div>
                <h3>{say!(words, "desk-diff-before")}</h3>
                {list(shown.before)}
            </div>
            <div>
                <h3>{say!(words, "desk-diff-after")}</h3>
                <ul>{struck}{after}</ul>
            </div>
        </div>
        }
    });
    view! {
        <section class="desk-section">
            <h2>{say!(words, "desk-shown")}</h2>
            <p class="desk-sentence">{shown.sentence}</p>
            {diff}
        </section>
    }
    .into_any()
}
