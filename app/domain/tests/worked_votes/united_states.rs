//! The United States.

use domain::majority::Label::*;
use domain::procedure::Trigger::*;

use crate::worked::{On, Worked, hold, on};

pub fn votes() -> Vec<Worked> {
    [treaty(), agreement(), resolution()].concat()
}

/// 100 Senators: 51 are a quorum, 60 three fifths.
fn treaty() -> Vec<Worked> {
    let treaty = on("USA", "treaty");
    vec![
        treaty
            .vote(
                "sfrc",
                CommitteeMajority,
                "Senate Rule XXVI(7)(a): a majority of the committee being physically present",
            )
            .no_vote_on_the_treaty()
            .quorum(11)
            // Of 21 members.
            .carried("members 21, present 11, yes 6, no 5", 6)
            .lost("members 21, present 11, yes 5, no 6", 6)
            .inquorate("members 21, present 10, yes 6, no 4", 6)
            // How many members has the committee?
            .cannot_be_told("yes 6, no 5", 6)
            // 16 September 2010, New START, of 19 members: reported.
            .carried("members 19, yes 14, no 4", 10),
        cloture(treaty)
            // 21 December 2010, New START: invoked.
            .carried("yes 67, no 28, in_office 100", 60),
        treaty
            .vote(
                "senate_vote",
                TwoThirdsOfMembersPresent,
                "Constitution art. II s. 2 cl. 2: two thirds of the Senators present; art. I s. 5 cl. 1: a majority is a quorum",
            )
            .quorum(51)
            .carried("yes 34, no 17, present 51", 34)
            .lost("yes 33, no 18, present 51", 34)
            .unchallenged("yes 34, no 16, present 50", 34)
            // 67 only if all are there; 60 of 90 are enough.
            .carried("yes 67, no 33", 67)
            .lost("yes 66, no 34", 67)
            .carried("yes 60, no 30, present 90", 60)
            .lost("yes 59, no 30, abstain 1, present 90", 60)
            .cannot_be_told("yes 61, no 30", None)
            // 4 December 2012, the Convention on the Rights of Persons with Disabilities: rejected.
            .lost("yes 61, no 38, present 99", 66)
            // 22 December 2010, New START: agreed to.
            .carried("yes 71, no 26, present 97", 65)
            // 3 August 2022, Finland and Sweden's accession to the North Atlantic Treaty: agreed to.
            .carried("yes 95, no 1, abstain 1, present 97", 65),
    ]
}

/// A bill or joint resolution through both Houses; 435 Representatives, of whom 218 are a quorum.
fn agreement() -> Vec<Worked> {
    let agreement = on("USA", "congressional_executive_agreement");
    let over_a_veto = |house| {
        agreement.overcoming(
            "presentment",
            house,
            TwoThirdsOfVotesCast,
            "Constitution art. I s. 7 cl. 2-3: two thirds of those voting in each House",
        )
    };
    vec![
        representatives(agreement)
            // 17 November 1993, the North American Free Trade Agreement: passed.
            .carried("yes 234, no 200", 218),
        agreement
            .vote_if(
                "house_vote",
                SuspensionOfRules,
                TwoThirdsOfVotesCast,
                "House Rule XV cl. 1: two thirds of the Members voting, a quorum being present",
            )
            .quorum(218)
            .carried("yes 146, no 72", 146)
            .lost("yes 145, no 73", 146)
            .cannot_be_told("yes 146", None)
            .unchallenged("yes 146, no 71, present 217", 145),
        cloture(agreement)
            // 10 September 2015, disapproval of the Joint Comprehensive Plan of Action: not invoked.
            .lost("yes 58, no 42, in_office 100", 60),
        senators(agreement)
            // 20 November 1993, the North American Free Trade Agreement: passed.
            .carried("yes 61, no 38", 50),
        over_a_veto("house")
            .carried("yes 290, no 145", 290)
            .lost("yes 289, no 145", 290)
            .cannot_be_told("yes 289", None),
        over_a_veto("senate")
            .carried("yes 66, no 33", 66)
            .lost("yes 65, no 33", 66)
            .cannot_be_told("yes 60", None)
            // 2 May 2019, Senate Joint Resolution 7 on Yemen: the veto stands.
            .lost("yes 53, no 45", 66),
    ]
}

/// A concurrent or simple resolution.
fn resolution() -> Vec<Worked> {
    let resolution = on("USA", "concurrent_or_sense_resolution");
    vec![
        representatives(resolution)
            // 18 July 2022, House Resolution 1130 on Finland and Sweden: agreed to.
            .carried("yes 394, no 18", 207),
        senators(resolution),
    ]
}

fn representatives(route: On) -> Worked {
    route
        .vote(
            "house_vote",
            SimpleMajorityOfVotesCast,
            "Constitution art. I s. 5 cl. 1: a majority is a quorum; more in favour than against",
        )
        .quorum(218)
        .carried("yes 105, no 104, abstain 9", 105)
        .lost("yes 109, no 109", 110)
        .cannot_be_told("yes 109", None)
        .unchallenged("yes 109, no 108, present 217", 109)
}

fn senators(route: On) -> Worked {
    route
        .vote(
            "senate_vote",
            SimpleMajorityOfVotesCast,
            "Constitution art. I s. 5 cl. 1: a majority is a quorum; more in favour than against",
        )
        .quorum(51)
        .carried("yes 26, no 25", 26)
        .lost("yes 25, no 26", 26)
        // Before the vote of the Vice President (art. I s. 3 cl. 4).
        .lost("yes 50, no 50", 51)
        .cannot_be_told("yes 26", None)
        .unchallenged("yes 25, no 24, present 50", 25)
}

fn cloture(route: On) -> Worked {
    route
        .vote(
            "cloture",
            ThreeFifthsOfSenatorsChosenAndSworn,
            "Senate Rule XXII(2): three fifths of the Senators duly chosen and sworn, whoever is there",
        )
        .carried("yes 60, no 40, in_office 100", 60)
        .lost("yes 59, no 0, in_office 100", 60)
        // Three fifths of 99 are 59.4, of 98 they are 58.8.
        .lost("yes 59, no 40, in_office 99", 60)
        .carried("yes 59, no 39, in_office 98", 59)
        .cannot_be_told("yes 59, no 30", None)
}

#[test]
fn united_states_treaty_constitution_art_ii_s_2() {
    hold(treaty());
}

#[test]
fn united_states_agreement_constitution_art_i_ss_5_and_7() {
    hold(agreement());
}

#[test]
fn united_states_resolution_constitution_art_i_s_5() {
    hold(resolution());
}

/// The Convention on the Rights of Persons with Disabilities failed on 4 December 2012 with the figures
/// by which the North American Free Trade Agreement had passed on 20 November 1993.
#[test]
fn sixty_one_to_thirty_eight_fails_as_a_treaty_and_carries_as_an_act() {
    let treaty = on("USA", "treaty").vote(
        "senate_vote",
        TwoThirdsOfMembersPresent,
        "Constitution art. II s. 2 cl. 2",
    );
    let act = on("USA", "congressional_executive_agreement").vote(
        "senate_vote",
        SimpleMajorityOfVotesCast,
        "Constitution art. I s. 5 cl. 1",
    );
    hold(vec![
        treaty.lost("yes 61, no 38, present 99", 66),
        act.carried("yes 61, no 38, present 99", 50),
    ]);
}
