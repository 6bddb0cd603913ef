//! Pages over a made-up register, and what stands on them.

use app::tracker::{Address, At, EntryBytes, Opened, Reading, TrackerPage, open};
use app::words::Words;
use domain::day::Day;
use domain::procedure::Library;
use domain::register::RecordedAt;

use crate::support::{Register, code, day, guarantee, slug};

/// Everybody has to consent.
pub const ALL: &str =
    r#"{"first_of":[{"when":{"all":true},"then":{"first_of_month_after_months":1}}]}"#;
/// Two by name, and more than half.
pub const NAMED_AND_MAJORITY: &str = r#"{"first_of":[{"when":{"and":[{"named":["FRA","USA"]},{"fraction":[1,2],"more_than":true,"of":"listed"}]},"then":{"days":30}}],"later":{"days":30}}"#;
/// The day on which the pages are read.
pub const TODAY: &str = "2026-11-24";

/// Five States, all of which have to consent.
pub fn five(clause: &str) -> Register {
    let mut register = Register::opened("2026-09-01", guarantee(clause));
    register.list("2026-09-01", &["EST", "FRA", "GBR", "POL", "USA"]);
    register
}

/// The first instant after a day, at a seat that keeps UTC.
pub fn end_in_utc(day: Day) -> RecordedAt {
    let next = day.plus_days(1).unwrap();
    format!("{next}T00:00:00.000000Z").parse().unwrap()
}

/// What stands at an address, where a day that has passed ends in UTC.
pub fn opened(register: &Register, address: &Address, at: At, today: &str) -> Opened {
    opened_on(register, address, at, today, at.day().map(end_in_utc))
}

/// What stands at an address on a day that, if it has passed, ended at that instant.
pub fn opened_on(
    register: &Register,
    address: &Address,
    at: At,
    today: &str,
    day_ends: Option<RecordedAt>,
) -> Opened {
    let library = Library::new();
    let entry = match address {
        Address::Entry(index) => {
            let (bytes, leaf_hash, root_after) = register.entry(usize::try_from(*index).unwrap());
            Some(EntryBytes {
                bytes,
                leaf_hash,
                root_after,
            })
        }
        _ => None,
    };
    open(
        address,
        &Reading {
            words: Words::english(),
            snapshot: register.snapshot(),
            library: &library,
            root: register.root(),
            at,
            today: day(today),
            day_ends,
            entry,
        },
    )
}

/// The page at an address, in another view.
pub fn page_at(
    register: &Register,
    address: &Address,
    at: At,
    today: &str,
) -> Box<dyn TrackerPage> {
    match opened(register, address, at, today) {
        Opened::Page(page) => page,
        Opened::NotFound(not_found) => panic!("{not_found:?}"),
    }
}

/// The page at an address.
pub fn page(register: &Register, address: &Address) -> Box<dyn TrackerPage> {
    page_at(register, address, At::Now, TODAY)
}

/// The home of the instrument.
pub fn home(register: &Register) -> Box<dyn TrackerPage> {
    page(register, &Address::Home(slug()))
}

/// The page of a participant.
pub fn country(register: &Register, of: &str) -> Box<dyn TrackerPage> {
    page(register, &Address::country(&slug(), code(of)))
}

/// What stands between a tag and its end, without the tags inside it.
pub fn inside(html: &str, tag: &str) -> String {
    let after = html.split_once(&format!("<{tag}")).unwrap().1;
    let content = after.split_once('>').unwrap().1;
    text_of(content.split_once(&format!("</{tag}>")).unwrap().0)
}

/// The text of markup, with single spaces, also where one block ends and another begins.
pub fn text_of(html: &str) -> String {
    const INLINE: [&str; 8] = ["!----", "!--", "a", "bdi", "code", "span", "strong", "time"];
    let mut text = String::new();
    for part in html.split('<') {
        let (tag, shown) = part.split_once('>').unwrap_or(("a", part));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        if !INLINE.contains(&name) {
            text.push(' ');
        }
        text.push_str(shown);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
