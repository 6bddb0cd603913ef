//! Signing in.

use std::time::Duration;

use app::desk::{Mishap, SignInPage};
use app::say;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};
use http::HeaderMap;
use http::header::USER_AGENT;
use serde::Deserialize;

use super::guard::Sent;
use super::mishap::Failed;
use super::page::{again, page as to_page, see_other};
use super::route::{Method, Route};
use super::visit::Visit;
use super::{Desk, language};
use crate::account::{Admitted, SignInError};
use crate::session::{LocalPath, Session, SessionError};

/// What the address says besides.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    next: Option<String>,
    #[serde(default)]
    out: Option<String>,
}

/// `GET /sign-in`
pub async fn page(State(desk): State<Desk>, Query(asked): Query<Asked>) -> Response {
    let words = language();
    let next = asked.next.as_deref().and_then(destination);
    let notice = match (&asked.out, &next) {
        (Some(_), _) => Some(say!(words, "sign-in-signed-out")),
        (None, Some(next)) if next != "/" => Some(say!(words, "sign-in-again")),
        (None, _) => None,
    };
    let page = SignInPage {
        next,
        notice,
        ..SignInPage::default()
    };
    to_page(page.html(&desk.bare_frame()))
}

impl Desk {
    /// Begins the session of somebody who just gave their password.
    pub(super) async fn begin_session(
        &self,
        session: &Session,
        admitted: &Admitted,
        visit: &Visit,
        headers: &HeaderMap,
    ) -> Result<(), SessionError> {
        let user_agent = headers
            .get(USER_AGENT)
            .and_then(|agent| agent.to_str().ok());
        self.sessions
            .begin(session, admitted, visit.caller(), user_agent)
            .await
    }
}

/// `POST /sign-in`
pub async fn sign_in(
    State(desk): State<Desk>,
    visit: Visit,
    session: Session,
    headers: HeaderMap,
    sent: Sent,
) -> Response {
    let words = language();
    let next = destination(sent.get("next"));
    let name = sent.get("name");
    let signed = desk
        .accounts
        .sign_in(name, sent.get("password"), visit.caller())
        .await;
    let refused = match signed {
        Ok(admitted) => {
            match desk
                .begin_session(&session, &admitted, &visit, &headers)
                .await
            {
                Ok(()) => return see_other(next.as_deref().unwrap_or(Route::Start.path())),
                Err(SessionError::Refused) => say!(words, "sign-in-refused"),
                Err(error) => {
                    tracing::error!(%error, "a session did not begin");
                    return Failed(Mishap::Ours).into_response();
                }
            }
        }
        Err(SignInError::Refused { retry_after: None }) => say!(words, "sign-in-refused"),
        Err(SignInError::Refused {
            retry_after: Some(wait),
        }) => say!(words, "sign-in-refused-wait", seconds = seconds(wait)),
        Err(SignInError::Busy(_)) => say!(words, "sign-in-busy"),
        Err(SignInError::Failed(error)) => {
            tracing::error!(%error, "nobody could be signed in");
            return Failed(Mishap::Ours).into_response();
        }
    };
    let page = SignInPage {
        name: name.to_owned(),
        next,
        refused: Some(refused),
        notice: None,
    };
    again(page.html(&desk.bare_frame()))
}

/// Whole seconds, rounded up.
pub fn seconds(wait: Duration) -> String {
    let more = u64::from(wait.subsec_nanos() > 0);
    wait.as_secs().saturating_add(more).max(1).to_string()
}

/// Where to go after signing in: to a page of the table of routes, and nowhere else.
fn destination(next: &str) -> Option<String> {
    let path = LocalPath::try_from(next.to_owned()).ok()?;
    let (plain, _) = path.as_str().split_once('?').unwrap_or((path.as_str(), ""));
    Route::ALL
        .iter()
        .filter(|route| route.method() == Method::Get)
        .filter(|route| !matches!(route, Route::Asset | Route::SignIn))
        .any(|route| fits(route.path(), plain))
        .then(|| path.as_str().to_owned())
}

/// Whether a path is one of a route. A part in braces is one name without a percent sign.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) =
        (pattern.split('/').collect(), path.split('/').collect());
    let is_name = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    pattern.len() == path.len()
        && pattern.iter().zip(path).all(|(expected, part)| {
            if expected.starts_with('{') {
                is_name(part)
            } else {
                *expected == part
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_on_to_a_page_of_the_desk_and_nowhere_else() {
        for right in [
            "/",
            "/desk",
            "/proposals/0123abc/check",
            "/instruments/ukraine-guarantee/acts/vote-taken?stage=sejm_vote",
        ] {
            assert_eq!(destination(right).as_deref(), Some(right));
        }
        for wrong in [
            "",
            "desk",
            "//evil.example",
            "/\\evil.example",
            "https:evil.example",
            "https://evil.example",
            "/%2f/evil.example",
            "/..//evil.example",
            "/\t//evil.example",
            "javascript:alert(1)",
            "/sign-in",
            "/sign-out",
            "/proposals/x/submit",
            "/proposals/%2e%2e/check",
            "/nowhere",
        ] {
            assert_eq!(destination(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn waiting_is_told_in_whole_seconds() {
        assert_eq!(seconds(Duration::from_millis(1)), "1");
        assert_eq!(seconds(Duration::from_millis(2_001)), "3");
        assert_eq!(seconds(Duration::from_secs(4)), "4");
    }
}
