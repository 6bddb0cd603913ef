//! How a clause was met, and from when it is in force, in sentences.

use domain::clause::progress::Measure;
use domain::clause::rule::Persistence;
use domain::clause::{Clause, Effect};
use domain::explanation::clause::{Cause, MetExplained};
use domain::explanation::{Article, Basis, ClauseExplained};

use super::lacking::closed;
use super::names::{Length, listed};
use super::{From, Sentence, Several, effect};
use crate::say;
use crate::words::Words;

/// On which day it was met and by what, and what follows.
pub(super) fn sentences(
    words: Words,
    clause: &ClauseExplained,
    rule: &Clause,
    met: &MetExplained,
) -> Vec<Sentence> {
    let several = Several::of(clause);
    let mut sentences = vec![
        Sentence::with(
            words,
            how(words, clause, met),
            several,
            &[Basis::Alternative(met.met.alternative)],
        ),
        Sentence::with(words, from_when(words, rule, met), several, &met.bases),
    ];
    sentences.extend(
        clause
            .alternatives
            .iter()
            .filter_map(|alternative| closed(words, alternative, several)),
    );
    if !met.in_force {
        sentences.push(match rule.persistence {
            Persistence::OnceMet => Sentence::plain(say!(words, "explain-once-met")),
            Persistence::UntilEntryIntoForce => Sentence::with(
                words,
                say!(words, "explain-must-hold"),
                several,
                &[Basis::MustHold],
            ),
        });
    } else if has_fewer_parties(clause, met) {
        sentences.push(Sentence::with(
            words,
            say!(words, "explain-fewer-parties"),
            several,
            &[Basis::Article(Article::FewerParties)],
        ));
    }
    sentences
}

fn how(words: Words, clause: &ClauseExplained, met: &MetExplained) -> String {
    let day = words.day(met.met.on);
    let at_the_latest = met.met.at_the_latest;
    let mut parts = vec![if at_the_latest {
        say!(words, "explain-met-at-the-latest", day = day)
    } else {
        say!(words, "explain-met", day = day)
    }];
    parts.extend(met.causes.iter().map(|cause| match cause {
        Cause::Consents(codes) => {
            let names = listed(words, codes.iter().copied(), Length::Short);
            if at_the_latest {
                say!(words, "explain-cause-consents-at-the-latest", names = names)
            } else {
                say!(
                    words,
                    "explain-cause-consents",
                    names = names,
                    count = codes.len()
                )
            }
        }
        Cause::Event(event) => say!(words, "explain-cause-event", event = event.as_str()),
        Cause::Day => say!(words, "explain-cause-day"),
        Cause::Circle => say!(words, "explain-cause-circle"),
    }));
    if clause.alternatives.len() > 1 {
        parts.push(say!(
            words,
            "explain-which-way",
            count = clause.alternatives.len(),
            number = met.met.alternative.saturating_add(1)
        ));
    }
    parts.join(" ")
}

fn from_when(words: Words, rule: &Clause, met: &MetExplained) -> String {
    let day = words.day(met.met.in_force);
    let then = rule
        .alternatives
        .get(met.met.alternative)
        .map(|alternative| &alternative.then);
    let effect = match then {
        None | Some(Effect::Fixed(_)) => None,
        Some(then) => Some(effect(words, then, From::Met)),
    };
    match (effect, met.in_force) {
        (Some(effect), true) => say!(words, "explain-in-force", effect = effect, day = day),
        (Some(effect), false) => say!(
            words,
            "explain-to-come",
            effect = effect,
            day = day,
            days = met.days_to_come
        ),
        (None, true) => say!(words, "explain-in-force-fixed", day = day),
        (None, false) => say!(
            words,
            "explain-to-come-fixed",
            day = day,
            days = met.days_to_come
        ),
    }
}

/// Whether so many have left that the conditions would not be met again. A list that has grown since
/// is another matter.
fn has_fewer_parties(clause: &ClauseExplained, met: &MetExplained) -> bool {
    !met.still_met
        && clause
            .alternatives
            .get(met.met.alternative)
            .is_some_and(|alternative| {
                alternative.when.open_leaves().iter().any(|leaf| {
                    matches!(
                        leaf.measure,
                        Measure::Named { .. } | Measure::Count { .. } | Measure::Weight { .. }
                    )
                })
            })
}
