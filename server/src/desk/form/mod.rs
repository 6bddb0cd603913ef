//! The forms: one file for each act. A file says what is asked, how the answers become the act, and
//! how a published act would have been typed, so that it can be replaced.
//!
//! What every form has in common is here: when, where it can be read, for whom, what it corrects.
//! To add a form: a variant of [`ActForm`], a file here, and its line in `form`.

mod answers;
mod ask;
mod case;
mod clock_extended;
mod clock_started;
mod condition_met;
mod consent_expressed;
mod court_referral;
mod date;
mod declaration_made;
mod departure_recorded;
pub mod due_form;
mod entry_into_force_notified;
mod event_recorded;
mod instrument;
mod instrument_amended;
mod instrument_opened;
mod objection_raised;
mod objection_withdrawn;
mod participant_listed;
mod participant_removed;
mod period;
mod procedure_adopted;
mod procedure_concluded;
mod provisional_application;
mod provisional_application_ended;
mod reader;
mod reservation;
mod reservation_accepted;
mod reservation_formulated;
mod reservation_withdrawn;
mod route_chosen;
mod sign_off_policy_adopted;
mod signed;
mod sitting_calendar_published;
mod source;
mod stage;
mod statement_retracted;
mod step_begun;
mod step_concluded;
mod step_not_required;
mod step_scheduled;
mod trigger_determined;
mod vote_conditions;
mod vote_taken;
mod warning;
mod withdrawal_notified;
mod withdrawal_retracted;

use app::desk::{ActForm, Bounds, Control, Group, Kind, Problem};
use app::say;
use app::words::Words;
use domain::act::{Act, ActGroup, Corrects};
use domain::day::Day;
use domain::entity::EntityCode;
use domain::legal_date::LegalDate;
use domain::name::Slug;
use domain::statement::Statement;
use reader::Reader;

pub use answers::answers;
pub use case::{Case, CaseError, Place, Subject, Wanted, stage_title};
pub use reader::{FieldError, SLUG, text};
pub use sign_off_policy_adopted::{There, beyond};
pub use warning::warnings;

use crate::proposal::Fields;

/// What a form asks and what it makes of the answers.
trait Form: Sync {
    /// The questions besides those that every form has.
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control>;

    /// More questions, in groups of their own.
    fn more(&self, _case: &Case, _typed: &Fields) -> Vec<Group> {
        Vec::new()
    }

    /// What the act says, for those who read it before they sign, where that is not told by the
    /// questions and their answers.
    fn reads(&self, _case: &Case, _act: &Act) -> Option<Vec<Control>> {
        None
    }

    /// The act that the answers say; what is wrong with them is kept by the reader.
    fn act(&self, reader: &mut Reader<'_>) -> Option<Act>;

    /// How an act of this kind would have been typed.
    fn typed(&self, act: &Act, fields: &mut Fields);

    /// How it asks for the date of the statement.
    fn dated(&self) -> Dated {
        Dated::Past
    }

    /// The first day on which it can be dated, where not every day will do.
    fn earliest(&self, _case: &Case) -> Option<Day> {
        None
    }

    /// What it offers before anything is typed, besides today's date.
    fn offered(&self, _case: &Case, _fields: &mut Fields) {}
}

/// How a form asks for the date of its statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dated {
    /// When it happened: not in the future, and perhaps known within bounds only.
    Past,
    /// A day to come, or one that has come since.
    Announced,
    /// From which day on.
    From,
    /// It is not asked: it is today's.
    Today,
}

