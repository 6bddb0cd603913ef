//! The form to list a participant.

use app::desk::{Control, Offered};
use app::say;
use domain::act::{Act, ParticipantListed, Standing};

use super::case::Case;
use super::reader::Reader;
use super::{Dated, Form, ask};
use crate::proposal::Fields;

const STANDINGS: [(&str, Standing); 2] = [
    ("listed", Standing::Listed),
    ("may-accede", Standing::MayAccede),
];

/// A participant takes part.
pub(super) struct ParticipantListedForm;

impl Form for ParticipantListedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let offered = vec![
            Offered::new("listed", say!(words, "act-listing-listed")),
            Offered::new("may-accede", say!(words, "act-listing-may-accede")),
        ];
        vec![
            ask::choice(typed, "standing", say!(words, "act-listing"), offered),
            ask::optional_ground(case, typed),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let ground = reader.text("ground");
        let standing = reader.choice("standing", &STANDINGS)?;
        Some(Act::ParticipantListed(ParticipantListed {
            standing,
            ground,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ParticipantListed(listed) = act {
            ask::put_choice(fields, "standing", &STANDINGS, &listed.standing);
            ask::put_text(fields, "ground", listed.ground.as_ref());
        }
    }

    fn dated(&self) -> Dated {
        Dated::From
    }
}
