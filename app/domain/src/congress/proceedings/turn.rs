//! Which actions can come where.

use crate::congress::action::{Action, Event};
use crate::congress::chamber::Chamber;
use crate::congress::condition::MayDeposit;
use crate::congress::finding::Obstacle;
use crate::congress::proceedings::{Proceedings, concludes};
use crate::congress::question::Question;
use crate::congress::route::Route;
use crate::congress::status::Status;
use crate::day::Day;

impl Proceedings {
    /// Why an action cannot come now; `None` if it can.
    pub(super) fn obstacle(&self, action: &Action, on: Option<Day>) -> Option<Obstacle> {
        let belongs = match action {
            Action::Voted(question, _) => self.has_question(*question),
            Action::Happened(event) => self.has_event(*event),
        };
        if !belongs {
            return Some(Obstacle::NotOfThisRoute);
        }
        // An agreement concluded by the President alone, and what follows consent, wait for no Congress.
        if let Some((congress, on)) = self.congress.zip(on)
            && on < congress.begins()
        {
            return Some(Obstacle::BeforeItsCongress(congress));
        }
        match action {
            Action::Voted(question, _) => self.obstacle_to_vote(*question),
            Action::Happened(event) => self.obstacle_to_event(*event, on),
        }
    }

    fn has_question(&self, question: Question) -> bool {
        let route = self.measure.route;
        let has_measure = !matches!(
            route,
            Route::ExecutiveAgreement | Route::PoliticalCommitment
        );
        let in_its_chamber = match route {
            Route::Treaty => question.chamber() == Chamber::Senate,
            Route::SimpleResolution => self
                .measure
                .origin()
                .is_none_or(|origin| origin == question.chamber()),
            _ => has_measure,
        };
        in_its_chamber
            && match question {
                Question::OrderReported(_) | Question::Cloture | Question::Procedure(_) => true,
                Question::Passage(_) => route != Route::Treaty,
                Question::Differences(_) => {
                    route.is_presented() || route == Route::ConcurrentResolution
                }
                Question::AdviceAndConsent => route == Route::Treaty,
                Question::Override(_) => route.is_presented(),
            }
    }

    fn has_event(&self, event: Event) -> bool {
        let route = self.measure.route;
        let binds = route.can_be_consent();
        match event {
            // A committee can hear whom it will on anything.
            Event::Hearing(_) => true,
            Event::Introduced(chamber)
            | Event::Referred(chamber)
            | Event::Reported(chamber)
            | Event::Discharged(chamber)
            | Event::PlacedOnCalendar(chamber) => match route {
                Route::Treaty => {
                    chamber == Chamber::Senate && event != Event::Introduced(Chamber::Senate)
                }
                Route::ExecutiveAgreement | Route::PoliticalCommitment => false,
                Route::SimpleResolution => {
                    self.measure.origin().is_none_or(|origin| origin == chamber)
                }
                _ => true,
            },
            Event::Transmitted => matches!(
                route,
                // An agreement to be approved by law is sent to both chambers.
                Route::Treaty | Route::CongressionalExecutiveAgreement
            ),
            Event::SecrecyRemoved
            | Event::Partitioned
            | Event::ReturnedToPresident
            | Event::Withdrawn
            | Event::RatificationDeclined => route == Route::Treaty,
            Event::LaidForReview | Event::ReviewEnded => route == Route::ReviewWithDisapproval,
            Event::ResolvingDifferences => {
                route.is_presented() || route == Route::ConcurrentResolution
            }
            Event::Signed if concludes(route, event) => true,
            Event::Presented
            | Event::Signed
            | Event::LawWithoutSignature
            | Event::Vetoed
            | Event::PocketVetoed => route.is_presented(),
            Event::InstrumentSigned
            | Event::Deposited
            | Event::Exchanged
            | Event::EnteredIntoForce
            | Event::Proclaimed => binds,
            Event::Concluded => matches!(
                route,
                Route::ExecutiveAgreement | Route::PoliticalCommitment
            ),
            Event::ReportedUnderCaseAct => {
                route != Route::Treaty && (binds || route == Route::PoliticalCommitment)
            }
        }
    }

    fn obstacle_to_vote(&self, question: Question) -> Option<Obstacle> {
        if self.status.is_over_in_congress() {
            return Some(Obstacle::Over(self.status));
        }
        let chamber = question.chamber();
        match (question, self.status) {
            (Question::Override(_), _) => self.obstacle_to_override(chamber),
            (Question::Procedure(_), Status::Vetoed { .. }) => None,
            (_, Status::Vetoed { .. }) => Some(Obstacle::VetoStands),
            (_, Status::BeforePresident(_)) => Some(Obstacle::BeforePresident),
            (_, Status::Rejected { by }) if by != chamber => Some(Obstacle::Refused(by)),
            (Question::Passage(_), _)
                if self.passed.contains(&chamber) && !self.passed.contains(&chamber.other()) =>
            {
                Some(Obstacle::PassedAlready(chamber))
            }
            _ => None,
        }
    }

