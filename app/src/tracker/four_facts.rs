//! The four facts about a participant, which are never mixed: its national procedure, its consent to
//! be bound, the treaty in force for it, the obligations activated.

use domain::act::{Act, ActivationState, ConsentForm, ConsentMode, Signature};
use domain::clause::own_effect::{OwnEffect, OwnRule};
use domain::day::Day;
use domain::entity::EntityCode;
use domain::legal_date::LegalDate;
use domain::name::Key;
use domain::procedure::StageState;
use domain::procedure::progress::{Progress, progress};
use domain::snapshot::{Fact, ParticipantView};
use domain::status::{InternationalStatus, NationalStatus, ProvisionalStatus};
use leptos::prelude::*;
use serde::Serialize;

use super::date::Dated;
use super::reading::Seen;
use super::stage;
use super::status::{self, PublicStage};
use crate::say;
use crate::words::Words;

/// The four facts, and the stage that follows from the first three.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct FourFacts {
    /// The stage it is at.
    pub stage: StageFact,
    /// Its national procedure.
    pub national_procedure: NationalFact,
    /// Its consent to be bound.
    pub consent: ConsentFact,
    /// The treaty in force for it.
    pub in_force: InForceFact,
    /// The obligations activated; none where the instrument knows no separate activation.
    pub activated: Option<ActivatedFact>,
    /// Provisional application, where there is any on record.
    pub provisional_application: Option<ProvisionalFact>,
    /// Its signature.
    pub signature: SignatureFact,
}

/// A participant's signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct SignatureFact {
    /// Whether it has signed.
    pub state: SignatureState,
    /// In words.
    pub label: String,
    /// When; of one that is not known, the bounds that the sources give.
    pub date: Option<Dated>,
}

/// Whether a participant has signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SignatureState {
    /// None is on record: it has not signed, or nobody has said so.
    NoneOnRecord,
    /// The sources date it within bounds that the day lies in.
    NotKnown,
    Signed,
}

/// The stage that a participant is at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct StageFact {
    /// The stage.
    pub state: PublicStage,
    /// In words.
    pub label: String,
    /// Since when, if that is known.
    pub since: Option<Dated>,
}

/// A participant's own procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct NationalFact {
    /// How far it is.
    pub state: &'static str,
    /// The same with its stage.
    #[serde(skip)]
    pub status: NationalStatus,
    /// In words.
    pub label: String,
    /// Whether it is what was last reported, of one that may be over since.
    #[serde(skip)]
    pub is_last_report: bool,
    /// The stage that it is at or, between two stages, has done last, by its key.
    pub stage: Option<Key>,
    /// Which of the two.
    pub stage_state: Option<Reached>,
    /// The same in words: "Committee", "after Committee".
    pub stage_label: Option<String>,
    /// Since when it is so.
    pub since: Option<Dated>,
}

/// How a procedure under way stands to a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Reached {
    /// It is at that stage.
    Current,
    /// That stage is done, and no other has begun.
    Done,
}

/// A participant's consent to be bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ConsentFact {
    /// Whether it has been expressed, and whether it still holds.
    pub state: ConsentState,
    /// In words, by the way the instrument establishes it.
    pub label: String,
    /// By what means.
    pub mode: Option<ConsentMode>,
    /// When.
    pub date: Option<Dated>,
    /// From which day it no longer holds.
    pub until: Option<Dated>,
}

/// Whether consent has been expressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ConsentState {
    NotExpressed,
    /// The sources date it within bounds that the day lies in, or do not date it.
    NotKnown,
    Expressed,
    Withdrawn,
}

/// The treaty in force for a participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct InForceFact {
    /// Whether it is.
    pub state: InForceState,
    /// In words.
    pub label: String,
    /// The day that follows from the acts on record; with a consent whose date is bounded, the latest
    /// possible one.
    pub computed: Option<Dated>,
    /// The day that the depositary notified for this participant.
    pub notified: Option<Day>,
    /// The day that it notified for the instrument, where this participant is bound from that day.
    pub notified_for_all: Option<Day>,
    /// By how many days the day notified is later; negative if earlier. Nothing where the day computed
    /// is only the latest possible one.
    pub difference_days: Option<i64>,
    /// Whether it is in force by computation alone, which the label says.
    #[serde(skip)]
    pub is_computed_only: bool,
    /// Whether there is a depositary who could notify.
    #[serde(skip)]
    pub has_depositary: bool,
    /// The day from which it no longer is.
    pub until: Option<Dated>,
}

