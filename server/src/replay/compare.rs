//! Comparing what is computed with what is on record.

use std::collections::BTreeSet;

use domain::clause::evaluate;
use domain::clause::own_effect::OwnRule;
use domain::clause::progress::{Measure, Progress};
use domain::clause::smallest_sets::ToGo;
use domain::day::Day;
use domain::entity::EntityCode;
use domain::name::Slug;
use domain::share::Share;
use domain::snapshot::View;
use serde::Serialize;

use crate::history::folder::{Case, Checkpoint, RecordedEffect};
use crate::history::import::name_of;
use crate::history::problem::{At, Findings};
use crate::replay::in_memory::InMemory;

/// The report on one treaty.
#[derive(Debug, Serialize)]
pub struct CaseReport {
    /// Its name in the folder.
    pub case: String,
    /// Whether everything that decides is as recorded.
    pub outcome: Outcome,
    /// The day of the evaluation: the day asked for, or the last that the record speaks of.
    pub day: Option<Day>,
    /// The day on which the conditions were met.
    pub threshold_met_on: Compared,
    /// The day of entry into force.
    pub entry_into_force: Compared,
    /// Whether the day the conditions were met rests on a bounded date, so that it is the latest possible.
    pub at_the_latest: bool,
    /// Those whose consents of that day were counted.
    pub met_by: BTreeSet<EntityCode>,
    /// What is still lacking.
    pub to_go: ToGo,
    /// The alternatives whose last day passed without them, by position.
    pub lapsed: Vec<usize>,
    /// Those whose consent a condition on named or listed participants lacks.
    pub missing: BTreeSet<EntityCode>,
    /// The progress of each alternative.
    pub progress: Vec<Progress>,
    /// The checkpoints.
    pub checkpoints: Vec<CheckpointReport>,
    /// The dates of single parties. They do not decide.
    pub parties: Vec<PartyReport>,
}

/// Whether a case is as recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Outcome {
    /// Everything that decides is as recorded.
    Pass,
    /// Something is not.
    Fail,
}

/// A recorded day and a computed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// The recorded day, if one is and it is not after the day asked for.
    pub recorded: Option<Day>,
    /// The computed day.
    pub computed: Option<Day>,
    /// Whether they agree, or nothing is recorded to compare with.
    pub agrees: bool,
}

/// The report on one checkpoint.
#[derive(Debug, Serialize)]
pub struct CheckpointReport {
    /// The day.
    pub day: Day,
    /// The condition, by its position; `None` is the whole.
    pub condition: Option<usize>,
    /// What differs, in words; empty if nothing does.
    pub differs: Vec<String>,
}

/// The report on one recorded date of effect.
#[derive(Debug, Serialize)]
pub struct PartyReport {
    /// For whom.
    pub code: EntityCode,
    /// The recorded day.
    pub recorded: Day,
    /// The computed days: one for each of its consents that binds or bound it.
    pub computed: Vec<Day>,
    /// By which rule the last of them was computed.
    pub rule: Option<OwnRule>,
    /// Whether the recorded day is among the computed ones.
    pub same: bool,
}

/// Compares a case. `None` if `findings` has a new error.
pub fn compare(
    case: &Case,
    register: &InMemory,
    as_of: Option<Day>,
    findings: &mut Findings,
) -> Option<CaseReport> {
    let slug = register.slugs.get(&case.name)?;
    let day = as_of.or_else(|| register.horizon(slug));
    // Without any day on record, any day has the same answer.
    let view = view(register, slug, day.unwrap_or(Day::LAST), &case.at, findings)?;
    warn(case, register, slug, &view, findings);

    let met = view.evaluation.met.as_ref();
    let threshold = compare_threshold(case, met.map(|met| met.on), as_of);
    let in_force = compare_in_force(case, met.map(|met| met.in_force), as_of);
    let mut checkpoints = Vec::new();
    for checkpoint in &case.checkpoints {
        if as_of.is_none_or(|as_of| checkpoint.day <= as_of) {
            checkpoints.push(compare_checkpoint(
                case, checkpoint, register, slug, findings,
            )?);
        }
    }
    let all_agree = threshold.agrees
        && in_force.agrees
        && checkpoints
            .iter()
            .all(|checkpoint| checkpoint.differs.is_empty());
    let progress: Vec<Progress> = view
        .evaluation
        .alternatives
        .iter()
        .map(|state| state.progress.clone())
        .collect();
    Some(CaseReport {
        case: case.name.clone(),
        outcome: if all_agree {
            Outcome::Pass
        } else {
            Outcome::Fail
        },
        day,
        threshold_met_on: threshold,
        entry_into_force: in_force,
        at_the_latest: met.is_some_and(|met| met.at_the_latest),
        met_by: met.map(|met| met.by.clone()).unwrap_or_default(),
        to_go: view.to_go(),
        lapsed: (0..)
            .zip(&view.evaluation.alternatives)
            .filter_map(|(position, state)| state.lapsed.then_some(position))
            .collect(),
        missing: progress.first().map(Progress::missing).unwrap_or_default(),
        progress,
        checkpoints,
        parties: case
            .effects
            .iter()
            .filter(|effect| as_of.is_none_or(|as_of| effect.day <= as_of))
            .map(|effect| compare_party(effect, &view))
            .collect(),
    })
}

