//! What every answer says to the browser besides its content: one table.

use std::sync::Arc;

use http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderValue};

/// What an answer is, for the browser that reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A page. Also what nobody said anything of: its rules are the strictest that a page can bear.
    Page,
    /// Data that anybody's program may read.
    Data,
    /// A style sheet or a script of our pages.
    Asset,
    /// A file that somebody else wrote.
    Blob,
    /// A few words, or a stream of them.
    Plain,
}

/// For all answers.
const ALWAYS: [(HeaderName, &str); 5] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "strict-origin-when-cross-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-embedder-policy"),
        "require-corp",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), \
         publickey-credentials-get=(), usb=()",
    ),
];

const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// For each kind.
const OF_PAGE: [(HeaderName, &str); 2] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
         connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
         object-src 'none'; manifest-src 'self'",
    ),
    (RESOURCE, "same-origin"),
];
/// Any origin may read it, and never with credentials: there are none.
const OF_DATA: [(HeaderName, &str); 3] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; frame-ancestors 'none'; sandbox",
    ),
    (RESOURCE, "cross-origin"),
    (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
];
const OF_ASSET: [(HeaderName, &str); 2] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; frame-ancestors 'none'",
    ),
    (RESOURCE, "same-origin"),
];
const OF_BLOB: [(HeaderName, &str); 2] = [
    (CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
    (RESOURCE, "same-origin"),
];
const OF_PLAIN: [(HeaderName, &str); 2] = OF_ASSET;

/// Only where readers come over https: said over http, it would lock out a machine without a
/// certificate.
const OVER_HTTPS: (HeaderName, &str) = (
    STRICT_TRANSPORT_SECURITY,
    "max-age=63072000; includeSubDomains; preload",
);
/// Added to the policy of pages there.
const UPGRADE: &str = "; upgrade-insecure-requests";

/// The table, ready to be sent.
#[derive(Debug, Clone)]
pub(crate) struct Headers(Arc<Tables>);

#[derive(Debug)]
struct Tables {
    page: Vec<(HeaderName, HeaderValue)>,
    data: Vec<(HeaderName, HeaderValue)>,
    asset: Vec<(HeaderName, HeaderValue)>,
    blob: Vec<(HeaderName, HeaderValue)>,
    plain: Vec<(HeaderName, HeaderValue)>,
}

impl Headers {
    /// The table for pages that are served over https, or not.
    pub(crate) fn new(https: bool) -> Self {
        let mut page = table(https, &OF_PAGE);
        if https {
            for (name, value) in &mut page {
                let upgraded = value.to_str().map(|policy| format!("{policy}{UPGRADE}"));
                if *name == CONTENT_SECURITY_POLICY
                    && let Ok(Ok(upgraded)) = upgraded.map(HeaderValue::try_from)
                {
                    *value = upgraded;
                }
            }
        }
        Self(Arc::new(Tables {
            page,
            data: table(https, &OF_DATA),
            asset: table(https, &OF_ASSET),
            blob: table(https, &OF_BLOB),
            plain: table(https, &OF_PLAIN),
        }))
    }

    /// Sets the headers for an answer of this kind.
    pub(crate) fn set(&self, kind: Kind, headers: &mut HeaderMap) {
        let table = match kind {
            Kind::Page => &self.0.page,
            Kind::Data => &self.0.data,
            Kind::Asset => &self.0.asset,
            Kind::Blob => &self.0.blob,
            Kind::Plain => &self.0.plain,
        };
        headers.reserve(table.len());
        for (name, value) in table {
            headers.insert(name.clone(), value.clone());
        }
    }
}

fn table(https: bool, of_kind: &[(HeaderName, &'static str)]) -> Vec<(HeaderName, HeaderValue)> {
    ALWAYS
        .iter()
        .chain(of_kind)
        .chain(https.then_some(&OVER_HTTPS))
        .map(|(name, value)| (name.clone(), HeaderValue::from_static(value)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: Kind, https: bool) -> HeaderMap {
        let mut headers = HeaderMap::new();
        Headers::new(https).set(kind, &mut headers);
        headers
    }

    #[test]
    fn nothing_inline_and_nothing_foreign_runs_on_any_answer() {
        for https in [false, true] {
            for kind in [Kind::Page, Kind::Data, Kind::Asset, Kind::Blob, Kind::Plain] {
                let headers = of(kind, https);
                let policy = headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
                assert!(policy.contains("default-src 'none'"), "{policy}");
                for loose in ["unsafe", "nonce", "http:", "https:", "data:", "blob:", "*"] {
                    assert!(!policy.contains(loose), "{policy}");
                }
                assert_eq!(headers.contains_key(STRICT_TRANSPORT_SECURITY), https);
                assert_eq!(headers[X_CONTENT_TYPE_OPTIONS], "nosniff");
            }
        }
    }

    #[test]
    fn https_is_asked_for_only_where_it_is_served() {
        let policy = |https| of(Kind::Page, https)[CONTENT_SECURITY_POLICY].clone();
        assert!(
            policy(true)
                .to_str()
                .unwrap()
                .ends_with("; upgrade-insecure-requests")
        );
        assert!(!policy(false).to_str().unwrap().contains("upgrade"));
    }
}
