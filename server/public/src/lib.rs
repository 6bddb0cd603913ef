//! The public listener: what anybody may read, without a session, a cookie or a private table.
//!
//! It sees the register through [`Source`] and nothing else: this crate cannot link the session
//! layer, the password hash or the database driver, and a test of the workspace keeps it so.

pub mod listen;
mod published;
mod source;

pub use published::Published;
pub use source::{PublishedBlob, PublishedEntry, Source, SourceError};
