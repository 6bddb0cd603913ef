//! Short names that appear in addresses, in data and in law, each with its own rules.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why a short name was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Wrong characters or length for an instrument's name in addresses.
    #[error(
        "“{0}” cannot name an instrument; use 1 to 80 small letters, digits and single hyphens"
    )]
    Slug(String),
    /// The name is used by the site itself.
    #[error("“{0}” is reserved; choose another name for the instrument")]
    Reserved(String),
    /// Wrong characters or length for a key.
    #[error("“{0}” is not a key; use 1 to 120 letters, digits and . _ - : /")]
    Key(String),
    /// Not a language tag.
    #[error("“{0}” is not a language; use a BCP 47 tag such as en, uk or zh-Hant")]
    Lang(String),
}

macro_rules! string_name {
    ($type:ident) => {
        impl $type {
            /// The name as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $type {
            type Err = NameError;

            fn from_str(text: &str) -> Result<Self, NameError> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$type> for String {
            fn from(name: $type) -> Self {
                name.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

/// The name of an instrument in addresses, such as `north-atlantic-treaty`. Never reused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// Names that addresses of the site itself use.
const RESERVED: [&str; 3] = ["about", "entries", "at"];

string_name!(Slug);

impl TryFrom<String> for Slug {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, NameError> {
        if RESERVED.contains(&text.as_str()) {
            return Err(NameError::Reserved(text));
        }
        let characters_are_right = text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let hyphens_are_right =
            !text.starts_with('-') && !text.ends_with('-') && !text.contains("--");
        if text.is_empty() || text.len() > 80 || !characters_are_right || !hyphens_are_right {
            return Err(NameError::Slug(text.chars().take(100).collect()));
        }
        Ok(Self(text))
    }
}

/// A key inside an instrument: of a stage, a route, an event, a reservation, a condition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(String);

string_name!(Key);

impl TryFrom<String> for Key {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, NameError> {
        let fine = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | ':' | '/');
        if text.is_empty() || text.chars().count() > 120 || !text.chars().all(fine) {
            return Err(NameError::Key(text.chars().take(140).collect()));
        }
        Ok(Self(text))
    }
}

/// A BCP 47 language tag.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang(String);

string_name!(Lang);

impl Lang {
    /// English.
    pub fn english() -> Self {
        Self("en".to_owned())
    }
}

impl TryFrom<String> for Lang {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, NameError> {
        let mut parts = text.split('-');
        let first_is_right = parts.next().is_some_and(|p| {
            (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase())
        });
        let rest_is_right = parts
            .all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        if text.len() > 35 || !first_is_right || !rest_is_right {
            return Err(NameError::Lang(text.chars().take(40).collect()));
        }
        Ok(Self(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_site_cannot_name_an_instrument() {
        for wrong in ["about", "entries", "at", "", "A", "a--b", "-a", "a-", "a_b"] {
            assert!(wrong.parse::<Slug>().is_err(), "{wrong}");
        }
        assert!("guarantee-2026".parse::<Slug>().is_ok());
    }

    #[test]
    fn language_tags_are_checked() {
        for right in ["en", "uk", "zh-Hant", "sr-Latn-ME"] {
            assert!(right.parse::<Lang>().is_ok(), "{right}");
        }
        for wrong in ["", "e", "EN", "en_GB", "en-", "english"] {
            assert!(wrong.parse::<Lang>().is_err(), "{wrong}");
        }
    }
}
