//! One's own account.

use app::desk::{AccountPage, SessionLine};
use app::say;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::guard::Officer;
use super::mishap::Failed;
use super::page::page as to_page;
use super::refused::ours;
use super::route::Route;
use super::visit::Visit;
use super::{Desk, language};
use crate::session::Session;

/// What was just done.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    done: Option<String>,
}

/// `GET /account`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    session: Session,
    officer: Officer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failed> {
    let words = language();
    let notice = match asked.done.as_deref() {
        Some("password") => Some(say!(words, "sign-in-password-changed")),
        Some("session") => Some(say!(words, "desk-session-ended")),
        Some(_) | None => None,
    };
    let sessions = desk
        .sessions
        .list_of(&officer.actor, &session)
        .await
        .map_err(|error| ours(&error))?
        .into_iter()
        .map(|open| SessionLine {
            id: open.key.to_string(),
            since: words.instant(open.created_at),
            last_used: words.instant(open.last_seen_at),
            from: open.address,
            is_this: open.is_this,
        })
        .collect();
    let page = AccountPage { notice, sessions };
    Ok(to_page(page.html(&desk.frame(
        &visit,
        &officer,
        Route::Account,
    ))))
}
