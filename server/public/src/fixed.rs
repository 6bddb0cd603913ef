//! Small answers that are no pages: the way in, health, and what programs look for by name.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::asset;
use app::tracker::NotFound;
use app::words::Words;
use axum::extract::{OriginalUri, State};
use axum::response::{IntoResponse as _, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use http::{HeaderMap, HeaderValue, StatusCode};
use tokio_util::sync::CancellationToken;

use crate::Source;
use crate::config::Contact;
use crate::document::{Document, Form, keep};
use crate::headers::Kind;
use crate::refusal::Refusal;

/// `GET /`: to the pages in the first language.
pub(crate) async fn root() -> Response {
    let tag = Words::all().next().map_or("en", Words::tag);
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    if let Ok(path) = HeaderValue::try_from(format!("/{tag}")) {
        headers.insert(LOCATION, path);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep::AN_HOUR));
    response
}

/// A few words in plain text.
fn plain(status: StatusCode, keep: &'static str, text: impl Into<String>) -> Response {
    let mut response = (status, text.into()).into_response();
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/plain; charset=utf-8"),
    );
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    response.extensions_mut().insert(Kind::Plain);
    response
}

/// `GET /healthz`: that the process answers.
pub(crate) async fn healthz() -> Response {
    plain(StatusCode::OK, keep::NOT, "ok\n")
}

/// What readiness depends on.
#[derive(Debug, Clone)]
pub(crate) struct Readiness {
    pub(crate) source: Arc<dyn Source>,
    pub(crate) shutdown: CancellationToken,
}

/// `GET /readyz`: that the register can be read, and that the process is not about to stop.
pub(crate) async fn readyz(State(readiness): State<Readiness>) -> Response {
    let stops = readiness.shutdown.is_cancelled();
    let last = readiness.source.current().snapshot.size().checked_sub(1);
    let readable = match last {
        None => true,
        Some(last) => matches!(readiness.source.entry(last).await, Ok(Some(_))),
    };
    if readable && !stops {
        plain(StatusCode::OK, keep::NOT, "ready\n")
    } else {
        plain(StatusCode::SERVICE_UNAVAILABLE, keep::NOT, "not ready\n")
    }
}

/// `GET /robots.txt`: everything may be found; a stream has no end to wait for.
pub(crate) async fn robots() -> Response {
    let text = "User-agent: *\nDisallow: /stream\n";
    plain(StatusCode::OK, keep::AN_HOUR, text)
}

/// `GET /.well-known/security.txt` (RFC 9116), if it is known where a weakness is to be reported.
pub(crate) async fn security(
    State((source, contact)): State<(Arc<dyn Source>, Option<Contact>)>,
) -> Response {
    // It has to name a day after which it is not to be trusted; it is made anew each time.
    let expires = source.now().utc_day().plus_days(180).ok();
    let (Some(contact), Some(expires)) = (contact, expires) else {
        return Refusal::NotFound(NotFound::Page).into_response();
    };
    let text = format!(
        "Contact: {}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: en\n",
        contact.as_str()
    );
    plain(StatusCode::OK, keep::AN_HOUR, text)
}

/// The files that pages need besides themselves, by their path.
#[derive(Debug, Clone)]
pub(crate) struct Assets(Arc<BTreeMap<&'static str, Document>>);

impl Assets {
    /// Every one, packed.
    pub(crate) fn new() -> Self {
        let documents = asset::all().filter_map(|asset| {
            let form = Form {
                kind: Kind::Asset,
                content_type: asset.content_type,
                keep: keep::FOR_EVER,
            };
            match Document::new(form, None, asset.bytes.to_vec()) {
                Ok(document) => Some((asset.path.as_str(), document)),
                Err(error) => {
                    tracing::error!(%error, path = asset.path, "a file could not be packed");
                    None
                }
            }
        });
        Self(Arc::new(documents.collect()))
    }
}

/// `GET /assets/{hash}/{name}`: the file with that hash, and none of another version.
pub(crate) async fn asset(
    State(assets): State<Assets>,
    OriginalUri(uri): OriginalUri,
    request: HeaderMap,
) -> Response {
    assets.0.get(uri.path()).map_or_else(
        || Refusal::NotFound(NotFound::Page).into_response(),
        |document| document.answer(&request),
    )
}
