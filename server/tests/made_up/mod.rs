//! A treaty that nobody made, for tests: its depositary sits in Paris.

use std::collections::BTreeSet;

use domain::act::{ConsentForm, ConsentMode};
use domain::instrument::{
    Depositary, ExitRule, Instrument, InstrumentKind, Nature, PendingReservation,
    ProvisionalApplicationRule, ReservationRegime, Reservations, Seat,
};
use domain::legal_date::ZoneName;
use domain::text::Text;

/// A text in English.
pub fn text(body: &str) -> Text {
    Text::english(body).unwrap()
}

/// The definition of a treaty with this title: in force thirty days after two consents.
pub fn instrument(title: &str) -> Instrument {
    Instrument {
        titles: vec![text(title)],
        kind: InstrumentKind::Treaty,
        nature: Nature::Illustrative,
        texts: Vec::new(),
        seat: Seat {
            place: text("Paris"),
            zone: ZoneName::try_from("Europe/Paris".to_owned()).unwrap(),
        },
        depositaries: vec![Depositary {
            authority: "depositary".parse().unwrap(),
            name: text("The depositary"),
        }],
        consent_modes: BTreeSet::from([ConsentMode::Ratification]),
        consent_form: ConsentForm::Deposit,
        clause: serde_json::from_str(r#"{"first_of":[{"when":{"count":2},"then":{"days":30}}]}"#)
            .unwrap(),
        clause_text: None,
        weights: std::collections::BTreeMap::new(),
        reservations: ReservationRegime {
            permitted: Reservations::NotStated,
            pending: PendingReservation::Counts,
        },
        provisional_application: ProvisionalApplicationRule::NotProvided,
        exit: ExitRule::NotProvided,
        activation: None,
    }
}
