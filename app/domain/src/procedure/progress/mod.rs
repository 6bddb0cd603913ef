//! How far a participant's procedure is.
//!
//! Which facts at a stage count is in `proceedings.rs` and `end_of_congress.rs`, what they say of it in
//! `evidence.rs`, which stage waits for which in `order.rs`, whether a stage that takes place only in
//! some cases does so in `called_for.rs`, which periods run in `clock.rs`, what the stages amount to in
//! `national.rs`, what stands in their way in `blocked.rs`, and what may come next in `possible.rs` and
//! `refusal.rs`.

mod blocked;
mod called_for;
mod clock;
mod end_of_congress;
mod evidence;
mod national;
mod order;
mod possible;
mod proceedings;
mod refusal;

pub use blocked::Blocker;
pub use called_for::Ground;
pub use clock::WaitEnd;
pub use end_of_congress::{EndEffect, EndOfCongress};
pub use evidence::{Awaits, Passage, PassageEnd, Passed};
pub use possible::{Possible, PossibleAct, possible_acts};
pub use refusal::{Refusal, check_act};

pub(super) use order::Order;
pub(super) use proceedings::committee_before;

use self::evidence::Evidence;
use self::national::Whole;
use self::order::Course;
use self::proceedings::Proceedings;
use crate::act::{Act, ActGroup, DepartureRecorded, Signature, VoteTaken};
use crate::calendar::{self, Clock};
use crate::day::Day;
use crate::legal_date::LegalDate;
use crate::name::Key;
use crate::procedure::{Determinations, Followed, InForce, OnFailure, Route, Stage, StageKind};
use crate::snapshot::Fact;
use crate::status::{InternationalStatus, NationalStatus};

/// How far a participant's procedure is at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The procedure it follows.
    pub followed: &'a Followed,
    /// The day.
    pub day: Day,
    /// Each stage of its route, in order.
    pub stages: Vec<StageProgress<'a>>,
    /// National acts at no stage of this route, such as those of a route left since.
    pub elsewhere: Vec<&'a Fact>,
    /// When the national procedure was completed, if it was. The date may be unknown.
    pub completed: Option<LegalDate>,
    /// The Congress with whose end proceedings ended, if they did (United States).
    pub end_of_congress: Option<EndOfCongress>,
    /// The national side as a whole.
    pub national: NationalStatus,
    /// The international side, as it was given.
    pub international: InternationalStatus,
}

/// How far a stage is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageProgress<'a> {
    /// The stage.
    pub stage: &'a Stage,
    /// Its state.
    pub state: StageState<'a>,
    /// What was published about it, in the order in which it happened. At `deposit` that is the
    /// consent; a route without a deposit has it at `instrument_signature`.
    pub facts: Vec<&'a Fact>,
    /// The same by passages: each reading, each repetition, each return to the committee apart.
    pub passages: Vec<Passage<'a>>,
    /// How it was passed, where a fact or a period at the stage shows it.
    pub passed: Option<Passed<'a>>,
    /// What it waits for, if it has begun.
    pub awaits: Option<Awaits<'a>>,
    /// What stands in its way.
    pub blocked_by: Vec<Blocker<'a>>,
    /// The period that was started last in its present passage.
    pub clock: Option<Clock<'a>>,
    /// The majorities by which it is passed, as far as is known which of them apply.
    pub majorities: InForce<'a>,
}

/// The state of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageState<'a> {
    /// Done; [`StageProgress::passed`] says how: as the treaty needs it, by silence, by a departure.
    Done,
    /// Begun, and not yet over; [`StageProgress::awaits`] says what for.
    Current,
    /// What it waits for is done: it may come next.
    Possible,
    /// It is blocked; [`StageProgress::blocked_by`] says by what.
    NotYet,
    /// Nothing is on record of it, though a later stage is done or the procedure completed.
    NotReported,
    /// It takes place only in a case of which nobody has said that it is this one.
    IfCalledFor,
    /// It does not take place.
    Skipped {
        /// On which ground.
        ground: Ground<'a>,
    },
    /// It is decisive where its case applies, and nobody has determined whether that is so.
    NotDetermined,
    /// It stopped the treaty.
    Failed,
}

