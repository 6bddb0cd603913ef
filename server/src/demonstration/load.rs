//! Loading the demonstration into an empty database, as officers would have filled it.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::act::{Act, ActGroup, DueFormCheck, DueFormFinding, DueFormItem};
use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::legal_date::LegalDate;
use domain::policy::Occasion;
use domain::procedure::library;
use domain::statement::Statement;
use domain::text::Text;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use tokio::sync::mpsc;

use super::cast::{Cast, Player};
use super::scenario::{Deed, Desk};
use super::sign_ins::stays;
use super::{Unloadable, guarantee, scenario, sweden};
use crate::account::{Accounts, StepUp};
use crate::clock::Clock;
use crate::proposal::{Acceptance, Draft, Fields, Proposal, Proposals, Signing};
use crate::randomness::Randomness;
use crate::register::Register;
use crate::store::{IdempotencyKey, Publication, Store};

/// How many rows have their passwords checked ahead of the one that is being published.
const AHEAD: usize = 4;

/// Fills an empty database.
///
/// # Errors
/// [`Unloadable`]: then the database is not to be used.
pub(super) async fn load(
    store: &Store,
    accounts: &Accounts,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Randomness>,
) -> Result<(), Unloadable> {
    let deeds = scenario::deeds()?;
    let register = Register::open(store.clone(), Arc::clone(&clock)).await?;
    import_sweden(&register, random.as_ref()).await?;
    let states: BTreeSet<EntityCode> = deeds.iter().map(|deed| deed.participant).collect();
    let cast = Cast::assemble(accounts, random.as_ref(), &states).await?;
    let stage = Stage {
        accounts,
        proposals: Proposals::new(register, clock, Arc::clone(&random)),
        random: random.as_ref(),
        cast: &cast,
    };
    stage.found().await?;
    stage.play(deeds).await?;
    for account in cast.leaving(stays) {
        accounts.close(account).await?;
    }
    store.mark_as_demonstration().await?;
    Ok(())
}

/// Publishes the history in one piece: nobody is shown half of it.
async fn import_sweden(
    register: &Arc<Register>,
    random: &dyn Randomness,
) -> Result<(), Unloadable> {
    let mut drafts = sweden::drafts()?.into_iter();
    let Some(first) = drafts.next() else {
        return Err(Unloadable::Data("the history is empty".to_owned()));
    };
    let request = Digest::of(sweden::PARTICIPATIONS.as_bytes());
    let publication: Publication = drafts.fold(Publication::new(request, first), Publication::and);
    let snapshot = register.current().snapshot.clone();
    register
        .publish(publication.following(snapshot), key(random)?)
        .await?;
    Ok(())
}

/// Names a wish that is asked once.
fn key(random: &dyn Randomness) -> Result<IdempotencyKey, Unloadable> {
    Ok(IdempotencyKey::try_from(random.id()?)?)
}

/// Where the scenario is played.
struct Stage<'a> {
    accounts: &'a Accounts,
    proposals: Proposals,
    random: &'a dyn Randomness,
    cast: &'a Cast,
}

/// The passwords given for one row, by those who sign it.
struct StepUps {
    liaison: Option<StepUp>,
    verifier: Option<StepUp>,
    officer: Option<StepUp>,
}

