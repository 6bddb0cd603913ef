//! Austria, Czechia, Germany, Hungary, Poland, Slovakia, Switzerland, Ukraine.

use domain::majority::Label::*;
use domain::procedure::Trigger::*;

use crate::worked::{Worked, hold, on};

pub fn votes() -> Vec<Worked> {
    [
        austria(),
        czechia(),
        germany(),
        hungary(),
        poland(),
        slovakia(),
        switzerland(),
        ukraine(),
    ]
    .concat()
}

/// 183 members of the National Council and 60 of the Federal Council: a third are 61 and 20, half of
/// the National Council 91.5.
fn austria() -> Vec<Worked> {
    let treaty = on("AUT", "political_treaty");
    vec![
        treaty
            .vote(
                "neutrality_constitutional_law",
                TwoThirdsOfVotesCast,
                "B-VG art. 44(1): two thirds of the votes cast, half of the members present",
            )
            .quorum(92)
            .carried("yes 60, no 30, present 92", 60)
            // Two thirds of 92 are 61.33.
            .lost("yes 61, no 31", 62)
            .cannot_be_told("yes 62", None)
            .inquorate("yes 60, no 30, present 91", 60),
        treaty
            .vote(
                "neutrality_referendum",
                ReferendumMajorityOfVotesCast,
                "B-VG arts. 44(3) and 45: the absolute majority of the valid votes",
            )
            .carried("yes 2000001, no 2000000", 2_000_001)
            .lost("yes 2000000, no 2000000", 2_000_001)
            .cannot_be_told("yes 2000001", None),
        treaty
            .vote(
                "nationalrat_vote",
                SimpleMajorityOfVotesCast,
                "B-VG art. 31: the absolute majority of the votes cast, a third of the members present",
            )
            .quorum(61)
            .carried("yes 31, no 30", 31)
            .lost("yes 30, no 31", 31)
            .carried("yes 31, no 30, present 183", 31)
            .cannot_be_told("yes 31", None)
            .inquorate("yes 31, no 29, present 60", 31),
        treaty
            .vote(
                "bundesrat_objection",
                SimpleMajorityOfVotesCast,
                "B-VG arts. 37(1), 42 and 50(3): an objection of the Federal Council",
            )
            .objection()
            .quorum(20)
            .carried("yes 11, no 9", 11)
            .lost("yes 10, no 10", 11)
            .cannot_be_told("yes 11", None)
            .inquorate("yes 10, no 9, present 19", 10),
        treaty
            .vote_if(
                "bundesrat_objection",
                TreatyTouchesSubnationalCompetence,
                SimpleMajorityOfVotesCast,
                "B-VG arts. 37(1) and 50(2): the approval of the Federal Council",
            )
            .quorum(20)
            .carried("yes 11, no 9", 11)
            .lost("yes 10, no 10", 11)
            .cannot_be_told("yes 11", None)
            .inquorate("yes 10, no 9, present 19", 10),
        treaty
            .overcoming(
                "bundesrat_objection",
                "nationalrat",
                SimpleMajorityOfVotesCast,
                "B-VG art. 42(4): the resolution is repeated, half of the members present",
            )
            .quorum(92)
            .carried("yes 47, no 45", 47)
            .lost("yes 46, no 46", 47)
            .cannot_be_told("yes 47", None)
            .inquorate("yes 46, no 45, present 91", 46),
    ]
}

