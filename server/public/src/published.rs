//! What the register amounts to at its present size.

use domain::digest::Digest;
use domain::procedure::Library;
use domain::snapshot::Snapshot;

/// The fold of the register and its root: immutable, shared by all pages, swapped as a whole.
#[derive(Debug, Clone)]
pub struct Published {
    /// The fold.
    pub snapshot: Snapshot,
    /// The procedures that come with the program, and those adopted in the register.
    pub library: Library,
    /// The root over all entries.
    pub root: Digest,
}
