//! One statement in a list: what it says, when it happened, when it was recorded, by which offices.

use domain::act::{Act, Signature};
use domain::day::Day;
use domain::digest::Digest;
use domain::instrument::Nature;
use domain::office::Office;
use domain::procedure::StageKind;
use domain::register::RecordedAt;
use domain::snapshot::{Fact, ParticipantView};
use domain::text::{Source, Text};
use leptos::prelude::*;
use serde::Serialize;

use super::address::{Address, At};
use super::date::{Dated, instant};
use super::party::Party;
use super::reading::Seen;
use super::sentence::sentence;
use super::{status, user_text};
use crate::say;
use crate::words::Words;

/// A statement in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Line {
    /// The entry that holds it.
    pub index: u64,
    /// The hash of the statement.
    pub statement: Digest,
    /// The kind of its act.
    pub kind: String,
    /// What it says.
    pub sentence: String,
    /// The participant it concerns.
    pub participant: Option<Party>,
    /// When it happened; an act accepted by the depositary, when it was received.
    pub happened: Dated,
    /// Whether that is a day announced, not one on which something happened.
    pub is_announced: bool,
    /// When it was recorded.
    pub recorded_at: RecordedAt,
    /// A remark that goes with it.
    pub note: Option<Text>,
    /// What it rests on; nothing in a scenario that is made up.
    pub sources: Vec<Source>,
    /// The offices that signed it.
    pub offices: Vec<SignedBy>,
    /// The entry whose statement it corrects.
    pub corrects: Option<u64>,
    /// The entry that replaced it or took it back.
    pub superseded_by: Option<u64>,
}

/// An office that signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct SignedBy {
    /// The office.
    pub office: Office,
    /// In words.
    pub label: String,
}

impl Line {
    /// The line of this fact.
    pub fn new(seen: &Seen<'_>, fact: &Fact) -> Self {
        let words = seen.words;
        let statement = &fact.statement;
        let stage = statement
            .participant
            .zip(statement.stage.as_ref())
            .and_then(|(code, stage)| seen.stage_title(code, stage));
        Self {
            index: fact.index,
            statement: fact.hash,
            kind: statement.kind().to_owned(),
            sentence: sentence(words, statement, stage.as_deref()),
            participant: statement.participant.map(|code| Party::new(seen, code)),
            happened: Dated::new(words, &seen.happened(fact)),
            is_announced: matches!(fact.act(), Some(Act::StepScheduled(_))),
            recorded_at: fact.recorded_at,
            note: note(fact).cloned(),
            sources: match seen.view.instrument.nature {
                Nature::Illustrative => Vec::new(),
                Nature::Real | Nature::Historical => statement.sources.clone(),
            },
            offices: signed_by(words, &fact.offices),
            corrects: statement
                .corrects
                .as_ref()
                .and_then(|corrects| seen.find(statement.participant, corrects.statement))
                .map(|corrected| corrected.index),
            superseded_by: fact.superseded_at.filter(|index| *index < seen.view.size),
        }
    }

    /// On a page, as an item of a list.
    pub fn view(&self, words: Words) -> AnyView {
        self.item(words, None)
    }

    /// The same with the remark and the sources, each with its own confidence.
    pub fn with_sources(&self, words: Words) -> AnyView {
        let note = self.note.as_ref().map(user_text::block);
        let sources = user_text::sources(words, &self.sources);
        self.item(words, Some(view! { {note} {sources} }.into_any()))
    }

    fn item(&self, words: Words, more: Option<AnyView>) -> AnyView {
        let class = if self.superseded_by.is_some() {
            "a-event a-event--superseded"
        } else {
            "a-event"
        };
        view! {
            <li class=class>
                <p class="a-event__what">{self.sentence.clone()}</p>
                <p class="a-event__when">{self.when(words)}</p>
                {more}
                {self.correction(words)}
            </li>
        }
        .into_any()
    }

    /// The same in few words: what, the day, the way to the entry.
    pub fn brief(&self, words: Words) -> AnyView {
        view! {
            <li class="a-event">
                <p class="a-event__what">{self.sentence.clone()}</p>
                <p class="a-event__when">
                    {self.happened.view()}
                    <a href=Address::Entry(self.index).path(words, At::Now)>
                        {say!(words, "tracker-line-entry", index = self.index)}
                    </a>
                </p>
            </li>
        }
        .into_any()
    }

    /// The same for one that is shown because it was recorded last: with that instant.
    pub fn recorded(&self, words: Words) -> AnyView {
        view! {
            <li class="a-event">
                <p class="a-event__what">{self.sentence.clone()}</p>
                <p class="a-event__when">
                    <span class="a-event__part">{instant(words, self.recorded_at)}</span>
                    <a href=Address::Entry(self.index).path(words, At::Now)>
                        {say!(words, "tracker-line-entry", index = self.index)}
                    </a>
                </p>
            </li>
        }
        .into_any()
    }

