//! Who sees a proposal. What somebody may not see is not found.

use domain::entity::EntityCode;
use domain::name::Key;
use domain::office::Office;
use domain::snapshot::Snapshot;
use serde::{Deserialize, Serialize};

use super::{Proposal, decision};
use crate::account::Actor;

/// For whom an office acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// A participant.
    Participant(EntityCode),
    /// A depositary authority.
    Depositary(Key),
}

impl Side {
    /// The side of an office.
    pub fn of(office: &Office) -> Self {
        match office {
            Office::Liaison(code) | Office::Verifier(code) => Self::Participant(*code),
            Office::DepositaryOfficer(authority) => Self::Depositary(authority.clone()),
        }
    }
}

/// Whether an actor sees a proposal: those of the side that began it; an office whose sign-off it
/// waits for; an office that signed this version or sent it back.
pub(super) fn sees(actor: &Actor, proposal: &Proposal, snapshot: &Snapshot) -> bool {
    let Some(office) = actor.role.office() else {
        return false;
    };
    let signed = || {
        proposal
            .sign_offs
            .iter()
            .any(|sign_off| sign_off.office == office)
    };
    let returned = || {
        let by = proposal.returned.as_ref().map(|returned| &returned.office);
        proposal.state == super::State::Returned && by == Some(&office)
    };
    Side::of(&office) == Side::of(&proposal.author_office)
        || signed()
        || returned()
        || decision::awaits(proposal, &office, snapshot)
}
