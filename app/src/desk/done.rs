//! What was done, by its reference, and what happens next.

use leptos::prelude::*;

use super::frame::{Content, Frame};
use crate::say;

/// The page after something was submitted, signed, returned or published.
#[derive(Debug, Clone)]
pub struct DonePage {
    /// What was done.
    pub title: String,
    /// The proposal's reference.
    pub reference: String,
    /// The sentence that is, or will be, public.
    pub sentence: String,
    /// What happens next, one paragraph each.
    pub next: Vec<String>,
    /// The public entry, once it is published: its name and address.
    pub entry: Option<(String, String)>,
    /// The address of the proposal.
    pub address: String,
    /// Where one's own desk is.
    pub desk: String,
}

impl DonePage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let next = self.next.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
            let entry = self.entry.map(|(name, href)| view! { <p><a href=href>{name}</a></p> });
            let body = view! {
                <p class="desk-done">{say!(words, "desk-done-reference")} " " <strong>{self.reference}</strong></p>
                <p class="desk-sentence">{self.sentence}</p>
                <section class="desk-section">
                    <h2>{say!(words, "desk-done-next")}</h2>
                    {next}
                    {entry}
                </section>
                <ul class="desk-links">
                    <li><a href=self.address>{say!(words, "desk-done-see")}</a></li>
                    <li><a href=self.desk>{say!(words, "desk-done-desk")}</a></li>
                </ul>
            };
            Content::new(self.title, body.into_any())
        })
    }
}