impl StageState<'_> {
    /// Whether the other stages that wait for it need wait no longer. One of which it is not
    /// determined whether it is needed holds up the completion, and not the stages after it.
    pub fn is_passed(self) -> bool {
        match self {
            Self::Done
            | Self::NotReported
            | Self::IfCalledFor
            | Self::Skipped { .. }
            | Self::NotDetermined => true,
            Self::Current | Self::Possible | Self::NotYet | Self::Failed => false,
        }
    }
}

impl<'a> StageProgress<'a> {
    /// The departure from the procedure recorded here, if there is one; the last one.
    pub fn departure(&self) -> Option<&'a DepartureRecorded> {
        self.facts.iter().rev().find_map(|fact| match fact.act() {
            Some(Act::DepartureRecorded(departure)) => Some(departure),
            Some(_) | None => None,
        })
    }

    /// The votes taken here, in order.
    pub fn votes(&self) -> impl Iterator<Item = (&'a Fact, &'a VoteTaken)> {
        self.facts.iter().filter_map(|fact| match fact.act() {
            Some(Act::VoteTaken(vote)) => Some((*fact, vote)),
            Some(_) | None => None,
        })
    }

    /// When a period is over that has to be waited for before the stage can be passed, if one runs.
    pub fn wait(&self) -> Option<WaitEnd> {
        self.clock.as_ref().and_then(clock::wait)
    }
}

impl<'a> Progress<'a> {
    /// A stage of the route.
    pub fn stage(&self, key: &Key) -> Option<&StageProgress<'a>> {
        self.stages
            .iter()
            .find(|progress| progress.stage.key == *key)
    }

    /// The keys of the stages that a stage of the route still waits for.
    pub fn waiting_for(&self, key: &Key) -> Vec<Key> {
        let route = self.followed.route.as_ref();
        let states: Vec<StageState<'_>> = self.stages.iter().map(|at| at.state).collect();
        let place = route.stages.iter().position(|stage| stage.key == *key);
        let order = Order::of(&self.followed.procedure, route);
        place.map_or_else(Vec::new, |place| {
            order
                .outstanding(place, &states)
                .filter_map(|other| route.stages.get(other))
                .map(|stage| stage.key.clone())
                .collect()
        })
    }

    /// The route that has to be chosen before anything goes on, if a stage leads to another one.
    pub fn awaited_route(&self) -> Option<&'a Key> {
        self.stages.iter().find_map(|stage| match stage.awaits {
            Some(Awaits::Route(route)) => Some(route),
            Some(_) | None => None,
        })
    }
}

/// A stage with what its own facts say of it.
struct AtStage<'a> {
    stage: &'a Stage,
    facts: Vec<&'a Fact>,
    passages: Vec<Passage<'a>>,
    clock: Option<Clock<'a>>,
    evidence: Evidence<'a>,
}

/// How far the procedure is at the end of a day, by the facts of the participant up to it, all of which
/// stand, in the order in which they happened.
///
/// The international side is not recorded twice: consent to be bound is the deposit, and the
/// instrument deposited was signed before. Where a route has no deposit, the signature is enough.
/// What the register says of consent tells nothing of the national procedure, whose completion is
/// computed without it.
pub fn progress<'a>(
    followed: &'a Followed,
    facts: &'a [Fact],
    international: InternationalStatus,
    day: Day,
) -> Progress<'a> {
    let route = followed.route.as_ref();
    let order = Order::of(&followed.procedure, route);
    let mut proceedings = Proceedings::of(followed, &order, facts);
    let whole = Whole::of(facts);
    // A period that leaves the range of days ends on none of them.
    let clocks = calendar::clocks(followed, facts, day).unwrap_or_default();
    let end_of_congress = end_of_congress::set_aside(
        &mut proceedings,
        followed,
        facts,
        &clocks,
        (whole, international),
        day,
    );
    let mut at_stages: Vec<AtStage<'a>> = route
        .stages
        .iter()
        .enumerate()
        .map(|(place, stage)| AtStage::read(&proceedings, route, (place, stage), facts, &clocks))
        .collect();
    take_the_place(&mut at_stages);
    let known = known(
        route,
        (&order, &proceedings),
        &at_stages,
        facts,
        whole,
        international,
    );
    let course = if matches!(whole, Whole::Failed) || known.contains(&Some(StageState::Failed)) {
        Course::Stopped
    } else {
        Course::Open
    };
    let by_itself = order.settle(&known, course);
    let passed: Vec<Option<&Passed<'_>>> = at_stages.iter().map(AtStage::passed).collect();
    let completed = national::completed(route, &order, &by_itself, &passed, whole);
    let national = national::status(facts, whole, course, completed.as_ref());
    let national = match end_of_congress {
        Some(_) => proceedings.reached(route, facts, national),
        None => national,
    };
    let with_consent: Vec<Option<StageState<'a>>> = known
        .iter()
        .zip(&route.stages)
        .map(|(state, stage)| {
            if is_satisfied(stage, route, international) {
                Some(StageState::Done)
            } else {
                *state
            }
        })
        .collect();
    let settled = order.settle(&with_consent, course);
    let stages = at_stages
        .into_iter()
        .zip(settled)
        .map(|(at, state)| at.in_state(state, facts))
        .collect();
    let mut progress = Progress {
        followed,
        day,
        stages,
        elsewhere: facts
            .iter()
            .enumerate()
            .filter(|(position, fact)| is_elsewhere(fact, *position, route, &proceedings))
            .map(|(_, fact)| fact)
            .collect(),
        completed,
        end_of_congress,
        national,
        international,
    };
    blocked::block(&mut progress, &order, &proceedings, facts, whole);
    progress
}

