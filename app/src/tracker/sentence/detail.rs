//! What goes with the sentence about a statement: texts that people wrote, keys, files by hash.

use domain::act::{
    AcceptedInDueForm, Act, ConditionMet, ConsentExpressed, NotificationCorrected, VoteTaken,
};
use domain::digest::Digest;
use domain::name::Key;
use domain::statement::Statement;
use domain::text::Text;
use leptos::prelude::*;
use serde::Serialize;

use crate::say;
use crate::tracker::{status, user_text};
use crate::words::Words;

/// One detail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Detail {
    /// What it is.
    pub label: String,
    /// The detail.
    #[serde(flatten)]
    pub value: DetailValue,
}

/// The value of a detail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DetailValue {
    /// What a person wrote.
    Text(Text),
    /// Keys and numbers.
    Plain(String),
    /// A file by its hash.
    Blob(Digest),
}

impl DetailValue {
    /// On a page.
    pub fn view(&self) -> AnyView {
        match self {
            Self::Text(text) => user_text::block(text),
            Self::Plain(plain) => view! { <bdi>{plain.clone()}</bdi> }.into_any(),
            Self::Blob(hash) => {
                let hash = hash.to_string();
                view! { <a class="a-hash" href=format!("/blobs/{hash}")>{hash.clone()}</a> }
                    .into_any()
            }
        }
    }
}

/// Collects details under their labels.
struct Details(Vec<Detail>);

impl Details {
    fn text(&mut self, label: String, text: Option<&Text>) {
        if let Some(text) = text {
            self.0.push(Detail {
                label,
                value: DetailValue::Text(text.clone()),
            });
        }
    }

    fn plain(&mut self, label: String, plain: impl Into<String>) {
        self.0.push(Detail {
            label,
            value: DetailValue::Plain(plain.into()),
        });
    }

    fn keys(&mut self, label: String, keys: &[Key]) {
        if !keys.is_empty() {
            let keys: Vec<&str> = keys.iter().map(Key::as_str).collect();
            self.plain(label, keys.join(", "));
        }
    }

    fn blob(&mut self, label: String, hash: Option<Digest>) {
        if let Some(hash) = hash {
            self.0.push(Detail {
                label,
                value: DetailValue::Blob(hash),
            });
        }
    }
}

/// The details of a statement, in the order in which they are read.
pub(crate) fn details(words: Words, statement: &Statement) -> Vec<Detail> {
    let mut details = Details(Vec::new());
    if let Some(act) = statement.act() {
        of_act(words, act, &mut details);
    }
    for hash in &statement.blobs {
        details.blob(say!(words, "tracker-detail-file"), Some(*hash));
    }
    details.0
}

