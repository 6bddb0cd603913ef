//! The two faces: each a socket, the routes behind it, and the task that serves them.

use std::io::Error;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use public::host::HostName;
use public::listen::{self, Limits, Served};
use public::{Config, Source};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::address::AddressError;
use super::options::Args;
use super::ready::{NotReady, answers};
use crate::account::Accounts;
use crate::audit::Audit;
use crate::desk::{self, Desk};
use crate::proposal::Proposals;
use crate::randomness::Randomness;
use crate::session::Sessions;

/// How long requests in flight may take once the process is told to stop. A service manager that
/// waits ten seconds does not have to kill it.
const GRACE: Duration = Duration::from_secs(8);

/// The sockets, before anything is served.
pub(super) struct Sockets {
    pub(super) public: TcpListener,
    pub(super) desk: Option<TcpListener>,
}

/// What the desk is made of.
pub(super) struct Parts {
    pub(super) accounts: Accounts,
    pub(super) sessions: Sessions,
    pub(super) proposals: Proposals,
    pub(super) audit: Audit,
    pub(super) randomness: Arc<dyn Randomness>,
}

/// One of the two, being served.
pub(super) struct Face {
    name: &'static str,
    address: SocketAddr,
    serving: JoinHandle<Served>,
}

impl Sockets {
    /// Takes the addresses that are asked for.
    ///
    /// # Errors
    /// [`AddressError`].
    pub(super) async fn take(args: &Args) -> Result<Self, AddressError> {
        Ok(Self {
            public: args.public().listen().await?,
            desk: match args.desk() {
                Some(desk) => Some(desk.listen().await?),
                None => None,
            },
        })
    }
}

impl Face {
    /// Serves the public pages.
    ///
    /// # Errors
    /// If the system does not say which address the socket has.
    pub(super) fn public(
        listener: TcpListener,
        source: Arc<dyn Source>,
        args: &Args,
        shutdown: &CancellationToken,
    ) -> Result<Self, Error> {
        let config = Config {
            address: listener.local_addr()?,
            hosts: args.public_host.clone(),
            https: args.https,
            proxies: args.proxy.clone(),
            contact: args.contact.clone(),
            shutdown: shutdown.clone(),
            ..Config::default()
        };
        let router = public::router(source, &config);
        Self::begin("public", listener, router, args, shutdown)
    }

    /// Serves the desk, which is told how it and the public pages are reached.
    ///
    /// # Errors
    /// If the system does not say which address a socket has.
    pub(super) fn desk(
        listener: TcpListener,
        parts: Parts,
        public: &Self,
        args: &Args,
        shutdown: &CancellationToken,
    ) -> Result<Self, Error> {
        let address = listener.local_addr()?;
        let scheme = if args.https { "https" } else { "http" };
        let config = desk::Config {
            origins: origins(scheme, &args.desk_host, address),
            public: match args.public_host.first() {
                Some(host) => format!("{scheme}://{host}"),
                None => format!("http://{}", public.address),
            },
            proxies: args.proxy.clone(),
        };
        let Parts {
            accounts,
            sessions,
            proposals,
            audit,
            randomness,
        } = parts;
        let desk = Desk {
            config: Arc::new(config),
            accounts,
            sessions,
            proposals,
            audit,
            randomness,
        };
        Self::begin("desk", listener, desk::router(desk), args, shutdown)
    }

    fn begin(
        name: &'static str,
        listener: TcpListener,
        router: Router,
        args: &Args,
        shutdown: &CancellationToken,
    ) -> Result<Self, Error> {
        let limits = Limits {
            proxies: args.proxy.clone(),
            grace: GRACE,
            ..Limits::default()
        };
        Ok(Self {
            name,
            address: listener.local_addr()?,
            serving: tokio::spawn(listen::serve(listener, router, limits, shutdown.clone())),
        })
    }

    /// Waits until it answers this machine, and says where: `public http://127.0.0.1:8080`.
    ///
    /// # Errors
    /// [`NotReady`].
    pub(super) async fn is_ready(&self) -> Result<String, NotReady> {
        answers(self.address).await?;
        Ok(format!("{} http://{}", self.name, self.address))
    }

    /// Waits until it was told to stop and nothing is in flight.
    pub(super) async fn ended(self) {
        match self.serving.await {
            Ok(Served { cut: 0 }) => {}
            Ok(Served { cut }) => {
                tracing::warn!(face = self.name, cut, "requests did not finish in time");
            }
            Err(error) => tracing::error!(face = self.name, %error, "it ended by itself"),
        }
    }
}

/// The origins of the desk: those named, or the names of this machine.
fn origins(scheme: &str, named: &[HostName], address: SocketAddr) -> Vec<String> {
    if named.is_empty() {
        let port = address.port();
        let mut origins = vec![format!("{scheme}://{address}")];
        for host in [format!("localhost:{port}"), format!("127.0.0.1:{port}")] {
            let origin = format!("{scheme}://{host}");
            if !origins.contains(&origin) {
                origins.push(origin);
            }
        }
        return origins;
    }
    named
        .iter()
        .map(|host| format!("{scheme}://{host}"))
        .collect()
}
