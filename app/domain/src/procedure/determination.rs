//! What is known of the facts on which a procedure depends.

use crate::act::{Act, Applies, Ruling, VoteOn, VoteTaken};
use crate::digest::Digest;
use crate::name::Key;
use crate::procedure::Trigger;
use crate::snapshot::Fact;
use crate::text::Text;

/// What is known of a trigger: a participant's procedure never takes silence for a no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer<'a> {
    /// It applies, on this ground.
    Yes(&'a Text),
    /// It does not apply, on this ground.
    No(&'a Text),
    /// Nobody has determined it.
    NotDetermined,
}

/// What a participant's facts say of the triggers, as seen from one of its acts.
///
/// What a treaty says does not change with the day on which somebody determines it. So the last
/// determination before an act counts for it, and if there is none, the first one after it.
#[derive(Debug, Clone, Copy)]
pub struct Determinations<'a> {
    before: &'a [Fact],
    after: &'a [Fact],
}

impl<'a> Determinations<'a> {
    /// As seen now. The facts all stand and are in the order in which they happened.
    pub fn now(facts: &'a [Fact]) -> Self {
        Self {
            before: facts,
            after: &[],
        }
    }

    /// As seen from one of these facts; from now if it is not among them.
    pub fn when(facts: &'a [Fact], fact: Digest) -> Self {
        let position = facts.iter().position(|one| one.hash == fact);
        let (before, after) = facts.split_at(position.unwrap_or(facts.len()));
        Self { before, after }
    }

    /// What is known of a trigger.
    pub fn answer(self, trigger: Trigger) -> Answer<'a> {
        let determined = |fact: &'a Fact| match fact.act() {
            Some(Act::TriggerDetermined(determined))
                if determined.trigger.as_str() == trigger.name() =>
            {
                Some(match determined.applies {
                    Applies::Yes => Answer::Yes(&determined.ground),
                    Applies::No => Answer::No(&determined.ground),
                })
            }
            Some(_) | None => None,
        };
        let mut before = self.before.iter().rev();
        let mut after = self.after.iter();
        before
            .find_map(determined)
            .or_else(|| after.find_map(determined))
            .unwrap_or(Answer::NotDetermined)
    }

    /// The objection that was carried last at a stage.
    pub(super) fn objection_at(self, stage: &Key) -> Option<&'a VoteTaken> {
        let mut before = self.before.iter().rev();
        before.find_map(|fact| match fact.act() {
            Some(Act::VoteTaken(vote))
                if fact.statement.stage.as_ref() == Some(stage)
                    && vote.on == VoteOn::Objection
                    && vote.ruling == Ruling::Carried =>
            {
                Some(vote)
            }
            Some(_) | None => None,
        })
    }
}
