//! The figures that a majority rule can look at.

use serde::{Deserialize, Serialize};

/// A figure of a vote.
///
/// The five bases differ in what they make of an abstention and an absence. Of `cast` an abstention is
/// no part; of `voting` and `present` it is, so there it counts like a no; of `members` and
/// `members_in_office` an absence is a part too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Variable {
    /// Votes in favour of what was put.
    Yes,
    /// Votes against it.
    No,
    /// Abstentions.
    Abstain,
    /// Votes in favour and against.
    Cast,
    /// Votes in favour, against, and abstentions.
    Voting,
    /// Everybody in the room.
    Present,
    /// All seats in law.
    Members,
    /// The seats that are filled.
    MembersInOffice,
    /// The members of the committee.
    CommitteeMembers,
    /// Weighted votes in favour.
    YesWeight,
    /// All weights.
    Weights,
    /// States in favour.
    YesStates,
    /// All States that can vote.
    States,
    /// The population of the States in favour.
    YesPopulation,
    /// The population of all States that can vote.
    Population,
    /// Cantons in favour.
    YesCantons,
    /// All cantons.
    Cantons,
    /// Everybody entitled to vote in a referendum.
    RegisteredElectors,
    /// Members of the Tweede Kamer who ask for explicit approval.
    RequestsTk,
    /// Members of the Eerste Kamer who ask for explicit approval.
    RequestsEk,
}

impl Variable {
    /// The name in a procedure file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Abstain => "abstain",
            Self::Cast => "cast",
            Self::Voting => "voting",
            Self::Present => "present",
            Self::Members => "members",
            Self::MembersInOffice => "members_in_office",
            Self::CommitteeMembers => "committee_members",
            Self::YesWeight => "yes_weight",
            Self::Weights => "weights",
            Self::YesStates => "yes_states",
            Self::States => "states",
            Self::YesPopulation => "yes_population",
            Self::Population => "population",
            Self::YesCantons => "yes_cantons",
            Self::Cantons => "cantons",
            Self::RegisteredElectors => "registered_electors",
            Self::RequestsTk => "requests_tk",
            Self::RequestsEk => "requests_ek",
        }
    }
}
