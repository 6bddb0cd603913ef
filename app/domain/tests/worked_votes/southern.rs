//! Cyprus, Greece, Italy, Malta, Portugal, Spain, Türkiye.

use domain::majority::Label::*;
use domain::procedure::Trigger::*;

use crate::worked::{Worked, hold, on};

pub fn votes() -> Vec<Worked> {
    [
        cyprus(),
        greece(),
        italy(),
        malta(),
        portugal(),
        spain(),
        tuerkiye(),
    ]
    .concat()
}

/// 80 seats in law: a third are 27 (26.67).
fn cyprus() -> Vec<Worked> {
    let law = on("CYP", "ratifying_law");
    vec![
        law.vote(
            "house_vote",
            SimpleMajorityOfVotesCast,
            "Constitution arts. 77-78: a simple majority of those present and voting, a third of all being there",
        )
        .quorum(27)
        .carried("yes 10, no 9, abstain 8", 10)
        .lost("yes 13, no 14", 14)
        .lost("yes 14, no 14", 15)
        .cannot_be_told("yes 14", None)
        .cannot_be_told("yes 10, no 9", 10)
        .inquorate("yes 14, no 12, present 26", 14),
        law.overcoming(
            "promulgation",
            "house",
            SimpleMajorityOfVotesCast,
            "Constitution art. 51: the House abides by its decision on a law returned to it",
        )
        .carried("yes 14, no 13, abstain 20", 14)
        .lost("yes 13, no 13", 14)
        .cannot_be_told("yes 14", None),
    ]
}

/// 300 members: a quarter are 75, more than half 151, three fifths 180.
fn greece() -> Vec<Worked> {
    let statute = on("GRC", "ratifying_statute");
    let absolute = |case, basis| {
        statute
            .vote_if("parliament_vote", case, AbsoluteMajorityOfAllMembers, basis)
            .carried("yes 151, no 149", 151)
            .lost("yes 150, no 0", 151)
            .cannot_be_told("no 149", 151)
    };
    vec![
        statute
            .vote(
                "parliament_vote",
                MajorityOfMembersPresentFloorOneQuarterOfAllMembers,
                "Constitution art. 67: an absolute majority of those present, never less than a quarter of all",
            )
            .carried("yes 75, no 74, present 149", 75)
            // 74 of 100 present are a majority, and under the floor.
            .lost("yes 74, no 10, present 100", 75)
            // Over the floor, and half of those present.
            .lost("yes 75, no 60, present 150", 76)
            .carried("yes 151, no 149", 151)
            .cannot_be_told("yes 75, no 74", None)
            // Whoever was there, the floor is missed.
            .lost("yes 74", None),
        statute
            .vote_if(
                "parliament_vote",
                TreatyTransfersPowers,
                ThreeFifthsOfAllMembers,
                "Constitution art. 28(2): three fifths of all members",
            )
            .carried("yes 180, no 120", 180)
            .lost("yes 179, no 0", 180)
            .cannot_be_told("no 120", 180),
        absolute(
            TreatyLimitsSovereignty,
            "Constitution art. 28(3): an absolute majority of all members",
        ),
        absolute(
            TreatyStationsForeignForces,
            "Constitution art. 27(2): a law by an absolute majority of all members",
        ),
        statute
            .overcoming(
                "promulgation",
                "parliament",
                AbsoluteMajorityOfAllMembers,
                "Constitution art. 42(2): passed again by an absolute majority of all members",
            )
            .carried("yes 151, no 149", 151)
            .lost("yes 150, no 0", 151)
            .cannot_be_told("no 149", 151),
    ]
}

