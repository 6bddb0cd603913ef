//! The facts of an instrument or a participant, in the order of their entries, found by hash.

use std::collections::BTreeMap;

use crate::act::Act;
use crate::digest::Digest;
use crate::snapshot::fact::Fact;

/// Facts in the order of their entries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    list: Vec<Fact>,
    by_hash: BTreeMap<Digest, usize>,
    /// Where the few facts stand by which every other statement is judged: definitions,
    /// policies, listings.
    rules: Vec<usize>,
}

impl Facts {
    /// Adds a fact after the others.
    pub fn push(&mut self, fact: Fact) {
        self.by_hash.insert(fact.hash, self.list.len());
        if matches!(
            fact.act(),
            Some(
                Act::InstrumentOpened(_)
                    | Act::InstrumentAmended(_)
                    | Act::SignOffPolicyAdopted(_)
                    | Act::ParticipantListed(_)
            )
        ) {
            self.rules.push(self.list.len());
        }
        self.list.push(fact);
    }

    /// The fact with this hash.
    pub fn find(&self, hash: Digest) -> Option<&Fact> {
        self.by_hash.get(&hash).and_then(|at| self.list.get(*at))
    }

    /// The fact with this hash, to be marked.
    pub fn find_mut(&mut self, hash: Digest) -> Option<&mut Fact> {
        self.by_hash
            .get(&hash)
            .and_then(|at| self.list.get_mut(*at))
    }

    /// The definitions, policies and listings, in the order of their entries, superseded ones too.
    pub fn rules(&self) -> impl DoubleEndedIterator<Item = &Fact> {
        self.rules.iter().filter_map(|at| self.list.get(*at))
    }

    /// All facts, superseded ones too.
    pub fn as_slice(&self) -> &[Fact] {
        &self.list
    }
}
