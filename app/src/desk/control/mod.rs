//! The controls of a form, as data; the files beside this one are their markup.

mod date;
mod figures;
mod radios;
mod several;
mod sources;
mod view;

use std::collections::BTreeSet;

use domain::majority::{Question, Quorum, Rule};

pub use several::name as several_name;
pub(super) use view::group;

/// Controls that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub legend: String,
    /// The controls.
    pub controls: Vec<Control>,
}

/// One question of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// The name under which it is submitted, and the id of its first input.
    pub name: String,
    /// The question.
    pub label: String,
    /// What helps to answer it.
    pub hint: Option<String>,
    /// What is typed.
    pub kind: Kind,
}

/// What kind of answer a control takes, with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Line(String),
    /// Several lines of text.
    Area(String),
    /// A whole number.
    Number(String),
    /// A date.
    Date(Bounds, DateTyped),
    /// One of a few, all in sight.
    Choice(Vec<Offered>, String),
    /// One of many.
    Select(Vec<Offered>, String),
    /// Any number of a few, all in sight: each is submitted under its own name, [`several_name`].
    Several(Vec<Offered>, BTreeSet<String>),
    /// Where the fact can be read.
    Sources(Vec<SourceTyped>),
    /// The figures of a vote, with the rule they are held against.
    Vote(Box<VoteControl>),
    /// Nothing is asked: what the form takes as given.
    Told(String),
}

/// Whether a date may be known only within bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bounds {
    /// One day.
    Exact,
    /// A day, or what is known of it.
    Allowed,
}

/// A date as typed: three fields, a second day for a span, and how much is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DateTyped {
    /// How much is known: `on`, `by`, `between`, `month` or `unknown`.
    pub known: String,
    /// Day of the month, or a whole date.
    pub day: String,
    /// Month.
    pub month: String,
    /// Year.
    pub year: String,
    /// Day of the month of the last possible day.
    pub until_day: String,
    /// Its month.
    pub until_month: String,
    /// Its year.
    pub until_year: String,
}

/// One of the answers offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// As submitted.
    pub value: String,
    /// As read.
    pub label: String,
    /// What it means.
    pub hint: Option<String>,
}

impl Offered {
    /// An answer that needs no explanation.
    pub fn new(value: &str, label: String) -> Self {
        Self {
            value: value.to_owned(),
            label,
            hint: None,
        }
    }

    /// The same with what it means.
    #[must_use]
    pub fn meaning(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }
}

/// A source as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceTyped {
    /// What was read.
    pub citation: String,
    /// Where it can be read.
    pub url: String,
    /// How far it can be relied on.
    pub confidence: String,
}

/// The figures of a vote and what they are held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteControl {
    /// The majorities of the stage that are or may be in force; none if no rule is on file.
    pub majorities: Vec<VoteMajority>,
    /// The seats of the chamber, if they are known.
    pub seats: Option<u32>,
    /// What was typed.
    pub figures: VoteFigures,
}

/// A majority that is in force or, as long as nobody has determined it, may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteMajority {
    /// The majority.
    pub rule: Rule,
    /// Its quorum, if there is one.
    pub quorum: Option<Quorum>,
    /// What is put to the vote.
    pub on: Question,
    /// In which case.
    pub case: MajorityCase,
}

/// In which case a majority is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MajorityCase {
    /// In this one.
    This,
    /// If none of the others is.
    Ordinary,
    /// If this applies, which nobody has determined.
    If(String),
}

/// The figures of a vote as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VoteFigures {
    /// In favour.
    pub yes: String,
    /// Against.
    pub no: String,
    /// Abstentions.
    pub abstain: String,
    /// In the room.
    pub present: String,
    /// Did not vote.
    pub not_voting: String,
}
