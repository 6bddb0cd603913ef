//! Proposals: how a fact is written, signed off and published.
//!
//! Each operation is a file: load, authorise, decide (pure, in `decision`), one transaction, answer.
//! Whose sign-off comes next follows the sign-off policy in force in the register; nothing here
//! lists offices. The transaction that publishes decides again at the head of the register.

mod accept;
mod attach;
mod countersign;
mod decision;
mod draft;
mod due_form;
mod edit;
mod effect;
mod error;
mod get;
mod list;
mod procedure;
mod publish;
mod send_back;
mod sight;
mod sign;
mod state;
mod submit;
#[cfg(test)]
mod tests;
mod trail;
mod withdraw;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::name::Slug;
use domain::office::Office;
use domain::policy::{Occasion, Taken};
use domain::register::RecordedAt;
use domain::statement::Statement;
use domain::text::Text;
use serde::{Deserialize, Serialize};

use crate::account::{AccountId, PersonId, StepUp};
use crate::clock::Clock;
use crate::randomness::Randomness;
use crate::register::Register;
use crate::store::{IdempotencyKey, Receipt};
pub use attach::LARGEST_FILE;
pub use draft::Draft;
pub use due_form::{Acceptance, DueFormProblem};
pub use effect::Next;
pub use error::{
    Conflict, DraftError, EditError, ListError, MoveError, NotAllowed, NotFound, Refusal, SignError,
};
pub use sight::Side;
pub use state::{Move, NotNow, State};

/// How often an operation looks again when others were quicker. Each time somebody else has moved the
/// proposal, which cannot go on for long.
const TRIES: u8 = 16;

/// A proposal, by an opaque id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ProposalId(pub String);

/// A form as it was typed, kept even when it does not parse.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fields(pub BTreeMap<String, String>);

/// A proposal in its current version.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// The version, from 1. An edit makes the next one.
    pub version: u32,
    /// The instrument it concerns.
    pub instrument: Slug,
    /// The participant it concerns, if it concerns one.
    pub participant: Option<EntityCode>,
    /// How the fact reaches the register.
    pub occasion: Occasion,
    /// How far it is.
    pub state: State,
    /// The form as typed.
    pub fields: Fields,
    /// What people put their names to; `None` as long as the form does not parse.
    pub statement: Option<Statement>,
    /// The hash of the statement.
    pub hash: Option<Digest>,
    /// The account that began it.
    pub author: AccountId,
    /// The office in which it was begun: only this office writes it.
    pub author_office: Office,
    /// The persons who wrote any version of it.
    pub writers: BTreeSet<PersonId>,
    /// When it was begun.
    pub created_at: RecordedAt,
    /// When it last changed.
    pub updated_at: RecordedAt,
    /// The sign-offs of this version, in order.
    pub sign_offs: Vec<Recorded>,
    /// The last time it was sent back.
    pub returned: Option<Returned>,
    /// The index of its entry, once published.
    pub published: Option<u64>,
}

/// A sign-off as it is recorded here, before and after it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The step of the policy, from 0.
    pub step: u32,
    /// In which office.
    pub office: Office,
    /// By which account.
    pub account: AccountId,
    /// Whose account it is.
    pub person: PersonId,
    /// When.
    pub at: RecordedAt,
    /// What was signed: see [`domain::sign_off::SignOff::covered`].
    pub digest: Digest,
}

/// Why a proposal was sent back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The reason.
    pub reason: Text,
    /// By which office.
    pub office: Office,
    /// When.
    pub at: RecordedAt,
}

/// What a signer asks for: a name put to exactly this.
#[derive(Debug)]
pub struct Signing {
    /// The proposal.
    pub id: ProposalId,
    /// The version that was shown.
    pub version: u32,
    /// The hash of the statement that was shown.
    pub hash: Digest,
    /// The password, given again just now.
    pub step_up: StepUp,
    /// Names this wish, so that asking again is not asking twice.
    pub key: IdempotencyKey,
}

/// What a sign-off led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advanced {
    /// More sign-offs are awaited.
    Waiting(State),
    /// It is in the register.
    Published(Receipt),
}

/// The proposals of all desks.
#[derive(Debug, Clone)]
pub struct Proposals {
    register: Arc<Register>,
    clock: Arc<dyn Clock>,
    randomness: Arc<dyn Randomness>,
}

impl Proposals {
    /// The proposals kept beside this register.
    pub fn new(
        register: Arc<Register>,
        clock: Arc<dyn Clock>,
        randomness: Arc<dyn Randomness>,
    ) -> Self {
        Self {
            register,
            clock,
            randomness,
        }
    }

    /// The register they are published in.
    pub fn register(&self) -> &Arc<Register> {
        &self.register
    }
}

impl Proposal {
    /// The sign-offs, as far as a policy looks at them.
    fn taken(&self) -> Vec<Taken<'_>> {
        self.sign_offs
            .iter()
            .map(|sign_off| Taken {
                step: sign_off.step,
                office: &sign_off.office,
            })
            .collect()
    }
}