impl Stage<'_> {
    /// The instrument and its participants, by two officers of the depositary.
    async fn found(&self) -> Result<(), Unloadable> {
        let [first, second] = &self.cast.officers;
        let signed = |statement| async {
            let step_ups =
                tokio::try_join!(first.step_up(self.accounts), second.step_up(self.accounts))?;
            Ok((statement, step_ups))
        };
        let publish = |(statement, (of_first, of_second))| async {
            let proposal = self.draft(first, statement).await?;
            let signing = self.signing(&proposal, of_first)?;
            self.proposals.submit(&first.actor, signing).await?;
            let signing = self.signing(&proposal, of_second)?;
            let shown = self.proposals.effect_to_show(&proposal);
            let shown = shown.map(|effect| effect.digest()).transpose()?;
            self.proposals
                .countersign(&second.actor, signing, shown)
                .await?;
            Ok(())
        };
        in_order(guarantee::founding()?, signed, publish).await
    }

    /// What the States do, in the order of the rows.
    async fn play(&self, deeds: Vec<Deed>) -> Result<(), Unloadable> {
        let signed = |(place, deed): (usize, Deed)| async move {
            let officer = self.officer(place);
            let step_ups = self.step_ups(&deed, officer).await?;
            Ok((officer, deed, step_ups))
        };
        let perform = |(officer, deed, step_ups)| self.perform(officer, deed, step_ups);
        in_order((0..).zip(deeds).collect(), signed, perform).await
    }

    /// The officers take turns.
    fn officer(&self, place: usize) -> &Player {
        let [first, second] = &self.cast.officers;
        if place.is_multiple_of(2) {
            first
        } else {
            second
        }
    }

    async fn step_ups(&self, deed: &Deed, officer: &Player) -> Result<StepUps, Unloadable> {
        let of = |wanted: bool, player| async move {
            if wanted {
                Player::step_up(player, self.accounts).await.map(Some)
            } else {
                Ok(None)
            }
        };
        let is_signed_by = |desk| deed.desk >= desk;
        let (liaison, verifier, officer) = tokio::try_join!(
            of(
                is_signed_by(Desk::Submitted),
                self.cast.liaison(deed.participant)?
            ),
            of(
                is_signed_by(Desk::Countersigned),
                self.cast.verifier(deed.participant)?
            ),
            of(
                is_signed_by(Desk::Published) && is_accepted(&deed.statement),
                officer
            ),
        )?;
        Ok(StepUps {
            liaison,
            verifier,
            officer,
        })
    }

    /// Takes a row as far as it goes.
    async fn perform(
        &self,
        officer: &Player,
        deed: Deed,
        step_ups: StepUps,
    ) -> Result<(), Unloadable> {
        let Deed {
            participant,
            on,
            statement,
            ..
        } = deed;
        let liaison = self.cast.liaison(participant)?;
        let proposal = self.draft(liaison, statement).await?;
        if let Some(step_up) = step_ups.liaison {
            let signing = self.signing(&proposal, step_up)?;
            self.proposals.submit(&liaison.actor, signing).await?;
        }
        if let Some(step_up) = step_ups.verifier {
            let verifier = self.cast.verifier(participant)?;
            let signing = self.signing(&proposal, step_up)?;
            self.proposals
                .countersign(&verifier.actor, signing, None)
                .await?;
        }
        if let Some(step_up) = step_ups.officer {
            let acceptance = acceptance(LegalDate::on(on), &proposal)?;
            let effect = self
                .proposals
                .effect(&proposal, Some(&acceptance.received))?;
            let signing = self.signing(&proposal, step_up)?;
            self.proposals
                .accept(&officer.actor, signing, acceptance, effect.digest()?)
                .await?;
        }
        Ok(())
    }

    /// Begins a proposal, with the file that it names.
    async fn draft(&self, author: &Player, statement: Statement) -> Result<Proposal, Unloadable> {
        let adopts = match statement.act() {
            Some(Act::ProcedureAdopted(_)) => statement.participant.and_then(library::of),
            Some(_) | None => None,
        };
        let draft = Draft {
            instrument: statement.instrument.clone(),
            participant: statement.participant,
            occasion: Occasion::Regular,
            fields: Fields::default(),
            statement: Some(statement),
            key: None,
        };
        let proposal = self.proposals.draft(&author.actor, draft).await?;
        if let Some(filed) = adopts {
            self.proposals
                .attach(&author.actor, &proposal.id, filed.bytes)
                .await?;
        }
        Ok(proposal)
    }

    fn signing(&self, proposal: &Proposal, step_up: StepUp) -> Result<Signing, Unloadable> {
        let hash = proposal.hash.ok_or_else(|| {
            Unloadable::Data("a proposal without a statement is to be signed".to_owned())
        })?;
        Ok(Signing {
            id: proposal.id.clone(),
            version: proposal.version,
            hash,
            step_up,
            key: key(self.random)?,
        })
    }
}

/// Does two things to each: the first to several at once, ahead of the second, which keeps the order.
async fn in_order<T, Ready, First, Second>(
    each: Vec<T>,
    first: impl Fn(T) -> First,
    second: impl Fn(Ready) -> Second,
) -> Result<(), Unloadable>
where
    First: Future<Output = Result<Ready, Unloadable>>,
    Second: Future<Output = Result<(), Unloadable>>,
{
    // Room for all: one that waited for room would hold what the second needs.
    let (sender, mut receiver) = mpsc::channel(each.len().max(1));
    let ahead = async {
        let mut ready = stream::iter(each).map(first).buffered(AHEAD);
        while let Some(ready) = ready.try_next().await? {
            // Nobody receives once the second has failed, which is what is then said.
            let _gone = sender.send(ready).await;
        }
        drop(sender);
        Ok(())
    };
    let behind = async {
        while let Some(ready) = receiver.recv().await {
            second(ready).await?;
        }
        Ok(())
    };
    tokio::try_join!(ahead, behind).map(|_| ())
}

/// Whether the depositary accepts it in due form.
fn is_accepted(statement: &Statement) -> bool {
    statement.act().map(Act::group) == Some(ActGroup::International)
}

/// What the depositary finds: everything in order, received on the day it was done.
fn acceptance(received: LegalDate, proposal: &Proposal) -> Result<Acceptance, Unloadable> {
    let code = proposal.participant.map(|code| code.to_string());
    let kind = match proposal.statement.as_ref().and_then(Statement::act) {
        Some(Act::Signed(_)) => "S",
        Some(_) | None => "R",
    };
    Ok(Acceptance {
        received,
        number: Some(Text::english(&format!(
            "UG 2026/{kind}/{}",
            code.unwrap_or_default()
        ))?),
        checklist: DueFormItem::ALL
            .into_iter()
            .map(|item| DueFormCheck {
                item,
                finding: match item {
                    DueFormItem::ReservationPermitted => DueFormFinding::NotApplicable,
                    DueFormItem::Authority
                    | DueFormItem::NamesTheTreaty
                    | DueFormItem::StatesTheConsent
                    | DueFormItem::Unconditional
                    | DueFormItem::DateReceived => DueFormFinding::InOrder,
                },
            })
            .collect(),
        sources: vec![guarantee::source()?],
    })
}
