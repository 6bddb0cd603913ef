//! The sign-in page.

use leptos::prelude::*;

use super::frame::{Content, Frame};
use super::problem::Problem;
use crate::say;

/// The sign-in page.
#[derive(Debug, Clone, Default)]
pub struct SignInPage {
    /// The name typed before; never the password.
    pub name: String,
    /// Where to go afterwards, by the name of one of the desk's own pages.
    pub next: Option<String>,
    /// Why the last try failed: one sentence for every reason.
    pub refused: Option<String>,
    /// A word on how one came here: signed out, or the session ended.
    pub notice: Option<String>,
}

impl SignInPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let problems = self
                .refused
                .into_iter()
                .map(|text| Problem {
                    control: "name".to_owned(),
                    at: "name".to_owned(),
                    text,
                })
                .collect();
            let notice = self
                .notice
                .map(|notice| view! { <p class="desk-notice" role="status">{notice}</p> });
            let next = self
                .next
                .map(|next| view! { <input type="hidden" name="next" value=next /> });
            let body = view! {
                {notice}
                <form class="desk-form desk-form--narrow" method="post" action="/sign-in" novalidate>
                    {next}
                    <div class="desk-field">
                        <label class="desk-field__label" for="name">{say!(words, "sign-in-name")}</label>
                        <input
                            class="desk-field__input"
                            type="text"
                            id="name"
                            name="name"
                            autocomplete="username"
                            autocapitalize="none"
                            spellcheck="false"
                            value=self.name
                        />
                    </div>
                    <div class="desk-field">
                        <label class="desk-field__label" for="password">
                            {say!(words, "sign-in-password")}
                        </label>
                        <input
                            class="desk-field__input"
                            type="password"
                            id="password"
                            name="password"
                            autocomplete="current-password"
                        />
                    </div>
                    <button class="desk-button" type="submit">{say!(words, "sign-in-submit")}</button>
                </form>
                <p class="desk-aside">{say!(words, "sign-in-help")}</p>
            };
            Content {
                problems,
                ..Content::new(say!(words, "sign-in-title"), body.into_any())
            }
        })
    }
}
