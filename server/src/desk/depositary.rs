//! The depositary's desk.

use app::desk::{ActForm, DepositaryPage, Kept, Mishap};
use app::say;
use app::tracker::{At as View, Reading, brief};
use axum::extract::State;
use axum::response::Response;
use domain::act::ActGroup;
use domain::clause::Condition;
use domain::name::{Key, Slug};
use domain::office::Office;
use public::Published;

use super::guard::Officer;
use super::listed::LATELY;
use super::mishap::Failed;
use super::page::page as to_page;
use super::route::Route;
use super::visit::Visit;
use super::{Desk, language};
use crate::proposal::State as At;

/// `GET /depositary`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
) -> Result<Response, Failed> {
    let office = officer.office()?;
    let Office::DepositaryOfficer(authority) = &office else {
        return Err(Failed(Mishap::NotAllowed));
    };
    let mut queue = desk.proposals.queue(&officer.actor).await?;
    queue.sort_by_key(|proposal| proposal.updated_at);
    let mut own = desk.proposals.of(&officer.actor).await?;
    own.sort_by_key(|proposal| std::cmp::Reverse(proposal.updated_at));
    let in_state = |state: At| {
        own.iter()
            .filter(move |proposal| proposal.state == state)
            .filter(|proposal| proposal.author_office == office)
    };
    let published = desk.proposals.register().current();
    let instruments = published
        .snapshot
        .instruments()
        .filter_map(|(slug, _)| desk.kept(&published, slug, authority))
        .collect();
    let page = DepositaryPage {
        queue: desk.listed(&queue),
        returned: desk.listed(in_state(At::Returned)),
        drafts: desk.listed(in_state(At::Draft)),
        published: desk.listed(in_state(At::Published).take(LATELY)),
        instruments,
        open: Route::NewInstrument.path().to_owned(),
    };
    Ok(to_page(page.html(&desk.frame(
        &visit,
        &officer,
        Route::Depositary,
    ))))
}

impl Desk {
    /// An instrument, if this authority keeps it.
    fn kept(&self, published: &Published, slug: &Slug, authority: &Key) -> Option<Kept> {
        let record = published.snapshot.instrument(slug)?;
        if !record.is_kept_by(authority) {
            return None;
        }
        let view = self.view(published, slug)?;
        let reading = Reading {
            words: language(),
            snapshot: &published.snapshot,
            root: published.root,
            at: View::Now,
            today: view.day,
            day_ends: None,
            library: &published.library,
            entry: None,
        };
        let brief = brief(&reading, slug).ok()?;
        let facts = record.facts().iter().chain(
            record
                .participants()
                .flat_map(|code| record.facts_about(code)),
        );
        let mut acts = Self::forms(slug, ActGroup::Depositary);
        acts.extend(Self::forms(slug, ActGroup::Founding));
        // Only a clause that waits for an event can be told of one.
        if !awaits_events(&view) {
            let event = format!("/acts/{}", ActForm::EventRecorded.slug());
            acts.retain(|act| !act.href.ends_with(&event));
        }
        Some(Kept {
            title: Self::title(slug, &view),
            nature: Self::nature(&view),
            answer: say!(
                language(),
                "desk-kept-answer",
                answer = brief.answer,
                lacking = brief.lacking
            ),
            public: self.public_home(slug),
            acts,
            on_paper: Self::forms(slug, ActGroup::International),
            correct: Self::to_correct(
                published,
                slug,
                &view,
                facts,
                &[ActGroup::Depositary, ActGroup::Founding],
            ),
        })
    }
}

/// Whether the clause waits for anything but consents and days.
fn awaits_events(view: &domain::snapshot::View) -> bool {
    let conditions = view.instrument.clause.conditions();
    conditions
        .into_iter()
        .any(|condition| matches!(condition, Condition::Event(_)))
}
