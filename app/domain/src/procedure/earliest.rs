//! The earliest day on which a participant can express its consent, by the minimum periods that its own
//! procedure still has to wait for.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::calendar::{self, Calendars, Measure, StartedBy, started_by};
use crate::day::{Day, DayError};
use crate::entity::EntityCode;
use crate::instrument::Nature;
use crate::name::Key;
use crate::procedure::progress::{Order, Progress, StageProgress, WaitEnd, progress};
use crate::procedure::{Library, Period, PeriodKind, Stage, StageKind};
use crate::snapshot::{Fact, View};
use crate::status::{InternationalStatus, NationalStatus};

/// The earliest day of a consent, and what it rests on. It is a lower bound: a procedure may take longer,
/// and can only be quicker if it is departed from or the file names an exception.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Floor {
    /// The first day on which the consent can be expressed.
    pub not_before: Day,
    /// The periods that have to be waited for, in the order of the procedure.
    pub waits: Vec<Wait>,
}

/// A minimum period that has to be waited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wait {
    /// The stage.
    pub stage: Key,
    /// The period.
    pub period: Period,
    /// The first day on which what waits for it may happen.
    pub free_from: Day,
    /// How that day is known.
    pub known: Known,
}

/// How the end of a wait is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// The period runs, and ends then.
    Running,
    /// The period runs, and ends then at the earliest: a calendar is not published so far.
    RunningAtBest,
    /// That it began is not on record; it is counted from this day, which is the earliest.
    From(Day),
}

/// What it means that nothing is on record of a procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// Nothing has happened.
    NothingHappened,
    /// Nobody has told: a history that was imported knows days of consent, and little of the way there.
    NotTold,
}

impl Silence {
    /// What it means in a register of this nature.
    pub fn of(nature: Nature) -> Self {
        match nature {
            Nature::Historical => Self::NotTold,
            Nature::Real | Nature::Illustrative => Self::NothingHappened,
        }
    }
}

/// For each participant that has not expressed its consent, and has to wait for a minimum period after
/// the next day, the earliest day of that consent.
///
/// # Errors
/// [`DayError`] if a day would lie after the year 9999.
pub fn floors(view: &View, library: &Library) -> Result<BTreeMap<EntityCode, Floor>, DayError> {
    let silence = Silence::of(view.instrument.nature);
    let mut floors = BTreeMap::new();
    for (code, participant) in &view.participants {
        let Some(followed) = library.followed(*code, &participant.facts) else {
            continue;
        };
        let international = participant.status.international;
        let progress = progress(&followed, &participant.facts, international, view.day);
        if let Some(floor) = floor(&progress, &participant.facts, silence)? {
            floors.insert(*code, floor);
        }
    }
    Ok(floors)
}

/// The earliest day of a participant's consent after the day of its progress; `None` if no period has to
/// be waited for, the procedure is over, or consent was expressed.
///
/// A period that has not begun is counted from the next day, or from the earliest day on which the stages
/// before it can be done. Days that no calendar has published count as if the chamber sat.
///
/// # Errors
/// [`DayError`] if a day would lie after the year 9999.
pub fn floor(
    progress: &Progress<'_>,
    facts: &[Fact],
    silence: Silence,
) -> Result<Option<Floor>, DayError> {
    let is_silent = progress.national == NationalStatus::NoInformation;
    if progress.is_over() || is_bound(progress.international) {
        return Ok(None);
    }
    if is_silent && silence == Silence::NotTold {
        return Ok(None);
    }
    let next = progress.day.plus_days(1)?;
    let counting = Counting {
        progress,
        order: Order::of(&progress.followed.procedure, &progress.followed.route),
        calendars: Calendars::of(facts.iter()),
        next,
    };
    let consent = consent(progress);
    let mut floor = Floor {
        not_before: next,
        waits: Vec::new(),
    };
    // The earliest day on which each stage can be over, as far as they have been gone through.
    let mut over: Vec<Day> = Vec::new();
    for (place, at) in progress.stages.iter().enumerate() {
        let mut earliest = counting
            .order
            .held_up_by(place)
            .filter_map(|other| over.get(other).copied())
            .fold(next, Day::max);
        let is_needed = consent
            .is_some_and(|consent| place == consent || counting.order.comes_after(consent, place));
        if is_needed && !at.state.is_passed() {
            for wait in counting.waits(place, at, earliest)? {
                if wait.free_from > next {
                    earliest = earliest.max(wait.free_from);
                    floor.waits.push(wait);
                }
            }
        }
        if Some(place) == consent {
            floor.not_before = earliest;
        }
        over.push(earliest);
    }
    Ok((floor.not_before > next).then_some(floor))
}