#[expect(clippy::too_many_lines, reason = "an arm for each kind of act")]
fn of_act(words: Words, act: &Act, details: &mut Details) {
    let ground = || say!(words, "tracker-detail-ground");
    let note = || say!(words, "tracker-detail-note");
    let text = || say!(words, "tracker-detail-text");
    let reservation = || say!(words, "tracker-detail-reservation");
    match act {
        Act::InstrumentOpened(defined) | Act::InstrumentAmended(defined) => {
            details.text(
                say!(words, "tracker-detail-title"),
                words.choose(&defined.instrument.titles),
            );
            details.text(
                say!(words, "tracker-detail-reason"),
                defined.reason.as_ref(),
            );
        }
        Act::ParticipantListed(listed) => details.text(ground(), listed.ground.as_ref()),
        Act::ParticipantRemoved(removed) => details.text(ground(), Some(&removed.ground)),
        Act::ProcedureAdopted(adopted) => {
            details.blob(say!(words, "tracker-detail-file"), Some(adopted.file));
        }
        Act::TriggerDetermined(determined) => details.text(ground(), Some(&determined.ground)),
        Act::DepartureRecorded(departure) => {
            details.text(ground(), Some(&departure.ground));
            details.text(
                say!(words, "tracker-detail-course"),
                Some(&departure.course),
            );
        }
        Act::StepScheduled(step) => details.text(note(), step.note.as_ref()),
        Act::StepBegun(step) => details.text(note(), step.note.as_ref()),
        Act::StepConcluded(step) => details.text(note(), step.note.as_ref()),
        Act::ProcedureConcluded(concluded) => details.text(note(), concluded.note.as_ref()),
        Act::VoteTaken(vote) => of_vote(words, vote, details),
        Act::StepNotRequired(step) => details.text(ground(), Some(&step.ground)),
        Act::ClockStarted(started) => details.text(note(), started.note.as_ref()),
        Act::ClockExtended(extended) => details.text(note(), extended.note.as_ref()),
        Act::CourtReferral(referral) => {
            details.text(say!(words, "tracker-detail-court"), Some(&referral.court));
            details.text(
                say!(words, "tracker-detail-question"),
                referral.question.as_ref(),
            );
        }
        Act::RouteChosen(chosen) => details.text(ground(), chosen.ground.as_ref()),
        Act::ConditionMet(met) => of_condition_met(words, met, details),
        Act::ConsentExpressed(consent) => of_consent(words, consent, details),
        Act::ReservationFormulated(formulated) => {
            details.plain(reservation(), formulated.reservation.as_str());
            details.keys(say!(words, "tracker-detail-articles"), &formulated.articles);
            details.text(text(), Some(&formulated.text));
        }
        Act::ReservationNotified(notified) => {
            details.plain(reservation(), notified.reservation.as_str());
            details.text(
                say!(words, "tracker-detail-number"),
                notified.number.as_ref(),
            );
        }
        Act::ReservationAccepted(accepted) => {
            details.plain(reservation(), accepted.reservation.as_str());
        }
        Act::ReservationWithdrawn(withdrawn) => {
            details.plain(reservation(), withdrawn.reservation.as_str());
        }
        Act::DeclarationMade(declaration) => details.text(text(), Some(&declaration.text)),
        Act::ObjectionRaised(objection) => {
            details.plain(reservation(), objection.reservation.as_str());
            details.text(text(), objection.text.as_ref());
        }
        Act::ObjectionWithdrawn(withdrawn) => {
            details.plain(reservation(), withdrawn.reservation.as_str());
        }
        Act::WithdrawalRetracted(retracted) => details.text(note(), retracted.note.as_ref()),
        Act::EntryIntoForceNotified(notified) => {
            details.text(
                say!(words, "tracker-detail-number"),
                notified.number.as_ref(),
            );
        }
        Act::EventRecorded(recorded) => details.text(text(), recorded.text.as_ref()),
        Act::EventEnded(ended) => details.text(text(), ended.text.as_ref()),
        Act::AcceptedInDueForm(accepted) => of_acceptance(words, accepted, details),
        Act::NotificationCorrected(corrected) => of_correction(words, corrected, details),
        Act::TextRectified(rectified) => {
            details.keys(say!(words, "tracker-detail-articles"), &rectified.articles);
            if let Some(until) = rectified.objections_until {
                details.plain(
                    say!(words, "tracker-detail-objections-until"),
                    words.day(until),
                );
            }
            details.blob(say!(words, "tracker-detail-file"), rectified.record);
        }
        Act::Translation(translation) => {
            details.plain(
                say!(words, "tracker-detail-field"),
                translation.field.as_str(),
            );
            details.text(text(), Some(&translation.text));
        }
        Act::BreachReported(reported) => {
            details.text(say!(words, "tracker-detail-to"), Some(&reported.to));
            details.keys(say!(words, "tracker-detail-articles"), &reported.articles);
            details.text(text(), Some(&reported.text));
        }
        Act::ActivationDetermined(determined) => details.text(ground(), Some(&determined.ground)),
        Act::SignOffPolicyAdopted(_)
        | Act::SittingCalendarPublished(_)
        | Act::Signed(_)
        | Act::ProvisionalApplication(_)
        | Act::ProvisionalApplicationEnded(_)
        | Act::WithdrawalNotified(_)
        | Act::StatementRetracted(_) => {}
    }
}

fn of_vote(words: Words, vote: &VoteTaken, details: &mut Details) {
    details.text(
        say!(words, "tracker-detail-vote-number"),
        vote.number.as_ref(),
    );
    for condition in &vote.conditions {
        details.text(
            say!(
                words,
                "tracker-detail-condition",
                condition = condition.condition.as_str()
            ),
            Some(&condition.text),
        );
    }
}

fn of_condition_met(words: Words, met: &ConditionMet, details: &mut Details) {
    details.text(say!(words, "tracker-detail-how"), Some(&met.how));
    details.blob(say!(words, "tracker-detail-file"), met.evidence);
}

fn of_consent(words: Words, consent: &ConsentExpressed, details: &mut Details) {
    details.blob(say!(words, "tracker-detail-instrument"), consent.instrument);
    details.text(say!(words, "tracker-detail-note"), consent.note.as_ref());
}

fn of_acceptance(words: Words, accepted: &AcceptedInDueForm, details: &mut Details) {
    details.text(
        say!(words, "tracker-detail-number"),
        accepted.number.as_ref(),
    );
    for check in &accepted.checklist {
        details.plain(
            status::due_form_item(words, check.item),
            status::due_form_finding(words, check.finding),
        );
    }
}

fn of_correction(words: Words, corrected: &NotificationCorrected, details: &mut Details) {
    details.text(
        say!(words, "tracker-detail-corrected-number"),
        Some(&corrected.number),
    );
    details.text(
        say!(words, "tracker-detail-number"),
        corrected.correction.as_ref(),
    );
    details.text(say!(words, "tracker-detail-text"), Some(&corrected.text));
}
