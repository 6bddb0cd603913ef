//! What was recorded of an instrument, newest first.

use domain::instrument::Nature;
use domain::name::Slug;
use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::address::Address;
use super::line::Line;
use super::page::{NotFound, Table, TrackerPage, document, name};
use super::reading::Reading;
use crate::layout::{self, Frame};
use crate::say;

/// The most statements that the page lists. The register itself has them all.
const MOST: usize = 200;

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Changes {
    /// How many statements about the instrument are on record, on a past day of what had happened by then.
    total: usize,
    /// The newest of them, the newest first.
    changes: Vec<Line>,
}

/// The page.
struct ChangesPage {
    frame: Frame,
    slug: Slug,
    nature: Nature,
    lead: String,
    changes: Changes,
}

/// Opens the page.
pub(super) fn open(reading: &Reading<'_>, slug: &Slug) -> Result<Box<dyn TrackerPage>, NotFound> {
    let seen = reading.see(slug)?;
    let words = reading.words;
    let facts = seen.facts();
    let lead = if seen.has_passed {
        say!(
            words,
            "tracker-changes-lead-by",
            day = words.day(seen.view.day)
        )
    } else {
        say!(words, "tracker-changes-lead")
    };
    let changes = Changes {
        total: facts.len(),
        changes: facts
            .iter()
            .rev()
            .take(MOST)
            .map(|fact| Line::new(&seen, fact))
            .collect(),
    };
    let title = seen.title();
    let frame = Frame {
        words,
        title: vec![say!(words, "tracker-changes"), title.clone()],
        description: say!(words, "tracker-changes-description", title = title),
        address: Address::Changes(slug.clone()),
        at: reading.at,
        has_table: true,
        subject: Some(seen.subject()),
        register: None,
    };
    Ok(Box::new(ChangesPage {
        frame,
        slug: slug.clone(),
        nature: seen.view.instrument.nature,
        lead,
        changes,
    }))
}

impl TrackerPage for ChangesPage {
    fn html(&self) -> String {
        let words = self.frame.words;
        layout::public(&self.frame, || {
            let items: Vec<AnyView> = self
                .changes
                .changes
                .iter()
                .map(|line| line.view(words))
                .collect();
            let shown = self.changes.changes.len();
            let note = (shown < self.changes.total).then(|| {
                say!(
                    words,
                    "tracker-changes-newest",
                    shown = shown,
                    total = self.changes.total
                )
            });
            view! {
                <h1 class="a-title">{say!(words, "tracker-changes")}</h1>
                <p class="a-lead">{self.lead.clone()} " " {note}</p>
                <ol class="a-events" reversed>
                    {items}
                </ol>
            }
            .into_any()
        })
    }

    fn json(&self) -> Value {
        document(&self.frame, "changes", &self.changes)
    }

    fn table(&self) -> Option<Table> {
        let mut table = Table::new(
            format!("{}-changes", self.slug),
            &[
                "nature",
                "index",
                "recorded_at",
                "happened",
                "kind",
                "participant",
                "sentence",
                "offices",
                "corrects",
                "superseded_by",
                "statement",
            ],
        );
        for line in &self.changes.changes {
            let number = |number: Option<u64>| number.map(|n| n.to_string()).unwrap_or_default();
            let offices: Vec<String> = line.offices.iter().map(|one| one.label.clone()).collect();
            table.rows.push(vec![
                name(&self.nature),
                line.index.to_string(),
                line.recorded_at.to_string(),
                line.happened.cell(),
                line.kind.clone(),
                line.participant
                    .as_ref()
                    .map(|party| party.code.to_string())
                    .unwrap_or_default(),
                line.sentence.clone(),
                offices.join("; "),
                number(line.corrects),
                number(line.superseded_by),
                line.statement.to_string(),
            ]);
        }
        Some(table)
    }

    fn instrument(&self) -> Option<&Slug> {
        Some(&self.slug)
    }
}
