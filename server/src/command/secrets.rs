//! `assent secrets`: the keys outside the database.

use super::Outcome;
use super::passwords::SecretsFolder;
use crate::randomness::Randomness;
use crate::secret::Secrets;

/// Make the secrets that passwords are protected with, or add newer ones
///
/// They are files that only their owner can read. Without them nobody can sign in: keep a copy, not
/// beside the backups of the database.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Clone, clap::Subcommand)]
enum Command {
    /// Make the folder and the first secret
    Init(SecretsFolder),
    /// Add a newer secret; each password moves to it when its holder next signs in
    Rotate(SecretsFolder),
}

/// Runs the command.
pub fn run(args: &Args, random: &dyn Randomness) -> Outcome {
    match &args.command {
        Command::Init(SecretsFolder { folder }) => match Secrets::init(folder, random) {
            Ok(id) => Outcome::done(format!(
                "{}: made, with the pepper {id}. Copy the folder to a safe place, apart from the \
                 database and its backups.\n",
                folder.display()
            )),
            Err(error) => Outcome::not_done(&error),
        },
        Command::Rotate(SecretsFolder { folder }) => match Secrets::rotate(folder, random) {
            Ok(id) => Outcome::done(format!(
                "{}: the pepper {id} was added. Start the server again to use it, keep the older \
                 ones, and copy the folder again.\n",
                folder.display()
            )),
            Err(error) => Outcome::not_done(&error),
        },
    }
}
