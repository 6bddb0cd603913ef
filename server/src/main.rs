//! The command line of Assent.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser as _;
use server::clock::SystemClock;
use server::command::{account, backup, explain, procedures, restore, secrets, serve, verify};
use server::randomness::SystemRandomness;
use server::replay;

/// Follows a treaty from signature to entry into force, on a register anybody can check.
#[derive(Debug, clap::Parser)]
#[command(name = "assent", version)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Serve(serve::Args),
    Replay(replay::Args),
    Explain(explain::Args),
    Verify(verify::Args),
    Backup(backup::Args),
    Restore(restore::Args),
    Account(account::Args),
    Secrets(secrets::Args),
    Procedures(procedures::Args),
}

#[tokio::main]
async fn main() -> ExitCode {
    match CommandLine::parse().command {
        Command::Serve(args) => serve::run(args).await,
        Command::Replay(args) => replay::run(&args),
        Command::Explain(args) => explain::run(&args).print(),
        Command::Verify(args) => verify::run(&args).await.print(),
        Command::Backup(args) => backup::run(&args).await.print(),
        Command::Restore(args) => restore::run(&args, &SystemClock).await.print(),
        Command::Account(args) => {
            account::run(&args, Arc::new(SystemClock), Arc::new(SystemRandomness))
                .await
                .print()
        }
        Command::Procedures(args) => procedures::run(&args).print(),
        Command::Secrets(args) => secrets::run(&args, &SystemRandomness).print(),
    }
}
