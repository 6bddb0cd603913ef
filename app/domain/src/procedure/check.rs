//! Whether the parts of a procedure file fit together.

use std::collections::BTreeSet;

use crate::calendar::Measure;
use crate::entity;
use crate::majority::{Expression, Quorum, Rule};
use crate::name::Key;
use crate::procedure::error::{Place, ProcedureError};
use crate::procedure::reach;
use crate::procedure::{
    ChamberRole, OnFailure, Opening, OverrideCase, Period, PeriodKind, Procedure, Route, Stage,
    StageKind,
};

/// Longer than any period that a constitution sets, in any unit.
const LONGEST_PERIOD: u32 = 1_000;
/// More readings than any parliament has.
const MOST_READINGS: u32 = 10;

/// Checks a procedure.
pub(super) fn check(procedure: &Procedure) -> Result<(), ProcedureError> {
    entity(procedure)?;
    chambers(procedure)?;
    for (index, precedent) in procedure.precedents.iter().enumerate() {
        if precedent.date.as_deref().is_some_and(|date| !is_date(date)) {
            let place = Place::of_file(format!("precedents, number {}", index + 1));
            return Err(place.error("the date is not YYYY, YYYY-MM or YYYY-MM-DD"));
        }
    }
    if procedure.checked_against.is_empty() {
        return Err(Place::of_file("checked_against").error("nothing is named"));
    }
    let defaults = procedure
        .routes
        .iter()
        .filter(|route| route.default)
        .count();
    if defaults != 1 {
        return Err(Place::of_file("routes").error(format!(
            "exactly one route is the default; here {defaults} are"
        )));
    }
    unique(
        procedure.routes.iter().map(|route| &route.key),
        &Place::of_file("routes"),
    )?;
    procedure
        .routes
        .iter()
        .try_for_each(|each| route(procedure, each))
}

/// The two codes name the same entity of the table.
fn entity(procedure: &Procedure) -> Result<(), ProcedureError> {
    let known = entity::find(procedure.entity);
    let url = procedure.iso2.to_ascii_lowercase();
    if known.is_none_or(|known| known.url != url) || procedure.iso2 == url {
        return Err(Place::of_file("iso2 and iso3").error(format!(
            "{} and {} do not name the same State or organisation in the table of entities",
            procedure.iso2, procedure.entity
        )));
    }
    Ok(())
}

fn chambers(procedure: &Procedure) -> Result<(), ProcedureError> {
    let place = Place::of_file("chambers");
    if procedure.chambers.is_empty() {
        return Err(place.error("no chamber is named"));
    }
    unique(
        procedure.chambers.iter().map(|chamber| &chamber.key),
        &place,
    )?;
    match procedure
        .chambers
        .iter()
        .find(|chamber| chamber.members == Some(0))
    {
        None => Ok(()),
        Some(chamber) => Err(place.error(format!(
            "the chamber {} has no seats; write null if their number is not fixed",
            chamber.key
        ))),
    }
}

fn route(procedure: &Procedure, route: &Route) -> Result<(), ProcedureError> {
    let place = |field: &str| Place::of_route(&route.key, field);
    if route.stages.is_empty() {
        return Err(place("stages").error("no stage is named"));
    }
    let has = |role| {
        procedure
            .chambers
            .iter()
            .any(|chamber| chamber.role == role)
    };
    if route.either_house_first && !(has(ChamberRole::Lower) && has(ChamberRole::Upper)) {
        return Err(place("either_house_first").error("there are not two houses"));
    }
    unique(
        route.stages.iter().map(|stage| &stage.key),
        &place("stages"),
    )?;
    for (expected, stage) in (1..).zip(&route.stages) {
        if stage.order != expected {
            return Err(Place::of_stage(&route.key, &stage.key, "order")
                .error(format!("{expected} comes next, not {}", stage.order)));
        }
        check_stage(procedure, route, stage)?;
    }
    let place_of = |kind| route.stages.iter().position(|stage| stage.kind == kind);
    for kind in [StageKind::InstrumentSignature, StageKind::Deposit] {
        if route
            .stages
            .iter()
            .filter(|stage| stage.kind == kind)
            .count()
            > 1
        {
            return Err(place("stages")
                .error("an instrument is signed once and deposited once, but two stages say so"));
        }
    }
    match (
        place_of(StageKind::InstrumentSignature),
        place_of(StageKind::Deposit),
    ) {
        (Some(signature), Some(deposit)) if deposit < signature => {
            Err(place("stages").error("the instrument is deposited before it is signed"))
        }
        (None, Some(_)) => {
            Err(place("stages").error("an instrument is deposited that no stage signs"))
        }
        _ => Ok(()),
    }
}

