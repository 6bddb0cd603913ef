//! What a reader without a script gets.

use std::sync::Arc;

use any_spawner::Executor;
use domain::clause::Effect as EffectRule;
use domain::day::Day;
use hydration_context::SsrSharedContext;
use islands::{DateWords, EffectPreview, EffectPreviewLabels};
use leptos::prelude::*;

fn labels() -> EffectPreviewLabels {
    EffectPreviewLabels {
        rule: "Three months & more <after> deposit.".to_owned(),
        deposit: "Day of deposit".to_owned(),
        answer: "A deposit on {deposit} takes effect on {effect}.".to_owned(),
        no_answer: "Give the whole date.".to_owned(),
        dates: DateWords {
            pattern: "{day}/{month}/{year}".to_owned(),
            months: (1..=12).map(|month| format!("M{month}")).collect(),
            first: None,
        },
    }
}

fn render(rule: EffectRule, deposit: Option<Day>) -> String {
    // Another test of this process may have been first.
    let _ = Executor::init_futures_executor();
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    owner.with(|| {
        view! { <EffectPreview rule labels=labels() field="deposit".to_owned() deposit /> }
            .to_html()
    })
}

/// The render without its outermost tag, whose attribute repeats every label.
fn inside(html: &str) -> &str {
    html.split_once('>').map_or(html, |(_, inside)| inside)
}

#[test]
fn the_rule_and_the_day_are_there_without_a_script() {
    let html = render(EffectRule::FirstOfMonthAfterMonths(3), Day::new(2026, 7, 1));
    assert!(
        html.contains("<p>Three months &amp; more &lt;after&gt; deposit.</p>"),
        "{html}"
    );
    assert!(
        html.contains("A deposit on 1/M7/2026 takes effect on 1/M11/2026.</output>"),
        "{html}"
    );
    assert!(!html.contains("<script"), "{html}");
}

#[test]
fn the_field_has_its_label_and_the_answer_is_announced() {
    let html = render(EffectRule::Days(30), Day::new(2026, 1, 1));
    let html = inside(&html);
    assert!(
        html.contains(r#"<label for="deposit">Day of deposit</label>"#),
        "{html}"
    );
    assert!(
        html.contains(r#"<input type="date" id="deposit" name="deposit" value="2026-01-01">"#),
        "{html}"
    );
    assert!(
        html.contains(r#"<output for="deposit" aria-live="polite">"#),
        "{html}"
    );
}

#[test]
fn without_a_day_it_asks_for_one_and_a_rule_beyond_the_calendar_gets_no_day() {
    for (rule, deposit) in [
        (EffectRule::Days(30), None),
        (EffectRule::Months(1), Day::new(9999, 12, 31)),
    ] {
        let html = render(rule, deposit);
        let html = inside(&html);
        assert!(html.contains(">Give the whole date.</output>"), "{html}");
    }
}
