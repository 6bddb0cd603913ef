//! What holds for every request, whatever it asks for.

use std::any::Any;

use app::tracker;
use app::words::Words;
use axum::Router;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state, map_request};
use axum::response::{IntoResponse as _, Response};
use http::header::{
    ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, HOST, LOCATION,
    RETRY_AFTER, TRANSFER_ENCODING,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{PropagateRequestIdLayer, RequestId, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tracing::field::Empty;

use crate::config::Config;
use crate::document::keep;
use crate::headers::{Headers, Kind};
use crate::host::Hosts;
use crate::refusal::Refusal;
use crate::request_id::RequestIds;

/// The longest address, with its query.
const LONGEST_ADDRESS: usize = 4096;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Puts around the routes what holds for every request. The first of the list sees a request first
/// and its answer last.
pub(crate) fn apply_middleware(routes: Router, config: &Config, ids: RequestIds) -> Router {
    let hosts = Hosts::new(config.hosts.clone(), config.address);
    let layers = ServiceBuilder::new()
        // What a client says about itself or for others is gone before anything can read it.
        .layer(map_request(forget))
        // A name, so that everything below can say which request it speaks of.
        .layer(SetRequestIdLayer::new(REQUEST_ID, ids))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID))
        // The log, outside of whatever may fail: it says how every request ended.
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(span)
                .on_request(())
                .on_response(log)
                .on_failure(()),
        )
        // What every answer says to the browser, those of the layers below too.
        .layer(from_fn_with_state(Headers::new(config.https), set_headers))
        // Words for whatever is refused below, with the request's name.
        .layer(from_fn(explain))
        // A mistake in the program is an answer as well, and the log tells of it.
        .layer(CatchPanicLayer::custom(panicked))
        // An answer begins in time or not at all. A stream may go on after it began.
        .layer(TimeoutLayer::with_status_code(
            Refusal::Late.status(),
            config.time_limit,
        ))
        // What is not meant for us, or is no request to read, goes no further.
        .layer(from_fn_with_state(hosts, refuse))
        // One address for each thing, so that a cache keeps it once.
        .layer(from_fn(one_address));
    routes.layer(layers)
}

/// Headers that nothing here reads, removed so that nothing can begin to.
async fn forget(mut request: Request) -> Request {
    let headers = request.headers_mut();
    for name in [
        COOKIE,
        AUTHORIZATION,
        REQUEST_ID,
        HeaderName::from_static("forwarded"),
        HeaderName::from_static("x-forwarded-for"),
        HeaderName::from_static("x-forwarded-host"),
        HeaderName::from_static("x-forwarded-port"),
        HeaderName::from_static("x-forwarded-prefix"),
        HeaderName::from_static("x-forwarded-proto"),
    ] {
        headers.remove(name);
    }
    request
}

/// The span of a request: no query, no header, no address of a client.
fn span(request: &Request) -> tracing::Span {
    let route = request.extensions().get::<MatchedPath>();
    let id = request.extensions().get::<RequestId>();
    tracing::info_span!(
        "request",
        method = %request.method(),
        route = route.map(MatchedPath::as_str).unwrap_or_default(),
        page = Empty,
        id = id.and_then(|id| id.header_value().to_str().ok()),
    )
}

fn log(response: &Response, latency: std::time::Duration, _: &tracing::Span) {
    let status = response.status();
    let micros = u64::try_from(latency.as_micros()).unwrap_or(u64::MAX);
    if status.is_server_error() {
        tracing::warn!(status = status.as_u16(), micros, "answered");
    } else {
        tracing::debug!(status = status.as_u16(), micros, "answered");
    }
}

async fn set_headers(State(table): State<Headers>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let kind = response.extensions().get::<Kind>().copied();
    table.set(kind.unwrap_or(Kind::Page), response.headers_mut());
    response
}

