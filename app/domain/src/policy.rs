//! Sign-off policies: whose sign-offs a statement needs before it is published.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::act::ActGroup;
use crate::digest::Digest;
use crate::entity::EntityCode;
use crate::office::Office;
use crate::sign_off::SignOff;

/// A sign-off policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOffPolicy {
    /// Its rules. A group of acts on an occasion without a rule cannot be published.
    pub rules: Vec<Rule>,
}

/// The steps for a group of acts on an occasion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Which acts.
    pub acts: ActGroup,
    /// On which occasion.
    pub occasion: Occasion,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// How a fact reached the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// Through the desks of those concerned.
    Regular,
    /// On paper, from a State without a liaison here.
    OnPaper,
    /// By exchange between the sides, without a depositary.
    Exchange,
    /// With the import of a history.
    ImportOfHistory,
}

/// One step: so many distinct persons of such an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Of which office.
    pub office: OfficeWanted,
    /// How many persons, at least 1.
    pub persons: u8,
}

/// An office as a policy names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficeWanted {
    /// A liaison of the statement's participant.
    LiaisonOfParticipant,
    /// A verifier of the statement's participant.
    VerifierOfParticipant,
    /// A verifier of another participant.
    VerifierOfAnother,
    /// A depositary officer.
    DepositaryOfficer,
}

/// Why sign-offs do not satisfy a policy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// The policy has no rule for such acts.
    #[error("the sign-off policy has no rule for {group:?} acts on the occasion {occasion:?}")]
    NoRule {
        /// The group of acts.
        group: ActGroup,
        /// The occasion.
        occasion: Occasion,
    },
    /// A step lacks sign-offs.
    #[error("step {step} needs {wanted} distinct sign-offs by {office:?} and has {found}")]
    StepLacks {
        /// Which step, from 0.
        step: usize,
        /// Of which office.
        office: OfficeWanted,
        /// How many it needs.
        wanted: u8,
        /// How many it has.
        found: usize,
    },
    /// One person signed the same statement more than once.
    #[error("one person signed the statement more than once; each step needs another person")]
    SamePerson,
    /// One person signed in two capacities on one entry.
    #[error("one person signed in two offices on one entry")]
    TwoOffices,
    /// A sign-off belongs to no step of the rule.
    #[error("a sign-off for step {0} is not foreseen by the policy")]
    NotForeseen(u32),
    /// The digest of a sign-off is not that of what it says it covers.
    #[error("a sign-off does not cover this statement: its digest differs")]
    WrongDigest,
}

impl SignOffPolicy {
    /// The policy of DESIGN section 6, in force until another is adopted.
    pub fn standard() -> Self {
        use OfficeWanted::{
            DepositaryOfficer, LiaisonOfParticipant, VerifierOfAnother, VerifierOfParticipant,
        };
        let one = |office| Step { office, persons: 1 };
        let two_of_depositary = || vec![one(DepositaryOfficer), one(DepositaryOfficer)];
        let rule = |acts, occasion, steps| Rule {
            acts,
            occasion,
            steps,
        };
        let mut rules = vec![
            rule(
                ActGroup::National,
                Occasion::Regular,
                vec![one(LiaisonOfParticipant), one(VerifierOfParticipant)],
            ),
            rule(
                ActGroup::International,
                Occasion::Regular,
                vec![
                    one(LiaisonOfParticipant),
                    one(VerifierOfParticipant),
                    one(DepositaryOfficer),
                ],
            ),
            rule(
                ActGroup::International,
                Occasion::OnPaper,
                two_of_depositary(),
            ),
            rule(
                ActGroup::International,
                Occasion::Exchange,
                vec![
                    one(LiaisonOfParticipant),
                    one(VerifierOfParticipant),
                    one(VerifierOfAnother),
                ],
            ),
        ];
        for acts in [ActGroup::Founding, ActGroup::Depositary] {
            rules.push(rule(acts, Occasion::Regular, two_of_depositary()));
            rules.push(rule(acts, Occasion::OnPaper, two_of_depositary()));
        }
        // The depositary's acceptance of an act in due form is the last step of that act itself.
        for acts in [
            ActGroup::Founding,
            ActGroup::National,
            ActGroup::International,
            ActGroup::Depositary,
        ] {
            rules.push(rule(acts, Occasion::ImportOfHistory, two_of_depositary()));
        }
        Self { rules }
    }

