//! The clause on entry into force: one of the usual models with its figures, or the rule as text.

use std::collections::BTreeSet;

use app::desk::{Control, Group, Misdefined, Offered, Wrong};
use app::say;
use app::words::Words;
use domain::clause::condition::{
    Base, Compared, Count, Fraction, MOST_PARTICIPANTS, Organisations, Weight,
};
use domain::clause::rule::{Alternative, Persistence};
use domain::clause::{Clause, Condition};
use domain::day::Day;
use domain::entity::EntityCode;
use domain::legal_date::LegalDate;
use domain::share::Share;

use super::super::reader::Reader;
use super::super::{ask, date};
use super::{effect, entities, json, weights};
use crate::proposal::Fields;

const MODEL: &str = "clause-model";
const COUNT: &str = "clause-count";
const SHARE: &str = "clause-share";
const NAMED: &str = "clause-named";
const BASE: &str = "clause-base";
const RULE: &str = "clause-rule";
const THEN: &str = "clause-then";
const THEN_NUMBER: &str = "clause-then-n";
const LATER: &str = "clause-later";
const LATER_NUMBER: &str = "clause-later-n";

/// The usual models of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Model {
    /// Everybody on the list (NATO accession protocols, art. II).
    All,
    /// So many (Istanbul Convention, art. 75).
    Count,
    /// These, and a majority of those who had signed on a fixed day (North Atlantic Treaty, art. 11:
    /// all had signed when the first consented). Without the day, the first two to sign and consent
    /// would be a majority of two.
    Guarantors,
    /// So many, that hold a share together (Paris Agreement, art. 21).
    CountAndShare,
    /// Another rule, as text.
    Rule,
}

const MODELS: [(&str, Model); 5] = [
    ("all", Model::All),
    ("count", Model::Count),
    ("guarantors", Model::Guarantors),
    ("count-and-share", Model::CountAndShare),
    ("rule", Model::Rule),
];

impl Model {
    /// The questions that belong to other models.
    fn unasked(self) -> &'static [&'static str] {
        match self {
            Self::All => &[COUNT, SHARE, NAMED, RULE],
            Self::Count => &[SHARE, NAMED, RULE],
            Self::Guarantors => &[COUNT, SHARE, RULE],
            Self::CountAndShare => &[NAMED, RULE],
            // The whole rule holds its days too.
            Self::Rule => &[COUNT, SHARE, NAMED, THEN, THEN_NUMBER, LATER_NUMBER],
        }
    }
}

