//! A participant's procedure, stage by stage.

use domain::act::{ConsentForm, ProcedureStanding};
use domain::calendar::Clock;
use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::name::Key;
use domain::procedure::{
    BindingEffect, Blocker, Confidence, Followed, Ground, StageKind, StageProgress, StageState,
};
use domain::text::Text;
use serde::Serialize;

use super::clock::ClockModel;
use super::vote::{RuleModel, VoteModel};
use crate::explanation::{Known, Put, Shown, end_of_congress, majorities, remarks};
use crate::say;
use crate::tracker::date::Dated;
use crate::tracker::line::Line;
use crate::tracker::reading::Seen;
use crate::tracker::{stage, status};

/// A participant's procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct ProcedureModel {
    /// The hash of the file that describes it.
    pub file: Digest,
    /// On whose word it rests.
    pub standing: ProcedureStanding,
    /// The same in words.
    pub standing_label: String,
    /// The entry that adopted it.
    pub adopted_at: Option<u64>,
    /// The route that is followed.
    pub route: Key,
    /// Its name.
    pub route_label: String,
    /// What comes of it.
    pub binding_effect: BindingEffect,
    /// The same in words.
    pub binding_effect_label: String,
    /// That proceedings ended with their Congress, in words.
    pub end_of_congress: Option<String>,
    /// How its parliament takes part, in words.
    pub parliament: String,
    /// How far the description can be relied on.
    pub confidence: Confidence,
    /// The same in words.
    pub confidence_label: String,
    /// Remarks on that.
    pub confidence_note: String,
    /// What it was checked against.
    pub checked_against: Vec<String>,
    /// The stages, in order.
    pub stages: Vec<StageModel>,
    /// Acts at no stage of this route.
    pub elsewhere: Vec<Line>,
}

/// A stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct StageModel {
    /// Its key.
    pub key: Key,
    /// What happens.
    pub kind: StageKind,
    /// Its name.
    pub label: String,
    /// What the file says of it; nothing where the file speaks of a deposit and the instrument asks
    /// for something else.
    pub text: Option<String>,
    /// Who acts.
    pub body: String,
    /// How far it is.
    pub state: &'static str,
    /// Whether that follows from the consent alone, and nobody reported it.
    pub is_inferred: bool,
    /// The same in words.
    pub state_label: String,
    /// Why it is not taken, where somebody gave a ground.
    pub ground: Option<Text>,
    /// How it was passed, what it waits for and what stands in its way, in words.
    pub remarks: Vec<String>,
    /// The stages for which it waits.
    pub waits_for: Vec<Key>,
    /// When the last act at it happened.
    pub date: Option<Dated>,
    /// When it happens at all, if it is optional.
    pub condition: Option<String>,
    /// What it does to the procedure, in words.
    pub effect: String,
    /// The majority that it needs.
    pub rule: Option<RuleModel>,
    /// The majorities that it needs besides, or in other cases as long as nobody has determined which
    /// case it is.
    pub other_rules: Vec<String>,
    /// The votes taken at it.
    pub votes: Vec<VoteModel>,
    /// Periods that the law sets, in words.
    pub periods: Vec<String>,
    /// Those that have begun, while the stage is not over.
    pub clocks: Vec<ClockModel>,
    /// The articles.
    pub legal_basis: Vec<String>,
    /// Remarks of the file.
    pub note: Option<String>,
    /// The acts at it.
    pub acts: Vec<Line>,
}

impl ProcedureModel {
    /// The procedure that a participant follows, if a description of it is known.
    pub fn of(seen: &Seen<'_>, code: EntityCode) -> Option<Self> {
        let words = seen.words;
        let participant = seen.view.participants.get(&code)?;
        let followed = seen.followed(code)?;
        let progress = domain::procedure::progress::progress(
            &followed,
            &participant.facts,
            participant.status.international,
            seen.view.day,
        );
        // A period that leaves the range of days has no end to show; the act that says so is on the page.
        let clocks = domain::calendar::clocks(&followed, &participant.facts, seen.view.day)
            .unwrap_or_default();
        let procedure = &followed.procedure;
        let known = Known::of(&seen.view, code, &progress);
        Some(Self {
            file: followed.file,
            standing: followed.standing,
            standing_label: status::procedure_standing(words, followed.standing),
            adopted_at: followed.adopted_at,
            route: followed.route.key.clone(),
            route_label: followed.route.name.as_str().to_owned(),
            binding_effect: followed.route.binding_effect,
            binding_effect_label: status::binding_effect(words, followed.route.binding_effect),
            end_of_congress: progress
                .end_of_congress
                .map(|end| end_of_congress(words, end)),
            parliament: status::parliamentary_consent(words, procedure.parliamentary_consent),
            confidence: procedure.confidence,
            confidence_label: status::file_confidence(words, procedure.confidence),
            confidence_note: procedure.confidence_note.as_str().to_owned(),
            checked_against: procedure
                .checked_against
                .iter()
                .map(|body| body.as_str().to_owned())
                .collect(),
            stages: progress
                .stages
                .iter()
                .map(|stage| {
                    let whole = Whole {
                        code,
                        followed: &followed,
                        known: &known,
                        clocks: &clocks,
                    };
                    StageModel::new(seen, &whole, stage)
                })
                .collect(),
            elsewhere: progress
                .elsewhere
                .iter()
                .map(|fact| Line::new(seen, fact))
                .collect(),
        })
    }
}

