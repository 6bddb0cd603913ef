//! What is wrong with a history, and where.

use std::fmt;

use serde::Serialize;

/// A problem in a file of a history.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The file, by its name in the folder.
    pub file: String,
    /// The line, from 1, where the row begins.
    pub line: Option<u64>,
    /// What is wrong, and what is expected.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.reason),
            None => write!(f, "{}: {}", self.file, self.reason),
        }
    }
}

/// Everything found while reading: errors refuse the history, warnings do not.
#[derive(Debug, Default)]
pub struct Findings {
    /// What refuses the history.
    pub errors: Vec<Problem>,
    /// What a person should look at.
    pub warnings: Vec<Problem>,
}

/// A row's place, for problems found later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    /// The file.
    pub file: String,
    /// The line.
    pub line: u64,
}

impl At {
    /// A problem at this place.
    pub fn problem(&self, reason: impl Into<String>) -> Problem {
        Problem {
            file: self.file.clone(),
            line: Some(self.line),
            reason: reason.into(),
        }
    }
}

impl Findings {
    /// Notes an error at a place.
    pub fn error(&mut self, at: &At, reason: impl Into<String>) {
        self.errors.push(at.problem(reason));
    }

    /// Notes a warning at a place.
    pub fn warn(&mut self, at: &At, reason: impl Into<String>) {
        self.warnings.push(at.problem(reason));
    }

    /// Notes an error of a whole file.
    pub fn error_in_file(&mut self, file: &str, reason: impl Into<String>) {
        self.errors.push(Problem {
            file: file.to_owned(),
            line: None,
            reason: reason.into(),
        });
    }

    /// Notes an error in a file's header row.
    pub fn error_in_header(&mut self, file: &str, reason: impl Into<String>) {
        self.errors.push(Problem {
            file: file.to_owned(),
            line: Some(1),
            reason: reason.into(),
        });
    }

    /// Notes a warning about a whole file.
    pub fn warn_in_file(&mut self, file: &str, reason: impl Into<String>) {
        self.warnings.push(Problem {
            file: file.to_owned(),
            line: None,
            reason: reason.into(),
        });
    }
}
