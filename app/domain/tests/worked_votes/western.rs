//! Belgium, France, Ireland, Luxembourg, the Netherlands, the United Kingdom.

use domain::majority::Label::*;
use domain::procedure::Trigger::*;

use crate::worked::{Worked, hold, on};

pub fn votes() -> Vec<Worked> {
    [
        belgium(),
        france(),
        ireland(),
        luxembourg(),
        netherlands(),
        united_kingdom(),
    ]
    .concat()
}

/// More than half of the House's 150 are 76; of the other parliaments' 124, 75, 94, 25 and 89 it is 63,
/// 38, 48, 13 and 45.
fn belgium() -> Vec<Worked> {
    let law = on("BEL", "assent_law");
    let regions_and_communities = "Constitution art. 167 §3; Special Law of 8 August 1980 art. 35: a majority of the votes, a majority of the members present";
    let german_speaking = "Constitution art. 167 §3; Law of 31 December 1983 on the German-speaking Community: a majority of the votes, a majority of the members present";
    let brussels = "Constitution art. 167 §3; Special Law of 12 January 1989 on the Brussels institutions: a majority of the votes, a majority of the members present";
    let of_federated = |stage, basis| law.vote(stage, SimpleMajorityOfVotesCast, basis);
    vec![
        law.vote(
            "house_vote",
            SimpleMajorityOfVotesCast,
            "Constitution art. 53: an absolute majority of the votes, a tie being rejected; a majority of the members present",
        )
        .quorum(76)
        .carried("yes 38, no 37, abstain 1", 38)
        .lost("yes 38, no 38", 39)
        .cannot_be_told("yes 38", None)
        .inquorate("yes 38, no 37, present 75", 38),
        of_federated("flemish_parliament_vote", regions_and_communities)
            .quorum(63)
            .carried("yes 31, no 30, abstain 2", 31)
            .lost("yes 31, no 32", 32)
            .cannot_be_told("yes 31", None)
            .inquorate("yes 31, no 30, present 62", 31),
        of_federated("walloon_parliament_vote", regions_and_communities)
            .quorum(38)
            .carried("yes 19, no 18, abstain 1", 19)
            .lost("yes 19, no 19", 20)
            .cannot_be_told("yes 19", None)
            .inquorate("yes 19, no 18, present 37", 19),
        of_federated("french_community_vote", regions_and_communities)
            .quorum(48)
            .carried("yes 24, no 23, abstain 1", 24)
            .lost("yes 24, no 24", 25)
            .cannot_be_told("yes 24", None)
            .inquorate("yes 24, no 23, present 47", 24),
        of_federated("german_community_vote", german_speaking)
            .quorum(13)
            .carried("yes 6, no 5, abstain 2", 6)
            .lost("yes 6, no 7", 7)
            .cannot_be_told("yes 6", None)
            .inquorate("yes 6, no 5, present 12", 6),
        of_federated("brussels_vote", brussels)
            .quorum(45)
            .carried("yes 23, no 22", 23)
            .lost("yes 22, no 23", 23)
            .cannot_be_told("yes 23", None)
            .inquorate("yes 22, no 21, present 44", 22),
        law.vote(
            "cocom_vote",
            MajorityOfVotesCastInEachLanguageGroup,
            "Special Law of 12 January 1989 on the Brussels institutions: a majority in each language group (72 and 17 members)",
        )
        .carried("french yes 37, french no 35, dutch yes 9, dutch no 8", None)
        // All but nine agree; the nine are the majority of their group.
        .lost("french yes 72, french no 0, dutch yes 8, dutch no 9", None)
        .lost("french yes 72, french no 0, dutch yes 8, dutch no 8", None)
        .cannot_be_told("french yes 72, french no 0", None)
        .cannot_be_told("yes 80, no 9", None),
    ]
}

