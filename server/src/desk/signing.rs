//! What every sign-off needs: the version and hash that were shown, the password, the key of the form.

use app::desk::{Mishap, Problem, Wrong};
use app::say;
use domain::digest::Digest;

use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::refused::ours;
use super::sign_in::seconds;
use super::visit::Visit;
use super::{Desk, language};
use crate::account::StepUpError;
use crate::proposal::{Proposal, ProposalId, Refusal, Signing};
use crate::store::IdempotencyKey;

/// Why a sign-off was not tried.
pub enum NotTried {
    /// The page comes again, with what is wrong.
    Again(Problem),
    /// An error page.
    Failed(Failed),
}

impl From<Failed> for NotTried {
    fn from(failed: Failed) -> Self {
        Self::Failed(failed)
    }
}

/// What the register cannot take, in the words of the rule that is in the way.
pub fn refused(refusal: &Refusal) -> Problem {
    Problem {
        control: String::new(),
        at: String::new(),
        text: say!(
            language(),
            "desk-error-refused",
            reason = refusal.to_string()
        ),
    }
}

impl Desk {
    /// What a form that signs sends along unseen: which version, its hash, and a new key.
    pub(super) fn to_sign(&self, proposal: &Proposal) -> Result<Vec<(String, String)>, Failed> {
        let key = self.randomness.id().map_err(|error| ours(&error))?;
        let mut hidden = vec![
            ("version".to_owned(), proposal.version.to_string()),
            ("key".to_owned(), key),
        ];
        if let Some(hash) = proposal.hash {
            hidden.push(("hash".to_owned(), hash.to_string()));
        }
        Ok(hidden)
    }

    /// The version that a form was shown.
    pub(super) fn version(sent: &Sent) -> Result<u32, Failed> {
        sent.get("version")
            .parse()
            .map_err(|_| Failed(Mishap::Forged))
    }

    /// Checks the password of a form that signs, and says what is to be signed.
    pub(super) async fn signing(
        &self,
        visit: &Visit,
        officer: &Officer,
        id: &ProposalId,
        sent: &Sent,
    ) -> Result<Signing, NotTried> {
        let words = language();
        let forged = || NotTried::Failed(Failed(Mishap::Forged));
        let version = Self::version(sent)?;
        let hash: Digest = sent.get("hash").parse().map_err(|_| forged())?;
        // A key is the form's and the account's: nobody uses up another's.
        let key = format!("{}:{}", officer.actor.account.0, sent.get("key"));
        let key = IdempotencyKey::try_from(key).map_err(|_| forged())?;
        if sent.get("key").is_empty() {
            return Err(forged());
        }
        let problem = |text: String| {
            NotTried::Again(Problem {
                control: "password".to_owned(),
                at: "password".to_owned(),
                text,
            })
        };
        let password = sent.get("password");
        if password.is_empty() {
            let label = say!(words, "desk-password");
            return Err(problem(Wrong::Missing.text(words, &label)));
        }
        let step_up = self
            .accounts
            .step_up(&officer.actor, password, visit.caller())
            .await
            .map_err(|error| match error {
                StepUpError::Refused { retry_after: None } => {
                    problem(Wrong::WrongPassword.text(words, ""))
                }
                StepUpError::Refused {
                    retry_after: Some(wait),
                } => problem(say!(
                    words,
                    "desk-error-wrong-password-wait",
                    seconds = seconds(wait)
                )),
                StepUpError::Busy(_) => NotTried::Failed(Failed(Mishap::Busy)),
                StepUpError::MustChangePassword => NotTried::Failed(Failed(Mishap::NotAllowed)),
                StepUpError::Failed(error) => NotTried::Failed(error.into()),
            })?;
        Ok(Signing {
            id: id.clone(),
            version,
            hash,
            step_up,
            key,
        })
    }
}
