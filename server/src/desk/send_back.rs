//! Returning a proposal to its author, with a reason.

use app::desk::{Problem, Wrong};
use app::say;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::text::Text;

use super::form;
use super::guard::{Officer, Sent};
use super::item::Again;
use super::mishap::Failed;
use super::page::{again as to_again, see_other};
use super::visit::Visit;
use super::writing::address;
use super::{Desk, language};
use crate::proposal::ProposalId;

/// `POST /proposals/{id}/return`
pub async fn send_back(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Failed> {
    let words = language();
    let id = ProposalId(id);
    let version = Desk::version(&sent)?;
    let proposal = desk.proposals.get(&officer.actor, &id).await?;
    let typed = sent.get("reason");
    let reason: Result<Text, Wrong> = form::text(words, typed.trim());
    match reason {
        Ok(reason) => {
            desk.proposals
                .send_back(&officer.actor, &id, version, reason)
                .await?;
            Ok(see_other(&format!("{}/done", address(&id))))
        }
        Err(wrong) => {
            let label = say!(words, "desk-return-reason");
            let problem = Problem::new("reason", &wrong, words, &label);
            let again = Again {
                reason: typed,
                problems: vec![problem],
                effect: None,
            };
            let html = desk.item_page(&visit, &officer, &proposal, again)?;
            Ok(to_again(html))
        }
    }
}
