//! `assent replay FOLDER`: replays the history of real treaties and compares with the record.

pub mod compare;
pub mod in_memory;
pub mod print;
pub mod us_measure;
pub mod us_print;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use domain::day::Day;
use serde::Serialize;

use crate::history::folder::{self, Files};
use crate::history::problem::{Findings, Problem};
use crate::replay::compare::{CaseReport, Outcome};
use crate::replay::in_memory::InMemory;
use crate::replay::us_measure::MeasureReport;

/// Replay the history of treaties and compare with what is on record
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder with cases.csv and the tables beside it
    pub folder: PathBuf,
    /// Replay as if this were the last day: YYYY-MM-DD
    #[arg(long, env = "ASSENT_AS_OF", value_name = "DATE")]
    pub as_of: Option<Day>,
    /// Print JSON instead of lines
    #[arg(long, env = "ASSENT_JSON")]
    pub json: bool,
}

/// The whole report.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The day asked for.
    pub as_of: Option<Day>,
    /// One report a treaty, in the order of `cases.csv`.
    pub cases: Vec<CaseReport>,
    /// One report a measure of the US Congress, in the order of `us_congress_cases.csv`.
    pub us_measures: Vec<MeasureReport>,
    /// How many entries the register in memory has.
    pub entries: u64,
    /// Its root.
    pub root: domain::digest::Digest,
    /// What a person should look at.
    pub warnings: Vec<Problem>,
}

/// More problems are counted, not printed.
const MOST_PROBLEMS: usize = 50;

/// Replays a history.
///
/// # Errors
/// The problems that refuse it, at least one, and the warnings.
pub fn replay(files: &impl Files, as_of: Option<Day>) -> Result<Report, Findings> {
    let mut findings = Findings::default();
    let history = folder::read(files, &mut findings);
    if !findings.errors.is_empty() {
        return Err(findings);
    }
    let Some(register) = InMemory::build(&history, &mut findings) else {
        return Err(findings);
    };
    let mut cases = Vec::new();
    for case in &history.cases {
        match compare::compare(case, &register, as_of, &mut findings) {
            Some(report) if findings.errors.is_empty() => cases.push(report),
            _ => return Err(findings),
        }
    }
    let us_measures = history
        .us_measures
        .iter()
        .filter_map(|measure| us_measure::replay(measure, as_of, &mut findings))
        .collect();
    findings.warnings.sort();
    findings.warnings.dedup();
    Ok(Report {
        as_of,
        cases,
        us_measures,
        entries: register.frontier.size(),
        root: register.frontier.root(),
        warnings: findings.warnings,
    })
}

/// Runs the command: exit code 0 if all pass, 1 if some fail, 2 for bad input.
pub fn run(args: &Args) -> ExitCode {
    if !args.folder.is_dir() {
        eprintln!(
            "error: {} is not a folder; give the folder that holds cases.csv",
            args.folder.display()
        );
        return ExitCode::from(2);
    }
    let report = match replay(&args.folder.as_path(), args.as_of) {
        Ok(report) => report,
        Err(findings) => {
            tell("warning", &findings.warnings);
            tell("error", &findings.errors);
            return ExitCode::from(2);
        }
    };
    tell("warning", &report.warnings);
    let written = if args.json {
        serde_json::to_string_pretty(&report)
            .map_err(std::io::Error::other)
            .and_then(|json| say(&format!("{json}\n")))
    } else {
        let treaties = report.cases.iter().map(print::lines);
        let measures = report.us_measures.iter().map(us_print::lines);
        say(&treaties.chain(measures).collect::<String>())
    };
    if let Err(error) = written {
        // Whoever reads has had enough, as in `| head`: not a failure of the replay.
        if error.kind() != std::io::ErrorKind::BrokenPipe {
            eprintln!("error: the report could not be written: {error}");
            return ExitCode::from(2);
        }
    }
    let measures_failed = report
        .us_measures
        .iter()
        .filter(|measure| measure.outcome == Outcome::Fail)
        .count();
    if !report.us_measures.is_empty() {
        let all = report.us_measures.len();
        eprintln!(
            "{all} {} of the US Congress: {} pass, {measures_failed} fail",
            if all == 1 { "measure" } else { "measures" },
            all.saturating_sub(measures_failed)
        );
    }
    let failed = report
        .cases
        .iter()
        .filter(|case| case.outcome == Outcome::Fail)
        .count();
    eprintln!(
        "{} {}: {} pass, {failed} fail; {} entries, root {}",
        report.cases.len(),
        if report.cases.len() == 1 {
            "treaty"
        } else {
            "treaties"
        },
        report.cases.len().saturating_sub(failed),
        report.entries,
        report.root
    );
    if failed == 0 && measures_failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Writes to standard output.
///
/// # Errors
/// Why it could not be written.
pub fn say(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Says problems on standard error, a line each.
pub fn tell(kind: &str, problems: &[Problem]) {
    for problem in problems.iter().take(MOST_PROBLEMS) {
        eprintln!("{kind}: {problem}");
    }
    if let Some(more) = problems
        .len()
        .checked_sub(MOST_PROBLEMS)
        .filter(|more| *more > 0)
    {
        eprintln!("{kind}: and {more} more");
    }
}