/// 400 deputies and 205 senators: 201 and 103 are a majority.
fn italy() -> Vec<Worked> {
    let law = on("ITA", "authorisation_law");
    let deputies = |worked: Worked| {
        worked
            .carried("yes 81, no 80, abstain 40", 81)
            .lost("yes 100, no 101", 101)
            .cannot_be_told("yes 101", None)
    };
    let senators = |worked: Worked| {
        worked
            .carried("yes 41, no 40, abstain 22", 41)
            .lost("yes 51, no 52", 52)
            .cannot_be_told("yes 52", None)
    };
    let passed = "Constitution art. 64(3), as the standing orders count: abstainers are not among those who vote";
    let again = "Constitution art. 74(2): if the Houses approve the law again, it is promulgated";
    vec![
        deputies(law.vote("camera_vote", SimpleMajorityOfVotesCast, passed))
            .quorum(201)
            .unchallenged("yes 100, no 99, present 200", 100),
        senators(law.vote("senato_vote", SimpleMajorityOfVotesCast, passed))
            .quorum(103)
            .unchallenged("yes 51, no 50, present 102", 51),
        deputies(law.overcoming("promulgation", "camera", SimpleMajorityOfVotesCast, again)),
        senators(law.overcoming("promulgation", "senato", SimpleMajorityOfVotesCast, again)),
    ]
}

/// 79 members: two thirds are 53 (52.67).
fn malta() -> Vec<Worked> {
    let act = on("MLT", "act_of_parliament");
    vec![
        act.vote(
            "constitutional_amendment",
            TwoThirdsOfAllMembers,
            "Constitution art. 66(2): two thirds of all members, to amend art. 1(3) on neutrality",
        )
        .carried("yes 53, no 26", 53)
        .lost("yes 52, no 0", 53)
        .cannot_be_told("no 26", 53),
        act.vote(
            "house_vote",
            SimpleMajorityOfVotesCast,
            "Constitution arts. 71-72: a majority of those present and voting, fifteen being a quorum",
        )
        .quorum(15)
        .carried("yes 5, no 4, abstain 6", 5)
        .lost("yes 7, no 8", 8)
        .cannot_be_told("yes 8", None)
        .unchallenged("yes 7, no 6, present 14", 7),
    ]
}

/// 230 deputies: 116 are more than half.
fn portugal() -> Vec<Worked> {
    let resolution = on("PRT", "resolution");
    vec![
        resolution
            .vote(
                "ar_vote",
                SimpleMajorityOfVotesCast,
                "Constitution art. 116(2)-(3): more for than against, abstentions not counted; more than half of all present",
            )
            .quorum(116)
            .carried("yes 41, no 40, abstain 35", 41)
            .lost("yes 58, no 58", 59)
            .cannot_be_told("yes 58", None)
            .cannot_be_told("yes 41, no 40", 41)
            .inquorate("yes 58, no 57, present 115", 58),
        resolution
            .overcoming(
                "constitutional_review",
                "ar",
                TwoThirdsOfMembersPresentAndMajorityOfAllMembers,
                "Constitution art. 279(4): two thirds of those present and more than half of all, after a judgment of unconstitutionality",
            )
            .carried("yes 116, no 58, present 174", 116)
            // All of 115 agree, and are not half of the deputies.
            .lost("yes 115, no 0, present 150", 116)
            // Two thirds of 230 are 153.33.
            .lost("yes 153, no 40, present 230", 154)
            .cannot_be_told("yes 116, no 57", None),
        resolution
            .vote(
                "referendum",
                ReferendumMajorityOfVotesCast,
                "Constitution art. 115; that half of the electors take part is not in the rule",
            )
            .carried("yes 2500001, no 2500000", 2_500_001)
            .lost("yes 2500000, no 2500000", 2_500_001)
            .cannot_be_told("yes 2500001", None),
    ]
}

