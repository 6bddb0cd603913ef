//! A path on this site, to go back to after signing in.

use std::fmt::{self, Write as _};

/// A path of this site with its query: never another site's, however a browser reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalPath(String);

/// The text is no path of this site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a path of this site")]
pub struct NotALocalPath;

impl LocalPath {
    /// The most bytes.
    pub const LONGEST: usize = 2_048;

    /// The path with its query.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as the value of a parameter.
    pub fn encoded(&self) -> String {
        let mut text = String::with_capacity(self.0.len());
        for byte in self.0.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
                text.push(char::from(byte));
            } else {
                let _never = write!(text, "%{byte:02X}");
            }
        }
        text
    }
}

impl TryFrom<String> for LocalPath {
    type Error = NotALocalPath;

    fn try_from(text: String) -> Result<Self, NotALocalPath> {
        // Browsers take a backslash for a slash, drop control characters, and take `//name` for a site.
        let fine = |byte: u8| byte.is_ascii_graphic() && byte != b'\\' && byte != b'#';
        let is_local = text.starts_with('/') && !text.starts_with("//");
        if is_local && text.len() <= Self::LONGEST && text.bytes().all(fine) {
            Ok(Self(text))
        } else {
            Err(NotALocalPath)
        }
    }
}

impl fmt::Display for LocalPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_leads_to_another_site() {
        for wrong in [
            "",
            "desk",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/a b",
            "/a\r\nSet-Cookie: x=1",
            "/é",
        ] {
            assert!(LocalPath::try_from(wrong.to_owned()).is_err(), "{wrong:?}");
        }
        let long = format!("/{}", "a".repeat(LocalPath::LONGEST));
        assert!(LocalPath::try_from(long).is_err());
        let path = LocalPath::try_from("/desk/x?y=1&z=%20".to_owned()).unwrap();
        assert_eq!(path.encoded(), "/desk/x%3Fy%3D1%26z%3D%2520");
    }
}
