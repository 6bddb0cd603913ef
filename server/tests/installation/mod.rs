//! An installation to test on: a database, secrets, a clock that is set by hand, and people.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use domain::register::RecordedAt;
use server::account::{Accounts, Actor, Holder, InitialPassword, NewAccount};
use server::clock::{Clock, SetClock};
use server::password::{Cost, Passwords};
use server::randomness::{Randomness, SystemRandomness};
use server::secret::Secrets;
use server::session::{Sessions, Transport};
use server::store::{Address, Store};
use tempfile::TempDir;

/// What the clock says when a test begins.
const BEGINNING: i64 = 1_800_000_000_000_000;

/// An installation that is gone with the test.
pub struct Installation {
    folder: TempDir,
    pub clock: Arc<SetClock>,
    pub store: Store,
    pub passwords: Passwords,
    pub accounts: Accounts,
    pub sessions: Sessions,
    addresses: AtomicU8,
}

impl Installation {
    /// A new one, with its first secret.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Secrets::init(&folder.path().join("secrets"), &SystemRandomness).unwrap();
        let beginning = RecordedAt::from_unix_micros(BEGINNING).unwrap();
        Self::open(folder, Arc::new(SetClock::at(beginning)), Cost::FLOOR).await
    }

    /// The same one after the program was stopped and started, perhaps at another cost.
    pub async fn restarted_at(self, cost: Cost) -> Self {
        let Self {
            folder,
            clock,
            store,
            ..
        } = self;
        store.close().await;
        Self::open(folder, clock, cost).await
    }

    async fn open(folder: TempDir, clock: Arc<SetClock>, cost: Cost) -> Self {
        let file = folder.path().join("assent.db");
        let store = Store::open(&Address::from(file.as_path()), clock.clone())
            .await
            .unwrap();
        let random: Arc<dyn Randomness> = Arc::new(SystemRandomness);
        let secrets = Secrets::load(&folder.path().join("secrets")).unwrap();
        let passwords = Passwords::new(secrets, cost, random.clone());
        let accounts = Accounts::new(
            store.clone(),
            passwords.clone(),
            clock.clone(),
            random.clone(),
        );
        let sessions = Sessions::new(store.clone(), clock.clone(), random, Transport::Https);
        Self {
            folder,
            clock,
            store,
            passwords,
            accounts,
            sessions,
            addresses: AtomicU8::new(1),
        }
    }

    /// A file of the installation.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Lets time pass.
    pub fn pass(&self, seconds: i64) {
        let micros = self.clock.unix_micros() + seconds * 1_000_000;
        self.clock
            .set(RecordedAt::from_unix_micros(micros).unwrap());
    }

    /// An address nobody has used.
    pub fn an_address(&self) -> IpAddr {
        let last = self.addresses.fetch_add(1, Ordering::SeqCst);
        IpAddr::from([192, 0, 2, last])
    }

    /// Somebody new, with the password that was made for them.
    pub async fn newcomer(&self, name: &str, role: &str) -> (Actor, InitialPassword) {
        let new = NewAccount {
            name: name.parse().unwrap(),
            holder: Holder::New,
            role: role.parse().unwrap(),
        };
        let (id, password) = self.accounts.add(new).await.unwrap();
        (self.accounts.actor(&id).await.unwrap().unwrap(), password)
    }

    /// Somebody who has chosen [`PASSWORD`].
    pub async fn officer(&self, name: &str, role: &str) -> Actor {
        let (actor, initial) = self.newcomer(name, role).await;
        let from = self.an_address();
        self.accounts
            .change_password(&actor, initial.reveal(), PASSWORD, from)
            .await
            .unwrap();
        actor
    }
}

/// What everybody chooses.
pub const PASSWORD: &str = "seven small owls in a tree";
