//! The list of instruments, each with its answer.

use domain::instrument::{InstrumentKind, Nature};
use domain::name::Slug;
use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::address::{Address, At};
use super::answer::{Answer, EntryIntoForce};
use super::page::{Table, TrackerPage, document, name};
use super::reading::{Reading, Seen};
use super::status;
use super::to_go::HowFar;
use crate::layout::{self, Frame};
use crate::say;
use crate::words::Words;

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Instruments {
    /// Every instrument of the register, the real ones first.
    instruments: Vec<Item>,
    /// Instruments whose definition this program cannot read.
    unreadable: Vec<Slug>,
}

/// One instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Item {
    slug: Slug,
    title: String,
    kind: InstrumentKind,
    nature: Nature,
    notice: Option<String>,
    answer: Answer,
    sentence: String,
    progress: HowFar,
    entry_into_force: EntryIntoForce,
    href: String,
    /// How far it is, in words.
    #[serde(skip)]
    lead: String,
}

/// The page.
struct InstrumentsPage {
    frame: Frame,
    instruments: Instruments,
}

/// Opens the page.
pub(super) fn open(reading: &Reading<'_>) -> Box<dyn TrackerPage> {
    let words = reading.words;
    // The list knows only the present.
    let now = Reading {
        at: At::Now,
        day_ends: None,
        ..*reading
    };
    let mut instruments = Vec::new();
    let mut unreadable = Vec::new();
    for (slug, _) in reading.snapshot.instruments() {
        match now.see(slug) {
            Ok(seen) => instruments.push(Item::of(&seen)),
            Err(_) => unreadable.push(slug.clone()),
        }
    }
    instruments.sort_by(|a, b| {
        (rank(a.nature), &a.title, &a.slug).cmp(&(rank(b.nature), &b.title, &b.slug))
    });
    Box::new(InstrumentsPage {
        frame: Frame {
            words,
            title: vec![say!(words, "tracker-instruments")],
            description: say!(words, "tracker-instruments-description"),
            address: Address::Instruments,
            at: At::Now,
            has_table: true,
            subject: None,
            register: None,
        },
        instruments: Instruments {
            instruments,
            unreadable,
        },
    })
}

fn rank(nature: Nature) -> u8 {
    match nature {
        Nature::Real => 0,
        Nature::Illustrative => 1,
        Nature::Historical => 2,
    }
}

impl Item {
    fn of(seen: &Seen<'_>) -> Self {
        let words = seen.words;
        let instrument = &seen.view.instrument;
        let answer = Answer::of(&seen.view);
        let progress = HowFar::of(seen, &seen.view.to_go());
        let lead = if progress.met {
            String::new()
        } else {
            format!(
                "{} {}",
                progress.there(words, instrument.consent_form),
                progress.lacking(words)
            )
        };
        Self {
            slug: seen.slug.clone(),
            title: seen.title(),
            kind: instrument.kind,
            nature: instrument.nature,
            notice: layout::notice(words, instrument.nature),
            answer,
            sentence: answer.sentence(words, instrument.nature),
            progress,
            entry_into_force: EntryIntoForce::of(seen),
            href: seen.path(&Address::Home(seen.slug.clone())),
            lead,
        }
    }

    fn view(&self, words: Words) -> AnyView {
        let nature = match self.nature {
            Nature::Real => None,
            Nature::Historical => Some("a-tag a-tag--none"),
            Nature::Illustrative => Some("a-tag a-tag--illustrative"),
        }
        .map(|class| {
            view! { <span class=class>{status::nature(words, self.nature)}</span> }
        });
        view! {
            <li class="a-card">
                <h2 class="a-card__heading">
                    <a class="a-card__link" href=self.href.clone()>
                        <bdi>{self.title.clone()}</bdi>
                    </a>
                </h2>
                <p class="a-card__kind a-muted">
                    {status::kind(words, self.kind)} " " {nature}
                </p>
                <p class="a-card__answer">{self.sentence.clone()}</p>
                <p class="a-card__lead">{self.lead.clone()}</p>
            </li>
        }
        .into_any()
    }
}

impl TrackerPage for InstrumentsPage {
    fn html(&self) -> String {
        let words = self.frame.words;
        layout::public(&self.frame, || {
            let items: Vec<AnyView> = self
                .instruments
                .instruments
                .iter()
                .map(|item| item.view(words))
                .collect();
            let none = items
                .is_empty()
                .then(|| view! { <p>{say!(words, "tracker-instruments-none")}</p> });
            let unreadable = (!self.instruments.unreadable.is_empty()).then(|| {
                view! {
                    <p class="a-muted">
                        {say!(
                            words,
                            "tracker-instruments-unreadable",
                            count = self.instruments.unreadable.len()
                        )}
                    </p>
                }
            });
            view! {
                <h1 class="a-title">{say!(words, "tracker-instruments")}</h1>
                <p class="a-lead">{say!(words, "tracker-instruments-description")}</p>
                {none}
                <ul class="a-cards">{items}</ul>
                {unreadable}
            }
            .into_any()
        })
    }

    fn json(&self) -> Value {
        document(&self.frame, "instruments", &self.instruments)
    }

    fn table(&self) -> Option<Table> {
        let mut table = Table::new(
            "instruments",
            &[
                "nature", "slug", "title", "kind", "in_force", "computed", "notified", "counted",
                "needed", "to_go",
            ],
        );
        for item in &self.instruments.instruments {
            let dates = &item.entry_into_force;
            let number = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
            table.rows.push(vec![
                name(&item.nature),
                item.slug.to_string(),
                item.title.clone(),
                name(&item.kind),
                item.answer.name().to_owned(),
                dates
                    .computed
                    .as_ref()
                    .map(|computed| computed.in_force.cell())
                    .unwrap_or_default(),
                dates
                    .notified
                    .last()
                    .map(|notified| notified.in_force.cell())
                    .unwrap_or_default(),
                item.progress.counted.to_string(),
                number(item.progress.needed),
                number(item.progress.to_go),
            ]);
        }
        Some(table)
    }

    fn instrument(&self) -> Option<&Slug> {
        None
    }
}
