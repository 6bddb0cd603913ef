//! The log: to standard error, for people on a terminal, as JSON for everything else.
//!
//! Each request to the desk is a line. Those to the public pages are many, and lines only where they
//! are asked for: `ASSENT_LOG=info,public=debug`.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;

/// Which level, of which part of the program: as `ASSENT_LOG` says.
const VARIABLE: &str = "ASSENT_LOG";
/// What is written if it says nothing.
const DEFAULT: &str = "info";

/// The log cannot be written as asked.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The level is none.
    #[error(
        "ASSENT_LOG is “{asked}”, which is no level: {source}; write error, warn, info, debug or trace"
    )]
    Level {
        /// What was asked for.
        asked: String,
        /// What is wrong with it.
        #[source]
        source: ParseError,
    },
    /// Something else writes it already.
    #[error("the log is being written already")]
    Twice,
}

/// Begins to write it.
///
/// # Errors
/// [`LogError`].
pub fn start() -> Result<(), LogError> {
    let asked = std::env::var(VARIABLE)
        .ok()
        .filter(|asked| !asked.is_empty())
        .unwrap_or_else(|| DEFAULT.to_owned());
    let filter = match EnvFilter::try_new(&asked) {
        Ok(filter) => filter,
        Err(source) => return Err(LogError::Level { asked, source }),
    };
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let started = if std::io::stderr().is_terminal() {
        log.try_init()
    } else {
        log.json().with_span_list(false).with_ansi(false).try_init()
    };
    started.map_err(|_| LogError::Twice)
}
