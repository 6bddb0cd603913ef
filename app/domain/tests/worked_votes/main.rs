//! Worked examples of every vote: each majority of each procedure file just carried, just lost, and
//! *cannot be told*, with the article it rests on.
//!
//! The numbers were worked out by hand from the law; none was computed by the program. Tallies are
//! illustrative unless a comment names the vote. To add a State: a function in the file of its region,
//! a test named after its articles, and a line in [`states`].

#![cfg(feature = "procedures")]
#![expect(clippy::panic, reason = "the functions beside the tests are tests too")]

mod balkans;
mod baltic;
mod central;
mod european_union;
mod figures;
mod files;
mod nordic;
mod overseas;
mod southern;
mod united_states;
mod western;
mod worked;

use std::collections::BTreeSet;

use domain::act::Tally;
use domain::majority::{Checked, Compared, Expression, Label, Measure, Variable};
use domain::procedure::library;
use files::{Majority, Place, majorities};
use worked::{Outcome, Row, Worked};

/// Every worked vote.
fn states() -> Vec<Worked> {
    [
        balkans::votes(),
        baltic::votes(),
        central::votes(),
        european_union::votes(),
        nordic::votes(),
        overseas::votes(),
        southern::votes(),
        united_states::votes(),
        western::votes(),
    ]
    .concat()
}

#[test]
fn no_majority_of_any_file_is_without_its_worked_votes() {
    let in_files: BTreeSet<Place> = majorities().into_keys().collect();
    let worked: BTreeSet<Place> = states().into_iter().map(|worked| worked.place).collect();
    let without: Vec<&Place> = in_files.difference(&worked).collect();
    assert!(without.is_empty(), "no worked votes: {without:#?}");
    let of_nothing: Vec<&Place> = worked.difference(&in_files).collect();
    assert!(
        of_nothing.is_empty(),
        "no such majority in a file: {of_nothing:#?}"
    );
}

#[test]
fn every_majority_is_just_carried_just_lost_and_cannot_be_told() {
    for worked in states() {
        let place = &worked.place;
        let rows = |outcome: Outcome| worked.rows.iter().filter(move |row| row.outcome == outcome);
        assert!(rows(Outcome::Carried).count() > 0, "{place:?}: carried");
        if counts_nothing(worked.label) {
            continue;
        }
        assert!(rows(Outcome::Lost).count() > 0, "{place:?}: lost");
        assert!(
            rows(Outcome::CannotBeTold).count() > 0,
            "{place:?}: cannot be told"
        );
        if asks_for_no_number(worked.label) {
            continue;
        }
        // By the numbers as they stand in the row, both worked by hand.
        let margin = |row: &Row| Some(i64::from(row.in_favour()?) - i64::from(row.needed?));
        assert!(
            rows(Outcome::Carried).any(|row| margin(row) == Some(0)),
            "{place:?}: no row has just the votes that are needed"
        );
        assert!(
            rows(Outcome::Lost).any(|row| margin(row) == Some(-1)),
            "{place:?}: no row lacks a single vote"
        );
    }
}

/// Where the votes against, or those of each group, are what counts.
fn asks_for_no_number(label: Label) -> bool {
    matches!(
        label,
        Label::UnanimityAbstentionsNeutral
            | Label::ReferendumRejectionRule
            | Label::MajorityOfVotesCastInEachLanguageGroup
            | Label::NegativeResolutionAbsent
            | Label::NoRequestForExplicitProcedure
    )
}

/// Where nobody votes.
fn counts_nothing(label: Label) -> bool {
    matches!(
        label,
        Label::MinisterialStatement | Label::PriorDecisionPrevails
    )
}

