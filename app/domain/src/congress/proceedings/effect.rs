//! What an action does to a measure.

use std::collections::BTreeSet;

use crate::congress::action::Event;
use crate::congress::chamber::Chamber;
use crate::congress::presentment::Presentment;
use crate::congress::proceedings::{Proceedings, concludes};
use crate::congress::question::Question;
use crate::congress::route::Route;
use crate::congress::status::{Death, Place, Status};
use crate::day::Day;
use crate::majority::Decision;

impl Proceedings {
    /// A vote ended.
    pub(super) fn voted(&mut self, question: Question, decision: Decision) {
        let carried = match decision {
            Decision::Carried => true,
            Decision::Lost => false,
            // The measure stays where it is.
            Decision::CannotBeTold => return,
        };
        match (question, carried) {
            (Question::OrderReported(chamber), true) => self.lies(chamber, Place::Reported),
            (Question::OrderReported(chamber), false) => self.lies(chamber, Place::Committee),
            (Question::Cloture, true) => self.lies(Chamber::Senate, Place::Floor),
            (Question::Cloture, false) => self.lies(Chamber::Senate, Place::Calendar),
            (Question::Procedure(_), _) => {}
            (Question::Passage(chamber), true) => self.pass(chamber),
            (Question::Passage(by), false) => self.status = Status::Rejected { by },
            (Question::Differences(chamber), true) => {
                // Differences are between two texts that have both passed.
                self.missed(chamber.other());
                self.passed = BTreeSet::from([Chamber::House, Chamber::Senate]);
                self.pass(chamber);
            }
            (Question::Differences(_), false) => self.status = Status::ResolvingDifferences,
            (Question::AdviceAndConsent, true) => self.status = Status::ConsentGiven,
            (Question::AdviceAndConsent, false) => {
                self.status = Status::Rejected {
                    by: Chamber::Senate,
                };
            }
            (Question::Override(chamber), true) => {
                self.overridden.insert(chamber);
                self.status = if self.overridden.contains(&chamber.other()) {
                    Status::Law
                } else {
                    Status::Vetoed {
                        next: Some(chamber.other()),
                    }
                };
            }
            (Question::Override(chamber), false) => {
                self.status = Status::Died(Death::VetoSustained(chamber));
            }
        }
    }

    /// Something happened.
    pub(super) fn happened(&mut self, event: Event, on: Option<Day>) {
        match event {
            Event::Introduced(chamber) => self.lies(chamber, Place::Received),
            Event::Transmitted if self.measure.route == Route::Treaty => {
                self.lies(Chamber::Senate, Place::Received);
            }
            Event::Referred(chamber) => self.lies(chamber, Place::Committee),
            Event::Reported(chamber) | Event::Discharged(chamber) => {
                self.lies(chamber, Place::Reported);
            }
            Event::PlacedOnCalendar(chamber) => self.lies(chamber, Place::Calendar),
            Event::ResolvingDifferences => self.status = Status::ResolvingDifferences,
            Event::Partitioned => self.status = Status::Partitioned,
            Event::ReturnedToPresident => self.status = Status::ReturnedToPresident,
            Event::Withdrawn => self.status = Status::Withdrawn,
            Event::Presented => {
                self.both_passed();
                self.presented = on.and_then(|on| Presentment::on(on).ok());
                self.status = Status::BeforePresident(self.presented);
            }
            Event::Signed | Event::InstrumentSigned if concludes(self.measure.route, event) => {
                self.status = Status::ConsentExpressed;
            }
            Event::Signed | Event::LawWithoutSignature => {
                self.both_passed();
                self.status = Status::Law;
            }
            Event::Vetoed => {
                self.both_passed();
                self.status = Status::Vetoed {
                    next: self.measure.origin(),
                };
            }
            Event::PocketVetoed => {
                self.both_passed();
                self.status = Status::Died(Death::PocketVeto);
            }
            Event::InstrumentSigned => {
                self.approved();
                self.status = Status::InstrumentSigned;
            }
            Event::RatificationDeclined => {
                self.approved();
                self.status = Status::RatificationDeclined;
            }
            Event::Deposited | Event::Exchanged | Event::EnteredIntoForce | Event::Proclaimed => {
                self.approved();
                self.status = Status::ConsentExpressed;
            }
            Event::Concluded => {
                self.status = if self.measure.route == Route::PoliticalCommitment {
                    Status::Made
                } else {
                    Status::ConsentExpressed
                };
            }
            // An agreement sent to both chambers is not yet a bill.
            Event::Transmitted
            | Event::LaidForReview
            | Event::SecrecyRemoved
            | Event::Hearing(_)
            | Event::ReviewEnded
            | Event::ReportedUnderCaseAct => {}
        }
    }

    fn lies(&mut self, chamber: Chamber, place: Place) {
        self.status = Status::Pending { chamber, place };
    }

    fn pass(&mut self, chamber: Chamber) {
        self.passed.insert(chamber);
        let by_both = self.passed.len() > 1;
        self.status = match (self.measure.route, by_both) {
            (Route::SimpleResolution, _) | (Route::ConcurrentResolution, true) => Status::AgreedTo,
            (_, true) => Status::Passed,
            (_, false) => Status::Pending {
                chamber: chamber.other(),
                place: Place::Received,
            },
        };
    }

    /// What follows supposes that both chambers passed it.
    fn both_passed(&mut self) {
        self.missed(Chamber::House);
        self.missed(Chamber::Senate);
    }

    fn missed(&mut self, chamber: Chamber) {
        if self.passed.insert(chamber) {
            self.note_missing(Question::Passage(chamber));
        }
    }

    /// What follows supposes that the Senate consented, or that there is a law.
    fn approved(&mut self) {
        match self.measure.route {
            Route::Treaty if !self.status.is_over_in_congress() => {
                self.note_missing(Question::AdviceAndConsent);
            }
            Route::CongressionalExecutiveAgreement if !self.status.is_over_in_congress() => {
                self.both_passed();
            }
            _ => {}
        }
    }

    fn note_missing(&mut self, question: Question) {
        if !self.not_reported.contains(&question) {
            self.not_reported.push(question);
        }
    }
}
