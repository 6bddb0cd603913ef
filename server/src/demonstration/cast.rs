//! The persons of the demonstration. Each has an account of their own and a password made by the
//! program, which nobody sees and which they give for each of their sign-offs, as everybody does.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr};

use domain::entity::EntityCode;
use domain::name::Key;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use tokio::sync::Mutex;

use super::{Unloadable, guarantee};
use crate::account::{
    AccountId, AccountName, Accounts, Actor, ChangePasswordError, Holder, InitialPassword,
    NewAccount, Role, StepUp, StepUpError,
};
use crate::randomness::Randomness;

/// Where the sign-offs of the demonstration come from: this machine.
const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
/// How many accounts are made at once: hashing a password keeps a core busy.
const AT_ONCE: usize = 4;

/// Everybody who signs.
pub(super) struct Cast {
    liaisons: BTreeMap<EntityCode, Player>,
    verifiers: BTreeMap<EntityCode, Player>,
    /// Two, because nobody publishes alone.
    pub officers: [Player; 2],
    leader: Player,
}

/// One of them.
pub(super) struct Player {
    /// Who acts.
    pub actor: Actor,
    password: InitialPassword,
    /// Held while the password is checked: two checks at once are taken for guessing.
    checked: Mutex<()>,
}

impl Cast {
    /// Makes the accounts: two for each of these States, two officers of the depositary, a leader.
    ///
    /// # Errors
    /// [`Unloadable`].
    pub async fn assemble(
        accounts: &Accounts,
        random: &dyn Randomness,
        states: &BTreeSet<EntityCode>,
    ) -> Result<Self, Unloadable> {
        let authority = Key::try_from(guarantee::AUTHORITY.to_owned())?;
        let officer = || Role::DepositaryOfficer(authority.clone());
        let mut roles = vec![officer(), officer(), Role::Leader];
        roles.extend(states.iter().map(|code| Role::Liaison(*code)));
        roles.extend(states.iter().map(|code| Role::Verifier(*code)));
        let named = names(roles);
        let mut players: Vec<Player> = stream::iter(named)
            .map(|(name, role)| Player::enter(accounts, random, name, role))
            .buffered(AT_ONCE)
            .try_collect()
            .await?;
        let verifiers = players.split_off(players.len().saturating_sub(states.len()));
        let liaisons = players.split_off(players.len().saturating_sub(states.len()));
        let Ok([first, second, leader]) = <[Player; 3]>::try_from(players) else {
            return Err(Unloadable::Data(
                "somebody of the cast is missing".to_owned(),
            ));
        };
        Ok(Self {
            liaisons: states.iter().copied().zip(liaisons).collect(),
            verifiers: states.iter().copied().zip(verifiers).collect(),
            officers: [first, second],
            leader,
        })
    }

    /// The liaison of a State.
    ///
    /// # Errors
    /// [`Unloadable::Data`] if it has none.
    pub fn liaison(&self, code: EntityCode) -> Result<&Player, Unloadable> {
        self.liaisons.get(&code).ok_or_else(|| nobody(code))
    }

    /// The verifier of a State.
    ///
    /// # Errors
    /// [`Unloadable::Data`] if it has none.
    pub fn verifier(&self, code: EntityCode) -> Result<&Player, Unloadable> {
        self.verifiers.get(&code).ok_or_else(|| nobody(code))
    }

    /// All accounts but those that stay, by their names.
    pub fn leaving(&self, stays: impl Fn(&str) -> bool) -> impl Iterator<Item = &AccountId> {
        self.liaisons
            .values()
            .chain(self.verifiers.values())
            .chain(&self.officers)
            .chain([&self.leader])
            .filter(move |player| !stays(&player.actor.name))
            .map(|player| &player.actor.account)
    }
}

impl Player {
    /// Adds an account and takes it over, as its holder would: with a password of their own.
    async fn enter(
        accounts: &Accounts,
        random: &dyn Randomness,
        name: String,
        role: Role,
    ) -> Result<Self, Unloadable> {
        let new = NewAccount {
            name: name.parse::<AccountName>()?,
            holder: Holder::New,
            role,
        };
        let (id, initial) = accounts.add(new).await?;
        let actor = accounts
            .actor(&id)
            .await?
            .ok_or_else(|| Unloadable::Data(format!("{name} is gone")))?;
        let password = InitialPassword::make(random)?;
        loop {
            let changed =
                accounts.change_password(&actor, initial.reveal(), password.reveal(), HERE);
            match changed.await {
                // So many people at one address for the first time: they wait for their turn.
                Err(ChangePasswordError::Refused {
                    retry_after: Some(left),
                }) => tokio::time::sleep(left).await,
                Err(error) => return Err(error.into()),
                Ok(_) => {
                    return Ok(Self {
                        actor,
                        password,
                        checked: Mutex::new(()),
                    });
                }
            }
        }
    }

    /// Gives the password again, for one sign-off.
    ///
    /// # Errors
    /// [`Unloadable`].
    pub async fn step_up(&self, accounts: &Accounts) -> Result<StepUp, Unloadable> {
        let _turn = self.checked.lock().await;
        loop {
            let step_up = accounts.step_up(&self.actor, self.password.reveal(), HERE);
            match step_up.await {
                // So many people at one address: they wait for their turn.
                Err(StepUpError::Refused {
                    retry_after: Some(left),
                }) => tokio::time::sleep(left).await,
                other => return Ok(other?),
            }
        }
    }
}

/// A name for each account: the office, and whose it is.
fn names(roles: Vec<Role>) -> Vec<(String, Role)> {
    let mut officers = 0_u32;
    let name = |role: Role| {
        let name = match &role {
            Role::Liaison(code) => format!("liaison-{code}"),
            Role::Verifier(code) => format!("verifier-{code}"),
            Role::DepositaryOfficer(_) => {
                officers = officers.saturating_add(1);
                format!("depositary-officer-{officers}")
            }
            Role::Leader | Role::Administrator | Role::Auditor => "leader".to_owned(),
        };
        (name.to_lowercase(), role)
    };
    roles.into_iter().map(name).collect()
}

fn nobody(code: EntityCode) -> Unloadable {
    Unloadable::Data(format!("nobody signs for {code}"))
}
