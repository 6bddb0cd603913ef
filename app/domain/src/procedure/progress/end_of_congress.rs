//! What the end of a Congress does to the proceedings of a procedure of the United States.

use crate::act::{Act, ActGroup};
use crate::calendar::Clock;
use crate::congress::{self, AtEndOfCongress, Congress, Presentment};
use crate::day::Day;
use crate::procedure::progress::evidence::{Awaits, Evidence};
use crate::procedure::progress::national::Whole;
use crate::procedure::progress::proceedings::Proceedings;
use crate::procedure::progress::{AtStage, has_consented};
use crate::procedure::{Followed, Stage, StageEffect, StageKind};
use crate::snapshot::Fact;
use crate::status::InternationalStatus;

/// Proceedings ended with a Congress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndOfCongress {
    /// The Congress in which the last of them took place.
    pub congress: Congress,
    /// What its end did.
    pub effect: EndEffect,
}

/// What the end of a Congress did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndEffect {
    /// The treaty stays before the Senate, and its proceedings begin again as if none had been had
    /// (Senate Rule XXX(2)).
    BeginsAgain,
    /// The measure died; it takes a new one.
    Died,
    /// It had passed, and was neither signed nor vetoed in ten days that ended after the Congress: that
    /// is a pocket veto (Constitution, Art. I s. 7 cl. 2).
    PocketVeto,
}

/// What is known of a measure, before the end of a Congress is looked at.
struct Measure<'a, 'f> {
    followed: &'a Followed,
    proceedings: &'f Proceedings,
    facts: &'a [Fact],
    clocks: &'f [Clock<'a>],
    /// Whether the procedure was said to be completed, or consent expressed.
    is_answered: bool,
    day: Day,
}

/// From when on the proceedings count, and what the end of those before that is.
#[derive(Debug, Clone, Copy)]
struct Standing {
    /// The Congress whose proceedings count.
    congress: Congress,
    ended: EndEffect,
}

