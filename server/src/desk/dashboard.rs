//! The leader's dashboard.

use app::desk::{Blocking, DashboardPage, Dated, Mishap, Next, said};
use app::say;
use app::tracker::{At, Reading, brief};
use axum::extract::{Query, State};
use axum::response::Response;
use domain::act::Act;
use domain::day::Day;
use domain::entity::EntityCode;
use domain::instrument::Nature;
use domain::name::Slug;
use domain::snapshot::{Fact, View};
use domain::status::{InternationalStatus, NationalStatus};
use public::Published;
use serde::Deserialize;

use super::guard::Officer;
use super::mishap::Failed;
use super::page::page as to_page;
use super::route::Route;
use super::visit::Visit;
use super::{Desk, language};

/// How many dated events and changes are shown.
const EVENTS: usize = 5;
const CHANGES: usize = 6;

/// Which instrument.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    instrument: Option<String>,
}

/// `GET /dashboard`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failed> {
    let published = desk.proposals.register().current();
    let mut known: Vec<(Slug, View)> = published
        .snapshot
        .instruments()
        .filter_map(|(slug, _)| Some((slug.clone(), desk.view(&published, slug)?)))
        .collect();
    // What is followed as it goes comes before what is history.
    known.sort_by_key(|(_, view)| view.instrument.nature == Nature::Historical);
    let chosen = match &asked.instrument {
        Some(slug) => known.iter().position(|(known, _)| known.as_str() == slug),
        None => (!known.is_empty()).then_some(0),
    };
    let chosen = chosen.ok_or(Failed(Mishap::NotFound))?;
    let (slug, view) = known.remove(chosen);
    let others = known
        .iter()
        .map(|(slug, view)| Next {
            label: Desk::title(slug, view),
            href: format!("/dashboard?instrument={slug}"),
        })
        .collect();
    let page = desk.coalition_view(&published, &slug, &view, others)?;
    Ok(to_page(page.html(&desk.frame(
        &visit,
        &officer,
        Route::Dashboard,
    ))))
}

impl Desk {
    fn coalition_view(
        &self,
        published: &Published,
        slug: &Slug,
        view: &View,
        others: Vec<Next>,
    ) -> Result<DashboardPage, Failed> {
        let words = language();
        let reading = Reading {
            words,
            snapshot: &published.snapshot,
            root: published.root,
            at: At::Now,
            today: view.day,
            day_ends: None,
            library: &published.library,
            entry: None,
        };
        let brief = brief(&reading, slug).map_err(|_| Failed(Mishap::NotFound))?;
        let facts = all_facts(published, slug);
        let coming = Self::coming(published, view, &facts);
        Ok(DashboardPage {
            instrument: Self::title(slug, view),
            nature: Self::nature(view),
            answer: brief.answer,
            counts: Self::counts(published, view),
            to_go: vec![brief.there, brief.lacking],
            blocking: self.blocking(published, slug, view, &coming),
            next: coming
                .iter()
                .take(EVENTS)
                .map(|event| Dated {
                    day: words.day(event.day),
                    what: event.what.clone(),
                })
                .collect(),
            changes: Self::changes(published, view, &facts),
            as_of: say!(
                words,
                "desk-dashboard-as-of",
                instant = words.instant(self.proposals.register().now()),
                size = published.snapshot.size().to_string()
            ),
            public: self.public_home(slug),
            others,
        })
    }

    /// How many have signed, completed their procedure, consented, of how many.
    fn counts(published: &Published, view: &View) -> Vec<(String, String)> {
        let words = language();
        let listed = view.record.listed(view.day);
        let count = |fits: &dyn Fn(EntityCode) -> bool| {
            let count = listed.iter().filter(|code| fits(**code)).count();
            say!(
                words,
                "desk-dashboard-of",
                count = count.to_string(),
                total = listed.len().to_string()
            )
        };
        let signatories = view.record.signatories(view.day);
        let consenting = view.record.consenting(view.day);
        let is_completed = |code: EntityCode| {
            matches!(
                Self::national(published, view, code),
                NationalStatus::Completed | NationalStatus::NotRequired
            )
        };
        vec![
            (
                count(&|code| signatories.contains(&code)),
                say!(words, "desk-dashboard-signed"),
            ),
            (
                count(&is_completed),
                say!(words, "desk-dashboard-completed"),
            ),
            (
                count(&|code| consenting.contains(&code)),
                say!(words, "desk-dashboard-consented"),
            ),
        ]
    }

