//! Sign-offs: who, in which office, put their name to exactly which statement.

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::digest::Digest;
use crate::office::Office;
use crate::policy::Occasion;

/// The name and version of what a sign-off covers.
pub const FORMAT: &str = "assent-signoff/1";

/// A sign-off of one statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOff {
    /// The statement signed, by its hash.
    pub statement: Digest,
    /// The step of the sign-off policy, from 0.
    pub step: u32,
    /// In which office.
    pub office: Office,
    /// What shows that the person signed.
    pub evidence: Evidence,
    /// The signer's pseudonym in this entry: see [`pseudonym`].
    pub signer: Digest,
    /// The digest that was signed: see [`SignOff::covered`].
    pub digest: Digest,
}

/// What shows that a person signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// The person gave their password again for this sign-off.
    PasswordStepUp,
    /// The sign-off was made by the command line that imported a history.
    CommandLine,
}

/// What a sign-off covers, in the order of its canonical form.
#[derive(Serialize)]
struct Covered<'a> {
    evidence: Evidence,
    format: &'static str,
    occasion: Occasion,
    office: &'a Office,
    statement: Digest,
    step: u32,
}

impl SignOff {
    /// A sign-off of this statement.
    pub fn new(
        statement: Digest,
        occasion: Occasion,
        step: u32,
        office: Office,
        evidence: Evidence,
        signer: Digest,
    ) -> Self {
        let digest = Self::covered(statement, occasion, step, &office, evidence);
        Self {
            statement,
            step,
            office,
            evidence,
            signer,
            digest,
        }
    }

    /// SHA-256 of the canonical JSON of evidence, format, occasion, office, statement hash and step.
    pub fn covered(
        statement: Digest,
        occasion: Occasion,
        step: u32,
        office: &Office,
        evidence: Evidence,
    ) -> Digest {
        let covered = Covered {
            evidence,
            format: FORMAT,
            occasion,
            office,
            statement,
            step,
        };
        // The fields stand in the order of their names and hold plain names and numbers, so that this
        // is the canonical form already (a test compares). Every entry read needs it.
        Digest::of(&serde_json::to_vec(&covered).unwrap_or_default())
    }

    /// Whether it is a sign-off of this statement on this occasion, and its digest is the right one.
    pub fn covers(&self, statement: Digest, occasion: Occasion) -> bool {
        self.statement == statement
            && self.digest
                == Self::covered(statement, occasion, self.step, &self.office, self.evidence)
    }
}

/// A person's pseudonym in one entry: HMAC-SHA-256 of the person's id under the entry's own key.
///
/// Within an entry two pseudonyms tell whether two sign-offs are one person's. Nothing links them
/// across entries, and destroying the key makes them name nobody.
pub fn pseudonym(entry_key: &[u8; 32], person: &str) -> Digest {
    match Hmac::<Sha256>::new_from_slice(entry_key) {
        Ok(mut mac) => {
            mac.update(person.as_bytes());
            Digest::from_bytes(mac.finalize().into_bytes().into())
        }
        // HMAC takes keys of every length; this arm is never reached.
        Err(_) => Digest::of(&[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4231, test case 2, with the key padded as HMAC pads it.
    #[test]
    fn a_pseudonym_is_hmac_sha_256() {
        let mut key = [0_u8; 32];
        key[..4].copy_from_slice(b"Jefe");
        assert_eq!(
            pseudonym(&key, "what do ya want for nothing?").to_string(),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        assert_ne!(pseudonym(&key, "a"), pseudonym(&[1; 32], "a"));
    }

    #[test]
    fn a_sign_off_covers_the_canonical_form_of_what_it_says() {
        let statement = Digest::of(b"x");
        let sign_off = SignOff::new(
            statement,
            Occasion::Regular,
            1,
            Office::Verifier("FRA".parse().unwrap()),
            Evidence::PasswordStepUp,
            Digest::of(b"p"),
        );
        let text = format!(
            r#"{{"evidence":"password_step_up","format":"assent-signoff/1","occasion":"regular","office":{{"verifier":"FRA"}},"statement":"{statement}","step":1}}"#
        );
        assert_eq!(sign_off.digest, Digest::of(text.as_bytes()));
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(crate::canonical::encode(&value).unwrap(), text.as_bytes());
        assert!(sign_off.covers(statement, Occasion::Regular));
    }
}
