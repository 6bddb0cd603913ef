//! Acts that the procedure does not allow, and why.

use crate::act::{
    Act, ClockExtended, Outcome, Signature, SittingCalendarPublished, VoteOn, VoteTaken,
};
use crate::calendar::{ClockState, clocks};
use crate::day::Day;
use crate::majority::Question;
use crate::name::Key;
use crate::procedure::progress::{
    Awaits, Ground, Passed, Progress, StageProgress, StageState, WaitEnd, progress,
};
use crate::procedure::{Followed, OnFailure, StageEffect, StageKind, Trigger};
use crate::snapshot::Fact;
use crate::statement::Statement;
use crate::status::InternationalStatus;

/// Why an act is refused. The words are in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The act is one of a stage, and names none.
    NoStage,
    /// The route has no such stage.
    UnknownStage(Key),
    /// The procedure has no such route.
    UnknownRoute(Key),
    /// The procedure has no such chamber.
    UnknownChamber(Key),
    /// No procedure file knows such a trigger.
    UnknownTrigger(Key),
    /// No vote attached such a condition to the consent.
    UnknownCondition(Key),
    /// The stage has no such period; they are counted from 0.
    UnknownPeriod(u32),
    /// The period has not begun, so that it cannot be prolonged; periods are counted from 0.
    NothingToExtend(u32),
    /// The period has run out, so that it cannot be prolonged; periods are counted from 0.
    RunOut(u32),
    /// The calendar ends, on this day, before it begins.
    EndsBeforeItBegins(Day),
    /// A sitting day lies outside the days of which the calendar speaks.
    OutsideCalendar(Day),
    /// The route is the one that is followed already.
    SameRoute(Key),
    /// Nobody votes at this stage.
    NotAVote(Key),
    /// Something else is put to the vote at this stage.
    OtherQuestion {
        /// The stage.
        stage: Key,
        /// What is put to the vote.
        expected: Question,
    },
    /// Another chamber acts at this stage.
    OtherChamber {
        /// The stage.
        stage: Key,
        /// The chamber.
        expected: Key,
    },
    /// Nothing is overridden at this stage.
    NothingToOverride(Key),
    /// Stages come before it that are not done.
    TooEarly {
        /// The stage.
        stage: Key,
        /// Those before it.
        waiting_for: Vec<Key>,
    },
    /// Another stage stopped the treaty.
    Stopped {
        /// The stage.
        stage: Key,
        /// Those that stopped it.
        by: Vec<Key>,
    },
    /// A period runs before the end of which the stage cannot be passed.
    WaitRuns {
        /// The stage.
        stage: Key,
        /// The first day on which it can be, at the earliest.
        free_from: Day,
    },
    /// The procedure continues on another route, which has to be chosen first.
    OtherRoute(Key),
    /// Several chambers have to vote, and the act does not say which one did.
    ChamberNotNamed(Key),
    /// The stage has begun already.
    AlreadyBegun(Key),
    /// The stage is over: correct what was published instead.
    AlreadyOver(Key),
    /// The stage was said not to be required: take that back first.
    NotRequired(Key),
    /// The act between States satisfies the stage; record that.
    RecordedBetweenStates(Key),
    /// The procedure as a whole has ended.
    ProcedureOver,
}

