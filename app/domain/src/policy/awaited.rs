//! Whose sign-off comes next.

use crate::entity::EntityCode;
use crate::office::Office;
use crate::policy::{Rule, Step, Wanted};

/// A sign-off, as far as a rule looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken<'a> {
    /// The step it was made for, from 0.
    pub step: u32,
    /// In which office.
    pub office: &'a Office,
}

/// What a rule waits for: its first step that still lacks sign-offs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awaited {
    /// The step, from 0.
    pub step: u32,
    /// Whose sign-offs it lacks, in any order, each with the number still lacking.
    pub lacks: Vec<Wanted>,
    /// How many sign-offs the rule lacks altogether, those of this step included.
    pub left: u32,
}

impl Rule {
    /// What comes next after these sign-offs, each by another person; `None` once the rule is satisfied.
    pub fn awaited(&self, taken: &[Taken<'_>], participant: Option<EntityCode>) -> Option<Awaited> {
        let mut first: Option<(u32, Vec<Wanted>)> = None;
        let mut left = 0_u32;
        for (number, step) in (0_u32..).zip(&self.steps) {
            let lacks = step.lacks(number, taken, participant);
            for wanted in &lacks {
                left = left.saturating_add(u32::from(wanted.persons));
            }
            if first.is_none() && !lacks.is_empty() {
                first = Some((number, lacks));
            }
        }
        first.map(|(step, lacks)| Awaited { step, lacks, left })
    }
}

impl Step {
    /// What the step, which has this number, still lacks.
    fn lacks(
        &self,
        number: u32,
        taken: &[Taken<'_>],
        participant: Option<EntityCode>,
    ) -> Vec<Wanted> {
        let lacking = |wanted: &Wanted| {
            let have = taken
                .iter()
                .filter(|taken| {
                    taken.step == number && wanted.office.fits(taken.office, participant)
                })
                .count();
            let have = u8::try_from(have).unwrap_or(u8::MAX);
            Some(Wanted {
                office: wanted.office,
                persons: wanted.persons.saturating_sub(have),
            })
            .filter(|lacking| lacking.persons > 0)
        };
        self.all_of.iter().filter_map(lacking).collect()
    }
}

impl Awaited {
    /// Whether a sign-off in this office is one of those that come next.
    pub fn is_for(&self, office: &Office, participant: Option<EntityCode>) -> bool {
        self.lacks
            .iter()
            .any(|wanted| wanted.office.fits(office, participant))
    }

    /// Whether one more sign-off satisfies the rule.
    pub fn is_last(&self) -> bool {
        self.left == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::ActGroup;
    use crate::policy::{Occasion, OfficeWanted, SignOffPolicy};

    fn liaison() -> Office {
        Office::Liaison("FRA".parse().unwrap())
    }

    fn verifier() -> Office {
        Office::Verifier("FRA".parse().unwrap())
    }

    fn officer() -> Office {
        Office::DepositaryOfficer("depositary".parse().unwrap())
    }

    fn france() -> EntityCode {
        "FRA".parse().unwrap()
    }

    fn taken(step: u32, office: &Office) -> Taken<'_> {
        Taken { step, office }
    }

    #[test]
    fn a_consent_waits_for_the_liaison_then_the_verifier_then_the_depositary() {
        let policy = SignOffPolicy::standard();
        let rule = policy
            .rule(ActGroup::International, Occasion::Regular)
            .unwrap();
        let (liaison, verifier, officer) = (liaison(), verifier(), officer());
        let mut signed = Vec::new();
        for (step, office) in (0_u32..).zip([&liaison, &verifier, &officer]) {
            let awaited = rule.awaited(&signed, Some(france())).unwrap();
            assert_eq!((awaited.step, awaited.left), (step, 3 - step));
            assert_eq!(awaited.is_last(), step == 2);
            for other in [&liaison, &verifier, &officer] {
                assert_eq!(awaited.is_for(other, Some(france())), other == office);
            }
            signed.push(taken(step, office));
        }
        assert_eq!(rule.awaited(&signed, Some(france())), None);
    }

    #[test]
    fn within_a_step_the_order_is_free_and_persons_are_counted() {
        let wanted = |office, persons| Wanted { office, persons };
        let rule = Rule {
            acts: ActGroup::International,
            occasion: Occasion::Regular,
            steps: vec![Step {
                all_of: vec![
                    wanted(OfficeWanted::VerifierOfParticipant, 1),
                    wanted(OfficeWanted::DepositaryOfficer, 2),
                ],
            }],
        };
        let (verifier, officer) = (verifier(), officer());
        let after_officer = rule.awaited(&[taken(0, &officer)], Some(france())).unwrap();
        assert_eq!(after_officer.left, 2);
        assert!(after_officer.is_for(&officer, Some(france())));
        assert!(after_officer.is_for(&verifier, Some(france())));
        let two = [taken(0, &officer), taken(0, &officer)];
        let last = rule.awaited(&two, Some(france())).unwrap();
        assert!(last.is_last() && !last.is_for(&officer, Some(france())));
        assert!(!last.is_for(&Office::Verifier("DEU".parse().unwrap()), Some(france())));
        let one_of_another_step = rule
            .awaited(&[taken(1, &verifier)], Some(france()))
            .unwrap();
        assert_eq!(one_of_another_step.left, 3);
    }
}
