//! The fold: from entries to a snapshot, one at a time, or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::act::{Act, ActGroup};
use crate::canonical::CanonicalError;
use crate::digest::Digest;
use crate::entity::{self, EntityCode};
use crate::instrument::Instrument;
use crate::keepers::{Keepers, authorities};
use crate::name::{Key, Slug};
use crate::office::Office;
use crate::policy::{self, Occasion, PolicyError, SignOffPolicy, ToCheck};
use crate::register::{Draft, Entry, HashedEntry, RecordedAt};
use crate::sign_off::SignOff;
use crate::snapshot::course::Course;
use crate::snapshot::fact::{Fact, Receipt};
use crate::snapshot::facts::Facts;
use crate::snapshot::{InstrumentRecord, ParticipantRecord, Snapshot};
use crate::statement::{Content, Statement};

/// What a node does with a kind of act that it does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnUnknown {
    /// Stop: a node that writes must understand everything it builds on.
    Stop,
    /// Keep it and show it as unknown: a node that reads.
    Show,
}

/// Why an entry cannot follow the entries before it.
#[derive(Debug, thiserror::Error)]
pub enum FoldError {
    /// The entry's number is not the next one.
    #[error("entry {found} cannot follow; the next number is {expected}")]
    Index {
        /// The next number.
        expected: u64,
        /// The entry's number.
        found: u64,
    },
    /// The entry was recorded before the one before it.
    #[error("entry {index} was recorded at {found}, not after {previous}")]
    RecordedAt {
        /// The entry's number.
        index: u64,
        /// The instant of the entry before.
        previous: RecordedAt,
        /// The entry's instant.
        found: RecordedAt,
    },
    /// The entry says nothing.
    #[error("entry {0} has no statement")]
    Empty(u64),
    /// An act of an unknown kind or version, on a node that writes.
    #[error(
        "entry {index} holds {kind} version {version}, which this program does not know; use a newer one"
    )]
    Unknown {
        /// The entry's number.
        index: u64,
        /// The kind.
        kind: String,
        /// The version.
        version: u32,
    },
    /// A statement has no canonical form.
    #[error("entry {0}: {1}")]
    NotCanonical(u64, CanonicalError),
    /// The instrument is not in the register.
    #[error("entry {0}: the instrument {1} has not been opened")]
    NoInstrument(u64, Slug),
    /// The instrument is in the register already.
    #[error("entry {0}: the instrument {1} has been opened already; its name is never used again")]
    InstrumentExists(u64, Slug),
    /// An amendment would make an instrument real, historical or illustrative that was not.
    #[error("entry {0}: an amendment cannot change whether the instrument {1} is real")]
    NatureChanged(u64, Slug),
    /// The act needs a participant and names none, or may not name one and does.
    #[error("entry {0}: {1}")]
    Participant(u64, ParticipantProblem),
    /// An entity that this program does not know, on a node that writes.
    #[error("entry {0}: no State or organisation with the code {1} is known; use a newer program")]
    UnknownEntity(u64, EntityCode),
    /// An authority would no longer keep the instrument, and has not said so.
    #[error("entry {0}: no officer of {1} has signed that it is no longer a depositary")]
    LeavesUnasked(u64, Key),
    /// The sign-offs do not satisfy the policy.
    #[error("entry {0}: {1}")]
    Policy(u64, PolicyError),
    /// A sign-off names a statement that is not in the entry.
    #[error("entry {0}: a sign-off names the statement {1}, which is not in the entry")]
    ForeignSignOff(u64, Digest),
    /// A correction names a statement that cannot be corrected here.
    #[error("entry {0}: {1}")]
    Correction(u64, CorrectionProblem),
    /// The same statement is in the register already.
    #[error("entry {0}: the statement {1} is in the register already")]
    Repeated(u64, Digest),
}

