//! Whether a listener answers: asked over the network, as its readers will.

use std::io::Error as IoError;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long the first answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A listener does not answer.
#[derive(Debug, thiserror::Error)]
pub enum NotReady {
    /// It cannot be reached, or hangs up.
    #[error("{address} does not answer this machine itself: {source}")]
    Broken {
        /// Its address.
        address: SocketAddr,
        /// What the system said.
        #[source]
        source: IoError,
    },
    /// It says nothing.
    #[error("{address} did not answer this machine itself in time")]
    Silent {
        /// Its address.
        address: SocketAddr,
    },
}

/// Waits for an answer of the listener, whatever it says.
///
/// # Errors
/// [`NotReady`].
pub async fn answers(address: SocketAddr) -> Result<(), NotReady> {
    match timeout(PATIENCE, ask(from_here(address))).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(source)) => Err(NotReady::Broken { address, source }),
        Err(_) => Err(NotReady::Silent { address }),
    }
}

async fn ask(address: SocketAddr) -> Result<(), IoError> {
    let mut stream = TcpStream::connect(address).await?;
    let request = format!("GET / HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = [0; b"HTTP/1.1".len()];
    stream.read_exact(&mut answer).await?;
    Ok(())
}

/// Where this machine reaches a listener: one that listens everywhere has no address of its own.
fn from_here(address: SocketAddr) -> SocketAddr {
    let here: IpAddr = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(here, address.port())
}
