//! Which facts at a stage still count: those of a route left since, and of proceedings that begin
//! again, do not.

use crate::act::Act;
use crate::name::Key;
use crate::procedure::progress::evidence;
use crate::procedure::progress::order::Order;
use crate::procedure::{Followed, OnFailure, Route, Stage, StageKind};
use crate::snapshot::Fact;
use crate::status::NationalStatus;

/// The proceedings of a route.
#[derive(Debug, Clone)]
pub(super) struct Proceedings {
    /// For each fact whether it happened on the route that is followed.
    on_this_route: Vec<bool>,
    /// For each stage the number of facts before which its proceedings are set aside.
    set_aside_before: Vec<usize>,
}

impl Proceedings {
    /// The proceedings on the route that is followed, with what its failures set aside: a treaty that
    /// goes back to the committee is dealt with again from there on.
    pub fn of(followed: &Followed, order: &Order, facts: &[Fact]) -> Self {
        let route = followed.route.as_ref();
        let mut proceedings = Self {
            on_this_route: on_route(followed, facts),
            set_aside_before: vec![0; route.stages.len()],
        };
        for (position, fact) in facts.iter().enumerate() {
            let Some(place) = route
                .stages
                .iter()
                .position(|stage| fact.statement.stage.as_ref() == Some(&stage.key))
            else {
                continue;
            };
            let Some(stage) = route.stages.get(place) else {
                continue;
            };
            if !proceedings.is_on_route(position, stage) {
                continue;
            }
            let known = facts.get(..=position).unwrap_or(facts);
            let begins_again = evidence::failure(stage, fact, known)
                .and_then(|on_failure| begins_again(route, place, on_failure));
            if let Some(first) = begins_again {
                for again in first..=place {
                    let is_between = (again == first || order.comes_after(again, first))
                        && (again == place || order.comes_after(place, again));
                    if is_between {
                        proceedings.set_aside(again, position + 1);
                    }
                }
            }
        }
        proceedings
    }

    /// Sets aside what happened at a stage before this many of the facts.
    pub fn set_aside(&mut self, place: usize, before: usize) {
        if let Some(known) = self.set_aside_before.get_mut(place) {
            *known = before.max(*known);
        }
    }

    /// Whether a stage was passed before proceedings that began again, and does not begin again itself.
    pub fn came_before(&self, place: usize, order: &Order) -> bool {
        self.set_aside_before.get(place) == Some(&0)
            && self
                .set_aside_before
                .iter()
                .enumerate()
                .any(|(later, before)| *before > 0 && order.comes_after(later, place))
    }

    /// The national side where the last stage reported may have been set aside: the procedure is at the
    /// last stage that has not.
    pub fn reached(
        &self,
        route: &Route,
        facts: &[Fact],
        national: NationalStatus,
    ) -> NationalStatus {
        let NationalStatus::UnderWay(Some(_)) = national else {
            return national;
        };
        let stands = |position: usize, key: &Key| {
            let mut stages = route.stages.iter().enumerate();
            stages.any(|(place, stage)| {
                stage.key == *key
                    && self.is_on_route(position, stage)
                    && self.stands(position, place)
            })
        };
        let last = facts.iter().enumerate().rev().find_map(|(position, fact)| {
            let key = fact.statement.stage.as_ref()?;
            let is_announced = matches!(fact.act(), Some(Act::StepScheduled(_)));
            (!is_announced && stands(position, key)).then(|| key.clone())
        });
        NationalStatus::UnderWay(last)
    }

    /// Whether a fact at a stage happened on this route, or is one that any route needs.
    pub fn is_on_route(&self, position: usize, stage: &Stage) -> bool {
        serves_any_route(stage.kind) || self.on_this_route.get(position) != Some(&false)
    }

    /// Whether a fact at the stage in this place has not been set aside.
    pub fn stands(&self, position: usize, place: usize) -> bool {
        self.set_aside_before
            .get(place)
            .is_none_or(|before| position >= *before)
    }
}

/// Whether an act at a stage of this kind serves another route that has the same stage: a vote on one
/// instrument is none on another, but the government has decided, and been advised, once.
fn serves_any_route(kind: StageKind) -> bool {
    match kind {
        StageKind::GovernmentDecision
        | StageKind::AdvisoryReview
        | StageKind::InstrumentSignature
        | StageKind::Deposit => true,
        StageKind::Tabling
        | StageKind::Committee
        | StageKind::ChamberVote
        | StageKind::JointSittingVote
        | StageKind::RegionalVote
        | StageKind::ConstitutionalReview
        | StageKind::Referendum
        | StageKind::PresidentialOrRoyalAssent
        | StageKind::PromulgationPublication => false,
    }
}

/// For each fact whether the route that was followed when it happened is the one followed now.
fn on_route(followed: &Followed, facts: &[Fact]) -> Vec<bool> {
    let usual = followed.procedure.default_route().map(|route| &route.key);
    let mut route: Option<&Key> = usual;
    facts
        .iter()
        .map(|fact| {
            match fact.act() {
                Some(Act::ProcedureAdopted(adopted)) => route = adopted.route.as_ref().or(usual),
                Some(Act::RouteChosen(chosen)) => route = Some(&chosen.route),
                Some(_) | None => {}
            }
            route == Some(&followed.route.key)
        })
        .collect()
}

/// The place of the stage from which a route begins again after this failure; `None` if it goes on, or
/// does not.
fn begins_again(route: &Route, place: usize, on_failure: &OnFailure) -> Option<usize> {
    match on_failure {
        OnFailure::Goto(target) => {
            let target = route.stages.iter().position(|stage| stage.key == *target)?;
            (target <= place).then_some(target)
        }
        OnFailure::ReturnToCommittee => committee_before(route, place),
        OnFailure::Stop
        | OnFailure::Continue
        | OnFailure::Override
        | OnFailure::Loop
        | OnFailure::SwitchRoute(_) => None,
    }
}

/// The nearest committee before a stage, of the same chamber if the stage is of one.
pub(in crate::procedure) fn committee_before(route: &Route, place: usize) -> Option<usize> {
    let chamber = route.stages.get(place)?.chamber.as_ref();
    let before = route.stages.get(..place)?;
    before.iter().rposition(|stage| {
        stage.kind == StageKind::Committee
            && (chamber.is_none() || stage.chamber.as_ref() == chamber)
    })
}
