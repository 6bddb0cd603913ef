//! One's own account: the password, and where one is signed in.

use leptos::prelude::*;

use super::frame::{Content, Frame};
use super::problem::Problem;
use crate::say;

/// One's own account.
#[derive(Debug, Clone)]
pub struct AccountPage {
    /// What was just done, if something was.
    pub notice: Option<String>,
    /// Where one is signed in.
    pub sessions: Vec<SessionLine>,
}

/// A session.
#[derive(Debug, Clone)]
pub struct SessionLine {
    /// By which it can be ended.
    pub id: String,
    /// Since when, in words.
    pub since: String,
    /// Last used, in words.
    pub last_used: String,
    /// From where.
    pub from: String,
    /// Whether it is this one.
    pub is_this: bool,
}

impl AccountPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let notice = self
                .notice
                .map(|notice| view! { <p class="desk-notice" role="status">{notice}</p> });
            let rows = self
                .sessions
                .into_iter()
                .map(|session| {
                    let end = if session.is_this {
                        view! { <p>{say!(words, "desk-session-this")}</p> }.into_any()
                    } else {
                        let name = say!(words, "desk-session-end-which", since = session.since.clone());
                        view! {
                            <form method="post" action="/account/sessions/end">
                                {frame.token()}
                                <input type="hidden" name="session" value=session.id />
                                <button class="desk-button desk-button--quiet" type="submit" aria-label=name>
                                    {say!(words, "desk-session-end")}
                                </button>
                            </form>
                        }
                        .into_any()
                    };
                    let last = say!(words, "desk-session-last", when = session.last_used);
                    let from = say!(words, "desk-session-from", address = session.from);
                    view! {
                        <li class="desk-list__item">
                            <p class="desk-list__act">{say!(words, "desk-session-since", when = session.since)}</p>
                            <p class="desk-list__more">{last} " · " {from}</p>
                            {end}
                        </li>
                    }
                })
                .collect_view();
            let body = view! {
                {notice}
                <section>
                    <h2>{say!(words, "desk-account-password")}</h2>
                    <p><a href="/account/password">{say!(words, "sign-in-change-password")}</a></p>
                </section>
                <section>
                    <h2>{say!(words, "desk-account-sessions")}</h2>
                    <p>{say!(words, "desk-account-sessions-help")}</p>
                    <ul class="desk-list">{rows}</ul>
                </section>
            };
            Content::new(say!(words, "desk-account-title"), body.into_any())
        })
    }
}

/// The form to change one's password. What is typed into it is never shown again.
#[derive(Debug, Clone, Default)]
pub struct ChangePasswordPage {
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// Whether the password was given out and must be changed before anything else.
    pub is_first: bool,
    /// The fewest characters a password has.
    pub least: usize,
}

impl ChangePasswordPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let why = self
                .is_first
                .then(|| view! { <p class="desk-notice">{say!(words, "sign-in-first-password")}</p> });
            let field = |name: &'static str, label: String, hint: Option<String>, complete: &'static str| {
                let problem = self.problems.iter().find(|problem| problem.control == name);
                let describedby = match (&hint, problem) {
                    (Some(_), Some(_)) => Some(format!("{name}-hint {name}-error")),
                    (Some(_), None) => Some(format!("{name}-hint")),
                    (None, Some(_)) => Some(format!("{name}-error")),
                    (None, None) => None,
                };
                let hint = hint.map(|hint| {
                    view! { <p class="desk-field__hint" id=format!("{name}-hint")>{hint}</p> }
                });
                let invalid = problem.map(|_| "true");
                let problem = problem.map(|problem| {
                    view! {
                        <p class="desk-field__error" id=format!("{name}-error")>{problem.text.clone()}</p>
                    }
                });
                view! {
                    <div class="desk-field">
                        <label class="desk-field__label" for=name>{label}</label>
                        {hint}
                        {problem}
                        <input
                            class="desk-field__input"
                            type="password"
                            id=name
                            name=name
                            autocomplete=complete
                            aria-describedby=describedby
                            aria-invalid=invalid
                        />
                    </div>
                }
            };
            let least = say!(words, "sign-in-password-hint", least = self.least.to_string());
            let body = view! {
                {why}
                <form class="desk-form desk-form--narrow" method="post" action="/account/password" novalidate>
                    {frame.token()}
                    {frame.holder()}
                    {field("old", say!(words, "sign-in-old-password"), None, "current-password")}
                    {field("new", say!(words, "sign-in-new-password"), Some(least), "new-password")}
                    {field("again", say!(words, "sign-in-new-password-again"), None, "new-password")}
                    <button class="desk-button" type="submit">{say!(words, "sign-in-change-password")}</button>
                </form>
            };
            Content {
                title: say!(words, "sign-in-change-password"),
                body: body.into_any(),
                has_island: false,
                problems: self.problems.clone(),
            }
        })
    }
}
