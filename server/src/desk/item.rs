//! A proposal, for those who may see it, with what they may do.

use app::desk::{EffectShown, HistoryLine, ItemAction, ItemPage, Problem};
use app::say;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::act::ActGroup;
use domain::effect::Effect;
use domain::snapshot::Ending;

use super::effect_words::{details, headline};
use super::guard::Officer;
use super::mishap::Failed;
use super::offices;
use super::page::page as to_page;
use super::refused::ours;
use super::route::Route;
use super::visit::Visit;
use super::writing::address;
use super::{Desk, language};
use crate::proposal::{Proposal, ProposalId, State as At};

/// `GET /proposals/{id}`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failed> {
    let proposal = desk.proposals.get(&officer.actor, &ProposalId(id)).await?;
    let html = desk.item_page(&visit, &officer, &proposal, Again::default())?;
    Ok(to_page(html))
}

/// What a page of a proposal says when it comes again.
#[derive(Default)]
pub struct Again<'a> {
    /// What was typed as the reason for returning it.
    pub reason: &'a str,
    /// What is wrong with what was sent.
    pub problems: Vec<Problem>,
    /// The effect that it has now, where it is another one than was shown.
    pub effect: Option<&'a Effect>,
}

impl Desk {
    /// The page of a proposal.
    pub(super) fn item_page(
        &self,
        visit: &Visit,
        officer: &Officer,
        proposal: &Proposal,
        again: Again<'_>,
    ) -> Result<String, Failed> {
        let Again {
            reason,
            problems,
            effect,
        } = again;
        let told = self.told(proposal, None);
        let page = ItemPage {
            act: told.act,
            about: told.about,
            state: self.state(proposal),
            returned: proposal
                .returned
                .as_ref()
                .filter(|_| proposal.state == At::Returned)
                .map(|returned| returned.reason.body.as_str().to_owned()),
            lines: told.lines,
            shown: told.shown,
            warnings: told.warnings,
            exact: told.exact,
            hash: told.hash,
            history: Self::history(proposal),
            address: address(&proposal.id),
            hidden: self.to_sign(proposal)?,
            actions: self.actions(officer, proposal, reason, effect)?,
            problems,
        };
        Ok(page.html(&self.frame(visit, officer, Route::Item)))
    }

    /// Where a proposal stands, in a sentence.
    pub(super) fn state(&self, proposal: &Proposal) -> String {
        let words = language();
        match proposal.state {
            At::Draft => say!(words, "desk-item-draft"),
            At::Returned => say!(words, "desk-item-returned"),
            At::Withdrawn => say!(words, "desk-item-withdrawn"),
            At::Published => say!(
                words,
                "desk-item-published",
                index = proposal
                    .published
                    .map_or_else(String::new, |index| index.to_string())
            ),
            At::Submitted | At::Countersigned => {
                say!(words, "desk-item-waiting", whom = self.waits_for(proposal))
            }
        }
    }

    /// Whom an open proposal waits for.
    pub(super) fn waits_for(&self, proposal: &Proposal) -> String {
        let words = language();
        let next = self.proposals.next(proposal).ok();
        next.and_then(|next| next.awaited).map_or_else(
            || say!(words, "desk-nobody"),
            |awaited| {
                offices::awaited(
                    words,
                    &awaited,
                    proposal.participant,
                    &proposal.author_office,
                )
            },
        )
    }

    fn history(proposal: &Proposal) -> Vec<HistoryLine> {
        let words = language();
        let office = |office| offices::office(words, office);
        let mut lines = vec![(
            proposal.created_at,
            say!(
                words,
                "desk-history-begun",
                office = office(&proposal.author_office)
            ),
        )];
        if let Some(returned) = &proposal.returned {
            let what = say!(
                words,
                "desk-history-returned",
                office = office(&returned.office)
            );
            lines.push((returned.at, what));
        }
        lines.extend(proposal.sign_offs.iter().map(|sign_off| {
            let what = say!(
                words,
                "desk-history-signed",
                office = office(&sign_off.office)
            );
            (sign_off.at, what)
        }));
        lines.sort_by_key(|(at, _)| *at);
        if let Some(index) = proposal.published {
            let what = say!(words, "desk-history-published", index = index.to_string());
            lines.push((proposal.updated_at, what));
        }
        lines
            .into_iter()
            .map(|(at, what)| HistoryLine {
                what,
                when: words.instant(at),
            })
            .collect()
    }

    /// What somebody may do with a proposal.
    fn actions(
        &self,
        officer: &Officer,
        proposal: &Proposal,
        reason: &str,
        effect: Option<&Effect>,
    ) -> Result<Vec<ItemAction>, Failed> {
        let office = officer.office()?;
        let is_author = office == proposal.author_office;
        let mut actions = Vec::new();
        match proposal.state {
            At::Draft if is_author => {
                actions.extend([ItemAction::Check, ItemAction::Edit, ItemAction::Withdraw]);
            }
            At::Returned if is_author => actions.extend([ItemAction::Edit, ItemAction::Withdraw]),
            At::Submitted | At::Countersigned => {
                actions.extend(self.sign_actions(officer, proposal, reason, effect)?);
                if is_author {
                    actions.extend([ItemAction::Edit, ItemAction::Withdraw]);
                }
            }
            At::Draft | At::Returned | At::Withdrawn | At::Published => {}
        }
        Ok(actions)
    }

    /// What somebody may do whose sign-off is awaited.
    fn sign_actions(
        &self,
        officer: &Officer,
        proposal: &Proposal,
        reason: &str,
        effect: Option<&Effect>,
    ) -> Result<Vec<ItemAction>, Failed> {
        let words = language();
        let Ok(next) = self.proposals.next(proposal) else {
            return Ok(Vec::new());
        };
        let Some(awaited) = next.awaited else {
            return Ok(Vec::new());
        };
        let has_signed = proposal
            .sign_offs
            .iter()
            .any(|sign_off| sign_off.person == officer.actor.person);
        if !self.proposals.is_awaited(&officer.office()?, proposal) || has_signed {
            return Ok(Vec::new());
        }
        let send_back = ItemAction::SendBack(reason.to_owned());
        if awaited.is_last() && next.ending == Ending::Acceptance {
            return Ok(vec![ItemAction::CheckDueForm, send_back]);
        }
        let follows = if awaited.is_last() {
            say!(words, "desk-approve-publishes")
        } else {
            say!(words, "desk-approve-more")
        };
        let is_shown = awaited.is_last() && next.group != ActGroup::National;
        let effect = if is_shown {
            self.effect_shown(proposal, effect)?
        } else {
            None
        };
        Ok(vec![ItemAction::Countersign { follows, effect }, send_back])
    }

    /// What publishing a proposal would do to entry into force; `changed` is what it would do now, if
    /// that is not what was shown.
    fn effect_shown(
        &self,
        proposal: &Proposal,
        changed: Option<&Effect>,
    ) -> Result<Option<EffectShown>, Failed> {
        let words = language();
        let computed = match changed {
            Some(effect) => effect.clone(),
            // What the register cannot take is refused when it is signed, with the reason.
            None => match self.proposals.effect(proposal, None) {
                Ok(effect) => effect,
                Err(_) => return Ok(None),
            },
        };
        let digest = computed.digest().map_err(|error| ours(&error))?;
        Ok(Some(EffectShown {
            headline: headline(words, &computed),
            details: details(words, &computed, proposal.participant),
            digest: digest.to_string(),
            has_changed: changed.is_some(),
        }))
    }
}
