//! "With these figures, is the vote carried by the constitution's rule?" Where nobody has determined which
//! of several rules it is, the answer is given by each.

use domain::act::Tally;
use domain::majority::{Arithmetic, Checked, Counting, Decision, FiguresFound, QuorumFinding};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The figures of a vote as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct VoteTyped {
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

/// A majority that is in force or, as long as nobody has determined it, may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteRule {
    /// By what is counted. Names, formulas and remarks stay on the server.
    pub counting: Counting,
    /// The majority in words, above the fields, with its case if there are several.
    pub in_words: String,
    /// The answer by it, with `{finding}` and the case if there are several.
    pub answer: String,
    /// The vote is carried, and what that means for the treaty.
    pub carried: String,
    /// The vote is lost, and what that means.
    pub lost: String,
}

/// The words of a [`VoteArithmetic`], already in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteArithmeticLabels {
    /// The label of each field.
    pub fields: VoteTyped,
    /// A figure that was given, with `{label}` and `{figure}`.
    pub figure: String,
    /// What stands between two figures.
    pub between: String,
    /// The answer, with `{figures}` and `{answer}`.
    ///
    /// It names the figures again, so that it stays true when there is no script and a field has been
    /// changed since.
    pub answer: String,
    /// Said in place of the answer while no figure is given.
    pub no_figure: String,
    /// Said in place of the answer while a figure is no whole number; with `{label}`.
    pub not_a_number: String,
    /// It cannot be told.
    pub cannot_be_told: String,
    /// How many votes are needed, with `{needed}`.
    pub needed: String,
    /// How many are lacking, with `{lacking}`.
    pub lacking: String,
    /// There was no quorum, and nothing is decided without one.
    pub quorum_missing: String,
    /// There was no quorum, which matters only if somebody raises it.
    pub quorum_on_challenge: String,
    /// Whether there was a quorum cannot be told.
    pub quorum_not_known: String,
    /// There are more than the procedure knows seats.
    pub more_than_seats: String,
    /// The figures contradict each other.
    pub contradictory: String,
}

/// Shows whether a vote is carried, for the figures in its own fields.
///
/// Each field may be left empty, which says that the figure is not known. The fields stand inside a
/// form: they are submitted as `yes`, `no`, `abstain`, `present` and `not_voting`, with a script and
/// without. What the chair announced is asked elsewhere; this only counts.
#[island]
pub fn VoteArithmetic(
    /// The majorities that are or may be in force.
    rules: Vec<VoteRule>,
    /// The seats of the chamber, where they are known.
    seats: Option<u32>,
    /// The words to show.
    labels: VoteArithmeticLabels,
    /// The id of the first field; the others have their names. No other element may have these ids.
    field: String,
    /// The figures to begin with, as typed.
    figures: VoteTyped,
) -> impl IntoView {
    let VoteTyped {
        yes,
        no,
        abstain,
        present,
        not_voting,
    } = labels.fields.clone();
    let typed = Typed::of(figures);
    let in_words: Vec<_> = rules
        .iter()
        .map(|rule| view! { <p class="vote-arithmetic__rule">{rule.in_words.clone()}</p> })
        .collect();
    let ids = format!("{field} no abstain present not_voting");
    view! {
        <div class="vote-arithmetic">
            {in_words}
            {input(field, "yes", yes, typed.yes)}
            {input("no".to_owned(), "no", no, typed.no)}
            {input("abstain".to_owned(), "abstain", abstain, typed.abstain)}
            {input("present".to_owned(), "present", present, typed.present)}
            {input("not_voting".to_owned(), "not_voting", not_voting, typed.not_voting)}
            <output class="vote-arithmetic__answer" for=ids aria-live="polite">
                {move || answer(&rules, seats, &labels, &typed.read())}
            </output>
        </div>
    }
}

/// What is in the five fields now.
#[derive(Debug, Clone, Copy)]
struct Typed {
    yes: RwSignal<String>,
    no: RwSignal<String>,
    abstain: RwSignal<String>,
    present: RwSignal<String>,
    not_voting: RwSignal<String>,
}

impl Typed {
    fn of(typed: VoteTyped) -> Self {
        Self {
            yes: RwSignal::new(typed.yes),
            no: RwSignal::new(typed.no),
            abstain: RwSignal::new(typed.abstain),
            present: RwSignal::new(typed.present),
            not_voting: RwSignal::new(typed.not_voting),
        }
    }

