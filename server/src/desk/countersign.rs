//! Signing what another has written.

use app::desk::Mishap;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::digest::Digest;

use super::Desk;
use super::guard::{Officer, Sent};
use super::item::Again;
use super::mishap::Failed;
use super::page::{again as to_again, conflict, see_other};
use super::signing::{NotTried, refused};
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
    let shown: Option<Digest> = match sent.get("effect") {
        "" => None,
        shown => Some(shown.parse().map_err(|_| Failed(Mishap::Forged))?),
    };
    let problem = match desk.signing(&visit, &officer, &id, &sent).await {
        Ok(signing) => match desk
            .proposals
            .countersign(&officer.actor, signing, shown)
            .await
        {
            Ok(_) => return Ok(see_other(&format!("{}/done", address(&id)))),
            // Nothing was published: the officer reads the new effect and decides again.
            Err(SignError::EffectChanged(effect)) => {
                let again = Again {
                    effect: Some(&effect),
                    ..Again::default()
                };
                let html = desk.item_page(&visit, &officer, &proposal, again)?;
                return Ok(conflict(html));
            }
            Err(SignError::Refused(refusal)) => refused(&refusal),
            Err(error) => return Err(error.into()),
        },
        Err(NotTried::Again(problem)) => problem,
        Err(NotTried::Failed(failed)) => return Err(failed),
    };
    let again = Again {
        problems: vec![problem],
        ..Again::default()
    };
    let html = desk.item_page(&visit, &officer, &proposal, again)?;
    Ok(to_again(html))
}
