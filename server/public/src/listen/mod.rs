//! Serving a router on a socket, for both listeners: limits that hold before any handler runs.
//!
//! It speaks HTTP/1.1 only and by hyper's own builder, because the builder that guesses the protocol
//! lets a client that sends nothing, or one letter, stay for ever.

pub(crate) mod addresses;
mod stall;

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tower::Service as _;

use addresses::Addresses;
use stall::Stalling;

/// How long to wait after an error that accepting will meet again at once, such as no free file
/// descriptor.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// What a listener puts up with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// How long a client may take to send the head of a request, or stay silent between two.
    pub head: Duration,
    /// The size of the head of a request, in bytes; hyper asks for 8 KiB at least.
    pub head_bytes: usize,
    /// How long a client may take nothing of what is being sent to it.
    pub stall: Duration,
    /// Connections in total. Those beyond wait in the queue of the system.
    pub connections: usize,
    /// Connections of one address, an IPv6 address being its first 64 bits. Those beyond are closed.
    pub connections_per_address: usize,
    /// Addresses of reverse proxies, which carry many readers: the limit for one address is not theirs.
    pub proxies: Vec<IpAddr>,
    /// How long requests in flight may take to finish once it is told to stop.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(5),
            head_bytes: 16 * 1024,
            stall: Duration::from_secs(30),
            connections: 12_000,
            connections_per_address: 100,
            proxies: Vec::new(),
            grace: Duration::from_secs(10),
        }
    }
}

/// How serving ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Served {
    /// Connections that had to be cut because their request did not finish in time.
    pub cut: usize,
}

/// Serves `router` until `shutdown`, then lets requests in flight finish for a while.
///
/// Handlers find the client's address as `ConnectInfo<SocketAddr>`.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    shutdown: CancellationToken,
) -> Served {
    let total = limits.connections.min(Semaphore::MAX_PERMITS);
    let places = Arc::new(Semaphore::new(total));
    let addresses = Addresses::new(limits.connections_per_address, &limits.proxies);
    let cut = CancellationToken::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(limits.head_bytes.max(8 * 1024));

    loop {
        let accepted = async {
            // The place comes first: a connection without one stays in the system's queue.
            let place = Arc::clone(&places).acquire_owned().await.ok();
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            () = shutdown.cancelled() => break,
            accepted = accepted => accepted,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                if !is_of_one_connection(&error) {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                }
                continue;
            }
        };
        let Some(counted) = addresses.enter(peer.ip()) else {
            tracing::debug!(%peer, "too many connections of one address");
            continue;
        };
        let connection = Connection {
            http: http.clone(),
            stream,
            peer,
            router: router.clone(),
            stall: limits.stall,
            shutdown: shutdown.clone(),
            cut: cut.clone(),
        };
        tokio::spawn(async move {
            connection.serve().await;
            drop((counted, place));
        });
    }

    drop(listener);
    // Whoever holds all places has seen every connection end.
    let all = u32::try_from(total).unwrap_or(u32::MAX);
    let ended = tokio::time::timeout(limits.grace, places.acquire_many(all)).await;
    let left = match ended {
        Ok(_) => 0,
        Err(_) => total.saturating_sub(places.available_permits()),
    };
    cut.cancel();
    Served { cut: left }
}

/// One connection and what ends it.
struct Connection {
    http: http1::Builder,
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    stall: Duration,
    shutdown: CancellationToken,
    cut: CancellationToken,
}

impl Connection {
    async fn serve(self) {
        let Self {
            http,
            stream,
            peer,
            router,
            stall,
            shutdown,
            cut,
        } = self;
        // Small answers are not held back to be joined with the next; where the system refuses, they
        // only come later.
        let _later = stream.set_nodelay(true);
        let answer = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().call(request)
        });
        let connection = http.serve_connection(TokioIo::new(Stalling::new(stream, stall)), answer);
        tokio::pin!(connection);
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = shutdown.cancelled() => {
                connection.as_mut().graceful_shutdown();
                tokio::select! {
                    ended = connection => ended,
                    () = cut.cancelled() => return,
                }
            }
        };
        if let Err(error) = ended {
            tracing::debug!(%peer, %error, "a connection ended early");
        }
    }
}

/// Whether the error tells of the connection that was about to be accepted, not of ours.
fn is_of_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionReset
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_that_sends_no_request_is_gone_within_six_seconds() {
        assert!(Limits::default().head <= Duration::from_secs(6));
    }

    #[test]
    fn stopping_takes_at_most_ten_seconds() {
        assert!(Limits::default().grace <= Duration::from_secs(10));
    }
}
