//! Following a measure of the US Congress, and comparing each stage with what is on record.

use domain::act::Ruling;
use domain::congress::{
    Action, Agreement, Chamber, Congress, Event, LegalEffect, Obstacle, Proceedings, Question,
    Route, Status, Taken, Threshold, Verdict, Vote, agreement,
};
use domain::day::Day;
use domain::majority::{Checked, Decision, QuorumFinding};
use serde::Serialize;

use crate::history::problem::Findings;
use crate::history::us_measure::{UsMeasure, UsStage};
use crate::history::us_stage::{self, Said, Stage};
use crate::replay::compare::Outcome;

/// The report on one measure.
#[derive(Debug, Serialize)]
pub struct MeasureReport {
    /// The case.
    pub case: String,
    /// How it is cited.
    pub measure: String,
    /// Its route.
    pub route: Route,
    /// What comes of it in law.
    pub legal_effect: LegalEffect,
    /// Whether it can be consent to be bound.
    pub can_be_consent: bool,
    /// Whether everything is as recorded and could come where it did.
    pub outcome: Outcome,
    /// Where it stands after its last stage, or at the end of the day asked for.
    pub status: Status,
    /// What that means for the agreement behind it.
    pub agreement: Agreement,
    /// The Congress in which proceedings on a treaty began again.
    pub began_again: Option<Congress>,
    /// Its stages.
    pub stages: Vec<StageReport>,
    /// Votes that must have been taken and are not in the file.
    pub not_reported: Vec<Question>,
    /// What is wrong with the measure as a whole.
    pub findings: Vec<String>,
}

/// The report on one stage.
#[derive(Debug, Serialize)]
pub struct StageReport {
    /// Its place.
    pub seq: u32,
    /// Its name in the file.
    pub stage: String,
    /// When it was.
    pub on: Option<Day>,
    /// Yeas and nays, where it is a vote.
    pub yeas: Option<u32>,
    /// See `yeas`.
    pub nays: Option<u32>,
    /// What it needed: computed and recorded.
    pub threshold: Compared<Threshold>,
    /// The yeas needed.
    pub votes_needed: Compared<u32>,
    /// What came of it, in the words of congress.gov; `None` if that cannot be told.
    pub result: Compared<String>,
    /// Whether there was a quorum.
    pub quorum: Option<QuorumFinding>,
    /// Why it could not come here.
    pub cannot_come: Option<String>,
    /// What differs, in words; empty if nothing does.
    pub differs: Vec<String>,
}

/// What is recorded and what is computed, where either is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Compared<T> {
    /// As recorded.
    pub recorded: Option<T>,
    /// As computed.
    pub computed: Option<T>,
}

impl<T: PartialEq + ToString> Compared<T> {
    /// In words, if both are known and differ.
    fn difference(&self, what: &str) -> Option<String> {
        let (recorded, computed) = (self.recorded.as_ref()?, self.computed.as_ref()?);
        (recorded != computed).then(|| {
            format!(
                "{what} computed {}, recorded {}",
                computed.to_string(),
                recorded.to_string()
            )
        })
    }
}

/// Follows a measure up to a day. `None` if nothing of it had happened by then.
pub fn replay(
    measure: &UsMeasure,
    as_of: Option<Day>,
    findings: &mut Findings,
) -> Option<MeasureReport> {
    let mut proceedings = Proceedings::new(measure.measure.clone());
    let on_or_before = |stage: &&UsStage| {
        let day = as_of.zip(stage.on);
        day.is_none_or(|(as_of, on)| on <= as_of)
    };
    let stages: Vec<StageReport> = measure
        .stages
        .iter()
        // What is not dated is left out with what follows the day.
        .take_while(on_or_before)
        .map(|stage| follow(stage, &mut proceedings, findings))
        .collect();
    if stages.is_empty() {
        return None;
    }
    if let Some(day) = as_of {
        proceedings = proceedings.at_the_end_of(day);
    }
    let status = proceedings.status();
    let wrong: Vec<String> = proceedings
        .findings()
        .iter()
        .filter(|finding| finding.action.is_none())
        .map(|finding| finding.obstacle.to_string())
        .collect();
    let is_as_recorded = wrong.is_empty()
        && stages
            .iter()
            .all(|stage| stage.differs.is_empty() && stage.cannot_come.is_none());
    let route = measure.measure.route;
    Some(MeasureReport {
        case: measure.case.clone(),
        measure: measure.cited.clone(),
        route,
        legal_effect: route.legal_effect(),
        can_be_consent: route.can_be_consent(),
        outcome: if is_as_recorded {
            Outcome::Pass
        } else {
            Outcome::Fail
        },
        status,
        agreement: agreement(route, status),
        began_again: proceedings.began_again(),
        stages,
        not_reported: proceedings.not_reported().to_vec(),
        findings: wrong,
    })
}

