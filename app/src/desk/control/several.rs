//! Any number of a few answers, all in sight.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::Offered;

/// The name under which one of several answers is submitted: a form sends each name once.
pub fn name(control: &str, value: &str) -> String {
    format!("{control}-{value}")
}

/// Check boxes. The first has the name of the control as its id, so that a link to it works.
pub(super) fn several(control: &str, offered: Vec<Offered>, chosen: &BTreeSet<String>) -> AnyView {
    offered
        .into_iter()
        .enumerate()
        .map(|(position, one)| {
            let submitted = name(control, &one.value);
            let id = if position == 0 {
                control.to_owned()
            } else {
                submitted.clone()
            };
            let is_chosen = chosen.contains(&one.value);
            view! {
                <div class="desk-radio">
                    <input type="checkbox" id=id.clone() name=submitted value="yes" checked=is_chosen />
                    <label for=id>{one.label}</label>
                </div>
            }
        })
        .collect_view()
        .into_any()
}
