//! A statement of an entry: its sentence, its dates, its sign-offs, what it corrects.

use domain::act::Act;
use domain::digest::Digest;
use domain::name::Slug;
use domain::register::{Entry, RecordedAt};
use domain::sign_off::SignOff;
use domain::snapshot::fact::Receipt;
use domain::statement::Statement;
use domain::text::{Source, Text};
use leptos::prelude::*;
use serde::Serialize;

use crate::say;
use crate::tracker::address::{Address, At};
use crate::tracker::date::{Dated, instant};
use crate::tracker::party::Party;
use crate::tracker::reading::{Seen, stated};
use crate::tracker::sentence::{Detail, details, sentence};
use crate::tracker::{status, user_text};
use crate::words::Words;

/// A statement of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Stated {
    /// Its hash.
    pub hash: Digest,
    /// The instrument it concerns.
    pub instrument: Slug,
    /// The instrument's title.
    pub title: Option<String>,
    /// The participant it concerns.
    pub participant: Option<Party>,
    /// What it says.
    pub sentence: String,
    /// When it happened, as the sources give it.
    pub happened: Dated,
    /// Whether that is a day announced, not one on which something happened.
    pub is_announced: bool,
    /// What goes with it.
    pub details: Vec<Detail>,
    /// Where it can be read.
    pub sources: Vec<Source>,
    /// Its acceptances by the depositary, superseded ones too.
    pub acceptances: Vec<Acceptance>,
    /// What it corrects.
    pub corrects: Option<Corrected>,
    /// The entry that replaced it or took it back.
    pub superseded_by: Option<u64>,
    /// Who signed it.
    pub sign_offs: Vec<Signed>,
}

/// An acceptance in due form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Acceptance {
    /// The date of receipt.
    pub received: Dated,
    /// The entry that published it.
    pub index: u64,
    /// The entry that replaced it or took it back.
    pub superseded_by: Option<u64>,
}

/// What a statement corrects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Corrected {
    /// The statement.
    pub statement: Digest,
    /// The entry that holds it, if it is known.
    pub index: Option<u64>,
    /// Why it is corrected.
    pub reason: Text,
}

/// A sign-off: an office, never a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Signed {
    /// The step of the policy, from 0.
    pub step: u32,
    /// The office in words.
    pub office: String,
    /// What shows that the person signed, in words.
    pub evidence: String,
    /// The beginning of the pseudonym, which tells two signers of one entry apart.
    pub signer: String,
}

impl Stated {
    /// This statement.
    pub fn new(
        words: Words,
        seen: Option<&Seen<'_>>,
        entry: &Entry,
        statement: &Statement,
        hash: Digest,
    ) -> Self {
        let stage = seen
            .and_then(|seen| seen.stage_title(statement.participant?, statement.stage.as_ref()?));
        let fact = seen.and_then(|seen| seen.find(statement.participant, hash));
        let corrects = statement.corrects.as_ref().map(|corrects| Corrected {
            statement: corrects.statement,
            index: seen
                .and_then(|seen| seen.find(statement.participant, corrects.statement))
                .map(|fact| fact.index),
            reason: corrects.reason.clone(),
        });
        Self {
            hash,
            instrument: statement.instrument.clone(),
            title: seen.map(Seen::title),
            participant: seen.and_then(|seen| Some(Party::new(seen, statement.participant?))),
            sentence: sentence(words, statement, stage.as_deref()),
            happened: Dated::new(words, stated(statement)),
            is_announced: matches!(statement.act(), Some(Act::StepScheduled(_))),
            details: details(words, statement),
            sources: statement.sources.clone(),
            acceptances: fact.map_or_else(Vec::new, |fact| {
                fact.receipts
                    .iter()
                    .map(|receipt| Acceptance::new(words, receipt))
                    .collect()
            }),
            corrects,
            superseded_by: fact.and_then(|fact| fact.superseded_at),
            sign_offs: signed(words, entry, hash),
        }
    }

    /// On a page. `number` makes the ids of the statements of one entry differ.
    pub fn view(&self, words: Words, number: usize, recorded_at: RecordedAt) -> AnyView {
        let id = format!("statement-{number}");
        let class = if self.superseded_by.is_some() {
            "a-section a-statement a-statement--superseded"
        } else {
            "a-section a-statement"
        };
        view! {
            <section class=class aria-labelledby=id.clone()>
                <h2 id=id.clone() class="a-heading">{self.sentence.clone()}</h2>
                {self.superseded(words)}
                <dl class="a-summary">
                    {self.rows(words, recorded_at)}
                    {self.corrected(words)}
                    {self.details(words)}
                </dl>
                {self.signers(words)}
            </section>
        }
        .into_any()
    }

    fn superseded(&self, words: Words) -> Option<AnyView> {
        let index = self.superseded_by?;
        Some(
            view! {
                <p>
                    <span class="a-tag a-tag--stopped">{say!(words, "tracker-line-superseded")}</span>
                    " "
                    <a href=Address::Entry(index).path(words, At::Now)>
                        {say!(words, "tracker-line-superseded-by", index = index)}
                    </a>
                </p>
            }
            .into_any(),
        )
    }

