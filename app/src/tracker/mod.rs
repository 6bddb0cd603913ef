//! The public tracker: its pages, as pure functions of a [`Reading`].
//!
//! A page is a view model, which serializes to the page's data, and a view of it. To add one: an
//! [`Address`], a file here with the model and a `view`, and a line in [`open`].

mod about;
mod address;
mod answer;
mod brief;
mod changes;
mod clause;
mod country;
mod date;
mod entry;
mod four_facts;
mod home;
mod instruments;
mod line;
mod page;
mod party;
mod problem;
mod reading;
mod sentence;
mod stage;
pub mod status;
mod to_go;
mod user_text;

pub(crate) use about::title as about_title;
pub use address::{AboutPage, Address, At, of_entity};
pub use brief::{Brief, brief};
pub use clause::{clause_in_words, condition_in_words};
pub use page::{NotFound, Opened, Table, TrackerPage};
pub use problem::{error_page, not_found, withdrawn};
pub use reading::{EntryBytes, Reading};
pub(crate) use sentence::{sentence, tally};
pub use stage::name_of as stage_name;

use domain::snapshot::View;

use crate::words::Words;

/// Whether the instrument of a view is in force, in words.
pub fn answer(words: Words, view: &View) -> String {
    answer::Answer::of(view).sentence(words, view.instrument.nature)
}

/// The page at an address.
pub fn open(address: &Address, reading: &Reading<'_>) -> Opened {
    let opened = match address {
        Address::Instruments => Ok(instruments::open(reading)),
        Address::Home(slug) => home::open(reading, slug),
        Address::Country(slug, country) => country::open(reading, slug, country),
        Address::Clause(slug) => clause::open(reading, slug),
        Address::Changes(slug) => changes::open(reading, slug),
        Address::Entry(index) => entry::open(reading, *index),
        Address::About(page) => Ok(about::open(reading, *page)),
    };
    match opened {
        Ok(page) => Opened::Page(page),
        Err(not_found) => Opened::NotFound(not_found),
    }
}
