//! A folder with the history of treaties, in the format of `docs/REPLAY.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use domain::act::ConsentMode;
use domain::day::Day;
use domain::entity::EntityCode;
use domain::name::Key;
use domain::share::Share;

use crate::history::problem::{At, Findings};
use crate::history::rule::{self, Rule};
use crate::history::table::{self, Columns, Row, short};
use crate::history::us_measure::{self, UsMeasure};

/// The history of several treaties.
#[derive(Debug, Default)]
pub struct History {
    /// The treaties, in the order of `cases.csv`.
    pub cases: Vec<Case>,
    /// Measures of the United States Congress.
    pub us_measures: Vec<UsMeasure>,
}

/// The history of one treaty.
#[derive(Debug)]
pub struct Case {
    /// Where its row stands.
    pub at: At,
    /// Its name in the folder.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Who its depositary is, in words.
    pub depositary: String,
    /// Its clause in words.
    pub clause_text: String,
    /// Its clause.
    pub rule: Rule,
    /// The day on which the clause was met, as recorded.
    pub expected_met: Option<Day>,
    /// The day of entry into force, as recorded.
    pub expected_in_force: Option<Day>,
    /// Where it comes from.
    pub source: Cited,
    /// Who took part.
    pub participations: Vec<Participation>,
    /// Withdrawals and other events.
    pub events: Vec<OtherEvent>,
    /// The table of weights.
    pub weights: BTreeMap<EntityCode, Share>,
    /// States in the middle of the run.
    pub checkpoints: Vec<Checkpoint>,
    /// Recorded dates of effect for single parties.
    pub effects: Vec<RecordedEffect>,
    effects_seen: BTreeSet<(EntityCode, Day)>,
}

/// A source with its confidence, as the cells give them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The cell `source`.
    pub source: String,
    /// The cell `confidence`.
    pub confidence: String,
}

/// A row of a case's own table.
#[derive(Debug)]
pub struct Participation {
    /// Where it stands.
    pub at: At,
    /// Who.
    pub code: EntityCode,
    /// The name as the row gives it.
    pub country: String,
    /// The day of signature.
    pub signed: Option<Day>,
    /// The day on which the national procedure ended.
    pub approved: Option<Day>,
    /// The day of the act that counts internationally.
    pub deposited: Option<Day>,
    /// By what means, if the note says so.
    pub mode: Option<ConsentMode>,
    /// Remarks, in parts separated by semicolons.
    pub note: String,
    /// Where it comes from.
    pub source: Cited,
}

/// A row of `other_events.csv`.
#[derive(Debug)]
pub struct OtherEvent {
    /// Where it stands.
    pub at: At,
    /// Whom it concerns.
    pub code: Option<EntityCode>,
    /// What it is.
    pub event: Happening,
    /// When it was notified or happened.
    pub on: Option<Day>,
    /// When it takes effect.
    pub effective: Option<Day>,
    /// Where it comes from.
    pub source: Cited,
}

/// What an event of a history is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happening {
    /// `withdrawal` or `denunciation`.
    Withdrawal,
    /// `withdrawal_of_ratification` or `withdrawal_of_consent`.
    WithdrawalOfConsent,
    /// `withdrawal_rescinded`.
    WithdrawalRescinded,
    /// `provisional_application…`.
    ProvisionalApplication,
    /// The end of provisional application.
    ProvisionalApplicationEnded,
    /// Anything else, which a clause may wait for by its name.
    Other(Key),
}

/// A row of `checkpoints.csv`.
#[derive(Debug)]
pub struct Checkpoint {
    /// Where it stands.
    pub at: At,
    /// The day.
    pub day: Day,
    /// The condition, by its position in the `and` list; `None` is the whole.
    pub condition: Option<usize>,
    /// How many are counted.
    pub counted: Option<usize>,
    /// The share reached.
    pub weight: Option<Share>,
    /// Who is missing, as the cell says it.
    pub missing: Option<String>,
}

/// A row of `effect_by_party.csv`.
#[derive(Debug)]
pub struct RecordedEffect {
    /// Where it stands.
    pub at: At,
    /// For whom.
    pub code: EntityCode,
    /// The recorded day.
    pub day: Day,
}

