//! What was the case on a day, by what the register said at a size.

use std::collections::{BTreeMap, BTreeSet};

use crate::act::{Act, ConsentMode, Signature, Standing};
use crate::activation::{self, Activation, EventActs};
use crate::clause::earliest::{self, Earliest};
use crate::clause::evaluate::{self, Evaluation};
use crate::clause::own_effect::{self, OwnEffect};
use crate::clause::record::{Consent, Participation, Period, Record};
use crate::clause::smallest_sets::{self, ToGo};
use crate::clause::threshold::{self, Threshold};
use crate::consent::{ConsentActs, Given, Undated, Withdrawn, WithoutEffect};
use crate::day::{Day, DayError};
use crate::entity::{self, EntityCode};
use crate::exit::{self, Exit, Notice};
use crate::instrument::Instrument;
use crate::legal_date::LegalDate;
use crate::name::{Key, Slug};
use crate::provisional::{Bounds, Declared, Ended, Provisional, ProvisionalActs};
use crate::register::RecordedAt;
use crate::reservation::acts::{Formulated, Notified, ReservationActs, Said, Saying};
use crate::reservation::{self, Reservation, ReservingState, effect as reserved};
use crate::snapshot::fact::Fact;
use crate::snapshot::standing::{international, national};
use crate::snapshot::{InstrumentRecord, Snapshot};
use crate::status::Status;
use crate::withdrawal::{self, WithdrawalToday};

/// An instrument on a day, by what the register said at a size.
#[derive(Debug, Clone)]
pub struct View {
    /// The day.
    pub day: Day,
    /// The size of the register.
    pub size: u64,
    /// The definition in effect.
    pub instrument: Instrument,
    /// What the clause looked at.
    pub record: Record,
    /// What it answered.
    pub evaluation: Evaluation,
    /// Each participant.
    pub participants: BTreeMap<EntityCode, ParticipantView>,
    /// The days of entry into force that the depositary notified for the instrument as a whole.
    pub notified: Vec<Day>,
    /// The facts about the instrument as a whole, in the order in which they happened.
    pub facts: Vec<Fact>,
    /// Those of whose consent the register knows, but not whether it had been given by the day: the
    /// day lies within the bounds of its date, or it has none. They are not counted.
    pub consent_not_known: BTreeMap<EntityCode, LegalDate>,
    /// The reservations on record, with what each State has answered.
    pub reservations: Vec<Reservation>,
    /// Whether the obligations are activated, by computation.
    pub activation: Activation,
}

/// A participant on a day, by what the register said at a size.
#[derive(Debug, Clone)]
pub struct ParticipantView {
    /// Its status.
    pub status: Status,
    /// Its consents as they were given, and from when each binds it, if it does.
    pub consents: Vec<(Consent, Option<OwnEffect>)>,
    /// The days of entry into force that the depositary notified for this participant.
    pub notified: Vec<Day>,
    /// Its provisional application.
    pub provisional: Provisional,
    /// Its notices of withdrawal that ended a consent, or will.
    pub notices: Vec<Notice>,
    /// Acts on record that have no effect.
    pub without_effect: Vec<WithoutEffect>,
    /// The facts, in the order in which they happened.
    pub facts: Vec<Fact>,
}

/// Why there is no view.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ViewError {
    /// The register does not know the instrument at that size.
    #[error("the register did not know the instrument {0} at that size")]
    NoInstrument(Slug),
    /// A date computed from the clause lies outside the range of days.
    #[error(transparent)]
    Day(#[from] DayError),
}

impl Snapshot {
    /// The instrument as the register of `size` entries shows it at the end of `day`.
    ///
    /// # Errors
    /// [`ViewError`].
    pub fn view(&self, slug: &Slug, day: Day, size: u64) -> Result<View, ViewError> {
        let record = self
            .instruments
            .get(slug)
            .ok_or_else(|| ViewError::NoInstrument(slug.clone()))?;
        record
            .view(day, size)?
            .ok_or_else(|| ViewError::NoInstrument(slug.clone()))
    }
}

