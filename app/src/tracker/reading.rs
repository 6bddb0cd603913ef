//! What a page is made of.

use domain::act::Act;
use domain::day::Day;
use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::legal_date::LegalDate;
use domain::name::{Key, Slug};
use domain::procedure::{Followed, Library};
use domain::register::RecordedAt;
use domain::snapshot::{Fact, InstrumentRecord, Snapshot, View};
use domain::statement::Statement;

use super::address::{Address, At};
use super::page::NotFound;
use super::stage;
use crate::layout::{Last, RegisterState, Subject};
use crate::words::Words;

/// Everything that a page is made of: it knows nothing else.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The language.
    pub words: Words,
    /// The fold of the register.
    pub snapshot: &'a Snapshot,
    /// The procedures known: those that come with the program, and those adopted in the register.
    pub library: &'a Library,
    /// The root over all entries of the snapshot.
    pub root: Digest,
    /// Which day the page speaks of, and how much of the register it knows.
    pub at: At,
    /// The legal day of the instrument concerned; where there is none, that of UTC.
    pub today: Day,
    /// The first instant after that day at the seat of the instrument concerned, where the page speaks
    /// of a day that has passed: what was announced from then on, nobody had announced by the end of it.
    pub day_ends: Option<RecordedAt>,
    /// The entry, for the page of an entry.
    pub entry: Option<EntryBytes<'a>>,
}

/// When what a statement says happened, by itself. An acceptance in due form speaks of the receipt;
/// the day on which the depositary got round to it is no fact of the treaty.
pub(super) fn stated(statement: &Statement) -> &LegalDate {
    match statement.act() {
        Some(Act::AcceptedInDueForm(accepted)) => &accepted.received,
        Some(_) | None => &statement.date,
    }
}

/// An entry as it is stored.
#[derive(Debug, Clone, Copy)]
pub struct EntryBytes<'a> {
    /// Its canonical bytes.
    pub bytes: &'a [u8],
    /// The hash of its bytes in the tree.
    pub leaf_hash: Digest,
    /// The root over all entries up to and with it.
    pub root_after: Digest,
}

impl<'a> Reading<'a> {
    /// How many entries the page knows of.
    pub(super) fn size(&self) -> u64 {
        self.at.size().unwrap_or_else(|| self.snapshot.size())
    }

    /// The instrument as the page sees it.
    pub(super) fn see(&self, slug: &Slug) -> Result<Seen<'a>, NotFound> {
        let size = self.size();
        let not_found = || NotFound::Instrument(slug.clone());
        if size > self.snapshot.size() {
            return Err(NotFound::Size(size));
        }
        let record = self.snapshot.instrument(slug).ok_or_else(not_found)?;
        let day = self.at.day().unwrap_or(self.today);
        let view = self
            .snapshot
            .view(slug, day, size)
            .map_err(|_| not_found())?;
        let has_passed = self.at.day().is_some_and(|day| day < self.today);
        let day_ends = self.day_ends.filter(|_| has_passed);
        let view = match day_ends {
            Some(end) => view.without_later_announcements(end),
            None => view,
        };
        Ok(Seen {
            words: self.words,
            snapshot: self.snapshot,
            has_passed,
            day_ends,
            at: self.at,
            today: self.today,
            slug: slug.clone(),
            record,
            library: self.library,
            view,
        })
    }

    /// The state of the register, for the pages that say it. The root is that of the whole
    /// register, so that a page that knows less of it does not give one.
    pub(super) fn register(&self) -> Option<RegisterState> {
        self.at.size().is_none().then(|| RegisterState {
            size: self.snapshot.size(),
            root: self.root,
        })
    }
}

/// An instrument as a page sees it: on a day, by what the register said at a size.
pub(super) struct Seen<'a> {
    pub words: Words,
    pub snapshot: &'a Snapshot,
    pub at: At,
    pub today: Day,
    /// Whether the page speaks of a day that has passed.
    pub has_passed: bool,
    /// The first instant after such a day, at the seat.
    pub day_ends: Option<RecordedAt>,
    pub slug: Slug,
    pub record: &'a InstrumentRecord,
    pub library: &'a Library,
    pub view: View,
}

