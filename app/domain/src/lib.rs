//! Treaty law as code: what an act is, when a treaty enters into force, how the register is
//! verified. Pure: no clock, no randomness, no input or output; the day is a parameter.
//!
//! Where to find a rule: a clause on entry into force in [`clause`], the acts in [`act`], what
//! people sign in [`statement`] and [`sign_off`], who has to sign in [`policy`], what the register
//! holds in [`register`], and what it all amounts to in [`snapshot`].

pub mod act;
pub mod activation;
pub mod calendar;
pub mod canonical;
pub mod clause;
pub mod congress;
pub mod consent;
pub mod day;
pub mod digest;
pub mod effect;
pub mod entity;
pub mod exit;
pub mod explanation;
pub mod instrument;
pub mod keepers;
pub mod legal_date;
pub mod majority;
pub mod name;
pub mod office;
pub mod policy;
pub mod procedure;
pub mod provisional;
pub mod register;
pub mod reservation;
pub mod share;
pub mod sign_off;
pub mod snapshot;
pub mod statement;
pub mod status;
pub mod text;
pub mod withdrawal;