/// Whether a treaty is in force for a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum InForceState {
    No,
    FromADayToCome,
    Yes,
    NoLonger,
}

/// The obligations activated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ActivatedFact {
    /// Whether they are.
    pub state: ActivationFact,
    /// In words.
    pub label: String,
    /// Since when.
    pub since: Option<Dated>,
}

/// Whether obligations are activated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ActivationFact {
    NotActivated,
    Activated,
    Ended,
}

/// Provisional application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ProvisionalFact {
    /// Its state.
    pub state: ProvisionalStatus,
    /// In words.
    pub label: String,
}

impl FourFacts {
    /// The four facts about a participant; `None` if it takes no part.
    pub fn of(seen: &Seen<'_>, code: EntityCode) -> Option<Self> {
        let participant = seen.view.participants.get(&code)?;
        let international = participant.status.international;
        let national_procedure = national_fact(seen, code, participant);
        let national = &national_procedure.status;
        let consent = consent_fact(seen, code, participant);
        let in_force = in_force_fact(seen, participant);
        let signature = signature_fact(seen, code, participant);
        let state = match PublicStage::of(national, international) {
            // Its procedure may be over: it may have consented.
            PublicStage::UnderWay if consent.state == ConsentState::NotKnown => {
                PublicStage::of(&NationalStatus::NoInformation, international)
            }
            state => state,
        };
        let since = match state {
            PublicStage::NoInformation => None,
            PublicStage::UnderWay => under_way_since(seen, participant),
            PublicStage::NotBegun
            | PublicStage::NotRequired
            | PublicStage::ApprovedNationally
            | PublicStage::Failed => national_procedure.since.clone(),
            PublicStage::Signed => signature.date.clone(),
            PublicStage::Consented => consent.date.clone(),
            PublicStage::InForce => in_force.computed.clone(),
            PublicStage::WithdrawalNotified => last_date(seen, participant, |fact| {
                matches!(fact.act(), Some(Act::WithdrawalNotified(_)))
            }),
            PublicStage::FormerParty | PublicStage::ConsentWithdrawn => {
                ended(international).map(|day| end_of(seen.words, participant, day))
            }
        };
        let form = form_of(seen, consent.mode);
        Some(Self {
            stage: StageFact {
                state,
                label: state.label(seen.words, form),
                since,
            },
            national_procedure,
            consent,
            activated: activated_for(seen, &in_force),
            in_force,
            provisional_application: provisional(seen, participant),
            signature,
        })
    }
}

/// From which day it no longer is bound, where that day has come.
fn ended(status: InternationalStatus) -> Option<Day> {
    match status {
        InternationalStatus::FormerParty { since }
        | InternationalStatus::ConsentWithdrawn { since } => Some(since),
        InternationalStatus::None
        | InternationalStatus::Signed
        | InternationalStatus::ConsentExpressed
        | InternationalStatus::Party { .. }
        | InternationalStatus::WithdrawalNotified { .. } => None,
    }
}

/// The end of a consent, as exactly as the notice of withdrawal gives it.
fn end_of(words: Words, participant: &ParticipantView, end: Day) -> Dated {
    participant
        .facts
        .iter()
        .filter_map(|fact| match fact.act() {
            Some(Act::WithdrawalNotified(withdrawal)) => Some(&withdrawal.effective),
            Some(_) | None => None,
        })
        .rfind(|effective| effective.latest() == Some(end))
        .map_or_else(|| Dated::on(words, end), |date| Dated::new(words, date))
}

