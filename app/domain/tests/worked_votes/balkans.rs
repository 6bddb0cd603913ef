//! Albania, Bulgaria, Croatia, Montenegro, North Macedonia, Romania, Slovenia.

use domain::majority::Label::*;
use domain::procedure::Trigger::*;

use crate::worked::{Worked, hold, on};

pub fn votes() -> Vec<Worked> {
    [
        albania(),
        bulgaria(),
        croatia(),
        montenegro(),
        north_macedonia(),
        romania(),
        slovenia(),
    ]
    .concat()
}

/// 140 deputies: 71 are more than half.
fn albania() -> Vec<Worked> {
    let law = on("ALB", "ratification_law");
    vec![
        law.vote(
            "assembly_vote",
            SimpleMajorityOfVotesCast,
            "Constitution art. 78(1): a majority of the votes, with more than half of the members present",
        )
        .quorum(71)
        // An abstention is no vote: 31 of 61.
        .carried("yes 31, no 30, abstain 10", 31)
        .lost("yes 35, no 36", 36)
        .lost("yes 36, no 36", 37)
        .cannot_be_told("yes 36", None)
        // Were ten more in the room?
        .cannot_be_told("yes 31, no 30", 31)
        .inquorate("yes 31, no 30, abstain 9, present 70", 31),
        law.vote_if(
            "assembly_vote",
            TreatyTransfersPowers,
            AbsoluteMajorityOfAllMembers,
            "Constitution art. 123(2): a majority of all members",
        )
        .quorum(71)
        .carried("yes 71, no 0, present 71", 71)
        .carried("yes 71, no 69", 71)
        .lost("yes 70, no 3", 71)
        .inquorate("yes 70, no 0, present 70", 71)
        .cannot_be_told("no 69", 71),
        law.overcoming(
            "promulgation",
            "assembly",
            AbsoluteMajorityOfAllMembers,
            "Constitution art. 85(2): the decree that returns a law falls by a majority of all members",
        )
        .carried("yes 71, no 69", 71)
        .lost("yes 70, no 0", 71)
        .cannot_be_told("no 69", 71),
    ]
}

/// 240 deputies: 121 are more than half.
fn bulgaria() -> Vec<Worked> {
    let law = on("BGR", "ratification_law");
    vec![
        law.vote(
            "assembly_vote",
            MajorityOfMembersPresent,
            "Constitution art. 81(1)-(2): more than half of the members present, who are more than half of all",
        )
        .quorum(121)
        .carried("yes 61, no 40, abstain 20, present 121", 61)
        // More for than against, and lost: who abstains is present.
        .lost("yes 60, no 40, abstain 21, present 121", 61)
        .lost("yes 120, no 100, abstain 20", 121)
        .cannot_be_told("yes 61, no 60", None)
        .inquorate("yes 61, no 59, present 120", 61),
        law.vote_if(
            "assembly_vote",
            TreatyTransfersPowers,
            TwoThirdsOfAllMembers,
            "Constitution art. 85(1)9 and (2): two thirds of all members",
        )
        .quorum(121)
        .carried("yes 160, no 80", 160)
        .lost("yes 159, no 0", 160)
        .lost("yes 121, no 0, present 121", 160)
        .inquorate("yes 120, no 0, present 120", 160)
        .cannot_be_told("no 80", 160),
        law.overcoming(
            "promulgation",
            "assembly",
            AbsoluteMajorityOfAllMembers,
            "Constitution art. 101(2): a returned law is passed again by more than half of all members",
        )
        .carried("yes 121, no 119", 121)
        .lost("yes 120, no 0", 121)
        .cannot_be_told("no 119", 121),
    ]
}

/// 151 deputies: 76 are a majority.
fn croatia() -> Vec<Worked> {
    let law = on("HRV", "confirmation_law");
    vec![
        law.vote(
            "sabor_vote",
            SimpleMajorityOfVotesCast,
            "Constitution art. 82 (numbering of the file): a majority vote, with a majority of representatives present",
        )
        .quorum(76)
        .carried("yes 31, no 30, abstain 15", 31)
        .lost("yes 38, no 38", 39)
        .cannot_be_told("yes 38", None)
        .cannot_be_told("yes 31, no 30", 31)
        .inquorate("yes 38, no 37, present 75", 38),
        law.vote_if(
            "sabor_vote",
            TreatyTransfersPowers,
            TwoThirdsOfAllMembers,
            "Constitution art. 140(2): two thirds of all representatives, 100.67 of 151",
        )
        .quorum(76)
        .carried("yes 101, no 50", 101)
        .lost("yes 100, no 0", 101)
        .lost("yes 76, no 0, present 76", 101)
        .inquorate("yes 75, no 0, present 75", 101)
        .cannot_be_told("no 50", 101),
    ]
}

