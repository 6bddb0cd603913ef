//! How many connections each address has.

use std::collections::{BTreeSet, HashMap};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

/// Counts what each address holds, and admits it up to a number.
#[derive(Debug, Clone)]
pub(crate) struct Addresses {
    most: usize,
    exempt: Arc<BTreeSet<IpAddr>>,
    held: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// One place of an address, given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Counted {
    address: Option<IpAddr>,
    held: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

impl Addresses {
    /// Admits up to `most` of one address; of the exempt ones any number.
    pub(crate) fn new(most: usize, exempt: &[IpAddr]) -> Self {
        Self {
            most,
            exempt: Arc::new(exempt.iter().map(IpAddr::to_canonical).collect()),
            held: Arc::default(),
        }
    }

    /// Takes a place, unless the address holds all that it may.
    pub(crate) fn enter(&self, address: IpAddr) -> Option<Counted> {
        let held = Arc::clone(&self.held);
        if self.exempt.contains(&address.to_canonical()) {
            return Some(Counted {
                address: None,
                held,
            });
        }
        let address = network(address);
        let mut counts = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address).or_insert(0);
        if *count >= self.most {
            return None;
        }
        *count += 1;
        drop(counts);
        Some(Counted {
            address: Some(address),
            held,
        })
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let Some(address) = self.address else { return };
        let mut counts = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&address) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                counts.remove(&address);
            }
        }
    }
}

/// What counts as one address: a subscriber of IPv6 is given at least 64 bits to choose from.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_place_is_free_again_when_it_is_given_back() {
        let addresses = Addresses::new(2, &[]);
        let first = addresses.enter(address("192.0.2.1")).unwrap();
        let _second = addresses.enter(address("192.0.2.1")).unwrap();
        assert!(addresses.enter(address("192.0.2.1")).is_none());
        assert!(addresses.enter(address("192.0.2.2")).is_some());
        drop(first);
        assert!(addresses.enter(address("192.0.2.1")).is_some());
    }

    #[test]
    fn addresses_of_one_subscriber_count_together() {
        let addresses = Addresses::new(1, &[]);
        let _held = addresses.enter(address("2001:db8:0:1::1")).unwrap();
        assert!(addresses.enter(address("2001:db8:0:1:2:3:4:5")).is_none());
        assert!(addresses.enter(address("2001:db8:0:2::1")).is_some());

        let _held = addresses.enter(address("::ffff:192.0.2.1")).unwrap();
        assert!(addresses.enter(address("192.0.2.1")).is_none());
    }

    #[test]
    fn a_proxy_has_no_limit_of_its_own() {
        let addresses = Addresses::new(1, &[address("127.0.0.1")]);
        let held: Vec<_> = (0..5)
            .map(|_| addresses.enter(address("::ffff:127.0.0.1")))
            .collect();
        assert!(held.iter().all(Option::is_some));
    }

    #[test]
    fn nothing_is_kept_of_an_address_that_left() {
        let addresses = Addresses::new(1, &[]);
        drop(addresses.enter(address("192.0.2.1")));
        assert!(addresses.held.lock().unwrap().is_empty());
    }
}
