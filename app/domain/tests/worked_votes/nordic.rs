//! Denmark, Finland, Iceland, Norway, Sweden.

use domain::majority::Label::*;
use domain::procedure::Trigger::*;

use crate::worked::{Worked, hold, on};

pub fn votes() -> Vec<Worked> {
    [denmark(), finland(), iceland(), norway(), sweden()].concat()
}

/// 179 members: 90 are more than half, 150 are five sixths (149.17).
fn denmark() -> Vec<Worked> {
    let resolution = on("DNK", "consent_resolution");
    vec![
        resolution
            .vote(
                "folketing_vote",
                SimpleMajorityOfVotesCast,
                "Constitution s. 50: more than half of the members present and taking part in the vote",
            )
            .quorum(90)
            .carried("yes 31, no 30, abstain 29", 31)
            .lost("yes 45, no 45", 46)
            .cannot_be_told("yes 46", None)
            .cannot_be_told("yes 31, no 30", 31)
            // All are in the room, and too few take part.
            .inquorate("yes 45, no 44, abstain 0, present 179", 45),
        resolution
            .vote_if(
                "folketing_vote",
                TreatyTransfersPowers,
                FiveSixthsOfAllMembers,
                "Constitution s. 20(2): five sixths of the members",
            )
            .quorum(90)
            .carried("yes 150, no 29", 150)
            .lost("yes 149, no 0, abstain 0", 150)
            .lost("yes 90, no 0, abstain 0", 150)
            .inquorate("yes 89, no 0, abstain 0", 150)
            .cannot_be_told("no 29", 150),
        rejection(
            "section20_referendum",
            "Constitution ss. 20(2) and 42(5): it falls if a majority of the voters and 30 in 100 of all electors are against",
        )
        // 2 June 1992, the Maastricht treaty, of 3,962,005 electors (figures from general knowledge): rejected.
        .lost("yes 1606442, no 1652999, members 3962005", None),
        rejection(
            "voluntary_referendum",
            "Constitution s. 42(5)-(6): it falls if a majority of the voters and 30 in 100 of all electors are against",
        ),
    ]
}

/// Of 4,000,000 electors 1,200,000 are 30 in 100.
fn rejection(stage: &'static str, basis: &'static str) -> Worked {
    on("DNK", "consent_resolution")
        .vote(stage, ReferendumRejectionRule, basis)
        .carried("yes 1199998, no 1199999, members 4000000", None)
        .lost("yes 1199999, no 1200000, members 4000000", None)
        .carried("yes 1500000, no 1500000, members 4000000", None)
        .cannot_be_told("yes 1199999, no 1200000", None)
}

/// 200 members; Åland's parliament has 30.
fn finland() -> Vec<Worked> {
    let approval = on("FIN", "approval_and_act");
    let two_thirds = |case| {
        approval
            .vote_if(
                "eduskunta_vote",
                case,
                TwoThirdsOfVotesCast,
                "Constitution ss. 94(2) and 95(2): two thirds of the votes cast",
            )
            .carried("yes 100, no 50, abstain 50", 100)
            .lost("yes 99, no 50", 100)
            .cannot_be_told("yes 100", None)
    };
    vec![
        approval
            .vote(
                "eduskunta_vote",
                SimpleMajorityOfVotesCast,
                "Constitution s. 94(2): a majority of the votes cast",
            )
            .carried("yes 50, no 49, abstain 101", 50)
            .lost("yes 50, no 50", 51)
            .cannot_be_told("yes 50", None)
            // 1 March 2023, accession to the North Atlantic Treaty: approved.
            .carried("yes 184, no 7", 96),
        two_thirds(TreatyConflictsWithConstitution),
        two_thirds(TreatyTransfersPowers),
        approval
            .vote(
                "aland_consent",
                SimpleMajorityOfVotesCast,
                "Act on the Autonomy of Åland s. 59: the consent of the Parliament of Åland",
            )
            .carried("yes 11, no 10, abstain 9", 11)
            .lost("yes 15, no 15", 16)
            .cannot_be_told("yes 15", None),
        approval
            .overcoming(
                "assent",
                "eduskunta",
                SimpleMajorityOfVotesCast,
                "Constitution ss. 77-78: readopted without material change",
            )
            .carried("yes 50, no 49, abstain 101", 50)
            .lost("yes 50, no 50", 51)
            .cannot_be_told("yes 50", None),
    ]
}