const CASES: Columns = Columns {
    required: &[
        "case",
        "rule_json",
        "expected_threshold_met_on",
        "expected_entry_into_force",
    ],
    described: &[
        "title",
        "depositary",
        "entry_into_force_clause",
        "status",
        "source",
        "confidence",
    ],
};
const PARTICIPATIONS: Columns = Columns {
    required: &[
        "case",
        "iso3",
        "signature_date",
        "approval_date",
        "deposit_date",
        "note",
    ],
    described: &["country", "source", "confidence"],
};
const OTHER_EVENTS: Columns = Columns {
    required: &["case", "iso3", "event", "event_date", "effective_date"],
    described: &["country", "note", "source", "confidence"],
};
const WEIGHTS: Columns = Columns {
    required: &["case", "iso3", "weight"],
    described: &["unit", "source"],
};
const CHECKPOINTS: Columns = Columns {
    required: &["case", "day", "condition", "counted", "weight", "missing"],
    described: &[],
};
const EFFECTS: Columns = Columns {
    required: &["case", "iso3", "expected_effect_date"],
    described: &["country", "source"],
};
/// No history is larger.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Where the files of a history come from: a folder, or memory in tests and fuzzing.
pub trait Files {
    /// The bytes of a file; `Ok(None)` if it does not exist.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, String>;
}

impl Files for &Path {
    fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let path = self.join(name);
        match std::fs::metadata(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.to_string()),
            Ok(metadata) if metadata.len() > LARGEST_FILE => {
                Err("the file is larger than 64 MiB".to_owned())
            }
            Ok(_) => std::fs::read(&path)
                .map(Some)
                .map_err(|error| error.to_string()),
        }
    }
}

impl Files for BTreeMap<String, Vec<u8>> {
    fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, String> {
        Ok(self.get(name).cloned())
    }
}

/// Reads a history. If `findings` has errors afterwards, the history must not be used.
pub fn read(files: &impl Files, findings: &mut Findings) -> History {
    let us_measures = us_measure::read(files, findings);
    let mut cases = match files.bytes("cases.csv") {
        // Measures of the US Congress are a history of their own.
        Ok(None) if !us_measures.is_empty() => Vec::new(),
        bytes => read_cases(files, bytes, findings),
    };
    for row in optional(files, "other_events.csv", OTHER_EVENTS, findings) {
        if let Some(case) = case_of(&mut cases, &row, findings)
            && let Some(event) = read_event(&row, findings)
        {
            case.events.push(event);
        }
    }
    refuse_repeated_events(&cases, findings);
    for row in optional(files, "weights.csv", WEIGHTS, findings) {
        read_weight(&mut cases, &row, findings);
    }
    let mut checkpoints = BTreeSet::new();
    for row in optional(files, "checkpoints.csv", CHECKPOINTS, findings) {
        let key = (
            row.text("case").to_owned(),
            row.text("day").to_owned(),
            row.text("condition").to_owned(),
        );
        if !checkpoints.insert(key) {
            findings.error(
                &row.at,
                "the row stands twice: same case, day and condition",
            );
        }
        if let Some(case) = case_of(&mut cases, &row, findings)
            && let Some(checkpoint) = read_checkpoint(&row, findings)
        {
            case.checkpoints.push(checkpoint);
        }
    }
    for row in optional(files, "effect_by_party.csv", EFFECTS, findings) {
        read_effect(&mut cases, &row, findings);
    }
    History { cases, us_measures }
}

fn optional(files: &impl Files, name: &str, columns: Columns, findings: &mut Findings) -> Vec<Row> {
    match files.bytes(name) {
        Ok(Some(bytes)) => table::read(name, &bytes, columns, findings),
        Ok(None) => Vec::new(),
        Err(error) => {
            findings.error_in_file(name, error);
            Vec::new()
        }
    }
}

fn case_of<'a>(cases: &'a mut [Case], row: &Row, findings: &mut Findings) -> Option<&'a mut Case> {
    let name = row.text("case");
    let found = cases.iter_mut().find(|case| case.name == name);
    // A case whose own row was refused is not missing: its reason stands already.
    let cases_refused = findings
        .errors
        .iter()
        .any(|problem| problem.file == "cases.csv");
    if found.is_none() && !cases_refused {
        findings.error(&row.at, format!("cases.csv has no case “{}”", short(name)));
    }
    found
}