fn follow(stage: &UsStage, proceedings: &mut Proceedings, findings: &mut Findings) -> StageReport {
    match stage.stage {
        Stage::Vote(question) => follow_vote(stage, question, proceedings, findings),
        Stage::Unknown(chamber) => judge_unknown(stage, chamber, findings),
        Stage::Event(event) => follow_event(stage, event, proceedings),
        Stage::BecameLaw if proceedings.status() == Status::Law => {
            compared(stage, None, &[Said::Law, Said::Signed], "became law")
        }
        Stage::BecameLaw => follow_event(stage, Event::Signed, proceedings),
        Stage::Died => follow_death(stage, proceedings),
        Stage::Elsewhere => compared(stage, None, &[], ""),
    }
}

fn follow_vote(
    stage: &UsStage,
    question: Question,
    proceedings: &mut Proceedings,
    findings: &mut Findings,
) -> StageReport {
    let said = said_of_vote(stage, findings);
    let has_figures = stage.roll_call.yeas.is_some() || stage.roll_call.nays.is_some();
    let by_its_name =
        !has_figures && stage.outcome.is_empty() && us_stage::says_carried(&stage.name);
    let vote = vote(
        stage,
        match said {
            Some(Said::Lost) => Ruling::Lost,
            Some(_) => Ruling::Carried,
            None if by_its_name => Ruling::Carried,
            None => Ruling::NotKnown,
        },
    );
    let outcome = proceedings.act(Action::Voted(question, vote), stage.on);
    let Some(verdict) = outcome.verdict else {
        return compared(stage, outcome.obstacle, &[], "");
    };
    let words = words(question, proceedings.measure().route);
    let mut report = of_vote(stage, &verdict, said, words);
    report.cannot_come = outcome.obstacle.as_ref().map(ToString::to_string);
    report
}

/// A vote on a question that is not known here: the recorded threshold says what it needed.
fn judge_unknown(
    stage: &UsStage,
    chamber: Option<Chamber>,
    findings: &mut Findings,
) -> StageReport {
    let (Some(threshold), Some(chamber)) = (stage.threshold, chamber) else {
        return compared(stage, None, &[], "");
    };
    let said = said_of_vote(stage, findings);
    let verdict = vote(stage, Ruling::NotKnown).verdict(chamber, stage.on, threshold);
    of_vote(stage, &verdict, said, ("agreed to", "rejected"))
}

fn said_of_vote(stage: &UsStage, findings: &mut Findings) -> Option<Said> {
    let said = us_stage::of_vote(&stage.outcome);
    if said.is_none() && !stage.outcome.is_empty() {
        findings.warn(
            &stage.at,
            format!(
                "outcome: “{}” is not understood as that of a vote; it is not compared",
                crate::history::table::short(&stage.outcome)
            ),
        );
    }
    said
}

fn vote(stage: &UsStage, ruling: Ruling) -> Vote {
    let text = format!("{} {}", stage.outcome, stage.note).to_ascii_lowercase();
    let without_roll_call = [
        "by division",
        "division vote",
        "voice vote",
        "unanimous consent",
    ];
    Vote {
        roll_call: stage.roll_call,
        taken: if without_roll_call.iter().any(|way| text.contains(way)) {
            Taken::Otherwise
        } else {
            Taken::YeasAndNays
        },
        ruling,
        by: stage.threshold,
    }
}

fn of_vote(
    stage: &UsStage,
    verdict: &Verdict,
    said: Option<Said>,
    (carried, lost): (&str, &str),
) -> StageReport {
    let word = |is_carried| if is_carried { carried } else { lost }.to_owned();
    let computed = match (verdict.decision, verdict.quorum) {
        (_, QuorumFinding::Missing(Checked::Always)) => Some("no quorum".to_owned()),
        (Decision::Carried, _) => Some(word(true)),
        (Decision::Lost, _) => Some(word(false)),
        (Decision::CannotBeTold, _) => None,
    };
    let heard = said.map(|said| word(said != Said::Lost));
    let mut report = StageReport {
        threshold: Compared {
            recorded: stage.threshold,
            computed: Some(verdict.threshold),
        },
        votes_needed: Compared {
            recorded: stage.votes_needed,
            computed: verdict.needed,
        },
        quorum: Some(verdict.quorum),
        ..compared(stage, None, &[], "")
    };
    report.result.computed.clone_from(&computed);
    let result = Compared {
        recorded: heard,
        computed,
    };
    report.differs = [
        report.threshold.difference("threshold"),
        report.votes_needed.difference("votes needed"),
        result.difference("outcome").map(|difference| {
            // The word of the file, not ours for it.
            let before = difference.split(", recorded ").next().unwrap_or_default();
            format!("{before}, recorded {}", stage.outcome)
        }),
    ]
    .into_iter()
    .flatten()
    .collect();
    report
}

