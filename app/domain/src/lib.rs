//! Treaty law as code: pure, without clock, randomness, input or output.
pub mod canonical;
pub mod clause;
pub mod day;
pub mod digest;
pub mod entity;
pub mod legal_date;
pub mod name;
pub mod register;
pub mod share;
pub mod text;
