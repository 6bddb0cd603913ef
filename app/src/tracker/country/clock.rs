//! A period that has begun, as the page shows it.

use domain::calendar::{Clock, ClockState};
use domain::day::Day;
use domain::name::Key;
use domain::procedure::{PeriodKind, PeriodUnit, Procedure};
use serde::Serialize;

use crate::explanation::clock_in_words;
use crate::words::Words;

/// A period that has begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct ClockModel {
    /// Its place among the periods of the stage, from 0.
    pub period: u32,
    /// What it does.
    pub kind: PeriodKind,
    /// In what it is counted.
    pub unit: PeriodUnit,
    /// How many units it runs, with what was added.
    pub units: u32,
    /// The latest day on which it can have begun.
    pub start: Option<Day>,
    /// How it stands, as data.
    pub state: ClockStanding,
    /// The same as a sentence.
    pub sentence: String,
}

/// How a period stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ClockStanding {
    /// It runs.
    Running {
        /// How many days that count have passed.
        counted: u32,
        /// Of how many.
        of: u32,
        /// Its last day.
        last_day: Day,
    },
    /// It has run out.
    Ended {
        /// Its last day.
        last_day: Day,
    },
    /// Its end is not computable yet.
    NotComputableYet {
        /// The chamber whose calendar gives out.
        chamber: Key,
        /// The last day before that of which something is published.
        published_until: Option<Day>,
        /// Its last day at the earliest.
        last_day_at_best: Day,
    },
    /// The day on which it began is not known.
    StartNotKnown,
}

impl ClockModel {
    pub fn new(words: Words, procedure: &Procedure, clock: &Clock<'_>) -> Self {
        let state = match &clock.state {
            ClockState::Running { elapsed, end } => ClockStanding::Running {
                counted: elapsed.counted,
                of: elapsed.of,
                last_day: end.last_day(),
            },
            ClockState::Ended(end) => ClockStanding::Ended {
                last_day: end.last_day(),
            },
            ClockState::NotComputableYet { at_best, gap, .. } => ClockStanding::NotComputableYet {
                chamber: gap.chamber.clone(),
                published_until: gap.published_until,
                last_day_at_best: at_best.last_day(),
            },
            ClockState::StartNotKnown => ClockStanding::StartNotKnown,
        };
        Self {
            period: clock.index,
            kind: clock.period.kind,
            unit: clock.period.unit,
            units: clock.term.units,
            start: clock.start(),
            state,
            sentence: clock_in_words(words, procedure, clock),
        }
    }
}
