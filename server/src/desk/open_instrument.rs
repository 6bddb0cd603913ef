//! Opening an instrument: the one form that is about something that is not there yet.

use axum::extract::State;
use axum::response::Response;

use super::draft::{no_case, written};
use super::form::{self, Case};
use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::page::page as to_page;
use super::refused::ours;
use super::route::Route;
use super::visit::Visit;
use super::{Desk, language};

/// `GET /instruments/new`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
) -> Result<Response, Failed> {
    let case = desk.to_open(&officer)?;
    let fields = form::offered(&case);
    let key = desk.randomness.id().map_err(|error| ours(&error))?;
    let page = Desk::form_page(written(&officer, &case, &fields, Vec::new(), &key));
    Ok(to_page(page.html(&desk.frame(
        &visit,
        &officer,
        Route::NewInstrument,
    ))))
}

/// `POST /instruments/new`
pub async fn draft(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    sent: Sent,
) -> Result<Response, Failed> {
    let case = desk.to_open(&officer)?;
    desk.begin(&visit, &officer, Route::NewInstrument, &case, &sent)
        .await
}

impl Desk {
    fn to_open(&self, officer: &Officer) -> Result<Case, Failed> {
        let register = self.proposals.register();
        Case::to_open(language(), register, &officer.office()?).map_err(no_case)
    }
}
