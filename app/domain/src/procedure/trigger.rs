//! What makes an optional stage happen, or another majority apply.

use serde::{Deserialize, Serialize};

use crate::name::Key;
use crate::text::Body;

/// When an optional stage happens, or another majority applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The trigger.
    pub trigger: Trigger,
    /// The case in words.
    pub text: Body,
    /// How likely it is for a full guarantee of mutual defence: a judgement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likelihood_for_guarantee: Option<Likelihood>,
}

/// How likely a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Likelihood {
    /// Likely.
    Likely,
    /// Possible.
    Possible,
    /// Unlikely.
    Unlikely,
}

macro_rules! triggers {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// A fact on which a procedure depends: of the treaty's text, or an event on the way.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Trigger { $($(#[$doc])* $variant),+ }

        impl Trigger {
            /// Every trigger.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name in a procedure file and in an entry.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

triggers! {
    /// The treaty transfers powers.
    TreatyTransfersPowers = "treaty_transfers_powers",
    /// The treaty conflicts with the constitution.
    TreatyConflictsWithConstitution = "treaty_conflicts_with_constitution",
    /// The treaty conflicts with neutrality.
    TreatyConflictsWithNeutrality = "treaty_conflicts_with_neutrality",
    /// The treaty is a defensive alliance.
    TreatyIsDefensiveAlliance = "treaty_is_defensive_alliance",
    /// The treaty limits sovereignty.
    TreatyLimitsSovereignty = "treaty_limits_sovereignty",
    /// The treaty stations foreign forces.
    TreatyStationsForeignForces = "treaty_stations_foreign_forces",
    /// The treaty charges public funds.
    TreatyChargesPublicFunds = "treaty_charges_public_funds",
    /// The treaty needs implementing legislation.
    TreatyNeedsImplementingLegislation = "treaty_needs_implementing_legislation",
    /// The treaty touches the competence of a part of the State.
    TreatyTouchesSubnationalCompetence = "treaty_touches_subnational_competence",
    /// The State joins an organisation of collective security.
    TreatyJoinsCollectiveSecurityOrg = "treaty_joins_collective_security_org",
    /// The State joins an international organisation.
    TreatyJoinsInternationalOrganisation = "treaty_joins_international_organisation",
    /// The State joins a union of States.
    TreatyJoinsUnionOfStates = "treaty_joins_union_of_states",
    /// The treaty changes the territory.
    TreatyChangesTerritory = "treaty_changes_territory",
    /// The treaty needs the consent of the Bundesrat.
    TreatyNeedsBundesratConsent = "treaty_needs_bundesrat_consent",
    /// The law is classified as one on defence.
    DefenceLawClassification = "defence_law_classification",
    /// The field is one of unanimity.
    UnanimityField = "unanimity_field",
    /// The matter is referred to a court.
    ReferralMade = "referral_made",
    /// A house objects.
    ObjectionRaised = "objection_raised",
    /// Citizens ask for a referendum.
    Petition = "petition",
    /// Citizens ask for a referendum, or the constitution is wholly revised.
    PetitionOrTotalRevision = "petition_or_total_revision",
    /// The president calls a referendum.
    PresidentCalls = "president_calls",
    /// The National Assembly calls a referendum.
    NaCalls = "na_calls",
    /// A motion is moved.
    MotionMoved = "motion_moved",
    /// A dispensation is refused.
    DispensationRefused = "dispensation_refused",
    /// A larger majority is missed.
    SupermajorityMissed = "supermajority_missed",
    /// A special act is made.
    SpecialAct = "special_act",
    /// A vote is held up by debate.
    Filibuster = "filibuster",
    /// The rules of the house are suspended.
    SuspensionOfRules = "suspension_of_rules",
}

impl Trigger {
    /// Whether it hangs on what the treaty says, and not on an event on the way.
    pub fn is_of_the_treaty(self) -> bool {
        match self {
            Self::TreatyTransfersPowers
            | Self::TreatyConflictsWithConstitution
            | Self::TreatyConflictsWithNeutrality
            | Self::TreatyIsDefensiveAlliance
            | Self::TreatyLimitsSovereignty
            | Self::TreatyStationsForeignForces
            | Self::TreatyChargesPublicFunds
            | Self::TreatyNeedsImplementingLegislation
            | Self::TreatyTouchesSubnationalCompetence
            | Self::TreatyJoinsCollectiveSecurityOrg
            | Self::TreatyJoinsInternationalOrganisation
            | Self::TreatyJoinsUnionOfStates
            | Self::TreatyChangesTerritory
            | Self::TreatyNeedsBundesratConsent
            | Self::DefenceLawClassification
            | Self::UnanimityField => true,
            Self::ReferralMade
            | Self::ObjectionRaised
            | Self::Petition
            | Self::PetitionOrTotalRevision
            | Self::PresidentCalls
            | Self::NaCalls
            | Self::MotionMoved
            | Self::DispensationRefused
            | Self::SupermajorityMissed
            | Self::SpecialAct
            | Self::Filibuster
            | Self::SuspensionOfRules => false,
        }
    }

    /// The trigger of this name.
    pub fn named(key: &Key) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|trigger| trigger.name() == key.as_str())
    }
}
