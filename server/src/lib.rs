//! What the binary `assent` is made of: the store of the register, and the commands over it.
//!
//! To add a table: one file in `migrations/sqlite`, forward only, with its reason. To add an
//! operation of the store: a method on [`store::Store`] and one file in `store/sqlite`.
pub mod clock;
pub mod command;
pub mod history;
pub mod replay;
pub mod store;