    fn read(self) -> VoteTyped {
        VoteTyped {
            yes: self.yes.get(),
            no: self.no.get(),
            abstain: self.abstain.get(),
            present: self.present.get(),
            not_voting: self.not_voting.get(),
        }
    }
}

/// A field with its label.
fn input(id: String, name: &'static str, label: String, typed: RwSignal<String>) -> impl IntoView {
    // The field is the truth, not the prop: somebody may have typed before the wasm arrived, and browsers
    // give a field back what was in it when a page is reloaded.
    let input = NodeRef::<leptos::html::Input>::new();
    Effect::new(move || {
        if let Some(input) = input.get() {
            typed.set(input.value());
        }
    });
    view! {
        <div class="desk-figure">
            <label for=id.clone()>{label}</label>
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                id=id
                name=name
                value=typed.get_untracked()
                node_ref=input
                on:input=move |event| typed.set(event_target_value(&event))
            />
        </div>
    }
}

/// The sentences for the figures as they stand in the fields.
fn answer(
    rules: &[VoteRule],
    seats: Option<u32>,
    labels: &VoteArithmeticLabels,
    typed: &VoteTyped,
) -> String {
    let fields = [
        (&typed.yes, &labels.fields.yes),
        (&typed.no, &labels.fields.no),
        (&typed.abstain, &labels.fields.abstain),
        (&typed.present, &labels.fields.present),
        (&typed.not_voting, &labels.fields.not_voting),
    ];
    let mut figures = [None; 5];
    let mut given: Vec<String> = Vec::new();
    for (figure, (written, label)) in figures.iter_mut().zip(fields) {
        let written = written.trim();
        if written.is_empty() {
            continue;
        }
        let Some(number) = whole_number(written) else {
            return labels.not_a_number.replace("{label}", label);
        };
        *figure = Some(number);
        given.push(
            labels
                .figure
                .replace("{label}", label)
                .replace("{figure}", &number.to_string()),
        );
    }
    if given.is_empty() {
        return labels.no_figure.clone();
    }
    let [yes, no, abstain, present, not_voting] = figures;
    let tally = Tally {
        yes,
        no,
        abstain,
        present,
        not_voting,
        ..Tally::default()
    };
    let answers: Vec<String> = rules
        .iter()
        .map(|rule| {
            let found = rule.counting.decide(&tally, seats);
            rule.answer
                .replace("{finding}", &in_words(&found, rule, labels))
        })
        .collect();
    labels
        .answer
        .replace("{figures}", &given.join(&labels.between))
        .replace("{answer}", &answers.join(" "))
}

/// Only digits are a number: a sign or a point would hide a slip.
fn whole_number(written: &str) -> Option<u32> {
    let is_plain = written.bytes().all(|b| b.is_ascii_digit());
    is_plain.then(|| written.parse().ok()).flatten()
}

/// What the arithmetic found, a sentence for each finding.
fn in_words(found: &Arithmetic, rule: &VoteRule, labels: &VoteArithmeticLabels) -> String {
    if found.figures == FiguresFound::Contradictory {
        return labels.contradictory.clone();
    }
    let decision = match found.decision {
        Decision::Carried => &rule.carried,
        Decision::Lost => &rule.lost,
        Decision::CannotBeTold => &labels.cannot_be_told,
    };
    let mut sentences = vec![decision.clone()];
    let mut say = |pattern: &str, place: &str, number: Option<u32>| {
        if let Some(number) = number {
            sentences.push(pattern.replace(place, &number.to_string()));
        }
    };
    say(&labels.needed, "{needed}", found.needed);
    say(
        &labels.lacking,
        "{lacking}",
        found.lacking.filter(|lacking| *lacking > 0),
    );
    match found.quorum {
        QuorumFinding::NotAsked
        | QuorumFinding::Met
        | QuorumFinding::CannotBeTold(Checked::OnChallenge) => {}
        QuorumFinding::Missing(Checked::Always) => sentences.push(labels.quorum_missing.clone()),
        QuorumFinding::Missing(Checked::OnChallenge) => {
            sentences.push(labels.quorum_on_challenge.clone());
        }
        QuorumFinding::CannotBeTold(Checked::Always) => {
            sentences.push(labels.quorum_not_known.clone());
        }
    }
    if found.figures == FiguresFound::MoreThanSeats {
        sentences.push(labels.more_than_seats.clone());
    }
    sentences.join(" ")
}
