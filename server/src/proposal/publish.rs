//! Publishing a proposal with its last sign-off: one transaction, decided again at the head.

use std::sync::Arc;

use domain::act::ActGroup;
use domain::canonical;
use domain::day::Day;
use domain::digest::Digest;
use domain::effect::Effect;
use domain::legal_date::LegalDate;
use domain::policy::Occasion;
use domain::register::{Draft, HashedEntry};
use domain::sign_off::{Evidence, SignOff, pseudonym};
use domain::snapshot::Snapshot;
use domain::statement::Statement;
use serde::Serialize;

use super::error::{NotAllowed, Refusal, SignError};
use super::sign::With;
use super::{Acceptance, Proposal, Proposals, Recorded, Signing, decision, procedure};
use crate::store::proposal::{By, Closing};
use crate::store::{AppendError, Error, Publication, Receipt, StoredEntry};

/// What is published.
pub(super) struct ToPublish<'a> {
    pub proposal: &'a Proposal,
    /// The last sign-off.
    pub sign_off: Recorded,
    /// What it comes with.
    pub with: &'a With,
    /// Who makes it.
    pub by: By,
    /// The register it was decided on.
    pub published: &'a Arc<public::Published>,
}

/// How publishing ended.
pub(super) enum Published {
    /// It is in the register.
    Done(Receipt),
    /// Somebody was quicker: look again and decide again.
    LookAgain,
}

/// Why a publication is refused when it is decided again at the head.
#[derive(Debug)]
enum AtTheHead {
    /// What it would do is not what was shown.
    EffectChanged(Box<Effect>),
    /// It can no longer be told what it would do.
    Refused(Refusal),
}

/// What was asked for: the same key with another digest of this is refused.
#[derive(Serialize)]
struct Asked<'a> {
    acceptance: Option<&'a Acceptance>,
    account: &'a str,
    effect: Option<Digest>,
    proposal: &'a str,
    statement: Digest,
    version: u32,
}

impl Proposals {
    /// Publishes a proposal with its last sign-off.
    pub(super) async fn publish(
        &self,
        to_publish: ToPublish<'_>,
        signing: &Signing,
    ) -> Result<Published, SignError> {
        let publication = self.publication(to_publish, signing).await?;
        let key = signing.key.clone();
        match self.register.publish(publication, key).await {
            Ok(receipt) => Ok(Published::Done(receipt)),
            Err(
                AppendError::ProposalMoved
                | AppendError::SignedAlready
                // Another process published a great deal; by now it has been read.
                | AppendError::TooFarBehind { .. },
            ) => Ok(Published::LookAgain),
            Err(error) => Err(not_published(error)),
        }
    }

    async fn publication(
        &self,
        to_publish: ToPublish<'_>,
        signing: &Signing,
    ) -> Result<Publication<AtTheHead>, SignError> {
        let ToPublish {
            proposal,
            sign_off,
            with,
            by,
            published,
        } = to_publish;
        let snapshot = &published.snapshot;
        let statement = proposal.statement.as_ref().ok_or(Refusal::NoStatement)?;
        let course = decision::course(proposal, snapshot)?;
        let today = self.register.legal_day(&course.instrument.seat.zone);
        if let Some(acceptance) = with.acceptance() {
            acceptance.check(today)?;
        }
        let asked = Asked {
            acceptance: with.acceptance(),
            account: &sign_off.account.0,
            effect: with.effect(),
            proposal: &proposal.id.0,
            statement: signing.hash,
            version: signing.version,
        };
        let asked = canonical::encode(&asked).map_err(Refusal::from)?;

        let key = self.register.store().entry_key(&proposal.id).await?;
        let signer = Signer {
            key: key.ok_or(Refusal::NoKey)?,
            occasion: proposal.occasion,
        };
        let mut sign_offs = Vec::new();
        for recorded in proposal.sign_offs.iter().chain([&sign_off]) {
            sign_offs.push(signer.sign_off(signing.hash, recorded)?);
        }
        let mut statements = vec![statement.clone()];
        if let Some(acceptance) = with.acceptance() {
            let acceptance = acceptance.clone().of(statement, signing.hash, today);
            let hash = acceptance.hash().map_err(Refusal::from)?;
            sign_offs.push(signer.acceptance(hash, &sign_off));
            statements.push(acceptance);
        }
        let draft = Draft {
            occasion: proposal.occasion,
            sign_offs,
            statements,
        };
        let closing = Closing {
            id: proposal.id.clone(),
            version: proposal.version,
            from: proposal.state,
            sign_off,
            by,
        };
        let mut publication = Publication::new(Digest::of(&asked), draft)
            .following(snapshot.clone())
            .closing(closing);
        for (_, bytes) in self.files(proposal).await? {
            publication = publication.with_blob(bytes);
        }
        let decision = Decision {
            statement: statement.clone(),
            occasion: proposal.occasion,
            received: with
                .acceptance()
                .map(|acceptance| acceptance.received.clone()),
            today,
            shown: with.effect(),
            // A step at home changes nothing for the others, and no page shows what it would do.
            must_be_shown: course.group != ActGroup::National,
            published: Arc::clone(published),
        };
        decision.decide(snapshot).map_err(refused_at_the_head)?;
        Ok(publication.decided_again(snapshot.size(), move |_, since| {
            if since.is_empty() {
                return Ok(());
            }
            let snapshot = caught_up(decision.published.snapshot.clone(), since)?;
            decision.decide(&snapshot)
        }))
    }
}

