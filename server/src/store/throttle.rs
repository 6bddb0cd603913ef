//! The face of the private tables that slow guessing down.

use std::time::Duration;

use domain::register::RecordedAt;

use super::{Error, Store};
use crate::account::AccountId;
use crate::audit::Event;
use crate::password::Hashed;
use crate::throttle::Keys;

/// An attempt whose password was right.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settlement<'a> {
    pub(crate) account: &'a AccountId,
    pub(crate) keys: &'a Keys,
    /// The password as it was stored when it was checked.
    pub(crate) replaced: &'a Hashed,
    /// The same password hashed again, if it should be.
    pub(crate) rehashed: Option<&'a Hashed>,
    pub(crate) event: &'a Event,
}

impl Store {
    /// Counts an attempt as a failure, or says how long to wait; then nothing is counted.
    pub(crate) async fn admit(
        &self,
        keys: &Keys,
        now: RecordedAt,
    ) -> Result<Result<(), Duration>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.admit(keys, now).await,
        }
    }

    /// Takes back one attempt that was not tried.
    pub(crate) async fn give_back(&self, keys: &Keys) -> Result<(), Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.give_back(keys).await,
        }
    }

    /// Forgets the failures of the name at this address, gives the attempt back, remembers the
    /// address, replaces the hash if it was made again, and adds a line to the audit trail.
    pub(crate) async fn settle(
        &self,
        settlement: &Settlement<'_>,
        now: RecordedAt,
    ) -> Result<(), Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.settle(settlement, now).await,
        }
    }
}
