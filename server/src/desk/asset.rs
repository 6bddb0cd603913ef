//! Style sheets and the islands: the same for everybody, kept for ever.

use app::asset;
use app::desk::Mishap;
use axum::body::Body;
use axum::extract::OriginalUri;
use axum::response::{IntoResponse as _, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};

use super::mishap::Failed;
use crate::islands::Islands;

/// `GET /assets/{hash}/{file}`
pub async fn asset(OriginalUri(uri): OriginalUri) -> Response {
    let path = uri.path();
    let style = asset::all()
        .find(|file| file.path == path)
        .map(|file| (file.content_type, file.bytes));
    let island = || {
        Islands::embedded()?
            .files()
            .iter()
            .find(|file| file.path == path)
            .map(|file| (file.content_type, file.bytes))
    };
    let Some((content_type, bytes)) = style.or_else(island) else {
        return Failed(Mishap::NotFound).into_response();
    };
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    // The address holds the hash of the bytes.
    headers.insert(
        CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    response
}
