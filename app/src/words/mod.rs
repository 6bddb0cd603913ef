//! The message catalogue: every text that people read, by language.
//!
//! The texts are Fluent files in `app/messages/LANGUAGE/`. [`say!`](crate::say) takes one by its id;
//! an id that is not in the catalogue does not compile.

mod catalogue;
mod date;
mod name;

pub use catalogue::{MessageId, Words};
/// What a message leaves open.
pub use fluent_bundle::FluentArgs as Args;
