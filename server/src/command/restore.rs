//! `assent restore`: a backup becomes the database.

use std::path::PathBuf;

use super::verify::Remembered;
use super::{Database, Outcome, in_words, summary};
use crate::clock::Clock;
use crate::store::{RestoreError, Restored};

/// Verify a backup and put a copy of it in the place of the database
///
/// Exit code 0: restored and verified. 1: the backup does not verify. 2: nothing was done.
/// Entries published after the backup was made are not in it.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[command(flatten)]
    database: Database,
    /// The backup
    #[arg(long, env = "ASSENT_RESTORE_FROM", value_name = "FILE")]
    from: PathBuf,
    /// Move a database that is there aside instead of refusing
    #[arg(long, env = "ASSENT_RESTORE_REPLACE")]
    replace: bool,
    #[command(flatten)]
    remembered: Remembered,
}

/// Runs the command.
pub async fn run(args: &Args, clock: &dyn Clock) -> Outcome {
    let address = &args.database.address;
    let moved_aside_at = match args.replace.then(|| clock.now()).transpose() {
        Ok(moved_aside_at) => moved_aside_at,
        Err(error) => return Outcome::not_done(&error),
    };
    match crate::store::restore(
        address,
        &args.from,
        &args.remembered.witnesses(),
        moved_aside_at,
    )
    .await
    {
        Ok(Restored {
            report,
            moved_aside: None,
        }) => Outcome::done(format!(
            "{address}: restored and verified: {}\n",
            summary(&report)
        )),
        Ok(Restored {
            report,
            moved_aside: Some(aside),
        }) => Outcome::done(format!(
            "{address}: restored and verified: {}\nThe database that was there is now {}\n",
            summary(&report),
            aside.display()
        )),
        Err(RestoreError::Damaged { file, report }) => Outcome::findings(format!(
            "{}{}\n",
            in_words(&report),
            RestoreError::Damaged { file, report }
        )),
        Err(
            error @ (RestoreError::Exists(_)
            | RestoreError::SameFile(_)
            | RestoreError::InUse(_)
            | RestoreError::Store(_)),
        ) => Outcome::not_done(&error),
    }
}
