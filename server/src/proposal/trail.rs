//! What the audit trail is told of proposals: who did what to which version, never what it says.

use super::error::{DraftError, EditError, MoveError, SignError};
use super::{ProposalId, Proposals};
use crate::account::Actor;
use crate::audit::{Action, Event};
use crate::store::proposal::By;

/// Somebody does these things to a version of a proposal. The store tells of them in the transaction
/// in which they are done.
pub(super) fn by(actor: &Actor, actions: &[Action], id: &ProposalId, version: u32) -> By {
    let event = |action: &Action| {
        Event::done(*action, Some(actor.account.clone()))
            .about(&id.0)
            .of_version(version)
            .in_request(actor.request.as_deref())
    };
    By {
        actor: actor.clone(),
        events: actions.iter().map(event).collect(),
    }
}

/// An operation that did not succeed.
pub(super) trait Unsuccessful {
    /// Whether a rule refused it: not for want of a proposal, and not because something failed.
    fn is_refused(&self) -> bool;
}

impl Proposals {
    /// Tells the audit trail of an operation that a rule refused, in a transaction of its own: the
    /// operation wrote nothing. What it cannot be told is in the log, and the answer stays the same.
    pub(super) async fn telling_refusals<T, E: Unsuccessful>(
        &self,
        actor: &Actor,
        action: Action,
        about: Option<(&ProposalId, u32)>,
        answer: Result<T, E>,
    ) -> Result<T, E> {
        if answer.as_ref().is_err_and(Unsuccessful::is_refused) {
            let mut event = Event::refused(action, Some(actor.account.clone()))
                .in_request(actor.request.as_deref());
            if let Some((id, version)) = about {
                event = event.about(&id.0);
                // No form of ours says 0; one written by hand may.
                event.version = (version > 0).then_some(version);
            }
            if let Err(error) = self.tell(&event).await {
                tracing::error!(%error, "a refusal could not be written to the audit trail");
            }
        }
        answer
    }

    async fn tell(&self, event: &Event) -> Result<(), crate::store::Error> {
        let now = self.clock.now()?;
        self.register.store().record_event(event, now).await
    }
}

impl Unsuccessful for DraftError {
    fn is_refused(&self) -> bool {
        match self {
            Self::NotAllowed(_) | Self::AboutSomethingElse | Self::TooMany | Self::Refused(_) => {
                true
            }
            Self::NoRandomness(_) | Self::Clock(_) | Self::Store(_) | Self::Unknown(_) => false,
        }
    }
}

impl Unsuccessful for EditError {
    fn is_refused(&self) -> bool {
        match self {
            Self::Conflict(_)
            | Self::NotNow(_)
            | Self::NotAllowed(_)
            | Self::AboutSomethingElse
            | Self::Refused(_)
            | Self::FileSize => true,
            Self::NotHere | Self::Clock(_) | Self::Store(_) | Self::Unknown(_) => false,
        }
    }
}

impl Unsuccessful for MoveError {
    fn is_refused(&self) -> bool {
        match self {
            Self::Conflict(_) | Self::NotNow(_) | Self::NotAllowed(_) => true,
            Self::NotHere | Self::Clock(_) | Self::Store(_) | Self::Unknown(_) => false,
        }
    }
}

impl Unsuccessful for SignError {
    fn is_refused(&self) -> bool {
        match self {
            Self::StepUpOfAnother
            | Self::Conflict(_)
            | Self::NotNow(_)
            | Self::NotAllowed(_)
            | Self::NeedsAcceptance
            | Self::NoAcceptance
            | Self::DueForm(_)
            | Self::EffectChanged(_)
            | Self::Refused(_)
            | Self::KeyUsed => true,
            Self::NotHere | Self::Clock(_) | Self::Store(_) | Self::Unknown(_) => false,
        }
    }
}
