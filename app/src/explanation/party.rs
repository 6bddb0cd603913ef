//! Where one participant stands and why, in sentences.

use domain::clause::own_effect::OwnRule;
use domain::clause::{Clause, Effect};
use domain::consent::WithoutEffect;
use domain::explanation::party::{
    ConsentExplained, EffectExplained, ProvisionalExplained, WithdrawalExplained,
};
use domain::explanation::{Article, Basis, Explanation, PartyExplained};
use domain::status::{InternationalStatus, ProvisionalStatus};

use super::confirmed::reason;
use super::{From, Sentence, Several, effect};
use crate::say;
use crate::tracker::status;
use crate::words::Words;

/// Why a participant stands where it does.
pub fn of_party(words: Words, explanation: &Explanation, party: &PartyExplained) -> Vec<Sentence> {
    let telling = Telling {
        words,
        explanation,
        party,
    };
    let mut sentences = vec![telling.listing()];
    sentences.extend(telling.signature());
    sentences.extend(telling.part());
    sentences.extend(telling.consents());
    sentences.extend(telling.pending());
    sentences.extend(telling.withdrawal());
    sentences.extend(telling.if_now());
    sentences.extend(party.provisional.as_ref().map(|it| telling.provisional(it)));
    sentences.extend(telling.confirmed());
    sentences.extend(
        party
            .without_effect
            .iter()
            .map(|act: &WithoutEffect| Sentence::plain(status::without_effect(words, act))),
    );
    sentences
}

struct Telling<'a> {
    words: Words,
    explanation: &'a Explanation,
    party: &'a PartyExplained,
}