    /// Whether these sign-offs of one statement satisfy the policy.
    ///
    /// # Errors
    /// [`PolicyError`] says what is lacking.
    pub fn check(
        &self,
        group: ActGroup,
        occasion: Occasion,
        participant: Option<EntityCode>,
        statement: Digest,
        sign_offs: &[&SignOff],
    ) -> Result<(), PolicyError> {
        let rule = self
            .rules
            .iter()
            .find(|rule| rule.acts == group && rule.occasion == occasion)
            .ok_or(PolicyError::NoRule { group, occasion })?;
        let persons: BTreeSet<Digest> = sign_offs.iter().map(|sign_off| sign_off.signer).collect();
        if persons.len() != sign_offs.len() {
            return Err(PolicyError::SamePerson);
        }
        for sign_off in sign_offs {
            if sign_off.statement != statement || !sign_off.covers_what_it_says() {
                return Err(PolicyError::WrongDigest);
            }
            if rule.steps.len() <= sign_off.step as usize {
                return Err(PolicyError::NotForeseen(sign_off.step));
            }
        }
        for (position, step) in rule.steps.iter().enumerate() {
            let found = sign_offs
                .iter()
                .filter(|sign_off| {
                    sign_off.step as usize == position
                        && step.office.fits(&sign_off.office, participant)
                })
                .count();
            if found < usize::from(step.persons) {
                return Err(PolicyError::StepLacks {
                    step: position,
                    office: step.office,
                    wanted: step.persons,
                    found,
                });
            }
        }
        Ok(())
    }
}

/// Nobody acts in two offices on one entry, so nobody acts for a participant and for the depositary.
///
/// # Errors
/// [`PolicyError::TwoOffices`].
pub fn one_office_each(sign_offs: &[SignOff]) -> Result<(), PolicyError> {
    let mut offices: BTreeMap<Digest, &Office> = BTreeMap::new();
    for sign_off in sign_offs {
        let office = offices.entry(sign_off.signer).or_insert(&sign_off.office);
        if **office != sign_off.office {
            return Err(PolicyError::TwoOffices);
        }
    }
    Ok(())
}

impl OfficeWanted {
    /// Whether this office is one that is wanted for a statement of this participant.
    pub fn fits(self, office: &Office, participant: Option<EntityCode>) -> bool {
        match (self, office) {
            (Self::LiaisonOfParticipant, Office::Liaison(of))
            | (Self::VerifierOfParticipant, Office::Verifier(of)) => participant == Some(*of),
            (Self::VerifierOfAnother, Office::Verifier(of)) => participant != Some(*of),
            (Self::DepositaryOfficer, Office::DepositaryOfficer(_)) => true,
            (
                Self::LiaisonOfParticipant
                | Self::VerifierOfParticipant
                | Self::VerifierOfAnother
                | Self::DepositaryOfficer,
                _,
            ) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign_off::Evidence;

    fn signed(person: u8, step: u32, office: Office) -> SignOff {
        SignOff::new(
            Digest::of(b"statement"),
            step,
            office,
            Evidence::PasswordStepUp,
            Digest::of(&[person]),
        )
    }

    fn check(group: ActGroup, sign_offs: &[SignOff]) -> Result<(), PolicyError> {
        let code: EntityCode = "FRA".parse().unwrap();
        one_office_each(sign_offs)?;
        let refs: Vec<&SignOff> = sign_offs.iter().collect();
        SignOffPolicy::standard().check(
            group,
            Occasion::Regular,
            Some(code),
            Digest::of(b"statement"),
            &refs,
        )
    }

    fn liaison(code: &str) -> Office {
        Office::Liaison(code.parse().unwrap())
    }

    fn verifier(code: &str) -> Office {
        Office::Verifier(code.parse().unwrap())
    }

    fn officer() -> Office {
        Office::DepositaryOfficer("paris".parse().unwrap())
    }

    #[test]
    fn a_consent_needs_liaison_verifier_and_depositary() {
        let all = [
            signed(1, 0, liaison("FRA")),
            signed(2, 1, verifier("FRA")),
            signed(3, 2, officer()),
        ];
        assert_eq!(check(ActGroup::International, &all), Ok(()));
        assert!(matches!(
            check(ActGroup::International, &all[..2]),
            Err(PolicyError::StepLacks { step: 2, .. })
        ));
        assert!(matches!(
            check(ActGroup::National, &all),
            Err(PolicyError::NotForeseen(2))
        ));
    }

    #[test]
    fn nobody_publishes_alone() {
        let alone = [signed(1, 0, liaison("FRA")), signed(1, 1, verifier("FRA"))];
        assert_eq!(
            check(ActGroup::National, &alone),
            Err(PolicyError::TwoOffices)
        );
        let twice = [signed(1, 0, officer()), signed(1, 1, officer())];
        assert_eq!(
            check(ActGroup::Founding, &twice),
            Err(PolicyError::SamePerson)
        );
    }

    #[test]
    fn another_country_cannot_sign() {
        let foreign = [signed(1, 0, liaison("FRA")), signed(2, 1, verifier("DEU"))];
        assert!(matches!(
            check(ActGroup::National, &foreign),
            Err(PolicyError::StepLacks { step: 1, .. })
        ));
    }

    #[test]
    fn an_edit_voids_a_sign_off() {
        let mut edited = signed(1, 0, liaison("FRA"));
        edited.step = 1;
        assert_eq!(
            check(ActGroup::National, &[edited, signed(2, 0, liaison("FRA"))]),
            Err(PolicyError::WrongDigest)
        );
    }
}