/// 577 deputies and 348 senators: 289 and 175 are more than half.
fn france() -> Vec<Worked> {
    let act = on("FRA", "authorisation_act");
    let declaration = on("FRA", "article_50_1");
    let deputies = |worked: Worked| {
        worked
            .carried("yes 100, no 99, abstain 90", 100)
            .lost("yes 144, no 145", 145)
            .cannot_be_told("yes 145", None)
    };
    let senators = |worked: Worked| {
        worked
            .carried("yes 60, no 59, abstain 56", 60)
            .lost("yes 87, no 88", 88)
            .cannot_be_told("yes 88", None)
    };
    let passed = "Constitution arts. 45 and 53: an Act, by a majority of the votes cast";
    let again = "Constitution art. 10(2): a new deliberation of both houses";
    vec![
        deputies(act.vote("an_vote", SimpleMajorityOfVotesCast, passed))
            .quorum(289)
            .unchallenged("yes 144, no 143, present 288", 144),
        senators(act.vote("senat_vote", SimpleMajorityOfVotesCast, passed))
            .quorum(175)
            .unchallenged("yes 87, no 86, present 174", 87),
        deputies(act.overcoming(
            "senat_vote",
            "an",
            SimpleMajorityOfVotesCast,
            "Constitution art. 45(4): the National Assembly decides in the last resort",
        )),
        act.vote(
            "referendum",
            ReferendumMajorityOfVotesCast,
            "Constitution art. 11: the people",
        )
        .carried("yes 15000001, no 15000000", 15_000_001)
        .lost("yes 15000000, no 15000000", 15_000_001)
        .cannot_be_told("yes 15000001", None),
        deputies(act.overcoming("promulgation", "an", SimpleMajorityOfVotesCast, again)),
        senators(act.overcoming("promulgation", "senat", SimpleMajorityOfVotesCast, again)),
        deputies(declaration.vote(
            "an_declaration_vote",
            SimpleMajorityOfVotesCast,
            "Constitution art. 50-1: a vote on a declaration of the Government",
        ))
        // 12 March 2024, the security agreement with Ukraine: approved.
        .carried("yes 372, no 99", 236),
        senators(declaration.vote(
            "senat_declaration_vote",
            SimpleMajorityOfVotesCast,
            "Constitution art. 50-1: a vote on a declaration of the Government",
        ))
        // 13 March 2024, the same: approved.
        .carried("yes 293, no 22", 158),
    ]
}

/// 174 deputies; twenty are a quorum.
fn ireland() -> Vec<Worked> {
    let approval = on("IRL", "dail_approval");
    vec![
        approval
            .vote(
                "referendum",
                ReferendumMajorityOfVotesCast,
                "Constitution art. 47.1: a majority of the votes cast",
            )
            .carried("yes 800001, no 800000", 800_001)
            .lost("yes 800000, no 800000", 800_001)
            .cannot_be_told("yes 800001", None),
        approval
            .vote(
                "dail_approval",
                SimpleMajorityOfVotesCast,
                "Constitution arts. 15.11 and 29.5.2; standing orders on the quorum of twenty",
            )
            .quorum(20)
            .carried("yes 10, no 9, present 20", 10)
            .carried("yes 7, no 6, abstain 7", 7)
            // Before the casting vote of the chair (art. 15.11.2).
            .lost("yes 10, no 10", 11)
            .cannot_be_told("yes 10", None)
            .inquorate("yes 10, no 8, present 19", 10),
    ]
}

/// 60 deputies: 31 are a majority, 40 two thirds.
fn luxembourg() -> Vec<Worked> {
    let law = on("LUX", "approval_law");
    let simple = |stage, basis| {
        law.vote(stage, SimpleMajorityOfVotesCast, basis)
            .quorum(31)
            .carried("yes 11, no 10, abstain 10", 11)
            .lost("yes 15, no 16", 16)
            .lost("yes 16, no 16", 17)
            .cannot_be_told("yes 16", None)
            .cannot_be_told("yes 11, no 10", 11)
            .inquorate("yes 15, no 14, present 30", 15)
    };
    vec![
        simple(
            "first_vote",
            "Constitution, the article on the Chamber's votes: a majority of the votes, a tie being rejected; a majority of the members present",
        ),
        law.vote_if(
            "first_vote",
            TreatyTransfersPowers,
            TwoThirdsOfAllMembers,
            "Constitution before 2023, arts. 37, 49bis and 114(2): two thirds of the members",
        )
        .quorum(31)
        .carried("yes 40, no 20", 40)
        .lost("yes 39, no 0", 40)
        .lost("yes 31, no 0, present 31", 40)
        .inquorate("yes 30, no 0, present 30", 40)
        .cannot_be_told("no 20", 40),
        simple(
            "second_vote",
            "Constitution (2023) art. 78(4): the second vote",
        ),
    ]
}

