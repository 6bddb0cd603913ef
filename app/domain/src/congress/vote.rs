//! A vote of Congress and what its figures amount to.

use serde::{Deserialize, Serialize};

use crate::act::{Ruling, Tally};
use crate::congress::chamber::Chamber;
use crate::congress::question::Question;
use crate::congress::threshold::{Base, Part, Threshold};
use crate::day::Day;
use crate::majority::{
    Arithmetic, Checked, Compared, Comparison, Counting, Decision, Expression, Fraction, Measure,
    QuorumFinding, Variable,
};

/// The figures of a roll call, as the clerks publish them. What a source leaves out is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RollCall {
    /// Yeas.
    pub yeas: Option<u32>,
    /// Nays.
    pub nays: Option<u32>,
    /// Those who answered *present*: there, and for neither side. Where yeas and nays are given and
    /// this is not, nobody did: a roll call lists them.
    pub present: Option<u32>,
    /// Members who did not answer. They count as absent.
    pub not_voting: Option<u32>,
}

/// How a vote was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Taken {
    /// By the yeas and nays: the roll call itself shows whether there was a quorum.
    #[default]
    YeasAndNays,
    /// By division, by voice or by unanimous consent: a quorum is presumed.
    Otherwise,
}

/// A vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// Its figures.
    pub roll_call: RollCall,
    /// How it was taken.
    pub taken: Taken,
    /// What the chair announced. The arithmetic never overrules it.
    pub ruling: Ruling,
    /// What it needed, if the record says: under suspension of the rules it is more than as a rule.
    pub by: Option<Threshold>,
}

/// The figures add up to more than there can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the figures add up to {sum}; there were {seats} seats on that day")]
pub struct TooManyVotes {
    /// The sum.
    pub sum: u64,
    /// The seats.
    pub seats: u32,
}

/// What the arithmetic makes of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// What it needed.
    pub threshold: Threshold,
    /// Carried, lost, or cannot be told.
    pub decision: Decision,
    /// The yeas that were needed, all else being as it was; `None` if that cannot be told.
    pub needed: Option<u32>,
    /// The yeas; `None` if they are not known.
    pub have: Option<u32>,
    /// Whether a majority of the chamber's members answered.
    pub quorum: QuorumFinding,
}

impl RollCall {
    /// Those who answered, if that is known.
    pub fn answered(&self) -> Option<u32> {
        self.yeas?
            .checked_add(self.nays?)?
            .checked_add(self.present.unwrap_or(0))
    }

    /// The members duly chosen and sworn, if all are accounted for.
    pub fn accounted_for(&self) -> Option<u32> {
        self.answered()?.checked_add(self.not_voting?)
    }

    /// Refuses figures that cannot be. With the Vice President, who votes where the Senate is equally
    /// divided (Art. I s. 3 cl. 4), it can be one more than there are Senators.
    ///
    /// # Errors
    /// [`TooManyVotes`].
    pub fn check(
        &self,
        chamber: Chamber,
        on: Option<Day>,
        threshold: Threshold,
    ) -> Result<(), TooManyVotes> {
        let Some(seats) = on.and_then(|on| chamber.seats(on)) else {
            return Ok(());
        };
        let figures = [self.yeas, self.nays, self.present, self.not_voting];
        let sum: u64 = figures.into_iter().flatten().map(u64::from).sum();
        if sum <= u64::from(seats) || self.is_with_vice_president(chamber, threshold, seats) {
            Ok(())
        } else {
            Err(TooManyVotes { sum, seats })
        }
    }

    /// 51 to 50: the Vice President's vote is among the figures.
    fn is_with_vice_president(self, chamber: Chamber, threshold: Threshold, seats: u32) -> bool {
        let by_one = |yeas: u32, nays: u32| yeas.abs_diff(nays) == 1;
        breaks_ties(chamber, threshold)
            && self.accounted_for().or(self.answered()) == seats.checked_add(1)
            && self
                .yeas
                .zip(self.nays)
                .is_some_and(|(yeas, nays)| by_one(yeas, nays))
    }

    /// As the majority module takes it. Who did not answer counts as absent; where the source does not
    /// say how many did not, every seat counts as filled.
    fn tally(&self, seats: Option<u32>) -> Tally {
        let both = self.yeas.is_some() && self.nays.is_some();
        Tally {
            yes: self.yeas,
            no: self.nays,
            abstain: self.present.or(both.then_some(0)),
            present: self.answered(),
            members: seats,
            members_in_office: self.accounted_for().or(seats),
            ..Tally::default()
        }
    }
}

impl Vote {
    /// What it needed on a question: what the record says, if the law allows it, otherwise the rule.
    pub fn threshold(&self, question: Question, on: Option<Day>) -> Threshold {
        self.by
            .filter(|by| question.can_need(*by, on))
            .unwrap_or_else(|| question.threshold(on))
    }

    /// What the arithmetic makes of it, on a day, by a threshold.
    ///
    /// The Senate and the House decide with a majority of their members there (Art. I s. 5 cl. 1): 51 and
    /// 218 with every seat filled. A roll call that shows fewer decides nothing; where no roll was called,
    /// a quorum is presumed. An equally divided Senate leaves the answer to the Vice President.
    pub fn verdict(&self, chamber: Chamber, on: Option<Day>, threshold: Threshold) -> Verdict {
        let seats = on.and_then(|on| chamber.seats(on)).filter(|seats| {
            // A committee has fewer members, and with the Vice President there is one more vote.
            threshold.base != Base::Committee
                && !self
                    .roll_call
                    .is_with_vice_president(chamber, threshold, *seats)
        });
        let checked = match self.taken {
            Taken::YeasAndNays => Checked::Always,
            Taken::Otherwise => Checked::OnChallenge,
        };
        let counting = Counting {
            majority: threshold.expression(),
            quorum: seats.is_some().then(|| (quorum(), checked)),
        };
        let Arithmetic {
            decision,
            quorum,
            needed,
            have,
            ..
        } = counting.decide(&self.roll_call.tally(seats), seats);
        let is_tie = self.roll_call.yeas.is_some() && self.roll_call.yeas == self.roll_call.nays;
        Verdict {
            threshold,
            decision: if is_tie && breaks_ties(chamber, threshold) {
                Decision::CannotBeTold
            } else {
                decision
            },
            needed,
            have,
            quorum,
        }
    }
}

impl Verdict {
    /// What came of the vote: what the chair announced, otherwise what the arithmetic says. Without a
    /// quorum nothing was decided.
    pub fn effective(&self, ruling: Ruling) -> Decision {
        match (ruling, self.quorum) {
            (Ruling::Carried, _) => Decision::Carried,
            (Ruling::Lost, _) => Decision::Lost,
            (Ruling::NotKnown, QuorumFinding::Missing(Checked::Always)) => Decision::CannotBeTold,
            (Ruling::NotKnown, _) => self.decision,
        }
    }
}

/// Whether the Vice President breaks a tie: in the Senate, where more yeas than nays are asked for.
fn breaks_ties(chamber: Chamber, threshold: Threshold) -> bool {
    chamber == Chamber::Senate && threshold.part == Part::Majority && threshold.base == Base::Voting
}

/// A majority of the members chosen, sworn and living.
fn quorum() -> Expression {
    Expression::Compare(Comparison {
        figure: Variable::Present,
        compared: Compared::Gt,
        measure: Measure::Of(Fraction {
            numerator: 1,
            denominator: 2,
            base: Variable::MembersInOffice,
            plus: 0,
        }),
    })
}
