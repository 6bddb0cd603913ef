//! What a proposal would do, and who comes next: for the pages, before anybody signs.

use domain::act::ActGroup;
use domain::effect::Effect;
use domain::legal_date::LegalDate;
use domain::office::Office;
use domain::policy::Awaited;
use domain::snapshot::Ending;

use super::error::Refusal;
use super::{Proposal, Proposals, decision};

/// Whose sign-off comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The group of acts whose rule applies.
    pub group: ActGroup,
    /// What the rule waits for; `None` if it has all it asks for.
    pub awaited: Option<Awaited>,
    /// What publishes it.
    pub ending: Ending,
}

impl Proposals {
    /// What publishing the proposal would do by what the register says now. An act that is accepted
    /// in due form counts from its date of receipt; without one it is taken as received today.
    ///
    /// # Errors
    /// [`Refusal`] if the register cannot take it.
    pub fn effect(
        &self,
        proposal: &Proposal,
        received: Option<&LegalDate>,
    ) -> Result<Effect, Refusal> {
        let published = self.register.current();
        let course = decision::course(proposal, &published.snapshot)?;
        let statement = proposal.statement.as_ref().ok_or(Refusal::NoStatement)?;
        let today = self.register.legal_day(&course.instrument.seat.zone);
        let supposed = LegalDate::on(today);
        let received = match course.ending {
            Ending::SignOff => None,
            Ending::Acceptance => Some(received.unwrap_or(&supposed)),
        };
        Ok(Effect::of(
            &published.snapshot,
            statement,
            proposal.occasion,
            received,
            today,
        )?)
    }

    /// What an officer is shown before a countersignature that publishes: nothing for a step at home,
    /// and nothing where it cannot be told.
    pub fn effect_to_show(&self, proposal: &Proposal) -> Option<Effect> {
        let next = self.next(proposal).ok()?;
        if next.group == ActGroup::National || next.ending == Ending::Acceptance {
            return None;
        }
        self.effect(proposal, None).ok()
    }

    /// Whether somebody in this office can sign what comes next.
    pub fn is_awaited(&self, office: &Office, proposal: &Proposal) -> bool {
        let published = self.register.current();
        decision::awaits(proposal, office, &published.snapshot)
    }

    /// Whose sign-off comes next by the policy in force now.
    ///
    /// # Errors
    /// [`Refusal`] if the register cannot take it, whoever signs.
    pub fn next(&self, proposal: &Proposal) -> Result<Next, Refusal> {
        let published = self.register.current();
        let course = decision::course(proposal, &published.snapshot)?;
        Ok(Next {
            group: course.group,
            awaited: course.awaited(&proposal.taken()),
            ending: course.ending,
        })
    }
}
