//! The report as text, by the contract of `docs/REPLAY.md`.

use std::fmt::Write as _;

use domain::clause::smallest_sets::{Choice, ToGo, Way};

use crate::replay::compare::{CaseReport, Outcome, join};

/// The lines on one treaty: one that begins with PASS or FAIL, then indented ones.
pub fn lines(report: &CaseReport) -> String {
    let mut out = String::new();
    let verdict = match report.outcome {
        Outcome::Pass => "PASS",
        Outcome::Fail => "FAIL",
    };
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{verdict} {}: {}", report.case, summary(report));
    for (what, compared) in [
        ("conditions met on", &report.threshold_met_on),
        ("in force on", &report.entry_into_force),
    ] {
        if !compared.agrees {
            let _ = writeln!(
                out,
                "  {what}: computed {}, recorded {}",
                or_none(compared.computed),
                or_none(compared.recorded)
            );
        }
    }
    for checkpoint in &report.checkpoints {
        if !checkpoint.differs.is_empty() {
            let condition = checkpoint
                .condition
                .map_or_else(|| "the whole".to_owned(), |n| format!("condition {n}"));
            let _ = writeln!(
                out,
                "  checkpoint {} ({condition}): {}",
                checkpoint.day,
                checkpoint.differs.join("; ")
            );
        }
    }
    for party in &report.parties {
        if party.same {
            let _ = writeln!(out, "  SAME {} {}", party.code, party.recorded);
        } else {
            let computed: Vec<String> = party.computed.iter().map(ToString::to_string).collect();
            let computed = if computed.is_empty() {
                "none".to_owned()
            } else {
                computed.join(", ")
            };
            let _ = writeln!(
                out,
                "  DIFFERS {} recorded {}, computed {computed}",
                party.code, party.recorded
            );
        }
    }
    out
}

fn or_none(day: Option<domain::day::Day>) -> String {
    day.map_or_else(|| "none".to_owned(), |day| day.to_string())
}

fn summary(report: &CaseReport) -> String {
    let mut summary = if let (Some(met), Some(in_force)) = (
        report.threshold_met_on.computed,
        report.entry_into_force.computed,
    ) {
        let bounded = if report.at_the_latest {
            " at the latest"
        } else {
            ""
        };
        format!("conditions met on {met}{bounded}, in force on {in_force}")
    } else {
        let by = report
            .day
            .map_or_else(String::new, |day| format!(" by {day}"));
        let what = if report.lapsed.len() == report.progress.len() {
            "the last day for its conditions has passed".to_owned()
        } else {
            to_go(&report.to_go)
        };
        format!("not in force{by}; {what}")
    };
    if !report.checkpoints.is_empty() {
        let right = report
            .checkpoints
            .iter()
            .filter(|checkpoint| checkpoint.differs.is_empty())
            .count();
        let _ = write!(
            summary,
            "; {right} of {} checkpoints as recorded",
            report.checkpoints.len()
        );
    }
    if !report.parties.is_empty() {
        let same = report.parties.iter().filter(|party| party.same).count();
        let _ = write!(
            summary,
            "; {same} of {} dates of parties the same",
            report.parties.len()
        );
    }
    summary
}

/// What is lacking, in words.
fn to_go(to_go: &ToGo) -> String {
    match to_go {
        ToGo::Met => "nothing to go".to_owned(),
        ToGo::OutOfReach => "the participants recorded cannot meet the clause".to_owned(),
        ToGo::Bounded { at_least, at_most } => match at_most {
            Some(most) => format!(
                "at least {at_least} and at most {most} to go (too intricate to say exactly)"
            ),
            None => format!("at least {at_least} to go (too intricate to say exactly)"),
        },
        ToGo::Ways(ways) => ways.first().map_or_else(String::new, way),
    }
}

fn way(way: &Way) -> String {
    let mut text = format!("{} to go", way.size);
    let shown: Vec<String> = way.choices.iter().take(4).map(choice).collect();
    if way.size > 0 && !shown.is_empty() {
        let _ = write!(text, ": {}", shown.join(", or "));
        if way.choices.len() > shown.len() || !way.complete {
            text.push_str(", or others");
        }
    }
    if let Some(day) = way.not_before {
        let _ = write!(text, "; not before {day}");
    }
    for event in &way.awaits {
        let _ = write!(text, "; awaits the event “{event}”");
    }
    text
}

fn choice(choice: &Choice) -> String {
    let picks: Vec<String> = choice
        .0
        .iter()
        .map(|pick| {
            if pick.take as usize == pick.from.len() {
                join(&pick.from)
            } else if pick.from.len() <= 12 {
                format!("any {} of {}", pick.take, join(&pick.from))
            } else {
                format!("any {} of {} others", pick.take, pick.from.len())
            }
        })
        .collect();
    picks.join(" and ")
}
