//! The depositary's check of an act's form, and what accepting it would do.

use app::desk::{DueFormPage, EffectPage, Mishap, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::effect::Effect;
use domain::snapshot::Ending;

use super::effect_words::{details, headline};
use super::form::{self, Case, due_form};
use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::page::{again, page as to_page};
use super::refused::ours;
use super::route::Route;
use super::visit::Visit;
use super::writing::address;
use super::{Desk, language};
use crate::proposal::{Acceptance, Fields, Proposal, ProposalId};

/// `GET /proposals/{id}/due-form`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failed> {
    let (proposal, case) = desk.to_accept(&officer, id).await?;
    let dated = proposal.statement.as_ref().map(|statement| &statement.date);
    let fields = due_form::offered(&case, dated);
    let html = desk.due_form_page(&visit, &officer, (&proposal, &case), &fields, Vec::new())?;
    Ok(to_page(html))
}

/// `POST /proposals/{id}/effect`: shows what accepting would do. It changes nothing.
pub async fn show_effect(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Failed> {
    let (proposal, case) = desk.to_accept(&officer, id).await?;
    if Desk::version(&sent)? != proposal.version {
        return Err(Failed(Mishap::ChangedMeanwhile));
    }
    let fields = Fields(sent.answers());
    if sent.get("then") == "back" {
        let about = (&proposal, &case);
        let html = desk.due_form_page(&visit, &officer, about, &fields, Vec::new())?;
        return Ok(to_page(html));
    }
    let acceptance = match due_form::acceptance(&case, &fields) {
        Ok(acceptance) => acceptance,
        Err(errors) => {
            let problems = form::problems(case.words, &due_form::groups(&case, &fields), &errors);
            let about = (&proposal, &case);
            let html = desk.due_form_page(&visit, &officer, about, &fields, problems)?;
            return Ok(again(html));
        }
    };
    let effect = desk.effect(&proposal, &acceptance)?;
    let html = desk.effect_page(
        &visit,
        &officer,
        (&proposal, &case),
        &fields,
        &effect,
        Looked::First,
    )?;
    Ok(to_page(html))
}

/// How the officer comes to see an effect.
pub enum Looked {
    /// After the check of the form.
    First,
    /// Again, as something was wrong.
    Again(Problem),
    /// Again, as it is another one now.
    Changed,
}

impl Desk {
    /// An act that waits for its acceptance by this officer.
    pub(super) async fn to_accept(
        &self,
        officer: &Officer,
        id: String,
    ) -> Result<(Proposal, Case), Failed> {
        let proposal = self.proposals.get(&officer.actor, &ProposalId(id)).await?;
        let office = officer.office()?;
        let awaits = self.proposals.next(&proposal).is_ok_and(|next| {
            next.ending == Ending::Acceptance
                && next.awaited.is_some_and(|awaited| awaited.is_last())
        });
        if !awaits || !self.proposals.is_awaited(&office, &proposal) {
            return Err(Failed(Mishap::NotNow));
        }
        let case = self.case_of(&proposal).ok_or(Failed(Mishap::NotNow))?;
        Ok((proposal, case))
    }

    /// What accepting would do by what the register says now.
    pub(super) fn effect(
        &self,
        proposal: &Proposal,
        acceptance: &Acceptance,
    ) -> Result<Effect, Failed> {
        self.proposals
            .effect(proposal, Some(&acceptance.received))
            .map_err(|error| {
                tracing::info!(%error, "the effect of an act cannot be told");
                Failed(Mishap::NotNow)
            })
    }

    /// The page of the check.
    pub(super) fn due_form_page(
        &self,
        visit: &Visit,
        officer: &Officer,
        (proposal, case): (&Proposal, &Case),
        fields: &Fields,
        problems: Vec<Problem>,
    ) -> Result<String, Failed> {
        let told = self.told(proposal, None);
        let page = DueFormPage {
            sentence: told.shown.sentence,
            about: told.about,
            groups: due_form::groups(case, fields),
            address: address(&proposal.id),
            hidden: self.to_sign(proposal)?,
            problems,
        };
        Ok(page.html(&self.frame(visit, officer, Route::DueForm)))
    }

    /// The page that shows an effect and asks for the password.
    pub(super) fn effect_page(
        &self,
        visit: &Visit,
        officer: &Officer,
        (proposal, case): (&Proposal, &Case),
        fields: &Fields,
        effect: &Effect,
        looked: Looked,
    ) -> Result<String, Failed> {
        let words = language();
        let told = self.told(proposal, None);
        let shown = effect.digest().map_err(|error| ours(&error))?;
        let mut hidden = self.to_sign(proposal)?;
        hidden.push(("effect".to_owned(), shown.to_string()));
        hidden.extend(
            fields
                .0
                .iter()
                .map(|(name, value)| (name.clone(), value.clone())),
        );
        let (problems, has_changed) = match looked {
            Looked::First => (Vec::new(), false),
            Looked::Again(problem) => (vec![problem], false),
            Looked::Changed => (Vec::new(), true),
        };
        let page = EffectPage {
            sentence: told.shown.sentence,
            about: told.about,
            effect: headline(words, effect),
            details: details(words, effect, proposal.participant),
            has_changed,
            lines: form::answers(words, due_form::groups(case, fields), None),
            address: address(&proposal.id),
            hidden,
            problems,
        };
        Ok(page.html(&self.frame(visit, officer, Route::ShowEffect)))
    }
}
