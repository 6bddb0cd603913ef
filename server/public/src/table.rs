//! Tables for programs that calculate, in which nothing is taken for a formula.

use std::io;

use app::tracker::Table;

/// Characters that make a spreadsheet take a cell for a formula, or cut it in two.
const BEGINS_A_FORMULA: [char; 12] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠',
];

/// The table as CSV: every cell in quotes, a first line with the names of the columns.
pub(crate) fn csv(table: &Table) -> io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in std::iter::once(&table.header).chain(&table.rows) {
        writer.write_record(row.iter().map(|cell| harmless(cell)))?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// The cell with a mark before it if a spreadsheet would calculate it.
fn harmless(cell: &str) -> String {
    let begin = cell.trim_start_matches(['\u{feff}', ' ', '\u{a0}', '\u{3000}']);
    if begin.starts_with(BEGINS_A_FORMULA) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for begin in BEGINS_A_FORMULA {
            for before in ["", " ", "\u{feff}", "  \u{a0}"] {
                let cell = format!("{before}{begin}HYPERLINK(1)");
                assert_eq!(harmless(&cell), format!("'{cell}"));
            }
        }
        for cell in ["", "Poland", "a=b", "'", "2026-01-06", "№ 5"] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn every_cell_stands_in_quotes() {
        let table = Table {
            name: "participants".to_owned(),
            header: vec!["code".to_owned(), "name".to_owned()],
            rows: vec![vec!["POL".to_owned(), "say \"a,b\"\n=1".to_owned()]],
        };
        assert_eq!(
            String::from_utf8(csv(&table).unwrap()).unwrap(),
            "\"code\",\"name\"\r\n\"POL\",\"say \"\"a,b\"\"\n=1\"\r\n"
        );
    }
}
