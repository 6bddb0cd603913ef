//! The form to record an event for which the clause waits.

use std::collections::BTreeSet;

use app::desk::{Control, Offered};
use app::say;
use domain::act::{Act, EventRecorded};
use domain::clause::Condition;
use domain::name::Key;

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// An event happened.
pub(super) struct EventRecordedForm;

/// The events that the clause or the activation names.
pub fn events(case: &Case) -> Vec<Key> {
    let mut activation = Vec::new();
    let instrument = case.instrument();
    if let Some(condition) = instrument.and_then(|defined| defined.activation.as_ref()) {
        condition.walk(&mut |condition| activation.push(condition));
    }
    let events: BTreeSet<Key> = case
        .instrument()
        .map(|instrument| instrument.clause.conditions())
        .unwrap_or_default()
        .into_iter()
        .chain(activation)
        .filter_map(|condition| match condition {
            Condition::Event(event) => Some(event.clone()),
            _ => None,
        })
        .collect();
    events.into_iter().collect()
}

impl Form for EventRecordedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let offered: Vec<Offered> = events(case)
            .into_iter()
            .map(|event| Offered::new(event.as_str(), event.as_str().to_owned()))
            .collect();
        let event = if offered.is_empty() {
            ask::told(
                "event",
                say!(words, "act-event"),
                say!(words, "act-event-none"),
            )
        } else {
            ask::choice(typed, "event", say!(words, "act-event"), offered)
        };
        vec![
            event,
            ask::area(
                typed,
                "text",
                say!(words, "act-event-text"),
                Some(say!(words, "act-note-hint")),
            ),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let text = reader.text("text");
        let event = reader.key_of("event", &events(reader.case))?;
        Some(Act::EventRecorded(EventRecorded { event, text }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::EventRecorded(recorded) = act {
            ask::put(fields, "event", recorded.event.as_str());
            ask::put_text(fields, "text", recorded.text.as_ref());
        }
    }
}
