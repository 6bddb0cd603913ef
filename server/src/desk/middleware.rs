//! What holds for every request and every answer of the desk.

use std::any::Any;
use std::time::Duration;

use app::desk::{ErrorPage, Mishap};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderName, HeaderValue, ORIGIN,
    REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, Method, StatusCode};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::trace::TraceLayer;

use super::Desk;
use super::mishap::Failed;
use super::visit::Visit;

/// The most bytes a form may have.
pub const MOST_BYTES: usize = 64 * 1024;
/// How long a request may take.
const LONGEST: Duration = Duration::from_secs(30);

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const X_ROBOTS_TAG: HeaderName = HeaderName::from_static("x-robots-tag");
const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const EMBEDDER_POLICY: HeaderName = HeaderName::from_static("cross-origin-embedder-policy");

/// Puts around the routes what holds for all of them. A request meets the layers from the top down,
/// its answer from the bottom up.
pub fn apply_middleware(router: Router<Desk>, desk: &Desk) -> Router<Desk> {
    router.layer(
        ServiceBuilder::new()
            // Gives the request its id and nonce. On the way back it turns a mishap, wherever it
            // happened, into a page, and puts the headers on every answer: so it is the outermost.
            .layer(from_fn_with_state(desk.clone(), frame))
            // One line for each request. Neither headers nor the query are in it: they hold secrets.
            .layer(
                TraceLayer::new_for_http()
                    .make_span_with(span)
                    .on_request(())
                    .on_response(log)
                    .on_failure(()),
            )
            // A panic is ours: a page with the id of the request, and the process goes on.
            .layer(CatchPanicLayer::custom(panicked))
            // Before anything is read: a request for another host is not for us.
            .layer(from_fn_with_state(desk.clone(), refuse_other_hosts))
            // A form is taken from our own pages only, by what the browser says of its origin. The
            // layer follows the scheme of Go 1.25; the function after it is stricter in two points.
            .layer(CsrfLayer::new().with_rejection_response(|_: ProtectionError| forged()))
            .layer(from_fn_with_state(desk.clone(), refuse_other_origins))
            .layer(from_fn(limit_time))
            .layer(RequestBodyLimitLayer::new(MOST_BYTES)),
    )
}

fn forged() -> Response {
    Failed(Mishap::Forged).into_response()
}

fn span(request: &Request) -> tracing::Span {
    let id = request
        .extensions()
        .get::<Visit>()
        .map_or("", |visit| visit.request.as_str());
    tracing::info_span!(
        "request",
        http.method = %request.method(),
        http.path = request.uri().path(),
        request.id = id,
    )
}

fn log<B>(response: &http::Response<B>, latency: Duration, _: &tracing::Span) {
    let status = response.status();
    let micros = u64::try_from(latency.as_micros()).unwrap_or(u64::MAX);
    if status.is_server_error() {
        tracing::warn!(status = status.as_u16(), micros, "answered");
    } else {
        tracing::info!(status = status.as_u16(), micros, "answered");
    }
}

fn panicked(_panic: Box<dyn Any + Send>) -> Response {
    tracing::error!("a handler of the desk panicked");
    Failed(Mishap::Ours).into_response()
}

