//! How long a session lasts, by what its account can do.

use std::time::Duration;

use crate::account::Role;

/// The limits of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limits {
    /// Without a request for so long, it is over.
    pub(super) idle: Duration,
    /// It is over after so long in any case.
    pub(super) absolute: Duration,
    /// So many at once; the oldest ends when one more begins.
    pub(super) at_once: u32,
}

/// A use is noted at most this often: noting it costs a write. So a session may be over that much
/// before its idle limit, never after it.
pub(super) const NOTED_EVERY: Duration = Duration::from_secs(30);

/// The limits of an account in this role.
pub(super) fn limits(role: &Role) -> Limits {
    match role {
        Role::Liaison(_) | Role::Leader | Role::Auditor => Limits {
            idle: Duration::from_mins(30),
            absolute: Duration::from_hours(12),
            at_once: 3,
        },
        // Who puts the last names to an entry, or makes accounts, is asked again sooner.
        Role::Verifier(_) | Role::DepositaryOfficer(_) | Role::Administrator => Limits {
            idle: Duration::from_mins(15),
            absolute: Duration::from_hours(8),
            at_once: 1,
        },
    }
}
