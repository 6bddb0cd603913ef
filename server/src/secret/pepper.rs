//! The pepper: a key mixed into every password before it is hashed.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use zeroize::Zeroizing;

use super::{SecretsError, files};
use crate::randomness::{NoRandomness, Randomness};

/// Names a pepper: its number and eight random digits, so that peppers of two installations are
/// never taken for each other. Written `1-3f9a2c7b`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PepperId {
    number: u32,
    tag: String,
}

/// The text names no pepper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the id of a pepper is a number, a hyphen and eight hexadecimal digits")]
pub struct NotAPepperId;

impl PepperId {
    /// Its place: the highest is the newest.
    pub(super) fn number(&self) -> u32 {
        self.number
    }
}

impl FromStr for PepperId {
    type Err = NotAPepperId;

    fn from_str(text: &str) -> Result<Self, NotAPepperId> {
        let (number, tag) = text.split_once('-').ok_or(NotAPepperId)?;
        let digits = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        let id = Self {
            number: number.parse().map_err(|_| NotAPepperId)?,
            tag: tag.to_owned(),
        };
        if tag.len() == 8 && tag.bytes().all(digits) && id.to_string() == text {
            Ok(id)
        } else {
            Err(NotAPepperId)
        }
    }
}

impl fmt::Display for PepperId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.number, self.tag)
    }
}

/// A pepper. It has no `Debug`, and is overwritten when it is dropped.
pub(super) struct Pepper {
    pub(super) id: PepperId,
    pub(super) key: Zeroizing<[u8; 32]>,
}

impl Pepper {
    /// A new one.
    pub(super) fn make(number: u32, random: &dyn Randomness) -> Result<Self, NoRandomness> {
        let mut tag = [0_u8; 4];
        random.fill(&mut tag)?;
        let mut key = Zeroizing::new([0_u8; 32]);
        random.fill(key.as_mut_slice())?;
        let tag = hex::encode(tag);
        Ok(Self {
            id: PepperId { number, tag },
            key,
        })
    }

    /// What its file holds.
    pub(super) fn written(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(hex::encode(*self.key));
        text.push('\n');
        text
    }
}

/// Reads the pepper of this id from its file.
pub(super) fn read(id: PepperId, file: &Path) -> Result<Pepper, SecretsError> {
    let text = files::read(file)?;
    let mut key = Zeroizing::new([0_u8; 32]);
    hex::decode_to_slice(text.trim_end(), key.as_mut_slice())
        .map_err(|_| SecretsError::Malformed(file.to_path_buf()))?;
    Ok(Pepper { id, key })
}
