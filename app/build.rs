//! Lists the ids of the message catalogue, so that a message that is not in it does not compile.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
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
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(
        Path::new(&out).join("catalogue.rs"),
        format!("const IDS: &[&str] = &{ids:?};\nconst ENGLISH: &[&str] = &[\n{sources}];\n"),
    )
}
