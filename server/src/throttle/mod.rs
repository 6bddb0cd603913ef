//! Slowing down those who guess passwords, without locking anybody out.
//!
//! - Wrong passwords count for a name **and** an address together: each makes that pair wait longer.
//!   Somebody who fails on purpose from elsewhere makes nobody else wait.
//! - An address has an allowance of attempts, whatever the names: one password cannot be tried on
//!   many accounts.
//! - All addresses together have one too, because checking a password is costly. An address from
//!   which the holder of the account has signed in before does not need it.
//!
//! An attempt is counted before the password is checked and taken back if it was right, so that many
//! at once gain nothing. An attempt that must wait costs nothing and counts for nothing.

mod keys;
mod rate;
mod schedule;

use std::time::Duration;

use domain::register::RecordedAt;
pub(crate) use keys::Keys;
use rate::EVERYWHERE;
pub(crate) use rate::{ADDRESS, Rate, micros};
pub(crate) use schedule::FORGOTTEN_AFTER;

/// What is stored about an attempt before it is made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Failures of this name from this address, and when the last attempt was made.
    pub(crate) failures: u32,
    /// When the last attempt was made.
    pub(crate) last_at: Option<RecordedAt>,
    /// Until when the address has spent its allowance.
    pub(crate) address_spent_until: Option<RecordedAt>,
    /// Until when all addresses together have.
    pub(crate) everywhere_spent_until: Option<RecordedAt>,
    /// Whether the holder of the account has signed in from this address before.
    pub(crate) familiar: bool,
}

/// What is stored when an attempt is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Admitted {
    /// One more failure, until it turns out not to be one.
    pub(crate) failures: u32,
    /// Until when the address has now spent its allowance.
    pub(crate) address_spent_until: RecordedAt,
    /// The same for all addresses; nothing if this attempt does not count there.
    pub(crate) everywhere_spent_until: Option<RecordedAt>,
}

/// Whether an attempt may be made now, or how long it must wait.
pub(crate) fn admit(standing: &Standing, now: RecordedAt) -> Result<Admitted, Duration> {
    let failures = if schedule::is_forgotten(standing.last_at, now) {
        0
    } else {
        standing.failures
    };
    schedule::wait(failures, standing.last_at, now)?;
    let address_spent_until = ADDRESS.spend(standing.address_spent_until, now)?;
    let everywhere_spent_until = if standing.familiar {
        None
    } else {
        Some(EVERYWHERE.spend(standing.everywhere_spent_until, now)?)
    };
    Ok(Admitted {
        failures: failures.saturating_add(1),
        address_spent_until,
        everywhere_spent_until,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> RecordedAt {
        RecordedAt::from_unix_micros((1_767_225_600 + seconds) * 1_000_000).unwrap()
    }

    #[test]
    fn an_attempt_that_must_wait_spends_nothing_and_the_next_one_counts() {
        let standing = Standing {
            failures: 2,
            last_at: Some(at(0)),
            ..Standing::default()
        };
        assert_eq!(admit(&standing, at(0)), Err(Duration::from_secs(1)));
        let admitted = admit(&standing, at(1)).unwrap();
        assert_eq!(admitted.failures, 3);
        assert_eq!(admitted.address_spent_until, at(7));
    }

    #[test]
    fn a_familiar_address_does_not_need_the_allowance_of_all() {
        let spent = Standing {
            everywhere_spent_until: Some(at(3_600)),
            ..Standing::default()
        };
        assert!(admit(&spent, at(0)).is_err());
        let familiar = Standing {
            familiar: true,
            ..spent
        };
        assert_eq!(
            admit(&familiar, at(0)).unwrap().everywhere_spent_until,
            None
        );
    }

    #[test]
    fn failures_are_forgotten_after_a_day() {
        let standing = Standing {
            failures: 150,
            last_at: Some(at(0)),
            ..Standing::default()
        };
        assert_eq!(admit(&standing, at(86_399)).unwrap().failures, 151);
        assert_eq!(admit(&standing, at(86_400)).unwrap().failures, 1);
    }
}
