//! One of a few answers, all in sight.

use leptos::prelude::*;

use super::Offered;

/// Radio buttons. The first has the name of the control as its id, so that a link to it works.
pub(super) fn radios(name: &str, offered: Vec<Offered>, chosen: &str) -> AnyView {
    offered
        .into_iter()
        .enumerate()
        .map(|(position, one)| {
            let id = if position == 0 {
                name.to_owned()
            } else {
                format!("{name}-{}", one.value)
            };
            let hint_id = format!("{name}-{}-hint", one.value);
            let describedby = one.hint.as_ref().map(|_| hint_id.clone());
            let hint = one
                .hint
                .map(|hint| view! { <span class="desk-radio__hint" id=hint_id>{hint}</span> });
            view! {
                <div class="desk-radio">
                    <input
                        type="radio"
                        id=id.clone()
                        name=name.to_owned()
                        value=one.value.clone()
                        checked=one.value == chosen
                        aria-describedby=describedby
                    />
                    <label for=id>{one.label}</label>
                    {hint}
                </div>
            }
        })
        .collect_view()
        .into_any()
}