/// 150 and 75 members: 76 and 38 are more than half. Who is present votes for or against.
fn netherlands() -> Vec<Worked> {
    let explicit = on("NLD", "explicit");
    let simple = "Constitution art. 67(1)-(2): a majority of the votes cast, more than half of the members present";
    let two_thirds = "Constitution art. 91(3): two thirds of the votes cast";
    vec![
        explicit
            .vote("tk_vote", SimpleMajorityOfVotesCast, simple)
            .quorum(76)
            .carried("yes 39, no 37", 39)
            .lost("yes 38, no 38", 39)
            .cannot_be_told("yes 38", None)
            .inquorate("yes 38, no 37, present 75", 38),
        explicit
            .vote_if(
                "tk_vote",
                TreatyConflictsWithConstitution,
                TwoThirdsOfVotesCast,
                two_thirds,
            )
            .quorum(76)
            // Two thirds of 76 are 50.67; absent members do not count.
            .carried("yes 51, no 25", 51)
            .lost("yes 50, no 26", 51)
            .cannot_be_told("yes 51", None)
            .inquorate("yes 50, no 25, present 75", 50),
        explicit
            .vote("ek_vote", SimpleMajorityOfVotesCast, simple)
            .quorum(38)
            .carried("yes 20, no 18", 20)
            .lost("yes 19, no 19", 20)
            .cannot_be_told("yes 19", None)
            .inquorate("yes 19, no 18, present 37", 19),
        explicit
            .vote_if(
                "ek_vote",
                TreatyConflictsWithConstitution,
                TwoThirdsOfVotesCast,
                two_thirds,
            )
            .quorum(38)
            .carried("yes 26, no 12", 26)
            .lost("yes 25, no 13", 26)
            .cannot_be_told("yes 26", None)
            .inquorate("yes 25, no 12, present 37", 25),
        on("NLD", "tacit")
            .vote(
                "laying",
                NoRequestForExplicitProcedure,
                "Rijkswet goedkeuring en bekendmaking verdragen art. 5: a fifth of either House, 30 or 15 members, can ask for explicit approval",
            )
            .no_vote_on_the_treaty()
            .carried("requests_tk yes 29, requests_ek yes 14", None)
            .lost("requests_tk yes 30, requests_ek yes 0", None)
            .lost("requests_tk yes 0, requests_ek yes 15", None)
            // One House is enough.
            .lost("requests_ek yes 15", None)
            .cannot_be_told("requests_tk yes 29", None),
    ]
}

/// 650 members of the House of Commons; the Lords have no fixed number.
fn united_kingdom() -> Vec<Worked> {
    let crag = on("GBR", "crag");
    vec![
        crag.vote(
            "laying",
            NegativeResolutionAbsent,
            "Constitutional Reform and Governance Act 2010 s. 20(1)(c): neither House has resolved that the treaty should not be ratified",
        )
        .no_vote_on_the_treaty()
        // The votes are those on the motion against the treaty.
        .carried("yes 300, no 300", None)
        .lost("yes 301, no 300", None)
        .cannot_be_told("yes 301", None),
        crag.vote(
            "objection",
            SimpleMajorityOfVotesCast,
            "Constitutional Reform and Governance Act 2010 s. 20(3)-(6): the Commons resolve; standing orders on the quorum of forty",
        )
        .objection()
        .quorum(40)
        .carried("yes 20, no 19, present 40", 20)
        // Before the casting vote of the Speaker.
        .lost("yes 20, no 20", 21)
        .cannot_be_told("yes 20", None)
        .inquorate("yes 20, no 18, present 39", 20),
        crag.vote(
            "lords_objection",
            SimpleMajorityOfVotesCast,
            "Constitutional Reform and Governance Act 2010 s. 20(7)-(8): the Lords resolve, with the thirty of the file",
        )
        .objection()
        .quorum(30)
        .carried("yes 15, no 14, present 30", 15)
        .lost("yes 15, no 15", 16)
        .cannot_be_told("yes 15", None)
        .inquorate("yes 15, no 14, present 29", 15),
        crag.overcoming(
            "lords_objection",
            None,
            MinisterialStatement,
            "Constitutional Reform and Governance Act 2010 s. 20(8): a statement of the minister is enough",
        )
        .carried("", None),
        crag.vote(
            "implementing_legislation",
            SimpleMajorityOfVotesCast,
            "the practice of both Houses: more in favour than against",
        )
        .in_house("commons")
        .carried("yes 300, no 299, present 650", 300)
        .lost("yes 300, no 300", 301)
        .cannot_be_told("yes 300", None),
        crag.vote(
            "implementing_legislation",
            SimpleMajorityOfVotesCast,
            "the practice of both Houses: more in favour than against",
        )
        .in_house("lords")
        .carried("yes 120, no 119", 120)
        .lost("yes 120, no 120", 121)
        .cannot_be_told("yes 120", None),
    ]
}

#[test]
fn belgium_constitution_arts_53_and_167() {
    hold(belgium());
}

#[test]
fn france_constitution_arts_10_11_45_and_50_1() {
    hold(france());
}

#[test]
fn ireland_constitution_arts_15_and_47() {
    hold(ireland());
}

#[test]
fn luxembourg_constitution_art_78_and_the_article_on_treaties() {
    hold(luxembourg());
}

#[test]
fn netherlands_constitution_arts_67_and_91() {
    hold(netherlands());
}

#[test]
fn united_kingdom_constitutional_reform_and_governance_act_2010_s_20() {
    hold(united_kingdom());
}
