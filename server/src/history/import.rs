//! From a history to founding, national and international entries of a register.
//!
//! The entries go through the same encoding, decoding and fold as any others: an import has no
//! side door. Each carries the sign-offs that the policy asks for on this occasion, made by the
//! command line; in memory they name nobody.

use std::collections::{BTreeMap, BTreeSet};

use domain::act::{
    Act, ConsentExpressed, ConsentForm, ConsentMode, EventRecorded, InstrumentDefined, Outcome,
    ParticipantListed, ProcedureConcluded, ProvisionalApplication, ProvisionalApplicationEnded,
    Signature, Signed, Standing, StepConcluded, WithdrawalNotified, WithdrawalOf,
    WithdrawalRetracted,
};
use domain::canonical::CanonicalError;
use domain::clause::Clause;
use domain::day::Day;
use domain::entity::{self, EntityCode};
use domain::instrument::{
    Depositary, ExitRule, Instrument, InstrumentKind, Nature, PendingReservation,
    ProvisionalApplicationRule, ReservationRegime, Reservations, Seat,
};
use domain::legal_date::{LegalDate, ZoneName};
use domain::name::{Key, Slug};
use domain::office::Office;
use domain::policy::Occasion;
use domain::procedure::PARLIAMENTARY_PROCEDURE;
use domain::register::Draft;
use domain::sign_off::{Evidence, SignOff, pseudonym};
use domain::statement::Statement;
use domain::text::{Body, Confidence, LONGEST_TEXT, Source, Text};

use crate::history::folder::{Case, Cited, Happening, OtherEvent, Participation};
use crate::history::problem::{At, Findings};

/// The drafts of one treaty's entries, in order.
#[derive(Debug)]
pub struct Imported {
    /// The instrument's name in the register.
    pub slug: Slug,
    /// Its entries.
    pub drafts: Vec<Draft>,
}

/// What the tables of a history do not say of an instrument, and the register asks for.
///
/// A replay takes [`Particulars::of`] a case. Whoever knows more than the tables changes what it knows.
#[derive(Debug, Clone)]
pub struct Particulars {
    /// The instrument's name in the register.
    pub slug: Slug,
    /// What it is.
    pub kind: InstrumentKind,
    /// When it was opened for signature.
    pub opened: LegalDate,
    /// Where its depositary has its seat.
    pub seat: Seat,
    /// Its depositary, if it has one.
    pub depositaries: Vec<Depositary>,
    /// How consent is established.
    pub form: ConsentForm,
    /// By what means consent is expressed, where a row does not say so.
    pub mode: ConsentMode,
    /// The clause on entry into force.
    pub clause: Clause,
    /// The clause in words.
    pub clause_text: Option<Text>,
    /// What became of a participant on the day of `approval_date`.
    pub approval: Approval,
    /// What becomes of the notes of the rows.
    pub notes: Notes,
}

/// What the sources mean by the day on which a treaty was approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approval {
    /// The national procedure was completed.
    EndsProcedure,
    /// Parliament had done its part. An assent can follow.
    EndsParliamentaryProcedure,
}

/// What becomes of the notes of a history's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notes {
    /// They stay in the table: they were written for those who keep it.
    LeftOut,
    /// Each part stands with the act it speaks of.
    Kept,
}

impl Particulars {
    /// What the tables say, and where they say nothing, that they do not.
    pub fn of(case: &Case, slug: Slug, findings: &mut Findings) -> Option<Self> {
        let exchanged = case.depositary.to_lowercase().contains("exchange");
        let depositaries = if exchanged || case.depositary.is_empty() {
            Vec::new()
        } else {
            vec![Depositary {
                authority: Key::try_from(DEPOSITARY.to_owned()).ok()?,
                name: text(&case.depositary, &case.at, "depositary", findings)?,
            }]
        };
        let clause_text = match case.clause_text.as_str() {
            "" => None,
            words => Some(text(words, &case.at, "entry_into_force_clause", findings)?),
        };
        Some(Self {
            slug,
            kind: InstrumentKind::Treaty,
            opened: LegalDate::unknown(),
            seat: Seat {
                place: Text::english("not stated").ok()?,
                zone: ZoneName::try_from("UTC".to_owned()).ok()?,
            },
            depositaries,
            form: if exchanged {
                ConsentForm::Exchange
            } else {
                ConsentForm::Deposit
            },
            mode: ConsentMode::NotToldApart,
            clause: case.rule.clause.clone(),
            clause_text,
            approval: Approval::EndsProcedure,
            notes: Notes::LeftOut,
        })
    }
}

