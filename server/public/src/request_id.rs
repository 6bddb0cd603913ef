//! A name for each request, on its answer, on a page that reports an error, and in the log.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::register::RecordedAt;
use http::{HeaderValue, Request};
use tower_http::request_id::{MakeRequestId, RequestId};

/// Names requests by when the process began and a number: nobody's secret, and never the same twice.
#[derive(Debug, Clone)]
pub(crate) struct RequestIds {
    began: i64,
    count: Arc<AtomicU64>,
}

impl RequestIds {
    /// The names of a process that began then.
    pub(crate) fn new(began: RecordedAt) -> Self {
        Self {
            began: began.unix_micros(),
            count: Arc::default(),
        }
    }
}

impl MakeRequestId for RequestIds {
    fn make_request_id<B>(&mut self, _: &Request<B>) -> Option<RequestId> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        HeaderValue::try_from(format!("{:x}-{number:x}", self.began))
            .ok()
            .map(RequestId::new)
    }
}
