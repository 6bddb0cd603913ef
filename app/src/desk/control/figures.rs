//! The figures of a vote.

use domain::majority::{Question, Quorum, Rule};
use islands::{VoteArithmetic, VoteArithmeticLabels, VoteTyped};
use leptos::prelude::*;

use super::{VoteControl, VoteFigures};
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
