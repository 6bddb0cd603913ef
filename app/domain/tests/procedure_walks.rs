//! Walks over all procedures: what is offered is accepted, every stage can be reached, every route has an
//! end, and the order in which a day's facts arrive changes nothing.

#![cfg(feature = "procedures")]
#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::BTreeSet;

use domain::act::{
    Act, Applies, ConditionMet, CourtReferral, Outcome, ProcedureAdopted, ProcedureConcluded,
    ProcedureStanding, Ruling, StepScheduled, VoteOn, VoteTaken,
};
use domain::entity::EntityCode;
use domain::majority::Question;
use domain::name::Key;
use domain::procedure::{
    Awaits, Blocker, Possible, PossibleAct, Procedure, Progress, Route, StageKind, StageProgress,
    StageState, Trigger, check_act, library, possible_acts,
};
use domain::statement::Statement;
use domain::status::{InternationalStatus, NationalStatus};
use proptest::prelude::*;
use support::course::{
    Course, begun, clock, concluded, departure, determined, not_required, state, vote,
};
use support::{instrument, opening, ratified, signed, text};

/// Each route of each file, with a participant that follows it.
fn routes() -> impl Iterator<Item = (String, Course)> {
    library::all().flat_map(|filed| {
        filed.procedure.routes.iter().map(move |route| {
            let mut facts = Course::of(&filed.procedure.entity.to_string());
            if !route.default {
                facts.route(route.key.as_str());
            }
            (format!("{} {}", filed.name, route.key), facts)
        })
    })
}

fn standing(facts: &Course) -> InternationalStatus {
    let mut standing = InternationalStatus::None;
    for fact in &facts.facts {
        standing = match (fact.act(), standing) {
            (Some(Act::ConsentExpressed(_)), _) => InternationalStatus::ConsentExpressed,
            (Some(Act::Signed(_)), InternationalStatus::None) => InternationalStatus::Signed,
            (_, standing) => standing,
        };
    }
    standing
}

