//! Withdrawing a proposal.

use app::desk::Mishap;
use axum::extract::{Path, State};
use axum::response::Response;

use super::Desk;
use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::page::see_other;
use super::writing::address;
use crate::proposal::ProposalId;

/// `POST /proposals/{id}/withdraw`
pub async fn withdraw(
    State(desk): State<Desk>,
    officer: Officer,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Failed> {
    let id = ProposalId(id);
    let version = Desk::version(&sent)?;
    let proposal = desk.proposals.get(&officer.actor, &id).await?;
    if proposal.author_office != officer.office()? {
        return Err(Failed(Mishap::NotAllowed));
    }
    desk.proposals
        .withdraw(&officer.actor, &id, version)
        .await?;
    Ok(see_other(&format!("{}/done", address(&id))))
}