/// Gives words to an answer that refuses a request.
async fn explain(request: Request, next: Next) -> Response {
    let Wanted { words, data } = Wanted::by(request.uri());
    let id = request.extensions().get::<RequestId>().cloned();
    let is_head = request.method() == Method::HEAD;
    let response = next.run(request).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    // Answers that have words already, such as that of readiness.
    if response.extensions().get::<Kind>().is_some() {
        return response;
    }
    let refusal = response.extensions().get::<Refusal>().cloned();
    let refusal = refusal.unwrap_or_else(|| Refusal::by(status));
    let id = id
        .as_ref()
        .and_then(|id| id.header_value().to_str().ok())
        .unwrap_or_default();
    let (kind, content_type, text) = if data {
        let problem = serde_json::json!({
            "type": "about:blank",
            "title": status.canonical_reason(),
            "status": status.as_u16(),
            "request_id": id,
        });
        (Kind::Data, "application/problem+json", problem.to_string())
    } else {
        let page = page(words, &refusal, status, id);
        (Kind::Page, "text/html; charset=utf-8", page)
    };
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CONTENT_LENGTH, HeaderValue::from(text.len()));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep::NOT));
    if let Some(seconds) = refusal.retry_after() {
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    if refusal == Refusal::Method {
        headers.insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    let body = if is_head {
        Body::empty()
    } else {
        Body::from(text)
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response.extensions_mut().insert(kind);
    response
}

/// The language and form in which a refusal is explained.
struct Wanted {
    words: Words,
    data: bool,
}

impl Wanted {
    fn by(uri: &Uri) -> Self {
        let tag = uri.path().split(['/', '.']).nth(1).unwrap_or_default();
        Self {
            words: Words::of(tag).unwrap_or_else(Words::english),
            data: uri.path().rsplit('.').next() == Some("json"),
        }
    }
}

fn page(words: Words, refusal: &Refusal, status: StatusCode, id: &str) -> String {
    match refusal {
        Refusal::NotFound(missing) => tracker::not_found(words, missing, id),
        Refusal::Withdrawn(reason) => tracker::withdrawn(words, reason, id),
        _ => tracker::error_page(words, status.as_u16(), id),
    }
}

fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    // The message is not for readers; the hook of the process wrote it to the log.
    Refusal::Failed.into_response()
}

/// Refuses what is meant for somebody else or is no request to read.
async fn refuse(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    let uri = request.uri();
    let length = uri.path_and_query().map_or(0, |path| path.as_str().len());
    if length > LONGEST_ADDRESS {
        return Refusal::TooLong.into_response();
    }
    // Whoever looks after the machine asks for health by whatever name the machine has.
    let of_the_machine = matches!(uri.path(), "/healthz" | "/readyz");
    if !of_the_machine && !is_for_us(&hosts, uri, request.headers()) {
        return Refusal::Host.into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Refusal::Method.into_response();
    }
    if has_body(request.headers()) {
        return Refusal::Body.into_response();
    }
    next.run(request).await
}

fn is_for_us(hosts: &Hosts, uri: &Uri, headers: &HeaderMap) -> bool {
    let mut named = headers.get_all(HOST).iter();
    let (Some(host), None) = (named.next(), named.next()) else {
        return false;
    };
    // A request may name the host in its first line as well; then both have to be ours.
    let in_line = uri
        .authority()
        .is_none_or(|host| hosts.allow(host.as_str()));
    in_line && host.to_str().is_ok_and(|host| hosts.allow(host))
}

fn has_body(headers: &HeaderMap) -> bool {
    headers.contains_key(TRANSFER_ENCODING)
        || headers
            .get(CONTENT_LENGTH)
            .is_some_and(|length| length.as_bytes() != b"0")
}

/// Sends a request for another spelling of an address to its one spelling.
async fn one_address(request: Request, next: Next) -> Response {
    let uri = request.uri();
    let path = uri.path();
    if !is_plain(path) {
        return Refusal::NotFound(tracker::NotFound::Page).into_response();
    }
    let one = path.trim_end_matches('/');
    let one = if one.is_empty() { "/" } else { one };
    let query = uri.query();
    // The one address with a parameter is that of the stream.
    let known = query
        .filter(|_| one == "/stream")
        .and_then(|query| query.split('&').find(|part| is_instrument(part)));
    if one == path && query == known {
        return next.run(request).await;
    }
    moved(&known.map_or_else(|| one.to_owned(), |known| format!("{one}?{known}")))
}

/// Whether a path is made of what our paths are made of. No other leads anywhere, and none of these
/// can be taken for the address of another host.
fn is_plain(path: &str) -> bool {
    let fine = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_');
    path.starts_with('/') && path.bytes().all(fine) && !path.contains("//") && !path.contains("..")
}

fn is_instrument(part: &str) -> bool {
    part.strip_prefix("instrument=").is_some_and(|slug| {
        let fine = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        slug.bytes().all(fine)
    })
}

/// The answer that leads to the one address of something, for good.
pub(crate) fn moved(path: &str) -> Response {
    let Ok(path) = HeaderValue::try_from(path) else {
        return Refusal::NotFound(tracker::NotFound::Page).into_response();
    };
    let mut response = StatusCode::MOVED_PERMANENTLY.into_response();
    response.headers_mut().insert(LOCATION, path);
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static(keep::AN_HOUR));
    response
}
