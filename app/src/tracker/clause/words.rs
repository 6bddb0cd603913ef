//! A clause and its conditions in words alone, for those who read it before it is in the register.

use domain::clause::Condition;
use domain::clause::rule::Clause;

use super::rules;
use crate::explanation::{From, Length, effect, in_words};
use crate::say;
use crate::words::Words;

/// A clause in words, one sentence each: its ways, when each takes effect, and the other rules.
pub fn clause(words: Words, clause: &Clause) -> Vec<String> {
    let has_several = clause.alternatives.len() > 1;
    let mut lines = Vec::new();
    if has_several {
        lines.push(say!(words, "clause-first-of"));
    }
    for (number, alternative) in (1_usize..).zip(&clause.alternatives) {
        if has_several {
            lines.push(say!(words, "clause-alternative", number = number));
        }
        lines.extend(condition(words, &alternative.when));
        if let Some(by) = alternative.by {
            lines.push(say!(words, "clause-by", day = words.day(by)));
        }
        let then = effect(words, &alternative.then, From::Met);
        lines.push(say!(words, "clause-then", effect = then));
    }
    lines.extend(rules(words, clause));
    lines
}

/// A condition in words, one line for each condition in it, those inside others marked by dashes.
pub fn condition(words: Words, condition: &Condition) -> Vec<String> {
    let mut lines = Vec::new();
    put(words, condition, 0, &mut lines);
    lines
}

fn put(words: Words, condition: &Condition, depth: usize, lines: &mut Vec<String>) {
    lines.push(format!(
        "{}{}",
        "– ".repeat(depth),
        in_words(words, condition, Length::Whole)
    ));
    if let Condition::And(inner) | Condition::Or(inner) = condition {
        for one in inner {
            put(words, one, depth.saturating_add(1), lines);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_of_the_north_atlantic_treaty_reads_as_its_article_11() {
        let json = r#"{"first_of":[{"when":{"and":[{"named":["FRA","USA"]},{"fraction":[1,2],"more_than":true,"of":"signatories"}]},"then":{"same_day":true}}]}"#;
        let rule: Clause = serde_json::from_str(json).unwrap();
        assert_eq!(
            clause(Words::english(), &rule),
            [
                "All of the following:",
                "– Consent to be bound by each of: France and the United States",
                "– Consent to be bound by more than one half of those who have signed",
                "Then the instrument enters into force on the day on which the conditions are met.",
                "For those who consent later it is in force on the day of their consent, as article 24(3) of the Vienna Convention has it.",
                "Conditions once met stay met, even if somebody withdraws before entry into force.",
            ]
        );
    }
}
