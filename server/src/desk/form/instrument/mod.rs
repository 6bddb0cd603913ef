//! The definition of an instrument: what opening and amending one have in common.
//!
//! A file for each part of the definition: its questions, how the answers are read, and how the part
//! would have been typed. [`reading`] is the whole in words, for those who sign it.

mod activation;
mod clause;
mod depositaries;
mod effect;
mod entities;
mod exit;
mod json;
mod provisional;
mod reading;
mod reservations;
mod seat;
mod titles;
mod weights;

use std::collections::BTreeSet;

use app::desk::{Control, Group, Misdefined, Offered};
use app::say;
use app::tracker::status;
use app::words::Words;
use domain::act::{Act, ConsentForm, ConsentMode};
use domain::instrument::{Instrument, InstrumentKind, Nature};
use domain::share::Share;
use domain::snapshot::Fact;

use super::ask;
use super::case::Case;
use super::consent_expressed::{FORMS, MODES, form_label, mode_label};
use super::reader::{Reader, SLUG};
use crate::proposal::Fields;

pub use reading::{changes, lines};

const KINDS: [(&str, InstrumentKind); 5] = [
    ("treaty", InstrumentKind::Treaty),
    ("protocol", InstrumentKind::Protocol),
    ("amendment", InstrumentKind::Amendment),
    ("treaty-of-accession", InstrumentKind::TreatyOfAccession),
    ("political-commitment", InstrumentKind::PoliticalCommitment),
];

const NATURES: [(&str, Nature); 3] = [
    ("real", Nature::Real),
    ("historical", Nature::Historical),
    ("illustrative", Nature::Illustrative),
];

/// The definition that is amended: the one that is corrected, or the last one in the register. That
/// may be one which counts from a later day on.
pub fn present(case: &Case) -> Option<&Instrument> {
    let corrected = case.corrects.as_ref().and_then(defined);
    corrected.or_else(|| case.record()?.definition_for_signing())
}

/// The definition that a fact gives.
pub fn defined(fact: &Fact) -> Option<&Instrument> {
    match fact.act() {
        Some(Act::InstrumentOpened(defined) | Act::InstrumentAmended(defined)) => {
            Some(defined.instrument.as_ref())
        }
        Some(_) | None => None,
    }
}

/// The definition that this amendment changes; of one that is published, the one before it.
pub fn before<'a>(case: &'a Case, amendment: &Act) -> Option<&'a Instrument> {
    let facts = case.record()?.facts();
    match facts.iter().position(|fact| fact.act() == Some(amendment)) {
        Some(at) => facts.get(..at)?.iter().rev().find_map(defined),
        None => present(case),
    }
}

/// The questions, in groups.
pub fn groups(case: &Case, typed: &Fields) -> Vec<Group> {
    let words = case.words;
    let group = |legend: String, controls: Vec<Control>| Group { legend, controls };
    let mut what = titles::controls(case, typed);
    what.push(slug(case, typed));
    what.push(ask::choice(
        typed,
        "kind",
        say!(words, "act-instrument-kind"),
        kinds(words),
    ));
    what.push(nature(case, typed));
    let mut groups = vec![
        group(say!(words, "act-group-instrument"), what),
        group(
            say!(words, "act-group-seat"),
            seat::controls(words, typed)
                .into_iter()
                .chain([depositaries::control(case, typed)])
                .collect(),
        ),
        group(say!(words, "act-group-consent"), consent(words, typed)),
    ];
    groups.extend(clause::groups(words, typed));
    groups.extend([
        group(
            say!(words, "act-group-reservations"),
            reservations::controls(words, typed),
        ),
        group(
            say!(words, "act-group-provisional"),
            provisional::controls(words, typed),
        ),
        group(say!(words, "act-group-exit"), exit::controls(words, typed)),
        group(
            say!(words, "act-group-activation"),
            activation::controls(words, typed),
        ),
    ]);
    groups
}

/// The definition that the answers give.
pub fn definition(reader: &mut Reader<'_>) -> Option<Instrument> {
    let case = reader.case;
    let present = present(case);
    let titles = titles::read(reader);
    let kind = reader.choice("kind", &KINDS);
    // Whether it is real is settled once for all: the register refuses another answer later.
    let nature = match present {
        Some(present) => Some(present.nature),
        None => reader.choice("nature", &NATURES),
    };
    let seat = seat::read(reader, present);
    let depositaries = depositaries::read(reader, present);
    let consent_modes = reader.several("modes", &MODES);
    let consent_form = reader.choice("form", &FORMS);
    if consent_form == Some(ConsentForm::Deposit)
        && depositaries.as_ref().is_some_and(Vec::is_empty)
    {
        reader.wrong(depositaries::NAME, Misdefined::DepositaryMissing);
    }
    if consent_form == Some(ConsentForm::Exchange)
        && depositaries.as_ref().is_some_and(|all| !all.is_empty())
    {
        reader.wrong(depositaries::NAME, Misdefined::DepositaryOfExchange);
    }
    check_modes(reader, consent_form, &consent_modes);
    let clause = clause::read(reader);
    let clause_text = reader.text_in("clause-text", "clause-text-lang");
    let weights = weights::read(reader, clause.as_ref());
    let reservations = reservations::read(reader);
    let provisional_application = provisional::read(reader);
    let exit = exit::read(reader);
    let activation = activation::read(reader);
    Some(Instrument {
        titles: titles?,
        kind: kind?,
        nature: nature?,
        texts: present.map_or_else(Vec::new, |present| present.texts.clone()),
        seat: seat?,
        depositaries: depositaries?,
        consent_modes,
        consent_form: consent_form?,
        clause: clause?,
        clause_text,
        weights: weights?,
        reservations: reservations?,
        provisional_application: provisional_application?,
        exit: exit?,
        activation: activation.ok()?,
    })
}

