//! Every majority of the procedure files, by its place.

use std::collections::BTreeMap;

use domain::majority::{Question, Quorum, Rule};
use domain::name::Key;
use domain::procedure::{Override, OverrideCase, Procedure, Stage, Trigger, library};

/// Where a majority stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub entity: String,
    pub route: String,
    pub stage: String,
    pub part: Part,
}

/// Which of the majorities of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The one that applies if nothing else does.
    Own,
    /// The one for a case.
    If(Trigger),
    /// The one that overcomes a veto or an objection.
    Overcoming,
    /// The one that overcomes it in a case.
    OvercomingIf(Trigger),
    /// The one by which an objection asks for more to be overcome.
    LargerObjection,
    /// The one that overcomes such an objection.
    OvercomingLargerObjection,
}

/// A majority as its file gives it.
#[derive(Debug, Clone)]
pub struct Majority {
    pub rule: Rule,
    /// That of the stage where a case has none of its own.
    pub quorum: Option<Quorum>,
    /// `None` where nobody votes on the treaty, and on overcoming.
    pub question: Option<Question>,
    /// `None` where several vote, or the people.
    pub chamber: Option<Key>,
}

/// All of them.
pub fn majorities() -> BTreeMap<Place, Majority> {
    library::all()
        .flat_map(|filed| of_procedure(&filed.procedure))
        .collect()
}

fn of_procedure(procedure: &Procedure) -> Vec<(Place, Majority)> {
    let mut found = Vec::new();
    for route in &procedure.routes {
        for stage in &route.stages {
            let place = |part| Place {
                entity: procedure.entity.to_string(),
                route: route.key.to_string(),
                stage: stage.key.to_string(),
                part,
            };
            found.extend(
                of_stage(stage)
                    .into_iter()
                    .map(|(part, majority)| (place(part), majority)),
            );
        }
    }
    found
}

fn of_stage(stage: &Stage) -> Vec<(Part, Majority)> {
    let own = stage.rule.iter().map(|rule| {
        let majority = Majority {
            rule: rule.clone(),
            quorum: stage.quorum.clone(),
            question: stage.vote_on,
            chamber: stage.chamber.clone(),
        };
        (Part::Own, majority)
    });
    let variants = stage.rule_variants.iter().map(|variant| {
        let majority = Majority {
            rule: variant.rule.clone(),
            quorum: variant.quorum.clone().or_else(|| stage.quorum.clone()),
            question: variant.vote_on.or(stage.vote_on),
            chamber: stage.chamber.clone(),
        };
        (Part::If(variant.when.trigger), majority)
    });
    let overcoming = stage.overcome_by.iter().flat_map(of_overcoming);
    own.chain(variants).chain(overcoming).collect()
}

fn of_overcoming(overcoming: &Override) -> Vec<(Part, Majority)> {
    let majority = |rule: &Rule, quorum: Option<&Quorum>| Majority {
        rule: rule.clone(),
        quorum: quorum.cloned(),
        question: None,
        chamber: None,
    };
    let own = overcoming.quorum.as_ref();
    let mut found = vec![(Part::Overcoming, majority(&overcoming.rule, own))];
    for variant in &overcoming.variants {
        let overcomes = majority(&variant.rule, variant.quorum.as_ref().or(own));
        match &variant.case {
            OverrideCase::Trigger(when) => {
                found.push((Part::OvercomingIf(when.trigger), overcomes));
            }
            OverrideCase::Objection(larger) => {
                found.push((Part::LargerObjection, majority(larger, None)));
                found.push((Part::OvercomingLargerObjection, overcomes));
            }
        }
    }
    found
}
