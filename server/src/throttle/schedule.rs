//! How long a name and an address wait together after so many wrong passwords.

use std::time::Duration;

use domain::register::RecordedAt;

/// After so long without an attempt, failures are forgotten.
pub(crate) const FORGOTTEN_AFTER: Duration = Duration::from_hours(24);

/// How long to wait after this many failures in a row.
pub(super) fn delay(failures: u32) -> Duration {
    Duration::from_secs(match failures {
        0 => 0,
        1..3 => 1,
        3..9 => 3,
        9..25 => 5,
        25..100 => 10,
        // Longer would serve who wants to keep others of the same office out.
        100.. => 60,
    })
}

/// What is left of the wait.
pub(super) fn wait(
    failures: u32,
    last_at: Option<RecordedAt>,
    now: RecordedAt,
) -> Result<(), Duration> {
    let delay = delay(failures);
    let waited = last_at.map_or(delay, |last_at| since(last_at, now));
    match delay.checked_sub(waited) {
        None | Some(Duration::ZERO) => Ok(()),
        Some(left) => Err(left),
    }
}

/// Whether the last attempt is so long ago that its failures count no more.
pub(super) fn is_forgotten(last_at: Option<RecordedAt>, now: RecordedAt) -> bool {
    last_at.is_none_or(|last_at| since(last_at, now) >= FORGOTTEN_AFTER)
}

/// The time since an instant. A clock that was set back does not make anybody wait longer than the
/// whole delay.
fn since(earlier: RecordedAt, now: RecordedAt) -> Duration {
    let micros = now.unix_micros().saturating_sub(earlier.unix_micros());
    Duration::from_micros(u64::try_from(micros).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_stays_short() {
        let seconds = |failures| delay(failures).as_secs();
        assert_eq!(seconds(0), 0);
        assert_eq!((seconds(1), seconds(2)), (1, 1));
        assert_eq!((seconds(3), seconds(8)), (3, 3));
        assert_eq!((seconds(9), seconds(24)), (5, 5));
        assert_eq!((seconds(25), seconds(99)), (10, 10));
        assert_eq!((seconds(100), seconds(u32::MAX)), (60, 60));
    }

    #[test]
    fn a_clock_that_was_set_back_lets_nobody_wait_longer_than_the_delay() {
        let at = |micros| RecordedAt::from_unix_micros(micros).unwrap();
        assert_eq!(
            wait(30, Some(at(86_400_000_000)), at(0)),
            Err(Duration::from_secs(10))
        );
    }
}