    /// Those without whom it cannot enter into force, and where each stands.
    fn blocking(
        &self,
        published: &Published,
        slug: &Slug,
        view: &View,
        coming: &[Coming],
    ) -> Vec<Blocking> {
        let words = language();
        view.indispensable()
            .into_iter()
            .filter(|code| {
                view.participants.get(code).is_none_or(|participant| {
                    matches!(
                        participant.status.international,
                        InternationalStatus::None | InternationalStatus::Signed
                    )
                })
            })
            .map(|code| Blocking {
                name: words.entity(code),
                href: self.public_country(slug, code),
                standing: Self::standing(published, view, code)
                    .into_iter()
                    .take(2)
                    .reduce(|one, other| say!(words, "desk-and", one = one, other = other))
                    .unwrap_or_default(),
                next: coming
                    .iter()
                    .find(|event| event.participant == Some(code))
                    .map(|event| {
                        say!(
                            words,
                            "desk-sentence",
                            date = words.day(event.day),
                            sentence = event.what.clone()
                        )
                    }),
            })
            .collect()
    }

    /// What is announced for today and later, and what follows from what is on record.
    fn coming(published: &Published, view: &View, facts: &[&Fact]) -> Vec<Coming> {
        let words = language();
        let mut coming: Vec<Coming> = facts
            .iter()
            .filter(|fact| fact.superseded_at.is_none())
            .filter_map(|fact| {
                let day = match fact.act() {
                    Some(Act::StepScheduled(_)) => fact.date().latest(),
                    Some(Act::WithdrawalNotified(withdrawal)) => withdrawal.effective.latest(),
                    _ => None,
                }?;
                let code = fact.statement.participant?;
                let stage = Self::stage_of(published, view, &fact.statement);
                let what = if let Some(stage) = stage {
                    say!(
                        words,
                        "desk-item-about",
                        who = words.entity(code),
                        what = stage
                    )
                } else {
                    say!(words, "desk-dashboard-leaves", name = words.entity(code))
                };
                Some(Coming {
                    day,
                    what,
                    participant: Some(code),
                })
            })
            .collect();
        if let Some(met) = &view.evaluation.met {
            coming.push(Coming {
                day: met.in_force,
                what: say!(words, "desk-dashboard-enters"),
                participant: None,
            });
        }
        coming.retain(|event| view.day <= event.day);
        coming.sort_by(|one, other| (one.day, &one.what).cmp(&(other.day, &other.what)));
        coming
    }

    fn changes(published: &Published, view: &View, facts: &[&Fact]) -> Vec<Dated> {
        let words = language();
        let mut facts = facts.to_vec();
        facts.retain(|fact| !matches!(fact.act(), Some(Act::AcceptedInDueForm(_))));
        facts.sort_by_key(|fact| std::cmp::Reverse(fact.index));
        facts
            .into_iter()
            .take(CHANGES)
            .map(|fact| {
                let stage = Self::stage_of(published, view, &fact.statement);
                Dated {
                    day: words.legal_date(fact.date()),
                    what: said(words, &fact.statement, stage.as_deref()),
                }
            })
            .collect()
    }
}

/// Something that is announced.
struct Coming {
    day: Day,
    what: String,
    participant: Option<EntityCode>,
}

fn all_facts<'a>(published: &'a Published, slug: &Slug) -> Vec<&'a Fact> {
    let Some(record) = published.snapshot.instrument(slug) else {
        return Vec::new();
    };
    record
        .facts()
        .iter()
        .chain(
            record
                .participants()
                .flat_map(|code| record.facts_about(code)),
        )
        .collect()
}
