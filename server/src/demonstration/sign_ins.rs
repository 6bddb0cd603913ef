//! The five accounts that stay open, and how to sign in to them: made anew at each start.

use std::fmt;

use super::Unloadable;
use crate::account::{Account, Accounts, CloseError, Holder, InitialPassword, NewAccount, Role};

/// Those whose next acts are worth trying: the two of Germany, whose deposit is all that is lacking,
/// both officers who could accept it, and somebody who reads how far it all is.
const STAYING: [&str; 5] = [
    "liaison-deu",
    "verifier-deu",
    "depositary-officer-1",
    "depositary-officer-2",
    "leader",
];

/// How somebody signs in, once: the password is changed at the first sign-in.
#[derive(Debug)]
pub struct SignIn {
    role: Role,
    name: String,
    password: InitialPassword,
}

/// Whether an account stays open, by its name.
pub(super) fn stays(name: &str) -> bool {
    STAYING.contains(&name)
}

/// Gives each of the five another password and ends what went on under the old one, as somebody who
/// administers accounts would: the account is closed, and the same person is given another of the
/// same name.
///
/// # Errors
/// [`Unloadable`].
pub async fn renew(accounts: &Accounts) -> Result<Vec<SignIn>, Unloadable> {
    let mut sign_ins = Vec::new();
    let known = accounts.list().await?;
    for name in STAYING {
        // The last one of this name, whether or not an earlier renewal got as far as the next.
        let last = known
            .iter()
            .filter(|account| account.name.as_str() == name)
            .max_by_key(|account| account.added_at);
        let Some(account) = last else {
            return Err(Unloadable::Data(format!("there is no account {name}")));
        };
        sign_ins.push(renew_one(accounts, account).await?);
    }
    Ok(sign_ins)
}

async fn renew_one(accounts: &Accounts, account: &Account) -> Result<SignIn, Unloadable> {
    match accounts.close(&account.id).await {
        Ok(()) | Err(CloseError::NotOpen) => {}
        Err(error) => return Err(error.into()),
    }
    let new = NewAccount {
        name: account.name.clone(),
        holder: Holder::Existing(account.person.clone()),
        role: account.role.clone(),
    };
    let (_, password) = accounts.add(new).await?;
    Ok(SignIn {
        role: account.role.clone(),
        name: account.name.to_string(),
        password,
    })
}

impl fmt::Display for SignIn {
    /// The one place where a password is shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "sign-in: {}\t{}\t{}",
            self.role,
            self.name,
            self.password.reveal()
        )
    }
}
