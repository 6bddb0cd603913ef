//! x
pub mod merkle;
