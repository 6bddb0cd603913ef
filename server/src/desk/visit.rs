//! A request of the desk: its id, its nonce, where it comes from, and who makes it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, Request};
use http::HeaderMap;
use http::request::Parts;

use super::mishap::Failed;
use crate::randomness::{NoRandomness, Randomness};
use app::desk::Mishap;

/// In which a proxy says for whom it speaks.
const FORWARDED_FOR: &str = "x-forwarded-for";

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
        proxies: &[IpAddr],
    ) -> Result<Self, NoRandomness> {
        let peer = request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(peer)| {
                peer.ip()
            });
        Ok(Self {
            request: randomness.id()?,
            nonce: randomness.id()?,
            from: client(peer, request.headers(), proxies),
        })
    }
}

/// Whose request it is: the peer's, or, if that is a proxy of ours, whoever it speaks for. Each proxy
/// adds at the right whom it heard, so what stands left of the first stranger is hearsay. So is what
/// stands left of something that is no address: whoever wrote that is not known, and the peer is.
fn client(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    // A socket for both families writes IPv4 addresses as IPv6 ones.
    let is_proxy = |address: &IpAddr| {
        proxies
            .iter()
            .any(|proxy| proxy.to_canonical() == address.to_canonical())
    };
    if !is_proxy(&peer) {
        return peer;
    }
    let address = |named: &str| {
        let named: IpAddr = named.trim().parse().ok()?;
        Some(named.to_canonical())
    };
    headers
        .get_all(FORWARDED_FOR)
        .iter()
        .rev()
        .flat_map(|line| line.to_str().unwrap_or_default().rsplit(','))
        .map(address)
        .find(|named| named.is_none_or(|named| !is_proxy(&named)))
        .flatten()
        .unwrap_or(peer)
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Failed;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Failed> {
        put_there(parts)
    }
}

/// What the middleware or the guard put there before the handler was reached.
pub(super) fn put_there<T: Clone + Send + Sync + 'static>(parts: &Parts) -> Result<T, Failed> {
    let found = parts.extensions.get::<T>();
    found.cloned().ok_or(Failed(Mishap::Ours))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn of(peer: &str, lines: &[&'static str]) -> String {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(FORWARDED_FOR, HeaderValue::from_static(line));
        }
        let proxies = ["10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap()];
        client(peer.parse().unwrap(), &headers, &proxies).to_string()
    }

    #[test]
    fn only_our_proxies_are_believed() {
        assert_eq!(of("192.0.2.7", &["198.51.100.1"]), "192.0.2.7");
        assert_eq!(of("10.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(of("::ffff:10.0.0.1", &["2001:db8::1"]), "2001:db8::1");
        assert_eq!(of("10.0.0.1", &[]), "10.0.0.1");
        assert_eq!(of("10.0.0.1", &["unknown, 10.0.0.2"]), "10.0.0.1");
    }

    #[test]
    fn what_a_client_says_of_itself_is_not_believed() {
        let said = ["203.0.113.9, 198.51.100.1, 10.0.0.2"];
        assert_eq!(of("10.0.0.1", &said), "198.51.100.1");
        let lines = ["203.0.113.9", "198.51.100.1 ,10.0.0.2"];
        assert_eq!(of("10.0.0.1", &lines), "198.51.100.1");
    }

    #[test]
    fn nothing_left_of_what_is_no_address_is_believed() {
        for odd in [
            "203.0.113.9, ?",
            "203.0.113.9, unknown, 10.0.0.2",
            "203.0.113.9,",
            "203.0.113.9,,10.0.0.2",
            "203.0.113.9, _hidden",
            "203.0.113.9, 198.51.100.1:4711",
            "203.0.113.9, [2001:db8::1]",
            "203.0.113.9, fe80::1%eth0",
            "203.0.113.9, 198.51.100.256",
            "203.0.113.9, 198.51.100.1 10.0.0.2",
            "",
        ] {
            assert_eq!(of("10.0.0.1", &[odd]), "10.0.0.1", "{odd}");
            let lines = ["203.0.113.9", odd, "10.0.0.2"];
            assert_eq!(of("10.0.0.1", &lines), "10.0.0.1", "{odd}");
        }
        let mut headers = HeaderMap::new();
        for line in [&b"203.0.113.9"[..], b"\xff"] {
            headers.append(FORWARDED_FOR, HeaderValue::from_bytes(line).unwrap());
        }
        let proxy = "10.0.0.1".parse().unwrap();
        assert_eq!(client(proxy, &headers, &[proxy]), proxy);
    }
}