impl<'a> AtStage<'a> {
    fn read(
        proceedings: &Proceedings,
        route: &Route,
        (place, stage): (usize, &'a Stage),
        facts: &'a [Fact],
        clocks: &[Clock<'a>],
    ) -> Self {
        let here: Vec<(usize, &Fact)> = facts
            .iter()
            .enumerate()
            .filter(|(position, fact)| {
                is_about(fact, stage, route) && proceedings.is_on_route(*position, stage)
            })
            .collect();
        let (standing, set_aside): (Vec<_>, Vec<_>) = here
            .iter()
            .partition(|(position, _)| proceedings.stands(*position, place));
        let mut passages: Vec<Passage<'a>> = Vec::new();
        if !set_aside.is_empty() {
            passages.push(Passage {
                facts: set_aside.into_iter().map(|(_, fact)| fact).collect(),
                end: Some(PassageEnd::SetAside),
            });
        }
        let standing: Vec<&Fact> = standing.into_iter().map(|(_, fact)| fact).collect();
        let evidence = evidence::read(stage, &standing, facts, clocks, &mut passages);
        let present = passages.last().filter(|passage| passage.end.is_none());
        let clock = present
            .and_then(|passage| clock::last(clocks, stage, &passage.facts))
            .cloned();
        Self {
            stage,
            facts: here.into_iter().map(|(_, fact)| fact).collect(),
            passages,
            clock,
            evidence,
        }
    }

    fn passed(&self) -> Option<&Passed<'a>> {
        match &self.evidence {
            Evidence::Passed(passed) => Some(passed),
            _ => None,
        }
    }

    /// The stage that took the place of this one, if one did.
    fn left_for(&self) -> Option<&'a Key> {
        match self.passed()? {
            Passed::LeftFor(target) => Some(target),
            _ => None,
        }
    }

    fn has_failed_once(&self) -> bool {
        let mut passages = self.passages.iter();
        passages.any(|passage| passage.end == Some(PassageEnd::NotPassed))
    }

    fn in_state(self, state: StageState<'a>, facts: &'a [Fact]) -> StageProgress<'a> {
        let (passed, awaits) = match (self.evidence, state) {
            (Evidence::Passed(passed), StageState::Done) => (Some(passed), None),
            (Evidence::Begun(awaits), StageState::Current) => (None, Some(awaits)),
            _ => (None, None),
        };
        StageProgress {
            stage: self.stage,
            state,
            facts: self.facts,
            passages: self.passages,
            passed,
            awaits,
            blocked_by: Vec::new(),
            clock: self.clock,
            majorities: InForce::of(self.stage, Determinations::now(facts)),
        }
    }
}