/// The file of each form.
fn form(form: ActForm) -> &'static dyn Form {
    match form {
        ActForm::StepScheduled => &step_scheduled::StepScheduledForm,
        ActForm::StepBegun => &step_begun::StepBegunForm,
        ActForm::VoteTaken => &vote_taken::VoteTakenForm,
        ActForm::StepConcluded => &step_concluded::StepConcludedForm,
        ActForm::ProcedureConcluded => &procedure_concluded::ProcedureConcludedForm,
        ActForm::StepNotRequired => &step_not_required::StepNotRequiredForm,
        ActForm::ClockStarted => &clock_started::ClockStartedForm,
        ActForm::ClockExtended => &clock_extended::ClockExtendedForm,
        ActForm::SittingCalendarPublished => {
            &sitting_calendar_published::SittingCalendarPublishedForm
        }
        ActForm::CourtReferral => &court_referral::CourtReferralForm,
        ActForm::RouteChosen => &route_chosen::RouteChosenForm,
        ActForm::TriggerDetermined => &trigger_determined::TriggerDeterminedForm,
        ActForm::ProcedureAdopted => &procedure_adopted::ProcedureAdoptedForm,
        ActForm::ConditionMet => &condition_met::ConditionMetForm,
        ActForm::DepartureRecorded => &departure_recorded::DepartureRecordedForm,
        ActForm::Signed => &signed::SignedForm,
        ActForm::ConsentExpressed => &consent_expressed::ConsentExpressedForm,
        ActForm::ReservationFormulated => &reservation_formulated::ReservationFormulatedForm,
        ActForm::ReservationAccepted => &reservation_accepted::ReservationAcceptedForm,
        ActForm::ReservationWithdrawn => &reservation_withdrawn::ReservationWithdrawnForm,
        ActForm::DeclarationMade => &declaration_made::DeclarationMadeForm,
        ActForm::ObjectionRaised => &objection_raised::ObjectionRaisedForm,
        ActForm::ObjectionWithdrawn => &objection_withdrawn::ObjectionWithdrawnForm,
        ActForm::ProvisionalApplication => &provisional_application::ProvisionalApplicationForm,
        ActForm::ProvisionalApplicationEnded => {
            &provisional_application_ended::ProvisionalApplicationEndedForm
        }
        ActForm::WithdrawalNotified => &withdrawal_notified::WithdrawalNotifiedForm,
        ActForm::WithdrawalRetracted => &withdrawal_retracted::WithdrawalRetractedForm,
        ActForm::EntryIntoForceNotified => &entry_into_force_notified::EntryIntoForceNotifiedForm,
        ActForm::EventRecorded => &event_recorded::EventRecordedForm,
        ActForm::ParticipantListed => &participant_listed::ParticipantListedForm,
        ActForm::ParticipantRemoved => &participant_removed::ParticipantRemovedForm,
        ActForm::InstrumentOpened => &instrument_opened::InstrumentOpenedForm,
        ActForm::InstrumentAmended => &instrument_amended::InstrumentAmendedForm,
        ActForm::SignOffPolicyAdopted => &sign_off_policy_adopted::SignOffPolicyAdoptedForm,
        ActForm::StatementRetracted => &statement_retracted::StatementRetractedForm,
    }
}

/// The group of the acts that a form records; `None` for a retraction, which has the group of what
/// it takes back.
pub fn group(form: ActForm) -> Option<ActGroup> {
    match form {
        ActForm::StepScheduled
        | ActForm::StepBegun
        | ActForm::VoteTaken
        | ActForm::StepConcluded
        | ActForm::ProcedureConcluded
        | ActForm::StepNotRequired
        | ActForm::ClockStarted
        | ActForm::ClockExtended
        | ActForm::SittingCalendarPublished
        | ActForm::CourtReferral
        | ActForm::RouteChosen
        | ActForm::TriggerDetermined
        | ActForm::ProcedureAdopted
        | ActForm::ConditionMet
        | ActForm::DepartureRecorded => Some(ActGroup::National),
        ActForm::Signed
        | ActForm::ConsentExpressed
        | ActForm::ReservationFormulated
        | ActForm::ReservationAccepted
        | ActForm::ReservationWithdrawn
        | ActForm::DeclarationMade
        | ActForm::ObjectionRaised
        | ActForm::ObjectionWithdrawn
        | ActForm::ProvisionalApplication
        | ActForm::ProvisionalApplicationEnded
        | ActForm::WithdrawalNotified
        | ActForm::WithdrawalRetracted => Some(ActGroup::International),
        ActForm::EntryIntoForceNotified => Some(ActGroup::Depositary),
        ActForm::EventRecorded
        | ActForm::ParticipantListed
        | ActForm::ParticipantRemoved
        | ActForm::InstrumentOpened
        | ActForm::InstrumentAmended
        | ActForm::SignOffPolicyAdopted => Some(ActGroup::Founding),
        ActForm::StatementRetracted => None,
    }
}

