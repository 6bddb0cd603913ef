//! Where the register ends.

use domain::digest::Digest;
use domain::register::RecordedAt;
use domain::register::merkle::Frontier;

/// The end of the register: all that is needed to append the next entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are, and the roots of the subtrees they fill.
    pub frontier: Frontier,
    /// When the last entry was recorded; nothing, if there is none.
    pub recorded_at: Option<RecordedAt>,
}

impl Head {
    /// How many entries there are; the index of the next one.
    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// The root over all entries.
    pub fn root(&self) -> Digest {
        self.frontier.root()
    }
}

/// The head as a database keeps it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct HeadRow {
    pub size: i64,
    pub root: Vec<u8>,
    pub frontier: Vec<u8>,
    pub recorded_at: Option<i64>,
}

impl HeadRow {
    /// The row for this head.
    pub fn of(head: &Head) -> Self {
        Self {
            size: to_sql(head.size()),
            root: head.root().as_bytes().to_vec(),
            frontier: head
                .frontier
                .subtrees()
                .iter()
                .flat_map(|subtree| *subtree.as_bytes())
                .collect(),
            recorded_at: head.recorded_at.map(RecordedAt::unix_micros),
        }
    }

    /// The head of this row. An entry is never appended to a head that contradicts itself.
    pub fn read(&self) -> Result<Head, String> {
        let size = u64::try_from(self.size).map_err(|_| format!("its size is {}", self.size))?;
        let (subtrees, rest) = self.frontier.as_chunks::<32>();
        if !rest.is_empty() {
            return Err(format!(
                "its frontier has {} bytes, not a multiple of 32",
                self.frontier.len()
            ));
        }
        let subtrees = subtrees
            .iter()
            .map(|bytes| Digest::from_bytes(*bytes))
            .collect();
        let frontier = Frontier::from_parts(size, subtrees).map_err(|error| error.to_string())?;
        if frontier.root().as_bytes().as_slice() != self.root.as_slice() {
            return Err("its root is not that of its frontier".to_owned());
        }
        let recorded_at = self.recorded_at.map(|micros| {
            RecordedAt::from_unix_micros(micros)
                .ok_or_else(|| format!("its instant is {micros} µs after 1970"))
        });
        Ok(Head {
            frontier,
            recorded_at: recorded_at.transpose()?,
        })
    }
}

/// Numbers of a database are signed; indexes, sizes and lengths never are.
pub(super) fn to_sql(number: u64) -> i64 {
    // Beyond this nothing is stored, so nothing is found either.
    i64::try_from(number).unwrap_or(i64::MAX)
}
