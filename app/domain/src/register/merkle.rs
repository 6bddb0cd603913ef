//! The hash tree over the register (RFC 6962, section 2.1), kept as a compact range.

use serde::{Deserialize, Serialize};

use crate::digest::Digest;

/// The hash of an entry's stored bytes: SHA-256 of a zero byte and the bytes.
pub fn leaf_hash(bytes: &[u8]) -> Digest {
    Digest::of_parts(&[&[0x00], bytes])
}

/// The hash of an inner node: SHA-256 of a one byte and both children.
pub fn node_hash(left: &Digest, right: &Digest) -> Digest {
    Digest::of_parts(&[&[0x01], left.as_bytes(), right.as_bytes()])
}

/// The root of an empty register: SHA-256 of nothing.
pub fn empty_root() -> Digest {
    Digest::of(&[])
}

/// How many entries the register has, and the roots of the complete subtrees they fill, the
/// largest first: all that is needed to append one more and to know the new root.
///
/// The number of subtrees is always the number of ones in the binary form of the size.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "FrontierFields", into = "FrontierFields")]
pub struct Frontier {
    size: u64,
    subtrees: Vec<Digest>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontierFields {
    size: u64,
    subtrees: Vec<Digest>,
}

/// The number of subtree roots does not fit the size.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a register of {size} entries has {expected} complete subtrees, not {found}")]
pub struct FrontierError {
    size: u64,
    expected: u32,
    found: usize,
}

impl Frontier {
    /// The frontier of an empty register.
    pub fn new() -> Self {
        Self::default()
    }

    /// The frontier of a register of `size` entries with these subtree roots, the largest first.
    ///
    /// # Errors
    /// [`FrontierError`] if the number of roots is not the number of ones in `size`.
    pub fn from_parts(size: u64, subtrees: Vec<Digest>) -> Result<Self, FrontierError> {
        let expected = size.count_ones();
        if usize::try_from(expected) == Ok(subtrees.len()) {
            Ok(Self { size, subtrees })
        } else {
            Err(FrontierError {
                size,
                expected,
                found: subtrees.len(),
            })
        }
    }

    /// How many entries there are.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The roots of the complete subtrees, the largest first.
    pub fn subtrees(&self) -> &[Digest] {
        &self.subtrees
    }

    /// Appends an entry by its leaf hash.
    pub fn push(&mut self, leaf: Digest) {
        let mut node = leaf;
        // Each trailing one of the size is a subtree as large as `node`: join them.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.subtrees.pop() {
                node = node_hash(&left, &node);
            }
        }
        self.subtrees.push(node);
        self.size = self.size.saturating_add(1);
    }

    /// The root over all entries.
    pub fn root(&self) -> Digest {
        let mut smallest_first = self.subtrees.iter().rev();
        match smallest_first.next() {
            None => empty_root(),
            Some(last) => smallest_first.fold(*last, |right, left| node_hash(left, &right)),
        }
    }
}

impl TryFrom<FrontierFields> for Frontier {
    type Error = FrontierError;

    fn try_from(fields: FrontierFields) -> Result<Self, FrontierError> {
        Self::from_parts(fields.size, fields.subtrees)
    }
}

impl From<Frontier> for FrontierFields {
    fn from(frontier: Frontier) -> Self {
        Self {
            size: frontier.size,
            subtrees: frontier.subtrees,
        }
    }
}

#[cfg(test)]
mod tests {
    use ct_merkle::mem_backed_tree::MemoryBackedTree;

    use super::*;

    fn leaf_bytes(i: u32) -> Vec<u8> {
        format!("entry {i}").into_bytes()
    }

    /// The definition of RFC 6962, section 2.1, word for word.
    fn root_by_definition(leaves: &[Vec<u8>]) -> Digest {
        match leaves {
            [] => empty_root(),
            [one] => leaf_hash(one),
            many => {
                let split = many.len().next_power_of_two() / 2;
                let (left, right) = many.split_at(split);
                node_hash(&root_by_definition(left), &root_by_definition(right))
            }
        }
    }

    #[test]
    fn the_root_is_that_of_rfc_6962_for_every_size_to_300() {
        let mut frontier = Frontier::new();
        let mut leaves = Vec::new();
        for i in 0..300 {
            assert_eq!(frontier.root(), root_by_definition(&leaves));
            leaves.push(leaf_bytes(i));
            frontier.push(leaf_hash(&leaf_bytes(i)));
            assert_eq!(
                frontier.subtrees().len(),
                frontier.size().count_ones() as usize
            );
        }
    }

    #[test]
    fn the_root_is_that_of_another_implementation() {
        let mut frontier = Frontier::new();
        let mut other = MemoryBackedTree::<sha2::Sha256, Vec<u8>>::new();
        for i in 0..300 {
            other.push(leaf_bytes(i));
            frontier.push(leaf_hash(&leaf_bytes(i)));
            assert_eq!(
                frontier.root().as_bytes().as_slice(),
                other.root().as_bytes().as_slice()
            );
        }
    }

    #[test]
    fn a_frontier_that_does_not_fit_its_size_is_refused() {
        assert!(Frontier::from_parts(3, vec![empty_root()]).is_err());
        assert!(Frontier::from_parts(3, vec![empty_root(), empty_root()]).is_ok());
    }
}
