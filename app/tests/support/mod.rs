//! A made-up register about one illustrative guarantee, signed as the standard policy asks.

use std::collections::BTreeMap;

use domain::act::{
    AcceptedInDueForm, Act, ConsentExpressed, ConsentForm, ConsentMode, Corrects, DueFormCheck,
    DueFormFinding, DueFormItem, EntryIntoForceNotified, InstrumentDefined, Outcome,
    ParticipantListed, Ruling, Signature, Signed, Standing, StepBegun, StepConcluded,
    StepScheduled, Tally, VoteOn, VoteTaken,
};
use domain::clause::Clause;
use domain::day::Day;
use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::instrument::{
    Depositary, ExitRule, Instrument, InstrumentKind, Nature, PendingReservation,
    ProvisionalApplicationRule, ReservationRegime, Reservations, Seat,
};
use domain::legal_date::{LegalDate, ZoneName};
use domain::name::{Key, Slug};
use domain::office::Office;
use domain::policy::{Occasion, OfficeWanted, SignOffPolicy};
use domain::register::merkle::{Frontier, leaf_hash};
use domain::register::{Draft, RecordedAt};
use domain::sign_off::{Evidence, SignOff, pseudonym};
use domain::snapshot::{OnUnknown, Snapshot};
use domain::statement::Statement;
use domain::text::{Confidence, SafeUrl, Source, Text};

/// The instrument's name.
pub fn slug() -> Slug {
    "guarantee".parse().unwrap()
}

/// The code of an entity.
pub fn code(text: &str) -> EntityCode {
    text.parse().unwrap()
}

/// A day.
pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A key.
pub fn key(text: &str) -> Key {
    text.parse().unwrap()
}

/// A text in English.
pub fn text(body: &str) -> Text {
    Text::english(body).unwrap()
}

/// A source with an address.
pub fn source(citation: &str, url: &str) -> Source {
    Source {
        citation: text(citation),
        url: Some(SafeUrl::try_from(url.to_owned()).unwrap()),
        confidence: Some(Confidence::High),
    }
}

/// An illustrative guarantee with this clause.
pub fn guarantee(clause: &str) -> Instrument {
    let clause: Clause = serde_json::from_str(clause).unwrap();
    Instrument {
        titles: vec![text("Treaty of Guarantee")],
        kind: InstrumentKind::Treaty,
        nature: Nature::Illustrative,
        texts: vec![],
        seat: Seat {
            place: text("Paris"),
            zone: ZoneName::try_from("Europe/Paris".to_owned()).unwrap(),
        },
        depositaries: vec![Depositary {
            authority: key("depositary"),
            name: text("Depositary"),
        }],
        consent_modes: [ConsentMode::Ratification, ConsentMode::Accession].into(),
        consent_form: ConsentForm::Deposit,
        clause,
        clause_text: None,
        weights: BTreeMap::new(),
        reservations: ReservationRegime {
            permitted: Reservations::Prohibited,
            pending: PendingReservation::Counts,
        },
        provisional_application: ProvisionalApplicationRule::NotProvided,
        exit: ExitRule::NotProvided,
        activation: None,
    }
}

/// A register in the making.
#[derive(Debug, Clone)]
pub struct Register {
    entries: Vec<Vec<u8>>,
    roots: Vec<Digest>,
    frontier: Frontier,
    snapshot: Snapshot,
}

impl Register {
    /// A register that holds this instrument, opened on that day.
    pub fn opened(on: &str, instrument: Instrument) -> Self {
        let mut register = Self {
            entries: Vec::new(),
            roots: Vec::new(),
            frontier: Frontier::new(),
            snapshot: Snapshot::new(OnUnknown::Show),
        };
        register.open(slug(), on, instrument);
        register
    }

    /// One more instrument.
    pub fn open(&mut self, slug: Slug, on: &str, instrument: Instrument) {
        let act = Act::InstrumentOpened(InstrumentDefined {
            instrument: Box::new(instrument),
            reason: None,
        });
        self.publish(vec![Statement::new(slug, LegalDate::on(day(on)), act)]);
    }

    /// An entry with these statements, signed by those whom the standard policy asks for. Returns
    /// the hash of its first statement.
    pub fn publish(&mut self, statements: Vec<Statement>) -> Digest {
        let hash = statements[0].hash().unwrap();
        let sign_offs = statements.iter().flat_map(sign_offs).collect();
        let index = u64::try_from(self.entries.len()).unwrap();
        let minutes = i64::try_from(index).unwrap() * 47;
        let recorded_at = 1_788_250_000_000_000 + minutes * 60_000_000;
        let entry = Draft {
            occasion: Occasion::Regular,
            sign_offs,
            statements,
        }
        .numbered(index, RecordedAt::from_unix_micros(recorded_at).unwrap());
        let bytes = entry.encode().unwrap();
        self.frontier.push(leaf_hash(&bytes));
        self.roots.push(self.frontier.root());
        self.entries.push(bytes);
        self.snapshot = self.snapshot.with(&entry).unwrap();
        hash
    }

    /// These participants are listed.
    pub fn list(&mut self, on: &str, participants: &[&str]) {
        for participant in participants {
            let listed = Act::ParticipantListed(ParticipantListed {
                standing: Standing::Listed,
                ground: None,
            });
            self.publish(vec![of(participant, on, listed)]);
        }
    }

