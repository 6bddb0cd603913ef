//! The addresses of the two listeners.

use std::io::ErrorKind;
use std::net::SocketAddr;

use tokio::net::TcpListener;

/// Why an address cannot be listened on.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    /// Another program has it.
    #[error(
        "{address} is taken by another program; stop that one, or choose another address with \
         {option} (port 0 takes a free one)"
    )]
    Taken {
        /// The address.
        address: SocketAddr,
        /// How to choose another.
        option: &'static str,
    },
    /// The system refuses it.
    #[error("{address} cannot be listened on: {source}; choose another address with {option}")]
    Refused {
        /// The address.
        address: SocketAddr,
        /// How to choose another.
        option: &'static str,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The demonstration would be reachable from elsewhere.
    #[error(
        "the demonstration is for this machine only, because it prints how to sign in; {option} is \
         {address}: use an address such as 127.0.0.1, or leave out --demo"
    )]
    NotThisMachine {
        /// The address.
        address: SocketAddr,
        /// Which option gave it.
        option: &'static str,
    },
}

/// An address as an option gave it.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// The address.
    pub address: SocketAddr,
    /// The option.
    pub option: &'static str,
}

impl Asked {
    /// Refuses an address that other machines can reach.
    ///
    /// # Errors
    /// [`AddressError::NotThisMachine`].
    pub fn must_be_this_machine(self) -> Result<(), AddressError> {
        let Self { address, option } = self;
        if address.ip().to_canonical().is_loopback() {
            Ok(())
        } else {
            Err(AddressError::NotThisMachine { address, option })
        }
    }

    /// Takes the address. Whoever connects waits in the system's queue until it is served.
    ///
    /// # Errors
    /// [`AddressError`].
    pub async fn listen(self) -> Result<TcpListener, AddressError> {
        let Self { address, option } = self;
        TcpListener::bind(address)
            .await
            .map_err(|source| match source.kind() {
                ErrorKind::AddrInUse => AddressError::Taken { address, option },
                _ => AddressError::Refused {
                    address,
                    option,
                    source,
                },
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_addresses_are_this_machine() {
        let asked = |text: &str| Asked {
            address: text.parse().unwrap(),
            option: "--public-addr",
        };
        for here in [
            "127.0.0.1:80",
            "127.8.8.8:80",
            "[::1]:80",
            "[::ffff:127.0.0.1]:80",
        ] {
            assert!(asked(here).must_be_this_machine().is_ok(), "{here}");
        }
        for elsewhere in ["0.0.0.0:80", "[::]:80", "192.0.2.1:80"] {
            assert!(
                asked(elsewhere).must_be_this_machine().is_err(),
                "{elsewhere}"
            );
        }
    }
}