fn view(
    register: &InMemory,
    slug: &Slug,
    day: Day,
    at: &At,
    findings: &mut Findings,
) -> Option<View> {
    match register.snapshot.view(slug, day, register.frontier.size()) {
        Ok(view) => Some(view),
        Err(error) => {
            findings.error(at, error.to_string());
            None
        }
    }
}

/// With no day on record for either, the record says that the treaty is not in force.
fn compare_threshold(case: &Case, computed: Option<Day>, as_of: Option<Day>) -> Compared {
    let recorded = case
        .expected_met
        .filter(|day| as_of.is_none_or(|as_of| *day <= as_of));
    let only_in_force_is_recorded = case.expected_met.is_none() && case.expected_in_force.is_some();
    Compared {
        recorded,
        computed,
        agrees: only_in_force_is_recorded || recorded == computed,
    }
}

fn compare_in_force(case: &Case, computed: Option<Day>, as_of: Option<Day>) -> Compared {
    let not_met_yet = case
        .expected_met
        .or(case.expected_in_force)
        .is_some_and(|day| as_of.is_some_and(|as_of| as_of < day));
    let recorded = case.expected_in_force.filter(|_| !not_met_yet);
    let only_threshold_is_recorded =
        case.expected_met.is_some() && case.expected_in_force.is_none();
    // Where the day of the threshold is not on record, it may lie before the day asked for.
    let may_be_known_early =
        not_met_yet && case.expected_met.is_none() && computed == case.expected_in_force;
    Compared {
        recorded,
        computed,
        agrees: only_threshold_is_recorded || may_be_known_early || recorded == computed,
    }
}

fn compare_party(effect: &RecordedEffect, view: &View) -> PartyReport {
    let effects: Vec<_> = view
        .participants
        .get(&effect.code)
        .map(|participant| {
            participant
                .consents
                .iter()
                .filter_map(|(_, effect)| *effect)
                .collect()
        })
        .unwrap_or_default();
    let computed: Vec<Day> = effects.iter().map(|effect| effect.from).collect();
    PartyReport {
        code: effect.code,
        recorded: effect.day,
        same: computed.contains(&effect.day),
        rule: effects.last().map(|effect| effect.rule),
        computed,
    }
}

fn compare_checkpoint(
    case: &Case,
    checkpoint: &Checkpoint,
    register: &InMemory,
    slug: &Slug,
    findings: &mut Findings,
) -> Option<CheckpointReport> {
    let view = view(register, slug, checkpoint.day, &checkpoint.at, findings)?;
    let whole = view
        .evaluation
        .alternatives
        .first()
        .map(|state| &state.progress)?;
    let part = match (&whole.of, checkpoint.condition) {
        (Measure::And(parts) | Measure::Or(parts), Some(position)) => parts.get(position),
        (_, position) => position
            .is_none_or(|position| position == 0)
            .then_some(whole),
    };
    let Some(part) = part else {
        findings.error(
            &checkpoint.at,
            format!(
                "condition: the clause of “{}” has no such condition",
                case.name
            ),
        );
        return None;
    };
    let mut differs = Vec::new();
    if let Some(recorded) = checkpoint.counted {
        let computed = part.counted().len();
        if computed != recorded {
            differs.push(format!("counted {computed}, recorded {recorded}"));
        }
    }
    if let Some(recorded) = checkpoint.weight {
        let computed = weight_of(part, &view);
        if !computed.rounded_like(recorded).same_number(recorded) {
            differs.push(format!("weight {computed}, recorded {recorded}"));
        }
    }
    if let Some(recorded) = &checkpoint.missing {
        let computed = part.missing();
        match missing_codes(recorded, case) {
            Ok(recorded) if recorded == computed => {}
            Ok(recorded) => differs.push(format!(
                "missing {}, recorded {}",
                join(&computed),
                join(&recorded)
            )),
            Err(problem) => {
                findings.error(&checkpoint.at, format!("missing: {problem}"));
                return None;
            }
        }
    }
    Some(CheckpointReport {
        day: checkpoint.day,
        condition: checkpoint.condition,
        differs,
    })
}

