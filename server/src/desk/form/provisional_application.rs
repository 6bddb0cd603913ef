//! The form to record provisional application.

use app::desk::Control;
use app::say;
use domain::act::{Act, ProvisionalApplication};
use domain::legal_date::LegalDate;

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask, date};
use crate::proposal::Fields;

/// The participant applies the treaty provisionally.
pub(super) struct ProvisionalApplicationForm;

impl Form for ProvisionalApplicationForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        vec![
            ask::day(
                typed,
                "from",
                say!(words, "act-provisional-from"),
                Some(say!(words, "desk-date-hint")),
            ),
            ask::articles(case, typed),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let from = reader.day("from").map(LegalDate::on);
        let articles = reader.keys("articles");
        Some(Act::ProvisionalApplication(ProvisionalApplication {
            from: from?,
            articles,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ProvisionalApplication(applied) = act {
            date::typed(fields, "from", &applied.from);
            ask::put_keys(fields, "articles", &applied.articles);
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        date::typed(fields, "from", &LegalDate::on(case.today));
    }
}
