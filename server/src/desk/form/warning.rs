//! What looks odd about a statement. None of it keeps it from being signed.

use app::say;
use app::words::Words;
use domain::act::{Act, Ruling};
use domain::day::Day;
use domain::instrument::Reservations;
use domain::majority::{Agreement, QuorumFinding, agreement};
use domain::name::Key;
use domain::procedure::{self, Determinations, Refusal, Verdict, check_act};
use domain::share::Share;
use domain::snapshot::InstrumentRecord;
use domain::statement::Statement;

use super::case::Case;
use super::sign_off_policy_adopted::asks_for_more;

/// What looks odd.
pub fn warnings(case: &Case, statement: &Statement) -> Vec<String> {
    let words = case.words;
    let mut warnings = Vec::new();
    let day = statement
        .date
        .latest()
        .filter(|_| statement.date.is_exact());
    let is_announced = matches!(statement.act(), Some(Act::StepScheduled(_)));
    if let Some(day) = day {
        if let Some(weekday) = weekend(words, day) {
            warnings.push(say!(
                words,
                "desk-warning-weekend",
                day = words.day(day),
                weekday = weekday
            ));
        }
        if is_announced && day < case.today {
            warnings.push(say!(words, "desk-warning-past", day = words.day(day)));
        } else if day.days_until(case.today) > 365 {
            warnings.push(say!(words, "desk-warning-old", day = words.day(day)));
        }
    }
    let same = case.facts().iter().any(|fact| {
        fact.statement.kind() == statement.kind()
            && fact.statement.stage == statement.stage
            && fact.statement.date.latest() == statement.date.latest()
            && Some(fact.hash)
                != statement
                    .corrects
                    .as_ref()
                    .map(|corrects| corrects.statement)
    });
    if same {
        warnings.push(say!(words, "desk-warning-same-day"));
    }
    match statement.act() {
        Some(Act::VoteTaken(vote)) => warnings.extend(arithmetic(case, vote)),
        Some(Act::ReservationFormulated(_))
            if case.instrument().is_some_and(|instrument| {
                instrument.reservations.permitted == Reservations::Prohibited
            }) =>
        {
            warnings.push(say!(words, "desk-warning-no-reservations"));
        }
        Some(Act::SignOffPolicyAdopted(adopted)) => {
            let now = case.record().map(InstrumentRecord::policy);
            let more = now.and_then(|now| asks_for_more(&adopted.policy, now));
            warnings.extend(more.map(|persons| say!(words, "policy-warning", persons = persons)));
        }
        Some(Act::InstrumentOpened(defined) | Act::InstrumentAmended(defined)) => {
            let sum: Share = defined.instrument.weights.values().copied().sum();
            if sum > Share::WHOLE {
                let sum = sum.normalised().to_string();
                warnings.push(say!(words, "weights-warning", sum = sum));
            }
        }
        Some(_) | None => {}
    }
    if let Some(followed) = &case.followed
        && let Err(refusal) = check_act(followed, case.facts(), statement)
    {
        warnings.push(refused(case, &refusal));
    }
    warnings
}

/// The name of the day, if it is a Saturday or a Sunday.
fn weekend(words: Words, day: Day) -> Option<String> {
    // 1 January 2024 was a Monday.
    let monday = Day::new(2024, 1, 1)?;
    match monday.days_until(day).rem_euclid(7) {
        5 => Some(say!(words, "desk-warning-saturday")),
        6 => Some(say!(words, "desk-warning-sunday")),
        _ => None,
    }
}

/// What the constitutional rule makes of the figures, where that is not what was announced.
fn arithmetic(case: &Case, vote: &domain::act::VoteTaken) -> Vec<String> {
    let words = case.words;
    let Some((followed, stage)) = case.followed.as_ref().zip(case.stage()) else {
        return Vec::new();
    };
    let known = Determinations::now(case.facts());
    let Some(found) = followed.arithmetic(stage, vote, known) else {
        return Vec::new();
    };
    let mut warnings = Vec::new();
    match (
        agreement(vote.ruling, found.verdict.decision()),
        vote.ruling,
    ) {
        (Agreement::Differs, Ruling::Carried) => {
            warnings.push(say!(words, "desk-warning-arithmetic-lost"));
        }
        (Agreement::Differs, _) => warnings.push(say!(words, "desk-warning-arithmetic-carried")),
        (Agreement::CannotBeTold, _) if matches!(found.verdict, Verdict::DependsOn(_)) => {
            let cases = found.under.iter();
            let open: Vec<String> = cases
                .filter_map(|(majority, _)| match majority.case {
                    procedure::Case::Trigger(when) => Some(when.text.as_str().to_owned()),
                    procedure::Case::Ordinary | procedure::Case::Objection(_) => None,
                })
                .collect();
            let when = words.list(&open);
            warnings.push(say!(words, "desk-warning-arithmetic-depends", when = when));
        }
        (Agreement::CannotBeTold, _) if found.verdict == Verdict::CannotBeTold => {
            warnings.push(say!(words, "desk-warning-arithmetic-unknown"));
        }
        (Agreement::CannotBeTold | Agreement::Agrees, _) => {}
    }
    let mut under = found.under.iter();
    if under.any(|(_, of)| matches!(of.quorum, QuorumFinding::Missing(_))) {
        warnings.push(say!(words, "desk-warning-quorum"));
    }
    warnings
}