/// The share of a condition: its own, that of the one inside it that counts one, or of those counted.
fn weight_of(progress: &Progress, view: &View) -> Share {
    fn inside(progress: &Progress) -> Option<Share> {
        match &progress.of {
            Measure::Weight { have, .. } => Some(*have),
            Measure::And(parts) | Measure::Or(parts) => parts.iter().find_map(inside),
            _ => None,
        }
    }
    inside(progress).unwrap_or_else(|| {
        progress
            .counted()
            .iter()
            .map(|code| view.record.weight(*code))
            .sum()
    })
}

/// The participants that a cell names, by code or by name, separated by spaces.
fn missing_codes(cell: &str, case: &Case) -> Result<BTreeSet<EntityCode>, String> {
    let mut names: Vec<(String, EntityCode)> = case
        .participations
        .iter()
        .flat_map(|row| {
            [
                (row.country.clone(), row.code),
                (name_of(row.code), row.code),
                (row.code.to_string(), row.code),
            ]
        })
        .chain(
            case.rule
                .named()
                .into_iter()
                .flat_map(|code| [(name_of(code), code), (code.to_string(), code)]),
        )
        .filter(|(name, _)| !name.is_empty())
        .collect();
    // The longest name first: “Republic of Korea” before “Korea”.
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let mut rest = cell.trim();
    let mut codes = BTreeSet::new();
    while !rest.is_empty() {
        let found = names.iter().find_map(|(name, code)| {
            let after = rest.strip_prefix(name.as_str())?;
            let ends = after.is_empty() || after.starts_with([' ', ',', ';', '|']);
            ends.then_some((after, *code))
        });
        let Some((after, code)) = found else {
            return Err(format!(
                "“{}” is no participant of the case",
                rest.split(' ').next().unwrap_or(rest)
            ));
        };
        codes.insert(code);
        rest = after.trim_start_matches([' ', ',', ';', '|']);
    }
    Ok(codes)
}

/// Codes, separated by spaces.
pub fn join(codes: &BTreeSet<EntityCode>) -> String {
    if codes.is_empty() {
        return "nobody".to_owned();
    }
    codes
        .iter()
        .map(EntityCode::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

/// What a person should look at in a case.
fn warn(case: &Case, register: &InMemory, slug: &Slug, view: &View, findings: &mut Findings) {
    let whole = register
        .snapshot
        .instrument(slug)
        .and_then(|record| record.whole_record(register.frontier.size()));
    if let Some((instrument, record)) = whole {
        for position in evaluate::impossible_alternatives(&instrument.clause, &record) {
            findings.warn(
                &case.at,
                format!("rule_json: first_of[{position}] can never be met, even if everybody recorded or named consented"),
            );
        }
    }
    if let Some(met) = view
        .evaluation
        .met
        .as_ref()
        .filter(|met| met.in_force < met.on)
    {
        findings.warn(
            &case.at,
            format!(
                "rule_json: the treaty is in force from {}, before its conditions were met on {}",
                met.in_force, met.on
            ),
        );
    }
    for (code, participant) in &view.participants {
        for without_effect in &participant.without_effect {
            use domain::consent::WithoutEffect::{
                AlreadyConsented, DateUnknown, NothingToRetract, NothingToWithdraw,
            };
            let problem = match without_effect {
                NothingToWithdraw(withdrawal) => format!(
                    "the withdrawal of {code} notified on {} has no effect: no consent held on that day",
                    withdrawal.notified.day
                ),
                NothingToRetract(at) => format!(
                    "the retraction by {code} on {} has no effect: no notice was pending (VCLT art. 68)",
                    at.day
                ),
                DateUnknown(_) => {
                    format!(
                        "an act of consent of {code} has no date to count by; it is not counted"
                    )
                }
                AlreadyConsented(given) => format!(
                    "the consent of {code} on {} has no effect: an earlier one still holds",
                    given.at.day
                ),
            };
            findings.warn(&case.at, problem);
        }
    }
    let without_weight: BTreeSet<EntityCode> = view
        .evaluation
        .alternatives
        .iter()
        .flat_map(|state| without_weight(&state.progress))
        .collect();
    if !without_weight.is_empty() {
        findings.warn(
            &case.at,
            format!(
                "weights.csv has no weight for {}; they add nothing",
                join(&without_weight)
            ),
        );
    }
}

fn without_weight(progress: &Progress) -> BTreeSet<EntityCode> {
    match &progress.of {
        Measure::Weight { without_weight, .. } => without_weight.clone(),
        Measure::And(parts) | Measure::Or(parts) => parts.iter().flat_map(without_weight).collect(),
        _ => BTreeSet::new(),
    }
}
