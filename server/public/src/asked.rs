//! Which page an address asks for, and in which form.

use app::tracker::{AboutPage, Address, At};
use app::words::Words;
use domain::day::Day;
use domain::name::Slug;

/// A page in a form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Asked {
    /// The language, by its tag in addresses.
    pub(crate) lang: &'static str,
    /// The page.
    pub(crate) address: Address,
    /// The day and the size it is asked for.
    pub(crate) at: At,
    /// The form.
    pub(crate) format: Format,
}

/// The form of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Format {
    /// For people.
    Html,
    /// Its data.
    Json,
    /// Its table.
    Csv,
}

/// What stands at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Found {
    /// A page, if the register knows what it is about.
    Page(Asked),
    /// Something whose one address is this other.
    Elsewhere(String),
    /// Nothing.
    Nothing,
}

impl Asked {
    /// The language.
    pub(crate) fn words(&self) -> Words {
        Words::of(self.lang).unwrap_or_else(Words::english)
    }

    /// What stands at this path, which has no query.
    pub(crate) fn at_path(path: &str) -> Found {
        let Some(path) = path.strip_prefix('/') else {
            return Found::Nothing;
        };
        let (path, format) = if let Some(path) = path.strip_suffix(".json") {
            (path, Format::Json)
        } else if let Some(path) = path.strip_suffix(".csv") {
            (path, Format::Csv)
        } else {
            (path, Format::Html)
        };
        let (lang, rest) = path
            .split_once('/')
            .map_or((path, None), |(lang, rest)| (lang, Some(rest)));
        let Some(words) = Words::of(lang) else {
            return Found::Nothing;
        };
        let Some((address, at)) = rest.map_or(Some((Address::Instruments, At::Now)), page) else {
            return Found::Nothing;
        };
        let asked = Self {
            lang: words.tag(),
            address,
            at,
            format,
        };
        match asked.small() {
            Some(small) => Found::Elsewhere(small.path()),
            None => Found::Page(asked),
        }
    }

    /// Its one path.
    pub(crate) fn path(&self) -> String {
        let words = self.words();
        match self.format {
            Format::Html => self.address.path(words, self.at),
            Format::Json => self.address.json(words, self.at),
            Format::Csv => self.address.csv(words, self.at),
        }
    }

    /// The same with the country's code in small letters, if it is not.
    fn small(&self) -> Option<Self> {
        match &self.address {
            Address::Country(slug, code) if code.bytes().any(|byte| byte.is_ascii_uppercase()) => {
                Some(Self {
                    address: Address::Country(slug.clone(), code.to_ascii_lowercase()),
                    ..self.clone()
                })
            }
            _ => None,
        }
    }

    /// The shape of its address, for the log.
    pub(crate) fn pattern(&self) -> &'static str {
        match self.address {
            Address::Instruments => "/{lang}",
            Address::Home(_) => "/{lang}/{instrument}",
            Address::Country(..) => "/{lang}/{instrument}/countries/{iso2}",
            Address::Clause(_) => "/{lang}/{instrument}/clause",
            Address::Changes(_) => "/{lang}/{instrument}/changes",
            Address::Entry(_) => "/{lang}/entries/{index}",
            Address::About(_) => "/{lang}/about/{page}",
        }
    }
}

/// The page at the rest of a path after its language.
fn page(rest: &str) -> Option<(Address, At)> {
    let mut segments = rest.split('/');
    let first = segments.next()?;
    let now = |address| Some((address, At::Now));
    match first {
        "entries" => {
            let index = number(segments.next()?)?;
            return segments
                .next()
                .is_none()
                .then_some(Address::Entry(index))
                .and_then(now);
        }
        "about" => {
            let page = AboutPage::of(segments.next()?)?;
            return segments
                .next()
                .is_none()
                .then_some(Address::About(page))
                .and_then(now);
        }
        _ => {}
    }
    let slug: Slug = first.parse().ok()?;
    let mut next = segments.next();
    let mut at = At::Now;
    if next == Some("at") {
        let what = segments.next()?;
        next = segments.next();
        at = match what.strip_prefix('n') {
            None => At::Day(what.parse().ok()?),
            Some(size) => {
                let size = number(size)?;
                match next.and_then(|day| day.parse::<Day>().ok()) {
                    None => At::Size(size),
                    Some(day) => {
                        next = segments.next();
                        At::SizeAndDay(size, day)
                    }
                }
            }
        };
    }
    let address = match next {
        None => Address::Home(slug),
        Some("clause") => Address::Clause(slug),
        Some("changes") => Address::Changes(slug),
        Some("countries") => Address::Country(slug, country(segments.next()?)?.to_owned()),
        Some(_) => return None,
    };
    segments.next().is_none().then_some((address, at))
}

