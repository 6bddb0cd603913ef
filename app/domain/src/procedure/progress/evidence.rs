//! What a stage's own facts say of it, passage by passage.

use std::collections::BTreeSet;

use crate::act::{Act, Outcome, Ruling, VoteOn, VoteTaken};
use crate::calendar::Clock;
use crate::legal_date::LegalDate;
use crate::name::Key;
use crate::procedure::determination::Determinations;
use crate::procedure::in_force::InForce;
use crate::procedure::progress::clock;
use crate::procedure::{OnFailure, Override, PeriodKind, Repeats, Stage};
use crate::snapshot::Fact;
use crate::text::Text;

/// What the facts at a stage amount to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Evidence<'a> {
    /// Nothing that begins or ends it.
    Nothing,
    /// It began, and is not over.
    Begun(Awaits<'a>),
    /// It no longer stands in the way of the treaty.
    Passed(Passed<'a>),
    /// It ended and stopped the treaty.
    Failed,
    /// It was said not to be required.
    NotRequired(&'a Text),
}

/// How a stage was passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passed<'a> {
    /// As the treaty needs it, by this fact.
    Completed(&'a Fact),
    /// Not as the treaty needs it, by this fact, and the procedure goes on all the same.
    AgainstTheTreaty(&'a Fact),
    /// What stood against the treaty was overcome, by this fact.
    Overcome(&'a Fact),
    /// By silence to the end of a period.
    Silence {
        /// The period's place in the file, from 0.
        period: u32,
        /// The day on which silence had become consent, or the wait was over.
        on: LegalDate,
    },
    /// Another stage took its place.
    LeftFor(&'a Key),
    /// Reality departed from the procedure, by this fact.
    Departure(&'a Fact),
}

impl<'a> Passed<'a> {
    /// When.
    pub fn date(&self) -> Option<&LegalDate> {
        match self {
            Self::Silence { on, .. } => Some(on),
            other => other.fact().map(Fact::date),
        }
    }

    /// By which fact.
    pub fn fact(&self) -> Option<&'a Fact> {
        match self {
            Self::Completed(fact)
            | Self::AgainstTheTreaty(fact)
            | Self::Overcome(fact)
            | Self::Departure(fact) => Some(fact),
            Self::Silence { .. } | Self::LeftFor(_) => None,
        }
    }
}

/// What a stage that began waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Awaits<'a> {
    /// Its end.
    End,
    /// The next reading.
    Reading {
        /// How many readings have been passed.
        passed: u32,
        /// How many have to be.
        of: u32,
    },
    /// That what was said against the treaty is overcome.
    Override {
        /// By whom, and by which majority.
        by: &'a Override,
        /// The chambers that have yet to vote on it, as far as the file names them.
        outstanding: Vec<&'a Key>,
    },
    /// That it takes place once more.
    Repetition,
    /// That the procedure continues on this route.
    Route(&'a Key),
}

/// One passage of a stage: it takes place once, and again after it failed or at the next reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'a> {
    /// Its facts, in order.
    pub facts: Vec<&'a Fact>,
    /// How it ended, if it did.
    pub end: Option<PassageEnd>,
}

/// How a passage ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageEnd {
    /// As the treaty needs it.
    Passed,
    /// Not as the treaty needs it.
    NotPassed,
    /// It counts no longer: the proceedings began again.
    SetAside,
}

/// Folds the facts at a stage.
pub(super) struct Reader<'a, 'f> {
    stage: &'a Stage,
    /// All facts of the participant.
    facts: &'a [Fact],
    clocks: &'f [Clock<'a>],
    passages: &'f mut Vec<Passage<'a>>,
    open: Vec<&'a Fact>,
    readings: u32,
    /// The chambers that have voted to overcome what was said against the treaty.
    overcame: BTreeSet<Key>,
    evidence: Evidence<'a>,
}

/// What the facts at a stage that stand amount to at the end of a day. The last fact that ends the
/// stage decides: a vote that was lost can be taken again.
pub(super) fn read<'a>(
    stage: &'a Stage,
    here: &[&'a Fact],
    facts: &'a [Fact],
    clocks: &[Clock<'a>],
    passages: &mut Vec<Passage<'a>>,
) -> Evidence<'a> {
    let mut reader = Reader {
        stage,
        facts,
        clocks,
        passages,
        open: Vec::new(),
        readings: 0,
        overcame: BTreeSet::new(),
        evidence: Evidence::Nothing,
    };
    for fact in here {
        reader.add(fact);
    }
    reader.finish()
}

impl<'a> Reader<'a, '_> {
    fn add(&mut self, fact: &'a Fact) {
        let Some(act) = fact.act() else {
            return;
        };
        self.open.push(fact);
        match act {
            // Somebody may call for the stage while a window is open; that does not begin it.
            Act::ClockStarted(clock) if clock::is_window(self.stage, clock.period) => {}
            Act::ClockExtended(clock) if clock::is_window(self.stage, clock.period) => {}
            Act::StepBegun(_)
            | Act::ClockStarted(_)
            | Act::ClockExtended(_)
            | Act::CourtReferral(_) => self.begin(),
            Act::VoteTaken(vote) => self.vote(vote, fact),
            Act::StepConcluded(concluded) => match concluded.outcome {
                Outcome::Completed => {
                    let passed = match self.evidence {
                        // GB: a statement of the minister answers the Lords.
                        Evidence::Begun(Awaits::Override { .. }) => Passed::Overcome(fact),
                        _ => Passed::Completed(fact),
                    };
                    self.end(PassageEnd::Passed, Evidence::Passed(passed));
                }
                Outcome::Failed => self.missed(fact),
            },
            Act::DepartureRecorded(_) => {
                self.end(
                    PassageEnd::Passed,
                    Evidence::Passed(Passed::Departure(fact)),
                );
            }
            Act::StepNotRequired(not_required) => {
                self.evidence = Evidence::NotRequired(&not_required.ground);
            }
            _ => {}
        }
    }

    /// What begins a stage says nothing of one that is over, but opens one that is to be repeated.
    fn begin(&mut self) {
        if matches!(
            self.evidence,
            Evidence::Nothing | Evidence::Begun(Awaits::Repetition)
        ) {
            self.evidence = Evidence::Begun(Awaits::End);
        }
    }

    fn vote(&mut self, vote: &'a VoteTaken, fact: &'a Fact) {
        match (is_passed_by(self.stage, vote), vote.on) {
            (None, _) => self.begin(),
            (Some(true), VoteOn::Override) => self.overcome(vote, fact),
            // What could overcome the objection did not.
            (Some(false), VoteOn::Override) => self.end(PassageEnd::NotPassed, Evidence::Failed),
            // While it can be made again, an objection that is lost ends nothing.
            (Some(true), VoteOn::Objection) if self.silence_will_pass() => self.begin(),
            (Some(true), _) => {
                self.readings += 1;
                let of = self.stage.repeats.as_ref().map_or(1, Repeats::votes);
                let evidence = if self.readings < of {
                    Evidence::Begun(Awaits::Reading {
                        passed: self.readings,
                        of,
                    })
                } else {
                    Evidence::Passed(Passed::Completed(fact))
                };
                self.end(PassageEnd::Passed, evidence);
            }
            (Some(false), _) => self.missed(fact),
        }
    }

    /// Each chamber that has a say has to overcome it (United States: two thirds of each House).
    fn overcome(&mut self, vote: &VoteTaken, fact: &'a Fact) {
        let by = self.stage.overcome_by.as_ref();
        self.overcame.extend(vote.chamber.clone());
        let outstanding = by
            .filter(|by| by.chambers.len() > 1)
            .map_or_else(Vec::new, |by| {
                let outstanding = by.chambers.iter();
                outstanding
                    .filter(|chamber| !self.overcame.contains(*chamber))
                    .collect()
            });
        match by {
            Some(by) if !outstanding.is_empty() => {
                self.evidence = Evidence::Begun(Awaits::Override { by, outstanding });
            }
            _ => self.end(PassageEnd::Passed, Evidence::Passed(Passed::Overcome(fact))),
        }
    }

    /// What follows when a stage did not end as the treaty needs it.
    fn missed(&mut self, fact: &'a Fact) {
        let known = Determinations::when(self.facts, fact.hash);
        self.readings = 0;
        self.overcame.clear();
        let evidence = match on_failure(self.stage, fact, known) {
            None | Some(OnFailure::Stop) => Evidence::Failed,
            Some(OnFailure::Continue) => Evidence::Passed(Passed::AgainstTheTreaty(fact)),
            Some(OnFailure::Override) => {
                self.stage
                    .overcome_by
                    .as_ref()
                    .map_or(Evidence::Failed, |by| {
                        let outstanding = by.chambers.iter().collect();
                        Evidence::Begun(Awaits::Override { by, outstanding })
                    })
            }
            // From the committee on everything begins again, so that this fact is set aside.
            Some(OnFailure::Loop | OnFailure::ReturnToCommittee) => {
                Evidence::Begun(Awaits::Repetition)
            }
            Some(OnFailure::SwitchRoute(route)) => Evidence::Begun(Awaits::Route(route)),
            Some(OnFailure::Goto(target)) => Evidence::Passed(Passed::LeftFor(target)),
        };
        self.end(PassageEnd::NotPassed, evidence);
    }

    /// Whether a wait has begun in this passage whose end passes the stage.
    fn silence_will_pass(&self) -> bool {
        self.open.iter().any(|fact| {
            let Some(Act::ClockStarted(clock)) = fact.act() else {
                return false;
            };
            clock::period(self.stage, clock.period).is_some_and(|period| {
                period.kind == PeriodKind::MinimumWait
                    && period.passes_by_silence(self.stage.effect)
            })
        })
    }

    fn end(&mut self, end: PassageEnd, evidence: Evidence<'a>) {
        self.passages.push(Passage {
            facts: std::mem::take(&mut self.open),
            end: Some(end),
        });
        self.evidence = evidence;
    }

    /// Silence passes the stage, if nothing else ended the passage in which the period ran out.
    fn finish(mut self) -> Evidence<'a> {
        let clock = clock::last(self.clocks, self.stage, &self.open);
        if let Evidence::Begun(Awaits::End | Awaits::Reading { .. }) = self.evidence
            && let Some(clock) = clock
            && clock.period.passes_by_silence(self.stage.effect)
            && let Some(on) = clock::over_from(clock)
        {
            let passed = Passed::Silence {
                period: clock.index,
                on: LegalDate::on(on),
            };
            self.end(PassageEnd::Passed, Evidence::Passed(passed));
        } else if !self.open.is_empty() {
            self.passages.push(Passage {
                facts: std::mem::take(&mut self.open),
                end: None,
            });
        }
        self.evidence
    }
}

