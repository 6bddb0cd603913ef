//! The stream that tells open pages of news: the index of the last entry about their instrument.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use app::tracker::NotFound;
use axum::extract::{ConnectInfo, Query, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use domain::name::Slug;
use futures_util::StreamExt as _;
use futures_util::stream::{self, Stream};
use http::header::{CACHE_CONTROL, HeaderName};
use http::{Extensions, HeaderValue};
use serde::Deserialize;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::document::keep;
use crate::headers::Kind;
use crate::pages::Pages;
use crate::places::{Full, Place, Places};
use crate::refusal::Refusal;

/// A word so often keeps proxies from closing the stream, and finds readers that are gone.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// How long a browser waits before it opens a stream again that ended.
const REOPEN: Duration = Duration::from_secs(5);

/// What a stream needs.
#[derive(Debug, Clone)]
pub(crate) struct Streams {
    pub(crate) pages: Arc<Pages>,
    pub(crate) places: Places,
    pub(crate) shutdown: CancellationToken,
}

/// The one parameter of the address.
#[derive(Debug, Deserialize)]
pub(crate) struct Of {
    instrument: Option<String>,
}

/// `GET /stream?instrument=…`: says the index of the last entry about it, at once and at each change.
pub(crate) async fn open(
    State(streams): State<Streams>,
    Query(of): Query<Of>,
    extensions: Extensions,
) -> Response {
    let missing = || Refusal::NotFound(NotFound::Page).into_response();
    let Some(slug) = of.instrument.and_then(|name| name.parse::<Slug>().ok()) else {
        return missing();
    };
    if streams.pages.outline().instrument(&slug).is_none() {
        return Refusal::NotFound(NotFound::Instrument(slug)).into_response();
    }
    let peer = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map(|ConnectInfo(peer)| *peer);
    let place = match streams.places.take(peer) {
        Ok(place) => place,
        Err(Full::Address) => return Refusal::TooMany.into_response(),
        Err(Full::Total) => return Refusal::Busy.into_response(),
    };
    let shutdown = streams.shutdown.clone();
    let news = News {
        changes: streams.pages.source().changes(),
        pages: streams.pages,
        slug,
        told: None,
        _place: place,
    };
    let events = news.events().take_until(shutdown.cancelled_owned());
    let mut response = Sse::new(events)
        .keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
        .into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep::NOT));
    // Some proxies collect small answers unless they are told not to.
    headers.insert(
        HeaderName::from_static("x-accel-buffering"),
        HeaderValue::from_static("no"),
    );
    response.extensions_mut().insert(Kind::Plain);
    response
}

/// What one reader is told.
struct News {
    pages: Arc<Pages>,
    changes: watch::Receiver<u64>,
    slug: Slug,
    told: Option<u64>,
    _place: Place,
}

impl News {
    /// The events. A reader that was slow is told the newest only: nothing is kept for it.
    fn events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(self, |mut news| async move {
            let last = news.next().await?;
            let event = Event::default()
                .event("last")
                .data(last.to_string())
                .retry(REOPEN);
            Some((Ok(event), news))
        })
    }

    /// The last entry about the instrument once it is another than was told.
    async fn next(&mut self) -> Option<u64> {
        loop {
            self.changes.borrow_and_update();
            let last = self.pages.outline().instrument(&self.slug)?.last;
            if self.told != Some(last) {
                self.told = Some(last);
                return Some(last);
            }
            self.changes.changed().await.ok()?;
        }
    }
}
