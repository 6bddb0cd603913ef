//! The four facts about a participant, which are never mixed: its national procedure, its consent to
//! be bound, the treaty in force for it, the obligations activated.

use domain::act::{Act, ActivationState, ConsentForm, ConsentMode, Signature};
use domain::day::Day;
use domain::entity::EntityCode;
use domain::legal_date::LegalDate;
use domain::name::Key;
use domain::procedure::progress::progress;
use domain::snapshot::{Fact, ParticipantView};
use domain::status::{InternationalStatus, NationalStatus, ProvisionalStatus};
use serde::Serialize;

use super::date::Dated;
use super::reading::Seen;
use super::stage;
use super::status::{self, PublicStage};
use crate::say;

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
    pub signed: Option<Dated>,
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
    /// The stage last reported, by its key.
    pub stage: Option<Key>,
    /// Its title.
    pub stage_label: Option<String>,
    /// Since when.
    pub since: Option<Dated>,
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
    pub until: Option<Day>,
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
    /// The day that follows from the acts on record.
    pub computed: Option<Day>,
    /// The day that the depositary notified for this participant.
    pub notified: Option<Day>,
    /// By how many days the day notified is later; negative if earlier.
    pub difference_days: Option<i64>,
    /// Whether it is in force by computation alone, which the label says.
    #[serde(skip)]
    pub is_computed_only: bool,
    /// The day from which it no longer is.
    pub until: Option<Day>,
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
        let signed = last_date(seen, participant, |fact| {
            matches!(fact.act(), Some(Act::Signed(_)))
        });
        let state = PublicStage::of(national, international);
        let since = match state {
            PublicStage::NoInformation => None,
            PublicStage::NotBegun
            | PublicStage::UnderWay
            | PublicStage::NotRequired
            | PublicStage::ApprovedNationally
            | PublicStage::Failed => national_procedure.since.clone(),
            PublicStage::Signed => signed.clone(),
            PublicStage::Consented => consent.date.clone(),
            PublicStage::InForce => since(international).map(|day| Dated::on(seen.words, day)),
            PublicStage::WithdrawalNotified => last_date(seen, participant, |fact| {
                matches!(fact.act(), Some(Act::WithdrawalNotified(_)))
            }),
            PublicStage::FormerParty | PublicStage::ConsentWithdrawn => {
                since(international).map(|day| Dated::on(seen.words, day))
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
            signed,
        })
    }
}

/// Since which day the status holds, where the status says it.
fn since(status: InternationalStatus) -> Option<Day> {
    match status {
        InternationalStatus::Party { since }
        | InternationalStatus::WithdrawalNotified { since, .. }
        | InternationalStatus::FormerParty { since }
        | InternationalStatus::ConsentWithdrawn { since } => Some(since),
        InternationalStatus::None
        | InternationalStatus::Signed
        | InternationalStatus::ConsentExpressed => None,
    }
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
        )
    });
    let completed = progress.as_ref().and_then(|progress| progress.completed);
    let status = progress.as_ref().map_or_else(
        || participant.status.national.clone(),
        |progress| progress.national.clone(),
    );
    let stage = match &status {
        NationalStatus::UnderWay(stage) => stage.clone(),
        NationalStatus::NoInformation
        | NationalStatus::NotBegun
        | NationalStatus::Completed
        | NationalStatus::NotRequired
        | NationalStatus::Failed => None,
    };
    let since = match completed {
        Some(date) => Some(Dated::new(words, date)),
        None => last_date(seen, participant, |fact| is_of_procedure(fact)),
    };
    NationalFact {
        state: status::national_name(&status),
        label: status::national(words, &status),
        stage_label: stage.as_ref().map(|stage| {
            followed
                .as_ref()
                .and_then(|followed| stage::name_of(words, followed, stage))
                .unwrap_or_else(|| stage.to_string())
        }),
        status,
        stage,
        since,
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
                | Act::CourtReferral(_)
                | Act::ConditionMet(_)
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

/// The date of a consent of which the register knows, but not whether it had been given by the day:
/// the day lies within the bounds of its date, or it has none.
pub(crate) fn consent_not_known(seen: &Seen<'_>, code: EntityCode) -> Option<LegalDate> {
    let day = seen.view.day;
    seen.record
        .facts_about(code)
        .iter()
        .filter(|fact| fact.is_said_at(seen.view.size))
        .map(|fact| fact.as_said_at(seen.view.size))
        .filter(|fact| matches!(fact.act(), Some(Act::ConsentExpressed(_))))
        .map(|fact| fact.date().clone())
        .find(|date| {
            let may_have_begun = date.earliest().is_none_or(|earliest| earliest <= day);
            may_have_begun && date.latest().is_none_or(|latest| day < latest)
        })
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
        Some(_) | None => consent_not_known(seen, code),
    };
    let state = match (consent, &not_known) {
        (Some(consent), _) if consent.holds(day) => ConsentState::Expressed,
        (_, Some(_)) => ConsentState::NotKnown,
        (Some(_), None) => ConsentState::Withdrawn,
        (None, None) => ConsentState::NotExpressed,
    };
    let label = match state {
        ConsentState::NotExpressed => status::no_consent(seen.words, form),
        ConsentState::NotKnown => say!(seen.words, "status-consent-not-known"),
        ConsentState::Expressed => status::consent(seen.words, form),
        ConsentState::Withdrawn => say!(seen.words, "status-stage-consent-withdrawn"),
    };
    ConsentFact {
        state,
        label,
        mode: consent.map(|consent| consent.mode),
        date: match not_known {
            Some(bounds) => Some(Dated::new(seen.words, &bounds)),
            None => consent.and(date),
        },
        until: consent.and_then(|consent| consent.end),
    }
}

fn in_force_fact(seen: &Seen<'_>, participant: &ParticipantView) -> InForceFact {
    let words = seen.words;
    let day = seen.view.day;
    let own = participant
        .consents
        .iter()
        .rfind(|(_, effect)| effect.is_some());
    let computed = own
        .and_then(|(_, effect)| *effect)
        .map(|effect| effect.from);
    let until = own.and_then(|(consent, _)| consent.end);
    let notified = participant.notified.last().copied();
    let is_computed_only = notified.is_none()
        && seen.view.notified.is_empty()
        && matches!(
            participant.status.international,
            InternationalStatus::Party { .. }
        );
    let (state, label) = match participant.status.international {
        InternationalStatus::Party { since } => (
            InForceState::Yes,
            if is_computed_only {
                say!(
                    words,
                    "tracker-in-force-since-computed",
                    day = words.day(since)
                )
            } else {
                say!(words, "tracker-in-force-since", day = words.day(since))
            },
        ),
        InternationalStatus::WithdrawalNotified { until, .. } => (
            InForceState::Yes,
            say!(words, "tracker-in-force-until", day = words.day(until)),
        ),
        InternationalStatus::FormerParty { since } => (
            InForceState::NoLonger,
            say!(words, "tracker-in-force-no-longer", day = words.day(since)),
        ),
        InternationalStatus::None
        | InternationalStatus::Signed
        | InternationalStatus::ConsentExpressed
        | InternationalStatus::ConsentWithdrawn { .. } => match computed {
            Some(from) if day < from => (
                InForceState::FromADayToCome,
                say!(words, "tracker-in-force-from", day = words.day(from)),
            ),
            Some(_) | None => (InForceState::No, say!(words, "tracker-in-force-no")),
        },
    };
    InForceFact {
        state,
        label,
        computed,
        notified,
        is_computed_only,
        difference_days: computed
            .zip(notified)
            .map(|(computed, notified)| computed.days_until(notified)),
        until,
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
