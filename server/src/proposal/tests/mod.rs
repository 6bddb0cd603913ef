//! Proposals from the first word to the register, on a register of their own.

mod boundaries;
mod journeys;
mod properties;
mod races;
pub(super) mod world;