/// Whether the procedure allows what a statement says of its own stage.
///
/// `facts` are those of the participant that stand, in the order in which they happened. A statement
/// that corrects another is judged as if that one had not been made. Acts between States are never
/// refused: a consent given in violation of the procedure is a consent (VCLT 27, 46).
///
/// # Errors
/// [`Refusal`] says why not.
pub fn check_act(
    followed: &Followed,
    facts: &[Fact],
    statement: &Statement,
) -> Result<(), Refusal> {
    let Some(act) = statement.act() else {
        return Ok(());
    };
    let corrected = statement
        .corrects
        .as_ref()
        .map(|corrects| corrects.statement);
    let others: Vec<Fact> = facts
        .iter()
        .filter(|fact| Some(fact.hash) != corrected)
        .cloned()
        .collect();
    let day = day_of(statement, &others);
    let progress = progress(followed, &others, international(&others), day);
    let check = Check {
        progress: &progress,
        stage: statement.stage.as_ref(),
    };
    match act {
        Act::StepScheduled(_) => check.scheduled(),
        Act::StepBegun(_) => check.begun(),
        Act::VoteTaken(vote) => check.vote(vote),
        Act::StepConcluded(concluded) => check.concluded(concluded.outcome),
        Act::CourtReferral(_) => check.open().map(|_| ()),
        Act::ClockStarted(clock) => check.period(clock.period),
        Act::ClockExtended(extended) => {
            check.extended(extended, &others, statement.date.latest())?;
            check.period(extended.period)
        }
        Act::StepNotRequired(_) if statement.stage.is_none() => check.whole(),
        Act::StepNotRequired(_) | Act::DepartureRecorded(_) => check.not_over().map(|_| ()),
        Act::ProcedureConcluded(_) => check.whole(),
        Act::RouteChosen(chosen) if chosen.route == followed.route.key => {
            Err(Refusal::SameRoute(chosen.route.clone()))
        }
        Act::RouteChosen(chosen) => match followed.procedure.route(&chosen.route) {
            Some(_) => Ok(()),
            None => Err(Refusal::UnknownRoute(chosen.route.clone())),
        },
        Act::TriggerDetermined(determined) => match Trigger::named(&determined.trigger) {
            Some(_) => Ok(()),
            None => Err(Refusal::UnknownTrigger(determined.trigger.clone())),
        },
        Act::SittingCalendarPublished(calendar) => check.calendar(calendar),
        Act::ConditionMet(met) => {
            let mut votes = others.iter().filter_map(|fact| match fact.act() {
                Some(Act::VoteTaken(vote)) => Some(vote),
                Some(_) | None => None,
            });
            let is_known = votes.any(|vote| {
                vote.conditions
                    .iter()
                    .any(|condition| condition.condition == met.condition)
            });
            if is_known {
                Ok(())
            } else {
                Err(Refusal::UnknownCondition(met.condition.clone()))
            }
        }
        _ => Ok(()),
    }
}

/// The standing under the treaty, as far as the stages ask for it.
fn international(facts: &[Fact]) -> InternationalStatus {
    facts
        .iter()
        .fold(InternationalStatus::None, |standing, fact| {
            match (fact.act(), standing) {
                (Some(Act::ConsentExpressed(_)), _) => InternationalStatus::ConsentExpressed,
                (Some(Act::Signed(signed)), _) if signed.signature == Signature::Definitive => {
                    InternationalStatus::ConsentExpressed
                }
                (Some(Act::Signed(_)), InternationalStatus::None) => InternationalStatus::Signed,
                (_, standing) => standing,
            }
        })
}

/// The day from which a statement looks at the procedure: the latest on which the act can have
/// happened, or that of the last act before it.
fn day_of(statement: &Statement, others: &[Fact]) -> Day {
    let last = || others.iter().rev().find_map(|fact| fact.date().latest());
    statement.date.latest().or_else(last).unwrap_or(Day::FIRST)
}

/// A statement on its way to be checked.
struct Check<'c> {
    progress: &'c Progress<'c>,
    stage: Option<&'c Key>,
}

impl<'c> Check<'c> {
    /// The stage that the statement names.
    fn named(&self) -> Result<&'c StageProgress<'c>, Refusal> {
        let key = self.stage.ok_or(Refusal::NoStage)?;
        self.progress
            .stage(key)
            .ok_or_else(|| Refusal::UnknownStage(key.clone()))
    }

    /// The named stage, if it is not over and not one between States.
    fn not_over(&self) -> Result<&'c StageProgress<'c>, Refusal> {
        let named = self.named()?;
        let key = named.stage.key.clone();
        if named.stage.kind.is_international() {
            return Err(Refusal::RecordedBetweenStates(key));
        }
        match named.state {
            StageState::Done | StageState::Failed => Err(Refusal::AlreadyOver(key)),
            StageState::Skipped {
                ground: Ground::NotRequired(_),
            } => Err(Refusal::NotRequired(key)),
            StageState::Current
            | StageState::Possible
            | StageState::NotYet
            | StageState::NotReported
            | StageState::IfCalledFor
            | StageState::NotDetermined
            | StageState::Skipped {
                ground:
                    Ground::NotCalledFor
                    | Ground::NobodyObjected
                    | Ground::WindowClosed
                    | Ground::DoesNotApply(_),
            } => Ok(named),
        }
    }

    /// The named stage, if it may take place now.
    fn open(&self) -> Result<&'c StageProgress<'c>, Refusal> {
        self.unhindered(self.not_over()?)
    }

