//! Signing out.

use app::desk::Mishap;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::header::{HeaderName, HeaderValue};

use super::Desk;
use super::mishap::Failed;
use super::page::see_other;
use super::visit::Visit;
use crate::session::Session;

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// `POST /sign-out`
pub async fn sign_out(State(desk): State<Desk>, visit: Visit, session: Session) -> Response {
    if let Err(error) = desk.sessions.end(&session, visit.caller()).await {
        tracing::error!(%error, "a session could not be ended");
        return Failed(Mishap::Ours).into_response();
    }
    let mut response = see_other("/sign-in?out=1");
    // What was on the desk is confidential: the browser keeps none of it, nor shows it on going back.
    // These two are cleared for this origin alone. "cookies" would be cleared for the whole registrable
    // domain, and sign the officer out of whatever else their ministry has there; our only cookie is
    // the session's, and ending the session lets it expire.
    response.headers_mut().insert(
        CLEAR_SITE_DATA,
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    response
}
