//! A register to read from, that grows and fails as a test asks for.

#[path = "../../../../app/domain/tests/support/mod.rs"]
#[expect(dead_code, reason = "each test uses a part of it")]
pub mod by_hand;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use arc_swap::ArcSwap;
use async_trait::async_trait;
use axum::Router;
use axum::body::Body;
use axum::response::Response;
use by_hand::{clause, code, day, imported, instrument, listed, opening, ratified, slug};
use domain::day::Day;
use domain::digest::Digest;
use domain::legal_date::ZoneName;
use domain::name::Slug;
use domain::procedure::Library;
use domain::register::merkle::{Frontier, leaf_hash};
use domain::register::{Entry, RecordedAt};
use domain::snapshot::{OnUnknown, Snapshot};
use domain::statement::Statement;
use http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use public::{Config, Published, PublishedBlob, PublishedEntry, Source, SourceError};
use tokio::sync::watch;
use tower::ServiceExt as _;

/// A register in memory.
#[derive(Debug)]
pub struct InMemory {
    grown: Mutex<Grown>,
    published: ArcSwap<Published>,
    changes: watch::Sender<u64>,
    today: Mutex<Day>,
    blobs: BTreeMap<Digest, PublishedBlob>,
    /// How often an entry was read.
    pub reads: AtomicUsize,
    /// Whether reading fails.
    pub fails: AtomicBool,
}

#[derive(Debug, Default)]
struct Grown {
    frontier: Frontier,
    entries: Vec<PublishedEntry>,
}

/// The file that is there.
pub const FILE: &[u8] = b"<script>alert(1)</script>";
/// The file that was withdrawn.
pub const WITHDRAWN: &[u8] = b"withdrawn";

/// What the hash of the file is of whose reading is a mistake in the program.
pub const PANICS: &[u8] = b"panics";
/// What the hash of the file is of that is never read to its end.
pub const HANGS: &[u8] = b"hangs";

/// The name of the other instrument.
pub fn other() -> Slug {
    "other-guarantee".parse().unwrap()
}

/// The statement, said of the other instrument.
pub fn of_other(mut statement: Statement) -> Statement {
    statement.instrument = other();
    statement
}

impl InMemory {
    /// With two instruments of one participant each.
    pub fn new() -> Arc<Self> {
        let register = Self::empty();
        let on = day("2026-01-06");
        let defined = instrument(
            clause(r#"{"first_of":[{"when":{"count":2},"then":{"same_day":true}}]}"#),
            BTreeMap::new(),
        );
        register.add(vec![opening(on, defined.clone())]);
        register.add(vec![of_other(opening(on, defined))]);
        register.add(vec![listed(code("POL"), on), listed(code("FRA"), on)]);
        register.add(vec![of_other(listed(code("POL"), on))]);
        register
    }

    /// Without an entry.
    pub fn empty() -> Arc<Self> {
        let frontier = Frontier::new();
        let published = Published {
            root: frontier.root(),
            snapshot: Snapshot::new(OnUnknown::Stop),
            library: Library::new(),
        };
        Arc::new(Self {
            grown: Mutex::default(),
            published: ArcSwap::from_pointee(published),
            changes: watch::Sender::new(0),
            today: Mutex::new(day("2026-01-06")),
            blobs: BTreeMap::from([
                (Digest::of(FILE), PublishedBlob::Present(FILE.to_vec())),
                (
                    Digest::of(WITHDRAWN),
                    PublishedBlob::Withdrawn("It named a private person.".to_owned()),
                ),
            ]),
            reads: AtomicUsize::new(0),
            fails: AtomicBool::new(false),
        })
    }

    /// One more entry, published as the store does it.
    pub fn add(&self, statements: Vec<Statement>) {
        let mut grown = self.grown.lock().unwrap();
        let index = grown.frontier.size();
        let entry: Entry = imported(index, statements);
        let bytes = entry.encode().unwrap();
        let leaf = leaf_hash(&bytes);
        grown.frontier.push(leaf);
        let root = grown.frontier.root();
        grown.entries.push(PublishedEntry {
            index,
            bytes,
            leaf_hash: leaf,
            root_after: root,
        });
        let snapshot = self.published.load().snapshot.with(&entry).unwrap();
        let library = self.published.load().library.clone();
        self.published.store(Arc::new(Published {
            snapshot,
            library,
            root,
        }));
        self.changes.send_replace(index + 1);
    }

    /// Poland ratifies the first instrument.
    pub fn ratify(&self) {
        self.add(vec![ratified(code("POL"), day("2026-01-06"))]);
    }

    /// Something happens to the other instrument.
    pub fn touch_other(&self) {
        self.add(vec![of_other(listed(code("FRA"), day("2026-01-06")))]);
    }

    /// It is another day.
    pub fn set_today(&self, today: Day) {
        *self.today.lock().unwrap() = today;
    }

    /// The stored bytes of an entry.
    pub fn bytes(&self, index: usize) -> Vec<u8> {
        self.grown.lock().unwrap().entries[index].bytes.clone()
    }

    /// The routes over it.
    pub fn router(self: &Arc<Self>) -> Router {
        public::router(Arc::clone(self) as Arc<dyn Source>, &Config::default())
    }
}

#[async_trait]
impl Source for InMemory {
    fn current(&self) -> Arc<Published> {
        self.published.load_full()
    }

    fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    async fn entry(&self, index: u64) -> Result<Option<PublishedEntry>, SourceError> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        if self.fails.load(Ordering::SeqCst) {
            return Err(SourceError("the disk is gone".to_owned()));
        }
        let grown = self.grown.lock().unwrap();
        let index = usize::try_from(index).unwrap();
        Ok(grown.entries.get(index).cloned())
    }

    async fn blob(&self, hash: &Digest) -> Result<Option<PublishedBlob>, SourceError> {
        assert!(*hash != Digest::of(PANICS), "a secret that nobody may read");
        if *hash == Digest::of(HANGS) {
            std::future::pending::<()>().await;
        }
        Ok(self.blobs.get(hash).cloned())
    }

    fn now(&self) -> RecordedAt {
        let today = *self.today.lock().unwrap();
        format!("{today}T12:00:00.000000Z").parse().unwrap()
    }

    fn legal_day(&self, _: &ZoneName) -> Day {
        *self.today.lock().unwrap()
    }

    fn day_ends(&self, day: Day, _: Option<&ZoneName>) -> Option<RecordedAt> {
        let next = day.plus_days(1).ok()?;
        format!("{next}T00:00:00.000000Z").parse().ok()
    }
}

/// An answer, read to its end.
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: http::HeaderMap,
    /// Its body.
    pub body: Vec<u8>,
}

impl Answer {
    /// One of its headers.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// Its body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// A request to read a path, under the name of this machine.
pub fn get(path: &str) -> http::request::Builder {
    Request::get(path).header("host", "localhost:8080")
}

/// Sends a request.
pub async fn send(router: &Router, request: Request<Body>) -> Response {
    router.clone().oneshot(request).await.unwrap()
}

/// Sends a request and reads the answer to its end.
pub async fn ask(router: &Router, request: http::request::Builder) -> Answer {
    let response = send(router, request.body(Body::empty()).unwrap()).await;
    let (parts, body) = response.into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: body.collect().await.unwrap().to_bytes().to_vec(),
    }
}

/// What stands at a path.
pub fn instrument_path(rest: &str) -> String {
    format!("/en/{}{rest}", slug())
}
