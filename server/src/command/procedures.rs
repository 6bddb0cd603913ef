//! `assent procedures check`: can the procedure files be read, and do they hold together?

use std::path::PathBuf;

use domain::digest::Digest;
use domain::procedure::{Procedure, ProcedureError, library};

use super::{Outcome, line};

/// Look at the files of national procedures
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Clone, clap::Subcommand)]
enum Command {
    Check(CheckArgs),
}

/// Read the procedure files and say what is wrong, and where
///
/// Without --file the files that come with the program are read. Prints one line for each file: its
/// participant, routes and stages, and the hash by which an entry adopts it.
///
/// Exit code 0: nothing is wrong. 1: something is. 2: a file could not be opened.
#[derive(Debug, Clone, clap::Args)]
struct CheckArgs {
    /// A file to read in place of those that come with the program
    #[arg(long, env = "ASSENT_PROCEDURE_FILE", value_name = "FILE")]
    file: Option<PathBuf>,
}

/// A file that was asked for could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("{file} could not be opened: {error}")]
struct NotOpened {
    file: String,
    error: std::io::Error,
}

/// Runs the command.
pub fn run(args: &Args) -> Outcome {
    let Command::Check(check) = &args.command;
    match &check.file {
        None => of_files(library::files().map(|(name, bytes)| (name.to_owned(), bytes))),
        Some(path) => {
            let file = path.display().to_string();
            match std::fs::read(path) {
                Ok(bytes) => of_files([(file, bytes.as_slice())].into_iter()),
                Err(error) => Outcome::not_done(&NotOpened { file, error }),
            }
        }
    }
}

fn of_files<'a>(files: impl Iterator<Item = (String, &'a [u8])>) -> Outcome {
    let mut said = String::new();
    let (mut read, mut wrong) = (0_u32, 0_u32);
    for (name, bytes) in files {
        read += 1;
        let found = Procedure::read_to_adopt(bytes);
        wrong += u32::from(found.is_err());
        said.push_str(&line(&format!("{name}: {}", in_words(&found, bytes))));
    }
    if wrong == 0 {
        said.push_str(&line(&format!("{read} read, nothing is wrong")));
        Outcome::done(said)
    } else {
        said.push_str(&line(&format!("{read} read, {wrong} wrong")));
        Outcome::findings(said)
    }
}

/// What a file says, or what is wrong with it.
fn in_words(found: &Result<Procedure, ProcedureError>, bytes: &[u8]) -> String {
    match found {
        Err(error) => error.to_string(),
        Ok(procedure) => {
            let routes: Vec<String> = procedure
                .routes
                .iter()
                .map(|route| format!("{} of {} stages", route.key, route.stages.len()))
                .collect();
            format!(
                "{}, {}; {}",
                procedure.name_en.as_str(),
                routes.join(", "),
                Digest::of(bytes)
            )
        }
    }
}
