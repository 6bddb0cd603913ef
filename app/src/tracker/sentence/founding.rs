//! Sentences about acts that found an instrument, and about what follows entry into force.

use domain::act::{
    ActivationDetermined, ActivationState, ParticipantListed, ProcedureAdopted, ProcedureStanding,
    SittingCalendarPublished, Standing, TriggerDetermined,
};

use super::Saying;
use crate::say;
use crate::tracker::status;

impl Saying<'_> {
    pub(super) fn participant_listed(&self, listed: &ParticipantListed) -> String {
        let who = self.who.as_str();
        match listed.standing {
            Standing::Listed => say!(self.words, "tracker-act-listed", who = who),
            Standing::MayAccede => say!(self.words, "tracker-act-may-accede", who = who),
        }
    }

    pub(super) fn participant_removed(&self) -> String {
        say!(self.words, "tracker-act-removed", who = self.who.as_str())
    }

    pub(super) fn procedure_adopted(&self, adopted: &ProcedureAdopted) -> String {
        let who = self.who.as_str();
        match adopted.standing {
            ProcedureStanding::Research => {
                say!(self.words, "tracker-act-procedure-research", who = who)
            }
            ProcedureStanding::ConfirmedByParticipant => {
                say!(self.words, "tracker-act-procedure-confirmed", who = who)
            }
        }
    }

    pub(super) fn trigger_determined(&self, determined: &TriggerDetermined) -> String {
        say!(
            self.words,
            "tracker-act-trigger",
            who = self.who.as_str(),
            trigger = determined.trigger.as_str(),
            applies = status::applies(self.words, determined.applies)
        )
    }

    pub(super) fn calendar_published(&self, published: &SittingCalendarPublished) -> String {
        say!(
            self.words,
            "tracker-act-calendar",
            who = self.who.as_str(),
            count = published.sitting_days.len(),
            from = self.words.day(published.from),
            until = self.words.day(published.until)
        )
    }

    pub(super) fn departure_recorded(&self) -> String {
        say!(
            self.words,
            "tracker-act-departure",
            who = self.who.as_str(),
            stage = self.stage.as_str()
        )
    }

    pub(super) fn activation_determined(&self, determined: &ActivationDetermined) -> String {
        match determined.state {
            ActivationState::Activated => say!(self.words, "tracker-act-activated"),
            ActivationState::Ended => say!(self.words, "tracker-act-activation-ended"),
        }
    }
}