/// What is wrong with a statement's participant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParticipantProblem {
    /// None is named.
    #[error("{0} needs a participant and names none")]
    Missing(String),
    /// One is named.
    #[error("{0} concerns the instrument as a whole and names {1}")]
    NotExpected(String, EntityCode),
    /// The one named does not take part.
    #[error("{0} takes no part in the instrument; list it first")]
    NotListed(EntityCode),
}

/// What is wrong with a correction.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CorrectionProblem {
    /// The statement is not there.
    #[error("the statement {0} is not in the register for this instrument and participant")]
    NotFound(Digest),
    /// The statement was corrected already.
    #[error("the statement {0} was corrected by entry {1} already; correct that one")]
    Superseded(Digest, u64),
    /// A statement would replace one of another kind.
    #[error(
        "the statement {hash} is of the kind {was}; a {now} cannot replace it, retract it instead"
    )]
    OtherKind {
        /// The statement to be corrected.
        hash: Digest,
        /// Its kind.
        was: String,
        /// The kind of what would replace it.
        now: String,
    },
    /// A retraction names nothing.
    #[error("a retraction does not say which statement it takes back")]
    NamesNothing,
    /// The statement that opened an instrument cannot be taken back: its name is never used again.
    #[error("the statement that opened the instrument cannot be retracted; amend the instrument")]
    OfOpening,
}

/// Whether an act concerns a participant.
enum Concerns {
    Participant,
    Either,
    Instrument,
}

fn concerns(act: &Act) -> Concerns {
    match act {
        Act::InstrumentOpened(_)
        | Act::InstrumentAmended(_)
        | Act::SignOffPolicyAdopted(_)
        | Act::EventRecorded(_)
        | Act::EventEnded(_)
        | Act::ActivationDetermined(_)
        | Act::TextRectified(_) => Concerns::Instrument,
        Act::EntryIntoForceNotified(_)
        | Act::AcceptedInDueForm(_)
        | Act::StatementRetracted(_)
        | Act::NotificationCorrected(_)
        | Act::Translation(_)
        | Act::BreachReported(_) => Concerns::Either,
        Act::ParticipantListed(_)
        | Act::ParticipantRemoved(_)
        | Act::ProcedureAdopted(_)
        | Act::TriggerDetermined(_)
        | Act::SittingCalendarPublished(_)
        | Act::DepartureRecorded(_)
        | Act::StepScheduled(_)
        | Act::StepBegun(_)
        | Act::VoteTaken(_)
        | Act::StepConcluded(_)
        | Act::ProcedureConcluded(_)
        | Act::StepNotRequired(_)
        | Act::ClockStarted(_)
        | Act::ClockExtended(_)
        | Act::CourtReferral(_)
        | Act::RouteChosen(_)
        | Act::ConditionMet(_)
        | Act::Signed(_)
        | Act::ConsentExpressed(_)
        | Act::ReservationFormulated(_)
        | Act::ReservationNotified(_)
        | Act::ReservationAccepted(_)
        | Act::ReservationWithdrawn(_)
        | Act::DeclarationMade(_)
        | Act::ObjectionRaised(_)
        | Act::ObjectionWithdrawn(_)
        | Act::ProvisionalApplication(_)
        | Act::ProvisionalApplicationEnded(_)
        | Act::WithdrawalNotified(_)
        | Act::WithdrawalRetracted(_) => Concerns::Participant,
    }
}

