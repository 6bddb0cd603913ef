//! Beginning a draft.

use app::desk::{ActForm, Mishap, Problem, Wrong};
use app::say;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::name::Slug;
use serde::Deserialize;

use super::form::{self, Case, CaseError, Wanted};
use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::page::{again, beginning, page as to_page, see_other};
use super::refused::ours;
use super::route::Route;
use super::told::{CORRECTS, STAGE};
use super::visit::Visit;
use super::writing::{Then, Written, answers};
use super::{Desk, language};
use crate::proposal::{Draft, DraftError, Fields, NotAllowed};
use crate::store::IdempotencyKey;

/// What the address says besides.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    stage: Option<String>,
    #[serde(default)]
    corrects: Option<String>,
    #[serde(default)]
    participant: Option<String>,
}

/// `GET /instruments/{instrument}/acts/{act}`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path((instrument, act)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failed> {
    let wanted = Wanted {
        stage: asked.stage,
        corrects: asked.corrects,
        participant: None,
    };
    let case = open(&desk, &officer, &instrument, &act, &wanted)?;
    let mut fields = form::offered(&case);
    if let Some(participant) = asked.participant {
        fields.0.insert("participant".to_owned(), participant);
    }
    let key = desk.randomness.id().map_err(|error| ours(&error))?;
    let page = Desk::form_page(written(&officer, &case, &fields, Vec::new(), &key));
    Ok(to_page(page.html(&desk.frame(
        &visit,
        &officer,
        Route::NewAct,
    ))))
}

/// `POST /instruments/{instrument}/acts/{act}`
pub async fn draft(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path((instrument, act)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Failed> {
    let some = |name: &str| Some(sent.get(name).to_owned()).filter(|value| !value.is_empty());
    let wanted = Wanted {
        stage: some(STAGE),
        corrects: some(CORRECTS),
        participant: None,
    };
    let case = open(&desk, &officer, &instrument, &act, &wanted)?;
    desk.begin(&visit, &officer, Route::NewAct, &case, &sent)
        .await
}

impl Desk {
    /// Begins the draft that was sent, or shows the form again with what is wrong with it.
    pub(super) async fn begin(
        &self,
        visit: &Visit,
        officer: &Officer,
        route: Route,
        case: &Case,
        sent: &Sent,
    ) -> Result<Response, Failed> {
        let fields = answers(case, sent);
        let refuse = |problems: Vec<Problem>| {
            let page = Self::form_page(written(officer, case, &fields, problems, sent.get("key")));
            again(page.html(&self.frame(visit, officer, route)))
        };
        let then = Then::of(sent);
        let (about, statement) = match self.said(case, &fields).await? {
            Ok(statement) => {
                let about = (statement.instrument.clone(), statement.participant);
                (about, Some(statement))
            }
            Err(errors) => {
                let about = form::about(case, &fields);
                // A draft is about the same instrument and participant for good: without them there
                // is nothing to save.
                match (then, about) {
                    (Then::Save, Ok(about)) => (about, None),
                    (Then::Save, Err(_)) | (Then::Check, _) => {
                        return Ok(refuse(Self::problems(case, &fields, &errors)));
                    }
                }
            }
        };
        let (instrument, participant) = about;
        let draft = Draft {
            instrument,
            participant,
            occasion: case.occasion(),
            fields: fields.clone(),
            statement: statement.clone(),
            // One without a key comes from a form written by hand: it is begun as often as it is sent.
            key: IdempotencyKey::try_from(sent.get("key").to_owned()).ok(),
        };
        let proposal = match self.proposals.draft(&officer.actor, draft).await {
            Ok(proposal) => proposal,
            Err(DraftError::NotAllowed(NotAllowed::HasALiaison)) => {
                let label = say!(case.words, "desk-participant");
                let problem = Problem::new("participant", &Wrong::HasLiaison, case.words, &label);
                return Ok(refuse(vec![problem]));
            }
            Err(error) => return Err(error.into()),
        };
        self.attach_files(officer, &proposal.id, statement.as_ref())
            .await?;
        Ok(see_other(&then.address(&proposal)))
    }
}

/// Why there is no such form for somebody, as an answer.
pub fn no_case(error: CaseError) -> Failed {
    match error {
        CaseError::NotFound => Failed(Mishap::NotFound),
        CaseError::NotAllowed => Failed(Mishap::NotAllowed),
    }
}

fn open(
    desk: &Desk,
    officer: &Officer,
    instrument: &str,
    act: &str,
    wanted: &Wanted,
) -> Result<Case, Failed> {
    // An instrument is opened where there is none: on a page of its own.
    let form = ActForm::find(act)
        .filter(|form| *form != ActForm::InstrumentOpened)
        .ok_or(Failed(Mishap::NotFound))?;
    let slug: Slug = instrument.parse().map_err(|_| Failed(Mishap::NotFound))?;
    Case::open(
        language(),
        desk.proposals.register(),
        &officer.office()?,
        form,
        &slug,
        wanted,
    )
    .map_err(no_case)
}

/// The page of a new form with what was typed.
pub fn written<'a>(
    officer: &Officer,
    case: &'a Case,
    fields: &'a Fields,
    problems: Vec<Problem>,
    key: &str,
) -> Written<'a> {
    Written {
        case,
        fields,
        problems,
        action: case.slug().map_or_else(
            || Route::DraftInstrument.path().to_owned(),
            |slug| format!("/instruments/{slug}/acts/{}", case.form.slug()),
        ),
        hidden: vec![("key".to_owned(), key.to_owned())],
        returned: None,
        renamed: None,
        back: beginning(&officer.actor.role).path().to_owned(),
    }
}