    /// A participant signs, subject to ratification.
    pub fn sign(&mut self, participant: &str, on: &str) {
        let signed = Act::Signed(Signed {
            signature: Signature::Simple,
        });
        self.accepted(of(participant, on, signed), on);
    }

    /// A participant deposits its instrument of ratification.
    pub fn deposit(&mut self, participant: &str, on: &str) -> Digest {
        let consent = Act::ConsentExpressed(ConsentExpressed {
            mode: ConsentMode::Ratification,
            form: ConsentForm::Deposit,
            instrument: None,
            note: None,
        });
        self.accepted(of(participant, on, consent), on)
    }

    /// An act with its acceptance in due form, received on that day.
    pub fn accepted(&mut self, statement: Statement, received: &str) -> Digest {
        self.received(statement, LegalDate::on(day(received)))
    }

    /// The same, with the receipt dated as far as it is known.
    pub fn received(&mut self, statement: Statement, received: LegalDate) -> Digest {
        let acceptance = Act::AcceptedInDueForm(AcceptedInDueForm {
            statement: statement.hash().unwrap(),
            received: received.clone(),
            number: Some(text("C.N.1.2026")),
            checklist: vec![
                DueFormCheck {
                    item: DueFormItem::Authority,
                    finding: DueFormFinding::InOrder,
                },
                DueFormCheck {
                    item: DueFormItem::ReservationPermitted,
                    finding: DueFormFinding::NotApplicable,
                },
            ],
        });
        let mut accepting = Statement::new(statement.instrument.clone(), received, acceptance);
        accepting.participant = statement.participant;
        self.publish(vec![statement, accepting])
    }

    /// The depositary notifies the entry into force.
    pub fn notify(&mut self, on: &str, in_force: &str) {
        let notified = Act::EntryIntoForceNotified(EntryIntoForceNotified {
            in_force: day(in_force),
            number: Some(text("C.N.9.2026")),
        });
        self.publish(vec![Statement::new(
            slug(),
            LegalDate::on(day(on)),
            notified,
        )]);
    }

    /// How many entries there are.
    pub fn size(&self) -> u64 {
        self.snapshot.size()
    }

    /// Their fold.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The root over all of them.
    pub fn root(&self) -> Digest {
        self.frontier.root()
    }

    /// The bytes of an entry, its leaf hash, and the root after it.
    pub fn entry(&self, index: usize) -> (&[u8], Digest, Digest) {
        let bytes = self.entries[index].as_slice();
        (bytes, leaf_hash(bytes), self.roots[index])
    }
}

/// A statement of a participant.
pub fn of(participant: &str, on: &str, act: Act) -> Statement {
    Statement::new(slug(), LegalDate::on(day(on)), act).of(code(participant))
}

/// A statement of a participant about a stage of its procedure.
pub fn at_stage(participant: &str, stage: &str, on: &str, act: Act) -> Statement {
    let mut statement = of(participant, on, act);
    statement.stage = Some(key(stage));
    statement
}

/// The statement, said to correct another.
pub fn correcting(mut statement: Statement, corrected: Digest) -> Statement {
    statement.corrects = Some(Corrects {
        statement: corrected,
        reason: text("A figure was misread in the first recording."),
    });
    statement
}

/// A step begins.
pub fn begun() -> Act {
    Act::StepBegun(StepBegun { note: None })
}

/// A step ends.
pub fn concluded(outcome: Outcome) -> Act {
    Act::StepConcluded(StepConcluded {
        outcome,
        note: None,
    })
}

/// A step is announced.
pub fn scheduled() -> Act {
    Act::StepScheduled(StepScheduled { note: None })
}

/// A vote on approval that was carried.
pub fn carried(yes: u32, no: u32, abstain: u32, present: u32) -> Act {
    Act::VoteTaken(VoteTaken {
        chamber: None,
        on: VoteOn::Approval,
        tally: Tally {
            yes: Some(yes),
            no: Some(no),
            abstain: Some(abstain),
            present: Some(present),
            ..Tally::default()
        },
        ruling: Ruling::Carried,
        number: None,
        conditions: vec![],
    })
}

/// The sign-offs that the standard policy asks for.
fn sign_offs(statement: &Statement) -> Vec<SignOff> {
    let policy = SignOffPolicy::standard();
    // An act that is not known has no group; the one who wrote it knew.
    let Some(group) = statement.act().map(Act::group) else {
        return Vec::new();
    };
    let rule = policy
        .rules()
        .iter()
        .find(|rule| rule.acts == group && rule.occasion == Occasion::Regular)
        .unwrap();
    let mut officers = 0;
    rule.steps
        .iter()
        .flat_map(|step| &step.all_of)
        .zip(0..)
        .map(|(wanted, step)| {
            let (office, person) = match wanted.office {
                OfficeWanted::LiaisonOfParticipant => {
                    (Office::Liaison(statement.participant.unwrap()), 1)
                }
                OfficeWanted::VerifierOfParticipant | OfficeWanted::VerifierOfAnother => {
                    (Office::Verifier(statement.participant.unwrap()), 2)
                }
                OfficeWanted::DepositaryOfficer => {
                    officers += 1;
                    (Office::DepositaryOfficer(key("depositary")), 2 + officers)
                }
            };
            SignOff::new(
                statement.hash().unwrap(),
                Occasion::Regular,
                step,
                office,
                Evidence::PasswordStepUp,
                pseudonym(&[7; 32], &person.to_string()),
            )
        })
        .collect()
}
