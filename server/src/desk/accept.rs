//! Accepting an act in due form.

use app::desk::Mishap;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::digest::Digest;

use super::Desk;
use super::due_form::Looked;
use super::form::{self, due_form};
use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::page::{again, conflict, see_other};
use super::signing::NotTried;
use super::visit::Visit;
use super::writing::address;
use crate::proposal::{Fields, ProposalId, SignError, State as At};

/// `POST /proposals/{id}/accept`
pub async fn accept(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Failed> {
    let id = ProposalId(id);
    let done = format!("{}/done", address(&id));
    let proposal = desk.proposals.get(&officer.actor, &id).await?;
    let case = desk.case_of(&proposal).ok_or(Failed(Mishap::NotNow))?;
    let fields = Fields(sent.answers());
    let about = (&proposal, &case);
    let acceptance = match due_form::acceptance(&case, &fields) {
        Ok(acceptance) => acceptance,
        Err(errors) => {
            let problems = form::problems(case.words, &due_form::groups(&case, &fields), &errors);
            let html = desk.due_form_page(&visit, &officer, about, &fields, problems)?;
            return Ok(again(html));
        }
    };
    let shown: Digest = sent
        .get("effect")
        .parse()
        .map_err(|_| Failed(Mishap::Forged))?;
    let signing = match desk.signing(&visit, &officer, &id, &sent).await {
        Ok(signing) => signing,
        Err(NotTried::Failed(failed)) => return Err(failed),
        Err(NotTried::Again(problem)) => {
            let effect = desk.effect(&proposal, &acceptance)?;
            let looked = if effect.digest().is_ok_and(|digest| digest == shown) {
                Looked::Again(problem)
            } else {
                Looked::Changed
            };
            let html = desk.effect_page(&visit, &officer, about, &fields, &effect, looked)?;
            return Ok(again(html));
        }
    };
    let accepted = desk
        .proposals
        .accept(&officer.actor, signing, acceptance, shown)
        .await;
    match accepted {
        Ok(_) => Ok(see_other(&done)),
        // Nothing was published: the officer reads the new effect and decides again.
        Err(SignError::EffectChanged(effect)) if proposal.state != At::Published => {
            let html =
                desk.effect_page(&visit, &officer, about, &fields, &effect, Looked::Changed)?;
            Ok(conflict(html))
        }
        Err(error) => Err(error.into()),
    }
}