impl View {
    /// The view without the announcements that were recorded from `end` on, the first instant after its
    /// day at the instrument's seat: by then nobody had made them. For a day that has passed; today
    /// everything recorded has been made.
    #[must_use]
    pub fn without_later_announcements(mut self, end: RecordedAt) -> Self {
        let was_made = |fact: &Fact| {
            !matches!(fact.act(), Some(Act::StepScheduled(_))) || fact.recorded_at < end
        };
        for participant in self.participants.values_mut() {
            participant.facts.retain(was_made);
            participant.status.national = national(&participant.facts);
        }
        self
    }

    /// What is still lacking for the clause to be met.
    pub fn to_go(&self) -> ToGo {
        smallest_sets::to_go(&self.instrument.clause, &self.record, self.day)
    }

    /// Those without whom the clause cannot be met.
    pub fn indispensable(&self) -> BTreeSet<EntityCode> {
        smallest_sets::indispensable(&self.instrument.clause, &self.record, self.day)
    }

    /// The earliest day on which the clause could be met, with the earliest days of consent that the
    /// participants' procedures allow, as far as they are known.
    ///
    /// # Errors
    /// [`DayError`] if a day would lie after the year 9999.
    pub fn earliest_possible(
        &self,
        floors: &BTreeMap<EntityCode, Day>,
    ) -> Result<Option<Earliest>, DayError> {
        earliest::earliest_possible(&self.instrument.clause, &self.record, self.day, floors)
    }

    /// Whether those who are bound would still meet the conditions (VCLT art. 55).
    pub fn threshold(&self) -> Threshold {
        threshold::threshold(
            &self.instrument.clause,
            &self.record,
            self.evaluation.met.as_ref(),
            self.day,
        )
    }

    /// The reservations of one participant.
    pub fn reservations_of(&self, code: EntityCode) -> impl Iterator<Item = &Reservation> {
        self.reservations
            .iter()
            .filter(move |reservation| reservation.of == code)
    }

    /// How a participant can leave; `None` if it takes no part.
    ///
    /// # Errors
    /// [`DayError`] if a day would lie after the year 9999.
    pub fn exit(&self, code: EntityCode) -> Result<Option<Exit>, DayError> {
        let Some(participant) = self.participants.get(&code) else {
            return Ok(None);
        };
        let (consents, notices) = (&participant.consents, &participant.notices);
        exit::exit(&self.instrument.exit, consents, notices, self.day).map(Some)
    }

    /// What is out of order in a participant's notices of withdrawal.
    ///
    /// # Errors
    /// [`DayError`] if a day would lie after the year 9999.
    pub fn exit_findings(&self, code: EntityCode) -> Result<Vec<exit::Finding>, DayError> {
        let Some(participant) = self.participants.get(&code) else {
            return Ok(Vec::new());
        };
        let (consents, notices) = (&participant.consents, &participant.notices);
        exit::findings(&self.instrument.exit, consents, notices)
    }

    /// What a withdrawal today would change; `None` if it takes no part.
    ///
    /// # Errors
    /// [`DayError`] if a day would lie after the year 9999.
    pub fn withdrawal_today(&self, code: EntityCode) -> Result<Option<WithdrawalToday>, DayError> {
        let Some(participant) = self.participants.get(&code) else {
            return Ok(None);
        };
        withdrawal::today(
            &self.instrument,
            &self.record,
            code,
            &withdrawal::Own {
                consents: &participant.consents,
                notices: &participant.notices,
            },
            self.day,
        )
        .map(Some)
    }
}

/// What an instrument's facts say of one participant, before the clause is evaluated.
struct Gathered {
    /// Its consents are those that were given.
    participation: Participation,
    /// The same consents as the clause counts them.
    counted: Vec<Option<Consent>>,
    notices: Vec<Notice>,
    reservations: ReservationActs,
    provisional: ProvisionalActs,
    without_effect: Vec<WithoutEffect>,
    facts: Vec<Fact>,
}