/// What is needed to count the periods of a procedure.
struct Counting<'p, 'a> {
    progress: &'p Progress<'a>,
    order: Order,
    calendars: Calendars,
    next: Day,
}

impl Counting<'_, '_> {
    /// The minimum periods of a stage that is not over. Those before it can be over on `earliest`.
    fn waits(
        &self,
        place: usize,
        at: &StageProgress<'_>,
        earliest: Day,
    ) -> Result<Vec<Wait>, DayError> {
        if let Some(clock) = &at.clock {
            let running = match at.wait() {
                Some(WaitEnd::On(day)) => Some((day, Known::Running)),
                Some(WaitEnd::NotBefore(day)) => Some((day, Known::RunningAtBest)),
                Some(WaitEnd::NotKnown) | None => None,
            };
            let wait = running.map(|(free_from, known)| Wait {
                stage: at.stage.key.clone(),
                period: clock.period.clone(),
                free_from,
                known,
            });
            return Ok(wait.into_iter().collect());
        }
        let mut waits = Vec::new();
        let periods = at.stage.periods.iter();
        for period in periods.filter(|period| period.kind == PeriodKind::MinimumWait) {
            let Some(from) = self.begins(place, at.stage, period, earliest) else {
                continue;
            };
            // A file in which the measure is not clear is refused when it is read.
            let procedure = &self.progress.followed.procedure;
            let Ok(measure) = Measure::of(period.unit, at.stage, procedure) else {
                continue;
            };
            let end = calendar::count(period, &measure, from, &self.calendars)?;
            waits.push(Wait {
                stage: at.stage.key.clone(),
                period: period.clone(),
                free_from: (*end.at_best()).over_from()?,
                known: Known::From(from),
            });
        }
        Ok(waits)
    }

    /// The earliest day on which a period that is not on record can begin; `None` if it may have begun
    /// already and nothing bounds when.
    fn begins(&self, place: usize, stage: &Stage, period: &Period, earliest: Day) -> Option<Day> {
        match started_by(stage, period) {
            StartedBy::StageBegun => Some(earliest),
            // What begins it is an event elsewhere, once what comes before is over: unless some of that
            // is outstanding, it may have happened.
            StartedBy::Recorded => {
                let states: Vec<_> = self.progress.stages.iter().map(|at| at.state).collect();
                if self.order.outstanding(place, &states).next().is_some() {
                    return Some(earliest);
                }
                self.order
                    .held_up_by(place)
                    .filter_map(|other| self.progress.stages.get(other)?.passed.as_ref())
                    .filter_map(|passed| passed.date()?.earliest())
                    .max()
                    .filter(|day| *day < self.next)
            }
        }
    }
}

/// The place of the act by which consent is expressed.
fn consent(progress: &Progress<'_>) -> Option<usize> {
    let place = |kind| progress.stages.iter().position(|at| at.stage.kind == kind);
    place(StageKind::Deposit).or_else(|| place(StageKind::InstrumentSignature))
}

fn is_bound(international: InternationalStatus) -> bool {
    match international {
        InternationalStatus::ConsentExpressed
        | InternationalStatus::Party { .. }
        | InternationalStatus::WithdrawalNotified { .. } => true,
        InternationalStatus::None
        | InternationalStatus::Signed
        | InternationalStatus::FormerParty { .. }
        | InternationalStatus::ConsentWithdrawn { .. } => false,
    }
}