/// Turns a case into drafts of entries. Problems go to `findings`.
pub fn import(case: &Case, particulars: Particulars, findings: &mut Findings) -> Option<Imported> {
    let mut importer = Importer {
        case,
        particulars,
        statements: Vec::new(),
        events: BTreeSet::new(),
        sequences: BTreeMap::new(),
    };
    importer.instrument(findings)?;
    importer.participants(findings);
    for participation in &case.participations {
        importer.participation(participation, findings);
    }
    importer.known_complete_without_row();
    for event in &case.events {
        importer.event(event, findings);
    }
    let Importer {
        particulars: Particulars { slug, .. },
        statements,
        ..
    } = importer;
    let drafts = statements
        .into_iter()
        .map(draft)
        .collect::<Result<Vec<_>, _>>();
    match drafts {
        Ok(drafts) => Some(Imported { slug, drafts }),
        Err(error) => {
            findings.error(&case.at, error.to_string());
            None
        }
    }
}

/// The draft of an entry that records an event in an instrument.
///
/// # Errors
/// [`CanonicalError`] never happens for a plain event.
pub fn event_draft(slug: Slug, event: Key, on: Day) -> Result<Draft, CanonicalError> {
    draft(Statement::new(
        slug,
        LegalDate::on(on),
        Act::EventRecorded(EventRecorded { event, text: None }),
    ))
}

/// A name in the register for each case: that of the case, as addresses allow it.
pub fn slugs<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<String, Slug> {
    let mut slugs = BTreeMap::new();
    let mut taken: BTreeSet<Slug> = BTreeSet::new();
    for name in names {
        let words: Vec<String> = name
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_ascii_lowercase)
            .collect();
        let plain = words.join("-");
        let candidates = std::iter::once(plain.clone()).chain((2..).map(|n| {
            let stem: String = plain.chars().take(60).collect();
            format!("case-{}-{n}", stem.trim_matches('-')).replace("--", "-")
        }));
        for candidate in candidates.take(10_000) {
            if let Ok(slug) = Slug::try_from(candidate)
                && taken.insert(slug.clone())
            {
                slugs.insert(name.to_owned(), slug);
                break;
            }
        }
    }
    slugs
}

/// The officers who sign an import; in memory they stand for nobody.
const OFFICERS: [&str; 2] = ["import-first-officer", "import-second-officer"];

/// What a row names as its source where nothing was read.
const GENERAL_KNOWLEDGE: &str = "general knowledge";

/// The key of the depositary of every imported instrument that has one.
const DEPOSITARY: &str = "depositary";

fn draft(statement: Statement) -> Result<Draft, CanonicalError> {
    let hash = statement.hash()?;
    let sign_off = |(step, officer): (u32, &str)| {
        let authority = Key::try_from(DEPOSITARY.to_owned()).ok()?;
        // The key need not be secret: these sign-offs hide no person.
        let signer = pseudonym(hash.as_bytes(), officer);
        let office = Office::DepositaryOfficer(authority);
        Some(SignOff::new(
            hash,
            Occasion::ImportOfHistory,
            step,
            office,
            Evidence::CommandLine,
            signer,
        ))
    };
    Ok(Draft {
        occasion: Occasion::ImportOfHistory,
        sign_offs: (0..).zip(OFFICERS).filter_map(sign_off).collect(),
        statements: vec![statement],
    })
}

/// Which act a part of a note speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speaks {
    OfProcedure,
    OfConsent,
}

impl Speaks {
    fn of(part: &str) -> Self {
        let international = ["deposit", "instrument", "handed over"];
        if international.iter().any(|word| part.contains(word)) {
            Self::OfConsent
        } else {
            Self::OfProcedure
        }
    }
}

struct Importer<'a> {
    case: &'a Case,
    particulars: Particulars,
    statements: Vec<Statement>,
    /// The events recorded already.
    events: BTreeSet<(Key, Day, String)>,
    /// How many acts each participant has on a day, to number them.
    sequences: BTreeMap<(EntityCode, Option<Day>), u32>,
}

