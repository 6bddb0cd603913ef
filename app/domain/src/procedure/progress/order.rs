//! Which stage waits for which.

use std::collections::BTreeSet;

use crate::name::Key;
use crate::procedure::progress::StageState;
use crate::procedure::{ChamberRole, Procedure, Route, Stage, StageKind};

/// For each stage the places of those that it waits for, itself or through others.
#[derive(Debug, Clone)]
pub(in crate::procedure) struct Order {
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
const MOVED: [StateKind; 3] = [StateKind::Done, StateKind::Current, StateKind::Failed];

/// A state without its ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StateKind {
    Done,
    Current,
    Failed,
    Other,
}

impl StateKind {
    fn of(state: StageState<'_>) -> Self {
        match state {
            StageState::Done => Self::Done,
            StageState::Current => Self::Current,
            StageState::Failed => Self::Failed,
            StageState::Possible
            | StageState::NotYet
            | StageState::NotReported
            | StageState::Skipped { .. }
            | StageState::IfCalledFor
            | StageState::NotDetermined => Self::Other,
        }
    }
}

impl Order {
    /// The order of a route.
    ///
    /// A stage waits for all before it, but for those that run beside it and, where the file says that
    /// either house may begin, those of the other house.
    pub fn of(procedure: &Procedure, route: &Route) -> Self {
        let direct: Vec<BTreeSet<usize>> = (0..route.stages.len())
            .map(|place| direct(procedure, route, place))
            .collect();
        let before = closed(direct);
        let is_unrecorded = |place: &usize| {
            let stage = route.stages.get(*place);
            stage.is_some_and(|stage| stage.kind == StageKind::InstrumentSignature)
                && route.has(StageKind::Deposit)
        };
        let holding_up = route
            .stages
            .iter()
            .zip(&before)
            .map(|(stage, before)| {
                let mut before = before.clone();
                if !stage.kind.is_international() {
                    before.retain(|place| !is_unrecorded(place));
                }
                before
            })
            .collect();
        Self { before, holding_up }
    }

    /// The keys of the stages that wait for themselves through others, so that nothing leads to them.
    pub fn unreachable(&self, route: &Route) -> Vec<Key> {
        let stages = route.stages.iter().enumerate();
        stages
            .filter(|(place, _)| {
                let waits_for_itself = |place: usize| self.comes_after(place, place);
                let mut before = (0..route.stages.len())
                    .filter(|other| other == place || self.comes_after(*place, *other));
                before.any(waits_for_itself)
            })
            .map(|(_, stage)| stage.key.clone())
            .collect()
    }

    /// What can hold a stage up.
    pub fn held_up_by(&self, place: usize) -> impl Iterator<Item = usize> {
        self.holding_up.get(place).into_iter().flatten().copied()
    }

    /// Whether one stage waits for the other.
    pub fn comes_after(&self, later: usize, earlier: usize) -> bool {
        self.before
            .get(later)
            .is_some_and(|places| places.contains(&earlier))
    }

    /// The places of the stages that a stage still waits for.
    pub fn outstanding(
        &self,
        place: usize,
        states: &[StageState<'_>],
    ) -> impl Iterator<Item = usize> {
        let is_open = |other: &usize| states.get(*other).is_some_and(|state| !state.is_passed());
        self.held_up_by(place).filter(is_open)
    }

    /// The states of all stages, from those that are known.
    pub(super) fn settle<'a>(
        &self,
        known: &[Option<StageState<'a>>],
        course: Course,
    ) -> Vec<StageState<'a>> {
        let is = |place: usize, wanted: &[StateKind]| {
            let state = known.get(place).copied().flatten();
            state.is_some_and(|state| wanted.contains(&StateKind::of(state)))
        };
        let later = |place: usize, wanted: &[StateKind]| {
            (0..known.len()).any(|later| is(later, wanted) && self.comes_after(later, place))
        };
        // What a later stage waited for has taken place, or was passed over, reported or not.
        let reported = |place: usize, state: &Option<StageState<'a>>| match state {
            Some(StageState::Current) if later(place, &[StateKind::Done]) => Some(StageState::Done),
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

/// The places of the stages that a stage itself waits for.
fn direct(procedure: &Procedure, route: &Route, place: usize) -> BTreeSet<usize> {
    let Some(stage) = route.stages.get(place) else {
        return BTreeSet::new();
    };
    let beside = stage.parallel_with.as_ref();
    let begins = beside
        .and_then(|key| route.stages.iter().position(|other| other.key == *key))
        .unwrap_or(place);
    route
        .stages
        .iter()
        .enumerate()
        .take(begins)
        .filter(|(other, before)| {
            let runs_beside = before.parallel_with.is_some()
                && before.parallel_with.as_ref() == beside.or(Some(&stage.key));
            *other != place && !runs_beside && !is_free(procedure, route, before, stage)
        })
        .map(|(other, _)| other)
        .collect()
}

/// With what those wait for that a stage waits for.
fn closed(mut places: Vec<BTreeSet<usize>>) -> Vec<BTreeSet<usize>> {
    loop {
        let wider: Vec<BTreeSet<usize>> = places
            .iter()
            .map(|direct| {
                let through = direct.iter().filter_map(|other| places.get(*other));
                through.flatten().chain(direct).copied().collect()
            })
            .collect();
        if wider == places {
            return places;
        }
        places = wider;
    }
}

/// Whether a stage of one chamber need not wait for a stage of another: it runs beside, or either
/// house may begin.
fn is_free(procedure: &Procedure, route: &Route, before: &Stage, stage: &Stage) -> bool {
    let (Some(one), Some(other)) = (&before.chamber, &stage.chamber) else {
        return false;
    };
    let is_house = |key: &Key| {
        procedure
            .chamber(key)
            .is_some_and(|chamber| matches!(chamber.role, ChamberRole::Lower | ChamberRole::Upper))
    };
    let is_beside = stage.parallel_with.is_some();
    one != other && (is_beside || (route.either_house_first && is_house(one) && is_house(other)))
}
