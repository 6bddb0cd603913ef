//! Which act of the register starts a period.

use crate::procedure::{Period, PeriodKind, Stage, StageKind};

/// Which act of the register starts a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartedBy {
    /// Only the act that says so: `clock_started`. The file names the event in words, such as the
    /// passage or the receipt, and which recorded act that is would be a guess.
    Recorded,
    /// That act, or the beginning of the stage itself, which is the event.
    StageBegun,
}

/// What starts a period of a stage.
///
/// | stage, period | started by | why |
/// | --- | --- | --- |
/// | tabling, minimum wait | the stage begun | the paper is laid, tabled, or placed on a calendar, and from then it lies (CRaG s. 20(1)) |
/// | tabling, deemed consent | the stage begun | the paper is submitted, and silence runs from then (NL, Kingdom Act art. 5(1)) |
/// | any other | recorded | its start is an event elsewhere: a vote of another house, a receipt, a publication |
///
/// That a tabling is *concluded* starts nothing: by that the waiting is over.
pub fn started_by(stage: &Stage, period: &Period) -> StartedBy {
    match (stage.kind, period.kind) {
        (StageKind::Tabling, PeriodKind::MinimumWait | PeriodKind::DeemedConsent) => {
            StartedBy::StageBegun
        }
        (StageKind::Tabling, PeriodKind::Deadline | PeriodKind::Window | PeriodKind::Target)
        | (
            StageKind::GovernmentDecision
            | StageKind::AdvisoryReview
            | StageKind::Committee
            | StageKind::ChamberVote
            | StageKind::JointSittingVote
            | StageKind::RegionalVote
            | StageKind::ConstitutionalReview
            | StageKind::Referendum
            | StageKind::PresidentialOrRoyalAssent
            | StageKind::PromulgationPublication
            | StageKind::InstrumentSignature
            | StageKind::Deposit,
            _,
        ) => StartedBy::Recorded,
    }
}