/// What a new form offers: today's date, what the procedure knows, or what is to be replaced.
pub fn offered(case: &Case) -> Fields {
    let mut fields = Fields::default();
    let form = form(case.form);
    match (&case.corrects, case.form) {
        (Some(fact), of) if of != ActForm::StatementRetracted => {
            fields = typed(of, &fact.statement);
            fields.0.remove("correction");
        }
        (_, _) => {
            if form.dated() == Dated::Past {
                date::typed(&mut fields, "date", &LegalDate::on(case.today));
            }
            form.offered(case, &mut fields);
        }
    }
    fields
}

/// How a statement would have been typed: for showing it, and for writing it again.
pub fn typed(form_of: ActForm, statement: &Statement) -> Fields {
    let mut fields = Fields::default();
    date::typed(&mut fields, "date", &statement.date);
    source::typed(&mut fields, &statement.sources);
    if let Some(participant) = statement.participant {
        ask::put(&mut fields, "participant", participant.as_str());
    }
    if let Some(act) = statement.act() {
        form(form_of).typed(act, &mut fields);
    }
    if let Some(stage) = &statement.stage {
        ask::put(&mut fields, "stage", stage.as_str());
    }
    if let Some(corrects) = &statement.corrects {
        ask::put_text(&mut fields, "correction", Some(&corrects.reason));
    }
    fields
}

/// The questions of a form, with what was typed.
pub fn groups(case: &Case, typed: &Fields) -> Vec<Group> {
    let form = form(case.form);
    let mut asks = stage::controls(case, typed);
    asks.extend(form.asks(case, typed));
    around(case, typed, asks, form.more(case, typed))
}

/// What a form says, for reading: the answers, or the act in words.
pub fn readings(case: &Case, typed: &Fields, act: Option<&Act>) -> Vec<Group> {
    let read = act.and_then(|act| form(case.form).reads(case, act));
    match read {
        Some(lines) => around(case, typed, lines, Vec::new()),
        None => groups(case, typed),
    }
}

/// What every form has, around what this one has of its own.
fn around(case: &Case, typed: &Fields, asks: Vec<Control>, more: Vec<Group>) -> Vec<Group> {
    let words = case.words;
    let form = form(case.form);
    let mut groups = Vec::new();
    if let Some(who) = case.asks_who(typed) {
        groups.push(Group {
            legend: say!(words, "desk-group-who"),
            controls: vec![who],
        });
    }
    if !asks.is_empty() {
        groups.push(Group {
            legend: say!(words, "desk-group-what"),
            controls: asks,
        });
    }
    groups.extend(more);
    if form.dated() != Dated::Today {
        groups.push(Group {
            legend: say!(words, "desk-group-when"),
            controls: vec![date_control(case, form.dated(), typed)],
        });
    }
    groups.push(Group {
        legend: say!(words, "desk-group-sources"),
        controls: vec![source::control(case, typed)],
    });
    if case.corrects.is_some() {
        groups.push(Group {
            legend: say!(words, "desk-group-correction"),
            controls: vec![ask::area(
                typed,
                "correction",
                say!(words, "desk-correction-reason"),
                Some(say!(words, "desk-correction-reason-hint")),
            )],
        });
    }
    groups
}

