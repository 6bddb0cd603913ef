//! `assent backup`: a copy of the database while it is in use.

use std::path::PathBuf;

use super::{Database, Outcome, in_words, summary};
use crate::store::BackupError;

/// Copy the database to a new file, while it is in use, and verify the copy
///
/// Exit code 0: the copy is there and verifies. 1: the copy did not verify and was not kept.
/// 2: there is no copy. The secret files are not in it: keep them elsewhere.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[command(flatten)]
    database: Database,
    /// The file to write; it must not be there yet
    #[arg(long, env = "ASSENT_BACKUP_TO", value_name = "FILE")]
    to: PathBuf,
}

/// Runs the command.
pub async fn run(args: &Args) -> Outcome {
    match crate::store::backup(&args.database.address, &args.to).await {
        Ok(report) => Outcome::done(format!(
            "{}: a verified backup: {}\nNote the size and the root elsewhere: with them \
             `assent verify` can tell whether the register was rewritten.\n",
            args.to.display(),
            summary(&report)
        )),
        Err(BackupError::Damaged(report)) => Outcome::findings(format!(
            "{}{}\n",
            in_words(&report),
            BackupError::Damaged(report)
        )),
        Err(error @ (BackupError::Exists(_) | BackupError::Store(_))) => Outcome::not_done(&error),
    }
}
