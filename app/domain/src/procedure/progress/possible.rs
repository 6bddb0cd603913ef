//! What may come next.

use crate::act::ProcedureStanding;
use crate::majority::Question;
use crate::name::Key;
use crate::procedure::progress::{
    Awaits, Blocker, Ground, Progress, StageProgress, StageState, WaitEnd,
};
use crate::procedure::{PeriodKind, StageKind};
use crate::status::{InternationalStatus, NationalStatus};

/// An act that may come next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Possible {
    /// The stage, if it is of one.
    pub stage: Option<Key>,
    /// The act.
    pub act: PossibleAct,
}

/// The acts that can come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PossibleAct {
    /// The participant confirms its procedure, or replaces it.
    ProcedureAdopted,
    /// A step is announced.
    StepScheduled,
    /// A step begins.
    StepBegun,
    /// A vote is taken.
    VoteTaken,
    /// A step ends.
    StepConcluded,
    /// A step is not required.
    StepNotRequired,
    /// A step is departed from.
    DepartureRecorded,
    /// A period begins to run.
    ClockStarted,
    /// The matter is referred to a court.
    CourtReferral,
    /// It is determined whether a fact on which the procedure depends applies.
    TriggerDetermined,
    /// A condition of the consent is met.
    ConditionMet,
    /// Another route is chosen.
    RouteChosen,
    /// The procedure as a whole ends.
    ProcedureConcluded,
    /// The treaty is signed.
    Signature,
    /// Consent to be bound is expressed.
    Consent,
}

impl PossibleAct {
    /// The kind of act in the register.
    pub fn kind(self) -> &'static str {
        match self {
            Self::ProcedureAdopted => "procedure_adopted",
            Self::StepScheduled => "step_scheduled",
            Self::StepBegun => "step_begun",
            Self::VoteTaken => "vote_taken",
            Self::StepConcluded => "step_concluded",
            Self::StepNotRequired => "step_not_required",
            Self::DepartureRecorded => "departure_recorded",
            Self::ClockStarted => "clock_started",
            Self::CourtReferral => "court_referral",
            Self::TriggerDetermined => "trigger_determined",
            Self::ConditionMet => "condition_met",
            Self::RouteChosen => "route_chosen",
            Self::ProcedureConcluded => "procedure_concluded",
            Self::Signature => "signed",
            Self::Consent => "consent_expressed",
        }
    }
}

/// The acts that may come next, in the order in which a liaison will want them: what is under way, the
/// treaty's signature, what comes next, the consent, what was left out or could be called for besides,
/// and the procedure itself.
///
/// Consent is not among them while the national procedure is known to be unfinished; it can be recorded
/// all the same, as internal law is no matter of the treaty (VCLT 27, 46).
pub fn possible_acts(progress: &Progress<'_>) -> Vec<Possible> {
    let mut acts = Vec::new();
    let stages = || progress.stages.iter();
    let is_ours = |stage: &&StageProgress<'_>| !stage.stage.kind.is_international();
    let is_held = progress.awaited_route().is_some();
    if is_held {
        acts.push(of_whole(PossibleAct::RouteChosen));
    }
    for stage in stages()
        .filter(is_ours)
        .filter(|stage| stage.state == StageState::Current)
    {
        let here = if is_held {
            vec![PossibleAct::DepartureRecorded]
        } else {
            under_way(stage)
        };
        acts.extend(at(stage, here));
    }
    if progress.international == InternationalStatus::None {
        acts.push(of_whole(PossibleAct::Signature));
    }
    if stages().any(|stage| stage.state == StageState::NotDetermined) {
        acts.push(of_whole(PossibleAct::TriggerDetermined));
    }
    for stage in stages().filter(|stage| stage.state == StageState::Possible) {
        if stage.stage.kind.is_international() {
            acts.extend(at(stage, vec![PossibleAct::StepScheduled]));
        } else {
            acts.extend(at(stage, ahead(stage)));
        }
    }
    let has_conditions = stages().any(|stage| is_held_by_a_condition(stage));
    if has_conditions {
        acts.push(of_whole(PossibleAct::ConditionMet));
    }
    if !has_conditions && may_consent(progress) {
        acts.push(of_whole(PossibleAct::Consent));
    }
    for stage in stages().filter(is_ours) {
        match stage.state {
            StageState::NotReported if !is_held => acts.extend(at(stage, ending(stage).to_vec())),
            StageState::IfCalledFor
            | StageState::NotDetermined
            | StageState::Skipped {
                ground: Ground::NotCalledFor | Ground::NobodyObjected | Ground::WindowClosed,
            } if !progress.is_over() && !is_held && is_free(progress, stage) => {
                acts.extend(at(stage, ahead(stage)));
            }
            _ => {}
        }
    }
    if progress.followed.standing == ProcedureStanding::Research {
        acts.push(of_whole(PossibleAct::ProcedureAdopted));
    }
    if !progress.is_over() {
        if progress.followed.procedure.routes.len() > 1 && !is_held {
            acts.push(of_whole(PossibleAct::RouteChosen));
        }
        acts.push(of_whole(PossibleAct::StepNotRequired));
        acts.push(of_whole(PossibleAct::ProcedureConcluded));
    }
    acts
}

