//! Which stage waits for which.

use std::collections::BTreeSet;

use crate::name::Key;
use crate::procedure::progress::StageState;
use crate::procedure::{ChamberRole, Procedure, Route, Stage, StageEffect, StageKind};

/// Which stage waits for which, by their places on the route.
#[derive(Debug, Clone)]
pub(super) struct Order {
    /// For each stage those that it waits for, itself or through others.
    before: Vec<BTreeSet<usize>>,
    /// For each stage those of them that can hold it up.
    ///
    /// Nobody records the signature of an instrument that is deposited later: the deposit tells it. So
    /// it holds up the deposit, and no stage of the State itself, such as a publication in between.
    holding_up: Vec<BTreeSet<usize>>,
}

/// Whether the procedure can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    /// It can.
    Open,
    /// It was stopped.
    Stopped,
}

/// Whether a stage comes before the instrument is signed, or the route ends without that.
pub(super) fn is_before_signature(route: &Route, stage: &Stage) -> bool {
    let signature = route
        .stages
        .iter()
        .find(|stage| stage.kind == StageKind::InstrumentSignature);
    signature.is_none_or(|signature| stage.order < signature.order)
}

/// States of a stage that has begun, at least.
const MOVED: [StageState<'static>; 3] = [StageState::Done, StageState::Current, StageState::Failed];

impl Order {
    /// The order of a route.
    ///
    /// A stage waits for all before it, but for those that run beside it. Which of two houses begins
    /// is not in the files, and in some States it is free: so a house does not wait for the other,
    /// unless it objects to what the other did.
    pub fn of(procedure: &Procedure, route: &Route) -> Self {
        let mut places: Vec<BTreeSet<usize>> = Vec::new();
        for (place, stage) in route.stages.iter().enumerate() {
            let beside = stage.parallel_with.as_ref();
            let begins = beside
                .and_then(|key| route.stages.iter().position(|other| other.key == *key))
                .unwrap_or(place);
            let direct = route
                .stages
                .iter()
                .enumerate()
                .take(begins)
                .filter(|(other, before)| {
                    let runs_beside = before.parallel_with.is_some()
                        && before.parallel_with.as_ref() == beside.or(Some(&stage.key));
                    *other != place && !runs_beside && !is_free(procedure, before, stage)
                });
            let direct: BTreeSet<usize> = direct.map(|(other, _)| other).collect();
            // Those before are complete already: what they wait for, this one waits for.
            let through = direct
                .iter()
                .filter_map(|other| places.get(*other))
                .flatten();
            let all = through.copied().chain(direct.iter().copied()).collect();
            places.push(all);
        }
        let is_unrecorded = |place: &usize| {
            let stage = route.stages.get(*place);
            stage.is_some_and(|stage| stage.kind == StageKind::InstrumentSignature)
                && route.has(StageKind::Deposit)
        };
        let holding_up = route
            .stages
            .iter()
            .zip(&places)
            .map(|(stage, before)| {
                let mut before = before.clone();
                if !stage.kind.is_international() {
                    before.retain(|place| !is_unrecorded(place));
                }
                before
            })
            .collect();
        Self {
            before: places,
            holding_up,
        }
    }

    /// What can hold a stage up.
    fn held_up_by(&self, place: usize) -> impl Iterator<Item = usize> {
        self.holding_up.get(place).into_iter().flatten().copied()
    }

    /// Whether one stage waits for the other.
    pub fn comes_after(&self, later: usize, earlier: usize) -> bool {
        self.before
            .get(later)
            .is_some_and(|places| places.contains(&earlier))
    }

    /// The keys of the stages that a stage still waits for.
    pub fn outstanding(&self, place: usize, route: &Route, states: &[StageState<'_>]) -> Vec<Key> {
        self.held_up_by(place)
            .filter(|other| states.get(*other).is_some_and(|state| !state.is_passed()))
            .filter_map(|other| route.stages.get(other))
            .map(|stage| stage.key.clone())
            .collect()
    }

    /// The states of all stages, from those that are known.
    pub fn settle<'a>(
        &self,
        known: &[Option<StageState<'a>>],
        course: Course,
    ) -> Vec<StageState<'a>> {
        let is = |place: usize, wanted: &[StageState<'_>]| {
            let state = known.get(place).copied().flatten();
            state.is_some_and(|state| wanted.contains(&state))
        };
        let later = |place: usize, wanted: &[StageState<'_>]| {
            (0..known.len()).any(|later| is(later, wanted) && self.comes_after(later, place))
        };
        // What a later stage waited for has taken place, or was passed over, reported or not.
        let reported = |place: usize, state: &Option<StageState<'a>>| match state {
            Some(StageState::Current) if later(place, &[StageState::Done]) => {
                Some(StageState::Done)
            }
            None if later(place, &MOVED) => Some(StageState::NotReported),
            state => *state,
        };
        let states: Vec<Option<StageState<'a>>> = known
            .iter()
            .enumerate()
            .map(|(place, state)| reported(place, state))
            .collect();
        let is_passed = |place: usize| {
            states
                .get(place)
                .copied()
                .flatten()
                .is_some_and(StageState::is_passed)
        };
        states
            .iter()
            .enumerate()
            .map(|(place, state)| match (state, course) {
                (Some(state), _) => *state,
                (None, Course::Open) if self.held_up_by(place).all(is_passed) => {
                    StageState::Possible
                }
                (None, _) => StageState::NotYet,
            })
            .collect()
    }
}

/// Whether a stage of one chamber need not wait for a stage of another.
fn is_free(procedure: &Procedure, before: &Stage, stage: &Stage) -> bool {
    let (Some(one), Some(other)) = (&before.chamber, &stage.chamber) else {
        return false;
    };
    if one == other {
        return false;
    }
    if stage.parallel_with.is_some() {
        return true;
    }
    let objects = matches!(
        stage.effect,
        StageEffect::SuspensiveVeto | StageEffect::AbsoluteVeto
    );
    let is_house = |key: &Key| {
        procedure
            .chamber(key)
            .is_some_and(|chamber| matches!(chamber.role, ChamberRole::Lower | ChamberRole::Upper))
    };
    is_house(one) && is_house(other) && !objects
}
