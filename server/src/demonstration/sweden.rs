//! The historical instrument: the protocol on Sweden's accession to NATO, as it really went.

use std::collections::BTreeMap;

use domain::act::{ConsentForm, ConsentMode};
use domain::instrument::{Depositary, InstrumentKind, Seat};
use domain::legal_date::{LegalDate, ZoneName};
use domain::name::Slug;
use domain::register::Draft;
use domain::text::Text;

use super::Unloadable;
use crate::history::folder::{self, Case};
use crate::history::import::{self, Approval, Notes, Particulars};
use crate::history::problem::Findings;

/// The name of the case in the histories of the repository.
const CASE: &str = "nato_sweden_accession_2022";
/// The instrument's name in the register.
const SLUG: &str = "nato-sweden-accession";

const CLAUSE: &str = r#"{"first_of":[{"when":{"all":true},"then":{"same_day":true}}]}"#;

const CASES: &str = include_str!("../../../app/histories/cases.csv");
/// Who took part, as the repository's histories have it.
pub(super) const PARTICIPATIONS: &str =
    include_str!("../../../app/histories/nato_sweden_accession_2022.csv");

/// The drafts of its entries, in order.
///
/// # Errors
/// [`Unloadable`] if the embedded history is not what this program expects.
pub(super) fn drafts() -> Result<Vec<Draft>, Unloadable> {
    let mut findings = Findings::default();
    let imported = imported(&mut findings)?;
    match (imported, findings.errors.first()) {
        (Some(drafts), None) => Ok(drafts),
        (_, Some(problem)) => Err(Unloadable::Data(problem.to_string())),
        (None, None) => Err(Unloadable::Data(format!("{CASE}: nothing to import"))),
    }
}

fn imported(findings: &mut Findings) -> Result<Option<Vec<Draft>>, Unloadable> {
    let history = folder::read(&files(), findings);
    let Some(case) = history.cases.first() else {
        return Ok(None);
    };
    let slug = Slug::try_from(SLUG.to_owned())?;
    let Some(tables) = Particulars::of(case, slug, findings) else {
        return Ok(None);
    };
    let particulars = particulars(case, tables)?;
    Ok(import::import(case, particulars, findings).map(|imported| imported.drafts))
}

/// The tables with this case only.
fn files() -> BTreeMap<String, Vec<u8>> {
    let cases: String = CASES
        .lines()
        .enumerate()
        .filter(|(i, line)| *i == 0 || line.starts_with(CASE))
        .flat_map(|(_, line)| [line, "\n"])
        .collect();
    BTreeMap::from([
        ("cases.csv".to_owned(), cases.into_bytes()),
        (format!("{CASE}.csv"), PARTICIPATIONS.into()),
    ])
}

/// What the tables do not say: articles I and II of the protocol.
fn particulars(case: &Case, tables: Particulars) -> Result<Particulars, Unloadable> {
    let opened = case
        .participations
        .iter()
        .filter_map(|row| row.signed)
        .min();
    let name = Text::english("Government of the United States of America")?;
    let depositaries = tables.depositaries.iter().map(|depositary| Depositary {
        authority: depositary.authority.clone(),
        name: name.clone(),
    });
    let depositaries = depositaries.collect();
    Ok(Particulars {
        kind: InstrumentKind::Protocol,
        opened: opened.map_or_else(LegalDate::unknown, LegalDate::on),
        seat: Seat {
            place: Text::english("Washington")?,
            zone: ZoneName::try_from("America/New_York".to_owned())?,
        },
        depositaries,
        // Nothing is deposited: each Party notifies that it accepts.
        form: ConsentForm::Notification,
        mode: ConsentMode::Acceptance,
        // The tables freeze the list as it was at the end. The protocol asks for each of the Parties,
        // and there was one more of them from 4 April 2023 on.
        clause: serde_json::from_str(CLAUSE)?,
        clause_text: Some(Text::english(
            "Article II: in force when each of the Parties to the North Atlantic Treaty has notified \
             the Government of the United States of America of its acceptance.",
        )?),
        // The sources are those of parliaments, and give the day on which parliament was done.
        approval: Approval::EndsParliamentaryProcedure,
        notes: Notes::Kept,
        ..tables
    })
}

#[cfg(test)]
mod tests {
    use domain::act::Act;
    use domain::day::Day;
    use domain::entity::EntityCode;
    use domain::procedure::PARLIAMENTARY_PROCEDURE;
    use domain::register::RecordedAt;
    use domain::snapshot::{Fact, OnUnknown, Snapshot, View};
    use domain::status::{InternationalStatus, NationalStatus};
    use domain::text::Confidence;

