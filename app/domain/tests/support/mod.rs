//! A register written by hand: signed entries about one illustrative instrument.

pub mod course;

use std::collections::{BTreeMap, BTreeSet};

use domain::act::{
    AcceptedInDueForm, Act, ConsentExpressed, ConsentForm, ConsentMode, Corrects, DueFormCheck,
    DueFormFinding, DueFormItem, InstrumentDefined, ParticipantListed, Signature, Signed, Standing,
    StatementRetracted,
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
use domain::policy::Occasion;
use domain::register::{Draft, Entry, RecordedAt};
use domain::share::Share;
use domain::sign_off::{Evidence, SignOff, pseudonym};
use domain::snapshot::{OnUnknown, Snapshot};
use domain::statement::Statement;
use domain::text::Text;

/// The instrument's name.
pub fn slug() -> Slug {
    "illustrative-guarantee".parse().unwrap()
}

/// The code of an entity.
pub fn code(text: &str) -> EntityCode {
    text.parse().unwrap()
}

/// The codes of several.
pub fn codes(texts: &[&str]) -> BTreeSet<EntityCode> {
    texts.iter().map(|text| code(text)).collect()
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

/// A liaison of this participant.
pub fn liaison(of: &str) -> Office {
    Office::Liaison(code(of))
}

/// A verifier of this participant.
pub fn verifier(of: &str) -> Office {
    Office::Verifier(code(of))
}

/// An officer of the depositary.
pub fn officer() -> Office {
    Office::DepositaryOfficer(key("illustrative-depositary"))
}

/// A clause.
pub fn clause(json: &str) -> Clause {
    serde_json::from_str(json).unwrap()
}

/// The definition of the instrument with this clause.
pub fn instrument(clause: Clause, weights: BTreeMap<EntityCode, Share>) -> Instrument {
    Instrument {
        titles: vec![text("Treaty of Guarantee (illustrative)")],
        kind: InstrumentKind::Treaty,
        nature: Nature::Illustrative,
        texts: vec![],
        seat: Seat {
            place: text("Paris"),
            zone: ZoneName::try_from("Europe/Paris".to_owned()).unwrap(),
        },
        depositaries: vec![Depositary {
            authority: key("illustrative-depositary"),
            name: text("Depositary"),
        }],
        consent_modes: [ConsentMode::Ratification, ConsentMode::Accession].into(),
        consent_form: ConsentForm::Deposit,
        clause,
        clause_text: None,
        weights,
        reservations: ReservationRegime {
            permitted: Reservations::Prohibited,
            pending: PendingReservation::Counts,
        },
        provisional_application: ProvisionalApplicationRule::NotProvided,
        exit: ExitRule::NotProvided,
        activation: None,
    }
}

/// The statement that opens the instrument.
pub fn opening(on: Day, instrument: Instrument) -> Statement {
    let defined = InstrumentDefined {
        instrument: Box::new(instrument),
        reason: None,
    };
    Statement::new(slug(), LegalDate::on(on), Act::InstrumentOpened(defined))
}

/// A statement of a participant.
pub fn of(participant: EntityCode, on: Day, act: Act) -> Statement {
    Statement::new(slug(), LegalDate::on(on), act).of(participant)
}

/// The participant is listed.
pub fn listed(participant: EntityCode, on: Day) -> Statement {
    let listed = ParticipantListed {
        standing: Standing::Listed,
        ground: None,
    };
    of(participant, on, Act::ParticipantListed(listed))
}

/// The participant signs, subject to ratification.
pub fn signed(participant: EntityCode, on: Day) -> Statement {
    let signature = Signature::Simple;
    of(participant, on, Act::Signed(Signed { signature }))
}

/// The act of ratifying.
pub fn ratification() -> Act {
    Act::ConsentExpressed(ConsentExpressed {
        mode: ConsentMode::Ratification,
        form: ConsentForm::Deposit,
        instrument: None,
        note: None,
    })
}

/// The participant ratifies.
pub fn ratified(participant: EntityCode, on: Day) -> Statement {
    of(participant, on, ratification())
}

/// The statement, said to correct another.
pub fn correcting(mut statement: Statement, corrected: Digest) -> Statement {
    statement.corrects = Some(Corrects {
        statement: corrected,
        reason: text("An error in the first recording"),
    });
    statement
}

/// A statement is taken back.
pub fn retracting(participant: Option<EntityCode>, on: Day, target: Digest) -> Statement {
    let act = Act::StatementRetracted(StatementRetracted {});
    let mut statement = Statement::new(slug(), LegalDate::on(on), act);
    statement.participant = participant;
    correcting(statement, target)
}

/// The depositary accepts a statement in due form.
pub fn accepting(
    participant: Option<EntityCode>,
    on: Day,
    target: Digest,
    received: LegalDate,
) -> Statement {
    let accepted = AcceptedInDueForm {
        statement: target,
        received,
        number: None,
        checklist: vec![DueFormCheck {
            item: DueFormItem::Authority,
            finding: DueFormFinding::InOrder,
        }],
    };
    let act = Act::AcceptedInDueForm(accepted);
    let mut statement = Statement::new(slug(), LegalDate::on(on), act);
    statement.participant = participant;
    statement
}

/// A sign-off by the person of this number in this entry.
pub fn sign_off(
    statement: &Statement,
    occasion: Occasion,
    step: u32,
    office: Office,
    person: u32,
) -> SignOff {
    SignOff::new(
        statement.hash().unwrap(),
        occasion,
        step,
        office,
        Evidence::PasswordStepUp,
        pseudonym(&[7; 32], &person.to_string()),
    )
}

/// The entry with these statements, imported: two officers of the depositary sign each.
pub fn imported(index: u64, statements: Vec<Statement>) -> Entry {
    let sign_offs = statements
        .iter()
        .flat_map(|statement| {
            (0..2).map(|step| sign_off(statement, Occasion::ImportOfHistory, step, officer(), step))
        })
        .collect();
    numbered(index, Occasion::ImportOfHistory, statements, sign_offs)
}

/// The entry with this number, recorded so many seconds after the first.
pub fn numbered(
    index: u64,
    occasion: Occasion,
    statements: Vec<Statement>,
    sign_offs: Vec<SignOff>,
) -> Entry {
    let draft = Draft {
        occasion,
        sign_offs,
        statements,
    };
    let second = i64::try_from(index).unwrap();
    let recorded_at = RecordedAt::from_unix_micros(1_767_690_000_000_000 + second * 1_000_000);
    draft.numbered(index, recorded_at.unwrap())
}

/// A register in the making.
#[derive(Debug, Clone, Default)]
pub struct Register {
    entries: Vec<Entry>,
}

impl Register {
    /// Without an entry.
    pub fn new() -> Self {
        Self::default()
    }

    /// One more entry, imported. Returns the hash of its last statement.
    pub fn add(&mut self, statements: Vec<Statement>) -> Digest {
        let hash = statements.last().unwrap().hash().unwrap();
        self.entries.push(imported(self.size(), statements));
        hash
    }

    /// One more entry, as it is.
    pub fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// How many there are.
    pub fn size(&self) -> u64 {
        u64::try_from(self.entries.len()).unwrap()
    }

    /// The entries.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Their fold, by a node that writes.
    pub fn fold(&self) -> Snapshot {
        Snapshot::fold(&self.entries, OnUnknown::Stop).unwrap()
    }
}