/// 200 deputies and 81 senators: a third are 67 (66.67) and 27.
fn czechia() -> Vec<Worked> {
    let consent = on("CZE", "consent_both_chambers");
    vec![
        consent
            .vote(
                "deputies_vote",
                MajorityOfMembersPresent,
                "Constitution art. 39(1)-(2): more than half of those present, a third of all being there",
            )
            .quorum(67)
            .carried("yes 34, no 20, present 67", 34)
            .lost("yes 33, no 20, abstain 14, present 67", 34)
            .cannot_be_told("yes 34, no 33", None)
            .inquorate("yes 34, no 20, present 66", 34),
        consent
            .vote_if(
                "deputies_vote",
                TreatyTransfersPowers,
                ThreeFifthsOfAllMembers,
                "Constitution arts. 10a and 39(4): three fifths of all deputies",
            )
            .quorum(67)
            .carried("yes 120, no 80", 120)
            .lost("yes 119, no 0", 120)
            .lost("yes 67, no 0, present 67", 120)
            .inquorate("yes 66, no 0, present 66", 120)
            .cannot_be_told("no 80", 120),
        consent
            .vote(
                "senate_vote",
                MajorityOfMembersPresent,
                "Constitution art. 39(1)-(2): more than half of those present, a third of all being there",
            )
            .quorum(27)
            .carried("yes 14, no 5, present 27", 14)
            .lost("yes 13, no 5, abstain 9, present 27", 14)
            .cannot_be_told("yes 14, no 13", None)
            .inquorate("yes 14, no 5, present 26", 14),
        consent
            .vote_if(
                "senate_vote",
                TreatyTransfersPowers,
                ThreeFifthsOfMembersPresent,
                "Constitution art. 39(4): three fifths of the senators present, 16.2 of 27",
            )
            .quorum(27)
            .carried("yes 17, no 10, present 27", 17)
            .lost("yes 16, no 5, abstain 6, present 27", 17)
            .cannot_be_told("yes 17, no 10", None)
            .inquorate("yes 16, no 10, present 26", 16),
    ]
}

/// 630 members of the Bundestag: 316 are more than half. 69 votes in the Bundesrat: 35.
fn germany() -> Vec<Worked> {
    let act = on("DEU", "treaty_act");
    let weighted = |worked: Worked| {
        worked
            .carried("yes_weight 35, weights 69", 35)
            .lost("yes_weight 34, weights 69", 35)
            // Had a Land grown by a vote (art. 51(2)), those recorded go before the file's 69.
            .lost("yes_weight 35, weights 70", 36)
            // As the Bundesrat itself writes it down: the weights are the votes.
            .carried("yes 35, no 34", 35)
            // A Land that abstains has not voted for it.
            .lost("yes 34, no 10, abstain 25", 35)
            .cannot_be_told("weights 69", 35)
            .cannot_be_told("no 34", 35)
    };
    vec![
        act.vote(
            "bundestag_vote",
            SimpleMajorityOfVotesCast,
            "Basic Law arts. 42(2) and 59(2): a majority of the votes cast; the quorum only if it is doubted",
        )
        .quorum(316)
        .carried("yes 151, no 150, abstain 15", 151)
        .lost("yes 158, no 158", 159)
        .cannot_be_told("yes 158", None)
        // Whether there is a quorum is not known, and was not asked.
        .carried("yes 60, no 50", 56)
        .unchallenged("yes 158, no 157, present 315", 158),
        act.vote_if(
            "bundestag_vote",
            TreatyConflictsWithConstitution,
            TwoThirdsOfAllMembers,
            "Basic Law art. 79(2): two thirds of the members",
        )
        .quorum(316)
        .carried("yes 420, no 210", 420)
        .lost("yes 419, no 0", 420)
        .lost("yes 316, no 0, present 316", 420)
        .inquorate("yes 315, no 0, present 315", 420)
        .cannot_be_told("no 210", 420),
        weighted(
            act.vote(
                "bundesrat_second",
                MajorityOfAllWeightedVotes,
                "Basic Law arts. 52(3) and 77(3): an objection, by a majority of all votes",
            )
            .objection(),
        ),
        weighted(act.vote_if(
            "bundesrat_second",
            TreatyNeedsBundesratConsent,
            MajorityOfAllWeightedVotes,
            "Basic Law arts. 52(3), 77(2a) and 78: consent, by a majority of all votes",
        )),
        act.overcoming(
            "bundesrat_second",
            "bundestag",
            AbsoluteMajorityOfAllMembers,
            "Basic Law arts. 77(4) sentence 1 and 121: a majority of the members",
        )
        .carried("yes 316, no 314", 316)
        .lost("yes 315, no 0", 316)
        .cannot_be_told("no 314", 316),
        two_thirds_of_69(act.vote_if(
            "bundesrat_second",
            TreatyConflictsWithConstitution,
            TwoThirdsOfAllWeightedVotes,
            "Basic Law art. 79(2): two thirds of the votes of the Bundesrat",
        )),
        two_thirds_of_69(act.larger_objection(
            "bundesrat_second",
            "bundesrat",
            TwoThirdsOfAllWeightedVotes,
            "Basic Law art. 77(4) sentence 2: an objection by two thirds of the votes of the Bundesrat",
        )),
        act.overcoming_larger_objection(
            "bundesrat_second",
            "bundestag",
            TwoThirdsOfVotesCastAndMajorityOfAllMembers,
            "Basic Law art. 77(4) sentence 2: two thirds of the votes cast, and a majority of the members",
        )
        .carried("yes 316, no 158, abstain 156", 316)
        // All who vote reject the objection, and they are not half of the members.
        .lost("yes 315, no 0", 316)
        // A majority of the members, which without the larger objection would be enough; 400.67 are two thirds.
        .lost("yes 400, no 201", 401)
        .cannot_be_told("yes 316", None),
    ]
}

