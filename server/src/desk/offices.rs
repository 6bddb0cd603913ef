//! Offices in words: who has signed, and who signs next.

use app::say;
use app::words::Words;
use domain::entity::EntityCode;
use domain::office::Office;
use domain::policy::{Awaited, OfficeWanted, Step};

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
        .map(|lacking| wanted(words, lacking.office, participant, author))
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
            .map(|one| wanted(words, one.office, participant, author))
            .collect();
        words.list(&names)
    });
    phrases.reduce(|one, other| say!(words, "desk-and-then", one = one, other = other))
}