/// Since when a national procedure has been under way: the first step of it, after one that failed or
/// was not required and was begun again.
fn under_way_since(seen: &Seen<'_>, participant: &ParticipantView) -> Option<Dated> {
    let facts = &participant.facts;
    let last_end = facts.iter().rposition(|fact| match fact.act() {
        Some(Act::ProcedureConcluded(_)) => true,
        Some(Act::StepNotRequired(_)) => fact.statement.stage.is_none(),
        Some(_) | None => false,
    });
    facts
        .iter()
        .skip(last_end.map_or(0, |position| position.saturating_add(1)))
        .find(|fact| is_of_procedure(fact))
        .filter(|fact| fact.date().latest().is_some())
        .map(|fact| Dated::new(seen.words, fact.date()))
}

fn last_date(
    seen: &Seen<'_>,
    participant: &ParticipantView,
    keep: impl Fn(&&Fact) -> bool,
) -> Option<Dated> {
    participant
        .facts
        .iter()
        .rfind(keep)
        .map(|fact| Dated::new(seen.words, fact.date()))
}

/// The national side. Which stage is the last one required is in the procedure; without one, what
/// was reported of the procedure as a whole has to do.
fn national_fact(seen: &Seen<'_>, code: EntityCode, participant: &ParticipantView) -> NationalFact {
    let words = seen.words;
    let followed = seen.followed(code);
    let progress = followed.as_ref().map(|followed| {
        progress(
            followed,
            &participant.facts,
            participant.status.international,
            seen.view.day,
        )
    });
    let completed = progress
        .as_ref()
        .and_then(|progress| progress.completed.as_ref());
    let status = progress.as_ref().map_or_else(
        || participant.status.national.clone(),
        |progress| progress.national.clone(),
    );
    // Whoever has consented, or may have, need not be under way any more: nobody has said.
    let is_last_report = matches!(status, NationalStatus::UnderWay(_))
        && (seen.view.consent_not_known.contains_key(&code)
            || match participant.status.international {
                InternationalStatus::None | InternationalStatus::Signed => false,
                InternationalStatus::ConsentExpressed
                | InternationalStatus::Party { .. }
                | InternationalStatus::WithdrawalNotified { .. }
                | InternationalStatus::FormerParty { .. }
                | InternationalStatus::ConsentWithdrawn { .. } => true,
            });
    let place = match &status {
        NationalStatus::UnderWay(reported) => progress
            .as_ref()
            .and_then(Place::on_route)
            .or_else(|| Place::reported(participant, reported.as_ref()?)),
        NationalStatus::NoInformation
        | NationalStatus::NotBegun
        | NationalStatus::Completed
        | NationalStatus::NotRequired
        | NationalStatus::Failed => None,
    };
    let name = place.as_ref().map(|place| {
        let name = followed
            .as_ref()
            .and_then(|followed| stage::name_of(words, followed, place.stage))
            .unwrap_or_else(|| stage::without_file(words, place.stage));
        match place.reached {
            Reached::Current => name,
            Reached::Done if is_last_report => {
                say!(words, "tracker-stage-is-done", stage = name)
            }
            Reached::Done => say!(words, "tracker-after-stage", stage = name),
        }
    });
    let since = match (completed, &status) {
        (Some(date), _) => Some(Dated::new(words, date)),
        (None, NationalStatus::UnderWay(_)) => place
            .as_ref()
            .map(|place| Dated::new(words, place.since.date())),
        (None, NationalStatus::Completed) => last_date(seen, participant, |fact| {
            matches!(fact.act(), Some(Act::ProcedureConcluded(_)))
        }),
        (None, _) => last_date(seen, participant, |fact| is_of_procedure(fact)),
    };
    NationalFact {
        state: if is_last_report {
            "completion_not_reported"
        } else {
            status::national_name(&status)
        },
        label: if is_last_report {
            say!(words, "status-national-last-report")
        } else {
            status::national(words, &status)
        },
        stage: place.as_ref().map(|place| place.stage.clone()),
        stage_state: place.as_ref().map(|place| place.reached),
        stage_label: name,
        is_last_report,
        status,
        since,
    }
}

/// Where a procedure under way is.
struct Place<'a> {
    stage: &'a Key,
    reached: Reached,
    /// What brought it there.
    since: &'a Fact,
}

