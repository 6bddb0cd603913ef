//! Measures of the United States Congress: one model for all ways in which an agreement comes
//! before it, each with its legal effect, in the words of congress.gov.
//!
//! A [`Measure`] takes a [`Route`]. [`Proceedings`] follows it action by action: what the votes needed
//! ([`Question`], [`Threshold`], [`Vote`]), where it stands ([`Status`]), and which actions could not come
//! where they did ([`Finding`]). [`Congress`] says which days a Congress has and what its end ends,
//! [`Presentment`] counts the President's ten days, and [`Checklist`] holds what the Senate attached to its
//! consent.
//!
//! The Senate does not ratify: it consents, and the President ratifies. An endorsement never is consent.
//!
//! To add a route, see `docs/HOW-TO-ADD.md`.

mod action;
mod chamber;
mod citation;
mod condition;
mod finding;
mod presentment;
mod proceedings;
mod question;
mod route;
mod status;
mod term;
mod threshold;
mod vote;

pub use action::{Action, Event};
pub use chamber::Chamber;
pub use citation::{Citation, Form};
pub use condition::{Attached, AttachedKind, Checklist, MayDeposit};
pub use finding::{Finding, Obstacle};
pub use presentment::Presentment;
pub use proceedings::{Measure, Outcome, Proceedings, agreement};
pub use question::Question;
pub use route::{AtEndOfCongress, LegalEffect, Route};
pub use status::{Agreement, Death, Place, Status};
pub use term::Congress;
pub use threshold::{Base, Part, Threshold, UnknownThreshold};
pub use vote::{RollCall, Taken, TooManyVotes, Verdict, Vote};
