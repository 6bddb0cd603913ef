//! Whether there are enough officers for a policy that is to be adopted.
//!
//! It is asked where the policy is written. An account that is closed later can leave too few all the
//! same: then the administrator adds one, as after any departure.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use domain::act::Act;
use domain::entity::EntityCode;
use domain::statement::Statement;

use super::Desk;
use super::form::{Case, FieldError, There, beyond};
use super::mishap::Failed;
use super::refused::ours;
use crate::account::{PersonId, Role};

impl Desk {
    /// The answers of a form that ask for more persons than have an account.
    pub(super) async fn too_few_officers(
        &self,
        case: &Case,
        statement: &Statement,
    ) -> Result<Vec<FieldError>, Failed> {
        let (Some(Act::SignOffPolicyAdopted(adopted)), Some(record), Some(view)) =
            (statement.act(), case.record(), case.view())
        else {
            return Ok(Vec::new());
        };
        let accounts = self.accounts.list().await.map_err(|error| ours(&error))?;
        let mut officers: BTreeSet<PersonId> = BTreeSet::new();
        let mut verifiers: BTreeMap<EntityCode, BTreeSet<PersonId>> = BTreeMap::new();
        for account in accounts {
            match account.role {
                _ if account.closed_at.is_some() => {}
                Role::DepositaryOfficer(authority) if record.is_kept_by(&authority) => {
                    officers.insert(account.person);
                }
                Role::Verifier(of) if view.participants.contains_key(&of) => {
                    verifiers.entry(of).or_default().insert(account.person);
                }
                _ => {}
            }
        }
        let there = There {
            depositary: officers.len(),
            verifiers: verifiers.values().map(BTreeSet::len).min(),
        };
        Ok(beyond(&adopted.policy, there))
    }
}
