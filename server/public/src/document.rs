//! The bytes of a page, ready to be sent in each encoding.

use std::io::{self, Write as _};

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use domain::digest::Digest;
use flate2::write::GzEncoder;
use http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, VARY,
};
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::headers::Kind;
use crate::negotiate::{self, Encoding};

/// How long an answer may be kept.
pub(crate) mod keep {
    /// A page: a moment, and longer while a new one is fetched or cannot be.
    pub(crate) const A_MOMENT: &str =
        "public, max-age=10, stale-while-revalidate=60, stale-if-error=86400";
    /// What has the hash of its bytes in its address, or never changes.
    pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";
    /// A fixed answer that changes with a new version of the program.
    pub(crate) const AN_HOUR: &str = "public, max-age=3600";
    /// What is true only now.
    pub(crate) const NOT: &str = "no-store";
}

/// What a document is, besides its bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    /// For the browser.
    pub(crate) kind: Kind,
    /// Its content type.
    pub(crate) content_type: &'static str,
    /// How long it may be kept.
    pub(crate) keep: &'static str,
}

/// A document: bytes with a strong tag, as they are and packed.
#[derive(Debug)]
pub(crate) struct Document {
    kind: Kind,
    content_type: HeaderValue,
    keep: HeaderValue,
    disposition: Option<HeaderValue>,
    /// What the tags of all encodings begin with: the hash of the bytes.
    opaque: String,
    identity: Packed,
    gzip: Option<Packed>,
    brotli: Option<Packed>,
}

#[derive(Debug)]
struct Packed {
    bytes: Bytes,
    length: HeaderValue,
    tag: HeaderValue,
}

/// Below this, what packing saves is less than its header costs.
const WORTH_PACKING: usize = 200;
/// Higher levels of brotli take many times as long for a few bytes.
const BROTLI_LEVEL: i32 = 5;
const GZIP_LEVEL: u32 = 6;

impl Document {
    /// The document with these bytes. Packs them, which takes a while.
    ///
    /// # Errors
    /// Never in practice: the packers write to memory.
    pub(crate) fn new(form: Form, file_name: Option<&str>, bytes: Vec<u8>) -> io::Result<Self> {
        let mut opaque = Digest::of(&bytes).to_string();
        // Half of the hash tells documents apart as well; the register's own hashes are whole.
        opaque.truncate(32);
        let packed = |suffix: &str, bytes: Vec<u8>| -> io::Result<Packed> {
            Ok(Packed {
                length: HeaderValue::from(bytes.len()),
                tag: HeaderValue::try_from(format!("\"{opaque}{suffix}\""))
                    .map_err(io::Error::other)?,
                bytes: Bytes::from(bytes),
            })
        };
        let smaller = |other: Vec<u8>| (other.len() < bytes.len()).then_some(other);
        let (gzip, brotli) = if bytes.len() < WORTH_PACKING {
            (None, None)
        } else {
            (smaller(gzip(&bytes)?), smaller(brotli(&bytes)?))
        };
        let disposition = file_name
            .map(|name| HeaderValue::try_from(format!("attachment; filename=\"{name}\"")))
            .transpose()
            .map_err(io::Error::other)?;
        Ok(Self {
            kind: form.kind,
            content_type: HeaderValue::from_static(form.content_type),
            keep: HeaderValue::from_static(form.keep),
            disposition,
            gzip: gzip.map(|bytes| packed("-gz", bytes)).transpose()?,
            brotli: brotli.map(|bytes| packed("-br", bytes)).transpose()?,
            identity: packed("", bytes)?,
            opaque,
        })
    }

    /// How much memory it takes, about.
    pub(crate) fn weight(&self) -> usize {
        let packed = [&self.gzip, &self.brotli];
        let packed = packed
            .into_iter()
            .flatten()
            .map(|packed| packed.bytes.len());
        self.identity.bytes.len() + packed.sum::<usize>() + 1024
    }

