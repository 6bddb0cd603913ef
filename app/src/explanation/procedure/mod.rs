//! A participant's procedure stage by stage, in words: the sentences that the page of a participant and
//! `assent explain` share.

mod clock;
mod congress;
mod majority;
mod remarks;
mod shown;
pub(crate) mod vote;

use std::collections::BTreeSet;

use domain::entity::EntityCode;
use domain::procedure::{
    Awaits, Blocker, Determinations, Followed, Ground, Library, Passed, Progress, StageProgress,
    StageState, progress,
};
use domain::snapshot::{Fact, View};
use domain::text::Body;
use serde::Serialize;

pub(crate) use clock::clock_in_words;
pub(crate) use congress::end_of_congress;
pub(crate) use majority::{Put, majorities};
pub(crate) use remarks::remarks;
pub(crate) use shown::{Known, Shown};

use crate::say;
use crate::tracker::{self, stage_name, status};
use crate::words::Words;

/// A procedure in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProcedureInWords {
    /// The route.
    pub route: String,
    /// On whose word its description rests.
    pub standing: String,
    /// Whether anything is known of the procedure, and where it is.
    pub national: String,
    /// What comes of it in law, and what else concerns the whole, a sentence each.
    pub remarks: Vec<String>,
    /// Its stages, in order.
    pub stages: Vec<StageInWords>,
}

/// A stage in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageInWords {
    /// Its name.
    pub name: String,
    /// How far it is, with the day on which it was over, or last heard of.
    pub state: String,
    /// How it was passed, what it waits for, the majorities, votes and periods, a sentence each.
    pub lines: Vec<String>,
    /// The articles.
    pub legal_basis: Vec<String>,
}

/// How far the procedure of a participant is; `None` if no description of it is known.
pub fn procedure(
    words: Words,
    library: &Library,
    view: &View,
    code: EntityCode,
) -> Option<ProcedureInWords> {
    let participant = view.participants.get(&code)?;
    let followed = library.followed(code, &participant.facts)?;
    let international = participant.status.international;
    let progress = progress::progress(&followed, &participant.facts, international, view.day);
    let telling = Telling {
        words,
        library,
        code,
        followed: &followed,
        facts: &participant.facts,
        progress: &progress,
        known: Known::of(view, code, &progress),
    };
    Some(ProcedureInWords {
        route: followed.route.name.as_str().to_owned(),
        standing: status::procedure_standing(words, followed.standing),
        national: status::national(words, &progress.national),
        remarks: telling.whole(),
        stages: progress
            .stages
            .iter()
            .map(|stage| telling.stage(stage))
            .collect(),
    })
}

struct Telling<'a> {
    words: Words,
    library: &'a Library,
    code: EntityCode,
    followed: &'a Followed,
    facts: &'a [Fact],
    progress: &'a Progress<'a>,
    known: Known,
}

