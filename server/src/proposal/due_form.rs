//! The acceptance in due form: the depositary's check, and the statement it becomes.

use std::collections::BTreeSet;

use domain::act::{AcceptedInDueForm, Act, DueFormCheck, DueFormFinding, DueFormItem};
use domain::day::Day;
use domain::digest::Digest;
use domain::legal_date::LegalDate;
use domain::statement::Statement;
use domain::text::{Source, Text};
use serde::Serialize;

/// What a depositary officer finds on receiving an act (VCLT art. 77(1)(d)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Acceptance {
    /// The date of receipt at the depositary's seat: the date that counts.
    pub received: LegalDate,
    /// The number given to the act.
    pub number: Option<Text>,
    /// What was found on each item of [`DueFormItem::ALL`].
    pub checklist: Vec<DueFormCheck>,
    /// Where it can be read; why something not in order was accepted all the same.
    pub sources: Vec<Source>,
}

/// Why a due-form check is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DueFormProblem {
    /// An item was not checked.
    #[error("the due-form check says nothing of {0:?}")]
    NotChecked(DueFormItem),
    /// An item was checked twice.
    #[error("the due-form check names {0:?} twice")]
    CheckedTwice(DueFormItem),
    /// Something not in order was accepted, and no source says why.
    #[error("{0:?} was accepted all the same; give a source that says why")]
    WithoutGround(DueFormItem),
    /// Nothing is known of the date of receipt, so that the act could not count.
    #[error("the date of receipt is not known; it is the date that counts")]
    DateUnknown,
    /// The date of receipt has not come yet.
    #[error("the date of receipt lies after today, {0}")]
    NotReceivedYet(Day),
}

impl Acceptance {
    /// Whether every item was checked once, what was accepted all the same has a ground, and the
    /// date of receipt has come. `today` is the legal day at the seat.
    ///
    /// # Errors
    /// [`DueFormProblem`], the first one.
    pub fn check(&self, today: Day) -> Result<(), DueFormProblem> {
        let mut checked = BTreeSet::new();
        for check in &self.checklist {
            if !checked.insert(check.item) {
                return Err(DueFormProblem::CheckedTwice(check.item));
            }
            if check.finding == DueFormFinding::AcceptedAllTheSame && self.sources.is_empty() {
                return Err(DueFormProblem::WithoutGround(check.item));
            }
        }
        for item in DueFormItem::ALL {
            if !checked.contains(&item) {
                return Err(DueFormProblem::NotChecked(item));
            }
        }
        match self.received.latest() {
            None => Err(DueFormProblem::DateUnknown),
            Some(latest) if latest > today => Err(DueFormProblem::NotReceivedYet(today)),
            Some(_) => Ok(()),
        }
    }

    /// The statement that accepts this act, made today.
    pub(super) fn of(self, act: &Statement, hash: Digest, today: Day) -> Statement {
        let mut statement = Statement::new(
            act.instrument.clone(),
            LegalDate::on(today),
            Act::AcceptedInDueForm(AcceptedInDueForm {
                statement: hash,
                received: self.received,
                number: self.number,
                checklist: self.checklist,
            }),
        );
        statement.participant = act.participant;
        statement.sources = self.sources;
        statement
    }

    /// Whether this is the acceptance that a statement holds.
    pub(super) fn is_in(&self, statement: &Statement) -> bool {
        matches!(statement.act(), Some(Act::AcceptedInDueForm(accepted))
            if accepted.received == self.received
                && accepted.number == self.number
                && accepted.checklist == self.checklist
                && statement.sources == self.sources)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn found(finding: DueFormFinding) -> Acceptance {
        Acceptance {
            received: LegalDate::on(day("2026-03-10")),
            number: None,
            checklist: DueFormItem::ALL
                .into_iter()
                .map(|item| DueFormCheck { item, finding })
                .collect(),
            sources: Vec::new(),
        }
    }

    #[test]
    fn every_item_is_checked_once_and_nothing_is_accepted_all_the_same_without_a_ground() {
        let today = day("2026-03-10");
        let in_order = found(DueFormFinding::InOrder);
        assert_eq!(in_order.check(today), Ok(()));
        let mut short = in_order.clone();
        let last = short.checklist.pop().unwrap();
        assert_eq!(
            short.check(today),
            Err(DueFormProblem::NotChecked(last.item))
        );
        let mut twice = in_order.clone();
        twice.checklist.push(last.clone());
        assert_eq!(
            twice.check(today),
            Err(DueFormProblem::CheckedTwice(last.item))
        );
        let mut all_the_same = found(DueFormFinding::AcceptedAllTheSame);
        assert!(matches!(
            all_the_same.check(today),
            Err(DueFormProblem::WithoutGround(_))
        ));
        all_the_same.sources.push(Source {
            citation: Text::english("Note of the depositary").unwrap(),
            url: None,
            confidence: None,
        });
        assert_eq!(all_the_same.check(today), Ok(()));
    }

    #[test]
    fn the_date_of_receipt_is_known_and_has_come() {
        let mut acceptance = found(DueFormFinding::InOrder);
        assert_eq!(
            acceptance.check(day("2026-03-09")),
            Err(DueFormProblem::NotReceivedYet(day("2026-03-09")))
        );
        acceptance.received = LegalDate::unknown();
        assert_eq!(
            acceptance.check(day("2026-03-10")),
            Err(DueFormProblem::DateUnknown)
        );
    }
}
