//! The majorities that occur, by name, each with the one formula it stands for.

use serde::{Deserialize, Serialize};

macro_rules! labels {
    ($($(#[$doc:meta])* $variant:ident: $formula:literal $(means $written:literal)?),+ $(,)?) => {
        /// A majority by name. A name always stands for the same formula.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Label { $($(#[$doc])* $variant),+ }

        impl Label {
            /// Every label.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The formula that stands in a procedure file beside this label.
            pub fn formula(self) -> &'static str {
                match self { $(Self::$variant => $formula),+ }
            }

            /// The formula as the machine form writes it, where a file says it in other words.
            pub fn written(self) -> &'static str {
                match self { $(Self::$variant => written!($formula $(, $written)?)),+ }
            }
        }
    };
}

macro_rules! written {
    ($formula:literal) => {
        $formula
    };
    ($formula:literal, $written:literal) => {
        $written
    };
}

labels! {
    /// More in favour than against.
    SimpleMajorityOfVotesCast: "yes > 1/2 * cast",
    /// More than half of those in the room.
    MajorityOfMembersPresent: "yes > 1/2 * present",
    /// More than half of those who vote or abstain.
    MajorityOfThoseVotingAbstentionsCounted: "yes > 1/2 * voting",
    /// More than half of all seats.
    AbsoluteMajorityOfAllMembers: "yes > 1/2 * members",
    /// Two thirds of the votes in favour and against.
    TwoThirdsOfVotesCast: "yes >= 2/3 * cast",
    /// Two thirds of those in the room.
    TwoThirdsOfMembersPresent: "yes >= 2/3 * present",
    /// Two thirds of those who vote or abstain.
    TwoThirdsOfThoseVotingAbstentionsCounted: "yes >= 2/3 * voting",
    /// Two thirds of all seats.
    TwoThirdsOfAllMembers: "yes >= 2/3 * members",
    /// Three fifths of all seats.
    ThreeFifthsOfAllMembers: "yes >= 3/5 * members",
    /// Three fifths of those in the room.
    ThreeFifthsOfMembersPresent: "yes >= 3/5 * present",
    /// Three fifths of those who vote or abstain.
    ThreeFifthsOfThoseVotingAbstentionsCounted: "yes >= 3/5 * voting",
    /// Three fifths of the Senators in office.
    ThreeFifthsOfSenatorsChosenAndSworn: "yes >= 3/5 * members_in_office",
    /// Three quarters of the votes in favour and against.
    ThreeQuartersOfVotesCast: "yes >= 3/4 * cast",
    /// Three quarters of the votes cast, and more than half of all seats.
    ThreeQuartersOfVotesCastAndMajorityOfAllMembers: "yes >= 3/4 * cast AND yes > 1/2 * members",
    /// Five sixths of all seats.
    FiveSixthsOfAllMembers: "yes >= 5/6 * members",
    /// More than half of those in the room, and a third of all seats.
    MajorityOfMembersPresentFloorOneThirdOfAllMembers:
        "yes > 1/2 * present AND yes >= 1/3 * members",
    /// More than half of those in the room, and a quarter of all seats.
    MajorityOfMembersPresentFloorOneQuarterOfAllMembers:
        "yes > 1/2 * present AND yes >= 1/4 * members",
    /// More than half of those in the room, and one more than a quarter of all seats.
    MajorityOfMembersPresentFloorOneQuarterPlusOneOfAllMembers:
        "yes > 1/2 * present AND yes >= 1/4 * members + 1",
    /// Two thirds of those in the room, and more than half of all seats.
    TwoThirdsOfMembersPresentAndMajorityOfAllMembers:
        "yes >= 2/3 * present AND yes > 1/2 * members",
    /// Two thirds of the votes in favour and against, and more than half of all seats.
    TwoThirdsOfVotesCastAndMajorityOfAllMembers: "yes >= 2/3 * cast AND yes > 1/2 * members",
    /// More than half of all weighted votes.
    MajorityOfAllWeightedVotes: "yes_weight > 1/2 * weights",
    /// Two thirds of all weighted votes.
    TwoThirdsOfAllWeightedVotes: "yes_weight >= 2/3 * weights",
    /// Nobody against; an abstention does not hinder.
    UnanimityAbstentionsNeutral: "no = 0",
    /// The qualified majority of the Council of the EU.
    EuQualifiedMajority:
        "yes_states >= 55/100 * states AND yes_states >= 15 AND yes_population >= 65/100 * population",
    /// More in favour than against in a referendum.
    ReferendumMajorityOfVotesCast: "yes > 1/2 * cast",
    /// A majority of the people and of the cantons.
    ReferendumDoubleMajorityPeopleAndCantons:
        "yes > 1/2 * cast AND yes_cantons > 1/2 * cantons",
    /// A referendum that only a majority with a large enough share of the electorate can reject by.
    ReferendumRejectionRule:
        "bill falls only if no > 1/2 * cast AND no >= 30/100 * registered_electors"
        means "NOT (no > 1/2 * cast AND no >= 30/100 * registered_electors)",
    /// More in favour than against in each language group.
    MajorityOfVotesCastInEachLanguageGroup: "yes > 1/2 * cast in every group"
        means "in each language_group (yes > 1/2 * cast)",
    /// No motion against the treaty was carried.
    NegativeResolutionAbsent: "NOT (objection motion passes)" means "NOT (yes > 1/2 * cast)",
    /// Too few have asked for a vote.
    NoRequestForExplicitProcedure: "NOT (requests_tk >= 30 OR requests_ek >= 15)",
    /// A majority of a committee of which a majority is there.
    CommitteeMajority:
        "yes > 1/2 * cast of a majority of the committee physically present"
        means "yes > 1/2 * cast",
    /// A minister's statement is enough.
    MinisterialStatement: "no vote" means "always",
    /// An earlier decision of the other house prevails.
    PriorDecisionPrevails: "no further vote needed" means "always",
}
