//! The form to adopt a sign-off policy: the standard one, with more persons where they are wanted.
//!
//! A policy can say more than this form asks: groups in parallel, other offices. Such a one is shown
//! in words, and replaced as a whole.

use app::desk::{Control, Kind, Wrong};
use app::say;
use app::words::Words;
use domain::act::{Act, ActGroup, SignOffPolicyAdopted};
use domain::policy::{Occasion, OfficeWanted, Rule, SignOffPolicy, Step, Wanted};

use super::super::offices;
use super::case::Case;
use super::reader::{FieldError, Reader};
use super::{Dated, Form, ask};
use crate::proposal::Fields;

/// A sign-off policy is adopted.
pub(super) struct SignOffPolicyAdoptedForm;

/// More than any office has officers here.
const MOST: u8 = 9;

/// The numbers of persons that the form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Persons {
    /// Depositary officers for the instrument, its participants and its policy.
    founding: u8,
    /// Depositary officers for notifications and corrections.
    notifying: u8,
    /// Depositary officers for an act received on paper.
    on_paper: u8,
    /// Depositary officers for an act of a State that its own officers have signed.
    receiving: u8,
    /// Verifiers of the State for its own acts.
    verifiers: u8,
}

/// The names of the questions, each with the fewest persons that it takes: nobody publishes alone.
const FOUNDING: (&str, u8) = ("founding", 2);
const NOTIFYING: (&str, u8) = ("notifying", 2);
const ON_PAPER: (&str, u8) = ("on-paper", 2);
const RECEIVING: (&str, u8) = ("receiving", 1);
const VERIFIERS: (&str, u8) = ("verifiers", 1);

impl Persons {
    /// The numbers of a policy.
    fn of(policy: &SignOffPolicy) -> Self {
        let count = |acts, occasion, office| {
            let rule = policy.rule(acts, occasion).ok();
            let wanted = rule
                .into_iter()
                .flat_map(|rule| &rule.steps)
                .flat_map(|step| &step.all_of);
            wanted
                .filter(|wanted| wanted.office == office)
                .map(|wanted| wanted.persons)
                .fold(0_u8, u8::saturating_add)
        };
        let depositary = OfficeWanted::DepositaryOfficer;
        Self {
            founding: count(ActGroup::Founding, Occasion::Regular, depositary),
            notifying: count(ActGroup::Depositary, Occasion::Regular, depositary),
            on_paper: count(ActGroup::International, Occasion::OnPaper, depositary),
            receiving: count(ActGroup::International, Occasion::Regular, depositary),
            verifiers: count(
                ActGroup::National,
                Occasion::Regular,
                OfficeWanted::VerifierOfParticipant,
            ),
        }
    }

    /// The rule of the standard policy with these numbers.
    fn applied_to(self, rule: &Rule) -> Rule {
        let steps = match (rule.acts, rule.occasion) {
            (ActGroup::Founding, Occasion::Regular | Occasion::OnPaper) => {
                one_then_others(self.founding)
            }
            (ActGroup::Depositary, Occasion::Regular | Occasion::OnPaper) => {
                one_then_others(self.notifying)
            }
            (ActGroup::International, Occasion::OnPaper) => one_then_others(self.on_paper),
            (ActGroup::National | ActGroup::International, _) => {
                rule.steps.iter().map(|step| self.in_step(step)).collect()
            }
            (ActGroup::Founding | ActGroup::Depositary | ActGroup::Acceptance, _) => {
                rule.steps.clone()
            }
        };
        Rule {
            acts: rule.acts,
            occasion: rule.occasion,
            steps,
        }
    }

    fn in_step(self, step: &Step) -> Step {
        let more = |wanted: &Wanted| Wanted {
            office: wanted.office,
            persons: match wanted.office {
                OfficeWanted::VerifierOfParticipant => self.verifiers,
                OfficeWanted::DepositaryOfficer => self.receiving,
                OfficeWanted::LiaisonOfParticipant | OfficeWanted::VerifierOfAnother => {
                    wanted.persons
                }
            },
        };
        Step {
            all_of: step.all_of.iter().map(more).collect(),
        }
    }

