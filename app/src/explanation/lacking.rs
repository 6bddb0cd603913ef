//! What a clause lacks, in sentences.

use std::collections::BTreeSet;

use domain::clause::condition::Condition;
use domain::clause::smallest_sets::Choice;
use domain::entity::EntityCode;
use domain::explanation::clause::{Fewest, Lacking, WayExplained};
use domain::explanation::{
    AlternativeExplained, AlternativeStanding, Article, Basis, ClauseExplained, Explanation,
    Outcome, Shortfall,
};

use super::choice::who;
use super::names::{Length, listed};
use super::{Sentence, Several};
use crate::say;
use crate::words::Words;

/// The most ways that are told apart.
const MOST_WAYS: usize = 4;

/// What is lacking, by each way that is open, and what can no longer decide.
pub(super) fn sentences(
    words: Words,
    clause: &ClauseExplained,
    lacking: &Lacking,
) -> Vec<Sentence> {
    let several = Several::of(clause);
    let mut sentences = match lacking.to_go {
        Fewest::Exactly(_) => lacking
            .ways
            .iter()
            .take(MOST_WAYS)
            .map(|way| by_way(words, clause, way, several))
            .collect(),
        Fewest::Between { at_least, at_most } => {
            let at_least = say!(words, "explain-at-least", at_least = at_least);
            let at_most = at_most.map(|most| say!(words, "explain-at-most", at_most = most));
            vec![Sentence::plain(joined([Some(at_least), at_most]))]
        }
        Fewest::OutOfReach => vec![Sentence::plain(say!(words, "explain-no-way"))],
        Fewest::Lapsed => Vec::new(),
    };
    sentences.extend(indispensable(words, lacking));
    sentences.extend(
        clause
            .alternatives
            .iter()
            .filter_map(|alternative| closed(words, alternative, several)),
    );
    sentences
}

fn joined(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What one way needs: consents, events, days, and what would follow.
fn by_way(
    words: Words,
    clause: &ClauseExplained,
    explained: &WayExplained,
    several: Several,
) -> Sentence {
    let way = &explained.way;
    let alternative = clause.alternatives.get(way.alternative);
    let needed = match (way.size, alternative.and_then(only_a_share_lacks)) {
        (0, _) | (_, None) => say!(
            words,
            "explain-lacking",
            count = way.size,
            who = who(words, way, false)
        ),
        (1, Some(share)) => say!(
            words,
            "explain-lacking-share",
            share = share,
            who = who(words, way, true)
        ),
        (count, Some(share)) => say!(
            words,
            "explain-lacking-share-of-several",
            share = share,
            count = count,
            who = who(words, way, true)
        ),
    };
    let needed = match several {
        Several::Yes => say!(
            words,
            "explain-by-way",
            number = way.alternative.saturating_add(1),
            text = needed
        ),
        Several::No => needed,
    };
    let events = way
        .awaits
        .iter()
        .map(|event| say!(words, "tracker-awaits-event", event = event.as_str()));
    let not_before = way
        .not_before
        .map(|day| say!(words, "tracker-not-before", day = words.day(day)));
    let not_after = explained.not_after.map(|day| {
        say!(
            words,
            "explain-not-after",
            day = words.day(day),
            days = clause.day.days_until(day)
        )
    });
    let earliest = explained.earliest.map(|day| {
        if way.size == 0 && way.awaits.is_empty() {
            return say!(words, "explain-by-itself", day = words.day(day));
        }
        let on = way
            .not_before
            .map_or(clause.day, |from| from.max(clause.day));
        say!(
            words,
            "explain-earliest",
            on = words.day(on),
            day = words.day(day)
        )
    });
    let parts = [Some(needed)]
        .into_iter()
        .chain(events.map(Some))
        .chain([not_before, not_after, earliest]);
    let bases = [
        Basis::Alternative(way.alternative),
        Basis::Article(Article::EntryIntoForce),
    ];
    Sentence::with(words, joined(parts), several, &bases)
}

/// The share that is lacking, where nothing else is lacking of an alternative.
fn only_a_share_lacks(alternative: &AlternativeExplained) -> Option<String> {
    match alternative.when.open_leaves().as_slice() {
        [leaf] if matches!(leaf.rule, Condition::Weight(_)) => match leaf.shortfall {
            Some(Shortfall::Share(share)) => Some(share.to_string()),
            Some(Shortfall::Consents(_)) | None => None,
        },
        _ => None,
    }
}

/// Those without whom it cannot be met. Where they are all that is lacking, their names stand already.
fn indispensable(words: Words, lacking: &Lacking) -> Option<Sentence> {
    let without = &lacking.indispensable;
    if without.is_empty() {
        return None;
    }
    let named_already: BTreeSet<EntityCode> = match lacking.ways.as_slice() {
        [only] => match only.way.choices.as_slice() {
            [Choice(picks)] if only.way.complete => picks
                .iter()
                .flat_map(|pick| pick.from.iter().copied())
                .collect(),
            _ => BTreeSet::new(),
        },
        _ => BTreeSet::new(),
    };
    Some(Sentence::plain(if named_already == *without {
        say!(words, "explain-each-indispensable", count = without.len())
    } else {
        say!(
            words,
            "explain-indispensable",
            names = listed(words, without.iter().copied(), Length::Short)
        )
    }))
}

/// Those of whom it is not known whether they had consented by the day, where that matters.
pub(super) fn uncertain(words: Words, explanation: &Explanation) -> Option<Sentence> {
    let Outcome::NotMet(lacking) = &explanation.clause.outcome else {
        return None;
    };
    let lacking: BTreeSet<EntityCode> = lacking
        .ways
        .iter()
        .flat_map(|way| &way.way.choices)
        .flat_map(|choice| &choice.0)
        .flat_map(|pick| pick.from.iter().copied())
        .collect();
    let (uncertain, certain): (Vec<_>, Vec<_>) = lacking
        .into_iter()
        .partition(|code| explanation.uncertain.contains_key(code));
    if uncertain.is_empty() {
        return None;
    }
    let count = uncertain.len();
    let may_have = say!(
        words,
        "explain-uncertain",
        names = listed(words, uncertain, Length::Short),
        count = count
    );
    let have_not = (!certain.is_empty()).then(|| {
        say!(
            words,
            "explain-certain",
            names = listed(words, certain, Length::Short)
        )
    });
    Some(Sentence::plain(joined([Some(may_have), have_not])))
}

/// An alternative that cannot decide any more.
pub(super) fn closed(
    words: Words,
    alternative: &AlternativeExplained,
    several: Several,
) -> Option<Sentence> {
    let number = alternative.position.saturating_add(1);
    let bases = [Basis::Alternative(alternative.position)];
    let text = match (alternative.standing, alternative.by, several) {
        (AlternativeStanding::Lapsed, Some(by), Several::No) => {
            say!(words, "explain-lapsed", day = words.day(by))
        }
        (AlternativeStanding::Lapsed, Some(by), Several::Yes) => say!(
            words,
            "explain-way-lapsed",
            number = number,
            day = words.day(by)
        ),
        (AlternativeStanding::OutOfReach, _, Several::Yes) => {
            say!(words, "explain-way-out-of-reach", number = number)
        }
        (_, _, _) => return None,
    };
    Some(Sentence::with(words, text, several, &bases))
}
