//! Files that entries name by their hash.

use std::net::SocketAddr;
use std::sync::Arc;

use app::tracker::NotFound;
use axum::body::Body;
use axum::extract::{ConnectInfo, Path, State};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use domain::digest::Digest;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, ETAG};
use http::{Extensions, HeaderMap, HeaderValue, StatusCode};

use crate::document::keep;
use crate::headers::Kind;
use crate::places::{Full, Place, Places};
use crate::refusal::Refusal;
use crate::{PublishedBlob, Source, negotiate};

/// Files being sent at once: each is whole in memory while it is.
const AT_ONCE: usize = 64;
/// And to one address.
const TO_ONE_ADDRESS: usize = 4;

/// What a file needs.
#[derive(Debug, Clone)]
pub(crate) struct Blobs {
    source: Arc<dyn Source>,
    places: Places,
}

impl Blobs {
    /// The files of this register.
    pub(crate) fn new(source: Arc<dyn Source>, proxies: &[std::net::IpAddr]) -> Self {
        Self {
            source,
            places: Places::new(AT_ONCE, TO_ONE_ADDRESS, proxies),
        }
    }
}

/// `GET /blobs/{hash}`: the bytes, to be saved and never shown as a page of ours.
pub(crate) async fn get(
    State(blobs): State<Blobs>,
    Path(hash): Path<String>,
    extensions: Extensions,
    request: HeaderMap,
) -> Response {
    let Ok(hash) = hash.parse::<Digest>() else {
        return Refusal::NotFound(NotFound::Page).into_response();
    };
    let peer = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map(|ConnectInfo(peer)| *peer);
    let place = match blobs.places.take(peer) {
        Ok(place) => place,
        Err(Full::Address) => return Refusal::TooMany.into_response(),
        Err(Full::Total) => return Refusal::Busy.into_response(),
    };
    match blobs.source.blob(&hash).await {
        Ok(Some(PublishedBlob::Present(bytes))) => present(hash, bytes, place, &request),
        Ok(Some(PublishedBlob::Withdrawn(reason))) => Refusal::Withdrawn(reason).into_response(),
        Ok(None) => Refusal::NotFound(NotFound::Page).into_response(),
        Err(error) => {
            tracing::error!(%error, %hash, "a file could not be read");
            Refusal::Unreadable.into_response()
        }
    }
}

/// A file on its way: its place is given back with its memory.
struct Sent {
    bytes: Vec<u8>,
    _place: Place,
}

impl AsRef<[u8]> for Sent {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

fn present(hash: Digest, bytes: Vec<u8>, place: Place, request: &HeaderMap) -> Response {
    let hash = hash.to_string();
    let mut response = Response::new(Body::empty());
    let known = negotiate::has_already(request, &hash);
    let length = HeaderValue::from(bytes.len());
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        let sent = Bytes::from_owner(Sent {
            bytes,
            _place: place,
        });
        *response.body_mut() = Body::from(sent);
    }
    let headers = response.headers_mut();
    let text = |text: String| HeaderValue::try_from(text).ok();
    if let Some(tag) = text(format!("\"{hash}\"")) {
        headers.insert(ETAG, tag);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep::FOR_EVER));
    if !known {
        headers.insert(CONTENT_LENGTH, length);
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        );
        if let Some(attachment) = text(format!("attachment; filename=\"{hash}\"")) {
            headers.insert(CONTENT_DISPOSITION, attachment);
        }
    }
    response.extensions_mut().insert(Kind::Blob);
    response
}
