//! How a measure is cited: `Treaty Doc. 117-3`, `H.R. 3450 (103rd)`, `S.J.Res. 7 (116th)`.

use serde::{Deserialize, Serialize};

use crate::congress::chamber::Chamber;
use crate::congress::term::Congress;

/// The form of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A treaty document: a treaty as transmitted to the Senate. Before 1981 *Executive A, B, C*.
    TreatyDocument,
    /// A bill.
    Bill(Chamber),
    /// A joint resolution: in all but name a bill.
    JointResolution(Chamber),
    /// A concurrent resolution: of both chambers, not presented to the President.
    ConcurrentResolution(Chamber),
    /// A simple resolution: of one chamber.
    SimpleResolution(Chamber),
}

impl Form {
    /// The chamber in which it was introduced; a treaty goes to the Senate alone.
    pub fn origin(self) -> Chamber {
        match self {
            Self::TreatyDocument => Chamber::Senate,
            Self::Bill(origin)
            | Self::JointResolution(origin)
            | Self::ConcurrentResolution(origin)
            | Self::SimpleResolution(origin) => origin,
        }
    }
}

/// What a citation tells: the form, the number, and the Congress where it says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The form.
    pub form: Form,
    /// Its number, with the part of a treaty that was partitioned: `3`, `13A`.
    pub number: String,
    /// The Congress in which it was introduced or received.
    pub congress: Option<Congress>,
}

/// Beginnings of citations without spaces and stops, the longer before the shorter.
const BEGINNINGS: [(&str, Form); 12] = [
    ("treatydoc", Form::TreatyDocument),
    ("executive", Form::TreatyDocument),
    ("hconres", Form::ConcurrentResolution(Chamber::House)),
    ("sconres", Form::ConcurrentResolution(Chamber::Senate)),
    ("hjres", Form::JointResolution(Chamber::House)),
    ("sjres", Form::JointResolution(Chamber::Senate)),
    ("hres", Form::SimpleResolution(Chamber::House)),
    ("sres", Form::SimpleResolution(Chamber::Senate)),
    ("exec", Form::TreatyDocument),
    ("ex", Form::TreatyDocument),
    ("hr", Form::Bill(Chamber::House)),
    ("s", Form::Bill(Chamber::Senate)),
];

impl Citation {
    /// Reads a citation; `None` if it is not one, such as the title of an agreement.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        let in_brackets = text.split_once('(').and_then(|(_, rest)| ordinal(rest));
        let head = text.split('(').next().unwrap_or_default();
        let letters_end = head
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(head.len());
        let (beginning, number) = head.split_at_checked(letters_end)?;
        let bare: String = beginning
            .chars()
            .filter(|c| !matches!(c, ' ' | '.' | ','))
            .collect();
        let (form, letter) = BEGINNINGS.into_iter().find_map(|(start, form)| {
            let rest = bare.strip_prefix(start)?;
            let is_letter_of_a_treaty = form == Form::TreatyDocument && rest.len() == 1;
            (rest.is_empty() || is_letter_of_a_treaty).then(|| (form, rest.to_ascii_uppercase()))
        })?;
        let number = number.trim();
        if form != Form::TreatyDocument {
            let digits = number.trim_end_matches(|c: char| !c.is_ascii_digit());
            let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            return is_number.then(|| Self {
                form,
                number: digits.to_owned(),
                congress: in_brackets,
            });
        }
        let (congress, rest) = match number.split_once(['-', '–']) {
            Some((congress, rest)) => (congress.parse().ok().and_then(Congress::new), rest),
            None => (ordinal(number), ""),
        };
        let part = text
            .split_once('(')
            .and_then(|(_, rest)| rest.split(')').next())
            .filter(|part| part.len() == 1)
            .unwrap_or_default();
        let number = format!(
            "{letter}{}{part}",
            if letter.is_empty() { rest.trim() } else { "" }
        );
        (!number.is_empty()).then(|| Self {
            form,
            number: number.to_ascii_uppercase(),
            congress: congress.or(in_brackets),
        })
    }
}

/// The Congress that a text begins with, as `103rd` or `103`.
fn ordinal(text: &str) -> Option<Congress> {
    let digits: String = text
        .trim_start()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok().and_then(Congress::new)
}
