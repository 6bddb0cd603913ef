//! The pages: rendered once for each state of what they show, and kept.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use app::tracker::{self, Address, EntryBytes, NotFound, Opened, Reading};
use axum::response::{IntoResponse as _, Response};
use domain::day::Day;
use domain::register::RecordedAt;
use http::HeaderMap;
use tokio::sync::Semaphore;

use crate::asked::{Asked, Format};
use crate::cache::{Cache, Kept, Version};
use crate::document::{Document, Form, keep};
use crate::headers::Kind;
use crate::outline::{Outline, Outlines};
use crate::refusal::Refusal;
use crate::{PublishedEntry, Source, table};

/// Renderings that may wait for their turn; beyond, a reader is asked to come back.
const WAITING: usize = 256;

/// The pages of the tracker.
#[derive(Debug)]
pub(crate) struct Pages {
    source: Arc<dyn Source>,
    outlines: Outlines,
    cache: Cache,
    /// As many renderings at once as the machine can do: pages that are kept do not wait for them.
    renderings: Arc<Semaphore>,
    waiting: AtomicUsize,
}

/// What became of a rendering.
#[derive(Debug, Clone)]
pub(crate) enum Rendered {
    /// A page.
    Document(Arc<Document>),
    /// There is none.
    NotFound(NotFound),
    /// It could not be rendered just now.
    Failed,
    /// Too many others are being rendered.
    Busy,
}

impl Pages {
    /// The pages of this register, of which so many bytes are kept.
    pub(crate) fn new(source: Arc<dyn Source>, cache_bytes: u64) -> Self {
        let at_once = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            outlines: Outlines::new(Arc::clone(&source)),
            source,
            cache: Cache::new(cache_bytes),
            renderings: Arc::new(Semaphore::new(at_once)),
            waiting: AtomicUsize::new(0),
        }
    }

    /// The register as it is now.
    pub(crate) fn outline(&self) -> Arc<Outline> {
        self.outlines.current()
    }

    /// Where the pages come from.
    pub(crate) fn source(&self) -> &dyn Source {
        self.source.as_ref()
    }

    /// The answer to a request for a page.
    pub(crate) async fn answer(self: &Arc<Self>, asked: Asked, request: &HeaderMap) -> Response {
        match self.get(asked).await {
            Rendered::Document(document) => document.answer(request),
            Rendered::NotFound(missing) => Refusal::NotFound(missing).into_response(),
            Rendered::Failed => Refusal::Unreadable.into_response(),
            Rendered::Busy => Refusal::Busy.into_response(),
        }
    }

    /// The page, rendered if it is not kept as it is now.
    pub(crate) async fn get(self: &Arc<Self>, asked: Asked) -> Rendered {
        let outline = self.outline();
        let Some((version, today)) = self.version(&outline, &asked) else {
            let missing = asked.address.slug().cloned();
            return Rendered::NotFound(missing.map_or(NotFound::Page, NotFound::Instrument));
        };
        let kept = self.cache.get(&asked, version).await;
        if let Some(rendered) = kept {
            return rendered;
        }
        let render = self.render(asked.clone(), outline, today);
        self.cache.get_or_render(asked, version, render).await
    }

    /// What the page as it is now depends on, and the day it takes for today. `None` if it belongs to
    /// an instrument that is not known.
    fn version(&self, outline: &Outline, asked: &Asked) -> Option<(Version, Day)> {
        let size = outline.published.snapshot.size();
        let utc = || self.source.now().utc_day();
        let Some(slug) = asked.address.slug() else {
            // What is no page of an instrument may say how long the register is.
            let today = utc();
            return Some((Version::new(size, today), today));
        };
        let known = outline.instrument(slug)?;
        let today = known
            .zone
            .as_ref()
            .map_or_else(utc, |zone| self.source.legal_day(zone));
        // An instrument's home says how long the register is; its other pages change only with it.
        let depends_on = match asked.address {
            Address::Home(_) => size,
            _ => known.last,
        };
        Some((Version::new(depends_on, today), today))
    }

    /// When the day ended of which a page of an instrument speaks, where the instrument has its seat.
    fn day_ends(&self, outline: &Outline, asked: &Asked) -> Option<RecordedAt> {
        let known = outline.instrument(asked.address.slug()?)?;
        self.source.day_ends(asked.at.day()?, known.zone.as_ref())
    }

    /// Renders a page.
    async fn render(self: &Arc<Self>, asked: Asked, outline: Arc<Outline>, today: Day) -> Rendered {
        let Some(waiting) = Waiting::begin(&self.waiting) else {
            return Rendered::Busy;
        };
        let turn = Arc::clone(&self.renderings).acquire_owned().await;
        drop(waiting);
        let entry = match asked.address {
            Address::Entry(index) => match self.source.entry(index).await {
                Ok(Some(entry)) => Some(entry),
                Ok(None) => return Rendered::NotFound(NotFound::Entry(index)),
                Err(error) => {
                    tracing::error!(%error, index, "an entry could not be read");
                    return Rendered::Failed;
                }
            },
            _ => None,
        };
        let day_ends = self.day_ends(&outline, &asked);
        tracing::debug!(page = %asked.path(), "a page is rendered");
        let rendered = tokio::task::spawn_blocking(move || {
            // The turn lasts as long as the work, even if nobody waits for it any more.
            let _turn = turn;
            render(&asked, &outline, today, day_ends, entry.as_ref())
        });
        rendered.await.unwrap_or_else(|error| {
            tracing::error!(%error, "a page could not be rendered");
            Rendered::Failed
        })
    }
}

