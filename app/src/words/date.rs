//! Days, bounded dates and instants in words.

use domain::day::Day;
use domain::legal_date::LegalDate;
use domain::register::RecordedAt;

use super::Words;
use crate::say;

impl Words {
    /// A day: "5 July 2026".
    pub fn day(self, day: Day) -> String {
        say!(
            self,
            "day",
            day = day.day_of_month().to_string(),
            month = self.month(day.month()),
            year = day.year().to_string()
        )
    }

    /// A date with the precision its source gives it: a bounded one is never shown as a day.
    pub fn legal_date(self, date: &LegalDate) -> String {
        match (date.earliest(), date.latest()) {
            (_, None) => say!(self, "date-unknown"),
            (Some(earliest), Some(latest)) if earliest == latest => self.day(latest),
            (Some(earliest), Some(latest)) => {
                let whole_month =
                    earliest == earliest.first_of_month() && latest == earliest.last_of_month();
                let whole_year = earliest.year() == latest.year()
                    && (earliest.month(), earliest.day_of_month()) == (1, 1)
                    && (latest.month(), latest.day_of_month()) == (12, 31);
                if whole_year {
                    latest.year().to_string()
                } else if whole_month {
                    say!(
                        self,
                        "month-and-year",
                        month = self.month(latest.month()),
                        year = latest.year().to_string()
                    )
                } else {
                    say!(
                        self,
                        "date-between",
                        earliest = self.day(earliest),
                        latest = self.day(latest)
                    )
                }
            }
            (None, Some(latest)) => {
                say!(self, "date-not-later-than", latest = self.day(latest))
            }
        }
    }

    /// An instant of the register, to the second, in UTC.
    pub fn instant(self, at: RecordedAt) -> String {
        let text = at.to_string();
        let time: String = text.chars().skip(11).take(8).collect();
        say!(self, "instant", day = self.day(at.utc_day()), time = time)
    }

    fn month(self, number: u32) -> String {
        match number {
            1 => say!(self, "month-1"),
            2 => say!(self, "month-2"),
            3 => say!(self, "month-3"),
            4 => say!(self, "month-4"),
            5 => say!(self, "month-5"),
            6 => say!(self, "month-6"),
            7 => say!(self, "month-7"),
            8 => say!(self, "month-8"),
            9 => say!(self, "month-9"),
            10 => say!(self, "month-10"),
            11 => say!(self, "month-11"),
            _ => say!(self, "month-12"),
        }
    }
}
