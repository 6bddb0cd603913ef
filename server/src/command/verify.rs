//! `assent verify`: is the register as it was written?

use domain::digest::Digest;

use super::{Database, Outcome, in_words, line};
use crate::store::verify::Witness;

/// Recompute the whole register from its stored bytes and say what is wrong, and where
///
/// Exit code 0: nothing is wrong. 1: something is. 2: it could not be read.
///
/// A register that was rewritten as a whole agrees with itself. Only a size and root remembered
/// elsewhere (a backup's, another node's, a printed page's) shows it: give them.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    remembered: Remembered,
    /// Check the bytes only, not whether the entries follow each other by the rules of the register
    #[arg(long, env = "ASSENT_BYTES_ONLY")]
    bytes_only: bool,
}

/// A size and root remembered elsewhere.
#[derive(Debug, Clone, clap::Args)]
pub struct Remembered {
    /// How many entries the register had when its root was remembered
    #[arg(
        long,
        env = "ASSENT_EXPECT_SIZE",
        value_name = "N",
        requires = "expect_root"
    )]
    expect_size: Option<u64>,
    /// The root it had then, in 64 hexadecimal digits
    #[arg(
        long,
        env = "ASSENT_EXPECT_ROOT",
        value_name = "HEX",
        requires = "expect_size"
    )]
    expect_root: Option<Digest>,
}

impl Remembered {
    /// What is remembered, if something is.
    pub(super) fn witnesses(&self) -> Vec<Witness> {
        self.expect_size
            .zip(self.expect_root)
            .map(|(size, root)| Witness { size, root })
            .into_iter()
            .collect()
    }
}

/// Runs the command.
pub async fn run(args: &Args) -> Outcome {
    let address = &args.database.address;
    let report = match crate::store::verify(address, &args.remembered.witnesses()).await {
        Err(error) => return Outcome::not_done(&error),
        Ok(report) => report,
    };
    if !report.is_clean() {
        return Outcome::findings(format!(
            "{}{address}: the register is not as it was written. Keep this file unchanged as evidence; \
             verify a backup or another copy, and restore it with `assent restore`.\n",
            in_words(&report)
        ));
    }
    let breach = if args.bytes_only {
        Ok(None)
    } else {
        crate::store::first_breach(address).await
    };
    match breach {
        Err(error) => Outcome::not_done(&error),
        Ok(None) if args.bytes_only => Outcome::done(format!(
            "{}{address}: nothing is wrong with the bytes; the rules were not checked.\n",
            in_words(&report)
        )),
        Ok(None) => Outcome::done(format!(
            "{}{address}: nothing is wrong.\n",
            in_words(&report)
        )),
        Ok(Some(breach)) => Outcome::findings(format!(
            "{}{}{address}: the bytes are as they were written, but this entry breaks a rule of the register, \
             so that no node can build on it. Keep this file unchanged as evidence and restore a backup from before it.\n",
            line(&breach.to_string()),
            in_words(&report)
        )),
    }
}
