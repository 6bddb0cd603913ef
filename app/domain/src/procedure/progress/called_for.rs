//! Whether a stage that takes place only in some cases takes place.

use crate::act::Act;
use crate::calendar::Clock;
use crate::procedure::determination::{Answer, Determinations};
use crate::procedure::progress::StageState;
use crate::procedure::progress::clock;
use crate::procedure::{Likelihood, PeriodKind, Stage, StageEffect, When};
use crate::snapshot::Fact;
use crate::text::Text;

/// Why a stage does not take place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground<'a> {
    /// Nothing had called for it when the next decisive step was done.
    NotCalledFor,
    /// Nobody had objected when the next decisive step was done.
    NobodyObjected,
    /// Nobody called for it in the time set for that.
    WindowClosed,
    /// Its case was determined not to apply.
    DoesNotApply(&'a Text),
    /// It, or the whole procedure, was said not to be required.
    NotRequired(&'a Text),
}

/// The state of a stage that nothing has begun; `None` if it takes place, so that its state hangs on
/// the other stages.
pub(super) fn state<'a>(
    stage: &Stage,
    here: &[&Fact],
    clock: Option<&Clock<'_>>,
    facts: &'a [Fact],
) -> Option<StageState<'a>> {
    let is_touched = here.iter().any(|fact| match fact.act() {
        Some(Act::ClockStarted(clock)) => !clock::is_window(stage, clock.period),
        Some(Act::ClockExtended(clock)) => !clock::is_window(stage, clock.period),
        _ => true,
    });
    if !stage.optional || is_touched {
        return None;
    }
    let Some(when) = &stage.condition else {
        return Some(StageState::IfCalledFor);
    };
    match Determinations::now(facts).answer(when.trigger) {
        Answer::Yes(_) => None,
        Answer::No(ground) => Some(StageState::Skipped {
            ground: Ground::DoesNotApply(ground),
        }),
        Answer::NotDetermined if clock.and_then(clock::over_from).is_some() => {
            Some(StageState::Skipped {
                ground: Ground::WindowClosed,
            })
        }
        Answer::NotDetermined if needs_determination(stage, when) => {
            Some(StageState::NotDetermined)
        }
        Answer::NotDetermined => Some(StageState::IfCalledFor),
    }
}

/// The state with what was decided since: who completes the procedure, or consents, has answered the
/// question whether the stage is needed, and a stage for which nobody called comes too late once a
/// decisive step that follows it has been taken.
pub(super) fn passed_over<'a>(
    of: &Stage,
    state: Option<StageState<'a>>,
    is_answered: bool,
    is_passed_over: bool,
) -> Option<StageState<'a>> {
    match state {
        Some(StageState::NotDetermined) if is_answered => Some(StageState::Skipped {
            ground: Ground::NotCalledFor,
        }),
        Some(StageState::IfCalledFor) if is_passed_over => Some(StageState::Skipped {
            ground: if of.awaits_an_objection() {
                Ground::NobodyObjected
            } else {
                Ground::NotCalledFor
            },
        }),
        state => state,
    }
}

/// Whether this is a step after which a stage that nobody called for comes too late.
pub(super) fn is_decisive(stage: &Stage) -> bool {
    stage.kind.is_international() || can_stop(stage)
}

fn can_stop(stage: &Stage) -> bool {
    match stage.effect {
        StageEffect::Decisive | StageEffect::SuspensiveVeto | StageEffect::AbsoluteVeto => true,
        StageEffect::Gate | StageEffect::Advisory | StageEffect::Waiting | StageEffect::Formal => {
            false
        }
    }
}

/// Whether silence on the case of an optional stage leaves open if the procedure is completed: the
/// stage can stop the treaty, and its case hangs on the treaty's text and is not unlikely, or a
/// period runs in which somebody will likely call for it.
fn needs_determination(stage: &Stage, when: &When) -> bool {
    let has_window = || {
        let mut periods = stage.periods.iter();
        periods.any(|period| period.kind == PeriodKind::Window)
    };
    can_stop(stage)
        && match when.likelihood_for_guarantee {
            Some(Likelihood::Likely) => when.trigger.is_of_the_treaty() || has_window(),
            Some(Likelihood::Possible) => when.trigger.is_of_the_treaty(),
            Some(Likelihood::Unlikely) | None => false,
        }
}