impl StageModel {
    fn new(seen: &Seen<'_>, whole: &Whole<'_>, progress: &StageProgress<'_>) -> Self {
        let words = seen.words;
        let followed = whole.followed;
        let StageProgress { stage, .. } = progress;
        let shown = whole.known.shown(progress);
        let state = &shown.state();
        let form = seen.view.instrument.consent_form;
        let is_otherwise = stage.kind == StageKind::Deposit && form != ConsentForm::Deposit;
        let ground = match state {
            StageState::Skipped {
                ground: Ground::DoesNotApply(text) | Ground::NotRequired(text),
            } => Some((*text).clone()),
            _ => None,
        };
        let majority = progress.majorities.all().next();
        Self {
            key: stage.key.clone(),
            kind: stage.kind,
            label: if is_otherwise {
                status::consent_stage(words, form)
            } else {
                stage::name(words, &followed.procedure, stage)
            },
            text: (!is_otherwise).then(|| stage.title.as_str().to_owned()),
            body: stage.body.as_str().to_owned(),
            state: state_name(*state),
            is_inferred: matches!(shown, Shown::Inferred),
            state_label: shown.in_words(words),
            ground,
            // What nothing is known of is not said to wait for anything.
            remarks: if *state == progress.state {
                remarks(words, followed, progress)
            } else {
                Vec::new()
            },
            waits_for: waits_for(progress),
            date: progress
                .facts
                .last()
                .map(|fact| Dated::new(words, fact.date())),
            condition: stage
                .condition
                .as_ref()
                .map(|when| when.text.as_str().to_owned()),
            effect: status::stage_effect(words, stage.effect),
            rule: majority.map(|majority| RuleModel::new(words, majority.rule, majority.quorum)),
            other_rules: majorities(words, &progress.majorities, Put::Stage)
                .into_iter()
                .skip(1)
                .collect(),
            votes: progress
                .votes()
                .map(|(fact, vote)| VoteModel::new(seen, whole.code, &stage.key, fact, vote))
                .collect(),
            periods: stage
                .periods
                .iter()
                .map(|period| {
                    say!(
                        words,
                        "tracker-stage-period",
                        length = status::period(words, period.value, period.unit),
                        starts = period.starts.as_str(),
                        what = status::period_kind(words, period.kind)
                    )
                })
                .collect(),
            clocks: whole
                .clocks
                .iter()
                .filter(|clock| clock.stage.key == stage.key && !is_over(*state))
                .map(|clock| ClockModel::new(words, &followed.procedure, clock))
                .collect(),
            legal_basis: stage
                .legal_basis
                .iter()
                .map(|basis| basis.as_str().to_owned())
                .collect(),
            note: stage.note.as_ref().map(|note| note.as_str().to_owned()),
            acts: progress
                .facts
                .iter()
                .map(|fact| Line::new(seen, fact))
                .collect(),
        }
    }
}

/// What the stages of a procedure have in common.
struct Whole<'a> {
    code: EntityCode,
    followed: &'a Followed,
    known: &'a Known,
    /// The periods that have begun.
    clocks: &'a [Clock<'a>],
}

/// Whether a stage is over, so that its periods matter no longer.
fn is_over(state: StageState<'_>) -> bool {
    match state {
        StageState::Done | StageState::Failed | StageState::Skipped { .. } => true,
        StageState::Current
        | StageState::Possible
        | StageState::NotYet
        | StageState::NotReported
        | StageState::IfCalledFor
        | StageState::NotDetermined => false,
    }
}

/// The stages for which a stage waits.
fn waits_for(progress: &StageProgress<'_>) -> Vec<Key> {
    let blockers = progress.blocked_by.iter();
    blockers
        .filter_map(|blocker| match blocker {
            Blocker::Stage(key) => Some((*key).clone()),
            _ => None,
        })
        .collect()
}

/// The name of a state in data, and in the class of its mark.
fn state_name(state: StageState<'_>) -> &'static str {
    match state {
        StageState::Done => "done",
        StageState::Current => "current",
        StageState::Possible => "possible",
        StageState::NotYet => "not_yet",
        StageState::NotReported => "not_reported",
        StageState::IfCalledFor => "if_called_for",
        StageState::Skipped { .. } => "skipped",
        StageState::NotDetermined => "not_determined",
        StageState::Failed => "failed",
    }
}
