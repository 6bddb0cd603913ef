//! One participant explained: its consents, from when each binds it and by which rule, and what the
//! clause makes of it.

use serde::Serialize;

use crate::act::{Act, ConsentMode};
use crate::clause::own_effect::{self, OwnEffect, OwnRule};
use crate::clause::record::Consent;
use crate::consent::WithoutEffect;
use crate::day::Day;
use crate::entity::EntityCode;
use crate::explanation::Explanation;
use crate::explanation::basis::{Article, Basis};
use crate::explanation::clause::{AlternativeStanding, Outcome};
use crate::explanation::dates::Reason;
use crate::legal_date::LegalDate;
use crate::name::Key;
use crate::snapshot::{ParticipantView, View};
use crate::status::{InternationalStatus, ProvisionalStatus, Status};

/// A participant explained, on the day of its view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartyExplained {
    /// Who.
    pub code: EntityCode,
    /// The day.
    pub day: Day,
    /// Its status.
    pub status: Status,
    /// Whether it is on the list of those whose consent is awaited, on that day.
    pub listed: bool,
    /// The latest possible day of its first signature.
    pub signed: Option<Day>,
    /// What the clause makes of its consent.
    pub part: Part,
    /// Its consents, in order.
    pub consents: Vec<ConsentExplained>,
    /// From when it would be bound if it consented on the day; `None` if it has, or the clause is
    /// not met.
    pub if_now: Option<OwnEffect>,
    /// Its notices of withdrawal, in order.
    pub withdrawals: Vec<WithdrawalExplained>,
    /// Provisional application, if there is or was any.
    pub provisional: Option<ProvisionalExplained>,
    /// The days of entry into force that the depositary notified for it.
    pub confirmed: Vec<Day>,
    /// Why the last of them is not the day computed for it; `None` where they agree.
    pub difference: Option<Reason>,
    /// Acts on record that have no effect.
    pub without_effect: Vec<WithoutEffect>,
    /// What its status rests on, and what it owes meanwhile.
    pub bases: Vec<Basis>,
}

/// What the clause makes of a participant's consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The conditions that count its consent, by their places, on the day.
    pub counted_in: Vec<String>,
    /// The open conditions that would count it.
    pub awaited_in: Vec<String>,
    /// Whether the clause cannot be met without it.
    pub indispensable: bool,
    /// Whether its consent alone would meet the clause.
    pub alone: bool,
}

/// A consent explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ConsentExplained {
    /// The day on which it was established: the latest possible one, if it is not exact.
    pub begin: Day,
    /// Whether that day is exact.
    pub exact: bool,
    /// By what means.
    pub mode: ConsentMode,
    /// The first day on which it no longer holds.
    pub end: Option<Day>,
    /// From when it binds or bound the participant; `None` if it ended before, or the clause is not
    /// met.
    pub effect: Option<EffectExplained>,
}

/// From when a consent binds, and how that day was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct EffectExplained {
    /// The first day on which the treaty is in force for the participant.
    pub from: Day,
    /// By which rule.
    pub rule: OwnRule,
    /// The day that the rule gives by itself.
    pub by_rule: Day,
    /// Whether that day lies before the general one, which is the floor.
    pub floor: bool,
    /// Where the rule stands.
    pub basis: Basis,
}

/// A notice of withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WithdrawalExplained {
    /// When it was given.
    pub notified: LegalDate,
    /// When it takes effect.
    pub effective: LegalDate,
}

/// Provisional application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProvisionalExplained {
    /// Whether it goes on.
    pub status: ProvisionalStatus,
    /// Since when.
    pub from: LegalDate,
    /// Of which articles; an empty list is the whole instrument.
    pub articles: Vec<Key>,
    /// Where the rule stands.
    pub bases: Vec<Basis>,
}

impl View {
    /// Why a participant stands where it does; `None` if it takes no part in the instrument.
    ///
    /// `explanation` is that of the instrument, by the same view.
    pub fn explain_party(
        &self,
        explanation: &Explanation,
        code: EntityCode,
    ) -> Option<PartyExplained> {
        let participant = self.participants.get(&code)?;
        let participation = self.record.participants.get(&code)?;
        let consents: Vec<ConsentExplained> = participant
            .consents
            .iter()
            .map(|(consent, effect)| ConsentExplained {
                begin: consent.begin,
                exact: consent.exact,
                mode: consent.mode,
                end: consent.end,
                effect: effect.map(|effect| self.explain_effect(code, *consent, effect)),
            })
            .collect();
        let last_effect = consents.iter().rev().find_map(|consent| consent.effect);
        let difference = participant
            .notified
            .last()
            .and_then(|confirmed| difference(*confirmed, last_effect, consents.last()));
        Some(PartyExplained {
            code,
            day: self.day,
            status: participant.status.clone(),
            listed: participation.listed_on(self.day),
            signed: participation.signed,
            part: Part::of(explanation, code),
            if_now: self.if_now(code),
            withdrawals: withdrawals(participant),
            provisional: provisional(participant),
            confirmed: participant.notified.clone(),
            difference,
            without_effect: participant.without_effect.clone(),
            bases: bases(participant.status.international),
            consents,
        })
    }