impl Telling<'_> {
    fn sentence(&self, text: String, bases: &[Basis]) -> Sentence {
        Sentence::with(self.words, text, Several::No, bases)
    }

    fn name(&self) -> String {
        let name = self.words.entity_in_sentence(self.party.code);
        let mut letters = name.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    }

    fn listing(&self) -> Sentence {
        Sentence::plain(if self.party.listed {
            say!(self.words, "explain-party-listed", name = self.name())
        } else {
            say!(self.words, "explain-party-not-listed", name = self.name())
        })
    }

    fn signature(&self) -> Vec<Sentence> {
        let words = self.words;
        let Some(signed) = self.party.signed else {
            return Vec::new();
        };
        let mut sentences = vec![Sentence::plain(say!(
            words,
            "explain-party-signed",
            day = words.day(signed)
        ))];
        if self.party.status.international == InternationalStatus::Signed {
            sentences.push(self.sentence(
                say!(words, "explain-party-signatory"),
                &[Basis::Article(Article::SignatoryDuty)],
            ));
        }
        sentences
    }

    /// What the clause makes of its consent.
    fn part(&self) -> Vec<Sentence> {
        let words = self.words;
        let part = &self.party.part;
        let holds = self
            .party
            .consents
            .iter()
            .any(|consent| is_held(consent, self.party.day));
        let is_met = self.explanation.clause.met().is_some();
        let mut texts = Vec::new();
        if holds && part.counted_in.is_empty() {
            texts.push(say!(words, "explain-party-not-counted"));
        } else if !part.counted_in.is_empty() {
            texts.push(say!(words, "explain-party-counted"));
        }
        if !is_met && !holds {
            if part.indispensable {
                texts.push(say!(words, "explain-party-indispensable"));
            }
            if part.alone {
                texts.push(say!(words, "explain-party-alone"));
            } else if !part.indispensable && !part.awaited_in.is_empty() {
                texts.push(say!(words, "explain-party-awaited"));
            } else if part.awaited_in.is_empty() {
                texts.push(say!(words, "explain-party-not-needed"));
            }
        }
        texts.into_iter().map(Sentence::plain).collect()
    }

    fn consents(&self) -> Vec<Sentence> {
        let words = self.words;
        if self.party.consents.is_empty() {
            return vec![Sentence::plain(say!(words, "explain-party-no-consent"))];
        }
        self.party
            .consents
            .iter()
            .flat_map(|consent| self.consent(consent))
            .collect()
    }

    fn consent(&self, consent: &ConsentExplained) -> Vec<Sentence> {
        let words = self.words;
        let mode = status::mode(words, consent.mode);
        let day = words.day(consent.begin);
        let text = if consent.exact {
            say!(words, "explain-party-consent", day = day, mode = mode)
        } else {
            say!(
                words,
                "explain-party-consent-at-the-latest",
                day = day,
                mode = mode
            )
        };
        let bases = [Article::MeansOfConsent, Article::Establishment].map(Basis::Article);
        let mut sentences = vec![self.sentence(text, &bases)];
        match consent.effect {
            Some(effect) => sentences.push(self.effect(effect)),
            None if self.explanation.clause.met().is_some() && consent.end.is_some() => {
                sentences.push(Sentence::plain(say!(words, "explain-party-never-bound")));
            }
            None => {}
        }
        sentences.extend(consent.end.map(|end| {
            let day = words.day(end);
            Sentence::plain(if end <= self.party.day {
                say!(words, "explain-party-consent-ended", day = day)
            } else {
                say!(words, "explain-party-consent-ends", day = day)
            })
        }));
        sentences
    }

    fn effect(&self, own: EffectExplained) -> Sentence {
        let words = self.words;
        let rule = |effect: &Option<Effect>| {
            effect
                .as_ref()
                .map_or_else(String::new, |rule| effect_of(words, rule))
        };
        let Clause {
            later,
            later_acceding,
            ..
        } = &self.explanation.rule;
        let day = words.day(own.by_rule);
        let text = match own.rule {
            OwnRule::General => say!(words, "explain-party-general", day = day),
            OwnRule::Later => say!(
                words,
                "explain-party-later",
                effect = rule(later),
                day = day
            ),
            OwnRule::LaterAcceding => say!(
                words,
                "explain-party-acceding",
                effect = rule(later_acceding),
                day = day
            ),
            OwnRule::OwnConsent => say!(words, "explain-party-own", day = day),
            OwnRule::Succession => say!(words, "explain-party-succession", day = day),
        };
        let text = if own.floor {
            let floor = say!(words, "explain-party-floor", day = words.day(own.from));
            format!("{text} {floor}")
        } else {
            text
        };
        self.sentence(text, &[own.basis])
    }

    /// It has consented, and the instrument is not in force.
    fn pending(&self) -> Option<Sentence> {
        let is_pending = self.party.status.international == InternationalStatus::ConsentExpressed
            && self
                .explanation
                .clause
                .met()
                .is_none_or(|met| !met.in_force);
        is_pending.then(|| {
            let name = self.words.entity_in_sentence(self.party.code);
            self.sentence(
                say!(self.words, "explain-party-not-in-force", name = name),
                &[Basis::Article(Article::ContractingStateDuty)],
            )
        })
    }

    fn withdrawal(&self) -> Option<Sentence> {
        let words = self.words;
        let notified =
            self.party
                .withdrawals
                .last()
                .map(|WithdrawalExplained { notified, .. }| {
                    let label = words.legal_date(notified);
                    if notified.is_exact() {
                        say!(words, "tracker-on-day", day = label)
                    } else {
                        label
                    }
                });
        let (text, bases): (String, &[Article]) = match (self.party.status.international, notified)
        {
            (InternationalStatus::WithdrawalNotified { until, .. }, Some(notified)) => (
                say!(
                    words,
                    "explain-party-withdraws",
                    notified = notified,
                    day = words.day(until)
                ),
                &[Article::Withdrawal, Article::RevocationOfNotice],
            ),
            (InternationalStatus::FormerParty { since }, Some(notified)) => (
                say!(
                    words,
                    "explain-party-withdrew",
                    notified = notified,
                    day = words.day(since)
                ),
                &[Article::Withdrawal],
            ),
            // A State that has ceased to exist has given no notice.
            (InternationalStatus::FormerParty { since }, None) => (
                say!(words, "explain-party-former", day = words.day(since)),
                &[],
            ),
            (InternationalStatus::ConsentWithdrawn { since }, _) => (
                say!(
                    words,
                    "explain-party-withdrew-consent",
                    day = words.day(since)
                ),
                &[],
            ),
            (_, _) => return None,
        };
        let bases: Vec<Basis> = bases.iter().copied().map(Basis::Article).collect();
        Some(self.sentence(text, &bases))
    }

    fn if_now(&self) -> Option<Sentence> {
        let words = self.words;
        let effect = self.party.if_now?;
        let basis = match effect.rule {
            OwnRule::Later => Basis::LaterRule,
            OwnRule::LaterAcceding => Basis::AccedingRule,
            OwnRule::General => Basis::Article(Article::EntryIntoForce),
            OwnRule::OwnConsent => Basis::Article(Article::LaterConsent),
            OwnRule::Succession => Basis::Article(Article::Succession),
        };
        Some(self.sentence(
            say!(
                words,
                "explain-party-if-now",
                on = words.day(self.party.day),
                day = words.day(effect.from)
            ),
            &[basis],
        ))
    }

    fn provisional(&self, provisional: &ProvisionalExplained) -> Sentence {
        let words = self.words;
        let what = if provisional.articles.is_empty() {
            say!(words, "explain-provisional-whole")
        } else {
            let articles: Vec<String> = provisional
                .articles
                .iter()
                .map(ToString::to_string)
                .collect();
            say!(
                words,
                "explain-provisional-articles",
                count = articles.len(),
                articles = words.list(&articles)
            )
        };
        let from = words.legal_date(&provisional.from);
        let text = match provisional.status {
            ProvisionalStatus::None | ProvisionalStatus::Applied => {
                say!(words, "explain-party-provisional", what = what, from = from)
            }
            ProvisionalStatus::Ended => say!(
                words,
                "explain-party-provisional-ended",
                what = what,
                from = from
            ),
            ProvisionalStatus::Overtaken => say!(
                words,
                "explain-party-provisional-overtaken",
                what = what,
                from = from
            ),
        };
        self.sentence(text, &provisional.bases)
    }

    fn confirmed(&self) -> Vec<Sentence> {
        let words = self.words;
        let Some(last) = self.party.confirmed.last() else {
            return Vec::new();
        };
        let day = words.day(*last);
        match self.party.difference {
            None => vec![self.sentence(
                say!(words, "explain-party-confirmed", day = day),
                &[Basis::Article(Article::DepositaryInforms)],
            )],
            Some(why) => vec![
                self.sentence(
                    say!(words, "explain-party-confirmed-other", day = day),
                    &[Basis::Article(Article::DepositaryInforms)],
                ),
                self.sentence(
                    reason(words, why),
                    &[Basis::Article(Article::DifferenceWithDepositary)],
                ),
            ],
        }
    }
}

fn effect_of(words: Words, rule: &Effect) -> String {
    effect(words, rule, From::ItsConsent)
}

fn is_held(consent: &ConsentExplained, day: domain::day::Day) -> bool {
    consent.begin <= day && consent.end.is_none_or(|end| day < end)
}
