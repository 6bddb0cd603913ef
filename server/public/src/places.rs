//! Places for what takes long, so that a few cannot take them all.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::listen::addresses::{Addresses, Counted};

/// So many places in total, and so many for one address.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    total: Arc<Semaphore>,
    addresses: Addresses,
}

/// One place, given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Place {
    _counted: Option<Counted>,
    _permit: OwnedSemaphorePermit,
}

/// Why there is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Full {
    /// The address has all that it may.
    Address,
    /// There is none left.
    Total,
}

impl Places {
    /// Places in total and for one address; for the exempt ones only the total counts.
    pub(crate) fn new(total: usize, per_address: usize, exempt: &[IpAddr]) -> Self {
        Self {
            total: Arc::new(Semaphore::new(total.min(Semaphore::MAX_PERMITS))),
            addresses: Addresses::new(per_address, exempt),
        }
    }

    /// Takes a place. A request whose address is not known did not come over a socket.
    pub(crate) fn take(&self, peer: Option<SocketAddr>) -> Result<Place, Full> {
        let counted = match peer {
            Some(peer) => Some(self.addresses.enter(peer.ip()).ok_or(Full::Address)?),
            None => None,
        };
        let permit = Arc::clone(&self.total)
            .try_acquire_owned()
            .map_err(|_| Full::Total)?;
        Ok(Place {
            _counted: counted,
            _permit: permit,
        })
    }
}
