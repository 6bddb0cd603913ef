//! What stands around the content of every public page.
//!
//! The frame says three things that a reader must never have to look for: whether the instrument is
//! real, which day and which state of the register the page speaks of, and how to get to the present.

mod banner;
mod footer;
mod head;
mod header;

use domain::day::Day;
use domain::digest::Digest;
use domain::instrument::{Nature, Seat};
use domain::name::Slug;
use domain::register::RecordedAt;
use domain::text::Text;
use leptos::prelude::*;
use serde::Serialize;

use crate::render;
use crate::tracker::{Address, At};
use crate::words::Words;

pub use banner::notice;

/// What the frame says about a page.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The language.
    pub words: Words,
    /// The parts of the title before the product's name, the most specific first.
    pub title: Vec<String>,
    /// What the page says, in one sentence, for those who find it in a list.
    pub description: String,
    /// The page itself.
    pub address: Address,
    /// The view it is in.
    pub at: At,
    /// Whether it has a table to download.
    pub has_table: bool,
    /// The instrument it is about.
    pub subject: Option<Subject>,
    /// The state of the register, on the pages that say it.
    pub register: Option<RegisterState>,
}

/// The instrument that a page is about.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: Option<Text>,
    /// Whether it is real.
    pub nature: Nature,
    /// The day that the page speaks of.
    pub day: Day,
    /// The instrument's legal day today.
    pub today: Day,
    /// Where its depositary has its seat, by whose calendar that is.
    pub seat: Seat,
    /// The last entry about it.
    pub last: Option<Last>,
}

/// The last entry about an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Last {
    /// Its index.
    pub index: u64,
    /// When it was recorded.
    pub recorded_at: RecordedAt,
}

/// The state of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RegisterState {
    /// How many entries it holds.
    pub size: u64,
    /// The root over all of them.
    pub root: Digest,
}

/// The document of a public page: this content in its frame.
pub fn public(frame: &Frame, content: impl FnOnce() -> AnyView) -> String {
    render::document(|| {
        let words = frame.words;
        view! {
            <html lang=words.tag() dir=words.direction()>
                {head::head(frame)}
                <body class="a-page">
                    {header::header(frame)}
                    {banner::banners(frame)}
                    <main id="main" class="a-main" tabindex="-1">
                        {content()}
                    </main>
                    {footer::footer(frame)}
                </body>
            </html>
        }
    })
}

/// A page without a subject, such as one that says that something is not there.
pub(crate) fn bare(words: Words, title: &str, content: impl FnOnce() -> AnyView) -> String {
    render::document(|| {
        view! {
            <html lang=words.tag() dir=words.direction()>
                {head::bare(words, title)}
                <body class="a-page">
                    {header::bare(words)}
                    <main id="main" class="a-main" tabindex="-1">
                        {content()}
                    </main>
                    {footer::bare(words)}
                </body>
            </html>
        }
    })
}
