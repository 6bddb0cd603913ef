//! What a client can read, and what it has already.

use http::HeaderMap;
use http::header::{ACCEPT_ENCODING, IF_NONE_MATCH};

/// How the bytes of a document are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// As they are.
    Identity,
    /// By gzip.
    Gzip,
    /// By brotli.
    Brotli,
}

/// A quality of 1, in thousandths.
const WHOLE: u16 = 1000;

/// What the client thinks of each encoding; `None` is not said.
#[derive(Debug, Default)]
struct Wishes {
    brotli: Option<u16>,
    gzip: Option<u16>,
    identity: Option<u16>,
    any: Option<u16>,
}

/// The encoding that the client likes best; of those it likes the same, the smallest.
///
/// One that refuses everything is given the bytes as they are: it can still refuse to read them.
pub(crate) fn encoding(headers: &HeaderMap) -> Encoding {
    let mut wishes = Wishes::default();
    let mut said = false;
    for value in headers.get_all(ACCEPT_ENCODING) {
        // A value that is not text says nothing that we offer.
        for wish in value.to_str().unwrap_or_default().split(',') {
            said = true;
            let (name, quality) = wish.split_once(';').map_or((wish, WHOLE), |(name, rest)| {
                (name, quality(rest).unwrap_or(0))
            });
            let name = name.trim();
            let wish = if name.eq_ignore_ascii_case("br") {
                &mut wishes.brotli
            } else if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") {
                &mut wishes.gzip
            } else if name.eq_ignore_ascii_case("identity") {
                &mut wishes.identity
            } else if name == "*" {
                &mut wishes.any
            } else {
                continue;
            };
            *wish = Some(quality);
        }
    }
    if !said {
        return Encoding::Identity;
    }
    let any = wishes.any.unwrap_or(0);
    let brotli = wishes.brotli.unwrap_or(any);
    let gzip = wishes.gzip.unwrap_or(any);
    // What is not packed is welcome unless it is refused, but not more than what was asked for.
    let identity = wishes.identity.or(wishes.any).unwrap_or(1);
    if brotli > 0 && brotli >= gzip && brotli >= identity {
        Encoding::Brotli
    } else if gzip > 0 && gzip >= identity {
        Encoding::Gzip
    } else {
        Encoding::Identity
    }
}

/// The quality after a name, `q=0.5`, in thousandths.
fn quality(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let value = value.trim();
    let (whole, rest) = value.split_once('.').unwrap_or((value, ""));
    if rest.len() > 3 || !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{rest:0<3}").parse().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(WHOLE),
        _ => None,
    }
}

/// Whether the client has a document whose entity tags begin with `"` and `opaque`, in any encoding.
///
/// A tag is `"opaque"`, or `"opaque-br"` and the like for the packed ones: they hold the same.
pub(crate) fn has_already(headers: &HeaderMap, opaque: &str) -> bool {
    headers.get_all(IF_NONE_MATCH).iter().any(|value| {
        value.to_str().is_ok_and(|tags| {
            tags.split(',').any(|tag| {
                let tag = tag.trim();
                tag == "*" || is_of(tag, opaque)
            })
        })
    })
}

fn is_of(tag: &str, opaque: &str) -> bool {
    // A cache on the way may have marked the tag as weak; the comparison for reading is the weak one.
    tag.strip_prefix("W/")
        .unwrap_or(tag)
        .strip_prefix('"')
        .and_then(|tag| tag.strip_suffix('"'))
        .and_then(|tag| tag.strip_prefix(opaque))
        .is_some_and(|suffix| ["", "-br", "-gz"].contains(&suffix))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn best(accept: &str) -> Encoding {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_str(accept).unwrap());
        encoding(&headers)
    }

    #[test]
    fn the_client_has_what_it_likes_best() {
        assert_eq!(encoding(&HeaderMap::new()), Encoding::Identity);
        for (accept, expected) in [
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("gzip", Encoding::Gzip),
            ("GZIP", Encoding::Gzip),
            ("br;q=0.5, gzip", Encoding::Gzip),
            ("br;q=0.5, gzip;q=0.5", Encoding::Brotli),
            ("br;q=0.001", Encoding::Brotli),
            ("br;q=0, gzip;q=0", Encoding::Identity),
            ("br;q=0.000, *", Encoding::Gzip),
            ("*", Encoding::Brotli),
            ("*;q=0", Encoding::Identity),
            ("identity", Encoding::Identity),
            ("identity;q=0.5, gzip;q=0.4", Encoding::Identity),
            ("identity;q=0.4, gzip;q=0.5", Encoding::Gzip),
            ("identity;q=0", Encoding::Identity),
            ("", Encoding::Identity),
            ("deflate", Encoding::Identity),
            ("br; q = 1.000 ", Encoding::Brotli),
            ("br;q=1.5", Encoding::Identity),
            ("br;q=nonsense", Encoding::Identity),
            ("br;q=0.1234", Encoding::Identity),
            ("br;q=-1", Encoding::Identity),
        ] {
            assert_eq!(best(accept), expected, "{accept}");
        }
    }

    #[test]
    fn a_document_that_the_client_has_is_known_by_any_of_its_tags() {
        let has = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(IF_NONE_MATCH, HeaderValue::from_str(value).unwrap());
            has_already(&headers, "abc")
        };
        for right in [
            "\"abc\"",
            "\"abc-br\"",
            "W/\"abc-gz\"",
            "*",
            "\"x\", \"abc\"",
            "\"x\",W/\"abc-br\" , \"y\"",
        ] {
            assert!(has(right), "{right}");
        }
        for wrong in [
            "abc",
            "\"abcd\"",
            "\"ab\"",
            "\"abc-zz\"",
            "",
            "\"",
            "w/\"abc\"",
        ] {
            assert!(!has(wrong), "{wrong}");
        }
        assert!(!has_already(&HeaderMap::new(), "abc"));
    }
}