impl Telling<'_> {
    fn whole(&self) -> Vec<String> {
        let words = self.words;
        let effect = status::binding_effect(words, self.followed.route.binding_effect);
        let completed = self.progress.completed.as_ref().map(|date| {
            say!(
                words,
                "explain-procedure-completed",
                when = words.legal_date(date)
            )
        });
        let end = self.progress.end_of_congress;
        std::iter::once(say!(words, "explain-procedure-effect", effect = effect))
            .chain(end.map(|end| end_of_congress(words, end)))
            .chain(completed)
            .collect()
    }

    fn name(&self, key: &domain::name::Key) -> String {
        stage_name(self.words, self.followed, key).unwrap_or_else(|| key.to_string())
    }

    fn stage(&self, at: &StageProgress<'_>) -> StageInWords {
        StageInWords {
            name: self.name(&at.stage.key),
            state: self.state(at),
            lines: self.lines(at),
            legal_basis: Self::legal_basis(at),
        }
    }

    /// The state, with its day: that on which the stage was passed, or on which something was last
    /// reported of it.
    fn state(&self, at: &StageProgress<'_>) -> String {
        let words = self.words;
        let shown = self.known.shown(at);
        let state = shown.in_words(words);
        let last = || at.facts.last().map(|fact| fact.date());
        let date = match shown.state() {
            StageState::Done => at.passed.as_ref().and_then(Passed::date).or_else(last),
            StageState::Current | StageState::Failed => last(),
            _ => None,
        };
        match date {
            Some(date) => say!(
                words,
                "explain-stage-on",
                state = state,
                when = words.legal_date(date)
            ),
            None => state,
        }
    }

    fn lines(&self, at: &StageProgress<'_>) -> Vec<String> {
        let words = self.words;
        let mut lines = Vec::new();
        let state = self.known.shown(at).state();
        // What nothing is known of is not said to wait for anything.
        let is_told = state == at.state;
        lines.extend(self.ground(at));
        if is_told {
            lines.extend(remarks(words, self.followed, at));
        }
        lines.extend(at.departure().map(|departure| {
            say!(
                words,
                "explain-stage-departure",
                ground = departure.ground.body.as_str(),
                course = departure.course.body.as_str()
            )
        }));
        if is_told {
            lines.extend(self.waits_for(at));
        }
        if let (true, Some(when)) = (is_ahead(state), &at.stage.condition) {
            lines.push(say!(
                words,
                "tracker-stage-condition",
                when = when.text.as_str()
            ));
        }
        // An arithmetic speaks of the rule above it.
        let is_open = is_ahead(at.state) || at.state == StageState::Current;
        if is_open || at.votes().next().is_some() {
            lines.extend(majorities(words, &at.majorities, Put::Stage));
        }
        lines.extend(self.votes(at));
        lines.extend(self.overriding(at));
        let clock = at.clock.as_ref();
        lines.extend(
            clock
                .filter(|_| is_open)
                .map(|clock| clock_in_words(words, &self.followed.procedure, clock)),
        );
        lines
    }

    /// Why it does not take place, in the words of who said so.
    fn ground(&self, at: &StageProgress<'_>) -> Option<String> {
        match at.state {
            StageState::Skipped {
                ground: Ground::DoesNotApply(text) | Ground::NotRequired(text),
            } => Some(say!(
                self.words,
                "explain-stage-ground",
                ground = text.body.as_str()
            )),
            _ => None,
        }
    }

    fn waits_for(&self, at: &StageProgress<'_>) -> Option<String> {
        let names: Vec<String> = at
            .blocked_by
            .iter()
            .filter_map(|blocker| match blocker {
                Blocker::Stage(key) => Some(self.name(key)),
                _ => None,
            })
            .collect();
        (!names.is_empty()).then(|| {
            say!(
                self.words,
                "explain-stage-waits-for",
                stages = names.join("; ")
            )
        })
    }

    /// The majorities that overcome what went against the treaty, while that is awaited.
    fn overriding(&self, at: &StageProgress<'_>) -> Vec<String> {
        match &at.awaits {
            Some(Awaits::Override { by, .. }) if by.is_voted_on() => {
                let known = Determinations::now(self.facts);
                let in_force = self.followed.overriding(at.stage, known);
                majorities(self.words, &in_force, Put::Override)
            }
            _ => Vec::new(),
        }
    }

    fn votes(&self, at: &StageProgress<'_>) -> Vec<String> {
        let words = self.words;
        at.votes()
            .map(|(fact, vote)| {
                // By the version of the procedure that was followed when it was taken.
                let when = self.library.followed_when(self.code, self.facts, fact.hash);
                let stage = when
                    .as_ref()
                    .and_then(|followed| followed.route.stage(&at.stage.key));
                let said = say!(
                    words,
                    "explain-stage-vote",
                    when = words.legal_date(fact.date()),
                    on = status::vote_on(words, vote.on),
                    tally = tracker::tally(words, &vote.tally),
                    ruling = status::ruling(words, vote.ruling)
                );
                let known = Determinations::when(self.facts, fact.hash);
                let found = when.as_ref().zip(stage).and_then(|(followed, stage)| {
                    let found = followed.arithmetic(stage, vote, known)?;
                    Some(vote::under_each(words, vote.on, &found))
                });
                [Some(said), vote::meaning(words, stage, vote), found]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect()
    }

    /// The articles of the stage, of the majorities and periods that count now, and of what overcomes a
    /// no while that is awaited.
    fn legal_basis(at: &StageProgress<'_>) -> Vec<String> {
        let mut bases: Vec<&Body> = at.stage.legal_basis.iter().collect();
        bases.extend(
            at.majorities
                .all()
                .flat_map(|majority| majority.legal_basis),
        );
        let clock = at.clock.as_ref();
        bases.extend(
            clock
                .and_then(|clock| clock.period.legal_basis.as_ref())
                .into_iter()
                .flatten(),
        );
        if let Some(Awaits::Override { by, .. }) = &at.awaits {
            bases.extend(by.legal_basis.iter().flatten());
        }
        let mut seen = BTreeSet::new();
        bases
            .into_iter()
            .map(|basis| basis.as_str().to_owned())
            .filter(|basis| seen.insert(basis.clone()))
            .collect()
    }
}

/// Whether a stage may still take place.
fn is_ahead(state: StageState<'_>) -> bool {
    match state {
        StageState::Possible
        | StageState::NotYet
        | StageState::IfCalledFor
        | StageState::NotDetermined => true,
        StageState::Done
        | StageState::Current
        | StageState::NotReported
        | StageState::Skipped { .. }
        | StageState::Failed => false,
    }
}
