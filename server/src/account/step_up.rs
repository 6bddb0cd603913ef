//! The step-up: giving the password again for one act.

use super::AccountId;

/// Shows that the holder of an account gave their password again, just now, for one act.
///
/// An operation that puts somebody's name to a statement takes it by value, so that one step-up
/// serves one act.
#[derive(Debug)]
pub struct StepUp {
    account: AccountId,
}

impl StepUp {
    /// Whose step-up it is.
    pub fn account(&self) -> &AccountId {
        &self.account
    }

    /// Only the check of a password makes one.
    pub(in crate::account) fn of(account: AccountId) -> Self {
        Self { account }
    }

    /// One without a password, for tests of what follows it.
    #[cfg(test)]
    pub(crate) fn for_tests(account: AccountId) -> Self {
        Self { account }
    }
}