fn check_stage(procedure: &Procedure, route: &Route, stage: &Stage) -> Result<(), ProcedureError> {
    let place = |field: &str| Place::of_stage(&route.key, &stage.key, field);
    if let Some(chamber) = &stage.chamber
        && procedure.chamber(chamber).is_none()
    {
        return Err(place("chamber").error(format!("the file has no chamber {chamber}")));
    }
    match (stage.kind.is_vote(), stage.vote_on) {
        (true, None) => return Err(place("vote_on").error("a vote is on something")),
        (false, Some(_)) => return Err(place("vote_on").error("nobody votes at this stage")),
        (true, Some(_)) | (false, None) => {}
    }
    if stage.kind.is_international() && stage.optional {
        return Err(place("optional").error("no treaty binds without its signature and deposit"));
    }
    if stage.condition.is_some() && !stage.optional {
        return Err(place("condition").error("a stage that is always needed has no condition"));
    }
    if stage.optional && stage.condition.is_none() && stage.kind != StageKind::Committee {
        return Err(place("condition").error("an optional stage says when it happens"));
    }
    majorities(stage, &place)?;
    for period in &stage.periods {
        check_period(procedure, stage, period, &place("periods"))?;
    }
    let readings = stage.repeats.as_ref().map(|repeats| repeats.readings);
    if readings.is_some_and(|readings| !(2..=MOST_READINGS).contains(&readings)) {
        return Err(place("repeats").error("a stage that is repeated has 2 to 10 readings"));
    }
    targets(procedure, route, stage, &place)
}

fn majorities(stage: &Stage, place: &impl Fn(&str) -> Place) -> Result<(), ProcedureError> {
    if let Some(stage_rule) = &stage.rule {
        rule(stage_rule, &place("rule"))?;
    }
    if let Some(stage_quorum) = &stage.quorum {
        quorum(stage_quorum, &place("quorum"))?;
    }
    let mut triggers = BTreeSet::new();
    for variant in &stage.rule_variants {
        let field = format!("rule_variants, {}", variant.when.trigger.name());
        if !triggers.insert(variant.when.trigger) {
            return Err(place(&field).error("two other majorities for the same case"));
        }
        rule(&variant.rule, &place(&field))?;
        if let Some(other) = &variant.quorum {
            quorum(other, &place(&field))?;
        }
        if variant.vote_on.is_some() && !stage.kind.is_vote() {
            return Err(place(&field).error("nobody votes at this stage"));
        }
    }
    match &stage.overcome_by {
        None if stage.on_failure == Some(OnFailure::Override) => {
            Err(place("override").error("on_failure says override, but nothing says how"))
        }
        None => Ok(()),
        Some(overcome) => {
            rule(&overcome.rule, &place("override"))?;
            for variant in &overcome.variants {
                rule(&variant.rule, &place("override, variants"))?;
                if let OverrideCase::Objection(of) = &variant.case {
                    rule(of, &place("override, variants"))?;
                }
            }
            let quorums = overcome.variants.iter().filter_map(|of| of.quorum.as_ref());
            overcome
                .quorum
                .iter()
                .chain(quorums)
                .try_for_each(|other| quorum(other, &place("override")))
        }
    }
}

