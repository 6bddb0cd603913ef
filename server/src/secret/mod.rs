//! Secrets: files outside the database and its backups, each with an id that is stored beside what
//! it protects.
//!
//! There is one kind so far, the pepper of the passwords. A pepper is never replaced, only followed:
//! the newest is used for what is made now, the older ones for what was made with them.

mod files;
mod pepper;

use std::fmt;
use std::path::{Path, PathBuf};

use domain::digest::Digest;
use hmac::{Hmac, KeyInit as _, Mac as _};
pub use pepper::PepperId;
use pepper::{Pepper, read};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::randomness::{NoRandomness, Randomness};

/// The secrets of one installation, read once at the start.
pub struct Secrets {
    /// The newest.
    current: Pepper,
    /// The others.
    earlier: Vec<Pepper>,
}

/// Why the secrets were not read or made.
#[derive(Debug, thiserror::Error)]
pub enum SecretsError {
    /// There is no folder, or none in it.
    #[error(
        "there are no secrets in {}; make them once: assent secrets init --secrets {}",
        .0.display(), .0.display()
    )]
    NotThere(PathBuf),
    /// There are some already.
    #[error(
        "there are secrets in {} already and they are left as they are; for a new one beside \
         them: assent secrets rotate --secrets {}",
        .0.display(), .0.display()
    )]
    ThereAlready(PathBuf),
    /// Others on this machine can read or change them.
    #[error(
        "others on this machine can open {}; make it yours alone: chmod {right} {}",
        .file.display(), .file.display()
    )]
    OpenToOthers {
        /// The file or folder.
        file: PathBuf,
        /// The mode it should have.
        right: &'static str,
    },
    /// A file is not what it should be.
    #[error("{} holds no secret of this program; restore it from your copy", .0.display())]
    Malformed(PathBuf),
    /// A file could not be read or written.
    #[error("{}: {source}", .file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// Nothing unguessable could be made.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

impl Secrets {
    /// Makes the folder and the first pepper in it.
    ///
    /// # Errors
    /// [`SecretsError::ThereAlready`] if there are secrets; they are left as they are.
    pub fn init(folder: &Path, random: &dyn Randomness) -> Result<PepperId, SecretsError> {
        files::make_folder(folder)?;
        if !files::peppers(folder)?.is_empty() {
            return Err(SecretsError::ThereAlready(folder.to_path_buf()));
        }
        make_pepper(folder, 1, random)
    }

    /// Adds a pepper. Passwords move to it as their holders sign in; the old ones stay for those who
    /// have not yet.
    ///
    /// # Errors
    /// [`SecretsError`]: then nothing was added.
    pub fn rotate(folder: &Path, random: &dyn Randomness) -> Result<PepperId, SecretsError> {
        let secrets = Self::load(folder)?;
        let next = secrets.current.id.number().saturating_add(1);
        make_pepper(folder, next, random)
    }

    /// Reads the secrets, if nobody else on this machine can.
    ///
    /// # Errors
    /// [`SecretsError`] says which file is wrong and what to do.
    pub fn load(folder: &Path) -> Result<Self, SecretsError> {
        files::check_folder(folder)?;
        let mut peppers = files::peppers(folder)?
            .into_iter()
            .map(|(id, file)| read(id, &file))
            .collect::<Result<Vec<_>, _>>()?;
        peppers.sort_by(|one, other| one.id.cmp(&other.id));
        let current = peppers
            .pop()
            .ok_or_else(|| SecretsError::NotThere(folder.to_path_buf()))?;
        Ok(Self {
            current,
            earlier: peppers,
        })
    }

    /// Secrets that are gone with the process, for tests and for what is thrown away with it.
    ///
    /// # Errors
    /// [`NoRandomness`] if none can be made.
    pub fn unsaved(random: &dyn Randomness) -> Result<Self, NoRandomness> {
        Ok(Self {
            current: Pepper::make(1, random)?,
            earlier: Vec::new(),
        })
    }

    /// The id of the pepper that is used for what is made now.
    pub fn current(&self) -> &PepperId {
        &self.current.id
    }

    /// A password with this pepper mixed in; nothing if the pepper is not here.
    pub(crate) fn peppered(
        &self,
        pepper: &PepperId,
        password: &[u8],
    ) -> Option<Zeroizing<[u8; 32]>> {
        let pepper = self.all().find(|known| known.id == *pepper)?;
        Some(Zeroizing::new(mac(&pepper.key, &[password])))
    }

    /// A mark under which something is counted without its being readable, under the newest pepper.
    pub(crate) fn mark(&self, what: &str, parts: &[&str]) -> Digest {
        marked(&self.current, what, parts)
    }

    /// The same mark under every pepper, the newest first: marks outlive a rotation.
    pub(crate) fn marks(&self, what: &str, parts: &[&str]) -> Vec<Digest> {
        self.all()
            .map(|pepper| marked(pepper, what, parts))
            .collect()
    }

    fn all(&self) -> impl Iterator<Item = &Pepper> {
        std::iter::once(&self.current).chain(self.earlier.iter().rev())
    }
}

/// Makes a pepper and writes it.
fn make_pepper(
    folder: &Path,
    number: u32,
    random: &dyn Randomness,
) -> Result<PepperId, SecretsError> {
    let pepper = Pepper::make(number, random)?;
    files::write(folder, &pepper)?;
    Ok(pepper.id)
}

fn marked(pepper: &Pepper, what: &str, parts: &[&str]) -> Digest {
    let mut framed: Vec<&[u8]> = vec![b"assent-mark/1", &[0], what.as_bytes()];
    for part in parts {
        framed.push(&[0]);
        framed.push(part.as_bytes());
    }
    Digest::from_bytes(mac(&pepper.key, &framed))
}

/// HMAC-SHA-256.
fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    match Hmac::<Sha256>::new_from_slice(key) {
        Ok(mut mac) => {
            for part in parts {
                mac.update(part);
            }
            mac.finalize().into_bytes().into()
        }
        // HMAC takes keys of every length; this arm is never reached.
        Err(_) => [0; 32],
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secrets")
            .field("current", &self.current.id)
            .field("earlier", &self.earlier.len())
            .finish()
    }
}
