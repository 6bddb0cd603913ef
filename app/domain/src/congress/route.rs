//! The ways in which an agreement comes before Congress, or does not, and what comes of each.

use serde::{Deserialize, Serialize};

use crate::congress::citation::Form;
use crate::procedure::BindingEffect;

/// A way. It can be chosen late and changed: the same agreement then has two measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// A treaty (Constitution, Art. II s. 2 cl. 2): the Senate consents, the President ratifies.
    Treaty,
    /// An agreement approved by an Act or a joint resolution of both chambers.
    CongressionalExecutiveAgreement,
    /// An authorisation of forces, by an Act or a joint resolution (War Powers Resolution, s. 8(a)).
    AuthorisationOfForces,
    /// Another bill: a law that approves no agreement.
    Bill,
    /// Another joint resolution: a law that approves no agreement.
    JointResolution,
    /// A concurrent resolution: the sense of both chambers.
    ConcurrentResolution,
    /// A simple resolution: the sense of one chamber.
    SimpleResolution,
    /// An agreement laid before Congress that goes ahead unless a law disapproves it.
    ReviewWithDisapproval,
    /// An agreement of the President alone, reported under the Case-Zablocki Act (1 U.S.C. 112b).
    ExecutiveAgreement,
    /// A political commitment of the President, binding on nobody.
    PoliticalCommitment,
}

/// What comes of a route, in law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegalEffect {
    /// A treaty, binding on the United States and law of the land.
    BindingTreaty,
    /// A law. As an approval it makes the agreement as binding as a treaty.
    Law,
    /// Binding between States, on the President's own authority.
    BindingOnPresidentsAuthority,
    /// None: what a chamber thinks.
    None,
    /// Political only.
    Political,
    /// The agreement goes ahead unless Congress disapproves it by a law.
    GoesAheadUnlessDisapproved,
}

/// What the end of a Congress does to a measure that is before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AtEndOfCongress {
    /// It dies.
    Dies,
    /// It stays before the Senate; all proceedings on it end and begin again as if none had been had
    /// (Senate Rule XXX(2)).
    BeginsAgain,
    /// Nothing: it is not before Congress.
    Untouched,
}

impl Route {
    /// Every route.
    pub const ALL: [Self; 10] = [
        Self::Treaty,
        Self::CongressionalExecutiveAgreement,
        Self::AuthorisationOfForces,
        Self::Bill,
        Self::JointResolution,
        Self::ConcurrentResolution,
        Self::SimpleResolution,
        Self::ReviewWithDisapproval,
        Self::ExecutiveAgreement,
        Self::PoliticalCommitment,
    ];

    /// What comes of it in law, to be shown beside each status.
    pub fn legal_effect(self) -> LegalEffect {
        match self {
            Self::Treaty => LegalEffect::BindingTreaty,
            Self::CongressionalExecutiveAgreement
            | Self::AuthorisationOfForces
            | Self::Bill
            | Self::JointResolution => LegalEffect::Law,
            Self::ConcurrentResolution | Self::SimpleResolution => LegalEffect::None,
            Self::ReviewWithDisapproval => LegalEffect::GoesAheadUnlessDisapproved,
            Self::ExecutiveAgreement => LegalEffect::BindingOnPresidentsAuthority,
            Self::PoliticalCommitment => LegalEffect::Political,
        }
    }

    /// Whether the United States can consent to be bound on this way. An endorsement never is consent,
    /// nor is a law that approves no agreement.
    pub fn can_be_consent(self) -> bool {
        match self {
            Self::Treaty | Self::CongressionalExecutiveAgreement | Self::ExecutiveAgreement => true,
            Self::AuthorisationOfForces
            | Self::Bill
            | Self::JointResolution
            | Self::ConcurrentResolution
            | Self::SimpleResolution
            | Self::ReviewWithDisapproval
            | Self::PoliticalCommitment => false,
        }
    }

    /// What the end of a Congress does to a measure on this way that is still before it.
    pub fn at_end_of_congress(self) -> AtEndOfCongress {
        match self {
            Self::Treaty => AtEndOfCongress::BeginsAgain,
            Self::CongressionalExecutiveAgreement
            | Self::AuthorisationOfForces
            | Self::Bill
            | Self::JointResolution
            | Self::ConcurrentResolution
            | Self::SimpleResolution
            | Self::ReviewWithDisapproval => AtEndOfCongress::Dies,
            Self::ExecutiveAgreement | Self::PoliticalCommitment => AtEndOfCongress::Untouched,
        }
    }

    /// Whether its measure is presented to the President, to become law (Art. I s. 7).
    pub fn is_presented(self) -> bool {
        match self {
            Self::CongressionalExecutiveAgreement
            | Self::AuthorisationOfForces
            | Self::Bill
            | Self::JointResolution
            | Self::ReviewWithDisapproval => true,
            Self::Treaty
            | Self::ConcurrentResolution
            | Self::SimpleResolution
            | Self::ExecutiveAgreement
            | Self::PoliticalCommitment => false,
        }
    }

    /// Whether a measure of this form can take it. An agreement of the President alone has no measure.
    pub fn takes(self, form: Form) -> bool {
        match self {
            Self::Treaty => form == Form::TreatyDocument,
            Self::CongressionalExecutiveAgreement
            | Self::AuthorisationOfForces
            | Self::ReviewWithDisapproval => {
                matches!(form, Form::Bill(_) | Form::JointResolution(_))
            }
            Self::Bill => matches!(form, Form::Bill(_)),
            Self::JointResolution => matches!(form, Form::JointResolution(_)),
            Self::ConcurrentResolution => matches!(form, Form::ConcurrentResolution(_)),
            Self::SimpleResolution => matches!(form, Form::SimpleResolution(_)),
            Self::ExecutiveAgreement | Self::PoliticalCommitment => false,
        }
    }

    /// Whether a route of a procedure file that has this effect can be this one.
    pub fn has_binding_effect(self, effect: BindingEffect) -> bool {
        match effect {
            BindingEffect::Treaty => self == Self::Treaty,
            BindingEffect::CongressionalExecutiveAgreement => {
                self == Self::CongressionalExecutiveAgreement
            }
            BindingEffect::ExecutiveAgreementOrPolitical => {
                matches!(self, Self::ExecutiveAgreement | Self::PoliticalCommitment)
            }
            BindingEffect::Political => {
                matches!(self, Self::ConcurrentResolution | Self::SimpleResolution)
            }
        }
    }
}
