//! Sentences about acts of a participant's own procedure.

use domain::act::{
    ClockExtended, ConditionMet, Outcome, ProcedureConcluded, RouteChosen, StepConcluded, Tally,
    VoteTaken,
};

use super::Saying;
use crate::say;
use crate::tracker::status;
use crate::words::Words;

impl Saying<'_> {
    pub(super) fn step_scheduled(&self) -> String {
        say!(
            self.words,
            "tracker-act-step-scheduled",
            who = self.who.as_str(),
            stage = self.stage.as_str(),
            date = self.words.legal_date(&self.statement.date)
        )
    }

    pub(super) fn step_begun(&self) -> String {
        let stage = self.stage.as_str();
        say!(
            self.words,
            "tracker-act-step-begun",
            who = self.who.as_str(),
            stage = stage
        )
    }

    pub(super) fn vote_taken(&self, vote: &VoteTaken) -> String {
        say!(
            self.words,
            "tracker-act-vote-taken",
            who = self.who.as_str(),
            stage = self.stage.as_str(),
            on = status::vote_on(self.words, vote.on),
            tally = tally(self.words, &vote.tally),
            ruling = status::ruling(self.words, vote.ruling)
        )
    }

    pub(super) fn step_concluded(&self, concluded: &StepConcluded) -> String {
        say!(
            self.words,
            "tracker-act-step-concluded",
            who = self.who.as_str(),
            stage = self.stage.as_str(),
            outcome = status::outcome(self.words, concluded.outcome)
        )
    }

    pub(super) fn procedure_concluded(&self, concluded: &ProcedureConcluded) -> String {
        let who = self.who.as_str();
        match concluded.outcome {
            Outcome::Completed => say!(self.words, "tracker-act-procedure-completed", who = who),
            Outcome::Failed => say!(self.words, "tracker-act-procedure-failed", who = who),
        }
    }

    pub(super) fn step_not_required(&self) -> String {
        let who = self.who.as_str();
        if self.statement.stage.is_none() {
            return say!(self.words, "tracker-act-procedure-not-required", who = who);
        }
        say!(
            self.words,
            "tracker-act-step-not-required",
            who = who,
            stage = self.stage.as_str()
        )
    }

    pub(super) fn clock_started(&self) -> String {
        say!(
            self.words,
            "tracker-act-clock-started",
            who = self.who.as_str(),
            stage = self.stage.as_str()
        )
    }

    pub(super) fn clock_extended(&self, extended: &ClockExtended) -> String {
        say!(
            self.words,
            "tracker-act-clock-extended",
            who = self.who.as_str(),
            stage = self.stage.as_str(),
            by = extended.by.get()
        )
    }

    pub(super) fn court_referral(&self) -> String {
        say!(
            self.words,
            "tracker-act-court-referral",
            who = self.who.as_str()
        )
    }

    pub(super) fn route_chosen(&self, chosen: &RouteChosen) -> String {
        say!(
            self.words,
            "tracker-act-route-chosen",
            who = self.who.as_str(),
            route = chosen.route.as_str()
        )
    }

    pub(super) fn condition_met(&self, met: &ConditionMet) -> String {
        say!(
            self.words,
            "tracker-act-condition-met",
            who = self.who.as_str(),
            condition = met.condition.as_str()
        )
    }
}

/// The figures of a vote that are known: "235 for, 12 against".
pub(crate) fn tally(words: Words, tally: &Tally) -> String {
    let figures: Vec<String> = [
        tally
            .yes
            .map(|count| say!(words, "tracker-tally-yes", count = count)),
        tally
            .no
            .map(|count| say!(words, "tracker-tally-no", count = count)),
        tally
            .abstain
            .map(|count| say!(words, "tracker-tally-abstain", count = count)),
        tally
            .not_voting
            .map(|count| say!(words, "tracker-tally-not-voting", count = count)),
        tally
            .present
            .map(|count| say!(words, "tracker-tally-present", count = count)),
        tally
            .yes_weight
            .map(|count| say!(words, "tracker-tally-yes-weight", count = count)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if figures.is_empty() {
        return say!(words, "tracker-tally-unknown");
    }
    figures.join(&say!(words, "list-comma"))
}