impl Snapshot {
    /// The snapshot of these entries, from the first.
    ///
    /// # Errors
    /// [`FoldError`] of the first entry that cannot follow.
    pub fn fold<'a>(
        entries: impl IntoIterator<Item = &'a Entry>,
        on_unknown: OnUnknown,
    ) -> Result<Self, FoldError> {
        entries
            .into_iter()
            .try_fold(Self::new(on_unknown), Self::followed_by)
    }

    /// This snapshot, used up, with one more entry: for building from many entries.
    ///
    /// # Errors
    /// [`FoldError`] if the entry cannot follow.
    pub fn followed_by(mut self, entry: &Entry) -> Result<Self, FoldError> {
        let hashes = hashes(entry)?;
        self.push(entry, &hashes)?;
        Ok(self)
    }

    /// The same for an entry from our own store, whose statements are hashed already.
    ///
    /// # Errors
    /// [`FoldError`] if the entry cannot follow.
    pub fn followed_by_hashed(mut self, hashed: &HashedEntry) -> Result<Self, FoldError> {
        self.push(hashed.entry(), hashed.hashes())?;
        Ok(self)
    }

    /// The snapshot after one more entry; this one is unchanged.
    ///
    /// # Errors
    /// [`FoldError`] if the entry cannot follow.
    pub fn with(&self, entry: &Entry) -> Result<Self, FoldError> {
        self.clone().followed_by(entry)
    }

    /// Adds an entry in place. After an error the snapshot is spoilt, so this stays private.
    fn push(&mut self, entry: &Entry, hashes: &[Digest]) -> Result<(), FoldError> {
        let index = entry.index;
        if index != self.size {
            return Err(FoldError::Index {
                expected: self.size,
                found: index,
            });
        }
        if let Some(previous) = self
            .recorded_at
            .filter(|previous| entry.recorded_at <= *previous)
        {
            return Err(FoldError::RecordedAt {
                index,
                previous,
                found: entry.recorded_at,
            });
        }
        if entry.statements.is_empty() {
            return Err(FoldError::Empty(index));
        }
        policy::one_office_each(&entry.sign_offs).map_err(|e| FoldError::Policy(index, e))?;
        let mut by_statement: BTreeMap<Digest, Vec<&SignOff>> = BTreeMap::new();
        for sign_off in &entry.sign_offs {
            by_statement
                .entry(sign_off.statement)
                .or_default()
                .push(sign_off);
        }
        for (statement, hash) in entry.statements.iter().zip(hashes) {
            let sign_offs = by_statement.remove(hash).unwrap_or_default();
            self.push_statement(entry, statement, *hash, Signed::By(&sign_offs))?;
        }
        if let Some(foreign) = by_statement.keys().next() {
            return Err(FoldError::ForeignSignOff(index, *foreign));
        }
        self.size = index.saturating_add(1);
        self.recorded_at = Some(entry.recorded_at);
        Ok(())
    }

    fn push_statement(
        &mut self,
        entry: &Entry,
        statement: &Statement,
        hash: Digest,
        signed: Signed<'_>,
    ) -> Result<(), FoldError> {
        let index = entry.index;
        let slug = &statement.instrument;
        if self.admits(statement, index)? == Opens::Yes {
            self.instruments.insert(slug.clone(), Arc::default());
        }
        let Some(record) = self.instruments.get_mut(slug) else {
            return Err(FoldError::NoInstrument(index, slug.clone()));
        };
        let record = Arc::make_mut(record);
        // What rests on a definition that this reading node does not know is kept, not judged.
        let sign_offs = signed.sign_offs();
        let Some(instrument) = record.signing_definition(statement) else {
            return record.add(entry, statement, hash, sign_offs);
        };
        let group = record.judge(statement, index, sign_offs)?;
        // An act that is not known cannot be judged by a policy; the node that wrote it did.
        if let (Some(group), Signed::By(_)) = (group, signed) {
            record
                .policy()
                .check(&ToCheck {
                    group,
                    occasion: entry.occasion,
                    participant: statement.participant,
                    instrument,
                    keepers: &record.keepers_under(instrument),
                    statement: hash,
                    sign_offs,
                })
                .map_err(|e| FoldError::Policy(index, e))?;
            if let Some(authority) = record.leaves_unasked(statement, sign_offs) {
                return Err(FoldError::LeavesUnasked(index, authority));
            }
        }
        record.add(entry, statement, hash, sign_offs)
    }

    /// Whether the statement can stand here, as far as it can be told without its instrument, and
    /// whether it opens one.
    fn admits(&self, statement: &Statement, index: u64) -> Result<Opens, FoldError> {
        if let (Content::Unknown(unknown), OnUnknown::Stop) = (&statement.content, self.on_unknown)
        {
            return Err(FoldError::Unknown {
                index,
                kind: unknown.kind.to_string(),
                version: unknown.version,
            });
        }
        if let (Some(code), OnUnknown::Stop) = (statement.participant, self.on_unknown)
            && entity::find(code).is_none()
        {
            return Err(FoldError::UnknownEntity(index, code));
        }
        let slug = &statement.instrument;
        let is_there = self.instruments.contains_key(slug);
        // A reading node cannot know whether an unknown act opens an instrument: it keeps it.
        let opens = match &statement.content {
            Content::Known(act) => matches!(act.as_ref(), Act::InstrumentOpened(_)),
            Content::Unknown(_) => !is_there,
        };
        match (is_there, opens) {
            (true, true) => Err(FoldError::InstrumentExists(index, slug.clone())),
            (false, false) => Err(FoldError::NoInstrument(index, slug.clone())),
            (false, true) => Ok(Opens::Yes),
            (true, false) => Ok(Opens::No),
        }
    }

    /// How the statement would be signed off and published, if it were the next one in the register.
    ///
    /// # Errors
    /// [`FoldError`] if no sign-offs would let it follow.
    pub fn course<'a>(
        &'a self,
        statement: &'a Statement,
        occasion: Occasion,
    ) -> Result<Course<'a>, FoldError> {
        let index = self.size;
        self.admits(statement, index)?;
        let record = self.instrument(&statement.instrument).unwrap_or(&NOTHING);
        let missing = || FoldError::NoInstrument(index, statement.instrument.clone());
        let instrument = record.signing_definition(statement).ok_or_else(missing)?;
        let group = record
            .judge(statement, index, &[])?
            .ok_or_else(|| FoldError::Unknown {
                index,
                kind: statement.kind().to_owned(),
                version: statement.version(),
            })?;
        let rule = record
            .policy()
            .rule(group, occasion)
            .map_err(|e| FoldError::Policy(index, e))?;
        Ok(Course::new(statement, group, rule, instrument, record))
    }

    /// What the register would amount to if the next entry held these statements, whoever signed
    /// them: to show what an act would do before it is done.
    ///
    /// # Errors
    /// [`FoldError`] if no sign-offs would let them follow.
    pub fn supposing(
        &self,
        statements: &[Statement],
        occasion: Occasion,
    ) -> Result<Self, FoldError> {
        let mut supposed = self.clone();
        let before = self.recorded_at.unwrap_or(RecordedAt::UNIX_EPOCH);
        let entry = Draft {
            occasion,
            sign_offs: Vec::new(),
            statements: Vec::new(),
        }
        .numbered(self.size, RecordedAt::next(self.recorded_at, before));
        for statement in statements {
            let hash = statement
                .hash()
                .map_err(|e| FoldError::NotCanonical(self.size, e))?;
            supposed.push_statement(&entry, statement, hash, Signed::Supposed)?;
        }
        supposed.size = self.size.saturating_add(1);
        supposed.recorded_at = Some(entry.recorded_at);
        Ok(supposed)
    }
}

