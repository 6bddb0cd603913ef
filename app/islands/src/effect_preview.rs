//! "If the instrument is deposited on that day, from when is the State bound?"

use domain::clause::Effect as EffectRule;
use domain::day::Day;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::DateWords;

/// The words of an [`EffectPreview`], already in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectPreviewLabels {
    /// The rule in words, as the treaty's article says it.
    pub rule: String,
    /// The label of the field for the day of deposit.
    pub deposit: String,
    /// The answer, with `{deposit}` and `{effect}` where the two days go.
    ///
    /// It names the day of deposit again, so that it stays true when there is no script and the field
    /// has been changed since.
    pub answer: String,
    /// Said in place of the answer while there is no whole date to answer for.
    pub no_answer: String,
    /// How the language writes a day.
    pub dates: DateWords,
}

/// Shows from which day a deposit takes effect, for a day of deposit that the reader chooses.
///
/// Without a script it shows the rule in words and the answer for `deposit`; with one it answers at
/// every change. The field can stand inside a form: it is submitted under the name `field`.
#[island]
pub fn EffectPreview(
    /// The rule of the instrument's clause that counts from the day of deposit. Where no deposit takes
    /// effect before the instrument itself does, that day belongs in it: [`EffectRule::Latest`].
    rule: EffectRule,
    /// The words to show.
    labels: EffectPreviewLabels,
    /// Name and id of the date field; no other element of the page may have this id.
    field: String,
    /// The day of deposit to begin with.
    deposit: Option<Day>,
) -> impl IntoView {
    let written = RwSignal::new(deposit.map(|day| day.to_string()).unwrap_or_default());
    let rule_in_words = labels.rule.clone();
    let label = labels.deposit.clone();

    // Somebody may have typed a date before the wasm arrived, and browsers give a field back what was in
    // it when a page is reloaded. The field is the truth, not the prop.
    let input = NodeRef::<leptos::html::Input>::new();
    Effect::new(move || {
        if let Some(input) = input.get() {
            written.set(input.value());
        }
    });

    view! {
        <div class="effect-preview">
            <p>{rule_in_words}</p>
            <p>
                <label for=field.clone()>{label}</label>
                <input
                    type="date"
                    id=field.clone()
                    name=field.clone()
                    value=written.get_untracked()
                    node_ref=input
                    on:input=move |event| written.set(event_target_value(&event))
                />
            </p>
            <output for=field aria-live="polite">
                {move || answer(&rule, &labels, &written.read())}
            </output>
        </div>
    }
}

/// The sentence for a day of deposit as it is written in the field.
fn answer(rule: &EffectRule, labels: &EffectPreviewLabels, written: &str) -> String {
    let days = written
        .parse::<Day>()
        .ok()
        .and_then(|deposit| Some((deposit, takes_effect_on(rule, deposit)?)));
    match days {
        Some((deposit, effect)) => labels
            .answer
            .replace("{deposit}", &labels.dates.write(deposit))
            .replace("{effect}", &labels.dates.write(effect)),
        None => labels.no_answer.clone(),
    }
}

/// The day on which a deposit of that day takes effect; none where the rule leaves the calendar.
fn takes_effect_on(rule: &EffectRule, deposit: Day) -> Option<Day> {
    rule.on(deposit).ok()
}