/// A number in its one spelling.
fn number(text: &str) -> Option<u64> {
    let one_spelling = text == "0" || !text.starts_with(['0', '+']);
    text.parse().ok().filter(|_| one_spelling)
}

/// The code of a country: two letters, or three of one that is not in the list any more.
fn country(text: &str) -> Option<&str> {
    let fits = (2..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    fits.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_at_its_path_in_every_form() {
        let slug: Slug = "guarantee".parse().unwrap();
        let day: Day = "2026-03-01".parse().unwrap();
        let of_instrument = [
            Address::Home(slug.clone()),
            Address::Country(slug.clone(), "pl".to_owned()),
            Address::Clause(slug.clone()),
            Address::Changes(slug),
        ];
        let of_site = [
            Address::Instruments,
            Address::Entry(0),
            Address::Entry(120),
            Address::About(AboutPage::Method),
        ];
        let ats = [
            At::Now,
            At::Day(day),
            At::Size(0),
            At::Size(7),
            At::SizeAndDay(7, day),
        ];
        let pages = of_instrument
            .iter()
            .flat_map(|address| ats.map(|at| (address, at)))
            .chain(of_site.iter().map(|address| (address, At::Now)));
        for (address, at) in pages {
            for format in [Format::Html, Format::Json, Format::Csv] {
                let asked = Asked {
                    lang: "en",
                    address: address.clone(),
                    at,
                    format,
                };
                assert_eq!(Asked::at_path(&asked.path()), Found::Page(asked));
            }
        }
    }

    #[test]
    fn a_code_in_capitals_is_found_in_small_letters() {
        for (path, elsewhere) in [
            ("/en/guarantee/countries/PL", "/en/guarantee/countries/pl"),
            (
                "/en/guarantee/at/n7/2026-03-01/countries/Pl.json",
                "/en/guarantee/at/n7/2026-03-01/countries/pl.json",
            ),
        ] {
            assert_eq!(Asked::at_path(path), Found::Elsewhere(elsewhere.to_owned()));
        }
    }

    #[test]
    fn there_is_nothing_at_any_other_path() {
        for path in [
            "",
            "en",
            "/",
            "//",
            "/xx",
            "/EN",
            "/en/",
            "/en//",
            "/en.xml",
            "/.json",
            "/en.json.json",
            "/en/.json",
            "/en/Guarantee",
            "/en/guarantee/",
            "/en/guarantee.css",
            "/en/guarantee/x.css",
            "/en/guarantee/elsewhere",
            "/en/guarantee/changes/1",
            "/en/guarantee/countries",
            "/en/guarantee/countries/",
            "/en/guarantee/countries/p",
            "/en/guarantee/countries/plpl",
            "/en/guarantee/countries/p1",
            "/en/guarantee/countries/pl/x",
            "/en/guarantee/at",
            "/en/guarantee/at/",
            "/en/guarantee/at/2026-3-1",
            "/en/guarantee/at/2026-02-30",
            "/en/guarantee/at/n",
            "/en/guarantee/at/n07",
            "/en/guarantee/at/n+7",
            "/en/guarantee/at/n-7",
            "/en/guarantee/at/n99999999999999999999",
            "/en/guarantee/at/n7/2026-03-01/2026-03-01",
            "/en/guarantee/at/2026-03-01/n7",
            "/en/entries",
            "/en/entries/",
            "/en/entries/x",
            "/en/entries/007",
            "/en/entries/1/2",
            "/en/about",
            "/en/about/nothing",
            "/en/about/method/x",
            "/en/at/2026-03-01",
            "/en/countries/pl",
        ] {
            assert_eq!(Asked::at_path(path), Found::Nothing, "{path}");
        }
    }
}
