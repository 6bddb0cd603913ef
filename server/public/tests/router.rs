//! The routes as a client sees them, over a small register.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the functions beside the tests are tests too"
)]

mod support;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use domain::digest::Digest;
use http::{Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use public::{Config, Source};
use support::by_hand::{day, slug};
use support::{
    Answer, FILE, HANGS, InMemory, PANICS, WITHDRAWN, ask, get, instrument_path, other, send,
};
use tokio::time::timeout;

/// Long enough for a busy machine, short enough to fail in time.
const PATIENCE: Duration = Duration::from_secs(20);

/// Every address of the register of a test, in every form that it has.
fn addresses() -> Vec<String> {
    let mut paths = vec!["/en".to_owned(), "/en/entries/0".to_owned()];
    paths.push("/en/about/method".to_owned());
    for at in ["", "/at/2026-01-07", "/at/n4", "/at/n4/2026-01-07"] {
        for page in ["", "/countries/pl", "/clause", "/changes"] {
            paths.push(instrument_path(&format!("{at}{page}")));
        }
    }
    let json: Vec<String> = paths.iter().map(|path| format!("{path}.json")).collect();
    paths.extend(json);
    paths.push("/en.csv".to_owned());
    paths.push(instrument_path(".csv"));
    paths.push(instrument_path("/changes.csv"));
    paths
}

#[tokio::test]
async fn every_page_is_there_in_every_form() {
    let router = InMemory::new().router();
    for path in addresses() {
        let answer = ask(&router, get(&path)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let content_type = answer.header("content-type").unwrap();
        let expected = match path.rsplit_once('.') {
            Some((_, "json")) => "application/json",
            Some((_, "csv")) => "text/csv; charset=utf-8; header=present",
            _ => "text/html; charset=utf-8",
        };
        assert_eq!(content_type, expected, "{path}");
        let length = answer.header("content-length").unwrap();
        assert_eq!(length, answer.body.len().to_string(), "{path}");
        assert_eq!(answer.header("vary"), Some("Accept-Encoding"), "{path}");
    }
}

#[tokio::test]
async fn every_answer_says_the_same_to_the_browser() {
    let router = InMemory::new().router();
    let file = format!("/blobs/{}", Digest::of(FILE));
    let gone = format!("/blobs/{}", Digest::of(WITHDRAWN));
    let fixed = [
        "/",
        "/healthz",
        "/readyz",
        "/robots.txt",
        "/nothing",
        "/en?x",
    ];
    let paths = addresses()
        .into_iter()
        .chain([file, gone, app::asset::style().path.clone()])
        .chain(fixed.map(str::to_owned));
    for path in paths {
        let answer = ask(&router, get(&path)).await;
        for (name, expected) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "strict-origin-when-cross-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
        ] {
            assert_eq!(answer.header(name), Some(expected), "{path}");
        }
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.contains("default-src 'none'"), "{path}");
        assert!(answer.header("permissions-policy").is_some(), "{path}");
        assert!(answer.header("x-request-id").is_some(), "{path}");
        assert!(answer.header("cache-control").is_some(), "{path}");
        for name in [
            "set-cookie",
            "strict-transport-security",
            "access-control-allow-credentials",
            "server",
        ] {
            assert_eq!(answer.header(name), None, "{path}");
        }
        let is_open = answer.header("access-control-allow-origin") == Some("*");
        let is_data = answer.status == StatusCode::OK
            && [".json", ".csv"].iter().any(|form| path.ends_with(form));
        assert_eq!(is_open, is_data, "{path}");
        let resource = answer.header("cross-origin-resource-policy");
        let expected = if is_data {
            "cross-origin"
        } else {
            "same-origin"
        };
        assert_eq!(resource, Some(expected), "{path}");
    }
}

#[tokio::test]
async fn a_page_runs_only_our_own_scripts_from_files() {
    let router = InMemory::new().router();
    let answer = ask(&router, get("/en")).await;
    assert_eq!(
        answer.header("content-security-policy"),
        Some(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
             font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; \
             base-uri 'none'; object-src 'none'; manifest-src 'self'"
        )
    );
}

