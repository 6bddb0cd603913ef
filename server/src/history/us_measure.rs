//! `us_congress_cases.csv`: measures of the United States Congress, stage by stage.

use std::collections::BTreeMap;

use domain::congress::{Citation, Measure, RollCall, Route, Threshold};
use domain::day::Day;

use crate::history::folder::Files;
use crate::history::problem::{At, Findings};
use crate::history::table::{self, Columns, Row, short};
use crate::history::us_stage::{self, Stage};

/// The name of the file.
pub const FILE: &str = "us_congress_cases.csv";

/// A measure and its stages.
#[derive(Debug)]
pub struct UsMeasure {
    /// The case it belongs to.
    pub case: String,
    /// How the file cites it.
    pub cited: String,
    /// What it is.
    pub measure: Measure,
    /// Its stages, in the order of `seq`.
    pub stages: Vec<UsStage>,
}

/// A row: one stage.
#[derive(Debug)]
pub struct UsStage {
    /// Where it stands.
    pub at: At,
    /// Its place among the stages of its measure.
    pub seq: u32,
    /// Its name in the file.
    pub name: String,
    /// What it is.
    pub stage: Stage,
    /// When it was.
    pub on: Option<Day>,
    /// The figures.
    pub roll_call: RollCall,
    /// The recorded threshold.
    pub threshold: Option<Threshold>,
    /// The recorded number of yeas that were needed.
    pub votes_needed: Option<u32>,
    /// The recorded outcome; empty if there is none.
    pub outcome: String,
    /// Remarks. They may say how the vote was taken.
    pub note: String,
}

const COLUMNS: Columns = Columns {
    required: &[
        "case",
        "measure",
        "route",
        "seq",
        "stage",
        "date",
        "yeas",
        "nays",
        "threshold_rule",
        "votes_needed",
        "outcome",
    ],
    described: &["present", "not_voting", "note", "source", "confidence"],
};

/// Reads the file; nothing if there is none.
pub fn read(files: &impl Files, findings: &mut Findings) -> Vec<UsMeasure> {
    let rows = match files.bytes(FILE) {
        Ok(Some(bytes)) => table::read(FILE, &bytes, COLUMNS, findings),
        Ok(None) => return Vec::new(),
        Err(error) => {
            findings.error_in_file(FILE, error);
            return Vec::new();
        }
    };
    let mut measures: Vec<UsMeasure> = Vec::new();
    for row in &rows {
        read_row(row, &mut measures, findings);
    }
    for measure in &mut measures {
        measure.stages.sort_by_key(|stage| stage.seq);
    }
    measures
}

fn read_row(row: &Row, measures: &mut Vec<UsMeasure>, findings: &mut Findings) {
    let (case, cited) = (row.text("case"), row.text("measure"));
    if case.is_empty() || cited.is_empty() {
        findings.error(&row.at, "a row needs a case and a measure");
        return;
    }
    let Some(route) = route(row.text("route")) else {
        findings.error(
            &row.at,
            format!(
                "route: “{}” is not a route; use {}",
                short(row.text("route")),
                ROUTES.map(|(name, _)| name).join(", ")
            ),
        );
        return;
    };
    let position = measures.iter().position(|known| {
        known.case == case && known.cited == cited && known.measure.route == route
    });
    let measure = Measure {
        route,
        citation: Citation::read(cited),
    };
    let Some(stage) = read_stage(row, &measure, findings) else {
        return;
    };
    match position.and_then(|position| measures.get_mut(position)) {
        Some(known) => {
            if let Some(twin) = known.stages.iter().find(|other| other.seq == stage.seq) {
                findings.error(
                    &row.at,
                    format!(
                        "seq: {} stands twice, also on line {}",
                        stage.seq, twin.at.line
                    ),
                );
                return;
            }
            known.stages.push(stage);
        }
        None => measures.push(UsMeasure {
            case: case.to_owned(),
            cited: cited.to_owned(),
            measure,
            stages: vec![stage],
        }),
    }
}

fn read_stage(row: &Row, measure: &Measure, findings: &mut Findings) -> Option<UsStage> {
    let errors_before = findings.errors.len();
    let seq = number(row, "seq", findings);
    if seq.is_none() && findings.errors.len() == errors_before {
        findings.error(
            &row.at,
            "seq: a number is missing; it says which stage comes first",
        );
    }
    let name = row.text("stage");
    let stage = if name.is_empty() {
        findings.error(&row.at, "stage: the name of the stage is missing");
        None
    } else {
        match us_stage::read(name, measure.route, measure.origin()) {
            Ok(stage) => Some(stage),
            Err(problem) => {
                findings.error(&row.at, format!("stage: {problem}: “{}”", short(name)));
                None
            }
        }
    };
    let on = row.day("date", findings);
    let roll_call = RollCall {
        yeas: number(row, "yeas", findings),
        nays: number(row, "nays", findings),
        present: number(row, "present", findings),
        not_voting: number(row, "not_voting", findings),
    };
    let threshold = match row.text("threshold_rule") {
        "" => None,
        text => match text.parse() {
            Ok(threshold) => Some(threshold),
            Err(error) => {
                findings.error(&row.at, format!("threshold_rule: {error}"));
                None
            }
        },
    };
    let votes_needed = number(row, "votes_needed", findings);
    if findings.errors.len() > errors_before {
        return None;
    }
    let mut read = UsStage {
        at: row.at.clone(),
        seq: seq?,
        name: name.to_owned(),
        stage: stage?,
        on,
        roll_call,
        threshold,
        votes_needed,
        outcome: row.text("outcome").to_owned(),
        note: row.text("note").to_owned(),
    };
    settle(&mut read, measure, findings).then_some(read)
}

