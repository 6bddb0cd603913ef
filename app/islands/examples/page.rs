//! Prints one whole page with islands on it, for `end2end/hydration.test.mjs`.
//!
//! It is the smallest page that has what every page of the product has: a server render under an owner
//! made for islands, no inline script, and one external module script.

use std::error::Error;
use std::sync::Arc;

use any_spawner::Executor;
use domain::clause::Effect as EffectRule;
use domain::day::Day;
use domain::majority::{Counting, Rule};
use hydration_context::SsrSharedContext;
use islands::{
    DateWords, EffectPreview, EffectPreviewLabels, VoteArithmetic, VoteArithmeticLabels, VoteRule,
    VoteTyped,
};
use leptos::prelude::*;

fn main() -> Result<(), Box<dyn Error>> {
    Executor::init_futures_executor()?;
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let rule: Rule = serde_json::from_str(RULE)?;
    let body = owner.with(|| (previews(), vote(rule)).to_html());
    println!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Islands</title>\
         <script type=\"module\" src=\"/loader.js\"></script></head><body><main>{body}</main></body></html>"
    );
    Ok(())
}

/// Three previews: a day that clamps, a day that waits, and one in French with no day to begin with.
fn previews() -> impl IntoView {
    view! {
        <EffectPreview
            rule=EffectRule::Months(1)
            labels=english("One month after the date of deposit.")
            field="one-month".to_owned()
            deposit=Day::new(2027, 1, 31)
        />
        <EffectPreview
            rule=EffectRule::FirstOfMonthAfterMonths(3)
            labels=english(
                "On the first day of the month following the expiration of a period of three months \
                 after the date of deposit.",
            )
            field="three-months".to_owned()
            deposit=Day::new(2026, 7, 1)
        />
        <div lang="fr">
            <EffectPreview
                rule=EffectRule::Days(30)
                labels=french("Le trentième jour qui suit la date du dépôt.")
                field="trente-jours".to_owned()
                deposit=None
            />
        </div>
    }
}

/// The majority of Türkiye's Grand National Assembly (Constitution, art. 96).
const RULE: &str = r#"{
    "label": "majority_of_members_present_floor_one_quarter_plus_one_of_all_members",
    "formula": "yes > 1/2 * present AND yes >= 1/4 * members + 1",
    "expr": {"op": "all", "args": [
        {"op": "gt", "lhs": "yes", "frac": [1, 2], "of": "present"},
        {"op": "ge", "lhs": "yes", "frac": [1, 4], "of": "members", "plus": 1}
    ]}
}"#;

/// A vote with two figures to begin with.
fn vote(rule: Rule) -> impl IntoView {
    let typed = |texts: [&str; 5]| {
        let [yes, no, abstain, present, not_voting] = texts.map(str::to_owned);
        VoteTyped {
            yes,
            no,
            abstain,
            present,
            not_voting,
        }
    };
    let rule = VoteRule {
        counting: Counting::of(rule, None),
        in_words: "More than half of those present, and one more than a quarter of all members."
            .to_owned(),
        answer: "{finding}".to_owned(),
        carried: "Carried.".to_owned(),
        lost: "Lost.".to_owned(),
    };
    let labels = VoteArithmeticLabels {
        fields: typed(["Yes", "No", "Abstentions", "Present", "Did not vote"]),
        figure: "{label} {figure}".to_owned(),
        between: ", ".to_owned(),
        answer: "With {figures}: {answer}".to_owned(),
        no_figure: "Give the figures.".to_owned(),
        not_a_number: "{label} is not a whole number.".to_owned(),
        cannot_be_told: "It cannot be told.".to_owned(),
        needed: "{needed} are needed.".to_owned(),
        lacking: "{lacking} are lacking.".to_owned(),
        quorum_missing: "There was no quorum.".to_owned(),
        quorum_on_challenge: "There was no quorum, if anybody raised it.".to_owned(),
        quorum_not_known: "Whether there was a quorum cannot be told.".to_owned(),
        more_than_seats: "There are more than seats.".to_owned(),
        contradictory: "The figures contradict each other.".to_owned(),
    };
    view! {
        <VoteArithmetic
            rules=vec![rule]
            seats=Some(600)
            labels
            field="tally".to_owned()
            figures=typed(["150", "", "", "200", ""])
        />
    }
}

fn english(rule: &str) -> EffectPreviewLabels {
    EffectPreviewLabels {
        rule: rule.to_owned(),
        deposit: "Day of deposit".to_owned(),
        answer: "A deposit on {deposit} takes effect on {effect}.".to_owned(),
        no_answer: "Give the whole date.".to_owned(),
        dates: DateWords {
            pattern: "{day} {month} {year}".to_owned(),
            months: words(
                "January February March April May June July August September October November December",
            ),
            first: None,
        },
    }
}

fn french(rule: &str) -> EffectPreviewLabels {
    EffectPreviewLabels {
        rule: rule.to_owned(),
        deposit: "Date du dépôt".to_owned(),
        answer: "Un dépôt du {deposit} prend effet le {effect}.".to_owned(),
        no_answer: "Indiquez la date entière.".to_owned(),
        dates: DateWords {
            pattern: "{day} {month} {year}".to_owned(),
            months: words(
                "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            ),
            first: Some("1er".to_owned()),
        },
    }
}

fn words(list: &str) -> Vec<String> {
    list.split(' ').map(str::to_owned).collect()
}
