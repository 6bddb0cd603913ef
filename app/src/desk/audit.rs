//! The audit trail, as an auditor reads it.

use leptos::prelude::*;

use super::frame::{Content, Frame};
use super::problem::Problem;
use crate::say;

/// A page of the audit trail.
#[derive(Debug, Clone)]
pub struct AuditPage {
    /// The day that is asked for, as typed; empty for all.
    pub day: String,
    /// The kinds that can be chosen.
    pub kinds: Vec<AuditKind>,
    /// The lines, the newest first.
    pub lines: Vec<AuditLine>,
    /// Where the lines before these are, if there are any.
    pub older: Option<String>,
    /// What is wrong with what was asked.
    pub problems: Vec<Problem>,
}

/// A kind of line to choose.
#[derive(Debug, Clone)]
pub struct AuditKind {
    /// Its value in the address; empty for all kinds.
    pub value: String,
    /// Its name.
    pub label: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// A line.
#[derive(Debug, Clone)]
pub struct AuditLine {
    /// What was done or refused.
    pub what: String,
    /// When, in words.
    pub when: String,
    /// By whom.
    pub who: Vec<String>,
    /// What it is about, and in which request.
    pub about: Vec<String>,
}

impl AuditPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        let problems = self.problems.clone();
        frame.document(|| {
            let none = (self.lines.is_empty() && problems.is_empty())
                .then(|| view! { <p class="desk-empty">{say!(words, "desk-audit-none")}</p> });
            let lines = (!self.lines.is_empty()).then(|| {
                let lines = self.lines.iter().cloned().map(line).collect_view();
                view! { <ol class="desk-list">{lines}</ol> }
            });
            let older = self.older.clone().map(|href| {
                view! { <p><a href=href>{say!(words, "desk-audit-older")}</a></p> }
            });
            let body = view! {
                <p>{say!(words, "desk-audit-help")}</p>
                {self.filter(frame)}
                <section class="desk-section">
                    <h2>{say!(words, "desk-audit-lines")}</h2>
                    {none}
                    {lines}
                    {older}
                </section>
            };
            Content {
                problems: problems.clone(),
                ..Content::new(say!(words, "desk-audit-title"), body.into_any())
            }
        })
    }

    fn filter(&self, frame: &Frame) -> AnyView {
        let words = frame.words;
        let problem = self
            .problems
            .iter()
            .find(|problem| problem.control == "day");
        let describedby = if problem.is_some() {
            "day-hint day-error"
        } else {
            "day-hint"
        };
        let invalid = problem.map(|_| "true");
        let problem = problem.map(|problem| {
            view! { <p class="desk-field__error" id="day-error">{problem.text.clone()}</p> }
        });
        let kinds = self
            .kinds
            .iter()
            .cloned()
            .map(|kind| view! { <option value=kind.value selected=kind.is_chosen>{kind.label}</option> })
            .collect_view();
        view! {
            <form class="desk-form desk-form--narrow" method="get" action="/audit" novalidate>
                <div class="desk-field">
                    <label class="desk-field__label" for="day">{say!(words, "desk-audit-day")}</label>
                    <p class="desk-field__hint" id="day-hint">{say!(words, "desk-audit-day-hint")}</p>
                    {problem}
                    <input
                        class="desk-field__input"
                        type="text"
                        id="day"
                        name="day"
                        autocomplete="off"
                        value=self.day.clone()
                        aria-describedby=describedby
                        aria-invalid=invalid
                    />
                </div>
                <div class="desk-field">
                    <label class="desk-field__label" for="kind">{say!(words, "desk-audit-kind")}</label>
                    <select class="desk-field__input" id="kind" name="kind">{kinds}</select>
                </div>
                <button class="desk-button" type="submit">{say!(words, "desk-audit-show")}</button>
            </form>
        }
        .into_any()
    }
}

fn line(line: AuditLine) -> AnyView {
    view! {
        <li class="desk-list__item">
            <p class="desk-list__act">{line.what}</p>
            <p class="desk-list__more">{line.when} " · " <bdi>{line.who.join(" · ")}</bdi></p>
            <p class="desk-list__more"><bdi>{line.about.join(" · ")}</bdi></p>
        </li>
    }
    .into_any()
}
