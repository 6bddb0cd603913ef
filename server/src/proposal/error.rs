//! Why an operation on a proposal is not done. Each variant is something that happens to people.

use domain::canonical::CanonicalError;
use domain::digest::Digest;
use domain::effect::{Effect, EffectError};
use domain::entity::EntityCode;
use domain::snapshot::FoldError;

use super::decision::EditRefused;
use super::due_form::DueFormProblem;
use super::state::{NotNow, State};
use crate::clock::ClockError;
use crate::randomness::NoRandomness;
use crate::store::Error;
use crate::store::proposal::ChangeError;

/// There is no such proposal, for this account.
#[derive(Debug, thiserror::Error)]
pub enum NotFound {
    /// There is none, or it is another's: the two are not told apart.
    #[error("there is no such proposal here")]
    NotHere,
    /// Nobody knows: the store could not be read.
    #[error(transparent)]
    Store(#[from] Error),
}

/// The proposals could not be listed.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct ListError(#[from] pub Error);

/// The proposal is not as it was shown: somebody was quicker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the proposal has changed: it is {state} now, in version {version}; look at it again")]
pub struct Conflict {
    /// The version it is in now.
    pub version: u32,
    /// The state it is in now.
    pub state: State,
    /// The hash of its statement now.
    pub hash: Option<Digest>,
}

/// Why this account may not do it, or not now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    /// Leaders, administrators and auditors write no proposals.
    #[error("this account has no office in which to act on proposals")]
    NoOffice,
    /// Such a fact is not for this office to propose.
    #[error("this office does not propose such a fact")]
    NotForThisOffice,
    /// A participant that has a liaison officer here speaks for itself.
    #[error(
        "the participant has a liaison officer here, who submits the act; on paper is for the others"
    )]
    HasALiaison,
    /// Only the office that began a proposal writes, submits and withdraws it.
    #[error("only the office that began the proposal does this")]
    NotTheAuthor,
    /// The sign-off policy waits for somebody else.
    #[error("the proposal does not wait for a sign-off by this office")]
    NotAwaited,
    /// The person has signed already, with this account or another.
    #[error("this person has signed the proposal already; each sign-off is by another person")]
    SamePerson,
    /// The person has written or signed the proposal in another office.
    #[error("this person has acted on the proposal in another office; nobody acts in two")]
    TwoOffices,
    /// The account was closed meanwhile, or is no longer what it was.
    #[error("the account is closed")]
    AccountClosed,
}

/// Why the register cannot take a statement.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The form does not make a statement yet.
    #[error("the form is not complete, so there is nothing to sign")]
    NoStatement,
    /// It does not follow what is in the register, or its sign-offs are not those the policy asks for.
    #[error(transparent)]
    Rules(#[from] Box<FoldError>),
    /// What it would do cannot be computed.
    #[error(transparent)]
    Effect(Box<EffectError>),
    /// It names a file that was not attached.
    #[error("the statement names the file {0}, which is not attached")]
    FileMissing(Digest),
    /// It names a file that was withdrawn.
    #[error("the file {0} was withdrawn and cannot be published again")]
    FileWithdrawn(Digest),
    /// The procedure that the participant adopted does not allow it.
    #[error("the procedure that the participant adopted does not allow it: {0:?}")]
    Procedure(Box<domain::procedure::Refusal>),
    /// The file of an adoption is no procedure.
    #[error("the file is not a procedure: {0}")]
    NotAProcedure(String),
    /// The file of an adoption is another participant's procedure.
    #[error("the file is the procedure of {0}")]
    ProcedureOfAnother(EntityCode),
    /// It cannot be written down.
    #[error("the statement cannot be written down: {0}")]
    Unwritable(String),
    /// The key of its entry was destroyed.
    #[error("the key of this proposal was destroyed; begin another")]
    NoKey,
}