/// What an instrument's facts say, before the clause is evaluated.
struct GatheredWhole {
    record: Record,
    participants: BTreeMap<EntityCode, Gathered>,
    reservations: Vec<Reservation>,
    events: EventActs,
}

impl InstrumentRecord {
    /// The record of facts that the clause looks at, by what the register said at a size, with
    /// everything that is recorded, whenever it happened; `None` if the register did not know the
    /// instrument, or a period that began in the year 9999 ends after it.
    pub fn whole_record(&self, size: u64) -> Option<(Instrument, Record)> {
        let instrument = self.definition(Day::LAST, size)?;
        let record = self.gather(&instrument, Day::LAST, size).ok()?.record;
        Some((instrument, record))
    }

    fn view(&self, day: Day, size: u64) -> Result<Option<View>, DayError> {
        let Some(instrument) = self.definition(day, size) else {
            return Ok(None);
        };
        let whole = self.gather(&instrument, day, size)?;
        let record = whole.record;
        let evaluation = evaluate::evaluate(&instrument.clause, &record, day)?;
        let activation = activation::activation(
            instrument.activation.as_ref(),
            &record,
            &whole.events,
            evaluation.met.as_ref(),
            day,
        );
        let mut participants = BTreeMap::new();
        for (code, gathered) in whole.participants {
            participants.insert(
                code,
                participant_view(&instrument, &evaluation, code, gathered, day)?,
            );
        }
        let facts = visible(self.facts.as_slice(), day, size);
        let consent_not_known = record
            .participants
            .iter()
            .filter(|(_, participation)| participation.consent_on(day).is_none())
            .filter_map(|(code, _)| Some((*code, self.consent_not_known(*code, day, size)?)))
            .collect();
        Ok(Some(View {
            day,
            size,
            instrument,
            record,
            evaluation,
            participants,
            notified: notified_days(&facts),
            facts,
            consent_not_known,
            reservations: whole.reservations,
            activation,
        }))
    }

    /// The date of a consent within whose bounds the day lies, or that has none.
    fn consent_not_known(&self, code: EntityCode, day: Day, size: u64) -> Option<LegalDate> {
        said(self.facts_about(code), size)
            .filter(|fact| match fact.act() {
                Some(Act::ConsentExpressed(_)) => true,
                Some(Act::Signed(signed)) => signed.signature == Signature::Definitive,
                Some(_) | None => false,
            })
            .map(|fact| fact.date().clone())
            .find(|date| {
                let may_have_begun = date.earliest().is_none_or(|earliest| earliest <= day);
                may_have_begun && date.latest().is_none_or(|latest| day < latest)
            })
    }

    /// The definition in effect: the last one opened or amended by that day. An instrument is known
    /// from its opening entry on, also for days before: those pages say what was awaited.
    fn definition(&self, day: Day, size: u64) -> Option<Instrument> {
        let definitions: Vec<Fact> = said(self.facts.rules(), size)
            .filter(|fact| defined(fact).is_some())
            .collect();
        let order = |fact: &&Fact| (fact.ordered(), fact.statement.sequence, fact.hash);
        definitions
            .iter()
            .filter(|fact| fact.had_happened(day))
            .max_by_key(order)
            .or_else(|| definitions.iter().min_by_key(order))
            .and_then(defined)
            .cloned()
    }