    /// Both dates, the offices, and the way to the entry.
    fn when(&self, words: Words) -> AnyView {
        let happened = if self.is_announced {
            say!(words, "tracker-line-announced")
        } else {
            say!(words, "tracker-line-happened")
        };
        let offices: Vec<String> = self
            .offices
            .iter()
            .map(|office| office.label.clone())
            .collect();
        view! {
            <span class="a-event__part">{happened} " " {self.happened.view()}</span>
            <span class="a-event__part">
                {say!(words, "tracker-line-recorded")} " " {instant(words, self.recorded_at)}
            </span>
            <span class="a-event__part">{words.list(&offices)}</span>
            <a class="a-event__part" href=Address::Entry(self.index).path(words, At::Now)>
                {say!(words, "tracker-line-entry", index = self.index)}
            </a>
        }
        .into_any()
    }

    fn correction(&self, words: Words) -> AnyView {
        let superseded = self.superseded_by.map(|index| {
            view! {
                <p class="a-event__correction">
                    <span class="a-tag a-tag--stopped">
                        {say!(words, "tracker-line-superseded")}
                    </span>
                    " "
                    <a href=Address::Entry(index).path(words, At::Now)>
                        {say!(words, "tracker-line-superseded-by", index = index)}
                    </a>
                </p>
            }
        });
        let corrects = self.corrects.map(|index| {
            view! {
                <p class="a-event__correction">
                    <a href=Address::Entry(index).path(words, At::Now)>
                        {say!(words, "tracker-line-corrects", index = index)}
                    </a>
                </p>
            }
        });
        view! { {superseded} {corrects} }.into_any()
    }
}

/// The remark on a step, on the end of a procedure or on a consent.
fn note(fact: &Fact) -> Option<&Text> {
    match fact.act()? {
        Act::StepBegun(step) => step.note.as_ref(),
        Act::StepConcluded(step) => step.note.as_ref(),
        Act::ProcedureConcluded(concluded) => concluded.note.as_ref(),
        Act::ConsentExpressed(consent) => consent.note.as_ref(),
        _ => None,
    }
}

/// The offices in words.
pub(crate) fn signed_by(words: Words, offices: &[Office]) -> Vec<SignedBy> {
    offices
        .iter()
        .map(|office| SignedBy {
            office: office.clone(),
            label: status::office(words, office),
        })
        .collect()
}

/// The next step that these participants announced, of those whose day has not passed and whose
/// stage has not ended.
pub(crate) fn next_of<'a>(
    seen: &Seen<'_>,
    participants: impl Iterator<Item = &'a ParticipantView>,
) -> Option<Line> {
    let day = seen.view.day;
    participants
        .flat_map(|participant| {
            participant
                .facts
                .iter()
                .filter(move |fact| is_ahead(seen, fact, participant, day))
        })
        .min_by_key(|fact| (fact.date().latest(), fact.index, fact.hash))
        .map(|fact| Line::new(seen, fact))
}

fn is_ahead(seen: &Seen<'_>, fact: &Fact, participant: &ParticipantView, day: Day) -> bool {
    matches!(fact.act(), Some(Act::StepScheduled(_)))
        && fact
            .date()
            .latest()
            .is_some_and(|announced| day <= announced)
        && !participant.facts.iter().any(|other| answers(other, fact))
        && !is_done_between_states(seen, fact, participant)
}

/// Whether another fact says what came of an announced step. A vote taken before the announcement
/// does not: another is announced.
fn answers(other: &Fact, announced: &Fact) -> bool {
    other.statement.stage == announced.statement.stage
        && match other.act() {
            Some(Act::StepConcluded(_) | Act::StepNotRequired(_)) => true,
            Some(Act::VoteTaken(_) | Act::DepartureRecorded(_)) => announced.index <= other.index,
            Some(_) | None => false,
        }
}

/// Whether the announced step is an act between States, and was done.
fn is_done_between_states(seen: &Seen<'_>, fact: &Fact, participant: &ParticipantView) -> bool {
    let followed = fact
        .statement
        .participant
        .and_then(|code| seen.followed(code));
    let Some(followed) = followed else {
        return false;
    };
    let stage = fact.statement.stage.as_ref();
    let is_between_states = stage
        .and_then(|key| followed.route.stage(key))
        .is_some_and(|stage| stage.kind.is_international());
    is_between_states
        && participant.facts.iter().any(|other| match other.act() {
            Some(Act::ConsentExpressed(_)) => true,
            Some(Act::Signed(signed)) => {
                signed.signature == Signature::Definitive || !followed.route.has(StageKind::Deposit)
            }
            Some(_) | None => false,
        })
}
