//! Which secrets and which cost a command hashes passwords with.

use std::path::PathBuf;
use std::sync::Arc;

use crate::password::{BelowTheFloor, Cost, Passwords};
use crate::randomness::Randomness;
use crate::secret::{Secrets, SecretsError};

/// Where the secrets are.
#[derive(Debug, Clone, clap::Args)]
pub struct SecretsFolder {
    /// The folder of the secrets; keep it, and its copy, apart from the database and its backups
    #[arg(
        long = "secrets",
        env = "ASSENT_SECRETS",
        value_name = "DIR",
        default_value = "assent-secrets"
    )]
    pub folder: PathBuf,
}

/// With which secrets, at which cost.
#[derive(Debug, Clone, clap::Args)]
pub struct PasswordOptions {
    /// Where the secrets are.
    #[command(flatten)]
    pub secrets: SecretsFolder,
    /// How much memory hashing one password takes
    #[arg(
        long,
        env = "ASSENT_PASSWORD_MEMORY_KIB",
        value_name = "KIB",
        default_value_t = 65_536
    )]
    password_memory_kib: u32,
    /// How many passes it makes
    #[arg(
        long,
        env = "ASSENT_PASSWORD_PASSES",
        value_name = "N",
        default_value_t = 3
    )]
    password_passes: u32,
}

/// Why passwords cannot be checked.
#[derive(Debug, thiserror::Error)]
pub enum PasswordsNotReady {
    /// It would be too cheap to guess them.
    #[error(transparent)]
    Cost(#[from] BelowTheFloor),
    /// The secrets are not as they must be.
    #[error(transparent)]
    Secrets(#[from] SecretsError),
}

impl PasswordOptions {
    /// Reads the secrets.
    ///
    /// # Errors
    /// [`PasswordsNotReady`] says what to do.
    pub fn open(&self, random: Arc<dyn Randomness>) -> Result<Passwords, PasswordsNotReady> {
        let cost = self.cost()?;
        let secrets = Secrets::load(&self.secrets.folder)?;
        Ok(Passwords::new(secrets, cost, random))
    }

    /// The cost.
    ///
    /// # Errors
    /// [`BelowTheFloor`] if it is too cheap to guess.
    pub fn cost(&self) -> Result<Cost, BelowTheFloor> {
        Cost::new(self.password_memory_kib, self.password_passes)
    }
}
