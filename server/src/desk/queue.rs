//! The verifier's queue.

use app::desk::{Mishap, QueuePage};
use axum::extract::State;
use axum::response::Response;
use domain::office::Office;

use super::guard::Officer;
use super::listed::LATELY;
use super::mishap::Failed;
use super::page::page as to_page;
use super::route::Route;
use super::visit::Visit;
use super::{Desk, language};

/// `GET /queue`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
) -> Result<Response, Failed> {
    let Office::Verifier(country) = officer.office()? else {
        return Err(Failed(Mishap::NotAllowed));
    };
    let mut queue = desk.proposals.queue(&officer.actor).await?;
    queue.sort_by_key(|proposal| proposal.updated_at);
    let mut lately = desk.proposals.of(&officer.actor).await?;
    lately.retain(|proposal| {
        proposal
            .sign_offs
            .iter()
            .any(|sign_off| sign_off.account == officer.actor.account)
    });
    lately.sort_by_key(|proposal| std::cmp::Reverse(proposal.updated_at));
    let page = QueuePage {
        country: language().entity(country),
        queue: desk.listed(&queue),
        lately: desk.listed(lately.iter().take(LATELY)),
    };
    Ok(to_page(page.html(&desk.frame(
        &visit,
        &officer,
        Route::Queue,
    ))))
}
