//! What can be said to `assent serve`.

use std::net::{IpAddr, SocketAddr};
use std::path::Path;

use public::Contact;
use public::host::HostName;

use super::address::{AddressError, Asked};
use crate::command::Database;
use crate::command::passwords::PasswordOptions;

const PUBLIC: &str = "--public-addr";
const DESK: &str = "--desk-addr";

/// Serve the public pages and the desk
///
/// Prints a line beginning with `ready:` once both answer, and ends with exit code 0 on SIGINT or
/// SIGTERM, when the requests in flight have finished.
///
/// The log goes to standard error. ASSENT_LOG says how much of it: error, warn, info, debug; a line for
/// each request to the public pages too with info,public=debug.
///
/// To begin: `assent secrets init`, then `assent account add`. To try it out: `--demo`.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub(super) database: Database,
    /// Where the public pages are served; port 0 takes a free port
    #[arg(
        long,
        env = "ASSENT_PUBLIC_ADDR",
        value_name = "ADDR",
        default_value = "127.0.0.1:8080"
    )]
    public_addr: SocketAddr,
    /// Where the desk is served; port 0 takes a free port
    #[arg(
        long,
        env = "ASSENT_DESK_ADDR",
        value_name = "ADDR",
        default_value = "127.0.0.1:8081"
    )]
    desk_addr: SocketAddr,
    /// Serve the demonstration, on this machine only, and load it first into a database without a
    /// register
    #[arg(long, env = "ASSENT_DEMO", conflicts_with = "public_only")]
    pub(super) demo: bool,
    /// Serve the public pages only: no desk, no secrets
    #[arg(long, env = "ASSENT_PUBLIC_ONLY")]
    public_only: bool,
    #[command(flatten)]
    pub(super) passwords: PasswordOptions,
    /// A name by which the public pages are reached, such as tracker.example.org
    #[arg(
        long,
        env = "ASSENT_PUBLIC_HOST",
        value_name = "HOST",
        value_delimiter = ','
    )]
    pub(super) public_host: Vec<HostName>,
    /// A name by which the desk is reached, such as desk.example.org
    #[arg(
        long,
        env = "ASSENT_DESK_HOST",
        value_name = "HOST",
        value_delimiter = ','
    )]
    pub(super) desk_host: Vec<HostName>,
    /// Both are reached over https, through a proxy that speaks it
    #[arg(long, env = "ASSENT_HTTPS")]
    pub(super) https: bool,
    /// The address of such a proxy, whose connections carry many readers and whose X-Forwarded-For
    /// is believed
    #[arg(long, env = "ASSENT_PROXY", value_name = "IP", value_delimiter = ',')]
    pub(super) proxy: Vec<IpAddr>,
    /// Where a weakness is to be reported: mailto:, https: or tel:
    #[arg(long, env = "ASSENT_CONTACT", value_name = "ADDRESS")]
    pub(super) contact: Option<Contact>,
}

/// Why it is not served in this way.
#[derive(Debug, thiserror::Error)]
pub enum OptionsError {
    /// An address.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// Passwords would travel in the clear.
    #[error(
        "{DESK} is {0}, which other machines reach, and passwords would travel in the clear; put a \
         proxy that speaks https before it and say --https, or use an address such as 127.0.0.1:8081"
    )]
    InTheClear(SocketAddr),
    /// Nobody knows which requests are for the desk.
    #[error("say by which name the desk is reached over https: --desk-host desk.example.org")]
    NoDeskHost,
}

impl Args {
    /// Refuses what would not be safe.
    ///
    /// # Errors
    /// [`OptionsError`].
    pub(super) fn check(&self) -> Result<(), OptionsError> {
        if self.demo {
            self.public().must_be_this_machine()?;
            self.asked_desk().must_be_this_machine()?;
        }
        let Some(desk) = self.desk() else {
            return Ok(());
        };
        if self.https && self.desk_host.is_empty() {
            return Err(OptionsError::NoDeskHost);
        }
        if !self.https && desk.must_be_this_machine().is_err() {
            return Err(OptionsError::InTheClear(desk.address));
        }
        Ok(())
    }

    /// Where the public pages are served.
    pub(super) fn public(&self) -> Asked {
        Asked {
            address: self.public_addr,
            option: PUBLIC,
        }
    }

    /// Where the desk is served, if it is.
    pub(super) fn desk(&self) -> Option<Asked> {
        (!self.public_only).then(|| self.asked_desk())
    }

    fn asked_desk(&self) -> Asked {
        Asked {
            address: self.desk_addr,
            option: DESK,
        }
    }

    /// The folder of the secrets.
    pub(super) fn secrets(&self) -> &Path {
        &self.passwords.secrets.folder
    }
}
