//! The clock. This is the only file that reads it; everything else is told what time it is.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use domain::register::RecordedAt;

/// Says what time it is.
pub trait Clock: fmt::Debug + Send + Sync {
    /// Microseconds since 1970 began, in UTC.
    fn unix_micros(&self) -> i64;

    /// The present instant.
    ///
    /// # Errors
    /// [`ClockError`] if the clock stands centuries away.
    fn now(&self) -> Result<RecordedAt, ClockError> {
        let micros = self.unix_micros();
        RecordedAt::from_unix_micros(micros).ok_or(ClockError { micros })
    }
}

/// The instant so much later.
pub(crate) fn later(now: RecordedAt, by: Duration) -> RecordedAt {
    let micros = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
    RecordedAt::from_unix_micros(now.unix_micros().saturating_add(micros)).unwrap_or(now)
}

/// The instant so much earlier.
pub(crate) fn earlier(now: RecordedAt, by: Duration) -> RecordedAt {
    let micros = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
    RecordedAt::from_unix_micros(now.unix_micros().saturating_sub(micros)).unwrap_or(now)
}

/// The clock says something that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the clock of this machine stands at {micros} µs after 1970, outside the years 1600 to 9999; set it"
)]
pub struct ClockError {
    micros: i64,
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the clock"
    )]
    fn unix_micros(&self) -> i64 {
        // Before 1970 the difference comes as an error that carries it.
        match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_micros()).unwrap_or(i64::MAX),
            Err(before) => {
                i64::try_from(before.duration().as_micros()).map_or(i64::MIN, |micros| -micros)
            }
        }
    }
}

/// A clock that is set by hand, for tests.
#[derive(Debug)]
pub struct SetClock(AtomicI64);

impl SetClock {
    /// A clock that stands at this instant.
    pub fn at(now: RecordedAt) -> Self {
        Self(AtomicI64::new(now.unix_micros()))
    }

    /// Sets the clock, forwards or backwards.
    pub fn set(&self, now: RecordedAt) {
        self.0.store(now.unix_micros(), Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn unix_micros(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}
