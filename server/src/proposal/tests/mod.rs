//! Proposals from the first word to the register, on a register of their own.

mod accounts;
mod boundaries;
mod journeys;
mod properties;
mod races;
mod trail;
pub(super) mod world;
