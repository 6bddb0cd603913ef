//! What the end of a Congress does to a procedure of the United States (Senate Rule XXX(2); Constitution,
//! Art. I s. 7 cl. 2; Twentieth Amendment, s. 1). The days are illustrative; the Congresses are as they were.

#![cfg(feature = "procedures")]
#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use domain::act::{Act, ConsentCondition, Gate, Outcome, Ruling, VoteOn, VoteTaken};
use domain::procedure::progress::{EndEffect, EndOfCongress};
use domain::procedure::{Blocker, Progress, StageState};
use domain::status::{InternationalStatus, NationalStatus};
use support::course::{Course, begun, carried, concluded, state, vote};
use support::{code, day, key, ratified, text};

/// The facts of the United States, each on a day of its own.
fn on_days(facts: &[(&str, &str, Act)]) -> Course {
    let mut course = Course::of("USA");
    course.append(facts);
    course
}

trait Append {
    fn append(&mut self, facts: &[(&str, &str, Act)]);
}

impl Append for Course {
    fn append(&mut self, facts: &[(&str, &str, Act)]) {
        for (on, stage, act) in facts {
            let mut statement = support::of(self.code, day(on), act.clone());
            statement.stage = Some(key(stage));
            self.push(statement);
        }
    }
}

fn done() -> Act {
    concluded(Outcome::Completed)
}

