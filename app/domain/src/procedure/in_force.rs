//! Which majority is in force at a stage: one, several, or a range until a trigger is determined.

use crate::act::VoteOn;
use crate::majority::{Arithmetic, Decision, Question, Quorum, Rule, decide};
use crate::name::Key;
use crate::procedure::determination::{Answer, Determinations};
use crate::procedure::{OnFailure, OverrideCase, Procedure, Stage, Trigger, When};
use crate::text::Body;

/// A majority that is, or may be, in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Majority<'a> {
    /// In which case.
    pub case: Case<'a>,
    /// The majority.
    pub rule: &'a Rule,
    /// The quorum.
    pub quorum: Option<&'a Quorum>,
    /// What is put to the vote; `None` where nobody votes on the treaty.
    pub question: Option<Question>,
    /// The articles.
    pub legal_basis: &'a [Body],
    /// What follows if the stage fails.
    pub on_failure: Option<&'a OnFailure>,
}

/// The case in which a majority is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case<'a> {
    /// None of the others.
    Ordinary,
    /// The trigger applies.
    Trigger(&'a When),
    /// What is to be overcome is an objection that was carried by this majority.
    Objection(&'a Rule),
}

/// On what it hangs which of several majorities is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deciding {
    /// On a trigger that nobody has determined.
    Trigger(Trigger),
    /// On the majority by which the objection was carried, whose figures are not known.
    MajorityOfTheObjection,
}

impl Case<'_> {
    fn deciding(self) -> Option<Deciding> {
        match self {
            Self::Ordinary => None,
            Self::Trigger(when) => Some(Deciding::Trigger(when.trigger)),
            Self::Objection(_) => Some(Deciding::MajorityOfTheObjection),
        }
    }
}

/// The majorities of a stage, as far as is known which of them apply.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InForce<'a> {
    /// Those that apply. Where there are several, each has to be reached.
    pub certain: Vec<Majority<'a>>,
    /// Those that may apply, the ordinary one first if it is not settled that another applies.
    pub possible: Vec<Majority<'a>>,
}

/// What the majorities of a stage make of a vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteArithmetic<'a> {
    /// The answer.
    pub verdict: Verdict,
    /// The numbers under each majority that is or may be in force, those that are first.
    pub under: Vec<(Majority<'a>, Arithmetic)>,
}

/// Whether a vote is carried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Under every majority that may be in force.
    Carried,
    /// Under none of them.
    Lost,
    /// Under one of them and not under another: it depends on these.
    DependsOn(Vec<Deciding>),
    /// It depends on figures that are not known.
    CannotBeTold,
}

impl Verdict {
    /// The decision, if there is one for every majority that may be in force.
    pub fn decision(&self) -> Decision {
        match self {
            Self::Carried => Decision::Carried,
            Self::Lost => Decision::Lost,
            Self::DependsOn(_) | Self::CannotBeTold => Decision::CannotBeTold,
        }
    }
}

impl<'a> InForce<'a> {
    /// The majorities by which a stage itself is passed.
    pub(super) fn of(stage: &'a Stage, determined: Determinations<'a>) -> Self {
        let ordinary = stage.rule.as_ref().map(|rule| Majority {
            case: Case::Ordinary,
            rule,
            quorum: stage.quorum.as_ref(),
            question: stage.vote_on,
            legal_basis: &stage.legal_basis,
            on_failure: stage.on_failure.as_ref(),
        });
        let others = stage.rule_variants.iter().map(|variant| {
            let majority = Majority {
                case: Case::Trigger(&variant.when),
                rule: &variant.rule,
                quorum: variant.quorum.as_ref().or(stage.quorum.as_ref()),
                question: variant.vote_on.or(stage.vote_on),
                legal_basis: variant.legal_basis.as_deref().unwrap_or_default(),
                on_failure: variant.on_failure.as_ref().or(stage.on_failure.as_ref()),
            };
            (majority, applies(determined.answer(variant.when.trigger)))
        });
        Self::gathered(ordinary, others)
    }

    /// The majorities by which what happened at a stage is overcome; none if it cannot be.
    pub(super) fn overcoming(
        procedure: &Procedure,
        stage: &'a Stage,
        determined: Determinations<'a>,
    ) -> Self {
        let Some(overcome) = &stage.overcome_by else {
            return Self::default();
        };
        let majority =
            |case, rule, quorum: Option<&'a Quorum>, basis: Option<&'a [Body]>| Majority {
                case,
                rule,
                quorum: quorum.or(overcome.quorum.as_ref()),
                question: None,
                legal_basis: basis.unwrap_or_default(),
                on_failure: None,
            };
        let ordinary = majority(
            Case::Ordinary,
            &overcome.rule,
            None,
            overcome.legal_basis.as_deref(),
        );
        let others = overcome.variants.iter().map(|variant| {
            let (case, applies) = match &variant.case {
                OverrideCase::Trigger(when) => (
                    Case::Trigger(when),
                    applies(determined.answer(when.trigger)),
                ),
                OverrideCase::Objection(rule) => {
                    let objection = determined.objection_at(&stage.key);
                    let decision = objection
                        .map(|vote| decide(rule, None, &vote.tally, procedure.seats(stage)));
                    let applies = match decision.map(|of| of.decision) {
                        Some(Decision::Carried) => Some(true),
                        Some(Decision::Lost) => Some(false),
                        Some(Decision::CannotBeTold) | None => None,
                    };
                    (Case::Objection(rule), applies)
                }
            };
            let (quorum, basis) = (variant.quorum.as_ref(), variant.legal_basis.as_deref());
            (majority(case, &variant.rule, quorum, basis), applies)
        });
        Self::gathered(Some(ordinary), others)
    }

