//! What is wrong with a procedure file, and where.

use crate::name::Key;

/// Why a procedure file was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProcedureError {
    /// It is too long.
    #[error("the file has {0} bytes; a procedure has at most 524288")]
    TooLong(usize),
    /// It is not a procedure in form.
    #[error("line {line}, column {column}: {message}")]
    Form {
        /// The line, from 1.
        line: usize,
        /// The column.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// Its parts do not fit together.
    #[error("{place}: {problem}")]
    Structure {
        /// Where in the file.
        place: Place,
        /// What is wrong.
        problem: String,
    },
}

/// A place in a procedure file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    route: Option<Key>,
    stage: Option<Key>,
    field: String,
}

impl ProcedureError {
    /// The form is wrong, as the reader of JSON says.
    pub(super) fn form(error: &serde_json::Error) -> Self {
        let message = error.to_string();
        let end = format!(" at line {} column {}", error.line(), error.column());
        Self::Form {
            line: error.line(),
            column: error.column(),
            message: message.strip_suffix(&end).unwrap_or(&message).to_owned(),
        }
    }
}

impl Place {
    /// A field of the file itself.
    pub(super) fn of_file(field: impl Into<String>) -> Self {
        Self {
            route: None,
            stage: None,
            field: field.into(),
        }
    }

    /// A field of a route.
    pub(super) fn of_route(route: &Key, field: impl Into<String>) -> Self {
        Self {
            route: Some(route.clone()),
            ..Self::of_file(field)
        }
    }

    /// A field of a stage.
    pub(super) fn of_stage(route: &Key, stage: &Key, field: impl Into<String>) -> Self {
        Self {
            stage: Some(stage.clone()),
            ..Self::of_route(route, field)
        }
    }

    /// What is wrong here.
    pub(super) fn error(self, problem: impl Into<String>) -> ProcedureError {
        ProcedureError::Structure {
            place: self,
            problem: problem.into(),
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(route) = &self.route {
            write!(f, "route {route}, ")?;
        }
        if let Some(stage) = &self.stage {
            write!(f, "stage {stage}, ")?;
        }
        f.write_str(&self.field)
    }
}