/// Two thirds of the 69 votes of the Bundesrat.
fn two_thirds_of_69(worked: Worked) -> Worked {
    worked
        .carried("yes_weight 46, weights 69", 46)
        .carried("yes 46, no 23", 46)
        .lost("yes_weight 45, weights 69", 46)
        .lost("yes 45, no 0, abstain 24", 46)
        .cannot_be_told("weights 69", 46)
        .cannot_be_told("no 23", 46)
}

/// 199 members: 100 are more than half.
fn hungary() -> Vec<Worked> {
    let act = on("HUN", "promulgating_act");
    vec![
        act.vote(
            "na_vote",
            MajorityOfMembersPresent,
            "Fundamental Law art. 5(5)-(6): more than half of those present, more than half of all being there",
        )
        .quorum(100)
        .carried("yes 51, no 30, present 100", 51)
        .lost("yes 50, no 30, abstain 20, present 100", 51)
        .cannot_be_told("yes 51, no 49", None)
        // A boycott by one more than half stops it.
        .inquorate("yes 99, no 0, present 99", 50)
        // 27 March 2023, Finland's accession to the North Atlantic Treaty: adopted.
        .carried("yes 182, no 6", None)
        // 26 February 2024, Sweden's: adopted. Whoever else was there, 188 are more than half.
        .carried("yes 188, no 6", None),
        act.vote_if(
            "na_vote",
            TreatyTransfersPowers,
            TwoThirdsOfAllMembers,
            "Fundamental Law art. E(4): two thirds of all members, 132.67 of 199",
        )
        .quorum(100)
        .carried("yes 133, no 66", 133)
        .lost("yes 132, no 0", 133)
        .lost("yes 100, no 0, present 100", 133)
        .inquorate("yes 99, no 0, present 99", 133)
        .cannot_be_told("no 66", 133),
        act.overcoming(
            "president_signature",
            "na",
            MajorityOfMembersPresent,
            "Fundamental Law art. 6(5): put to the vote again",
        )
        .carried("yes 51, no 30, present 100", 51)
        .lost("yes 50, no 30, abstain 20, present 100", 51)
        .cannot_be_told("yes 51, no 49", None),
    ]
}

