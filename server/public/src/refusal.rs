//! Why a request is not answered with what it asks for.

use app::tracker::NotFound;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

/// Why a request is refused. An answer with it becomes a page with words on the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// There is nothing there.
    NotFound(NotFound),
    /// It was there and was withdrawn, for this reason.
    Withdrawn(String),
    /// Only reading is possible here.
    Method,
    /// A request that reads has no body.
    Body,
    /// The address is too long.
    TooLong,
    /// The request was meant for another host.
    Host,
    /// The address of the client has all streams or files that it may.
    TooMany,
    /// There are too many requests of this kind just now.
    Busy,
    /// The register could not be read.
    Unreadable,
    /// It took too long.
    Late,
    /// A mistake in the program.
    Failed,
}

impl Refusal {
    /// What an answer with this status and nothing more means.
    pub(crate) fn by(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound(NotFound::Page),
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::SERVICE_UNAVAILABLE => Self::Late,
            _ => Self::Failed,
        }
    }

    /// Its status.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::Withdrawn(_) => StatusCode::GONE,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Body => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooLong => StatusCode::URI_TOO_LONG,
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::Unreadable | Self::Late => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// After how many seconds it is worth asking again.
    pub(crate) fn retry_after(&self) -> Option<u16> {
        match self {
            Self::TooMany => Some(60),
            Self::Busy => Some(2),
            Self::Unreadable | Self::Late => Some(10),
            Self::NotFound(_)
            | Self::Withdrawn(_)
            | Self::Method
            | Self::Body
            | Self::TooLong
            | Self::Host
            | Self::Failed => None,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
