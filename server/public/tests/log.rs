//! What the log says of requests, and what it must not.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::StatusCode;
use support::by_hand::day;
use support::{InMemory, ask, get, instrument_path};
use tokio::time::timeout;
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::fmt::MakeWriter;

/// Long enough for a busy machine, short enough to fail in time.
const PATIENCE: Duration = Duration::from_secs(20);

/// A log in memory.
#[derive(Debug, Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Written to from now on by everything on this thread.
    fn begin(&self) -> DefaultGuard {
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::DEBUG)
            .with_ansi(false)
            .with_writer(self.clone())
            .finish();
        tracing::subscriber::set_default(subscriber)
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    /// How often the page at this path was rendered.
    fn rendered(&self, path: &str) -> usize {
        let text = self.text();
        let page = format!("a page is rendered page={path}");
        text.lines().filter(|line| line.ends_with(&page)).count()
    }

    async fn until(&self, condition: impl Fn(&Self) -> bool) {
        let met = async {
            while !condition(self) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        assert!(timeout(PATIENCE, met).await.is_ok(), "{}", self.text());
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn the_log_says_what_was_asked_and_answered_and_nothing_of_the_reader() {
    let log = Log::default();
    let _logging = log.begin();
    let router = InMemory::new().router();
    let request = get(&instrument_path("/changes"))
        .header("cookie", "canary-1")
        .header("user-agent", "canary-2")
        .header("x-request-id", "canary-3")
        .header("referer", "canary-4");
    let page = ask(&router, request).await;
    assert_eq!(page.status, StatusCode::OK);
    let stream = ask(&router, get("/stream?instrument=canary-5")).await;
    let moved = ask(&router, get("/en?canary-6")).await;
    let text = log.text();
    let line = |id: Option<&str>| {
        let ends = |line: &&str| line.contains(id.unwrap()) && line.contains("answered");
        text.lines().find(ends).unwrap().to_owned()
    };
    let page = line(page.header("x-request-id"));
    for part in [
        "method=GET",
        "/{lang}/{instrument}/changes",
        "status=200",
        "micros=",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let stream = line(stream.header("x-request-id"));
    assert!(stream.contains("route=\"/stream\"") && stream.contains("status=404"));
    assert!(line(moved.header("x-request-id")).contains("status=301"));
    assert!(!text.contains("canary"), "{text}");
}

#[tokio::test]
async fn what_most_readers_come_for_is_rendered_before_they_ask_and_once() {
    let log = Log::default();
    let _logging = log.begin();
    let register = InMemory::new();
    let router = register.router();
    let (home, changes) = (instrument_path(""), instrument_path("/changes"));
    let hot = ["/en", &home, &changes];
    for path in hot {
        log.until(|log| log.rendered(path) == 1).await;
    }
    register.ratify();
    for path in hot {
        log.until(|log| log.rendered(path) == 2).await;
    }
    register.set_today(day("2026-01-07"));
    for path in hot {
        log.until(|log| log.rendered(path) == 3).await;
    }
    for path in hot {
        assert_eq!(ask(&router, get(path)).await.status, StatusCode::OK);
        assert_eq!(log.rendered(path), 3, "{path}");
    }

    // What happens to another instrument leaves the pages that do not speak of it.
    register.touch_other();
    log.until(|log| log.rendered("/en") == 4).await;
    log.until(|log| log.rendered(&home) == 4).await;
    ask(&router, get(&changes)).await;
    assert_eq!(log.rendered(&changes), 3);
}
