//! The password an account begins with: made by the program, shown once.

use std::fmt;

use zeroize::Zeroizing;

use crate::randomness::{NoRandomness, Randomness};

/// Thirty-two letters and digits that are not taken for each other: no i, l, o, u.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Seven groups of four: 140 bits.
const GROUPS: usize = 7;
const GROUP: usize = 4;

/// A password made by the program. It has no `Display`: whoever shows it says so.
pub struct InitialPassword(Zeroizing<String>);

impl InitialPassword {
    /// A new one, of 140 random bits, in groups of four.
    ///
    /// # Errors
    /// [`NoRandomness`] if the system has none to give.
    pub fn make(random: &dyn Randomness) -> Result<Self, NoRandomness> {
        let mut bytes = Zeroizing::new([0_u8; GROUPS * GROUP]);
        random.fill(bytes.as_mut_slice())?;
        let mut text = Zeroizing::new(String::with_capacity(GROUPS * (GROUP + 1)));
        for (place, byte) in bytes.iter().enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push('-');
            }
            // Thirty-two divides 256, so that each is as likely as any other.
            let letter = ALPHABET.get(usize::from(byte % 32)).copied();
            text.push(char::from(letter.unwrap_or(b'0')));
        }
        Ok(Self(text))
    }

    /// The password, to be shown once or to be used at once.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for InitialPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InitialPassword(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::password::NewPassword;
    use crate::randomness::SystemRandomness;

    #[test]
    fn it_is_readable_long_and_never_the_same() {
        let one = InitialPassword::make(&SystemRandomness).unwrap();
        let other = InitialPassword::make(&SystemRandomness).unwrap();
        assert_ne!(one.reveal(), other.reveal());
        let groups: Vec<&str> = one.reveal().split('-').collect();
        assert_eq!(groups.len(), GROUPS);
        for group in groups {
            assert_eq!(group.len(), GROUP);
            assert!(group.bytes().all(|b| ALPHABET.contains(&b)), "{group}");
        }
        assert!(NewPassword::choose(one.reveal(), "anna").is_ok());
        assert_eq!(format!("{one:?}"), "InitialPassword(…)");
    }
}
