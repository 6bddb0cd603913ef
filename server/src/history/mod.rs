//! Histories of treaties: reading them, and importing them into a register.

pub mod folder;
pub mod import;
pub mod problem;
pub mod rule;
pub mod table;
pub mod us_measure;
pub mod us_stage;