/// Makes the sign-offs of one entry.
struct Signer {
    key: [u8; 32],
    occasion: Occasion,
}

impl Signer {
    /// A sign-off of the act, as it was recorded when it was made.
    fn sign_off(&self, statement: Digest, recorded: &Recorded) -> Result<SignOff, Error> {
        let sign_off = SignOff::new(
            statement,
            self.occasion,
            recorded.step,
            recorded.office.clone(),
            Evidence::PasswordStepUp,
            pseudonym(&self.key, &recorded.person.0),
        );
        if sign_off.digest == recorded.digest {
            Ok(sign_off)
        } else {
            Err(Error::DamagedRow("the digest of a sign-off".to_owned()))
        }
    }

    /// The same officer's sign-off of the acceptance, which has a rule of its own with one step.
    fn acceptance(&self, acceptance: Digest, by: &Recorded) -> SignOff {
        SignOff::new(
            acceptance,
            self.occasion,
            0,
            by.office.clone(),
            Evidence::PasswordStepUp,
            pseudonym(&self.key, &by.person.0),
        )
    }
}

/// What is decided before the transaction, and again in it at the head of the register.
struct Decision {
    statement: Statement,
    occasion: Occasion,
    received: Option<LegalDate>,
    today: Day,
    /// The digest of the effect that the officer was shown.
    shown: Option<Digest>,
    /// Whether an effect that can be told must have been shown.
    must_be_shown: bool,
    /// The register it was first decided on.
    published: Arc<public::Published>,
}

impl Decision {
    /// Whether the participant's procedure allows the act, and its effect is the one shown.
    fn decide(&self, snapshot: &Snapshot) -> Result<(), AtTheHead> {
        procedure::allows(&self.statement, snapshot, &self.published.library)?;
        if self.shown.is_none() && !self.must_be_shown {
            return Ok(());
        }
        let effect = Effect::of(
            snapshot,
            &self.statement,
            self.occasion,
            self.received.as_ref(),
            self.today,
        );
        let effect = match (effect, self.shown) {
            (Ok(effect), _) => effect,
            // No page could show it. What the register cannot take is refused by its rules.
            (Err(_), None) => return Ok(()),
            (Err(error), Some(_)) => return Err(Refusal::from(error).into()),
        };
        if Some(effect.digest().map_err(Refusal::from)?) == self.shown {
            Ok(())
        } else {
            Err(AtTheHead::EffectChanged(Box::new(effect)))
        }
    }
}

impl From<Refusal> for AtTheHead {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The snapshot with the entries published since.
fn caught_up(snapshot: Snapshot, since: &[StoredEntry]) -> Result<Snapshot, AtTheHead> {
    since.iter().try_fold(snapshot, |snapshot, stored| {
        let entry = HashedEntry::read(&stored.bytes).map_err(Refusal::from)?;
        let followed = snapshot.followed_by_hashed(&entry);
        Ok(followed.map_err(|error| Refusal::Rules(Box::new(error)))?)
    })
}

fn refused_at_the_head(refused: AtTheHead) -> SignError {
    match refused {
        AtTheHead::EffectChanged(effect) => SignError::EffectChanged(effect),
        AtTheHead::Refused(refusal) => refusal.into(),
    }
}

/// What the store's refusal means to the officer.
fn not_published(error: AppendError<AtTheHead>) -> SignError {
    match error {
        AppendError::Refused(refused) => refused_at_the_head(refused),
        AppendError::AgainstTheRules(error) => Refusal::Rules(error).into(),
        AppendError::BlobMissing(hash) => Refusal::FileMissing(hash).into(),
        AppendError::BlobWithdrawn(hash) => Refusal::FileWithdrawn(hash).into(),
        AppendError::KeyUsedForAnotherRequest => SignError::KeyUsed,
        AppendError::AccountClosed => NotAllowed::AccountClosed.into(),
        AppendError::Unwritable(error) => Refusal::from(error).into(),
        AppendError::Store(error) => error.into(),
        AppendError::Unknown(error) => SignError::Unknown(error),
        AppendError::WouldNotVerify(_)
        | AppendError::BlobNotNamed(_)
        | AppendError::RegisterIsShorter { .. }
        | AppendError::ProposalMoved
        | AppendError::SignedAlready
        | AppendError::TooFarBehind { .. } => Refusal::Unwritable(error.to_string()).into(),
    }
}
