//! Where the depositary has its seat: whose calendar dates an act.

use app::desk::{Control, Misdefined, Wrong};
use app::say;
use app::words::Words;
use domain::instrument::{Instrument, Seat};
use domain::legal_date::ZoneName;

use super::super::ask;
use super::super::reader::Reader;
use crate::proposal::Fields;

/// The questions.
pub fn controls(words: Words, typed: &Fields) -> Vec<Control> {
    vec![
        ask::line(
            typed,
            "place",
            say!(words, "act-instrument-place"),
            Some(say!(words, "act-instrument-place-hint")),
        ),
        ask::line(
            typed,
            "zone",
            say!(words, "act-instrument-zone"),
            Some(say!(words, "act-instrument-zone-hint")),
        ),
    ]
}

/// The seat, in a time zone that this program can count in.
pub fn read(reader: &mut Reader<'_>, present: Option<&Instrument>) -> Option<Seat> {
    let place = reader.needed_text_like("place", present.map(|present| &present.seat.place));
    let zone = zone(reader);
    Some(Seat {
        place: place?,
        zone: zone?,
    })
}

/// The time zone, which the database of time zones has to know: by another nobody could tell the day.
fn zone(reader: &mut Reader<'_>) -> Option<ZoneName> {
    let typed = reader.typed("zone");
    if typed.is_empty() {
        reader.wrong("zone", Wrong::Missing);
        return None;
    }
    let known = typed.parse::<chrono_tz::Tz>().is_ok();
    let zone = ZoneName::try_from(typed).ok().filter(|_| known);
    if zone.is_none() {
        reader.wrong("zone", Misdefined::NotAZone);
    }
    zone
}

/// How it would have been typed.
pub fn typed(seat: &Seat, fields: &mut Fields) {
    ask::put_text(fields, "place", Some(&seat.place));
    ask::put(fields, "zone", seat.zone.as_str());
}