/// 460 deputies and 100 senators: half are 230 and 50.
fn poland() -> Vec<Worked> {
    let statute = on("POL", "consent_statute");
    vec![
        statute
            .vote(
                "sejm_vote",
                SimpleMajorityOfVotesCast,
                "Constitution art. 120: a simple majority, half of the deputies present",
            )
            .quorum(230)
            .carried("yes 101, no 100, abstain 29", 101)
            .lost("yes 115, no 115", 116)
            .cannot_be_told("yes 115", None)
            .cannot_be_told("yes 101, no 100", 101)
            .inquorate("yes 115, no 114, present 229", 115)
            // July 2022, the accession of Sweden and of Finland to the North Atlantic Treaty: adopted.
            .carried("yes 442, no 0", 222)
            .carried("yes 440, no 1, abstain 1", 221),
        statute
            .vote_if(
                "sejm_vote",
                TreatyTransfersPowers,
                TwoThirdsOfThoseVotingAbstentionsCounted,
                "Constitution art. 90(2): two thirds of those voting, 153.33 of 230",
            )
            .quorum(230)
            .carried("yes 154, no 60, abstain 16", 154)
            .lost("yes 153, no 60, abstain 17", 154)
            .cannot_be_told("yes 154, no 60", None)
            .inquorate("yes 153, no 76, abstain 0, present 229", 153),
        statute
            .vote(
                "senat_vote",
                SimpleMajorityOfVotesCast,
                "Constitution arts. 120, 121(2) and 124: a rejection by the Senate",
            )
            .objection()
            .quorum(50)
            .carried("yes 26, no 24", 26)
            .lost("yes 25, no 25", 26)
            .cannot_be_told("yes 26", None)
            .inquorate("yes 25, no 24, present 49", 25),
        statute
            .vote_if(
                "senat_vote",
                TreatyTransfersPowers,
                TwoThirdsOfThoseVotingAbstentionsCounted,
                "Constitution art. 90(2): two thirds of those voting, half of the senators present, 33.33 of 50",
            )
            .quorum(50)
            .carried("yes 34, no 10, abstain 6", 34)
            .lost("yes 33, no 10, abstain 7", 34)
            .cannot_be_told("yes 34, no 10", None)
            .inquorate("yes 33, no 16, abstain 0, present 49", 33),
        statute
            .overcoming(
                "senat_vote",
                "sejm",
                MajorityOfThoseVotingAbstentionsCounted,
                "Constitution art. 121(3): an absolute majority, more for than against and abstaining together",
            )
            .quorum(230)
            .carried("yes 116, no 60, abstain 54", 116)
            .lost("yes 115, no 60, abstain 55", 116)
            .cannot_be_told("yes 116, no 60", None)
            .inquorate("yes 115, no 114, abstain 0, present 229", 115),
        statute
            .overcoming(
                "assent",
                "sejm",
                ThreeFifthsOfThoseVotingAbstentionsCounted,
                "Constitution art. 122(5): three fifths of those voting, 138 of 230",
            )
            .quorum(230)
            .carried("yes 138, no 60, abstain 32", 138)
            .lost("yes 137, no 60, abstain 33", 138)
            .cannot_be_told("yes 138, no 60", None)
            .inquorate("yes 138, no 91, abstain 0, present 229", 138),
    ]
}

/// 150 members: 76 are more than half.
fn slovakia() -> Vec<Worked> {
    let resolution = on("SVK", "consent_resolution");
    vec![
        resolution
            .vote(
                "nr_vote",
                AbsoluteMajorityOfAllMembers,
                "Constitution art. 84(3): more than half of all members to consent to a treaty",
            )
            .quorum(76)
            .carried("yes 76, no 0, present 76", 76)
            .carried("yes 76, no 74", 76)
            .lost("yes 75, no 1", 76)
            .lost("yes 75, no 0, abstain 75", 76)
            .inquorate("yes 75, no 0, present 75", 76)
            .cannot_be_told("no 74", 76),
        resolution
            .vote_if(
                "nr_vote",
                TreatyTransfersPowers,
                ThreeFifthsOfAllMembers,
                "Constitution art. 84(4): three fifths of all members",
            )
            .quorum(76)
            .carried("yes 90, no 60", 90)
            .lost("yes 89, no 0", 90)
            .lost("yes 76, no 0, present 76", 90)
            .inquorate("yes 75, no 0, present 75", 90)
            .cannot_be_told("no 60", 90),
    ]
}

