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
    let mut lines = Lines::of(bytes);
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = lines.at(record.position());
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
                let line = lines.at(error.position());
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

/// Counts lines up to the places where rows begin. The CSV reader's own count is one less where
/// lines end in CR LF.
struct Lines<'a> {
    rest: &'a [u8],
    passed: u64,
    line: u64,
}

impl<'a> Lines<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            passed: 0,
            line: 1,
        }
    }

    /// The line, from 1, of the row that begins at this place. Places must not go back.
    fn at(&mut self, place: Option<&csv::Position>) -> u64 {
        let place = place.map_or(self.passed, csv::Position::byte);
        while let Some((byte, rest)) = self.rest.split_first() {
            // The place of a row may be that of line ends left over from the row before.
            let is_end_of_line = matches!(byte, b'\n' | b'\r');
            if place <= self.passed && !is_end_of_line {
                break;
            }
            if *byte == b'\n' || (*byte == b'\r' && rest.first() != Some(&b'\n')) {
                self.line = self.line.saturating_add(1);
            }
            self.passed = self.passed.saturating_add(1);
            self.rest = rest;
        }
        self.line
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_the_line_on_which_it_begins_however_lines_end() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,\"x", "y\"", "", "2,z", "3"].join(end);
            let columns = Columns {
                required: &["a"],
                described: &[],
            };
            let mut findings = Findings::default();
            let rows = read("t.csv", text.as_bytes(), columns, &mut findings);
            let lines: Vec<u64> = rows.iter().map(|row| row.at.line).collect();
            assert_eq!(lines, [2, 5], "{end:?}");
            let errors: Vec<Option<u64>> = findings.errors.iter().map(|e| e.line).collect();
            assert_eq!(errors, [Some(6)], "{end:?}");
        }
    }
}