#[tokio::test]
async fn https_is_insisted_on_only_where_it_is_served() {
    let config = Config {
        https: true,
        ..Config::default()
    };
    let router = public::router(InMemory::new() as Arc<dyn Source>, &config);
    let answer = ask(&router, get("/en")).await;
    let insists = answer.header("strict-transport-security").unwrap();
    assert!(insists.contains("max-age=63072000"));
    let policy = answer.header("content-security-policy").unwrap();
    assert!(policy.ends_with("; upgrade-insecure-requests"));
}

#[tokio::test]
async fn pages_are_kept_a_moment_and_only_what_never_changes_for_ever() {
    let router = InMemory::new().router();
    let moment = "public, max-age=10, stale-while-revalidate=60, stale-if-error=86400";
    let for_ever = "public, max-age=31536000, immutable";
    let file = format!("/blobs/{}", Digest::of(FILE));
    for path in addresses() {
        let expected = if path == "/en/entries/0.json" {
            for_ever
        } else {
            moment
        };
        let answer = ask(&router, get(&path)).await;
        assert_eq!(answer.header("cache-control"), Some(expected), "{path}");
    }
    for path in [file.as_str(), &app::asset::live().path] {
        let answer = ask(&router, get(path)).await;
        assert_eq!(answer.header("cache-control"), Some(for_ever), "{path}");
    }
}

