//! Opening an instrument: the one form that is about something that is not there yet.

use app::desk::{ActForm, Mishap};
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::draft::{no_case, written};
use super::edit::{own, typed};
use super::form::{self, Case};
use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::page::page as to_page;
use super::refused::ours;
use super::route::Route;
use super::told::form_of;
use super::visit::Visit;
use super::{Desk, language};

/// What the address says besides.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// The draft with whose answers the form is filled.
    #[serde(default)]
    from: Option<String>,
}

/// `GET /instruments/new`, and `?from=` a draft of one's own office: what a draft is about is settled for
/// good, so a wrong name in addresses is mended in another one.
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failed> {
    let case = desk.to_open(&officer)?;
    let fields = match asked.from {
        None => form::offered(&case),
        Some(id) => {
            let proposal = own(&desk, &officer, id).await?;
            if form_of(&proposal) != Some(ActForm::InstrumentOpened) {
                return Err(Failed(Mishap::NotFound));
            }
            let mut fields = typed(&proposal);
            let slug = proposal.instrument.to_string();
            fields.0.insert(form::SLUG.to_owned(), slug);
            fields
        }
    };
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
