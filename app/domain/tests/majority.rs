//! Majority rules, on votes worked by hand and against brute force.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the functions beside the tests are tests too"
)]

use std::collections::BTreeSet;

use domain::act::{GroupTally, Ruling, Tally};
use domain::majority::{
    Agreement, Arithmetic, Checked, Decision, Expression, FiguresFound, Label, Meaning, Question,
    Quorum, QuorumFinding, Rule, agreement, decide,
};
use proptest::prelude::*;

fn expression(json: &str) -> Expression {
    serde_json::from_str(json).unwrap()
}

/// The machine form of `FIGURE SIGN n/d * BASE`.
fn fraction(op: &str, lhs: &str, n: u32, d: u32, of: &str) -> String {
    format!(r#"{{"op":"{op}","lhs":"{lhs}","frac":[{n},{d}],"of":"{of}"}}"#)
}

fn rule(label: Label, expr: &str) -> Rule {
    Rule {
        label,
        formula: label.formula().to_owned().try_into().unwrap(),
        expr: expression(expr),
        votes_needed: None,
        min_votes: None,
        tie: None,
        note: None,
    }
}

fn simple() -> Rule {
    rule(
        Label::SimpleMajorityOfVotesCast,
        &fraction("gt", "yes", 1, 2, "cast"),
    )
}

fn two_thirds_of_present() -> Rule {
    rule(
        Label::TwoThirdsOfMembersPresent,
        &fraction("ge", "yes", 2, 3, "present"),
    )
}

fn half_present(checked: Checked) -> Quorum {
    Quorum {
        formula: "present >= 1/2 * members".to_owned().try_into().unwrap(),
        expr: expression(&fraction("ge", "present", 1, 2, "members")),
        checked,
        note: None,
        legal_basis: None,
    }
}

fn votes(yes: u32, no: u32) -> Tally {
    Tally {
        yes: Some(yes),
        no: Some(no),
        ..Tally::default()
    }
}

fn decision(rule: &Rule, tally: &Tally, seats: Option<u32>) -> Decision {
    decide(rule, None, tally, seats).decision
}

#[test]
fn the_same_votes_carry_by_one_base_and_lose_by_another() {
    let tally = Tally {
        present: Some(100),
        ..votes(61, 38)
    };
    let by_cast = decide(&simple(), None, &tally, None);
    assert_eq!(by_cast.decision, Decision::Carried);
    assert_eq!(
        (by_cast.needed, by_cast.have, by_cast.lacking),
        (Some(50), Some(61), Some(0))
    );
    let by_present = decide(&two_thirds_of_present(), None, &tally, None);
    assert_eq!(by_present.decision, Decision::Lost);
    assert_eq!(
        (by_present.needed, by_present.have, by_present.lacking),
        (Some(67), Some(61), Some(6))
    );
}

#[test]
fn two_thirds_are_not_rounded() {
    let rule = two_thirds_of_present();
    // Two thirds of 100 are 66.66…: 66 are too few.
    for (yes, present, expected) in [
        (66, 100, Decision::Lost),
        (67, 100, Decision::Carried),
        (60, 90, Decision::Carried),
        (59, 90, Decision::Lost),
        (2_863_311_530, 4_294_967_295, Decision::Carried),
        (2_863_311_529, 4_294_967_295, Decision::Lost),
    ] {
        let tally = Tally {
            yes: Some(yes),
            present: Some(present),
            ..Tally::default()
        };
        assert_eq!(
            decision(&rule, &tally, None),
            expected,
            "{yes} of {present}"
        );
    }
}

#[test]
fn a_tie_is_no_majority() {
    assert_eq!(decision(&simple(), &votes(50, 50), None), Decision::Lost);
    assert_eq!(decision(&simple(), &votes(0, 0), None), Decision::Lost);
}

#[test]
fn in_poland_an_abstention_counts_against_a_transfer_of_powers() {
    let rule = rule(
        Label::TwoThirdsOfThoseVotingAbstentionsCounted,
        &fraction("ge", "yes", 2, 3, "voting"),
    );
    let tally = |abstain| Tally {
        abstain: Some(abstain),
        ..votes(300, 130)
    };
    assert_eq!(decision(&rule, &tally(20), Some(460)), Decision::Carried);
    assert_eq!(decision(&rule, &tally(21), Some(460)), Decision::Lost);
    // Twenty-one abstentions more would matter, so without their number nothing can be told.
    assert_eq!(
        decision(&rule, &votes(300, 130), Some(460)),
        Decision::CannotBeTold
    );
}

#[test]
fn in_slovakia_all_members_count_whoever_is_there() {
    let rule = rule(
        Label::AbsoluteMajorityOfAllMembers,
        &fraction("gt", "yes", 1, 2, "members"),
    );
    assert_eq!(decision(&rule, &votes(75, 0), Some(150)), Decision::Lost);
    let carried = decide(&rule, None, &votes(76, 0), Some(150));
    assert_eq!(
        (carried.decision, carried.needed),
        (Decision::Carried, Some(76))
    );
    // The seats in law on the day go before those in the file.
    let tally = Tally {
        members: Some(152),
        ..votes(76, 0)
    };
    assert_eq!(decision(&rule, &tally, Some(150)), Decision::Lost);
    // Before the vote only the number needed is known.
    let before = decide(&rule, None, &Tally::default(), Some(150));
    assert_eq!(
        (before.decision, before.needed),
        (Decision::CannotBeTold, Some(76))
    );
}

#[test]
fn in_tuerkiye_a_majority_of_those_present_has_a_floor() {
    let floor = r#"{"op":"ge","lhs":"yes","frac":[1,4],"of":"members","plus":1}"#;
    let of_present = fraction("gt", "yes", 1, 2, "present");
    let rule = rule(
        Label::MajorityOfMembersPresentFloorOneQuarterPlusOneOfAllMembers,
        &format!(r#"{{"op":"all","args":[{of_present},{floor}]}}"#),
    );
    let tally = |yes, present| Tally {
        yes: Some(yes),
        present: Some(present),
        ..Tally::default()
    };
    assert_eq!(decision(&rule, &tally(150, 200), Some(600)), Decision::Lost);
    let carried = decide(&rule, None, &tally(151, 200), Some(600));
    assert_eq!(
        (carried.decision, carried.needed),
        (Decision::Carried, Some(151))
    );
    assert_eq!(
        decide(&rule, None, &tally(151, 302), Some(600)).needed,
        Some(152)
    );
}

#[test]
fn in_brussels_each_language_group_must_agree() {
    let of_cast = fraction("gt", "yes", 1, 2, "cast");
    let rule = rule(
        Label::MajorityOfVotesCastInEachLanguageGroup,
        &format!(r#"{{"op":"each_group","group":"language_group","expr":{of_cast}}}"#),
    );
    let group = |name: &str, yes, no| GroupTally {
        group: name.parse().unwrap(),
        yes: Some(yes),
        no: Some(no),
        abstain: None,
    };
    let tally = |groups: Vec<GroupTally>| Tally {
        groups,
        ..votes(70, 19)
    };
    let (french, dutch) = (group("french", 60, 12), group("dutch", 10, 7));
    assert_eq!(
        decision(&rule, &tally(vec![french.clone(), dutch]), None),
        Decision::Carried
    );
    let against = group("dutch", 8, 9);
    assert_eq!(
        decision(&rule, &tally(vec![french.clone(), against.clone()]), None),
        Decision::Lost
    );
    // One group can lose the vote; it cannot carry it alone.
    assert_eq!(decision(&rule, &tally(vec![against]), None), Decision::Lost);
    assert_eq!(
        decision(&rule, &tally(vec![french]), None),
        Decision::CannotBeTold
    );
    assert_eq!(
        decision(&rule, &tally(vec![]), None),
        Decision::CannotBeTold
    );
}

#[test]
fn in_the_bundesrat_the_votes_are_weights() {
    let rule = rule(
        Label::MajorityOfAllWeightedVotes,
        &fraction("gt", "yes_weight", 1, 2, "weights"),
    );
    assert_eq!(decision(&rule, &votes(35, 20), Some(69)), Decision::Carried);
    assert_eq!(decision(&rule, &votes(34, 20), Some(69)), Decision::Lost);
    let weighted = Tally {
        yes_weight: Some(34),
        weights: Some(69),
        ..votes(9, 7)
    };
    assert_eq!(decision(&rule, &weighted, Some(16)), Decision::Lost);
    // Of the weights only some are known: the heads are not taken for the rest.
    let some = Tally {
        yes_weight: None,
        weights: Some(69),
        ..votes(36, 7)
    };
    assert_eq!(decision(&rule, &some, Some(69)), Decision::CannotBeTold);
}

#[test]
fn people_and_cantons_are_counted_apart() {
    let people = fraction("gt", "yes", 1, 2, "cast");
    let cantons = fraction("gt", "yes_cantons", 1, 2, "cantons");
    let rule = rule(
        Label::ReferendumDoubleMajorityPeopleAndCantons,
        &format!(r#"{{"op":"all","args":[{people},{cantons}]}}"#),
    );
    let tally = |yes, no| Tally {
        groups: vec![GroupTally {
            group: "cantons".parse().unwrap(),
            yes: Some(yes),
            no: Some(no),
            abstain: None,
        }],
        ..votes(1_300_000, 1_100_000)
    };
    assert_eq!(decision(&rule, &tally(12, 11), None), Decision::Carried);
    assert_eq!(decision(&rule, &tally(11, 12), None), Decision::Lost);
    assert_eq!(
        decision(&rule, &votes(1_100_000, 1_300_000), None),
        Decision::Lost
    );
    assert_eq!(
        decision(&rule, &votes(1_300_000, 1_100_000), None),
        Decision::CannotBeTold
    );
}

#[test]
fn in_denmark_a_bill_falls_only_with_enough_of_the_electorate_against_it() {
    let against = fraction("gt", "no", 1, 2, "cast");
    let enough = fraction("ge", "no", 30, 100, "registered_electors");
    let rule = rule(
        Label::ReferendumRejectionRule,
        &format!(r#"{{"op":"not","arg":{{"op":"all","args":[{against},{enough}]}}}}"#),
    );
    let of_electors = |electors| Tally {
        members: Some(electors),
        ..votes(1_000, 1_200)
    };
    assert_eq!(decision(&rule, &of_electors(4_000), None), Decision::Lost);
    assert_eq!(
        decision(&rule, &of_electors(4_001), None),
        Decision::Carried
    );
    assert_eq!(
        decision(&rule, &votes(1_000, 1_200), None),
        Decision::CannotBeTold
    );
}

#[test]
fn a_figure_that_is_not_known_is_never_zero() {
    let unanimity = rule(
        Label::UnanimityAbstentionsNeutral,
        r#"{"op":"eq","lhs":"no","count":0}"#,
    );
    let yes = Tally {
        yes: Some(26),
        ..Tally::default()
    };
    assert_eq!(decision(&unanimity, &yes, Some(27)), Decision::CannotBeTold);
    let all = Tally {
        yes: Some(27),
        ..Tally::default()
    };
    assert_eq!(decision(&unanimity, &all, Some(27)), Decision::Carried);
    assert_eq!(
        decision(&unanimity, &votes(26, 1), Some(27)),
        Decision::Lost
    );
    assert_eq!(
        decision(
            &simple(),
            &Tally {
                yes: Some(100),
                ..Tally::default()
            },
            None
        ),
        Decision::CannotBeTold
    );
}

#[test]
fn what_the_unknown_figures_cannot_change_is_told() {
    // At most 39 can have voted no.
    let present = Tally {
        yes: Some(61),
        present: Some(100),
        ..Tally::default()
    };
    assert_eq!(decision(&simple(), &present, None), Decision::Carried);
    // At most 49 of 100 can have voted yes.
    let no = Tally {
        no: Some(51),
        ..Tally::default()
    };
    assert_eq!(decision(&simple(), &no, Some(100)), Decision::Lost);
    // Whether those who did not vote were in the room is not said; here it does not matter, there it does.
    let silent = |yes, no| Tally {
        abstain: Some(0),
        not_voting: Some(3),
        ..votes(yes, no)
    };
    assert_eq!(
        decision(&two_thirds_of_present(), &silent(95, 2), None),
        Decision::Carried
    );
    assert_eq!(
        decision(&two_thirds_of_present(), &silent(66, 33), None),
        Decision::CannotBeTold
    );
}

#[test]
fn figures_that_contradict_each_other_tell_nothing() {
    let tally = Tally {
        present: Some(90),
        ..votes(61, 38)
    };
    let found = decide(&simple(), None, &tally, None);
    assert_eq!(
        (found.decision, found.figures),
        (Decision::CannotBeTold, FiguresFound::Contradictory)
    );
    // The file's seats may be those of another year: they are only left out of account.
    let found = decide(&simple(), None, &votes(61, 38), Some(90));
    assert_eq!(
        (found.decision, found.figures),
        (Decision::Carried, FiguresFound::MoreThanSeats)
    );
}

#[test]
fn a_quorum_that_is_always_looked_at_can_keep_a_vote_from_being_carried() {
    let found = |tally: &Tally, checked| -> Arithmetic {
        decide(&simple(), Some(&half_present(checked)), tally, Some(150))
    };
    let few = Tally {
        present: Some(74),
        ..votes(60, 10)
    };
    let missing = found(&few, Checked::Always);
    assert_eq!(
        (missing.decision, missing.quorum),
        (Decision::Lost, QuorumFinding::Missing(Checked::Always))
    );
    let unchallenged = found(&few, Checked::OnChallenge);
    assert_eq!(
        (unchallenged.decision, unchallenged.quorum),
        (
            Decision::Carried,
            QuorumFinding::Missing(Checked::OnChallenge)
        )
    );
    // Those who voted were there.
    let voted = found(&votes(60, 15), Checked::Always);
    assert_eq!(
        (voted.decision, voted.quorum),
        (Decision::Carried, QuorumFinding::Met)
    );
    let not_known = found(&votes(60, 14), Checked::Always);
    assert_eq!(
        (not_known.decision, not_known.quorum),
        (
            Decision::CannotBeTold,
            QuorumFinding::CannotBeTold(Checked::Always)
        )
    );
    assert_eq!(
        found(&votes(14, 60), Checked::Always).decision,
        Decision::Lost
    );
}

#[test]
fn an_objection_that_is_lost_lets_the_treaty_pass() {
    for (question, decision, meaning) in [
        (Question::Approval, Decision::Carried, Meaning::Passed),
        (Question::Approval, Decision::Lost, Meaning::NotPassed),
        (Question::Objection, Decision::Carried, Meaning::NotPassed),
        (Question::Objection, Decision::Lost, Meaning::Passed),
        (
            Question::Objection,
            Decision::CannotBeTold,
            Meaning::CannotBeTold,
        ),
    ] {
        assert_eq!(question.meaning(decision), meaning);
    }
}

#[test]
fn the_ruling_is_compared_and_never_replaced() {
    assert_eq!(
        agreement(Ruling::Carried, Decision::Carried),
        Agreement::Agrees
    );
    assert_eq!(
        agreement(Ruling::Carried, Decision::Lost),
        Agreement::Differs
    );
    assert_eq!(
        agreement(Ruling::NotKnown, Decision::Lost),
        Agreement::CannotBeTold
    );
}

#[test]
fn only_whole_expressions_are_read() {
    for wrong in [
        r#"{"op":"ge","lhs":"yes"}"#,
        r#"{"op":"ge","lhs":"yes","count":1,"frac":[1,2],"of":"cast"}"#,
        r#"{"op":"ge","lhs":"yes","frac":[1,0],"of":"cast"}"#,
        r#"{"op":"ge","lhs":"yes","frac":[1,2]}"#,
        r#"{"op":"ge","lhs":"yes","count":-1}"#,
        r#"{"op":"ge","lhs":"yeah","count":1}"#,
        r#"{"op":"all","args":[]}"#,
        r#"{"op":"all"}"#,
        r#"{"op":"const"}"#,
        r#"{"op":"const","value":true,"count":1}"#,
        r#"{"op":"not","args":[{"op":"const","value":true}]}"#,
        r#"{"op":"each_group","expr":{"op":"const","value":true}}"#,
        r#"{"op":"lt","lhs":"yes","count":1}"#,
    ] {
        assert!(
            serde_json::from_str::<Expression>(wrong).is_err(),
            "{wrong}"
        );
    }
}

/// A comparison of two of the chamber's figures, or of one with a number.
fn comparisons() -> impl Strategy<Value = Expression> {
    let figure = prop::sample::select(vec!["yes", "no", "abstain", "cast", "voting", "present"]);
    let base = prop::sample::select(vec![
        "cast",
        "voting",
        "present",
        "members_in_office",
        "members",
        "yes",
    ]);
    let op = prop::sample::select(vec!["ge", "gt", "eq"]);
    let of_base = (
        op.clone(),
        figure.clone(),
        0_u32..5,
        1_u32..5,
        base,
        -2_i32..3,
    )
        .prop_map(|(op, lhs, n, d, of, plus)| {
            format!(r#"{{"op":"{op}","lhs":"{lhs}","frac":[{n},{d}],"of":"{of}","plus":{plus}}}"#)
        });
    let of_number = (op, figure, 0_u32..6)
        .prop_map(|(op, lhs, count)| format!(r#"{{"op":"{op}","lhs":"{lhs}","count":{count}}}"#));
    prop_oneof![4 => of_base, 1 => of_number].prop_map(|json| expression(&json))
}

/// Any expression over the chamber's figures.
fn expressions() -> impl Strategy<Value = Expression> {
    let leaf = prop_oneof![8 => comparisons(), 1 => any::<bool>().prop_map(Expression::Always)];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(Expression::All),
            prop::collection::vec(inner.clone(), 1..3).prop_map(Expression::Any),
            inner.prop_map(|one| Expression::Not(Box::new(one))),
        ]
    })
}

/// The whole of a vote: yes, no, abstaining, silent in the room, absent, vacant.
fn whole_votes() -> impl Strategy<Value = [u32; 6]> {
    prop::array::uniform6(0_u32..6)
}

/// The tally of such a vote with the figures that the mask names; who did not vote is counted with
/// or without those who were absent, as sources do.
fn tally_of(
    [yes, no, abstain, silent, absent, vacant]: [u32; 6],
    mask: u8,
    with_absent: bool,
) -> Tally {
    let shown = |bit: u8, value: u32| (mask & (1 << bit) != 0).then_some(value);
    let present = yes + no + abstain + silent;
    Tally {
        yes: shown(0, yes),
        no: shown(1, no),
        abstain: shown(2, abstain),
        present: shown(3, present),
        not_voting: shown(4, if with_absent { silent + absent } else { silent }),
        members_in_office: shown(5, present + absent),
        members: shown(6, present + absent + vacant),
        ..Tally::default()
    }
}

fn ruled(expr: Expression) -> Rule {
    Rule { expr, ..simple() }
}

/// What an expression says of a vote of which everything is known, computed the plain way.
fn plainly(expr: &Expression, vote: [u32; 6]) -> bool {
    use domain::majority::{Compared, Measure, Variable};
    let [yes, no, abstain, silent, absent, vacant] = vote.map(i64::from);
    let figure = |variable| match variable {
        Variable::Yes => yes,
        Variable::No => no,
        Variable::Abstain => abstain,
        Variable::Cast => yes + no,
        Variable::Voting => yes + no + abstain,
        Variable::Present => yes + no + abstain + silent,
        Variable::MembersInOffice => yes + no + abstain + silent + absent,
        Variable::Members => yes + no + abstain + silent + absent + vacant,
        other => panic!("{other:?} is not drawn"),
    };
    match expr {
        Expression::Compare(comparison) => {
            let (left, right) = match comparison.measure {
                Measure::Count(count) => (figure(comparison.figure), i64::from(count)),
                Measure::Of(of) => {
                    let denominator = i64::from(of.denominator);
                    let goal = i64::from(of.numerator) * figure(of.base)
                        + denominator * i64::from(of.plus);
                    (denominator * figure(comparison.figure), goal)
                }
            };
            match comparison.compared {
                Compared::Ge => left >= right,
                Compared::Gt => left > right,
                Compared::Eq => left == right,
            }
        }
        Expression::All(all) => all.iter().all(|one| plainly(one, vote)),
        Expression::Any(any) => any.iter().any(|one| plainly(one, vote)),
        Expression::Not(one) => !plainly(one, vote),
        Expression::EachGroup(..) => panic!("groups are not drawn"),
        Expression::Always(value) => *value,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    /// With all figures the answer is told and right; with fewer it is the same or not told. So no
    /// tally is both carried and lost, whatever the missing figures turn out to be.
    #[test]
    fn fewer_figures_never_change_an_answer(
        expr in expressions(), vote in whole_votes(), mask in 0_u8..128, with_absent: bool,
    ) {
        let truth = if plainly(&expr, vote) { Decision::Carried } else { Decision::Lost };
        let rule = ruled(expr);
        prop_assert_eq!(decision(&rule, &tally_of(vote, 127, with_absent), None), truth);
        let found = decide(&rule, None, &tally_of(vote, mask, with_absent), None);
        prop_assert_eq!(found.figures, FiguresFound::Consistent);
        prop_assert!(found.decision == truth || found.decision == Decision::CannotBeTold, "{}", rule.expr);
    }

    /// A comparison is told whenever every way to fill in the missing votes gives the same answer.
    #[test]
    fn an_answer_that_can_be_told_is_told(yes in 0_u32..8, rest in 0_u32..8, n in 1_u32..4, d in 2_u32..5) {
        let expr = expression(&fraction("ge", "yes", n, d, "cast"));
        let known = Tally { yes: Some(yes), present: Some(yes + rest), ..Tally::default() };
        let answers: BTreeSet<bool> =
            (0..=rest).map(|no| plainly(&expr, [yes, no, rest - no, 0, 0, 0])).collect();
        let expected = match (answers.contains(&true), answers.contains(&false)) {
            (true, false) => Decision::Carried,
            (false, true) => Decision::Lost,
            _ => Decision::CannotBeTold,
        };
        prop_assert_eq!(decision(&ruled(expr), &known, None), expected);
    }

    /// The number needed carries the vote, its base being as it was, and one fewer does not.
    #[test]
    fn the_number_needed_is_the_smallest(
        yes in 0_u32..50, base in 50_u32..400, n in 0_u32..7, d in 1_u32..7, plus in -3_i32..4, more: bool,
    ) {
        let op = if more { "gt" } else { "ge" };
        let json = format!(r#"{{"op":"{op}","lhs":"yes","frac":[{n},{d}],"of":"members","plus":{plus}}}"#);
        let tally = Tally { yes: Some(yes), members: Some(base), ..Tally::default() };
        let found = decide(&ruled(expression(&json)), None, &tally, None);
        let needed = found.needed.unwrap();
        let carries = |votes: u32| {
            let goal = i64::from(n) * i64::from(base) + i64::from(d) * i64::from(plus);
            let have = i64::from(d) * i64::from(votes);
            if more { have > goal } else { have >= goal }
        };
        prop_assert!(carries(needed));
        prop_assert!(needed == 0 || !carries(needed - 1));
        prop_assert_eq!(found.lacking, Some(needed.saturating_sub(yes)));
        prop_assert_eq!(found.decision == Decision::Carried, carries(yes));
    }

    /// An expression is read as it was written, and no other has its formula.
    #[test]
    fn an_expression_is_read_as_it_was_written(one in expressions(), other in expressions()) {
        let json = serde_json::to_string(&one).unwrap();
        prop_assert_eq!(&expression(&json), &one);
        prop_assert_eq!(one == other, one.to_string() == other.to_string());
        let alone = Expression::All(vec![one.clone()]);
        prop_assert_ne!(alone.to_string(), one.to_string());
    }
}
