//! A register in memory: a history's entries, encoded, decoded and folded like any others.

use std::collections::{BTreeMap, BTreeSet};

use domain::clause::{Condition, evaluate};
use domain::day::Day;
use domain::name::{Key, Slug};
use domain::register::merkle::{Frontier, leaf_hash};
use domain::register::{Draft, Entry, RecordedAt};
use domain::snapshot::{OnUnknown, Snapshot};

use crate::history::folder::{Case, Happening, History};
use crate::history::import;
use crate::history::problem::Findings;

/// A history as a register.
#[derive(Debug)]
pub struct InMemory {
    /// The fold of its entries.
    pub snapshot: Snapshot,
    /// Its root.
    pub frontier: Frontier,
    /// The instruments' names by those of the cases.
    pub slugs: BTreeMap<String, Slug>,
}

/// Microseconds from 1970 to 2000: where the nominal instants of entries begin. Nothing is recorded
/// by a replay; the instants only number the entries.
const FIRST_INSTANT: i64 = 946_684_800_000_000;

impl InMemory {
    /// Imports a history. `None` if `findings` has errors.
    pub fn build(history: &History, findings: &mut Findings) -> Option<Self> {
        let slugs = import::slugs(history.cases.iter().map(|case| case.name.as_str()));
        let mut register = Self {
            snapshot: Snapshot::new(OnUnknown::Stop),
            frontier: Frontier::new(),
            slugs,
        };
        for case in in_order_of_need(&history.cases, findings)? {
            let slug = register.slugs.get(&case.name)?.clone();
            let particulars = import::Particulars::of(case, slug, findings)?;
            let imported = import::import(case, particulars, findings)?;
            for draft in imported.drafts {
                register.append(draft, case, findings)?;
            }
            register.other_treaties(case, &history.cases, findings)?;
        }
        findings.errors.is_empty().then_some(register)
    }

    /// Records the entry into force of other treaties that this case's clause waits for.
    fn other_treaties(
        &mut self,
        case: &Case,
        cases: &[Case],
        findings: &mut Findings,
    ) -> Option<()> {
        for event in awaited(case) {
            if has_event(case, &event) {
                continue;
            }
            let Some(other) = cases.iter().find(|other| other.name == event.as_str()) else {
                findings.warn(
                    &case.at,
                    format!("the clause waits for the event “{event}”, which no row of other_events.csv records and which is no case; it is taken as not having happened"),
                );
                continue;
            };
            let other = self.slugs.get(&other.name)?.clone();
            let Some(in_force) = self.in_force(&other) else {
                continue;
            };
            let slug = self.slugs.get(&case.name)?.clone();
            match import::event_draft(slug, event, in_force) {
                Ok(draft) => self.append(draft, case, findings)?,
                Err(error) => {
                    findings.error(&case.at, error.to_string());
                    return None;
                }
            }
        }
        Some(())
    }

    fn append(&mut self, draft: Draft, case: &Case, findings: &mut Findings) -> Option<()> {
        match self.try_append(draft) {
            Ok(()) => Some(()),
            Err(problem) => {
                findings.error(&case.at, problem);
                None
            }
        }
    }

    fn try_append(&mut self, draft: Draft) -> Result<(), String> {
        let index = self.frontier.size();
        let micros = i64::try_from(index)
            .unwrap_or(i64::MAX)
            .saturating_add(FIRST_INSTANT);
        let instant = RecordedAt::from_unix_micros(micros).ok_or("too many entries")?;
        let bytes = draft
            .numbered(index, instant)
            .encode()
            .map_err(|e| e.to_string())?;
        let entry = Entry::decode(&bytes).map_err(|e| e.to_string())?;
        self.frontier.push(leaf_hash(&bytes));
        let before = std::mem::replace(&mut self.snapshot, Snapshot::new(OnUnknown::Stop));
        self.snapshot = before.followed_by(&entry).map_err(|e| e.to_string())?;
        Ok(())
    }

    /// The last day that the case's record speaks of: that of an act, of its effect, or one that
    /// the clause names. `None` if there is no day at all.
    pub fn horizon(&self, slug: &Slug) -> Option<Day> {
        let instrument = self.snapshot.instrument(slug)?;
        let (definition, record) = instrument.whole_record(self.frontier.size())?;
        let of_participants = instrument
            .participants()
            .flat_map(|code| instrument.facts_about(code));
        instrument
            .facts()
            .iter()
            .chain(of_participants)
            .filter_map(|fact| fact.date().latest())
            .chain(evaluate::horizon(&definition.clause, &record))
            .max()
    }

    fn in_force(&self, slug: &Slug) -> Option<Day> {
        let day = self.horizon(slug)?;
        let view = self.snapshot.view(slug, day, self.frontier.size()).ok()?;
        view.evaluation.met.map(|met| met.in_force)
    }
}

/// The events that a clause waits for.
fn awaited(case: &Case) -> BTreeSet<Key> {
    case.rule
        .clause
        .conditions()
        .into_iter()
        .filter_map(|condition| match condition {
            Condition::Event(event) => Some(event.clone()),
            _ => None,
        })
        .collect()
}

fn has_event(case: &Case, event: &Key) -> bool {
    case.events
        .iter()
        .any(|other| matches!(&other.event, Happening::Other(key) if key == event))
}

/// The cases, each after those whose entry into force it waits for. `None` if they wait for each other.
fn in_order_of_need<'a>(cases: &'a [Case], findings: &mut Findings) -> Option<Vec<&'a Case>> {
    let mut ordered: Vec<&Case> = Vec::new();
    let mut waiting: Vec<&Case> = cases.iter().collect();
    while !waiting.is_empty() {
        let (ready, rest): (Vec<&Case>, Vec<&Case>) = waiting.iter().partition(|case| {
            awaited(case)
                .iter()
                .filter(|event| !has_event(case, event))
                .all(|event| !waiting.iter().any(|other| other.name == event.as_str()))
        });
        if ready.is_empty() {
            for case in rest {
                findings.error(
                    &case.at,
                    "the clause waits for a case that waits for this one",
                );
            }
            return None;
        }
        ordered.extend(ready);
        waiting = rest;
    }
    // Only the order of import follows need; the report keeps the order of the file.
    Some(ordered)
}
