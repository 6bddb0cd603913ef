//! The form to record an objection to another participant's reservation.

use app::desk::{Control, Offered};
use app::say;
use domain::act::{Act, ObjectionEffect, ObjectionRaised};

use super::case::Case;
use super::reader::Reader;
use super::reservation::{self, Whose};
use super::{Form, ask};
use crate::proposal::Fields;

const EFFECTS: [(&str, ObjectionEffect); 2] = [
    ("still-in-force", ObjectionEffect::TreatyStillInForceBetween),
    ("precludes", ObjectionEffect::PrecludesEntryIntoForce),
];

/// The participant objected.
pub(super) struct ObjectionRaisedForm;

impl Form for ObjectionRaisedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let effects = vec![
            Offered::new("still-in-force", say!(words, "act-objection-still")),
            Offered::new("precludes", say!(words, "act-objection-precludes")),
        ];
        vec![
            reservation::control(case, typed, Whose::Others),
            ask::choice(
                typed,
                "objection-effect",
                say!(words, "act-objection-effect"),
                effects,
            ),
            ask::area(
                typed,
                "text",
                say!(words, "act-text"),
                Some(say!(words, "act-text-optional-hint")),
            ),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let found = reservation::read(reader, Whose::Others);
        let effect = reader.choice("objection-effect", &EFFECTS);
        let text = reader.text("text");
        let (to, reservation) = found?;
        Some(Act::ObjectionRaised(ObjectionRaised {
            to,
            reservation,
            effect: effect?,
            text,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ObjectionRaised(objection) = act {
            reservation::typed(fields, objection.to, &objection.reservation);
            ask::put_choice(fields, "objection-effect", &EFFECTS, &objection.effect);
            ask::put_text(fields, "text", objection.text.as_ref());
        }
    }
}
