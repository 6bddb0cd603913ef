//! Canonical JSON (RFC 8785): the one way to write a value, so that it has one hash.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The largest integer that every reader of JSON reads exactly (RFC 7493, section 2.2): no number
/// of an entry may be larger.
pub const LARGEST_INTEGER: u64 = (1 << 53) - 1;

/// Why bytes are not the canonical JSON of a known value.
#[derive(Debug, thiserror::Error)]
pub enum CanonicalError {
    /// The bytes are not JSON, or not of the expected shape.
    #[error("not readable: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// The value was read, but writing it again gives other bytes.
    #[error("not canonical: writing the value again gives other bytes from byte {0} on")]
    NotCanonical(usize),
}

/// The canonical bytes of a value.
///
/// # Errors
/// [`CanonicalError::Unreadable`] if the value has no JSON form; values of this crate have one.
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, CanonicalError> {
    Ok(serde_json_canonicalizer::to_vec(value)?)
}

/// Reads a value and proves that the bytes are its canonical form, so that nothing in them was
/// passed over: no repeated key, no unknown field, no second spelling.
///
/// # Errors
/// [`CanonicalError`] says which.
pub fn decode<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, CanonicalError> {
    let value: T = serde_json::from_slice(bytes)?;
    let again = encode(&value)?;
    if again == bytes {
        return Ok(value);
    }
    let common = again.iter().zip(bytes).take_while(|(a, b)| a == b).count();
    Err(CanonicalError::NotCanonical(common))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// The example of RFC 8785, section 3.2.2, without its floats, which the register never uses.
    #[test]
    fn keys_are_sorted_by_utf16_and_strings_are_escaped_as_the_rfc_says() {
        let value: Value = serde_json::from_str(
            r#"{"string":"€$\nA'B\"\\\\\"/","\ufb33":1,"\ud83d\ude02":2,"\u20ac":3,"\r":4,"1":5,"\u0080":6,"literals":[null,true,false]}"#,
        )
        .unwrap();
        let text = String::from_utf8(encode(&value).unwrap()).unwrap();
        assert_eq!(
            text,
            "{\"\\r\":4,\"1\":5,\"literals\":[null,true,false],\"string\":\"€$\\nA'B\\\"\\\\\\\\\\\"/\",\"\u{80}\":6,\"€\":3,\"😂\":2,\"\u{fb33}\":1}"
        );
    }

    #[test]
    fn a_second_spelling_is_refused() {
        for (text, at) in [
            ("{\"a\":1,\"a\":1}", 6),
            ("{ \"a\":1}", 1),
            ("{\"b\":1,\"a\":1}", 2),
            ("\"\\u0041\"", 1),
        ] {
            match decode::<Value>(text.as_bytes()) {
                Err(CanonicalError::NotCanonical(byte)) => assert_eq!(byte, at, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
        assert!(decode::<Value>(b"{\"a\":1}").is_ok());
    }
}
