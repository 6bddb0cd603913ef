//! The legal day: an instant, seen from a place.

use chrono::{DateTime, Datelike as _, NaiveDate, TimeDelta, TimeZone as _};
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

/// The first instant after a day in a time zone; in UTC if the zone is not given or not known. `None`
/// beyond the range of instants.
pub(super) fn ends(day: Day, zone: Option<&ZoneName>) -> Option<RecordedAt> {
    let zone = zone
        .and_then(|zone| zone.as_str().parse::<Tz>().ok())
        .unwrap_or(Tz::UTC);
    let next = day.plus_days(1).ok()?;
    let midnight = NaiveDate::from_ymd_opt(next.year(), next.month(), next.day_of_month())?
        .and_hms_opt(0, 0, 0)?;
    // Where clocks skip midnight (and, at the date line, whole days), the next day begins with the
    // first quarter of an hour that there is.
    let first = (0..=100).find_map(|quarters| {
        let local = midnight.checked_add_signed(TimeDelta::minutes(quarters * 15))?;
        zone.from_local_datetime(&local).earliest()
    })?;
    RecordedAt::from_unix_micros(first.timestamp_micros())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_where_the_seat_is() {
        for (zone, day, end) in [
            (
                Some("Europe/Paris"),
                "2026-03-31",
                "2026-03-31T22:00:00.000000Z",
            ),
            (
                Some("Europe/Paris"),
                "2026-01-31",
                "2026-01-31T23:00:00.000000Z",
            ),
            (
                Some("America/New_York"),
                "2026-03-31",
                "2026-04-01T04:00:00.000000Z",
            ),
            // In Beirut clocks go from midnight to one in spring: the day begins at one.
            (
                Some("Asia/Beirut"),
                "2026-03-28",
                "2026-03-28T22:00:00.000000Z",
            ),
            // Samoa had no 30 December 2011.
            (
                Some("Pacific/Apia"),
                "2011-12-29",
                "2011-12-30T10:00:00.000000Z",
            ),
            (
                Some("Nowhere/Land"),
                "2026-03-31",
                "2026-04-01T00:00:00.000000Z",
            ),
            (None, "2026-03-31", "2026-04-01T00:00:00.000000Z"),
        ] {
            let zone = zone.map(|zone| ZoneName::try_from(zone.to_owned()).unwrap());
            let ended = ends(day.parse().unwrap(), zone.as_ref()).unwrap();
            assert_eq!(ended.to_string(), end, "{zone:?}");
            if let Some(zone) = &zone {
                let last = RecordedAt::from_unix_micros(ended.unix_micros() - 1).unwrap();
                assert_eq!(legal_day(last, zone).to_string(), day);
                assert!(day < legal_day(ended, zone).to_string().as_str());
            }
        }
    }

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
