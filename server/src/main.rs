//! The command line of Assent.

use std::process::ExitCode;

use clap::Parser as _;
use server::clock::SystemClock;
use server::command::{backup, restore, verify};
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
    Replay(replay::Args),
    Verify(verify::Args),
    Backup(backup::Args),
    Restore(restore::Args),
}

#[tokio::main]
async fn main() -> ExitCode {
    match CommandLine::parse().command {
        Command::Replay(args) => replay::run(&args),
        Command::Verify(args) => verify::run(&args).await.print(),
        Command::Backup(args) => backup::run(&args).await.print(),
        Command::Restore(args) => restore::run(&args, &SystemClock).await.print(),
    }
}
