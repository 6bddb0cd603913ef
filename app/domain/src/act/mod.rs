//! Acts: what a statement says happened.
//!
//! To add an act: a payload in the file of its group, a variant of [`Act`] with its name in
//! [`Act::kind`] and its group in [`Act::group`], and a golden file by `make golden`. A change to
//! the payload of a published act is a new version, never an edit: see `docs/REGISTER.md`.

mod correction;
mod founding;
mod international;
mod national;
mod performance;

pub use correction::*;
pub use founding::*;
pub use international::*;
pub use national::*;
pub use performance::*;

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// An act, with its payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// An instrument is opened in the register.
    InstrumentOpened(InstrumentDefined),
    /// An instrument's definition is replaced.
    InstrumentAmended(InstrumentDefined),
    /// A participant takes part.
    ParticipantListed(ParticipantListed),
    /// A participant is taken off the list.
    ParticipantRemoved(ParticipantRemoved),
    /// A sign-off policy is adopted.
    SignOffPolicyAdopted(SignOffPolicyAdopted),
    /// A procedure is adopted.
    ProcedureAdopted(ProcedureAdopted),
    /// A trigger is determined.
    TriggerDetermined(TriggerDetermined),
    /// A sitting calendar is published.
    SittingCalendarPublished(SittingCalendarPublished),
    /// A departure from the procedure.
    DepartureRecorded(DepartureRecorded),

    /// A step is scheduled.
    StepScheduled(StepScheduled),
    /// A step began.
    StepBegun(StepBegun),
    /// A vote was taken.
    VoteTaken(VoteTaken),
    /// A step ended.
    StepConcluded(StepConcluded),
    /// The procedure as a whole ended.
    ProcedureConcluded(ProcedureConcluded),
    /// A step is not required.
    StepNotRequired(StepNotRequired),
    /// A period began to run.
    ClockStarted(ClockStarted),
    /// A period that runs was prolonged.
    ClockExtended(ClockExtended),
    /// Referred to a court.
    CourtReferral(CourtReferral),
    /// A route was chosen.
    RouteChosen(RouteChosen),
    /// A condition was met.
    ConditionMet(ConditionMet),

    /// Signature.
    Signed(Signed),
    /// Consent to be bound.
    ConsentExpressed(ConsentExpressed),
    /// A reservation.
    ReservationFormulated(ReservationFormulated),
    /// A reservation notified to other States.
    ReservationNotified(ReservationNotified),
    /// Another's reservation accepted.
    ReservationAccepted(ReservationAccepted),
    /// A reservation withdrawn.
    ReservationWithdrawn(ReservationWithdrawn),
    /// A declaration.
    DeclarationMade(DeclarationMade),
    /// An objection.
    ObjectionRaised(ObjectionRaised),
    /// An objection withdrawn.
    ObjectionWithdrawn(ObjectionWithdrawn),
    /// Provisional application.
    ProvisionalApplication(ProvisionalApplication),
    /// Its end.
    ProvisionalApplicationEnded(ProvisionalApplicationEnded),
    /// Notice of withdrawal.
    WithdrawalNotified(WithdrawalNotified),
    /// The notice taken back.
    WithdrawalRetracted(WithdrawalRetracted),
    /// Entry into force as the depositary notified it.
    EntryIntoForceNotified(EntryIntoForceNotified),
    /// Another event.
    EventRecorded(EventRecorded),
    /// Its end.
    EventEnded(EventEnded),
    /// Accepted by the depositary in due form.
    AcceptedInDueForm(AcceptedInDueForm),

    /// A statement taken back.
    StatementRetracted(StatementRetracted),
    /// A notification corrected.
    NotificationCorrected(NotificationCorrected),
    /// The treaty's text rectified.
    TextRectified(TextRectified),
    /// A translation.
    Translation(Translation),

    /// A breach reported.
    BreachReported(BreachReported),
    /// Activation determined.
    ActivationDetermined(ActivationDetermined),
}

