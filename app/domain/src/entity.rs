//! States and organisations, by their own stable code.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::day::Day;

/// The code of a State or organisation: three capital letters, as in ISO 3166-1 alpha-3.
///
/// Rows of our own: `EUU` the European Union, `XKX` Kosovo, and predecessors such as `YUG`,
/// `CSK`, `DDR`. A code says which entity is meant, not that the entity is known: see [`find`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntityCode([u8; 3]);

/// The text is not three capital letters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a code of a State or organisation; write three capital letters, for example UKR"
)]
pub struct NotACode(String);

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A State, or a predecessor State.
    State,
    /// A regional economic integration organisation (REIO) or another organisation.
    Organisation,
}

/// An entity that can take part in an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Its code in data.
    pub code: EntityCode,
    /// Its code in addresses: ISO alpha-2 in small letters, or the three letters of a predecessor.
    pub url: &'static str,
    /// State or organisation.
    pub kind: EntityKind,
    /// Its short name in English.
    pub name: &'static str,
    /// The first day on which it existed, where that is needed.
    pub valid_from: Option<Day>,
    /// The last day on which it existed; `None` if it still does.
    pub valid_to: Option<Day>,
    /// The predecessors whose treaties it can succeed to.
    pub succeeds: Vec<EntityCode>,
}

/// The table of entities, one a line; `docs/HOW-TO-ADD.md` says how to add one.
const TABLE: &str = include_str!("../entities.tsv");

static ENTITIES: LazyLock<BTreeMap<EntityCode, Entity>> = LazyLock::new(|| {
    TABLE
        .lines()
        .skip(1)
        .filter_map(read_line)
        .map(|entity| (entity.code, entity))
        .collect()
});

/// The entity with this code, if it is in the table.
pub fn find(code: EntityCode) -> Option<&'static Entity> {
    ENTITIES.get(&code)
}

/// All entities, in the order of their codes.
pub fn all() -> impl Iterator<Item = &'static Entity> {
    ENTITIES.values()
}

/// Whether this is an organisation, which clauses marked `no_reio` do not count.
pub fn is_organisation(code: EntityCode) -> bool {
    find(code).is_some_and(|entity| entity.kind == EntityKind::Organisation)
}

/// A line of the table; `None` if it is malformed, which the tests exclude.
fn read_line(line: &'static str) -> Option<Entity> {
    let mut cells = line.split('\t');
    let mut next = || cells.next();
    let code = next()?.parse().ok()?;
    let url = next()?;
    let kind = match next()? {
        "state" => EntityKind::State,
        "organisation" => EntityKind::Organisation,
        _ => return None,
    };
    let name = next()?;
    let day = |cell: &str| match cell {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    };
    let valid_from = day(next()?)?;
    let valid_to = day(next()?)?;
    let succeeds = next()?
        .split(',')
        .filter(|code| !code.is_empty())
        .map(|code| code.parse().ok())
        .collect::<Option<Vec<_>>>()?;
    Some(Entity {
        code,
        url,
        kind,
        name,
        valid_from,
        valid_to,
        succeeds,
    })
}

impl EntityCode {
    /// The three letters.
    pub fn as_str(&self) -> &str {
        // Three ASCII letters are always valid UTF-8; the fallback is never reached.
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}

impl FromStr for EntityCode {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, NotACode> {
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(letters) if letters.iter().all(u8::is_ascii_uppercase) => Ok(Self(letters)),
            _ => Err(NotACode(text.chars().take(40).collect())),
        }
    }
}

impl TryFrom<String> for EntityCode {
    type Error = NotACode;

    fn try_from(text: String) -> Result<Self, NotACode> {
        text.parse()
    }
}

impl From<EntityCode> for String {
    fn from(code: EntityCode) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for EntityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for EntityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_line_of_the_table_is_read_and_every_code_and_address_is_unique() {
        let lines = TABLE.lines().count() - 1;
        assert_eq!(all().count(), lines);
        let urls: BTreeSet<_> = all().map(|entity| entity.url).collect();
        assert_eq!(urls.len(), lines);
    }

    #[test]
    fn predecessors_and_organisations_have_rows_of_their_own() {
        let code = |text: &str| text.parse::<EntityCode>().unwrap();
        assert!(is_organisation(code("EUU")));
        assert!(!is_organisation(code("UKR")));
        for predecessor in ["YUG", "CSK", "DDR"] {
            assert!(find(code(predecessor)).unwrap().valid_to.is_some());
        }
        assert_eq!(find(code("CZE")).unwrap().succeeds, [code("CSK")]);
        for entity in all() {
            for predecessor in &entity.succeeds {
                assert!(find(*predecessor).is_some(), "{predecessor}");
            }
        }
    }

    #[test]
    fn only_three_capital_letters_are_a_code() {
        for wrong in ["ukr", "UA", "UKRA", "U1R", "", "ÜKR"] {
            assert!(wrong.parse::<EntityCode>().is_err(), "{wrong}");
        }
    }
}
