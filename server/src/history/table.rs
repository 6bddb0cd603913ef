//! CSV tables (RFC 4180, UTF-8, a header row), read so that every problem has its line.

use std::collections::BTreeMap;

use domain::day::Day;
use domain::entity::{self, EntityCode};

use crate::history::problem::{At, Findings};

/// The columns of a table.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    /// Without these the table is refused.
    pub required: &'static [&'static str],
    /// Without these there is a warning.
    pub described: &'static [&'static str],
}

/// A row: its cells by column, trimmed.
#[derive(Debug, Clone)]
pub struct Row {
    /// Where it stands.
    pub at: At,
    cells: BTreeMap<String, String>,
}

/// Reads a table. Problems go to `findings`; rows without problems are returned.
pub fn read(file: &str, bytes: &[u8], columns: Columns, findings: &mut Findings) -> Vec<Row> {
    // A byte order mark is not part of the first column's name.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let header: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(str::to_owned).collect(),
        Err(error) => {
            findings.error_in_header(
                file,
                format!("the header row cannot be read: {}", reason(&error)),
            );
            return Vec::new();
        }
    };
    if !header_is_right(file, &header, columns, findings) {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                let cells = header
                    .iter()
                    .cloned()
                    .zip(record.iter().map(str::to_owned))
                    .collect();
                rows.push(Row {
                    at: At {
                        file: file.to_owned(),
                        line,
                    },
                    cells,
                });
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                let at = At {
                    file: file.to_owned(),
                    line,
                };
                findings.error(&at, reason(&error));
            }
        }
    }
    rows
}

fn header_is_right(
    file: &str,
    header: &[String],
    columns: Columns,
    findings: &mut Findings,
) -> bool {
    let mut right = true;
    for (i, name) in header.iter().enumerate() {
        if header.iter().take(i).any(|earlier| earlier == name) {
            findings.error_in_header(file, format!("the column “{}” stands twice", short(name)));
            right = false;
        }
    }
    for column in columns.required {
        if !header.iter().any(|name| name == column) {
            findings.error_in_header(file, format!("the column “{column}” is missing"));
            right = false;
        }
    }
    for column in columns.described {
        if !header.iter().any(|name| name == column) {
            findings.warn_in_file(
                file,
                format!("the column “{column}” is missing; it is taken as empty"),
            );
        }
    }
    right
}

fn reason(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => {
            format!("the row has {len} cells where the header has {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "the row is not valid UTF-8".to_owned(),
        _ => "the row cannot be read as CSV".to_owned(),
    }
}

/// The beginning of a text, for messages.
pub fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

impl Row {
    /// The cell in this column; empty if there is no such column.
    pub fn text(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The date in this column, if there is one. A bad date is noted as an error.
    pub fn day(&self, column: &str, findings: &mut Findings) -> Option<Day> {
        match self.text(column) {
            "" => None,
            text => match text.parse() {
                Ok(day) => Some(day),
                Err(error) => {
                    findings.error(&self.at, format!("{column}: {error}"));
                    None
                }
            },
        }
    }

    /// The code in this column. A bad or unknown code is noted as an error.
    pub fn code(&self, column: &str, findings: &mut Findings) -> Option<EntityCode> {
        let known = known_code(self.text(column));
        match known {
            Ok(code) => Some(code),
            Err(problem) => {
                findings.error(&self.at, format!("{column}: {problem}"));
                None
            }
        }
    }
}

/// The entity's code, if the text is one and the entity is known.
///
/// # Errors
/// What is wrong with it.
pub fn known_code(text: &str) -> Result<EntityCode, String> {
    let code: EntityCode = text.parse().map_err(|e: entity::NotACode| e.to_string())?;
    match entity::find(code) {
        Some(_) => Ok(code),
        None => Err(format!(
            "no State or organisation with the code {code} is known"
        )),
    }
}