/// One rendering that waits for its turn.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    /// Begins to wait, unless too many do.
    fn begin(count: &'a AtomicUsize) -> Option<Self> {
        let waiting = Self(count);
        (count.fetch_add(1, Ordering::Relaxed) < WAITING).then_some(waiting)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Makes the document: the work that takes long, and waits for nothing.
fn render(
    asked: &Asked,
    outline: &Outline,
    today: Day,
    day_ends: Option<RecordedAt>,
    entry: Option<&PublishedEntry>,
) -> Rendered {
    // An entry's data are its own bytes, so that whoever checks the register has what was hashed.
    if let (Format::Json, Some(entry)) = (asked.format, entry) {
        let form = Form {
            keep: keep::FOR_EVER,
            ..JSON
        };
        return document(form, None, entry.bytes.clone());
    }
    let published = &outline.published;
    let reading = Reading {
        words: asked.words(),
        snapshot: &published.snapshot,
        library: &published.library,
        root: published.root,
        at: asked.at,
        today,
        day_ends,
        entry: entry.map(|entry| EntryBytes {
            bytes: &entry.bytes,
            leaf_hash: entry.leaf_hash,
            root_after: entry.root_after,
        }),
    };
    let page = match tracker::open(&asked.address, &reading) {
        Opened::Page(page) => page,
        Opened::NotFound(missing) => return Rendered::NotFound(missing),
    };
    match asked.format {
        Format::Html => document(HTML, None, page.html().into_bytes()),
        Format::Json => document(JSON, None, page.json().to_string().into_bytes()),
        Format::Csv => {
            let Some(table) = page.table() else {
                return Rendered::NotFound(NotFound::Page);
            };
            let name = format!("{}.csv", table.name);
            match table::csv(&table) {
                Ok(bytes) => document(CSV, Some(&name), bytes),
                Err(error) => failed(&error),
            }
        }
    }
}

const HTML: Form = Form {
    kind: Kind::Page,
    content_type: "text/html; charset=utf-8",
    keep: keep::A_MOMENT,
};
const JSON: Form = Form {
    kind: Kind::Data,
    content_type: "application/json",
    keep: keep::A_MOMENT,
};
const CSV: Form = Form {
    kind: Kind::Data,
    content_type: "text/csv; charset=utf-8; header=present",
    keep: keep::A_MOMENT,
};

fn document(form: Form, file_name: Option<&str>, bytes: Vec<u8>) -> Rendered {
    match Document::new(form, file_name, bytes) {
        Ok(document) => Rendered::Document(Arc::new(document)),
        Err(error) => failed(&error),
    }
}

fn failed(error: &std::io::Error) -> Rendered {
    tracing::error!(%error, "a page could not be written");
    Rendered::Failed
}

impl Kept for Rendered {
    fn weight(&self) -> usize {
        match self {
            Self::Document(document) => document.weight(),
            Self::NotFound(_) | Self::Failed | Self::Busy => 256,
        }
    }

    fn lasts(&self) -> bool {
        match self {
            Self::Document(_) | Self::NotFound(_) => true,
            Self::Failed | Self::Busy => false,
        }
    }
}