/// 81 deputies: 41 are more than half.
fn montenegro() -> Vec<Worked> {
    let law = on("MNE", "confirmation_law");
    vec![
        law.vote(
            "parliament_vote",
            MajorityOfMembersPresent,
            "Constitution art. 91(1): a majority of the members present, who are more than half of all",
        )
        .quorum(41)
        .carried("yes 21, no 10, present 41", 21)
        .lost("yes 20, no 10, abstain 11, present 41", 21)
        .cannot_be_told("yes 21, no 20", None)
        .inquorate("yes 21, no 10, present 40", 21),
        law.vote_if(
            "parliament_vote",
            DefenceLawClassification,
            AbsoluteMajorityOfAllMembers,
            "Constitution art. 91(2): a majority of all members for laws of that list",
        )
        .quorum(41)
        .carried("yes 41, no 0, present 41", 41)
        .carried("yes 41, no 40", 41)
        .lost("yes 40, no 1", 41)
        .inquorate("yes 40, no 0, present 40", 41)
        .cannot_be_told("no 40", 41),
        law.overcoming(
            "promulgation",
            "parliament",
            MajorityOfMembersPresent,
            "Constitution art. 94: a law that is passed again is promulgated",
        )
        .carried("yes 21, no 10, present 41", 21)
        .lost("yes 20, no 10, abstain 11, present 41", 21)
        .cannot_be_told("yes 21, no 20", None),
    ]
}

/// 120 deputies: 61 are a majority, 40 a third.
fn north_macedonia() -> Vec<Worked> {
    let law = on("MKD", "ratification_law");
    vec![
        law.vote(
            "assembly_vote",
            MajorityOfMembersPresentFloorOneThirdOfAllMembers,
            "Constitution art. 69: a majority of those present, but at least a third of all; a majority of all must be there",
        )
        .quorum(61)
        // Half of 61 would be 31: the floor asks for 40.
        .carried("yes 40, no 21, present 61", 40)
        .lost("yes 39, no 0, present 61", 40)
        // The floor is reached, the majority of those present is not.
        .lost("yes 40, no 30, present 80", 41)
        .carried("yes 41, no 39, present 80", 41)
        .cannot_be_told("yes 40, no 30", None)
        .inquorate("yes 60, no 0, present 60", 40),
        law.vote_if(
            "assembly_vote",
            TreatyJoinsUnionOfStates,
            TwoThirdsOfAllMembers,
            "Constitution art. 120: two thirds of all members",
        )
        .quorum(61)
        .carried("yes 80, no 40", 80)
        .lost("yes 79, no 0", 80)
        .lost("yes 61, no 0, present 61", 80)
        .inquorate("yes 60, no 0, present 60", 80)
        .cannot_be_told("no 40", 80),
        law.vote_if(
            "assembly_vote",
            TreatyJoinsInternationalOrganisation,
            AbsoluteMajorityOfAllMembers,
            "Constitution art. 121: a majority of all members",
        )
        .quorum(61)
        .carried("yes 61, no 0, present 61", 61)
        .carried("yes 61, no 59", 61)
        .lost("yes 60, no 1", 61)
        .inquorate("yes 60, no 0, present 60", 61)
        .cannot_be_told("no 59", 61),
        law.overcoming(
            "promulgation",
            "assembly",
            AbsoluteMajorityOfAllMembers,
            "Constitution art. 75(3): adopted again by a majority of all members, the law is signed",
        )
        .carried("yes 61, no 59", 61)
        .lost("yes 60, no 0", 61)
        .cannot_be_told("no 59", 61),
    ]
}

