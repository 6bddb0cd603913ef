//! Dates on pages and in data: with the precision that their source gives them.

use domain::day::Day;
use domain::legal_date::{LegalDate, Precision};
use domain::register::RecordedAt;
use leptos::prelude::*;
use serde::Serialize;

use crate::words::Words;

/// A date as a source gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Dated {
    /// The day; none where the source gives less than a day.
    pub date: Option<Day>,
    /// What is known.
    pub precision: Precision,
    /// The same in words.
    pub label: String,
}

impl Dated {
    /// This date.
    pub fn new(words: Words, date: &LegalDate) -> Self {
        Self {
            date: date.is_exact().then(|| date.latest()).flatten(),
            precision: date.precision,
            label: words.legal_date(date),
        }
    }

    /// This day.
    pub fn on(words: Words, day: Day) -> Self {
        Self::new(words, &LegalDate::on(day))
    }

    /// This day, or not later than it.
    pub fn by(words: Words, day: Day, at_the_latest: bool) -> Self {
        if at_the_latest {
            Self::new(words, &LegalDate::not_later_than(day))
        } else {
            Self::on(words, day)
        }
    }

    /// How a table writes it: the day, the month, the year; with a bound as in ISO 8601-2; empty if
    /// nothing is known.
    pub fn cell(&self) -> String {
        match self.precision {
            Precision::Unknown(_) => String::new(),
            _ => self.machine().unwrap_or_else(|| self.interval()),
        }
    }

    /// What `<time>` can say of it: nothing of a date that is bounded only.
    fn machine(&self) -> Option<String> {
        let json = serde_json::to_value(self.precision).ok()?;
        match self.precision {
            Precision::Day(day) => Some(day.to_string()),
            Precision::Month(_) => json.get("month")?.as_str()?.get(..7).map(str::to_owned),
            Precision::Year(_) => json.get("year").map(|year| format!("{year:0>4}")),
            Precision::NotLaterThan(_) | Precision::Between(_) | Precision::Unknown(_) => None,
        }
    }

    /// "From/to" with two dots where the beginning is open.
    fn interval(&self) -> String {
        let date = LegalDate {
            precision: self.precision,
            calendar: domain::legal_date::Calendar::Seat,
        };
        let end = |day: Option<Day>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
        format!("{}/{}", end(date.earliest()), end(date.latest()))
    }

    /// On a page.
    pub fn view(&self) -> AnyView {
        match self.machine() {
            Some(machine) => {
                view! { <time datetime=machine>{self.label.clone()}</time> }.into_any()
            }
            None => view! { <span class="a-bounded">{self.label.clone()}</span> }.into_any(),
        }
    }
}

/// An instant of the register on a page.
pub(crate) fn instant(words: Words, at: RecordedAt) -> AnyView {
    view! { <time datetime=at.to_string()>{words.instant(at)}</time> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bounded_date_is_never_a_day() {
        let words = Words::english();
        let day = |text: &str| text.parse::<Day>().unwrap();
        let cell = |date: &LegalDate| Dated::new(words, date).cell();
        assert_eq!(cell(&LegalDate::on(day("2024-03-07"))), "2024-03-07");
        assert_eq!(cell(&LegalDate::unknown()), "");
        assert_eq!(
            cell(&LegalDate::not_later_than(day("2024-03-07"))),
            "../2024-03-07"
        );
        assert_eq!(
            cell(&LegalDate::between(day("2024-03-07"), day("2024-03-09"))),
            "2024-03-07/2024-03-09"
        );
        let month: LegalDate =
            serde_json::from_str(r#"{"precision":{"month":"2024-03-01"},"calendar":"seat"}"#)
                .unwrap();
        assert_eq!(cell(&month), "2024-03");
        let bounded = Dated::new(words, &LegalDate::not_later_than(day("2024-03-07")));
        assert_eq!(bounded.date, None);
        assert_eq!(bounded.label, "not later than 7 March 2024");
    }
}
