//! The clocks of a participant, from what is on record.

use crate::act::Act;
use crate::calendar::calendars::Calendars;
use crate::calendar::clock::{Clock, ClockState, Extension};
use crate::calendar::start::{StartedBy, started_by};
use crate::calendar::term::Term;
use crate::day::{Day, DayError};
use crate::procedure::{Followed, Period, Stage};
use crate::snapshot::Fact;

/// The periods that have begun by the end of `day` at the stages of the route that is followed, in the
/// order of the route, with how they stand that day.
///
/// `facts` are those of the participant that stand, in the order in which they happened. A period runs
/// from the last act that started it, and is prolonged by what came after that. Whether the stage is
/// over by now is not asked here: [`progress`](crate::procedure::progress::progress) says so.
///
/// # Errors
/// [`DayError::OutOfRange`] if one of them ends after the year 9999.
pub fn clocks<'a>(
    followed: &'a Followed,
    facts: &'a [Fact],
    day: Day,
) -> Result<Vec<Clock<'a>>, DayError> {
    let happened = || {
        facts
            .iter()
            .filter(move |fact| fact.date().latest().is_none_or(|latest| latest <= day))
    };
    let calendars = Calendars::of(happened());
    let mut clocks = Vec::new();
    for stage in &followed.route.stages {
        let here: Vec<&Fact> = happened()
            .filter(|fact| fact.statement.stage.as_ref() == Some(&stage.key))
            .collect();
        for (index, period) in (0..).zip(&stage.periods) {
            // A file in which the measure is not clear is refused when it is read.
            let Ok(term) = Term::of(period, stage, &followed.procedure) else {
                continue;
            };
            let Some(begun) = Begun::of(&here, stage, period, index) else {
                continue;
            };
            let term = begun.extensions.iter().fold(term, |term, extension| {
                term.extended_by(extension.extended.by.get())
            });
            let start = begun.started.date().latest();
            clocks.push(Clock {
                stage,
                period,
                index,
                state: ClockState::on(day, start, period, &term, &calendars)?,
                term,
                started: begun.started,
                earlier_starts: begun.earlier,
                extensions: begun.extensions,
            });
        }
    }
    Ok(clocks)
}

/// What is on record of a period.
struct Begun<'a> {
    started: &'a Fact,
    earlier: Vec<&'a Fact>,
    extensions: Vec<Extension<'a>>,
}

impl<'a> Begun<'a> {
    /// What says expressly when the period began goes before what only implies it.
    fn of(here: &[&'a Fact], stage: &Stage, period: &Period, index: u32) -> Option<Self> {
        let is_recorded = |fact: &Fact| match fact.act() {
            Some(Act::ClockStarted(started)) => started.period == index,
            Some(_) | None => false,
        };
        let is_begun = |fact: &Fact| match started_by(stage, period) {
            StartedBy::StageBegun => matches!(fact.act(), Some(Act::StepBegun(_))),
            StartedBy::Recorded => false,
        };
        let all_at = |is_start: &dyn Fn(&Fact) -> bool| -> Vec<usize> {
            let numbered = here.iter().enumerate();
            numbered
                .filter(|(_, fact)| is_start(fact))
                .map(|(at, _)| at)
                .collect()
        };
        let mut starts = all_at(&is_recorded);
        if starts.is_empty() {
            starts = all_at(&is_begun);
        }
        let last = starts.pop()?;
        let extensions = here
            .iter()
            .skip(last)
            .filter_map(|fact| match fact.act() {
                Some(Act::ClockExtended(extended)) if extended.period == index => {
                    Some(Extension { fact, extended })
                }
                Some(_) | None => None,
            })
            .collect();
        Some(Self {
            started: here.get(last)?,
            earlier: starts
                .into_iter()
                .filter_map(|at| here.get(at).copied())
                .collect(),
            extensions,
        })
    }
}
