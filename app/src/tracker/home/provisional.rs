//! Provisional application, as the instrument provides for it and as participants use it.

use domain::instrument::ProvisionalApplicationRule;
use domain::name::Key;
use domain::status::ProvisionalStatus;
use serde::Serialize;

use crate::tracker::party::{Party, parties};
use crate::tracker::reading::Seen;

/// Provisional application of an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Provisional {
    /// The articles that can be applied; none is the whole instrument.
    pub articles: Vec<Key>,
    /// Who applies it.
    pub applied_by: Vec<Party>,
}

impl Provisional {
    /// What a view shows of it; nothing if the instrument does not provide for it and nobody does it.
    pub fn of(seen: &Seen<'_>) -> Option<Self> {
        let applied_by = parties(
            seen,
            seen.view
                .participants
                .iter()
                .filter(|(_, participant)| {
                    participant.status.provisional_application == ProvisionalStatus::Applied
                })
                .map(|(code, _)| *code),
        );
        let articles = match &seen.view.instrument.provisional_application {
            ProvisionalApplicationRule::Of(articles) => articles.clone(),
            ProvisionalApplicationRule::NotProvided if applied_by.is_empty() => return None,
            ProvisionalApplicationRule::NotProvided => Vec::new(),
        };
        Some(Self {
            articles,
            applied_by,
        })
    }
}
