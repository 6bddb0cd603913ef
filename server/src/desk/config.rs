//! What the desk has to be told about where it stands.

use std::net::IpAddr;

/// Where the desk and the public tracker are reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The origins by which the desk is reached, such as `https://desk.example.org`. Requests for
    /// other hosts are refused, and forms are taken from these only.
    pub origins: Vec<String>,
    /// The address of the public tracker, without a slash at its end.
    pub public: String,
    /// The proxies before the desk. What they say about whom they speak for is believed.
    pub proxies: Vec<IpAddr>,
}

impl Config {
    /// Whether the desk is reached by https only.
    pub fn is_https(&self) -> bool {
        !self.origins.is_empty()
            && self
                .origins
                .iter()
                .all(|origin| origin.starts_with("https://"))
    }

    /// Whether this is one of our hosts, with its port if it has one.
    pub fn has_host(&self, host: &str) -> bool {
        self.origins
            .iter()
            .filter_map(|origin| origin.split_once("://"))
            .any(|(_, ours)| ours.eq_ignore_ascii_case(host))
    }

    /// Whether this is one of our origins, byte for byte as browsers write them.
    pub fn has_origin(&self, origin: &str) -> bool {
        self.origins.iter().any(|ours| ours == origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_hosts_and_origins_are_ours() {
        let config = Config {
            origins: vec![
                "http://127.0.0.1:8081".to_owned(),
                "http://localhost:8081".to_owned(),
            ],
            public: "http://127.0.0.1:8080".to_owned(),
            proxies: Vec::new(),
        };
        assert!(config.has_host("127.0.0.1:8081") && config.has_host("LOCALHOST:8081"));
        for foreign in [
            "127.0.0.1",
            "127.0.0.1:8080",
            "evil",
            "",
            "127.0.0.1:8081.evil",
        ] {
            assert!(!config.has_host(foreign), "{foreign}");
        }
        assert!(config.has_origin("http://localhost:8081"));
        for foreign in [
            "https://localhost:8081",
            "http://localhost",
            "null",
            "http://localhost:8081/",
        ] {
            assert!(!config.has_origin(foreign), "{foreign}");
        }
        assert!(!config.is_https());
    }
}
