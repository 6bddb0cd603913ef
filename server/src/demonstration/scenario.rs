//! What each State does in the illustrative scenario: the rows of `guarantee.tsv`.

use std::collections::BTreeMap;
use std::str::FromStr;

use domain::act::{
    Act, ConsentExpressed, ConsentForm, ConsentMode, Outcome, ProcedureAdopted, ProcedureStanding,
    Ruling, Signature, Signed, StepBegun, StepConcluded, StepNotRequired, StepScheduled, Tally,
    VoteOn, VoteTaken,
};
use domain::day::Day;
use domain::entity::EntityCode;
use domain::majority::Question;
use domain::procedure::{Stage, library};
use domain::statement::Statement;
use domain::text::Text;

use super::{Unloadable, guarantee};

const ROWS: &str = include_str!("guarantee.tsv");

/// A row: a statement of a State, and how far it has come.
#[derive(Debug)]
pub(super) struct Deed {
    /// Whose.
    pub participant: EntityCode,
    /// When.
    pub on: Day,
    /// What they say.
    pub statement: Statement,
    /// Where it is.
    pub desk: Desk,
}

/// Where a statement of the scenario is, each further on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Desk {
    /// A draft of the liaison.
    Draft,
    /// Before the verifier.
    Submitted,
    /// Before the depositary.
    Countersigned,
    /// In the register.
    Published,
}

/// The rows, in their order.
///
/// # Errors
/// [`Unloadable::Data`] names the line.
pub(super) fn deeds() -> Result<Vec<Deed>, Unloadable> {
    let mut sequences: BTreeMap<(EntityCode, Day), u32> = BTreeMap::new();
    let rows = (1_u32..)
        .zip(ROWS.lines())
        .filter(|(_, line)| !line.starts_with('#'))
        .skip(1);
    rows.map(|(number, line)| {
        let mut deed = read(line)
            .map_err(|problem| Unloadable::Data(format!("guarantee.tsv:{number}: {problem}")))?;
        let sequence = sequences.entry((deed.participant, deed.on)).or_default();
        deed.statement.sequence = *sequence;
        *sequence = sequence.saturating_add(1);
        Ok(deed)
    })
    .collect()
}

fn read(line: &str) -> Result<Deed, String> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [date, participant, act, stage, figures, note, desk] = cells.as_slice() else {
        return Err(format!("{} cells instead of seven", cells.len()));
    };
    let on: Day = parsed(date)?;
    let participant: EntityCode = parsed(participant)?;
    let stage = match *stage {
        "" => None,
        key => Some(stage_of(participant, key)?),
    };
    let note = match *note {
        "" => None,
        words => Some(Text::english(words).map_err(|e| e.to_string())?),
    };
    let act = performed(participant, act, stage, figures, note)?;
    let mut statement = guarantee::statement(on, act)
        .map_err(|e| e.to_string())?
        .of(participant);
    statement.stage = stage.map(|stage| stage.key.clone());
    let desk = match *desk {
        "" => Desk::Published,
        "draft" => Desk::Draft,
        "submitted" => Desk::Submitted,
        "countersigned" => Desk::Countersigned,
        other => return Err(format!("“{other}” is no desk")),
    };
    Ok(Deed {
        participant,
        on,
        statement,
        desk,
    })
}

/// The stage in the route that the State's procedure file follows by default.
fn stage_of(participant: EntityCode, key: &str) -> Result<&'static Stage, String> {
    library::of(participant)
        .and_then(|filed| {
            let route = filed.procedure.default_route()?;
            route.stages.iter().find(|stage| stage.key.as_str() == key)
        })
        .ok_or_else(|| format!("{participant} has no stage “{key}”"))
}

fn performed(
    participant: EntityCode,
    act: &str,
    stage: Option<&Stage>,
    figures: &str,
    note: Option<Text>,
) -> Result<Act, String> {
    let completed = Outcome::Completed;
    match act {
        "signed" => Ok(Act::Signed(Signed {
            signature: Signature::Simple,
        })),
        "begun" => Ok(Act::StepBegun(StepBegun { note })),
        "scheduled" => Ok(Act::StepScheduled(StepScheduled { note })),
        "concluded" => Ok(Act::StepConcluded(StepConcluded {
            outcome: completed,
            note,
        })),
        "not_required" => Ok(Act::StepNotRequired(StepNotRequired {
            ground: note.ok_or("the ground is missing")?,
        })),
        "adopted" => Ok(Act::ProcedureAdopted(ProcedureAdopted {
            file: library::of(participant)
                .ok_or("there is no file to adopt")?
                .hash,
            route: None,
            standing: ProcedureStanding::ConfirmedByParticipant,
        })),
        "vote" => vote(stage.ok_or("a vote needs a stage")?, figures),
        "deposited" => Ok(Act::ConsentExpressed(ConsentExpressed {
            mode: match figures {
                "ratification" => ConsentMode::Ratification,
                "acceptance" => ConsentMode::Acceptance,
                other => return Err(format!("“{other}” is no means of consent here")),
            },
            form: ConsentForm::Deposit,
            instrument: None,
            note,
        })),
        other => Err(format!("“{other}” is no act here")),
    }
}

