//! Lists the ids of the message catalogue, so that a message that is not in it does not compile; and
//! puts the style sheets together.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    catalogue(Path::new(&out))?;
    style(Path::new(&out))
}

fn catalogue(out: &Path) -> io::Result<()> {
    println!("cargo:rerun-if-changed=messages");
    let mut ids = Vec::new();
    let mut sources = String::new();
    let mut files: Vec<_> = fs::read_dir("messages/en")?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    for file in files {
        let text = fs::read_to_string(file.path())?;
        // A message begins at the start of a line; its continuation, variants and attributes are indented.
        ids.extend(text.lines().filter_map(|line| {
            let (id, _) = line.split_once(" =")?;
            let is_id = id.starts_with(|c: char| c.is_ascii_lowercase())
                && id
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            is_id.then(|| id.to_owned())
        }));
        let path = fs::canonicalize(file.path())?;
        let _never = writeln!(
            sources,
            "    include_str!({:?}),",
            path.display().to_string()
        );
    }
    ids.sort();
    if let Some([twice, _]) = ids.array_windows::<2>().find(|[a, b]| a == b) {
        return Err(io::Error::other(format!(
            "the message {twice} stands twice in messages/en"
        )));
    }
    fs::write(
        out.join("catalogue.rs"),
        format!("const IDS: &[&str] = &{ids:?};\nconst ENGLISH: &[&str] = &[\n{sources}];\n"),
    )
}

/// The style sheets: of every page, and of the desk besides. The parts of a sheet stand in the order
/// in which they build on each other.
const SHEETS: [(&str, &[&str]); 2] = [
    ("assent.css", &["tokens.css", "base.css", "components.css"]),
    ("desk.css", &["desk.css"]),
];

fn style(out: &Path) -> io::Result<()> {
    println!("cargo:rerun-if-changed=../style");
    for (name, parts) in SHEETS {
        fs::write(out.join(name), sheet(parts)?)?;
    }
    Ok(())
}

fn sheet(parts: &[&str]) -> io::Result<String> {
    let mut sheet = String::new();
    for part in parts {
        let text = fs::read_to_string(Path::new("../style").join(part))?;
        for line in without_comments(&text).lines() {
            let line = line.trim();
            if !line.is_empty() {
                sheet.push_str(line);
                sheet.push('\n');
            }
        }
    }
    Ok(sheet)
}

/// Comments are for those who write the sheet; readers need not load them.
fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once("*/").map_or("", |(_, after)| after));
    }
    kept
}
