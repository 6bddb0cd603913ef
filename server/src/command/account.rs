//! `assent account`: who may sign in.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use super::passwords::{PasswordOptions, PasswordsNotReady};
use super::{Database, Outcome};
use crate::account::{
    Account, AccountName, Accounts, AddError, CloseError, Failure, Holder, NewAccount, Role,
};
use crate::clock::Clock;
use crate::randomness::Randomness;
use crate::store::{Address, Error, Store};

/// Add, list and close the accounts of the desk
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Clone, clap::Subcommand)]
enum Command {
    Add(Add),
    List(List),
    Close(Close),
}

/// Add an account and print its first password, once
///
/// Its holder signs in with it within a day and chooses another.
#[derive(Debug, Clone, clap::Args)]
struct Add {
    /// The name to sign in with, such as anna.kowalska
    #[arg(long)]
    name: AccountName,
    /// liaison:POL, verifier:POL, depositary:KEY, leader, administrator or auditor
    #[arg(long)]
    role: Role,
    /// The name of an open account of the same person: the two then count as one person
    #[arg(long, value_name = "NAME")]
    same_person_as: Option<AccountName>,
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    passwords: PasswordOptions,
}

/// List all accounts, the closed ones too
#[derive(Debug, Clone, clap::Args)]
struct List {
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    passwords: PasswordOptions,
}

/// Close an account and end its sessions at once
#[derive(Debug, Clone, clap::Args)]
struct Close {
    /// Its name
    name: AccountName,
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    passwords: PasswordOptions,
}

/// Why a command was not carried out.
#[derive(Debug, thiserror::Error)]
enum NotDone {
    #[error(transparent)]
    Passwords(#[from] PasswordsNotReady),
    #[error(transparent)]
    Store(#[from] Error),
    #[error(transparent)]
    Failed(#[from] Failure),
    #[error(transparent)]
    Add(#[from] AddError),
    #[error("there is no open account “{0}”; see: assent account list")]
    NoSuchAccount(AccountName),
}

/// Runs the command.
pub async fn run(args: &Args, clock: Arc<dyn Clock>, random: Arc<dyn Randomness>) -> Outcome {
    let done = match &args.command {
        Command::Add(args) => add(args, clock, random).await,
        Command::List(args) => list(args, clock, random).await,
        Command::Close(args) => close(args, clock, random).await,
    };
    match done {
        Ok(said) => Outcome::done(said),
        Err(error) => Outcome::not_done(&error),
    }
}

async fn add(
    args: &Add,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Randomness>,
) -> Result<String, NotDone> {
    let passwords = args.passwords.open(Arc::clone(&random))?;
    let store = Store::open(&args.database.address, Arc::clone(&clock)).await?;
    let accounts = Accounts::new(store.clone(), passwords, clock, random);
    let holder = match &args.same_person_as {
        None => Holder::New,
        Some(name) => match accounts.named(name).await? {
            Some(actor) => Holder::Existing(actor.person),
            None => return Err(NotDone::NoSuchAccount(name.clone())),
        },
    };
    let new = NewAccount {
        name: args.name.clone(),
        holder,
        role: args.role.clone(),
    };
    let (_, password) = accounts.add(new).await?;
    store.close().await;
    Ok(format!(
        "{}, {}: added.\nFirst password, shown only here, to be changed within 24 hours:\n\n    {}\n",
        args.name,
        args.role,
        password.reveal()
    ))
}

async fn list(
    args: &List,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Randomness>,
) -> Result<String, NotDone> {
    let (store, accounts) = open(&args.database, &args.passwords, clock, random).await?;
    let all = accounts.list().await?;
    store.close().await;
    if all.is_empty() {
        return Ok(
            "There are no accounts. Add one: assent account add --name NAME --role ROLE\n"
                .to_owned(),
        );
    }
    let mut text = String::new();
    for account in &all {
        let _never = writeln!(text, "{}", line(account, &all));
    }
    Ok(text)
}

async fn close(
    args: &Close,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Randomness>,
) -> Result<String, NotDone> {
    let (store, accounts) = open(&args.database, &args.passwords, clock, random).await?;
    let actor = accounts
        .named(&args.name)
        .await?
        .ok_or_else(|| NotDone::NoSuchAccount(args.name.clone()))?;
    let closed = accounts.close(&actor.account).await;
    store.close().await;
    match closed {
        Ok(()) => Ok(format!("{}: closed; its sessions have ended.\n", args.name)),
        Err(CloseError::NotOpen) => Err(NotDone::NoSuchAccount(args.name.clone())),
        Err(CloseError::Failed(error)) => Err(error.into()),
    }
}

/// The accounts of a database that is there: none is made by looking.
async fn open(
    database: &Database,
    passwords: &PasswordOptions,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Randomness>,
) -> Result<(Store, Accounts), NotDone> {
    let Address::Sqlite(file) = &database.address;
    must_exist(file)?;
    let passwords = passwords.open(Arc::clone(&random))?;
    let store = Store::open(&database.address, Arc::clone(&clock)).await?;
    let accounts = Accounts::new(store.clone(), passwords, clock, random);
    Ok((store, accounts))
}

fn must_exist(file: &Path) -> Result<(), Error> {
    if file.exists() {
        Ok(())
    } else {
        Err(Error::NotFound(file.to_path_buf()))
    }
}

/// An account on one line.
fn line(account: &Account, all: &[Account]) -> String {
    let mut text = format!("{}  {}", account.name, account.role);
    if let Some(at) = account.closed_at {
        let _never = write!(text, "  closed {}", at.utc_day());
    } else if account.initial_password_expires_at.is_some() {
        text.push_str("  first password not changed yet");
    }
    let same: Vec<&str> = all
        .iter()
        .filter(|other| other.person == account.person && other.id != account.id)
        .map(|other| other.name.as_str())
        .collect();
    if !same.is_empty() {
        let _never = write!(text, "  same person as {}", same.join(", "));
    }
    text
}
