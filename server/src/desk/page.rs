//! Pages and redirects, and the frame around every page.

use app::asset;
use app::desk::{Frame, Identity, Loader, Place};
use app::say;
use app::words::Words;
use axum::body::Body;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::name::Key;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderValue};

use super::guard::Officer;
use super::news::follows_instruments;
use super::permission::RoleKind;
use super::route::Route;
use super::visit::Visit;
use super::{Desk, language};
use crate::account::Role;
use crate::islands::Islands;

/// A page.
pub fn page(html: String) -> Response {
    with_status(StatusCode::OK, html)
}

/// The same page again, with what is wrong.
pub fn again(html: String) -> Response {
    with_status(StatusCode::UNPROCESSABLE_ENTITY, html)
}

/// To another page of the desk, after something was done.
pub fn see_other(path: &str) -> Response {
    Redirect::to(path).into_response()
}

fn with_status(status: StatusCode, html: String) -> Response {
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = status;
    response.headers_mut().insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    response
}

impl Desk {
    /// The frame of a page that says nothing of who is signed in.
    pub(super) fn bare_frame(&self) -> Frame {
        Frame {
            words: language(),
            styles: vec![
                asset::style().path.clone(),
                asset::desk_style().path.clone(),
            ],
            loader: None,
            identity: None,
            news: None,
            public: format!("{}/{}", self.config.public, language().tag()),
        }
    }

    /// The frame of a page for somebody.
    pub(super) fn frame(&self, visit: &Visit, officer: &Officer, here: Route) -> Frame {
        let words = language();
        Frame {
            loader: Islands::embedded().map(|islands| Loader {
                src: islands.loader().to_owned(),
                nonce: visit.nonce.clone(),
            }),
            identity: Some(Identity {
                name: officer.actor.name.clone(),
                role: self.role(&officer.actor.role),
                token: officer.token.clone(),
                places: places(words, officer, here),
            }),
            news: officer
                .last_signed_in
                .filter(|_| follows_instruments(&officer.actor.role))
                .map(|since| self.news(&officer.actor.role, since)),
            ..self.bare_frame()
        }
    }

    /// The address of a public page.
    pub(super) fn public(&self, path: &str) -> String {
        format!("{}{path}", self.config.public)
    }
}

impl Desk {
    /// A role in words.
    pub(super) fn role(&self, role: &Role) -> String {
        let words = language();
        match role {
            Role::Liaison(of) => say!(words, "desk-role-liaison", country = words.entity(*of)),
            Role::Verifier(of) => say!(words, "desk-role-verifier", country = words.entity(*of)),
            Role::DepositaryOfficer(authority) => {
                say!(
                    words,
                    "desk-role-depositary",
                    authority = self.authority(authority)
                )
            }
            Role::Leader => say!(words, "desk-role-leader"),
            Role::Administrator => say!(words, "desk-role-administrator"),
            Role::Auditor => say!(words, "desk-role-auditor"),
        }
    }

    /// The name of a depositary authority, as the instruments that it keeps give it.
    fn authority(&self, authority: &Key) -> String {
        let published = self.proposals.register().current();
        let kept = published
            .snapshot
            .instruments()
            .filter_map(|(_, record)| record.definition_for_signing())
            .flat_map(|instrument| &instrument.depositaries);
        kept.into_iter()
            .find(|depositary| depositary.authority == *authority)
            .map_or_else(
                || authority.to_string(),
                |depositary| depositary.name.body.as_str().to_owned(),
            )
    }
}

/// The places where a role can go: those that the table of roles lets it see.
fn places(words: Words, officer: &Officer, here: Route) -> Vec<Place> {
    let kind = RoleKind::from(&officer.actor.role);
    [
        (Route::Desk, say!(words, "desk-place-desk")),
        (Route::Queue, say!(words, "desk-place-queue")),
        (Route::Depositary, say!(words, "desk-place-depositary")),
        (Route::Dashboard, say!(words, "desk-place-dashboard")),
        (Route::Audit, say!(words, "desk-place-audit")),
        (Route::Account, say!(words, "desk-place-account")),
    ]
    .into_iter()
    .filter(|(route, _)| kind.may(route.action()))
    .map(|(route, label)| Place {
        href: route.path().to_owned(),
        label,
        is_here: route == here,
    })
    .collect()
}

/// Where a role begins.
pub fn beginning(role: &Role) -> Route {
    match role {
        Role::Liaison(_) => Route::Desk,
        Role::Verifier(_) => Route::Queue,
        Role::DepositaryOfficer(_) => Route::Depositary,
        Role::Leader => Route::Dashboard,
        Role::Auditor => Route::Audit,
        Role::Administrator => Route::Account,
    }
}

/// A page again, because what it shows has changed meanwhile.
pub fn conflict(html: String) -> Response {
    with_status(StatusCode::CONFLICT, html)
}
