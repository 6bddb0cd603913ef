//! The way of a measure, action by action.
//!
//! Which actions can come where is in `turn.rs`, what each does in `effect.rs`, and what the end of a
//! Congress does in `end.rs`.

mod effect;
mod end;
mod turn;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::congress::action::{Action, Event};
use crate::congress::chamber::Chamber;
use crate::congress::citation::Citation;
use crate::congress::condition::Checklist;
use crate::congress::finding::{Finding, Obstacle};
use crate::congress::presentment::Presentment;
use crate::congress::question::Question;
use crate::congress::route::{LegalEffect, Route};
use crate::congress::status::{Agreement, Status};
use crate::congress::term::Congress;
use crate::congress::vote::Verdict;
use crate::day::Day;
use crate::majority::Decision;

/// A measure: what it is, and which way it takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Its route.
    pub route: Route,
    /// How it is cited; `None` if it has no citation, or it is not known.
    pub citation: Option<Citation>,
}

impl Measure {
    /// What comes of it in law.
    pub fn legal_effect(&self) -> LegalEffect {
        self.route.legal_effect()
    }

    /// The chamber in which it began, if that is known.
    pub fn origin(&self) -> Option<Chamber> {
        self.citation
            .as_ref()
            .map(|citation| citation.form.origin())
    }
}

/// A measure and what happened to it so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proceedings {
    measure: Measure,
    status: Status,
    /// The Congress whose proceedings these are.
    congress: Option<Congress>,
    passed: BTreeSet<Chamber>,
    overridden: BTreeSet<Chamber>,
    presented: Option<Presentment>,
    last: Option<Day>,
    began_again: Option<Congress>,
    checklist: Checklist,
    not_reported: Vec<Question>,
    findings: Vec<Finding>,
}

/// What came of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What the arithmetic says of a vote.
    pub verdict: Option<Verdict>,
    /// Why it could not come here; `None` if it could.
    pub obstacle: Option<Obstacle>,
}

impl Proceedings {
    /// A measure of which nothing is on record yet.
    pub fn new(measure: Measure) -> Self {
        let congress = measure
            .citation
            .as_ref()
            .and_then(|citation| citation.congress);
        let wrong_form = measure
            .citation
            .as_ref()
            .is_some_and(|citation| !measure.route.takes(citation.form));
        let findings = wrong_form.then_some(Finding {
            action: None,
            on: None,
            obstacle: Obstacle::WrongForm,
        });
        Self {
            measure,
            status: Status::NotBegun,
            congress,
            passed: BTreeSet::new(),
            overridden: BTreeSet::new(),
            presented: None,
            last: None,
            began_again: None,
            checklist: Checklist::default(),
            not_reported: Vec::new(),
            findings: findings.into_iter().collect(),
        }
    }

    /// With what the Senate attached to its consent.
    #[must_use]
    pub fn with_conditions(mut self, checklist: Checklist) -> Self {
        self.checklist = checklist;
        self
    }

    /// Follows the next action; its day is `None` if it is not known.
    ///
    /// Actions come in the order in which they happened. Steps that are not on record are taken as passed
    /// and noted in [`Self::not_reported`] if they decide. An action that cannot come here is noted in
    /// [`Self::findings`] and changes nothing. A vote does what the chair announced; what the arithmetic
    /// says of it is in the answer.
    pub fn act(&mut self, action: Action, on: Option<Day>) -> Outcome {
        let obstacle = match self.last.zip(on) {
            Some((last, on)) if on < last => Some(Obstacle::EarlierActionIsLater(last)),
            _ => {
                if let Some(on) = on {
                    self.pass_to(&action, on);
                }
                self.obstacle(&action, on)
            }
        };
        let verdict = match &action {
            Action::Voted(question, vote) => {
                // Without a day, that of the beginning of its Congress tells the rules and the seats.
                let day = on.or_else(|| Some(self.congress?.begins()));
                let threshold = vote.threshold(*question, day);
                Some(vote.verdict(question.chamber(), day, threshold))
            }
            Action::Happened(_) => None,
        };
        if let Some(obstacle) = &obstacle {
            self.findings.push(Finding {
                action: Some(action),
                on,
                obstacle: obstacle.clone(),
            });
        } else {
            self.last = on.or(self.last);
            match action {
                Action::Voted(question, vote) => {
                    let decision = verdict.map_or(Decision::CannotBeTold, |verdict| {
                        verdict.effective(vote.ruling)
                    });
                    self.voted(question, decision);
                }
                Action::Happened(event) => self.happened(event, on),
            }
        }
        Outcome { verdict, obstacle }
    }

    /// The measure.
    pub fn measure(&self) -> &Measure {
        &self.measure
    }

    /// Where it stands after the last action.
    pub fn status(&self) -> Status {
        self.status
    }

    /// Where it stands at the end of a day, nothing having happened since the last action.
    pub fn status_on(&self, day: Day) -> Status {
        self.at_the_end_of(day).status
    }

    /// The same at the end of a day, nothing having happened since the last action.
    #[must_use]
    pub fn at_the_end_of(&self, day: Day) -> Self {
        let mut later = self.clone();
        later.pass_to_the_end_of(day);
        later
    }

    /// The Congress in which its proceedings began again, the last time (Senate Rule XXX(2)).
    pub fn began_again(&self) -> Option<Congress> {
        self.began_again
    }

    /// What the Senate attached to its consent.
    pub fn checklist(&self) -> &Checklist {
        &self.checklist
    }

    /// The same, to note what is met.
    pub fn checklist_mut(&mut self) -> &mut Checklist {
        &mut self.checklist
    }

    /// Votes that must have been taken and are not on record.
    pub fn not_reported(&self) -> &[Question] {
        &self.not_reported
    }

    /// What could not come where it did.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What this means for the agreement, the measure standing as it does after the last action.
    pub fn agreement(&self) -> Agreement {
        agreement(self.measure.route, self.status)
    }
}

/// What a status means for the agreement behind a measure on this route.
pub fn agreement(route: Route, status: Status) -> Agreement {
    if route == Route::ReviewWithDisapproval {
        return if status == Status::Law {
            Agreement::Disapproved
        } else {
            Agreement::GoesAhead
        };
    }
    if !route.can_be_consent() {
        return Agreement::NotConcerned;
    }
    match status {
        Status::ConsentExpressed => Agreement::ConsentExpressed,
        Status::ConsentGiven | Status::InstrumentSigned | Status::Law => Agreement::Approved,
        Status::NotBegun
        | Status::Pending { .. }
        | Status::Rejected { .. }
        | Status::ResolvingDifferences
        | Status::Passed
        | Status::BeforePresident(_)
        | Status::Vetoed { .. }
        | Status::AgreedTo
        | Status::Died(_)
        | Status::RatificationDeclined
        | Status::ReturnedToPresident
        | Status::Withdrawn
        | Status::Partitioned
        | Status::Made => Agreement::NotApproved,
    }
}

/// The last event by which a route expresses consent without a vote.
pub(super) fn concludes(route: Route, event: Event) -> bool {
    route == Route::ExecutiveAgreement
        && matches!(
            event,
            Event::Concluded | Event::InstrumentSigned | Event::Signed
        )
}
