//! The routes of the public listener.

use std::sync::Arc;

use app::tracker::NotFound;
use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use crate::asked::{Asked, Found};
use crate::blob::{self, Blobs};
use crate::config::Config;
use crate::fixed::{self, Assets, Readiness};
use crate::middleware::{apply_middleware, moved};
use crate::pages::Pages;
use crate::places::Places;
use crate::refusal::Refusal;
use crate::request_id::RequestIds;
use crate::stream::{self, Streams};
use crate::{Source, hot};

/// The public listener's routes over this register, with all that holds for every request.
///
/// Called within a runtime: a task in the background renders the pages that most readers come for
/// after each change and at midnight. It ends with [`Config::shutdown`].
pub fn router(source: Arc<dyn Source>, config: &Config) -> Router {
    let pages = Arc::new(Pages::new(Arc::clone(&source), config.cache_bytes));
    tokio::spawn(hot::keep(Arc::clone(&pages), config.shutdown.clone()));
    let streams = Streams {
        pages: Arc::clone(&pages),
        places: Places::new(config.streams, config.streams_per_address, &config.proxies),
        shutdown: config.shutdown.clone(),
    };
    let readiness = Readiness {
        source: Arc::clone(&source),
        shutdown: config.shutdown.clone(),
    };
    let ids = RequestIds::new(source.now());
    let blobs = Blobs::new(Arc::clone(&source), &config.proxies);
    let security = (source, config.contact.clone());
    let routes = Router::new()
        .route("/", get(fixed::root))
        .route("/healthz", get(fixed::healthz))
        .route("/readyz", get(fixed::readyz).with_state(readiness))
        .route("/robots.txt", get(fixed::robots))
        .route(
            "/.well-known/security.txt",
            get(fixed::security).with_state(security),
        )
        .route(
            "/assets/{hash}/{name}",
            get(fixed::asset).with_state(Assets::new()),
        )
        .route("/blobs/{hash}", get(blob::get).with_state(blobs))
        .route("/stream", get(stream::open).with_state(streams))
        .fallback(get(page).with_state(pages));
    apply_middleware(routes, config, ids)
}

/// A page of the tracker, whatever its address. Its path is read by [`Asked`], because a form is the
/// end of a path, which no pattern of a route can name.
async fn page(State(pages): State<Arc<Pages>>, request: Request) -> Response {
    match Asked::at_path(request.uri().path()) {
        Found::Page(asked) => {
            tracing::Span::current().record("page", asked.pattern());
            pages.answer(asked, request.headers()).await
        }
        Found::Elsewhere(path) => moved(&path),
        Found::Nothing => Refusal::NotFound(NotFound::Page).into_response(),
    }
}
