//! A clause that is in no history yet, tried on a list of participants.

use std::collections::BTreeMap;
use std::path::Path;

use app::explanation::{self, AlternativeInWords, Sentence};
use app::words::Words;
use domain::day::Day;
use domain::entity::EntityCode;
use domain::explanation::Preview;
use domain::share::Share;
use serde::Serialize;

use super::print;
use super::{Outcome, Refused, json};
use crate::history::rule;
use crate::history::table::known_code;

/// A clause tried: the values, and the sentences made of them.
#[derive(Debug, Serialize)]
pub(super) struct ClauseTried {
    /// How many would take part.
    pub participants: usize,
    /// The day.
    pub day: Day,
    /// What it would take.
    pub why: Vec<Sentence>,
    /// The ways to enter into force.
    pub ways: Vec<AlternativeInWords>,
    /// What somebody should look at.
    pub findings: Vec<String>,
    /// What it is all made of.
    pub preview: Preview,
}

/// Reads the clause and the list, and tries one on the other.
pub(super) fn run(
    file: &Path,
    participants: &str,
    day: Day,
    as_json: bool,
) -> Result<Outcome, Refused> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Refused::because(format!("{}: {error}", file.display())))?;
    let rule = rule::read(&text)
        .map_err(|problem| Refused::because(format!("{}: {problem}", file.display())))?;
    let participants = list(participants)?;
    let preview = domain::explanation::preview(&rule.clause, &participants, day)
        .map_err(|error| Refused::because(error.to_string()))?;
    let words = Words::english();
    let tried = ClauseTried {
        participants: participants.len(),
        day,
        why: explanation::of_clause(words, &preview.clause, &preview.rule),
        ways: explanation::alternatives(words, &preview.clause),
        findings: explanation::findings(words, &preview),
        preview,
    };
    let said = if as_json {
        json(&tried)?
    } else {
        print::tried(&tried)
    };
    Ok(if tried.preview.has_findings() {
        Outcome::findings(said)
    } else {
        Outcome::done(said)
    })
}

/// The list: codes between commas or spaces, each with its share after an equals sign if it has one.
fn list(text: &str) -> Result<BTreeMap<EntityCode, Option<Share>>, Refused> {
    let mut participants = BTreeMap::new();
    let items = text
        .split(|c: char| c == ',' || c.is_whitespace())
        .filter(|item| !item.is_empty());
    for (position, item) in items.enumerate() {
        let refuse = |problem: String| {
            Refused::because(format!(
                "--participants, item {}: {problem}",
                position.saturating_add(1)
            ))
        };
        let (code, share) = match item.split_once('=') {
            Some((code, share)) => (code, Some(share)),
            None => (item, None),
        };
        let code = known_code(code).map_err(refuse)?;
        let share = share
            .map(str::parse::<Share>)
            .transpose()
            .map_err(|error| refuse(error.to_string()))?;
        if participants.insert(code, share).is_some() {
            return Err(refuse(format!("{code} stands twice in the list")));
        }
    }
    if participants.is_empty() {
        return Err(Refused::because(
            "--participants: the list is empty; write codes such as FRA,DEU,USA",
        ));
    }
    Ok(participants)
}