async fn frame(State(desk): State<Desk>, mut request: Request, next: Next) -> Response {
    let visit = match Visit::begin(&request, desk.randomness.as_ref(), &desk.config.proxies) {
        Ok(visit) => visit,
        Err(error) => {
            tracing::error!(%error, "a request could not be begun");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    request.extensions_mut().insert(visit.clone());
    let mut response = next.run(request).await;
    if let Some(mishap) = mishap_of(&response) {
        let page = ErrorPage {
            mishap,
            request: visit.request.clone(),
        };
        let html = page.html(&desk.bare_frame());
        *response.body_mut() = Body::from(html);
        // The body is another one now.
        response.headers_mut().remove(http::header::CONTENT_LENGTH);
        response.headers_mut().insert(
            CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
    }
    put_headers(response.headers_mut(), &visit, desk.config.is_https());
    response
}

/// Why an answer is an error page, also where a layer answered that knows nothing of ours.
fn mishap_of(response: &Response) -> Option<Mishap> {
    if let Some(Failed(mishap)) = response.extensions().get::<Failed>() {
        return Some(*mishap);
    }
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    let is_page = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    // A page of ours with such a status has its own words: a form with what is wrong.
    if !is_error || is_page {
        return None;
    }
    Some(match status {
        StatusCode::NOT_FOUND => Mishap::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Mishap::WrongMethod,
        StatusCode::PAYLOAD_TOO_LARGE => Mishap::TooLarge,
        StatusCode::SERVICE_UNAVAILABLE => Mishap::Busy,
        status if status.is_client_error() => Mishap::Unreadable,
        _ => Mishap::Ours,
    })
}

fn put_headers(headers: &mut HeaderMap, visit: &Visit, is_https: bool) {
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; \
         style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'",
        nonce = visit.nonce
    );
    let fixed = [
        // Assets say for themselves how long they may be kept; everything else is not to be kept.
        (X_ROBOTS_TAG, "noindex, nofollow"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Not `no-referrer`: with it browsers send `Origin: null` with our own forms.
        (REFERRER_POLICY, "same-origin"),
        (OPENER_POLICY, "same-origin"),
        (RESOURCE_POLICY, "same-origin"),
        (EMBEDDER_POLICY, "require-corp"),
        (
            PERMISSIONS_POLICY,
            "accelerometer=(), camera=(), geolocation=(), microphone=(), payment=(), usb=(), \
             publickey-credentials-create=(self), publickey-credentials-get=(self)",
        ),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    if is_https {
        headers.insert(
            STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains; preload"),
        );
    }
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, policy),
        (X_REQUEST_ID, visit.request.clone()),
    ] {
        // Both are made of hexadecimal digits and our own words.
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
}

async fn refuse_other_hosts(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let mut hosts = request.headers().get_all(HOST).iter();
    let is_ours = |host: &str| desk.config.has_host(host);
    let host_is_ours = hosts
        .next()
        .and_then(|host| host.to_str().ok())
        .is_some_and(is_ours)
        && hosts.next().is_none();
    // A request can name its host in its first line too, as for a proxy.
    let authority_is_ours = request
        .uri()
        .authority()
        .is_none_or(|authority| is_ours(authority.as_str()));
    if host_is_ours && authority_is_ours {
        next.run(request).await
    } else {
        Failed(Mishap::WrongHost).into_response()
    }
}

async fn refuse_other_origins(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD);
    if is_safe || comes_from_here(request.headers(), |origin| desk.config.has_origin(origin)) {
        next.run(request).await
    } else {
        forged()
    }
}

/// Whether the browser says that a form comes from our own pages.
///
/// Stricter than the layer before it: a request that says nothing is refused, and an origin must be
/// ours with its scheme, also where `Sec-Fetch-Site` is missing.
///
/// The form to sign in is covered by this alone. There is no session yet whose token it could carry,
/// nor anything that could be done in somebody's name; what is left is to sign somebody in under a
/// foreign account, and a page of another site cannot send a form with headers of ours.
fn comes_from_here(headers: &HeaderMap, is_ours: impl Fn(&str) -> bool) -> bool {
    let only = |name: HeaderName| {
        let mut values = headers.get_all(name).iter();
        let first = values.next();
        (first, values.next().is_some())
    };
    let (site, second_site) = only(SEC_FETCH_SITE);
    let (origin, second_origin) = only(ORIGIN);
    let site_is_ours = site.is_none_or(|site| site == "same-origin" || site == "none");
    let origin_is_ours = origin.is_none_or(|origin| origin.to_str().is_ok_and(&is_ours));
    let says_something = site.is_some() || origin.is_some();
    says_something && site_is_ours && origin_is_ours && !second_site && !second_origin
}

async fn limit_time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(LONGEST, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Failed(Mishap::TooSlow).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_taken_from_our_own_pages_only() {
        let ours = |origin: &str| origin == "https://desk.example";
        let comes = |headers: &[(&'static str, &'static str)]| {
            let mut map = HeaderMap::new();
            for (name, value) in headers {
                map.append(*name, HeaderValue::from_static(value));
            }
            comes_from_here(&map, ours)
        };
        let (site, origin) = ("sec-fetch-site", "origin");
        assert!(comes(&[(site, "same-origin")]));
        assert!(comes(&[
            (site, "same-origin"),
            (origin, "https://desk.example")
        ]));
        assert!(comes(&[(origin, "https://desk.example")]));
        assert!(comes(&[(site, "none")]));
        for foreign in [
            &[][..],
            &[(site, "cross-site")],
            &[(site, "same-site")],
            &[(site, "cross-site"), (origin, "https://desk.example")],
            &[(site, "same-origin"), (origin, "https://evil.example")],
            &[(site, "same-origin"), (origin, "null")],
            &[(origin, "null")],
            &[(origin, "http://desk.example")],
            &[(origin, "https://desk.example:444")],
            &[
                (origin, "https://desk.example"),
                (origin, "https://evil.example"),
            ],
            &[(site, "same-origin"), (site, "cross-site")],
        ] {
            assert!(!comes(foreign), "{foreign:?}");
        }
    }
}
