//! How far a stage is said to be, where little or nothing is on record of the procedure.

use domain::act::ConsentForm;
use domain::entity::EntityCode;
use domain::instrument::Nature;
use domain::procedure::{Progress, StageKind, StageProgress, StageState};
use domain::snapshot::View;
use domain::status::{InternationalStatus, NationalStatus};

use crate::say;
use crate::tracker::status;
use crate::words::Words;

/// What is said of how far a stage is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shown<'a> {
    /// What was reported, or follows from what was.
    Reported(StageState<'a>),
    /// Done, as the consent tells: an instrument that was deposited had been signed.
    Inferred,
}

impl<'a> Shown<'a> {
    /// The state.
    pub fn state(self) -> StageState<'a> {
        match self {
            Self::Reported(state) => state,
            Self::Inferred => StageState::Done,
        }
    }

    /// The same in words.
    pub fn in_words(self, words: Words) -> String {
        match self {
            Self::Inferred => say!(words, "tracker-stage-inferred"),
            Self::Reported(state) => status::stage_state(words, state),
        }
    }
}

/// What is known of a participant's procedure as a whole.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    national: NationalStatus,
    international: InternationalStatus,
    nature: Nature,
    form: ConsentForm,
    /// Whether it may have consented by that day, as far as the sources date it.
    may_have_consented: bool,
    /// Whether all that is on record of its procedure is at no stage of the route.
    is_told_elsewhere: bool,
}

impl Known {
    /// What is known of a participant's procedure.
    pub fn of(view: &View, code: EntityCode, progress: &Progress<'_>) -> Self {
        let is_untold = |stage: &StageProgress<'_>| {
            stage.stage.kind.is_international() || stage.facts.is_empty()
        };
        Self {
            national: progress.national.clone(),
            international: progress.international,
            nature: view.instrument.nature,
            form: view.instrument.consent_form,
            may_have_consented: view.consent_not_known.contains_key(&code),
            is_told_elsewhere: !progress.elsewhere.is_empty()
                && progress.stages.iter().all(is_untold),
        }
    }

    /// As long as nobody has told anything of a procedure, of none of its stages is it known that it
    /// is still to come; nor of one that is left once the treaty binds the participant.
    pub fn shown<'a>(&self, stage: &StageProgress<'a>) -> Shown<'a> {
        let is_silent = stage.facts.is_empty();
        let kind = stage.stage.kind;
        match stage.state {
            StageState::Done if is_silent && kind == StageKind::InstrumentSignature => {
                match self.form {
                    ConsentForm::Deposit | ConsentForm::Exchange => Shown::Inferred,
                    // There need not be an instrument at all.
                    ConsentForm::Notification | ConsentForm::Signature => {
                        Shown::Reported(StageState::NotReported)
                    }
                }
            }
            StageState::Possible | StageState::NotYet if self.is_silent_on(kind) => {
                Shown::Reported(StageState::NotReported)
            }
            reported => Shown::Reported(reported),
        }
    }

    /// Whether nothing tells that a stage of this kind, on which nothing is on record, is still to come.
    fn is_silent_on(&self, kind: StageKind) -> bool {
        if kind.is_international() && self.may_have_consented {
            return true;
        }
        // Of its own acts the depositary knows that they are to come.
        kind != StageKind::Deposit
            && (self.national == NationalStatus::NoInformation
                || self.is_told_elsewhere
                || self.is_over())
    }

    /// Whether nothing is awaited any more: it has been bound, or it is told as history.
    fn is_over(&self) -> bool {
        match self.international {
            InternationalStatus::None | InternationalStatus::Signed => false,
            InternationalStatus::ConsentExpressed => self.nature == Nature::Historical,
            InternationalStatus::Party { .. }
            | InternationalStatus::WithdrawalNotified { .. }
            | InternationalStatus::FormerParty { .. }
            | InternationalStatus::ConsentWithdrawn { .. } => true,
        }
    }
}
