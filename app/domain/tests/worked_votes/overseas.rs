//! Australia, Canada, Japan, New Zealand.

use domain::majority::Label::*;

use crate::worked::{Worked, hold, on};

pub fn votes() -> Vec<Worked> {
    [australia(), canada(), japan(), new_zealand()].concat()
}

/// 150 members of the House: a fifth are 30.
fn australia() -> Vec<Worked> {
    let executive = on("AUS", "executive_jscot");
    vec![
        executive
            .vote(
                "implementing_legislation",
                SimpleMajorityOfVotesCast,
                "Constitution ss. 39-40; House of Representatives (Quorum) Act 1989: a majority of the votes, a fifth of the members being a quorum",
            )
            .in_house("house")
            .quorum(30)
            .carried("yes 16, no 14", 16)
            // Before the casting vote of the Speaker.
            .lost("yes 15, no 15", 16)
            .cannot_be_told("yes 16", None)
            .unchallenged("yes 15, no 14, present 29", 15),
    ]
}

/// Twenty of the Commons are a quorum, the Speaker among them.
fn canada() -> Vec<Worked> {
    let executive = on("CAN", "executive_tabling");
    let commons = |worked: Worked| {
        worked
            .quorum(20)
            .carried("yes 10, no 9, present 20", 10)
            // Before the casting vote of the Speaker (s. 49).
            .lost("yes 10, no 10, present 21", 11)
            .cannot_be_told("yes 10", None)
            .inquorate("yes 10, no 8, present 19", 10)
    };
    vec![
        commons(executive.vote(
            "commons_debate",
            SimpleMajorityOfVotesCast,
            "Constitution Act 1867 ss. 48-49: a majority of voices",
        )),
        commons(
            executive
                .vote(
                    "implementing_legislation",
                    SimpleMajorityOfVotesCast,
                    "Constitution Act 1867 ss. 48-49: a majority of voices",
                )
                .in_house("commons"),
        ),
    ]
}

/// 465 members of the House of Representatives and 248 of the House of Councillors: a third are 155
/// and 83 (82.67).
fn japan() -> Vec<Worked> {
    let diet = on("JPN", "diet_approval");
    let basis = "Constitution art. 56: a majority of those present, a third of all being there";
    vec![
        diet.vote("hor_vote", MajorityOfMembersPresent, basis)
            .quorum(155)
            .carried("yes 78, no 60, present 155", 78)
            .lost("yes 77, no 60, present 155", 78)
            .cannot_be_told("yes 78, no 77", None)
            .inquorate("yes 78, no 60, present 154", 78),
        diet.vote("hoc_vote", MajorityOfMembersPresent, basis)
            .quorum(83)
            .carried("yes 42, no 30, present 83", 42)
            .lost("yes 41, no 30, present 83", 42)
            .cannot_be_told("yes 42, no 41", None)
            .inquorate("yes 42, no 30, present 82", 42),
        diet.overcoming(
            "hoc_vote",
            "hor",
            PriorDecisionPrevails,
            "Constitution arts. 60(2) and 61: the decision of the House of Representatives is that of the Diet",
        )
        .carried("", None),
    ]
}

/// 123 members; none of them has a casting vote.
fn new_zealand() -> Vec<Worked> {
    vec![
        on("NZL", "executive_examination")
            .vote(
                "implementing_legislation",
                SimpleMajorityOfVotesCast,
                "the House's standing orders: a majority of the votes, a tie being lost",
            )
            .carried("yes 61, no 60", 61)
            .carried("yes 20, no 19, abstain 84", 20)
            .lost("yes 60, no 60", 61)
            .cannot_be_told("yes 61", None),
    ]
}

#[test]
fn australia_constitution_ss_39_and_40() {
    hold(australia());
}

#[test]
fn canada_constitution_act_1867_ss_48_and_49() {
    hold(canada());
}

#[test]
fn japan_constitution_arts_56_60_and_61() {
    hold(japan());
}

#[test]
fn new_zealand_standing_orders() {
    hold(new_zealand());
}
