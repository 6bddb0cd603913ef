//! Sign-off policies: whose sign-offs a statement needs before it is published.

mod awaited;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::act::ActGroup;
use crate::digest::Digest;
use crate::entity::EntityCode;
use crate::instrument::{Instrument, Nature};
use crate::keepers::Keepers;
use crate::name::Key;
use crate::office::Office;
use crate::sign_off::{Evidence, SignOff};
pub use awaited::{Awaited, Taken};

/// A sign-off policy: every rule asks for at least two persons, so that nobody publishes alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "PolicyFields", into = "PolicyFields")]
pub struct SignOffPolicy {
    rules: Vec<Rule>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyFields {
    rules: Vec<Rule>,
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

/// One step: all of these, in any order among themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Whose sign-offs the step needs.
    pub all_of: Vec<Wanted>,
}

/// So many distinct persons of such an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// Of which office.
    pub office: OfficeWanted,
    /// How many persons, at least 1.
    pub persons: u8,
}

/// Why rules are not a policy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyDefect {
    /// A rule that one person could satisfy.
    #[error(
        "the rule for {0:?} acts on the occasion {1:?} can be satisfied by fewer than two persons"
    )]
    Alone(ActGroup, Occasion),
    /// A step or an office in it that asks for nobody.
    #[error("the rule for {0:?} acts on the occasion {1:?} has a step that asks for nobody")]
    EmptyStep(ActGroup, Occasion),
    /// A step that names one office twice: one sign-off would do for both.
    #[error(
        "the rule for {0:?} acts on the occasion {1:?} names an office twice in one step; ask for more persons instead"
    )]
    OfficeTwice(ActGroup, Occasion),
    /// Two rules for the same.
    #[error("there are two rules for {0:?} acts on the occasion {1:?}")]
    Twice(ActGroup, Occasion),
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
    /// A sign-off belongs to no step of the rule, or is of an office that the step does not ask for.
    #[error("a sign-off for step {0} is not one that the policy foresees")]
    NotForeseen(u32),
    /// A sign-off of an authority that is no depositary of the instrument.
    #[error("{0} is no depositary of the instrument")]
    NotTheDepositary(Key),
    /// Evidence that this occasion does not allow.
    #[error("sign-offs by the command line are for the import of a history only")]
    CommandLine,
    /// A history imported into a real instrument.
    #[error("a history is imported into a historical or illustrative instrument only")]
    ImportIntoReal,
    /// The digest of a sign-off is not that of what it says it covers.
    #[error("a sign-off does not cover this statement: its digest differs")]
    WrongDigest,
}

/// A statement with its sign-offs, to be checked against a policy.
#[derive(Debug, Clone, Copy)]
pub struct ToCheck<'a> {
    /// The group of the statement's act.
    pub group: ActGroup,
    /// How it reached the register.
    pub occasion: Occasion,
    /// The participant it concerns.
    pub participant: Option<EntityCode>,
    /// The instrument it concerns.
    pub instrument: &'a Instrument,
    /// Who signs for the instrument's depositary.
    pub keepers: &'a Keepers,
    /// Its hash.
    pub statement: Digest,
    /// Its sign-offs.
    pub sign_offs: &'a [&'a SignOff],
}

impl SignOffPolicy {
    /// A policy of these rules.
    ///
    /// # Errors
    /// [`PolicyDefect`] if a rule would let somebody publish alone, or is ambiguous.
    pub fn new(rules: Vec<Rule>) -> Result<Self, PolicyDefect> {
        for (i, rule) in rules.iter().enumerate() {
            let (acts, occasion) = (rule.acts, rule.occasion);
            let is_same = |other: &Rule| other.acts == acts && other.occasion == occasion;
            if rules.iter().take(i).any(is_same) {
                return Err(PolicyDefect::Twice(acts, occasion));
            }
            let asks_for_nobody = |step: &Step| {
                step.all_of.is_empty() || step.all_of.iter().any(|wanted| wanted.persons == 0)
            };
            if rule.steps.iter().any(asks_for_nobody) {
                return Err(PolicyDefect::EmptyStep(acts, occasion));
            }
            // One sign-off fits each mention of its office: persons must be asked for as a number.
            let names_twice = |step: &Step| {
                let mut wanted = step.all_of.iter().enumerate();
                wanted.any(|(i, one)| {
                    step.all_of
                        .iter()
                        .take(i)
                        .any(|other| other.office == one.office)
                })
            };
            if rule.steps.iter().any(names_twice) {
                return Err(PolicyDefect::OfficeTwice(acts, occasion));
            }
            // An acceptance stands in one entry with the act it accepts, whose signers are others.
            let fewest = if acts == ActGroup::Acceptance { 1 } else { 2 };
            let persons: u32 = rule
                .steps
                .iter()
                .flat_map(|step| &step.all_of)
                .map(|wanted| u32::from(wanted.persons))
                .sum();
            if persons < fewest {
                return Err(PolicyDefect::Alone(acts, occasion));
            }
        }
        Ok(Self { rules })
    }

