//! How far a participant's procedure is, on the ordinary path.
//!
//! What each stage's own facts say of it is in `evidence.rs`, which stage waits for which in `order.rs`,
//! what they amount to in `national.rs`, and what may come next in `possible.rs` and `refusal.rs`.

mod evidence;
mod national;
mod order;
mod possible;
mod refusal;

pub use possible::{Possible, PossibleAct, possible_acts};
pub use refusal::{Refusal, check_act};

use self::evidence::Evidence;
use self::national::Whole;
use self::order::{Course, Order};
use crate::act::{Act, ActGroup, Applies, DepartureRecorded, Signature, VoteTaken};
use crate::legal_date::LegalDate;
use crate::name::Key;
use crate::procedure::{
    Followed, Likelihood, PeriodKind, Route, Stage, StageEffect, StageKind, Trigger, When,
};
use crate::snapshot::Fact;
use crate::status::{InternationalStatus, NationalStatus};
use crate::text::Text;

/// How far a participant's procedure is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The procedure it follows.
    pub followed: &'a Followed,
    /// Each stage of its route, in order.
    pub stages: Vec<StageProgress<'a>>,
    /// National acts at no stage of this route, such as those of a route left since.
    pub elsewhere: Vec<&'a Fact>,
    /// When the national procedure was completed, if it was. The date may be unknown.
    pub completed: Option<&'a LegalDate>,
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
}

/// The state of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageState<'a> {
    /// Done; by way of a departure, if one is recorded.
    Done,
    /// Begun, and not yet over.
    Current,
    /// What it waits for is done: it may come next.
    Possible,
    /// It waits for other stages.
    NotYet,
    /// Nothing is on record of it, though a later stage is done or the procedure completed.
    NotReported,
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

/// Why a stage does not take place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground<'a> {
    /// It is optional, and nothing has called for it.
    NotCalledFor,
    /// It is optional, and its case was determined not to apply.
    DoesNotApply(&'a Text),
    /// It, or the whole procedure, was said not to be required.
    NotRequired(&'a Text),
}

impl StageState<'_> {
    /// Whether the other stages that wait for it need wait no longer. One of which it is not
    /// determined whether it is needed holds up the completion, and not the stages after it.
    pub fn is_passed(self) -> bool {
        match self {
            Self::Done | Self::NotReported | Self::Skipped { .. } | Self::NotDetermined => true,
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
}

impl<'a> Progress<'a> {
    /// A stage of the route.
    pub fn stage(&self, key: &Key) -> Option<&StageProgress<'a>> {
        self.stages
            .iter()
            .find(|progress| progress.stage.key == *key)
    }
}

/// How far the procedure is, by the facts of the participant, all of which stand, in the order in
/// which they happened.
///
/// The international side is not recorded twice: consent to be bound is the deposit, and the
/// instrument deposited was signed before. Where a route has no deposit, the signature is enough.
/// What the register says of consent tells nothing of the national procedure, whose completion is
/// computed without it.
pub fn progress<'a>(
    followed: &'a Followed,
    facts: &'a [Fact],
    international: InternationalStatus,
) -> Progress<'a> {
    let route = followed.route.as_ref();
    let order = Order::of(&followed.procedure, route);
    let whole = Whole::of(facts);
    let is_answered = matches!(whole, Whole::Completed(_) | Whole::NotRequired(_))
        || has_consented(international);
    let at_stages: Vec<(&Stage, Vec<&Fact>, Evidence<'_>)> = route
        .stages
        .iter()
        .map(|stage| {
            let here: Vec<&Fact> = facts
                .iter()
                .filter(|fact| is_about(fact, stage, route))
                .collect();
            let evidence = Evidence::of(stage, &here);
            (stage, here, evidence)
        })
        .collect();
    let mut known: Vec<Option<StageState<'a>>> = at_stages
        .iter()
        .map(|(stage, here, evidence)| {
            let state = match alone(stage, here, evidence, facts) {
                // Who says that it is over, or consents, has answered the question.
                Some(StageState::NotDetermined) if is_answered => Some(StageState::Skipped {
                    ground: Ground::NotCalledFor,
                }),
                state => state,
            };
            if order::is_before_signature(route, stage) {
                whole.applied_to(state)
            } else {
                state
            }
        })
        .collect();
    let course = if matches!(whole, Whole::Failed) || known.contains(&Some(StageState::Failed)) {
        Course::Stopped
    } else {
        Course::Open
    };
    let evidence: Vec<Evidence<'_>> = at_stages.iter().map(|(_, _, evidence)| *evidence).collect();
    let by_itself = order.settle(&known, course);
    let completed = national::completed(route, &order, &by_itself, &evidence, whole);
    let national = national::status(facts, whole, course, completed);
    for (state, stage) in known.iter_mut().zip(&route.stages) {
        if is_satisfied(stage, route, international) {
            *state = Some(StageState::Done);
        }
    }
    let mut settled = order.settle(&known, course);
    if settled.contains(&StageState::NotDetermined) {
        wait_for_determination(&mut settled, route);
    }
    let stages = at_stages
        .into_iter()
        .zip(settled)
        .map(|((stage, facts, _), state)| StageProgress {
            stage,
            state,
            facts,
        })
        .collect();
    Progress {
        followed,
        stages,
        elsewhere: facts
            .iter()
            .filter(|fact| is_elsewhere(fact, route))
            .collect(),
        completed,
        national,
        international,
    }
}

