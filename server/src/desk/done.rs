//! What was just done, by its reference, and what happens next.

use app::desk::{DonePage, Mishap};
use app::say;
use axum::extract::{Path, State};
use axum::response::Response;

use super::guard::Officer;
use super::mishap::Failed;
use super::page::{beginning, page as to_page};
use super::route::Route;
use super::told::short;
use super::visit::Visit;
use super::writing::address;
use super::{Desk, language};
use crate::proposal::{ProposalId, State as At};

/// `GET /proposals/{id}/done`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failed> {
    let words = language();
    let proposal = desk.proposals.get(&officer.actor, &ProposalId(id)).await?;
    let signed = proposal
        .sign_offs
        .iter()
        .any(|sign_off| sign_off.person == officer.actor.person);
    let is_author = officer.office()? == proposal.author_office;
    let (title, next) = match proposal.state {
        At::Draft => (
            say!(words, "desk-done-saved"),
            vec![say!(words, "desk-done-next-draft")],
        ),
        At::Submitted | At::Countersigned => {
            // Of several officers of one office, one submits and the others sign.
            let first = proposal
                .sign_offs
                .iter()
                .min_by_key(|sign_off| (sign_off.step, sign_off.at));
            let is_first = first.is_some_and(|first| first.person == officer.actor.person);
            let title = match (is_author, signed) {
                (true, true) if !is_first => say!(words, "desk-done-signed"),
                (true, _) => say!(words, "desk-done-submitted"),
                (false, true) => say!(words, "desk-done-signed"),
                (false, false) => return Err(Failed(Mishap::NotFound)),
            };
            let whom = desk.waits_for(&proposal);
            (
                title,
                vec![say!(words, "desk-done-next-waiting", whom = whom)],
            )
        }
        At::Returned => (
            say!(words, "desk-done-sent-back"),
            vec![say!(words, "desk-done-next-sent-back")],
        ),
        At::Withdrawn => (
            say!(words, "desk-done-withdrawn"),
            vec![say!(words, "desk-done-next-withdrawn")],
        ),
        At::Published => (
            say!(words, "desk-done-published"),
            vec![say!(words, "desk-done-next-published")],
        ),
    };
    let entry = proposal.published.map(|index| {
        let name = say!(words, "desk-done-entry", index = index.to_string());
        (name, desk.entry(index))
    });
    let page = DonePage {
        title,
        reference: proposal.hash.map_or_else(
            || proposal.id.0.chars().take(8).collect(),
            |hash| format!("{} / {}", proposal.version, short(hash)),
        ),
        sentence: desk.told(&proposal, None).shown.sentence,
        next,
        entry,
        address: address(&proposal.id),
        desk: beginning(&officer.actor.role).path().to_owned(),
    };
    Ok(to_page(page.html(&desk.frame(
        &visit,
        &officer,
        Route::Done,
    ))))
}

impl Desk {
    /// The public page of an entry.
    pub(super) fn entry(&self, index: u64) -> String {
        self.public(&format!("/{}/entries/{index}", language().tag()))
    }
}