    /// The rules.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The steps for a group of acts on an occasion.
    ///
    /// # Errors
    /// [`PolicyError::NoRule`] if such acts cannot be published under this policy.
    pub fn rule(&self, group: ActGroup, occasion: Occasion) -> Result<&Rule, PolicyError> {
        self.rules
            .iter()
            .find(|rule| rule.acts == group && rule.occasion == occasion)
            .ok_or(PolicyError::NoRule { group, occasion })
    }

    /// The policy in force until another is adopted.
    pub fn standard() -> Self {
        use OfficeWanted::{
            DepositaryOfficer, LiaisonOfParticipant, VerifierOfAnother, VerifierOfParticipant,
        };
        let one = |office| Step {
            all_of: vec![Wanted { office, persons: 1 }],
        };
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
        for occasion in [Occasion::Regular, Occasion::OnPaper] {
            rules.push(rule(ActGroup::Founding, occasion, two_of_depositary()));
            rules.push(rule(ActGroup::Depositary, occasion, two_of_depositary()));
            rules.push(rule(
                ActGroup::Acceptance,
                occasion,
                vec![one(DepositaryOfficer)],
            ));
        }
        for acts in [
            ActGroup::Founding,
            ActGroup::National,
            ActGroup::International,
            ActGroup::Depositary,
            ActGroup::Acceptance,
        ] {
            rules.push(rule(acts, Occasion::ImportOfHistory, two_of_depositary()));
        }
        Self { rules }
    }

    /// Whether a statement's sign-offs satisfy the policy.
    ///
    /// # Errors
    /// [`PolicyError`] says what is lacking.
    pub fn check(&self, statement: &ToCheck<'_>) -> Result<(), PolicyError> {
        let (group, occasion) = (statement.group, statement.occasion);
        let rule = self.rule(group, occasion)?;
        if occasion == Occasion::ImportOfHistory && statement.instrument.nature == Nature::Real {
            return Err(PolicyError::ImportIntoReal);
        }
        let signers: BTreeSet<Digest> = statement
            .sign_offs
            .iter()
            .map(|sign_off| sign_off.signer)
            .collect();
        if signers.len() != statement.sign_offs.len() {
            return Err(PolicyError::SamePerson);
        }
        for sign_off in statement.sign_offs {
            check_one(rule, statement, sign_off)?;
        }
        for (position, step) in rule.steps.iter().enumerate() {
            for wanted in &step.all_of {
                let found = statement
                    .sign_offs
                    .iter()
                    .filter(|sign_off| sign_off.step as usize == position)
                    .filter(|sign_off| wanted.office.fits(&sign_off.office, statement.participant))
                    .count();
                if found < usize::from(wanted.persons) {
                    return Err(PolicyError::StepLacks {
                        step: position,
                        office: wanted.office,
                        wanted: wanted.persons,
                        found,
                    });
                }
            }
        }
        Ok(())
    }
}

/// Whether one sign-off is what it says, and one that the rule foresees.
fn check_one(rule: &Rule, statement: &ToCheck<'_>, sign_off: &SignOff) -> Result<(), PolicyError> {
    let covers = sign_off.covers(statement.statement, statement.occasion);
    if !covers {
        return Err(PolicyError::WrongDigest);
    }
    let foreseen = rule.steps.get(sign_off.step as usize).is_some_and(|step| {
        step.all_of
            .iter()
            .any(|wanted| wanted.office.fits(&sign_off.office, statement.participant))
    });
    if !foreseen {
        return Err(PolicyError::NotForeseen(sign_off.step));
    }
    if let Office::DepositaryOfficer(authority) = &sign_off.office
        && !statement
            .keepers
            .include(authority, statement.sign_offs.iter().map(|one| &one.office))
    {
        return Err(PolicyError::NotTheDepositary(authority.clone()));
    }
    if sign_off.evidence == Evidence::CommandLine && statement.occasion != Occasion::ImportOfHistory
    {
        return Err(PolicyError::CommandLine);
    }
    Ok(())
}

impl TryFrom<PolicyFields> for SignOffPolicy {
    type Error = PolicyDefect;

    fn try_from(fields: PolicyFields) -> Result<Self, PolicyDefect> {
        Self::new(fields.rules)
    }
}

