//! The name somebody signs in with.

use std::fmt;
use std::str::FromStr;

use unicode_normalization::UnicodeNormalization as _;

/// The name of an account, in NFC.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountName(String);

/// The text cannot name an account.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” cannot name an account; use 2 to {longest} letters, digits and . _ - ' @, with single spaces \
     between words",
    longest = AccountName::LONGEST
)]
pub struct NotAnAccountName(String);

impl AccountName {
    /// The most characters of a name.
    pub const LONGEST: usize = 60;

    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name with capitals folded: what must differ between two accounts.
    pub(crate) fn key(&self) -> String {
        fold(&self.0)
    }
}

impl FromStr for AccountName {
    type Err = NotAnAccountName;

    fn from_str(text: &str) -> Result<Self, NotAnAccountName> {
        let refuse = || NotAnAccountName(text.chars().take(80).collect());
        if text.len() > 1_024 {
            return Err(refuse());
        }
        let name: String = text.trim().nfc().collect();
        let fine = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '\'' | '@' | ' ');
        let length_is_right = (2..=Self::LONGEST).contains(&name.chars().count());
        let says_something = name.chars().any(char::is_alphanumeric);
        if length_is_right && says_something && name.chars().all(fine) && !name.contains("  ") {
            Ok(Self(name))
        } else {
            Err(refuse())
        }
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text in NFC with capitals folded, character by character: upwards and then downwards, so that
/// ß and ss are one, and ς and σ.
pub(crate) fn fold(text: &str) -> String {
    text.nfc()
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .nfc()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_the_same_are_one() {
        let key = |text: &str| text.parse::<AccountName>().unwrap().key();
        assert_eq!(key("Anna.Kowalska"), key(" anna.kowalska "));
        assert_eq!(key("Zoe\u{301}"), key("ZO\u{c9}"));
        assert_eq!(key("Weiß"), key("WEISS"));
        assert_eq!(key("Οδυσσεύς"), key("ΟΔΥΣΣΕΎΣ"));
        assert_ne!(key("anna"), key("hanna"));
    }

    #[test]
    fn what_cannot_be_read_out_cannot_be_a_name() {
        for wrong in [
            "",
            " ",
            "a",
            "..",
            "a  b",
            "a\nb",
            "a\u{202e}b",
            "a\u{200b}b",
            "a;b",
            "a\0b",
        ] {
            assert!(wrong.parse::<AccountName>().is_err(), "{wrong:?}");
        }
        assert!("ab".repeat(31).parse::<AccountName>().is_err());
        for right in ["al", "O'Neill", "Їжак 2", "anna@mfa.example"] {
            assert!(right.parse::<AccountName>().is_ok(), "{right}");
        }
    }
}