/// The groups into which sign-off policies divide acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActGroup {
    /// The instrument, its participants, its sign-off policy, events its clause waits for.
    Founding,
    /// Steps, votes, procedures, triggers, calendars, departures of one participant.
    National,
    /// Signature, consent and what belongs to it.
    International,
    /// Entry into force, later acceptances, corrections of notifications and texts.
    Depositary,
    /// Acceptance in due form, in one entry with the act it accepts, whose signers are others.
    Acceptance,
}

macro_rules! kinds {
    ($($variant:ident = $name:literal in $group:ident),+ $(,)?) => {
        impl Act {
            /// Every kind this version of the register knows.
            pub const KINDS: &'static [&'static str] = &[$($name),+];

            /// The kind, as it stands in a statement.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name),+ }
            }

            /// Writes its payload into a statement.
            ///
            /// # Errors
            /// Those of the serializer.
            pub fn serialize_payload<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                match self { $(Self::$variant(payload) => map.serialize_entry("payload", payload)),+ }
            }

            /// Reads the payload of an act of this kind; `None` if the kind is not known.
            pub fn decode_payload(kind: &str, payload: &RawValue) -> Option<serde_json::Result<Self>> {
                match kind {
                    $($name => Some(serde_json::from_str(payload.get()).map(Self::$variant)),)+
                    _ => None,
                }
            }

            /// Its group.
            pub fn group(&self) -> ActGroup {
                match self { $(Self::$variant(_) => ActGroup::$group),+ }
            }
        }
    };
}

kinds! {
    InstrumentOpened = "instrument_opened" in Founding,
    InstrumentAmended = "instrument_amended" in Founding,
    ParticipantListed = "participant_listed" in Founding,
    ParticipantRemoved = "participant_removed" in Founding,
    SignOffPolicyAdopted = "sign_off_policy_adopted" in Founding,
    ProcedureAdopted = "procedure_adopted" in National,
    TriggerDetermined = "trigger_determined" in National,
    SittingCalendarPublished = "sitting_calendar_published" in National,
    DepartureRecorded = "departure_recorded" in National,
    StepScheduled = "step_scheduled" in National,
    StepBegun = "step_begun" in National,
    VoteTaken = "vote_taken" in National,
    StepConcluded = "step_concluded" in National,
    ProcedureConcluded = "procedure_concluded" in National,
    StepNotRequired = "step_not_required" in National,
    ClockStarted = "clock_started" in National,
    ClockExtended = "clock_extended" in National,
    CourtReferral = "court_referral" in National,
    RouteChosen = "route_chosen" in National,
    ConditionMet = "condition_met" in National,
    Signed = "signed" in International,
    ConsentExpressed = "consent_expressed" in International,
    ReservationFormulated = "reservation_formulated" in International,
    ReservationNotified = "reservation_notified" in Depositary,
    ReservationAccepted = "reservation_accepted" in International,
    ReservationWithdrawn = "reservation_withdrawn" in International,
    DeclarationMade = "declaration_made" in International,
    ObjectionRaised = "objection_raised" in International,
    ObjectionWithdrawn = "objection_withdrawn" in International,
    ProvisionalApplication = "provisional_application" in International,
    ProvisionalApplicationEnded = "provisional_application_ended" in International,
    WithdrawalNotified = "withdrawal_notified" in International,
    WithdrawalRetracted = "withdrawal_retracted" in International,
    EntryIntoForceNotified = "entry_into_force_notified" in Depositary,
    EventRecorded = "event_recorded" in Founding,
    EventEnded = "event_ended" in Founding,
    AcceptedInDueForm = "accepted_in_due_form" in Acceptance,
    StatementRetracted = "statement_retracted" in Depositary,
    NotificationCorrected = "notification_corrected" in Depositary,
    TextRectified = "text_rectified" in Depositary,
    Translation = "translation" in Depositary,
    BreachReported = "breach_reported" in Founding,
    ActivationDetermined = "activation_determined" in Founding,
}