/// Why a proposal was not begun.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// This account may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The statement is about something else than the proposal.
    #[error("the statement is not about the instrument and participant of the proposal")]
    AboutSomethingElse,
    /// The side has begun as many as it may.
    #[error("there are too many proposals of this side that are not over")]
    TooMany,
    /// The statement cannot be written down.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Nothing unguessable can be made.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// Nobody knows what time it is.
    #[error(transparent)]
    Clock(#[from] ClockError),
    /// Nothing was written, for a reason of the store.
    #[error(transparent)]
    Store(#[from] Error),
    /// Nobody knows whether it was written: look, or ask again.
    #[error("the outcome is unknown; look whether it is there, or ask again")]
    Unknown(#[source] sqlx::Error),
}

/// Why a proposal was not edited.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// There is no such proposal, for this account.
    #[error("there is no such proposal here")]
    NotHere,
    /// Somebody was quicker.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// The state does not allow it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// This account may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The statement is about something else than the proposal.
    #[error("the statement is not about the instrument and participant of the proposal")]
    AboutSomethingElse,
    /// The statement cannot be written down.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The file is empty or too large.
    #[error("a file has 1 to {} bytes", super::attach::LARGEST_FILE)]
    FileSize,
    /// Nobody knows what time it is.
    #[error(transparent)]
    Clock(#[from] ClockError),
    /// Nothing was written, for a reason of the store.
    #[error(transparent)]
    Store(#[from] Error),
    /// Nobody knows whether it was written: look, or ask again.
    #[error("the outcome is unknown; look at the proposal, or ask again")]
    Unknown(#[source] sqlx::Error),
}

/// Why a proposal was not sent back or withdrawn.
#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    /// There is no such proposal, for this account.
    #[error("there is no such proposal here")]
    NotHere,
    /// Somebody was quicker.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// The state does not allow it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// This account may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// Nobody knows what time it is.
    #[error(transparent)]
    Clock(#[from] ClockError),
    /// Nothing was written, for a reason of the store.
    #[error(transparent)]
    Store(#[from] Error),
    /// Nobody knows whether it was written: look, or ask again.
    #[error("the outcome is unknown; look at the proposal, or ask again")]
    Unknown(#[source] sqlx::Error),
}

/// Why a name was not put to a proposal, or may not have been.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    /// There is no such proposal, for this account.
    #[error("there is no such proposal here")]
    NotHere,
    /// The step-up is of another account.
    #[error("the password was given for another account")]
    StepUpOfAnother,
    /// Somebody was quicker, or what was shown is not what is there.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// The state does not allow it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// This account may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The last sign-off of this act is the depositary's acceptance in due form: use that.
    #[error("the act is published with its acceptance in due form; go through the checklist")]
    NeedsAcceptance,
    /// The act is not accepted in due form here, or not yet: sign it off.
    #[error("this sign-off is not the one that accepts the act in due form")]
    NoAcceptance,
    /// The due-form check is not complete, or contradicts itself.
    #[error(transparent)]
    DueForm(#[from] DueFormProblem),
    /// What the act would do is not what was shown. Nothing was written.
    #[error("what the act would do has changed; look at it again")]
    EffectChanged(Box<Effect>),
    /// The register cannot take it. Nothing was written.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The key was used before for something else. Nothing was written.
    #[error("this form was used before for something else; open it again")]
    KeyUsed,
    /// Nobody knows what time it is.
    #[error(transparent)]
    Clock(#[from] ClockError),
    /// Nothing was written, for a reason of the store.
    #[error(transparent)]
    Store(#[from] Error),
    /// **The outcome is unknown.** Ask again with the same key: if it was written, the same answer
    /// comes back.
    #[error("the outcome is unknown; ask again")]
    Unknown(#[source] sqlx::Error),
}

impl From<CanonicalError> for Refusal {
    fn from(error: CanonicalError) -> Self {
        Self::Unwritable(error.to_string())
    }
}

impl From<EffectError> for Refusal {
    fn from(error: EffectError) -> Self {
        match error {
            EffectError::Fold(error) => Self::Rules(Box::new(error)),
            EffectError::NotCanonical(error) => error.into(),
            EffectError::View(_) => Self::Effect(Box::new(error)),
        }
    }
}

/// What is common to the changes that publish nothing.
macro_rules! from_loading_and_changing {
    ($($error:ident),+) => {$(
        impl From<NotFound> for $error {
            fn from(error: NotFound) -> Self {
                match error {
                    NotFound::NotHere => Self::NotHere,
                    NotFound::Store(error) => Self::Store(error),
                }
            }
        }
    )+};
}

/// What is common to the changes that the author's office or a signer decides on.
macro_rules! from_edit_refused {
    ($($error:ident),+) => {$(
        impl From<EditRefused> for $error {
            fn from(refused: EditRefused) -> Self {
                match refused {
                    EditRefused::NotAllowed(error) => Self::NotAllowed(error),
                    EditRefused::NotNow(error) => Self::NotNow(error),
                }
            }
        }
    )+};
}

from_edit_refused!(EditError, MoveError);

from_loading_and_changing!(EditError, MoveError, SignError);

/// How a change ended that others may have been quicker to make.
pub(super) enum Written<E> {
    /// It is written.
    Done,
    /// The proposal has moved: look again and decide again.
    LookAgain,
    /// It is not written, or nobody knows.
    Failed(E),
}

/// Sorts the answer of the store.
pub(super) fn written<E>(
    changed: Result<(), ChangeError>,
    unknown: impl FnOnce(sqlx::Error) -> E,
) -> Written<E>
where
    E: From<Error> + From<NotAllowed>,
{
    match changed {
        Ok(()) => Written::Done,
        // The person's other request was quicker: what it signed is seen on looking again.
        Err(ChangeError::Moved | ChangeError::SignedAlready) => Written::LookAgain,
        Err(ChangeError::AccountClosed) => Written::Failed(NotAllowed::AccountClosed.into()),
        Err(ChangeError::Store(error)) => Written::Failed(error.into()),
        Err(ChangeError::Unknown(error)) => Written::Failed(unknown(error)),
    }
}
