//! A date in three fields, with what is known of it.

use leptos::prelude::*;

use super::radios::radios;
use super::{Bounds, DateTyped, Offered};
use crate::say;
use crate::words::Words;

/// The three fields of one day.
fn day_fields(words: Words, name: &str, [day, month, year]: [String; 3]) -> AnyView {
    [
        ("day", say!(words, "desk-date-day"), day, "desk-date__part"),
        (
            "month",
            say!(words, "desk-date-month"),
            month,
            "desk-date__part",
        ),
        (
            "year",
            say!(words, "desk-date-year"),
            year,
            "desk-date__part desk-date__part--year",
        ),
    ]
    .into_iter()
    .map(|(part, label, value, class)| {
        // The first field has the name of the control as its id, so that a link to it works.
        let submitted = format!("{name}-{part}");
        let id = if part == "day" {
            name.to_owned()
        } else {
            submitted.clone()
        };
        view! {
            <div class=class>
                <label for=id.clone()>{label}</label>
                <input
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    id=id
                    name=submitted
                    value=value
                />
            </div>
        }
    })
    .collect_view()
    .into_any()
}

/// The fields of a date.
pub(super) fn date(words: Words, name: &str, bounds: Bounds, typed: DateTyped) -> AnyView {
    let fields = day_fields(words, name, [typed.day, typed.month, typed.year]);
    match bounds {
        Bounds::Exact => view! { <div class="desk-date">{fields}</div> }.into_any(),
        Bounds::Allowed => {
            let known = vec![
                Offered::new("on", say!(words, "desk-date-on")),
                Offered::new("by", say!(words, "desk-date-by")),
                Offered::new("between", say!(words, "desk-date-between")),
                Offered::new("month", say!(words, "desk-date-in-month")),
                Offered::new("unknown", say!(words, "desk-date-unknown")),
            ];
            let chosen = if typed.known.is_empty() {
                "on".to_owned()
            } else {
                typed.known
            };
            let until = day_fields(
                words,
                &format!("{name}-until"),
                [typed.until_day, typed.until_month, typed.until_year],
            );
            let is_open = chosen != "on";
            view! {
                <div class="desk-date">{fields}</div>
                <details class="desk-date__bounds" open=is_open>
                    <summary>{say!(words, "desk-date-bounds")}</summary>
                    <fieldset class="desk-date__known">
                        <legend>{say!(words, "desk-date-known")}</legend>
                        {radios(&format!("{name}-known"), known, &chosen)}
                    </fieldset>
                    <fieldset class="desk-date__until">
                        <legend>{say!(words, "desk-date-until")}</legend>
                        <div class="desk-date">{until}</div>
                    </fieldset>
                </details>
            }
            .into_any()
        }
    }
}