fn date_control(case: &Case, dated: Dated, typed: &Fields) -> Control {
    let words = case.words;
    let label = match case.form {
        ActForm::StepScheduled => say!(words, "act-date-announced"),
        ActForm::StepBegun | ActForm::ClockStarted => say!(words, "act-date-begun"),
        ActForm::ClockExtended => say!(words, "act-date-prolonged"),
        ActForm::SittingCalendarPublished => say!(words, "act-date-calendar"),
        ActForm::StepConcluded | ActForm::ProcedureConcluded => say!(words, "act-date-ended"),
        ActForm::VoteTaken => say!(words, "act-date-vote"),
        ActForm::Signed => say!(words, "act-date-signed"),
        ActForm::ConsentExpressed => say!(words, "act-date-consent"),
        ActForm::WithdrawalNotified | ActForm::WithdrawalRetracted => {
            say!(words, "act-date-notice")
        }
        ActForm::ParticipantListed | ActForm::ParticipantRemoved | ActForm::InstrumentAmended => {
            say!(words, "act-date-listed")
        }
        ActForm::EventRecorded => say!(words, "act-date-event"),
        ActForm::InstrumentOpened => say!(words, "act-date-opened"),
        ActForm::StepNotRequired
        | ActForm::CourtReferral
        | ActForm::RouteChosen
        | ActForm::TriggerDetermined
        | ActForm::ProcedureAdopted
        | ActForm::ConditionMet
        | ActForm::DepartureRecorded
        | ActForm::ReservationFormulated
        | ActForm::ReservationAccepted
        | ActForm::ReservationWithdrawn
        | ActForm::DeclarationMade
        | ActForm::ObjectionRaised
        | ActForm::ObjectionWithdrawn
        | ActForm::ProvisionalApplication
        | ActForm::ProvisionalApplicationEnded
        | ActForm::EntryIntoForceNotified
        | ActForm::SignOffPolicyAdopted
        | ActForm::StatementRetracted => say!(words, "act-date"),
    };
    let bounds = match dated {
        Dated::Past => Bounds::Allowed,
        Dated::Announced | Dated::From | Dated::Today => Bounds::Exact,
    };
    let hint = match case.form {
        ActForm::ConsentExpressed => say!(words, "act-date-consent-hint"),
        ActForm::InstrumentOpened => say!(words, "act-date-opened-hint"),
        _ => say!(words, "desk-date-hint"),
    };
    Control {
        name: "date".to_owned(),
        label,
        hint: Some(hint),
        kind: Kind::Date(bounds, date::of(typed, "date")),
    }
}

/// The statement that the answers say.
///
/// # Errors
/// What is wrong, field by field.
pub fn statement(case: &Case, fields: &Fields) -> Result<Statement, Vec<FieldError>> {
    let form = form(case.form);
    let mut reader = Reader::new(case, fields);
    let slug = reader.slug();
    let participant = reader.participant();
    reader.stage();
    let act = form.act(&mut reader);
    let date = match form.dated() {
        Dated::Past => reader.date("date"),
        Dated::Announced | Dated::From => reader
            .day_from("date", form.earliest(case))
            .map(LegalDate::on),
        Dated::Today => Some(LegalDate::on(case.today)),
    };
    let sources = reader.sources();
    let reason = case
        .corrects
        .is_some()
        .then(|| reader.needed_text("correction"))
        .flatten();
    let (Some(slug), Some(act), Some(date)) = (slug, act, date) else {
        return Err(reader.into_errors());
    };
    let mut statement = Statement::new(slug, date, act);
    statement.participant = participant;
    statement.stage = case.stage_key();
    statement.sources = sources;
    statement.corrects = match (&case.corrects, reason) {
        (Some(fact), Some(reason)) => Some(Corrects {
            statement: fact.hash,
            reason,
        }),
        _ => None,
    };
    statement.sequence = case.sequence(&statement);
    let errors = reader.into_errors();
    if errors.is_empty() {
        Ok(statement)
    } else {
        Err(errors)
    }
}

/// The errors as a page shows them, each with the words of its control, in the order of the page.
pub fn problems(words: Words, groups: &[Group], errors: &[FieldError]) -> Vec<Problem> {
    let controls: Vec<&Control> = groups.iter().flat_map(|group| &group.controls).collect();
    let place = |error: &FieldError| {
        controls
            .iter()
            .position(|control| control.name == error.control)
    };
    let mut in_order: Vec<&FieldError> = errors.iter().collect();
    in_order.sort_by_key(|error| place(error).unwrap_or(usize::MAX));
    in_order
        .into_iter()
        .map(|error| {
            let label = place(error)
                .and_then(|at| controls.get(at))
                .map_or_else(String::new, |control| control.label.clone());
            Problem {
                control: error.control.clone(),
                at: error.at.clone(),
                text: error.wrong.text(words, &label),
            }
        })
        .collect()
}

/// What a form is about for good, whatever else is wrong with it: the instrument, and the participant
/// if it is about one.
///
/// # Errors
/// That it does not say so.
pub fn about(case: &Case, fields: &Fields) -> Result<(Slug, Option<EntityCode>), Vec<FieldError>> {
    let mut reader = Reader::new(case, fields);
    let slug = reader.slug();
    let participant = reader.participant();
    let errors = reader.into_errors();
    match slug {
        Some(slug) if errors.is_empty() => Ok((slug, participant)),
        Some(_) | None => Err(errors),
    }
}