#[test]
fn every_quorum_is_just_there_and_just_missing() {
    let majorities = majorities();
    for worked in states() {
        let place = &worked.place;
        let Some(Majority { quorum, .. }) = majorities.get(place) else {
            panic!("{place:?}: no such majority");
        };
        assert_eq!(
            quorum.is_some(),
            worked.quorum.is_some(),
            "{place:?}: whether there is a quorum"
        );
        let (Some(quorum), Some(least)) = (quorum, worked.quorum) else {
            continue;
        };
        let there = |row: &Row| match &quorum.expr {
            Expression::Compare(comparison) if comparison.figure == Variable::Voting => {
                row.voting()
            }
            _ => row.present(),
        };
        let met = |row: &Row| matches!(row.outcome, Outcome::Carried | Outcome::Lost);
        let missing = |row: &Row| match quorum.checked {
            Checked::Always => row.outcome == Outcome::Inquorate,
            Checked::OnChallenge => {
                matches!(row.outcome, Outcome::Unchallenged | Outcome::Inquorate)
            }
        };
        let with = |those: u32, found: &dyn Fn(&Row) -> bool| {
            worked
                .rows
                .iter()
                .any(|row| there(row) == Some(those) && found(row))
        };
        assert!(with(least, &met), "{place:?}: nobody more than the quorum");
        assert!(with(least - 1, &missing), "{place:?}: one short of it");
    }
}

/// Precedents that a file only remembers, or gives without figures, are no examples.
#[test]
fn every_sourced_vote_among_the_precedents_is_worked() {
    let worked = states();
    let mut seen = 0;
    for filed in library::all() {
        let entity = filed.procedure.entity.to_string();
        for precedent in &filed.procedure.precedents {
            let (result, source) = (precedent.result.as_str(), precedent.source.as_str());
            if result.contains("memory") || source == "knowledge" {
                continue;
            }
            for (yes, no) in votes_in(result) {
                let carried = worked
                    .iter()
                    .filter(|worked| worked.place.entity == entity)
                    .flat_map(|worked| &worked.rows)
                    .any(|row| row.outcome == Outcome::Carried && row.is(yes, no));
                assert!(carried, "{entity}: {result}");
                seen += 1;
            }
        }
    }
    // FI, FR twice, HU twice, PL twice, SE twice, UA.
    assert_eq!(seen, 10);
}

/// The votes for and against that a result names: `442-0`, `440-1-1`, `295 votes for`.
fn votes_in(result: &str) -> Vec<(u32, Option<u32>)> {
    let number = |text: &str| text.parse::<u32>().ok();
    let words: Vec<&str> = result.split([' ', ',', ';']).collect();
    let pairs = words.iter().filter_map(|word| {
        let mut figures = word.split('-').map(number);
        Some((figures.next()??, Some(figures.next()??)))
    });
    let alone = words.windows(3).filter_map(|words| match words {
        [yes, "votes", "for"] => Some((number(yes)?, None)),
        _ => None,
    });
    pairs.chain(alone).collect()
}

#[test]
fn what_abstentions_and_absences_do_depends_on_the_base() {
    // The fifth base, the seats that are filled, is that of cloture in the Senate.
    let tally = |abstain, absent| Tally {
        yes: Some(50),
        no: Some(45),
        abstain: Some(abstain),
        present: Some(95 + abstain),
        members: Some(95 + abstain + absent),
        members_in_office: Some(95 + abstain + absent),
        ..Tally::default()
    };
    let carries = |base: Variable, tally: &Tally| {
        let found = majorities().into_values().find(|majority| {
            matches!(&majority.rule.expr, Expression::Compare(comparison)
                if comparison.figure == Variable::Yes
                    && comparison.compared == Compared::Gt
                    && matches!(comparison.measure, Measure::Of(of) if of.base == base
                        && (of.numerator, of.denominator, of.plus) == (1, 2, 0)))
        });
        let Some(majority) = found else {
            panic!("no file asks for more than half of {}", base.name());
        };
        worked::carried(&majority.rule, tally)
    };
    for (base, with_abstentions, with_absences) in [
        (Variable::Cast, true, true),
        (Variable::Voting, false, true),
        (Variable::Present, false, true),
        (Variable::Members, false, false),
    ] {
        // 50 of 95, of 99, then of 100.
        assert!(carries(base, &tally(0, 0)), "{}", base.name());
        assert!(carries(base, &tally(4, 0)), "{}", base.name());
        assert_eq!(
            carries(base, &tally(5, 0)),
            with_abstentions,
            "abstentions in {}",
            base.name()
        );
        assert!(carries(base, &tally(0, 4)), "{}", base.name());
        assert_eq!(
            carries(base, &tally(0, 5)),
            with_absences,
            "absences in {}",
            base.name()
        );
    }
}
