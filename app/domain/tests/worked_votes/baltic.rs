//! Estonia, Latvia, Lithuania.

use domain::majority::Label::*;
use domain::procedure::Trigger::*;

use crate::worked::{Worked, hold, on};

pub fn votes() -> Vec<Worked> {
    [estonia(), latvia(), lithuania()].concat()
}

/// 101 members; the Constitution asks for no quorum at an ordinary session.
fn estonia() -> Vec<Worked> {
    let act = on("EST", "ratification_act");
    vec![
        act.vote(
            "riigikogu_vote",
            SimpleMajorityOfVotesCast,
            "Constitution arts. 65(4), 73 and 121: a majority of votes in favour",
        )
        .carried("yes 20, no 19, abstain 62", 20)
        .lost("yes 20, no 20, abstain 61", 21)
        .cannot_be_told("yes 20", None),
        act.vote_if(
            "riigikogu_vote",
            TreatyChangesTerritory,
            TwoThirdsOfAllMembers,
            "Constitution art. 122: two thirds of the membership, 67.33 of 101",
        )
        .carried("yes 68, no 33", 68)
        .lost("yes 67, no 0", 68)
        .cannot_be_told("no 33", 68),
        act.overcoming(
            "promulgation",
            "riigikogu",
            SimpleMajorityOfVotesCast,
            "Constitution art. 107: passed again unamended",
        )
        .carried("yes 20, no 19, abstain 62", 20)
        .lost("yes 20, no 20", 21)
        .cannot_be_told("yes 20", None),
    ]
}

/// 100 members; half of them, 50, must be there.
fn latvia() -> Vec<Worked> {
    let law = on("LVA", "ratification_law");
    vec![
        law.vote(
            "saeima_vote",
            MajorityOfMembersPresent,
            "Constitution arts. 23-24: an absolute majority of the members present, at least half of all being there",
        )
        .quorum(50)
        .carried("yes 26, no 10, present 50", 26)
        .lost("yes 25, no 10, abstain 15, present 50", 26)
        .cannot_be_told("yes 26, no 24", None)
        .inquorate("yes 26, no 10, present 49", 25),
        law.vote_if(
            "saeima_vote",
            TreatyTransfersPowers,
            TwoThirdsOfMembersPresent,
            "Constitution art. 68(2): two thirds of those present, two thirds of all (66.67) being there",
        )
        .quorum(67)
        .carried("yes 45, no 22, present 67", 45)
        .lost("yes 44, no 10, abstain 13, present 67", 45)
        .carried("yes 67, no 33", 67)
        .lost("yes 66, no 34", 67)
        .cannot_be_told("yes 45, no 22", None)
        .inquorate("yes 66, no 0, present 66", 44),
        law.overcoming(
            "promulgation",
            "saeima",
            MajorityOfMembersPresent,
            "Constitution art. 71: the President cannot object a second time",
        )
        .carried("yes 26, no 10, present 50", 26)
        .lost("yes 25, no 10, abstain 15, present 50", 26)
        .cannot_be_told("yes 26, no 24", None),
    ]
}

/// 141 members.
fn lithuania() -> Vec<Worked> {
    let law = on("LTU", "ratification_law");
    vec![
        law.vote(
            "seimas_vote",
            MajorityOfMembersPresent,
            "Constitution art. 69(2): a majority of the members who take part in the sitting",
        )
        .carried("yes 36, no 20, present 71", 36)
        .lost("yes 35, no 20, abstain 16, present 71", 36)
        .cannot_be_told("yes 36, no 35", None),
        law.overcoming(
            "promulgation",
            "seimas",
            AbsoluteMajorityOfAllMembers,
            "Constitution art. 72: more than half of all members",
        )
        .carried("yes 71, no 70", 71)
        .lost("yes 70, no 0", 71)
        .cannot_be_told("no 70", 71),
        law.vote(
            "referendum",
            ReferendumMajorityOfVotesCast,
            "Constitution art. 9; the turnout that the law asks for is not in the file",
        )
        .carried("yes 700001, no 700000", 700_001)
        .lost("yes 700000, no 700000", 700_001)
        .cannot_be_told("yes 700001", None),
    ]
}

#[test]
fn estonia_constitution_arts_73_107_and_122() {
    hold(estonia());
}

#[test]
fn latvia_constitution_arts_23_24_68_and_71() {
    hold(latvia());
}

#[test]
fn lithuania_constitution_arts_9_69_and_72() {
    hold(lithuania());
}