/// The offices of these sign-offs, each once, in the order of the steps.
fn offices(sign_offs: &[&SignOff]) -> Arc<[Office]> {
    let mut in_order = sign_offs.to_vec();
    in_order.sort_by_key(|sign_off| sign_off.step);
    let mut offices: Vec<Office> = Vec::with_capacity(in_order.len());
    for sign_off in in_order {
        if !offices.contains(&sign_off.office) {
            offices.push(sign_off.office.clone());
        }
    }
    offices.into()
}

/// Who signed a statement that is added.
#[derive(Clone, Copy)]
enum Signed<'a> {
    /// These.
    By(&'a [&'a SignOff]),
    /// Nobody yet: it is only supposed.
    Supposed,
}

impl<'a> Signed<'a> {
    fn sign_offs(self) -> &'a [&'a SignOff] {
        match self {
            Self::By(sign_offs) => sign_offs,
            Self::Supposed => &[],
        }
    }
}

/// Whether a statement opens an instrument.
#[derive(PartialEq, Eq)]
enum Opens {
    Yes,
    No,
}

/// What the register says of an instrument that is not in it yet.
static NOTHING: std::sync::LazyLock<InstrumentRecord> =
    std::sync::LazyLock::new(InstrumentRecord::default);

/// The hashes of an entry's statements, in their order.
fn hashes(entry: &Entry) -> Result<Vec<Digest>, FoldError> {
    entry
        .statements
        .iter()
        .map(|statement| {
            statement
                .hash()
                .map_err(|e| FoldError::NotCanonical(entry.index, e))
        })
        .collect()
}

