//! Addresses of the tracker's pages.

use domain::day::Day;
use domain::entity::{self, EntityCode};
use domain::name::Slug;

use crate::words::Words;

/// A page of the tracker.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    /// The list of instruments.
    Instruments,
    /// An instrument's home.
    Home(Slug),
    /// A participant in an instrument, by its code in addresses.
    Country(Slug, String),
    /// The clause on entry into force.
    Clause(Slug),
    /// What was recorded of an instrument, newest first.
    Changes(Slug),
    /// One entry of the register.
    Entry(u64),
    /// A page about the tracker itself.
    About(AboutPage),
}

/// A page about the tracker itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AboutPage {
    /// What the pages mean, and what they are not.
    Method,
    /// How to check the register.
    Check,
    /// The accessibility statement.
    Accessibility,
    /// What is known about the reader: nothing.
    Privacy,
}

impl AboutPage {
    /// Every page, in the order of the menu.
    pub const ALL: [Self; 4] = [
        Self::Method,
        Self::Check,
        Self::Accessibility,
        Self::Privacy,
    ];

    /// Its name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Method => "method",
            Self::Check => "check",
            Self::Accessibility => "accessibility",
            Self::Privacy => "privacy",
        }
    }

    /// The page with this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }
}

/// Which day a page speaks of, and how much of the register it knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum At {
    /// Today, by the whole register.
    #[default]
    Now,
    /// That day, as known now.
    Day(Day),
    /// Today, by what the register said at that size.
    Size(u64),
    /// That day, by what the register said at that size.
    SizeAndDay(u64, Day),
}

impl At {
    /// The day it names.
    pub fn day(self) -> Option<Day> {
        match self {
            Self::Day(day) | Self::SizeAndDay(_, day) => Some(day),
            Self::Now | Self::Size(_) => None,
        }
    }

    /// The size it names.
    pub fn size(self) -> Option<u64> {
        match self {
            Self::Size(size) | Self::SizeAndDay(size, _) => Some(size),
            Self::Now | Self::Day(_) => None,
        }
    }

    fn path(self) -> String {
        match self {
            Self::Now => String::new(),
            Self::Day(day) => format!("/at/{day}"),
            Self::Size(size) => format!("/at/n{size}"),
            Self::SizeAndDay(size, day) => format!("/at/n{size}/{day}"),
        }
    }
}

impl Address {
    /// The page of a participant.
    pub fn country(slug: &Slug, code: EntityCode) -> Self {
        Self::Country(slug.clone(), of_entity(code))
    }

    /// The instrument that the page belongs to, if it names one.
    pub fn slug(&self) -> Option<&Slug> {
        match self {
            Self::Home(slug)
            | Self::Country(slug, _)
            | Self::Clause(slug)
            | Self::Changes(slug) => Some(slug),
            Self::Instruments | Self::Entry(_) | Self::About(_) => None,
        }
    }

    /// The path of the page in this language. Pages that belong to no instrument know only the
    /// present.
    pub fn path(&self, words: Words, at: At) -> String {
        let lang = words.tag();
        let at = at.path();
        match self {
            Self::Instruments => format!("/{lang}"),
            Self::Home(slug) => format!("/{lang}/{slug}{at}"),
            Self::Country(slug, country) => format!("/{lang}/{slug}{at}/countries/{country}"),
            Self::Clause(slug) => format!("/{lang}/{slug}{at}/clause"),
            Self::Changes(slug) => format!("/{lang}/{slug}{at}/changes"),
            Self::Entry(index) => format!("/{lang}/entries/{index}"),
            Self::About(page) => format!("/{lang}/about/{}", page.name()),
        }
    }

    /// The path of the page's data.
    pub fn json(&self, words: Words, at: At) -> String {
        format!("{}.json", self.path(words, at))
    }

    /// The path of the page's table.
    pub fn csv(&self, words: Words, at: At) -> String {
        format!("{}.csv", self.path(words, at))
    }
}

/// The name of an entity in addresses; of one that the table does not know, its code in small letters.
pub fn of_entity(code: EntityCode) -> String {
    entity::find(code).map_or_else(
        || code.as_str().to_ascii_lowercase(),
        |entity| entity.url.to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_stays_in_the_view_of_its_address() {
        let words = Words::english();
        let slug: Slug = "guarantee".parse().unwrap();
        let day: Day = "2026-03-01".parse().unwrap();
        let country = Address::country(&slug, "POL".parse().unwrap());
        for (at, path) in [
            (At::Now, "/en/guarantee/countries/pl"),
            (At::Day(day), "/en/guarantee/at/2026-03-01/countries/pl"),
            (At::Size(7), "/en/guarantee/at/n7/countries/pl"),
            (
                At::SizeAndDay(7, day),
                "/en/guarantee/at/n7/2026-03-01/countries/pl",
            ),
        ] {
            assert_eq!(country.path(words, at), path);
        }
        assert_eq!(Address::Entry(3).path(words, At::Day(day)), "/en/entries/3");
        assert_eq!(Address::Instruments.json(words, At::Now), "/en.json");
        assert_eq!(
            Address::Changes(slug).csv(words, At::Now),
            "/en/guarantee/changes.csv"
        );
    }

    #[test]
    fn every_page_about_the_tracker_is_found_by_its_name() {
        for page in AboutPage::ALL {
            assert_eq!(AboutPage::of(page.name()), Some(page));
        }
        assert_eq!(AboutPage::of("Method"), None);
    }
}
