//! A treaty of a history, or one of its participants.

use std::path::Path;

use app::explanation::{self, AlternativeInWords, EarliestInWords, ProcedureInWords, Sentence};
use app::tracker;
use app::words::Words;
use domain::day::Day;
use domain::entity::EntityCode;
use domain::explanation::{Explanation, PartyExplained};
use domain::procedure::Library;
use domain::snapshot::View;
use serde::Serialize;

use super::print;
use super::{Outcome, Refused, json, warnings};
use crate::history::folder::{self, Files};
use crate::history::problem::Findings;
use crate::replay::in_memory::InMemory;

/// A treaty explained: the values, and the sentences made of them.
#[derive(Debug, Serialize)]
pub(super) struct CaseExplained {
    /// Its name in the folder.
    pub case: String,
    /// Its title.
    pub title: String,
    /// The day.
    pub day: Day,
    /// Whether it is in force, in words.
    pub answer: String,
    /// Why.
    pub why: Vec<Sentence>,
    /// The ways to enter into force.
    pub ways: Vec<AlternativeInWords>,
    /// The earliest day on which the conditions could be met, if they are not met and can be.
    pub earliest: Option<EarliestInWords>,
    /// What it is all made of.
    pub explanation: Explanation,
}

/// A participant explained.
#[derive(Debug, Serialize)]
pub(super) struct PartyOfCase {
    /// The treaty's name in the folder.
    pub case: String,
    /// Its title.
    pub title: String,
    /// The day.
    pub day: Day,
    /// Who.
    pub name: String,
    /// Where it stands in the national and the international order, in a few words each.
    pub standing: Vec<String>,
    /// Why.
    pub why: Vec<Sentence>,
    /// Its own procedure, where a description of it is known.
    pub procedure: Option<ProcedureInWords>,
    /// What it is all made of.
    pub explanation: PartyExplained,
}

/// Reads the history and explains a case of it.
pub(super) fn run(
    folder: &Path,
    case: &str,
    as_of: Option<Day>,
    party: Option<EntityCode>,
    as_json: bool,
) -> Result<Outcome, Refused> {
    if !folder.is_dir() {
        return Err(Refused::because(format!(
            "{} is not a folder; give the folder that holds cases.csv",
            folder.display()
        )));
    }
    let mut findings = Findings::default();
    let view = view(&folder, case, as_of, &mut findings).map_err(|error| Refused {
        warnings: std::mem::take(&mut findings.warnings),
        errors: error
            .into_iter()
            .chain(findings.errors.iter().map(ToString::to_string))
            .collect(),
    })?;
    let said = match party {
        None => {
            let explained = of_case(case, &view);
            if as_json {
                json(&explained)?
            } else {
                print::case(&explained)
            }
        }
        Some(code) => {
            let explained = of_party(case, &view, code)?;
            if as_json {
                json(&explained)?
            } else {
                print::party(&explained)
            }
        }
    };
    Ok(Outcome {
        complained: warnings(&findings.warnings).collect(),
        ..Outcome::done(said)
    })
}

/// The view of a case on a day. If there is none, `findings` has the errors, or the reason is given.
fn view(
    files: &impl Files,
    case: &str,
    as_of: Option<Day>,
    findings: &mut Findings,
) -> Result<View, Option<String>> {
    let history = folder::read(files, findings);
    if !findings.errors.is_empty() {
        return Err(None);
    }
    if !history.cases.iter().any(|known| known.name == case) {
        let known: Vec<&str> = history
            .cases
            .iter()
            .map(|case| case.name.as_str())
            .collect();
        let case: String = case.chars().take(80).collect();
        return Err(Some(format!(
            "cases.csv has no case “{case}”; it has {}",
            known.join(", ")
        )));
    }
    let register = InMemory::build(&history, findings).ok_or(None)?;
    let slug = register.slugs.get(case).ok_or(None)?;
    // Without any day on record, any day has the same answer.
    let day = as_of
        .or_else(|| register.horizon(slug))
        .unwrap_or(Day::LAST);
    register
        .snapshot
        .view(slug, day, register.frontier.size())
        .map_err(|error| Some(error.to_string()))
}

fn title(view: &View) -> String {
    Words::english()
        .choose(&view.instrument.titles)
        .map_or_else(String::new, |title| title.body.as_str().to_owned())
}

fn of_case(case: &str, view: &View) -> CaseExplained {
    let words = Words::english();
    let explanation = view.explain();
    CaseExplained {
        case: case.to_owned(),
        title: title(view),
        day: view.day,
        answer: tracker::answer(words, view),
        why: explanation::why(words, &explanation, &view.instrument),
        ways: explanation::alternatives(words, &explanation.clause),
        earliest: explanation::earliest(words, view, &Library::new()),
        explanation,
    }
}

fn of_party(case: &str, view: &View, code: EntityCode) -> Result<PartyOfCase, Refused> {
    let words = Words::english();
    let explanation = view.explain();
    let procedure = explanation::procedure(words, &Library::new(), view, code);
    let Some(party) = view.explain_party(&explanation, code) else {
        let known: Vec<&str> = view.participants.keys().map(EntityCode::as_str).collect();
        return Err(Refused::because(format!(
            "{code} takes no part in {case}; those who do are {}",
            known.join(", ")
        )));
    };
    Ok(PartyOfCase {
        case: case.to_owned(),
        title: title(view),
        day: view.day,
        name: words.entity(code),
        standing: vec![
            // What the procedure makes of what was reported, where a description of it is known.
            procedure.as_ref().map_or_else(
                || tracker::status::national(words, &party.status.national),
                |procedure| procedure.national.clone(),
            ),
            tracker::status::PublicStage::of(&party.status.national, party.status.international)
                .label(words, view.instrument.consent_form),
        ],
        why: explanation::of_party(words, &explanation, &party),
        procedure,
        explanation: party,
    })
}
