//! Allowances that fill up again: so many attempts at once, then one each period.

use std::time::Duration;

use domain::register::RecordedAt;

/// An allowance. What was spent of it is one instant: until then it is spent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rate {
    /// One attempt comes back after this.
    pub(crate) period: Duration,
    /// So many can be made at once.
    pub(crate) burst: u32,
}

/// An address: one attempt each six seconds, twenty at once. A right password gives its attempt
/// back, so that a whole ministry behind one address can sign in at nine.
pub(crate) const ADDRESS: Rate = Rate {
    period: Duration::from_secs(6),
    burst: 20,
};

/// All addresses together: ten a second. More could not be checked anyway.
pub(super) const EVERYWHERE: Rate = Rate {
    period: Duration::from_millis(100),
    burst: 30,
};

impl Rate {
    /// Spends one attempt: until when the allowance is spent then, or how long to wait.
    pub(super) fn spend(
        self,
        spent_until: Option<RecordedAt>,
        now: RecordedAt,
    ) -> Result<RecordedAt, Duration> {
        let full = micros(self.period.saturating_mul(self.burst));
        let start = now.unix_micros();
        // A clock that was set back must not make a whole allowance last for ever.
        let spent = spent_until.map_or(start, |until| {
            until.unix_micros().clamp(start, start.saturating_add(full))
        });
        let after = spent.saturating_add(micros(self.period));
        let over = after.saturating_sub(start.saturating_add(full));
        match u64::try_from(over) {
            Ok(over) if over > 0 => Err(Duration::from_micros(over)),
            Ok(_) | Err(_) => Ok(RecordedAt::from_unix_micros(after).unwrap_or(now)),
        }
    }
}

/// Microseconds, as the database keeps them.
pub(crate) fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowance_is_spent_at_once_and_comes_back_one_by_one() {
        let at = |seconds: i64| RecordedAt::from_unix_micros(seconds * 1_000_000).unwrap();
        let mut spent = None;
        for _ in 0..ADDRESS.burst {
            spent = Some(ADDRESS.spend(spent, at(1_000)).unwrap());
        }
        assert_eq!(ADDRESS.spend(spent, at(1_000)), Err(Duration::from_secs(6)));
        assert_eq!(ADDRESS.spend(spent, at(1_005)), Err(Duration::from_secs(1)));
        spent = Some(ADDRESS.spend(spent, at(1_006)).unwrap());
        assert!(ADDRESS.spend(spent, at(1_006)).is_err());
        assert!(ADDRESS.spend(spent, at(1_012)).is_ok());
        // Set back by a day, the clock makes nobody wait longer than one period.
        assert_eq!(ADDRESS.spend(spent, at(0)), Err(Duration::from_secs(6)));
    }
}
