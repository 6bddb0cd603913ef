//! What the binary `assent` is made of: the desk, the store of the register, and the command line.

pub mod account;
pub mod audit;
pub mod clock;
pub mod command;
pub mod demonstration;
pub mod desk;
pub mod history;
pub mod islands;
pub mod logging;
pub mod password;
pub mod proposal;
pub mod randomness;
pub mod register;
pub mod replay;
pub mod secret;
pub mod session;
pub mod store;
pub mod throttle;
