//! The cookie that holds the id of a session.

use axum::response::Response;
use http::HeaderValue;
use http::header::SET_COOKIE;
use tower::layer::util::Stack;
use tower::util::MapResponseLayer;
use tower_sessions::SessionManagerLayer;
use tower_sessions::cookie::SameSite;

use super::rows::SessionRows;

/// How browsers reach the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// Over https, perhaps through a proxy: the cookie is `__Host-assent` and never travels in the
    /// clear.
    Https,
    /// Over plain http on this machine only, for trying it out: browsers refuse the prefix there.
    LoopbackHttp,
}

impl Transport {
    /// The name of the cookie.
    pub fn cookie_name(self) -> &'static str {
        match self {
            Self::Https => "__Host-assent",
            Self::LoopbackHttp => "assent",
        }
    }
}

/// Reads and writes the cookie around the routes of the desk.
pub type SessionLayer =
    Stack<SessionManagerLayer<SessionRows>, MapResponseLayer<fn(Response) -> Response>>;

pub(super) fn layer(rows: SessionRows, transport: Transport) -> SessionLayer {
    let manager = SessionManagerLayer::new(rows)
        .with_name(transport.cookie_name())
        .with_secure(transport == Transport::Https)
        .with_http_only(true)
        // Strict would make whoever follows a link from an e-mail arrive signed out.
        .with_same_site(SameSite::Lax)
        .with_path("/");
    Stack::new(
        manager,
        MapResponseLayer::new(complete_removal as fn(Response) -> Response),
    )
}

/// A cookie with the prefix is only removed by one that has what the prefix asks for, and the one
/// that `tower-sessions` 0.15 sends has not.
fn complete_removal(mut response: Response) -> Response {
    let completed: Vec<HeaderValue> = response
        .headers()
        .get_all(SET_COOKIE)
        .iter()
        .map(|value| completed(value).unwrap_or_else(|| value.clone()))
        .collect();
    if !completed.is_empty() {
        let headers = response.headers_mut();
        headers.remove(SET_COOKIE);
        for value in completed {
            headers.append(SET_COOKIE, value);
        }
    }
    response
}

/// The header with what is missing; nothing if nothing is.
fn completed(value: &HeaderValue) -> Option<HeaderValue> {
    let text = value.to_str().ok()?;
    let is_removal = text.contains("Max-Age=0");
    if !is_removal || !text.starts_with("__Host-") || text.contains("; Secure") {
        return None;
    }
    HeaderValue::from_str(&format!("{text}; Secure; HttpOnly; SameSite=Lax")).ok()
}
