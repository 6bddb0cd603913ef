//! Submitting a draft for sign-off.

use app::desk::Mishap;
use axum::extract::{Path, State};
use axum::response::Response;

use super::Desk;
use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::page::{again, see_other};
use super::signing::{NotTried, refused};
use super::visit::Visit;
use super::writing::address;
use crate::proposal::{ProposalId, SignError};

/// `POST /proposals/{id}/submit`
pub async fn submit(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Failed> {
    let id = ProposalId(id);
    let proposal = desk.proposals.get(&officer.actor, &id).await?;
    if proposal.author_office != officer.office()? {
        return Err(Failed(Mishap::NotAllowed));
    }
    let problem = match desk.signing(&visit, &officer, &id, &sent).await {
        Ok(signing) => match desk.proposals.submit(&officer.actor, signing).await {
            Ok(_) => return Ok(see_other(&format!("{}/done", address(&id)))),
            Err(SignError::Refused(refusal)) => refused(&refusal),
            Err(error) => return Err(error.into()),
        },
        Err(NotTried::Again(problem)) => problem,
        Err(NotTried::Failed(failed)) => return Err(failed),
    };
    let html = desk.check_page(&visit, &officer, &proposal, vec![problem])?;
    Ok(again(html))
}
