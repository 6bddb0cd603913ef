//! The form to amend an instrument: the whole definition, as it is, with a reason.

use app::desk::{Control, Group};
use app::say;
use domain::act::{Act, InstrumentDefined};
use domain::day::Day;

use super::case::Case;
use super::reader::Reader;
use super::{Dated, Form, ask, instrument};
use crate::proposal::Fields;

/// An instrument's definition is replaced from a day on.
pub(super) struct InstrumentAmendedForm;

/// Why it is amended.
fn reason(case: &Case, typed: &Fields) -> Control {
    ask::area(
        typed,
        "reason",
        say!(case.words, "act-instrument-reason"),
        Some(say!(case.words, "act-instrument-reason-hint")),
    )
}

impl Form for InstrumentAmendedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        vec![reason(case, typed)]
    }

    fn more(&self, case: &Case, typed: &Fields) -> Vec<Group> {
        instrument::groups(case, typed)
    }

    fn reads(&self, case: &Case, act: &Act) -> Option<Vec<Control>> {
        let Act::InstrumentAmended(defined) = act else {
            return None;
        };
        let mut typed = Fields::default();
        ask::put_text(&mut typed, "reason", defined.reason.as_ref());
        let mut lines = vec![reason(case, &typed)];
        lines.extend(match instrument::before(case, act) {
            Some(before) => instrument::changes(case, before, &defined.instrument),
            None => instrument::lines(case, &defined.instrument),
        });
        Some(lines)
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let reason = reader.needed_text("reason");
        let instrument = instrument::definition(reader)?;
        Some(Act::InstrumentAmended(InstrumentDefined {
            instrument: Box::new(instrument),
            reason: Some(reason?),
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::InstrumentAmended(defined) = act {
            instrument::typed(&defined.instrument, fields);
            ask::put_text(fields, "reason", defined.reason.as_ref());
        }
    }

    fn dated(&self) -> Dated {
        Dated::From
    }

    /// Pages go by the date of an amendment and sign-offs by its place in the register: they agree
    /// as long as none is dated before another that is there already.
    fn earliest(&self, case: &Case) -> Option<Day> {
        let corrected = case.corrects.as_ref().map(|fact| fact.hash);
        let facts = case.record()?.facts().iter();
        facts
            .filter(|fact| fact.superseded_at.is_none() && Some(fact.hash) != corrected)
            .filter(|fact| instrument::defined(fact).is_some())
            .filter_map(|fact| fact.statement.date.latest())
            .max()
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        if let Some(present) = instrument::present(case) {
            instrument::typed(present, fields);
        }
    }
}
