//! The desk, by real requests to the real router over a real store.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
#[path = "../installation/mod.rs"]
mod installation;

#[path = "../made_up/mod.rs"]
mod made_up;

mod amending;
mod audit;
mod calendars;
mod contradictions;
mod errors;
mod follow_up;
mod forged;
mod founding;
mod keeping;
mod majorities;
mod news;
mod page;
mod roles;
mod sent_by_hand;
mod whole_way;
mod world;