fn vote(stage: &Stage, figures: &str) -> Result<Act, String> {
    let mut tally = Tally::default();
    let mut ruling = Ruling::NotKnown;
    for figure in figures.split(' ') {
        let (name, value) = figure
            .split_once('=')
            .ok_or_else(|| format!("“{figure}” is no figure"))?;
        let place = match name {
            "yes" => &mut tally.yes,
            "no" => &mut tally.no,
            "abstain" => &mut tally.abstain,
            "present" => &mut tally.present,
            "members" => &mut tally.members,
            "yes_weight" => &mut tally.yes_weight,
            "weights" => &mut tally.weights,
            "ruling" => {
                ruling = match value {
                    "carried" => Ruling::Carried,
                    "lost" => Ruling::Lost,
                    other => return Err(format!("“{other}” is no ruling")),
                };
                continue;
            }
            other => return Err(format!("“{other}” is no figure of a vote")),
        };
        *place = Some(parsed(value)?);
    }
    Ok(Act::VoteTaken(VoteTaken {
        chamber: stage.chamber.clone(),
        on: match stage.vote_on {
            Some(Question::Objection) => VoteOn::Objection,
            Some(Question::Approval) | None => VoteOn::Approval,
        },
        tally,
        ruling,
        number: None,
        conditions: Vec::new(),
    }))
}

fn parsed<T: FromStr>(text: &str) -> Result<T, String>
where
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|problem: T::Err| problem.to_string())
}

#[cfg(test)]
mod tests {
    use domain::majority::{Decision, decide};

    use super::*;
    use crate::demonstration::guarantee::PARTICIPANTS;

    #[test]
    fn every_ruling_is_the_one_that_the_constitution_and_the_seats_make_of_the_tally() {
        let mut votes = 0;
        for deed in deeds().unwrap() {
            let Some(Act::VoteTaken(vote)) = deed.statement.act() else {
                continue;
            };
            let key = deed.statement.stage.as_ref().unwrap();
            let stage = stage_of(deed.participant, key.as_str()).unwrap();
            let procedure = &library::of(deed.participant).unwrap().procedure;
            let (seats, rule) = (procedure.seats(stage), stage.rule.as_ref().unwrap());
            let arithmetic = decide(rule, stage.quorum.as_ref(), &vote.tally, seats);
            let expected = match vote.ruling {
                Ruling::Carried => Decision::Carried,
                Ruling::Lost => Decision::Lost,
                Ruling::NotKnown => Decision::CannotBeTold,
            };
            assert_eq!(arithmetic.decision, expected, "{} {key}", deed.participant);
            votes += 1;
        }
        assert!(votes > 25, "{votes}");
    }

    #[test]
    fn what_is_said_to_have_happened_lies_in_2026_and_before_the_end_of_november() {
        let (first, last): (Day, Day) =
            ("2026-02-16".parse().unwrap(), "2026-11-20".parse().unwrap());
        for deed in deeds().unwrap() {
            let announced = deed.statement.kind() == "step_scheduled";
            let fits = deed.on >= first && (deed.on <= last || announced);
            assert!(fits, "{} {}", deed.participant, deed.on);
            assert!(PARTICIPANTS.contains(&deed.participant.as_str()));
        }
    }

    #[test]
    fn something_is_left_on_the_desk_of_each_who_signs() {
        let deeds = deeds().unwrap();
        let left: Vec<_> = deeds
            .iter()
            .filter(|deed| deed.desk != Desk::Published)
            .map(|deed| (deed.participant.to_string(), deed.desk))
            .collect();
        assert_eq!(
            left,
            [
                ("DEU".to_owned(), Desk::Submitted),
                ("ITA".to_owned(), Desk::Countersigned),
                ("DEU".to_owned(), Desk::Draft),
            ]
        );
    }
}
