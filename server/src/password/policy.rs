//! What a password must be: long, and not one that is tried first. Nothing else is asked of it: no
//! mixture of kinds of characters, no change after a time (NIST SP 800-63B-4, 3.1.1.2).

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::account::fold;

/// The fewest characters.
pub const SHORTEST: usize = 15;
/// The most characters.
pub const LONGEST: usize = 128;
/// The most bytes, as typed.
pub const LONGEST_BYTES: usize = 1_024;

/// Passwords of fifteen characters and more that everybody tries first, one a line, folded.
const COMMON: &str = include_str!("common.txt");

/// A password somebody chose that may be used.
#[derive(Clone)]
pub struct NewPassword(Zeroizing<String>);

/// Why a password may not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Weak {
    /// Too few characters.
    #[error("it has fewer than {SHORTEST} characters; four or five words make a good one")]
    TooShort,
    /// Too many characters.
    #[error("it has more than {LONGEST} characters; choose a shorter one")]
    TooLong,
    /// It is the name of the account, perhaps several times.
    #[error("it is the name of the account; choose something else")]
    IsTheName,
    /// It is a few characters again and again.
    #[error("it repeats the same few characters; choose something else")]
    Repeats,
    /// It is on the list.
    #[error("it is among the passwords that are tried first; choose something else")]
    Common,
}

impl NewPassword {
    /// The password, if it may be used for the account of this name.
    ///
    /// # Errors
    /// [`Weak`] says why not.
    pub fn choose(text: &str, account_name: &str) -> Result<Self, Weak> {
        if text.len() > LONGEST_BYTES {
            return Err(Weak::TooLong);
        }
        let password: Zeroizing<String> = Zeroizing::new(text.nfc().collect());
        let characters = password.chars().count();
        if characters < SHORTEST {
            return Err(Weak::TooShort);
        }
        if characters > LONGEST {
            return Err(Weak::TooLong);
        }
        let folded = Zeroizing::new(fold(&password));
        let name = fold(account_name);
        if !name.is_empty() && folded.replace(&name, "").trim().is_empty() {
            return Err(Weak::IsTheName);
        }
        if repeats(&folded) {
            return Err(Weak::Repeats);
        }
        if COMMON.lines().any(|common| common == folded.as_str()) {
            return Err(Weak::Common);
        }
        Ok(Self(password))
    }

    /// The password.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text is at most four characters again and again.
fn repeats(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    (1..=4).any(|period| {
        characters
            .iter()
            .zip(characters.iter().skip(period))
            .all(|(one, later)| one == later)
    })
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str) -> Option<Weak> {
        NewPassword::choose(text, "Anna.Kowalska-Nowak").err()
    }

    #[test]
    fn length_is_counted_in_characters_after_normalising() {
        assert_eq!(judged("fourteen chars"), Some(Weak::TooShort));
        assert_eq!(judged("fifteen  chars!"), None);
        // Fifteen letters with an accent each: thirty code points as typed, fifteen in NFC.
        assert_eq!(
            judged(&"e\u{301}o\u{302}a\u{300}".repeat(4)),
            Some(Weak::TooShort)
        );
        assert_eq!(judged("źdźbło w trawie"), None);
        let long: String = ('\u{4e00}'..).take(LONGEST + 1).collect();
        assert_eq!(judged(&long), Some(Weak::TooLong));
        assert_eq!(
            judged(long.strip_suffix(char::is_alphabetic).unwrap()),
            None
        );
        assert_eq!(judged(&"ab c".repeat(400)), Some(Weak::TooLong));
    }

    #[test]
    fn what_is_tried_first_is_refused_and_nothing_else_is_asked() {
        assert_eq!(judged("ANNA.kowalska-nowak"), Some(Weak::IsTheName));
        assert_eq!(
            NewPassword::choose("kruk kruk kruk kruk", "Kruk").unwrap_err(),
            Weak::IsTheName
        );
        assert_eq!(judged("aaaaaaaaaaaaaaaa"), Some(Weak::Repeats));
        assert_eq!(judged("123412341234123"), Some(Weak::Repeats));
        assert_eq!(judged("PasswordPassword"), Some(Weak::Common));
        assert_eq!(judged("correcthorsebatterystaple"), Some(Weak::Common));
        assert_eq!(judged("only small letters and spaces"), None);
    }

    #[test]
    fn the_list_is_folded_and_each_of_its_lines_is_long_enough_to_matter() {
        let lines: Vec<&str> = COMMON.lines().collect();
        assert!(lines.len() > 300, "{}", lines.len());
        for line in &lines {
            assert_eq!(fold(line), **line);
            assert!(line.chars().count() >= SHORTEST, "{line}");
        }
        let mut sorted = lines.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted, lines);
    }
}
