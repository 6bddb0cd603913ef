//! Error pages: what happened, and the way back.

use leptos::prelude::*;

use super::frame::{Content, Frame};
use crate::say;

/// What went wrong, for a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mishap {
    /// There is no such page, or it is not for this account.
    NotFound,
    /// This role may not do that.
    NotAllowed,
    /// The form came from another site, or its token is not the session's.
    Forged,
    /// The form was changed meanwhile by somebody else.
    ChangedMeanwhile,
    /// A natural person may act once on an entry.
    SamePerson,
    /// Too many proposals of this side are not over.
    TooMany,
    /// What is asked for does not fit where the proposal stands.
    NotNow,
    /// The address or the form is none of ours.
    Unreadable,
    /// The address names another host.
    WrongHost,
    /// The method is not one of the address's.
    WrongMethod,
    /// More was sent than is taken.
    TooLarge,
    /// It took too long.
    TooSlow,
    /// Too many try at once.
    Busy,
    /// Something of ours failed. Whether something was saved is not known.
    Ours,
}

/// The page of a mishap.
#[derive(Debug, Clone)]
pub struct ErrorPage {
    /// What went wrong.
    pub mishap: Mishap,
    /// The id of the request, to be told to whoever helps.
    pub request: String,
}

impl ErrorPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        let (title, advice) = match self.mishap {
            Mishap::NotFound => (
                say!(words, "desk-error-not-found"),
                say!(words, "desk-error-not-found-advice"),
            ),
            Mishap::NotAllowed => (
                say!(words, "desk-error-not-allowed"),
                say!(words, "desk-error-not-allowed-advice"),
            ),
            Mishap::Forged => (
                say!(words, "desk-error-forged"),
                say!(words, "desk-error-forged-advice"),
            ),
            Mishap::ChangedMeanwhile => (
                say!(words, "desk-error-changed"),
                say!(words, "desk-error-changed-advice"),
            ),
            Mishap::SamePerson => (
                say!(words, "desk-error-same-person"),
                say!(words, "desk-error-same-person-advice"),
            ),
            Mishap::TooMany => (
                say!(words, "desk-error-too-many"),
                say!(words, "desk-error-too-many-advice"),
            ),
            Mishap::NotNow => (
                say!(words, "desk-error-not-now"),
                say!(words, "desk-error-not-now-advice"),
            ),
            Mishap::Unreadable => (
                say!(words, "desk-error-unreadable"),
                say!(words, "desk-error-unreadable-advice"),
            ),
            Mishap::WrongHost => (
                say!(words, "desk-error-wrong-host"),
                say!(words, "desk-error-wrong-host-advice"),
            ),
            Mishap::WrongMethod => (
                say!(words, "desk-error-wrong-method"),
                say!(words, "desk-error-wrong-method-advice"),
            ),
            Mishap::TooLarge => (
                say!(words, "desk-error-too-large"),
                say!(words, "desk-error-too-large-advice"),
            ),
            Mishap::TooSlow => (
                say!(words, "desk-error-too-slow"),
                say!(words, "desk-error-too-slow-advice"),
            ),
            Mishap::Busy => (
                say!(words, "desk-error-busy"),
                say!(words, "desk-error-busy-advice"),
            ),
            Mishap::Ours => (
                say!(words, "desk-error-ours"),
                say!(words, "desk-error-ours-advice"),
            ),
        };
        frame.document(|| {
            let body = view! {
                <p>{advice}</p>
                <p><a href="/">{say!(words, "desk-error-back")}</a></p>
                <p class="desk-aside">{say!(words, "desk-error-request", id = self.request)}</p>
            };
            Content::new(title, body.into_any())
        })
    }
}
