//! The report on a measure of the US Congress as text, by the contract of `docs/REPLAY.md`.

use std::fmt::Write as _;

use domain::congress::{Agreement, LegalEffect, Question};

use crate::replay::compare::Outcome;
use crate::replay::us_measure::{MeasureReport, StageReport};

/// The lines on one measure: one that begins with PASS or FAIL, then indented ones.
pub fn lines(report: &MeasureReport) -> String {
    let mut out = String::new();
    let verdict = match report.outcome {
        Outcome::Pass => "PASS",
        Outcome::Fail => "FAIL",
    };
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{verdict} {}: {}", report.case, summary(report));
    for finding in &report.findings {
        let _ = writeln!(out, "  {finding}");
    }
    for stage in &report.stages {
        if let Some(text) = stage_line(stage) {
            let day = stage.on.map_or_else(String::new, |on| format!(" {on}"));
            let _ = writeln!(out, "  {}{day}: {text}", stage.stage);
        }
    }
    for question in &report.not_reported {
        let _ = writeln!(out, "  not reported: {}", vote_on(*question));
    }
    out
}

fn summary(report: &MeasureReport) -> String {
    let mut summary = format!(
        "{} ({}); {}",
        report.measure,
        effect(report.legal_effect),
        report.status
    );
    if let Some(congress) = report.began_again {
        let _ = write!(
            summary,
            "; proceedings began again in the {congress} Congress"
        );
    }
    let agreement = match report.agreement {
        Agreement::NotApproved => "; consent not given",
        Agreement::GoesAhead => "; the agreement goes ahead",
        Agreement::Disapproved => "; the agreement is disapproved",
        Agreement::NotConcerned => "; no consent to be bound",
        Agreement::Approved | Agreement::ConsentExpressed => "",
    };
    summary.push_str(agreement);
    summary
}

/// `None` for a stage of which there is nothing to say.
fn stage_line(stage: &StageReport) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    if let Some(obstacle) = &stage.cannot_come {
        parts.push(format!("cannot come here: {obstacle}"));
    }
    if stage.threshold.computed.is_some() {
        parts.push(vote(stage));
    }
    parts.extend(stage.differs.iter().cloned());
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn vote(stage: &StageReport) -> String {
    let mut text = match (stage.yeas, stage.nays) {
        (Some(yeas), Some(nays)) => format!("{yeas}-{nays}"),
        _ => "no full figures".to_owned(),
    };
    if let Some(threshold) = stage.threshold.computed {
        match stage.votes_needed.computed {
            Some(needed) => {
                let _ = write!(text, ", {needed} needed ({threshold})");
            }
            None => {
                let _ = write!(text, ", {threshold}");
            }
        }
    }
    let result = stage.result.computed.as_deref();
    let _ = write!(text, ", {}", result.unwrap_or("cannot be told"));
    text
}

fn effect(effect: LegalEffect) -> &'static str {
    match effect {
        LegalEffect::BindingTreaty => "binding treaty",
        LegalEffect::Law => "law",
        LegalEffect::BindingOnPresidentsAuthority => "binding on the President's authority",
        LegalEffect::None => "no legal effect",
        LegalEffect::Political => "political only",
        LegalEffect::GoesAheadUnlessDisapproved => "goes ahead unless disapproved",
    }
}

fn vote_on(question: Question) -> String {
    let what = match question {
        Question::OrderReported(_) => "report of the committee",
        Question::Cloture => "cloture",
        Question::Procedure(_) => "motion",
        Question::Passage(_) => "passage",
        Question::Differences(_) => "resolving differences",
        Question::AdviceAndConsent => "advice and consent",
        Question::Override(_) => "passage over the veto",
    };
    format!("{what}, {}", question.chamber())
}