/// The name, the formula and the machine form of a majority say the same.
fn rule(rule: &Rule, place: &Place) -> Result<(), ProcedureError> {
    let label = rule.label;
    if rule.formula.as_str() != label.formula() {
        return Err(place.clone().error(format!(
            "this majority has the formula “{}”, not “{}”",
            label.formula(),
            rule.formula.as_str()
        )));
    }
    written_as(&rule.expr, label.written(), place)
}

/// The formula and the machine form of a quorum say the same, but for remarks in brackets.
fn quorum(quorum: &Quorum, place: &Place) -> Result<(), ProcedureError> {
    let formula = quorum.formula.as_str();
    let without_remark = formula.split_once(" (").and_then(|(before, rest)| {
        let (_, after) = rest.split_once(')')?;
        Some(format!("{before}{after}"))
    });
    let formula = without_remark.as_deref().unwrap_or(formula);
    written_as(&quorum.expr, formula, place)
}

fn written_as(expr: &Expression, formula: &str, place: &Place) -> Result<(), ProcedureError> {
    let written = expr.to_string();
    if written == formula {
        return Ok(());
    }
    Err(place.clone().error(format!(
        "the machine form says “{written}”, not “{formula}”"
    )))
}

fn check_period(
    procedure: &Procedure,
    stage: &Stage,
    period: &Period,
    place: &Place,
) -> Result<(), ProcedureError> {
    if !(1..=LONGEST_PERIOD).contains(&period.value) {
        return Err(place.clone().error(format!(
            "a period runs 1 to {LONGEST_PERIOD} units, not {}",
            period.value
        )));
    }
    if let Err(error) = Measure::of(period.unit, stage, procedure) {
        return Err(place.clone().error(error.to_string()));
    }
    if period.opens != Opening::AfterLastDay && period.kind != PeriodKind::MinimumWait {
        return Err(place
            .clone()
            .error("only a minimum wait says from when what waits may happen"));
    }
    Ok(())
}

/// Stages and routes that a stage names are there.
fn targets(
    procedure: &Procedure,
    route: &Route,
    stage: &Stage,
    place: &impl Fn(&str) -> Place,
) -> Result<(), ProcedureError> {
    for on_failure in reach::failures(stage) {
        match on_failure {
            OnFailure::Goto(target) if *target == stage.key || route.stage(target).is_none() => {
                return Err(
                    place("on_failure").error(format!("the route has no other stage {target}"))
                );
            }
            OnFailure::SwitchRoute(target)
                if *target == route.key || procedure.route(target).is_none() =>
            {
                return Err(
                    place("on_failure").error(format!("the file has no other route {target}"))
                );
            }
            _ => {}
        }
    }
    let voting = stage.overcome_by.iter().flat_map(|by| &by.chambers);
    for chamber in voting {
        if procedure.chamber(chamber).is_none() {
            return Err(place("override").error(format!("the file has no chamber {chamber}")));
        }
    }
    let Some(beside) = &stage.parallel_with else {
        return Ok(());
    };
    match route.stage(beside) {
        Some(other) if *beside != stage.key && other.parallel_with.is_none() => Ok(()),
        Some(_) => Err(place("parallel_with").error(format!(
            "{beside} itself runs beside another stage; name that one"
        ))),
        None => Err(place("parallel_with").error(format!("the route has no stage {beside}"))),
    }
}

/// Keys are in small letters, digits and underscores, and no two are the same.
fn unique<'a>(keys: impl Iterator<Item = &'a Key>, place: &Place) -> Result<(), ProcedureError> {
    let mut seen = BTreeSet::new();
    for key in keys {
        let fine = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if !key.as_str().bytes().all(fine) {
            return Err(place.clone().error(format!(
                "the key “{key}” has other characters than small letters, digits and _"
            )));
        }
        if !seen.insert(key) {
            return Err(place.clone().error(format!("two have the key {key}")));
        }
    }
    Ok(())
}

/// YYYY, YYYY-MM or YYYY-MM-DD.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|b| b.is_ascii_digit())
    };
    match parts.as_slice() {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2),
        [_, _, _] => text.parse::<crate::day::Day>().is_ok(),
        _ => false,
    }
}