    /// The stage, if nothing stands in its way.
    fn unhindered(&self, named: &'c StageProgress<'c>) -> Result<&'c StageProgress<'c>, Refusal> {
        if let Some(route) = self.progress.awaited_route() {
            return Err(Refusal::OtherRoute(route.clone()));
        }
        if matches!(named.state, StageState::Current | StageState::NotReported) {
            return Ok(named);
        }
        let stage = named.stage.key.clone();
        let is_failed = |at: &&StageProgress<'_>| at.state == StageState::Failed;
        let failed = self.progress.stages.iter().filter(is_failed);
        let by: Vec<Key> = failed.map(|at| at.stage.key.clone()).collect();
        if !by.is_empty() {
            return Err(Refusal::Stopped { stage, by });
        }
        let waiting_for: Vec<Key> = self.progress.waiting_for(&stage);
        match (waiting_for.is_empty(), named.state) {
            (false, _) => Err(Refusal::TooEarly { stage, waiting_for }),
            // It waits for nothing, and still cannot take place.
            (true, StageState::NotYet) => Err(Refusal::ProcedureOver),
            (true, _) => Ok(named),
        }
    }

    /// The stage, if it can be passed by now: no period runs that has to be waited for.
    fn passable(&self, named: &StageProgress<'_>) -> Result<(), Refusal> {
        let day = self.progress.day;
        match named.wait() {
            Some(WaitEnd::On(free_from)) => Err(Refusal::WaitRuns {
                stage: named.stage.key.clone(),
                free_from,
            }),
            // It may be over by then, and it may not.
            Some(WaitEnd::NotBefore(at_best)) if day < at_best => Err(Refusal::WaitRuns {
                stage: named.stage.key.clone(),
                free_from: at_best,
            }),
            Some(WaitEnd::NotBefore(_) | WaitEnd::NotKnown) | None => Ok(()),
        }
    }

    fn concluded(&self, outcome: Outcome) -> Result<(), Refusal> {
        let named = self.named()?;
        // A head of State who declines to ratify is no act between States.
        let declines = outcome == Outcome::Failed
            && named.stage.kind == StageKind::InstrumentSignature
            && named.stage.effect == StageEffect::Decisive;
        if declines && !matches!(named.state, StageState::Done | StageState::Failed) {
            return self.unhindered(named).map(|_| ());
        }
        let named = self.open()?;
        match outcome {
            Outcome::Completed => self.passable(named),
            Outcome::Failed => Ok(()),
        }
    }

    /// A step can be announced as long as it is not over, also one between States.
    fn scheduled(&self) -> Result<(), Refusal> {
        let named = self.named()?;
        match named.state {
            StageState::Done | StageState::Failed => {
                Err(Refusal::AlreadyOver(named.stage.key.clone()))
            }
            _ => Ok(()),
        }
    }

    fn begun(&self) -> Result<(), Refusal> {
        let named = self.open()?;
        let has_begun = named
            .facts
            .iter()
            .any(|fact| matches!(fact.act(), Some(Act::StepBegun(_))));
        let may_begin_again = matches!(
            named.awaits,
            Some(Awaits::Repetition | Awaits::Reading { .. })
        );
        if has_begun && !may_begin_again && named.state == StageState::Current {
            return Err(Refusal::AlreadyBegun(named.stage.key.clone()));
        }
        Ok(())
    }

    fn vote(&self, vote: &VoteTaken) -> Result<(), Refusal> {
        let named = self.named()?;
        let stage = named.stage;
        if let Some(chamber) = &vote.chamber {
            self.chamber(chamber)?;
        }
        if vote.on == VoteOn::Override {
            return self.overriding(named, vote);
        }
        // A committee can vote on its report.
        let is_counted = stage.rule.is_some() && !stage.kind.is_international();
        let expected = match stage.vote_on {
            Some(question) => question,
            None if is_counted => Question::Approval,
            None => return Err(Refusal::NotAVote(stage.key.clone())),
        };
        let questions: Vec<Question> = named
            .majorities
            .all()
            .map(|majority| majority.question.unwrap_or(expected))
            .collect();
        let is_asked = vote.on == VoteOn::Cloture
            || questions
                .iter()
                .any(|question| VoteOn::from(*question) == vote.on)
            || (questions.is_empty() && VoteOn::from(expected) == vote.on);
        if !is_asked {
            return Err(Refusal::OtherQuestion {
                stage: stage.key.clone(),
                expected: questions.first().copied().unwrap_or(expected),
            });
        }
        match (&vote.chamber, &stage.chamber) {
            (Some(voted), Some(expected)) if voted != expected => {
                let (stage, expected) = (stage.key.clone(), expected.clone());
                return Err(Refusal::OtherChamber { stage, expected });
            }
            _ => {}
        }
        // An objection that was lost can be made again while the treaty lies before parliament.
        if vote.on == VoteOn::Objection && self.can_be_made_again(named) {
            return Ok(());
        }
        let named = self.open()?;
        match vote.on {
            VoteOn::Objection => Ok(()),
            VoteOn::Approval | VoteOn::Override | VoteOn::Cloture => self.passable(named),
        }
    }

