//! What the binary `assent` is made of: the desk, the store of the register, and the command line.

pub mod account;
pub mod clock;
pub mod command;
pub mod history;
pub mod islands;
pub mod logging;
pub mod proposal;
pub mod randomness;
pub mod register;
pub mod replay;
pub mod store;