impl InstrumentRecord {
    /// The definition by which sign-offs are judged: the last one in the register.
    pub fn definition_for_signing(&self) -> Option<&Instrument> {
        self.facts
            .rules()
            .rev()
            .filter(|fact| fact.superseded_at.is_none())
            .find_map(|fact| defined(fact.act()))
    }

    /// Whether officers of this authority sign for the instrument's depositary.
    pub fn is_kept_by(&self, authority: &Key) -> bool {
        self.definition_for_signing()
            .is_some_and(|instrument| self.keepers_under(instrument).include(authority, []))
    }

    /// Who keeps the instrument under this definition.
    pub(super) fn keepers_under(&self, instrument: &Instrument) -> Keepers {
        Keepers::of(instrument, self.opened_by())
    }

    /// The offices that signed the opening; `None` if it is not in the register.
    fn opened_by(&self) -> Option<&[Office]> {
        // No correction takes the place of an opening.
        self.facts
            .rules()
            .find(|fact| matches!(fact.act(), Some(Act::InstrumentOpened(_))))
            .map(|fact| fact.offices.as_ref())
    }

    /// The authorities that keep the instrument and would not any more after this statement: an
    /// amendment that leaves them out, or takes back the one that named them.
    pub(super) fn leaving(&self, statement: &Statement) -> BTreeSet<Key> {
        let Some(present) = self.definition_for_signing() else {
            return BTreeSet::new();
        };
        let corrected = statement.corrects.as_ref().map(|one| one.statement);
        let standing = || {
            self.facts
                .rules()
                .rev()
                .filter(|fact| fact.superseded_at.is_none() && Some(fact.hash) != corrected)
                .find_map(|fact| defined(fact.act()))
        };
        let later = defined(statement.act()).or_else(standing);
        later.map_or_else(BTreeSet::new, |later| {
            self.keepers_under(present)
                .leaving(&self.keepers_under(later))
        })
    }

    fn leaves_unasked(&self, statement: &Statement, sign_offs: &[&SignOff]) -> Option<Key> {
        let offices = || sign_offs.iter().map(|sign_off| &sign_off.office);
        self.leaving(statement)
            .into_iter()
            .find(|authority| !authorities(offices()).any(|signed| signed == authority))
    }

    /// Whether what the statement says can follow, and the group whose sign-offs it needs: `None`
    /// for an act that is not known.
    fn judge(
        &self,
        statement: &Statement,
        index: u64,
        sign_offs: &[&SignOff],
    ) -> Result<Option<ActGroup>, FoldError> {
        if let (Some(Act::InstrumentAmended(new)), Some(old)) =
            (statement.act(), self.signing_definition(statement))
            && new.instrument.nature != old.nature
        {
            let slug = statement.instrument.clone();
            return Err(FoldError::NatureChanged(index, slug));
        }
        self.check_participant(statement, sign_offs)
            .map_err(|e| FoldError::Participant(index, e))?;
        self.group(statement, index)
            .map_err(|e| FoldError::Correction(index, e))
    }

