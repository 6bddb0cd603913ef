//! The form to record a reservation.

use app::desk::Control;
use app::say;
use domain::act::{Act, ReservationFormulated};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// The participant formulated a reservation.
pub(super) struct ReservationFormulatedForm;

impl Form for ReservationFormulatedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        vec![
            ask::line(
                typed,
                "reservation",
                say!(words, "act-reservation-key"),
                Some(say!(words, "act-reservation-key-hint")),
            ),
            ask::articles(case, typed),
            ask::area(
                typed,
                "text",
                say!(words, "act-text"),
                Some(say!(words, "act-text-hint")),
            ),
            ask::language(case, typed),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let reservation = reader.key("reservation");
        let articles = reader.keys("articles");
        let text = reader.needed_text_in("text", "lang");
        Some(Act::ReservationFormulated(ReservationFormulated {
            reservation: reservation?,
            articles,
            text: text?,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ReservationFormulated(reservation) = act {
            ask::put(fields, "reservation", reservation.reservation.as_str());
            ask::put_keys(fields, "articles", &reservation.articles);
            ask::put_text_in(fields, "text", "lang", &reservation.text);
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        ask::put(fields, "lang", case.words.tag());
    }
}