/// The questions, in groups that say for which choice they are.
pub fn groups(words: Words, fields: &Fields) -> Vec<Group> {
    let models = MODELS
        .iter()
        .map(|(value, model)| match model {
            Model::All => Offered::new(value, say!(words, "act-clause-all"))
                .meaning(say!(words, "act-clause-all-hint")),
            Model::Count => Offered::new(value, say!(words, "act-clause-count"))
                .meaning(say!(words, "act-clause-count-hint")),
            Model::Guarantors => Offered::new(value, say!(words, "act-clause-guarantors"))
                .meaning(say!(words, "act-clause-guarantors-hint")),
            Model::CountAndShare => Offered::new(value, say!(words, "act-clause-share"))
                .meaning(say!(words, "act-clause-share-hint")),
            Model::Rule => Offered::new(value, say!(words, "act-clause-rule"))
                .meaning(say!(words, "act-clause-rule-hint")),
        })
        .collect();
    let mut days = effect::controls(words, fields, THEN, say!(words, "act-clause-then"), None);
    days.extend(effect::controls(
        words,
        fields,
        LATER,
        say!(words, "act-clause-later"),
        Some(say!(words, "act-clause-later-none")),
    ));
    let group = |legend: String, controls: Vec<Control>| Group { legend, controls };
    vec![
        group(
            say!(words, "act-group-clause"),
            vec![ask::choice(
                fields,
                MODEL,
                say!(words, "act-clause"),
                models,
            )],
        ),
        group(
            say!(words, "act-group-clause-number"),
            vec![ask::number(
                fields,
                COUNT,
                say!(words, "act-clause-need"),
                None,
            )],
        ),
        group(
            say!(words, "act-group-clause-share"),
            vec![
                ask::line(
                    fields,
                    SHARE,
                    say!(words, "act-clause-share-need"),
                    Some(say!(words, "act-clause-share-need-hint")),
                ),
                weights::control(words, fields),
            ],
        ),
        group(
            say!(words, "act-group-clause-named"),
            vec![
                ask::area(
                    fields,
                    NAMED,
                    say!(words, "act-clause-named"),
                    Some(say!(words, "act-clause-named-hint")),
                ),
                ask::day(
                    fields,
                    BASE,
                    say!(words, "act-clause-base"),
                    Some(say!(words, "act-clause-base-hint")),
                ),
            ],
        ),
        group(say!(words, "act-group-clause-days"), days),
        group(
            say!(words, "act-group-clause-rule"),
            vec![ask::area(
                fields,
                RULE,
                say!(words, "act-clause-text"),
                Some(say!(words, "act-clause-text-hint")),
            )],
        ),
        group(
            say!(words, "act-group-clause-words"),
            vec![
                ask::area(
                    fields,
                    "clause-text",
                    say!(words, "act-clause-words"),
                    Some(say!(words, "act-clause-words-hint")),
                ),
                ask::line(
                    fields,
                    "clause-text-lang",
                    say!(words, "act-clause-words-lang"),
                    Some(say!(words, "act-language-hint")),
                ),
            ],
        ),
    ]
}

/// The clause that was chosen or written.
pub fn read(reader: &mut Reader<'_>) -> Option<Clause> {
    let model = reader.choice(MODEL, &MODELS)?;
    reader.unasked(model.unasked());
    if model != Model::Guarantors {
        reader.unasked_day(BASE);
    }
    if model == Model::Rule {
        if effect::is_chosen(reader, LATER) {
            reader.wrong(LATER, Misdefined::OfAnotherChoice);
        }
        let clause = json::rule(reader, RULE, Clause::read)?;
        let mut named = clause.mentioned();
        named.extend(clause.acceding.iter().flatten());
        return entities::known(reader, RULE, named).then_some(clause);
    }
    let when = match model {
        Model::All => Some(Condition::All),
        Model::Count => count(reader),
        Model::Guarantors => {
            let (named, base) = (entities::read(reader, NAMED), reader.day(BASE));
            named.zip(base).map(|(named, base)| {
                Condition::And(vec![
                    Condition::Named(named),
                    majority_of_signatories_on(base),
                ])
            })
        }
        Model::CountAndShare => {
            let (count, share) = (count(reader), share(reader));
            count
                .zip(share)
                .map(|(count, share)| Condition::And(vec![count, share]))
        }
        Model::Rule => None,
    };
    let then = effect::read(reader, THEN);
    let later = effect::read_optional(reader, LATER);
    Some(Clause {
        alternatives: vec![Alternative {
            when: when?,
            by: None,
            then: then?,
        }],
        later: later.ok()?,
        later_acceding: None,
        acceding: None,
        check_days: BTreeSet::new(),
        persistence: Persistence::OnceMet,
    })
}

/// How it would have been chosen: by a model if one says the same, else as text.
pub fn typed(clause: &Clause, fields: &mut Fields) {
    let Some((said, alternative)) = of_a_model(clause) else {
        ask::put_choice(fields, MODEL, &MODELS, &Model::Rule);
        ask::put(fields, RULE, json::typed(clause.clone()));
        return;
    };
    let model = match said {
        Said::All => Model::All,
        Said::Count(need) => {
            ask::put(fields, COUNT, need.to_string());
            Model::Count
        }
        Said::Guarantors(named, base) => {
            ask::put(fields, NAMED, entities::typed(named));
            date::typed(fields, BASE, &LegalDate::on(base));
            Model::Guarantors
        }
        Said::CountAndShare(need, share) => {
            ask::put(fields, COUNT, need.to_string());
            ask::put(fields, SHARE, share.to_string());
            Model::CountAndShare
        }
    };
    ask::put_choice(fields, MODEL, &MODELS, &model);
    effect::typed(fields, THEN, Some(&alternative.then));
    effect::typed(fields, LATER, clause.later.as_ref());
}

