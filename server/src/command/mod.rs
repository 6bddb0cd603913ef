//! The commands of the command line, one file each.
pub mod account;
pub mod backup;
pub mod explain;
pub mod passwords;
pub mod procedures;
pub mod restore;
pub mod secrets;
pub mod serve;
pub mod verify;

use std::fmt::Write as _;
use std::process::ExitCode;

use crate::store::verify::Report;
use crate::store::{Address, AddressError};

/// Nothing is wrong.
const CLEAN: u8 = 0;
/// Something is wrong with a register.
const FINDINGS: u8 = 1;
/// It could not be told, or not be done.
const NOT_DONE: u8 = 2;

/// Which database a command works on.
#[derive(Debug, Clone, clap::Args)]
pub struct Database {
    /// The database: a file, or a URL such as sqlite:assent.db
    #[arg(
        long = "database-url",
        env = "ASSENT_DATABASE_URL",
        value_name = "URL",
        default_value = "assent.db",
        value_parser = address
    )]
    pub address: Address,
}

fn address(text: &str) -> Result<Address, AddressError> {
    text.parse()
}

/// How a command ended: what to print, and the exit code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// For standard output.
    pub said: String,
    /// For standard error.
    pub complained: String,
    code: u8,
}

impl Outcome {
    fn done(said: String) -> Self {
        Self {
            said,
            complained: String::new(),
            code: CLEAN,
        }
    }

    fn not_done(error: &dyn std::error::Error) -> Self {
        Self {
            said: String::new(),
            complained: format!("{error}\n"),
            code: NOT_DONE,
        }
    }

    fn findings(said: String) -> Self {
        Self {
            said,
            complained: String::new(),
            code: FINDINGS,
        }
    }

    /// Prints it and gives the exit code.
    pub fn print(&self) -> ExitCode {
        use std::io::Write as _;
        // Nobody is left to tell when the reader of our output is gone.
        let _gone = std::io::stdout().write_all(self.said.as_bytes());
        let _gone = std::io::stderr().write_all(self.complained.as_bytes());
        ExitCode::from(self.code)
    }
}

/// What a report says, a line each: first what is wrong.
fn in_words(report: &Report) -> String {
    let mut text = String::new();
    for finding in &report.findings {
        text.push_str(&line(&finding.to_string()));
    }
    if report.more_findings > 0 {
        text.push_str(&line(&format!(
            "and {} more findings",
            report.more_findings
        )));
    }
    for notice in &report.notices {
        text.push_str(&line(&format!("notice: {notice}")));
    }
    if report.more_notices > 0 {
        text.push_str(&line(&format!("and {} more notices", report.more_notices)));
    }
    let _never = writeln!(text, "{}", summary(report));
    text
}

/// A line of what a register says: the text comes from a file that may have been written by anybody.
fn line(text: &str) -> String {
    let shown = text
        .chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c });
    shown.chain(['\n']).collect()
}

/// How much there is, on one line.
fn summary(report: &Report) -> String {
    let Report {
        entries,
        root,
        blobs,
        withdrawn_blobs,
        ..
    } = report;
    format!("{entries} entries, root {root}; {blobs} blobs, {withdrawn_blobs} withdrawn")
}