fn look<T>(facts: &Course, on: &str, look: impl FnOnce(&Progress<'_>) -> T) -> T {
    let followed = facts.followed();
    let progress = domain::procedure::progress::progress(
        &followed,
        &facts.facts,
        InternationalStatus::None,
        day(on),
    );
    look(&progress)
}

fn is(facts: &Course, on: &str, stage: &str) -> StateName {
    look(facts, on, |progress| StateName::of(state(progress, stage)))
}

#[derive(Debug, PartialEq, Eq)]
enum StateName {
    Done,
    Current,
    Possible,
    NotYet,
    NotReported,
    Other,
}

impl StateName {
    fn of(state: StageState<'_>) -> Self {
        match state {
            StageState::Done => Self::Done,
            StageState::Current => Self::Current,
            StageState::Possible => Self::Possible,
            StageState::NotYet => Self::NotYet,
            StageState::NotReported => Self::NotReported,
            StageState::IfCalledFor
            | StageState::Skipped { .. }
            | StageState::NotDetermined
            | StageState::Failed => Self::Other,
        }
    }
}

fn ended(facts: &Course, on: &str) -> Option<(u16, EndEffect)> {
    look(facts, on, |progress| {
        progress
            .end_of_congress
            .map(|EndOfCongress { congress, effect }| (congress.number(), effect))
    })
}

/// A treaty reported in the 118th Congress.
fn reported() -> Course {
    on_days(&[
        ("2023-02-01", "government_decision", done()),
        ("2023-03-01", "transmittal", done()),
        ("2024-05-01", "sfrc", done()),
    ])
}

// Senate Rule XXX(2).
#[test]
fn a_treaty_stays_before_the_senate_and_its_proceedings_begin_again() {
    let facts = reported();
    assert_eq!(is(&facts, "2025-01-02", "sfrc"), StateName::Done);
    assert_eq!(ended(&facts, "2025-01-02"), None);
    assert_eq!(is(&facts, "2025-01-03", "sfrc"), StateName::Possible);
    assert_eq!(is(&facts, "2025-01-03", "layover"), StateName::NotYet);
    assert_eq!(is(&facts, "2025-01-03", "transmittal"), StateName::Done);
    assert_eq!(
        is(&facts, "2025-01-03", "government_decision"),
        StateName::Done
    );
    let expected = Some((118, EndEffect::BeginsAgain));
    assert_eq!(ended(&facts, "2025-01-03"), expected);
    // Two Congresses later it is still said which one ended them.
    assert_eq!(ended(&facts, "2027-06-01"), expected);
    // The procedure is no longer at the committee.
    let national = |on| look(&facts, on, |progress| progress.national.clone());
    let at = |stage| NationalStatus::UnderWay(Some(key(stage)));
    assert_eq!(national("2025-01-02"), at("sfrc"));
    assert_eq!(national("2025-01-03"), at("transmittal"));
}

// A committee reported it, so that it had been transmitted: nobody told when.
#[test]
fn what_came_before_the_proceedings_is_not_awaited_again() {
    let facts = on_days(&[("2024-05-01", "layover", begun())]);
    for stage in ["government_decision", "transmittal"] {
        let state = is(&facts, "2025-01-03", stage);
        assert_eq!(state, StateName::NotReported, "{stage}");
    }
    assert_eq!(is(&facts, "2025-01-02", "sfrc"), StateName::NotReported);
    assert_eq!(is(&facts, "2025-01-03", "sfrc"), StateName::Possible);
}

#[test]
fn what_was_done_on_the_day_of_the_change_stays() {
    let mut facts = reported();
    facts.append(&[("2025-01-03", "sfrc", done())]);
    assert_eq!(is(&facts, "2025-02-01", "sfrc"), StateName::Done);
    let mut facts = reported();
    facts.append(&[("2025-01-02", "layover", begun())]);
    assert_eq!(is(&facts, "2025-01-02", "layover"), StateName::Current);
    assert_eq!(is(&facts, "2025-02-01", "layover"), StateName::NotYet);
}

#[test]
fn in_the_new_congress_it_is_reported_anew() {
    let mut facts = reported();
    facts.append(&[("2025-04-01", "sfrc", done())]);
    assert_eq!(is(&facts, "2025-05-01", "sfrc"), StateName::Done);
    assert_eq!(is(&facts, "2025-05-01", "layover"), StateName::Possible);
    assert_eq!(is(&facts, "2027-01-03", "sfrc"), StateName::Possible);
    let expected = Some((119, EndEffect::BeginsAgain));
    assert_eq!(ended(&facts, "2027-01-03"), expected);
}

#[test]
fn advice_and_consent_that_was_given_stays_given() {
    let mut facts = reported();
    facts.append(&[("2024-06-01", "senate_vote", carried())]);
    for on in ["2024-12-31", "2025-01-03", "2029-06-01"] {
        assert_eq!(is(&facts, on, "senate_vote"), StateName::Done, "{on}");
        assert_eq!(is(&facts, on, "sfrc"), StateName::Done, "{on}");
        assert_eq!(ended(&facts, on), None, "{on}");
    }
    // On the morning of the change the old Congress can give it, on its own report.
    let mut facts = reported();
    facts.append(&[("2025-01-03", "senate_vote", carried())]);
    assert_eq!(is(&facts, "2025-02-01", "sfrc"), StateName::Done);
    // The report of a Congress before the one that consented is none of the proceedings that led to it.
    let mut facts = reported();
    facts.append(&[("2025-06-01", "senate_vote", carried())]);
    assert_eq!(is(&facts, "2027-06-01", "sfrc"), StateName::NotReported);
    assert_eq!(is(&facts, "2027-06-01", "senate_vote"), StateName::Done);
}

#[test]
fn a_vote_that_was_lost_is_no_end_of_the_treaty() {
    let mut facts = reported();
    facts.append(&[(
        "2024-06-01",
        "senate_vote",
        vote(VoteOn::Approval, Ruling::Lost),
    )]);
    for on in ["2024-07-01", "2025-02-01"] {
        assert_eq!(is(&facts, on, "sfrc"), StateName::Possible, "{on}");
        assert_eq!(is(&facts, on, "senate_vote"), StateName::NotYet, "{on}");
    }
    // A committee that declined to report it stops it for that Congress alone.
    let facts = on_days(&[
        ("2023-03-01", "transmittal", done()),
        ("2024-05-01", "sfrc", concluded(Outcome::Failed)),
    ]);
    let national = |on| look(&facts, on, |progress| progress.national.clone());
    assert_eq!(national("2025-01-02"), NationalStatus::Failed);
    assert_eq!(
        national("2025-01-03"),
        NationalStatus::UnderWay(Some(key("transmittal")))
    );
    assert_eq!(is(&facts, "2025-01-03", "sfrc"), StateName::Possible);
}

#[test]
fn a_treaty_that_was_ratified_keeps_what_is_on_record_of_it() {
    let mut facts = reported();
    facts.push(ratified(code("USA"), day("2024-12-01")));
    let followed = facts.followed();
    let progress = domain::procedure::progress::progress(
        &followed,
        &facts.facts,
        InternationalStatus::ConsentExpressed,
        day("2026-01-01"),
    );
    assert_eq!(state(&progress, "sfrc"), StageState::Done);
    assert_eq!(progress.end_of_congress, None);
}

#[test]
fn the_conditions_of_a_consent_outlive_the_congress_that_attached_them() {
    let Act::VoteTaken(consent) = carried() else {
        unreachable!()
    };
    let condition = ConsentCondition {
        condition: key("report"),
        text: text("The President reports to the Senate"),
        gates: Gate::Deposit,
    };
    let mut facts = reported();
    facts.append(&[(
        "2024-06-01",
        "senate_vote",
        Act::VoteTaken(VoteTaken {
            conditions: vec![condition.clone()],
            ..consent
        }),
    )]);
    look(&facts, "2025-06-01", |progress| {
        let deposit = progress.stage(&key("deposit")).unwrap();
        assert!(deposit.blocked_by.contains(&Blocker::Condition(&condition)));
    });
}

/// A joint resolution that both Houses passed in the 118th Congress, the second on this day.
fn passed(on: &str) -> Course {
    let mut course = Course::of("USA");
    let mut statement = support::of(
        course.code,
        day("2023-01-10"),
        Act::RouteChosen(domain::act::RouteChosen {
            route: key("congressional_executive_agreement"),
            ground: None,
        }),
    );
    statement.stage = None;
    course.push(statement);
    course.append(&[
        ("2023-02-01", "government_decision", done()),
        ("2023-03-01", "committee_house", done()),
        ("2023-04-01", "house_vote", carried()),
        ("2023-05-01", "committee_senate", done()),
        (on, "senate_vote", carried()),
    ]);
    course
}

#[test]
fn a_measure_dies_with_its_congress() {
    let mut facts = passed("2024-06-01");
    facts.facts.pop();
    assert_eq!(is(&facts, "2025-01-02", "house_vote"), StateName::Done);
    assert_eq!(is(&facts, "2025-01-03", "house_vote"), StateName::NotYet);
    for house in ["committee_house", "committee_senate"] {
        assert_eq!(is(&facts, "2025-01-03", house), StateName::Possible);
    }
    assert_eq!(
        is(&facts, "2025-01-03", "government_decision"),
        StateName::Done
    );
    let died = Some((118, EndEffect::Died));
    assert_eq!(ended(&facts, "2025-01-03"), died);
}

#[test]
fn what_became_law_stays_law() {
    let mut facts = passed("2024-06-01");
    facts.append(&[("2024-06-20", "presentment", done())]);
    assert_eq!(ended(&facts, "2026-01-01"), None);
    assert_eq!(is(&facts, "2026-01-01", "presentment"), StateName::Done);
    // A signature after the end of the Congress, within the ten days.
    let mut facts = passed("2024-12-20");
    facts.append(&[
        ("2025-01-02", "presentment", begun()),
        ("2025-01-06", "presentment", done()),
    ]);
    assert_eq!(ended(&facts, "2026-01-01"), None);
    assert_eq!(is(&facts, "2026-01-01", "house_vote"), StateName::Done);
}

// Ten days after 28 December 2024, Sundays excepted, end on 9 January 2025.
#[test]
fn after_adjournment_the_silence_of_the_president_is_no_passage() {
    let mut facts = passed("2024-12-20");
    facts.append(&[("2024-12-28", "presentment", begun())]);
    for on in ["2025-01-02", "2025-01-03", "2025-01-09"] {
        assert_eq!(is(&facts, on, "presentment"), StateName::Current, "{on}");
        assert_eq!(ended(&facts, on), None, "{on}");
    }
    assert_eq!(is(&facts, "2025-01-10", "presentment"), StateName::NotYet);
    assert_eq!(is(&facts, "2025-01-10", "house_vote"), StateName::NotYet);
    let pocket = Some((118, EndEffect::PocketVeto));
    assert_eq!(ended(&facts, "2025-01-10"), pocket);
    // Passed and not known to be presented: it can be for ten days after the end of the Congress.
    let facts = passed("2024-12-20");
    assert_eq!(is(&facts, "2025-01-15", "house_vote"), StateName::Done);
    let died = Some((118, EndEffect::Died));
    assert_eq!(ended(&facts, "2025-01-16"), died);
    // Ten days that ended while it sat: what came of it is not reported, and nothing died.
    let mut facts = passed("2024-06-01");
    facts.append(&[("2024-06-05", "presentment", begun())]);
    assert_eq!(ended(&facts, "2025-06-01"), None);
    assert_eq!(is(&facts, "2025-06-01", "presentment"), StateName::Current);
}

#[test]
fn a_veto_that_was_not_overridden_ends_with_the_congress() {
    let mut facts = passed("2024-06-01");
    facts.append(&[("2024-06-20", "presentment", concluded(Outcome::Failed))]);
    assert_eq!(is(&facts, "2025-01-02", "presentment"), StateName::Current);
    assert_eq!(is(&facts, "2025-01-03", "presentment"), StateName::NotYet);
    let died = Some((118, EndEffect::Died));
    assert_eq!(ended(&facts, "2025-01-03"), died);
}

#[test]
fn what_one_chamber_resolved_by_itself_stays_resolved() {
    let mut facts = Course::of("USA");
    let mut statement = support::of(
        facts.code,
        day("2023-01-10"),
        Act::RouteChosen(domain::act::RouteChosen {
            route: key("concurrent_or_sense_resolution"),
            ground: None,
        }),
    );
    statement.stage = None;
    facts.push(statement);
    facts.append(&[
        ("2023-04-01", "house_vote", carried()),
        ("2023-05-01", "committee_senate", done()),
    ]);
    assert_eq!(
        is(&facts, "2025-01-02", "committee_senate"),
        StateName::Done
    );
    assert_eq!(is(&facts, "2025-01-03", "house_vote"), StateName::Done);
    assert_ne!(
        is(&facts, "2025-01-03", "committee_senate"),
        StateName::Done
    );
}

// Nothing of another State ends with a Congress.
#[test]
fn other_parliaments_are_not_concerned() {
    let mut facts = Course::of("POL");
    let mut statement = support::of(facts.code, day("2024-05-01"), done());
    statement.stage = Some(key("committee_sejm"));
    facts.push(statement);
    assert_eq!(is(&facts, "2025-06-01", "committee_sejm"), StateName::Done);
    assert_eq!(ended(&facts, "2025-06-01"), None);
}

// The ways without a measure before Congress have no end of a Congress.
#[test]
fn the_presidents_own_agreement_is_untouched() {
    let mut facts = Course::of("USA");
    let mut statement = support::of(
        facts.code,
        day("2023-01-10"),
        Act::RouteChosen(domain::act::RouteChosen {
            route: key("sole_executive_agreement"),
            ground: None,
        }),
    );
    statement.stage = None;
    facts.push(statement);
    facts.append(&[("2023-02-01", "government_decision", done())]);
    assert_eq!(ended(&facts, "2026-01-01"), None);
    assert_eq!(
        is(&facts, "2026-01-01", "government_decision"),
        StateName::Done
    );
}