    fn explain_effect(
        &self,
        code: EntityCode,
        consent: Consent,
        effect: OwnEffect,
    ) -> EffectExplained {
        let own = match effect.rule {
            OwnRule::General => None,
            OwnRule::Later | OwnRule::LaterAcceding | OwnRule::OwnConsent | OwnRule::Succession => {
                own_effect::later_effect(&self.instrument.clause, code, consent).ok()
            }
        };
        let by_rule = own.map_or(effect.from, |(day, _)| day);
        EffectExplained {
            from: effect.from,
            rule: effect.rule,
            by_rule,
            floor: by_rule < effect.from,
            basis: match effect.rule {
                OwnRule::General => Basis::Article(Article::EntryIntoForce),
                OwnRule::Later => Basis::LaterRule,
                OwnRule::LaterAcceding => Basis::AccedingRule,
                OwnRule::OwnConsent => Basis::Article(Article::LaterConsent),
                OwnRule::Succession => Basis::Article(Article::Succession),
            },
        }
    }

    /// From when it would be bound if it consented on the day, the clause being met.
    fn if_now(&self, code: EntityCode) -> Option<OwnEffect> {
        let met = self.evaluation.met.as_ref()?;
        let participation = self.record.participants.get(&code)?;
        if participation.consent_on(self.day).is_some() {
            return None;
        }
        // Who is not on the list can join by accession only.
        let mode = if participation.listed_on(self.day) {
            ConsentMode::NotToldApart
        } else {
            ConsentMode::Accession
        };
        let consent = Consent {
            begin: self.day,
            exact: true,
            end: None,
            mode,
        };
        own_effect::own_effect(&self.instrument.clause, met, code, consent)
            .ok()
            .flatten()
    }
}

impl Part {
    fn of(explanation: &Explanation, code: EntityCode) -> Self {
        let clause = &explanation.clause;
        let mut counted_in = Vec::new();
        let mut awaited_in = Vec::new();
        for alternative in &clause.alternatives {
            let is_open = alternative.standing == AlternativeStanding::Open;
            for (condition, leaf) in alternative.when.leaves() {
                if leaf.counts(code) {
                    counted_in.push(condition.place.clone());
                }
                if is_open && leaf.awaited.contains(&code) {
                    awaited_in.push(condition.place.clone());
                }
            }
        }
        let (indispensable, alone) = match &clause.outcome {
            Outcome::Met(_) => (false, false),
            Outcome::NotMet(lacking) => {
                let alone = lacking.ways.iter().any(|explained| {
                    let way = &explained.way;
                    way.size == 1
                        && way.awaits.is_empty()
                        && way.not_before.is_none()
                        && way
                            .choices
                            .iter()
                            .any(|choice| choice.0.iter().any(|pick| pick.from.contains(&code)))
                });
                (lacking.indispensable.contains(&code), alone)
            }
        };
        Self {
            counted_in,
            awaited_in,
            indispensable,
            alone,
        }
    }
}

fn difference(
    confirmed: Day,
    computed: Option<EffectExplained>,
    consent: Option<&ConsentExplained>,
) -> Option<Reason> {
    let Some(computed) = computed else {
        return Some(Reason::NotMet);
    };
    if computed.from == confirmed {
        return None;
    }
    let is_bounded = consent.is_some_and(|consent| !consent.exact);
    Some(if is_bounded && confirmed < computed.from {
        Reason::BoundedDate
    } else {
        Reason::AnotherDay
    })
}

fn withdrawals(participant: &ParticipantView) -> Vec<WithdrawalExplained> {
    participant
        .facts
        .iter()
        .filter_map(|fact| match fact.act() {
            Some(Act::WithdrawalNotified(withdrawal)) => Some(WithdrawalExplained {
                notified: fact.date().clone(),
                effective: withdrawal.effective.clone(),
            }),
            Some(_) | None => None,
        })
        .collect()
}

fn provisional(participant: &ParticipantView) -> Option<ProvisionalExplained> {
    let status = participant.status.provisional_application;
    if status == ProvisionalStatus::None {
        return None;
    }
    participant
        .facts
        .iter()
        .rev()
        .find_map(|fact| match fact.act() {
            Some(Act::ProvisionalApplication(declared)) => Some(ProvisionalExplained {
                status,
                from: declared.from.clone(),
                articles: declared.articles.clone(),
                bases: vec![
                    Basis::ProvisionalRule,
                    Basis::Article(Article::ProvisionalApplication),
                ],
            }),
            Some(_) | None => None,
        })
}

fn bases(status: InternationalStatus) -> Vec<Basis> {
    let articles: &[Article] = match status {
        InternationalStatus::Signed => &[Article::SignatoryDuty],
        InternationalStatus::ConsentExpressed => {
            &[Article::ContractingState, Article::ContractingStateDuty]
        }
        InternationalStatus::Party { .. } => &[Article::Party],
        InternationalStatus::WithdrawalNotified { .. } => &[
            Article::Party,
            Article::Withdrawal,
            Article::RevocationOfNotice,
        ],
        InternationalStatus::FormerParty { .. } => &[Article::Withdrawal],
        InternationalStatus::None | InternationalStatus::ConsentWithdrawn { .. } => &[],
    };
    articles.iter().copied().map(Basis::Article).collect()
}
