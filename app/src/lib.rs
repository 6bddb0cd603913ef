//! What the product knows how to show: view models, which are pure functions of a snapshot, a day and
//! a language; the pages made of them; and the words on the pages.
//!
//! A page is data first: a view model in [`tracker`] or [`desk`] is plain serializable values, and a
//! Leptos component turns it into markup. Nothing here reads a clock, a file or a database.

pub mod asset;
pub mod desk;
pub mod explanation;
pub mod layout;
pub mod render;
pub mod tracker;
pub mod words;