impl From<SignOffPolicy> for PolicyFields {
    fn from(policy: SignOffPolicy) -> Self {
        Self {
            rules: policy.rules,
        }
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

    fn instrument() -> Instrument {
        let bytes = include_str!("../../golden/instrument_opened.v1.json");
        let statement: crate::statement::Statement = serde_json::from_str(bytes).unwrap();
        match statement.act() {
            Some(crate::act::Act::InstrumentOpened(defined)) => *defined.instrument.clone(),
            _ => panic!("the golden file opens an instrument"),
        }
    }

    fn signed_with(person: u8, step: u32, office: Office, evidence: Evidence) -> SignOff {
        let signer = Digest::of(&[person]);
        SignOff::new(
            Digest::of(b"statement"),
            Occasion::Regular,
            step,
            office,
            evidence,
            signer,
        )
    }

    fn signed(person: u8, step: u32, office: Office) -> SignOff {
        signed_with(person, step, office, Evidence::PasswordStepUp)
    }

    fn check(group: ActGroup, sign_offs: &[SignOff]) -> Result<(), PolicyError> {
        one_office_each(sign_offs)?;
        SignOffPolicy::standard().check(&ToCheck {
            group,
            occasion: Occasion::Regular,
            participant: Some("FRA".parse().unwrap()),
            instrument: &instrument(),
            keepers: &Keepers::of(&instrument(), None),
            statement: Digest::of(b"statement"),
            sign_offs: &sign_offs.iter().collect::<Vec<_>>(),
        })
    }

    fn liaison(code: &str) -> Office {
        Office::Liaison(code.parse().unwrap())
    }

    fn verifier(code: &str) -> Office {
        Office::Verifier(code.parse().unwrap())
    }

    fn officer() -> Office {
        Office::DepositaryOfficer(instrument().depositaries[0].authority.clone())
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
        assert!(matches!(
            check(ActGroup::Founding, &[]),
            Err(PolicyError::StepLacks { .. })
        ));
    }

    #[test]
    fn another_country_or_another_depositary_cannot_sign() {
        let foreign = [signed(1, 0, liaison("FRA")), signed(2, 1, verifier("DEU"))];
        assert_eq!(
            check(ActGroup::National, &foreign),
            Err(PolicyError::NotForeseen(1))
        );
        let other: Key = "another".parse().unwrap();
        let stranger = [
            signed(1, 0, officer()),
            signed(2, 1, Office::DepositaryOfficer(other.clone())),
        ];
        assert_eq!(
            check(ActGroup::Founding, &stranger),
            Err(PolicyError::NotTheDepositary(other))
        );
    }

    #[test]
    fn an_edit_or_another_occasion_voids_a_sign_off() {
        let mut edited = signed(1, 0, liaison("FRA"));
        edited.step = 1;
        assert_eq!(
            check(ActGroup::National, &[edited]),
            Err(PolicyError::WrongDigest)
        );
        assert!(!signed(1, 0, liaison("FRA")).covers(Digest::of(b"statement"), Occasion::OnPaper));
    }

    #[test]
    fn the_command_line_signs_imports_only_and_imports_are_not_for_real_instruments() {
        let by_command = [
            signed_with(1, 0, officer(), Evidence::CommandLine),
            signed(2, 1, officer()),
        ];
        assert_eq!(
            check(ActGroup::Founding, &by_command),
            Err(PolicyError::CommandLine)
        );
        let mut real = instrument();
        real.nature = Nature::Real;
        let checked = SignOffPolicy::standard().check(&ToCheck {
            group: ActGroup::National,
            occasion: Occasion::ImportOfHistory,
            participant: None,
            instrument: &real,
            keepers: &Keepers::of(&real, None),
            statement: Digest::of(b"statement"),
            sign_offs: &[],
        });
        assert_eq!(checked, Err(PolicyError::ImportIntoReal));
    }

    #[test]
    fn a_policy_that_lets_somebody_publish_alone_cannot_be_written() {
        let rule = |persons: &[u8]| Rule {
            acts: ActGroup::National,
            occasion: Occasion::Regular,
            steps: persons
                .iter()
                .map(|persons| Step {
                    all_of: vec![Wanted {
                        office: OfficeWanted::VerifierOfParticipant,
                        persons: *persons,
                    }],
                })
                .collect(),
        };
        let defect = |rules| SignOffPolicy::new(rules).unwrap_err();
        let (acts, on) = (ActGroup::National, Occasion::Regular);
        assert_eq!(defect(vec![rule(&[])]), PolicyDefect::Alone(acts, on));
        assert_eq!(defect(vec![rule(&[1])]), PolicyDefect::Alone(acts, on));
        assert_eq!(
            defect(vec![rule(&[2, 0])]),
            PolicyDefect::EmptyStep(acts, on)
        );
        assert_eq!(
            defect(vec![rule(&[2]), rule(&[3])]),
            PolicyDefect::Twice(acts, on)
        );
        let mut doubled = rule(&[1]);
        let same = doubled.steps[0].all_of[0];
        doubled.steps[0].all_of.push(same);
        assert_eq!(defect(vec![doubled]), PolicyDefect::OfficeTwice(acts, on));
        assert!(SignOffPolicy::new(vec![rule(&[2])]).is_ok());
        assert_eq!(
            SignOffPolicy::new(SignOffPolicy::standard().rules().to_vec()),
            Ok(SignOffPolicy::standard())
        );
    }
}
