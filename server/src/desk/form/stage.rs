//! The stage of a procedure that an act concerns: asked, where the address does not say it.

use app::desk::{ActForm, Control, Offered};
use app::say;
use domain::procedure::Stage;
use domain::text::Body;

use super::ask;
use super::case::Case;
use crate::proposal::Fields;

/// Whether a form is about a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concerns {
    /// Of one stage.
    Stage,
    /// Of one stage, or of the procedure as a whole.
    StageOrWhole,
    /// Not of a stage.
    NoStage,
}

/// Whether a form is about a stage.
pub fn concerns(form: ActForm) -> Concerns {
    match form {
        ActForm::StepScheduled
        | ActForm::StepBegun
        | ActForm::VoteTaken
        | ActForm::StepConcluded
        | ActForm::ClockStarted
        | ActForm::ClockExtended
        | ActForm::CourtReferral
        | ActForm::DepartureRecorded => Concerns::Stage,
        ActForm::StepNotRequired => Concerns::StageOrWhole,
        ActForm::ProcedureConcluded
        | ActForm::RouteChosen
        | ActForm::TriggerDetermined
        | ActForm::ProcedureAdopted
        | ActForm::SittingCalendarPublished
        | ActForm::ConditionMet
        | ActForm::Signed
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
        | ActForm::WithdrawalRetracted
        | ActForm::EntryIntoForceNotified
        | ActForm::EventRecorded
        | ActForm::ParticipantListed
        | ActForm::ParticipantRemoved
        | ActForm::InstrumentOpened
        | ActForm::InstrumentAmended
        | ActForm::SignOffPolicyAdopted
        | ActForm::StatementRetracted => Concerns::NoStage,
    }
}

/// What is told of the stage, or the question which stage it is.
pub fn controls(case: &Case, typed: &Fields) -> Vec<Control> {
    let words = case.words;
    let concerned = concerns(case.form);
    if concerned == Concerns::NoStage {
        return Vec::new();
    }
    if let Some(stage) = case.stage() {
        let mut controls = vec![
            ask::told(
                "told-stage",
                say!(words, "act-stage"),
                stage.title.as_str().to_owned(),
            ),
            ask::told(
                "told-body",
                say!(words, "act-body"),
                stage.body.as_str().to_owned(),
            ),
        ];
        if let Some(chamber) = case.chamber() {
            let name = say!(
                words,
                "act-chamber-line",
                name = chamber.name_en.as_str(),
                official = chamber.official_name.as_str()
            );
            controls.push(ask::told("told-chamber", say!(words, "act-chamber"), name));
        }
        if !stage.legal_basis.is_empty() {
            let basis: Vec<&str> = stage.legal_basis.iter().map(Body::as_str).collect();
            controls.push(ask::told(
                "told-basis",
                say!(words, "act-legal-basis"),
                basis.join("; "),
            ));
        }
        return controls;
    }
    let Some(followed) = &case.followed else {
        return Vec::new();
    };
    let first = match concerned {
        Concerns::StageOrWhole => say!(words, "act-stage-whole"),
        Concerns::Stage | Concerns::NoStage => say!(words, "desk-choose"),
    };
    let may_be_international = case.form == ActForm::StepScheduled;
    let mut offered = vec![Offered::new("", first)];
    offered.extend(
        followed
            .route
            .stages
            .iter()
            .filter(|stage| may_be_international || !stage.kind.is_international())
            .filter(|stage| fits(case.form, stage))
            .map(|stage| Offered::new(stage.key.as_str(), stage.title.as_str().to_owned())),
    );
    vec![ask::select(
        typed,
        "stage",
        say!(words, "act-stage"),
        offered,
    )]
}

/// Whether an act of this form can be one of a stage.
fn fits(form: ActForm, stage: &Stage) -> bool {
    match form {
        ActForm::VoteTaken => stage.vote_on.is_some() || stage.rule.is_some(),
        ActForm::ClockStarted | ActForm::ClockExtended => !stage.periods.is_empty(),
        _ => true,
    }
}
