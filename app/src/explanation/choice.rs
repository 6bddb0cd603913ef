//! The smallest sets of those whose consent is lacking, in words.

use domain::clause::smallest_sets::{Choice, Pick, Way};

use super::names::{Length, listed, names};
use crate::say;
use crate::words::Words;

/// The most of whom a sentence says that each alone would do.
const MOST_ALONE: usize = 4;
/// The most sets that a sentence tells apart.
const MOST_SETS: usize = 4;

/// A choice in a list: "Russia alone", "any 3 of these 12: …", "Belgium, and any 2 of these 5: …".
pub(crate) fn choice_in_words(words: Words, choice: &Choice) -> String {
    let Choice(picks) = choice;
    if let [Pick { take: 1, from }] = picks.as_slice()
        && from.len() <= MOST_ALONE
    {
        return names(words, from.iter().copied())
            .into_iter()
            .map(|name| say!(words, "clause-alone", name = name))
            .collect::<Vec<_>>()
            .join(&say!(words, "clause-or-besides"));
    }
    set(words, picks, Length::Whole, &|names| names)
}

/// A set: those of whom all are needed are one group of names, and the others follow.
fn set(
    words: Words,
    picks: &[Pick],
    length: Length,
    whole_in_words: &dyn Fn(String) -> String,
) -> String {
    let is_whole =
        |pick: &&Pick| usize::try_from(pick.take).is_ok_and(|take| take == pick.from.len());
    let whole: Vec<_> = picks
        .iter()
        .filter(is_whole)
        .flat_map(|pick| pick.from.iter().copied())
        .collect();
    let some = picks.iter().filter(|pick| !is_whole(pick)).map(|pick| {
        say!(
            words,
            "clause-any-of",
            take = pick.take,
            size = pick.from.len(),
            names = listed(words, pick.from.iter().copied(), length)
        )
    });
    let whole = (!whole.is_empty()).then(|| whole_in_words(listed(words, whole, length)));
    whole
        .into_iter()
        .chain(some)
        .collect::<Vec<_>>()
        .join(&say!(words, "clause-and-besides"))
}

/// Whose consent a way asks for, after a colon: "that of Germany"; "the United States alone would
/// do, or Japan alone"; "those of France and Spain; or any 3 of these 9: …".
///
/// `alone` says "would do" of one of whom there is no choice, too.
pub(super) fn who(words: Words, way: &Way, alone: bool) -> String {
    if way.size == 1 {
        return who_alone(words, way, alone);
    }
    let sets: Vec<String> = way
        .choices
        .iter()
        .take(MOST_SETS)
        .map(|Choice(picks)| {
            set(words, picks, Length::Short, &|names| {
                say!(words, "explain-who-those-of", names = names)
            })
        })
        .collect();
    let others = way.choices.len().saturating_sub(sets.len());
    let others = match (others, way.complete) {
        (0, true) => None,
        (count, true) => Some(say!(words, "explain-who-others", count = count)),
        (_, false) => Some(say!(words, "explain-who-or-others")),
    };
    let sets = sets.join(&format!("; {} ", say!(words, "list-or")));
    sets_and(sets, others)
}

fn sets_and(sets: String, others: Option<String>) -> String {
    match others {
        Some(others) => format!("{sets}; {others}"),
        None => sets,
    }
}

/// The same where one consent is enough: each of these is a set by itself.
fn who_alone(words: Words, way: &Way, alone: bool) -> String {
    let each: Vec<_> = way
        .choices
        .iter()
        .flat_map(|choice| &choice.0)
        .flat_map(|pick| pick.from.iter().copied())
        .collect();
    match names(words, each.iter().copied()).as_slice() {
        [one] if way.complete && !alone => say!(words, "explain-who-that-of", name = one),
        [first, others @ ..] if others.len() < MOST_ALONE && way.complete => {
            let first = say!(words, "explain-who-alone-first", name = first);
            let others = others
                .iter()
                .map(|name| say!(words, "explain-who-alone", name = name));
            [first]
                .into_iter()
                .chain(others)
                .collect::<Vec<_>>()
                .join(&say!(words, "clause-or-besides"))
        }
        many => {
            let some = say!(
                words,
                "explain-who-any-one",
                size = many.len(),
                names = listed(words, each, Length::Short)
            );
            sets_and(
                some,
                (!way.complete).then(|| say!(words, "explain-who-or-others")),
            )
        }
    }
}
