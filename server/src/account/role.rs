//! What an account is for.

use std::fmt;
use std::str::FromStr;

use domain::entity::EntityCode;
use domain::name::Key;
use domain::office::Office;
use serde::{Deserialize, Serialize};

/// What an account is for, with what it is bound to.
///
/// Written `liaison:POL`, `verifier:POL`, `depositary:KEY`, `leader`, `administrator`, `auditor`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// National liaison officer: drafts for its own country.
    Liaison(EntityCode),
    /// National verifier (legal adviser): countersigns for its own country.
    Verifier(EntityCode),
    /// Officer of a depositary authority.
    DepositaryOfficer(Key),
    /// Coalition leader: reads the coalition view.
    Leader,
    /// Administrator: accounts only, never entries.
    Administrator,
    /// Auditor: reads the audit trail.
    Auditor,
}

impl Role {
    /// The office in which its holder signs off statements, if it has one.
    pub fn office(&self) -> Option<Office> {
        match self {
            Self::Liaison(of) => Some(Office::Liaison(*of)),
            Self::Verifier(of) => Some(Office::Verifier(*of)),
            Self::DepositaryOfficer(authority) => {
                Some(Office::DepositaryOfficer(authority.clone()))
            }
            Self::Leader | Self::Administrator | Self::Auditor => None,
        }
    }

    /// Whether one person cannot hold both at once: who makes accounts signs nothing.
    pub(crate) fn excludes(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Administrator, other) | (other, Self::Administrator) => other.office().is_some(),
            (_, _) => false,
        }
    }
}

/// The text names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a role; write liaison:POL, verifier:POL, depositary:KEY, leader, administrator \
     or auditor"
)]
pub struct NotARole(String);

impl FromStr for Role {
    type Err = NotARole;

    fn from_str(text: &str) -> Result<Self, NotARole> {
        let refuse = || NotARole(text.chars().take(100).collect());
        match text.split_once(':') {
            Some(("liaison", of)) => of.parse().map(Self::Liaison).map_err(|_| refuse()),
            Some(("verifier", of)) => of.parse().map(Self::Verifier).map_err(|_| refuse()),
            Some(("depositary", authority)) => authority
                .parse()
                .map(Self::DepositaryOfficer)
                .map_err(|_| refuse()),
            Some(_) => Err(refuse()),
            None => match text {
                "leader" => Ok(Self::Leader),
                "administrator" => Ok(Self::Administrator),
                "auditor" => Ok(Self::Auditor),
                _ => Err(refuse()),
            },
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Liaison(of) => write!(f, "liaison:{of}"),
            Self::Verifier(of) => write!(f, "verifier:{of}"),
            Self::DepositaryOfficer(authority) => write!(f, "depositary:{authority}"),
            Self::Leader => f.write_str("leader"),
            Self::Administrator => f.write_str("administrator"),
            Self::Auditor => f.write_str("auditor"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_written_and_read() {
        for text in [
            "liaison:POL",
            "verifier:USA",
            "depositary:un-secretary-general",
            "leader",
            "administrator",
            "auditor",
        ] {
            assert_eq!(text.parse::<Role>().unwrap().to_string(), text);
        }
        for wrong in [
            "",
            "liaison",
            "liaison:",
            "liaison:poland",
            "leader:POL",
            "depositary:",
            "king",
        ] {
            assert!(wrong.parse::<Role>().is_err(), "{wrong}");
        }
    }
}
