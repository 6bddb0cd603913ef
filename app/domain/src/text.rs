//! Text that a person wrote, with its language; and where a fact comes from.

use serde::{Deserialize, Serialize};

use crate::name::Lang;

/// The longest text an entry holds, in characters. Anything longer is a blob.
pub const LONGEST_TEXT: usize = 4_000;

/// A plain text in one language. It holds no markup.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Its language.
    pub lang: Lang,
    /// The text.
    pub body: Body,
}

/// The characters of a text: not empty, at most [`LONGEST_TEXT`], no control characters but line breaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Body(String);

/// Why a text was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("the text is empty")]
    Empty,
    /// Longer than [`LONGEST_TEXT`].
    #[error("the text has {0} characters; at most 4000 are allowed, attach a file instead")]
    TooLong(usize),
    /// A character that cannot be shown, or that hides the direction of the text.
    #[error("the text holds the character U+{0:04X}, which is not allowed")]
    Forbidden(u32),
    /// The address is not an `https` or `http` address.
    #[error("“{0}” is not a web address; it must begin with https:// or http://")]
    Address(String),
}

impl Text {
    /// An English text.
    ///
    /// # Errors
    /// As [`Body`] refuses it.
    pub fn english(body: &str) -> Result<Self, TextError> {
        Ok(Self {
            lang: Lang::english(),
            body: Body::try_from(body.to_owned())?,
        })
    }
}

impl Body {
    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Characters that reorder the text around them, with which a name can be made to read as another.
fn reorders(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

impl TryFrom<String> for Body {
    type Error = TextError;

    fn try_from(text: String) -> Result<Self, TextError> {
        if text.trim().is_empty() {
            return Err(TextError::Empty);
        }
        let length = text.chars().count();
        if length > LONGEST_TEXT {
            return Err(TextError::TooLong(length));
        }
        match text
            .chars()
            .find(|c| (c.is_control() && *c != '\n') || reorders(*c))
        {
            Some(c) => Err(TextError::Forbidden(u32::from(c))),
            None => Ok(Self(text)),
        }
    }
}

impl From<Body> for String {
    fn from(body: Body) -> Self {
        body.0
    }
}

/// A web address that is safe to link: `https` or, for old sources, `http`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SafeUrl(String);

impl SafeUrl {
    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for SafeUrl {
    type Error = TextError;

    fn try_from(text: String) -> Result<Self, TextError> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
        let host_is_fine = host.is_some_and(|host| {
            !host.is_empty()
                && host
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'))
        });
        let characters_are_fine = text.chars().all(|c| {
            !c.is_control()
                && !c.is_whitespace()
                && !reorders(c)
                && !matches!(c, '<' | '>' | '"' | '\\')
        });
        if host_is_fine && characters_are_fine && text.chars().count() <= 2_000 {
            Ok(Self(text))
        } else {
            Err(TextError::Address(text.chars().take(100).collect()))
        }
    }
}

impl From<SafeUrl> for String {
    fn from(url: SafeUrl) -> Self {
        url.0
    }
}

/// How far a fact can be relied on, as the person who recorded it judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Read in an official or primary source.
    High,
    /// Read in a secondary source, or in one source only.
    Medium,
    /// Mostly memory.
    Low,
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What was read: a publication, its number and date.
    pub citation: Text,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
    /// How far it can be relied on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_web_address_or_refused() {
        for right in ["https://www.un.org/x?y=1#z", "http://example.org"] {
            assert!(SafeUrl::try_from(right.to_owned()).is_ok(), "{right}");
        }
        for wrong in [
            "javascript:alert(1)",
            "https://",
            "//x.org",
            "https://a b.org",
            "https://user@x.org",
            "https://x.org/\"><script>",
        ] {
            assert!(SafeUrl::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_text_cannot_hide_its_direction_or_be_empty() {
        assert_eq!(Body::try_from("  ".to_owned()), Err(TextError::Empty));
        assert_eq!(
            Body::try_from("a\u{202E}b".to_owned()),
            Err(TextError::Forbidden(0x202E))
        );
        assert_eq!(
            Body::try_from("a\u{0}b".to_owned()),
            Err(TextError::Forbidden(0))
        );
        assert_eq!(
            Body::try_from("x".repeat(4_001)),
            Err(TextError::TooLong(4_001))
        );
        assert!(Body::try_from("Друга\nлінія".to_owned()).is_ok());
    }
}