/// 200 members of the National Council and 46 of the Council of States: 101 and 24 are more than half.
fn switzerland() -> Vec<Worked> {
    let decree = on("CHE", "federal_decree");
    vec![
        decree
            .vote(
                "nr_vote",
                SimpleMajorityOfVotesCast,
                "Federal Constitution art. 159(1)-(2): a majority of those who vote, a majority of all being present",
            )
            .quorum(101)
            .carried("yes 50, no 49, abstain 2", 50)
            .lost("yes 50, no 51", 51)
            .cannot_be_told("yes 51", None)
            .cannot_be_told("yes 50, no 49", 50)
            .inquorate("yes 50, no 49, present 100", 50),
        decree
            .vote(
                "sr_vote",
                SimpleMajorityOfVotesCast,
                "Federal Constitution art. 159(1)-(2): a majority of those who vote, a majority of all being present",
            )
            .quorum(24)
            .carried("yes 11, no 10, abstain 3", 11)
            .lost("yes 12, no 12", 13)
            .cannot_be_told("yes 12", None)
            .inquorate("yes 11, no 10, present 23", 11),
        decree
            .vote(
                "mandatory_referendum",
                ReferendumDoubleMajorityPeopleAndCantons,
                "Federal Constitution arts. 140(1)b and 142(2)-(4): people and cantons, 23 votes, six cantons with half a vote",
            )
            .carried("yes 1200001, no 1200000, cantons yes 12, cantons no 11", 1_200_001)
            // The people are for it, the cantons are not.
            .lost("yes 1200001, no 1200000, cantons yes 11, cantons no 12", 1_200_001)
            // The cantons are for it, the people are not.
            .lost("yes 1200000, no 1200000, cantons yes 23, cantons no 0", 1_200_001)
            // Counted in half votes: 11½ against 11½, then 12 against 11.
            .lost("yes 1200001, no 1200000, cantons yes 23, cantons no 23", 1_200_001)
            .carried("yes 1200001, no 1200000, cantons yes 24, cantons no 22", 1_200_001)
            .cannot_be_told("yes 1200001, no 1200000", 1_200_001)
            .cannot_be_told("cantons yes 12, cantons no 11", None)
            // 3 March 2002, joining the United Nations (figures from general knowledge): accepted, by a single canton's vote.
            .carried("yes 1489110, no 1237629, cantons yes 12, cantons no 11", 1_363_370)
            // 6 December 1992, the European Economic Area (figures from general knowledge): rejected.
            .lost("yes 1762872, no 1786708, cantons yes 7, cantons no 16", 1_774_791),
        decree
            .vote(
                "optional_referendum",
                ReferendumMajorityOfVotesCast,
                "Federal Constitution arts. 141(1)d and 142(1): the people",
            )
            .carried("yes 1200001, no 1200000", 1_200_001)
            .lost("yes 1200000, no 1200000", 1_200_001)
            .cannot_be_told("yes 1200001", None),
    ]
}

/// 450 members, whoever sits: 226 are more than half, 300 two thirds.
fn ukraine() -> Vec<Worked> {
    let law = on("UKR", "ratification_law");
    vec![
        law.vote(
            "vr_vote",
            AbsoluteMajorityOfAllMembers,
            "Constitution art. 91: a majority of the constitutional composition",
        )
        .carried("yes 226, no 0", 226)
        .carried("yes 226, no 224", 226)
        .lost("yes 225, no 0", 226)
        // Seats that are not filled count all the same.
        .lost("yes 225, no 0, in_office 401", 226)
        .cannot_be_told("no 224", 226)
        // 17 September 2025, the One Hundred Year Partnership with the United Kingdom: adopted.
        .carried("yes 295", 226),
        law.overcoming(
            "assent",
            "vr",
            TwoThirdsOfAllMembers,
            "Constitution art. 94: two thirds of the constitutional composition",
        )
        .carried("yes 300, no 150", 300)
        .lost("yes 299, no 0", 300)
        .cannot_be_told("no 150", 300),
    ]
}

#[test]
fn austria_b_vg_arts_31_37_42_44_and_50() {
    hold(austria());
}

#[test]
fn czechia_constitution_arts_10a_and_39() {
    hold(czechia());
}

#[test]
fn germany_basic_law_arts_42_52_77_and_79() {
    hold(germany());
}

#[test]
fn hungary_fundamental_law_arts_e_5_and_6() {
    hold(hungary());
}

#[test]
fn poland_constitution_arts_90_120_121_and_122() {
    hold(poland());
}

#[test]
fn slovakia_constitution_art_84() {
    hold(slovakia());
}

#[test]
fn switzerland_federal_constitution_arts_140_141_142_and_159() {
    hold(switzerland());
}

#[test]
fn ukraine_constitution_arts_91_and_94() {
    hold(ukraine());
}
