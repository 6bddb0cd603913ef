//! Pages about the tracker itself: what its pages mean, how to check them, how they can be used, and
//! what is known about the reader.

use domain::name::Slug;
use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::address::{AboutPage, Address, At};
use super::page::{Table, TrackerPage, document};
use super::reading::Reading;
use crate::layout::{self, Frame};
use crate::say;
use crate::words::Words;

/// A page of headings and paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct About {
    /// The name of the page in addresses.
    name: &'static str,
    /// Its title.
    title: String,
    /// Its sections.
    sections: Vec<Section>,
}

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Section {
    heading: String,
    paragraphs: Vec<String>,
}

/// The page in its frame.
struct Framed {
    frame: Frame,
    about: About,
}

/// Opens the page.
pub(super) fn open(reading: &Reading<'_>, page: AboutPage) -> Box<dyn TrackerPage> {
    let words = reading.words;
    let sections = match page {
        AboutPage::Method => method(words),
        AboutPage::Check => check(words),
        AboutPage::Accessibility => accessibility(words),
        AboutPage::Privacy => privacy(words),
    };
    let about = About {
        name: page.name(),
        title: title(words, page),
        sections,
    };
    let frame = Frame {
        words,
        title: vec![about.title.clone(), say!(words, "tracker-nav-about")],
        description: say!(
            words,
            "tracker-about-description",
            title = about.title.as_str()
        ),
        address: Address::About(page),
        at: At::Now,
        has_table: false,
        subject: None,
        register: None,
    };
    Box::new(Framed { frame, about })
}

fn section(heading: String, paragraphs: Vec<String>) -> Section {
    Section {
        heading,
        paragraphs,
    }
}

fn method(words: Words) -> Vec<Section> {
    vec![
        section(
            say!(words, "tracker-method-facts"),
            vec![
                say!(words, "tracker-method-facts-four"),
                say!(words, "tracker-method-facts-national"),
                say!(words, "tracker-method-facts-consent"),
                say!(words, "tracker-method-facts-force"),
                say!(words, "tracker-method-facts-activated"),
                say!(words, "tracker-method-facts-unknown"),
            ],
        ),
        section(
            say!(words, "tracker-method-dates"),
            vec![
                say!(words, "tracker-method-dates-three"),
                say!(words, "tracker-method-dates-bounded"),
                say!(words, "tracker-method-dates-clocks"),
            ],
        ),
        section(
            say!(words, "tracker-method-to-go"),
            vec![say!(words, "tracker-method-to-go-text")],
        ),
        section(
            say!(words, "tracker-method-procedures"),
            vec![say!(words, "tracker-method-procedures-text")],
        ),
        section(
            say!(words, "tracker-method-who"),
            vec![say!(words, "tracker-method-who-text")],
        ),
        section(
            say!(words, "tracker-method-not"),
            vec![say!(words, "tracker-method-not-text")],
        ),
    ]
}

fn check(words: Words) -> Vec<Section> {
    vec![
        section(
            say!(words, "tracker-check-entry"),
            vec![
                say!(words, "tracker-check-entry-bytes"),
                say!(words, "tracker-check-entry-leaf"),
            ],
        ),
        section(
            say!(words, "tracker-check-register"),
            vec![
                say!(words, "tracker-check-register-root"),
                say!(words, "tracker-check-register-keep"),
            ],
        ),
        section(
            say!(words, "tracker-check-correction"),
            vec![say!(words, "tracker-check-correction-text")],
        ),
    ]
}

fn accessibility(words: Words) -> Vec<Section> {
    vec![
        section(
            say!(words, "tracker-accessibility-aim"),
            vec![
                say!(words, "tracker-accessibility-aim-text"),
                say!(words, "tracker-accessibility-how"),
            ],
        ),
        section(
            say!(words, "tracker-accessibility-gaps"),
            vec![say!(words, "tracker-accessibility-gaps-text")],
        ),
        section(
            say!(words, "tracker-accessibility-contact"),
            vec![say!(words, "tracker-accessibility-contact-text")],
        ),
    ]
}

fn privacy(words: Words) -> Vec<Section> {
    vec![
        section(
            say!(words, "tracker-privacy-readers"),
            vec![
                say!(words, "tracker-privacy-readers-cookies"),
                say!(words, "tracker-privacy-readers-logs"),
            ],
        ),
        section(
            say!(words, "tracker-privacy-officers"),
            vec![say!(words, "tracker-privacy-officers-text")],
        ),
    ]
}

impl TrackerPage for Framed {
    fn html(&self) -> String {
        layout::public(&self.frame, || {
            let sections: Vec<AnyView> = self
                .about
                .sections
                .iter()
                .map(|section| {
                    let paragraphs: Vec<AnyView> = section
                        .paragraphs
                        .iter()
                        .map(|text| view! { <p>{text.clone()}</p> }.into_any())
                        .collect();
                    view! {
                        <section class="a-section">
                            <h2 class="a-heading">{section.heading.clone()}</h2>
                            {paragraphs}
                        </section>
                    }
                    .into_any()
                })
                .collect();
            view! {
                <div class="a-prose">
                    <h1 class="a-title">{self.about.title.clone()}</h1>
                    {others(self.frame.words, self.about.name)}
                    {sections}
                </div>
            }
            .into_any()
        })
    }

    fn json(&self) -> Value {
        document(&self.frame, "about", &self.about)
    }

    fn table(&self) -> Option<Table> {
        None
    }

    fn instrument(&self) -> Option<&Slug> {
        None
    }
}

/// The way to the other pages of this kind.
fn others(words: Words, here: &str) -> AnyView {
    let items: Vec<AnyView> = AboutPage::ALL
        .into_iter()
        .map(|page| {
            view! {
                <li class="a-nav__item">
                    <a
                        class="a-nav__link"
                        href=Address::About(page).path(words, At::Now)
                        aria-current=(page.name() == here).then_some("page")
                    >
                        {title(words, page)}
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <nav class="a-nav a-nav--inline" aria-label=say!(words, "tracker-nav-about")>
            <ul class="a-nav__list">{items}</ul>
        </nav>
    }
    .into_any()
}

/// The title of a page about the tracker.
pub(crate) fn title(words: Words, page: AboutPage) -> String {
    match page {
        AboutPage::Method => say!(words, "tracker-about-method"),
        AboutPage::Check => say!(words, "tracker-about-check"),
        AboutPage::Accessibility => say!(words, "tracker-about-accessibility"),
        AboutPage::Privacy => say!(words, "tracker-about-privacy"),
    }
}
