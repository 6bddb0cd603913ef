//! Explanations of clauses and records at random: they say what the evaluation says, in sentences.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[path = "../domain/tests/arbitrary/mod.rs"]
#[expect(dead_code, reason = "only conditions and effects are needed here")]
mod arbitrary;

use std::collections::{BTreeMap, BTreeSet};

use app::explanation::{ConditionInWords, alternatives, findings, of_clause};
use app::words::Words;
use domain::act::ConsentMode;
use domain::clause::Effect;
use domain::clause::evaluate::evaluate;
use domain::clause::record::{Consent, Participation, Period, Record};
use domain::clause::rule::{Alternative, Clause, Persistence};
use domain::clause::smallest_sets::to_go;
use domain::day::Day;
use domain::entity::EntityCode;
use domain::explanation::clause::Fewest;
use domain::explanation::{ClauseExplained, Outcome, preview};
use domain::name::Key;
use domain::share::Share;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// An organisation and a predecessor are among them, and one that no record here knows.
const EVERYBODY: [&str; 9] = [
    "CSK", "CZE", "DEU", "EUU", "FRA", "GBR", "JPN", "POL", "USA",
];
const DAYS: u32 = 30;

fn on(offset: u32) -> Day {
    Day::new(1992, 12, 16).unwrap().plus_days(offset).unwrap()
}

fn some_day() -> BoxedStrategy<Day> {
    (0..DAYS).prop_map(on).boxed()
}

fn somebody() -> BoxedStrategy<EntityCode> {
    select(&EVERYBODY[..])
        .prop_map(|code| code.parse().unwrap())
        .boxed()
}

fn some_share() -> BoxedStrategy<Share> {
    select(&["0.1", "25", "33.4", "50", "90", "100"][..])
        .prop_map(|share| share.parse().unwrap())
        .boxed()
}

fn some_event() -> BoxedStrategy<Key> {
    select(&["ceasefire", "other-treaty"][..])
        .prop_map(|key| key.parse().unwrap())
        .boxed()
}

fn some_clause() -> BoxedStrategy<Clause> {
    let effect = || {
        prop_oneof![
            arbitrary::moving_effect(),
            some_day().prop_map(Effect::Fixed)
        ]
    };
    let condition = arbitrary::condition(
        btree_set(somebody(), 1..6).boxed(),
        some_day(),
        some_share(),
        some_event(),
        6,
    );
    let alternative = (condition, option::weighted(0.3, some_day()), effect())
        .prop_map(|(when, by, then)| Alternative { when, by, then });
    let persistence = select(vec![Persistence::OnceMet, Persistence::UntilEntryIntoForce]);
    (vec(alternative, 1..4), option::of(effect()), persistence)
        .prop_map(|(alternatives, later, persistence)| Clause {
            alternatives,
            later,
            later_acceding: None,
            acceding: None,
            check_days: BTreeSet::new(),
            persistence,
        })
        .boxed()
}

fn some_participation() -> BoxedStrategy<Participation> {
    let consent = (0..DAYS, option::weighted(0.2, 1..10_u32), any::<bool>()).prop_map(
        |(begin, lasts, exact)| Consent {
            begin: on(begin),
            exact,
            end: lasts.map(|days| on(begin + days)),
            mode: ConsentMode::Ratification,
        },
    );
    let period = option::weighted(0.3, some_day()).prop_map(|begin| Period { begin, end: None });
    (
        option::weighted(0.8, period),
        option::of(some_day()),
        option::of(consent),
    )
        .prop_map(|(listed, signed, consent)| Participation {
            listed: listed.into_iter().collect(),
            signed,
            consents: consent.into_iter().collect(),
        })
        .boxed()
}

fn some_record() -> BoxedStrategy<Record> {
    (
        btree_map(somebody(), some_participation(), 0..9),
        btree_map(somebody(), some_share(), 0..9),
        btree_map(some_event(), some_day(), 0..2),
        btree_set(some_event(), 0..2),
    )
        .prop_map(|(participants, weights, events, bounded_events)| Record {
            participants,
            weights,
            events,
            bounded_events,
            ..Record::default()
        })
        .boxed()
}

