//! Under which keys attempts are counted.

use std::net::{IpAddr, Ipv6Addr};

use domain::digest::Digest;

use crate::secret::Secrets;

/// The keys of one attempt.
#[derive(Debug, Clone)]
pub(crate) struct Keys {
    /// The folded name, to find the account by.
    pub(crate) name_key: String,
    /// The name and the address together.
    pub(crate) pair: Digest,
    /// The address.
    pub(crate) address: Digest,
    /// All addresses.
    pub(crate) everywhere: Digest,
    /// The address as one the holder has signed in from, under every pepper, the newest first.
    pub(crate) familiar: Vec<Digest>,
}

impl Keys {
    /// The keys of an attempt for this folded name from this address.
    pub(crate) fn new(secrets: &Secrets, name_key: String, from: IpAddr) -> Self {
        let network = network(from).to_string();
        Self {
            pair: secrets.mark("name and address", &[&name_key, &network]),
            address: secrets.mark("address", &[&network]),
            everywhere: secrets.mark("everywhere", &[]),
            familiar: secrets.marks("familiar address", &[&name_key, &network]),
            name_key,
        }
    }
}

/// What counts as one address: an IPv4 address, or the first half of an IPv6 address, because a
/// household or an office is given that whole.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(v4) => IpAddr::V4(v4),
        IpAddr::V6(v6) => v6.to_ipv4_mapped().map_or_else(
            || IpAddr::V6(Ipv6Addr::from(u128::from(v6) & !u128::from(u64::MAX))),
            IpAddr::V4,
        ),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn half_an_ipv6_address_is_one_address_and_a_mapped_one_is_ipv4() {
        let network = |text: &str| super::network(text.parse().unwrap()).to_string();
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(network("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(network("192.0.2.7"), "192.0.2.7");
    }
}
