//! The majority that a stage needs, and what the arithmetic makes of its votes.
//!
//! What the chair announced counts. The arithmetic only warns.

use domain::act::{Ruling, Tally, VoteTaken};
use domain::majority::{
    Agreement, Arithmetic, Checked, Label, Quorum, QuorumFinding, Rule, agreement,
};
use domain::procedure::{Followed, Stage};
use domain::snapshot::Fact;
use leptos::prelude::*;
use serde::Serialize;

use crate::say;
use crate::tracker::address::{Address, At};
use crate::tracker::date::Dated;
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
    /// What was announced.
    pub ruling: Ruling,
    /// In words.
    pub ruling_label: String,
    /// What the rule makes of it.
    pub arithmetic: Option<Arithmetic>,
    /// In words.
    pub arithmetic_label: Option<String>,
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
    /// This vote, held against the majority of its stage.
    pub fn new(
        words: Words,
        followed: &Followed,
        stage: &Stage,
        fact: &Fact,
        vote: &VoteTaken,
    ) -> Self {
        let arithmetic = followed.arithmetic(stage, vote);
        let warning = arithmetic
            .filter(|arithmetic| agreement(vote.ruling, arithmetic.decision) == Agreement::Differs)
            .map(|_| say!(words, "tracker-vote-differs"));
        Self {
            index: fact.index,
            date: Dated::new(words, fact.date()),
            tally: vote.tally.clone(),
            tally_label: tally(words, &vote.tally),
            ruling: vote.ruling,
            ruling_label: status::ruling(words, vote.ruling),
            arithmetic,
            arithmetic_label: arithmetic.map(|arithmetic| in_words(words, &arithmetic)),
            warning,
        }
    }

    /// On a page, as an item of a list.
    pub fn view(&self, words: Words) -> AnyView {
        let arithmetic = self
            .arithmetic_label
            .as_ref()
            .map(|text| view! { <p class="a-muted">{text.clone()}</p> });
        let warning = self
            .warning
            .as_ref()
            .map(|text| view! { <p class="a-warning">{text.clone()}</p> });
        view! {
            <li class="a-event">
                <p class="a-event__what">
                    <strong>{self.tally_label.clone()}</strong> "; " {self.ruling_label.clone()} "."
                </p>
                {arithmetic}
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

/// What the rule makes of a vote: the number needed, if there is one, and the decision.
fn in_words(words: Words, arithmetic: &Arithmetic) -> String {
    let needed = arithmetic
        .needed
        .zip(arithmetic.have)
        .map(|(needed, have)| say!(words, "tracker-vote-needed", needed = needed, have = have));
    let quorum = match arithmetic.quorum {
        QuorumFinding::NotAsked | QuorumFinding::Met => None,
        QuorumFinding::Missing(_) => Some(say!(words, "tracker-vote-no-quorum")),
        QuorumFinding::CannotBeTold(_) => Some(say!(words, "tracker-vote-quorum-unknown")),
    };
    needed
        .into_iter()
        .chain([status::decision(words, arithmetic.decision)])
        .chain(quorum)
        .collect::<Vec<_>>()
        .join(" ")
}
