//! The start page: each role's own.

use axum::response::Response;

use super::guard::Officer;
use super::page::{beginning, see_other};

/// `GET /`
pub async fn start(officer: Officer) -> Response {
    see_other(beginning(&officer.actor.role).path())
}