/// Why the procedure on file does not foresee it.
fn refused(case: &Case, refusal: &Refusal) -> String {
    let words = case.words;
    let title = |stage: &Key| {
        case.find_stage(stage).map_or_else(
            || stage.to_string(),
            |stage| stage.title.as_str().to_owned(),
        )
    };
    match refusal {
        Refusal::NoStage => say!(words, "desk-procedure-no-stage"),
        Refusal::UnknownStage(stage) => {
            say!(
                words,
                "desk-procedure-unknown-stage",
                stage = stage.as_str()
            )
        }
        Refusal::UnknownRoute(key)
        | Refusal::UnknownChamber(key)
        | Refusal::UnknownTrigger(key)
        | Refusal::UnknownCondition(key) => {
            say!(words, "desk-procedure-unknown", key = key.as_str())
        }
        Refusal::UnknownPeriod(period) => {
            say!(words, "desk-procedure-unknown", key = period.to_string())
        }
        Refusal::NothingToExtend(_) => say!(words, "desk-procedure-nothing-to-extend"),
        Refusal::RunOut(_) => say!(words, "desk-procedure-run-out"),
        Refusal::EndsBeforeItBegins(day) | Refusal::OutsideCalendar(day) => {
            say!(
                words,
                "desk-procedure-outside-calendar",
                day = words.day(*day)
            )
        }
        Refusal::SameRoute(_) => say!(words, "desk-procedure-same-route"),
        Refusal::NotAVote(stage) => say!(words, "desk-procedure-not-a-vote", stage = title(stage)),
        Refusal::OtherQuestion { stage, .. } => {
            say!(words, "desk-procedure-other-question", stage = title(stage))
        }
        Refusal::OtherChamber { stage, .. } => {
            say!(words, "desk-procedure-other-chamber", stage = title(stage))
        }
        Refusal::NothingToOverride(stage) => {
            say!(
                words,
                "desk-procedure-nothing-to-override",
                stage = title(stage)
            )
        }
        Refusal::TooEarly { stage, waiting_for } => {
            let waiting: Vec<String> = waiting_for.iter().map(title).collect();
            say!(
                words,
                "desk-procedure-too-early",
                stage = title(stage),
                waiting = words.list(&waiting)
            )
        }
        Refusal::Stopped { by, .. } => {
            let by: Vec<String> = by.iter().map(title).collect();
            say!(words, "desk-procedure-stopped", by = words.list(&by))
        }
        Refusal::WaitRuns { stage, free_from } => say!(
            words,
            "desk-procedure-wait-runs",
            stage = title(stage),
            day = words.day(*free_from)
        ),
        Refusal::OtherRoute(route) => {
            let followed = case.followed.as_ref();
            let route = followed
                .and_then(|followed| followed.procedure.route(route))
                .map_or_else(|| route.to_string(), |of| of.name.as_str().to_owned());
            say!(words, "desk-procedure-other-route", route = route)
        }
        Refusal::ChamberNotNamed(stage) => {
            say!(
                words,
                "desk-procedure-chamber-not-named",
                stage = title(stage)
            )
        }
        Refusal::AlreadyBegun(stage) => {
            say!(words, "desk-procedure-already-begun", stage = title(stage))
        }
        Refusal::AlreadyOver(stage) => {
            say!(words, "desk-procedure-already-over", stage = title(stage))
        }
        Refusal::NotRequired(stage) => {
            say!(words, "desk-procedure-not-required", stage = title(stage))
        }
        Refusal::RecordedBetweenStates(stage) => {
            say!(words, "desk-procedure-between-states", stage = title(stage))
        }
        Refusal::ProcedureOver => say!(words, "desk-procedure-over"),
    }
}
