//! The form to record that a step ended.

use app::desk::{Control, Offered};
use app::say;
use domain::act::{Act, Outcome, StepConcluded};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

const OUTCOMES: [(&str, Outcome); 2] = [
    ("completed", Outcome::Completed),
    ("failed", Outcome::Failed),
];

/// A step ended.
pub(super) struct StepConcludedForm;

impl Form for StepConcludedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let outcomes = OUTCOMES
            .iter()
            .map(|(value, outcome)| {
                let label = match outcome {
                    Outcome::Completed => say!(words, "act-outcome-completed"),
                    Outcome::Failed => say!(words, "act-outcome-failed"),
                };
                Offered::new(value, label)
            })
            .collect();
        vec![
            ask::choice(typed, "outcome", say!(words, "act-outcome"), outcomes),
            ask::note(case, typed),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let note = reader.text("note");
        let outcome = reader.choice("outcome", &OUTCOMES)?;
        Some(Act::StepConcluded(StepConcluded { outcome, note }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::StepConcluded(step) = act {
            ask::put_choice(fields, "outcome", &OUTCOMES, &step.outcome);
            ask::put_text(fields, "note", step.note.as_ref());
        }
    }

    fn offered(&self, _case: &Case, fields: &mut Fields) {
        ask::put(fields, "outcome", "completed");
    }
}