    fn can_be_made_again(&self, named: &StageProgress<'_>) -> bool {
        let mut stages = self.progress.stages.iter();
        named.state == StageState::Done
            && named.stage.on_failure == Some(OnFailure::Loop)
            && matches!(named.passed, Some(Passed::Completed(fact)) if matches!(fact.act(), Some(Act::VoteTaken(_))))
            && !stages.any(|at| at.stage.kind.is_international() && at.state == StageState::Done)
    }

    /// A vote that overrides needs something to override, and a file that says how.
    fn overriding(&self, named: &StageProgress<'_>, vote: &VoteTaken) -> Result<(), Refusal> {
        let stage = named.stage;
        let Some(by) = &stage.overcome_by else {
            return Err(Refusal::NothingToOverride(stage.key.clone()));
        };
        match &vote.chamber {
            Some(chamber) if !by.chambers.is_empty() && !by.chambers.contains(chamber) => {
                return Err(Refusal::OtherChamber {
                    stage: stage.key.clone(),
                    expected: by
                        .chambers
                        .first()
                        .cloned()
                        .unwrap_or_else(|| chamber.clone()),
                });
            }
            None if by.chambers.len() > 1 => {
                return Err(Refusal::ChamberNotNamed(stage.key.clone()));
            }
            Some(_) | None => {}
        }
        // One that was lost can be taken again.
        if named.state == StageState::Failed {
            return Ok(());
        }
        self.open().map(|_| ())
    }

    /// The stage has such a period, and may take place now.
    fn period(&self, index: u32) -> Result<(), Refusal> {
        let periods = self.open()?.stage.periods.len();
        match usize::try_from(index) {
            Ok(period) if period < periods => Ok(()),
            Ok(_) | Err(_) => Err(Refusal::UnknownPeriod(index)),
        }
    }

    /// A period is prolonged while it runs (CRaG s. 21(3)). Where its end is not known, that is not asked.
    fn extended(
        &self,
        extended: &ClockExtended,
        facts: &[Fact],
        day: Option<Day>,
    ) -> Result<(), Refusal> {
        let stage = self.named()?.stage;
        let (key, periods) = (&stage.key, stage.periods.len());
        if usize::try_from(extended.period).map_or(true, |place| place >= periods) {
            return Err(Refusal::UnknownPeriod(extended.period));
        }
        let clocks = clocks(self.progress.followed, facts, day.unwrap_or(Day::LAST));
        let Ok(clocks) = clocks else {
            return Ok(());
        };
        let clock = clocks
            .iter()
            .find(|clock| clock.stage.key == *key && clock.index == extended.period);
        match (clock.map(|clock| &clock.state), day) {
            (None, _) => Err(Refusal::NothingToExtend(extended.period)),
            (Some(ClockState::Ended(_)), Some(_)) => Err(Refusal::RunOut(extended.period)),
            (Some(_), _) => Ok(()),
        }
    }

    fn calendar(&self, calendar: &SittingCalendarPublished) -> Result<(), Refusal> {
        self.chamber(&calendar.chamber)?;
        let is_outside = |day: &&Day| **day < calendar.from || calendar.until < **day;
        match calendar.sitting_days.iter().find(is_outside) {
            _ if calendar.until < calendar.from => Err(Refusal::EndsBeforeItBegins(calendar.until)),
            Some(day) => Err(Refusal::OutsideCalendar(*day)),
            None => Ok(()),
        }
    }

    fn chamber(&self, key: &Key) -> Result<(), Refusal> {
        match self.progress.followed.procedure.chamber(key) {
            Some(_) => Ok(()),
            None => Err(Refusal::UnknownChamber(key.clone())),
        }
    }

    /// The procedure as a whole can end once.
    fn whole(&self) -> Result<(), Refusal> {
        if self.progress.is_over() {
            Err(Refusal::ProcedureOver)
        } else {
            Ok(())
        }
    }
}
