//! What a password hash costs.

use argon2::Params;

/// Memory and passes of argon2id, on one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
}

/// The cost is too low to protect anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "{memory_kib} KiB with {passes} passes is too cheap to guess; give at least {least} KiB \
     (65536 KiB with 3 passes is usual)"
)]
pub struct BelowTheFloor {
    memory_kib: u32,
    passes: u32,
    least: u32,
}

impl Cost {
    /// 64 MiB and three passes: some 0.3 s on one core.
    pub const USUAL: Self = Self {
        memory_kib: 65_536,
        passes: 3,
    };

    /// The least that is accepted with three passes (OWASP ASVS 5.0, appendix C).
    pub const FLOOR: Self = Self {
        memory_kib: 12_288,
        passes: 3,
    };

    /// This much memory, this many passes.
    ///
    /// # Errors
    /// [`BelowTheFloor`] if that is too cheap to guess (OWASP ASVS 5.0, appendix C).
    pub fn new(memory_kib: u32, passes: u32) -> Result<Self, BelowTheFloor> {
        let least = match passes {
            0 | 1 => 47_104,
            2 => 19_456,
            3.. => Self::FLOOR.memory_kib,
        };
        if passes == 0 || memory_kib < least {
            return Err(BelowTheFloor {
                memory_kib,
                passes,
                least,
            });
        }
        Ok(Self { memory_kib, passes })
    }

    /// The parameters, for argon2.
    pub(super) fn params(self) -> Result<Params, argon2::Error> {
        Params::new(self.memory_kib, self.passes, 1, None)
    }

    /// Whether these parameters are of this cost.
    pub(super) fn is(self, params: &Params) -> bool {
        (params.m_cost(), params.t_cost(), params.p_cost()) == (self.memory_kib, self.passes, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cost_below_the_floor_is_refused() {
        for (memory_kib, passes) in [(12_287, 3), (19_455, 2), (47_103, 1), (65_536, 0)] {
            assert!(
                Cost::new(memory_kib, passes).is_err(),
                "{memory_kib} {passes}"
            );
        }
        for (memory_kib, passes) in [(12_288, 3), (12_288, 9), (19_456, 2), (47_104, 1)] {
            assert!(
                Cost::new(memory_kib, passes).is_ok(),
                "{memory_kib} {passes}"
            );
        }
        assert_eq!(Cost::new(65_536, 3), Ok(Cost::USUAL));
        assert_eq!(Cost::new(12_288, 3), Ok(Cost::FLOOR));
    }
}