    /// The ordinary majority is in force where no other is.
    fn gathered(
        ordinary: Option<Majority<'a>>,
        others: impl Iterator<Item = (Majority<'a>, Option<bool>)>,
    ) -> Self {
        let mut certain = Vec::new();
        let mut possible = Vec::new();
        for (majority, applies) in others {
            match applies {
                Some(true) => certain.push(majority),
                Some(false) => {}
                None => possible.push(majority),
            }
        }
        if certain.is_empty() {
            match ordinary {
                Some(ordinary) if possible.is_empty() => certain.push(ordinary),
                Some(ordinary) => possible.insert(0, ordinary),
                None => {}
            }
        }
        Self { certain, possible }
    }

    /// Those that are put to this vote. A vote on approval shows that approval was asked for.
    pub(super) fn asked(mut self, on: VoteOn) -> Self {
        let is_asked = |majority: &Majority<'_>| {
            majority
                .question
                .is_none_or(|question| VoteOn::from(question) == on)
        };
        self.certain.retain(is_asked);
        self.possible.retain(is_asked);
        if self.certain.is_empty() && self.possible.len() == 1 {
            self.certain.append(&mut self.possible);
        }
        self
    }

    /// All of them, those that are certain first.
    pub fn all(&self) -> impl Iterator<Item = &Majority<'a>> {
        self.certain.iter().chain(&self.possible)
    }

    /// What decides which of them is in force, each once.
    pub fn deciding(&self) -> Vec<Deciding> {
        let mut deciding: Vec<Deciding> = self
            .possible
            .iter()
            .filter_map(|majority| majority.case.deciding())
            .collect();
        deciding.sort_unstable();
        deciding.dedup();
        deciding
    }

    /// What they make of a vote; `None` if there is none of them.
    pub(super) fn decide(
        &self,
        decide: impl Fn(&Majority<'a>) -> Arithmetic,
    ) -> Option<VoteArithmetic<'a>> {
        let under: Vec<(Majority<'a>, Arithmetic)> = self
            .all()
            .map(|majority| (*majority, decide(majority)))
            .collect();
        let (certain, possible) = under.split_at_checked(self.certain.len())?;
        let decision = |of: &(Majority<'a>, Arithmetic)| of.1.decision;
        let settled = (!certain.is_empty()).then(|| all(certain.iter().map(decision)));
        // Each case that may be: what is certain, alone or together with what may come to it.
        let cases: Vec<(Option<Deciding>, Decision)> = settled
            .map(|settled| (None, settled))
            .into_iter()
            .chain(possible.iter().map(|one| {
                let together = all(settled.into_iter().chain([decision(one)]));
                (one.0.case.deciding(), together)
            }))
            .collect();
        let verdict = verdict(&cases)?;
        Some(VoteArithmetic { verdict, under })
    }
}

fn applies(answer: Answer<'_>) -> Option<bool> {
    match answer {
        Answer::Yes(_) => Some(true),
        Answer::No(_) => Some(false),
        Answer::NotDetermined => None,
    }
}

/// Carried if each majority is reached.
fn all(decisions: impl Iterator<Item = Decision>) -> Decision {
    decisions.fold(Decision::Carried, |all, one| match (all, one) {
        (Decision::Lost, _) | (_, Decision::Lost) => Decision::Lost,
        (Decision::CannotBeTold, _) | (_, Decision::CannotBeTold) => Decision::CannotBeTold,
        (Decision::Carried, Decision::Carried) => Decision::Carried,
    })
}

fn verdict(cases: &[(Option<Deciding>, Decision)]) -> Option<Verdict> {
    let (_, first) = *cases.first()?;
    let is = |decision| cases.iter().any(|(_, one)| *one == decision);
    Some(
        match (
            is(Decision::Carried),
            is(Decision::Lost),
            is(Decision::CannotBeTold),
        ) {
            (true, false, false) => Verdict::Carried,
            (false, true, false) => Verdict::Lost,
            (true, true, _) => {
                let mut deciding: Vec<Deciding> = cases
                    .iter()
                    .filter(|(_, one)| *one != first)
                    .filter_map(|(deciding, _)| *deciding)
                    .collect();
                deciding.sort_unstable();
                deciding.dedup();
                Verdict::DependsOn(deciding)
            }
            (_, _, true) | (false, false, false) => Verdict::CannotBeTold,
        },
    )
}

/// The chamber whose seats count at an override: the one that votes on it, if there is only one.
pub(super) fn chamber_of(stage: &Stage, on: VoteOn) -> Option<&Key> {
    match on {
        VoteOn::Override => match stage.overcome_by.as_ref()?.chambers.as_slice() {
            [chamber] => Some(chamber),
            _ => None,
        },
        VoteOn::Approval | VoteOn::Objection | VoteOn::Cloture => stage.chamber.as_ref(),
    }
}
