//! Under which names a listener answers.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use http::uri::Authority;

/// The names under which a listener answers. A request under another name was meant for somebody
/// else, or is made by a page that wants to be taken for us.
#[derive(Debug, Clone)]
pub struct Hosts {
    named: Vec<HostName>,
    address: SocketAddr,
}

/// The name of a host, with a port where it has to be that one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostName {
    host: String,
    port: Option<u16>,
}

/// The text does not name a host.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” does not name a host; write it as tracker.example.org or tracker.example.org:8443")]
pub struct NotAHost(String);

impl FromStr for HostName {
    type Err = NotAHost;

    fn from_str(text: &str) -> Result<Self, NotAHost> {
        let authority = parse(text).ok_or_else(|| NotAHost(text.chars().take(300).collect()))?;
        Ok(Self {
            host: authority.host().to_ascii_lowercase(),
            port: authority.port_u16(),
        })
    }
}

impl fmt::Display for HostName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.host)?;
        match self.port {
            Some(port) => write!(f, ":{port}"),
            None => Ok(()),
        }
    }
}

impl Hosts {
    /// These names; without any, the names of this machine with the port of `address`.
    pub fn new(named: Vec<HostName>, address: SocketAddr) -> Self {
        Self { named, address }
    }

    /// Whether this is one of the names; `text` is what the request says.
    pub fn allow(&self, text: &str) -> bool {
        let Some(authority) = parse(text) else {
            return false;
        };
        let (host, port) = (authority.host(), authority.port_u16());
        if self.named.is_empty() {
            return self.is_this_machine(host) && port.unwrap_or(80) == self.address.port();
        }
        self.named.iter().any(|named| {
            named.host.eq_ignore_ascii_case(host) && (named.port.is_none() || named.port == port)
        })
    }

    fn is_this_machine(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        let ip = host.trim_start_matches('[').trim_end_matches(']').parse();
        host == "localhost"
            || host.ends_with(".localhost")
            || ip.is_ok_and(|ip: IpAddr| {
                ip.is_loopback() || (ip == self.address.ip() && !ip.is_unspecified())
            })
    }
}

/// A host and perhaps a port, and nothing more: no user, and no port that is not a number.
fn parse(text: &str) -> Option<Authority> {
    let authority: Authority = text.parse().ok()?;
    let after_host = authority.as_str().strip_prefix(authority.host())?;
    let plain = after_host.is_empty() || authority.port_u16().is_some();
    (plain && !authority.host().is_empty()).then_some(authority)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(names: &[&str]) -> Hosts {
        let names = names.iter().map(|name| name.parse().unwrap()).collect();
        Hosts::new(names, "127.0.0.1:8080".parse().unwrap())
    }

    #[test]
    fn without_names_only_this_machine_is_answered() {
        let hosts = hosts(&[]);
        for right in [
            "localhost:8080",
            "LOCALHOST:8080",
            "tracker.localhost:8080",
            "127.0.0.1:8080",
            "127.0.0.2:8080",
            "[::1]:8080",
        ] {
            assert!(hosts.allow(right), "{right}");
        }
        for wrong in [
            "",
            "evil.example:8080",
            "localhost",
            "localhost:8081",
            "localhost.evil.example:8080",
            "notlocalhost:8080",
            "192.0.2.1:8080",
            "localhost:8080@evil.example",
            "evil.example@localhost:8080",
            "localhost:port",
            "localhost:",
        ] {
            assert!(!hosts.allow(wrong), "{wrong}");
        }
    }

    #[test]
    fn named_hosts_are_answered_and_no_other() {
        let hosts = hosts(&["Tracker.example", "other.example:8443"]);
        for right in [
            "tracker.example",
            "TRACKER.EXAMPLE",
            "tracker.example:443",
            "other.example:8443",
        ] {
            assert!(hosts.allow(right), "{right}");
        }
        for wrong in [
            "localhost:8080",
            "other.example",
            "other.example:443",
            "tracker.example.evil.example",
            "eviltracker.example",
        ] {
            assert!(!hosts.allow(wrong), "{wrong}");
        }
    }

    #[test]
    fn what_names_no_host_is_refused_at_the_start() {
        for wrong in ["", "https://tracker.example", "a b", "tracker.example/x"] {
            assert!(wrong.parse::<HostName>().is_err(), "{wrong}");
        }
    }
}