/// 63 members: 32 are more than half.
fn iceland() -> Vec<Worked> {
    let resolution = on("ISL", "parliamentary_resolution");
    vec![
        resolution
            .vote(
                "althingi_vote",
                SimpleMajorityOfVotesCast,
                "Constitution art. 53: more than half of the members present and taking part in the vote",
            )
            .quorum(32)
            .carried("yes 11, no 10, abstain 11", 11)
            .lost("yes 16, no 16", 17)
            .cannot_be_told("yes 16", None)
            .cannot_be_told("yes 11, no 10", 11)
            .inquorate("yes 16, no 15, abstain 0, present 63", 16),
    ]
}

/// 169 members: 85 are half, 113 two thirds (112.67). Who is present must vote.
fn norway() -> Vec<Worked> {
    let consent = on("NOR", "storting_consent");
    vec![
        consent
            .vote(
                "storting_vote",
                SimpleMajorityOfVotesCast,
                "Constitution arts. 26(2) and 73: half of the members present",
            )
            .quorum(85)
            .carried("yes 43, no 42", 43)
            .lost("yes 42, no 43", 43)
            .cannot_be_told("yes 43", None)
            .inquorate("yes 43, no 41, present 84", 43),
        consent
            .vote_if(
                "storting_vote",
                TreatyTransfersPowers,
                ThreeQuartersOfVotesCast,
                "Constitution art. 115: three quarters, at least two thirds of the members voting",
            )
            .quorum(113)
            // Three quarters of 113 are 84.75.
            .carried("yes 85, no 28", 85)
            .lost("yes 84, no 29", 85)
            .cannot_be_told("yes 85", None)
            .inquorate("yes 84, no 28, present 112", 84),
    ]
}

/// 349 members: 175 are more than half.
fn sweden() -> Vec<Worked> {
    let approval = on("SWE", "riksdag_approval");
    vec![
        approval
            .vote(
                "riksdag_vote",
                SimpleMajorityOfVotesCast,
                "Instrument of Government ch. 4 art. 7: more than half of those voting",
            )
            .carried("yes 100, no 99, abstain 150", 100)
            .lost("yes 100, no 100", 101)
            .cannot_be_told("yes 100", None)
            // 22 March 2023, accession to the North Atlantic Treaty: approved.
            .carried("yes 269, no 37", 154),
        approval
            .vote_if(
                "riksdag_vote",
                TreatyTransfersPowers,
                ThreeQuartersOfVotesCastAndMajorityOfAllMembers,
                "Instrument of Government ch. 10 arts. 6(2), 7 and 8: three quarters of those voting and more than half of the members",
            )
            // Three quarters of 233 are 174.75.
            .carried("yes 175, no 58, abstain 116", 175)
            // All who vote are for it, and they are not half of the members.
            .lost("yes 174, no 0", 175)
            // Half of the members and more, but of 267 votes 201 are three quarters.
            .lost("yes 200, no 67", 201)
            .cannot_be_told("yes 175", None)
            // 18 June 2024, the agreement with the United States on defence cooperation: approved.
            .carried("yes 266, no 37", 228),
    ]
}

#[test]
fn denmark_constitution_ss_20_42_and_50() {
    hold(denmark());
}

#[test]
fn finland_constitution_ss_77_94_and_95() {
    hold(finland());
}

#[test]
fn iceland_constitution_art_53() {
    hold(iceland());
}

#[test]
fn norway_constitution_arts_26_73_and_115() {
    hold(norway());
}

#[test]
fn sweden_instrument_of_government_ch_4_art_7_and_ch_10() {
    hold(sweden());
}
