//! The majority that a stage needs, and what the arithmetic makes of its votes.
//!
//! What the chair announced counts. The arithmetic only warns.

use domain::act::{Ruling, Tally, VoteOn, VoteTaken};
use domain::entity::EntityCode;
use domain::majority::{Agreement, Arithmetic, Checked, Label, Quorum, Rule, agreement};
use domain::name::Key;
use domain::procedure::Determinations;
use domain::snapshot::Fact;
use leptos::prelude::*;
use serde::Serialize;

use crate::explanation::vote::{meaning, seats, under_each};
use crate::say;
use crate::tracker::address::{Address, At};
use crate::tracker::date::Dated;
use crate::tracker::reading::Seen;
use crate::tracker::sentence::tally;
use crate::tracker::status;
use crate::words::Words;

/// The majority that a stage needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct RuleModel {
    /// Its name.
    pub majority: Label,
    /// In words.
    pub label: String,
    /// Its formula.
    pub formula: String,
    /// The formula of the quorum.
    pub quorum: Option<String>,
}

/// A vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct VoteModel {
    /// The entry that recorded it.
    pub index: u64,
    /// When.
    pub date: Dated,
    /// The figures that are known.
    pub tally: Tally,
    /// In words.
    pub tally_label: String,
    /// What it was on.
    pub on: VoteOn,
    /// In words.
    pub on_label: String,
    /// What was announced.
    pub ruling: Ruling,
    /// In words.
    pub ruling_label: String,
    /// What that means for the treaty, where it is not the approval that was voted on.
    pub meaning_label: Option<String>,
    /// What the rule makes of it.
    pub arithmetic: Option<Arithmetic>,
    /// In words.
    pub arithmetic_label: Option<String>,
    /// Of when the number of seats is, where the file gives it and it is of another year than the vote.
    pub seats_label: Option<String>,
    /// What differs between the announcement and the arithmetic, in words.
    pub warning: Option<String>,
}

impl RuleModel {
    /// This majority, with its quorum.
    pub fn new(words: Words, rule: &Rule, quorum: Option<&Quorum>) -> Self {
        Self {
            majority: rule.label,
            label: status::majority(words, rule.label),
            formula: rule.formula.as_str().to_owned(),
            quorum: quorum.map(|quorum| match quorum.checked {
                Checked::Always => {
                    say!(words, "tracker-quorum", formula = quorum.formula.as_str())
                }
                Checked::OnChallenge => {
                    say!(
                        words,
                        "tracker-quorum-on-challenge",
                        formula = quorum.formula.as_str()
                    )
                }
            }),
        }
    }
}

impl VoteModel {
    /// This vote, held against the majorities of its stage, by the version of the procedure that was
    /// followed when it was taken.
    pub fn new(
        seen: &Seen<'_>,
        code: EntityCode,
        stage: &Key,
        fact: &Fact,
        vote: &VoteTaken,
    ) -> Self {
        let words = seen.words;
        let facts = seen.facts_of(code);
        let followed = seen.library.followed_when(code, facts, fact.hash);
        let stage = followed
            .as_ref()
            .and_then(|followed| followed.route.stage(stage));
        let found = followed.as_ref().zip(stage).and_then(|(followed, stage)| {
            followed.arithmetic(stage, vote, Determinations::when(facts, fact.hash))
        });
        let warning = found
            .as_ref()
            .filter(|found| agreement(vote.ruling, found.verdict.decision()) == Agreement::Differs)
            .map(|_| say!(words, "tracker-vote-differs"));
        let arithmetic = found
            .as_ref()
            .and_then(|found| match found.under.as_slice() {
                [(_, arithmetic)] => Some(*arithmetic),
                _ => None,
            });
        Self {
            index: fact.index,
            date: Dated::new(words, fact.date()),
            tally: vote.tally.clone(),
            tally_label: tally(words, &vote.tally),
            on: vote.on,
            on_label: status::vote_on(words, vote.on),
            ruling: vote.ruling,
            ruling_label: status::ruling(words, vote.ruling),
            meaning_label: meaning(words, stage, vote),
            arithmetic,
            seats_label: followed
                .as_ref()
                .zip(stage)
                .filter(|_| found.is_some())
                .and_then(|(followed, stage)| seats(words, followed, stage, fact, vote)),
            arithmetic_label: found.map(|found| under_each(words, vote.on, &found)),
            warning,
        }
    }

    /// On a page, as an item of a list.
    pub fn view(&self, words: Words) -> AnyView {
        let arithmetic = self
            .arithmetic_label
            .as_ref()
            .map(|text| view! { <p class="a-muted">{text.clone()}</p> });
        let seats = self
            .seats_label
            .as_ref()
            .map(|text| view! { <p class="a-muted">{text.clone()}</p> });
        let meaning = self
            .meaning_label
            .as_ref()
            .map(|text| view! { <p>{text.clone()}</p> });
        let warning = self
            .warning
            .as_ref()
            .map(|text| view! { <p class="a-warning">{text.clone()}</p> });
        view! {
            <li class="a-event">
                <p class="a-event__what">
                    {say!(words, "tracker-vote-on", on = self.on_label.as_str())} " "
                    <strong>{self.tally_label.clone()}</strong> "; " {self.ruling_label.clone()} "."
                </p>
                {meaning}
                {arithmetic}
                {seats}
                {warning}
                <p class="a-event__when">
                    {self.date.view()}
                    <a href=Address::Entry(self.index).path(words, At::Now)>
                        {say!(words, "tracker-line-entry", index = self.index)}
                    </a>
                </p>
            </li>
        }
        .into_any()
    }
}
