//! Whether a route can be walked: every stage can be reached, and its end too.

use std::collections::BTreeSet;

use crate::act::{GroupTally, Tally};
use crate::majority::{Decision, Expression, Question, Rule, Variable, decide};
use crate::name::Key;
use crate::procedure::error::{Place, ProcedureError};
use crate::procedure::progress::{Order, committee_before};
use crate::procedure::{BindingEffect, OnFailure, Procedure, Route, Stage, StageKind};

/// Checks a route whose stages are known to fit together one by one.
pub(super) fn check(procedure: &Procedure, route: &Route) -> Result<(), ProcedureError> {
    let place = |stage: &Stage, field: &str| Place::of_stage(&route.key, &stage.key, field);
    let binds = match route.binding_effect {
        BindingEffect::Treaty | BindingEffect::CongressionalExecutiveAgreement => true,
        BindingEffect::ExecutiveAgreementOrPolitical | BindingEffect::Political => false,
    };
    if binds && !route.has(StageKind::InstrumentSignature) {
        return Err(Place::of_route(&route.key, "stages").error(
            "the route cannot reach its end: a treaty binds by an instrument, and no stage signs one",
        ));
    }
    let unreachable = Order::of(procedure, route).unreachable(route);
    if let Some(first) = unreachable.first() {
        let list: Vec<&str> = unreachable.iter().map(Key::as_str).collect();
        return Err(
            Place::of_stage(&route.key, first, "parallel_with").error(format!(
                "nothing leads to it: these stages wait for each other: {}",
                list.join(", ")
            )),
        );
    }
    for (position, stage) in route.stages.iter().enumerate() {
        if !can_be_passed(procedure, stage) {
            return Err(place(stage, "rule").error(
                "the route cannot reach its end: not even with all votes is this stage passed",
            ));
        }
        for on_failure in failures(stage) {
            match on_failure {
                OnFailure::ReturnToCommittee if committee_before(route, position).is_none() => {
                    return Err(place(stage, "on_failure")
                        .error("no committee of this chamber comes before it to return to"));
                }
                OnFailure::Goto(target) => goes_on(route, stage, target)?,
                _ => {}
            }
        }
    }
    Ok(())
}

/// What can follow a failure at a stage, under any of its majorities.
pub(super) fn failures(stage: &Stage) -> impl Iterator<Item = &OnFailure> {
    let variants = stage.rule_variants.iter();
    let others = variants.filter_map(|variant| variant.on_failure.as_ref());
    stage.on_failure.iter().chain(others)
}

/// A stage that takes another's place comes back to the route before its end, and does not lead back
/// to the one whose place it takes by failing itself.
fn goes_on(route: &Route, stage: &Stage, target: &Key) -> Result<(), ProcedureError> {
    let place = Place::of_stage(&route.key, &stage.key, "on_failure");
    let order = |key: &Key| route.stage(key).map(|stage| stage.order);
    let signature = route
        .stages
        .iter()
        .find(|stage| stage.kind == StageKind::InstrumentSignature);
    if let (Some(signature), Some(to)) = (signature, order(target))
        && stage.order < signature.order
        && to >= signature.order
    {
        return Err(place.error(format!(
            "{target} never returns: it comes when the instrument is signed, so that a failure here would change nothing"
        )));
    }
    let mut seen = BTreeSet::from([&stage.key]);
    let mut next = Some(target);
    while let Some(key) = next {
        if !seen.insert(key) {
            return Err(place.error(format!(
                "{target} never returns: each failure leads to the next, in a circle"
            )));
        }
        next = route.stage(key).and_then(|stage| match &stage.on_failure {
            Some(OnFailure::Goto(target)) => Some(target),
            _ => None,
        });
    }
    Ok(())
}

/// Whether a vote at a stage can have the result that the treaty needs, with everybody voting for it.
fn can_be_passed(procedure: &Procedure, stage: &Stage) -> bool {
    let seats = procedure.seats(stage);
    let for_it = |question: Option<Question>, rule: &Rule| match question {
        None => true,
        Some(question) => {
            let count = seats.unwrap_or(ENOUGH);
            let tally = match question {
                Question::Approval => unanimous(count, count, 0),
                Question::Objection => unanimous(count, 0, count),
            };
            let wrong = match question {
                Question::Approval => Decision::Lost,
                Question::Objection => Decision::Carried,
            };
            counts_requests(&rule.expr) || decide(rule, None, &tally, seats).decision != wrong
        }
    };
    let own = stage.rule.iter().map(|rule| (stage.vote_on, rule));
    let variants = stage
        .rule_variants
        .iter()
        .map(|variant| (variant.vote_on.or(stage.vote_on), &variant.rule));
    own.chain(variants)
        .all(|(question, rule)| for_it(question, rule))
}

/// So many members that no rule asks for more, where the seats are not known.
const ENOUGH: u32 = 100_000;

/// Requests are counted, and nobody votes.
fn counts_requests(expr: &Expression) -> bool {
    match expr {
        Expression::Compare(comparison) => matches!(
            comparison.figure,
            Variable::RequestsTk | Variable::RequestsEk
        ),
        Expression::All(parts) | Expression::Any(parts) => parts.iter().any(counts_requests),
        Expression::Not(part) | Expression::EachGroup(_, part) => counts_requests(part),
        Expression::Always(_) => false,
    }
}

fn unanimous(seats: u32, yes: u32, no: u32) -> Tally {
    let group = |name: &str| {
        Some(GroupTally {
            group: name.parse().ok()?,
            yes: Some(yes),
            no: Some(no),
            abstain: Some(0),
        })
    };
    Tally {
        yes: Some(yes),
        no: Some(no),
        abstain: Some(0),
        present: Some(seats),
        not_voting: Some(0),
        members: Some(seats),
        members_in_office: Some(seats),
        groups: ["cantons", "population", "states"]
            .into_iter()
            .filter_map(group)
            .collect(),
        ..Tally::default()
    }
}
