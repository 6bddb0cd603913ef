//! Whether the sign-offs of an entry belong to it.

use std::collections::BTreeSet;

use domain::policy::one_office_each;
use domain::register::Entry;
use domain::statement::Statement;

/// Whether each statement is signed and each sign-off covers a statement of the entry.
///
/// Whether they are the sign-offs that the policy of the day asked for is not seen from one entry:
/// that is for the fold of the register to say.
pub(in crate::store) fn sign_offs_belong(entry: &Entry) -> Result<(), String> {
    let statements = entry
        .statements
        .iter()
        .map(Statement::hash)
        .collect::<Result<BTreeSet<_>, _>>();
    let statements = statements.map_err(|error| error.to_string())?;
    if statements.is_empty() {
        return Err("it has no statement".to_owned());
    }
    for sign_off in &entry.sign_offs {
        if !statements.contains(&sign_off.statement) {
            return Err(format!(
                "a sign-off is of {}, which is no statement of it",
                sign_off.statement
            ));
        }
        if !sign_off.covers(sign_off.statement, entry.occasion) {
            return Err(format!(
                "the digest of a sign-off of {} is not that of what it says",
                sign_off.statement
            ));
        }
    }
    let signed: BTreeSet<_> = entry
        .sign_offs
        .iter()
        .map(|sign_off| sign_off.statement)
        .collect();
    if let Some(unsigned) = statements.difference(&signed).next() {
        return Err(format!("its statement {unsigned} is not signed"));
    }
    one_office_each(&entry.sign_offs).map_err(|error| error.to_string())
}