/// What follows a fact that did not end a stage as the treaty needs it; `None` if it did, or ended
/// nothing. `known` are the facts up to it.
pub(super) fn failure<'a>(
    stage: &'a Stage,
    fact: &'a Fact,
    known: &'a [Fact],
) -> Option<&'a OnFailure> {
    let is_failure = match fact.act()? {
        Act::VoteTaken(vote) => {
            vote.on != VoteOn::Override && is_passed_by(stage, vote) == Some(false)
        }
        Act::StepConcluded(concluded) => concluded.outcome == Outcome::Failed,
        _ => false,
    };
    is_failure
        .then(|| on_failure(stage, fact, Determinations::now(known)))
        .flatten()
}

/// What follows a failure, under the majority that was in force.
fn on_failure<'a>(
    stage: &'a Stage,
    fact: &'a Fact,
    known: Determinations<'a>,
) -> Option<&'a OnFailure> {
    let in_force = InForce::of(stage, known);
    let in_force = match fact.act() {
        Some(Act::VoteTaken(vote)) if matches!(vote.on, VoteOn::Approval | VoteOn::Objection) => {
            in_force.asked(vote.on)
        }
        _ => in_force,
    };
    in_force
        .all()
        .next()
        .map_or(stage.on_failure.as_ref(), |majority| majority.on_failure)
}

/// Whether the ruling on a vote passes the stage; `None` if it decides nothing here.
fn is_passed_by(stage: &Stage, vote: &VoteTaken) -> Option<bool> {
    match (vote.on, vote.ruling) {
        // What was announced counts; without it the arithmetic would only be a guess.
        (_, Ruling::NotKnown) => None,
        // Ending the debate elsewhere than at its own stage only opens the way to the vote.
        (VoteOn::Cloture, _) if !stage.ends_debate() => None,
        // The debate goes on, and can be ended another day.
        (VoteOn::Cloture, Ruling::Lost) => None,
        (VoteOn::Approval | VoteOn::Override | VoteOn::Cloture, ruling) => {
            Some(ruling == Ruling::Carried)
        }
        (VoteOn::Objection, ruling) => Some(ruling == Ruling::Lost),
    }
}