/// How far it is on the day of the next act.
fn now<T>(facts: &Course, look: impl FnOnce(&Progress<'_>) -> T) -> T {
    let followed = facts.followed();
    let (standing, today) = (standing(facts), facts.today());
    look(&domain::procedure::progress::progress(
        &followed,
        &facts.facts,
        standing,
        today,
    ))
}

/// What was put to the vote at a stage, in favour of the treaty or against it.
fn ballot(stage: &StageProgress<'_>, in_favour: bool) -> Act {
    let majority = stage.majorities.all().next();
    let question = majority.and_then(|of| of.question).or(stage.stage.vote_on);
    let (on, chamber) = match &stage.awaits {
        Some(Awaits::Override { outstanding, .. }) => (
            VoteOn::Override,
            outstanding.first().map(|key| (*key).clone()),
        ),
        _ => (VoteOn::from(question.unwrap_or(Question::Approval)), None),
    };
    let carried = in_favour != (on == VoteOn::Objection);
    let ruling = if carried {
        Ruling::Carried
    } else {
        Ruling::Lost
    };
    let Act::VoteTaken(taken) = vote(on, ruling) else {
        unreachable!()
    };
    Act::VoteTaken(VoteTaken { chamber, ..taken })
}

/// A statement that does what is possible. `choice` picks among the ways to do it.
fn statement(
    facts: &Course,
    progress: &Progress<'_>,
    possible: &Possible,
    choice: usize,
) -> Statement {
    let stage = possible.stage.as_ref().and_then(|key| progress.stage(key));
    let outcome = if choice.is_multiple_of(4) && stage.is_none_or(|stage| stage.wait().is_none()) {
        Outcome::Failed
    } else {
        Outcome::Completed
    };
    let act = match possible.act {
        PossibleAct::Signature => return signed(facts.code, facts.today()),
        PossibleAct::Consent => return ratified(facts.code, facts.today()),
        PossibleAct::ProcedureAdopted => {
            let filed = library::of(facts.code).unwrap();
            Act::ProcedureAdopted(ProcedureAdopted {
                file: filed.hash,
                route: Some(progress.followed.route.key.clone()),
                standing: ProcedureStanding::ConfirmedByParticipant,
            })
        }
        PossibleAct::StepScheduled => Act::StepScheduled(StepScheduled { note: None }),
        PossibleAct::StepBegun => begun(),
        PossibleAct::ClockStarted => clock(0),
        PossibleAct::VoteTaken => ballot(stage.unwrap(), !choice.is_multiple_of(3)),
        PossibleAct::StepConcluded => concluded(outcome),
        PossibleAct::StepNotRequired => not_required(),
        PossibleAct::DepartureRecorded => departure(),
        PossibleAct::CourtReferral => Act::CourtReferral(CourtReferral {
            court: text("The court"),
            question: None,
        }),
        PossibleAct::TriggerDetermined => {
            let mut open = progress
                .stages
                .iter()
                .filter(|stage| stage.state == StageState::NotDetermined);
            let trigger = open
                .next()
                .unwrap()
                .stage
                .condition
                .as_ref()
                .unwrap()
                .trigger;
            determined(
                trigger,
                if choice.is_multiple_of(2) {
                    Applies::Yes
                } else {
                    Applies::No
                },
            )
        }
        PossibleAct::ConditionMet => {
            let mut held = progress.stages.iter().flat_map(|stage| &stage.blocked_by);
            let condition = held.find_map(|blocker| match blocker {
                Blocker::Condition(condition) => Some(condition.condition.clone()),
                _ => None,
            });
            Act::ConditionMet(ConditionMet {
                condition: condition.unwrap(),
                how: text("Done"),
                evidence: None,
            })
        }
        PossibleAct::RouteChosen => {
            let awaited = progress.awaited_route().cloned();
            let procedure = &progress.followed.procedure;
            let others: Vec<&Key> = procedure
                .routes
                .iter()
                .map(|route| &route.key)
                .filter(|key| **key != progress.followed.route.key)
                .collect();
            let route = awaited.unwrap_or_else(|| {
                (*others.iter().cycle().nth(choice % others.len()).unwrap()).clone()
            });
            Act::RouteChosen(domain::act::RouteChosen {
                route,
                ground: None,
            })
        }
        PossibleAct::ProcedureConcluded => Act::ProcedureConcluded(ProcedureConcluded {
            outcome,
            note: None,
        }),
    };
    facts.statement(possible.stage.as_ref().map(Key::as_str), act)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    /// Whatever is offered is accepted, along every way; and no way ends in a panic.
    #[test]
    fn what_is_possible_is_accepted(file in 0..42_usize, route in 0..4_usize, steps in prop::collection::vec((0..1_000_usize, 0..1_000_usize), 1..40)) {
        let filed = library::all().nth(file).unwrap();
        let mut facts = Course::of(&filed.procedure.entity.to_string());
        let route = &filed.procedure.routes[route % filed.procedure.routes.len()];
        if !route.default {
            facts.route(route.key.as_str());
        }
        for (pick, choice) in steps {
            let followed = facts.followed();
            let next = now(&facts, |progress| {
                let all = possible_acts(progress);
                let here: Vec<Statement> = all.iter().map(|one| statement(&facts, progress, one, choice)).collect();
                for (one, statement) in all.iter().zip(&here) {
                    let answer = check_act(&followed, &facts.facts, statement);
                    prop_assert_eq!(answer, Ok(()), "{} {:?} after {:?}", filed.name, one, facts.facts.iter().map(|fact| (fact.statement.stage.clone(), fact.act().map(Act::kind))).collect::<Vec<_>>());
                }
                // The end of the whole is the end of the walk: it is taken seldom.
                let weights: Vec<usize> = all.iter().enumerate().filter(|(_, one)| one.stage.is_some() || pick.is_multiple_of(5)).map(|(at, _)| at).collect();
                let at = weights.get(pick % weights.len().max(1)).copied();
                Ok(at.and_then(|at| here.get(at).cloned()))
            })?;
            let Some(next) = next else { break };
            facts.push(next);
            facts.wait(u32::try_from(choice % 40).unwrap());
        }
    }

    /// The facts of a day are put in order by their sequence, whichever entry came first.
    #[test]
    fn the_order_of_arrival_within_a_day_changes_nothing(file in 0..42_usize, order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let filed = library::all().nth(file).unwrap();
        let code = filed.procedure.entity;
        let stages: Vec<&domain::procedure::Stage> = filed.procedure.default_route().unwrap().stages.iter().filter(|stage| !stage.kind.is_international()).take(3).collect();
        let day = support::day("2026-03-02");
        let mut statements: Vec<Statement> = Vec::new();
        for stage in &stages {
            for act in [vote(VoteOn::Approval, Ruling::Lost), concluded(Outcome::Completed)] {
                let mut statement = support::of(code, day, act);
                statement.stage = Some(stage.key.clone());
                statement.sequence = u32::try_from(statements.len()).unwrap();
                statements.push(statement);
            }
        }
        let told = |order: &[usize]| {
            let mut register = support::Register::new();
            register.add(vec![opening(support::day("2026-01-01"), instrument(support::clause(r#"{"first_of":[{"when":{"count":1},"then":{"same_day":true}}]}"#), std::collections::BTreeMap::default()))]);
            register.add(vec![support::listed(code, support::day("2026-01-01"))]);
            for place in order {
                register.add(statements.get(*place).cloned().into_iter().collect());
            }
            let snapshot = register.fold();
            let view = snapshot.view(&support::slug(), support::day("2026-04-01"), register.size()).unwrap();
            let participant = view.participants.get(&code).unwrap();
            let followed = domain::procedure::Library::new().followed(code, &participant.facts).unwrap();
            let progress = domain::procedure::progress::progress(&followed, &participant.facts, participant.status.international, view.day);
            format!("{:?}", progress.stages.iter().map(|at| (&at.stage.key, at.state, at.passages.len(), at.facts.iter().map(|fact| fact.hash).collect::<Vec<_>>())).collect::<Vec<_>>())
        };
        let count = statements.len();
        let shuffled: Vec<usize> = order.into_iter().filter(|place| *place < count).collect();
        let straight: Vec<usize> = (0..count).collect();
        prop_assert_eq!(told(&straight), told(&shuffled));
    }
}

/// Lets the participant do what brings a stage nearer, until it may take place. Returns whether it may.
fn reach(facts: &mut Course, stage: &Key) -> bool {
    for _ in 0..60 {
        let is_there = now(facts, |progress| {
            let at = progress.stage(stage).unwrap();
            matches!(at.state, StageState::Possible | StageState::Current)
                || (at.state == StageState::IfCalledFor && progress.waiting_for(stage).is_empty())
        });
        match (is_there, next(facts, Some(stage))) {
            (true, _) => return true,
            (false, Some((key, act))) => {
                assert_eq!(facts.check(key.as_str(), act.clone()), Ok(()), "{key}");
                facts.at(key.as_str(), act);
            }
            (false, None) => return false,
        }
    }
    false
}

/// What passes the first open stage but this one.
fn next(facts: &Course, but: Option<&Key>) -> Option<(Key, Act)> {
    now(facts, |progress| {
        let mut stages = progress.stages.iter();
        let open = stages.find(|at| {
            matches!(at.state, StageState::Possible | StageState::Current)
                && Some(&at.stage.key) != but
                && !at.stage.kind.is_international()
        });
        open.map(|at| (at.stage.key.clone(), passing(at)))
    })
}

/// The act that passes a stage, as far as one act can.
fn passing(at: &StageProgress<'_>) -> Act {
    if at.stage.kind.is_vote() {
        ballot(at, true)
    } else {
        concluded(Outcome::Completed)
    }
}

fn conditions(route: &Route) -> BTreeSet<Trigger> {
    let conditions = route
        .stages
        .iter()
        .filter_map(|stage| stage.condition.as_ref());
    conditions.map(|when| when.trigger).collect()
}

/// The treaty-side triggers of a route, all determined alike.
fn determine_all(facts: &mut Course, applies: Applies) {
    let followed = facts.followed();
    for trigger in conditions(&followed.route) {
        facts.trigger(trigger, applies);
    }
}

#[test]
fn every_stage_of_every_route_can_be_reached() {
    for (place, facts) in routes() {
        let route = facts.followed().route;
        for stage in route
            .stages
            .iter()
            .filter(|stage| !stage.kind.is_international())
        {
            let mut facts = facts.clone();
            determine_all(&mut facts, Applies::Yes);
            // What follows the deposit waits for it, and the deposit is no act of the procedure.
            let signature = route
                .stages
                .iter()
                .find(|stage| stage.kind == StageKind::InstrumentSignature);
            if signature.is_some_and(|signature| signature.order < stage.order) {
                facts.push(ratified(facts.code, facts.today()));
            }
            let reached = reach(&mut facts, &stage.key);
            let is_reported_late = now(&facts, |progress| {
                state(progress, stage.key.as_str()) == StageState::NotReported
            });
            assert!(reached || is_reported_late, "{place} {}", stage.key);
        }
    }
}

#[test]
fn every_route_comes_to_its_end() {
    for applies in [Applies::No, Applies::Yes] {
        for (place, mut facts) in routes() {
            determine_all(&mut facts, applies);
            let route = facts.followed().route;
            let signature = route
                .stages
                .iter()
                .find(|stage| stage.kind == StageKind::InstrumentSignature);
            if let Some(signature) = signature {
                assert!(reach(&mut facts, &signature.key), "{place}");
                let consents = now(&facts, |progress| {
                    assert_eq!(progress.national, NationalStatus::Completed, "{place}");
                    possible_acts(progress)
                        .iter()
                        .any(|one| one.act == PossibleAct::Consent)
                });
                assert!(consents, "{place}");
                facts.push(ratified(facts.code, facts.today()));
                now(&facts, |progress| {
                    let between = progress
                        .stages
                        .iter()
                        .filter(|at| at.stage.kind.is_international());
                    for at in between {
                        assert_eq!(at.state, StageState::Done, "{place} {}", at.stage.key);
                    }
                });
            } else {
                let last = route.stages.last().unwrap().key.clone();
                assert!(reach(&mut facts, &last), "{place}");
                // Of two houses either may be the last.
                while let Some((open, act)) = next(&facts, None) {
                    facts.at(open.as_str(), act);
                }
                now(&facts, |progress| {
                    assert_eq!(progress.national, NationalStatus::Completed, "{place}");
                });
            }
        }
    }
}

/// A file with one thing changed, and what is said of it.
fn said_of(who: &str, change: impl FnOnce(&mut serde_json::Value)) -> String {
    let entity: EntityCode = support::code(who);
    let mut file: serde_json::Value =
        serde_json::from_slice(library::of(entity).unwrap().bytes).unwrap();
    change(&mut file);
    let bytes = serde_json::to_vec(&file).unwrap();
    // What is adopted already goes on being read.
    assert!(Procedure::read(&bytes).is_ok());
    Procedure::read_to_adopt(&bytes).unwrap_err().to_string()
}

#[test]
fn a_file_of_which_a_route_cannot_be_walked_is_not_adopted() {
    for filed in library::all() {
        assert!(
            Procedure::read_to_adopt(filed.bytes).is_ok(),
            "{}",
            filed.name
        );
    }
    let circle = said_of("POL", |file| {
        file["routes"][0]["stages"][1]["parallel_with"] = "assent".into();
    });
    assert!(
        circle.contains("committee_sejm") && circle.contains("wait for each other"),
        "{circle}"
    );
    let past = said_of("POL", |file| {
        file["routes"][0]["stages"][2]["on_failure"] = "goto:publication".into();
    });
    assert!(
        past.contains("sejm_vote") && past.contains("never returns"),
        "{past}"
    );
    let ring = said_of("POL", |file| {
        file["routes"][0]["stages"][1]["on_failure"] = "goto:sejm_vote".into();
        file["routes"][0]["stages"][2]["on_failure"] = "goto:committee_sejm".into();
    });
    assert!(ring.contains("in a circle"), "{ring}");
    let nowhere = said_of("POL", |file| {
        file["routes"][0]["stages"][0]["on_failure"] = "return_to_committee".into();
    });
    assert!(nowhere.contains("no committee"), "{nowhere}");
    let unsigned = said_of("GRC", |file| {
        let stages = file["routes"][0]["stages"].as_array_mut().unwrap();
        assert_eq!(stages.remove(5)["kind"], "instrument_signature");
        stages.truncate(5);
    });
    assert!(unsigned.contains("cannot reach its end"), "{unsigned}");
    let council = said_of("EUU", |file| {
        file["chambers"][0]["members"] = 14.into();
    });
    assert!(council.contains("not even with all votes"), "{council}");
}
