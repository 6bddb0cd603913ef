//! A participant's page: where it stands, its own procedure stage by stage, and its acts.

mod clock;
mod leaving;
mod procedure;
mod provisional;
mod reservation;
mod view;
mod vote;

use domain::entity;
use domain::instrument::Nature;
use domain::name::Slug;
use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::address::{Address, of_entity};
use super::four_facts::FourFacts;
use super::line::{Line, next_of};
use super::page::{NotFound, Table, TrackerPage, document, name};
use super::party::Party;
use super::reading::{Reading, Seen};
use super::status;
use crate::layout::{self, Frame};
use crate::say;
use leaving::Leaving;
use procedure::ProcedureModel;
use provisional::ProvisionalModel;
use reservation::ReservationModel;

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Country {
    /// The instrument's title.
    title: String,
    /// The participant.
    participant: Party,
    /// Where it stands, in words.
    sentence: String,
    /// The four facts.
    #[serde(flatten)]
    facts: FourFacts,
    /// The next step announced.
    next: Option<Line>,
    /// Its procedure; none if no description of it is known.
    procedure: Option<ProcedureModel>,
    /// Its reservations, with the answer of each State.
    reservations: Vec<ReservationModel>,
    /// The reservations of others to which it can still object, a sentence each.
    can_object_to: Vec<String>,
    /// What it applies provisionally; none if it declared nothing.
    provisional: Option<ProvisionalModel>,
    /// How it can leave; none if it has not consented.
    leaving: Option<Leaving>,
    /// Acts on record that have no effect, and why.
    without_effect: Vec<String>,
    /// Everything on record about it in this instrument, in the order in which it was recorded.
    acts: Vec<Line>,
}

/// The page.
struct CountryPage {
    frame: Frame,
    slug: Slug,
    nature: Nature,
    country: Country,
}

/// Opens the page.
pub(super) fn open(
    reading: &Reading<'_>,
    slug: &Slug,
    in_address: &str,
) -> Result<Box<dyn TrackerPage>, NotFound> {
    let seen = reading.see(slug)?;
    let not_found = || NotFound::Participant(slug.clone(), in_address.to_owned());
    let code = seen
        .view
        .participants
        .keys()
        .copied()
        .find(|code| of_entity(*code) == in_address)
        .ok_or_else(not_found)?;
    let words = reading.words;
    let country = Country::of(&seen, code).ok_or_else(not_found)?;
    let frame = Frame {
        words,
        title: vec![country.sentence.clone(), country.title.clone()],
        description: say!(
            words,
            "tracker-country-description",
            sentence = country.sentence.as_str(),
            title = country.title.as_str()
        ),
        address: Address::Country(slug.clone(), in_address.to_owned()),
        at: reading.at,
        has_table: true,
        subject: Some(seen.subject()),
        register: None,
    };
    Ok(Box::new(CountryPage {
        frame,
        slug: slug.clone(),
        nature: seen.view.instrument.nature,
        country,
    }))
}

impl Country {
    fn of(seen: &Seen<'_>, code: entity::EntityCode) -> Option<Self> {
        let words = seen.words;
        let participant = seen.view.participants.get(&code)?;
        let facts = FourFacts::of(seen, code)?;
        let name = words.entity(code);
        let sentence = match &facts.national_procedure.stage_label {
            Some(stage) if facts.stage.state == status::PublicStage::UnderWay => say!(
                words,
                "tracker-country-at-stage",
                name = name,
                stage = facts.stage.label.as_str(),
                at = stage.as_str()
            ),
            _ => say!(
                words,
                "tracker-country-heading",
                name = name,
                stage = facts.stage.label.as_str()
            ),
        };
        Some(Self {
            title: seen.title(),
            participant: Party::new(seen, code),
            sentence,
            facts,
            next: next_of(seen, std::iter::once(participant)),
            procedure: ProcedureModel::of(seen, code),
            reservations: ReservationModel::all(seen, code),
            can_object_to: reservation::of_others(seen, code),
            provisional: ProvisionalModel::of(seen, code),
            leaving: Leaving::of(seen, code),
            without_effect: participant
                .without_effect
                .iter()
                .map(|act| status::without_effect(words, act))
                .collect(),
            acts: seen
                .record
                .facts_about(code)
                .iter()
                .filter(|fact| seen.is_shown(fact))
                .map(|fact| Line::new(seen, fact))
                .collect(),
        })
    }
}

impl TrackerPage for CountryPage {
    fn html(&self) -> String {
        layout::public(&self.frame, || {
            view::view(self.frame.words, &self.country).into_any()
        })
    }

    fn json(&self) -> Value {
        document(&self.frame, "country", &self.country)
    }

    fn table(&self) -> Option<Table> {
        let mut table = Table::new(
            format!("{}-{}", self.slug, self.country.participant.code),
            &[
                "nature",
                "index",
                "recorded_at",
                "happened",
                "kind",
                "sentence",
                "superseded_by",
            ],
        );
        for line in &self.country.acts {
            table.rows.push(vec![
                name(&self.nature),
                line.index.to_string(),
                line.recorded_at.to_string(),
                line.happened.cell(),
                line.kind.clone(),
                line.sentence.clone(),
                line.superseded_by
                    .map(|index| index.to_string())
                    .unwrap_or_default(),
            ]);
        }
        Some(table)
    }

    fn instrument(&self) -> Option<&Slug> {
        Some(&self.slug)
    }
}