impl<'a> Place<'a> {
    /// By the stages, as a participant's own page lists them: the one that is current, else the one
    /// that was done last.
    fn on_route(progress: &Progress<'a>) -> Option<Self> {
        let ours = || {
            let stages = progress.stages.iter();
            stages.filter(|stage| !stage.stage.kind.is_international())
        };
        let current = ours()
            .filter(|stage| stage.state == StageState::Current)
            .filter_map(|stage| {
                let since = stage.facts.iter().find(|fact| is_of_procedure(fact))?;
                Some((&stage.stage.key, *since))
            })
            .max_by_key(|(_, since)| since.ordered());
        if let Some((stage, since)) = current {
            return Some(Self {
                stage,
                reached: Reached::Current,
                since,
            });
        }
        let (stage, since) = ours()
            .filter(|stage| stage.state == StageState::Done)
            .filter_map(|stage| {
                let since = stage.facts.iter().rfind(|fact| is_of_procedure(fact))?;
                Some((&stage.stage.key, *since))
            })
            .max_by_key(|(_, since)| since.ordered())?;
        Some(Self {
            stage,
            reached: Reached::Done,
            since,
        })
    }

    /// By what was reported last, where no description of the procedure knows the stage.
    fn reported(participant: &'a ParticipantView, stage: &Key) -> Option<Self> {
        let since = participant
            .facts
            .iter()
            .rfind(|fact| is_of_procedure(fact) && fact.statement.stage.as_ref() == Some(stage))?;
        let reached = match since.act() {
            Some(Act::StepConcluded(_) | Act::DepartureRecorded(_)) => Reached::Done,
            Some(_) | None => Reached::Current,
        };
        Some(Self {
            stage: since.statement.stage.as_ref()?,
            reached,
            since,
        })
    }
}

/// Whether a fact tells how far a national procedure is.
fn is_of_procedure(fact: &Fact) -> bool {
    matches!(
        fact.act(),
        Some(
            Act::StepBegun(_)
                | Act::VoteTaken(_)
                | Act::StepConcluded(_)
                | Act::ProcedureConcluded(_)
                | Act::StepNotRequired(_)
                | Act::ClockStarted(_)
                | Act::ClockExtended(_)
                | Act::CourtReferral(_)
                | Act::ConditionMet(_)
                | Act::DepartureRecorded(_)
        )
    )
}

/// How consent was expressed: a definitive signature is one also where the instrument provides for
/// another form.
fn form_of(seen: &Seen<'_>, mode: Option<ConsentMode>) -> ConsentForm {
    if mode == Some(ConsentMode::DefinitiveSignature) {
        ConsentForm::Signature
    } else {
        seen.view.instrument.consent_form
    }
}

fn signature_fact(
    seen: &Seen<'_>,
    code: EntityCode,
    participant: &ParticipantView,
) -> SignatureFact {
    let words = seen.words;
    let is_signature = |fact: &&Fact| matches!(fact.act(), Some(Act::Signed(_)));
    let signed = participant.facts.iter().find(is_signature);
    let date = |date: &LegalDate| Some(Dated::new(words, date));
    match (signed, signature_not_known(seen, code)) {
        (Some(signed), _) => SignatureFact {
            state: SignatureState::Signed,
            label: say!(words, "tracker-signed"),
            date: date(signed.date()),
        },
        (None, Some(bounds)) => SignatureFact {
            state: SignatureState::NotKnown,
            label: say!(words, "status-consent-not-known"),
            date: date(&bounds),
        },
        (None, None) => SignatureFact {
            state: SignatureState::NoneOnRecord,
            label: say!(words, "tracker-not-signed"),
            date: None,
        },
    }
}

/// The date of a signature within whose bounds the day lies: it may have been given by then.
fn signature_not_known(seen: &Seen<'_>, code: EntityCode) -> Option<LegalDate> {
    let day = seen.view.day;
    seen.record
        .facts_about(code)
        .iter()
        .filter(|fact| fact.is_said_at(seen.view.size))
        .map(|fact| fact.as_said_at(seen.view.size))
        .filter(|fact| matches!(fact.act(), Some(Act::Signed(_))))
        .map(|fact| fact.date().clone())
        .find(|date| {
            date.earliest().is_none_or(|earliest| earliest <= day)
                && date.latest().is_some_and(|latest| day < latest)
        })
}

