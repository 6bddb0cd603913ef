//! An instrument's home: in ten seconds whether it is in force, how many are to go, who is missing,
//! and what is next.

mod participants;
mod provisional;
mod view;

use domain::act::ConsentForm;
use domain::instrument::Nature;
use domain::name::Slug;
use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::address::Address;
use super::answer::{Answer, EntryIntoForce};
use super::four_facts::{ActivatedFact, activated};
use super::line::{Line, next_of};
use super::page::{NotFound, Table, TrackerPage, document};
use super::party::{Party, parties};
use super::reading::{Reading, Seen};
use super::to_go::HowFar;
use crate::layout::{self, Frame};
use crate::say;
use participants::Row;
use provisional::Provisional;

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Home {
    /// The instrument's title.
    title: String,
    /// Whether it is in force.
    answer: Answer,
    /// The answer in words.
    sentence: String,
    /// The dates that are on record.
    entry_into_force: EntryIntoForce,
    /// How far it is.
    progress: HowFar,
    /// How consent is established.
    consent_form: ConsentForm,
    /// Those whom the conditions await by name and who have not consented.
    missing: Vec<Party>,
    /// Those without whom the conditions cannot be met.
    indispensable: Vec<Party>,
    /// Those of whom it is not known whether they had consented by the day: they are not counted.
    consent_not_known: Vec<Party>,
    /// The statement recorded last; on a day that has passed, the act that happened last.
    latest: Option<Line>,
    /// Whether the page speaks of a day that has passed.
    #[serde(skip)]
    has_passed: bool,
    /// The next step that is announced for a day.
    next: Option<Line>,
    /// Provisional application, if the instrument provides for it.
    provisional_application: Option<Provisional>,
    /// Whether its obligations are activated, if that is a separate condition.
    activation: Option<ActivatedFact>,
    /// Everybody who takes part.
    participants: Vec<Row>,
}

/// The page.
struct HomePage {
    frame: Frame,
    slug: Slug,
    nature: Nature,
    home: Home,
}

/// Opens the page.
pub(super) fn open(reading: &Reading<'_>, slug: &Slug) -> Result<Box<dyn TrackerPage>, NotFound> {
    let seen = reading.see(slug)?;
    let words = reading.words;
    let home = Home::of(&seen);
    let nature = seen.view.instrument.nature;
    let is_notified = !seen.view.notified.is_empty();
    let heading = if home.progress.met || is_notified {
        home.sentence.clone()
    } else {
        say!(
            words,
            "tracker-home-title",
            answer = home.sentence.as_str(),
            progress = home
                .progress
                .short(words, seen.view.instrument.consent_form)
        )
    };
    let frame = Frame {
        words,
        title: vec![heading, home.title.clone()],
        description: say!(
            words,
            "tracker-home-description",
            title = home.title.as_str(),
            answer = home.sentence.as_str(),
            lacking = home.progress.lacking(words)
        ),
        address: Address::Home(slug.clone()),
        at: reading.at,
        has_table: true,
        subject: Some(seen.subject()),
        register: reading.register(),
    };
    Ok(Box::new(HomePage {
        frame,
        slug: slug.clone(),
        nature,
        home,
    }))
}

impl Home {
    fn of(seen: &Seen<'_>) -> Self {
        let to_go = seen.view.to_go();
        let answer = Answer::of(&seen.view);
        let met = seen.view.evaluation.met.is_some();
        // Once the conditions are met nobody is missing for them.
        let missing = if met {
            Vec::new()
        } else {
            let missing = seen
                .view
                .evaluation
                .alternatives
                .iter()
                .filter(|alternative| !alternative.lapsed)
                .flat_map(|alternative| alternative.progress.missing());
            parties(seen, missing.collect::<std::collections::BTreeSet<_>>())
        };
        let indispensable = if met {
            Vec::new()
        } else {
            parties(seen, seen.view.indispensable())
        };
        let not_known = parties(seen, seen.view.consent_not_known.keys().copied());
        Self {
            title: seen.title(),
            answer,
            sentence: answer.sentence(seen.words, seen.view.instrument.nature),
            entry_into_force: EntryIntoForce::of(seen),
            progress: HowFar::of(seen, &to_go),
            consent_form: seen.view.instrument.consent_form,
            missing,
            indispensable,
            consent_not_known: not_known,
            latest: seen.latest().map(|fact| Line::new(seen, fact)),
            has_passed: seen.has_passed,
            next: next_of(seen, seen.view.participants.values()),
            provisional_application: Provisional::of(seen),
            activation: activated(seen),
            participants: participants::rows(seen),
        }
    }
}

impl TrackerPage for HomePage {
    fn html(&self) -> String {
        layout::public(&self.frame, || {
            view::view(self.frame.words, self.nature, &self.home).into_any()
        })
    }

    fn json(&self) -> Value {
        document(&self.frame, "home", &self.home)
    }

    fn table(&self) -> Option<Table> {
        Some(participants::table(
            &self.slug,
            self.nature,
            &self.home.participants,
        ))
    }

    fn instrument(&self) -> Option<&Slug> {
        Some(&self.slug)
    }
}
