//! Where a fact can be read.

use leptos::prelude::*;

use super::SourceTyped;
use crate::desk::problem::Problem;
use crate::say;
use crate::words::Words;

/// The fields of the sources; those that are empty are folded away.
pub(super) fn sources(
    words: Words,
    name: &str,
    typed: Vec<SourceTyped>,
    problems: &[Problem],
) -> AnyView {
    typed
        .into_iter()
        .enumerate()
        .map(|(position, source)| {
            // The first citation has the name of the control as its id, so that a link to it works.
            let prefix = format!("{name}-{position}");
            let citation = if position == 0 {
                name.to_owned()
            } else {
                format!("{prefix}-citation")
            };
            let url = format!("{prefix}-url");
            let confidence = format!("{prefix}-confidence");
            let problem = problems
                .iter()
                .find(|problem| problem.control == prefix)
                .map(|problem| view! { <p class="desk-field__error">{problem.text.clone()}</p> });
            let options = [
                ("", say!(words, "desk-confidence-none")),
                ("high", say!(words, "desk-confidence-high")),
                ("medium", say!(words, "desk-confidence-medium")),
                ("low", say!(words, "desk-confidence-low")),
            ]
            .into_iter()
            .map(|(value, label)| {
                view! { <option value=value selected=source.confidence == value>{label}</option> }
            })
            .collect_view();
            let is_open =
                position == 0 || !source.citation.is_empty() || !source.url.is_empty();
            let number = (position + 1).to_string();
            view! {
                <details class="desk-source" open=is_open>
                    <summary>{say!(words, "desk-source-number", number = number)}</summary>
                    {problem}
                    <div class="desk-field">
                        <label for=citation.clone()>{say!(words, "desk-source-citation")}</label>
                        <input
                            class="desk-field__input"
                            type="text"
                            id=citation
                            name=format!("{prefix}-citation")
                            value=source.citation.clone()
                        />
                    </div>
                    <div class="desk-field">
                        <label for=url.clone()>{say!(words, "desk-source-url")}</label>
                        <input
                            class="desk-field__input"
                            type="text"
                            inputmode="url"
                            autocomplete="off"
                            id=url.clone()
                            name=url
                            value=source.url.clone()
                        />
                    </div>
                    <div class="desk-field">
                        <label for=confidence.clone()>{say!(words, "desk-source-confidence")}</label>
                        <select class="desk-field__input" id=confidence.clone() name=confidence>
                            {options}
                        </select>
                    </div>
                </details>
            }
        })
        .collect_view()
        .into_any()
}
