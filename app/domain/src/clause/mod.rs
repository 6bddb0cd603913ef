//! x
pub mod effect;
pub mod grammar;
pub use effect::Effect;
