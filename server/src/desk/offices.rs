//! Offices in words: who has signed, and who signs next.

use app::say;
use app::words::Words;
use domain::entity::EntityCode;
use domain::office::Office;
use domain::policy::{Awaited, OfficeWanted, Rule, Step, Wanted};

/// An office: "a verifier of Poland".
pub fn office(words: Words, office: &Office) -> String {
    match office {
        Office::Liaison(of) => say!(words, "desk-office-liaison", country = words.entity(*of)),
        Office::Verifier(of) => say!(words, "desk-office-verifier", country = words.entity(*of)),
        Office::DepositaryOfficer(_) => say!(words, "desk-office-depositary"),
    }
}

/// An office as a policy asks for it. `author` is the office that wrote the draft: another officer of
/// the same authority is a second one.
pub fn wanted(
    words: Words,
    wanted: OfficeWanted,
    participant: Option<EntityCode>,
    author: &Office,
) -> String {
    let country = participant.map_or_else(String::new, |code| words.entity(code));
    match wanted {
        OfficeWanted::LiaisonOfParticipant => {
            say!(words, "desk-office-liaison", country = country)
        }
        OfficeWanted::VerifierOfParticipant => {
            say!(words, "desk-office-verifier", country = country)
        }
        OfficeWanted::VerifierOfAnother => say!(words, "desk-office-another-verifier"),
        OfficeWanted::DepositaryOfficer if author.is_of_depositary() => {
            say!(words, "desk-office-second-depositary")
        }
        OfficeWanted::DepositaryOfficer => say!(words, "desk-office-depositary"),
    }
}

/// Whoever may sign next, in one phrase.
pub fn awaited(
    words: Words,
    awaited: &Awaited,
    participant: Option<EntityCode>,
    author: &Office,
) -> String {
    let names: Vec<String> = awaited
        .lacks
        .iter()
        .map(|lacking| several(words, *lacking, participant, author))
        .collect();
    words.list(&names)
}

/// The steps that follow one another, in one phrase.
pub fn steps(
    words: Words,
    steps: &[Step],
    participant: Option<EntityCode>,
    author: &Office,
) -> Option<String> {
    let phrases = steps.iter().map(|step| {
        let names: Vec<String> = step
            .all_of
            .iter()
            .map(|one| several(words, *one, participant, author))
            .collect();
        words.list(&names)
    });
    phrases.reduce(|one, other| say!(words, "desk-and-then", one = one, other = other))
}

/// So many persons of an office as a policy asks for it.
fn several(words: Words, one: Wanted, participant: Option<EntityCode>, author: &Office) -> String {
    if one.persons <= 1 {
        return wanted(words, one.office, participant, author);
    }
    let count = one.persons;
    let country = participant.map_or_else(String::new, |code| words.entity(code));
    match one.office {
        OfficeWanted::LiaisonOfParticipant => say!(
            words,
            "desk-offices-liaison",
            count = count,
            country = country
        ),
        OfficeWanted::VerifierOfParticipant => say!(
            words,
            "desk-offices-verifier",
            count = count,
            country = country
        ),
        OfficeWanted::VerifierOfAnother => {
            say!(words, "desk-offices-another-verifier", count = count)
        }
        // An author of the depositary is the first of them.
        OfficeWanted::DepositaryOfficer if author.is_of_depositary() => {
            say!(words, "desk-offices-more-depositary", count = count)
        }
        OfficeWanted::DepositaryOfficer => say!(words, "desk-offices-depositary", count = count),
    }
}

/// What a rule of a policy asks for, whoever the participant is, in one phrase.
pub fn rule(words: Words, rule: &Rule) -> String {
    let mut before: Vec<OfficeWanted> = Vec::new();
    let mut phrases = Vec::new();
    for step in &rule.steps {
        let names: Vec<String> = step
            .all_of
            .iter()
            .map(|one| of_the_rule(words, *one, before.contains(&one.office)))
            .collect();
        before.extend(step.all_of.iter().map(|one| one.office));
        phrases.push(words.list(&names));
    }
    phrases
        .into_iter()
        .reduce(|one, other| say!(words, "desk-and-then", one = one, other = other))
        .unwrap_or_default()
}

/// An office in a rule; `again` if persons of it have signed at an earlier step.
fn of_the_rule(words: Words, wanted: Wanted, again: bool) -> String {
    let count = wanted.persons;
    match (wanted.office, again) {
        (OfficeWanted::LiaisonOfParticipant, _) => say!(words, "policy-liaison", count = count),
        (OfficeWanted::VerifierOfParticipant, _) => say!(words, "policy-verifier", count = count),
        (OfficeWanted::VerifierOfAnother, _) => {
            say!(words, "policy-another-verifier", count = count)
        }
        (OfficeWanted::DepositaryOfficer, false) => {
            say!(words, "policy-depositary", count = count)
        }
        (OfficeWanted::DepositaryOfficer, true) => {
            say!(words, "policy-depositary-more", count = count)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_officers_are_said_only_where_one_of_them_has_written_it() {
        let step = Step {
            all_of: vec![Wanted {
                office: OfficeWanted::DepositaryOfficer,
                persons: 2,
            }],
        };
        let said = |author: &Office| {
            let steps = std::slice::from_ref(&step);
            super::steps(Words::english(), steps, None, author).unwrap()
        };
        let liaison = Office::Liaison("POL".parse().unwrap());
        assert_eq!(said(&liaison), "2 officers of the depositary");
        let officer = Office::DepositaryOfficer("depositary".parse().unwrap());
        assert_eq!(said(&officer), "2 more officers of the depositary");
    }
}