fn read_cases(
    files: &impl Files,
    bytes: Result<Option<Vec<u8>>, String>,
    findings: &mut Findings,
) -> Vec<Case> {
    let bytes = match bytes {
        Ok(Some(bytes)) => bytes,
        Ok(None) => {
            findings.error_in_file("cases.csv", "the file is missing; a history needs it");
            return Vec::new();
        }
        Err(error) => {
            findings.error_in_file("cases.csv", error);
            return Vec::new();
        }
    };
    let mut cases: Vec<Case> = Vec::new();
    for row in table::read("cases.csv", &bytes, CASES, findings) {
        let name = row.text("case");
        if !can_name_a_file(name) {
            findings.error(
                &row.at,
                format!(
                    "“{}” cannot name a case; use letters, digits and . _ - and no table's name",
                    short(name)
                ),
            );
            continue;
        }
        if cases.iter().any(|case| case.name == name) {
            findings.error(&row.at, format!("the case “{name}” stands twice"));
            continue;
        }
        let expected_met = row.day("expected_threshold_met_on", findings);
        let expected_in_force = row.day("expected_entry_into_force", findings);
        let rule = match rule::read(row.text("rule_json")) {
            Ok(rule) => rule,
            Err(problem) => {
                findings.error(&row.at, format!("rule_json: {problem}"));
                continue;
            }
        };
        cases.push(Case {
            participations: read_participations(files, name, findings),
            name: name.to_owned(),
            title: row.text("title").to_owned(),
            depositary: row.text("depositary").to_owned(),
            clause_text: row.text("entry_into_force_clause").to_owned(),
            rule,
            expected_met,
            expected_in_force,
            source: cited(&row),
            events: Vec::new(),
            weights: BTreeMap::new(),
            checkpoints: Vec::new(),
            effects: Vec::new(),
            effects_seen: BTreeSet::new(),
            at: row.at,
        });
    }
    if cases.is_empty() && findings.errors.is_empty() {
        findings.error_in_file("cases.csv", "there is no case");
    }
    cases
}

/// The tables of a history, whose names no case can have.
const TABLES: [&str; 6] = [
    "cases",
    "other_events",
    "weights",
    "checkpoints",
    "effect_by_party",
    "us_congress_cases",
];

fn can_name_a_file(name: &str) -> bool {
    !name.is_empty()
        && !TABLES.contains(&name)
        && name.len() <= 80
        && !name.starts_with('.')
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

fn cited(row: &Row) -> Cited {
    Cited {
        source: row.text("source").to_owned(),
        confidence: row.text("confidence").to_owned(),
    }
}

fn read_participations(
    files: &impl Files,
    case: &str,
    findings: &mut Findings,
) -> Vec<Participation> {
    let file = format!("{case}.csv");
    let bytes = match files.bytes(&file) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => {
            findings.error_in_file(
                &file,
                format!("the file is missing; cases.csv names the case “{case}”"),
            );
            return Vec::new();
        }
        Err(error) => {
            findings.error_in_file(&file, error);
            return Vec::new();
        }
    };
    let mut participations: Vec<Participation> = Vec::new();
    let mut seen: BTreeMap<EntityCode, BTreeMap<Option<Day>, u64>> = BTreeMap::new();
    for row in table::read(&file, &bytes, PARTICIPATIONS, findings) {
        if row.text("case") != case {
            findings.error(
                &row.at,
                format!(
                    "the row is of the case “{}”, the file of “{case}”",
                    short(row.text("case"))
                ),
            );
            continue;
        }
        let signed = row.day("signature_date", findings);
        let approved = row.day("approval_date", findings);
        let deposited = row.day("deposit_date", findings);
        let Some(code) = row.code("iso3", findings) else {
            continue;
        };
        let rows = seen.entry(code).or_default();
        let twin = rows
            .get(&deposited)
            .or_else(|| rows.get(&None))
            .or_else(|| rows.values().next().filter(|_| deposited.is_none()));
        if let Some(line) = twin {
            findings.error(
                &row.at,
                format!(
                    "{code} stands twice, also on line {line}; a State that left and came back needs a deposit_date in each row"
                ),
            );
            continue;
        }
        rows.insert(deposited, row.at.line);
        participations.push(Participation {
            code,
            country: row.text("country").to_owned(),
            signed,
            approved,
            deposited,
            mode: consent_mode(&row, findings),
            note: row.text("note").to_owned(),
            source: cited(&row),
            at: row.at,
        });
    }
    if participations.is_empty() && findings.errors.is_empty() {
        findings.error_in_file(&file, "there is no row");
    }
    participations
}

/// The means of consent in a note, after `kind=`: the text up to the next mark.
fn consent_mode(row: &Row, findings: &mut Findings) -> Option<ConsentMode> {
    let kind = row.text("note").split("kind=").nth(1)?;
    let kind: String = kind
        .chars()
        .take_while(|c| c.is_alphabetic() || matches!(c, ' ' | '/' | '_'))
        .collect();
    let kind = kind.trim().replace('_', " ").to_lowercase();
    match kind.as_str() {
        "ratification" => Some(ConsentMode::Ratification),
        "acceptance" => Some(ConsentMode::Acceptance),
        "approval" => Some(ConsentMode::Approval),
        "accession" => Some(ConsentMode::Accession),
        "succession" => Some(ConsentMode::Succession),
        "definitive signature" => Some(ConsentMode::DefinitiveSignature),
        _ if kind.contains('/') => Some(ConsentMode::NotToldApart),
        _ => {
            findings.warn(
                &row.at,
                format!(
                    "note: “kind={}” is not known; known are ratification, acceptance, approval, accession, succession, definitive signature",
                    short(&kind)
                ),
            );
            None
        }
    }
}

