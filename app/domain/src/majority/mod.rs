//! Majority rules: what a vote needs to be carried, in exact integers.
//!
//! [`Expression`] is the rule language of the procedure files, [`Rule`] and [`Quorum`] are what a file
//! says of a stage, and [`decide`] answers carried, lost or *cannot be told*. The ruling of the chair
//! is what counts; this arithmetic only warns (see [`agreement`]).
//!
//! To add a variable: [`Variable`], its name there, and where its figure comes from in `figures.rs`. To
//! add a majority: a [`Label`] with its formula.

mod agreement;
mod compare;
mod decide;
mod expression;
mod figures;
mod interval;
mod label;
mod rule;
mod truth;
mod variable;
mod votes_needed;

pub use agreement::{Agreement, Meaning, Question, agreement};
pub use decide::{Arithmetic, Counting, Decision, FiguresFound, QuorumFinding, decide};
pub use expression::{Compared, Comparison, Expression, ExpressionError, Fraction, Measure};
pub use label::Label;
pub use rule::{Checked, Quorum, Rule};
pub use variable::Variable;