    fn gather(
        &self,
        instrument: &Instrument,
        day: Day,
        size: u64,
    ) -> Result<GatheredWhole, DayError> {
        let mut record = Record {
            weights: instrument.weights.clone(),
            ..Record::default()
        };
        let mut events = EventActs::default();
        for fact in visible(self.facts.as_slice(), day, size) {
            gather_event(&fact, &mut events);
            if let (Some(Act::EventRecorded(recorded)), Some(at)) = (fact.act(), fact.ordered()) {
                let on = record
                    .events
                    .entry(recorded.event.clone())
                    .or_insert(at.day);
                *on = (*on).min(at.day);
                if !fact.date().is_exact() {
                    record.bounded_events.insert(recorded.event.clone());
                }
            }
        }
        let mut gathered = BTreeMap::new();
        for (code, participant) in &self.participants {
            let facts = visible(participant.facts.as_slice(), day, size);
            // One that is listed from a later day on is somebody the clause could count already.
            let takes_part = participant.facts.as_slice().iter().any(|fact| {
                fact.is_said_at(size) && matches!(fact.act(), Some(Act::ParticipantListed(_)))
            });
            if !takes_part {
                continue;
            }
            gathered.insert(*code, gather_participant(*code, facts));
        }
        let reservations = reservations(instrument, &gathered, day)?;
        for (code, one) in &mut gathered {
            let own: Vec<&Reservation> = reservations
                .iter()
                .filter(|reservation| reservation.of == *code)
                .collect();
            one.counted = reserved::counted(
                &one.participation.consents,
                &own,
                instrument.reservations.pending,
            );
            let given = one.participation.consents.iter().zip(&one.counted);
            if given
                .into_iter()
                .any(|(given, counted)| counted.is_none() && given.holds(day))
            {
                record.waiting.insert(*code);
            }
            let counted = Participation {
                consents: one.counted.iter().copied().flatten().collect(),
                ..one.participation.clone()
            };
            record.participants.insert(*code, counted);
        }
        Ok(GatheredWhole {
            record,
            participants: gathered,
            reservations,
            events,
        })
    }
}

/// The definition of the instrument that a fact gives.
fn defined(fact: &Fact) -> Option<&Instrument> {
    match fact.act() {
        Some(Act::InstrumentOpened(defined) | Act::InstrumentAmended(defined)) => {
            Some(defined.instrument.as_ref())
        }
        _ => None,
    }
}

/// The facts said at this size, each as the register knew it then.
fn said<'a>(facts: impl IntoIterator<Item = &'a Fact>, size: u64) -> impl Iterator<Item = Fact> {
    facts
        .into_iter()
        .filter(move |fact| fact.is_said_at(size))
        .map(move |fact| fact.as_said_at(size))
}

/// The facts said at this size that had happened by this day, in the order in which they happened.
///
/// The order is that of day, place on the day, and content: never that of arrival.
fn visible(facts: &[Fact], day: Day, size: u64) -> Vec<Fact> {
    let mut visible: Vec<Fact> = said(facts, size)
        .filter(|fact| fact.had_happened(day))
        .collect();
    visible.sort_by_key(|fact| (fact.ordered(), fact.statement.sequence, fact.hash));
    visible
}

/// The reservations of everybody, if there are any.
fn reservations(
    instrument: &Instrument,
    gathered: &BTreeMap<EntityCode, Gathered>,
    day: Day,
) -> Result<Vec<Reservation>, DayError> {
    if !gathered
        .values()
        .any(|one| one.reservations.has_reservations())
    {
        return Ok(Vec::new());
    }
    let states = gathered
        .iter()
        .map(|(code, one)| {
            let state = ReservingState {
                acts: &one.reservations,
                consents: &one.participation.consents,
            };
            (*code, state)
        })
        .collect();
    reservation::reservations(&instrument.reservations, &states, day)
}

/// What one fact adds to the days on which events last.
fn gather_event(fact: &Fact, events: &mut EventActs) {
    let Some(day) = fact.date().latest() else {
        return;
    };
    let at = activation::Dated {
        day,
        exact: fact.date().is_exact(),
    };
    match fact.act() {
        Some(Act::EventRecorded(recorded)) => events.begun.push((recorded.event.clone(), at)),
        Some(Act::EventEnded(ended)) => events.ended.push((ended.event.clone(), at)),
        Some(_) | None => {}
    }
}