    fn rows(&self, words: Words, recorded_at: RecordedAt) -> AnyView {
        let instrument = match &self.title {
            Some(title) => view! {
                <a href=Address::Home(self.instrument.clone()).path(words, At::Now)>
                    <bdi>{title.clone()}</bdi>
                </a>
            }
            .into_any(),
            None => self.instrument.to_string().into_any(),
        };
        let participant = self
            .participant
            .as_ref()
            .map(|party| row(say!(words, "tracker-column-participant"), party.view()));
        let acceptances: Vec<AnyView> = self
            .acceptances
            .iter()
            .map(|acceptance| {
                row(
                    say!(words, "tracker-entry-received"),
                    acceptance.view(words),
                )
            })
            .collect();
        let happened = if self.is_announced {
            say!(words, "tracker-line-announced")
        } else {
            say!(words, "tracker-line-happened")
        };
        let sources = user_text::sources(words, &self.sources)
            .map(|sources| row(say!(words, "tracker-sources"), sources));
        view! {
            {row(say!(words, "tracker-entry-instrument"), instrument)}
            {participant}
            {row(happened, self.happened.view())}
            {acceptances}
            {row(say!(words, "tracker-line-recorded"), instant(words, recorded_at))}
            {sources}
        }
        .into_any()
    }

    fn corrected(&self, words: Words) -> Option<AnyView> {
        let corrected = self.corrects.as_ref()?;
        let what = match corrected.index {
            Some(index) => view! {
                <a href=Address::Entry(index).path(words, At::Now)>
                    {say!(words, "tracker-line-entry", index = index)}
                </a>
            }
            .into_any(),
            None => {
                view! { <code class="a-hash">{corrected.statement.to_string()}</code> }.into_any()
            }
        };
        Some(
            view! {
                {row(say!(words, "tracker-entry-corrects"), what)}
                {row(say!(words, "tracker-entry-why"), user_text::block(&corrected.reason))}
            }
            .into_any(),
        )
    }

    fn details(&self, words: Words) -> AnyView {
        let details: Vec<AnyView> = self
            .details
            .iter()
            .map(|detail| row(detail.label.clone(), detail.value.view()))
            .collect();
        let hash = view! { <code class="a-hash">{self.hash.to_string()}</code> }.into_any();
        view! { {details} {row(say!(words, "tracker-entry-statement-hash"), hash)} }.into_any()
    }

    fn signers(&self, words: Words) -> AnyView {
        let rows: Vec<AnyView> = self
            .sign_offs
            .iter()
            .map(|signed| {
                view! {
                    <li>
                        {signed.office.clone()} ", " <span class="a-muted">{signed.evidence.clone()}</span>
                        ", " {say!(words, "tracker-entry-signer")} " "
                        <code class="a-hash">{signed.signer.clone()}</code>
                    </li>
                }
                .into_any()
            })
            .collect();
        view! {
            <h3 class="a-subheading">{say!(words, "tracker-entry-sign-offs")}</h3>
            <ol class="a-signers">{rows}</ol>
        }
        .into_any()
    }
}

impl Acceptance {
    fn new(words: Words, receipt: &Receipt) -> Self {
        Self {
            received: Dated::new(words, &receipt.date),
            index: receipt.index,
            superseded_by: receipt.superseded_at,
        }
    }

    fn view(&self, words: Words) -> AnyView {
        let superseded = self.superseded_by.map(|index| {
            view! {
                " "
                <a href=Address::Entry(index).path(words, At::Now)>
                    {say!(words, "tracker-line-superseded-by", index = index)}
                </a>
            }
        });
        view! {
            {self.received.view()} " · "
            <a href=Address::Entry(self.index).path(words, At::Now)>
                {say!(words, "tracker-entry-accepted", index = self.index)}
            </a>
            {superseded}
        }
        .into_any()
    }
}

fn row(key: String, value: AnyView) -> AnyView {
    view! {
        <div class="a-summary__row">
            <dt class="a-summary__key">{key}</dt>
            <dd class="a-summary__value">{value}</dd>
        </div>
    }
    .into_any()
}

/// The sign-offs of a statement in the order of their steps.
fn signed(words: Words, entry: &Entry, hash: Digest) -> Vec<Signed> {
    let mut sign_offs: Vec<&SignOff> = entry
        .sign_offs
        .iter()
        .filter(|sign_off| sign_off.statement == hash)
        .collect();
    sign_offs.sort_by_key(|sign_off| sign_off.step);
    sign_offs
        .into_iter()
        .map(|sign_off| Signed {
            step: sign_off.step,
            office: status::office(words, &sign_off.office),
            evidence: status::evidence(words, sign_off.evidence),
            signer: sign_off.signer.to_string().chars().take(8).collect(),
        })
        .collect()
}
