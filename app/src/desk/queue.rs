//! The verifier's queue.

use leptos::prelude::*;

use super::frame::{Content, Frame};
use super::listed::{self, Listed};
use crate::say;

/// What waits for a verifier's sign-off.
#[derive(Debug, Clone)]
pub struct QueuePage {
    /// The country.
    pub country: String,
    /// Waiting for this office, the oldest first.
    pub queue: Vec<Listed>,
    /// Signed here lately, wherever it stands now.
    pub lately: Vec<Listed>,
}

impl QueuePage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let lately = (!self.lately.is_empty()).then(|| {
                listed::list(
                    words,
                    say!(words, "desk-queue-lately"),
                    String::new(),
                    self.lately,
                )
            });
            let body = view! {
                {listed::list(
                    words,
                    say!(words, "desk-queue-heading"),
                    say!(words, "desk-queue-empty"),
                    self.queue,
                )}
                {lately}
            };
            Content::new(
                say!(words, "desk-queue-title", country = self.country),
                body.into_any(),
            )
        })
    }
}