fn gather_participant(code: EntityCode, facts: Vec<Fact>) -> Gathered {
    let mut participation = Participation {
        listed: listing(code, &facts),
        ..Participation::default()
    };
    let mut acts = ConsentActs::default();
    for fact in &facts {
        gather_act(fact, &mut participation, &mut acts);
    }
    let (consents, without_effect) = acts.periods();
    participation.consents = consents;
    let mut reservations = ReservationActs::default();
    let mut provisional = ProvisionalActs::default();
    for fact in &facts {
        gather_reservation(fact, &mut reservations);
        gather_provisional(fact, &mut provisional);
    }
    Gathered {
        notices: notices(&facts, &participation.consents),
        participation,
        counted: Vec::new(),
        reservations,
        provisional,
        without_effect,
        facts,
    }
}

/// What one fact adds to a participant's signature and consents.
fn gather_act(fact: &Fact, participation: &mut Participation, acts: &mut ConsentActs) {
    let at = fact.ordered();
    let mut consent = |mode| match at {
        Some(at) => acts.given.push(Given {
            at,
            exact: fact.date().is_exact(),
            mode,
        }),
        None => acts.undated.push(Undated::Consent),
    };
    match fact.act() {
        Some(Act::Signed(signed)) => {
            if let Some(at) = at {
                let first = participation.signed.map_or(at.day, |day| day.min(at.day));
                participation.signed = Some(first);
            }
            if signed.signature == Signature::Definitive {
                consent(ConsentMode::DefinitiveSignature);
            }
        }
        Some(Act::ConsentExpressed(expressed)) => consent(expressed.mode),
        Some(Act::WithdrawalNotified(withdrawal)) => match (at, withdrawal.effective.latest()) {
            (Some(notified), Some(effective)) => acts.withdrawn.push(Withdrawn {
                notified,
                effective,
            }),
            _ => acts.undated.push(Undated::Withdrawal),
        },
        Some(Act::WithdrawalRetracted(_)) => match at {
            Some(at) => acts.retracted.push(at),
            None => acts.undated.push(Undated::Retraction),
        },
        Some(_) | None => {}
    }
}

/// What one fact adds to a participant's acts about reservations.
fn gather_reservation(fact: &Fact, acts: &mut ReservationActs) {
    let at = fact.ordered();
    let said = |of, reservation: &Key, what| Said {
        of,
        reservation: reservation.clone(),
        at,
        exact: fact.date().is_exact(),
        what,
    };
    match fact.act() {
        Some(Act::ReservationFormulated(made)) => acts.formulated.push(Formulated {
            reservation: made.reservation.clone(),
            articles: made.articles.clone(),
            at,
            exact: fact.date().is_exact(),
        }),
        Some(Act::ReservationNotified(notified)) => acts.notified.push(Notified {
            reservation: notified.reservation.clone(),
            on: at.map(|at| at.day),
            to: notified.to.clone(),
        }),
        Some(Act::ReservationWithdrawn(withdrawn)) => {
            let withdrawn = withdrawn.reservation.clone();
            acts.withdrawn.extend(at.map(|at| (withdrawn, at)));
        }
        Some(Act::ReservationAccepted(by)) => {
            acts.said
                .push(said(by.of, &by.reservation, Saying::Accepts));
        }
        Some(Act::ObjectionRaised(by)) => {
            let what = Saying::Objects(by.effect);
            acts.said.push(said(by.to, &by.reservation, what));
        }
        Some(Act::ObjectionWithdrawn(by)) => {
            let what = Saying::TakesObjectionBack;
            acts.said.push(said(by.to, &by.reservation, what));
        }
        Some(_) | None => {}
    }
}

/// What one fact adds to a participant's provisional application.
fn gather_provisional(fact: &Fact, acts: &mut ProvisionalActs) {
    let at = fact.ordered();
    match fact.act() {
        Some(Act::ProvisionalApplication(declared)) => acts.declared.push(Declared {
            at,
            from: declared.from.latest(),
            exact: declared.from.is_exact(),
            articles: declared.articles.iter().cloned().collect(),
        }),
        Some(Act::ProvisionalApplicationEnded(ended)) => acts.ended.push(Ended {
            at,
            from: ended.from.latest(),
        }),
        Some(_) | None => {}
    }
}

