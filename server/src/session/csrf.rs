//! The token in every form, which shows that the form came from a page of the same session.

use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use tower_sessions::session::Id;

/// The token of a session. It is computed from the session's id, so it changes with it, ends with
/// it, and is stored nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct CsrfToken(String);

impl CsrfToken {
    /// The token of the session with this id.
    pub(super) fn of(id: Id) -> Self {
        let token: [u8; 32] = match Hmac::<Sha256>::new_from_slice(&id.0.to_le_bytes()) {
            Ok(mut mac) => {
                mac.update(b"assent-csrf/1");
                mac.finalize().into_bytes().into()
            }
            // HMAC takes keys of every length; this arm is never reached.
            Err(_) => [0; 32],
        };
        Self(hex::encode(token))
    }

    /// The token, for a form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this came with a form of the same session. The time it takes says nothing.
    pub fn matches(&self, given: &str) -> bool {
        self.0.as_bytes().ct_eq(given.as_bytes()).into()
    }
}

impl fmt::Debug for CsrfToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CsrfToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_of_one_session() {
        let token = CsrfToken::of(Id(7));
        assert!(token.matches(CsrfToken::of(Id(7)).as_str()));
        assert!(!token.matches(CsrfToken::of(Id(8)).as_str()));
        assert!(!token.matches(""));
        assert!(!token.matches(&token.as_str()[..63]));
        assert_eq!(token.as_str().len(), 64);
    }
}
