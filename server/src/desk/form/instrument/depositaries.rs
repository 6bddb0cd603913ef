//! The depositary authorities: one, several, or none where instruments are exchanged.

use app::desk::{Control, Misdefined, Wrong};
use app::say;
use domain::instrument::{Depositary, Instrument};
use domain::name::Key;
use domain::office::Office;

use super::super::ask;
use super::super::case::Case;
use super::super::reader::{Reader, text};
use crate::proposal::Fields;

/// The name of the control.
pub const NAME: &str = "depositaries";

/// The question.
pub fn control(case: &Case, typed: &Fields) -> Control {
    let words = case.words;
    let own = own(case).map_or_else(String::new, ToString::to_string);
    ask::area(
        typed,
        NAME,
        say!(words, "act-instrument-depositaries"),
        Some(say!(
            words,
            "act-instrument-depositaries-hint",
            authority = own
        )),
    )
}

/// The authorities. Whoever opens an instrument keeps it, or nobody here could sign for it.
pub fn read(reader: &mut Reader<'_>, present: Option<&Instrument>) -> Option<Vec<Depositary>> {
    let mut depositaries: Vec<Depositary> = Vec::new();
    for line in reader.lines(NAME) {
        let parsed = line.split_once(':').and_then(|(authority, name)| {
            let authority: Key = authority.trim().parse().ok()?;
            let name = text(reader.case.words, name.trim()).ok()?;
            Some(Depositary { authority, name })
        });
        let Some(mut depositary) = parsed else {
            reader.wrong(NAME, Wrong::NotALine(line));
            return None;
        };
        let authority = &depositary.authority;
        if depositaries.iter().any(|one| one.authority == *authority) {
            let twice = authority.to_string();
            reader.wrong(NAME, Misdefined::AuthorityTwice(twice));
            return None;
        }
        let before = present
            .into_iter()
            .flat_map(|present| &present.depositaries)
            .find(|one| one.authority == depositary.authority);
        if let Some(before) = before.filter(|one| one.name.body == depositary.name.body) {
            depositary.name = before.name.clone();
        }
        depositaries.push(depositary);
    }
    let own = own(reader.case)?;
    let is_among = depositaries.iter().any(|one| one.authority == *own);
    if !depositaries.is_empty() && !is_among {
        reader.wrong(NAME, Misdefined::OwnAuthorityMissing(own.to_string()));
        return None;
    }
    if left_out(reader.case, &depositaries) > 1 {
        reader.wrong(NAME, Misdefined::SeveralLeftOut);
        return None;
    }
    Some(depositaries)
}

/// How many authorities keep the instrument now and are not among these.
fn left_out(case: &Case, depositaries: &[Depositary]) -> usize {
    let present = case
        .record()
        .and_then(|record| record.definition_for_signing());
    // Where there are none, those who opened it keep it: who of them leaves is for the register.
    if depositaries.is_empty() {
        return 0;
    }
    let present = present.map_or(&[][..], |present| &present.depositaries);
    let is_kept = |one: &&Depositary| {
        depositaries
            .iter()
            .any(|kept| kept.authority == one.authority)
    };
    present.iter().filter(|one| !is_kept(one)).count()
}

/// How they would have been typed.
pub fn typed(depositaries: &[Depositary], fields: &mut Fields) {
    let lines: Vec<String> = depositaries
        .iter()
        .map(|one| format!("{}: {}", one.authority, one.name.body.as_str()))
        .collect();
    ask::put(fields, NAME, lines.join("\n"));
}

/// The authority of whoever opens the instrument; its name is theirs to write.
pub fn offered(case: &Case, fields: &mut Fields) {
    if let Some(own) = own(case) {
        ask::put(fields, NAME, format!("{own}: "));
    }
}

fn own(case: &Case) -> Option<&Key> {
    match &case.office {
        Office::DepositaryOfficer(authority) => Some(authority),
        Office::Liaison(_) | Office::Verifier(_) => None,
    }
}