    /// The answer to a request with these headers.
    pub(crate) fn answer(&self, request: &HeaderMap) -> Response {
        let (packed, encoding) = match negotiate::encoding(request) {
            Encoding::Brotli => (self.brotli.as_ref(), Some("br")),
            Encoding::Gzip => (self.gzip.as_ref(), Some("gzip")),
            Encoding::Identity => (None, None),
        };
        let (packed, encoding) = packed.map_or((&self.identity, None), |packed| (packed, encoding));
        let known = negotiate::has_already(request, &self.opaque);

        // Room for these and for what the layers above add, in one allocation.
        let mut headers = HeaderMap::with_capacity(24);
        headers.insert(ETAG, packed.tag.clone());
        headers.insert(CACHE_CONTROL, self.keep.clone());
        headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
        let mut response = Response::new(Body::empty());
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        } else {
            headers.insert(CONTENT_TYPE, self.content_type.clone());
            headers.insert(CONTENT_LENGTH, packed.length.clone());
            if let Some(encoding) = encoding {
                headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
            }
            if let Some(disposition) = &self.disposition {
                headers.insert(CONTENT_DISPOSITION, disposition.clone());
            }
            *response.body_mut() = Body::from(packed.bytes.clone());
        }
        *response.headers_mut() = headers;
        response.extensions_mut().insert(self.kind);
        response
    }
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::new(GZIP_LEVEL));
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_LEVEL,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use http::header::{ACCEPT_ENCODING, IF_NONE_MATCH};
    use http_body_util::BodyExt as _;

    use super::*;

    const FORM: Form = Form {
        kind: Kind::Page,
        content_type: "text/html; charset=utf-8",
        keep: keep::A_MOMENT,
    };

    fn text() -> Vec<u8> {
        "The clause is met. ".repeat(200).into_bytes()
    }

    fn asking(name: http::HeaderName, value: &HeaderValue) -> HeaderMap {
        HeaderMap::from_iter([(name, value.clone())])
    }

    async fn body(response: Response) -> Vec<u8> {
        let collected = response.into_body().collect().await.unwrap();
        collected.to_bytes().to_vec()
    }

    #[tokio::test]
    async fn each_encoding_holds_the_same_and_has_a_tag_of_its_own() {
        let document = Document::new(FORM, None, text()).unwrap();
        let mut tags = Vec::new();
        for encoding in ["br", "gzip", "identity"] {
            let accept = HeaderValue::from_static(encoding);
            let response = document.answer(&asking(ACCEPT_ENCODING, &accept));
            let said = response.headers().get(CONTENT_ENCODING).cloned();
            let length = response.headers()[CONTENT_LENGTH].clone();
            let tag = response.headers()[ETAG].clone();
            let sent = body(response).await;
            assert_eq!(length, sent.len().to_string());
            let mut plain = Vec::new();
            match encoding {
                "br" => {
                    brotli::BrotliDecompress(&mut sent.as_slice(), &mut plain).unwrap();
                }
                "gzip" => {
                    let mut decoder = flate2::read::GzDecoder::new(sent.as_slice());
                    decoder.read_to_end(&mut plain).unwrap();
                }
                _ => plain = sent,
            }
            assert_eq!(said.is_none(), encoding == "identity");
            assert_eq!(plain, text());
            tags.push(tag);
        }
        tags.sort_by(|a, b| a.as_bytes().cmp(b.as_bytes()));
        tags.dedup();
        assert_eq!(tags.len(), 3);
    }

    #[tokio::test]
    async fn what_the_client_has_is_not_sent_again() {
        let document = Document::new(FORM, None, text()).unwrap();
        let tag = document.answer(&HeaderMap::new()).headers()[ETAG].clone();
        let mut request = asking(IF_NONE_MATCH, &tag);
        request.insert(ACCEPT_ENCODING, HeaderValue::from_static("br"));
        let response = document.answer(&request);
        assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
        assert!(!response.headers().contains_key(CONTENT_LENGTH));
        assert_eq!(body(response).await, b"");
    }

    #[test]
    fn what_packing_does_not_make_smaller_is_not_packed() {
        let document = Document::new(FORM, None, b"short".to_vec()).unwrap();
        let accept = HeaderValue::from_static("br");
        let response = document.answer(&asking(ACCEPT_ENCODING, &accept));
        assert!(!response.headers().contains_key(CONTENT_ENCODING));
    }
}