/// 350 deputies and 266 senators: 176 and 134 are more than half.
fn spain() -> Vec<Worked> {
    let cortes = on("ESP", "cortes_authorisation");
    vec![
        cortes
            .vote(
                "congreso_vote",
                SimpleMajorityOfVotesCast,
                "Constitution ss. 79.1-79.2 and 94.1: more for than against, a majority of the members being present",
            )
            .quorum(176)
            .carried("yes 81, no 80, abstain 15", 81)
            .lost("yes 88, no 88", 89)
            .cannot_be_told("yes 88", None)
            .cannot_be_told("yes 81, no 80", 81)
            .inquorate("yes 88, no 87, present 175", 88),
        cortes
            .vote_if(
                "congreso_vote",
                TreatyTransfersPowers,
                AbsoluteMajorityOfAllMembers,
                "Constitution ss. 81.2 and 93: an organic law, by an absolute majority of the Congress",
            )
            .quorum(176)
            .carried("yes 176, no 0, present 176", 176)
            .carried("yes 176, no 174", 176)
            .lost("yes 175, no 1", 176)
            .inquorate("yes 175, no 0, present 175", 176)
            .cannot_be_told("no 174", 176),
        cortes
            .vote(
                "senado_vote",
                SimpleMajorityOfVotesCast,
                "Constitution ss. 74.2, 79.1 and 79.2: more for than against, a majority of the members being present",
            )
            .quorum(134)
            .carried("yes 60, no 59, abstain 15", 60)
            .lost("yes 67, no 67", 68)
            .cannot_be_told("yes 67", None)
            .inquorate("yes 67, no 66, present 133", 67),
        cortes
            .overcoming(
                "senado_vote",
                "congreso",
                AbsoluteMajorityOfAllMembers,
                "Constitution s. 74.2: failing agreement the Congress decides by an absolute majority",
            )
            .carried("yes 176, no 174", 176)
            .lost("yes 175, no 0", 176)
            .cannot_be_told("no 174", 176),
        cortes
            .vote(
                "consultative_referendum",
                ReferendumMajorityOfVotesCast,
                "Constitution s. 92: a consultation",
            )
            .carried("yes 9000001, no 9000000", 9_000_001)
            .lost("yes 9000000, no 9000000", 9_000_001)
            .cannot_be_told("yes 9000001", None),
    ]
}

/// 600 members: a third are 200, a quarter and one 151, more than half 301.
fn tuerkiye() -> Vec<Worked> {
    let law = on("TUR", "ratification_approval_law");
    vec![
        law.vote(
            "tbmm_vote",
            MajorityOfMembersPresentFloorOneQuarterPlusOneOfAllMembers,
            "Constitution art. 96: an absolute majority of those attending, never less than a quarter of all and one; a third of all being there",
        )
        .quorum(200)
        .carried("yes 151, no 49, present 200", 151)
        // 150 of 200 are a majority, and one under the floor.
        .lost("yes 150, no 10, present 200", 151)
        .carried("yes 151, no 150, present 301", 151)
        .lost("yes 151, no 100, present 302", 152)
        .cannot_be_told("yes 151, no 100", None)
        .inquorate("yes 199, no 0, present 199", 151),
        law.overcoming(
            "promulgation",
            "tbmm",
            AbsoluteMajorityOfAllMembers,
            "Constitution art. 89(3) since 2017: passed again by an absolute majority of all members",
        )
        .carried("yes 301, no 299", 301)
        .lost("yes 300, no 0", 301)
        .cannot_be_told("no 299", 301),
    ]
}

#[test]
fn cyprus_constitution_arts_51_77_and_78() {
    hold(cyprus());
}

#[test]
fn greece_constitution_arts_27_28_42_and_67() {
    hold(greece());
}

#[test]
fn italy_constitution_arts_64_and_74() {
    hold(italy());
}

#[test]
fn malta_constitution_arts_66_71_and_72() {
    hold(malta());
}

#[test]
fn portugal_constitution_arts_115_116_and_279() {
    hold(portugal());
}

#[test]
fn spain_constitution_ss_74_79_81_92_and_93() {
    hold(spain());
}

#[test]
fn tuerkiye_constitution_arts_89_and_96() {
    hold(tuerkiye());
}