/// Definitive signature alone is established by the signature (VCLT art. 12), and nothing else is.
fn check_modes(reader: &mut Reader<'_>, form: Option<ConsentForm>, modes: &BTreeSet<ConsentMode>) {
    let only_signature = modes.iter().eq([&ConsentMode::DefinitiveSignature]);
    match form {
        Some(ConsentForm::Signature) if !modes.is_empty() && !only_signature => {
            reader.wrong("modes", Misdefined::NotBySignature);
        }
        Some(ConsentForm::Deposit | ConsentForm::Notification | ConsentForm::Exchange)
            if only_signature =>
        {
            reader.wrong("modes", Misdefined::OnlyBySignature);
        }
        Some(_) | None => {}
    }
}

/// A share as it is typed, with a point or a comma.
fn share(typed: &str) -> Option<Share> {
    typed.trim().replacen(',', ".", 1).parse().ok()
}

/// How a definition would have been typed.
pub fn typed(instrument: &Instrument, fields: &mut Fields) {
    titles::typed(&instrument.titles, fields);
    ask::put_choice(fields, "kind", &KINDS, &instrument.kind);
    ask::put_choice(fields, "nature", &NATURES, &instrument.nature);
    seat::typed(&instrument.seat, fields);
    depositaries::typed(&instrument.depositaries, fields);
    for (value, mode) in MODES {
        if instrument.consent_modes.contains(&mode) {
            ask::put(fields, &app::desk::several_name("modes", value), "yes");
        }
    }
    ask::put_choice(fields, "form", &FORMS, &instrument.consent_form);
    clause::typed(&instrument.clause, fields);
    if let Some(text) = &instrument.clause_text {
        ask::put_text_in(fields, "clause-text", "clause-text-lang", text);
    }
    weights::typed(&instrument.weights, fields);
    reservations::typed(&instrument.reservations, fields);
    provisional::typed(&instrument.provisional_application, fields);
    exit::typed(&instrument.exit, fields);
    activation::typed(instrument.activation.as_ref(), fields);
}

/// What a new instrument is offered with: what most have, and nothing that has to be thought about.
pub fn offered(case: &Case, fields: &mut Fields) {
    titles::offered(case, fields);
    depositaries::offered(case, fields);
    ask::put_choice(fields, "form", &FORMS, &ConsentForm::Deposit);
    for mode in [
        ConsentMode::Ratification,
        ConsentMode::Acceptance,
        ConsentMode::Approval,
    ] {
        if let Some((value, _)) = MODES.iter().find(|(_, one)| *one == mode) {
            ask::put(fields, &app::desk::several_name("modes", value), "yes");
        }
    }
    clause::offered(fields);
    reservations::offered(fields);
    exit::offered(fields);
}

fn kinds(words: Words) -> Vec<Offered> {
    KINDS
        .iter()
        .map(|(value, kind)| Offered::new(value, status::kind(words, *kind)))
        .collect()
}

/// The name in addresses, which is set once and never used again.
fn slug(case: &Case, typed: &Fields) -> Control {
    let words = case.words;
    let label = say!(words, "act-instrument-slug");
    match case.slug() {
        Some(slug) => ask::told("told-slug", label, slug.to_string()),
        None => ask::line(
            typed,
            SLUG,
            label,
            Some(say!(words, "act-instrument-slug-hint")),
        ),
    }
}

/// Whether it is real, which no amendment changes.
fn nature(case: &Case, typed: &Fields) -> Control {
    let words = case.words;
    let label = say!(words, "act-instrument-nature");
    if let Some(present) = present(case) {
        return ask::told("told-nature", label, status::nature(words, present.nature));
    }
    let offered = NATURES
        .iter()
        .map(|(value, nature)| {
            let meaning = match nature {
                Nature::Real => say!(words, "act-nature-real-hint"),
                Nature::Historical => say!(words, "act-nature-historical-hint"),
                Nature::Illustrative => say!(words, "act-nature-illustrative-hint"),
            };
            Offered::new(value, status::nature(words, *nature)).meaning(meaning)
        })
        .collect();
    ask::choice(typed, "nature", label, offered)
}

fn consent(words: Words, typed: &Fields) -> Vec<Control> {
    let modes = MODES
        .iter()
        .map(|(value, mode)| Offered::new(value, mode_label(words, *mode)))
        .collect();
    let forms = FORMS
        .iter()
        .map(|(value, form)| Offered::new(value, form_label(words, *form)))
        .collect();
    vec![
        ask::several(typed, "modes", say!(words, "act-instrument-modes"), modes),
        ask::choice(typed, "form", say!(words, "act-consent-form"), forms),
    ]
}
