//! The markup of a control: its label, its hint, its problem and its inputs.

use leptos::prelude::*;

use super::date::date;
use super::figures::figures;
use super::radios::radios;
use super::several::several;
use super::sources::sources;
use super::{Control, Group, Kind, Offered};
use crate::desk::problem::Problem;
use crate::say;
use crate::words::Words;

/// The controls of a group, each with its problem beside it.
pub fn group(words: Words, group: Group, problems: &[Problem]) -> AnyView {
    let controls = group
        .controls
        .into_iter()
        .map(|one| control(words, one, problems))
        .collect_view();
    view! {
        <section class="desk-group">
            <h2 class="desk-group__legend">{group.legend}</h2>
            {controls}
        </section>
    }
    .into_any()
}

/// A control with its label, hint and problem.
fn control(words: Words, control: Control, problems: &[Problem]) -> AnyView {
    let problem = problems
        .iter()
        .find(|problem| problem.control == control.name)
        .map(|problem| problem.text.clone());
    let asked = Asked {
        words,
        problem,
        name: control.name,
        label: control.label,
        hint: control.hint,
    };
    let name = asked.name.clone();
    match control.kind {
        Kind::Line(value) => asked.labelled(false, |input| input.line(value)),
        Kind::Number(value) => asked.labelled(true, |input| input.number(value)),
        Kind::Area(value) => asked.labelled(false, |input| input.area(value)),
        Kind::Select(offered, chosen) => {
            asked.labelled(false, |input| input.select(offered, &chosen))
        }
        Kind::Choice(offered, chosen) => asked.legend(radios(&name, offered, &chosen)),
        Kind::Several(offered, chosen) => asked.legend(several(&name, offered, &chosen)),
        Kind::Date(bounds, typed) => asked.legend(date(words, &name, bounds, typed)),
        Kind::Sources(typed) => asked.legend(sources(words, &name, typed, problems)),
        Kind::Vote(vote) => asked.legend(figures(words, &name, *vote)),
        Kind::Told(text) => view! {
            <dl class="desk-told" id=name tabindex="-1">
                <dt>{asked.label}</dt>
                <dd>{paragraphs(&text)}</dd>
            </dl>
        }
        .into_any(),
    }
}

/// A text, one paragraph for each of its lines.
fn paragraphs(text: &str) -> AnyView {
    text.lines()
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect_view()
        .into_any()
}

/// What every control needs around its input.
struct Asked {
    words: Words,
    problem: Option<String>,
    name: String,
    label: String,
    hint: Option<String>,
}

/// What the input itself needs to know.
struct Input {
    name: String,
    describedby: Option<String>,
    invalid: Option<&'static str>,
}

impl Asked {
    fn class(&self, more: &str) -> String {
        let wrong = if self.problem.is_some() {
            " desk-field--wrong"
        } else {
            ""
        };
        format!("desk-field{more}{wrong}")
    }

    fn describedby(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let error = self
            .problem
            .as_ref()
            .map(|_| format!("{}-error", self.name));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (one, other) => one.or(other),
        }
    }

    fn hint_and_problem(&self) -> AnyView {
        let hint = self.hint.clone().map(|hint| {
            view! { <p class="desk-field__hint" id=format!("{}-hint", self.name)>{hint}</p> }
        });
        let problem = self.problem.clone().map(|problem| {
            let prefix = say!(self.words, "desk-error-prefix");
            view! {
                <p class="desk-field__error" id=format!("{}-error", self.name)>
                    <span class="visually-hidden">{prefix} " "</span>
                    {problem}
                </p>
            }
        });
        view! {
            {hint}
            {problem}
        }
        .into_any()
    }

    /// One input with its label.
    fn labelled(self, narrow: bool, input: impl FnOnce(Input) -> AnyView) -> AnyView {
        let class = self.class(if narrow { " desk-field--narrow" } else { "" });
        let inner = input(Input {
            name: self.name.clone(),
            describedby: self.describedby(),
            invalid: self.problem.is_some().then_some("true"),
        });
        let around = self.hint_and_problem();
        view! {
            <div class=class>
                <label class="desk-field__label" for=self.name>{self.label}</label>
                {around}
                {inner}
            </div>
        }
        .into_any()
    }

    /// Several inputs under a legend.
    fn legend(self, inputs: AnyView) -> AnyView {
        let class = self.class("");
        let describedby = self.describedby();
        let around = self.hint_and_problem();
        view! {
            <fieldset class=class aria-describedby=describedby>
                <legend class="desk-field__label">{self.label}</legend>
                {around}
                {inputs}
            </fieldset>
        }
        .into_any()
    }
}

impl Input {
    fn line(self, value: String) -> AnyView {
        view! {
            <input
                class="desk-field__input"
                type="text"
                id=self.name.clone()
                name=self.name
                value=value
                aria-describedby=self.describedby
                aria-invalid=self.invalid
            />
        }
        .into_any()
    }

    fn number(self, value: String) -> AnyView {
        view! {
            <input
                class="desk-field__input desk-field__input--number"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                id=self.name.clone()
                name=self.name
                value=value
                aria-describedby=self.describedby
                aria-invalid=self.invalid
            />
        }
        .into_any()
    }

    fn area(self, value: String) -> AnyView {
        view! {
            <textarea
                class="desk-field__input"
                rows="4"
                id=self.name.clone()
                name=self.name
                aria-describedby=self.describedby
                aria-invalid=self.invalid
            >
                {value}
            </textarea>
        }
        .into_any()
    }

    fn select(self, offered: Vec<Offered>, chosen: &str) -> AnyView {
        let options = offered
            .into_iter()
            .map(|one| {
                let selected = one.value == chosen;
                view! { <option value=one.value selected=selected>{one.label}</option> }
            })
            .collect_view();
        view! {
            <select
                class="desk-field__input"
                id=self.name.clone()
                name=self.name
                aria-describedby=self.describedby
                aria-invalid=self.invalid
            >
                {options}
            </select>
        }
        .into_any()
    }
}
