//! Sentences about acts between States and of the depositary.

use domain::act::{
    AcceptedInDueForm, ConsentExpressed, ConsentForm, ConsentMode, EntryIntoForceNotified,
    EventEnded, EventRecorded, ObjectionEffect, ObjectionRaised, ObjectionWithdrawn,
    ProvisionalApplication, ProvisionalApplicationEnded, ReservationAccepted, ReservationNotified,
    Signed, WithdrawalNotified, WithdrawalOf,
};

use super::Saying;
use crate::say;
use crate::tracker::status;

impl Saying<'_> {
    pub(super) fn signed(&self, signed: &Signed) -> String {
        say!(
            self.words,
            "tracker-act-signed",
            who = self.who.as_str(),
            effect = status::signature(self.words, signed.signature)
        )
    }

    pub(super) fn consent_expressed(&self, consent: &ConsentExpressed) -> String {
        let who = self.who.as_str();
        let mode = status::mode(self.words, consent.mode);
        match (consent.form, consent.mode) {
            (ConsentForm::Signature, _) | (_, ConsentMode::DefinitiveSignature) => {
                say!(self.words, "tracker-act-consent-signature", who = who)
            }
            (ConsentForm::Deposit, _) => {
                say!(
                    self.words,
                    "tracker-act-consent-deposit",
                    who = who,
                    mode = mode
                )
            }
            (ConsentForm::Notification, _) => {
                say!(
                    self.words,
                    "tracker-act-consent-notification",
                    who = who,
                    mode = mode
                )
            }
            (ConsentForm::Exchange, _) => {
                say!(
                    self.words,
                    "tracker-act-consent-exchange",
                    who = who,
                    mode = mode
                )
            }
        }
    }

    pub(super) fn reservation_formulated(&self) -> String {
        say!(
            self.words,
            "tracker-act-reservation",
            who = self.who.as_str()
        )
    }

    pub(super) fn reservation_notified(&self, notified: &ReservationNotified) -> String {
        let of = self.who.as_str();
        if notified.to.is_empty() {
            return say!(self.words, "tracker-act-reservation-notified", of = of);
        }
        let to: Vec<String> = notified
            .to
            .iter()
            .map(|code| self.words.entity(*code))
            .collect();
        say!(
            self.words,
            "tracker-act-reservation-notified-to",
            of = of,
            to = self.words.list(&to)
        )
    }

    pub(super) fn reservation_accepted(&self, accepted: &ReservationAccepted) -> String {
        say!(
            self.words,
            "tracker-act-reservation-accepted",
            who = self.who.as_str(),
            of = self.words.entity(accepted.of)
        )
    }

    pub(super) fn reservation_withdrawn(&self) -> String {
        say!(
            self.words,
            "tracker-act-reservation-withdrawn",
            who = self.who.as_str()
        )
    }

    pub(super) fn declaration_made(&self) -> String {
        say!(
            self.words,
            "tracker-act-declaration",
            who = self.who.as_str()
        )
    }

    pub(super) fn objection_raised(&self, objection: &ObjectionRaised) -> String {
        let who = self.who.as_str();
        let to = self.words.entity(objection.to);
        match objection.effect {
            ObjectionEffect::TreatyStillInForceBetween => {
                say!(self.words, "tracker-act-objection", who = who, to = to)
            }
            ObjectionEffect::PrecludesEntryIntoForce => say!(
                self.words,
                "tracker-act-objection-precludes",
                who = who,
                to = to
            ),
        }
    }

    pub(super) fn objection_withdrawn(&self, withdrawn: &ObjectionWithdrawn) -> String {
        say!(
            self.words,
            "tracker-act-objection-withdrawn",
            who = self.who.as_str(),
            to = self.words.entity(withdrawn.to)
        )
    }

    pub(super) fn provisional_application(&self, declared: &ProvisionalApplication) -> String {
        let who = self.who.as_str();
        let from = self.words.legal_date(&declared.from);
        if declared.articles.is_empty() {
            return say!(
                self.words,
                "tracker-act-provisional",
                who = who,
                from = from
            );
        }
        let articles: Vec<String> = declared.articles.iter().map(ToString::to_string).collect();
        say!(
            self.words,
            "tracker-act-provisional-articles",
            who = who,
            from = from,
            count = articles.len(),
            articles = self.words.list(&articles)
        )
    }

    pub(super) fn provisional_application_ended(
        &self,
        ended: &ProvisionalApplicationEnded,
    ) -> String {
        say!(
            self.words,
            "tracker-act-provisional-ended",
            who = self.who.as_str(),
            from = self.words.legal_date(&ended.from)
        )
    }

    pub(super) fn withdrawal_notified(&self, withdrawal: &WithdrawalNotified) -> String {
        let who = self.who.as_str();
        let effective = self.words.legal_date(&withdrawal.effective);
        match withdrawal.of {
            WithdrawalOf::Treaty => say!(
                self.words,
                "tracker-act-withdrawal",
                who = who,
                effective = effective
            ),
            WithdrawalOf::Consent => say!(
                self.words,
                "tracker-act-withdrawal-of-consent",
                who = who,
                effective = effective
            ),
        }
    }

    pub(super) fn withdrawal_retracted(&self) -> String {
        say!(
            self.words,
            "tracker-act-withdrawal-retracted",
            who = self.who.as_str()
        )
    }

    pub(super) fn entry_into_force_notified(&self, notified: &EntryIntoForceNotified) -> String {
        let day = self.words.day(notified.in_force);
        if self.statement.participant.is_some() {
            return say!(
                self.words,
                "tracker-act-in-force-for",
                who = self.who.as_str(),
                day = day
            );
        }
        say!(self.words, "tracker-act-in-force", day = day)
    }

    pub(super) fn event_recorded(&self, recorded: &EventRecorded) -> String {
        say!(
            self.words,
            "tracker-act-event",
            event = recorded.event.as_str()
        )
    }

    pub(super) fn event_ended(&self, ended: &EventEnded) -> String {
        say!(
            self.words,
            "tracker-act-event-ended",
            event = ended.event.as_str()
        )
    }

    pub(super) fn accepted_in_due_form(&self, accepted: &AcceptedInDueForm) -> String {
        let received = self.words.legal_date(&accepted.received);
        if self.statement.participant.is_some() {
            return say!(
                self.words,
                "tracker-act-accepted-of",
                who = self.who.as_str(),
                received = received
            );
        }
        say!(self.words, "tracker-act-accepted", received = received)
    }
}