    use super::*;

    fn register() -> Snapshot {
        drafts().unwrap().into_iter().zip(0_u32..).fold(
            Snapshot::new(OnUnknown::Stop),
            |snapshot, (draft, index)| {
                let at = RecordedAt::from_unix_micros(i64::from(index)).unwrap();
                let entry = draft.numbered(u64::from(index), at);
                snapshot.followed_by(&entry).unwrap()
            },
        )
    }

    fn facts(who: &str, kind: &str) -> Vec<Fact> {
        let code: EntityCode = who.parse().unwrap();
        let view = view("2024-03-07");
        let facts = view.participants[&code].facts.iter();
        let of_kind = facts.filter(|fact| fact.statement.kind() == kind);
        of_kind.cloned().collect()
    }

    /// Their own definition: the President of the United States signed six days later.
    #[test]
    fn the_days_of_the_parliamentary_assembly_end_no_national_procedure() {
        for participant in view("2024-03-07").participants.values() {
            assert_ne!(participant.status.national, NationalStatus::Completed);
        }
        let steps = facts("USA", "step_concluded");
        assert_eq!(steps.len(), 1);
        assert_eq!(steps[0].date().latest().unwrap().to_string(), "2022-08-03");
        let stage = steps[0].statement.stage.as_ref().unwrap();
        assert_eq!(stage.as_str(), PARLIAMENTARY_PROCEDURE);
    }

    #[test]
    fn iceland_has_the_day_of_the_table_and_beside_it_that_of_the_althingi() {
        let steps = facts("ISL", "step_concluded");
        assert_eq!(steps[0].date().latest().unwrap().to_string(), "2022-07-05");
        let Some(Act::StepConcluded(step)) = steps[0].act() else {
            panic!("{:?}", steps[0]);
        };
        let note = step.note.as_ref().unwrap().body.as_str();
        assert!(note.contains("Althingi consent 2022-06-07"), "{note}");
    }

    #[test]
    fn each_date_has_its_own_confidence() {
        let confidence = |who: &str, kind: &str| {
            let sources = facts(who, kind)[0].statement.sources.clone();
            sources.first().map(|source| source.confidence)
        };
        let of_both = |who: &str| {
            [
                confidence(who, "step_concluded"),
                confidence(who, "consent_expressed"),
            ]
        };
        // The deposit is from memory, the end in parliament was read.
        assert_eq!(of_both("GBR"), [Some(None), Some(Some(Confidence::Low))]);
        assert_eq!(of_both("USA"), [Some(None), Some(Some(Confidence::Medium))]);
        // No day of deposit was found: nothing was read of it.
        assert_eq!(of_both("ALB"), [Some(Some(Confidence::High)), None]);
        assert_eq!(
            of_both("FIN"),
            [Some(Some(Confidence::High)), Some(Some(Confidence::High))]
        );
    }

    fn view(day: &str) -> View {
        let register = register();
        let day: Day = day.parse().unwrap();
        let slug = SLUG.parse().unwrap();
        register.view(&slug, day, register.size()).unwrap()
    }

    #[test]
    fn it_enters_into_force_on_the_day_of_the_last_acceptance() {
        assert!(view("2024-03-06").evaluation.met.is_none());
        let met = view("2024-03-07").evaluation.met.unwrap();
        assert_eq!(met.in_force.to_string(), "2024-03-07");
    }

    #[test]
    fn the_list_grows_by_finland() {
        let listed = |day: &str| {
            let view = view(day);
            view.record.listed(view.day).len()
        };
        assert_eq!(listed("2022-07-05"), 30);
        assert_eq!(listed("2023-04-03"), 30);
        assert_eq!(listed("2023-04-04"), 31);
    }

    #[test]
    fn acceptances_are_notified_and_none_has_a_made_up_day() {
        let view = view("2024-03-07");
        let consents: Vec<_> = view
            .participants
            .values()
            .flat_map(|participant| &participant.facts)
            .filter(|fact| fact.statement.kind() == "consent_expressed")
            .collect();
        assert_eq!(consents.len(), 31);
        let exact = consents.iter().filter(|fact| fact.date().is_exact());
        assert_eq!(exact.count(), 8);
        assert_eq!(view.instrument.consent_form, ConsentForm::Notification);
        for participant in view.participants.values() {
            let since = view.day;
            assert_eq!(
                participant.status.international,
                InternationalStatus::Party { since }
            );
        }
    }
}
