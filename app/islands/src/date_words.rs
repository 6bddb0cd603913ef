//! A day in words, in a language the browser's code knows nothing about.

use domain::day::Day;
use serde::{Deserialize, Serialize};

/// How a language writes a day: "1 November 2026", "1er novembre 2026", "1. November 2026".
///
/// The server fills this in from its catalogue and the island carries it as a prop: the locale data of
/// the browser (or of a crate) would not agree with the server's to the letter, and would cost more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateWords {
    /// The order of the parts, with `{day}`, `{month}` and `{year}` where they go.
    pub pattern: String,
    /// The twelve months, January first, in the form they take inside a date.
    pub months: Vec<String>,
    /// What stands for `{day}` on the first of a month where that is not "1": French "1er".
    ///
    /// Treaties like first days of months, so this is the common case, not the odd one.
    pub first: Option<String>,
}

impl DateWords {
    /// The day in words; in figures (`2026-11-01`) if its month has no name here.
    pub fn write(&self, day: Day) -> String {
        let month = usize::try_from(day.month())
            .ok()
            .and_then(|number| number.checked_sub(1))
            .and_then(|index| self.months.get(index));
        let Some(month) = month else {
            return day.to_string();
        };
        let day_of_month = match &self.first {
            Some(first) if day.day_of_month() == 1 => first.clone(),
            _ => day.day_of_month().to_string(),
        };
        self.pattern
            .replace("{day}", &day_of_month)
            .replace("{month}", month)
            .replace("{year}", &day.year().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french() -> DateWords {
        let months =
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre";
        DateWords {
            pattern: "{day} {month} {year}".to_owned(),
            months: months.split(' ').map(str::to_owned).collect(),
            first: Some("1er".to_owned()),
        }
    }

    #[test]
    fn the_first_of_a_month_has_its_own_word() {
        assert_eq!(
            french().write(Day::new(2026, 11, 1).unwrap()),
            "1er novembre 2026"
        );
        assert_eq!(
            french().write(Day::new(2026, 2, 28).unwrap()),
            "28 février 2026"
        );
        assert_eq!(
            french().write(Day::new(2026, 12, 31).unwrap()),
            "31 décembre 2026"
        );
    }

    #[test]
    fn a_missing_month_is_written_in_figures() {
        let words = DateWords {
            months: vec!["janvier".to_owned()],
            ..french()
        };
        assert_eq!(words.write(Day::new(2026, 2, 1).unwrap()), "2026-02-01");
    }
}
