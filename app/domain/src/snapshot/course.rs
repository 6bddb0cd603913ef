//! The course of a statement from its draft to the register: who signs it off, and how it ends.

use std::collections::BTreeSet;

use crate::act::{Act, ActGroup};
use crate::entity::EntityCode;
use crate::instrument::Instrument;
use crate::keepers::{Keepers, authorities};
use crate::name::Key;
use crate::office::Office;
use crate::policy::{Awaited, Occasion, OfficeWanted, Rule, Taken};
use crate::snapshot::InstrumentRecord;
use crate::statement::Statement;

/// How a statement would be signed off and published, if it were the next one in the register.
#[derive(Debug, Clone)]
pub struct Course<'a> {
    /// The group whose sign-offs it needs.
    pub group: ActGroup,
    /// The rule of the policy in force.
    pub rule: &'a Rule,
    /// The definition by which its sign-offs are judged.
    pub instrument: &'a Instrument,
    /// What publishes it.
    pub ending: Ending,
    participant: Option<EntityCode>,
    record: &'a InstrumentRecord,
    keepers: Keepers,
    /// The authorities that it would leave out: the last to sign are officers of theirs.
    leaving: BTreeSet<Key>,
}

/// What publishes a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The last sign-off.
    SignOff,
    /// The depositary's acceptance in due form, together with the last sign-off.
    Acceptance,
}

impl<'a> Course<'a> {
    /// The course of a statement under this rule.
    pub(super) fn new(
        statement: &Statement,
        group: ActGroup,
        rule: &'a Rule,
        instrument: &'a Instrument,
        record: &'a InstrumentRecord,
    ) -> Self {
        Self {
            group,
            rule,
            instrument,
            ending: ending(statement, rule, instrument),
            participant: statement.participant,
            record,
            keepers: record.keepers_under(instrument),
            leaving: record.leaving(statement),
        }
    }

    /// What comes next after these sign-offs; `None` once there are enough.
    pub fn awaited(&self, taken: &[Taken<'_>]) -> Option<Awaited> {
        self.rule.awaited(taken, self.participant)
    }

    /// Whether the rule asks for a sign-off in this office at any step.
    pub fn asks_for(&self, office: &Office) -> bool {
        self.is_eligible(office, &[])
            && self
                .rule
                .steps
                .iter()
                .flat_map(|step| &step.all_of)
                .any(|wanted| wanted.office.fits(office, self.participant))
    }

    /// What comes next after these sign-offs, if somebody in this office can sign it.
    pub fn awaited_of(&self, office: &Office, taken: &[Taken<'_>]) -> Option<Awaited> {
        self.awaited(taken).filter(|awaited| {
            self.is_eligible(office, taken)
                && awaited.is_for(office, self.participant)
                && self.leaves_room(awaited, office, taken)
        })
    }

    /// Whether those whom it leaves out can still sign it after somebody in this office.
    fn leaves_room(&self, awaited: &Awaited, office: &Office, taken: &[Taken<'_>]) -> bool {
        let lacking = |authority: &&Key| {
            let signed = taken.iter().map(|taken| taken.office).chain([office]);
            !authorities(signed).any(|signed| signed == *authority)
        };
        let lacking = self.leaving.iter().filter(lacking).count();
        usize::try_from(awaited.left).is_ok_and(|left| lacking < left)
    }

    /// Only officers of the instrument's own depositary act for it, and only those who take part for
    /// others than the participant concerned.
    fn is_eligible(&self, office: &Office, taken: &[Taken<'_>]) -> bool {
        match office {
            Office::Liaison(of) | Office::Verifier(of) => {
                self.participant == Some(*of) || self.record.takes_part(*of)
            }
            Office::DepositaryOfficer(authority) => {
                let signed = taken.iter().map(|taken| taken.office);
                self.keepers.include(authority, signed)
            }
        }
    }
}

/// An act between States ends with its acceptance by the depositary, where there is one that has the
/// last word; so does an act that takes the place of another. What only takes an act back or
/// translates it is no instrument that could be in due form.
fn ending(statement: &Statement, rule: &Rule, instrument: &Instrument) -> Ending {
    let is_between_states = statement.act().map(Act::group) == Some(ActGroup::International);
    let is_received = match rule.occasion {
        Occasion::Regular | Occasion::OnPaper => !instrument.depositaries.is_empty(),
        Occasion::Exchange | Occasion::ImportOfHistory => false,
    };
    let depositary_is_last = rule.steps.last().is_some_and(|step| {
        step.all_of
            .iter()
            .all(|wanted| wanted.office == OfficeWanted::DepositaryOfficer)
    });
    if is_between_states && is_received && depositary_is_last {
        Ending::Acceptance
    } else {
        Ending::SignOff
    }
}
