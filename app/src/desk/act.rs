//! The forms of the desk: one for each act that can be recorded there.

use crate::say;
use crate::words::Words;

macro_rules! forms {
    ($($variant:ident = $slug:literal, $message:literal, $what:literal;)+) => {
        /// A form of the desk, named after the act it records.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ActForm {
            $(
                #[doc = concat!("The form of `", $slug, "`.")]
                $variant,
            )+
        }

        impl ActForm {
            /// Every form.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name in addresses.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }

            /// What one does with it: the heading of its page and the text of links to it.
            pub fn name(self, words: Words) -> String {
                match self { $(Self::$variant => say!(words, $message)),+ }
            }

            /// What was recorded by it: the heading of its page for those who sign it.
            pub fn what(self, words: Words) -> String {
                match self { $(Self::$variant => say!(words, $what)),+ }
            }
        }
    };
}

forms! {
    StepScheduled = "step-scheduled", "act-step-scheduled", "act-what-step-scheduled";
    StepBegun = "step-begun", "act-step-begun", "act-what-step-begun";
    VoteTaken = "vote-taken", "act-vote-taken", "act-what-vote-taken";
    StepConcluded = "step-concluded", "act-step-concluded", "act-what-step-concluded";
    ProcedureConcluded = "procedure-concluded", "act-procedure-concluded", "act-what-procedure-concluded";
    StepNotRequired = "step-not-required", "act-step-not-required", "act-what-step-not-required";
    ClockStarted = "clock-started", "act-clock-started", "act-what-clock-started";
    ClockExtended = "clock-extended", "act-clock-extended", "act-what-clock-extended";
    SittingCalendarPublished = "sitting-calendar-published", "act-sitting-calendar-published", "act-what-sitting-calendar-published";
    CourtReferral = "court-referral", "act-court-referral", "act-what-court-referral";
    RouteChosen = "route-chosen", "act-route-chosen", "act-what-route-chosen";
    TriggerDetermined = "trigger-determined", "act-trigger-determined", "act-what-trigger-determined";
    ProcedureAdopted = "procedure-adopted", "act-procedure-adopted", "act-what-procedure-adopted";
    ConditionMet = "condition-met", "act-condition-met", "act-what-condition-met";
    DepartureRecorded = "departure-recorded", "act-departure-recorded", "act-what-departure-recorded";
    Signed = "signed", "act-signed", "act-what-signed";
    ConsentExpressed = "consent-expressed", "act-consent-expressed", "act-what-consent-expressed";
    ReservationFormulated = "reservation-formulated", "act-reservation-formulated", "act-what-reservation-formulated";
    ReservationAccepted = "reservation-accepted", "act-reservation-accepted", "act-what-reservation-accepted";
    ReservationWithdrawn = "reservation-withdrawn", "act-reservation-withdrawn", "act-what-reservation-withdrawn";
    DeclarationMade = "declaration-made", "act-declaration-made", "act-what-declaration-made";
    ObjectionRaised = "objection-raised", "act-objection-raised", "act-what-objection-raised";
    ObjectionWithdrawn = "objection-withdrawn", "act-objection-withdrawn", "act-what-objection-withdrawn";
    ProvisionalApplication = "provisional-application", "act-provisional-application", "act-what-provisional-application";
    ProvisionalApplicationEnded = "provisional-application-ended", "act-provisional-application-ended", "act-what-provisional-application-ended";
    WithdrawalNotified = "withdrawal-notified", "act-withdrawal-notified", "act-what-withdrawal-notified";
    WithdrawalRetracted = "withdrawal-retracted", "act-withdrawal-retracted", "act-what-withdrawal-retracted";
    EntryIntoForceNotified = "entry-into-force-notified", "act-entry-into-force-notified", "act-what-entry-into-force-notified";
    EventRecorded = "event-recorded", "act-event-recorded", "act-what-event-recorded";
    ParticipantListed = "participant-listed", "act-participant-listed", "act-what-participant-listed";
    ParticipantRemoved = "participant-removed", "act-participant-removed", "act-what-participant-removed";
    InstrumentOpened = "instrument-opened", "act-instrument-opened", "act-what-instrument-opened";
    InstrumentAmended = "instrument-amended", "act-instrument-amended", "act-what-instrument-amended";
    SignOffPolicyAdopted = "sign-off-policy-adopted", "act-sign-off-policy-adopted", "act-what-sign-off-policy-adopted";
    StatementRetracted = "statement-retracted", "act-statement-retracted", "act-what-statement-retracted";
}

impl ActForm {
    /// The form with this name in addresses.
    pub fn find(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|form| form.slug() == slug)
    }

    /// The form that records acts of this kind, as a statement writes it.
    pub fn of_kind(kind: &str) -> Option<Self> {
        Self::find(&kind.replace('_', "-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::act::Act;

    #[test]
    fn each_form_is_named_after_a_kind_of_act() {
        for form in ActForm::ALL {
            let kind = form.slug().replace('-', "_");
            assert!(Act::KINDS.contains(&kind.as_str()), "{kind}");
            assert_eq!(ActForm::of_kind(&kind), Some(*form));
        }
    }
}
