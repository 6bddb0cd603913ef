//! The form to record a referral to a court.

use app::desk::Control;
use app::say;
use domain::act::{Act, CourtReferral};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// The matter was referred to a court.
pub(super) struct CourtReferralForm;

impl Form for CourtReferralForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        vec![
            ask::line(typed, "court", say!(words, "act-court"), None),
            ask::area(
                typed,
                "question",
                say!(words, "act-question"),
                Some(say!(words, "act-note-hint")),
            ),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let question = reader.text("question");
        let court = reader.needed_text("court")?;
        Some(Act::CourtReferral(CourtReferral { court, question }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::CourtReferral(referral) = act {
            ask::put_text(fields, "court", Some(&referral.court));
            ask::put_text(fields, "question", referral.question.as_ref());
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        if let Some(stage) = case.stage() {
            ask::put(fields, "court", stage.body.as_str());
        }
    }
}
