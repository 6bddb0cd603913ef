//! What a form is about: the instrument, the participant, its procedure and the stage, as the register
//! has them now, for the office that fills it in.

use std::sync::Arc;

use app::desk::{ActForm, Control, Offered};
use app::say;
use app::words::Words;
use domain::act::{Act, ActGroup};
use domain::day::Day;
use domain::digest::Digest;
use domain::entity::{self, EntityCode};
use domain::instrument::Instrument;
use domain::name::{Key, Slug};
use domain::office::Office;
use domain::policy::Occasion;
use domain::procedure::{Chamber, Followed, Library, Stage};
use domain::snapshot::{Fact, InstrumentRecord, View};
use domain::statement::Statement;
use domain::status::InternationalStatus;
use public::Published;

use super::ask;
use crate::proposal::Fields;
use crate::register::Register;

/// What a form is about.
#[derive(Debug, Clone)]
pub struct Case {
    /// The language.
    pub words: Words,
    /// Which form.
    pub form: ActForm,
    /// The instrument.
    pub place: Place,
    /// Whom the statement is about.
    pub subject: Subject,
    /// The office that fills it in.
    pub office: Office,
    /// The statement that is replaced or taken back.
    pub corrects: Option<Fact>,
    /// The legal day of the instrument; of UTC where it has no seat yet.
    pub today: Day,
    /// What the register amounts to.
    pub published: Arc<Published>,
    /// The procedure that the participant follows, if one is known.
    pub followed: Option<Followed>,
    stage: Option<Key>,
}

/// The instrument that a form is about.
#[derive(Debug, Clone)]
pub enum Place {
    /// In the register, as it is today.
    Register(Slug, Box<View>),
    /// To be opened, under this name in addresses.
    ToOpen(Slug),
    /// To be opened; the form asks for its name in addresses.
    Asked,
}

/// Whom a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// This participant.
    Is(EntityCode),
    /// The instrument as a whole.
    Instrument,
    /// The form asks.
    Asked {
        /// Whether it can be about the instrument as a whole.
        may_be_nobody: bool,
    },
}

/// Why there is no such form for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseError {
    /// There is nothing there, or it is not theirs.
    NotFound,
    /// Others fill in such a form.
    NotAllowed,
}

/// What is asked for, as an address or a proposal says it.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The stage.
    pub stage: Option<String>,
    /// The hash of the statement that is corrected.
    pub corrects: Option<String>,
    /// The participant, where a proposal has one for good.
    pub participant: Option<Subject>,
}

impl Case {
    /// The case of this form for this office.
    ///
    /// # Errors
    /// [`CaseError`].
    pub fn open(
        words: Words,
        register: &Register,
        office: &Office,
        form: ActForm,
        slug: &Slug,
        wanted: &Wanted,
    ) -> Result<Self, CaseError> {
        let published = register.current();
        let Some(record) = published.snapshot.instrument(slug) else {
            return Self::founding(words, register, office, form, Place::ToOpen(slug.clone()));
        };
        // The seat does not change with the day, and the day is that of the seat.
        let zone = &record
            .definition_for_signing()
            .ok_or(CaseError::NotFound)?
            .seat
            .zone;
        let today = register.legal_day(zone);
        let view = published
            .snapshot
            .view(slug, today, published.snapshot.size())
            .map_err(|_| CaseError::NotFound)?;
        if !is_theirs(office, record, &view) {
            return Err(CaseError::NotFound);
        }
        let corrects = match &wanted.corrects {
            None => None,
            Some(hash) => Some(find(record, hash).ok_or(CaseError::NotFound)?),
        };
        let subject = match (&corrects, wanted.participant) {
            (Some(fact), _) => fact
                .statement
                .participant
                .map_or(Subject::Instrument, Subject::Is),
            (None, Some(subject)) => subject,
            (None, None) => subject(form, office).ok_or(CaseError::NotAllowed)?,
        };
        check_form(form, office, subject, corrects.as_ref())?;
        let mut case = Self {
            words,
            form,
            place: Place::Register(slug.clone(), Box::new(view)),
            subject,
            office: office.clone(),
            stage: None,
            followed: None,
            corrects,
            today,
            published,
        };
        case.followed = case
            .participant()
            .and_then(|code| case.published.library.followed(code, case.facts_of(code)));
        case.stage = match (&case.corrects, &wanted.stage) {
            (Some(fact), _) => fact.statement.stage.clone(),
            (None, Some(stage)) if !stage.is_empty() => {
                let key: Key = stage.parse().map_err(|_| CaseError::NotFound)?;
                case.find_stage(&key).ok_or(CaseError::NotFound)?;
                Some(key)
            }
            (None, _) => None,
        };
        Ok(case)
    }

    /// The case of an instrument that is to be opened by this office.
    ///
    /// # Errors
    /// [`CaseError`] if the form is another one, or others open instruments.
    pub fn to_open(words: Words, register: &Register, office: &Office) -> Result<Self, CaseError> {
        let form = ActForm::InstrumentOpened;
        Self::founding(words, register, office, form, Place::Asked)
    }

