//! What a stage's own facts say of it.

use crate::act::{Act, Outcome, Ruling, VoteOn, VoteTaken};
use crate::procedure::{OnFailure, Stage};
use crate::snapshot::Fact;
use crate::text::Text;

/// What the facts at a stage amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence<'a> {
    /// Nothing that begins or ends it.
    Nothing,
    /// It began.
    Begun,
    /// It ended as the treaty needs it, or was departed from, by this fact.
    Done(&'a Fact),
    /// It ended and stopped the treaty.
    Failed,
    /// It was said not to be required.
    NotRequired(&'a Text),
}

impl<'a> Evidence<'a> {
    /// The last fact that ends the stage decides: a vote that was lost can be taken again.
    pub fn of(stage: &Stage, facts: &[&'a Fact]) -> Self {
        let each = || facts.iter().map(|fact| Self::of_fact(stage, fact));
        let ends = |evidence: &Self| !matches!(evidence, Self::Nothing | Self::Begun);
        let begins = |evidence: &Self| matches!(evidence, Self::Begun);
        let last_end = each().rev().find(ends);
        last_end
            .or_else(|| each().find(begins))
            .unwrap_or(Self::Nothing)
    }

    fn of_fact(stage: &Stage, fact: &'a Fact) -> Self {
        let Some(act) = fact.act() else {
            return Self::Nothing;
        };
        match act {
            Act::StepBegun(_)
            | Act::ClockStarted(_)
            | Act::ClockExtended(_)
            | Act::CourtReferral(_) => Self::Begun,
            Act::VoteTaken(vote) => match is_passed_by(stage, vote) {
                Some(true) => Self::Done(fact),
                // What could overcome the objection did not.
                Some(false) if vote.on == VoteOn::Override => Self::Failed,
                Some(false) => Self::missed(stage, fact),
                None => Self::Begun,
            },
            Act::StepConcluded(concluded) => match concluded.outcome {
                Outcome::Completed => Self::Done(fact),
                Outcome::Failed => Self::missed(stage, fact),
            },
            Act::DepartureRecorded(_) => Self::Done(fact),
            Act::StepNotRequired(not_required) => Self::NotRequired(&not_required.ground),
            _ => Self::Nothing,
        }
    }

    /// What follows when a stage did not end as the treaty needs it.
    fn missed(stage: &Stage, fact: &'a Fact) -> Self {
        match &stage.on_failure {
            None | Some(OnFailure::Stop) => Self::Failed,
            Some(OnFailure::Continue) => Self::Done(fact),
            // The stage stays open until it is overcome, repeated or left.
            Some(
                OnFailure::Override
                | OnFailure::Loop
                | OnFailure::ReturnToCommittee
                | OnFailure::Goto(_)
                | OnFailure::SwitchRoute(_),
            ) => Self::Begun,
        }
    }
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
