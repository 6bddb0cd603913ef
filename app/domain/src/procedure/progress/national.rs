//! What the stages amount to: the national side as a whole.

use crate::act::{Act, Outcome};
use crate::legal_date::LegalDate;
use crate::procedure::Route;
use crate::procedure::progress::evidence::Passed;
use crate::procedure::progress::order::{self, Course, Order};
use crate::procedure::progress::{Ground, StageState};
use crate::snapshot::{Fact, standing};
use crate::status::NationalStatus;
use crate::text::Text;

/// What was said of the procedure as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole<'a> {
    /// Nothing that still holds.
    NothingSaid,
    /// It was completed, by this fact.
    Completed(&'a Fact),
    /// It failed.
    Failed,
    /// It was not required, on this ground.
    NotRequired(&'a Text),
}

impl<'a> Whole<'a> {
    /// The last word on the whole. One that failed or was not required, and has been begun after
    /// that, is open again.
    pub fn of(facts: &'a [Fact]) -> Self {
        facts
            .iter()
            .fold(Self::NothingSaid, |whole, fact| match (fact.act(), whole) {
                (Some(Act::ProcedureConcluded(concluded)), _) => match concluded.outcome {
                    Outcome::Completed => Self::Completed(fact),
                    Outcome::Failed => Self::Failed,
                },
                (Some(Act::StepNotRequired(not_required)), _) if fact.statement.stage.is_none() => {
                    Self::NotRequired(&not_required.ground)
                }
                (
                    Some(
                        Act::StepBegun(_)
                        | Act::VoteTaken(_)
                        | Act::StepConcluded(_)
                        | Act::DepartureRecorded(_),
                    ),
                    Self::Failed | Self::NotRequired(_),
                ) => Self::NothingSaid,
                (_, whole) => whole,
            })
    }

    /// The state of a stage before the signature of the instrument, with what was said of the whole.
    pub fn applied_to(self, state: Option<StageState<'a>>) -> Option<StageState<'a>> {
        match (self, state) {
            (Self::Completed(_), Some(StageState::Current)) => Some(StageState::Done),
            (Self::Completed(_), None) => Some(StageState::NotReported),
            (Self::NotRequired(ground), None | Some(StageState::Current)) => {
                Some(StageState::Skipped {
                    ground: Ground::NotRequired(ground),
                })
            }
            (_, state) => state,
        }
    }
}

/// The date on which the procedure was completed: that of the last stage before the signature of the
/// instrument, or of the several that nothing waited for.
pub(super) fn completed(
    route: &Route,
    order: &Order,
    states: &[StageState<'_>],
    passed: &[Option<&Passed<'_>>],
    whole: Whole<'_>,
) -> Option<LegalDate> {
    match whole {
        Whole::Completed(fact) => return Some(fact.date().clone()),
        Whole::Failed | Whole::NotRequired(_) => return None,
        Whole::NothingSaid => {}
    }
    let before: Vec<(usize, StageState<'_>, Option<&LegalDate>)> = route
        .stages
        .iter()
        .zip(states)
        .zip(passed)
        .enumerate()
        .filter(|(_, ((stage, _), _))| order::is_before_signature(route, stage))
        .map(|(place, ((_, state), passed))| (place, *state, passed.and_then(Passed::date)))
        .collect();
    let is_settled =
        |state: StageState<'_>| state.is_passed() && state != StageState::NotDetermined;
    if !before.iter().all(|(_, state, _)| is_settled(*state)) {
        return None;
    }
    let done: Vec<(usize, &LegalDate)> = before
        .iter()
        .filter_map(|(place, _, date)| Some((*place, (*date)?)))
        .collect();
    // The latest of the last ones; if the date of one of them is not known, neither is the answer.
    done.iter()
        .filter(|(place, _)| {
            !done
                .iter()
                .any(|(later, _)| order.comes_after(*later, *place))
        })
        .map(|(_, date)| (*date).clone())
        .max_by_key(|date| (date.latest().is_none(), date.latest()))
}

/// The national side.
pub(super) fn status(
    facts: &[Fact],
    whole: Whole<'_>,
    course: Course,
    completed: Option<&LegalDate>,
) -> NationalStatus {
    match (whole, course, completed) {
        (Whole::Completed(_), ..) | (Whole::NothingSaid, Course::Open, Some(_)) => {
            NationalStatus::Completed
        }
        (Whole::NotRequired(_), ..) => NationalStatus::NotRequired,
        (Whole::Failed, ..) | (_, Course::Stopped, _) => NationalStatus::Failed,
        (Whole::NothingSaid, Course::Open, None) => match standing::national(facts) {
            // A step failed that does not stop the procedure, or a vote can be taken again.
            NationalStatus::Failed | NationalStatus::Completed | NationalStatus::NotRequired => {
                let last = facts
                    .iter()
                    .rev()
                    .find_map(|fact| fact.statement.stage.clone());
                NationalStatus::UnderWay(last)
            }
            status @ (NationalStatus::NoInformation
            | NationalStatus::NotBegun
            | NationalStatus::UnderWay(_)) => status,
        },
    }
}