fn read_event(row: &Row, findings: &mut Findings) -> Option<OtherEvent> {
    let event = match row.text("event") {
        "withdrawal" | "denunciation" => Happening::Withdrawal,
        "withdrawal_of_ratification" | "withdrawal_of_consent" => Happening::WithdrawalOfConsent,
        "withdrawal_rescinded" => Happening::WithdrawalRescinded,
        name if name.starts_with("provisional_application") => {
            if name.contains("end") || name.contains("terminat") || name.contains("withdraw") {
                Happening::ProvisionalApplicationEnded
            } else {
                Happening::ProvisionalApplication
            }
        }
        name => match name.parse() {
            Ok(key) => {
                let lower = name.to_lowercase();
                if ["withdraw", "denunc", "provisional"]
                    .iter()
                    .any(|part| lower.contains(part))
                {
                    findings.warn(
                        &row.at,
                        format!("event: “{}” is not one of the known kinds; it is taken as an event that a clause may wait for", short(name)),
                    );
                }
                Happening::Other(key)
            }
            Err(problem) => {
                findings.error(&row.at, format!("event: {problem}"));
                return None;
            }
        },
    };
    let on = row.day("event_date", findings);
    let effective = row.day("effective_date", findings);
    let code = match (row.text("iso3"), &event) {
        ("", Happening::Other(_)) => None,
        _ => Some(row.code("iso3", findings)?),
    };
    Some(OtherEvent {
        at: row.at.clone(),
        code,
        event,
        on,
        effective,
        source: cited(row),
    })
}

fn refuse_repeated_events(cases: &[Case], findings: &mut Findings) {
    for case in cases {
        let mut seen = BTreeMap::new();
        for event in &case.events {
            let key = (event.code, event.event.clone(), event.on);
            if let Some(line) = seen.insert(key, event.at.line) {
                findings.error(
                    &event.at,
                    format!("the event stands twice, also on line {line}"),
                );
            }
        }
    }
}

fn read_weight(cases: &mut [Case], row: &Row, findings: &mut Findings) {
    let Some(case) = case_of(cases, row, findings) else {
        return;
    };
    let Some(code) = row.code("iso3", findings) else {
        return;
    };
    match row.text("weight").parse::<Share>() {
        Err(problem) => findings.error(&row.at, format!("weight: {problem}")),
        Ok(weight) => {
            if case.weights.insert(code, weight.normalised()).is_some() {
                findings.error(
                    &row.at,
                    format!("{code} has two weights in the case “{}”", case.name),
                );
            }
        }
    }
}

fn read_checkpoint(row: &Row, findings: &mut Findings) -> Option<Checkpoint> {
    let number = |column: &str, findings: &mut Findings| match row.text(column) {
        "" => Some(None),
        text => {
            let number = text.parse::<usize>().ok();
            if number.is_none() {
                findings.error(
                    &row.at,
                    format!("{column}: “{}” is not a whole number", short(text)),
                );
            }
            number.map(Some)
        }
    };
    let condition = number("condition", findings)?;
    let counted = number("counted", findings)?;
    let weight = match row.text("weight") {
        "" => None,
        text => match text.parse::<Share>() {
            Ok(weight) => Some(weight),
            Err(problem) => {
                findings.error(&row.at, format!("weight: {problem}"));
                return None;
            }
        },
    };
    let Some(day) = row.day("day", findings) else {
        if row.text("day").is_empty() {
            findings.error(&row.at, "day: a checkpoint needs a day");
        }
        return None;
    };
    Some(Checkpoint {
        at: row.at.clone(),
        day,
        condition,
        counted,
        weight,
        missing: Some(row.text("missing").to_owned()).filter(|text| !text.is_empty()),
    })
}

fn read_effect(cases: &mut [Case], row: &Row, findings: &mut Findings) {
    let Some(case) = case_of(cases, row, findings) else {
        return;
    };
    let Some(code) = row.code("iso3", findings) else {
        return;
    };
    let Some(day) = row.day("expected_effect_date", findings) else {
        return;
    };
    if !case.effects_seen.insert((code, day)) {
        findings.error(&row.at, format!("{code} stands twice with the day {day}"));
        return;
    }
    case.effects.push(RecordedEffect {
        at: row.at.clone(),
        code,
        day,
    });
}
