//! The form to record consent to be bound, by the mode of the instrument.

use app::desk::{Control, Offered};
use app::say;
use app::words::Words;
use domain::act::{Act, ConsentExpressed, ConsentForm, ConsentMode};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// Every means of consent, as it is submitted.
pub const MODES: [(&str, ConsentMode); 7] = [
    ("ratification", ConsentMode::Ratification),
    ("acceptance", ConsentMode::Acceptance),
    ("approval", ConsentMode::Approval),
    ("accession", ConsentMode::Accession),
    ("succession", ConsentMode::Succession),
    ("definitive-signature", ConsentMode::DefinitiveSignature),
    ("not-told-apart", ConsentMode::NotToldApart),
];

/// Every way to establish a consent, as it is submitted.
pub const FORMS: [(&str, ConsentForm); 4] = [
    ("deposit", ConsentForm::Deposit),
    ("notification", ConsentForm::Notification),
    ("exchange", ConsentForm::Exchange),
    ("signature", ConsentForm::Signature),
];

/// The participant expressed its consent to be bound.
pub(super) struct ConsentExpressedForm;

/// The means that the instrument allows.
fn modes(case: &Case) -> Vec<(&'static str, ConsentMode)> {
    MODES
        .into_iter()
        .filter(|(_, mode)| {
            case.instrument()
                .is_some_and(|instrument| instrument.consent_modes.contains(mode))
        })
        .collect()
}

/// How a consent is established.
pub fn form_label(words: Words, form: ConsentForm) -> String {
    match form {
        ConsentForm::Deposit => say!(words, "act-consent-form-deposit"),
        ConsentForm::Notification => say!(words, "act-consent-form-notification"),
        ConsentForm::Exchange => say!(words, "act-consent-form-exchange"),
        ConsentForm::Signature => say!(words, "act-consent-form-signature"),
    }
}

/// A means of consent.
pub fn mode_label(words: Words, mode: ConsentMode) -> String {
    match mode {
        ConsentMode::Ratification => say!(words, "act-consent-mode-ratification"),
        ConsentMode::Acceptance => say!(words, "act-consent-mode-acceptance"),
        ConsentMode::Approval => say!(words, "act-consent-mode-approval"),
        ConsentMode::Accession => say!(words, "act-consent-mode-accession"),
        ConsentMode::Succession => say!(words, "act-consent-mode-succession"),
        ConsentMode::DefinitiveSignature => say!(words, "act-consent-mode-definitive"),
        ConsentMode::NotToldApart => say!(words, "act-consent-mode-not-told"),
    }
}

impl Form for ConsentExpressedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let modes = modes(case)
            .into_iter()
            .map(|(value, mode)| Offered::new(value, mode_label(words, mode)))
            .collect();
        let forms = FORMS
            .iter()
            .map(|(value, form)| Offered::new(value, form_label(words, *form)))
            .collect();
        vec![
            ask::choice(typed, "mode", say!(words, "act-consent-mode"), modes),
            ask::choice(typed, "form", say!(words, "act-consent-form"), forms),
            ask::note(case, typed),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let note = reader.text("note");
        let modes = modes(reader.case);
        let mode = reader.choice("mode", &modes);
        let form = reader.choice("form", &FORMS);
        Some(Act::ConsentExpressed(ConsentExpressed {
            mode: mode?,
            form: form?,
            instrument: None,
            note,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ConsentExpressed(consent) = act {
            ask::put_choice(fields, "mode", &MODES, &consent.mode);
            ask::put_choice(fields, "form", &FORMS, &consent.form);
            ask::put_text(fields, "note", consent.note.as_ref());
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        if let Some(instrument) = case.instrument() {
            ask::put_choice(fields, "form", &FORMS, &instrument.consent_form);
        }
        if let [(value, _)] = modes(case).as_slice() {
            ask::put(fields, "mode", *value);
        }
    }
}
