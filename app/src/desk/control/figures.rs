//! The figures of a vote.

use domain::majority::{Counting, Question};
use islands::{VoteArithmetic, VoteArithmeticLabels, VoteRule, VoteTyped};
use leptos::prelude::*;

use super::{MajorityCase, VoteControl, VoteFigures, VoteMajority};
use crate::say;
use crate::tracker::status;
use crate::words::Words;

/// The figures of a vote: each may be left empty, which says that it is not known. Where a rule is on
/// file, its arithmetic answers beside them.
pub(super) fn figures(words: Words, name: &str, vote: VoteControl) -> AnyView {
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
    if vote.majorities.is_empty() {
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
    }
    let mut rules: Vec<VoteRule> = vote
        .majorities
        .iter()
        .map(|majority| rule(words, majority, vote.majorities.len()))
        .collect();
    let is_open = vote
        .majorities
        .iter()
        .any(|majority| majority.case != MajorityCase::This);
    if let Some(last) = rules.last_mut().filter(|_| is_open) {
        last.in_words = format!("{} {}", last.in_words, say!(words, "tracker-rule-open"));
    }
    let seats = vote.seats.map(|seats| {
        view! {
            <p class="vote-arithmetic__rule">
                {say!(words, "act-vote-seats", seats = seats.to_string())}
            </p>
        }
    });
    let labels = vote_labels(words, fields);
    let figures = VoteTyped {
        yes,
        no,
        abstain,
        present,
        not_voting,
    };
    view! {
        {seats}
        <VoteArithmetic
            rules=rules
            seats=vote.seats
            labels=labels
            field=name.to_owned()
            figures=figures
        />
    }
    .into_any()
}

/// A majority in words, and the words of its answer; with its case, if it is one of several.
fn rule(words: Words, majority: &VoteMajority, of: usize) -> VoteRule {
    let label = status::majority(words, majority.rule.label);
    let mut in_words = vec![say!(
        words,
        "act-vote-rule",
        majority = label.as_str(),
        formula = majority.rule.formula.as_str()
    )];
    if let Some(quorum) = &majority.quorum {
        in_words.push(say!(
            words,
            "act-vote-quorum",
            formula = quorum.formula.as_str()
        ));
    }
    let in_words = in_words.join(" ");
    let in_case = |finding: &str| match &majority.case {
        MajorityCase::This if of == 1 => finding.to_owned(),
        MajorityCase::This => say!(
            words,
            "act-vote-by-rule",
            majority = label.as_str(),
            finding = finding
        ),
        MajorityCase::Ordinary => {
            say!(words, "tracker-vote-in-ordinary-case", finding = finding)
        }
        MajorityCase::If(when) => say!(
            words,
            "tracker-vote-in-case",
            when = when.as_str(),
            finding = finding
        ),
    };
    let (carried, lost) = match majority.on {
        Question::Approval => (
            say!(words, "act-vote-would-carry"),
            say!(words, "act-vote-would-fail"),
        ),
        Question::Objection => (
            say!(words, "act-vote-objection-carries"),
            say!(words, "act-vote-objection-fails"),
        ),
    };
    VoteRule {
        counting: Counting::of(majority.rule.clone(), majority.quorum.clone()),
        answer: in_case("{finding}"),
        in_words: match majority.case {
            MajorityCase::This => in_words,
            MajorityCase::Ordinary | MajorityCase::If(_) => in_case(&in_words),
        },
        carried,
        lost,
    }
}

/// The words of the arithmetic.
fn vote_labels(words: Words, fields: VoteTyped) -> VoteArithmeticLabels {
    // The island fills in what stands in braces; the catalogue is given the same in their place.
    VoteArithmeticLabels {
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
