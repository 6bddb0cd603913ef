//! What may come next.

use crate::act::ProcedureStanding;
use crate::name::Key;
use crate::procedure::StageKind;
use crate::procedure::progress::{Ground, Progress, StageProgress, StageState};
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
    /// The matter is referred to a court.
    CourtReferral,
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
            Self::CourtReferral => "court_referral",
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
    for stage in stages()
        .filter(is_ours)
        .filter(|stage| stage.state == StageState::Current)
    {
        acts.extend(at(
            stage,
            &[ending(stage), &[PossibleAct::DepartureRecorded]],
        ));
    }
    if progress.international == InternationalStatus::None {
        acts.push(of_whole(PossibleAct::Signature));
    }
    for stage in stages().filter(|stage| stage.state == StageState::Possible) {
        if stage.stage.kind.is_international() {
            acts.extend(at(stage, &[&[PossibleAct::StepScheduled]]));
        } else {
            acts.extend(at(stage, &[ending(stage), AHEAD]));
        }
    }
    if may_consent(progress) {
        acts.push(of_whole(PossibleAct::Consent));
    }
    for stage in stages().filter(is_ours) {
        match stage.state {
            StageState::NotReported => acts.extend(at(stage, &[ending(stage)])),
            StageState::NotDetermined
            | StageState::Skipped {
                ground: Ground::NotCalledFor,
            } if !progress.is_over() => {
                acts.extend(at(stage, &[ending(stage), AHEAD]));
            }
            _ => {}
        }
    }
    if progress.followed.standing == ProcedureStanding::Research {
        acts.push(of_whole(PossibleAct::ProcedureAdopted));
    }
    if !progress.is_over() {
        if progress.followed.procedure.routes.len() > 1 {
            acts.push(of_whole(PossibleAct::RouteChosen));
        }
        acts.push(of_whole(PossibleAct::StepNotRequired));
        acts.push(of_whole(PossibleAct::ProcedureConcluded));
    }
    acts
}

/// What can be said of a stage that lies ahead, besides its end.
const AHEAD: &[PossibleAct] = &[
    PossibleAct::StepBegun,
    PossibleAct::StepScheduled,
    PossibleAct::StepNotRequired,
    PossibleAct::DepartureRecorded,
];

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

fn at(
    stage: &StageProgress<'_>,
    acts: &[&'static [PossibleAct]],
) -> impl Iterator<Item = Possible> + use<> {
    let key = stage.stage.key.clone();
    let acts: Vec<PossibleAct> = acts.iter().copied().flatten().copied().collect();
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
