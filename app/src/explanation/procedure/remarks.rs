//! How a stage was passed, what it waits for and what stands in its way, in words.

use domain::name::Key;
use domain::procedure::{
    Awaits, Blocker, Followed, Ground, Passage, PassageEnd, Passed, StageProgress, StageState,
    WaitEnd,
};

use crate::say;
use crate::tracker::stage_name;
use crate::words::Words;

/// The remarks on a stage, each a sentence. Which stages it waits for is plain from their order, and is
/// not among them.
pub(crate) fn remarks(
    words: Words,
    followed: &Followed,
    progress: &StageProgress<'_>,
) -> Vec<String> {
    let passed = progress
        .passed
        .as_ref()
        .and_then(|how| passed(words, followed, how));
    let awaits = progress
        .awaits
        .as_ref()
        .and_then(|for_what| awaits(words, for_what));
    let blocked = progress
        .blocked_by
        .iter()
        // A period that runs at the stage itself stands there in full.
        .filter(|blocker| {
            !matches!(blocker, Blocker::Wait { stage, .. } if **stage == progress.stage.key)
        })
        .filter_map(|blocker| blocked(words, followed, blocker));
    let is_set_aside = |passage: &Passage<'_>| passage.end == Some(PassageEnd::SetAside);
    let set_aside = progress
        .passages
        .iter()
        .any(is_set_aside)
        .then(|| say!(words, "tracker-stage-set-aside"));
    skipped(words, progress.state)
        .into_iter()
        .chain(set_aside)
        .chain(passed)
        .chain(awaits)
        .chain(blocked)
        .collect()
}

fn name(words: Words, followed: &Followed, key: &Key) -> String {
    stage_name(words, followed, key).unwrap_or_else(|| key.to_string())
}

/// Why a stage did not take place, where nobody gave a ground.
fn skipped(words: Words, state: StageState<'_>) -> Option<String> {
    let StageState::Skipped { ground } = state else {
        return None;
    };
    match ground {
        Ground::NotCalledFor => Some(say!(words, "tracker-stage-ground-not-called-for")),
        Ground::NobodyObjected => Some(say!(words, "tracker-stage-ground-nobody-objected")),
        Ground::WindowClosed => Some(say!(words, "tracker-stage-ground-window-closed")),
        Ground::DoesNotApply(_) | Ground::NotRequired(_) => None,
    }
}

fn passed(words: Words, followed: &Followed, how: &Passed<'_>) -> Option<String> {
    match how {
        Passed::Completed(_) => None,
        Passed::AgainstTheTreaty(_) => Some(say!(words, "tracker-stage-passed-against")),
        Passed::Overcome(_) => Some(say!(words, "tracker-stage-passed-overcome")),
        Passed::Silence { on, .. } => on
            .latest()
            .map(|day| say!(words, "tracker-stage-passed-silence", day = words.day(day))),
        Passed::LeftFor(stage) => Some(say!(
            words,
            "tracker-stage-passed-left",
            stage = name(words, followed, stage)
        )),
        Passed::Departure(_) => Some(say!(words, "tracker-stage-passed-departure")),
    }
}

fn awaits(words: Words, for_what: &Awaits<'_>) -> Option<String> {
    match for_what {
        // What blocks the others says it.
        Awaits::End | Awaits::Route(_) => None,
        Awaits::Reading { passed, of } => Some(say!(
            words,
            "tracker-stage-awaits-reading",
            passed = *passed,
            of = *of
        )),
        Awaits::Override { by, .. } => Some(say!(
            words,
            "tracker-stage-awaits-override",
            body = by.body.as_str()
        )),
        Awaits::Repetition => Some(say!(words, "tracker-stage-awaits-repetition")),
    }
}

fn blocked(words: Words, followed: &Followed, by: &Blocker<'_>) -> Option<String> {
    match by {
        Blocker::Stage(_) => None,
        Blocker::Failed(stage) => Some(say!(
            words,
            "tracker-stage-blocked-failed",
            stage = name(words, followed, stage)
        )),
        Blocker::Procedure => Some(say!(words, "tracker-stage-blocked-procedure")),
        Blocker::Route(route) => {
            let found = followed.procedure.route(route);
            let route = found.map_or_else(|| route.to_string(), |of| of.name.as_str().to_owned());
            Some(say!(words, "tracker-stage-blocked-route", route = route))
        }
        Blocker::Trigger { stage, .. } => Some(say!(
            words,
            "tracker-stage-blocked-trigger",
            stage = name(words, followed, stage)
        )),
        Blocker::Wait { stage, ends, .. } => {
            let stage = name(words, followed, stage);
            Some(match ends {
                WaitEnd::On(day) => say!(
                    words,
                    "tracker-stage-blocked-wait",
                    day = words.day(*day),
                    stage = stage
                ),
                WaitEnd::NotBefore(day) => say!(
                    words,
                    "tracker-stage-blocked-wait-at-best",
                    day = words.day(*day),
                    stage = stage
                ),
                WaitEnd::NotKnown => {
                    say!(words, "tracker-stage-blocked-wait-unknown", stage = stage)
                }
            })
        }
        Blocker::Condition(condition) => Some(say!(
            words,
            "tracker-stage-blocked-condition",
            condition = condition.text.body.as_str()
        )),
    }
}
