//! The liaison's desk: what is asked of me today.

use app::desk::{DeskInstrument, DeskPage, Mishap, Next};
use axum::extract::State;
use axum::response::Response;
use domain::act::ActGroup;
use domain::entity::EntityCode;
use domain::instrument::Nature;
use domain::name::Slug;
use domain::office::Office;
use domain::procedure::progress::progress as how_far;
use public::Published;

use super::guard::Officer;
use super::instruments::BUTTONS;
use super::listed::LATELY;
use super::mishap::Failed;
use super::page::page as to_page;
use super::route::Route;
use super::visit::Visit;
use super::{Desk, language};
use crate::proposal::State as At;

/// `GET /desk`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
) -> Result<Response, Failed> {
    let Office::Liaison(country) = officer.office()? else {
        return Err(Failed(Mishap::NotAllowed));
    };
    let mut proposals = desk.proposals.of(&officer.actor).await?;
    proposals.sort_by_key(|proposal| std::cmp::Reverse(proposal.updated_at));
    let in_state = |states: &[At]| {
        let states = states.to_vec();
        proposals
            .iter()
            .filter(move |proposal| states.contains(&proposal.state))
    };
    let published = desk.proposals.register().current();
    let mut asked = Vec::new();
    let mut instruments = Vec::new();
    for (slug, _) in published.snapshot.instruments() {
        if let Some((instrument, passed)) = desk.instrument(&published, slug, country) {
            instruments.push(instrument);
            asked.extend(passed);
        }
    }
    // What is followed as it goes comes before what is history.
    instruments.sort_by_key(|instrument| instrument.next.is_empty());
    let page = DeskPage {
        country: language().entity(country),
        asked,
        returned: desk.listed(in_state(&[At::Returned])),
        drafts: desk.listed(in_state(&[At::Draft])),
        waiting: desk.listed(in_state(&[At::Submitted, At::Countersigned])),
        published: desk.listed(in_state(&[At::Published]).take(LATELY)),
        instruments,
    };
    Ok(to_page(page.html(&desk.frame(
        &visit,
        &officer,
        Route::Desk,
    ))))
}

impl Desk {
    /// An instrument on the desk of a country that takes part in it, and what is asked about it.
    fn instrument(
        &self,
        published: &Published,
        slug: &Slug,
        country: EntityCode,
    ) -> Option<(DeskInstrument, Vec<Next>)> {
        let view = self.view(published, slug)?;
        let participant = view.participants.get(&country)?;
        let followed = Self::followed(published, &view, country);
        let progress = followed.as_ref().map(|followed| {
            how_far(
                followed,
                &participant.facts,
                participant.status.international,
                view.day,
            )
        });
        let is_live = view.instrument.nature != Nature::Historical;
        let progress = progress.filter(|_| is_live);
        let mut next = progress
            .as_ref()
            .map_or_else(Vec::new, |progress| Self::may_come_next(slug, progress));
        let mut other = next.split_off(next.len().min(BUTTONS));
        let passed = progress
            .as_ref()
            .map_or_else(Vec::new, |progress| Self::passed(slug, &view, progress));
        if is_live {
            for group in [ActGroup::International, ActGroup::National] {
                let forms = Self::forms(slug, group);
                other.extend(
                    forms
                        .into_iter()
                        .filter(|form| next.iter().all(|one| one.href != form.href)),
                );
            }
            let mut seen = std::collections::BTreeSet::new();
            other.retain(|one| seen.insert(one.href.clone()));
        }
        let instrument = DeskInstrument {
            title: Self::title(slug, &view),
            nature: Self::nature(&view),
            standing: Self::standing(published, &view, country),
            public: self.public_country(slug, country),
            next,
            other,
            correct: Self::to_correct(
                published,
                slug,
                &view,
                participant.facts.iter(),
                &[ActGroup::National, ActGroup::International],
            ),
        };
        Some((instrument, passed))
    }
}