impl Importer<'_> {
    fn instrument(&mut self, findings: &mut Findings) -> Option<()> {
        let case = self.case;
        let title = if case.title.is_empty() {
            &case.name
        } else {
            &case.title
        };
        let title = text(title, &case.at, "title", findings)?;
        let particulars = &self.particulars;
        let modes: BTreeSet<ConsentMode> = case
            .participations
            .iter()
            .map(|participation| participation.mode.unwrap_or(particulars.mode))
            .collect();
        let instrument = Instrument {
            titles: vec![title],
            kind: particulars.kind,
            nature: Nature::Historical,
            texts: Vec::new(),
            seat: particulars.seat.clone(),
            depositaries: particulars.depositaries.clone(),
            consent_modes: modes,
            consent_form: particulars.form,
            clause: particulars.clause.clone(),
            clause_text: particulars.clause_text.clone(),
            weights: case.weights.clone(),
            reservations: ReservationRegime {
                permitted: Reservations::NotStated,
                pending: PendingReservation::Counts,
            },
            provisional_application: ProvisionalApplicationRule::NotProvided,
            exit: ExitRule::NotProvided,
            activation: None,
        };
        let mut statement = Statement::new(
            particulars.slug.clone(),
            particulars.opened.clone(),
            Act::InstrumentOpened(InstrumentDefined {
                instrument: Box::new(instrument),
                reason: None,
            }),
        );
        statement.sources = sources(&case.source, &case.at, findings);
        self.statements.push(statement);
        Some(())
    }

    /// Lists everybody who has a row, is named in the clause, or does something.
    ///
    /// Who signed is on the list since then. Who acceded or succeeded never was on it. Anybody else
    /// without a signature joined the list on the day of deposit, where others signed (Finland and
    /// the protocol on Sweden's accession), or was on it from the beginning, where nobody did.
    fn participants(&mut self, findings: &mut Findings) {
        let case = self.case;
        let signatures = case.participations.iter().any(|row| row.signed.is_some());
        let mut listed = BTreeSet::new();
        for row in &case.participations {
            if !listed.insert(row.code) {
                continue;
            }
            let first = case
                .participations
                .iter()
                .filter(|other| other.code == row.code);
            let signed = first.clone().filter_map(|row| row.signed).min();
            let deposited = first.filter_map(|row| row.deposited).min();
            let joins = matches!(
                row.mode,
                Some(ConsentMode::Accession | ConsentMode::Succession)
            );
            let since = match (signed, deposited) {
                (Some(signed), _) => Some(signed),
                (None, Some(deposited)) if joins || signatures => Some(deposited),
                (None, _) => None,
            };
            let standing = if joins && signed.is_none() {
                Standing::MayAccede
            } else {
                Standing::Listed
            };
            // Who joins a list that others signed has its own reason, which its note tells.
            let (ground, sources) = match (signed, self.particulars.notes) {
                (None, Notes::Kept) => (
                    text(&row.note, &row.at, "note", findings),
                    sources(&row.source, &row.at, findings),
                ),
                (Some(_), Notes::Kept) | (_, Notes::LeftOut) => (None, Vec::new()),
            };
            self.list(row.code, since, standing, ground, sources);
        }
        for code in case.rule.named() {
            if listed.insert(code) {
                self.list(code, None, Standing::Listed, None, Vec::new());
            }
        }
        for event in &case.events {
            let Some(code) = event.code else {
                continue;
            };
            if listed.contains(&code) || matches!(event.event, Happening::Other(_)) {
                continue;
            }
            findings.warn(
                &event.at,
                format!(
                    "{code} has no row in {}.csv; it is taken as taking part",
                    case.name
                ),
            );
            listed.insert(code);
            self.list(code, None, Standing::Listed, None, Vec::new());
        }
    }

    fn list(
        &mut self,
        code: EntityCode,
        since: Option<Day>,
        standing: Standing,
        ground: Option<Text>,
        sources: Vec<Source>,
    ) {
        let date = since.map_or_else(LegalDate::unknown, LegalDate::on);
        let act = Act::ParticipantListed(ParticipantListed { standing, ground });
        self.act(code, date, act, sources);
    }

    fn participation(&mut self, row: &Participation, findings: &mut Findings) {
        let sources = sources(&row.source, &row.at, findings);
        let definitive = row.mode == Some(ConsentMode::DefinitiveSignature);
        if let Some(day) = row.signed {
            let first = self
                .case
                .participations
                .iter()
                .find(|other| other.code == row.code);
            // A State that left and came back has the same signature in each row.
            if first.is_some_and(|first| first.at == row.at) {
                let signature =
                    if definitive && row.deposited.is_none_or(|deposited| deposited == day) {
                        Signature::Definitive
                    } else {
                        Signature::Simple
                    };
                let act = Act::Signed(Signed { signature });
                self.act(row.code, LegalDate::on(day), act, sources.clone());
            }
        }
        if let Some(day) = row.approved {
            let note = self.note(row, Speaks::OfProcedure, findings);
            let sources = self.sources(row, Speaks::OfProcedure, findings);
            self.approval(row.code, day, note, sources);
        }
        let rule = &self.case.rule;
        let date = match (row.deposited, rule.known_complete_on) {
            (Some(day), _) if definitive && row.signed == Some(day) => return,
            (Some(day), _) => LegalDate::on(day),
            (None, _) if definitive => return,
            (None, Some(known)) if !rule.never.contains(&row.code) => {
                match row.approved.max(row.signed) {
                    Some(from) => LegalDate::between(from, known),
                    None => LegalDate::not_later_than(known),
                }
            }
            (None, _) => return,
        };
        if row
            .signed
            .is_some_and(|signed| date.latest().is_some_and(|day| day < signed))
        {
            findings.warn(&row.at, format!("{} consents before it signs", row.code));
        }
        let note = self.note(row, Speaks::OfConsent, findings);
        let sources = self.sources(row, Speaks::OfConsent, findings);
        self.consent(row.code, date, row.mode, note, sources);
    }

    /// Parliament, or the State as a whole, is done with it.
    fn approval(&mut self, code: EntityCode, on: Day, note: Option<Text>, sources: Vec<Source>) {
        let outcome = Outcome::Completed;
        let (act, stage) = match self.particulars.approval {
            Approval::EndsProcedure => (
                Act::ProcedureConcluded(ProcedureConcluded { outcome, note }),
                None,
            ),
            Approval::EndsParliamentaryProcedure => (
                Act::StepConcluded(StepConcluded { outcome, note }),
                Key::try_from(PARLIAMENTARY_PROCEDURE.to_owned()).ok(),
            ),
        };
        self.act_at(code, stage, LegalDate::on(on), act, sources);
    }

    /// What this act rests on.
    ///
    /// A row has one source and one confidence. Where its note says that the deposit rests on
    /// something else, the confidence is that of the deposit, and none is known of the rest. A day of
    /// deposit that was not found rests on no source.
    fn sources(&self, row: &Participation, of: Speaks, findings: &mut Findings) -> Vec<Source> {
        let of_deposit = row
            .note
            .split("; ")
            .find_map(|part| part.strip_prefix("deposit general knowledge/"))
            .filter(|_| self.particulars.notes == Notes::Kept);
        let is_not_found = self.particulars.notes == Notes::Kept && row.deposited.is_none();
        let cited = match (of, of_deposit) {
            (Speaks::OfConsent, Some(confidence)) => Cited {
                source: GENERAL_KNOWLEDGE.to_owned(),
                confidence: confidence.to_owned(),
            },
            (Speaks::OfProcedure, Some(_)) => Cited {
                source: row.source.source.clone(),
                confidence: String::new(),
            },
            (Speaks::OfConsent, None) if is_not_found => return Vec::new(),
            (Speaks::OfConsent | Speaks::OfProcedure, None) => row.source.clone(),
        };
        sources(&cited, &row.at, findings)
    }

    /// The parts of a row's note that speak of this act. They are separated by semicolons.
    fn note(&self, row: &Participation, of: Speaks, findings: &mut Findings) -> Option<Text> {
        if self.particulars.notes == Notes::LeftOut {
            return None;
        }
        let parts: Vec<&str> = row
            .note
            .split("; ")
            .map(|part| part.strip_prefix("approval_date = ").unwrap_or(part))
            .filter(|part| !part.is_empty() && Speaks::of(part) == of)
            .collect();
        if parts.is_empty() {
            return None;
        }
        text(&parts.join("; "), &row.at, "note", findings)
    }

    /// Those whom the clause names and who have no row are known to be complete as well.
    fn known_complete_without_row(&mut self) {
        let rule = &self.case.rule;
        let Some(known) = rule.known_complete_on else {
            return;
        };
        let with_row: BTreeSet<EntityCode> = self
            .case
            .participations
            .iter()
            .map(|row| row.code)
            .collect();
        for code in rule.named() {
            if !with_row.contains(&code) && !rule.never.contains(&code) {
                self.consent(
                    code,
                    LegalDate::not_later_than(known),
                    None,
                    None,
                    Vec::new(),
                );
            }
        }
    }

    fn consent(
        &mut self,
        code: EntityCode,
        date: LegalDate,
        mode: Option<ConsentMode>,
        note: Option<Text>,
        sources: Vec<Source>,
    ) {
        let act = Act::ConsentExpressed(ConsentExpressed {
            mode: mode.unwrap_or(self.particulars.mode),
            form: self.particulars.form,
            instrument: None,
            note,
        });
        self.act(code, date, act, sources);
    }

    fn event(&mut self, event: &OtherEvent, findings: &mut Findings) {
        let sources = sources(&event.source, &event.at, findings);
        let effective = event.effective.or(event.on);
        if let Happening::Other(key) = &event.event {
            let Some(on) = effective else {
                findings.warn(
                    &event.at,
                    format!("the event “{key}” has no date; it is taken as not having happened"),
                );
                return;
            };
            let recorded = EventRecorded {
                event: key.clone(),
                text: None,
            };
            let mut statement = Statement::new(
                self.particulars.slug.clone(),
                LegalDate::on(on),
                Act::EventRecorded(recorded),
            );
            statement.sources = sources;
            // The same event reported of two States is one event of the instrument.
            if self
                .events
                .insert((key.clone(), on, event.source.source.clone()))
            {
                self.statements.push(statement);
            }
            return;
        }
        let (Some(code), Some(effective)) = (event.code, effective) else {
            findings.error(
                &event.at,
                "the event needs a date: event_date, effective_date or both",
            );
            return;
        };
        let notified = event.on.unwrap_or(effective);
        let withdrawal = |of| {
            Act::WithdrawalNotified(WithdrawalNotified {
                of,
                effective: LegalDate::on(effective),
            })
        };
        let act = match &event.event {
            Happening::Withdrawal => withdrawal(WithdrawalOf::Treaty),
            Happening::WithdrawalOfConsent => withdrawal(WithdrawalOf::Consent),
            Happening::WithdrawalRescinded => {
                Act::WithdrawalRetracted(WithdrawalRetracted { note: None })
            }
            Happening::ProvisionalApplication => {
                Act::ProvisionalApplication(ProvisionalApplication {
                    from: LegalDate::on(effective),
                    articles: Vec::new(),
                })
            }
            Happening::ProvisionalApplicationEnded => {
                Act::ProvisionalApplicationEnded(ProvisionalApplicationEnded {
                    from: LegalDate::on(effective),
                })
            }
            Happening::Other(_) => return,
        };
        if matches!(
            event.event,
            Happening::Withdrawal | Happening::WithdrawalOfConsent
        ) {
            if event.effective.is_none() {
                findings.warn(&event.at, "effective_date is empty; the withdrawal is taken as effective on its event_date");
            } else if effective < notified {
                findings.warn(
                    &event.at,
                    "effective_date lies before event_date; a notice is taken as effective on the day it is given at the earliest",
                );
            }
        }
        self.act(code, LegalDate::on(notified), act, sources);
    }

    fn act(&mut self, code: EntityCode, date: LegalDate, act: Act, sources: Vec<Source>) {
        self.act_at(code, None, date, act, sources);
    }

    fn act_at(
        &mut self,
        code: EntityCode,
        stage: Option<Key>,
        date: LegalDate,
        act: Act,
        sources: Vec<Source>,
    ) {
        let sequence = self.sequences.entry((code, date.latest())).or_insert(0);
        let mut statement = Statement::new(self.particulars.slug.clone(), date, act).of(code);
        statement.sequence = *sequence;
        statement.stage = stage;
        statement.sources = sources;
        *sequence = sequence.saturating_add(1);
        self.statements.push(statement);
    }
}

