//! Where a measure stands, and what that means for the agreement behind it.

use serde::{Deserialize, Serialize};

use crate::congress::chamber::Chamber;
use crate::congress::presentment::Presentment;
use crate::congress::term::Congress;

/// Where a measure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nothing is on record.
    NotBegun,
    /// Before a chamber.
    Pending {
        /// Which.
        chamber: Chamber,
        /// How far it is there.
        place: Place,
    },
    /// A chamber refused it. It can vote again until the end of the Congress; a treaty stays before the Senate.
    Rejected {
        /// Which.
        by: Chamber,
    },
    /// Both chambers passed it, not yet in the same words.
    ResolvingDifferences,
    /// Both chambers passed it; it is to be presented to the President.
    Passed,
    /// Before the President, since a day if that is known.
    BeforePresident(Option<Presentment>),
    /// Returned with objections: this chamber votes next on passing it over the veto, if it is known.
    Vetoed {
        /// Which.
        next: Option<Chamber>,
    },
    /// A law.
    Law,
    /// Agreed to: a resolution that becomes no law.
    AgreedTo,
    /// It can become nothing more.
    Died(Death),
    /// The Senate gave its advice and consent; the President may ratify.
    ConsentGiven,
    /// The President declined to ratify, and may think again.
    RatificationDeclined,
    /// The President signed the instrument.
    InstrumentSigned,
    /// Consent to be bound was expressed: deposited, exchanged, or concluded where a signature is enough.
    ConsentExpressed,
    /// The Senate returned the treaty to the President.
    ReturnedToPresident,
    /// The President withdrew the treaty.
    Withdrawn,
    /// Divided; its parts go on as measures of their own.
    Partitioned,
    /// A political commitment was made. It binds nobody.
    Made,
}

/// How far a measure is in a chamber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Introduced or received.
    Received,
    /// In committee.
    Committee,
    /// Reported, or the committee discharged.
    Reported,
    /// On a calendar.
    Calendar,
    /// The debate is closed; the vote on it comes.
    Floor,
}

/// How a measure died.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Death {
    /// With its Congress.
    EndOfCongress(Congress),
    /// The President kept it and Congress was not there to have it returned.
    PocketVeto,
    /// The veto was sustained by this chamber; the other never votes.
    VetoSustained(Chamber),
}

/// What a measure means for the agreement behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// The consent it needs is not given.
    NotApproved,
    /// The consent it needs is given: the President may ratify or conclude it.
    Approved,
    /// The United States has consented to be bound.
    ConsentExpressed,
    /// It goes ahead: no law disapproves it.
    GoesAhead,
    /// A law disapproves it.
    Disapproved,
    /// The measure cannot be consent, whatever comes of it.
    NotConcerned,
}

impl Status {
    /// Whether nothing more can happen in Congress.
    pub fn is_over_in_congress(self) -> bool {
        match self {
            Self::Law
            | Self::AgreedTo
            | Self::Died(_)
            | Self::ConsentGiven
            | Self::RatificationDeclined
            | Self::InstrumentSigned
            | Self::ConsentExpressed
            | Self::ReturnedToPresident
            | Self::Withdrawn
            | Self::Partitioned
            | Self::Made => true,
            Self::NotBegun
            | Self::Pending { .. }
            | Self::Rejected { .. }
            | Self::ResolvingDifferences
            | Self::Passed
            | Self::BeforePresident(_)
            | Self::Vetoed { .. } => false,
        }
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = match self {
            Self::NotBegun => "no information",
            Self::Pending { chamber, place } => return pending(*chamber, *place, f),
            Self::Rejected { by } => return write!(f, "refused by the {by}"),
            Self::ResolvingDifferences => "resolving differences",
            Self::Passed => "passed both chambers",
            Self::BeforePresident(None) => "before the President",
            Self::BeforePresident(Some(presented)) => {
                return write!(
                    f,
                    "before the President until {}, Sundays excepted",
                    presented.last_day
                );
            }
            Self::Vetoed { next: None } => "vetoed",
            Self::Vetoed { next: Some(next) } => {
                return write!(
                    f,
                    "vetoed; the {next} votes next on passing it over the veto"
                );
            }
            Self::Law => "became law",
            Self::AgreedTo => "agreed to",
            Self::Died(Death::EndOfCongress(congress)) => {
                return write!(
                    f,
                    "died with the {congress} Congress on {}",
                    congress.ends()
                );
            }
            Self::Died(Death::PocketVeto) => "died by a pocket veto",
            Self::Died(Death::VetoSustained(by)) => {
                return write!(f, "died; the {by} sustained the veto");
            }
            Self::ConsentGiven => "advice and consent given; the President may ratify",
            Self::RatificationDeclined => "the President declined to ratify",
            Self::InstrumentSigned => "instrument signed by the President",
            Self::ConsentExpressed => "consent to be bound expressed",
            Self::ReturnedToPresident => "returned to the President",
            Self::Withdrawn => "withdrawn by the President",
            Self::Partitioned => "divided; its parts go on",
            Self::Made => "political commitment made",
        };
        f.write_str(text)
    }
}

fn pending(chamber: Chamber, place: Place, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    match place {
        Place::Received => write!(f, "before the {chamber}"),
        Place::Committee => write!(f, "in committee in the {chamber}"),
        Place::Reported => write!(f, "reported in the {chamber}"),
        Place::Calendar => write!(f, "on the calendar of the {chamber}"),
        Place::Floor => write!(f, "on the floor of the {chamber}, debate closed"),
    }
}
