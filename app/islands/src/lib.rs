//! The interactive parts of Assent's pages.
//!
//! Everything the browser links is here and in `domain`. An island is rendered on the server like any
//! other component, with a text that is already right; the script only makes it answer while you type.
//! So three rules hold for every island:
//!
//! 1. It gets what it needs by props: rules, and strings already in the reader's language. The catalogue
//!    of labels, the procedures and the register stay on the server.
//! 2. It works without a script, and says nothing that a control changed without a script makes untrue.
//! 3. It decides nothing. The law is in `domain`, on both sides of the wire.

mod date_words;
mod effect_preview;
mod vote_arithmetic;

pub use date_words::DateWords;
pub use effect_preview::{EffectPreview, EffectPreviewLabels, EffectPreviewProps};
pub use vote_arithmetic::{
    VoteArithmetic, VoteArithmeticLabels, VoteArithmeticProps, VoteRule, VoteTyped,
};