/// A stage whose failure leads to a later one is left for it as soon as that one has failed too, said
/// or not: an objection of the Commons is recorded at the objection, not where the treaty was laid.
fn take_the_place(at_stages: &mut [AtStage<'_>]) {
    let failed: Vec<&Key> = at_stages
        .iter()
        .filter(|at| at.has_failed_once())
        .map(|at| &at.stage.key)
        .collect();
    for at in at_stages {
        if let Some(OnFailure::Goto(target)) = &at.stage.on_failure
            && failed.contains(&target)
            && matches!(at.evidence, Evidence::Nothing | Evidence::Begun(_))
        {
            at.evidence = Evidence::Passed(Passed::LeftFor(target));
        }
    }
}

/// The states of the stages as far as their own facts, and what is said of the whole, tell them.
fn known<'a>(
    route: &Route,
    (order, proceedings): (&Order, &Proceedings),
    at_stages: &[AtStage<'a>],
    facts: &'a [Fact],
    whole: Whole<'a>,
    international: InternationalStatus,
) -> Vec<Option<StageState<'a>>> {
    let is_answered = matches!(whole, Whole::Completed(_) | Whole::NotRequired(_))
        || has_consented(international);
    let over: Vec<bool> = at_stages
        .iter()
        .map(|at| {
            matches!(at.evidence, Evidence::Passed(_) | Evidence::Failed)
                || is_satisfied(at.stage, route, international)
        })
        .collect();
    at_stages
        .iter()
        .enumerate()
        .map(|(place, at)| {
            let is_passed_over = is_answered || {
                let mut later = at_stages.iter().zip(&over).enumerate();
                later.any(|(later, (at, over))| {
                    *over && called_for::is_decisive(at.stage) && order.comes_after(later, place)
                })
            };
            let is_called_for = at_stages
                .iter()
                .any(|other| other.left_for() == Some(&at.stage.key));
            let state = match &at.evidence {
                Evidence::Passed(_) => Some(StageState::Done),
                Evidence::Failed => Some(StageState::Failed),
                Evidence::Begun(_) => Some(StageState::Current),
                Evidence::NotRequired(ground) => Some(StageState::Skipped {
                    ground: Ground::NotRequired(ground),
                }),
                Evidence::Nothing if is_called_for => None,
                Evidence::Nothing => {
                    called_for::state(at.stage, &at.facts, at.clock.as_ref(), facts).or_else(|| {
                        let is_passed =
                            at.facts.is_empty() && proceedings.came_before(place, order);
                        is_passed.then_some(StageState::NotReported)
                    })
                }
            };
            let state = called_for::passed_over(at.stage, state, is_answered, is_passed_over);
            if order::is_before_signature(route, at.stage) {
                whole.applied_to(state)
            } else {
                state
            }
        })
        .collect()
}

/// Whether a fact is about a stage: it names it, or is the act between States that satisfies it.
fn is_about(fact: &Fact, stage: &Stage, route: &Route) -> bool {
    if fact.statement.stage.as_ref() == Some(&stage.key) {
        return true;
    }
    let is_consent = match fact.act() {
        Some(Act::ConsentExpressed(_)) => true,
        Some(Act::Signed(signed)) => {
            signed.signature == Signature::Definitive || !route.has(StageKind::Deposit)
        }
        Some(_) | None => false,
    };
    let is_its_place = match stage.kind {
        StageKind::Deposit => true,
        StageKind::InstrumentSignature => !route.has(StageKind::Deposit),
        _ => false,
    };
    is_consent && is_its_place
}

/// Whether the standing under the treaty satisfies a stage.
fn is_satisfied(stage: &Stage, route: &Route, international: InternationalStatus) -> bool {
    if !stage.kind.is_international() {
        return false;
    }
    let is_signed = international == InternationalStatus::Signed;
    has_consented(international) || (is_signed && !route.has(StageKind::Deposit))
}

/// Whether consent to be bound was expressed, if it holds or not.
fn has_consented(international: InternationalStatus) -> bool {
    match international {
        InternationalStatus::None | InternationalStatus::Signed => false,
        InternationalStatus::ConsentExpressed
        | InternationalStatus::Party { .. }
        | InternationalStatus::WithdrawalNotified { .. }
        | InternationalStatus::FormerParty { .. }
        | InternationalStatus::ConsentWithdrawn { .. } => true,
    }
}

/// Whether a fact is a national act that counts at no stage of the route.
fn is_elsewhere(fact: &Fact, position: usize, route: &Route, proceedings: &Proceedings) -> bool {
    let is_national = fact
        .act()
        .is_some_and(|act| act.group() == ActGroup::National);
    let stage = fact.statement.stage.as_ref();
    let counts = stage
        .and_then(|key| route.stage(key))
        .is_some_and(|stage| proceedings.is_on_route(position, stage));
    is_national && !counts
}
