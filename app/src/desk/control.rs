//! The controls of a form, as data and as markup.

use domain::majority::{Question, Quorum, Rule};
use islands::{VoteArithmetic, VoteArithmeticLabels, VoteTyped};
use leptos::prelude::*;

use super::problem::Problem;
use crate::say;
use crate::tracker::status;
use crate::words::Words;

/// Controls that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub legend: String,
    /// The controls.
    pub controls: Vec<Control>,
}

/// One question of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// The name under which it is submitted, and the id of its first input.
    pub name: String,
    /// The question.
    pub label: String,
    /// What helps to answer it.
    pub hint: Option<String>,
    /// What is typed.
    pub kind: Kind,
}

/// What kind of answer a control takes, with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Line(String),
    /// Several lines of text.
    Area(String),
    /// A whole number.
    Number(String),
    /// A date.
    Date(Bounds, DateTyped),
    /// One of a few, all in sight.
    Choice(Vec<Offered>, String),
    /// One of many.
    Select(Vec<Offered>, String),
    /// Where the fact can be read.
    Sources(Vec<SourceTyped>),
    /// The figures of a vote, with the rule they are held against.
    Vote(Box<VoteControl>),
    /// Nothing is asked: what the form takes as given.
    Told(String),
}

/// Whether a date may be known only within bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bounds {
    /// One day.
    Exact,
    /// A day, or what is known of it.
    Allowed,
}

/// A date as typed: three fields, a second day for a span, and how much is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DateTyped {
    /// How much is known: `on`, `by`, `between`, `month` or `unknown`.
    pub known: String,
    /// Day of the month, or a whole date.
    pub day: String,
    /// Month.
    pub month: String,
    /// Year.
    pub year: String,
    /// Day of the month of the last possible day.
    pub until_day: String,
    /// Its month.
    pub until_month: String,
    /// Its year.
    pub until_year: String,
}

/// One of the answers offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// As submitted.
    pub value: String,
    /// As read.
    pub label: String,
    /// What it means.
    pub hint: Option<String>,
}

impl Offered {
    /// An answer that needs no explanation.
    pub fn new(value: &str, label: String) -> Self {
        Self {
            value: value.to_owned(),
            label,
            hint: None,
        }
    }

    /// The same with what it means.
    #[must_use]
    pub fn meaning(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }
}

/// A source as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceTyped {
    /// What was read.
    pub citation: String,
    /// Where it can be read.
    pub url: String,
    /// How far it can be relied on.
    pub confidence: String,
}

/// The figures of a vote and what they are held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteControl {
    /// The rule of the stage, if there is one.
    pub rule: Option<Rule>,
    /// Its quorum, if there is one.
    pub quorum: Option<Quorum>,
    /// The seats of the chamber, if they are known.
    pub seats: Option<u32>,
    /// What is put to the vote.
    pub on: Question,
    /// What was typed.
    pub figures: VoteFigures,
}

/// The figures of a vote as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VoteFigures {
    /// In favour.
    pub yes: String,
    /// Against.
    pub no: String,
    /// Abstentions.
    pub abstain: String,
    /// In the room.
    pub present: String,
    /// Did not vote.
    pub not_voting: String,
}

/// The controls of a group, each with its problem beside it.
pub(super) fn group(words: Words, group: Group, problems: &[Problem]) -> AnyView {
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
    match control.kind {
        Kind::Line(value) => asked.labelled(false, |input| {
            let Input {
                name,
                describedby,
                invalid,
            } = input;
            view! {
                <input
                    class="desk-field__input"
                    type="text"
                    id=name.clone()
                    name=name
                    value=value
                    aria-describedby=describedby
                    aria-invalid=invalid
                />
            }
            .into_any()
        }),
        Kind::Number(value) => asked.labelled(true, |input| {
            let Input {
                name,
                describedby,
                invalid,
            } = input;
            view! {
                <input
                    class="desk-field__input desk-field__input--number"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    id=name.clone()
                    name=name
                    value=value
                    aria-describedby=describedby
                    aria-invalid=invalid
                />
            }
            .into_any()
        }),
        Kind::Area(value) => asked.labelled(false, |input| {
            let Input {
                name,
                describedby,
                invalid,
            } = input;
            view! {
                <textarea
                    class="desk-field__input"
                    rows="4"
                    id=name.clone()
                    name=name
                    aria-describedby=describedby
                    aria-invalid=invalid
                >
                    {value}
                </textarea>
            }
            .into_any()
        }),
        Kind::Select(offered, chosen) => asked.labelled(false, |input| {
            let Input {
                name,
                describedby,
                invalid,
            } = input;
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
                    id=name.clone()
                    name=name
                    aria-describedby=describedby
                    aria-invalid=invalid
                >
                    {options}
                </select>
            }
            .into_any()
        }),
        Kind::Choice(offered, chosen) => {
            let name = asked.name.clone();
            asked.legend(radios(&name, offered, &chosen))
        }
        Kind::Date(bounds, typed) => {
            let name = asked.name.clone();
            let inputs = date(words, &name, bounds, typed);
            asked.legend(inputs)
        }
        Kind::Sources(typed) => {
            let name = asked.name.clone();
            let rows = sources(words, &name, typed, problems);
            asked.legend(rows)
        }
        Kind::Vote(vote) => {
            let name = asked.name.clone();
            let figures = figures(words, &name, *vote);
            asked.legend(figures)
        }
        Kind::Told(text) => view! {
            <dl class="desk-told">
                <dt>{asked.label}</dt>
                <dd>{text}</dd>
            </dl>
        }
        .into_any(),
    }
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

