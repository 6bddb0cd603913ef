//! What an officer without a script gets where a vote is counted.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

use std::sync::Arc;

use any_spawner::Executor;
use domain::majority::{Counting, Quorum, Rule};
use hydration_context::SsrSharedContext;
use islands::{VoteArithmetic, VoteArithmeticLabels, VoteRule, VoteTyped};
use leptos::prelude::*;

fn fields(texts: [&str; 5]) -> VoteTyped {
    let [yes, no, abstain, present, not_voting] = texts.map(str::to_owned);
    VoteTyped {
        yes,
        no,
        abstain,
        present,
        not_voting,
    }
}

fn labels() -> VoteArithmeticLabels {
    VoteArithmeticLabels {
        fields: fields(["Yes", "No", "Abstentions", "Present", "Did not vote"]),
        figure: "{label} {figure}".to_owned(),
        between: ", ".to_owned(),
        answer: "With {figures}: {answer}".to_owned(),
        no_figure: "No figure yet.".to_owned(),
        not_a_number: "{label} is not a whole number.".to_owned(),
        cannot_be_told: "Cannot be told.".to_owned(),
        needed: "{needed} are needed.".to_owned(),
        lacking: "{lacking} are lacking.".to_owned(),
        quorum_missing: "No quorum.".to_owned(),
        quorum_on_challenge: "A quorum can be called.".to_owned(),
        quorum_not_known: "The quorum is not known.".to_owned(),
        more_than_seats: "More than there are seats.".to_owned(),
        contradictory: "They contradict each other.".to_owned(),
    }
}

fn rule() -> Result<Rule, serde_json::Error> {
    serde_json::from_str(
        r#"{"label":"two_thirds_of_members_present","formula":"yes >= 2/3 * present",
            "expr":{"op":"ge","lhs":"yes","frac":[2,3],"of":"present"}}"#,
    )
}

fn quorum(checked: &str) -> Result<Quorum, serde_json::Error> {
    serde_json::from_str(&format!(
        r#"{{"formula":"present > 1/2 * members","checked":"{checked}",
            "expr":{{"op":"gt","lhs":"present","frac":[1,2],"of":"members"}}}}"#
    ))
}

fn the_only(quorum: Option<Quorum>) -> VoteRule {
    VoteRule {
        counting: Counting::of(rule().unwrap(), quorum),
        in_words: "Two thirds of those <present>.".to_owned(),
        answer: "{finding}".to_owned(),
        carried: "Carried.".to_owned(),
        lost: "Lost.".to_owned(),
    }
}

fn render(typed: [&str; 5], quorum: Option<Quorum>, seats: Option<u32>) -> String {
    rendered(typed, vec![the_only(quorum)], seats)
}

fn rendered(typed: [&str; 5], rules: Vec<VoteRule>, seats: Option<u32>) -> String {
    // Another test of this process may have been first.
    let _ = Executor::init_futures_executor();
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    owner.with(|| {
        view! {
            <VoteArithmetic
                rules
                seats
                labels=labels()
                field="tally".to_owned()
                figures=fields(typed)
            />
        }
        .to_html()
    })
}

/// What the `<output>` says.
fn said(html: &str) -> &str {
    let (_, after) = html.split_once("<output").unwrap();
    let (_, inside) = after.split_once('>').unwrap();
    inside.split_once("</output>").unwrap().0
}

#[test]
fn the_answer_is_there_without_a_script_and_names_its_figures() {
    for (typed, answer) in [
        (
            ["61", "38", "", "100", ""],
            "With Yes 61, No 38, Present 100: Lost. 67 are needed. 6 are lacking.",
        ),
        (
            ["67", "33", "0", "", "0"],
            "With Yes 67, No 33, Abstentions 0, Did not vote 0: Carried. 67 are needed.",
        ),
        (["67", "", "", "", ""], "With Yes 67: Cannot be told."),
        (["", "", "", "", " "], "No figure yet."),
        (["61", "many", "", "", ""], "No is not a whole number."),
        (["-61", "", "", "", ""], "Yes is not a whole number."),
        (
            ["61", "39", "", "90", ""],
            "With Yes 61, No 39, Present 90: They contradict each other.",
        ),
    ] {
        let html = render(typed, None, None);
        assert_eq!(said(&html), answer, "{html}");
        assert!(!html.contains("<script"), "{html}");
    }
}

#[test]
fn a_quorum_and_seats_are_told_apart_from_the_majority() {
    let present = ["40", "10", "", "50", ""];
    let always = quorum("always").unwrap();
    let on_challenge = quorum("on_challenge").unwrap();
    for (typed, quorum, seats, answer) in [
        (
            present,
            &always,
            Some(100),
            "Lost. 34 are needed. No quorum.",
        ),
        (
            present,
            &on_challenge,
            Some(100),
            "Carried. 34 are needed. A quorum can be called.",
        ),
        (
            present,
            &always,
            None,
            "Cannot be told. 34 are needed. The quorum is not known.",
        ),
        (
            present,
            &on_challenge,
            Some(49),
            "Carried. 34 are needed. More than there are seats.",
        ),
    ] {
        let html = render(typed, Some(quorum.clone()), seats);
        assert_eq!(
            said(&html),
            format!("With Yes 40, No 10, Present 50: {answer}"),
            "{html}"
        );
    }
}

#[test]
fn each_field_has_its_label_and_is_submitted_under_its_name() {
    let html = render(["61", "", "", "", ""], None, None);
    let (_, html) = html.split_once('>').unwrap();
    for (id, name, label, value) in [
        ("tally", "yes", "Yes", "61"),
        ("no", "no", "No", ""),
        ("abstain", "abstain", "Abstentions", ""),
        ("present", "present", "Present", ""),
        ("not_voting", "not_voting", "Did not vote", ""),
    ] {
        assert!(
            html.contains(&format!(r#"<label for="{id}">{label}</label>"#)),
            "{html}"
        );
        let input = format!(r#"id="{id}" name="{name}" value="{value}""#);
        assert!(html.contains(&input), "{html}");
    }
    assert!(
        html.contains(r#"for="tally no abstain present not_voting" aria-live="polite""#),
        "{html}"
    );
    assert!(
        html.contains("Two thirds of those &lt;present&gt;."),
        "{html}"
    );
    assert!(html.contains(r#"inputmode="numeric""#), "{html}");
}

#[test]
fn each_rule_that_may_be_in_force_answers_for_its_case() {
    let majority: Rule = serde_json::from_str(
        r#"{"label":"simple_majority_of_votes_cast","formula":"yes > 1/2 * cast",
            "expr":{"op":"gt","lhs":"yes","frac":[1,2],"of":"cast"}}"#,
    )
    .unwrap();
    let ordinary = VoteRule {
        counting: Counting::of(majority, None),
        in_words: "More for than against.".to_owned(),
        answer: "Ordinarily: {finding}".to_owned(),
        ..the_only(None)
    };
    let other = VoteRule {
        answer: "If it moves a border: {finding}".to_owned(),
        lost: "Not approved.".to_owned(),
        ..the_only(None)
    };
    let html = rendered(["61", "38", "1", "100", ""], vec![ordinary, other], None);
    assert_eq!(
        said(&html),
        "With Yes 61, No 38, Abstentions 1, Present 100: Ordinarily: Carried. 50 are needed. \
         If it moves a border: Not approved. 67 are needed. 6 are lacking."
    );
    for above in [
        "More for than against.",
        "Two thirds of those &lt;present&gt;.",
    ] {
        assert!(html.contains(above), "{html}");
    }
}