    /// The standard policy with these numbers.
    fn policy(self) -> Option<SignOffPolicy> {
        let standard = SignOffPolicy::standard();
        let rules = standard.rules().iter().map(|rule| {
            // A history is imported by two, however many sign what is new.
            if rule.occasion == Occasion::ImportOfHistory {
                rule.clone()
            } else {
                self.applied_to(rule)
            }
        });
        SignOffPolicy::new(rules.collect()).ok()
    }
}

/// One depositary officer who drafts, then the others.
fn one_then_others(persons: u8) -> Vec<Step> {
    let step = |persons| Step {
        all_of: vec![Wanted {
            office: OfficeWanted::DepositaryOfficer,
            persons,
        }],
    };
    vec![step(1), step(persons.saturating_sub(1))]
}

/// How many persons have an account to sign as the form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct There {
    /// Officers of the authorities that keep the instrument.
    pub depositary: usize,
    /// Verifiers of the State that has fewest, of those that have any.
    pub verifiers: Option<usize>,
}

/// The answers that ask for more persons than there are. With such a policy nothing could be published
/// any more, and no other policy adopted.
pub fn beyond(policy: &SignOffPolicy, there: There) -> Vec<FieldError> {
    let persons = Persons::of(policy);
    let depositary = [
        (FOUNDING, persons.founding),
        (NOTIFYING, persons.notifying),
        (ON_PAPER, persons.on_paper),
        (RECEIVING, persons.receiving),
    ];
    let verifiers = there
        .verifiers
        .map(|there| (VERIFIERS, persons.verifiers, there));
    depositary
        .into_iter()
        .map(|(question, asked)| (question, asked, there.depositary))
        .chain(verifiers)
        .filter(|(_, asked, there)| usize::from(*asked) > *there)
        .map(|((name, _), asked, there)| FieldError {
            control: name.to_owned(),
            at: name.to_owned(),
            wrong: Wrong::NotSoMany { asked, there },
        })
        .collect()
}

/// How many officers of the depositary a policy asks for from then on, if that is more than now.
pub fn asks_for_more(policy: &SignOffPolicy, now: &SignOffPolicy) -> Option<u8> {
    let founding = Persons::of(policy).founding;
    (founding > Persons::of(now).founding).then_some(founding)
}

/// A number of persons, from the fewest that the question takes.
fn persons(reader: &mut Reader<'_>, (name, least): (&str, u8)) -> Option<u8> {
    if reader.typed(name).is_empty() {
        reader.wrong(name, Wrong::Missing);
        return None;
    }
    let number = reader.number(name)?;
    match u8::try_from(number) {
        Ok(number) if number < least => reader.wrong(name, Wrong::TooFew(least)),
        Ok(number) if number <= MOST => return Some(number),
        Ok(_) | Err(_) => reader.wrong(name, Wrong::TooMany(MOST)),
    }
    None
}

/// A policy in words: who signs, and which acts.
fn in_words(words: Words, policy: &SignOffPolicy) -> Vec<(String, String)> {
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for rule in policy.rules() {
        let who = offices::rule(words, rule);
        let acts = acts(words, rule);
        match lines.iter_mut().find(|(same, _)| *same == who) {
            Some((_, all)) => all.push(acts),
            None => lines.push((who, vec![acts])),
        }
    }
    lines
        .into_iter()
        .map(|(who, acts)| (acts.join("; "), who))
        .collect()
}

fn acts(words: Words, rule: &Rule) -> String {
    let acts = match rule.acts {
        ActGroup::Founding => say!(words, "policy-acts-founding"),
        ActGroup::National => say!(words, "policy-acts-national"),
        ActGroup::International => say!(words, "policy-acts-international"),
        ActGroup::Depositary => say!(words, "policy-acts-depositary"),
        ActGroup::Acceptance => say!(words, "policy-acts-acceptance"),
    };
    match rule.occasion {
        Occasion::Regular => acts,
        Occasion::OnPaper => say!(words, "policy-on-paper", acts = acts),
        Occasion::Exchange => say!(words, "policy-exchange", acts = acts),
        Occasion::ImportOfHistory => say!(words, "policy-import", acts = acts),
    }
}

impl Form for SignOffPolicyAdoptedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let number = |(name, least): (&str, u8), label| {
            let hint = say!(words, "policy-persons-hint", least = least, most = MOST);
            ask::number(typed, name, label, Some(hint))
        };
        let in_force = case.record().map_or_else(Vec::new, |record| {
            in_words(words, record.policy())
                .into_iter()
                .map(|(acts, who)| say!(words, "policy-line", acts = acts, who = who))
                .collect()
        });
        vec![
            ask::told(
                "told-policy",
                say!(words, "policy-in-force"),
                in_force.join("\n"),
            ),
            number(FOUNDING, say!(words, "policy-persons-founding")),
            number(NOTIFYING, say!(words, "policy-persons-notifying")),
            number(ON_PAPER, say!(words, "policy-persons-on-paper")),
            number(RECEIVING, say!(words, "policy-persons-receiving")),
            number(VERIFIERS, say!(words, "policy-persons-verifiers")),
        ]
    }

    fn reads(&self, case: &Case, act: &Act) -> Option<Vec<Control>> {
        let Act::SignOffPolicyAdopted(adopted) = act else {
            return None;
        };
        let lines = in_words(case.words, &adopted.policy)
            .into_iter()
            .map(|(acts, who)| Control {
                name: FOUNDING.0.to_owned(),
                label: acts,
                hint: None,
                kind: Kind::Line(who),
            });
        Some(lines.collect())
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let founding = persons(reader, FOUNDING);
        let notifying = persons(reader, NOTIFYING);
        let on_paper = persons(reader, ON_PAPER);
        let receiving = persons(reader, RECEIVING);
        let verifiers = persons(reader, VERIFIERS);
        let persons = Persons {
            founding: founding?,
            notifying: notifying?,
            on_paper: on_paper?,
            receiving: receiving?,
            verifiers: verifiers?,
        };
        let policy = persons.policy()?;
        Some(Act::SignOffPolicyAdopted(SignOffPolicyAdopted { policy }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::SignOffPolicyAdopted(adopted) = act {
            typed(&adopted.policy, fields);
        }
    }

    /// It binds from the next statement on, whatever it is dated.
    fn dated(&self) -> Dated {
        Dated::Today
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        if let Some(record) = case.record() {
            typed(record.policy(), fields);
        }
    }
}

/// The numbers of a policy, as they would have been typed.
fn typed(policy: &SignOffPolicy, fields: &mut Fields) {
    let persons = Persons::of(policy);
    for ((name, _), number) in [
        (FOUNDING, persons.founding),
        (NOTIFYING, persons.notifying),
        (ON_PAPER, persons.on_paper),
        (RECEIVING, persons.receiving),
        (VERIFIERS, persons.verifiers),
    ] {
        ask::put(fields, name, number.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_numbers_give_the_standard_policy() {
        let standard = SignOffPolicy::standard();
        assert_eq!(Persons::of(&standard).policy(), Some(standard));
    }

    #[test]
    fn more_persons_are_asked_for_and_are_read_back() {
        let more = Persons {
            founding: 3,
            notifying: 4,
            on_paper: 3,
            receiving: 2,
            verifiers: 2,
        };
        let policy = more.policy().unwrap();
        assert_eq!(Persons::of(&policy), more);
        let of = |acts, occasion| {
            let rule = policy.rule(acts, occasion).unwrap();
            offices::rule(Words::english(), rule)
        };
        assert_eq!(
            of(ActGroup::Founding, Occasion::Regular),
            "an officer of the depositary, then 2 more officers of the depositary"
        );
        assert_eq!(
            of(ActGroup::International, Occasion::Regular),
            "a liaison officer of the State, then 2 verifiers of the State, then 2 officers of the depositary"
        );
        assert_eq!(
            of(ActGroup::International, Occasion::ImportOfHistory),
            "an officer of the depositary, then another officer of the depositary"
        );
    }
}
