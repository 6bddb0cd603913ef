//! `assent serve`: the public pages and the desk.

mod address;
mod face;
mod options;
mod ready;
mod stop;
mod upkeep;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use domain::register::RecordedAt;
pub use options::Args;
use public::Source;
use tokio_util::sync::CancellationToken;

use super::NOT_DONE;
use super::passwords::PasswordsNotReady;
use crate::account::Accounts;
use crate::audit::Audit;
use crate::clock::{Clock, SystemClock};
use crate::demonstration::{self, SignIn, Unloadable};
use crate::logging;
use crate::password::Passwords;
use crate::proposal::Proposals;
use crate::randomness::{Randomness, SystemRandomness};
use crate::register::Register;
use crate::secret::SecretsError;
use crate::session::{Sessions, Transport};
use crate::store::Store;
use face::{Face, Parts, Sockets};

/// How far the clock may stand behind the last entry. More, and what is published would be recorded
/// in a future that others do not share.
const SET_BACK: Duration = Duration::from_mins(5);

/// Why nothing is served, besides what the parts say.
#[derive(Debug, thiserror::Error)]
enum NotServed {
    /// The clock stands before what was recorded already.
    #[error(
        "the clock of this machine says {now}, but the last entry was recorded at {last}; set the clock"
    )]
    ClockSetBack {
        /// What the clock says.
        now: RecordedAt,
        /// When the last entry was recorded.
        last: RecordedAt,
    },
    /// Nobody has set it up yet.
    #[error(
        "{0}; then make an account for each person: assent account add (to only try it out: --demo)"
    )]
    NotSetUp(PasswordsNotReady),
    /// The desk would serve the accounts of the demonstration.
    #[error(
        "{0} was made by the demonstration; say --demo, or name another database with --database-url"
    )]
    OnlyADemonstration(crate::store::Address),
}

/// What is given to everything: the time, and what nobody can guess.
struct Given {
    clock: Arc<dyn Clock>,
    random: Arc<dyn Randomness>,
}

/// Runs the command until it is told to stop: exit code 0; 2 if it could not begin or go on.
pub async fn run(args: Args) -> ExitCode {
    let given = Given {
        clock: Arc::new(SystemClock),
        random: Arc::new(SystemRandomness),
    };
    match begin(&args, &given).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(NOT_DONE)
        }
    }
}

/// Takes the sockets first: that an address is taken is said at once.
async fn begin(args: &Args, given: &Given) -> anyhow::Result<()> {
    logging::start()?;
    args.check()?;
    if args.https && args.proxy.is_empty() {
        tracing::warn!("all readers will share one allowance: name the proxy with --proxy");
    }
    let shutdown = CancellationToken::new();
    stop::on_signal(shutdown.clone())?;
    let sockets = Sockets::take(args).await?;
    if args.demo {
        let prepared = demonstration::prepare(
            &args.database.address,
            args.secrets(),
            &given.clock,
            &given.random,
            &shutdown,
        );
        match prepared.await {
            Err(Unloadable::Stopped) => return Ok(()),
            other => other?,
        }
    }
    let passwords = match args.desk() {
        Some(_) => Some(open_passwords(args, given)?),
        None => None,
    };
    let store = Store::open(&args.database.address, Arc::clone(&given.clock)).await?;
    let served = serve(args, given, sockets, passwords, &store, shutdown).await;
    store.close().await;
    served
}

/// What passwords are checked with. Without it the first steps are said, in their order.
fn open_passwords(args: &Args, given: &Given) -> anyhow::Result<Passwords> {
    match args.passwords.open(Arc::clone(&given.random)) {
        Ok(passwords) => Ok(passwords),
        Err(error @ PasswordsNotReady::Secrets(SecretsError::NotThere(_))) => {
            Err(NotServed::NotSetUp(error).into())
        }
        Err(error) => Err(error.into()),
    }
}

/// Serves what is in the store until it is told to stop.
async fn serve(
    args: &Args,
    given: &Given,
    sockets: Sockets,
    passwords: Option<Passwords>,
    store: &Store,
    shutdown: CancellationToken,
) -> anyhow::Result<()> {
    if passwords.is_some() && !args.demo && store.is_demonstration().await? {
        return Err(NotServed::OnlyADemonstration(args.database.address.clone()).into());
    }
    let register = match passwords {
        Some(_) => Register::open(store.clone(), Arc::clone(&given.clock)).await?,
        // Nothing is published here: what this program does not know is shown as unknown.
        None => Register::open_to_read(store.clone(), Arc::clone(&given.clock)).await?,
    };
    must_not_be_set_back(given.clock.as_ref(), &register)?;
    upkeep::catch_up(Arc::clone(&register), shutdown.clone());
    let source = Arc::clone(&register) as Arc<dyn Source>;
    let public = Face::public(sockets.public, source, args, &shutdown)?;
    let mut desk = None;
    let mut sign_ins = Vec::new();
    if let (Some(listener), Some(passwords)) = (sockets.desk, passwords) {
        let accounts = Accounts::new(
            store.clone(),
            passwords,
            Arc::clone(&given.clock),
            Arc::clone(&given.random),
        );
        if args.demo {
            sign_ins = demonstration::renew(&accounts).await?;
        } else if accounts.list().await?.is_empty() {
            tracing::warn!("there is no account yet; add one: assent account add");
        }
        let parts = parts(args, given, store, register, accounts);
        upkeep::forget_sessions(parts.sessions.clone(), shutdown.clone());
        desk = Some(Face::desk(listener, parts, &public, args, &shutdown)?);
    }
    let faces: Vec<Face> = [Some(public), desk].into_iter().flatten().collect();
    let mut ready = String::from("ready:");
    for face in &faces {
        write!(ready, " {}", face.is_ready().await?)?;
    }
    say(&ready, &sign_ins)?;
    for face in faces {
        face.ended().await;
    }
    Ok(())
}

/// What the desk is made of.
fn parts(
    args: &Args,
    given: &Given,
    store: &Store,
    register: Arc<Register>,
    accounts: Accounts,
) -> Parts {
    let (clock, random) = (&given.clock, &given.random);
    let transport = if args.https {
        Transport::Https
    } else {
        Transport::LoopbackHttp
    };
    Parts {
        accounts,
        sessions: Sessions::new(
            store.clone(),
            Arc::clone(clock),
            Arc::clone(random),
            transport,
        ),
        proposals: Proposals::new(register, Arc::clone(clock), Arc::clone(random)),
        audit: Audit::new(store.clone(), Arc::clone(clock)),
        randomness: Arc::clone(random),
    }
}

/// Says on standard output that everything answers, and how to sign in to the demonstration.
fn say(ready: &str, sign_ins: &[SignIn]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{ready}")?;
    for sign_in in sign_ins {
        writeln!(out, "{sign_in}")?;
    }
    out.flush()
}

/// Refuses a clock that stands well before what was recorded already.
fn must_not_be_set_back(clock: &dyn Clock, register: &Register) -> anyhow::Result<()> {
    let now = clock.now()?;
    let last = register.current().snapshot.recorded_at();
    let tolerated = i64::try_from(SET_BACK.as_micros())?;
    match last {
        Some(last) if now.unix_micros().saturating_add(tolerated) < last.unix_micros() => {
            Err(NotServed::ClockSetBack { now, last }.into())
        }
        Some(_) | None => Ok(()),
    }
}