impl SignatureFact {
    /// On a page, under a heading that says what it is about.
    pub fn view(&self) -> AnyView {
        let date = self.date.as_ref().map(Dated::view);
        match self.state {
            SignatureState::Signed => date.into_any(),
            SignatureState::NotKnown => view! { {self.label.clone()} ", " {date} }.into_any(),
            SignatureState::NoneOnRecord => self.label.clone().into_any(),
        }
    }
}

fn consent_fact(seen: &Seen<'_>, code: EntityCode, participant: &ParticipantView) -> ConsentFact {
    let day = seen.view.day;
    let consent = participant
        .consents
        .iter()
        .rfind(|(consent, _)| consent.begin <= day)
        .map(|(consent, _)| *consent);
    let form = form_of(seen, consent.map(|consent| consent.mode));
    // The act with which this consent began: one given again while it held began nothing.
    let began = |fact: &Fact| {
        let day = fact.ordered().map(|at| at.day);
        consent.is_some_and(|consent| day == Some(consent.begin))
    };
    let date = last_date(seen, participant, |fact| match fact.act() {
        Some(Act::ConsentExpressed(_)) => began(fact),
        Some(Act::Signed(signed)) => {
            began(fact)
                && (seen.view.instrument.consent_form == ConsentForm::Signature
                    || signed.signature == Signature::Definitive)
        }
        _ => false,
    });
    let not_known = match consent {
        Some(consent) if consent.holds(day) => None,
        Some(_) | None => seen.view.consent_not_known.get(&code),
    };
    let state = match (consent, &not_known) {
        (Some(consent), _) if consent.holds(day) => ConsentState::Expressed,
        (_, Some(_)) => ConsentState::NotKnown,
        (Some(_), None) => ConsentState::Withdrawn,
        (None, None) => ConsentState::NotExpressed,
    };
    // What is known of an earlier consent is not said of one that may have followed it.
    let told = consent.filter(|_| state != ConsentState::NotKnown);
    let label = match state {
        ConsentState::NotExpressed => status::no_consent(seen.words, form),
        ConsentState::NotKnown => say!(seen.words, "status-consent-not-known"),
        ConsentState::Expressed => status::consent(seen.words, form),
        ConsentState::Withdrawn => say!(seen.words, "status-stage-consent-withdrawn"),
    };
    ConsentFact {
        state,
        label,
        mode: told.map(|consent| consent.mode),
        date: match not_known {
            Some(bounds) => Some(Dated::new(seen.words, bounds)),
            None => consent.and(date),
        },
        until: told
            .and_then(|consent| consent.end)
            .map(|end| end_of(seen.words, participant, end)),
    }
}

