//! The public listener: what anybody may read, without a session, a cookie or a private table.
//!
//! It sees the register through [`Source`] and nothing else: this crate cannot link the session
//! layer, the password hash or the database driver, and a test of the workspace keeps it so.

mod asked;
mod blob;
mod cache;
mod config;
mod document;
mod fixed;
mod headers;
pub mod host;
mod hot;
pub mod listen;
mod middleware;
mod negotiate;
mod outline;
mod pages;
mod places;
mod published;
mod refusal;
mod request_id;
mod router;
mod source;
mod stream;
mod table;

pub use config::{Config, Contact, NotAContact};
pub use published::Published;
pub use router::router;
pub use source::{PublishedBlob, PublishedEntry, Source, SourceError};
