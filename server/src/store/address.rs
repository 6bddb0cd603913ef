//! Where the database is.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The address of a database, as given on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A SQLite database in this file.
    Sqlite(PathBuf),
}

/// The text names no database this program can use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Another database system.
    #[error("“{0}” databases are not supported; give a file, for example sqlite:assent.db")]
    OtherSystem(String),
    /// No file is named.
    #[error("the address names no file; write for example sqlite:assent.db")]
    NoFile,
    /// A database in memory is gone with the process.
    #[error("a register in memory would be lost; give a file, for example sqlite:assent.db")]
    InMemory,
    /// Settings in the address are not read; silence would be a surprise.
    #[error("“{0}” has settings after “?”, which are not read; leave them out")]
    Settings(String),
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let (file, is_url) = match text.split_once(':') {
            Some(("sqlite", rest)) => (rest.strip_prefix("//").unwrap_or(rest), true),
            Some((scheme, rest)) if rest.starts_with("//") => {
                return Err(AddressError::OtherSystem(scheme.to_owned()));
            }
            Some(_) | None => (text, false),
        };
        if file.is_empty() {
            Err(AddressError::NoFile)
        } else if file == ":memory:" {
            Err(AddressError::InMemory)
        } else if is_url && file.contains('?') {
            Err(AddressError::Settings(text.to_owned()))
        } else {
            Ok(Self::Sqlite(PathBuf::from(file)))
        }
    }
}

impl From<&Path> for Address {
    fn from(file: &Path) -> Self {
        Self::Sqlite(file.to_path_buf())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => write!(f, "{}", file.display()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_given_as_a_path_or_as_a_sqlite_url() {
        for text in ["assent.db", "sqlite:assent.db", "sqlite://assent.db"] {
            assert_eq!(
                text.parse(),
                Ok(Address::Sqlite(PathBuf::from("assent.db"))),
                "{text}"
            );
        }
        assert_eq!(
            "sqlite:///var/assent.db".parse(),
            Ok(Address::Sqlite(PathBuf::from("/var/assent.db")))
        );
    }

    #[test]
    fn what_would_surprise_is_refused() {
        for text in [
            "",
            "sqlite:",
            ":memory:",
            "sqlite::memory:",
            "sqlite:a.db?mode=ro",
            "postgres://host/assent",
        ] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }
}