fn follow_event(stage: &UsStage, event: Event, proceedings: &mut Proceedings) -> StageReport {
    let says_pocket = stage.outcome.to_ascii_lowercase().contains("pocket");
    let event = if event == Event::Vetoed && says_pocket {
        Event::PocketVetoed
    } else {
        event
    };
    let outcome = proceedings.act(Action::Happened(event), stage.on);
    let (expected, words): (&[Said], &str) = match event {
        Event::Signed => (&[Said::Law, Said::Signed], "became law"),
        Event::LawWithoutSignature => (&[Said::Law], "became law"),
        Event::Vetoed | Event::PocketVetoed => (&[Said::Vetoed], "vetoed"),
        Event::InstrumentSigned | Event::Concluded => (&[Said::Signed, Said::Bound], "signed"),
        Event::Deposited => (&[Said::Bound, Said::Signed], "deposited"),
        Event::Exchanged => (&[Said::Bound, Said::Signed], "exchanged"),
        Event::EnteredIntoForce => (&[Said::Bound], "entered into force"),
        Event::RatificationDeclined => (&[Said::Lost], "declined"),
        Event::Introduced(_)
        | Event::Transmitted
        | Event::LaidForReview
        | Event::SecrecyRemoved
        | Event::Referred(_)
        | Event::Hearing(_)
        | Event::Reported(_)
        | Event::Discharged(_)
        | Event::PlacedOnCalendar(_)
        | Event::ResolvingDifferences
        | Event::Partitioned
        | Event::ReturnedToPresident
        | Event::Withdrawn
        | Event::ReviewEnded
        | Event::Presented
        | Event::Proclaimed
        | Event::ReportedUnderCaseAct => (&[], ""),
    };
    compared(stage, outcome.obstacle, expected, words)
}

/// A measure that is said to have died, on a day or at the end of its Congress.
fn follow_death(stage: &UsStage, proceedings: &Proceedings) -> StageReport {
    let status = stage
        .on
        .map_or(proceedings.status(), |on| proceedings.status_on(on));
    let mut report = compared(stage, None, &[], "");
    if stage.on.is_some() && !matches!(status, Status::Died(_)) {
        report.result.computed = Some(status.to_string());
        report.differs = vec![format!(
            "outcome computed {status}, recorded {}",
            stage.name
        )];
    }
    report
}

/// A stage without a vote: the recorded outcome, if it is understood, has to be one of the expected.
fn compared(
    stage: &UsStage,
    obstacle: Option<Obstacle>,
    expected: &[Said],
    words: &str,
) -> StageReport {
    let said = us_stage::of_event(&stage.outcome);
    let differs = said
        .filter(|said| !expected.is_empty() && !expected.contains(said))
        .map(|_| format!("outcome computed {words}, recorded {}", stage.outcome));
    StageReport {
        seq: stage.seq,
        stage: stage.name.clone(),
        on: stage.on,
        yeas: stage.roll_call.yeas,
        nays: stage.roll_call.nays,
        threshold: Compared {
            recorded: stage.threshold,
            computed: None,
        },
        votes_needed: Compared {
            recorded: stage.votes_needed,
            computed: None,
        },
        result: Compared {
            recorded: (!stage.outcome.is_empty()).then(|| stage.outcome.clone()),
            computed: (!words.is_empty() && obstacle.is_none()).then(|| words.to_owned()),
        },
        quorum: None,
        cannot_come: obstacle.map(|obstacle| obstacle.to_string()),
        differs: differs.into_iter().collect(),
    }
}

/// What congress.gov calls a vote that is carried, and one that is lost.
fn words(question: Question, route: Route) -> (&'static str, &'static str) {
    match question {
        Question::OrderReported(_) => ("ordered reported", "not reported"),
        Question::Cloture => ("invoked", "not invoked"),
        Question::Procedure(_) | Question::Differences(_) => ("agreed to", "not agreed to"),
        Question::Passage(_)
            if matches!(route, Route::ConcurrentResolution | Route::SimpleResolution) =>
        {
            ("agreed to", "not agreed to")
        }
        Question::Passage(_) | Question::Override(_) => ("passed", "failed"),
        Question::AdviceAndConsent => ("agreed to", "rejected"),
    }
}
