//! Where a request of somebody comes from.

use std::net::IpAddr;

/// From which address, in which request. An address alone will do: `address.into()`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The address of the client itself, not that of a proxy before this program: with the proxy's,
    /// everybody would be slowed down together.
    pub address: IpAddr,
    /// The id of the request, as in the log.
    pub request: Option<String>,
}

impl Caller {
    /// From this address, in this request.
    pub fn new(address: IpAddr, request: &str) -> Self {
        Self {
            address,
            request: Some(request.to_owned()),
        }
    }
}

impl From<IpAddr> for Caller {
    fn from(address: IpAddr) -> Self {
        Self {
            address,
            request: None,
        }
    }
}
