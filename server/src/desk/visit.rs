//! A request of the desk: its id, its nonce, where it comes from, and who makes it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, Request};
use http::request::Parts;

use super::mishap::Failed;
use crate::randomness::{NoRandomness, Randomness};
use app::desk::Mishap;

/// What is known of a request before anybody is signed in.
#[derive(Debug, Clone)]
pub struct Visit {
    /// Its id, to be told to whoever helps.
    pub request: String,
    /// The nonce of its answer: no other script may run.
    pub nonce: String,
    /// Where it comes from.
    pub from: IpAddr,
}

impl Visit {
    /// A request that has just come in.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub(super) fn begin(
        request: &Request,
        randomness: &dyn Randomness,
    ) -> Result<Self, NoRandomness> {
        let from = request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(peer)| {
                peer.ip()
            });
        Ok(Self {
            request: randomness.id()?,
            nonce: randomness.id()?,
            from,
        })
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Failed;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Failed> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or(Failed(Mishap::Ours))
    }
}