fn date(words: Words, name: &str, bounds: Bounds, typed: DateTyped) -> AnyView {
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

fn sources(words: Words, name: &str, typed: Vec<SourceTyped>, problems: &[Problem]) -> AnyView {
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

/// The figures of a vote: each may be left empty, which says that it is not known. Where a rule is on
/// file, its arithmetic answers beside them.
fn figures(words: Words, name: &str, vote: VoteControl) -> AnyView {
    let fields = VoteTyped {
        yes: say!(words, "act-vote-yes"),
        no: say!(words, "act-vote-no"),
        abstain: say!(words, "act-vote-abstain"),
        present: say!(words, "act-vote-present"),
        not_voting: say!(words, "act-vote-not-voting"),
    };
    let VoteFigures {
        yes,
        no,
        abstain,
        present,
        not_voting,
    } = vote.figures;
    let Some(rule) = vote.rule else {
        let inputs = [
            ("yes", fields.yes, yes),
            ("no", fields.no, no),
            ("abstain", fields.abstain, abstain),
            ("present", fields.present, present),
            ("not_voting", fields.not_voting, not_voting),
        ]
        .into_iter()
        .map(|(part, label, value)| {
            let id = if part == "yes" { name } else { part };
            view! {
                <div class="desk-figure">
                    <label for=id.to_owned()>{label}</label>
                    <input
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        id=id.to_owned()
                        name=part
                        value=value
                    />
                </div>
            }
        })
        .collect_view();
        return view! {
            <p class="desk-field__hint">{say!(words, "act-rule-none")}</p>
            {inputs}
        }
        .into_any();
    };
    let labels = vote_labels(
        words,
        &rule,
        vote.quorum.as_ref(),
        vote.seats,
        vote.on,
        fields,
    );
    let figures = VoteTyped {
        yes,
        no,
        abstain,
        present,
        not_voting,
    };
    view! {
        <VoteArithmetic
            rule=rule
            quorum=vote.quorum
            seats=vote.seats
            labels=labels
            field=name.to_owned()
            figures=figures
        />
    }
    .into_any()
}

/// The words of the arithmetic, for the question that is put to the vote.
fn vote_labels(
    words: Words,
    rule: &Rule,
    quorum: Option<&Quorum>,
    seats: Option<u32>,
    on: Question,
    fields: VoteTyped,
) -> VoteArithmeticLabels {
    let mut in_words = vec![say!(
        words,
        "act-vote-rule",
        majority = status::majority(words, rule.label),
        formula = rule.formula.as_str()
    )];
    if let Some(seats) = seats {
        in_words.push(say!(words, "act-vote-seats", seats = seats.to_string()));
    }
    if let Some(quorum) = quorum {
        in_words.push(say!(
            words,
            "act-vote-quorum",
            formula = quorum.formula.as_str()
        ));
    }
    let (carried, lost) = match on {
        Question::Approval => (
            say!(words, "act-vote-would-carry"),
            say!(words, "act-vote-would-fail"),
        ),
        Question::Objection => (
            say!(words, "act-vote-objection-carries"),
            say!(words, "act-vote-objection-fails"),
        ),
    };
    // The island fills in what stands in braces; the catalogue is given the same in their place.
    VoteArithmeticLabels {
        rule: in_words.join(" "),
        fields,
        figure: say!(
            words,
            "act-vote-figure",
            label = "{label}",
            figure = "{figure}"
        ),
        between: ", ".to_owned(),
        answer: say!(
            words,
            "act-vote-answer",
            figures = "{figures}",
            answer = "{answer}"
        ),
        no_figure: say!(words, "act-vote-no-figure"),
        not_a_number: say!(words, "act-vote-not-a-number", label = "{label}"),
        carried,
        lost,
        cannot_be_told: say!(words, "act-vote-cannot-be-told"),
        needed: say!(words, "act-vote-needed", needed = "{needed}"),
        lacking: say!(words, "act-vote-lacking", lacking = "{lacking}"),
        quorum_missing: say!(words, "act-vote-quorum-missing"),
        quorum_on_challenge: say!(words, "act-vote-quorum-on-challenge"),
        quorum_not_known: say!(words, "act-vote-quorum-not-known"),
        more_than_seats: say!(words, "act-vote-more-than-seats"),
        contradictory: say!(words, "act-vote-contradictory"),
    }
}