#[tokio::test]
async fn a_page_that_the_client_has_is_not_sent_again() {
    let router = InMemory::new().router();
    for path in ["/en".to_owned(), instrument_path(".json")] {
        let whole = ask(&router, get(&path)).await;
        let tag = whole.header("etag").unwrap().to_owned();
        let expected = Digest::of(&whole.body).to_string();
        assert!(expected.starts_with(tag.trim_matches('"')), "{path}");
        for has in [tag.clone(), format!("\"x\", W/{tag}"), "*".to_owned()] {
            let again = ask(&router, get(&path).header("if-none-match", &has)).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path} {has}");
            assert_eq!(again.body, b"");
            assert_eq!(again.header("etag"), Some(tag.as_str()));
            for name in [
                "cache-control",
                "vary",
                "content-security-policy",
                "access-control-allow-origin",
                "cross-origin-resource-policy",
            ] {
                assert_eq!(again.header(name), whole.header(name), "{path} {name}");
            }
        }
        let other = ask(&router, get(&path).header("if-none-match", "\"x\"")).await;
        assert_eq!(other.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn each_encoding_has_a_tag_of_its_own_and_any_of_them_is_known_again() {
    let router = InMemory::new().router();
    let mut tags = Vec::new();
    for (accept, expected) in [("br, gzip", Some("br")), ("gzip", Some("gzip")), ("", None)] {
        let answer = ask(&router, get("/en").header("accept-encoding", accept)).await;
        assert_eq!(answer.header("content-encoding"), expected);
        let length = answer.header("content-length").unwrap();
        assert_eq!(length, answer.body.len().to_string());
        tags.push(answer.header("etag").unwrap().to_owned());
    }
    assert!(tags[0] != tags[1] && tags[1] != tags[2] && tags[0] != tags[2]);
    for tag in tags {
        let request = get("/en")
            .header("accept-encoding", "br")
            .header("if-none-match", tag);
        assert_eq!(ask(&router, request).await.status, StatusCode::NOT_MODIFIED);
    }
}

#[tokio::test]
async fn the_head_of_a_page_is_that_of_the_page() {
    let router = InMemory::new().router();
    for path in addresses().into_iter().chain(["/nothing".to_owned()]) {
        let whole = ask(&router, get(&path)).await;
        let head = Request::builder()
            .method(Method::HEAD)
            .uri(&path)
            .header("host", "localhost:8080");
        let head = ask(&router, head).await;
        assert_eq!(head.body, b"", "{path}");
        assert_eq!(head.status, whole.status, "{path}");
        let names = ["etag", "content-type", "content-length", "cache-control"];
        for name in names {
            assert_eq!(head.header(name), whole.header(name), "{path} {name}");
        }
    }
}

#[tokio::test]
async fn what_a_client_says_of_itself_changes_nothing() {
    let router = InMemory::new().router();
    for path in addresses() {
        let plain = ask(&router, get(&path)).await;
        let mut request = get(&path);
        for name in [
            "cookie",
            "authorization",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto",
            "x-forwarded-server",
            "x-forwarded-scheme",
            "x-host",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method-override",
            "x-method-override",
            "x-real-ip",
            "x-request-id",
            "x-correlation-id",
            "true-client-ip",
            "cf-connecting-ip",
            "accept-language",
            "user-agent",
            "referer",
            "origin",
            "range",
            "via",
            "te",
            "pragma",
            "cache-control",
            "if-modified-since",
        ] {
            request = request.header(name, "canary-5d1f");
        }
        let loaded = ask(&router, request).await;
        assert_eq!(loaded.status, plain.status, "{path}");
        assert_eq!(loaded.body, plain.body, "{path}");
        for (name, value) in &loaded.headers {
            assert!(!value.to_str().unwrap().contains("canary"), "{path} {name}");
            if name != "x-request-id" {
                assert_eq!(plain.headers.get(name), Some(value), "{path} {name}");
            }
        }
        assert_eq!(loaded.headers.len(), plain.headers.len(), "{path}");
    }
}

#[tokio::test]
async fn only_reading_is_possible() {
    let router = InMemory::new().router();
    for method in [
        "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY",
    ] {
        for path in ["/en", "/stream", "/", "/nothing"] {
            let request = Request::builder()
                .method(method)
                .uri(path)
                .header("host", "localhost:8080");
            let answer = ask(&router, request).await;
            assert_eq!(
                answer.status,
                StatusCode::METHOD_NOT_ALLOWED,
                "{method} {path}"
            );
            assert_eq!(answer.header("allow"), Some("GET, HEAD"), "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_request_with_a_body_or_too_long_an_address_is_refused() {
    let router = InMemory::new().router();
    for header in [("content-length", "1"), ("transfer-encoding", "chunked")] {
        let answer = ask(&router, get("/en").header(header.0, header.1)).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{header:?}");
    }
    let empty = ask(&router, get("/en").header("content-length", "0")).await;
    assert_eq!(empty.status, StatusCode::OK);
    for path in [
        format!("/en/{}", "a".repeat(5000)),
        format!("/en?{}", "a".repeat(5000)),
    ] {
        let answer = ask(&router, get(&path)).await;
        assert_eq!(answer.status, StatusCode::URI_TOO_LONG);
    }
}

#[tokio::test]
async fn a_request_that_was_meant_for_another_host_is_refused() {
    let router = InMemory::new().router();
    for host in ["evil.example", "localhost:8081", "localhost", ""] {
        let request = Request::get("/en").header("host", host);
        let answer = ask(&router, request).await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert!(!answer.text().contains("evil"));
    }
    let absent = ask(&router, Request::get("/en")).await;
    assert_eq!(absent.status, StatusCode::MISDIRECTED_REQUEST);
    let twice = get("/en").header("host", "localhost:8080");
    let twice = ask(&router, twice).await;
    assert_eq!(twice.status, StatusCode::MISDIRECTED_REQUEST);
    let in_line = ask(&router, get("http://evil.example/en")).await;
    assert_eq!(in_line.status, StatusCode::MISDIRECTED_REQUEST);
    // Health is asked for by whatever name the machine has.
    let request = Request::get("/healthz").header("host", "10.0.0.7:8080");
    assert_eq!(ask(&router, request).await.status, StatusCode::OK);

    let config = Config {
        hosts: vec!["tracker.example".parse().unwrap()],
        ..Config::default()
    };
    let router = public::router(InMemory::new() as Arc<dyn Source>, &config);
    for (host, expected) in [
        ("tracker.example", StatusCode::OK),
        ("tracker.example:443", StatusCode::OK),
        ("localhost:8080", StatusCode::MISDIRECTED_REQUEST),
    ] {
        let answer = ask(&router, Request::get("/en").header("host", host)).await;
        assert_eq!(answer.status, expected, "{host}");
    }
}

#[tokio::test]
async fn each_thing_has_one_address() {
    let router = InMemory::new().router();
    let country = instrument_path("/countries/pl");
    for (path, one) in [
        ("/en/".to_owned(), "/en"),
        ("/en?utm_source=x".to_owned(), "/en"),
        ("/en?".to_owned(), "/en"),
        ("/?x=1".to_owned(), "/"),
        ("/robots.txt?x".to_owned(), "/robots.txt"),
        (format!("{country}/?a=b"), &country),
        (instrument_path("/countries/PL"), &country),
        (
            "/stream?x=1&instrument=a&y=2".to_owned(),
            "/stream?instrument=a",
        ),
    ] {
        let answer = ask(&router, get(&path)).await;
        assert_eq!(answer.status, StatusCode::MOVED_PERMANENTLY, "{path}");
        assert_eq!(answer.header("location"), Some(one), "{path}");
    }
    let root = ask(&router, get("/")).await;
    assert_eq!(root.status, StatusCode::SEE_OTHER);
    assert_eq!(root.header("location"), Some("/en"));
}

#[tokio::test]
async fn no_address_leads_away_from_here() {
    let router = InMemory::new().router();
    for path in [
        "//evil.example",
        "//evil.example/",
        "//evil.example/?x",
        "//en",
        "/\\evil.example/?x",
        "/en/%2f%2fevil.example/",
        "/%2f/evil.example/",
        "/..//evil.example/",
        "/en/..%2fdesk",
        "/en/../desk",
        "/en;.js",
        "/desk%2f..%2fen",
        "/desk/x.css",
        "/en/x.css",
        "/en/%00",
        "/sign-in",
        "/.git/config",
    ] {
        let Ok(request) = get(path).body(Body::empty()) else {
            continue;
        };
        let response = send(&router, request).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        assert_eq!(response.headers().get("location"), None, "{path}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let router = InMemory::new().router();
    for path in [
        "/nothing".to_owned(),
        "/en/unknown".to_owned(),
        "/en/unknown.json".to_owned(),
        "/en/unknown/changes".to_owned(),
        "/en/entries/4".to_owned(),
        "/en/entries/4.json".to_owned(),
        instrument_path("/at/n5"),
        instrument_path("/countries/zz"),
        instrument_path("/clause.csv"),
        "/assets/0000000000000000/assent.css".to_owned(),
        format!("/blobs/{}", Digest::of(b"unknown")),
        "/blobs/x".to_owned(),
        "/stream".to_owned(),
        "/stream?instrument=unknown".to_owned(),
        "/.well-known/security.txt".to_owned(),
    ] {
        let answer = ask(&router, get(&path)).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        let expected = match path.rsplit_once('.') {
            Some((_, "json")) => "application/problem+json",
            _ => "text/html; charset=utf-8",
        };
        assert_eq!(answer.header("content-type"), Some(expected), "{path}");
        let id = answer.header("x-request-id").expect("a request id");
        let body = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(body.contains(id), "{path}: {body}");
    }
}

#[tokio::test]
async fn the_data_of_an_entry_are_its_stored_bytes() {
    let register = InMemory::new();
    let router = register.router();
    for index in 0..4 {
        let answer = ask(&router, get(&format!("/en/entries/{index}.json"))).await;
        assert_eq!(answer.body, register.bytes(index));
    }
}

#[tokio::test]
async fn a_page_changes_with_its_own_instrument_and_not_with_another() {
    let register = InMemory::new();
    let router = register.router();
    let own = [
        instrument_path("/countries/pl"),
        instrument_path("/clause"),
        instrument_path("/changes"),
        instrument_path("/changes.json"),
    ];
    let mut tags = Vec::new();
    for path in &own {
        let answer = ask(&router, get(path)).await;
        tags.push(answer.header("etag").unwrap().to_owned());
    }
    register.touch_other();
    for (path, tag) in own.iter().zip(&tags) {
        let again = ask(&router, get(path).header("if-none-match", tag)).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
    }
    register.ratify();
    for path in ["/changes", "/changes.json"] {
        let path = instrument_path(path);
        let tag = &tags[own.iter().position(|own| *own == path).unwrap()];
        let again = ask(&router, get(&path).header("if-none-match", tag)).await;
        assert_eq!(again.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn a_page_changes_at_midnight() {
    let register = InMemory::new();
    let router = register.router();
    let path = instrument_path("");
    let tag = |answer: Answer| answer.header("etag").unwrap().to_owned();
    let before = tag(ask(&router, get(&path)).await);
    register.set_today(day("2026-01-07"));
    assert_ne!(tag(ask(&router, get(&path)).await), before);
}

#[tokio::test]
async fn many_that_ask_at_once_are_given_one_rendering_and_the_next_none() {
    let register = InMemory::new();
    let router = register.router();
    let requests: Vec<_> = (0..50)
        .map(|_| {
            let router = router.clone();
            tokio::spawn(async move { ask(&router, get("/en/entries/2")).await })
        })
        .collect();
    for request in requests {
        assert_eq!(request.await.unwrap().status, StatusCode::OK);
    }
    assert_eq!(register.reads.load(Ordering::SeqCst), 1);
    let whole = ask(&router, get("/en/entries/2")).await;
    let tag = whole.header("etag").unwrap();
    ask(&router, get("/en/entries/2").header("if-none-match", tag)).await;
    assert_eq!(register.reads.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_register_that_cannot_be_read_is_tried_again() {
    let register = InMemory::new();
    let router = register.router();
    register.fails.store(true, Ordering::SeqCst);
    for path in ["/en/entries/2", "/readyz"] {
        let answer = ask(&router, get(path)).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert!(!answer.text().contains("disk"));
    }
    let alive = ask(&router, get("/healthz")).await;
    assert_eq!(alive.status, StatusCode::OK);
    register.fails.store(false, Ordering::SeqCst);
    for path in ["/en/entries/2", "/readyz"] {
        assert_eq!(
            ask(&router, get(path)).await.status,
            StatusCode::OK,
            "{path}"
        );
    }
}

#[tokio::test]
async fn an_empty_register_has_its_list_and_is_ready() {
    let router = InMemory::empty().router();
    for path in ["/en", "/en.json", "/en.csv", "/readyz"] {
        assert_eq!(
            ask(&router, get(path)).await.status,
            StatusCode::OK,
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_file_is_saved_and_never_shown() {
    let router = InMemory::new().router();
    let path = format!("/blobs/{}", Digest::of(FILE));
    let answer = ask(&router, get(&path)).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.body, FILE);
    assert_eq!(
        answer.header("content-type"),
        Some("application/octet-stream")
    );
    assert_eq!(
        answer.header("content-disposition").unwrap(),
        format!("attachment; filename=\"{}\"", Digest::of(FILE))
    );
    assert_eq!(
        answer.header("content-security-policy"),
        Some("sandbox; default-src 'none'")
    );
    let length = answer.header("content-length").unwrap();
    assert_eq!(length, FILE.len().to_string());
    let tag = answer.header("etag").unwrap();
    let again = ask(&router, get(&path).header("if-none-match", tag)).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);

    let capital = path.replace('a', "A");
    assert_eq!(
        ask(&router, get(&capital)).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_withdrawn_file_is_gone_for_a_reason() {
    let router = InMemory::new().router();
    let path = format!("/blobs/{}", Digest::of(WITHDRAWN));
    let answer = ask(&router, get(&path)).await;
    assert_eq!(answer.status, StatusCode::GONE);
    assert!(answer.text().contains("It named a private person."));
}

#[tokio::test]
async fn a_mistake_in_the_program_is_an_answer_without_a_secret() {
    let router = InMemory::new().router();
    let answer = ask(&router, get(&format!("/blobs/{}", Digest::of(PANICS)))).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(
        answer
            .text()
            .contains(answer.header("x-request-id").unwrap())
    );
    assert!(!answer.text().contains("secret"));
    assert_eq!(ask(&router, get("/en")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_answer_begins_in_time_or_not_at_all() {
    assert_eq!(Config::default().time_limit, Duration::from_secs(30));
    let config = Config {
        time_limit: Duration::from_millis(50),
        ..Config::default()
    };
    let router = public::router(InMemory::new() as Arc<dyn Source>, &config);
    let answer = ask(&router, get(&format!("/blobs/{}", Digest::of(HANGS)))).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.header("retry-after").is_some());
}

#[tokio::test]
async fn an_error_names_the_request() {
    let register = InMemory::new();
    let router = register.router();
    register.fails.store(true, Ordering::SeqCst);
    for path in ["/en/entries/2", "/en/entries/2.json"] {
        let answer = ask(&router, get(path)).await;
        let id = answer.header("x-request-id").unwrap();
        assert!(answer.text().contains(id), "{path}");
    }
    let first = ask(&router, get("/healthz")).await;
    let second = ask(&router, get("/healthz")).await;
    assert_ne!(first.header("x-request-id"), second.header("x-request-id"));
}

#[tokio::test]
async fn a_contact_is_published_if_there_is_one() {
    let config = Config {
        contact: Some("mailto:security@tracker.example".parse().unwrap()),
        ..Config::default()
    };
    let router = public::router(InMemory::new() as Arc<dyn Source>, &config);
    let answer = ask(&router, get("/.well-known/security.txt")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        answer.text(),
        "Contact: mailto:security@tracker.example\nExpires: 2026-07-05T00:00:00Z\n\
         Preferred-Languages: en\n"
    );
}

/// The next part of a stream, without the words that only keep it open.
async fn next_event(body: &mut Body) -> String {
    loop {
        let frame = timeout(PATIENCE, body.frame()).await.unwrap();
        let data = frame.unwrap().unwrap().into_data().unwrap();
        let text = String::from_utf8(data.to_vec()).unwrap();
        if !text.starts_with(':') {
            return text;
        }
    }
}

fn stream_of(slug: &domain::name::Slug, peer: Option<&str>) -> Request<Body> {
    let mut request = get(&format!("/stream?instrument={slug}"))
        .body(Body::empty())
        .unwrap();
    if let Some(peer) = peer {
        let peer: SocketAddr = peer.parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
    }
    request
}

/// What an event says of the last entry.
fn last(event: &str) -> u64 {
    assert!(event.contains("event: last\n"), "{event}");
    let data = event.lines().find_map(|line| line.strip_prefix("data: "));
    data.unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_stream_says_the_last_entry_at_once_and_at_each_change() {
    let register = InMemory::new();
    let router = register.router();
    let response = send(&router, stream_of(&slug(), None)).await;
    let content_type = response.headers().get("content-type").unwrap();
    assert_eq!(content_type, "text/event-stream");
    assert_eq!(response.headers().get("cache-control").unwrap(), "no-store");
    let mut body = response.into_body();
    assert_eq!(last(&next_event(&mut body).await), 2);

    // What happens to another instrument is no news here; then there is some.
    register.touch_other();
    register.ratify();
    assert_eq!(last(&next_event(&mut body).await), 5);

    let response = send(&router, stream_of(&other(), None)).await;
    assert_eq!(last(&next_event(&mut response.into_body()).await), 4);
}

#[tokio::test]
async fn a_slow_reader_is_told_the_newest_only() {
    let register = InMemory::new();
    let router = register.router();
    let mut body = send(&router, stream_of(&slug(), None)).await.into_body();
    assert_eq!(last(&next_event(&mut body).await), 2);
    for participant in ["ITA", "ESP", "SWE"] {
        let participant = support::by_hand::code(participant);
        register.add(vec![support::by_hand::listed(
            participant,
            day("2026-01-06"),
        )]);
    }
    assert_eq!(last(&next_event(&mut body).await), 6);
}

#[tokio::test]
async fn streams_are_counted_for_each_address_and_in_total() {
    let config = Config {
        streams: 3,
        streams_per_address: 2,
        ..Config::default()
    };
    let router = public::router(InMemory::new() as Arc<dyn Source>, &config);
    let open = async |peer| send(&router, stream_of(&slug(), Some(peer))).await;
    let first = open("192.0.2.1:1").await;
    let second = open("192.0.2.1:2").await;
    assert_eq!(second.status(), StatusCode::OK);
    let refused = open("192.0.2.1:3").await;
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.headers().contains_key("retry-after"));
    let third = open("192.0.2.2:1").await;
    assert_eq!(third.status(), StatusCode::OK);
    let full = open("192.0.2.3:1").await;
    assert_eq!(full.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(full.headers().contains_key("retry-after"));
    drop(first);
    assert_eq!(open("192.0.2.1:4").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn streams_end_when_the_listener_stops() {
    let config = Config::default();
    let router = public::router(InMemory::new() as Arc<dyn Source>, &config);
    let response = send(&router, stream_of(&slug(), None)).await;
    config.shutdown.cancel();
    timeout(PATIENCE, response.into_body().collect())
        .await
        .unwrap()
        .unwrap();
    let ready = ask(&router, get("/readyz")).await;
    assert_eq!(ready.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn the_work_in_the_background_ends_when_the_listener_stops() {
    let register = InMemory::new();
    let config = Config::default();
    let router: Router = public::router(Arc::clone(&register) as Arc<dyn Source>, &config);
    ask(&router, get("/en")).await;
    drop(router);
    config.shutdown.cancel();
    let released = async {
        while Arc::strong_count(&register) > 1 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(PATIENCE, released).await.unwrap();
}
