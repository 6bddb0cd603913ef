//! `assent explain`: why a treaty of a history is in force or not, on a day, with the legal bases.

mod case;
mod preview;
mod print;

use std::path::PathBuf;

use domain::day::Day;
use domain::entity::EntityCode;

use super::Outcome;
use crate::history::problem::Problem;

/// Say why a treaty is in force or not, or what a clause would take
///
/// With FOLDER and CASE: the explanation of a treaty of a history, or with --party that of one
/// participant, with the stages of its procedure. With --rule and --participants: a clause that is in
/// no history yet, tried on a list of participants.
///
/// Exit code 0: explained. 1: the clause of --rule needs another look. 2: bad input, with file, line and
/// reason.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// The folder with cases.csv and the tables beside it
    #[arg(required_unless_present = "rule", conflicts_with = "rule")]
    pub folder: Option<PathBuf>,
    /// The name of the treaty in cases.csv
    #[arg(required_unless_present = "rule")]
    pub case: Option<String>,
    /// The day: YYYY-MM-DD; without it, the last day that the record speaks of
    #[arg(long, env = "ASSENT_AS_OF", value_name = "DATE")]
    pub as_of: Option<Day>,
    /// Explain this participant, by its three-letter code
    #[arg(long, value_name = "ISO3", conflicts_with = "rule")]
    pub party: Option<EntityCode>,
    /// A file with a clause, written as rules are in cases.csv
    #[arg(long, value_name = "FILE", requires_all = ["participants", "as_of"])]
    pub rule: Option<PathBuf>,
    /// Those who would take part: three-letter codes, with =PERCENT where the clause counts a weight
    #[arg(long, value_name = "LIST", requires = "rule")]
    pub participants: Option<String>,
    /// Print JSON instead of sentences
    #[arg(long, env = "ASSENT_JSON")]
    pub json: bool,
}

/// Runs the command.
pub fn run(args: &Args) -> Outcome {
    let done = match (&args.folder, &args.case, &args.rule) {
        (_, _, Some(rule)) => preview::run(
            rule,
            args.participants.as_deref().unwrap_or_default(),
            // Asked for by the command line; a day is never made up.
            args.as_of.unwrap_or(Day::FIRST),
            args.json,
        ),
        (Some(folder), Some(case), None) => {
            case::run(folder, case, args.as_of, args.party, args.json)
        }
        (_, _, None) => Err(Refused::default()),
    };
    match done {
        Ok(outcome) => outcome,
        Err(refused) => refused.outcome(),
    }
}

/// Why there is no explanation.
#[derive(Debug, Default)]
struct Refused {
    warnings: Vec<Problem>,
    errors: Vec<String>,
}

impl Refused {
    fn because(error: impl Into<String>) -> Self {
        Self {
            warnings: Vec::new(),
            errors: vec![error.into()],
        }
    }

    fn outcome(&self) -> Outcome {
        let errors = self.errors.iter().map(|error| format!("error: {error}\n"));
        Outcome {
            said: String::new(),
            complained: warnings(&self.warnings).chain(errors).collect(),
            code: super::NOT_DONE,
        }
    }
}

fn warnings(problems: &[Problem]) -> impl Iterator<Item = String> {
    problems
        .iter()
        .map(|problem| format!("warning: {problem}\n"))
}

/// A document as JSON.
fn json(value: &impl serde::Serialize) -> Result<String, Refused> {
    serde_json::to_string_pretty(value)
        .map(|text| format!("{text}\n"))
        .map_err(|error| Refused::because(error.to_string()))
}
