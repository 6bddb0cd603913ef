//! Who is signed in, as a handler asks for it.

use axum::extract::{FromRequestParts, OriginalUri};
use axum::response::{IntoResponse, Redirect, Response};
use http::header::RETRY_AFTER;
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode};
use tower_sessions::Session;

use super::rows::{SIGNED_IN, SignedIn};
use super::{CsrfToken, LocalPath};
use crate::account::Actor;

/// Where one signs in. It takes `?next=` with a path of this site.
pub const SIGN_IN: &str = "/sign-in";
/// Where one signs out.
pub const SIGN_OUT: &str = "/sign-out";
/// Where one changes one's password.
pub const CHANGE_PASSWORD: &str = "/account/password";

/// Somebody who is signed in at this request. A handler that takes it is reached by nobody else.
///
/// Who still has the password that was made for them reaches [`CHANGE_PASSWORD`] and [`SIGN_OUT`]
/// only.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Who.
    pub actor: Actor,
    /// The token that each of their forms carries and must come back with.
    pub csrf: CsrfToken,
    /// Whether they must change the password that was made for them.
    pub must_change_password: bool,
}

/// Why a handler is not reached. As a response it leads to where one can go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSigned {
    /// Nobody is signed in: to the sign-in, and back again if it was a page.
    SignIn(Option<LocalPath>),
    /// The password must be changed first.
    ChangePassword,
    /// It cannot be told just now.
    Unavailable,
}

impl<S: Send + Sync> FromRequestParts<S> for Signed {
    type Rejection = NotSigned;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, NotSigned> {
        let session = Session::from_request_parts(parts, state)
            .await
            .map_err(|_| NotSigned::Unavailable)?;
        let OriginalUri(uri) = match OriginalUri::from_request_parts(parts, state).await {
            Ok(uri) => uri,
            Err(never) => match never {},
        };
        let found: Option<SignedIn> = session
            .get(SIGNED_IN)
            .await
            .map_err(|_| NotSigned::Unavailable)?;
        let Some((signed, id)) = found.zip(session.id()) else {
            let is_page = matches!(parts.method, Method::GET | Method::HEAD);
            let next = uri
                .path_and_query()
                .filter(|_| is_page)
                .and_then(|path| LocalPath::try_from(path.as_str().to_owned()).ok());
            return Err(NotSigned::SignIn(next));
        };
        if signed.must_change_password && ![CHANGE_PASSWORD, SIGN_OUT].contains(&uri.path()) {
            return Err(NotSigned::ChangePassword);
        }
        Ok(Self {
            csrf: CsrfToken::of(id),
            must_change_password: signed.must_change_password,
            actor: Actor {
                account: signed.account,
                person: signed.person,
                name: signed.name,
                role: signed.role,
                request: None,
            },
        })
    }
}

impl IntoResponse for NotSigned {
    fn into_response(self) -> Response {
        match self {
            Self::SignIn(None) => Redirect::to(SIGN_IN).into_response(),
            Self::SignIn(Some(next)) => {
                Redirect::to(&format!("{SIGN_IN}?next={}", next.encoded())).into_response()
            }
            Self::ChangePassword => Redirect::to(CHANGE_PASSWORD).into_response(),
            Self::Unavailable => {
                let mut response = StatusCode::SERVICE_UNAVAILABLE.into_response();
                response
                    .headers_mut()
                    .insert(RETRY_AFTER, HeaderValue::from_static("5"));
                response
            }
        }
    }
}
