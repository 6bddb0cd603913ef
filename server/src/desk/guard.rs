//! The guard before every handler: who is signed in, whether the role may, whether the form is ours.
//!
//! No handler can leave it out, because the router puts it around each of them; and none finds out by
//! itself who acts, because [`Officer`] and [`Sent`] are made here only.

use std::collections::BTreeMap;

use app::desk::Mishap;
use axum::body::Body;
use axum::extract::{Form, FromRequest as _, FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use domain::office::Office;
use domain::register::RecordedAt;
use http::StatusCode;
use http::request::Parts;

use super::Desk;
use super::mishap::Failed;
use super::page::beginning;
use super::permission::RoleKind;
use super::refused::ours;
use super::route::{Method, Route};
use super::visit::{Visit, put_there};
use crate::account::{Actor, Caller};
use crate::audit::{Action, Event};
use crate::session::{NotSigned, Signed};

/// The name of the field with the session's token.
const TOKEN: &str = "token";

/// Somebody who is signed in and whose role may do what the route does.
#[derive(Debug, Clone)]
pub struct Officer {
    /// Who.
    pub actor: Actor,
    /// The token that each of their forms carries.
    pub token: String,
    /// Whether they still have the password that was made for them.
    pub must_change_password: bool,
    /// When they had signed in the time before, where the page on which they begin is asked for.
    pub last_signed_in: Option<RecordedAt>,
}

/// A form that came from a page of the same session.
#[derive(Debug, Clone, Default)]
pub struct Sent(BTreeMap<String, String>);

impl Officer {
    /// The office in which they act.
    ///
    /// # Errors
    /// A page that says that the role may not: only roles with an office reach what asks for one.
    pub fn office(&self) -> Result<Office, Failed> {
        self.actor.role.office().ok_or(Failed(Mishap::NotAllowed))
    }
}

impl Sent {
    /// What was sent under this name; nothing if there was no such field.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Everything that was sent but what is not of the form itself: tokens, keys, buttons, passwords.
    pub fn answers(&self) -> BTreeMap<String, String> {
        const NOT_ANSWERS: [&str; 7] = [
            TOKEN, "then", "key", "version", "hash", "password", "effect",
        ];
        self.0
            .iter()
            .filter(|(name, _)| !NOT_ANSWERS.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }
}

/// Lets a request through to its handler, or answers it.
pub async fn guard(
    State((desk, route)): State<(Desk, Route)>,
    request: Request,
    next: Next,
) -> Response {
    match admit(&desk, route, request).await {
        Ok(request) => next.run(request).await,
        Err(response) => response,
    }
}

/// Asks everything that has to be asked before a handler runs.
async fn admit(desk: &Desk, route: Route, request: Request) -> Result<Request, Response> {
    let (mut parts, body) = request.into_parts();
    let is_for_anybody = RoleKind::Anonymous.may(route.action());
    let officer = if is_for_anybody {
        None
    } else {
        Some(signed_in(desk, route, &mut parts).await?)
    };
    if route.method() == Method::Get {
        parts.extensions.extend_with(officer);
        return Ok(Request::from_parts(parts, Body::empty()));
    }
    let sent = read(&parts, body).await.map_err(Failed::into_response)?;
    let token_is_right = |signed: &(Officer, Signed)| signed.1.csrf.matches(sent.get(TOKEN));
    if officer
        .as_ref()
        .is_some_and(|signed| !token_is_right(signed))
    {
        return Err(Failed(Mishap::Forged).into_response());
    }
    parts.extensions.insert(sent);
    parts.extensions.extend_with(officer);
    Ok(Request::from_parts(parts, Body::empty()))
}

/// Puts who is signed in where handlers find it.
trait ExtendWith {
    fn extend_with(&mut self, officer: Option<(Officer, Signed)>);
}

impl ExtendWith for http::Extensions {
    fn extend_with(&mut self, officer: Option<(Officer, Signed)>) {
        if let Some((officer, _)) = officer {
            self.insert(officer);
        }
    }
}

/// Who is signed in, if their role may do what the route does.
async fn signed_in(
    desk: &Desk,
    route: Route,
    parts: &mut Parts,
) -> Result<(Officer, Signed), Response> {
    let signed = Signed::from_request_parts(parts, &()).await;
    let signed = signed.map_err(|not_signed| match not_signed {
        NotSigned::Unavailable => Failed(Mishap::Busy).into_response(),
        NotSigned::SignIn(_) | NotSigned::ChangePassword => not_signed.into_response(),
    })?;
    if !RoleKind::from(&signed.actor.role).may(route.action()) {
        let visit = parts.extensions.get::<Visit>();
        let event = Event::refused(Action::Act, Some(signed.actor.account.clone()))
            .about(parts.uri.path())
            .in_request(visit.map(|visit| visit.request.as_str()));
        if let Err(error) = desk.audit.record(&event).await {
            tracing::error!(%error, "a refused act could not be written to the audit trail");
        }
        return Err(Failed(Mishap::NotAllowed).into_response());
    }
    let last_signed_in = if route == beginning(&signed.actor.role) {
        desk.audit
            .previous_sign_in(&signed.actor.account)
            .await
            .map_err(|error| ours(&error).into_response())?
    } else {
        None
    };
    let visit = parts.extensions.get::<Visit>();
    let officer = Officer {
        actor: Actor {
            request: visit.map(|visit| visit.request.clone()),
            ..signed.actor.clone()
        },
        token: signed.csrf.as_str().to_owned(),
        must_change_password: signed.must_change_password,
        last_signed_in,
    };
    Ok((officer, signed))
}

/// The form in the body. A field that is sent twice is no form of ours.
async fn read(parts: &Parts, body: Body) -> Result<Sent, Failed> {
    let mut request = Request::new(body);
    *request.method_mut() = parts.method.clone();
    *request.uri_mut() = parts.uri.clone();
    *request.headers_mut() = parts.headers.clone();
    let Form(pairs) = Form::<Vec<(String, String)>>::from_request(request, &())
        .await
        .map_err(|rejection| {
            if rejection.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE {
                Failed(Mishap::TooLarge)
            } else {
                Failed(Mishap::Forged)
            }
        })?;
    let mut fields = BTreeMap::new();
    for (name, value) in pairs {
        if fields.insert(name, value).is_some() {
            return Err(Failed(Mishap::Forged));
        }
    }
    Ok(Sent(fields))
}

impl Visit {
    /// Where the request comes from, as accounts and sessions write it down.
    pub fn caller(&self) -> Caller {
        Caller::new(self.from, &self.request)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Officer {
    type Rejection = Failed;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Failed> {
        // The guard puts it there for every route that is not for anybody.
        put_there(parts)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Sent {
    type Rejection = Failed;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Failed> {
        put_there(parts)
    }
}
