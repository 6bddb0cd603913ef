//! The register: an append-only list of entries under one hash tree.
//!
//! `docs/REGISTER.md` specifies it for those who verify it without this program.

pub mod entry;
pub mod merkle;
pub mod recorded_at;

pub use entry::{Draft, Entry, EntryFormat, HashedEntry};
pub use recorded_at::RecordedAt;