/// That a text is one that a reader can be shown: no message without its words.
fn check_text(text: &str) -> Result<(), TestCaseError> {
    prop_assert!(!text.trim().is_empty());
    for trace in [
        "explain-", "clause-", "{ $", "  ", ": .", "of .", "\u{2068}",
    ] {
        prop_assert!(!text.contains(trace), "{text}");
    }
    Ok(())
}

fn check_condition(condition: &ConditionInWords) -> Result<(), TestCaseError> {
    check_text(&condition.text)?;
    prop_assert_eq!(condition.state.is_some(), condition.parts.is_empty());
    if let Some(state) = &condition.state {
        check_text(state)?;
        prop_assert!(state.ends_with('.'), "{state}");
    }
    condition.parts.iter().try_for_each(check_condition)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_explanation_says_what_the_evaluation_says(clause in some_clause(), record in some_record(), day in some_day()) {
        let words = Words::english();
        let Ok(evaluation) = evaluate(&clause, &record, day) else {
            return Ok(());
        };
        let explained = ClauseExplained::new(&clause, &record, &evaluation);

        prop_assert_eq!(explained.met().map(|met| &met.met), evaluation.met.as_ref());
        for (alternative, state) in explained.alternatives.iter().zip(&evaluation.alternatives) {
            prop_assert_eq!(alternative.when.met, state.progress.met);
        }
        if let Outcome::NotMet(lacking) = &explained.outcome
            && let Fewest::Exactly(count) = lacking.to_go
        {
            prop_assert_eq!(to_go(&clause, &record, day).size(), Some(count));
            prop_assert!(!lacking.ways.is_empty());
        }

        let sentences = of_clause(words, &explained, &clause);
        prop_assert!(!sentences.is_empty());
        for sentence in &sentences {
            check_text(&sentence.text)?;
            prop_assert!(sentence.text.ends_with('.'), "{}", sentence.text);
            sentence.bases.iter().try_for_each(|basis| check_text(basis))?;
        }
        let ways = alternatives(words, &explained);
        prop_assert_eq!(ways.len(), clause.alternatives.len());
        for way in &ways {
            check_text(&way.rules)?;
            check_condition(&way.when)?;
        }

        // Whoever is missing by name is named in the data, however long the list.
        for (position, state) in evaluation.alternatives.iter().enumerate() {
            let data = serde_json::to_string(&explained.alternatives.get(position).map(|it| &it.when)).unwrap();
            for code in state.progress.missing() {
                prop_assert!(data.contains(&format!("\"{code}\"")), "{code}: {data}");
            }
        }
    }

    #[test]
    fn a_preview_finds_whom_a_clause_names_and_nobody_else(
        clause in some_clause(),
        participants in btree_map(somebody(), option::of(some_share()), 0..9),
        day in some_day(),
    ) {
        let Ok(preview) = preview(&clause, &participants, day) else {
            return Ok(());
        };
        let named = serde_json::to_string(&clause).unwrap();
        for code in EVERYBODY {
            let code: EntityCode = code.parse().unwrap();
            let is_stranger = named.contains(&format!("\"{code}\"")) && !participants.contains_key(&code);
            prop_assert_eq!(preview.not_participants.contains(&code), is_stranger);
        }
        for finding in findings(Words::english(), &preview) {
            check_text(&finding)?;
        }
        let everybody: BTreeMap<EntityCode, Participation> = participants.keys().map(|code| (*code, consented(day))).collect();
        let weights = participants.iter().filter_map(|(code, share)| share.map(|share| (*code, share))).collect();
        // What is never met is not met when all have consented on the day either.
        let record = Record { participants: everybody, weights, ..Record::default() };
        if let Ok(evaluation) = evaluate(&clause, &record, day)
            && let Some(met) = evaluation.met
        {
            prop_assert!(!preview.never.contains(&met.alternative));
        }
    }
}

/// Listed and signed from the beginning, and consented on that day.
fn consented(day: Day) -> Participation {
    Participation {
        listed: vec![Period {
            begin: None,
            end: None,
        }],
        signed: Some(Day::FIRST),
        consents: vec![Consent {
            begin: day,
            exact: true,
            end: None,
            mode: ConsentMode::Ratification,
        }],
    }
}