    fn obstacle_to_override(&self, chamber: Chamber) -> Option<Obstacle> {
        if let Status::Rejected { by } = self.status {
            return Some(Obstacle::Refused(by));
        }
        if self.overridden.contains(&chamber) {
            return Some(Obstacle::PassedAlready(chamber));
        }
        let origin = self.measure.origin()?;
        (origin != chamber && !self.overridden.contains(&origin))
            .then_some(Obstacle::OtherChamberFirst(origin))
    }

    fn obstacle_to_event(&self, event: Event, on: Option<Day>) -> Option<Obstacle> {
        let status = self.status;
        match event {
            Event::Hearing(_) | Event::ReportedUnderCaseAct | Event::ReviewEnded => None,
            Event::Introduced(_) | Event::Transmitted | Event::LaidForReview => {
                (status != Status::NotBegun).then_some(Obstacle::BegunAlready)
            }
            Event::Referred(_)
            | Event::Reported(_)
            | Event::Discharged(_)
            | Event::PlacedOnCalendar(_)
            | Event::SecrecyRemoved
            | Event::ResolvingDifferences
            | Event::Partitioned => match status {
                _ if status.is_over_in_congress() => Some(Obstacle::Over(status)),
                Status::BeforePresident(_) => Some(Obstacle::BeforePresident),
                Status::Vetoed { .. } => Some(Obstacle::VetoStands),
                _ => None,
            },
            // The Senate, or the President after its consent, can let go of a treaty until it binds.
            Event::ReturnedToPresident | Event::Withdrawn => match status {
                Status::ConsentExpressed | Status::Partitioned | Status::ReturnedToPresident => {
                    Some(Obstacle::Over(status))
                }
                _ => None,
            },
            Event::Signed if concludes(self.measure.route, event) => self.obstacle_to_consent(),
            Event::Presented => match status {
                Status::BeforePresident(_) => Some(Obstacle::BeforePresident),
                _ => self.obstacle_to_president(),
            },
            Event::Signed => self.obstacle_to_president().or_else(|| self.too_late(on)),
            Event::Vetoed => self
                .obstacle_to_president()
                .or_else(|| self.too_late(on))
                .or_else(|| self.congress_is_gone(on)),
            Event::LawWithoutSignature => self
                .obstacle_to_president()
                .or_else(|| self.too_early(on))
                .or_else(|| self.congress_is_gone(on)),
            Event::PocketVetoed => self.obstacle_to_president(),
            Event::InstrumentSigned | Event::RatificationDeclined | Event::Concluded => {
                self.obstacle_to_consent()
            }
            Event::Deposited | Event::Exchanged | Event::EnteredIntoForce | Event::Proclaimed => {
                self.obstacle_to_consent()
                    .or_else(|| self.open_conditions(on))
            }
        }
    }

    /// Why the President cannot have it.
    fn obstacle_to_president(&self) -> Option<Obstacle> {
        match self.status {
            Status::Vetoed { .. } => Some(Obstacle::VetoStands),
            Status::Rejected { by } => Some(Obstacle::Refused(by)),
            status if status.is_over_in_congress() => Some(Obstacle::Over(status)),
            _ => None,
        }
    }

    fn too_late(&self, on: Option<Day>) -> Option<Obstacle> {
        let presented = self.presented?;
        (on? > presented.last_day).then_some(Obstacle::TenDaysAreOver(presented.last_day))
    }

    fn too_early(&self, on: Option<Day>) -> Option<Obstacle> {
        let presented = self.presented?;
        (on? <= presented.last_day).then_some(Obstacle::TenDaysRun(presented.last_day))
    }

    /// Without a Congress nothing can be returned, and what cannot be returned is no law.
    fn congress_is_gone(&self, on: Option<Day>) -> Option<Obstacle> {
        let congress = self.congress?;
        // A law without a signature dates from the day after the last on which it could be returned.
        let last_day = self.presented.map(|presented| presented.last_day).or(on)?;
        (last_day > congress.ends()).then_some(Obstacle::CongressIsGone(congress))
    }

    /// Why the United States cannot consent to be bound.
    fn obstacle_to_consent(&self) -> Option<Obstacle> {
        match (self.measure.route, self.status) {
            (Route::Treaty, Status::Rejected { .. }) => Some(Obstacle::NoConsent),
            (_, Status::Rejected { by }) => Some(Obstacle::Refused(by)),
            (_, Status::Vetoed { .. }) => Some(Obstacle::VetoStands),
            (
                _,
                Status::Died(_)
                | Status::ReturnedToPresident
                | Status::Withdrawn
                | Status::Partitioned,
            ) => Some(Obstacle::Over(self.status)),
            _ => None,
        }
    }

    fn open_conditions(&self, on: Option<Day>) -> Option<Obstacle> {
        match self.checklist.may_deposit(on?) {
            MayDeposit::Yes => None,
            MayDeposit::Open(keys) => Some(Obstacle::ConditionsOpen(keys)),
        }
    }
}