/// What later joiners have unless the instrument says otherwise (VCLT art. 24(3)).
pub fn offered(fields: &mut Fields) {
    effect::typed(fields, LATER, None);
}

/// What a clause says, where it is of one of the models.
enum Said<'a> {
    All,
    Count(u32),
    Guarantors(&'a BTreeSet<EntityCode>, Day),
    CountAndShare(u32, Share),
}

fn of_a_model(clause: &Clause) -> Option<(Said<'_>, &Alternative)> {
    let Clause {
        alternatives,
        later: _,
        later_acceding: None,
        acceding: None,
        check_days,
        persistence: Persistence::OnceMet,
    } = clause
    else {
        return None;
    };
    let [alternative @ Alternative { when, by: None, .. }] = alternatives.as_slice() else {
        return None;
    };
    if !check_days.is_empty() {
        return None;
    }
    let said = match when {
        Condition::All => Said::All,
        Condition::Count(count) => Said::Count(plain(count)?),
        Condition::And(parts) => match parts.as_slice() {
            [Condition::Named(named), Condition::Fraction(majority)] => {
                let base = majority.base_on?;
                if parts.get(1) != Some(&majority_of_signatories_on(base)) {
                    return None;
                }
                Said::Guarantors(named, base)
            }
            [
                Condition::Count(count),
                Condition::Weight(Weight {
                    need,
                    organisations: Organisations::Counted,
                }),
            ] => Said::CountAndShare(plain(count)?, *need),
            _ => return None,
        },
        _ => return None,
    };
    Some((said, alternative))
}

/// The figure of a count that counts everybody.
fn plain(count: &Count) -> Option<u32> {
    let is_plain = count.of.is_none()
        && count.other_than.is_empty()
        && count.organisations == Organisations::Counted;
    is_plain.then_some(count.need)
}

/// More than half of those who had signed on a day.
fn majority_of_signatories_on(base: Day) -> Condition {
    Condition::Fraction(Fraction {
        numerator: 1,
        denominator: 2,
        compared: Compared::MoreThan,
        base: Base::Signatories,
        base_on: Some(base),
        organisations: Organisations::Counted,
    })
}

fn count(reader: &mut Reader<'_>) -> Option<Condition> {
    if reader.typed(COUNT).is_empty() {
        reader.wrong(COUNT, Wrong::Missing);
        return None;
    }
    let need = reader.number(COUNT)?;
    if !(1..=MOST_PARTICIPANTS).contains(&need) {
        let (least, most) = (1, MOST_PARTICIPANTS);
        reader.wrong(COUNT, Misdefined::OutOfRange { least, most });
        return None;
    }
    Some(Condition::Count(Count {
        need,
        of: None,
        other_than: BTreeSet::new(),
        organisations: Organisations::Counted,
    }))
}

fn share(reader: &mut Reader<'_>) -> Option<Condition> {
    let typed = reader.typed(SHARE);
    if typed.is_empty() {
        reader.wrong(SHARE, Wrong::Missing);
        return None;
    }
    let Some(need) = super::share(&typed)
        .filter(|need| *need != Share::ZERO)
        .map(Share::normalised)
    else {
        reader.wrong(SHARE, Misdefined::NotAShare);
        return None;
    };
    Some(Condition::Weight(Weight {
        need,
        organisations: Organisations::Counted,
    }))
}
