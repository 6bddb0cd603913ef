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
    let fields = answers(&sent);
    let refuse = |problems: Vec<Problem>| {
        let page = Desk::form_page(written(&officer, &case, &fields, problems, sent.get("key")));
        again(page.html(&desk.frame(&visit, &officer, Route::NewAct)))
    };
    let then = Then::of(&sent);
    let (participant, statement) = match form::statement(&case, &fields) {
        Ok(statement) => (statement.participant, Some(statement)),
        Err(errors) => {
            let about = form::participant(&case, &fields);
            // A draft is about the same participant for good: without one there is nothing to save.
            match (then, about) {
                (Then::Save, Ok(participant)) => (participant, None),
                (Then::Save, Err(_)) | (Then::Check, _) => {
                    return Ok(refuse(Desk::problems(&case, &fields, &errors)));
                }
            }
        }
    };
    let draft = Draft {
        instrument: case.slug.clone(),
        participant,
        occasion: case.occasion(),
        fields: fields.clone(),
        statement: statement.clone(),
        // One without a key comes from a form written by hand: it is begun as often as it is sent.
        key: IdempotencyKey::try_from(sent.get("key").to_owned()).ok(),
    };
    let proposal = match desk.proposals.draft(&officer.actor, draft).await {
        Ok(proposal) => proposal,
        Err(DraftError::NotAllowed(NotAllowed::HasALiaison)) => {
            let label = say!(case.words, "desk-participant");
            let problem = Problem::new("participant", &Wrong::HasLiaison, case.words, &label);
            return Ok(refuse(vec![problem]));
        }
        Err(error) => return Err(error.into()),
    };
    desk.attach_files(&officer, &proposal.id, statement.as_ref())
        .await?;
    Ok(see_other(&then.address(&proposal)))
}

fn open(
    desk: &Desk,
    officer: &Officer,
    instrument: &str,
    act: &str,
    wanted: &Wanted,
) -> Result<Case, Failed> {
    let form = ActForm::find(act).ok_or(Failed(Mishap::NotFound))?;
    let slug: Slug = instrument.parse().map_err(|_| Failed(Mishap::NotFound))?;
    Case::open(
        language(),
        desk.proposals.register(),
        &officer.office()?,
        form,
        &slug,
        wanted,
    )
    .map_err(|error| match error {
        CaseError::NotFound => Failed(Mishap::NotFound),
        CaseError::NotAllowed => Failed(Mishap::NotAllowed),
    })
}

fn written<'a>(
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
        action: format!("/instruments/{}/acts/{}", case.slug, case.form.slug()),
        hidden: vec![("key".to_owned(), key.to_owned())],
        returned: None,
        back: beginning(&officer.actor.role).path().to_owned(),
    }
}
