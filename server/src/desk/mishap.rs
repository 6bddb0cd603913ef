//! What goes wrong, as an answer. The page is made by the outermost layer, which knows the request.

use app::desk::Mishap;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

/// A request that ends in an error page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failed(pub Mishap);

/// The status with which each mishap is answered.
pub fn status(mishap: Mishap) -> StatusCode {
    match mishap {
        Mishap::NotFound => StatusCode::NOT_FOUND,
        Mishap::NotAllowed | Mishap::Forged | Mishap::SamePerson => StatusCode::FORBIDDEN,
        Mishap::ChangedMeanwhile | Mishap::NotNow | Mishap::TooMany => StatusCode::CONFLICT,
        Mishap::Unreadable => StatusCode::BAD_REQUEST,
        Mishap::WrongHost => StatusCode::MISDIRECTED_REQUEST,
        Mishap::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
        Mishap::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Mishap::TooSlow | Mishap::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Mishap::Ours => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl From<Mishap> for Failed {
    fn from(mishap: Mishap) -> Self {
        Self(mishap)
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        let mut response = status(self.0).into_response();
        response.extensions_mut().insert(self);
        response
    }
}
