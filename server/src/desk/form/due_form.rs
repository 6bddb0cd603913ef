//! The depositary's check of an act's form: one question for each item, the date of receipt, the number.

use app::desk::{ActForm, Group, Offered, Wrong};
use app::say;
use app::tracker::status;
use domain::act::{DueFormCheck, DueFormFinding, DueFormItem};
use domain::legal_date::LegalDate;

use super::case::Case;
use super::reader::{FieldError, Reader};
use super::{ask, date, source};
use crate::proposal::{Acceptance, DueFormProblem, Fields};

const FINDINGS: [(&str, DueFormFinding); 3] = [
    ("in-order", DueFormFinding::InOrder),
    ("not-applicable", DueFormFinding::NotApplicable),
    ("all-the-same", DueFormFinding::AcceptedAllTheSame),
];

/// The name of an item's question.
fn name(item: DueFormItem) -> &'static str {
    match item {
        DueFormItem::Authority => "authority",
        DueFormItem::NamesTheTreaty => "names-the-treaty",
        DueFormItem::StatesTheConsent => "states-the-consent",
        DueFormItem::Unconditional => "unconditional",
        DueFormItem::ReservationPermitted => "reservation-permitted",
        DueFormItem::DateReceived => "date-received",
    }
}

/// What the check begins with: nothing found yet, and the date of receipt: today, except for an act
/// that is done before the depositary on the day that it says, `dated`.
pub fn offered(case: &Case, dated: Option<&LegalDate>) -> Fields {
    let mut fields = Fields::default();
    let received = match (case.form, dated) {
        (ActForm::Signed, Some(signed)) => signed.clone(),
        (_, _) => LegalDate::on(case.today),
    };
    date::typed(&mut fields, "received", &received);
    fields
}

/// The questions.
pub fn groups(case: &Case, typed: &Fields) -> Vec<Group> {
    let words = case.words;
    let items = DueFormItem::ALL
        .into_iter()
        .map(|item| {
            let findings = FINDINGS
                .iter()
                .map(|(value, finding)| {
                    Offered::new(value, status::due_form_finding(words, *finding))
                })
                .collect();
            ask::choice(
                typed,
                name(item),
                status::due_form_item(words, item),
                findings,
            )
        })
        .collect();
    let mut ground = source::control(case, typed);
    ground.label = say!(words, "desk-due-form-sources");
    ground.hint = Some(say!(words, "desk-due-form-sources-hint"));
    vec![
        Group {
            legend: say!(words, "desk-due-form-items"),
            controls: items,
        },
        Group {
            legend: say!(words, "desk-due-form-receipt"),
            controls: vec![
                ask::day(
                    typed,
                    "received",
                    say!(words, "desk-due-form-received"),
                    Some(say!(words, "desk-due-form-received-hint")),
                ),
                ask::line(
                    typed,
                    "number",
                    say!(words, "desk-due-form-number"),
                    Some(say!(words, "desk-due-form-number-hint")),
                ),
                ground,
            ],
        },
    ]
}

/// What was found.
///
/// # Errors
/// What is wrong, field by field.
pub fn acceptance(case: &Case, fields: &Fields) -> Result<Acceptance, Vec<FieldError>> {
    let mut reader = Reader::new(case, fields);
    let checklist: Vec<DueFormCheck> = DueFormItem::ALL
        .into_iter()
        .filter_map(|item| {
            let finding = reader.choice(name(item), &FINDINGS)?;
            Some(DueFormCheck { item, finding })
        })
        .collect();
    let received = reader.day("received");
    let number = reader.text("number");
    let sources = reader.optional_sources();
    let mut errors = reader.into_errors();
    let Some(received) = received else {
        return Err(errors);
    };
    let acceptance = Acceptance {
        received: LegalDate::on(received),
        number,
        checklist,
        sources,
    };
    if errors.is_empty()
        && let Err(problem) = acceptance.check(case.today)
    {
        errors.push(wrong(case, problem));
    }
    if errors.is_empty() {
        Ok(acceptance)
    } else {
        Err(errors)
    }
}

fn wrong(case: &Case, problem: DueFormProblem) -> FieldError {
    let (control, wrong) = match problem {
        DueFormProblem::NotChecked(item) | DueFormProblem::CheckedTwice(item) => {
            (name(item), Wrong::NotChosen)
        }
        DueFormProblem::WithoutGround(_) => ("source", Wrong::GroundMissing),
        DueFormProblem::DateUnknown => ("received", Wrong::Missing),
        DueFormProblem::NotReceivedYet(_) => ("received", Wrong::InFuture(case.today)),
    };
    FieldError {
        control: control.to_owned(),
        at: control.to_owned(),
        wrong,
    }
}