/// What can come next at a stage that has begun. What would pass it has to wait while a period runs
/// before the end of which it cannot be passed; an objection has not.
fn under_way(stage: &StageProgress<'_>) -> Vec<PossibleAct> {
    let waits = matches!(stage.wait(), Some(WaitEnd::On(_) | WaitEnd::NotBefore(_)));
    let objects = |stage: &StageProgress<'_>| {
        let mut all = stage.majorities.all();
        all.any(|majority| majority.question == Some(Question::Objection))
    };
    let mut acts = Vec::new();
    match &stage.awaits {
        Some(Awaits::Override { by, .. }) => {
            if by.is_voted_on() {
                acts.push(PossibleAct::VoteTaken);
            }
            acts.push(PossibleAct::StepConcluded);
        }
        Some(Awaits::Repetition) => {
            acts.push(PossibleAct::StepBegun);
            acts.extend(ending(stage));
        }
        Some(Awaits::End | Awaits::Reading { .. }) | None if !waits => acts.extend(ending(stage)),
        Some(Awaits::End | Awaits::Reading { .. }) | None if objects(stage) => {
            acts.push(PossibleAct::VoteTaken);
        }
        Some(Awaits::End | Awaits::Reading { .. } | Awaits::Route(_)) | None => {}
    }
    if has_clock_to_start(stage) {
        acts.push(PossibleAct::ClockStarted);
    }
    acts.push(PossibleAct::DepartureRecorded);
    acts
}

/// What can be said of a stage that lies ahead.
fn ahead(stage: &StageProgress<'_>) -> Vec<PossibleAct> {
    let mut acts = ending(stage).to_vec();
    acts.push(PossibleAct::StepBegun);
    if has_clock_to_start(stage) {
        acts.push(PossibleAct::ClockStarted);
    }
    acts.extend([
        PossibleAct::StepScheduled,
        PossibleAct::StepNotRequired,
        PossibleAct::DepartureRecorded,
    ]);
    acts
}

/// Whether a period that the law sets for the stage has yet to start.
fn has_clock_to_start(stage: &StageProgress<'_>) -> bool {
    let is_set = |kind: PeriodKind| kind != PeriodKind::Target;
    let mut periods = stage.stage.periods.iter();
    periods.any(|period| is_set(period.kind)) && stage.clock.is_none()
}

fn is_held_by_a_condition(stage: &StageProgress<'_>) -> bool {
    let mut blockers = stage.blocked_by.iter();
    blockers.any(|blocker| matches!(blocker, Blocker::Condition(_)))
}

/// Whether nothing stands in the way of a stage that has not been called for.
fn is_free(progress: &Progress<'_>, stage: &StageProgress<'_>) -> bool {
    progress.waiting_for(&stage.stage.key).is_empty()
}

/// How a stage ends.
fn ending(stage: &StageProgress<'_>) -> &'static [PossibleAct] {
    match stage.stage.kind {
        kind if kind.is_vote() => &[PossibleAct::VoteTaken, PossibleAct::StepConcluded],
        StageKind::Committee if stage.stage.rule.is_some() => {
            &[PossibleAct::StepConcluded, PossibleAct::VoteTaken]
        }
        StageKind::ConstitutionalReview => {
            &[PossibleAct::CourtReferral, PossibleAct::StepConcluded]
        }
        _ => &[PossibleAct::StepConcluded],
    }
}

fn at(stage: &StageProgress<'_>, acts: Vec<PossibleAct>) -> impl Iterator<Item = Possible> + use<> {
    let key = stage.stage.key.clone();
    acts.into_iter().map(move |act| Possible {
        stage: Some(key.clone()),
        act,
    })
}

fn of_whole(act: PossibleAct) -> Possible {
    Possible { stage: None, act }
}

fn may_consent(progress: &Progress<'_>) -> bool {
    let is_free = match progress.international {
        InternationalStatus::None
        | InternationalStatus::Signed
        | InternationalStatus::FormerParty { .. }
        | InternationalStatus::ConsentWithdrawn { .. } => true,
        InternationalStatus::ConsentExpressed
        | InternationalStatus::Party { .. }
        | InternationalStatus::WithdrawalNotified { .. } => false,
    };
    is_free
        && match progress.national {
            NationalStatus::NoInformation
            | NationalStatus::Completed
            | NationalStatus::NotRequired => true,
            NationalStatus::NotBegun | NationalStatus::UnderWay(_) | NationalStatus::Failed => {
                false
            }
        }
}

impl Progress<'_> {
    /// Whether the national procedure has ended, one way or the other.
    pub fn is_over(&self) -> bool {
        match self.national {
            NationalStatus::Completed | NationalStatus::NotRequired | NationalStatus::Failed => {
                true
            }
            NationalStatus::NoInformation
            | NationalStatus::NotBegun
            | NationalStatus::UnderWay(_) => false,
        }
    }
}
