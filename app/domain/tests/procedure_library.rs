//! The procedure files that come with the program: each is read, checked, and decides something.

#![cfg(feature = "procedures")]
#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

use domain::act::Tally;
use domain::digest::Digest;
use domain::majority::{Arithmetic, Decision, Expression, Label, Quorum, Rule, decide};
use domain::procedure::{OverrideCase, Procedure, library};

#[test]
fn every_file_is_read_and_holds_together() {
    let mut read = 0;
    for (name, bytes) in library::files() {
        let procedure =
            Procedure::read_to_adopt(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(format!("{}.json", procedure.iso2), name);
        let filed = library::of(procedure.entity).unwrap();
        assert_eq!((filed.name, filed.bytes), (name, bytes));
        assert_eq!(filed.hash, Digest::of(bytes));
        read += 1;
    }
    assert_eq!((read, library::all().count()), (42, 42));
}

#[test]
fn no_file_in_the_folder_is_left_out() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/procedures");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    let embedded: Vec<&str> = library::files().map(|(name, _)| name).collect();
    assert_eq!(names, embedded);
}

#[test]
fn a_file_written_again_says_the_same() {
    for filed in library::all() {
        let written = serde_json::to_vec(filed.procedure.as_ref()).unwrap();
        assert_eq!(
            Procedure::read(&written).unwrap(),
            *filed.procedure,
            "{}",
            filed.name
        );
    }
}

/// A vote in which everybody is there and votes the same way.
fn unanimous(seats: u32, yes: u32, no: u32) -> Tally {
    let group = |name: &str| domain::act::GroupTally {
        group: name.parse().unwrap(),
        yes: Some(yes),
        no: Some(no),
        abstain: Some(0),
    };
    Tally {
        yes: Some(yes),
        no: Some(no),
        abstain: Some(0),
        present: Some(seats),
        not_voting: Some(0),
        members: Some(seats),
        members_in_office: Some(seats),
        groups: ["cantons", "population", "states", "french", "dutch"]
            .map(group)
            .into(),
        ..Tally::default()
    }
}

/// Every rule of every file, with its quorum and the seats of its chamber.
fn rules() -> Vec<(String, Rule, Option<Quorum>, Option<u32>)> {
    let mut rules = Vec::new();
    for filed in library::all() {
        for route in &filed.procedure.routes {
            for stage in &route.stages {
                let place = format!("{} {} {}", filed.name, route.key, stage.key);
                let seats = filed.procedure.seats(stage);
                let own = stage.rule.iter().map(|rule| (rule, stage.quorum.clone()));
                let variants = stage
                    .rule_variants
                    .iter()
                    .map(|variant| (&variant.rule, variant.quorum.clone()));
                let overcome = stage
                    .overcome_by
                    .iter()
                    .map(|overcome| (&overcome.rule, overcome.quorum.clone()));
                for (rule, quorum) in own.chain(variants) {
                    rules.push((place.clone(), rule.clone(), quorum, seats));
                }
                // The body that overrides is often another than the one overridden.
                let variants = stage.overcome_by.iter().flat_map(|by| &by.variants);
                for variant in variants.clone() {
                    if let OverrideCase::Objection(rule) = &variant.case {
                        rules.push((place.clone(), rule.clone(), None, seats));
                    }
                }
                let overcome =
                    overcome.chain(variants.map(|variant| (&variant.rule, variant.quorum.clone())));
                for (rule, quorum) in overcome {
                    rules.push((place.clone(), rule.clone(), quorum, None));
                }
            }
        }
    }
    rules
}

#[test]
fn every_rule_decides_something() {
    let mut labels: Vec<Label> = Vec::new();
    for (place, rule, quorum, seats) in rules() {
        let count = seats.unwrap_or(100);
        let decide = |tally: &Tally| -> Arithmetic { decide(&rule, quorum.as_ref(), tally, seats) };
        let for_it = decide(&unanimous(count, count, 0)).decision;
        let against = decide(&unanimous(count, 0, count)).decision;
        let expected = match rule.label {
            // Nothing is counted.
            Label::MinisterialStatement | Label::PriorDecisionPrevails => {
                (Decision::Carried, Decision::Carried)
            }
            // The stage is passed if the motion against the treaty is not.
            Label::NegativeResolutionAbsent => (Decision::Lost, Decision::Carried),
            // The requests are not votes.
            Label::NoRequestForExplicitProcedure => {
                (Decision::CannotBeTold, Decision::CannotBeTold)
            }
            _ => (Decision::Carried, Decision::Lost),
        };
        assert_eq!((for_it, against), expected, "{place}: {}", rule.expr);
        labels.push(rule.label);
    }
    labels.sort();
    labels.dedup();
    assert_eq!(
        labels,
        Label::ALL,
        "a majority that no file uses need not be known"
    );
}

#[test]
fn the_votes_that_a_file_says_are_needed_are_those_that_are_needed() {
    for (place, rule, quorum, seats) in rules() {
        let (Some(votes), Some(seats)) = (rule.votes_needed, seats) else {
            continue;
        };
        let tally = unanimous(seats, seats, 0);
        let needed = |expr: &Expression| {
            let rule = Rule {
                expr: expr.clone(),
                ..rule.clone()
            };
            decide(&rule, quorum.as_ref(), &tally, Some(seats)).needed
        };
        // Of two conditions a file may give the number for the one that is fixed.
        let of_parts = match &rule.expr {
            Expression::All(parts) => parts.iter().map(needed).collect(),
            _ => Vec::new(),
        };
        let is_right = needed(&rule.expr) == Some(votes) || of_parts.contains(&Some(votes));
        assert!(is_right, "{place}: {} needs {votes}", rule.expr);
    }
}