    /// Whether the statement names a participant where it has to, and those who act take part.
    fn check_participant(
        &self,
        statement: &Statement,
        sign_offs: &[&SignOff],
    ) -> Result<(), ParticipantProblem> {
        let Some(act) = statement.act() else {
            return Ok(());
        };
        let kind = || act.kind().to_owned();
        match (concerns(act), statement.participant) {
            (Concerns::Participant, None) => return Err(ParticipantProblem::Missing(kind())),
            (Concerns::Instrument, Some(code)) => {
                return Err(ParticipantProblem::NotExpected(kind(), code));
            }
            (Concerns::Participant, Some(code))
                if !matches!(act, Act::ParticipantListed(_)) && !self.takes_part(code) =>
            {
                return Err(ParticipantProblem::NotListed(code));
            }
            // What is said of one that was listed, such as a retraction, stays possible.
            (Concerns::Either, Some(code)) if !self.participants.contains_key(&code) => {
                return Err(ParticipantProblem::NotListed(code));
            }
            (_, _) => {}
        }
        let stranger = sign_offs
            .iter()
            .filter_map(|sign_off| match sign_off.office {
                Office::Liaison(of) | Office::Verifier(of) => Some(of),
                Office::DepositaryOfficer(_) => None,
            })
            .find(|of| statement.participant != Some(*of) && !self.takes_part(*of));
        stranger.map_or(Ok(()), |code| Err(ParticipantProblem::NotListed(code)))
    }

    /// Whether a listing of this participant stands.
    pub fn takes_part(&self, code: EntityCode) -> bool {
        self.participants.get(&code).is_some_and(|participant| {
            participant.facts.rules().any(|fact| {
                fact.superseded_at.is_none()
                    && matches!(fact.act(), Some(Act::ParticipantListed(_)))
            })
        })
    }

    /// The group whose sign-offs a statement needs. `None` for an unknown act.
    ///
    /// A retraction or translation needs those of the statement it names, and a replacement must be
    /// of the same kind as what it replaces: otherwise those who may report a step could undo a consent.
    fn group(
        &self,
        statement: &Statement,
        index: u64,
    ) -> Result<Option<ActGroup>, CorrectionProblem> {
        let find = |hash: Digest| {
            self.find(statement.participant, hash)
                .ok_or(CorrectionProblem::NotFound(hash))
        };
        // One officer accepts, beside those who signed the act; what follows needs two, as any other.
        let named = |fact: &Fact| match fact.act().map(Act::group) {
            Some(ActGroup::Acceptance) => Some(ActGroup::Depositary),
            group => group,
        };
        let corrected = match &statement.corrects {
            None => None,
            Some(corrects) => Some(find(corrects.statement)?),
        };
        match (statement.act(), corrected) {
            (None, _) => Ok(None),
            (Some(Act::StatementRetracted(_)), None) => Err(CorrectionProblem::NamesNothing),
            (Some(Act::StatementRetracted(_)), Some(fact)) => Ok(named(fact)),
            (Some(_), Some(fact)) if fact.statement.kind() != statement.kind() => {
                Err(CorrectionProblem::OtherKind {
                    hash: fact.hash,
                    was: fact.statement.kind().to_owned(),
                    now: statement.kind().to_owned(),
                })
            }
            (Some(Act::Translation(translation)), _) => Ok(named(find(translation.of)?)),
            (Some(Act::AcceptedInDueForm(accepted)), _) => {
                let together = find(accepted.statement)?.index == index;
                // One that takes the place of another undoes what more than one officer stood for.
                Ok(Some(if together && statement.corrects.is_none() {
                    ActGroup::Acceptance
                } else {
                    ActGroup::Depositary
                }))
            }
            (Some(act), _) => Ok(Some(act.group())),
        }
    }