/// The notices of withdrawal by which these consents ended, or will.
fn notices(facts: &[Fact], consents: &[Consent]) -> Vec<Notice> {
    facts
        .iter()
        .filter_map(|fact| match fact.act() {
            Some(Act::WithdrawalNotified(withdrawal)) => Some(Notice {
                notified: fact.date().latest()?,
                effective: withdrawal.effective.latest()?,
                exact: withdrawal.effective.is_exact(),
                of: withdrawal.of,
            }),
            _ => None,
        })
        .filter(|notice| {
            let ends = notice.effective.max(notice.notified);
            consents.iter().any(|consent| consent.end == Some(ends))
        })
        .collect()
}

/// When the participant is on the list: from each listing to its removal or its own end.
fn listing(code: EntityCode, facts: &[Fact]) -> Vec<Period> {
    let ends = entity::find(code)
        .and_then(|entity| entity.valid_to)
        .and_then(|last| last.plus_days(1).ok());
    let day = |fact: &Fact| fact.ordered().map(|at| at.day);
    let mut periods: Vec<Period> = facts
        .iter()
        .filter(|fact| {
            matches!(fact.act(), Some(Act::ParticipantListed(listed)) if listed.standing == Standing::Listed)
        })
        .map(|fact| Period {
            begin: day(fact),
            end: ends,
        })
        .collect();
    let removals = facts
        .iter()
        .filter(|fact| matches!(fact.act(), Some(Act::ParticipantRemoved(_))));
    for removal in removals {
        for period in &mut periods {
            // A removal ends what was listed before it; one without a date leaves nothing.
            let removed = match day(removal) {
                Some(day) if period.begin.is_some_and(|begin| day < begin) => continue,
                Some(day) => day,
                None => period.begin.unwrap_or(Day::FIRST),
            };
            period.end = Some(period.end.map_or(removed, |end| end.min(removed)));
        }
    }
    periods
}

/// The days of entry into force that these facts notify.
fn notified_days(facts: &[Fact]) -> Vec<Day> {
    facts
        .iter()
        .filter_map(|fact| match fact.act() {
            Some(Act::EntryIntoForceNotified(notified)) => Some(notified.in_force),
            _ => None,
        })
        .collect()
}

fn participant_view(
    instrument: &Instrument,
    evaluation: &Evaluation,
    code: EntityCode,
    gathered: Gathered,
    day: Day,
) -> Result<ParticipantView, DayError> {
    let consents = gathered
        .participation
        .consents
        .iter()
        .zip(&gathered.counted)
        .map(|(consent, counted)| {
            let effect = match (&evaluation.met, counted) {
                (Some(met), Some(counted)) => {
                    own_effect::own_effect(&instrument.clause, met, code, *counted)?
                }
                (None, _) | (_, None) => None,
            };
            Ok((*consent, effect))
        })
        .collect::<Result<Vec<_>, DayError>>()?;
    let ceased = entity::find(code)
        .and_then(|entity| entity.valid_to)
        .and_then(|last| last.plus_days(1).ok())
        .filter(|ceased| *ceased <= day);
    let international = international(&gathered.participation, &consents, day, ceased);
    let provisional = Provisional::of(
        &gathered.provisional,
        &instrument.provisional_application,
        &Bounds {
            in_force: consents
                .iter()
                .filter_map(|(consent, effect)| {
                    effect.map(|effect| Period {
                        begin: Some(effect.from),
                        end: consent.end,
                    })
                })
                .collect(),
            withdrawn: gathered
                .participation
                .consents
                .iter()
                .filter_map(|consent| consent.end)
                .collect(),
        },
    );
    Ok(ParticipantView {
        status: Status {
            national: national(&gathered.facts),
            international,
            provisional_application: provisional.status_on(day),
        },
        consents,
        provisional,
        notices: gathered.notices,
        notified: notified_days(&gathered.facts),
        without_effect: gathered.without_effect,
        facts: gathered.facts,
    })
}
