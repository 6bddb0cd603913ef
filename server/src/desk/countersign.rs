//! Signing what another has written.

use app::desk::Problem;
use app::say;
use axum::extract::{Path, State};
use axum::response::Response;

use super::Desk;
use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::page::{again, see_other};
use super::signing::NotTried;
use super::visit::Visit;
use super::writing::address;
use crate::proposal::{ProposalId, SignError};

/// `POST /proposals/{id}/countersign`
pub async fn countersign(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Failed> {
    let id = ProposalId(id);
    let proposal = desk.proposals.get(&officer.actor, &id).await?;
    let problem = match desk.signing(&visit, &officer, &id, &sent).await {
        Ok(signing) => match desk.proposals.countersign(&officer.actor, signing).await {
            Ok(_) => return Ok(see_other(&format!("{}/done", address(&id)))),
            Err(SignError::Refused(refusal)) => Problem {
                control: String::new(),
                at: String::new(),
                text: say!(
                    desk.words(),
                    "desk-error-refused",
                    reason = refusal.to_string()
                ),
            },
            Err(error) => return Err(error.into()),
        },
        Err(NotTried::Again(problem)) => problem,
        Err(NotTried::Failed(failed)) => return Err(failed),
    };
    let html = desk.item_page(&visit, &officer, &proposal, "", vec![problem])?;
    Ok(again(html))
}