    /// The definition by which a statement's sign-offs are judged: the last one in the register, or
    /// that of the statement itself if it opens the instrument.
    fn signing_definition<'a>(&'a self, statement: &'a Statement) -> Option<&'a Instrument> {
        self.definition_for_signing()
            .or_else(|| defined(statement.act()))
    }

    /// The policy in force: the last one adopted, or the standard one.
    pub fn policy(&self) -> &SignOffPolicy {
        self.facts
            .rules()
            .rev()
            .filter(|fact| fact.superseded_at.is_none())
            .find_map(|fact| match fact.act() {
                Some(Act::SignOffPolicyAdopted(adopted)) => Some(&adopted.policy),
                _ => None,
            })
            .unwrap_or(&STANDARD)
    }

    fn find(&self, participant: Option<EntityCode>, hash: Digest) -> Option<&Fact> {
        match participant {
            None => self.facts.find(hash),
            Some(code) => self.participants.get(&code)?.facts.find(hash),
        }
    }

    fn facts_of_mut(&mut self, participant: Option<EntityCode>) -> &mut Facts {
        match participant {
            None => &mut self.facts,
            Some(code) => {
                let record: &mut Arc<ParticipantRecord> =
                    self.participants.entry(code).or_default();
                &mut Arc::make_mut(record).facts
            }
        }
    }

    fn add(
        &mut self,
        entry: &Entry,
        statement: &Statement,
        hash: Digest,
        sign_offs: &[&SignOff],
    ) -> Result<(), FoldError> {
        let index = entry.index;
        let facts = self.facts_of_mut(statement.participant);
        if facts.find(hash).is_some() {
            return Err(FoldError::Repeated(index, hash));
        }
        if let Some(corrects) = &statement.corrects {
            supersede(facts, corrects.statement, index)
                .map_err(|e| FoldError::Correction(index, e))?;
        }
        if let Some(Act::AcceptedInDueForm(accepted)) = statement.act() {
            let target = facts
                .find_mut(accepted.statement)
                .ok_or(CorrectionProblem::NotFound(accepted.statement))
                .map_err(|e| FoldError::Correction(index, e))?;
            target.receipts.push(Receipt {
                date: accepted.received.clone(),
                acceptance: hash,
                index,
                superseded_at: None,
            });
        }
        facts.push(Fact {
            index,
            recorded_at: entry.recorded_at,
            hash,
            statement: Arc::new(statement.clone()),
            offices: offices(sign_offs),
            receipts: Vec::new(),
            superseded_at: None,
        });
        Ok(())
    }
}

/// The definition of the instrument that an act gives.
fn defined(act: Option<&Act>) -> Option<&Instrument> {
    match act {
        Some(Act::InstrumentOpened(defined) | Act::InstrumentAmended(defined)) => {
            Some(&defined.instrument)
        }
        Some(_) | None => None,
    }
}

static STANDARD: std::sync::LazyLock<SignOffPolicy> =
    std::sync::LazyLock::new(SignOffPolicy::standard);

fn supersede(facts: &mut Facts, hash: Digest, index: u64) -> Result<(), CorrectionProblem> {
    let target = facts
        .find_mut(hash)
        .ok_or(CorrectionProblem::NotFound(hash))?;
    let accepted = match target.act() {
        Some(Act::InstrumentOpened(_)) => return Err(CorrectionProblem::OfOpening),
        Some(Act::AcceptedInDueForm(accepted)) => Some(accepted.statement),
        Some(_) | None => None,
    };
    if let Some(by) = target.superseded_at {
        return Err(CorrectionProblem::Superseded(hash, by));
    }
    target.superseded_at = Some(index);
    // An acceptance that no longer stands no longer gives a date of receipt.
    if let Some(fact) = accepted.and_then(|accepted| facts.find_mut(accepted)) {
        for receipt in &mut fact.receipts {
            if receipt.acceptance == hash {
                receipt.superseded_at = Some(index);
            }
        }
    }
    Ok(())
}
