//! One attempt to give the password of an account, whatever it is given for.

use std::time::Duration;

use super::{Accounts, Caller, Failure, fold};
use crate::audit::Event;
use crate::password::{Busy, Hashed, PasswordError, Verdict};
use crate::store::{AccountWithPassword, Settlement};
use crate::throttle::Keys;

/// What came of it.
pub(super) enum Checked {
    /// It was not even tried: too many wrong ones were.
    Wait(Duration),
    /// It was not tried: too many are being checked.
    Busy(Busy),
    /// It was tried.
    Tried(Box<Attempt>),
}

/// An attempt that was counted as a failure, until it is settled.
pub(super) struct Attempt {
    keys: Keys,
    /// The account of this name, if there is one that is open.
    known: Option<AccountWithPassword>,
    verdict: Verdict,
}

impl Attempt {
    /// The account, if the password is right.
    pub(super) fn account(&self) -> Option<&AccountWithPassword> {
        match self.verdict {
            Verdict::Right | Verdict::RightButOutdated => self.known.as_ref(),
            Verdict::Wrong => None,
        }
    }

    /// The account of this name, whether or not the password is right.
    pub(super) fn known(&self) -> Option<&AccountWithPassword> {
        self.known.as_ref()
    }
}

impl Accounts {
    /// Counts an attempt and checks the password. The same is done for a name that does not exist.
    pub(super) async fn attempt(
        &self,
        name: &str,
        password: &str,
        from: &Caller,
    ) -> Result<Checked, Failure> {
        // A name longer than any is nobody's; its beginning is counted.
        let name: String = name.trim().chars().take(200).collect();
        let keys = Keys::new(self.passwords.secrets(), fold(&name), from.address);
        if let Err(left) = self.store.admit(&keys, self.clock.now()?).await? {
            return Ok(Checked::Wait(left));
        }
        let known = self.store.open_account(&keys.name_key).await?;
        let stored: Option<&Hashed> = known.as_ref().map(|known| &known.password);
        match self.passwords.check(password, stored).await {
            Ok(verdict) => Ok(Checked::Tried(Box::new(Attempt {
                keys,
                known,
                verdict,
            }))),
            Err(error) => {
                // Nobody's failure: it was not tried.
                self.store.give_back(&keys).await?;
                match error {
                    PasswordError::Busy(busy) => Ok(Checked::Busy(busy)),
                    other => Err(other.into()),
                }
            }
        }
    }

    /// Takes back the count of an attempt whose password was right, remembers the address, and
    /// hashes the password again if it was hashed at another cost or with an older pepper.
    pub(super) async fn settle(
        &self,
        attempt: &Attempt,
        password: &str,
        event: Event,
    ) -> Result<(), Failure> {
        let Some(right) = attempt.account() else {
            return Ok(());
        };
        let rehashed = if attempt.verdict == Verdict::RightButOutdated {
            match self.passwords.hash_text(password).await {
                Ok(hashed) => Some(hashed),
                // It can be done at the next sign-in.
                Err(PasswordError::Busy(_)) => None,
                Err(error) => return Err(error.into()),
            }
        } else {
            None
        };
        let settlement = Settlement {
            account: &right.account.id,
            keys: &attempt.keys,
            replaced: &right.password,
            rehashed: rehashed.as_ref(),
            event: &event,
        };
        self.store.settle(&settlement, self.clock.now()?).await?;
        Ok(())
    }
}
