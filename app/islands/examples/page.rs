//! Prints one whole page with islands on it, for `end2end/hydration.test.mjs`.
//!
//! It is the smallest page that has what every page of the product has: a server render under an owner
//! made for islands, no inline script, and one external module script.

use std::error::Error;
use std::sync::Arc;

use any_spawner::Executor;
use domain::clause::Effect as EffectRule;
use domain::day::Day;
use hydration_context::SsrSharedContext;
use islands::{DateWords, EffectPreview, EffectPreviewLabels};
use leptos::prelude::*;

fn main() -> Result<(), Box<dyn Error>> {
    Executor::init_futures_executor()?;
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let body = owner.with(|| previews().to_html());
    println!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Islands</title>\
         <script type=\"module\" src=\"/loader.js\"></script></head><body><main>{body}</main></body></html>"
    );
    Ok(())
}

/// Three islands: a day that clamps, a day that waits, and one in French with no day to begin with.
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
