//! The form to record a signature.

use app::desk::{Control, Offered};
use app::say;
use domain::act::{Act, ConsentForm, Signature, Signed};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

const SIGNATURES: [(&str, Signature); 3] = [
    ("simple", Signature::Simple),
    ("definitive", Signature::Definitive),
    ("ad-referendum", Signature::AdReferendum),
];

/// The participant signed.
pub(super) struct SignedForm;

impl Form for SignedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let offered = SIGNATURES
            .iter()
            .map(|(value, signature)| {
                let label = match signature {
                    Signature::Simple => say!(words, "act-signature-simple"),
                    Signature::Definitive => say!(words, "act-signature-definitive"),
                    Signature::AdReferendum => say!(words, "act-signature-ad-referendum"),
                };
                Offered::new(value, label)
            })
            .collect();
        vec![ask::choice(
            typed,
            "signature",
            say!(words, "act-signature"),
            offered,
        )]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let signature = reader.choice("signature", &SIGNATURES)?;
        Some(Act::Signed(Signed { signature }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::Signed(signed) = act {
            ask::put_choice(fields, "signature", &SIGNATURES, &signed.signature);
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        let signature = match case.instrument().map(|instrument| instrument.consent_form) {
            Some(ConsentForm::Signature) => Signature::Definitive,
            Some(ConsentForm::Deposit | ConsentForm::Notification | ConsentForm::Exchange)
            | None => Signature::Simple,
        };
        ask::put_choice(fields, "signature", &SIGNATURES, &signature);
    }
}