/// 331 deputies and 134 senators: a majority are 166 and 68.
fn romania() -> Vec<Worked> {
    let law = on("ROU", "ratification_law");
    let returned = |house| {
        law.overcoming(
            "promulgation",
            house,
            MajorityOfMembersPresent,
            "Constitution art. 77(2)-(3): the President may return a law once",
        )
    };
    vec![
        law.vote(
            "deputies_vote",
            MajorityOfMembersPresent,
            "Constitution arts. 67 and 76(2): a majority of the members present, a majority of all being there",
        )
        .quorum(166)
        .carried("yes 84, no 60, present 166", 84)
        .lost("yes 83, no 60, abstain 23, present 166", 84)
        .cannot_be_told("yes 84, no 82", None)
        .inquorate("yes 83, no 60, present 165", 83),
        law.vote(
            "senate_vote",
            MajorityOfMembersPresent,
            "Constitution arts. 67 and 76(2): a majority of the members present, a majority of all being there",
        )
        .quorum(68)
        .carried("yes 35, no 20, present 68", 35)
        .lost("yes 34, no 20, abstain 14, present 68", 35)
        .cannot_be_told("yes 35, no 33", None)
        .inquorate("yes 34, no 20, present 67", 34),
        returned("deputies")
            .carried("yes 84, no 60, present 166", 84)
            .lost("yes 83, no 60, abstain 23, present 166", 84)
            .cannot_be_told("yes 84, no 82", None),
        returned("senate")
            .carried("yes 35, no 20, present 68", 35)
            .lost("yes 34, no 20, abstain 14, present 68", 35)
            .cannot_be_told("yes 35, no 33", None),
    ]
}

/// 90 deputies, 40 members of the National Council: 46 deputies are a majority.
fn slovenia() -> Vec<Worked> {
    let law = on("SVN", "ratification_law");
    vec![
        law.vote(
            "prior_referendum",
            ReferendumMajorityOfVotesCast,
            "Constitution art. 3a(2): a majority of those who cast a valid vote",
        )
        .carried("yes 400001, no 400000", 400_001)
        .lost("yes 400000, no 400000", 400_001)
        .cannot_be_told("yes 400001", None),
        law.vote(
            "dz_vote",
            SimpleMajorityOfVotesCast,
            "Constitution art. 86: a majority of the votes cast, a majority of all deputies being present",
        )
        .quorum(46)
        .carried("yes 16, no 15, abstain 15", 16)
        .lost("yes 23, no 23", 24)
        .cannot_be_told("yes 23", None)
        .cannot_be_told("yes 16, no 15", 16)
        .inquorate("yes 23, no 22, present 45", 23),
        law.vote_if(
            "dz_vote",
            TreatyIsDefensiveAlliance,
            TwoThirdsOfAllMembers,
            "Constitution art. 3a(1): two thirds of all deputies to enter a defensive alliance",
        )
        .quorum(46)
        .carried("yes 60, no 30", 60)
        .lost("yes 59, no 0", 60)
        .lost("yes 46, no 0, present 46", 60)
        .inquorate("yes 45, no 0, present 45", 60)
        .cannot_be_told("no 30", 60),
        law.vote(
            "ds_veto",
            SimpleMajorityOfVotesCast,
            "Constitution arts. 91 and 97: the National Council can ask for another decision",
        )
        .objection()
        .carried("yes 11, no 10, abstain 19", 11)
        .lost("yes 20, no 20", 21)
        .cannot_be_told("yes 20", None),
        law.overcoming(
            "ds_veto",
            "dz",
            AbsoluteMajorityOfAllMembers,
            "Constitution art. 91(2): decided again by a majority of all deputies",
        )
        .carried("yes 46, no 44", 46)
        .lost("yes 45, no 0", 46)
        .cannot_be_told("no 44", 46),
        law.overcoming_if(
            "ds_veto",
            TreatyIsDefensiveAlliance,
            "dz",
            TwoThirdsOfAllMembers,
            "Constitution arts. 91(2) and 3a(1): the higher majority that the law needed",
        )
        .carried("yes 60, no 30", 60)
        .lost("yes 59, no 0", 60)
        .cannot_be_told("no 30", 60),
    ]
}

#[test]
fn albania_constitution_arts_78_85_and_123() {
    hold(albania());
}

#[test]
fn bulgaria_constitution_arts_81_85_and_101() {
    hold(bulgaria());
}

#[test]
fn croatia_constitution_arts_82_and_140() {
    hold(croatia());
}

#[test]
fn montenegro_constitution_arts_91_and_94() {
    hold(montenegro());
}

#[test]
fn north_macedonia_constitution_arts_69_75_120_and_121() {
    hold(north_macedonia());
}

#[test]
fn romania_constitution_arts_67_76_and_77() {
    hold(romania());
}

#[test]
fn slovenia_constitution_arts_3a_86_and_91() {
    hold(slovenia());
}
