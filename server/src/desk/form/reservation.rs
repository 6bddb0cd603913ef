//! The reservations on record, to be chosen from: one's own, or those of the others.

use std::collections::{BTreeMap, BTreeSet};

use app::desk::{Control, Offered, Wrong};
use app::say;
use domain::act::Act;
use domain::entity::EntityCode;
use domain::name::Key;

use super::ask;
use super::case::Case;
use super::reader::Reader;
use crate::proposal::Fields;

/// The name of the control.
const NAME: &str = "reservation";

/// Whose reservations are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Those of the participant that the statement is about, as far as they stand.
    Own,
    /// Those of the other participants, as far as they stand.
    Others,
    /// Those of others to which the participant has objected, as far as the objection stands.
    ObjectedTo,
}

/// A reservation: whose, and its key.
type Reservation = (EntityCode, Key);

/// What can be chosen where the statement is about this participant; of everybody's where that is
/// not settled yet.
fn offered(case: &Case, about: Option<EntityCode>, whose: Whose) -> Vec<Reservation> {
    let Some(view) = case.view() else {
        return Vec::new();
    };
    let corrected = case.corrects.as_ref().map(|fact| fact.hash);
    // The last act on each settles whether it stands: what was withdrawn can be made again.
    let mut stands: BTreeMap<(EntityCode, Reservation), bool> = BTreeMap::new();
    for (code, participant) in &view.participants {
        // What is replaced ends nothing: it can be chosen again.
        let facts = participant.facts.iter().map(|fact| {
            let is_corrected = Some(fact.hash) == corrected;
            (fact.act(), is_corrected)
        });
        for (act, is_corrected) in facts {
            let (reservation, is_made) = match (act, whose) {
                (Some(Act::ReservationFormulated(one)), Whose::Own | Whose::Others) => {
                    ((*code, one.reservation.clone()), true)
                }
                (Some(Act::ReservationWithdrawn(one)), Whose::Own | Whose::Others) => {
                    ((*code, one.reservation.clone()), false)
                }
                (Some(Act::ObjectionRaised(one)), Whose::ObjectedTo) => {
                    ((one.to, one.reservation.clone()), true)
                }
                (Some(Act::ObjectionWithdrawn(one)), Whose::ObjectedTo) => {
                    ((one.to, one.reservation.clone()), false)
                }
                (_, _) => continue,
            };
            if is_made || !is_corrected {
                stands.insert((*code, reservation), is_made);
            }
        }
    }
    let fits = |by: EntityCode, of: EntityCode| match whose {
        Whose::Own | Whose::ObjectedTo => about.is_none_or(|about| about == by),
        Whose::Others => about != Some(of),
    };
    stands
        .into_iter()
        .filter(|((by, reservation), stands)| *stands && fits(*by, reservation.0))
        .map(|((_, reservation), _)| reservation)
        .collect::<BTreeSet<Reservation>>()
        .into_iter()
        .collect()
}

/// The question which one it is.
pub fn control(case: &Case, fields: &Fields, whose: Whose) -> Control {
    let words = case.words;
    let label = match whose {
        Whose::Own | Whose::Others => say!(words, "act-reservation-which"),
        Whose::ObjectedTo => say!(words, "act-objection-which"),
    };
    let offered: Vec<Offered> = offered(case, case.participant(), whose)
        .into_iter()
        .map(|(code, key)| {
            let line = say!(
                words,
                "act-reservation-line",
                name = words.entity(code),
                reservation = key.as_str()
            );
            Offered::new(&value(code, &key), line)
        })
        .collect();
    if offered.is_empty() {
        let none = match whose {
            Whose::Own => say!(words, "act-reservation-none"),
            Whose::Others => say!(words, "act-objection-none"),
            Whose::ObjectedTo => say!(words, "act-objection-none-made"),
        };
        return ask::told(NAME, label, none);
    }
    ask::choice(fields, NAME, label, offered)
}

/// The one that was chosen: whose it is, and its key.
pub fn read(reader: &mut Reader<'_>, whose: Whose) -> Option<Reservation> {
    let typed = reader.typed(NAME);
    let found = offered(reader.case, reader.about(), whose)
        .into_iter()
        .find(|(code, key)| value(*code, key) == typed);
    if found.is_none() {
        let wrong = if typed.is_empty() {
            Wrong::NotChosen
        } else {
            Wrong::NotOffered
        };
        reader.wrong(NAME, wrong);
    }
    found
}

/// How it would have been chosen.
pub fn typed(fields: &mut Fields, of: EntityCode, key: &Key) {
    ask::put(fields, NAME, value(of, key));
}

fn value(of: EntityCode, key: &Key) -> String {
    format!("{of}/{key}")
}
