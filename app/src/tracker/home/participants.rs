//! The table of participants: the four facts of each, apart.

use domain::instrument::Nature;
use domain::name::Slug;
use domain::status::ProvisionalStatus;
use leptos::prelude::*;
use serde::Serialize;

use super::Home;
use crate::say;
use crate::tracker::date::Dated;
use crate::tracker::four_facts::{FourFacts, InForceFact, NationalFact};
use crate::tracker::page::{Table, name};
use crate::tracker::party::Party;
use crate::tracker::reading::Seen;
use crate::tracker::status;
use crate::words::Words;

/// A participant in the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Row {
    /// The participant.
    #[serde(flatten)]
    pub party: Party,
    /// The four facts.
    #[serde(flatten)]
    pub facts: FourFacts,
}

/// Everybody who takes part, in the order of their names.
pub(super) fn rows(seen: &Seen<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = seen
        .view
        .participants
        .keys()
        .filter_map(|code| {
            Some(Row {
                party: Party::new(seen, *code),
                facts: FourFacts::of(seen, *code)?,
            })
        })
        .collect();
    rows.sort_by(|a, b| a.party.label.cmp(&b.party.label));
    rows
}

/// The table on the page.
pub(super) fn view(words: Words, home: &Home) -> AnyView {
    let form = home.consent_form;
    let has_activation = home.activation.is_some();
    let headings: Vec<String> = [
        Some(say!(words, "tracker-column-participant")),
        Some(say!(words, "tracker-column-stage")),
        Some(say!(words, "tracker-signed")),
        Some(say!(words, "tracker-column-national")),
        Some(status::consent(words, form)),
        Some(say!(words, "tracker-column-in-force")),
        has_activation.then(|| say!(words, "tracker-column-activated")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let rows: Vec<AnyView> = home
        .participants
        .iter()
        .map(|row| row.view(words, &headings))
        .collect();
    let head: Vec<AnyView> = headings
        .iter()
        .map(|heading| view! { <th scope="col">{heading.clone()}</th> }.into_any())
        .collect();
    view! {
        <table class="a-table a-table--cards">
            <caption class="a-table__caption">{say!(words, "tracker-participants-caption")}</caption>
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

impl Row {
    fn view(&self, words: Words, headings: &[String]) -> AnyView {
        let facts = &self.facts;
        let consent_date = facts.consent.date.as_ref().map(Dated::view);
        let consent = if consent_date.is_some() {
            consent_date.into_any()
        } else {
            facts.consent.label.clone().into_any()
        };
        let signed = facts.signature.view();
        let cells = [
            Some(self.stage(words)),
            Some(signed),
            Some(national(&facts.national_procedure)),
            Some(consent),
            Some(in_force(words, &facts.in_force)),
            facts
                .activated
                .as_ref()
                .map(|activated| super::view::yes_or_no(words, activated.state).into_any()),
        ];
        let cells: Vec<AnyView> = headings
            .iter()
            .skip(1)
            .zip(cells.into_iter().flatten())
            .map(|(heading, cell)| {
                // On a small screen the row becomes a card, for programs too: each cell needs its heading.
                view! {
                    <td>
                        <span class="a-table__label">{heading.clone()}</span>
                        <span class="a-table__cell">{cell}</span>
                    </td>
                }
                .into_any()
            })
            .collect();
        view! {
            <tr>
                <th scope="row">{self.party.view()}</th>
                {cells}
            </tr>
        }
        .into_any()
    }

    fn stage(&self, words: Words) -> AnyView {
        let stage = &self.facts.stage;
        let since = stage.since.as_ref().map(|since| {
            view! {
                " "
                <span class="a-since">{say!(words, "tracker-since")} " " {since.view()}</span>
            }
        });
        let provisional = self
            .facts
            .provisional_application
            .as_ref()
            .filter(|provisional| provisional.state == ProvisionalStatus::Applied)
            .map(|provisional| {
                view! { " " <span class="a-tag a-tag--signed">{provisional.label.clone()}</span> }
            });
        view! {
            <span class=stage.state.tag_class()>{stage.label.clone()}</span>
            {since}
            {provisional}
        }
        .into_any()
    }
}

fn national(fact: &NationalFact) -> AnyView {
    match &fact.stage_label {
        Some(stage) => view! { {fact.label.clone()} ": " <bdi>{stage.clone()}</bdi> }.into_any(),
        None => fact.label.clone().into_any(),
    }
}

fn in_force(words: Words, fact: &InForceFact) -> AnyView {
    let own = fact.notified.filter(|_| fact.difference_days != Some(0));
    let own = own.map(|day| say!(words, "tracker-in-force-notified", day = words.day(day)));
    let for_all = fact.notified_for_all.filter(|day| {
        let computed = fact.computed.as_ref().and_then(|computed| computed.date);
        fact.notified.is_none() && computed != Some(*day)
    });
    let for_all = for_all.map(|day| {
        say!(
            words,
            "tracker-in-force-notified-for-all",
            day = words.day(day)
        )
    });
    let difference = own.or(for_all).map(|text| {
        view! { " " <span class="a-muted">{text}</span> }
    });
    view! { {fact.label.clone()} {difference} }.into_any()
}

/// The table for a program.
pub(super) fn table(slug: &Slug, nature: Nature, rows: &[Row]) -> Table {
    let mut table = Table::new(
        format!("{slug}-participants"),
        &[
            "nature",
            "code",
            "label",
            "stage",
            "stage_since",
            "national_procedure",
            "national_stage",
            "national_stage_state",
            "signature",
            "signed",
            "consent",
            "consent_mode",
            "consent_date",
            "consent_until",
            "in_force",
            "in_force_computed",
            "in_force_notified",
            "in_force_until",
            "activated",
            "provisional_application",
        ],
    );
    for Row { party, facts } in rows {
        let day =
            |day: Option<domain::day::Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let date = |date: &Option<Dated>| date.as_ref().map(Dated::cell).unwrap_or_default();
        table.rows.push(vec![
            name(&nature),
            party.code.to_string(),
            party.label.clone(),
            name(&facts.stage.state),
            date(&facts.stage.since),
            facts.national_procedure.state.to_owned(),
            facts
                .national_procedure
                .stage
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            facts
                .national_procedure
                .stage_state
                .map(|reached| name(&reached))
                .unwrap_or_default(),
            name(&facts.signature.state),
            date(&facts.signature.date),
            name(&facts.consent.state),
            facts
                .consent
                .mode
                .map(|mode| name(&mode))
                .unwrap_or_default(),
            date(&facts.consent.date),
            date(&facts.consent.until),
            name(&facts.in_force.state),
            date(&facts.in_force.computed),
            day(facts.in_force.notified),
            date(&facts.in_force.until),
            facts
                .activated
                .as_ref()
                .map(|activated| name(&activated.state))
                .unwrap_or_default(),
            facts
                .provisional_application
                .as_ref()
                .map(|provisional| name(&provisional.state))
                .unwrap_or_default(),
        ]);
    }
    table
}