    fn founding(
        words: Words,
        register: &Register,
        office: &Office,
        form: ActForm,
        place: Place,
    ) -> Result<Self, CaseError> {
        if form != ActForm::InstrumentOpened {
            return Err(CaseError::NotFound);
        }
        check_form(form, office, Subject::Instrument, None)?;
        Ok(Self {
            words,
            form,
            place,
            subject: Subject::Instrument,
            office: office.clone(),
            stage: None,
            followed: None,
            corrects: None,
            today: register.now().utc_day(),
            published: register.current(),
        })
    }

    /// The instrument's name in addresses, where it is settled.
    pub fn slug(&self) -> Option<&Slug> {
        match &self.place {
            Place::Register(slug, _) | Place::ToOpen(slug) => Some(slug),
            Place::Asked => None,
        }
    }

    /// The instrument today; `None` for one that is not in the register yet.
    pub fn view(&self) -> Option<&View> {
        match &self.place {
            Place::Register(_, view) => Some(view),
            Place::ToOpen(_) | Place::Asked => None,
        }
    }

    /// The instrument's definition; `None` for one that is not in the register yet.
    pub fn instrument(&self) -> Option<&Instrument> {
        self.view().map(|view| &view.instrument)
    }

    /// What the register has on record of the instrument as a whole.
    pub fn record(&self) -> Option<&InstrumentRecord> {
        self.published.snapshot.instrument(self.slug()?)
    }

    /// The participant, where it is settled.
    pub fn participant(&self) -> Option<EntityCode> {
        match self.subject {
            Subject::Is(code) => Some(code),
            Subject::Instrument | Subject::Asked { .. } => None,
        }
    }

    /// The library of procedures.
    pub fn library(&self) -> &Library {
        &self.published.library
    }

    /// The facts about the participant that stand, in the order in which they happened.
    pub fn facts(&self) -> &[Fact] {
        self.participant().map_or(&[], |code| self.facts_of(code))
    }

    fn facts_of(&self, code: EntityCode) -> &[Fact] {
        self.view()
            .and_then(|view| view.participants.get(&code))
            .map_or(&[], |participant| &participant.facts)
    }

    /// How the participant stands to the treaty.
    pub fn international(&self) -> InternationalStatus {
        self.participant()
            .and_then(|code| self.view()?.participants.get(&code))
            .map_or(InternationalStatus::None, |participant| {
                participant.status.international
            })
    }

    /// The stage that the statement concerns.
    pub fn stage(&self) -> Option<&Stage> {
        self.find_stage(self.stage.as_ref()?)
    }

    /// Its key, also where the procedure followed now has no such stage.
    pub fn stage_key(&self) -> Option<Key> {
        self.stage.clone()
    }

    /// A stage of the route that the participant follows.
    pub fn find_stage(&self, key: &Key) -> Option<&Stage> {
        self.followed.as_ref()?.route.stage(key)
    }

    /// The title of a stage of a participant's procedure.
    pub fn stage_title(&self, code: Option<EntityCode>, stage: Option<&Key>) -> Option<String> {
        stage_title(self.words, self.library(), self.view()?, code, stage)
    }

    /// The chamber that acts at the stage.
    pub fn chamber(&self) -> Option<&Chamber> {
        let followed = self.followed.as_ref()?;
        followed.procedure.chamber(self.stage()?.chamber.as_ref()?)
    }

    /// How the fact reaches the register.
    pub fn occasion(&self) -> Occasion {
        let group = match (super::group(self.form), &self.corrects) {
            (Some(group), _) => Some(group),
            (None, Some(fact)) => fact.act().map(Act::group),
            (None, None) => None,
        };
        match (&self.office, group) {
            (Office::DepositaryOfficer(_), Some(ActGroup::International)) => Occasion::OnPaper,
            (Office::Liaison(_), Some(ActGroup::International))
                if self
                    .instrument()
                    .is_some_and(|instrument| instrument.depositaries.is_empty()) =>
            {
                Occasion::Exchange
            }
            (_, _) => Occasion::Regular,
        }
    }

    /// Its place among the acts of the same day of the same participant, or of the instrument as a whole.
    pub fn sequence(&self, statement: &Statement) -> u32 {
        if let Some(fact) = &self.corrects {
            return fact.statement.sequence;
        }
        let facts = match (statement.participant, self.record()) {
            (Some(code), _) => self.facts_of(code),
            (None, Some(record)) => record.facts(),
            (None, None) => &[],
        };
        let same_day = facts.iter().filter(|fact| {
            fact.statement.date.latest() == statement.date.latest()
                && statement.date.latest().is_some()
        });
        same_day
            .map(|fact| fact.statement.sequence.saturating_add(1))
            .max()
            .unwrap_or(0)
    }

    /// Whether the form lets this participant be chosen.
    pub fn offers(&self, code: EntityCode) -> bool {
        self.choices().contains(&code)
    }

