//! Date functions in words.

use domain::clause::Effect;

use crate::say;
use crate::words::Words;

/// What a date function counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The day on which the conditions are met.
    Met,
    /// The day of the own consent of each of several.
    Consent,
    /// The day of one participant's own consent.
    ItsConsent,
    /// The day of a notice of withdrawal.
    Notice,
    /// The day on which the instrument enters into force.
    EntryIntoForce,
}

/// When something takes effect: "30 days after the day on which the conditions are met".
pub fn effect(words: Words, effect: &Effect, from: From) -> String {
    let start = match from {
        From::Met => say!(words, "clause-from-met"),
        From::Consent => say!(words, "clause-from-consent"),
        From::ItsConsent => say!(words, "clause-from-its-consent"),
        From::Notice => say!(words, "clause-from-notice"),
        From::EntryIntoForce => say!(words, "clause-from-entry-into-force"),
    };
    let start = start.as_str();
    match effect {
        Effect::SameDay | Effect::Days(0) | Effect::Months(0) => {
            say!(words, "clause-effect-same-day", start = start)
        }
        Effect::Days(count) => say!(words, "clause-effect-days", count = *count, start = start),
        Effect::Months(count) => {
            say!(words, "clause-effect-months", count = *count, start = start)
        }
        Effect::FirstOfMonthAfterMonths(0) => {
            say!(words, "clause-effect-first-of-next-month", start = start)
        }
        Effect::FirstOfMonthAfterMonths(count) => say!(
            words,
            "clause-effect-first-after-months",
            count = *count,
            start = start
        ),
        Effect::FirstOfMonthAfterDays(count) => say!(
            words,
            "clause-effect-first-after-days",
            count = *count,
            start = start
        ),
        Effect::FirstOfNthMonthAfter(count) => say!(
            words,
            "clause-effect-first-of-nth-month",
            count = *count,
            start = start
        ),
        Effect::Fixed(day) => say!(words, "clause-effect-fixed", day = words.day(*day)),
        Effect::Latest(effects) => {
            let parts: Vec<String> = effects
                .iter()
                .map(|one| self::effect(words, one, from))
                .collect();
            say!(words, "clause-effect-latest", parts = parts.join("; "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_date_function_is_a_sentence_part() {
        let words = Words::english();
        for (json, text) in [
            (
                r#"{"same_day":true}"#,
                "on the day on which the conditions are met",
            ),
            (
                r#"{"days":30}"#,
                "30 days after the day on which the conditions are met",
            ),
            (
                r#"{"months":1}"#,
                "1 month after the day on which the conditions are met",
            ),
            (
                r#"{"first_of_month_after_months":3}"#,
                "on the first day of the month after 3 months have passed from the day on which the conditions are met",
            ),
            (
                r#"{"first_of_month_after_months":0}"#,
                "on the first day of the month after the day on which the conditions are met",
            ),
            (
                r#"{"first_of_month_after_days":60}"#,
                "on the first day of the month after 60 days have passed from the day on which the conditions are met",
            ),
            (
                r#"{"first_of_nth_month_after":4}"#,
                "on the first day of the fourth month after that of the day on which the conditions are met",
            ),
            (
                r#"{"latest":[{"days":1},{"fixed":"2027-01-01"}]}"#,
                "on the latest of these days: 1 day after the day on which the conditions are met; on 1 January 2027",
            ),
        ] {
            let parsed: Effect = serde_json::from_str(json).unwrap();
            assert_eq!(effect(words, &parsed, From::Met), text);
        }
    }
}
