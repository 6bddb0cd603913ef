//! The form to record an objection to another participant's reservation.

use app::desk::{Control, Offered, Wrong};
use app::say;
use domain::act::{Act, ObjectionEffect, ObjectionRaised};
use domain::entity::EntityCode;
use domain::name::Key;

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

const EFFECTS: [(&str, ObjectionEffect); 2] = [
    ("still-in-force", ObjectionEffect::TreatyStillInForceBetween),
    ("precludes", ObjectionEffect::PrecludesEntryIntoForce),
];

/// The participant objected.
pub(super) struct ObjectionRaisedForm;

/// The reservations of the others: whose, its key, and how it is submitted.
fn reservations(case: &Case) -> Vec<(EntityCode, Key, String)> {
    let own = case.participant();
    case.view
        .participants
        .iter()
        .filter(|(code, _)| Some(**code) != own)
        .flat_map(|(code, participant)| {
            participant
                .facts
                .iter()
                .filter_map(move |fact| match fact.act() {
                    Some(Act::ReservationFormulated(made)) => {
                        let key = made.reservation.clone();
                        let value = format!("{code}/{key}");
                        Some((*code, key, value))
                    }
                    Some(_) | None => None,
                })
        })
        .collect()
}

impl Form for ObjectionRaisedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let which = reservations(case)
            .into_iter()
            .map(|(code, key, value)| {
                let label = say!(
                    words,
                    "act-reservation-line",
                    name = words.entity(code),
                    reservation = key.as_str()
                );
                Offered::new(&value, label)
            })
            .collect::<Vec<_>>();
        let effects = vec![
            Offered::new("still-in-force", say!(words, "act-objection-still")),
            Offered::new("precludes", say!(words, "act-objection-precludes")),
        ];
        let which = if which.is_empty() {
            ask::told(
                "reservation",
                say!(words, "act-reservation-which"),
                say!(words, "act-objection-none"),
            )
        } else {
            ask::choice(
                typed,
                "reservation",
                say!(words, "act-reservation-which"),
                which,
            )
        };
        vec![
            which,
            ask::choice(
                typed,
                "effect",
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
        let typed = reader.typed("reservation");
        let found = reservations(reader.case)
            .into_iter()
            .find(|(_, _, value)| *value == typed);
        if found.is_none() {
            reader.wrong("reservation", Wrong::NotChosen);
        }
        let effect = reader.choice("effect", &EFFECTS);
        let text = reader.text("text");
        let (to, reservation, _) = found?;
        Some(Act::ObjectionRaised(ObjectionRaised {
            to,
            reservation,
            effect: effect?,
            text,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ObjectionRaised(objection) = act {
            let reservation = format!("{}/{}", objection.to, objection.reservation);
            ask::put(fields, "reservation", reservation);
            ask::put_choice(fields, "effect", &EFFECTS, &objection.effect);
            ask::put_text(fields, "text", objection.text.as_ref());
        }
    }
}
