//! Who keeps an instrument in the register: the authorities whose officers sign for its depositary.

use std::collections::BTreeSet;

use crate::instrument::Instrument;
use crate::name::Key;
use crate::office::Office;

/// The authorities whose officers sign for the depositary of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keepers {
    /// These.
    Are(BTreeSet<Key>),
    /// Whoever opens it, one authority: it names no depositary and is not in the register yet.
    WhoeverOpens,
}

impl Keepers {
    /// The keepers of an instrument with this definition: its depositaries, or, where instruments are
    /// exchanged (VCLT art. 76), the authority that opened it in the register. `opened_by` holds the
    /// offices that signed its opening; `None` before that.
    pub fn of(instrument: &Instrument, opened_by: Option<&[Office]>) -> Self {
        if !instrument.depositaries.is_empty() {
            let depositaries = instrument.depositaries.iter();
            return Self::Are(depositaries.map(|one| one.authority.clone()).collect());
        }
        match opened_by {
            Some(offices) => Self::Are(authorities(offices).cloned().collect()),
            None => Self::WhoeverOpens,
        }
    }

    /// Whether an officer of this authority signs, beside those who have signed in these offices.
    pub fn include<'a>(
        &self,
        authority: &Key,
        signed: impl IntoIterator<Item = &'a Office>,
    ) -> bool {
        match self {
            Self::Are(keepers) => keepers.contains(authority),
            Self::WhoeverOpens => authorities(signed).all(|other| other == authority),
        }
    }

    /// Those who keep it and would not any more, if `later` did.
    pub fn leaving(&self, later: &Self) -> BTreeSet<Key> {
        match (self, later) {
            (Self::Are(now), Self::Are(later)) => now.difference(later).cloned().collect(),
            (_, _) => BTreeSet::new(),
        }
    }
}

/// The depositary authorities among these offices.
pub fn authorities<'a>(
    offices: impl IntoIterator<Item = &'a Office>,
) -> impl Iterator<Item = &'a Key> {
    offices.into_iter().filter_map(|office| match office {
        Office::DepositaryOfficer(authority) => Some(authority),
        Office::Liaison(_) | Office::Verifier(_) => None,
    })
}
