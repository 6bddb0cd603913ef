//! Participants on pages: a name and a link to their page.

use domain::entity::EntityCode;
use leptos::prelude::*;
use serde::Serialize;

use super::address::{Address, of_entity};
use super::reading::Seen;
use crate::say;
use crate::words::Words;

/// A participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Party {
    /// Its code.
    pub code: EntityCode,
    /// Its name.
    pub label: String,
    /// Its page; none where it takes no part in the instrument.
    pub href: Option<String>,
}

impl Party {
    /// This participant.
    pub fn new(seen: &Seen<'_>, code: EntityCode) -> Self {
        let takes_part = seen.view.participants.contains_key(&code);
        Self {
            code,
            label: seen.words.entity(code),
            href: takes_part.then(|| {
                Address::Country(seen.slug.clone(), of_entity(code)).path(seen.words, seen.at)
            }),
        }
    }

    /// Its name, with the link.
    pub fn view(&self) -> AnyView {
        match &self.href {
            Some(href) => view! { <a href=href.clone()>{self.label.clone()}</a> }.into_any(),
            None => self.label.clone().into_any(),
        }
    }
}

/// These participants, in the order of their names.
pub(crate) fn parties(seen: &Seen<'_>, codes: impl IntoIterator<Item = EntityCode>) -> Vec<Party> {
    let mut parties: Vec<Party> = codes
        .into_iter()
        .map(|code| Party::new(seen, code))
        .collect();
    parties.sort_by(|a, b| a.label.cmp(&b.label));
    parties
}

/// These participants in a sentence, each with its link.
pub(crate) fn sentence(words: Words, parties: &[Party]) -> Vec<AnyView> {
    let count = parties.len();
    let mut parts = Vec::with_capacity(count.saturating_mul(2));
    for (position, party) in parties.iter().enumerate() {
        if position > 0 {
            parts.push(if position.saturating_add(1) == count {
                format!(" {} ", say!(words, "list-and")).into_any()
            } else {
                say!(words, "list-comma").into_any()
            });
        }
        parts.push(party.view());
    }
    parts
}
