//! The clause on entry into force: its grammar, its evaluation at the end of a day, and what is
//! still lacking.
//!
//! To add a kind of condition: a variant in [`condition`], its numbers in [`progress`], the days on
//! which it can change in [`record`], and what it requires in [`smallest_sets`]. The compiler names
//! each place. To add a date function: a variant in [`effect`].

pub mod condition;
pub mod earliest;
pub mod effect;
pub mod evaluate;
pub mod grammar;
pub mod own_effect;
pub mod progress;
pub mod record;
pub mod rule;
pub mod smallest_sets;
mod succession;
pub mod threshold;

pub use condition::Condition;
pub use effect::Effect;
pub use record::Record;
pub use rule::Clause;