fn in_force_fact(seen: &Seen<'_>, participant: &ParticipantView) -> InForceFact {
    let words = seen.words;
    let day = seen.view.day;
    let own = participant
        .consents
        .iter()
        .rfind(|(_, effect)| effect.is_some());
    let effect = own.and_then(|(_, effect)| *effect);
    let at_the_latest = own
        .zip(effect)
        .is_some_and(|((consent, _), effect)| is_bounded(seen, consent.exact, effect));
    let until = own.and_then(|(consent, _)| consent.end);
    let notified = participant.notified.last().copied();
    let notified_for_all = effect
        .filter(|effect| effect.rule == OwnRule::General)
        .and_then(|_| seen.view.notified.last().copied());
    let is_computed_only = notified.is_none()
        && seen.view.notified.is_empty()
        && matches!(
            participant.status.international,
            InternationalStatus::Party { .. }
        );
    let since = |from: Day| {
        let day = words.day(from);
        if at_the_latest {
            say!(words, "tracker-at-the-latest", day = day)
        } else {
            day
        }
    };
    let end = |day: Day| {
        let end = end_of(words, participant, day);
        if end.date.is_some() {
            end.label
        } else {
            say!(words, "tracker-at-the-latest", day = words.day(day))
        }
    };
    let (state, label) = match participant.status.international {
        InternationalStatus::Party { since: from } => (
            InForceState::Yes,
            if is_computed_only {
                say!(words, "tracker-in-force-since-computed", day = since(from))
            } else {
                say!(words, "tracker-in-force-since", day = since(from))
            },
        ),
        InternationalStatus::WithdrawalNotified { until, .. } => (
            InForceState::Yes,
            say!(words, "tracker-in-force-until", day = end(until)),
        ),
        InternationalStatus::FormerParty { since } => (
            InForceState::NoLonger,
            say!(words, "tracker-in-force-no-longer", day = end(since)),
        ),
        InternationalStatus::None
        | InternationalStatus::Signed
        | InternationalStatus::ConsentExpressed
        | InternationalStatus::ConsentWithdrawn { .. } => match effect {
            Some(effect) if day < effect.from => (
                InForceState::FromADayToCome,
                say!(words, "tracker-in-force-from", day = since(effect.from)),
            ),
            Some(_) | None => (InForceState::No, say!(words, "tracker-in-force-no")),
        },
    };
    InForceFact {
        state,
        label,
        computed: effect.map(|effect| Dated::by(words, effect.from, at_the_latest)),
        notified,
        notified_for_all,
        is_computed_only,
        has_depositary: !seen.view.instrument.depositaries.is_empty(),
        difference_days: effect
            .filter(|_| !at_the_latest)
            .zip(notified)
            .map(|(effect, notified)| effect.from.days_until(notified)),
        until: until.map(|day| end_of(words, participant, day)),
    }
}

/// Whether a participant's own day is only the latest possible one: it rests on a date that is bounded.
fn is_bounded(seen: &Seen<'_>, is_exact: bool, effect: OwnEffect) -> bool {
    let general = seen.view.evaluation.met.as_ref();
    // The general day is the floor of each.
    let by_general = general.is_some_and(|met| met.at_the_latest && met.in_force == effect.from);
    match effect.rule {
        OwnRule::General | OwnRule::Succession => by_general,
        OwnRule::Later | OwnRule::LaterAcceding | OwnRule::OwnConsent => !is_exact || by_general,
    }
}

/// Activation as the instrument's own body determined it.
pub(crate) fn activated(seen: &Seen<'_>) -> Option<ActivatedFact> {
    seen.view.instrument.activation.as_ref()?;
    let words = seen.words;
    let mut determined: Vec<Fact> = seen
        .record
        .facts()
        .iter()
        .filter(|fact| fact.is_said_at(seen.view.size))
        .map(|fact| fact.as_said_at(seen.view.size))
        .filter(|fact| {
            matches!(fact.act(), Some(Act::ActivationDetermined(_)))
                && fact.had_happened(seen.view.day)
        })
        .collect();
    determined.sort_by_key(|fact| (fact.ordered(), fact.hash));
    let last = determined.pop();
    let (state, label) = match last.as_ref().and_then(Fact::act) {
        Some(Act::ActivationDetermined(determined)) => match determined.state {
            ActivationState::Activated => (
                ActivationFact::Activated,
                say!(words, "tracker-activated-yes"),
            ),
            ActivationState::Ended => (
                ActivationFact::Ended,
                say!(words, "tracker-activated-ended"),
            ),
        },
        _ => (
            ActivationFact::NotActivated,
            say!(words, "tracker-activated-no"),
        ),
    };
    Some(ActivatedFact {
        state,
        label,
        since: last.map(|fact| Dated::new(words, fact.date())),
    })
}

/// The same for one participant: obligations that do not bind it are not activated for it.
fn activated_for(seen: &Seen<'_>, in_force: &InForceFact) -> Option<ActivatedFact> {
    let activated = activated(seen)?;
    if in_force.state == InForceState::Yes {
        return Some(activated);
    }
    Some(ActivatedFact {
        state: ActivationFact::NotActivated,
        label: say!(seen.words, "tracker-activated-no"),
        since: None,
    })
}

fn provisional(seen: &Seen<'_>, participant: &ParticipantView) -> Option<ProvisionalFact> {
    let state = participant.status.provisional_application;
    (state != ProvisionalStatus::None).then(|| ProvisionalFact {
        state,
        label: status::provisional(seen.words, state),
    })
}