impl Seen<'_> {
    /// When a fact happened, as the register said at that size: an act accepted by the depositary on
    /// the day of its receipt.
    pub fn happened(&self, fact: &Fact) -> LegalDate {
        match fact.act() {
            Some(Act::AcceptedInDueForm(_)) => stated(&fact.statement).clone(),
            Some(_) | None => fact.as_said_at(self.view.size).date().clone(),
        }
    }

    /// Whether a fact is on the page: it was recorded by that size and, where the page speaks of a day
    /// that has passed, had happened by the end of it. An announcement happened when it was recorded;
    /// what has no date may have happened.
    pub fn is_shown(&self, fact: &Fact) -> bool {
        let day = self.view.day;
        let had_happened = || match fact.act() {
            Some(Act::StepScheduled(_)) => self.day_ends.is_none_or(|end| fact.recorded_at < end),
            Some(_) | None => self.happened(fact).latest().is_none_or(|on| on <= day),
        };
        fact.index < self.view.size && (!self.has_passed || had_happened())
    }

    /// The facts on the page, superseded ones too, in the order of their entries.
    pub fn facts(&self) -> Vec<&Fact> {
        let mut facts: Vec<&Fact> = self
            .record
            .facts()
            .iter()
            .chain(
                self.record
                    .participants()
                    .flat_map(|code| self.record.facts_about(code)),
            )
            .filter(|fact| self.is_shown(fact))
            .collect();
        // An acceptance stands after the act that it accepts. Between participants the code decides.
        let is_acceptance = |fact: &Fact| matches!(fact.act(), Some(Act::AcceptedInDueForm(_)));
        facts.sort_by_key(|fact| {
            (
                fact.index,
                is_acceptance(fact),
                fact.statement.participant,
                fact.hash,
            )
        });
        facts
    }

    /// The fact with this hash.
    pub fn find(&self, participant: Option<EntityCode>, hash: Digest) -> Option<&Fact> {
        let facts =
            participant.map_or_else(|| self.record.facts(), |code| self.record.facts_about(code));
        facts.iter().find(|fact| fact.hash == hash)
    }

    /// The statement recorded last; of an entry with several, the first. On a day that has passed,
    /// the act that happened last.
    pub fn latest(&self) -> Option<&Fact> {
        let facts = self.facts();
        if self.has_passed {
            return facts
                .into_iter()
                .filter(|fact| fact.is_said_at(self.view.size))
                .filter(|fact| !matches!(fact.act(), Some(Act::StepScheduled(_))))
                .filter_map(|fact| Some((self.happened(fact).latest()?, fact)))
                // Of those of one day the one recorded last; an act before its acceptance.
                .max_by_key(|(on, fact)| {
                    let is_acceptance = matches!(fact.act(), Some(Act::AcceptedInDueForm(_)));
                    (*on, !is_acceptance, fact.index)
                })
                .map(|(_, fact)| fact);
        }
        let index = facts.last()?.index;
        facts.into_iter().find(|fact| fact.index == index)
    }

    /// The last entry about this instrument.
    pub fn last(&self) -> Option<Last> {
        let of_participants = self
            .record
            .participants()
            .filter_map(|code| self.last_of(self.record.facts_about(code)));
        self.last_of(self.record.facts())
            .into_iter()
            .chain(of_participants)
            .max_by_key(|last| last.index)
    }

    fn last_of(&self, facts: &[Fact]) -> Option<Last> {
        facts
            .iter()
            .rfind(|fact| fact.index < self.view.size)
            .map(|fact| Last {
                index: fact.index,
                recorded_at: fact.recorded_at,
            })
    }

    /// What the frame of a page says of the instrument.
    pub fn subject(&self) -> Subject {
        Subject {
            slug: self.slug.clone(),
            title: self.words.choose(&self.view.instrument.titles).cloned(),
            nature: self.view.instrument.nature,
            day: self.view.day,
            today: self.today,
            seat: self.view.instrument.seat.clone(),
            last: self.last(),
        }
    }

    /// The facts of a participant that stand, in the order in which they happened.
    pub fn facts_of(&self, code: EntityCode) -> &[Fact] {
        self.view
            .participants
            .get(&code)
            .map_or(&[], |participant| &participant.facts)
    }

    /// The procedure that a participant follows, by what the view knows; `None` if none is known.
    pub fn followed(&self, code: EntityCode) -> Option<Followed> {
        let participant = self.view.participants.get(&code)?;
        self.library.followed(code, &participant.facts)
    }

    /// The name of a stage of a participant's procedure, if that is known.
    pub fn stage_title(&self, code: EntityCode, stage: &Key) -> Option<String> {
        stage::name_of(self.words, &self.followed(code)?, stage)
    }

    /// The instrument's title.
    pub fn title(&self) -> String {
        self.words.choose(&self.view.instrument.titles).map_or_else(
            || self.slug.to_string(),
            |text| text.body.as_str().to_owned(),
        )
    }

    /// The path of another page about this instrument, in the same view.
    pub fn path(&self, address: &Address) -> String {
        address.path(self.words, self.at)
    }
}
