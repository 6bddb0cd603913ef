//! Checking one's answers before submitting them.

use app::desk::{CheckPage, Mishap, Problem};
use app::say;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::office::Office;

use super::guard::Officer;
use super::mishap::Failed;
use super::offices;
use super::page::{page as to_page, see_other};
use super::route::Route;
use super::visit::Visit;
use super::writing::address;
use super::{Desk, language};
use crate::proposal::{Proposal, ProposalId, State as At};

/// `GET /proposals/{id}/check`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failed> {
    let proposal = desk.proposals.get(&officer.actor, &ProposalId(id)).await?;
    if proposal.author_office != officer.office()? {
        return Err(Failed(Mishap::NotAllowed));
    }
    if proposal.state != At::Draft {
        return Ok(see_other(&address(&proposal.id)));
    }
    let html = desk.check_page(&visit, &officer, &proposal, Vec::new())?;
    Ok(to_page(html))
}

impl Desk {
    /// The page on which a draft is checked and submitted.
    pub(super) fn check_page(
        &self,
        visit: &Visit,
        officer: &Officer,
        proposal: &Proposal,
        problems: Vec<Problem>,
    ) -> Result<String, Failed> {
        let words = language();
        let address = address(&proposal.id);
        let told = self.told(proposal, Some(&format!("{address}/edit")));
        let page = CheckPage {
            act: told.act,
            about: told.about,
            lines: told.lines,
            shown: told.shown,
            warnings: told.warnings,
            incomplete: proposal.statement.is_none(),
            then: self.who_signs(proposal),
            address,
            hidden: self.to_sign(proposal)?,
            submit: match proposal.author_office {
                Office::Liaison(_) => say!(words, "desk-submit-national"),
                Office::DepositaryOfficer(_) => say!(words, "desk-submit-second"),
                Office::Verifier(_) => say!(words, "desk-submit"),
            },
            problems,
        };
        Ok(page.html(&self.frame(visit, officer, Route::Check)))
    }

    /// Who signs a draft, from its submission to its publication.
    fn who_signs(&self, proposal: &Proposal) -> String {
        let words = language();
        let published = self.proposals.register().current();
        let Some(statement) = &proposal.statement else {
            return say!(words, "desk-check-incomplete");
        };
        let course = match published.snapshot.course(statement, proposal.occasion) {
            Ok(course) => course,
            Err(error) => {
                return say!(words, "desk-then-refused", reason = error.to_string());
            }
        };
        let (author, participant) = (&proposal.author_office, proposal.participant);
        let first_is_mine = course.awaited_of(author, &[]).is_some();
        let rest = if first_is_mine {
            course.rule.steps.get(1..).unwrap_or_default()
        } else {
            &course.rule.steps
        };
        match (
            first_is_mine,
            offices::steps(words, rest, participant, author),
        ) {
            (true, Some(whom)) => say!(words, "desk-then-line", whom = whom),
            (false, Some(whom)) => say!(words, "desk-then-first", whom = whom),
            (_, None) => say!(words, "desk-then-nobody"),
        }
    }
}
