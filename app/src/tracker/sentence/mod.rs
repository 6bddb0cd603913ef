//! What a statement says, in one sentence; and the texts that go with it.
//!
//! The sentence is made of the catalogue, names and dates. What people wrote, such as a ground or a
//! note, is never put into it: it stands beside it as a quotation, in its own language.

mod correction;
mod detail;
mod founding;
mod international;
mod national;

use domain::act::Act;
use domain::statement::{Content, Statement};

pub(crate) use detail::{Detail, details};
pub(crate) use national::tally;

use crate::say;
use crate::words::Words;

/// What a sentence about a statement is made of.
pub(crate) struct Saying<'a> {
    words: Words,
    statement: &'a Statement,
    /// The participant's name.
    who: String,
    /// The stage in words.
    stage: String,
}

/// What a statement says, in one sentence. `stage` is the title of its stage, if it has one that is
/// known.
pub(crate) fn sentence(words: Words, statement: &Statement, stage: Option<&str>) -> String {
    let who = statement
        .participant
        .map_or_else(String::new, |code| words.entity(code));
    let stage = match (stage, &statement.stage) {
        (Some(title), _) => say!(words, "tracker-act-stage", title = title),
        (None, Some(key)) => say!(
            words,
            "tracker-act-stage",
            title = super::stage::without_file(words, key)
        ),
        (None, None) => say!(words, "tracker-act-some-step"),
    };
    let saying = Saying {
        words,
        statement,
        who,
        stage,
    };
    match &statement.content {
        Content::Known(act) => saying.of_act(act),
        Content::Unknown(unknown) => say!(
            words,
            "tracker-act-unknown",
            kind = unknown.kind.as_str(),
            version = unknown.version
        ),
    }
}

impl Saying<'_> {
    fn of_act(&self, act: &Act) -> String {
        match act {
            Act::InstrumentOpened(_) => say!(self.words, "tracker-act-instrument-opened"),
            Act::InstrumentAmended(_) => say!(self.words, "tracker-act-instrument-amended"),
            Act::ParticipantListed(listed) => self.participant_listed(listed),
            Act::ParticipantRemoved(_) => self.participant_removed(),
            Act::SignOffPolicyAdopted(_) => say!(self.words, "tracker-act-policy-adopted"),
            Act::ProcedureAdopted(adopted) => self.procedure_adopted(adopted),
            Act::TriggerDetermined(determined) => self.trigger_determined(determined),
            Act::SittingCalendarPublished(published) => self.calendar_published(published),
            Act::DepartureRecorded(_) => self.departure_recorded(),
            Act::StepScheduled(_) => self.step_scheduled(),
            Act::StepBegun(_) => self.step_begun(),
            Act::VoteTaken(vote) => self.vote_taken(vote),
            Act::StepConcluded(concluded) => self.step_concluded(concluded),
            Act::ProcedureConcluded(concluded) => self.procedure_concluded(concluded),
            Act::StepNotRequired(_) => self.step_not_required(),
            Act::ClockStarted(_) => self.clock_started(),
            Act::ClockExtended(extended) => self.clock_extended(extended),
            Act::CourtReferral(_) => self.court_referral(),
            Act::RouteChosen(chosen) => self.route_chosen(chosen),
            Act::ConditionMet(met) => self.condition_met(met),
            Act::Signed(signed) => self.signed(signed),
            Act::ConsentExpressed(consent) => self.consent_expressed(consent),
            Act::ReservationFormulated(_) => self.reservation_formulated(),
            Act::ReservationNotified(notified) => self.reservation_notified(notified),
            Act::ReservationAccepted(accepted) => self.reservation_accepted(accepted),
            Act::ReservationWithdrawn(_) => self.reservation_withdrawn(),
            Act::DeclarationMade(_) => self.declaration_made(),
            Act::ObjectionRaised(objection) => self.objection_raised(objection),
            Act::ObjectionWithdrawn(withdrawn) => self.objection_withdrawn(withdrawn),
            Act::ProvisionalApplication(declared) => self.provisional_application(declared),
            Act::ProvisionalApplicationEnded(ended) => self.provisional_application_ended(ended),
            Act::WithdrawalNotified(withdrawal) => self.withdrawal_notified(withdrawal),
            Act::WithdrawalRetracted(_) => self.withdrawal_retracted(),
            Act::EntryIntoForceNotified(notified) => self.entry_into_force_notified(notified),
            Act::EventRecorded(recorded) => self.event_recorded(recorded),
            Act::EventEnded(ended) => self.event_ended(ended),
            Act::AcceptedInDueForm(accepted) => self.accepted_in_due_form(accepted),
            Act::StatementRetracted(_) => say!(self.words, "tracker-act-statement-retracted"),
            Act::NotificationCorrected(_) => {
                say!(self.words, "tracker-act-notification-corrected")
            }
            Act::TextRectified(rectified) => self.text_rectified(rectified),
            Act::Translation(translation) => self.translation(translation),
            Act::BreachReported(_) => say!(self.words, "tracker-act-breach-reported"),
            Act::ActivationDetermined(determined) => self.activation_determined(determined),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// Every kind of act in its one published form.
    fn golden() -> Vec<Statement> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("domain/golden");
        let mut files: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| {
                let name = path.file_name().unwrap().to_string_lossy();
                name.ends_with(".v1.json") && !name.starts_with("entry.")
            })
            .collect();
        files.sort();
        files
            .iter()
            .map(|file| serde_json::from_slice(&fs::read(file).unwrap()).unwrap())
            .collect()
    }

    #[test]
    fn every_kind_of_act_has_a_sentence_of_its_own() {
        let words = Words::english();
        let mut sentences: Vec<String> = golden()
            .iter()
            .map(|statement| {
                let said = sentence(words, statement, Some("Vote, Sejm"));
                assert!(said.ends_with('.'), "{said}");
                assert!(!said.contains(['{', '$']), "{said}");
                assert!(!said.starts_with("tracker-"), "{said}");
                for detail in details(words, statement) {
                    assert!(!detail.label.contains(['{', '$']), "{}", detail.label);
                }
                said
            })
            .collect();
        assert_eq!(sentences.len(), Act::KINDS.len());
        sentences.sort();
        sentences.dedup();
        // No two kinds are told in the same words.
        assert_eq!(sentences.len(), Act::KINDS.len());
    }
}