/// Decides between a vote and what happens without one, and refuses figures that cannot be.
fn settle(read: &mut UsStage, measure: &Measure, findings: &mut Findings) -> bool {
    use domain::congress::{Event, Question};
    let has_figures = read.roll_call != RollCall::default();
    match read.stage {
        Stage::Event(Event::Discharged(chamber)) if has_figures => {
            read.stage = Stage::Vote(Question::Procedure(chamber));
        }
        // A report that was filed, not a vote: nothing says how the committee decided.
        Stage::Vote(Question::OrderReported(chamber))
            if !has_figures && read.outcome.is_empty() =>
        {
            read.stage = Stage::Event(Event::Reported(chamber));
        }
        Stage::Vote(Question::Differences(_)) if !has_figures && read.outcome.is_empty() => {
            read.stage = Stage::Event(Event::ResolvingDifferences);
        }
        Stage::Event(_) | Stage::BecameLaw | Stage::Died | Stage::Elsewhere
            if has_figures || read.threshold.is_some() || read.votes_needed.is_some() =>
        {
            findings.error(
                &read.at,
                format!(
                    "stage: “{}” is not a vote; it has no figures and no threshold",
                    read.name
                ),
            );
            return false;
        }
        Stage::Unknown(_) => findings.warn(
            &read.at,
            format!(
                "stage: “{}” is not known; only its figures are compared",
                short(&read.name)
            ),
        ),
        Stage::Vote(_) | Stage::Event(_) | Stage::BecameLaw | Stage::Died | Stage::Elsewhere => {}
    }
    let day = read.on.or_else(|| {
        let citation = measure.citation.as_ref()?;
        Some(citation.congress?.begins())
    });
    let (chamber, threshold) = match read.stage {
        Stage::Vote(question) => (Some(question.chamber()), question.threshold(day)),
        Stage::Unknown(chamber) => (chamber, Threshold::SIMPLE_MAJORITY),
        Stage::Event(_) | Stage::BecameLaw | Stage::Died | Stage::Elsewhere => return true,
    };
    let threshold = read.threshold.unwrap_or(threshold);
    let checked = chamber.map_or(Ok(()), |chamber| {
        read.roll_call.check(chamber, day, threshold)
    });
    if let Err(error) = checked {
        findings.error(&read.at, error.to_string());
        return false;
    }
    true
}

fn number(row: &Row, column: &str, findings: &mut Findings) -> Option<u32> {
    let text = row.text(column);
    if text.is_empty() {
        return None;
    }
    // A sign is no part of a number of votes.
    let number = text
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| text.parse().ok());
    let number = number.flatten();
    if number.is_none() {
        findings.error(
            &row.at,
            format!("{column}: “{}” is not a whole number", short(text)),
        );
    }
    number
}

/// The names of the routes; the first of each is the one of this format.
const ROUTES: [(&str, Route); 10] = [
    ("art_II_treaty", Route::Treaty),
    (
        "congressional_executive",
        Route::CongressionalExecutiveAgreement,
    ),
    ("authorisation_of_forces", Route::AuthorisationOfForces),
    ("bill", Route::Bill),
    ("joint_resolution", Route::JointResolution),
    ("concurrent_resolution", Route::ConcurrentResolution),
    ("simple_resolution", Route::SimpleResolution),
    ("review_with_disapproval", Route::ReviewWithDisapproval),
    ("executive_agreement", Route::ExecutiveAgreement),
    ("political_commitment", Route::PoliticalCommitment),
];

/// Other names.
const ALSO: [(&str, Route); 15] = [
    ("treaty", Route::Treaty),
    ("article_ii_treaty", Route::Treaty),
    (
        "congressional_executive_agreement",
        Route::CongressionalExecutiveAgreement,
    ),
    ("authorization_of_forces", Route::AuthorisationOfForces),
    ("authorisation_of_force", Route::AuthorisationOfForces),
    ("authorization_of_force", Route::AuthorisationOfForces),
    (
        "authorization_for_use_of_military_force",
        Route::AuthorisationOfForces,
    ),
    ("aumf", Route::AuthorisationOfForces),
    ("act", Route::Bill),
    ("statute", Route::Bill),
    ("sole_executive_agreement", Route::ExecutiveAgreement),
    (
        "joint_resolution_of_disapproval",
        Route::ReviewWithDisapproval,
    ),
    ("disapproval", Route::ReviewWithDisapproval),
    ("non_binding_declaration", Route::PoliticalCommitment),
    ("political_declaration", Route::PoliticalCommitment),
];

fn route(text: &str) -> Option<Route> {
    let text = text.to_ascii_lowercase().replace([' ', '-'], "_");
    let names: BTreeMap<String, Route> = ROUTES
        .into_iter()
        .chain(ALSO)
        .map(|(name, route)| (name.to_ascii_lowercase(), route))
        .collect();
    names.get(&text).copied()
}
