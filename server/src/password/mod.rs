//! Passwords: how they are hashed, checked, and judged when they are chosen.
//!
//! A password is normalised (NFC), mixed with a pepper that is not in the database, and hashed with
//! argon2id, which costs memory and time on purpose. So checks wait in a short queue, and beyond it
//! the answer is "busy".

mod cost;
mod gate;
mod policy;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use argon2::password_hash::PasswordVerifier as _;
use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher as _, Version};
pub use cost::{BelowTheFloor, Cost};
pub use gate::Busy;
use gate::Gate;
pub use policy::{LONGEST, LONGEST_BYTES, NewPassword, SHORTEST, Weak};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::randomness::{NoRandomness, Randomness};
use crate::secret::{PepperId, Secrets};

/// Hashes and checks passwords. Cheap to clone: clones share the queue.
#[derive(Clone)]
pub struct Passwords {
    secrets: Arc<Secrets>,
    cost: Cost,
    random: Arc<dyn Randomness>,
    gate: Gate,
    runs: Arc<AtomicU64>,
}

/// A hashed password: the PHC string, and which pepper was mixed in.
#[derive(Clone, PartialEq, Eq)]
pub struct Hashed {
    /// `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
    pub(crate) phc: String,
    /// The pepper.
    pub(crate) pepper: PepperId,
}

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is the password.
    Right,
    /// It is the password, hashed at another cost or with an older pepper than now: hash it again.
    RightButOutdated,
    /// It is not.
    Wrong,
}

/// Why a password could not be hashed or checked.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// Too many are waiting.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// The pepper it was hashed with is not among the secrets.
    #[error("the pepper {0} is missing from the secrets; restore its file")]
    PepperMissing(PepperId),
    /// A stored hash cannot be read, or the hash could not be computed.
    #[error("argon2: {0}")]
    Hash(String),
    /// No salt could be made.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

impl Passwords {
    /// Hashes at this cost, with these secrets, on as many threads as there are cores.
    pub fn new(secrets: Secrets, cost: Cost, random: Arc<dyn Randomness>) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            secrets: Arc::new(secrets),
            cost,
            random,
            gate: Gate::new(cores),
            runs: Arc::default(),
        }
    }

    /// How many times argon2 has run since the start.
    pub fn runs(&self) -> u64 {
        self.runs.load(Ordering::SeqCst)
    }

    /// The secrets it hashes with.
    pub(crate) fn secrets(&self) -> &Secrets {
        &self.secrets
    }

    /// Hashes a password with a new salt.
    ///
    /// # Errors
    /// [`PasswordError::Busy`] if too many are waiting.
    pub async fn hash(&self, password: &NewPassword) -> Result<Hashed, PasswordError> {
        self.hash_text(password.as_str()).await
    }

    /// Hashes a password that was checked before.
    pub(crate) async fn hash_text(&self, password: &str) -> Result<Hashed, PasswordError> {
        let pepper = self.secrets.current().clone();
        let peppered = self.peppered(&pepper, password)?;
        let mut salt = [0_u8; 16];
        self.random.fill(&mut salt)?;
        let hasher = self.hasher()?;
        let phc = self
            .run(move || {
                hasher
                    .hash_password_with_salt(peppered.as_slice(), &salt)
                    .map(|hash| hash.to_string())
            })
            .await??;
        Ok(Hashed { phc, pepper })
    }

    /// Checks a password. Without a stored one it does the same work and says "wrong", so that
    /// nobody learns from the time which names exist.
    ///
    /// # Errors
    /// [`PasswordError::Busy`] if too many are waiting.
    pub async fn check(
        &self,
        password: &str,
        stored: Option<&Hashed>,
    ) -> Result<Verdict, PasswordError> {
        // Longer than any password may be: it is nobody's.
        let stored = stored.filter(|_| password.len() <= LONGEST_BYTES);
        let Some(stored) = stored else {
            let password: String = password.chars().take(LONGEST).collect();
            self.hash_text(&password).await?;
            return Ok(Verdict::Wrong);
        };
        let peppered = self.peppered(&stored.pepper, password)?;
        let hash =
            PasswordHash::new(&stored.phc).map_err(|e| PasswordError::Hash(e.to_string()))?;
        let params = Params::try_from(&hash).map_err(|e| PasswordError::Hash(e.to_string()))?;
        let hasher = self.hasher()?;
        let right = self
            .run(move || hasher.verify_password(peppered.as_slice(), &hash).is_ok())
            .await?;
        let is_current = self.cost.is(&params) && stored.pepper == *self.secrets.current();
        Ok(match (right, is_current) {
            (false, _) => Verdict::Wrong,
            (true, true) => Verdict::Right,
            (true, false) => Verdict::RightButOutdated,
        })
    }

    /// The password, normalised and with the pepper mixed in.
    fn peppered(
        &self,
        pepper: &PepperId,
        password: &str,
    ) -> Result<Zeroizing<[u8; 32]>, PasswordError> {
        let normal: Zeroizing<String> = Zeroizing::new(password.nfc().collect());
        self.secrets
            .peppered(pepper, normal.as_bytes())
            .ok_or_else(|| PasswordError::PepperMissing(pepper.clone()))
    }

    fn hasher(&self) -> Result<Argon2<'static>, PasswordError> {
        let params = self
            .cost
            .params()
            .map_err(|e| PasswordError::Hash(e.to_string()))?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }

    /// Runs argon2 on a thread of its own, once there is a free place.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, PasswordError> {
        let place = self.gate.enter().await?;
        self.runs.fetch_add(1, Ordering::SeqCst);
        tokio::task::spawn_blocking(move || {
            let result = work();
            // A request that is given up leaves its place only when the work is done.
            drop(place);
            result
        })
        .await
        .map_err(|error| PasswordError::Hash(error.to_string()))
    }
}

impl From<argon2::password_hash::Error> for PasswordError {
    fn from(error: argon2::password_hash::Error) -> Self {
        Self::Hash(error.to_string())
    }
}

impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Passwords")
            .field("cost", &self.cost)
            .field("secrets", &self.secrets)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Hashed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hashed")
            .field("pepper", &self.pepper)
            .finish_non_exhaustive()
    }
}
