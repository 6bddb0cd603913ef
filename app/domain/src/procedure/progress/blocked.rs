//! What stands in the way of a stage.

use crate::act::{Act, ConsentCondition, Ruling};
use crate::congress::{Checklist, MayDeposit};
use crate::day::Day;
use crate::name::Key;
use crate::procedure::progress::clock::WaitEnd;
use crate::procedure::progress::national::Whole;
use crate::procedure::progress::order::Order;
use crate::procedure::progress::proceedings::Proceedings;
use crate::procedure::progress::{Progress, StageProgress, StageState};
use crate::procedure::{Route, Stage, StageKind, Trigger};
use crate::snapshot::Fact;

/// What stands in the way of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocker<'a> {
    /// A stage that it waits for is not done.
    Stage(&'a Key),
    /// A stage has stopped the treaty.
    Failed(&'a Key),
    /// The procedure as a whole was said to have failed.
    Procedure,
    /// The procedure continues on this route, which has to be chosen.
    Route(&'a Key),
    /// Nobody has determined whether a stage that can stop the treaty is needed.
    Trigger {
        /// What has to be determined.
        trigger: Trigger,
        /// The stage.
        stage: &'a Key,
    },
    /// A period runs before the end of which a stage cannot be passed.
    Wait {
        /// The stage.
        stage: &'a Key,
        /// The period's place in the file, from 0.
        period: u32,
        /// When it is over.
        ends: WaitEnd,
    },
    /// A condition that parliament attached to its consent has not been reported met.
    Condition(&'a ConsentCondition),
}

/// Says of each stage what stands in its way, and keeps back what seemed possible and is not.
pub(super) fn block<'a>(
    progress: &mut Progress<'a>,
    order: &Order,
    proceedings: &Proceedings,
    facts: &'a [Fact],
    whole: Whole<'_>,
) {
    let route = progress.followed.route.as_ref();
    let conditions = conditions_not_met(route, proceedings, facts, progress.day);
    let awaited = progress.awaited_route();
    let triggers: Vec<Blocker<'a>> = progress.stages.iter().filter_map(open_trigger).collect();
    let waits: Vec<Option<Blocker<'a>>> = progress.stages.iter().map(running_wait).collect();
    let failed: Vec<Blocker<'a>> = progress
        .stages
        .iter()
        .filter(|at| at.state == StageState::Failed)
        .map(|at| Blocker::Failed(&at.stage.key))
        .collect();
    let states: Vec<StageState<'_>> = progress.stages.iter().map(|at| at.state).collect();
    let blockers = |place: usize, at: &StageProgress<'a>| {
        let mut found: Vec<Blocker<'a>> = Vec::new();
        match at.state {
            StageState::Current => {
                found.extend(waits.get(place).copied().flatten());
                return found;
            }
            StageState::Possible | StageState::NotYet => {}
            StageState::Done
            | StageState::NotReported
            | StageState::IfCalledFor
            | StageState::Skipped { .. }
            | StageState::NotDetermined
            | StageState::Failed => return found,
        }
        if matches!(whole, Whole::Failed) {
            found.push(Blocker::Procedure);
        }
        found.extend(failed.iter().copied());
        for other in order.outstanding(place, &states) {
            if states.get(other) != Some(&StageState::Failed) {
                let stage = route.stages.get(other);
                found.extend(stage.map(|stage| Blocker::Stage(&stage.key)));
            }
            found.extend(waits.get(other).copied().flatten());
        }
        found.extend(awaited.map(Blocker::Route));
        if at.stage.kind.is_international() {
            found.extend(triggers.iter().copied());
        }
        if is_bound_by_conditions(route, at.stage) {
            found.extend(conditions.iter().copied().map(Blocker::Condition));
        }
        found
    };
    let found: Vec<Vec<Blocker<'a>>> = progress
        .stages
        .iter()
        .enumerate()
        .map(|(place, at)| blockers(place, at))
        .collect();
    for (at, found) in progress.stages.iter_mut().zip(found) {
        if at.state == StageState::Possible && !found.is_empty() {
            at.state = StageState::NotYet;
        }
        at.blocked_by = found;
    }
}

/// The acts between States do not come next before it is determined which stages are needed.
fn open_trigger<'a>(at: &StageProgress<'a>) -> Option<Blocker<'a>> {
    let when = at.stage.condition.as_ref()?;
    (at.state == StageState::NotDetermined).then_some(Blocker::Trigger {
        trigger: when.trigger,
        stage: &at.stage.key,
    })
}

fn running_wait<'a>(at: &StageProgress<'a>) -> Option<Blocker<'a>> {
    let ends = at.wait().filter(|_| at.state == StageState::Current)?;
    Some(Blocker::Wait {
        stage: &at.stage.key,
        period: at.clock.as_ref()?.index,
        ends,
    })
}

/// Whether the conditions of the consent have to be met before this stage: the deposit, or the act that
/// stands for it.
fn is_bound_by_conditions(route: &Route, stage: &Stage) -> bool {
    match stage.kind {
        StageKind::Deposit => true,
        StageKind::InstrumentSignature => !route.has(StageKind::Deposit),
        _ => false,
    }
}

/// The conditions that gate the deposit and are open on a day, in the order in which they were attached to
/// the votes that count.
fn conditions_not_met<'a>(
    route: &Route,
    proceedings: &Proceedings,
    facts: &'a [Fact],
    day: Day,
) -> Vec<&'a ConsentCondition> {
    let attached: Vec<&ConsentCondition> = facts
        .iter()
        .enumerate()
        .filter(|(position, fact)| counts(route, proceedings, *position, fact))
        .filter_map(|(_, fact)| match fact.act() {
            Some(Act::VoteTaken(vote)) if vote.ruling != Ruling::Lost => Some(&vote.conditions),
            Some(_) | None => None,
        })
        .flatten()
        .collect();
    // What is on record has happened by the day, also where it is not known when.
    let met = facts.iter().filter_map(|fact| match fact.act() {
        Some(Act::ConditionMet(met)) => Some((&met.condition, fact.date().latest().unwrap_or(day))),
        Some(_) | None => None,
    });
    match Checklist::of_vote(attached.iter().copied(), met).may_deposit(day) {
        MayDeposit::Yes => Vec::new(),
        MayDeposit::Open(open) => open
            .iter()
            .filter_map(|key| attached.iter().find(|one| one.condition == *key).copied())
            .collect(),
    }
}

/// Whether a fact is at a stage of the route at which it counts.
fn counts(route: &Route, proceedings: &Proceedings, position: usize, fact: &Fact) -> bool {
    let mut stages = route.stages.iter().enumerate();
    stages.any(|(place, stage)| {
        fact.statement.stage.as_ref() == Some(&stage.key)
            && proceedings.stands(position, place)
            && proceedings.is_on_route(position, stage)
    })
}