/// Sets aside the proceedings of an earlier Congress, if the route has a counterpart before it. Facts on
/// the day of the change stay: either Congress may have acted on it.
pub(super) fn set_aside<'a>(
    proceedings: &mut Proceedings,
    followed: &'a Followed,
    facts: &'a [Fact],
    clocks: &[Clock<'a>],
    (whole, international): (Whole<'_>, InternationalStatus),
    day: Day,
) -> Option<EndOfCongress> {
    if followed.procedure.iso2 != "US" {
        return None;
    }
    let route = followed.route.as_ref();
    let counterpart = congress::Route::ALL
        .into_iter()
        .find(|known| known.has_binding_effect(route.binding_effect))?;
    let measure = Measure {
        followed,
        proceedings,
        facts,
        clocks,
        is_answered: matches!(whole, Whole::Completed(_) | Whole::NotRequired(_))
            || has_consented(international),
        day,
    };
    let standing: Vec<(usize, Standing)> = route
        .stages
        .iter()
        .enumerate()
        .filter(|(_, stage)| ends_with_a_congress(stage))
        .filter_map(|(place, stage)| Some((place, measure.standing(counterpart, stage)?)))
        .collect();
    let mut last: Option<(Day, EndEffect)> = None;
    for (place, standing) in &standing {
        let place = *place;
        let since = standing.congress.begins();
        let Some(stage) = route.stages.get(place) else {
            continue;
        };
        let ended = |(position, fact): &(usize, &Fact)| {
            fact.statement.stage.as_ref() == Some(&stage.key)
                && happened(fact).is_some_and(|on| on < since)
                && proceedings.is_on_route(*position, stage)
        };
        let Some((position, fact)) = facts.iter().enumerate().rfind(ended) else {
            continue;
        };
        proceedings.set_aside(place, position + 1);
        let on = happened(fact)?;
        if last.is_none_or(|(latest, _)| latest <= on) {
            last = Some((on, standing.ended));
        }
    }
    let (on, effect) = last?;
    // One of which nothing was reported begins again with the others.
    for (place, _) in standing {
        let stage = route.stages.get(place)?;
        let is_here = |fact: &Fact| fact.statement.stage.as_ref() == Some(&stage.key);
        if !facts.iter().any(is_here) {
            proceedings.set_aside(place, facts.len());
        }
    }
    Some(EndOfCongress {
        congress: Congress::on(on)?,
        effect,
    })
}

impl<'a> Measure<'a, '_> {
    /// The Congress whose proceedings at a stage count; `None` if all of them do.
    fn standing(&self, route: congress::Route, stage: &Stage) -> Option<Standing> {
        let now = Congress::on(self.day)?;
        match route.at_end_of_congress() {
            AtEndOfCongress::Untouched => None,
            AtEndOfCongress::BeginsAgain => self.of_treaty(now),
            AtEndOfCongress::Dies if route.is_presented() => self.of_presented(now),
            AtEndOfCongress::Dies => self.of_resolution(now, stage),
        }
    }

    /// Advice and consent that was given stays given, with the proceedings that led to it.
    fn of_treaty(&self, now: Congress) -> Option<Standing> {
        let consent = self.places(is_decisive_vote).last().copied()?;
        let congress = match self.read(consent) {
            Evidence::Passed(passed) => of(passed.date()?.latest()?)?,
            _ if self.is_answered || self.has_gone_beyond(consent) => return None,
            _ => now,
        };
        Some(Standing {
            congress,
            ended: EndEffect::BeginsAgain,
        })
    }

    /// A law stays. So does what both chambers passed, while the President can still sign it, or had
    /// ten days within the Congress of which nobody has reported the end.
    fn of_presented(&self, now: Congress) -> Option<Standing> {
        let signed = self
            .places(|stage| stage.kind == StageKind::PresidentialOrRoyalAssent)
            .last()
            .copied()?;
        let votes = self.places(is_decisive_vote);
        let mut passed_on: Option<Day> = None;
        let mut is_passed = true;
        for vote in votes {
            match self.read(vote) {
                Evidence::Passed(passed) => passed_on = passed_on.max(passed.date()?.latest()),
                _ => is_passed = false,
            }
        }
        let passed_by = passed_on.and_then(of);
        let evidence = self.read(signed);
        let mut standing = Standing {
            congress: now,
            ended: EndEffect::Died,
        };
        if matches!(evidence, Evidence::Passed(_)) || self.has_gone_beyond(signed) {
            standing.congress = passed_by?;
        } else if self.is_answered {
            return None;
        } else if is_passed
            && let Some(congress) = passed_by
            && matches!(evidence, Evidence::Nothing | Evidence::Begun(Awaits::End))
        {
            if self.is_before_the_president(signed, congress)? {
                standing.congress = congress;
            } else if self.presented(signed).is_some() {
                standing.ended = EndEffect::PocketVeto;
            }
        }
        Some(standing)
    }

    /// What a chamber resolved by itself stays resolved; what it had begun does not.
    fn of_resolution(&self, now: Congress, stage: &Stage) -> Option<Standing> {
        let vote = self
            .places(|other| other.kind == StageKind::ChamberVote && other.chamber == stage.chamber)
            .last()
            .copied()?;
        let congress = match self.read(vote) {
            Evidence::Passed(passed) => of(passed.date()?.latest()?)?,
            _ if self.is_answered => return None,
            _ => now,
        };
        Some(Standing {
            congress,
            ended: EndEffect::Died,
        })
    }

    /// Whether the President can still answer, or had to within the Congress.
    fn is_before_the_president(&self, place: usize, congress: Congress) -> Option<bool> {
        let presented = self.presented(place);
        let by = presented.unwrap_or_else(|| congress.ends());
        let last_day = Presentment::on(by).ok()?.last_day;
        let is_over_within = presented.is_some() && last_day < congress.ends();
        Some(is_over_within || self.day <= last_day)
    }

    /// When the measure was presented, as far as that is on record.
    fn presented(&self, place: usize) -> Option<Day> {
        let stage = self.followed.route.stages.get(place)?;
        self.facts
            .iter()
            .rev()
            .filter(|fact| fact.statement.stage.as_ref() == Some(&stage.key))
            .find(|fact| matches!(fact.act(), Some(Act::StepBegun(_) | Act::ClockStarted(_))))
            .and_then(happened)
    }

    fn read(&self, place: usize) -> Evidence<'a> {
        let route = self.followed.route.as_ref();
        route.stages.get(place).map_or(Evidence::Nothing, |stage| {
            let stage = (place, stage);
            AtStage::read(self.proceedings, route, stage, self.facts, self.clocks).evidence
        })
    }

    fn places(&self, wanted: impl Fn(&Stage) -> bool) -> Vec<usize> {
        let stages = self.followed.route.stages.iter().enumerate();
        stages
            .filter(|(_, stage)| wanted(stage))
            .map(|(place, _)| place)
            .collect()
    }

    /// Whether something is on record at a later stage, so that this one was passed, reported or not.
    fn has_gone_beyond(&self, place: usize) -> bool {
        let later = self.followed.route.stages.iter().skip(place + 1);
        later
            .filter(|stage| !ends_with_a_congress(stage))
            .any(|stage| {
                self.facts.iter().any(|fact| {
                    fact.statement.stage.as_ref() == Some(&stage.key)
                        && !matches!(fact.act(), Some(Act::StepScheduled(_)))
                })
            })
    }
}

/// Whether what happened at a stage is over with the Congress before which it happened. What the
/// President does with an agreement is not, nor is its transmittal, which stays transmitted.
fn ends_with_a_congress(stage: &Stage) -> bool {
    match stage.kind {
        StageKind::Committee
        | StageKind::ChamberVote
        | StageKind::JointSittingVote
        | StageKind::PresidentialOrRoyalAssent => true,
        StageKind::Tabling => stage.effect == StageEffect::Waiting,
        StageKind::GovernmentDecision
        | StageKind::AdvisoryReview
        | StageKind::RegionalVote
        | StageKind::ConstitutionalReview
        | StageKind::Referendum
        | StageKind::PromulgationPublication
        | StageKind::InstrumentSignature
        | StageKind::Deposit => false,
    }
}

fn is_decisive_vote(stage: &Stage) -> bool {
    stage.kind == StageKind::ChamberVote && stage.effect == StageEffect::Decisive
}

/// The Congress that may have done what was done on a day: on a day of change, the one that ends.
fn of(day: Day) -> Option<Congress> {
    day.previous()
        .and_then(Congress::on)
        .or_else(|| Congress::on(day))
}

/// When a step happened; `None` if that is not known, or it only was announced.
fn happened(fact: &Fact) -> Option<Day> {
    let act = fact.act()?;
    let is_step = act.group() == ActGroup::National && !matches!(act, Act::StepScheduled(_));
    fact.date().latest().filter(|_| is_step)
}
