//! Ending one of one's own sessions.

use app::desk::Mishap;
use axum::extract::State;
use axum::response::Response;
use domain::digest::Digest;

use super::Desk;
use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::page::see_other;
use super::refused::ours;
use super::visit::Visit;

/// `POST /account/sessions/end`
pub async fn end_session(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    sent: Sent,
) -> Result<Response, Failed> {
    let key: Digest = sent
        .get("session")
        .parse()
        .map_err(|_| Failed(Mishap::NotFound))?;
    let ended = desk
        .sessions
        .end_one(&officer.actor.account, &key, visit.caller())
        .await
        .map_err(|error| ours(&error))?;
    if ended {
        Ok(see_other("/account?done=session"))
    } else {
        Err(Failed(Mishap::NotFound))
    }
}