/// The state of a stage by its own facts; `None` if it depends on the others.
fn alone<'a>(
    stage: &Stage,
    here: &[&'a Fact],
    evidence: &Evidence<'a>,
    facts: &'a [Fact],
) -> Option<StageState<'a>> {
    match evidence {
        Evidence::Done(_) => return Some(StageState::Done),
        Evidence::Failed => return Some(StageState::Failed),
        Evidence::Begun => return Some(StageState::Current),
        Evidence::NotRequired(ground) => {
            return Some(StageState::Skipped {
                ground: Ground::NotRequired(ground),
            });
        }
        Evidence::Nothing => {}
    }
    if !stage.optional || !here.is_empty() {
        return None;
    }
    let condition = stage.condition.as_ref();
    let ground = match condition.and_then(|when| determined(when.trigger, facts)) {
        Some((Applies::Yes, _)) => return None,
        Some((Applies::No, ground)) => Ground::DoesNotApply(ground),
        None if condition.is_some_and(|when| needs_determination(stage, when)) => {
            return Some(StageState::NotDetermined);
        }
        None => Ground::NotCalledFor,
    };
    Some(StageState::Skipped { ground })
}

/// Whether silence on the case of an optional stage leaves open if the procedure is completed: the
/// stage can stop the treaty, and its case hangs on the treaty's text and is not unlikely, or a
/// period runs in which somebody will likely call for it.
fn needs_determination(stage: &Stage, when: &When) -> bool {
    let can_stop = match stage.effect {
        StageEffect::Decisive | StageEffect::SuspensiveVeto | StageEffect::AbsoluteVeto => true,
        StageEffect::Gate | StageEffect::Advisory | StageEffect::Waiting | StageEffect::Formal => {
            false
        }
    };
    let has_window = || {
        let mut periods = stage.periods.iter();
        periods.any(|period| period.kind == PeriodKind::Window)
    };
    can_stop
        && match when.likelihood_for_guarantee {
            Some(Likelihood::Likely) => when.trigger.is_of_the_treaty() || has_window(),
            Some(Likelihood::Possible) => when.trigger.is_of_the_treaty(),
            Some(Likelihood::Unlikely) | None => false,
        }
}

/// The acts between States do not come next before it is determined which stages are needed.
fn wait_for_determination(states: &mut [StageState<'_>], route: &Route) {
    for (state, stage) in states.iter_mut().zip(&route.stages) {
        if stage.kind.is_international() && *state == StageState::Possible {
            *state = StageState::NotYet;
        }
    }
}

/// How a trigger was determined, the last time.
fn determined(trigger: Trigger, facts: &[Fact]) -> Option<(Applies, &Text)> {
    facts.iter().rev().find_map(|fact| match fact.act() {
        Some(Act::TriggerDetermined(determined))
            if determined.trigger.as_str() == trigger.name() =>
        {
            Some((determined.applies, &determined.ground))
        }
        Some(_) | None => None,
    })
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

/// Whether a fact is a national act at no stage of the route.
fn is_elsewhere(fact: &Fact, route: &Route) -> bool {
    let is_national = fact
        .act()
        .is_some_and(|act| act.group() == ActGroup::National);
    let stage = fact.statement.stage.as_ref();
    is_national && stage.is_none_or(|key| route.stage(key).is_none())
}
