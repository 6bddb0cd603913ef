//! The periods at a stage that matter in its present passage.

use crate::calendar::{Clock, ClockState};
use crate::day::Day;
use crate::procedure::{Period, PeriodKind, Stage};
use crate::snapshot::Fact;

/// When a waiting period is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitEnd {
    /// What waits may happen from this day on.
    On(Day),
    /// It may not before this day, and from when on cannot be computed yet.
    NotBefore(Day),
    /// The period began on a day that is not known.
    NotKnown,
}

/// The clock that was started last by one of these facts.
pub(super) fn last<'c, 'a>(
    clocks: &'c [Clock<'a>],
    stage: &Stage,
    facts: &[&Fact],
) -> Option<&'c Clock<'a>> {
    facts.iter().rev().find_map(|fact| {
        let mut here = clocks.iter().filter(|clock| clock.stage.key == stage.key);
        here.find(|clock| clock.started.hash == fact.hash)
    })
}

/// The day from which a period no longer runs, if it has run out.
pub(super) fn over_from(clock: &Clock<'_>) -> Option<Day> {
    match clock.state {
        ClockState::Ended(end) => end.over_from().ok(),
        ClockState::Running { .. }
        | ClockState::NotComputableYet { .. }
        | ClockState::StartNotKnown => None,
    }
}

/// When a period is over that has to be waited for, if this is one and it runs.
pub(super) fn wait(clock: &Clock<'_>) -> Option<WaitEnd> {
    if clock.period.kind != PeriodKind::MinimumWait {
        return None;
    }
    match &clock.state {
        ClockState::Running { end, .. } => end.over_from().ok().map(WaitEnd::On),
        ClockState::NotComputableYet { at_best, .. } => {
            at_best.over_from().ok().map(WaitEnd::NotBefore)
        }
        ClockState::StartNotKnown => Some(WaitEnd::NotKnown),
        ClockState::Ended(_) => None,
    }
}

/// A period of a stage, by its place in the file.
pub(super) fn period(stage: &Stage, place: u32) -> Option<&Period> {
    stage.periods.get(usize::try_from(place).ok()?)
}

/// Whether a period is a window, in which somebody may call for the stage.
pub(super) fn is_window(stage: &Stage, place: u32) -> bool {
    period(stage, place).is_some_and(|period| period.kind == PeriodKind::Window)
}