    fn choices(&self) -> Vec<EntityCode> {
        let Some(view) = self.view() else {
            return Vec::new();
        };
        let takes_part = |code: &EntityCode| view.participants.contains_key(code);
        match self.form {
            ActForm::ParticipantListed => entity::all()
                .filter(|entity| entity.valid_to.is_none_or(|last| self.today <= last))
                .map(|entity| entity.code)
                .filter(|code| !takes_part(code))
                .collect(),
            _ => view.participants.keys().copied().collect(),
        }
    }

    /// The question for whom it is, if it has to be asked.
    pub fn asks_who(&self, typed: &Fields) -> Option<Control> {
        let Subject::Asked { may_be_nobody } = self.subject else {
            return None;
        };
        let words = self.words;
        let nobody = if may_be_nobody {
            say!(words, "act-for-whom-treaty")
        } else {
            say!(words, "desk-choose")
        };
        let mut offered: Vec<Offered> = self
            .choices()
            .into_iter()
            .map(|code| Offered::new(code.as_str(), words.entity(code)))
            .collect();
        offered.sort_by(|one, other| one.label.cmp(&other.label));
        offered.insert(0, Offered::new("", nobody));
        let label = if may_be_nobody {
            say!(words, "act-for-whom")
        } else {
            say!(words, "desk-participant")
        };
        Some(ask::select(typed, "participant", label, offered))
    }
}

/// The name of a stage of a participant's procedure, as the public pages say it, if the procedure
/// followed has such a stage.
pub fn stage_title(
    words: Words,
    library: &Library,
    view: &View,
    code: Option<EntityCode>,
    stage: Option<&Key>,
) -> Option<String> {
    let (code, stage) = (code?, stage?);
    let facts = &view.participants.get(&code)?.facts;
    let followed = library.followed(code, facts)?;
    app::tracker::stage_name(words, &followed, stage)
}

/// Whether an instrument is one of this office: to others it is as if it were not there.
fn is_theirs(office: &Office, record: &InstrumentRecord, view: &View) -> bool {
    match office {
        Office::Liaison(of) | Office::Verifier(of) => view.participants.contains_key(of),
        Office::DepositaryOfficer(authority) => record.is_kept_by(authority),
    }
}

/// For whom an office fills in a form; `None` if others do.
fn subject(form: ActForm, office: &Office) -> Option<Subject> {
    let group = super::group(form);
    match (office, group) {
        (Office::Liaison(of), Some(ActGroup::National | ActGroup::International)) => {
            Some(Subject::Is(*of))
        }
        (Office::DepositaryOfficer(_), Some(ActGroup::International)) => Some(Subject::Asked {
            may_be_nobody: false,
        }),
        (Office::DepositaryOfficer(_), Some(ActGroup::Founding | ActGroup::Depositary)) => {
            Some(match form {
                ActForm::EventRecorded
                | ActForm::InstrumentOpened
                | ActForm::InstrumentAmended
                | ActForm::SignOffPolicyAdopted => Subject::Instrument,
                ActForm::EntryIntoForceNotified => Subject::Asked {
                    may_be_nobody: true,
                },
                _ => Subject::Asked {
                    may_be_nobody: false,
                },
            })
        }
        (_, _) => None,
    }
}

/// Whether an office fills in this form for them, and the statement corrected fits it.
fn check_form(
    form: ActForm,
    office: &Office,
    subject: Subject,
    corrects: Option<&Fact>,
) -> Result<(), CaseError> {
    let group = match (super::group(form), corrects) {
        (Some(_), Some(fact)) if ActForm::of_kind(fact.statement.kind()) != Some(form) => {
            return Err(CaseError::NotFound);
        }
        (Some(group), _) => Some(group),
        (None, Some(fact)) => fact.act().map(Act::group),
        // A retraction names what it takes back.
        (None, None) => return Err(CaseError::NotFound),
    };
    match (office, group, subject) {
        (
            Office::Liaison(of),
            Some(ActGroup::National | ActGroup::International),
            Subject::Is(code),
        ) if *of == code => Ok(()),
        // Another country's statement: to this office there is none.
        (Office::Liaison(of), _, Subject::Is(code)) if *of != code => Err(CaseError::NotFound),
        (Office::Liaison(_) | Office::Verifier(_), _, _)
        | (Office::DepositaryOfficer(_), Some(ActGroup::National), _) => Err(CaseError::NotAllowed),
        (Office::DepositaryOfficer(_), _, _) => Ok(()),
    }
}

/// A statement that stands, by its hash.
fn find(record: &InstrumentRecord, hash: &str) -> Option<Fact> {
    let hash: Digest = hash.parse().ok()?;
    record
        .facts()
        .iter()
        .chain(
            record
                .participants()
                .flat_map(|code| record.facts_about(code)),
        )
        .find(|fact| fact.hash == hash && fact.superseded_at.is_none())
        .cloned()
}
