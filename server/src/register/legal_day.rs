//! The legal day: an instant, seen from a place.

use chrono::{DateTime, Datelike as _};
use chrono_tz::Tz;
use domain::day::Day;
use domain::legal_date::ZoneName;
use domain::register::RecordedAt;

/// The day that it is at this instant in a time zone; in UTC if the zone is not known.
pub(super) fn legal_day(now: RecordedAt, zone: &ZoneName) -> Day {
    let local = zone
        .as_str()
        .parse::<Tz>()
        .ok()
        .zip(DateTime::from_timestamp_micros(now.unix_micros()))
        .map(|(zone, instant)| instant.with_timezone(&zone));
    local
        .and_then(|local| Day::new(local.year(), local.month(), local.day()))
        .unwrap_or_else(|| now.utc_day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_where_the_seat_is() {
        let now: RecordedAt = "2026-03-31T22:30:00.000000Z".parse().unwrap();
        for (zone, day) in [
            ("Europe/Paris", "2026-04-01"),
            ("Europe/London", "2026-03-31"),
            ("America/New_York", "2026-03-31"),
            ("Pacific/Kiritimati", "2026-04-01"),
            ("UTC", "2026-03-31"),
            ("Nowhere/Land", "2026-03-31"),
        ] {
            let zone = ZoneName::try_from(zone.to_owned()).unwrap();
            assert_eq!(legal_day(now, &zone).to_string(), day, "{zone:?}");
        }
    }
}