/// A text of a history as an entry can hold it. Histories come from many hands: what cannot be shown
/// is left out and said, and does not refuse a history whose law is right.
fn text(words: &str, at: &At, column: &str, findings: &mut Findings) -> Option<Text> {
    let shown: String = words
        .chars()
        .map(|c| if c.is_control() && c != '\n' { ' ' } else { c })
        .filter(|c| Body::try_from(format!("x{c}")).is_ok())
        .take(LONGEST_TEXT)
        .collect();
    if shown != words {
        findings.warn(
            at,
            format!("{column}: characters that an entry cannot hold were left out"),
        );
    }
    match Text::english(&shown) {
        Ok(text) => Some(text),
        Err(problem) => {
            findings.error(at, format!("{column}: {problem}"));
            None
        }
    }
}

fn sources(cited: &Cited, at: &At, findings: &mut Findings) -> Vec<Source> {
    if cited.source.is_empty() {
        return Vec::new();
    }
    let confidence = match cited.confidence.as_str() {
        "high" => Some(Confidence::High),
        "medium" => Some(Confidence::Medium),
        "low" => Some(Confidence::Low),
        _ => None,
    };
    text(&cited.source, at, "source", findings)
        .map(|citation| Source {
            citation,
            url: None,
            confidence,
        })
        .into_iter()
        .collect()
}

/// The name of an entity in English, or its code.
pub fn name_of(code: EntityCode) -> String {
    entity::find(code).map_or_else(|| code.to_string(), |entity| entity.name.to_owned())
}
