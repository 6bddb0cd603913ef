//! How the public pages are served.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::host::HostName;

/// What can be set about the public pages.
#[derive(Debug, Clone)]
pub struct Config {
    /// The address that the listener has, for links on this machine where no host is named.
    pub address: SocketAddr,
    /// The names under which the pages are asked for, with a port where one is to be exact. Without
    /// any, only this machine is answered.
    pub hosts: Vec<HostName>,
    /// Whether readers reach the pages over https, which is then said to be the only way.
    pub https: bool,
    /// Reverse proxies, which carry many readers: the limits for one address are not theirs.
    pub proxies: Vec<IpAddr>,
    /// How many bytes of rendered pages are kept.
    pub cache_bytes: u64,
    /// Open streams in total.
    pub streams: usize,
    /// Open streams of one address.
    pub streams_per_address: usize,
    /// How long a request may take until its answer begins.
    pub time_limit: Duration,
    /// Where a weakness is to be reported, for `/.well-known/security.txt`.
    pub contact: Option<Contact>,
    /// Ends the streams and the work in the background.
    pub shutdown: CancellationToken,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            hosts: Vec::new(),
            https: false,
            proxies: Vec::new(),
            cache_bytes: 64 * 1024 * 1024,
            streams: 10_000,
            streams_per_address: 20,
            time_limit: Duration::from_secs(30),
            contact: None,
            shutdown: CancellationToken::new(),
        }
    }
}

/// Where a weakness is to be reported: an address beginning with `mailto:`, `https://` or `tel:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact(String);

/// The text is not such an address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a contact; write an address that begins with mailto:, https:// or tel:, such as mailto:security@example.org"
)]
pub struct NotAContact(String);

impl Contact {
    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Contact {
    type Err = NotAContact;

    fn from_str(text: &str) -> Result<Self, NotAContact> {
        let begins = ["mailto:", "https://", "tel:"]
            .iter()
            .any(|scheme| text.len() > scheme.len() && text.starts_with(scheme));
        if begins && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAContact(text.chars().take(100).collect()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_one_address() {
        assert!("mailto:security@example.org".parse::<Contact>().is_ok());
        for wrong in [
            "",
            "mailto:",
            "security@example.org",
            "http://example.org",
            "mailto:a@example.org\nExpires: never",
            "https://example.org/a b",
        ] {
            assert!(wrong.parse::<Contact>().is_err(), "{wrong:?}");
        }
    }
}
