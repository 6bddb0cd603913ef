//! What the services refuse, as an answer. Logged once, here.

use app::desk::Mishap;

use super::mishap::Failed;
use crate::account::Failure;
use crate::proposal::{
    DraftError, EditError, ListError, MoveError, NotAllowed, NotFound, SignError,
};

/// An account that may not, or not any more.
fn not_allowed(error: NotAllowed) -> Failed {
    Failed(match error {
        NotAllowed::SamePerson | NotAllowed::TwoOffices => Mishap::SamePerson,
        NotAllowed::NotAwaited => Mishap::NotNow,
        _ => Mishap::NotAllowed,
    })
}

/// Something of ours does not work.
pub fn ours(error: &dyn std::fmt::Display) -> Failed {
    tracing::error!(%error, "the desk could not answer");
    Failed(Mishap::Ours)
}

impl From<NotFound> for Failed {
    fn from(error: NotFound) -> Self {
        match error {
            NotFound::NotHere => Self(Mishap::NotFound),
            NotFound::Store(error) => ours(&error),
        }
    }
}

impl From<ListError> for Failed {
    fn from(error: ListError) -> Self {
        ours(&error)
    }
}

impl From<Failure> for Failed {
    fn from(error: Failure) -> Self {
        ours(&error)
    }
}

impl From<DraftError> for Failed {
    fn from(error: DraftError) -> Self {
        match error {
            DraftError::NotAllowed(error) => not_allowed(error),
            DraftError::AboutSomethingElse => Self(Mishap::NotFound),
            DraftError::TooMany => Self(Mishap::TooMany),
            DraftError::Refused(error) => {
                tracing::info!(%error, "a draft was refused");
                Self(Mishap::NotNow)
            }
            other => ours(&other),
        }
    }
}

impl From<EditError> for Failed {
    fn from(error: EditError) -> Self {
        match error {
            EditError::NotHere | EditError::AboutSomethingElse => Self(Mishap::NotFound),
            EditError::Conflict(_) => Self(Mishap::ChangedMeanwhile),
            EditError::NotNow(_) => Self(Mishap::NotNow),
            EditError::NotAllowed(error) => not_allowed(error),
            EditError::Refused(error) => {
                tracing::info!(%error, "an edit was refused");
                Self(Mishap::NotNow)
            }
            other => ours(&other),
        }
    }
}

impl From<MoveError> for Failed {
    fn from(error: MoveError) -> Self {
        match error {
            MoveError::NotHere => Self(Mishap::NotFound),
            MoveError::Conflict(_) => Self(Mishap::ChangedMeanwhile),
            MoveError::NotNow(_) => Self(Mishap::NotNow),
            MoveError::NotAllowed(error) => not_allowed(error),
            other => ours(&other),
        }
    }
}

impl From<SignError> for Failed {
    fn from(error: SignError) -> Self {
        match error {
            SignError::NotHere => Self(Mishap::NotFound),
            SignError::Conflict(_) | SignError::EffectChanged(_) => Self(Mishap::ChangedMeanwhile),
            SignError::NotNow(_) | SignError::NeedsAcceptance | SignError::NoAcceptance => {
                Self(Mishap::NotNow)
            }
            SignError::NotAllowed(error) => not_allowed(error),
            SignError::StepUpOfAnother | SignError::KeyUsed => Self(Mishap::Forged),
            SignError::Refused(error) => {
                tracing::info!(%error, "the register cannot take a statement");
                Self(Mishap::NotNow)
            }
            SignError::DueForm(error) => {
                tracing::info!(%error, "a due-form check is not complete");
                Self(Mishap::NotNow)
            }
            other => ours(&other),
        }
    }
}
