//! The forms of the desk: one for each act that can be recorded there.

use crate::say;
use crate::words::Words;

macro_rules! forms {
    ($($variant:ident = $slug:literal, $message:literal;)+) => {
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

            /// What it records: the heading of its page and the text of links to it.
            pub fn name(self, words: Words) -> String {
                match self { $(Self::$variant => say!(words, $message)),+ }
            }
        }
    };
}

forms! {
    StepScheduled = "step-scheduled", "act-step-scheduled";
    StepBegun = "step-begun", "act-step-begun";
    VoteTaken = "vote-taken", "act-vote-taken";
    StepConcluded = "step-concluded", "act-step-concluded";
    StepNotRequired = "step-not-required", "act-step-not-required";
    ClockStarted = "clock-started", "act-clock-started";
    CourtReferral = "court-referral", "act-court-referral";
    RouteChosen = "route-chosen", "act-route-chosen";
    TriggerDetermined = "trigger-determined", "act-trigger-determined";
    ProcedureAdopted = "procedure-adopted", "act-procedure-adopted";
    DepartureRecorded = "departure-recorded", "act-departure-recorded";
    Signed = "signed", "act-signed";
    ConsentExpressed = "consent-expressed", "act-consent-expressed";
    ReservationFormulated = "reservation-formulated", "act-reservation-formulated";
    DeclarationMade = "declaration-made", "act-declaration-made";
    ObjectionRaised = "objection-raised", "act-objection-raised";
    ProvisionalApplication = "provisional-application", "act-provisional-application";
    WithdrawalNotified = "withdrawal-notified", "act-withdrawal-notified";
    WithdrawalRetracted = "withdrawal-retracted", "act-withdrawal-retracted";
    EntryIntoForceNotified = "entry-into-force-notified", "act-entry-into-force-notified";
    EventRecorded = "event-recorded", "act-event-recorded";
    ParticipantListed = "participant-listed", "act-participant-listed";
    ParticipantRemoved = "participant-removed", "act-participant-removed";
    StatementRetracted = "statement-retracted", "act-statement-retracted";
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
