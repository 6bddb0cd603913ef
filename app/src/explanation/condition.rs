//! Conditions in words, and how far each is.

use domain::clause::Condition;
use domain::clause::condition::{Base, Compared, Count, Fraction, Organisations, Weight};
use domain::clause::progress::Measure;
use domain::explanation::{ConditionExplained, Leaf, Shortfall, Told};

use super::names::{Length, listed};
use crate::say;
use crate::words::Words;

/// What has to be the case.
pub(crate) fn in_words(words: Words, condition: &Condition, length: Length) -> String {
    match condition {
        Condition::And(_) => say!(words, "clause-and"),
        Condition::Or(_) => say!(words, "clause-or"),
        Condition::Named(codes) => say!(
            words,
            "clause-named",
            count = codes.len(),
            names = listed(words, codes.iter().copied(), length)
        ),
        Condition::All => say!(words, "clause-all"),
        Condition::Count(count) => of_count(words, count, length),
        Condition::Fraction(fraction) => of_fraction(words, fraction, length),
        Condition::Weight(Weight {
            need,
            organisations,
        }) => with_organisations(
            words,
            say!(words, "clause-weight", need = need.to_string()),
            *organisations,
        ),
        Condition::FromDate(day) => say!(words, "clause-from-date", day = words.day(*day)),
        Condition::Event(event) => say!(words, "clause-event", event = event.as_str()),
    }
}

fn of_count(words: Words, count: &Count, length: Length) -> String {
    let text = match &count.of {
        None => say!(words, "clause-count", need = count.need),
        Some(of) => say!(
            words,
            "clause-count-of",
            need = count.need,
            size = of.len(),
            names = listed(words, of.iter().copied(), length)
        ),
    };
    let text = if count.other_than.is_empty() {
        text
    } else {
        say!(
            words,
            "clause-other-than",
            text = text,
            names = listed(words, count.other_than.iter().copied(), length)
        )
    };
    with_organisations(words, text, count.organisations)
}

fn of_fraction(words: Words, fraction: &Fraction, length: Length) -> String {
    let share = say!(
        words,
        "clause-share",
        known = format!("s{}-{}", fraction.numerator, fraction.denominator),
        share = format!("{}/{}", fraction.numerator, fraction.denominator)
    );
    let base = match &fraction.base {
        Base::Listed => say!(words, "clause-base-listed"),
        Base::Signatories => say!(words, "clause-base-signatories"),
        Base::These(codes) => say!(
            words,
            "clause-base-these",
            size = codes.len(),
            names = listed(words, codes.iter().copied(), length)
        ),
    };
    let text = match fraction.compared {
        Compared::AtLeast => say!(
            words,
            "clause-fraction-at-least",
            share = share,
            base = base
        ),
        Compared::MoreThan => say!(
            words,
            "clause-fraction-more-than",
            share = share,
            base = base
        ),
    };
    let text = match fraction.base_on {
        Some(day) => say!(words, "clause-base-on", text = text, day = words.day(day)),
        None => text,
    };
    with_organisations(words, text, fraction.organisations)
}

fn with_organisations(words: Words, text: String, organisations: Organisations) -> String {
    match organisations {
        Organisations::Counted => text,
        Organisations::NotCounted => say!(words, "clause-no-organisations", text = text),
    }
}

/// What a condition says, with others inside it or without.
pub(crate) fn told_in_words(
    words: Words,
    condition: &ConditionExplained,
    length: Length,
) -> String {
    match &condition.told {
        Told::And(_) => say!(words, "clause-and"),
        Told::Or(_) => say!(words, "clause-or"),
        Told::One(leaf) => in_words(words, &leaf.rule, length),
    }
}

/// How far a condition is, with its numbers; nothing for one that only holds others together.
pub(crate) fn state_in_words(words: Words, condition: &ConditionExplained) -> Option<String> {
    let Told::One(leaf) = &condition.told else {
        return None;
    };
    let state = leaf_in_words(words, condition.met, leaf);
    Some(if condition.within_reach {
        state
    } else {
        format!("{state} {}", say!(words, "explain-out-of-reach"))
    })
}

fn leaf_in_words(words: Words, met: bool, leaf: &Leaf) -> String {
    let more = match leaf.shortfall {
        Some(Shortfall::Consents(count)) => Some(count),
        Some(Shortfall::Share(_)) | None => None,
    };
    match &leaf.measure {
        Measure::Named { counted, missing } | Measure::All { counted, missing } => {
            of_all(words, counted.len(), missing.len())
        }
        Measure::Count { counted, .. } => of_number(words, counted.len(), more),
        Measure::Fraction { base, .. } if base.is_empty() => say!(words, "explain-base-empty"),
        Measure::Fraction {
            need,
            base,
            counted,
        } => {
            let state = of_number(words, counted.len(), more);
            let state = say!(
                words,
                "explain-of-base",
                base = base.len(),
                need = *need,
                state = state
            );
            match &leaf.rule {
                // The numbers are there, and count only once the base is settled.
                Condition::Fraction(Fraction {
                    base_on: Some(day), ..
                }) if !met && more.is_none() => {
                    format!(
                        "{state} {}",
                        say!(words, "explain-base-later", day = words.day(*day))
                    )
                }
                _ => state,
            }
        }
        Measure::Weight {
            have,
            without_weight,
            ..
        } => {
            let have = have.to_string();
            let state = match leaf.shortfall {
                Some(Shortfall::Share(short)) => say!(
                    words,
                    "explain-share-short",
                    have = have,
                    short = short.to_string()
                ),
                Some(Shortfall::Consents(_)) | None => {
                    say!(words, "explain-share-reached", have = have)
                }
            };
            if without_weight.is_empty() {
                state
            } else {
                let names = listed(words, without_weight.iter().copied(), Length::Short);
                let without = say!(words, "clause-without-weight", names = names);
                format!("{state} {without}")
            }
        }
        Measure::FromDate { .. } if met => say!(words, "explain-day-came"),
        Measure::FromDate { .. } => say!(words, "explain-day-to-come"),
        Measure::Event { on: Some(day), .. } => {
            say!(words, "clause-event-on", day = words.day(*day))
        }
        // A leaf holds no other conditions.
        Measure::Event { on: None, .. } | Measure::And(_) | Measure::Or(_) => {
            say!(words, "clause-event-awaited")
        }
    }
}

fn of_all(words: Words, have: usize, missing: usize) -> String {
    let need = have.saturating_add(missing);
    match (have, missing) {
        (0, 0) => say!(words, "explain-nobody-listed"),
        (_, 0) => say!(words, "explain-all-of", need = need),
        (_, _) => say!(words, "explain-some-of", have = have, need = need),
    }
}

fn of_number(words: Words, have: usize, more: Option<u32>) -> String {
    let counted = say!(words, "explain-counted", have = have);
    more.map_or_else(
        || say!(words, "explain-enough", counted = counted.as_str()),
        |count| {
            say!(
                words,
                "explain-more",
                counted = counted.as_str(),
                count = count
            )
        },
    )
}
